//! The stages of a test run, in the order that shares the most build results: the window's program
//! embeds the built UI, Clippy's check results serve nobody else, and the browser and window
//! stories use the programs that the Rust stage built.

use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::bindings;
use crate::command;
use crate::counts::Counts;
use crate::licences;
use crate::postgres::Postgres;
use crate::project::Project;
use crate::ui;

/// Longest time for a stage that only checks or builds.
const BUILD_LIMIT: Duration = Duration::from_secs(40 * 60);
/// Longest time for the stories in a browser, or in the window.
const STORY_LIMIT: Duration = Duration::from_secs(15 * 60);

/// One stage: its name for `--only`, what it does, and the work.
pub struct Stage {
    pub name: &'static str,
    pub what: &'static str,
    pub work: fn(&Project) -> Result<Counts>,
}

/// All stages in order.
pub const STAGES: &[Stage] = &[
    Stage {
        name: "format",
        what: "Rust code is formatted",
        work: format,
    },
    Stage {
        name: "deny",
        what: "licences and sources of dependencies",
        work: deny,
    },
    Stage {
        name: "ui-format",
        what: "the window's code is formatted",
        work: ui_format,
    },
    Stage {
        name: "ui-lint",
        what: "ESLint with the layer rule, no circle between folders",
        work: ui_lint,
    },
    Stage {
        name: "ui-types",
        what: "vue-tsc",
        work: ui_types,
    },
    Stage {
        name: "ui-unit",
        what: "Vitest",
        work: ui_unit,
    },
    Stage {
        name: "ui-build",
        what: "Vite build",
        work: ui_build,
    },
    Stage {
        name: "licences",
        what: "every part of others brings the text of its licence",
        work: licences_whole,
    },
    Stage {
        name: "clippy",
        what: "Clippy, warnings denied",
        work: clippy,
    },
    Stage {
        name: "doc",
        what: "the code's own pages, warnings denied",
        work: doc,
    },
    Stage {
        name: "rust",
        what: "rules, stories on SQLite and PostgreSQL, documents",
        work: rust,
    },
    Stage {
        name: "bindings",
        what: "TypeScript bindings are fresh",
        work: bindings_fresh,
    },
    Stage {
        name: "browser",
        what: "every screen in Chromium, on `tongxin serve`",
        work: browser,
    },
    Stage {
        name: "window",
        what: "one story in the real window",
        work: window,
    },
];

/// The names `--only` accepts.
pub fn names() -> Vec<&'static str> {
    STAGES.iter().map(|stage| stage.name).collect()
}

fn format(project: &Project) -> Result<Counts> {
    command::run(project.cargo("fmt").args(["--all", "--", "--check"]))?;
    Ok(Counts::ONE)
}

/// Advisories are left out: their database lives on a server that may be out of reach.
fn deny(project: &Project) -> Result<Counts> {
    let mut deny = std::process::Command::new(project.tool("cargo-deny"));
    deny.args(["--workspace", "check", "bans", "licenses", "sources"])
        .current_dir(&project.root);
    command::run(&mut deny)?;
    println!("  advisories are not checked here: their database may be out of reach");
    Ok(Counts::ONE)
}

fn ui_format(project: &Project) -> Result<Counts> {
    command::run(&mut project.npm(&["run", "format:check"]))?;
    Ok(Counts::ONE)
}

fn ui_lint(project: &Project) -> Result<Counts> {
    command::run(&mut project.npm(&["run", "lint"]))?;
    Ok(Counts::ONE)
}

fn ui_types(project: &Project) -> Result<Counts> {
    command::run(&mut project.npm(&["run", "typecheck"]))?;
    Ok(Counts::ONE)
}

fn ui_unit(project: &Project) -> Result<Counts> {
    counted(&mut project.npm(&["run", "test"]), STORY_LIMIT)
}

fn ui_build(project: &Project) -> Result<Counts> {
    ui::build(project)?;
    Ok(Counts::ONE)
}

/// Before anything is compiled: the shell's build looks at the file this writes.
fn licences_whole(project: &Project) -> Result<Counts> {
    licences::licences(project, None)?;
    Ok(Counts::ONE)
}

fn clippy(project: &Project) -> Result<Counts> {
    ui::build(project)?;
    let args = [
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ];
    command::run(project.cargo("clippy").args(args))?;
    Ok(Counts::ONE)
}

/// After Clippy, whose check of the dependencies it reads; of this workspace itself it makes its own.
fn doc(project: &Project) -> Result<Counts> {
    let mut doc = project.cargo("doc");
    doc.args(["--workspace", "--no-deps", "--quiet"])
        .env("RUSTDOCFLAGS", "-D warnings");
    command::run(&mut doc)?;
    Ok(Counts::ONE)
}

fn rust(project: &Project) -> Result<Counts> {
    build_programs(project)?;
    let server = Postgres::start().context("PostgreSQL for the stories")?;
    let mut tests = project.cargo("test");
    tests
        .args(["--workspace", "--no-fail-fast"])
        .env("TONGXIN_TEST_POSTGRES", server.url());
    counted(&mut tests, BUILD_LIMIT)
}

fn bindings_fresh(project: &Project) -> Result<Counts> {
    bindings::bindings(project, true)?;
    Ok(Counts::ONE)
}

fn browser(project: &Project) -> Result<Counts> {
    build_programs(project)?;
    let mut stories = project.npm(&["run", "e2e"]);
    stories.env("TONGXIN_PROGRAM", project.program("tongxin"));
    counted(&mut stories, STORY_LIMIT)
}

fn window(project: &Project) -> Result<Counts> {
    ensure!(
        cfg!(target_os = "linux"),
        "the window's story is driven through WebKitWebDriver, which exists on Linux only"
    );
    build_programs(project)?;
    let npm = project.npm(&["run", "e2e:window"]);
    let mut story = std::process::Command::new("xvfb-run");
    story.args([
        "--auto-servernum",
        "--server-args=-screen 0 1366x768x24",
        "dbus-run-session",
        "--",
    ]);
    story
        .arg(npm.get_program())
        .args(npm.get_args())
        .current_dir(project.ui());
    story
        .env("NO_COLOR", "1")
        .env("TONGXIN_PROGRAM", project.program("tongxin"))
        .env("TONGXIN_DESKTOP", project.program("tongxin-desktop"))
        .env("TAURI_DRIVER", project.tool("tauri-driver"))
        // This session has no desktop portal to wait for.
        .env("GTK_USE_PORTAL", "0")
        // Composited as for a person: without it the driver's screenshots never come back.
        .env_remove("WEBKIT_DISABLE_COMPOSITING_MODE");
    counted(&mut story, STORY_LIMIT)
}

/// Builds libraries, programs and tests in one go, for all later stages.
fn build_programs(project: &Project) -> Result<()> {
    ui::build(project)?;
    let targets = ["--lib", "--bins", "--tests"];
    command::run(project.cargo_all("build").args(targets))
}

/// Runs a test program and adds up what it says. One that fails without naming a failed test
/// failed as a whole.
fn counted(tests: &mut std::process::Command, limit: Duration) -> Result<Counts> {
    let mut counts = Counts::default();
    let status = command::watch(tests, limit, |line| counts.read(line))?;
    ensure!(
        status.success() || counts.failed > 0,
        "{} ended with {status}",
        command::show(tests)
    );
    // A program that finds no tests ends well too.
    ensure!(counts != Counts::default(), "no test ran");
    Ok(counts)
}
