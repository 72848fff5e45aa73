//! List pages and searches of buildings and partners of streets of three sizes: 1,500 buildings and 550
//! partners to an ordinary street.

use crate::house;
use crate::lists::{Query, SIZES, pages};
use serde_json::json;
use tongxin_tests::{House, Start, ledger};

const COMMUNITIES: usize = 17;
const BUILDINGS: usize = 1_500;
/// Buildings of a compound.
const COMPOUND: usize = 12;
const PARTNERS: usize = 550;
/// Rows of a file; larger streets are brought in by several.
const ROWS: usize = 15_000;
const SKILLS: [&str; 5] = ["舞蹈", "剪纸", "水电维修", "法律咨询", "书法"];

pub(crate) async fn measure() {
    for size in SIZES {
        let house = house(Start::House).await;
        house.found().await;
        fill_buildings(&house, BUILDINGS * size).await;
        fill_partners(&house, PARTNERS * size).await;
        pages(&house, size, queries()).await;
        house.close().await;
    }
}

fn community(number: usize) -> String {
    format!("第{}社区", number % COMMUNITIES + 1)
}

async fn fill_buildings(house: &House, count: usize) {
    let head = ["社区", "小区", "楼栋", "住户数", "楼栋长", "楼栋长电话"];
    let row = |number: usize| {
        let compound = number / COMPOUND;
        [
            community(compound),
            format!("{compound}号小区"),
            format!("{}号楼", number % COMPOUND + 1),
            (24 + number % 60).to_string(),
            format!("楼长{number}"),
            format!("1390000{:04}", number % 10_000),
        ]
    };
    for rows in in_files(count, row) {
        let file = house
            .office
            .files()
            .keep("楼栋.xlsx", book("楼栋", head, &rows));
        let args = json!({ "register": "buildings", "file": file, "create_missing": true });
        house.ok("registers.importApply", args).await;
    }
}

async fn fill_partners(house: &House, count: usize) {
    let head = ["姓名", "联系方式", "所在社区", "特长", "服务时间"];
    let row = |number: usize| {
        [
            format!("志愿者{number}"),
            format!("139{number:08}"),
            community(number),
            SKILLS[number % SKILLS.len()].to_owned(),
            "周末".to_owned(),
        ]
    };
    for rows in in_files(count, row) {
        let file = house
            .office
            .files()
            .keep("志愿者.xlsx", book("志愿者", head, &rows));
        house
            .ok(
                "registers.importApply",
                json!({ "register": "partners", "file": file, "create_missing": true }),
            )
            .await;
    }
}

/// The rows of each file.
fn in_files<const N: usize>(
    count: usize,
    row: impl Fn(usize) -> [String; N],
) -> impl Iterator<Item = Vec<[String; N]>> {
    let starts = (0..count).step_by(ROWS);
    starts.map(move |start| (start..count.min(start + ROWS)).map(&row).collect())
}

fn book<const N: usize>(name: &str, head: [&str; N], rows: &[[String; N]]) -> Vec<u8> {
    let rows: Vec<[&str; N]> = rows
        .iter()
        .map(|row| row.each_ref().map(String::as_str))
        .collect();
    ledger(name, name, head, &rows)
}

fn queries() -> Vec<Query> {
    vec![
        ("buildings, first page", "buildings.list", json!({})),
        (
            "buildings, search 楼长7",
            "buildings.list",
            json!({ "search": "楼长7" }),
        ),
        ("compounds, first page", "compounds.list", json!({})),
        ("partners, first page", "partners.list", json!({})),
        (
            "partners by skill",
            "partners.list",
            json!({ "search": "剪纸" }),
        ),
        (
            "who can do this",
            "partners.find",
            json!({ "text": "水电维修 周末" }),
        ),
        (
            "search box, 志愿者12",
            "search.find",
            json!({ "text": "志愿者12" }),
        ),
    ]
}
