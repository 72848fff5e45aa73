//! `cargo xtask bench`: measures, then repeats the ratios the project promises.

use std::process::Command;
use std::time::Duration;

use anyhow::{Result, ensure};

use crate::command;
use crate::project::Project;
use crate::setup::{self, For};
use crate::ui;

/// Longest time for the benches of one kind.
const LIMIT: Duration = Duration::from_secs(60 * 60);
/// The name of the part that measures the window, which Cargo does not run.
const WINDOW: &str = "window";

/// Runs the benches of the test package and of the typesetter, then the window's. Each prints its verdict as a line that
/// begins with `ratio`, with the measured value, the limit and `ok` or `OVER`; those lines come again
/// at the end. Names given run those parts only.
pub fn bench(project: &Project, args: &[String]) -> Result<()> {
    let (window, others): (Vec<_>, Vec<_>) = args.iter().partition(|name| *name == WINDOW);
    let mut ratios = Vec::new();
    if args.is_empty() || !others.is_empty() {
        let mut benches = project.cargo_all("bench");
        benches
            .args(["--bench", "core", "--bench", "typesetters", "--"])
            .args(others);
        ratios.extend(measured(&mut benches)?);
    }
    if args.is_empty() || !window.is_empty() {
        ratios.extend(measure_window(project)?);
    }
    println!("\n== ratios");
    for ratio in &ratios {
        println!("{ratio}");
    }
    Ok(())
}

fn measured(benches: &mut Command) -> Result<Vec<String>> {
    let mut ratios = Vec::new();
    let status = command::watch(benches, LIMIT, |line| {
        if line.starts_with("ratio") {
            ratios.push(line.to_owned());
        }
    })?;
    let what = command::show(benches);
    ensure!(status.success(), "{what} ended with {status}");
    Ok(ratios)
}

/// The program's start beside an empty window's, on a display of its own.
fn measure_window(project: &Project) -> Result<Vec<String>> {
    if !cfg!(target_os = "linux") {
        println!("the window is measured on Linux only, where a display can be made for it");
        return Ok(Vec::new());
    }
    setup::setup(project, For::Test)?;
    ui::build(project)?;
    let release = project.target.join("release");
    let mut build = project.cargo_all("build");
    build.args(["--release", "--bins", "--example", "empty"]);
    command::run(&mut build)?;
    let data = project.target.join("bench-street");
    if !data.exists() {
        let mut load = Command::new(release.join("tongxin"));
        load.args(["call", "demo.load", "{}", "--data"]).arg(&data);
        load.stdout(std::process::Stdio::null());
        command::run(&mut load)?;
    }
    let mut bench = Command::new("xvfb-run");
    bench.args(["--auto-servernum", "dbus-run-session", "node"]);
    bench.arg(project.root.join("tests/benches/window.mjs"));
    bench.args([
        release.join("tongxin-desktop"),
        release.join("examples/empty"),
        data,
    ]);
    measured(&mut bench)
}
