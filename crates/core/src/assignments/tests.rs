//! The way of an assignment through the commands.

use crate::rota::tests::{Desk, id};
use ground::error::ErrorCode;
use serde_json::{Value as Json, json};

async fn given(desk: &Desk, due_on: Json) -> Json {
    let lead = desk.unit_id("甲").await;
    let args = json!({ "committee_id": desk.rain, "content": "整治飞线充电", "lead_unit_id": lead,
        "due_on": due_on });
    desk.call("assignments.save", args).await
}

async fn step(desk: &Desk, view: &Json, step: Json) -> ground::error::Result<Json> {
    let assignment = &view["assignment"];
    let args = json!({ "id": assignment["id"], "version": assignment["version"], "step": step });
    desk.attempt("assignments.step", args).await
}

#[tokio::test]
async fn due_in_working_days_unless_a_day_is_said() {
    let desk = Desk::open().await;
    let usual = given(&desk, Json::Null).await;
    assert_eq!(usual["assignment"]["due_on"], "2026-03-31");
    assert_eq!(
        (&usual["paper"], &usual["due_advice"]),
        (&json!("交办单"), &Json::Null)
    );
    let holiday = given(&desk, json!("2026-05-01")).await;
    let advice = holiday["due_advice"].as_str().unwrap();
    assert!(advice.starts_with("2026年5月1日是劳动节"), "{advice}");
    let far = json!({ "committee_id": desk.rain, "content": "长期事项", "lead_name": "区住建局",
        "working_days": 250 });
    let unknown = desk.refusal("assignments.save", far).await;
    assert_eq!(unknown.field.as_deref(), Some("due_on"));
    assert!(
        unknown.message.starts_with("2027年节假日安排未公布"),
        "{unknown}"
    );
}

#[tokio::test]
async fn from_claim_through_return_to_approval() {
    let desk = Desk::open().await;
    let view = given(&desk, json!("2026-03-20")).await;
    let view = step(
        &desk,
        &view,
        json!({ "step": "claim", "result": "已加装6台" }),
    )
    .await
    .unwrap();
    let view = step(
        &desk,
        &view,
        json!({ "step": "return", "reason": "尚缺2台" }),
    )
    .await
    .unwrap();
    desk.at("2026-03-20");
    let view = step(
        &desk,
        &view,
        json!({ "step": "claim", "result": "已加装8台" }),
    )
    .await
    .unwrap();
    desk.at("2026-03-24");
    assert_eq!(
        desk.call("assignments.get", json!({ "id": id(&view["assignment"]) }))
            .await["late"],
        true
    );
    let approve = json!({ "step": "approve", "by": "王堃", "on": "2026-03-20", "satisfaction": 5 });
    let closed = step(&desk, &view, approve).await.unwrap();
    assert_eq!(
        (&closed["assignment"]["state"], &closed["late"]),
        (&json!("closed"), &json!(false))
    );
    assert_eq!(closed["progress"].as_array().unwrap().len(), 4);
    let stale = step(&desk, &view, json!({ "step": "rate", "satisfaction": 4 }))
        .await
        .unwrap_err();
    assert_eq!(stale.code, ErrorCode::Conflict);
}

#[tokio::test]
async fn the_figures_and_the_lists_agree() {
    let desk = Desk::open().await;
    let first = given(&desk, json!("2026-03-12")).await;
    let second = given(&desk, json!("2026-03-12")).await;
    given(&desk, json!("2026-03-20")).await;
    let asked = json!({ "step": "ask_extension", "to": "2026-03-18", "reason": "待招标" });
    let second = step(&desk, &second, asked).await.unwrap();
    let granted = json!({ "step": "answer_extension", "granted": true, "by": "王堃" });
    let second = step(&desk, &second, granted).await.unwrap();
    desk.at("2026-03-17");
    let second = step(&desk, &second, json!({ "step": "claim", "result": "完成" }))
        .await
        .unwrap();
    step(&desk, &second, json!({ "step": "approve", "by": "王堃" }))
        .await
        .unwrap();
    let late = step(
        &desk,
        &first,
        json!({ "step": "ask_extension", "to": "2026-03-30", "reason": "忘了" }),
    );
    assert_eq!(late.await.unwrap_err().code, ErrorCode::State);

    let period = json!({ "from": "2026-03", "to": "2026-03", "committee_id": desk.rain });
    let figures = desk.call("assignments.figures", period).await;
    let ratio = |part: i64| json!({ "part": part, "whole": 3 });
    assert_eq!(
        figures,
        json!({ "due": 3, "closed": ratio(1), "on_time": ratio(1), "late": ratio(1) })
    );
    let list = desk
        .call("assignments.list", json!({ "due": "late" }))
        .await;
    assert_eq!(
        (&list["total"], &list["rows"][0]["assignment"]["id"]),
        (&json!(1), &first["assignment"]["id"])
    );
    let found = desk
        .call(
            "assignments.list",
            json!({ "search": "fxcd", "due": "soon" }),
        )
        .await;
    assert_eq!(found["total"], 1);
}

#[tokio::test]
async fn pages_follow_each_other_by_due_date() {
    let desk = Desk::open().await;
    for day in [
        "2026-03-20",
        "2026-03-12",
        "2026-03-20",
        "2026-03-16",
        "2026-03-20",
    ] {
        given(&desk, json!(day)).await;
    }
    let (mut days, mut after) = (Vec::new(), Json::Null);
    loop {
        let args = json!({ "page": { "after": after, "limit": 2 } });
        let page = desk.call("assignments.list", args).await;
        assert_eq!(page["total"], 5);
        let rows = page["rows"].as_array().unwrap();
        days.extend(
            rows.iter()
                .map(|row| row["assignment"]["due_on"].as_str().unwrap().to_owned()),
        );
        after = page["next"].clone();
        if after.is_null() {
            break;
        }
    }
    assert_eq!(
        days,
        [
            "2026-03-12",
            "2026-03-16",
            "2026-03-20",
            "2026-03-20",
            "2026-03-20"
        ]
    );
}

#[tokio::test]
async fn the_due_date_is_put_right_only_before_anything_has_happened() {
    let desk = Desk::open().await;
    let view = given(&desk, json!("2026-03-20")).await;
    let mut edit = json!({ "id": view["assignment"]["id"], "version": 1, "content": "整治飞线充电和充电桩",
        "lead_unit_id": view["assignment"]["lead_unit_id"], "due_on": "2026-03-24" });
    let moved = desk.call("assignments.save", edit.clone()).await;
    assert_eq!(moved["assignment"]["first_due_on"], "2026-03-24");
    step(&desk, &moved, json!({ "step": "remind" }))
        .await
        .unwrap();
    edit["version"] = json!(3);
    edit["due_on"] = json!("2026-03-27");
    let refused = desk.refusal("assignments.save", edit).await;
    assert_eq!(refused.field.as_deref(), Some("due_on"));
}
