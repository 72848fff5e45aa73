//! A ledger of 100,000 rows: previewed, taken in and given out again, beside what libraries alone take for
//! the same file.

mod child;
mod make;

use crate::{bare, times, verdict};
use calamine::{Data, Reader, Xlsx};
use make::ROWS;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use tables::isolated::HELPER;

/// Set for the copy of this program that only measures itself: the folder with the ledger.
const CHILD: &str = "TONGXIN_BENCH_LEDGER";
const ROWS_A_SECOND: u64 = 30_000;
const MEGABYTES: u64 = 400;

/// Measures in this process, where it is the copy made for that.
pub(crate) fn is_child(runtime: &tokio::runtime::Runtime) -> bool {
    let folder = std::env::var_os(CHILD);
    if let Some(folder) = &folder {
        runtime.block_on(child::run(Path::new(folder)));
    }
    folder.is_some()
}

pub(crate) async fn measure() {
    let folder = target().join("bench-ledger");
    std::fs::create_dir_all(&folder).unwrap();
    let bytes = make::ledger();
    std::fs::write(folder.join("ledger.xlsx"), &bytes).unwrap();
    let streamed = times(3, async || stream(&bytes)).await[1];
    let steps = measured(&folder);
    let of = |name: &str| steps.iter().find(|step| step.0 == name).unwrap();
    let (preview, apply, export) = (of("preview").1, of("apply").1, of("export").1);
    verdict(
        "ledger of 100k rows, preview beside 3 bare streaming reads",
        preview,
        streamed * 3,
    );
    let limit = Duration::from_secs(ROWS as u64) / u32::try_from(ROWS_A_SECOND).unwrap();
    let rate = ROWS as u128 * 1000 / apply.as_millis().max(1);
    verdict(
        &format!("ledger of 100k rows taken in with its log ({rate} rows a second)"),
        apply,
        limit,
    );
    let cells = bare::cells(std::fs::read(folder.join("export.xlsx")).unwrap());
    let alone = times(3, async || bare::write(&cells)).await[1];
    verdict(
        &format!(
            "ledger given out, {} cells, beside 1.3 bare",
            bare::count(&cells)
        ),
        export,
        alone * 13 / 10,
    );
    println!("undo of 100k rows: {} ms", of("undo").1.as_millis());
    let helper = helper_megabytes(&bytes).unwrap_or_default();
    let peak = steps.iter().map(|step| step.2).max().unwrap_or_default();
    for (what, peak) in [("all steps", peak), ("the reading process", helper)] {
        let word = if peak <= MEGABYTES { "ok" } else { "OVER" };
        println!("ratio ledger, peak memory of {what}: {peak} MB / {MEGABYTES} MB {word}");
    }
    beside_others(&folder, &cells, preview, export);
}

/// The same cells read by calamine alone, one after the other.
fn stream(bytes: &[u8]) -> usize {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let mut cells = book.worksheet_cells_reader(&name).unwrap();
    let mut count = 0;
    while let Some(cell) = cells.next_cell().unwrap() {
        std::hint::black_box(&cell);
        count += 1;
    }
    assert!(count > ROWS * 10);
    count
}

/// Name, time and peak memory in MB of each step, from a copy of this program.
fn measured(folder: &Path) -> Vec<(String, Duration, u64)> {
    let output = Command::new(std::env::current_exe().unwrap())
        .env(CHILD, folder)
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let step = |line: &str| {
        println!("{line}");
        let mut fields = line.split('\t');
        let name = fields.next()?.to_owned();
        let mut number = || fields.next()?.parse::<u64>().ok();
        Some((name, Duration::from_millis(number()?), number()?))
    };
    text.lines().filter_map(step).collect()
}

/// The most memory a process had, where the system tells.
fn peak_megabytes(process: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1000)
}

/// The same of the process that reads the file: it is looked at when its answer stands and is not yet taken.
fn helper_megabytes(bytes: &[u8]) -> Option<u64> {
    let mut helper = Command::new(std::env::current_exe().ok()?)
        .arg(HELPER)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    helper.stdin.take()?.write_all(bytes).ok()?;
    let mut output = helper.stdout.take()?;
    output.read_exact(&mut [0]).ok()?;
    let peak = peak_megabytes(&helper.id().to_string());
    output.read_to_end(&mut Vec::new()).ok()?;
    helper.wait().ok()?;
    peak
}

fn target() -> PathBuf {
    let program = std::env::current_exe().unwrap();
    program.ancestors().nth(3).unwrap_or(Path::new(".")).into()
}

/// Compares with what `others.py` measures; it prints `name<TAB>ms`, or `absent`.
fn beside_others(folder: &Path, cells: &bare::Cells, preview: Duration, export: Duration) {
    let file = folder.join("cells.json");
    std::fs::write(&file, serde_json::to_vec(&plain(cells)).unwrap()).unwrap();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new("python3")
        .arg(sources.join("benches/core/ledger/others.py"))
        .arg(sources.join("../crates/gongwen/benches/typesetters"))
        .arg(target().join("tools/python"))
        .args([&folder.join("ledger.xlsx"), &file])
        .output();
    let Ok(output) = output else {
        println!("ratio openpyxl and XlsxWriter: absent (no python3)");
        return;
    };
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let theirs = |time: &str| time.parse().ok().map(Duration::from_millis);
        let told = line.split_once('\t');
        match told.and_then(|(name, time)| Some((name, theirs(time)?))) {
            Some((name @ "openpyxl", time)) => times_faster(name, preview, time, 5),
            Some((name, time)) => times_faster(name, export, time, 4),
            None => println!("ratio {line}"),
        }
    }
}

fn times_faster(name: &str, ours: Duration, theirs: Duration, least: u32) {
    verdict(
        &format!("ledger, {least} times faster than {name}"),
        ours,
        theirs / least,
    );
}

/// The cells as JSON: texts, numbers and nothing.
fn plain(cells: &bare::Cells) -> Vec<Vec<serde_json::Value>> {
    let plain = |cell: &Data| match cell {
        Data::Empty => serde_json::Value::Null,
        Data::Int(number) => (*number).into(),
        Data::Float(number) => (*number).into(),
        Data::DateTime(day) => day.as_f64().into(),
        other => other.to_string().into(),
    };
    let rows = cells.iter().flat_map(|(_, rows)| rows);
    rows.map(|row| row.iter().map(plain).collect()).collect()
}
