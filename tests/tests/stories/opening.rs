//! 期初数据: an office that switches in mid-year goes on where its paper stopped.

use serde_json::{Value as Json, json};
use tongxin_core::error::ErrorCode;
use tongxin_tests::{House, stories};

async fn in_september(house: &House) -> Json {
    house.set_clock("2026-09-03", 2);
    house.found().await;
    house
        .committee_with("听雨", &["甲局", "乙局", "丙局"])
        .await
}

async fn row(house: &House) -> Json {
    house.ok("opening.view", json!({ "year": 2026 })).await[0].clone()
}

fn save(committee: &Json, months: Json, numbers: (i64, i64)) -> Json {
    json!({ "committee_id": committee["id"], "year": 2026, "months": months,
            "next_session": numbers.0, "next_issue": numbers.1 })
}

stories! {
    House:
        turns_and_numbers_go_on_where_the_paper_stopped,
        entering_again_puts_it_right_and_one_undo_takes_it_all_back,
        what_cannot_be_is_told_and_nothing_is_half_kept;
}

async fn turns_and_numbers_go_on_where_the_paper_stopped(house: &House) {
    let committee = in_september(house).await;
    let (first, second) = (house.unit("甲局").await, house.unit("乙局").await);
    let months = json!([
        { "month": "2026-07", "unit_ids": [second["id"]] },
        { "month": "2026-08", "unit_ids": [first["id"]] },
    ]);
    let kept = house
        .ok("opening.save", save(&committee, months, (8, 9)))
        .await;
    assert_eq!(kept["served"].as_array().unwrap().len(), 2);
    assert_eq!(kept["served"][0]["unit"], "乙局");

    house
        .ok("rota.plan", json!({ "from": "2026-09", "to": "2026-10" }))
        .await;
    let row = row(house).await;
    assert_eq!(row["kept_from"], "2026-09");
    let open = json!({ "committee_id": committee["id"], "month": "2026-09", "date": "2026-09-25" });
    let meeting = house.ok("meetings.open", open).await;
    assert_eq!(meeting["duty_unit"], "丙局", "the one that had not served");
    let notify = json!({ "id": meeting["id"], "version": meeting["version"] });
    let notified = house.ok("meetings.notify", notify).await;
    assert_eq!(
        (&notified["session_number"], &notified["issue_number"]),
        (&json!(8), &json!(9))
    );
}

async fn entering_again_puts_it_right_and_one_undo_takes_it_all_back(house: &House) {
    let committee = in_september(house).await;
    let (first, second) = (house.unit("甲局").await, house.unit("乙局").await);
    let july = json!([{ "month": "2026-07", "unit_ids": [first["id"]] }]);
    house
        .ok("opening.save", save(&committee, july, (3, 3)))
        .await;
    let both = json!([
        { "month": "2026-06", "unit_ids": [first["id"], second["id"]] },
        { "month": "2026-07", "unit_ids": [] },
    ]);
    let kept = house
        .ok("opening.save", save(&committee, both, (5, 6)))
        .await;
    let months: Vec<&Json> = kept["served"]
        .as_array()
        .unwrap()
        .iter()
        .map(|turn| &turn["month"])
        .collect();
    assert_eq!(months, ["2026-06", "2026-06"]);

    let set = house.ok("changes.list", json!({})).await[0].clone();
    assert_eq!(set["command"], "opening.save");
    house.ok("changes.undo", json!({ "id": set["id"] })).await;
    let back = row(house).await;
    assert_eq!(back["served"].as_array().unwrap().len(), 1);
    assert_eq!(back["served"][0]["month"], "2026-07");
    assert_eq!(
        (&back["next_session"], &back["next_issue"]),
        (&json!(3), &json!(3))
    );
}

async fn what_cannot_be_is_told_and_nothing_is_half_kept(house: &House) {
    let committee = in_september(house).await;
    let unit = house.unit("甲局").await;
    house
        .ok("opening.save", save(&committee, json!([]), (4, 4)))
        .await;
    let august = json!([{ "month": "2026-08", "unit_ids": [unit["id"]] }]);
    let lower = save(&committee, august, (3, 4));
    let error = house.fails("opening.save", lower).await;
    assert_eq!(
        (error.code, error.field.as_deref()),
        (ErrorCode::Invalid, Some("next_session"))
    );
    let later = json!([{ "month": "2026-12", "unit_ids": [unit["id"]] }]);
    let error = house
        .fails("opening.save", save(&committee, later, (4, 4)))
        .await;
    assert!(error.message.contains("2026年12月"), "{}", error.message);
    let unknown = json!([{ "month": "2026-08", "unit_ids": ["nobody"] }]);
    let error = house
        .fails("opening.save", save(&committee, unknown, (4, 4)))
        .await;
    assert_eq!(error.code, ErrorCode::NotFound);
    assert_eq!(row(house).await["served"], json!([]));

    house
        .ok("rota.plan", json!({ "from": "2026-09", "to": "2026-09" }))
        .await;
    let kept = json!([{ "month": "2026-09", "unit_ids": [unit["id"]] }]);
    let error = house
        .fails("opening.save", save(&committee, kept, (4, 4)))
        .await;
    assert_eq!(error.code, ErrorCode::State);
}
