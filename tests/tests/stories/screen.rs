//! A list on screen goes out as it is seen.

use ground::error::ErrorCode;
use serde_json::json;
use tongxin_tests::{House, sheet, stories, through_office};

stories! {
    House:
        a_list_goes_out_with_the_columns_and_rows_it_is_given,
        a_list_without_columns_is_refused;
}

async fn a_list_goes_out_with_the_columns_and_rows_it_is_given(house: &House) {
    house.found().await;
    let list = json!({
        "title": "成员单位/党员",
        "columns": [{ "label": "单位" }, { "label": "党员数", "numeric": true }, { "label": "电话" }],
        "rows": [["区教育局", "37", "139****4321"], ["=1+1", "", "@x"]],
    });
    let file = house.ok("screen.export", list).await;
    assert_eq!(file["name"], "成员单位党员.xlsx");
    let made = house.bytes(&file);
    let cells = sheet(&made, "成员单位党员");
    assert_eq!(cells[0][0], "成员单位/党员");
    assert_eq!(cells[1], ["单位", "党员数", "电话"]);
    assert_eq!(cells[2], ["区教育局", "37", "139****4321"]);
    assert_eq!(cells[3], ["=1+1", "", "@x"]);
    let read = through_office(&made, house.folder.path());
    assert!(read.contains("=1+1") && read.contains("37"), "{read}");
}

async fn a_list_without_columns_is_refused(house: &House) {
    house.found().await;
    let empty = json!({ "title": "成员单位", "columns": [], "rows": [] });
    let told = house.fails("screen.export", empty).await;
    assert_eq!(
        (told.code, told.field.as_deref()),
        (ErrorCode::Invalid, Some("columns"))
    );
}
