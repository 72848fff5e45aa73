//! `cargo xtask coverage`: how many lines of each crate the Rust tests reach.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command;
use crate::postgres::Postgres;
use crate::project::Project;
use crate::setup;
use crate::ui;

/// Lines there are, and lines that were reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Lines {
    all: u64,
    reached: u64,
}

/// Runs the Rust tests, all or those of some packages, in a build of their own (target/llvm-cov-target) that counts.
/// Prints lines for each crate and writes target/coverage/lcov.info, which editors and forges read. What only the
/// stories in the browser and the window reach is not counted.
pub fn coverage(project: &Project, packages: &[String]) -> Result<()> {
    setup::for_coverage(project)?;
    ui::build(project)?;
    // What earlier runs reached would be counted again.
    command::run(&mut tool(project, &["clean", "--profraw-only"]))?;
    let server = Postgres::start().context("PostgreSQL for the stories")?;
    let mut tests = tool(project, &["test", "--no-report", "--no-fail-fast"]);
    tests.env("TONGXIN_TEST_POSTGRES", server.url());
    if packages.is_empty() {
        tests.arg("--workspace");
    }
    tests.args(packages.iter().flat_map(|name| ["--package", name]));
    let tested = command::run(&mut tests);
    drop(server);
    let folder = project.target.join("coverage");
    fs::create_dir_all(&folder)?;
    let (lcov, summary) = (folder.join("lcov.info"), folder.join("summary.json"));
    let report = |how: &[&str], file: &Path| {
        let mut report = tool(project, &["report"]);
        command::run(report.args(how).arg("--output-path").arg(file))
    };
    report(&["--lcov"], &lcov)?;
    report(&["--json", "--summary-only"], &summary)?;
    let summary: Value = serde_json::from_str(&fs::read_to_string(&summary)?)?;
    println!("\n== lines reached");
    for (name, lines) in by_crate(&summary, &project.root) {
        println!("{}", describe(&name, lines));
    }
    println!("lcov: {}", lcov.display());
    // Told after the figures: a test that failed has still reached lines.
    tested
}

fn tool(project: &Project, args: &[&str]) -> Command {
    let mut tool = Command::new(project.tool("cargo-llvm-cov"));
    tool.arg("llvm-cov").args(args).current_dir(&project.root);
    tool
}

/// Adds up the files of `llvm-cov export`, by the folder of their crate.
fn by_crate(summary: &Value, root: &Path) -> BTreeMap<String, Lines> {
    let mut crates: BTreeMap<String, Lines> = BTreeMap::new();
    let files = summary["data"][0]["files"].as_array();
    for file in files.into_iter().flatten() {
        let path = Path::new(file["filename"].as_str().unwrap_or_default());
        let Some(name) = crate_of(path.strip_prefix(root).unwrap_or(path)) else {
            continue;
        };
        let lines = crates.entry(name).or_default();
        lines.all += file["summary"]["lines"]["count"].as_u64().unwrap_or(0);
        lines.reached += file["summary"]["lines"]["covered"].as_u64().unwrap_or(0);
    }
    crates
}

/// The folder before `src`: `crates/core` of `crates/core/src/units/store.rs`.
fn crate_of(path: &Path) -> Option<String> {
    let crate_folder = path
        .ancestors()
        .find(|folder| folder.ends_with("src"))?
        .parent()?;
    Some(crate_folder.to_string_lossy().replace('\\', "/"))
}

fn describe(name: &str, lines: Lines) -> String {
    let Lines { all, reached } = lines;
    let tenths = (reached * 1000).checked_div(all).unwrap_or(0);
    let (percent, tenth) = (tenths / 10, tenths % 10);
    format!("{name:<16} {reached:>7} of {all:>7} lines  {percent:>3}.{tenth} %")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_added_up_by_crate() {
        let summary = r#"{"data":[{"files":[
            {"filename":"/p/crates/core/src/a.rs","summary":{"lines":{"count":10,"covered":5}}},
            {"filename":"/p/crates/core/src/units/b.rs","summary":{"lines":{"count":30,"covered":25}}},
            {"filename":"/p/src-tauri/src/main.rs","summary":{"lines":{"count":4,"covered":0}}}
        ]}]}"#;
        let crates = by_crate(&serde_json::from_str(summary).unwrap(), Path::new("/p"));
        let core = Lines {
            all: 40,
            reached: 30,
        };
        assert_eq!(crates["crates/core"], core);
        assert_eq!(crates.len(), 2);
        assert!(describe("crates/core", core).ends_with(" 75.0 %"));
    }
}
