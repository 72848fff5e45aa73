//! The same minutes by this crate and by other typesetters, in one run: `cargo bench -p gongwen`.
//!
//! Each verdict is a line that begins with `ratio`: what was measured, the limit, `ok` or `OVER`.
//! Others are installed by `others.py` where the registry can be reached, and named where not.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a bench measures time and fails by panicking"
)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use gongwen::{Document, FontConfig, FontSet, Info, Part, render_bundle, render_docx, render_pdf};

mod others;
#[path = "../../tests/samples/mod.rs"]
mod samples;

/// Set for the copy of this program that only makes one file, as a whole process.
const ONCE: &str = "GONGWEN_BENCH_ONCE";
const WARM_LIMIT_MS: f64 = 20.0;
const PROCESS_LIMIT_MS: f64 = 150.0;
const PAGES_A_SECOND: f64 = 500.0;
const KILOBYTES: f64 = 150.0;
const MEGABYTES: f64 = 120.0;
/// Documents in the batch: a street's committees, each with its minutes, notice, letter and request.
const BATCH: usize = 40;

fn fonts() -> FontSet {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts");
    FontSet::load(&FontConfig::bundled(folder)).unwrap()
}

fn main() {
    if let Some(file) = std::env::var_os(ONCE) {
        let rendered = render_pdf(&samples::minutes(), &fonts()).unwrap();
        std::fs::write(file, rendered.bytes).unwrap();
        return;
    }
    let folder = folder();
    println!("load {}", load());
    let set = fonts();
    let minutes = samples::minutes();
    let rendered = render_pdf(&minutes, &set).unwrap();
    let warm = milliseconds(median(30, || drop(render_pdf(&minutes, &set).unwrap())));
    verdict(
        "minutes warm, ms",
        warm,
        WARM_LIMIT_MS,
        warm <= WARM_LIMIT_MS,
    );
    let rate = pages_a_second(&batch(), &set);
    verdict(
        "batch of many documents in one file, pages a second",
        rate,
        PAGES_A_SECOND,
        rate >= PAGES_A_SECOND,
    );
    let size = rendered.bytes.len() as f64 / 1000.0;
    verdict("minutes, kB", size, KILOBYTES, size <= KILOBYTES);
    if let Some(peak) = peak_megabytes() {
        verdict("peak memory, MB", peak, MEGABYTES, peak <= MEGABYTES);
    }
    let cold = whole_process(&folder.join("minutes.pdf"));
    verdict(
        "minutes as a process, ms",
        cold,
        PROCESS_LIMIT_MS,
        cold <= PROCESS_LIMIT_MS,
    );
    std::fs::write(folder.join("minutes.docx"), render_docx(&minutes).unwrap()).unwrap();
    others::compare(&folder, &minutes, warm, cold);
}

/// Documents as a month's papers of many committees differ: in titles, receivers and names.
fn batch() -> Vec<Document> {
    let kinds = [
        samples::minutes,
        samples::notice,
        samples::letter,
        samples::request,
    ];
    let of_committee = |number: usize| {
        let name = format!("第{number}社区");
        kinds.map(|sample| {
            let text = serde_json::to_string(&sample()).unwrap();
            serde_json::from_str(&text.replace("听雨社区", &name)).unwrap()
        })
    };
    (1..=BATCH / kinds.len()).flat_map(of_committee).collect()
}

/// All documents set into one file with a bookmark for each, as the whole set of a meeting is.
fn pages_a_second(documents: &[Document], set: &FontSet) -> f64 {
    let parts: Vec<Part<'_>> = documents
        .iter()
        .map(|document| Part {
            bookmark: document.title.clone(),
            document,
        })
        .collect();
    let mut pages = 0;
    let time = median(7, || {
        pages = render_bundle(&parts, &Info::default(), set).unwrap().pages;
    });
    f64::from(pages) / time.as_secs_f64()
}

/// A folder for what is made, among the build's own files.
fn folder() -> PathBuf {
    let program = std::env::current_exe().unwrap();
    let target = program.ancestors().nth(3).unwrap_or(Path::new("."));
    let folder = target.join("bench-typesetters");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The machine's load, without which a figure says little.
fn load() -> String {
    std::fs::read_to_string("/proc/loadavg").unwrap_or_else(|_| "unknown".into())
}

fn median(rounds: usize, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let began = Instant::now();
            run();
            began.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[rounds / 2]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn whole_process(file: &Path) -> f64 {
    let program = std::env::current_exe().unwrap();
    milliseconds(median(9, || {
        let status = Command::new(&program).env(ONCE, file).status().unwrap();
        assert!(status.success());
    }))
}

/// The most memory this process had, where the system tells.
fn peak_megabytes() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1000.0)
}

fn verdict(what: &str, measured: f64, limit: f64, kept: bool) {
    let word = if kept { "ok" } else { "OVER" };
    println!("ratio {what}: {measured:.1} (limit {limit:.0}) {word}");
}
