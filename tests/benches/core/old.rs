//! An office of 100,000 units as the version of 0132 left it, brought up to date: how long the first start
//! takes, and how much disk it needs at most, the engine's nameless files among it.

use crate::verdict;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};
use storage::FILE_NAME;
use tongxin_tests::old::{Dump, grow, lost, open_file};
use tongxin_tests::open_folder;

/// Set for the copy of this program that only opens a folder: which.
const CHILD: &str = "TONGXIN_BENCH_OLD";
const UNITS: i64 = 100_000;
const LIMIT: Duration = Duration::from_secs(60);
/// All files at most, in hundredths of the one before.
const DISK: u64 = 200;

/// Opens the folder in this process, where it is the copy made for that.
pub(crate) fn is_child(runtime: &tokio::runtime::Runtime) -> bool {
    let folder = std::env::var_os(CHILD);
    if let Some(folder) = &folder {
        runtime.block_on(async {
            let office = open_folder(Path::new(folder)).await.unwrap();
            office.close().await;
        });
    }
    folder.is_some()
}

pub(crate) async fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let (live, before) = (
        folder.path().join(FILE_NAME),
        folder.path().join("before.db"),
    );
    let file = Dump::named("0132").write(folder.path()).await;
    grow(&file, UNITS).await;
    file.close().await;
    let size = std::fs::copy(&live, &before).unwrap();
    let begun = Instant::now();
    let mut opener = Command::new(std::env::current_exe().unwrap())
        .env(CHILD, folder.path())
        .spawn()
        .unwrap();
    let mut peak = 0;
    let ended = loop {
        peak = peak.max(on_disk(&opener, folder.path(), &before));
        if let Some(ended) = opener.try_wait().unwrap() {
            break ended;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let time = begun.elapsed();
    assert!(ended.success());
    verdict("100k units of 0132 brought up to date", time, LIMIT);
    let now = std::fs::metadata(&live).unwrap().len();
    let share = peak * 100 / size;
    let word = if share <= DISK { "ok" } else { "OVER" };
    println!(
        "ratio old data, disk at most: {} MB / {} MB {word} (before {} MB, after {} MB)",
        megabytes(peak),
        megabytes(size * DISK / 100),
        megabytes(size),
        megabytes(now)
    );
    let file = open_file(folder.path()).await;
    assert_eq!(lost(&file, &before).await, []);
}

fn megabytes(bytes: u64) -> u64 {
    bytes / 1_000_000
}

/// Bytes of the files that a process has open, each once, where the system tells; else of its folder.
fn on_disk(process: &Child, folder: &Path, before: &Path) -> u64 {
    let open = std::fs::read_dir(format!("/proc/{}/fd", process.id()));
    let files = open
        .or_else(|_| std::fs::read_dir(folder))
        .into_iter()
        .flatten();
    let mut seen = Vec::new();
    let mut bytes = 0;
    for file in files.flatten().filter(|file| file.path() != before) {
        let Ok(told) = std::fs::metadata(file.path()) else {
            continue;
        };
        let place = std::fs::canonicalize(file.path()).unwrap_or_else(|_| file.path());
        if told.is_file() && !seen.contains(&place) {
            bytes += told.len();
            seen.push(place);
        }
    }
    bytes
}
