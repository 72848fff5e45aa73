//! An office's own ledger, as it is: previewed, applied, applied again, undone.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_core::api;
use tongxin_core::session::{Role, Session};
use tongxin_tests::{House, Workbook, book, fixture, sheet, stories};

const LEDGER: &str = "成员单位台账.xlsx";
/// Three rows, of which two are wrong.
const WRONG: &[&[&str]] = &[
    &["社区", "单位名称", "党员数", "加入时间"],
    &["听雨社区", "区文化馆", "十几个", "2023.5"],
    &["听雨社区", "区图书馆", "12", "去年夏天"],
    &["听雨社区", "区档案馆", "8", "2023年5月"],
];

async fn preview(house: &House) -> Json {
    let file = house.hand_in(&fixture(LEDGER));
    preview_of(house, &file).await
}

async fn preview_of(house: &House, file: &Json) -> Json {
    let args = json!({ "register": "units", "file": file });
    house.ok("registers.importPreview", args).await
}

async fn apply(house: &House, choices: Json) -> Json {
    let file = house.hand_in(&fixture(LEDGER));
    let args =
        json!({ "register": "units", "file": file, "create_missing": true, "choices": choices });
    house.ok("registers.importApply", args).await
}

async fn memberships(house: &House) -> i64 {
    house.ok("office.state", json!({})).await["counts"]["memberships"]
        .as_i64()
        .unwrap()
}

const SEATS: usize = 0;
const UNITS: usize = 1;

fn counts(told: &Json, of: usize) -> [i64; 4] {
    let count = &told["counts"][of]["count"];
    ["total", "created", "changed", "unchanged"].map(|key| count[key].as_i64().unwrap())
}

stories! {
    House:
        the_preview_tells_what_the_ledger_holds_and_writes_nothing,
        applied_twice_nothing_changes,
        communities_are_made_only_when_asked,
        a_conflict_is_chosen,
        an_import_is_undone_as_a_batch,
        what_is_exported_comes_back_unchanged,
        an_edited_name_comes_back_as_a_change_of_that_unit,
        two_names_of_one_unit_are_chosen_from,
        a_row_is_not_turned_into_another_seat,
        a_leaders_export_comes_back_unchanged,
        every_wrong_row_is_told_in_a_copy_of_the_sheet,
        files_that_are_no_ledger_are_refused;
}

async fn the_preview_tells_what_the_ledger_holds_and_writes_nothing(house: &House) {
    house.found().await;
    let preview = preview(house).await;
    assert_eq!(counts(&preview, SEATS), [158, 158, 0, 0]);
    assert_eq!(counts(&preview, UNITS), [69, 69, 0, 0]);
    let facts = preview["facts"][0].as_str().unwrap();
    assert_eq!(facts, "17 个社区、69 家单位，其中 46 家在多个大党委任职。");
    assert_eq!(preview["missing"][0]["names"].as_array().unwrap().len(), 17);
    assert_eq!(preview["wrong_rows"], 0);
    assert_eq!(preview["error_copy"], Json::Null);
    let conflicts = preview["conflicts"].as_array().unwrap();
    assert_eq!(conflicts.len(), 2);
    assert!(
        conflicts
            .iter()
            .all(|conflict| conflict["label"] == "党员数")
    );
    assert_eq!(memberships(house).await, 0);
}

async fn applied_twice_nothing_changes(house: &House) {
    house.found().await;
    let first = apply(house, json!([])).await;
    assert_eq!(counts(&first, SEATS), [158, 158, 0, 0]);
    assert_eq!(first["created"][0]["names"].as_array().unwrap().len(), 17);
    let sets = house
        .ok("changes.list", json!({}))
        .await
        .as_array()
        .unwrap()
        .len();
    let second = apply(house, json!([])).await;
    assert_eq!(counts(&second, SEATS), [158, 0, 0, 158]);
    assert_eq!(counts(&second, UNITS), [69, 0, 0, 69]);
    assert_eq!(second["created"], json!([]));
    assert_eq!(
        house
            .ok("changes.list", json!({}))
            .await
            .as_array()
            .unwrap()
            .len(),
        sets
    );
}

async fn communities_are_made_only_when_asked(house: &House) {
    house.found().await;
    let file = house.hand_in(&fixture(LEDGER));
    let args = json!({ "register": "units", "file": file });
    let error = house.fails("registers.importApply", args).await;
    assert_eq!(error.field.as_deref(), Some("create_missing"));
    assert_eq!(memberships(house).await, 0);
}

async fn a_conflict_is_chosen(house: &House) {
    house.found().await;
    for place in [0, 1] {
        let conflict = preview(house).await["conflicts"][0].clone();
        let value = &conflict["values"][place]["value"];
        apply(house, json!([{ "key": conflict["key"], "value": value }])).await;
        let unit = house.unit(conflict["name"].as_str().unwrap()).await;
        assert_eq!(
            unit["party_members"].to_string(),
            conflict["values"][place]["value"].as_str().unwrap()
        );
    }
}

async fn an_import_is_undone_as_a_batch(house: &House) {
    house.found().await;
    apply(house, json!([])).await;
    let newest = house.ok("changes.list", json!({})).await[0].clone();
    assert_eq!(newest["command"], "registers.importApply");
    house
        .ok("changes.undo", json!({ "id": newest["id"] }))
        .await;
    let left = house.ok("office.state", json!({})).await["counts"].clone();
    assert_eq!(
        (left["units"].as_i64(), left["memberships"].as_i64()),
        (Some(0), Some(0))
    );
    let again = apply(house, json!([])).await;
    assert_eq!(counts(&again, SEATS)[1], 158);
}

async fn what_is_exported_comes_back_unchanged(house: &House) {
    house.found().await;
    apply(house, json!([])).await;
    let file = house.ok("units.export", json!({})).await;
    let preview = preview_of(house, &file).await;
    assert_eq!(
        counts(&preview, SEATS),
        [158, 0, 0, 158],
        "{:?}",
        preview["faults"]
    );
}

async fn every_wrong_row_is_told_in_a_copy_of_the_sheet(house: &House) {
    house.found().await;
    let template = house
        .ok("registers.template", json!({ "register": "units" }))
        .await;
    let file = json!(
        house
            .office
            .files()
            .keep("错.xlsx", book(&[("成员单位", WRONG)]))
    );
    let preview = preview_of(house, &file).await;
    assert_eq!(preview["wrong_rows"], 2);
    let copy = house.bytes(&preview["error_copy"]);
    let cells = sheet(&copy, "成员单位");
    let told = cells
        .iter()
        .flatten()
        .filter(|cell| cell.contains("党员数") || cell.contains("加入时间"))
        .count();
    assert!(told >= 2, "{cells:?}");
    let mut args = json!({ "register": "units", "file": file, "create_missing": true });
    let error = house.fails("registers.importApply", args.clone()).await;
    assert_eq!(error.field.as_deref(), Some("skip_wrong"));
    args["skip_wrong"] = json!(true);
    let outcome = house.ok("registers.importApply", args).await;
    assert_eq!(outcome["skipped_rows"], 2);
    assert_eq!(counts(&outcome, SEATS)[1], 1);
    assert!(house.bytes(&template).starts_with(b"PK"));
}

async fn files_that_are_no_ledger_are_refused(house: &House) {
    house.found().await;
    let empty = house.ok("summary.make", json!({})).await;
    let cases = [
        ("空.xlsx", Vec::new()),
        ("照片.xlsx", b"\x89PNG\r\n".to_vec()),
        ("别的.xlsx", house.bytes(&empty)),
    ];
    for (name, bytes) in cases {
        let file = json!(house.office.files().keep(name, bytes));
        let args = json!({ "register": "units", "file": file });
        let error = house.fails("registers.importApply", args).await;
        assert_eq!(error.code, ErrorCode::File, "{name}");
    }
    let args = json!({ "register": "units", "file": empty });
    let told = house.ok("registers.importPreview", args).await;
    assert_eq!(told["sheets"][0]["missing"], json!(["社区"]));
    let gone = house.hand_in(&house.folder.path().join("没有.xlsx"));
    let args = json!({ "register": "units", "file": gone });
    let error = house.fails("registers.importPreview", args).await;
    assert_eq!(error.code, ErrorCode::File);
}

/// Two communities that share a unit, and the workbook they are exported as to somebody.
async fn exported(house: &House, session: Option<&Session>) -> Workbook {
    house.found().await;
    house
        .committee_with("听雨", &["区教育局", "区文化馆"])
        .await;
    house.committee_with("望江", &["区教育局"]).await;
    let clerk = house.clerk().await;
    let session = session.unwrap_or(&clerk);
    let file = api::call(&house.office, session, "units.export", json!({})).await;
    Workbook::open(&house.bytes(&file.unwrap()))
}

fn handed(house: &House, book: &Workbook) -> Json {
    json!(house.office.files().keep("改过.xlsx", book.save()))
}

async fn an_edited_name_comes_back_as_a_change_of_that_unit(house: &House) {
    let mut book = exported(house, None).await;
    for _ in ["听雨", "望江"] {
        book.set("成员单位", "区教育局", "单位名称", "区教育体育局");
    }
    book.set("成员单位", "区文化馆", "备注", "联络员待定");
    let file = handed(house, &book);
    let told = preview_of(house, &file).await;
    assert_eq!(counts(&told, SEATS), [3, 0, 1, 2], "{told:#}");
    assert_eq!(counts(&told, UNITS), [2, 0, 1, 1], "{told:#}");
    assert_eq!(
        told["rows"][0]["changes"],
        json!([{ "label": "单位名称", "old": "区教育局", "new": "区教育体育局" }])
    );
    let before = house.unit("区教育局").await;
    let args = json!({ "register": "units", "file": file });
    house.ok("registers.importApply", args).await;
    let after = house.unit("区教育体育局").await;
    assert_eq!(after["id"], before["id"]);
    assert_eq!(after["short_name"], "区教育体育局");
    assert_eq!(memberships(house).await, 3);
    assert_eq!(counts(&preview_of(house, &file).await, UNITS), [2, 0, 0, 2]);
}

async fn two_names_of_one_unit_are_chosen_from(house: &House) {
    let mut book = exported(house, None).await;
    book.set("成员单位", "区教育局", "单位名称", "区教体局");
    let file = handed(house, &book);
    let told = preview_of(house, &file).await;
    assert_eq!(counts(&told, UNITS), [2, 0, 0, 2], "{told:#}");
    let conflict = &told["conflicts"][0];
    assert_eq!(
        (&conflict["name"], &conflict["label"]),
        (&json!("区教育局"), &json!("单位名称"))
    );
    let args = json!({ "register": "units", "file": file,
        "choices": [{ "key": conflict["key"], "value": "区教体局" }] });
    house.ok("registers.importApply", args).await;
    let units = house
        .ok("units.list", json!({ "search": "区教体局" }))
        .await;
    assert_eq!(units["total"], 1);
    let again = preview_of(house, &file).await;
    assert_eq!(counts(&again, UNITS), [2, 0, 0, 2], "{again:#}");
}

async fn a_row_is_not_turned_into_another_seat(house: &House) {
    let mut book = exported(house, None).await;
    book.set("成员单位", "区文化馆", "社区", "望江社区");
    book.set("成员单位", "区教育局", "单位名称", "区文化馆");
    let told = preview_of(house, &handed(house, &book)).await;
    assert_eq!(told["wrong_rows"], 2, "{told:#}");
    let reasons: Vec<&str> = told["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["reason"].as_str().unwrap())
        .collect();
    assert!(reasons[0].contains("“区文化馆”是另一家单位"), "{reasons:?}");
    assert!(reasons[1].contains("是“听雨社区”的席位"), "{reasons:?}");
}

async fn a_leaders_export_comes_back_unchanged(house: &House) {
    let leader = house.person(Role::Leader, &[]);
    let mut book = exported(house, Some(&leader)).await;
    assert_eq!(book.column("成员单位", "手机号")[0], "139****0001");
    let told = preview_of(house, &handed(house, &book)).await;
    assert_eq!(counts(&told, SEATS), [3, 0, 0, 3], "{told:#}");
    assert_eq!(told["wrong_rows"], 0);
    book.set("成员单位", "区文化馆", "手机号", "139****0002");
    let told = preview_of(house, &handed(house, &book)).await;
    assert_eq!(told["wrong_rows"], 1, "{told:#}");
    let reason = told["faults"][0]["reason"].as_str().unwrap();
    assert!(reason.contains("要更改请填写完整"), "{reason}");
}
