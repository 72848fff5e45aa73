//! What the project promises about speed, measured through the list of commands on the embedded
//! database. Each promise ends in a line `ratio <what> <measured>/<limit> = <share> ok|OVER`.
//!
//! `cargo xtask bench -- lists minutes places ratings summary ledger old` runs those named, without names all of
//! them. Single times are kept, since the promise is about the slowest of a hundred and not about the mean.
#![allow(clippy::unwrap_used, reason = "a bench that cannot go on fails")]

mod bare;
mod ledger;
mod lists;
mod minutes;
mod old;
mod places;
mod ratings;
mod summary;

use std::process::ExitCode;
use std::time::{Duration, Instant};
use tables::isolated::{HELPER, help};
use tongxin_tests::{Engine, House, Start};

/// As in the programs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A part of the promises, by name.
type Part = (&'static str, fn(&tokio::runtime::Runtime));

const PARTS: [Part; 7] = [
    ("lists", |runtime| runtime.block_on(lists::measure())),
    ("minutes", |runtime| runtime.block_on(minutes::measure())),
    ("places", |runtime| runtime.block_on(places::measure())),
    ("ratings", |runtime| runtime.block_on(ratings::measure())),
    ("summary", |runtime| runtime.block_on(summary::measure())),
    ("ledger", |runtime| runtime.block_on(ledger::measure())),
    ("old", |runtime| runtime.block_on(old::measure())),
];

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(HELPER) {
        return help();
    }
    let asked: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| !arg.starts_with("--"))
        .collect();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    if ledger::is_child(&runtime) || old::is_child(&runtime) {
        return ExitCode::SUCCESS;
    }
    for (name, measure) in PARTS {
        if asked.is_empty() || asked.iter().any(|part| part == name) {
            measure(&runtime);
        }
    }
    ExitCode::SUCCESS
}

/// An office to measure in.
async fn house(start: Start) -> House {
    House::open(Engine::Sqlite, start).await
}

/// The times of many runs, sorted; the first tenth of the runs warms up and is not counted.
async fn times<T>(runs: usize, mut run: impl AsyncFnMut() -> T) -> Vec<Duration> {
    let mut times = Vec::with_capacity(runs);
    for turn in 0..runs + runs / 10 + 1 {
        let begun = Instant::now();
        std::hint::black_box(run().await);
        if turn > runs / 10 {
            times.push(begun.elapsed());
        }
    }
    times.sort_unstable();
    times
}

/// The time that only so many in a hundred are above.
fn percentile(times: &[Duration], share: usize) -> Duration {
    let place = (times.len() * share / 100).min(times.len().saturating_sub(1));
    times.get(place).copied().unwrap_or_default()
}

/// The verdict on one promise.
fn verdict(what: &str, measured: Duration, limit: Duration) {
    let share = measured.as_micros() * 100 / limit.as_micros().max(1);
    let word = if measured <= limit { "ok" } else { "OVER" };
    let millis = |time: Duration| {
        format!(
            "{}.{:02} ms",
            time.as_micros() / 1000,
            time.as_micros() % 1000 / 10
        )
    };
    println!(
        "ratio {what}: {} / {} = {}.{:02} {word}",
        millis(measured),
        millis(limit),
        share / 100,
        share % 100
    );
}
