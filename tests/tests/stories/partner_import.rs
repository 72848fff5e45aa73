//! An office's own register of partners, as it is: previewed, applied, applied again, undone.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_tests::{House, fixture, sheet, stories};

const REGISTER: &str = "合伙人登记表.xlsx";
/// The number that stands twice.
const TWICE: &str = "云溪合聘〔2026〕118号";

stories! {
    House:
        the_preview_tells_what_the_register_holds_and_writes_nothing,
        applied_twice_nothing_changes,
        a_number_that_stands_twice_is_kept_by_choice,
        an_import_is_undone_as_a_batch,
        what_is_exported_comes_back_as_changes_only,
        every_wrong_row_is_told_in_one_pass,
        a_register_longer_than_what_is_shown_is_counted_whole,
        the_register_goes_the_way_of_all_registers,
        who_stands_on_the_sheet_again_is_in_use_again,
        whole_phones_are_exported_only_with_a_line_in_the_log;
}

async fn preview(house: &House, file: &Json) -> Json {
    let args = json!({ "register": "partners", "file": file });
    house.ok("registers.importPreview", args).await
}

async fn apply(house: &House, choices: Json) -> Json {
    let file = house.hand_in(&fixture(REGISTER));
    let args = json!({
        "register": "partners", "file": file, "create_missing": true, "choices": choices,
    });
    house.ok("registers.importApply", args).await
}

fn counts(count: &Json) -> [i64; 4] {
    ["total", "created", "changed", "unchanged"].map(|key| count[key].as_i64().unwrap())
}

/// How many partners an import touches, or would touch.
fn partners(told: &Json) -> [i64; 4] {
    assert_eq!(told["counts"][0]["thing"], "合伙人");
    counts(&told["counts"][0]["count"])
}

/// What is chosen of the number that stands twice.
fn choice(value: &str) -> Json {
    json!([{ "key": { "of": "number", "number": TWICE }, "value": value }])
}

async fn total(house: &House, filter: Json) -> i64 {
    house.ok("partners.list", filter).await["total"]
        .as_i64()
        .unwrap()
}

async fn a_register_longer_than_what_is_shown_is_counted_whole(house: &House) {
    let volunteers = 2_300;
    let mut text = "姓名,类别,社区,电话\n".to_owned();
    for number in 0..volunteers {
        text.push_str(&format!("志愿者{number},志愿者,听雨社区,139{number:08}\n"));
    }
    text.push_str("顺意百货,暖心商户,听雨社区,13800000000\n");
    let file = json!(house.office.files().keep("名册.csv", text.into_bytes()));
    let all = volunteers + 1;
    let shown = preview(house, &file).await;
    assert_eq!(partners(&shown), [all, all, 0, 0]);
    let kinds = ["暖心商户", "志愿者"].map(|kind| {
        let kinds = shown["counts"].as_array().unwrap();
        let of = kinds.iter().find(|of| of["thing"] == kind).unwrap();
        counts(&of["count"])
    });
    assert_eq!(kinds, [[1, 1, 0, 0], [volunteers, volunteers, 0, 0]]);
    let rows = i64::try_from(shown["rows"].as_array().unwrap().len()).unwrap();
    assert_eq!(rows + shown["rows_left_out"].as_i64().unwrap(), all);
    assert!(rows < all);
    let args = json!({ "register": "partners", "file": file, "create_missing": true });
    let done = house.ok("registers.importApply", args).await;
    assert_eq!(partners(&done), [all, all, 0, 0]);
    let again = json!({ "register": "partners", "file": file });
    let again = house.ok("registers.importPreview", again).await;
    assert_eq!(counts(&again["counts"][0]["count"]), [all, 0, 0, all]);
}

async fn holders(house: &House) -> Vec<String> {
    let found = house
        .ok(
            "partners.list",
            json!({ "page": { "limit": 500 }, "kinds": ["volunteer"] }),
        )
        .await;
    let rows = found["rows"].as_array().unwrap();
    let with = rows.iter().filter(|row| row["partner"]["number"] == TWICE);
    let mut names: Vec<String> = with
        .map(|row| row["partner"]["name"].as_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

async fn the_preview_tells_what_the_register_holds_and_writes_nothing(house: &House) {
    house.found().await;
    let preview = preview(house, &house.hand_in(&fixture(REGISTER))).await;
    let sheets: Vec<&Json> = preview["sheets"].as_array().unwrap().iter().collect();
    let names: Vec<&str> = sheets
        .iter()
        .map(|s| s["sheet"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        ["单位合伙人", "专业人才合伙人", "社区合伙人", "志愿者"]
    );
    assert_eq!(partners(&preview), [547, 547, 0, 0]);
    let kinds = preview["counts"].as_array().unwrap()[1..].iter();
    let kinds: Vec<(&str, i64)> = kinds
        .map(|of| {
            (
                of["thing"].as_str().unwrap(),
                of["count"]["total"].as_i64().unwrap(),
            )
        })
        .collect();
    let expected = [
        ("单位合伙人", 52),
        ("专业人才合伙人", 48),
        ("社区合伙人", 39),
        ("志愿者", 408),
    ];
    assert_eq!(kinds, expected);
    assert_eq!(preview["missing"][0]["names"].as_array().unwrap().len(), 17);
    assert_eq!(
        (&preview["wrong_rows"], &preview["faults"]),
        (&json!(0), &json!([]))
    );
    let conflicts = preview["conflicts"].as_array().unwrap();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0]["key"], choice("all")[0]["key"]);
    let values = conflicts[0]["values"].as_array().unwrap().iter();
    let values: Vec<&str> = values.map(|h| h["value"].as_str().unwrap()).collect();
    assert_eq!(values, ["志愿者!338", "志愿者!343", "all"]);
    let facts: Vec<&str> = preview["facts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f.as_str().unwrap())
        .collect();
    assert_eq!(facts[0], "547 位合伙人，分布在 17 个社区。");
    assert_eq!(
        facts[1],
        "1 位的聘书编号与他人重复，没有另选时导入不带编号。"
    );
    assert_eq!(facts.iter().filter(|fact| fact.contains("吴霞")).count(), 1);
    assert_eq!(facts.len(), 3);
    assert_eq!(total(house, json!({})).await, 0);
    let file = house.hand_in(&fixture(REGISTER));
    let error = house
        .fails(
            "registers.importApply",
            json!({ "register": "partners", "file": file }),
        )
        .await;
    assert_eq!(error.field.as_deref(), Some("create_missing"));
}

async fn applied_twice_nothing_changes(house: &House) {
    house.found().await;
    let first = apply(house, json!([])).await;
    assert_eq!(partners(&first), [547, 547, 0, 0]);
    assert_eq!(first["created"][0]["names"].as_array().unwrap().len(), 17);
    let second = apply(house, json!([])).await;
    assert_eq!(partners(&second), [547, 0, 0, 547]);
    assert_eq!(second["created"], json!([]));
    let sets = house.ok("changes.list", json!({})).await;
    assert_eq!(
        sets.as_array()
            .unwrap()
            .iter()
            .filter(|set| set["command"] == "registers.importApply")
            .count(),
        1
    );
    let row = house
        .ok("partners.list", json!({ "search": "区文化馆" }))
        .await["rows"][0]
        .clone();
    assert_eq!(
        row["partner"]["skills"],
        json!(["舞蹈", "矛盾调解", "法律咨询"])
    );
    assert_eq!(
        (&row["partner"]["term_from"], &row["partner"]["term_to"]),
        (&json!("2024-01"), &json!("2026-12"))
    );
    assert_eq!(
        (&row["partner"]["state"], &row["community"]),
        (&json!("appointed"), &json!("滨河社区"))
    );
    let next = json!({ "kind": "expert", "name": "新来的" });
    let new = house.ok("partners.save", next).await["partner"].clone();
    let assessed = json!({ "id": new["id"], "version": 1, "state": "assessed" });
    house.ok("partners.step", assessed).await;
    let term = json!({ "id": new["id"], "version": 2, "state": "appointed", "term_from": "2026-11", "term_to": "2028-10" });
    assert_eq!(
        house.ok("partners.step", term).await["partner"]["number"],
        "云溪合聘〔2026〕138号"
    );
}

async fn a_number_that_stands_twice_is_kept_by_choice(house: &House) {
    house.found().await;
    let file = house.hand_in(&fixture(REGISTER));
    let args = json!({
        "register": "partners", "file": file, "create_missing": true, "choices": choice("志愿者!1"),
    });
    let refused = house.fails("registers.importApply", args).await;
    assert_eq!(refused.field.as_deref(), Some("choices"));
    apply(house, json!([])).await;
    assert_eq!(holders(house).await, ["李霞"]);
    let both = choice("all");
    let outcome = apply(house, both.clone()).await;
    assert_eq!(partners(&outcome), [547, 0, 1, 546]);
    assert_eq!(holders(house).await, ["刘超磊", "李霞"]);
    assert_eq!(partners(&apply(house, both).await), [547, 0, 0, 547]);
    assert_eq!(partners(&apply(house, json!([])).await), [547, 0, 0, 547]);
    let row = house
        .ok("partners.list", json!({ "search": "刘超磊" }))
        .await["rows"][0]["partner"]
        .clone();
    let view = house.ok("partners.get", json!({ "id": row["id"] })).await;
    assert_eq!(view["same_number"], json!(["李霞"]));
    let kept = json!({
        "id": row["id"], "version": row["version"], "kind": "volunteer", "name": "刘超磊",
        "community_id": row["community_id"], "phone": row["phone"], "number": TWICE,
    });
    house.ok("partners.save", kept).await;
}

async fn an_import_is_undone_as_a_batch(house: &House) {
    house.found().await;
    apply(house, json!([])).await;
    let sets = house.ok("changes.list", json!({})).await;
    house
        .ok("changes.undo", json!({ "id": sets[0]["id"] }))
        .await;
    assert_eq!(total(house, json!({})).await, 0);
    assert!(
        house.ok("partners.tags", json!({})).await["skills"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert_eq!(partners(&apply(house, json!([])).await), [547, 547, 0, 0]);
}

async fn what_is_exported_comes_back_as_changes_only(house: &House) {
    house.found().await;
    apply(house, choice("all")).await;
    let file = house
        .ok("partners.export", json!({ "kinds": ["expert"] }))
        .await;
    let cells = sheet(&house.bytes(&file), "合伙人");
    let text: String = cells.concat().join(" ");
    assert!(text.contains("132****9112") && !text.contains("13200009112"));
    let same = preview(house, &file).await;
    assert_eq!(partners(&same), [48, 0, 0, 48]);
    assert_eq!(
        (&same["wrong_rows"], &same["conflicts"]),
        (&json!(0), &json!([]))
    );
}

async fn the_register_goes_the_way_of_all_registers(house: &House) {
    house.found().await;
    let file = house.hand_in(&fixture(REGISTER));
    let of = json!({ "register": "partners", "file": file });
    let told = house.ok("registers.importPreview", of.clone()).await;
    let mut args = of.clone();
    args["create_missing"] = true.into();
    args["choices"] = json!([{ "key": told["conflicts"][0]["key"], "value": "志愿者!343" }]);
    house.ok("registers.importApply", args).await;
    assert_eq!(holders(house).await, ["刘超磊"]);
    let told = house.ok("registers.importPreview", of).await;
    assert_eq!(counts(&told["counts"][0]["count"]), [547, 0, 0, 547]);

    let all = json!({ "register": "partners" });
    let export = house.ok("registers.export", all).await;
    let text: String = sheet(&house.bytes(&export), "合伙人").concat().join(" ");
    assert!(text.contains("132****9112") && !text.contains("13200009112"));
    let again = json!({ "register": "partners", "file": export });
    let told = house.ok("registers.importPreview", again).await;
    assert_eq!(counts(&told["counts"][0]["count"]), [547, 0, 0, 547]);
    assert_eq!(told["conflicts"], json!([]));
}

async fn who_stands_on_the_sheet_again_is_in_use_again(house: &House) {
    house.found().await;
    apply(house, json!([])).await;
    let list = json!({ "search": "区文化馆" });
    let partner = house.ok("partners.list", list).await["rows"][0]["partner"].clone();
    let retire = json!({ "id": partner["id"], "version": partner["version"], "retired": true });
    house.ok("partners.retire", retire).await;
    let kept = json!({ "search": "区文化馆", "retired": true });
    let export = house.ok("partners.export", kept).await;
    let told = preview(house, &export).await;
    assert_eq!(partners(&told), [1, 0, 0, 1], "{told:#}");
    let told = preview(house, &house.hand_in(&fixture(REGISTER))).await;
    assert_eq!(partners(&told), [547, 0, 1, 546]);
    let rows = told["rows"].as_array().unwrap();
    let changed = rows.iter().find(|row| row["status"] == "changed").unwrap();
    let change = json!([{ "label": "停用", "old": "是", "new": "否" }]);
    assert_eq!(
        (&changed["name"], &changed["changes"]),
        (&partner["name"], &change)
    );
    apply(house, json!([])).await;
    let id = json!({ "id": partner["id"] });
    let back = house.ok("partners.get", id).await["partner"]["retired"].clone();
    assert_eq!(back, false);
}

async fn whole_phones_are_exported_only_with_a_line_in_the_log(house: &House) {
    house.found().await;
    apply(house, json!([])).await;
    let file = house
        .ok("partners.exportPhones", json!({ "kinds": ["expert"] }))
        .await;
    let text: String = sheet(&house.bytes(&file), "合伙人").concat().join(" ");
    assert!(text.contains("13200009112"));
    let sets = house.ok("changes.list", json!({})).await;
    assert_eq!(sets[0]["command"], "partners.exportPhones");
    assert_eq!(sets[0]["reason"], "导出 48 位合伙人的完整电话");
    assert_eq!(
        house.ok("changes.check", json!({})).await["broken_at"],
        Json::Null
    );
    let secretary = house.person(tongxin_core::session::Role::Secretary, &[]);
    let refused = house
        .fails_as(&secretary, "partners.exportPhones", json!({}))
        .await;
    assert_eq!(refused.code, ErrorCode::Forbidden);
}

async fn every_wrong_row_is_told_in_one_pass(house: &House) {
    house.found().await;
    let file = json!(house.office.files().keep("合伙人.xlsx", wrong_register()));
    let preview = preview(house, &file).await;
    assert_eq!(preview["wrong_rows"], 5);
    let told: Vec<String> = preview["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["reason"].as_str().unwrap().to_owned())
        .collect();
    for expected in ["名称未填", "起止时间", "早于开始", "11 位", "“*”"] {
        assert!(
            told.iter().any(|reason| reason.contains(expected)),
            "{expected}: {told:?}"
        );
    }
    let corrections = preview["corrections"].as_array().unwrap();
    assert!(
        corrections
            .iter()
            .any(|told| told["reason"].as_str().unwrap().contains("是同一位"))
    );
    let copy = sheet(&house.bytes(&preview["error_copy"]), "志愿者")
        .concat()
        .join(" ");
    assert!(copy.contains("起止时间"), "{copy}");
    let args = json!({ "register": "partners", "file": file, "create_missing": true });
    let refused = house.fails("registers.importApply", args.clone()).await;
    assert_eq!(refused.field.as_deref(), Some("skip_wrong"));
    let mut skipping = args;
    skipping["skip_wrong"] = true.into();
    let outcome = house.ok("registers.importApply", skipping).await;
    assert_eq!(outcome["skipped_rows"], 5);
    assert_eq!(partners(&outcome)[1], 1);
    let template = house
        .ok("registers.template", json!({ "register": "partners" }))
        .await;
    assert!(house.bytes(&template).starts_with(b"PK"));
    let kind = house.ok("partners.list", json!({})).await["rows"][0]["partner"]["kind"].clone();
    assert_eq!(kind, "volunteer");
}

/// Seven rows: five wrong, one good and one that repeats it.
fn wrong_register() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.set_name("志愿者").unwrap();
    let rows = [
        ["姓名", "联系方式", "所在社区", "特长/可提供服务", "聘期"],
        ["", "13900000001", "听雨社区", "书法", "2025.1-2027.12"],
        ["甲", "13900000002", "听雨社区", "书法", "长期"],
        ["乙", "13900000003", "听雨社区", "书法", "2027.1-2025.12"],
        ["丙", "139000000044", "听雨社区", "书法", "2025.1-2027.12"],
        ["丁", "139****0005", "听雨社区", "书法", "2025.1-2027.12"],
        [
            "戊",
            "13900000006",
            "听雨社区",
            "书法/摄影",
            "2025.1-2027.12",
        ],
        ["戊", "13900000006", "听雨社区", "书法", "2025.1-2027.12"],
    ];
    for (row, cells) in (0..).zip(rows) {
        page.write_row(row, 0, cells).unwrap();
    }
    book.save_to_buffer().unwrap()
}
