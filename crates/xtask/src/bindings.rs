//! The TypeScript bindings, made from the core's list of commands.

use std::process::Command;

use anyhow::Result;

use crate::command;
use crate::project::Project;

/// Writes ui/src/bindings/index.ts, or with `check` fails when it differs from what would be written.
pub fn bindings(project: &Project, check: bool) -> Result<()> {
    let file = project.ui().join("src").join("bindings").join("index.ts");
    command::run(project.cargo_all("build").args(["--bin", "tongxin"]))?;
    let mut make = Command::new(project.program("tongxin"));
    make.args(["bindings", "--out"]).arg(file);
    command::run(make.args(check.then_some("--check")))
}
