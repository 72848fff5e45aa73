//! An office's own ledger, as it is: previewed, applied, applied again, undone.

use serde_json::{Value as Json, json};
use tongxin_core::error::ErrorCode;
use tongxin_tests::{House, book, fixture, sheet, stories};

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
    house
        .ok("units.importPreview", json!({ "file": file }))
        .await
}

async fn apply(house: &House, choices: Json) -> Json {
    let file = house.hand_in(&fixture(LEDGER));
    let args = json!({ "file": file, "create_communities": true, "choices": choices });
    house.ok("units.importApply", args).await
}

async fn memberships(house: &House) -> i64 {
    house.ok("office.state", json!({})).await["counts"]["memberships"]
        .as_i64()
        .unwrap()
}

fn counts(count: &Json) -> [i64; 4] {
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
        every_wrong_row_is_told_in_a_copy_of_the_sheet,
        files_that_are_no_ledger_are_refused;
}

async fn the_preview_tells_what_the_ledger_holds_and_writes_nothing(house: &House) {
    house.found().await;
    let preview = preview(house).await;
    assert_eq!(counts(&preview["memberships"]), [158, 158, 0, 0]);
    assert_eq!(counts(&preview["units"]), [69, 69, 0, 0]);
    assert_eq!(preview["units_on_several"], 46);
    assert_eq!(preview["communities"], 17);
    assert_eq!(
        preview["communities_to_create"].as_array().unwrap().len(),
        17
    );
    assert_eq!(preview["wrong_rows"], 0);
    assert_eq!(preview["error_copy"], Json::Null);
    let conflicts = preview["conflicts"].as_array().unwrap();
    assert_eq!(conflicts.len(), 2);
    assert!(
        conflicts
            .iter()
            .all(|conflict| conflict["field"] == "party_members")
    );
    assert_eq!(memberships(house).await, 0);
}

async fn applied_twice_nothing_changes(house: &House) {
    house.found().await;
    let first = apply(house, json!([])).await;
    assert_eq!(counts(&first["memberships"]), [158, 158, 0, 0]);
    assert_eq!(first["communities_created"], 17);
    let sets = house
        .ok("changes.list", json!({}))
        .await
        .as_array()
        .unwrap()
        .len();
    let second = apply(house, json!([])).await;
    assert_eq!(counts(&second["memberships"]), [158, 0, 0, 158]);
    assert_eq!(counts(&second["units"]), [69, 0, 0, 69]);
    assert_eq!(second["communities_created"], 0);
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
    let error = house
        .fails("units.importApply", json!({ "file": file }))
        .await;
    assert_eq!(error.field.as_deref(), Some("create_communities"));
    assert_eq!(memberships(house).await, 0);
}

async fn a_conflict_is_chosen(house: &House) {
    house.found().await;
    for place in [0, 1] {
        let conflict = preview(house).await["conflicts"][0].clone();
        let choice = json!([{
            "unit_name": conflict["unit_name"], "field": conflict["field"],
            "value": conflict["values"][place]["value"],
        }]);
        apply(house, choice).await;
        let unit = house.unit(conflict["unit_name"].as_str().unwrap()).await;
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
    assert_eq!(newest["command"], "units.importApply");
    house
        .ok("changes.undo", json!({ "id": newest["id"] }))
        .await;
    let counts = house.ok("office.state", json!({})).await["counts"].clone();
    assert_eq!(
        (counts["units"].as_i64(), counts["memberships"].as_i64()),
        (Some(0), Some(0))
    );
    let again = apply(house, json!([])).await;
    assert_eq!(again["memberships"]["created"], 158);
}

async fn what_is_exported_comes_back_unchanged(house: &House) {
    house.found().await;
    apply(house, json!([])).await;
    let file = house.ok("units.export", json!({})).await;
    let preview = house
        .ok("units.importPreview", json!({ "file": file }))
        .await;
    assert_eq!(
        counts(&preview["memberships"]),
        [158, 0, 0, 158],
        "{:?}",
        preview["faults"]
    );
}

async fn every_wrong_row_is_told_in_a_copy_of_the_sheet(house: &House) {
    house.found().await;
    let template = house.ok("units.template", json!({})).await;
    let file = json!(
        house
            .office
            .files()
            .keep("错.xlsx", book(&[("成员单位", WRONG)]))
    );
    let preview = house
        .ok("units.importPreview", json!({ "file": file }))
        .await;
    assert_eq!(preview["wrong_rows"], 2);
    let copy = house.bytes(&preview["error_copy"]);
    let cells = sheet(&copy, "成员单位");
    let told = cells
        .iter()
        .flatten()
        .filter(|cell| cell.contains("党员数") || cell.contains("加入时间"))
        .count();
    assert!(told >= 2, "{cells:?}");
    let error = house
        .fails(
            "units.importApply",
            json!({ "file": file, "create_communities": true }),
        )
        .await;
    assert_eq!(error.field.as_deref(), Some("skip_wrong"));
    let args = json!({ "file": file, "create_communities": true, "skip_wrong": true });
    let outcome = house.ok("units.importApply", args).await;
    assert_eq!(
        (
            outcome["skipped_rows"].as_i64(),
            outcome["memberships"]["created"].as_i64()
        ),
        (Some(2), Some(1))
    );
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
        let error = house
            .fails("units.importPreview", json!({ "file": file }))
            .await;
        assert_eq!(error.code, ErrorCode::File, "{name}");
    }
    let gone = house.hand_in(&house.folder.path().join("没有.xlsx"));
    assert_eq!(
        house
            .fails("units.importPreview", json!({ "file": gone }))
            .await
            .code,
        ErrorCode::File
    );
}
