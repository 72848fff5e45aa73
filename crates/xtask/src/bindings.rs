//! The TypeScript bindings, made from the core's list of commands.

use anyhow::Result;

use crate::command;
use crate::project::Project;

/// Writes ui/src/bindings/index.ts, or with `check` fails when it differs from what would be written.
pub fn bindings(project: &Project, check: bool) -> Result<()> {
    let file = project.ui().join("src").join("bindings").join("index.ts");
    let mut make = project.cargo("run");
    make.args(["--quiet", "--package", "tongxin", "--", "bindings", "--out"])
        .arg(file);
    command::run(make.args(check.then_some("--check")))
}
