//! Minutes of three pages, made again and again.

use crate::{house, percentile, times, verdict};
use serde_json::json;
use std::time::Duration;
use tongxin_tests::Start;

const LIMIT: Duration = Duration::from_millis(40);
const RUNS: usize = 100;

pub(crate) async fn measure() {
    let house = house(Start::Street).await;
    let list = json!({ "states": ["signed"], "page": { "limit": 1 } });
    let meeting = house.ok("meetings.list", list).await["rows"][0]["meeting"]["id"].clone();
    let args = json!({ "kind": "minutes", "meeting_id": meeting });
    let pages = house.ok("documents.make", args.clone()).await["pages"].clone();
    let times = times(RUNS, async || {
        house.ok("documents.make", args.clone()).await
    })
    .await;
    verdict(
        &format!("minutes PDF, {pages} pages, warm, median"),
        percentile(&times, 50),
        LIMIT,
    );
    house.close().await;
}
