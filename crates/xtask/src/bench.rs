//! `cargo xtask bench`: measures, then repeats the ratios the project promises.

use std::time::Duration;

use anyhow::{Result, ensure};

use crate::command;
use crate::project::Project;

/// Longest time for all benches together.
const LIMIT: Duration = Duration::from_secs(60 * 60);

/// Runs the benches of the test package. Each prints its verdict as a line that begins with
/// `ratio`, with the measured value, the limit and `ok` or `OVER`; those lines come again at the end.
pub fn bench(project: &Project, args: &[String]) -> Result<()> {
    let mut benches = project.cargo("bench");
    benches.args(["--package", "tongxin-tests"]);
    if !args.is_empty() {
        benches.arg("--").args(args);
    }
    let mut ratios = Vec::new();
    let status = command::watch(&mut benches, LIMIT, |line| {
        if line.starts_with("ratio") {
            ratios.push(line.to_owned());
        }
    })?;
    ensure!(
        status.success(),
        "{} ended with {status}",
        command::show(&benches)
    );
    println!("\n== ratios");
    for ratio in &ratios {
        println!("{ratio}");
    }
    Ok(())
}
