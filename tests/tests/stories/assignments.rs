//! Assignments: due in working days, worded by relation, closed only by approval.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_tests::{House, stories};

/// An office on 2026-10-08 with one matter from before the program, of a unit with this nature.
async fn given(house: &House, nature: &str) -> Json {
    house.set_clock("2026-10-08", 2);
    house.found().await;
    let committee = house.committee_with("听雨", &[]).await;
    let unit = house
        .ok("units.save", json!({ "name": "某单位", "nature": nature }))
        .await;
    house.seat(&unit, &committee).await;
    let save = json!({
        "committee_id": committee["id"], "content": "清理飞线23处", "lead_unit_id": unit["id"], "working_days": 3,
    });
    house.ok("assignments.save", save).await
}

async fn step(house: &House, view: &Json, step: Json) -> Json {
    house.ok("assignments.step", args(view, step)).await
}

fn args(view: &Json, step: Json) -> Json {
    json!({ "id": view["assignment"]["id"], "version": view["assignment"]["version"], "step": step })
}

stories! {
    House:
        due_in_working_days_over_the_holiday_calendar,
        the_wording_follows_the_relation,
        closed_only_by_approval,
        an_extension_is_asked_before_the_due_date,
        reminders_rise_by_levels;
    Street:
        figures_have_one_definition;
}

async fn due_in_working_days_over_the_holiday_calendar(house: &House) {
    let view = given(house, "物业企业").await;
    assert_eq!(view["assignment"]["due_on"], "2026-10-12");
    let sunday = json!({
        "id": view["assignment"]["id"], "version": view["assignment"]["version"], "content": "清理飞线23处",
        "lead_unit_id": view["assignment"]["lead_unit_id"], "due_on": "2026-10-18",
    });
    let moved = house.ok("assignments.save", sunday).await;
    assert!(
        moved["due_advice"]
            .as_str()
            .unwrap()
            .contains("2026年10月19日"),
        "{}",
        moved["due_advice"]
    );
}

async fn the_wording_follows_the_relation(house: &House) {
    let view = given(house, "物业企业").await;
    assert_eq!(
        (view["paper"].as_str(), view["reminder_paper"].as_str()),
        (Some("任务认领单"), Some("工作提示"))
    );
    let outside = json!({
        "committee_id": view["assignment"]["committee_id"], "content": "协调管线迁改", "lead_name": "区水务集团", "working_days": 5,
    });
    let view = house.ok("assignments.save", outside).await;
    assert_eq!(
        (view["paper"].as_str(), view["reminder_paper"].as_str()),
        (Some("协调函"), Some("商请函"))
    );
}

async fn closed_only_by_approval(house: &House) {
    let view = given(house, "物业企业").await;
    let approve = json!({ "step": "approve", "by": "王堃", "satisfaction": 5 });
    assert_eq!(
        house
            .fails("assignments.step", args(&view, approve.clone()))
            .await
            .code,
        ErrorCode::State
    );
    let claimed = step(
        house,
        &view,
        json!({ "step": "claim", "result": "已全部清理" }),
    )
    .await;
    assert_eq!(claimed["assignment"]["state"], "claimed");
    let back = step(
        house,
        &claimed,
        json!({ "step": "return", "reason": "3号楼还有2处" }),
    )
    .await;
    assert_eq!(back["assignment"]["state"], "open");
    let claimed = step(
        house,
        &back,
        json!({ "step": "claim", "result": "23处全部清理" }),
    )
    .await;
    let closed = step(house, &claimed, approve).await;
    assert_eq!(closed["assignment"]["state"], "closed");
    assert_eq!(closed["assignment"]["closed_on"], "2026-10-08");
    assert_eq!(closed["progress"].as_array().unwrap().len(), 4);
}

async fn an_extension_is_asked_before_the_due_date(house: &House) {
    let view = given(house, "物业企业").await;
    let ask = json!({ "step": "ask_extension", "to": "2026-10-30", "reason": "等材料" });
    house.set_clock("2026-10-13", 2);
    assert_eq!(
        house
            .fails("assignments.step", args(&view, ask.clone()))
            .await
            .code,
        ErrorCode::State
    );
    house.set_clock("2026-10-12", 2);
    let asked = step(house, &view, ask).await;
    assert_eq!(asked["assignment"]["due_on"], "2026-10-12");
    let granted = step(
        house,
        &asked,
        json!({ "step": "answer_extension", "granted": true, "by": "王堃" }),
    )
    .await;
    assert_eq!(granted["assignment"]["due_on"], "2026-10-30");
    assert_eq!(granted["assignment"]["first_due_on"], "2026-10-12");
    house.set_clock("2026-10-31", 2);
    let late = house
        .ok("assignments.get", json!({ "id": view["assignment"]["id"] }))
        .await;
    assert_eq!(late["late"], true);
    assert_eq!(
        house.ok("assignments.list", json!({ "due": "late" })).await["total"],
        1
    );
}

async fn reminders_rise_by_levels(house: &House) {
    let mut view = given(house, "物业企业").await;
    for level in 1..=3 {
        view = step(house, &view, json!({ "step": "remind" })).await;
        assert_eq!(view["assignment"]["reminded"], level);
    }
    assert_eq!(
        house
            .fails("assignments.step", args(&view, json!({ "step": "remind" })))
            .await
            .code,
        ErrorCode::State
    );
}

async fn figures_have_one_definition(house: &House) {
    let figures = house
        .ok(
            "assignments.figures",
            json!({ "from": "2026-08", "to": "2026-11" }),
        )
        .await;
    let due = figures["due"].as_i64().unwrap();
    let part = |name: &str| figures[name]["part"].as_i64().unwrap();
    assert!(
        due > 0 && part("on_time") <= part("closed") && part("closed") + part("late") <= due,
        "{figures}"
    );
    assert_eq!(part("late"), 1);
    assert_eq!(
        part("closed") - part("on_time"),
        1,
        "one was closed after its due date"
    );
}
