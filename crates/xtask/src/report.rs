//! What was done, how long it took, and how it ended.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::counts::Counts;

/// One stage as it ended.
struct Line {
    name: String,
    took: Duration,
    counts: Counts,
    why: Option<String>,
}

/// Stages in the order they ran.
#[derive(Default)]
pub struct Report {
    lines: Vec<Line>,
}

impl Report {
    /// Announces a stage, runs it, and keeps how it ended. A stage that fails without counting a
    /// failed test counts as one failure.
    pub fn stage(&mut self, name: &str, what: &str, work: impl FnOnce() -> Result<Counts>) {
        println!("\n== {name}: {what}");
        let started = Instant::now();
        let (counts, why) = match work() {
            Ok(counts) => (counts, None),
            Err(error) => (
                Counts {
                    passed: 0,
                    failed: 1,
                },
                Some(format!("{error:#}")),
            ),
        };
        let line = Line {
            name: name.to_owned(),
            took: started.elapsed(),
            counts,
            why,
        };
        println!("{}", describe(&line));
        self.lines.push(line);
    }

    /// Prints the table and, as the last line, `N passed, N failed`.
    pub fn finish(&self) -> ExitCode {
        let mut total = Counts::default();
        println!("\n== summary");
        for line in &self.lines {
            println!("{}", describe(line));
            total += line.counts;
        }
        let took: Duration = self.lines.iter().map(|line| line.took).sum();
        println!("   all stages took {}", seconds(took));
        println!("{} passed, {} failed", total.passed, total.failed);
        if total.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

fn describe(line: &Line) -> String {
    let mark = if line.counts.failed == 0 {
        "ok  "
    } else {
        "FAIL"
    };
    let Counts { passed, failed } = line.counts;
    let head = format!(
        "{mark} {:<10} {:>9}  {passed} passed, {failed} failed",
        line.name,
        seconds(line.took)
    );
    match &line.why {
        Some(why) => format!("{head}: {why}"),
        None => head,
    }
}

/// Runs a step outside a test run: says what it is and how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("== {what}");
    let started = Instant::now();
    let made = work()?;
    println!("   done in {}", seconds(started.elapsed()));
    Ok(made)
}

/// A duration in seconds with one decimal: `12.3 s`.
pub fn seconds(took: Duration) -> String {
    let tenths = took.as_millis() / 100;
    format!("{}.{} s", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_that_cannot_run_is_a_failure() {
        let mut report = Report::default();
        report.stage("one", "passes", || Ok(Counts::ONE));
        report.stage("two", "cannot run", || anyhow::bail!("no display"));
        assert_eq!(report.finish(), ExitCode::FAILURE);
    }

    #[test]
    fn durations_have_one_decimal() {
        assert_eq!(seconds(Duration::from_millis(12_345)), "12.3 s");
    }
}
