//! `cargo xtask`: set up, run, test, bench and package Tongxin, on Linux and Windows alike.

mod bench;
mod bindings;
mod command;
mod counts;
mod coverage;
mod debian;
mod elsewhere;
mod licences;
mod package;
mod postgres;
mod project;
mod report;
mod run;
mod setup;
mod stages;
mod test;
mod ui;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::project::Project;
use crate::setup::{For, NeedsPerson};

#[derive(Parser)]
#[command(name = "xtask", about = "Set up, run, test, bench and package Tongxin")]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Install what is missing for `run` and `test`
    Setup,
    /// Build, make the sample street under output/, and open the window where there is a display
    Run,
    /// Check and test everything; the last line is `N passed, N failed`
    Test {
        /// Run only this stage (may be given several times)
        #[arg(long, value_name = "STAGE", value_parser = stages::names())]
        only: Vec<String>,
    },
    /// Measure, and print the ratios the project promises
    Bench {
        /// Passed on to `cargo bench`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Count the lines that the Rust tests reach, for each crate; writes target/coverage/lcov.info
    Coverage {
        /// Only the tests of this package (may be given several times)
        #[arg(long, value_name = "NAME")]
        package: Vec<String>,
    },
    /// Build an optimised bundle in target/package
    Package,
    /// Write licences/THIRD-PARTY.txt, which goes with the programs
    Licences {
        /// For the programs of another system
        #[arg(long, value_name = "TRIPLE")]
        target: Option<String>,
    },
    /// Regenerate the TypeScript bindings from the list of commands
    Bindings {
        /// Only compare, and fail on a difference
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    match dispatch(Cli::parse().verb) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(if error.is::<NeedsPerson>() { 2 } else { 1 })
        }
    }
}

fn dispatch(verb: Verb) -> anyhow::Result<ExitCode> {
    let project = Project::locate()?;
    match verb {
        Verb::Setup => setup::setup(&project, For::Test)?,
        Verb::Run => run::run(&project)?,
        Verb::Test { only } => return test::test(&project, &only),
        Verb::Bench { args } => bench::bench(&project, &args)?,
        Verb::Coverage { package } => coverage::coverage(&project, &package)?,
        Verb::Package => package::package(&project)?,
        Verb::Licences { target } => {
            licences::licences(&project, target.as_deref())?;
        }
        Verb::Bindings { check } => bindings::bindings(&project, check)?,
    }
    Ok(ExitCode::SUCCESS)
}
