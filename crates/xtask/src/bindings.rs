//! The TypeScript bindings, made from the core's list of commands.

use anyhow::Result;

use crate::command;
use crate::project::Project;

/// Writes ui/src/bindings, or with `check` fails when they differ from what would be written.
pub fn bindings(project: &Project, check: bool) -> Result<()> {
    let mut make = project.cargo("run");
    make.args(["--quiet", "--package", "tongxin", "--", "bindings"]);
    make.args(check.then_some("--check"))
        .arg(project.ui().join("src").join("bindings"));
    command::run(&mut make)
}
