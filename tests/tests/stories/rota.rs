//! The rotation: planned, changed by hand, planned anew.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use tongxin_tests::{House, stories};

/// Units of a committee's line of the board, by month.
async fn line(house: &House, committee: &Json, year: i32) -> BTreeMap<String, Json> {
    let board = house.ok("rota.board", json!({ "year": year })).await;
    let rows = board["rows"].as_array().unwrap().clone();
    let row = rows
        .into_iter()
        .find(|row| row["committee_id"] == committee["id"])
        .unwrap();
    row["cells"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| (cell["month"].as_str().unwrap().to_owned(), cell.clone()))
        .collect()
}

async fn units(house: &House, committee: &Json, year: i32) -> Vec<String> {
    line(house, committee, year)
        .await
        .values()
        .map(|cell| cell["unit"].as_str().unwrap().to_owned())
        .collect()
}

async fn plan(house: &House, from: &str, to: &str) -> Json {
    house
        .ok("rota.plan", json!({ "from": from, "to": to }))
        .await
}

/// An office at the beginning of 2026 with one committee of three units.
async fn in_january(house: &House) -> Json {
    house.set_clock("2026-01-05", 2);
    house.found().await;
    house
        .committee_with("听雨", &["甲局", "乙局", "丙局"])
        .await
}

stories! {
    House:
        nobody_serves_twice_before_everyone_has_served,
        last_years_history_decides_who_begins,
        a_shared_unit_serves_one_committee_a_month,
        a_replaced_unit_goes_first_and_a_swap_costs_nobody,
        months_and_units_that_collide_are_named,
        the_past_is_frozen,
        one_unit_serves_alone_and_no_unit_is_an_error,
        months_a_unit_cannot_serve_are_respected,
        a_meeting_in_preparation_follows_the_rota;
}

async fn nobody_serves_twice_before_everyone_has_served(house: &House) {
    let committee = in_january(house).await;
    let outcome = plan(house, "2026-01", "2026-12").await;
    assert_eq!(outcome["created"], 12);
    assert_eq!(
        units(house, &committee, 2026).await,
        ["甲局", "乙局", "丙局"].repeat(4)
    );
    let again = plan(house, "2026-01", "2026-12").await;
    assert_eq!(
        (again["created"].as_i64(), again["unchanged"].as_i64()),
        (Some(0), Some(12))
    );
}

async fn last_years_history_decides_who_begins(house: &House) {
    let committee = in_january(house).await;
    let (first, second) = (house.unit("甲局").await, house.unit("乙局").await);
    let served = json!([{ "month": "2025-11", "unit_id": second["id"] }, { "month": "2025-12", "unit_id": first["id"] }]);
    house
        .ok(
            "rota.addHistory",
            json!({ "committee_id": committee["id"], "served": served }),
        )
        .await;
    plan(house, "2026-01", "2026-03").await;
    assert_eq!(
        units(house, &committee, 2026).await,
        ["丙局", "乙局", "甲局"]
    );
}

async fn a_shared_unit_serves_one_committee_a_month(house: &House) {
    in_january(house).await;
    let other = house
        .committee_with("听松", &["甲局", "乙局", "丁局"])
        .await;
    assert_eq!(other["short_name"], "听松");
    plan(house, "2026-01", "2026-12").await;
    let board = house.ok("rota.board", json!({ "year": 2026 })).await;
    let mut duties = BTreeSet::new();
    for cell in board["rows"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|row| row["cells"].as_array().unwrap())
    {
        assert!(
            duties.insert((cell["month"].to_string(), cell["unit"].to_string())),
            "{cell} twice"
        );
    }
    assert_eq!(duties.len(), 24);
}

async fn a_replaced_unit_goes_first_and_a_swap_costs_nobody(house: &House) {
    let committee = in_january(house).await;
    plan(house, "2026-01", "2026-12").await;
    let cells = line(house, &committee, 2026).await;
    let third = house.unit("丙局").await;
    let replace = json!({
        "turn": cells["2026-02"]["turn_id"], "version": cells["2026-02"]["version"],
        "unit_id": third["id"], "reason": "乙局当月有专项任务",
    });
    let turn = house.ok("rota.replace", replace).await;
    assert_ne!(turn["unit_id"], turn["planned_unit_id"]);
    plan(house, "2026-03", "2026-12").await;
    let after = units(house, &committee, 2026).await;
    assert_eq!(after[..3], ["甲局", "丙局", "乙局"], "{after:?}");
    let why = house
        .ok(
            "rota.turn",
            json!({ "id": line(house, &committee, 2026).await["2026-03"]["turn_id"] }),
        )
        .await;
    assert!(
        why["reasons"].to_string().contains("补"),
        "{}",
        why["reasons"]
    );

    let cells = line(house, &committee, 2026).await;
    let swap = json!({ "turn": cells["2026-05"]["turn_id"], "with": cells["2026-06"]["turn_id"], "reason": "协商" });
    house.ok("rota.swap", swap).await;
    let swapped = units(house, &committee, 2026).await;
    assert_eq!((&swapped[4], &swapped[5]), (&after[5], &after[4]));
    plan(house, "2026-03", "2026-12").await;
    assert_eq!(units(house, &committee, 2026).await[..6], swapped[..6]);
}

async fn months_and_units_that_collide_are_named(house: &House) {
    house.set_clock("2026-01-05", 2);
    house.found().await;
    for community in ["听雨", "听松"] {
        house.committee_with(community, &["甲局"]).await;
    }
    let error = house
        .fails("rota.plan", json!({ "from": "2026-01", "to": "2026-02" }))
        .await;
    assert_eq!(error.code, ErrorCode::NoPlan);
    let told = format!("{}{}", error.message, error.detail.unwrap());
    for word in ["甲局", "听雨", "听松"] {
        assert!(told.contains(word), "{word} is missing: {told}");
    }
    assert!(
        told.contains("2026年1月") || told.contains("2026-01"),
        "{told}"
    );
}

async fn the_past_is_frozen(house: &House) {
    let committee = in_january(house).await;
    plan(house, "2026-01", "2026-12").await;
    let cells = line(house, &committee, 2026).await;
    house.set_clock("2026-03-02", 2);
    let swap = json!({ "turn": cells["2026-01"]["turn_id"], "with": cells["2026-05"]["turn_id"], "reason": "" });
    assert_eq!(house.fails("rota.swap", swap).await.code, ErrorCode::State);
    assert_eq!(
        house
            .fails("rota.plan", json!({ "from": "2025-11", "to": "2026-01" }))
            .await
            .code,
        ErrorCode::State
    );
    let before = units(house, &committee, 2026).await;
    house.seat(&house.unit("丁局").await, &committee).await;
    plan(house, "2026-01", "2026-12").await;
    let after = units(house, &committee, 2026).await;
    assert_eq!(before[..2], after[..2]);
    assert!(after.contains(&"丁局".to_owned()));
}

async fn one_unit_serves_alone_and_no_unit_is_an_error(house: &House) {
    house.set_clock("2026-01-05", 2);
    house.found().await;
    let alone = house.committee_with("听雨", &["甲局"]).await;
    plan(house, "2026-01", "2026-12").await;
    assert_eq!(units(house, &alone, 2026).await, ["甲局"; 12]);
    let empty = house.committee_with("听松", &[]).await;
    let error = house
        .fails(
            "rota.plan",
            json!({ "from": "2026-01", "to": "2026-12", "committees": [empty["id"]] }),
        )
        .await;
    assert_eq!(error.code, ErrorCode::NoPlan);
    assert!(error.message.contains("听松"), "{}", error.message);
}

async fn months_a_unit_cannot_serve_are_respected(house: &House) {
    let committee = in_january(house).await;
    let view = house
        .ok("committees.get", json!({ "id": committee["id"] }))
        .await;
    let seat = &view["seats"][0];
    let blocked = json!({
        "id": seat["id"], "version": seat["version"], "unit_id": seat["unit_id"], "committee_id": committee["id"],
        "position": 1, "blocked_months": [1, 4],
    });
    house.ok("units.saveSeat", blocked).await;
    plan(house, "2026-01", "2026-12").await;
    let line = units(house, &committee, 2026).await;
    assert!(line[0] != "甲局" && line[3] != "甲局", "{line:?}");
}

async fn prepared(house: &House, committee: &Json, month: &str) -> Json {
    let open =
        json!({ "committee_id": committee["id"], "month": month, "date": format!("{month}-20") });
    house.ok("meetings.open", open).await
}

async fn now(house: &House, meeting: &Json) -> Json {
    house
        .ok("meetings.get", json!({ "id": meeting["id"] }))
        .await["meeting"]
        .clone()
}

async fn a_meeting_in_preparation_follows_the_rota(house: &House) {
    let committee = in_january(house).await;
    plan(house, "2026-01", "2026-12").await;
    let february = prepared(house, &committee, "2026-02").await;
    let march = prepared(house, &committee, "2026-03").await;
    let april = prepared(house, &committee, "2026-04").await;
    assert_eq!(february["duty_unit"], "乙局");
    assert_eq!(february["chair_post"], "乙局主任");
    let named = json!({
        "id": march["id"], "version": march["version"], "date": "2026-03-20", "time": "15:00", "place": "",
        "chair_name": "王堃", "chair_post": "社区党委书记", "recorder_name": "", "requirements": "",
    });
    house.ok("meetings.update", named).await;
    let notify = json!({ "id": april["id"], "version": april["version"], "date": "2026-01-05" });
    house.ok("meetings.notify", notify).await;

    let cells = line(house, &committee, 2026).await;
    let swap = json!({ "turn": cells["2026-02"]["turn_id"], "with": cells["2026-03"]["turn_id"], "reason": "" });
    house.ok("rota.swap", swap).await;
    let replace = json!({
        "turn": cells["2026-04"]["turn_id"], "version": cells["2026-04"]["version"],
        "unit_id": house.unit("乙局").await["id"], "reason": "",
    });
    house.ok("rota.replace", replace).await;

    let february = now(house, &february).await;
    assert_eq!(
        (&february["duty_unit"], &february["chair_post"]),
        (&json!("丙局"), &json!("丙局主任"))
    );
    let march = now(house, &march).await;
    assert_eq!(march["duty_unit"], "乙局");
    assert_eq!(march["chair_name"], "王堃", "named by hand, so it stays");
    assert_eq!(
        now(house, &april).await["duty_unit"],
        "甲局",
        "its notice has gone out"
    );
}
