//! List pages, searches and sorts of streets of three sizes.
//!
//! Units, seats and committees grow in full. Meetings and assignments, which commands make one by
//! one, are 200 and 600 to an ordinary street and stop growing at ten streets.

use crate::{house, percentile, times, verdict};
use serde_json::{Value as Json, json};
use std::time::Duration;
use tables::Properties;
use tongxin_app::sample::{SEED, Street};
use tongxin_core::api;
use tongxin_core::units::sheet::write_units;
use tongxin_tests::{House, Start};

/// The slowest of a hundred at ten streets; at a hundred streets twice as long.
const LIMIT: Duration = Duration::from_millis(10);
const RUNS: usize = 300;
const MEETINGS: usize = 200;
const ASSIGNMENTS: usize = 600;

/// What is measured: a name, a command and its arguments.
pub(crate) type Query = (&'static str, &'static str, Json);

/// Streets of ordinary size, ten times it and a hundred times.
pub(crate) const SIZES: [usize; 3] = [1, 10, 100];

pub(crate) async fn measure() {
    for size in SIZES {
        let house = house(Start::House).await;
        fill(&house, size).await;
        pages(&house, size, queries(&house).await).await;
        house.close().await;
    }
}

/// Asks each query many times and says how long the slowest of a hundred took.
pub(crate) async fn pages(house: &House, size: usize, queries: Vec<Query>) {
    let clerk = house.clerk().await;
    let limit = if size == 100 { LIMIT * 2 } else { LIMIT };
    for (name, command, args) in queries {
        let ask = async || {
            api::call(&house.office, &clerk, command, args.clone())
                .await
                .unwrap()
        };
        let times = times(RUNS, ask).await;
        let median = percentile(&times, 50).as_secs_f64() * 1000.0;
        verdict(
            &format!("p99 {name} at {size}x (median {median:.2} ms)"),
            percentile(&times, 99),
            limit,
        );
    }
}

pub(crate) async fn fill(house: &House, size: usize) {
    house.found().await;
    let street = Street::generate(SEED, size);
    let properties = Properties {
        title: "台账".into(),
        author: "管理员".into(),
        created: chrono::NaiveDateTime::default(),
    };
    let bytes = write_units(&properties, "台账", &street.ledger()).unwrap();
    let file = json!(house.office.files().keep("台账.xlsx", bytes));
    house
        .ok(
            "registers.importApply",
            json!({ "register": "units", "file": file, "create_missing": true }),
        )
        .await;
    let committees = house.ok("committees.list", json!({})).await;
    let committees: Vec<Json> = committees
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["committee"]["id"].clone())
        .collect();
    let grown = size.min(10);
    for place in 0..MEETINGS * grown {
        let committee = &committees[place % committees.len()];
        let day = format!("2026-{:02}-{:02}", place / 28 % 12 + 1, place % 28 + 1);
        let open = json!({ "committee_id": committee, "month": &day[..7], "date": day, "extraordinary": true });
        house.ok("meetings.open", open).await;
    }
    for place in 0..ASSIGNMENTS * grown {
        let save = json!({
            "committee_id": committees[place % committees.len()], "lead_name": format!("第{place}家单位"),
            "content": format!("清理第{place}处飞线并建立巡查记录"), "due_on": format!("2026-12-{:02}", place % 28 + 1),
        });
        house.ok("assignments.save", save).await;
    }
}

async fn queries(house: &House) -> Vec<Query> {
    let units = |args: Json| house.ok("units.list", args);
    let first = units(json!({ "page": { "limit": 50 } })).await;
    let committee = house.ok("committees.list", json!({})).await[0]["committee"]["id"].clone();
    vec![
        ("units, first page", "units.list", json!({})),
        (
            "units, next page",
            "units.list",
            json!({ "page": { "limit": 100, "after": first["next"] } }),
        ),
        (
            "units by Party members",
            "units.list",
            json!({ "sort": "party_members", "descending": true }),
        ),
        ("units by nature", "units.list", json!({ "sort": "nature" })),
        (
            "units of a committee",
            "units.list",
            json!({ "committee_id": committee }),
        ),
        (
            "units, search 教育局",
            "units.list",
            json!({ "search": "教育局" }),
        ),
        (
            "units, search jiaoyu",
            "units.list",
            json!({ "search": "jiaoyu" }),
        ),
        ("units, search wy", "units.list", json!({ "search": "wy" })),
        ("meetings, first page", "meetings.list", json!({})),
        (
            "meetings of a committee",
            "meetings.list",
            json!({ "committee_id": committee }),
        ),
        ("assignments, first page", "assignments.list", json!({})),
        (
            "assignments, search 飞线",
            "assignments.list",
            json!({ "search": "飞线" }),
        ),
        ("search box, 听雨", "search.find", json!({ "text": "听雨" })),
        ("search box, ty", "search.find", json!({ "text": "ty" })),
    ]
}
