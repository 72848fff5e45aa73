//! Building stars: a month calculated and ranked, and a year put together through its command; each
//! at one street and at ten, where ten may take twelve times as long.

use crate::{house, percentile, times, verdict};
use serde_json::{Value as Json, json};
use std::time::Duration;
use tongxin_core::ratings::rules::SchemeRules;
use tongxin_core::ratings::{RatingEntry, ScoreSheet, Standing, tally};
use tongxin_tests::{House, Start};

const MONTH: Duration = Duration::from_millis(50);
const YEAR: Duration = Duration::from_millis(300);
const GROWTH: u32 = 12;
const RUNS: usize = 20;
/// Buildings of a compound.
const COMPOUND: usize = 20;
const JUDGES: usize = 3;

pub(crate) async fn measure() {
    let one = month(1_500).await;
    verdict("month of 1,500 buildings x 3 judges, median", one, MONTH);
    let ten = month(15_000).await;
    verdict(
        "month of 15,000 buildings beside 12 times 1,500",
        ten,
        one * GROWTH,
    );
    let house = house(Start::House).await;
    publish_year(&house).await;
    let year = times(RUNS, async || {
        house.ok("ratings.rollUp", json!({ "year": 2026 })).await
    })
    .await;
    verdict(
        "year of 18,000 sheets, roll-up, median",
        percentile(&year, 50),
        YEAR,
    );
    house.close().await;
}

async fn month(buildings: usize) -> Duration {
    let entries: Vec<RatingEntry> = (0..buildings).map(entry).collect();
    let sheets: Vec<ScoreSheet> = (0..buildings)
        .flat_map(|rated| (0..JUDGES).map(move |judge| sheet(rated, judge)))
        .collect();
    let rules = SchemeRules::default();
    let times = times(RUNS, async || tally(&rules, "云溪街道", &entries, &sheets)).await;
    percentile(&times, 50)
}

fn entry(number: usize) -> RatingEntry {
    let compound = number / COMPOUND;
    RatingEntry {
        id: format!("e{number}"),
        version: 1,
        period_id: "p".into(),
        object_id: format!("o{number}"),
        community_id: "c".into(),
        community: "听雨社区".into(),
        compound_id: format!("k{compound}"),
        compound: format!("第{compound}小区"),
        name: format!("{}号楼", number % COMPOUND + 1),
        chief: String::new(),
        position: 0,
        standing: Standing::Rated,
        basis: String::new(),
    }
}

fn sheet(rated: usize, judge: usize) -> ScoreSheet {
    let other = rated / COMPOUND * COMPOUND + (rated + judge + 1) % COMPOUND;
    let mark = |full: usize, salt: usize| {
        let spread = (rated * 7 + judge * 13 + salt) % (full * 5);
        i64::try_from(full * 500 + spread * 100).ok()
    };
    let marks = vec![
        mark(40, 1),
        mark(30, 2),
        mark(30, 3),
        mark(4, 4),
        mark(2, 5),
        None,
    ];
    ScoreSheet {
        id: format!("s{rated}-{judge}"),
        version: 1,
        period_id: "p".into(),
        rated_id: format!("e{rated}"),
        judge_id: format!("e{other}"),
        assigned: true,
        marks: marks.into(),
    }
}

/// Twelve published months of 500 buildings.
async fn publish_year(house: &House) {
    house.found().await;
    let committee = house.committee_with("听雨", &[]).await;
    for compound in 0..25 {
        let compound = json!({ "community_id": committee["community_id"], "name": format!("第{compound}小区") });
        let compound = house.ok("compounds.save", compound).await;
        for number in 1..=COMPOUND {
            let building =
                json!({ "compound_id": compound["id"], "name": format!("{number}号楼") });
            house.ok("buildings.save", building).await;
        }
    }
    for month in 1..=12 {
        let open = json!({ "month": format!("2026-{month:02}") });
        let period = house.ok("ratings.open", open).await;
        fill(house, &period["id"]).await;
        let seen = house
            .ok("ratings.view", json!({ "id": period["id"] }))
            .await;
        let step = json!({ "id": period["id"], "version": seen["period"]["version"] });
        house.ok("ratings.publish", step).await;
    }
}

async fn fill(house: &House, period: &Json) {
    let lines = house.ok("ratings.scores", json!({ "id": period })).await;
    let row = |(number, line): (usize, &Json)| {
        let marks =
            [28 + number % 12, 20 + number % 9, 19 + number % 11].map(|mark| mark.to_string());
        json!({
            "version": line["version"], "rated_id": line["rated_id"], "judge_id": line["judge_id"],
            "marks": marks,
        })
    };
    let rows: Vec<Json> = lines
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
        .map(row)
        .collect();
    house
        .ok("ratings.saveScores", json!({ "id": period, "rows": rows }))
        .await;
}
