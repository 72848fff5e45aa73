//! Files of score sheets: several sheets, headings put right, and the template.

use crate::ratings::{compound, falling, fill, open, publish, report};
use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_tests::{House, book, fixture, sheet, stories, text};

stories! {
    House:
        the_offices_workbook_comes_in_whole,
        an_import_of_scores_is_undone_as_a_batch,
        sheets_go_out_to_excel_and_come_back,
        every_sheet_of_a_file_is_read,
        a_file_of_several_months_waits_for_the_period,
        headings_put_right_are_remembered,
        the_template_is_filled_in_and_read;
}

async fn the_offices_workbook_comes_in_whole(house: &House) {
    house.found().await;
    let file = house.hand_in(&fixture("楼栋考评打分表.xlsx"));
    let preview = house
        .ok("ratings.previewScores", json!({ "file": file }))
        .await;
    assert_eq!(preview["faults"], json!([]));
    assert_eq!(preview["month"], "2026-10");
    let counts = [
        "buildings",
        "compounds",
        "small_scopes",
        "unfilled",
        "wrong_rows",
    ];
    let told = counts.map(|name| preview[name].as_i64().unwrap());
    assert_eq!(told, [331, 35, 9, 0, 0]);
    assert_eq!(preview["sheets"]["created"], 959);
    let lists = ["communities", "compounds", "buildings"];
    let unknown = lists.map(|name| {
        let list = &preview[format!("{name}_to_create")];
        list.as_array().unwrap().len()
    });
    assert_eq!(unknown, [17, 35, 331]);
    let refused = house
        .fails("ratings.importScores", json!({ "file": file }))
        .await;
    assert_eq!(refused.field.as_deref(), Some("create_places"));
    let args = json!({ "file": file, "create_places": true });
    let outcome = house.ok("ratings.importScores", args.clone()).await;
    assert_eq!(outcome["sheets"]["created"], 959);
    assert_eq!(outcome["buildings_created"], 331);
    let again = house.ok("ratings.importScores", args).await;
    assert_eq!(again["sheets"]["unchanged"], 959);
    assert_eq!(again["buildings_created"], 0);
    let id = outcome["period_id"].as_str().unwrap();
    let published = publish(house, id).await;
    assert_eq!(published["missing"], json!([]));
    assert_eq!(published["scopes"].as_array().unwrap().len(), 35);
    let small = |scope: &&Json| scope["judges"].as_i64() < Some(3);
    let small: Vec<&Json> = published["scopes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(small)
        .collect();
    assert_eq!(small.len(), 9);
    assert!(
        small
            .iter()
            .all(|scope| !scope["notes"].as_array().unwrap().is_empty())
    );
    let paper = text(&report(house, id, None).await);
    for said in ["听雨花园", "振兴里小区", "流动小红旗", "内容校验值"] {
        assert!(paper.contains(said), "{said} is missing");
    }
}

async fn an_import_of_scores_is_undone_as_a_batch(house: &House) {
    house.found().await;
    let file = house.hand_in(&fixture("楼栋考评打分表.xlsx"));
    let args = json!({ "file": file, "create_places": true });
    house.ok("ratings.importScores", args.clone()).await;
    let newest = house.ok("changes.list", json!({})).await[0].clone();
    assert_eq!(newest["command"], "ratings.importScores");
    house
        .ok("changes.undo", json!({ "id": newest["id"] }))
        .await;
    assert_eq!(house.ok("ratings.list", json!({})).await, json!([]));
    assert_eq!(house.ok("buildings.list", json!({})).await["total"], 0);
    let again = house.ok("ratings.importScores", args).await;
    assert_eq!(again["sheets"]["created"], 959);
}

async fn sheets_go_out_to_excel_and_come_back(house: &House) {
    compound(house, 5).await;
    let id = open(house, "2026-10").await;
    let blank = json!({ "kind": "score_sheets", "rating_id": id });
    let blank = house.ok("documents.make", blank).await;
    assert!(text(&house.bytes(&blank["file"])).contains("评分楼栋：1号楼"));
    let file = house.ok("ratings.sheet", json!({ "id": id })).await;
    let cells = sheet(&house.bytes(&file), "评分表");
    assert_eq!(cells[2][4], "安全（40分）");
    let args = json!({ "file": file, "period_id": id });
    let preview = house.ok("ratings.previewScores", args.clone()).await;
    assert_eq!(
        (&preview["unfilled"], &preview["sheets"]["total"]),
        (&json!(15), &json!(0))
    );
    fill(house, &id, falling).await;
    let file = house.ok("ratings.sheet", json!({ "id": id })).await;
    let args = json!({ "file": file, "period_id": id });
    let preview = house.ok("ratings.previewScores", args).await;
    assert_eq!(
        preview["sheets"]["unchanged"], 15,
        "{:?}",
        preview["faults"]
    );
    let filled = json!({ "kind": "score_sheets", "rating_id": id, "filled": true });
    let filled = house.ok("documents.make", filled).await;
    assert!(text(&house.bytes(&filled["file"])).contains("39"));
}

const HEAD: [&str; 7] = [
    "社区",
    "小区",
    "楼栋",
    "考评楼栋（评分人）",
    "安全",
    "卫生",
    "文明创建",
];

fn line<'a>(rated: &'a str, judge: &'a str, marks: [&'a str; 3]) -> [&'a str; 7] {
    let [safety, cleanness, manners] = marks;
    [
        "听雨社区",
        "听雨花园",
        rated,
        judge,
        safety,
        cleanness,
        manners,
    ]
}

const FINE: [&str; 3] = ["30", "20", "20"];

/// Name, title, headings and lines of a sheet.
type Given<'a> = (&'a str, &'a str, &'a [&'a str], &'a [[&'a str; 7]]);

fn file(house: &House, sheets: &[Given<'_>]) -> Json {
    let titles: Vec<[&str; 1]> = sheets.iter().map(|(_, title, ..)| [*title]).collect();
    let rows = sheets
        .iter()
        .zip(&titles)
        .map(|((.., head, lines), title)| {
            let lines = lines.iter().map(<[&str; 7]>::as_slice);
            [title.as_slice(), head].into_iter().chain(lines).collect()
        });
    let rows: Vec<Vec<&[&str]>> = rows.collect();
    let named = sheets.iter().zip(&rows);
    let named: Vec<_> = named
        .map(|((name, ..), rows)| (*name, rows.as_slice()))
        .collect();
    json!(house.office.files().keep("打分表.xlsx", book(&named)))
}

const OCTOBER: &str = "打分表（2026年10月）";

async fn every_sheet_of_a_file_is_read(house: &House) {
    compound(house, 4).await;
    let first = [line("1号楼", "2号楼", FINE), line("2号楼", "1号楼", FINE)];
    let second = [
        line("3号楼", "4号楼", FINE),
        line("1号楼", "2号楼", FINE),
        line("4号楼", "3号楼", ["41", "20", "20"]),
    ];
    let file = file(
        house,
        &[
            ("东片", OCTOBER, &HEAD, &first),
            ("西片", OCTOBER, &HEAD, &second),
        ],
    );
    let args = json!({ "file": file });
    let preview = house.ok("ratings.previewScores", args).await;
    assert_eq!(preview["sheets"]["created"], 3);
    let faults = preview["faults"].as_array().unwrap().iter();
    let faults: Vec<_> = faults
        .map(|fault| {
            (
                fault["sheet"].as_str(),
                fault["row"].as_i64(),
                fault["reason"].as_str(),
            )
        })
        .map(|(sheet, row, reason)| (sheet.unwrap(), row.unwrap(), reason.unwrap()))
        .collect();
    assert_eq!(faults.len(), 2, "{faults:?}");
    let again = "2号楼在“东片”第 3 行已给1号楼打过分，请删去重复的一行。";
    assert_eq!(faults[0], ("西片", 4, again));
    assert!(faults[1].0 == "西片" && faults[1].1 == 5 && faults[1].2.contains("超过满分 40"));
    let copy = house.bytes(&preview["error_copy"]);
    assert_eq!(sheet(&copy, "东片").len(), 4);
    let told = sheet(&copy, "西片");
    assert!(told[1].iter().any(|cell| cell == "错误说明"), "{told:?}");
    let take = json!({ "file": file, "skip_wrong": true });
    let outcome = house.ok("ratings.importScores", take).await;
    assert_eq!(outcome["sheets"]["created"], 3);
}

async fn a_file_of_several_months_waits_for_the_period(house: &House) {
    compound(house, 2).await;
    let lines = [line("1号楼", "2号楼", FINE), line("2号楼", "1号楼", FINE)];
    let sheets: [Given<'_>; 2] = [
        ("9月", "打分表（2026年9月）", &HEAD, &lines),
        ("10月", OCTOBER, &HEAD, &lines[..1]),
    ];
    let file = file(house, &sheets);
    let refused = house
        .fails("ratings.previewScores", json!({ "file": file }))
        .await;
    assert_eq!(
        (refused.field.as_deref(), refused.message.as_str()),
        (
            Some("period_id"),
            "文件里有2026年9月、2026年10月的打分表，请先选择考评期次，再导入。"
        )
    );
    let period = house
        .ok("ratings.open", json!({ "month": "2026-10" }))
        .await;
    let args = json!({ "file": file, "period_id": period["id"] });
    let preview = house.ok("ratings.previewScores", args).await;
    assert_eq!(preview["sheets"]["total"], 1);
    assert_eq!(preview["other_months"], json!(["9月"]));
}

async fn headings_put_right_are_remembered(house: &House) {
    compound(house, 2).await;
    let mut head = HEAD;
    head[4] = "治安";
    let lines = [line("1号楼", "2号楼", FINE), line("2号楼", "1号楼", FINE)];
    let sheets: [Given<'_>; 1] = [("表", OCTOBER, &head, &lines)];
    let file = file(house, &sheets);
    let unread = house
        .ok("ratings.previewScores", json!({ "file": file }))
        .await;
    assert_eq!(unread["mapping"][0]["missing"], json!(["安全（40分）"]));
    assert_eq!(unread["sheets"]["total"], 0);
    let refused = house
        .fails("ratings.importScores", json!({ "file": file }))
        .await;
    assert_eq!(refused.code, ErrorCode::File);
    assert!(refused.message.contains("安全（40分）"), "{refused:?}");
    let choice = json!([{ "sheet": "表", "column": "安全", "heading": "治安" }]);
    let args = json!({ "file": file, "columns": choice });
    let preview = house.ok("ratings.previewScores", args.clone()).await;
    assert_eq!(preview["sheets"]["created"], 2);
    house.ok("ratings.importScores", args).await;
    let again = house
        .ok("ratings.previewScores", json!({ "file": file }))
        .await;
    assert_eq!(again["sheets"]["unchanged"], 2, "{again}");
    let by = |columns: &Json| {
        let columns = columns.as_array().unwrap().iter();
        columns.filter(|column| column["by"] == "choice").count()
    };
    assert_eq!(
        by(&again["mapping"][0]["columns"]),
        7,
        "{}",
        again["mapping"]
    );
}

async fn the_template_is_filled_in_and_read(house: &House) {
    compound(house, 2).await;
    let template = house.ok("ratings.template", json!({})).await;
    let rows = sheet(&house.bytes(&template), "评分表");
    let head = rows.iter().find(|row| row[0] == "序号").unwrap();
    assert_eq!(
        head[1..=5],
        ["社区", "*小区", "*楼栋", "*考评楼栋", "*安全（40分）"]
    );
    assert!(rows.iter().any(|row| row[0] == "示例"));
    let args = json!({ "file": template });
    let empty = house.ok("ratings.previewScores", args).await;
    assert_eq!(
        (&empty["sheets"]["total"], &empty["faults"]),
        (&json!(0), &json!([])),
        "the example is no score"
    );
    assert_eq!(empty["mapping"][0]["missing"], json!([]));
}
