//! `cargo xtask setup`: what `run` and `test` need beyond Rust, Node.js and a C compiler.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::command;
use crate::debian;
use crate::elsewhere;
use crate::project::Project;
use crate::report::step;
use crate::ui;

/// What the machine is being made ready for; tests need more than running does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    Run,
    Test,
}

/// Something only a person may do. The message is the exact instruction; the tool ends with 2.
#[derive(Debug)]
pub struct NeedsPerson(pub String);

impl std::fmt::Display for NeedsPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NeedsPerson {}

/// Tools that Cargo builds into target/tools, each at the version this project was tested with.
const TOOLS: &[Tool] = &[("cargo-deny", "0.20.2"), ("tauri-driver", "2.1.0")];
/// What `cargo xtask coverage` wants besides.
const COVERAGE: Tool = ("cargo-llvm-cov", "0.9.1");

/// A tool by its name and version.
type Tool = (&'static str, &'static str);

/// Oldest Node.js that Vite 8 runs on.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Installs what is missing, and is quick when nothing is.
pub fn setup(project: &Project, purpose: For) -> Result<()> {
    step("setup: system packages", || system_packages(purpose))?;
    step("setup: packages of the UI", || {
        check_node()?;
        ui::packages(project)
    })?;
    if purpose == For::Test {
        step("setup: tools built by Cargo", || {
            cargo_tools(project, TOOLS)
        })?;
    }
    Ok(())
}

/// What `coverage` takes: all that tests take, the tool that counts, and LLVM's programs of the compiler's version, which
/// rustup brings and a person may name by `LLVM_COV` and `LLVM_PROFDATA`.
pub fn for_coverage(project: &Project) -> Result<()> {
    setup(project, For::Test)?;
    step("setup: what counts the lines", || {
        cargo_tools(project, &[COVERAGE])?;
        let named = |name| std::env::var_os(name).is_some();
        if named("LLVM_COV") && named("LLVM_PROFDATA") {
            return Ok(());
        }
        let mut add = Command::new("rustup");
        add.args(["component", "add", "llvm-tools"])
            .current_dir(&project.root);
        command::run(&mut add).map_err(|_| NeedsPerson(LLVM.to_owned()).into())
    })
}

const LLVM: &str = "rustup cannot bring llvm-tools. Install llvm-cov and llvm-profdata of the LLVM that `rustc -vV` names, \
set LLVM_COV and LLVM_PROFDATA to them, and run this command again";

fn system_packages(purpose: For) -> Result<()> {
    if debian::is_here() {
        debian::install(purpose)
    } else {
        elsewhere::check(purpose)
    }
}

fn check_node() -> Result<()> {
    let (major, minor) = OLDEST_NODE;
    let instruction = format!("install Node.js {major}.{minor} or newer: https://nodejs.org/");
    let said = command::capture(Command::new("node").arg("--version"))
        .map_err(|_| NeedsPerson(instruction.clone()))?;
    let found = version(&said).with_context(|| format!("node --version says {said:?}"))?;
    ensure!(
        found >= OLDEST_NODE,
        NeedsPerson(format!("Node.js {} is too old; {instruction}", said.trim()))
    );
    Ok(())
}

/// Major and minor of `v20.20.2`.
fn version(said: &str) -> Option<(u32, u32)> {
    let mut parts = said.trim().trim_start_matches('v').split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Unoptimised, for they are built once and run for seconds: that halves the time to build them.
fn cargo_tools(project: &Project, tools: &[Tool]) -> Result<()> {
    let record = project.tools().join(".crates.toml");
    let installed = std::fs::read_to_string(record).unwrap_or_default();
    for (name, version) in tools {
        if installed.contains(&format!("\"{name} {version} ")) && project.tool(name).exists() {
            println!("  {name} {version} is there");
            continue;
        }
        let mut install = project.cargo("install");
        install
            .args(["--quiet", "--locked", "--debug", "--root"])
            .arg(project.tools());
        command::run(install.arg(format!("{name}@{version}")))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_versions_of_node() {
        assert_eq!(version("v20.20.2\n"), Some((20, 20)));
        assert_eq!(version("nonsense"), None);
    }
}
