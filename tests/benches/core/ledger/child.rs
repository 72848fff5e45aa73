//! What is measured in a process of its own, so that its memory is seen: an office of 20 committees and 200
//! units previews the ledger, takes it in and gives it out again.

use super::make::{COMMITTEES, ROWS, UNITS, committee, unit};
use crate::house;
use ground::progress::Progress;
use serde_json::{Value as Json, json};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::runtime::Handle;
use tongxin_core::api;
use tongxin_tests::{House, Start, book};

/// Prints `name<TAB>milliseconds<TAB>megabytes at most so far` for each step.
pub(super) async fn run(folder: &Path) {
    let house = house(Start::House).await.reading_apart();
    set_up(&house).await;
    let file = house.hand_in(&folder.join("ledger.xlsx"));
    let preview = json!({ "register": "members", "file": file });
    let mut shown = Json::Null;
    let time = median(async || {
        shown = house.ok("registers.importPreview", preview.clone()).await;
    });
    let time = time.await;
    assert_eq!(
        shown["counts"][0]["count"]["created"], ROWS,
        "{}",
        shown["faults"]
    );
    told("preview", time);
    let begun = Instant::now();
    followed(&house, "registers.importApply", preview.clone()).await;
    told("apply", begun.elapsed());
    let export = json!({ "register": "members" });
    let mut made = followed(&house, "registers.export", export.clone()).await;
    let time = median(async || made = house.ok("registers.export", export.clone()).await);
    let time = time.await;
    told("export", time);
    std::fs::write(folder.join("export.xlsx"), house.bytes(&made)).unwrap();
    let newest = house.ok("changes.list", json!({})).await[0]["id"].clone();
    let begun = Instant::now();
    house.ok("changes.undo", json!({ "id": newest })).await;
    told("undo", begun.elapsed());
    house.close().await;
}

async fn set_up(house: &House) {
    house.found().await;
    let headings: &[&str] = &["社区", "单位名称", "单位性质"];
    let rows: Vec<[String; 3]> = (0..UNITS)
        .map(|at| [committee(at % COMMITTEES), unit(at), "学校".to_owned()])
        .collect();
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let rows: Vec<&[&str]> = std::iter::once(headings)
        .chain(rows.iter().map(Vec::as_slice))
        .collect();
    let bytes = book(&[("单位", &rows)]);
    let file = json!(house.office.files().keep("单位.xlsx", bytes));
    let args = json!({ "register": "units", "file": file, "create_missing": true });
    house.ok("registers.importApply", args).await;
}

/// Gives a command and prints how long each of its stages took.
async fn followed(house: &House, name: &str, args: Json) -> Json {
    let (clerk, progress) = (house.clerk().await, Progress::default());
    let ended = AtomicBool::new(false);
    let call = api::call_with(&house.office, &clerk, name, args, &progress);
    std::thread::scope(|scope| {
        scope.spawn(|| watch(&progress, &ended));
        let answer = tokio::task::block_in_place(|| Handle::current().block_on(call));
        ended.store(true, Ordering::Release);
        answer.unwrap().result
    })
}

fn watch(progress: &Progress, ended: &AtomicBool) {
    let (mut stage, mut begun) = (progress.seen().stage, Instant::now());
    while !ended.load(Ordering::Acquire) {
        std::thread::sleep(Duration::from_millis(2));
        let now = progress.seen().stage;
        if now != stage {
            println!("  {stage:?}: {} ms", begun.elapsed().as_millis());
            (stage, begun) = (now, Instant::now());
        }
    }
    println!("  {stage:?}: {} ms", begun.elapsed().as_millis());
}

async fn median(mut run: impl AsyncFnMut()) -> Duration {
    let mut times = Vec::new();
    for _ in 0..3 {
        let begun = Instant::now();
        run().await;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    times[1]
}

fn told(step: &str, time: Duration) {
    println!(
        "{step}\t{}\t{}",
        time.as_millis(),
        super::peak_megabytes("self").unwrap_or_default()
    );
}
