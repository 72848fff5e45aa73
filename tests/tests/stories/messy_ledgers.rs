//! Ledgers as offices really keep them: several sheets, units written twice, names written in two ways.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value as Json, json};
use tongxin_tests::{House, book, converted, stories};

stories! {
    House:
        rows_of_one_seat_that_disagree_are_chosen,
        every_sheet_of_a_ledger_is_read,
        a_kept_unit_takes_the_name_that_was_chosen,
        every_fault_of_a_row_is_told_in_one_pass,
        quotes_of_a_name_may_be_typed_otherwise,
        a_date_shown_as_a_month_stays_one_in_every_format;
}

fn ledger(house: &House, sheets: &[(&str, &[&[&str]])]) -> Json {
    json!(house.office.files().keep("台账.xlsx", book(sheets)))
}

async fn preview(house: &House, file: &Json) -> Json {
    let args = json!({ "register": "units", "file": file });
    house.ok("registers.importPreview", args).await
}

async fn apply(house: &House, file: &Json, choices: Json) -> Json {
    let args =
        json!({ "register": "units", "file": file, "create_missing": true, "choices": choices });
    house.ok("registers.importApply", args).await
}

async fn seat(house: &House, unit: &str) -> Json {
    let unit = house.unit(unit).await;
    let view = house.ok("units.get", json!({ "id": unit["id"] })).await;
    view["seats"][0].clone()
}

async fn rows_of_one_seat_that_disagree_are_chosen(house: &House) {
    house.found().await;
    let rows: &[&[&str]] = &[
        &["社区", "单位名称", "联络员", "手机号", "加入时间"],
        &["听雨社区", "区教育局", "王晓", "", "2023.5"],
        &["听雨社区", "区教育局", "李敏", "13900000002", ""],
    ];
    let file = ledger(house, &[("台账", rows)]);
    let told = preview(house, &file).await;
    let conflicts = told["conflicts"].as_array().unwrap();
    assert_eq!(conflicts.len(), 1, "{told:#}");
    assert_eq!(conflicts[0]["label"], "联络员/姓名（听雨社区）");
    assert_eq!(conflicts[0]["values"][1]["label"], "李敏（第 3 行）");
    let choice = json!([{ "key": conflicts[0]["key"], "value": "李敏" }]);
    apply(house, &file, choice).await;
    let kept = seat(house, "区教育局").await;
    assert_eq!(kept["liaison_name"], "李敏");
    assert_eq!(kept["liaison_phone"], "13900000002");
    assert_eq!(kept["joined"], "2023-05");
    let again = apply(house, &file, json!([])).await;
    assert_eq!(again["counts"][0]["count"]["unchanged"], 1, "{again:#}");
}

async fn every_sheet_of_a_ledger_is_read(house: &House) {
    house.found().await;
    let listening: &[&[&str]] = &[&["单位名称", "党员数"], &["区教育局", "12人"]];
    let river: &[&[&str]] = &[
        &["单位名称", "党员数"],
        &["区民政局", "x"],
        &["区妇联", "3"],
    ];
    let notes: &[&[&str]] = &[&["填表说明"]];
    let sheets = [
        ("听雨社区", listening),
        ("望江社区", river),
        ("说明", notes),
    ];
    let file = ledger(house, &sheets);
    let told = preview(house, &file).await;
    assert_eq!(told["counts"][0]["count"]["created"], 2, "{told:#}");
    assert_eq!(told["missing"][0]["names"], json!(["听雨社区", "望江社区"]));
    assert_eq!(told["faults"][0]["sheet"], "望江社区");
    assert_eq!(told["rows"][1]["sheet"], "望江社区");
    assert_eq!(told["rows"][1]["place"], "望江社区");
}

async fn a_kept_unit_takes_the_name_that_was_chosen(house: &House) {
    house.found().await;
    let old: &[&[&str]] = &[&["社区", "单位名称"], &["听雨社区", "区教育局"]];
    apply(house, &ledger(house, &[("台账", old)]), json!([])).await;
    let new: &[&[&str]] = &[
        &["社区", "单位名称"],
        &["听雨社区", "云溪区教育局"],
        &["望江社区", "教育局"],
    ];
    let file = ledger(house, &[("台账", new)]);
    let likely = preview(house, &file).await["likely_one"][0].clone();
    assert_eq!(
        likely["names"],
        json!(["云溪区教育局", "区教育局", "教育局"])
    );
    let choice = json!([{ "key": likely["key"], "value": "云溪区教育局" }]);
    let done = apply(house, &file, choice).await;
    assert_eq!(done["counts"][1]["count"]["changed"], 1, "{done:#}");
    let units = house.ok("units.list", json!({})).await;
    assert_eq!(units["total"], 1, "{units:#}");
    let view = house
        .ok("units.get", json!({ "id": units["rows"][0]["unit"]["id"] }))
        .await;
    assert_eq!(view["unit"]["name"], "云溪区教育局");
    assert_eq!(view["seats"].as_array().unwrap().len(), 2);
}

async fn every_fault_of_a_row_is_told_in_one_pass(house: &House) {
    house.found().await;
    let rows: &[&[&str]] = &[
        &["社区名称", "每月轮值单位数", "任期"],
        &["听雨社区", "9", "长期"],
        &["望江社区", "二", "2025年1月起至2027年12月止"],
        &["（本表由党建办填写）", "", ""],
    ];
    let file = ledger(house, &[("社区", rows)]);
    let args = json!({ "register": "communities", "file": file });
    let told = house.ok("registers.importPreview", args).await;
    let faults = told["faults"].as_array().unwrap();
    let columns: Vec<&Json> = faults.iter().map(|fault| &fault["column"]).collect();
    assert_eq!(columns, ["B", "C"], "{told:#}");
    assert_eq!(told["wrong_rows"], 1);
    assert_eq!(told["counts"][0]["count"]["created"], 1, "{told:#}");
}

async fn quotes_of_a_name_may_be_typed_otherwise(house: &House) {
    house.found().await;
    let communities: &[&[&str]] = &[&["社区名称", "书记"], &["听雨社区", "周明"]];
    let file = ledger(house, &[("社区", communities)]);
    let args = json!({ "register": "communities", "file": file });
    house.ok("registers.importApply", args).await;
    let members: &[&[&str]] = &[&["大党委", "姓名"], &["听雨社区\"大党委\"", "周启明"]];
    let file = ledger(house, &[("委员", members)]);
    let args = json!({ "register": "members", "file": file });
    let told = house.ok("registers.importPreview", args).await;
    assert_eq!(told["counts"][0]["count"]["created"], 1, "{told:#}");
}

/// Two units that joined in May 2023: the one's date is shown by a format that is written out, the other's by
/// the number that Chinese programs know it by.
fn months() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet
        .write_row(0, 0, ["社区", "单位名称", "加入时间"])
        .unwrap();
    let forms = [
        Format::new().set_num_format("yyyy\"年\"m\"月\";@"),
        Format::new().set_num_format_index(57),
    ];
    for (at, (unit, form)) in (1..).zip(["区教育局", "区民政局"].iter().zip(&forms)) {
        sheet.write_row(at, 0, ["听雨社区", unit]).unwrap();
        let day = ExcelDateTime::from_ymd(2023, 5, 6).unwrap();
        sheet.write_datetime_with_format(at, 2, &day, form).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

async fn a_date_shown_as_a_month_stays_one_in_every_format(house: &House) {
    house.found().await;
    let own = months();
    let file = json!(house.office.files().keep("台账.xlsx", own.clone()));
    apply(house, &file, json!([])).await;
    for unit in ["区教育局", "区民政局"] {
        assert_eq!(seat(house, unit).await["joined"], "2023-05", "{unit}");
    }
    // Converting turns the number into a format of the other program's, which may show the day.
    let old = converted(&own, house.folder.path(), "xls");
    let file = json!(house.office.files().keep("台账.xls", old));
    let told = preview(house, &file).await;
    let first = &told["rows"][0];
    assert_eq!(
        (&first["name"], &first["status"]),
        (&json!("区教育局"), &json!("unchanged")),
        "{told:#}"
    );
}
