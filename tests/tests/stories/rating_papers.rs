//! Building stars on their way out: the 通报 under its number, the roll, the year's table, and places
//! that a sheet brings along.

use crate::ratings::{compound, fill, marks, publish};
use serde_json::{Value as Json, json};
use tongxin_tests::{House, ledger, stories, text};

stories! {
    House:
        a_report_takes_its_number_from_the_series,
        the_roll_and_the_year_name_what_was_published,
        a_sheet_brings_stairwells_along_when_asked,
        a_stairwell_nobody_can_tell_is_a_wrong_row;
}

fn falling(number: usize) -> Vec<String> {
    marks(&format!("{} 30 30", 41 - number))
}

/// A published month of a community with four buildings; gives the period.
async fn published(house: &House) -> String {
    let compound = compound(house, 4).await;
    let open = json!({ "month": "2026-10", "community_id": compound["community_id"] });
    let period = house.ok("ratings.open", open).await;
    let id = period["id"].as_str().unwrap().to_owned();
    fill(house, &id, falling).await;
    publish(house, &id).await;
    id
}

async fn paper(house: &House, args: Json) -> (Json, String) {
    let made = house.ok("documents.make", args).await;
    let printed = text(&house.bytes(&made["file"])).replace(['\n', ' '], "");
    (made, printed)
}

async fn a_report_takes_its_number_from_the_series(house: &House) {
    let id = published(house).await;
    let report = json!({ "kind": "rating_report", "rating_id": id });
    let (before, printed) = paper(house, report.clone()).await;
    assert_eq!(before["may_issue"], true);
    assert!(!printed.contains("〔2026〕"), "{printed}");
    let issued = house.ok("documents.issue", report.clone()).await;
    assert_eq!(issued["number"], "听雨社区党委〔2026〕1号");
    let (after, printed) = paper(house, report.clone()).await;
    assert_eq!(after["may_issue"], false);
    assert!(printed.contains("听雨社区党委〔2026〕1号"), "{printed}");
    let again = house.fails("documents.issue", report.clone()).await;
    assert!(
        again.message.contains("听雨社区党委〔2026〕1号"),
        "{}",
        again.message
    );

    let view = house.ok("ratings.view", json!({ "id": id })).await;
    let correct =
        json!({ "id": id, "version": view["period"]["version"], "reason": "4号楼漏记加分" });
    house.ok("ratings.correct", correct).await;
    publish(house, &id).await;
    let second = house.ok("documents.issue", report.clone()).await;
    assert_eq!(second["number"], "听雨社区党委〔2026〕2号");
    let mut old = report;
    old["revision"] = json!(1);
    let (_, printed) = paper(house, old).await;
    assert!(
        printed.contains("〔2026〕1号") && !printed.contains("〔2026〕2号"),
        "{printed}"
    );
    let kept = house.ok("documents.issued", json!({})).await;
    assert_eq!(kept.as_array().unwrap().len(), 2);
}

async fn the_roll_and_the_year_name_what_was_published(house: &House) {
    let id = published(house).await;
    let roll = json!({ "kind": "honour_roll", "rating_id": id });
    let (_, roll) = paper(house, roll).await;
    for part in [
        "光荣榜",
        "2026年10月",
        "流动小红旗楼栋",
        "听雨花园：1号楼、2号楼、3号楼。",
        "五星楼栋",
    ] {
        assert!(roll.contains(part), "{part} is missing in {roll}");
    }
    let year = json!({ "kind": "rating_year", "year": 2026 });
    let (_, year) = paper(house, year).await;
    for part in [
        "2026年度楼栋星级表",
        "听雨花园（已公布1个月）",
        "10月",
        "★★★★★",
        "注1：",
    ] {
        assert!(year.contains(part), "{part} is missing in {year}");
    }
    let nothing = json!({ "kind": "rating_year", "year": 2025 });
    let nothing = house.fails("documents.make", nothing).await;
    assert_eq!(
        nothing.message,
        "2025年还没有已发布的楼栋考评，发布后才有年度表。"
    );
}

/// A scheme that rates stairwells, the office's only one.
async fn by_stairwells(house: &House) {
    let view = house.ok("schemes.list", json!({})).await;
    let mut rules = view["defaults"].clone();
    rules["rated"] = json!("stairwell");
    let scheme = json!({ "name": "单元考评方案", "rules": rules });
    house.ok("schemes.save", scheme).await;
}

fn book(rows: &[[&str; 7]]) -> Vec<u8> {
    let head = [
        "社区",
        "小区",
        "楼栋",
        "考评楼栋（评分人）",
        "安全",
        "卫生",
        "文明创建",
    ];
    ledger("10月", "打分表（2026年10月）", head, rows)
}

fn scored(rated: &'static str, judge: &'static str) -> [&'static str; 7] {
    ["听雨社区", "听雨花园", rated, judge, "36", "27", "24"]
}

async fn a_sheet_brings_stairwells_along_when_asked(house: &House) {
    compound(house, 1).await;
    by_stairwells(house).await;
    let rows = [
        scored("1号楼1单元", "1号楼2单元"),
        scored("1号楼2单元", "2-1"),
        scored("2-1", "1号楼1单元"),
    ];
    let file = json!(house.office.files().keep("单元打分表.xlsx", book(&rows)));
    let preview = house
        .ok("ratings.previewScores", json!({ "file": file }))
        .await;
    assert_eq!(preview["faults"], json!([]));
    assert_eq!(preview["buildings_to_create"], json!(["听雨花园2号楼"]));
    assert_eq!(
        preview["stairwells_to_create"],
        json!([
            "听雨花园1号楼1单元",
            "听雨花园1号楼2单元",
            "听雨花园2号楼1单元"
        ])
    );
    let refused = house
        .fails("ratings.importScores", json!({ "file": file }))
        .await;
    assert_eq!(
        refused.message,
        "有 0 个社区、0 个小区、1 栋楼、3 个单元尚未登记，请核对后勾选“新建社区、小区和楼栋”再导入。"
    );
    let apply = json!({ "file": file, "create_places": true });
    let outcome = house.ok("ratings.importScores", apply.clone()).await;
    assert_eq!(
        (
            &outcome["buildings_created"],
            &outcome["stairwells_created"]
        ),
        (&json!(1), &json!(3))
    );
    assert_eq!(outcome["sheets"]["created"], 3);
    let page = house.ok("buildings.list", json!({})).await;
    let stairwells: Vec<i64> = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["stairwells"].as_i64().unwrap())
        .collect();
    assert_eq!(stairwells, [2, 1]);
    let again = house.ok("ratings.importScores", apply).await;
    assert_eq!(
        (&again["sheets"]["unchanged"], &again["stairwells_created"]),
        (&json!(3), &json!(0))
    );
}

async fn a_stairwell_nobody_can_tell_is_a_wrong_row(house: &House) {
    compound(house, 1).await;
    by_stairwells(house).await;
    let rows = [
        scored("一层", "1号楼2单元"),
        scored("1号楼2单元", "1号楼1单元"),
        scored("1号楼1单元", "1号楼2单元"),
    ];
    let file = json!(house.office.files().keep("单元打分表.xlsx", book(&rows)));
    let preview = house
        .ok("ratings.previewScores", json!({ "file": file }))
        .await;
    let faults = preview["faults"].as_array().unwrap();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(
        faults[0]["reason"],
        "看不出“一层”是哪栋楼的哪个单元，请写成“3号楼2单元”的样子。"
    );
}
