//! What undo does not take back: numbers that were given, what was signed, what others rest on.

use serde_json::{Value as Json, json};
use tongxin_core::error::ErrorCode;
use tongxin_tests::{House, assert_sentence, stories};

stories! {
    House:
        a_number_once_given_is_never_given_again,
        what_others_rest_on_stays,
        a_retired_record_stays_so_when_it_is_edited;
    Street:
        what_was_signed_stays_signed;
}

async fn newest(house: &House) -> Json {
    house.ok("changes.list", json!({})).await[0].clone()
}

async fn a_number_once_given_is_never_given_again(house: &House) {
    house.found().await;
    let committee = house.committee_with("听雨", &["区教育局"]).await;
    let open = json!({ "committee_id": committee["id"], "month": "2026-12", "date": "2026-12-10" });
    let meeting = house.ok("meetings.open", open).await;
    let notify = json!({ "id": meeting["id"], "version": meeting["version"] });
    let first = house.ok("meetings.notify", notify).await;
    let set = newest(house).await;
    house.ok("changes.undo", json!({ "id": set["id"] })).await;
    let view = house
        .ok("meetings.get", json!({ "id": meeting["id"] }))
        .await;
    assert_eq!(view["meeting"]["state"], "preparing");
    let again = json!({ "id": meeting["id"], "version": view["meeting"]["version"] });
    let second = house.ok("meetings.notify", again).await;
    for number in ["session_number", "issue_number", "notice_number"] {
        assert!(!first[number].is_null());
        assert_ne!(first[number], second[number], "{number}");
    }
}

async fn what_others_rest_on_stays(house: &House) {
    house.found().await;
    let unit = house.unit("区教育局").await;
    let made = newest(house).await;
    house.committee_with("听雨", &["区教育局"]).await;
    let error = house
        .fails("changes.undo", json!({ "id": made["id"] }))
        .await;
    assert!(
        matches!(error.code, ErrorCode::State | ErrorCode::Conflict),
        "{error:?}"
    );
    assert_sentence(&error.message);
    house.ok("units.get", json!({ "id": unit["id"] })).await;
}

async fn a_retired_record_stays_so_when_it_is_edited(house: &House) {
    house.found().await;
    let unit = house.unit("区教育局").await;
    let retire = json!({ "id": unit["id"], "version": unit["version"], "retired": true });
    let retired = house.ok("units.retire", retire).await;
    let edit = json!({ "id": unit["id"], "version": retired["version"], "name": "区教育局", "nature": "机关", "note": "并入区教体局" });
    let edited = house.ok("units.save", edit).await;
    assert_eq!(
        (&edited["retired"], &edited["note"]),
        (&json!(true), &json!("并入区教体局"))
    );
}

async fn what_was_signed_stays_signed(house: &House) {
    let list = json!({ "states": ["signed"], "page": { "limit": 1 } });
    let meeting = house.ok("meetings.list", list).await["rows"][0]["meeting"].clone();
    let view = house
        .ok("meetings.get", json!({ "id": meeting["id"] }))
        .await;
    for record in [&meeting["id"], &view["attendance"][0]["id"]] {
        let history = house.ok("changes.history", json!({ "id": record })).await;
        for line in history.as_array().unwrap() {
            let undo = json!({ "id": line["set"]["id"] });
            let error = house.fails("changes.undo", undo).await;
            assert!(
                matches!(error.code, ErrorCode::State | ErrorCode::Conflict),
                "{error:?}"
            );
            assert_sentence(&error.message);
        }
    }
    let after = house
        .ok("meetings.get", json!({ "id": meeting["id"] }))
        .await;
    assert_eq!(view, after);
}
