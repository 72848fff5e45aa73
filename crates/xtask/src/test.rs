//! `cargo xtask test`: every check, timed and counted, to the end even after a failure.

use std::process::ExitCode;

use anyhow::Result;

use crate::counts::Counts;
use crate::project::Project;
use crate::report::Report;
use crate::setup::{self, For};
use crate::stages::STAGES;

/// Runs all stages, or only those named.
pub fn test(project: &Project, only: &[String]) -> Result<ExitCode> {
    let mut report = Report::default();
    // Without what it needs a run would only fail everywhere: this error ends it.
    let mut ready = Ok(());
    report.stage("setup", "what the tests need is installed", || {
        ready = setup::setup(project, For::Test);
        Ok(Counts::default())
    });
    ready?;
    for stage in STAGES {
        if only.is_empty() || only.iter().any(|name| name == stage.name) {
            report.stage(stage.name, stage.what, || (stage.work)(project));
        }
    }
    Ok(report.finish())
}
