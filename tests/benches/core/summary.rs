//! The leaders' workbook of ten streets, beside rust_xlsxwriter writing the same cells and no more.

use crate::{bare, house, lists, percentile, times, verdict};
use serde_json::json;
use tongxin_tests::Start;

const SIZE: usize = 10;
const RUNS: usize = 20;

pub(crate) async fn measure() {
    let house = house(Start::House).await;
    lists::fill(&house, SIZE).await;
    let made = house.ok("summary.make", json!({})).await;
    let cells = bare::cells(house.bytes(&made));
    let count = bare::count(&cells);
    let ours = times(RUNS, async || house.ok("summary.make", json!({})).await).await;
    let alone = times(RUNS, async || bare::write(&cells)).await;
    let limit = percentile(&alone, 50) * 3 / 2;
    verdict(
        &format!("summary workbook at {SIZE}x, {count} cells, median beside 1.5 bare"),
        percentile(&ours, 50),
        limit,
    );
    house.close().await;
}
