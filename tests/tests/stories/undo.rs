//! What undo does not take back: numbers that were given, what was signed, what others rest on.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_tests::{House, assert_sentence, book, stories};

stories! {
    House:
        a_number_once_given_is_never_given_again,
        what_others_rest_on_stays,
        imports_are_listed_and_a_refused_undo_tells_what_changed_since,
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
    let error = house
        .fails("changes.undo", json!({ "id": set["id"] }))
        .await;
    assert_eq!(error.code, ErrorCode::State);
    assert!(error.message.contains("延期"), "{error}");
    assert_sentence(&error.message);
    let view = house
        .ok("meetings.get", json!({ "id": meeting["id"] }))
        .await;
    assert_eq!(view["meeting"], first);
    let later = json!({ "id": meeting["id"], "version": first["version"], "state": "postponed", "reason": "改期", "date": "2026-12-17" });
    let later = house.ok("meetings.setState", later).await;
    let again = json!({ "id": meeting["id"], "version": later["version"] });
    let second = house.ok("meetings.notify", again).await;
    for number in ["session_number", "issue_number"] {
        assert!(!first[number].is_null());
        assert_eq!(first[number], second[number], "{number}");
    }
    assert_ne!(first["notice_number"], second["notice_number"]);
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

async fn imports_are_listed_and_a_refused_undo_tells_what_changed_since(house: &House) {
    house.found().await;
    house.committee_with("听雨", &["区文化馆"]).await;
    let rows: &[&[&str]] = &[
        &["社区", "单位名称", "党员数"],
        &["听雨社区", "区教育局", "61"],
        &["听雨社区", "区图书馆", "12"],
    ];
    let file = house
        .office
        .files()
        .keep("台账.xlsx", book(&[("台账", rows)]));
    let args = json!({ "register": "units", "file": file });
    house.ok("registers.importApply", args).await;
    let batches = house.ok("changes.imports", json!({})).await;
    assert_eq!(batches.as_array().unwrap().len(), 1);
    let batch = &batches[0];
    assert_eq!(batch["set"]["reason"], "导入台账.xlsx");
    assert_eq!(
        batch["touched"],
        json!([{ "thing": "成员单位", "count": 2 }, { "thing": "席位", "count": 2 }])
    );
    assert!(batch["undone"].is_null());

    let committee = house.committee("听雨").await;
    let seats = house
        .ok("committees.get", json!({ "id": committee["id"] }))
        .await["seats"]
        .clone();
    let seat = seats
        .as_array()
        .unwrap()
        .iter()
        .find(|seat| seat["unit_name"] == "区图书馆")
        .unwrap();
    let moved = json!({ "id": seat["id"], "version": seat["version"], "unit_id": seat["unit_id"],
        "committee_id": committee["id"], "liaison_name": "李祎" });
    house.ok("units.saveSeat", moved).await;
    let unit = house.unit("区教育局").await;
    let save = json!({ "id": unit["id"], "version": unit["version"], "name": "区教育局", "nature": "机关" });
    house.ok("units.save", save).await;
    let later = newest(house).await;
    let undo = json!({ "id": batch["set"]["id"] });
    let error = house.fails("changes.undo", undo.clone()).await;
    assert_eq!(error.code, ErrorCode::Conflict);
    let since = error.detail.unwrap();
    let told: Vec<(&str, &str, &str)> = since
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let text = |key: &str| one[key].as_str().unwrap();
            (text("thing"), text("name"), text("command"))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("席位", "区图书馆 · 听雨社区“大党委”", "units.saveSeat"),
            ("成员单位", "区教育局", "units.save"),
        ]
    );
    assert_eq!(
        (&since[1]["actor"], &since[1]["at"]),
        (&later["actor"], &later["at"])
    );

    for set in house
        .ok("changes.list", json!({}))
        .await
        .as_array()
        .unwrap()
        .iter()
        .take(2)
    {
        house.ok("changes.undo", json!({ "id": set["id"] })).await;
    }
    house.ok("changes.undo", undo).await;
    let batches = house.ok("changes.imports", json!({})).await;
    assert_eq!(batches[0]["undone"]["undoes"], batch["set"]["id"]);
    assert_eq!(house.ok("units.list", json!({})).await["total"], 1);
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
