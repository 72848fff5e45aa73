use super::desk::{Desk, at};
use serde_json::json;

#[tokio::test]
async fn opens_from_the_rota_with_people_in_official_order() {
    let desk = Desk::open().await;
    desk.on_duty("2026-10").await;
    let meeting = desk.open_meeting("2026-10-14").await;
    assert_eq!(meeting["chair_name"], "孙玥");
    assert_eq!(meeting["chair_post"], "农商银行云溪支行行长");
    let view = desk.view(&meeting).await;
    let people: Vec<_> = view["attendance"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| &p["person"])
        .collect();
    assert_eq!(people, ["王堃", "孙玥", "马祎"]);
    assert_eq!(view["title"], "听雨社区“大党委”2026年10月联席会议");
    assert_eq!(view["notice_due"], "2026-10-10");
    assert_eq!(view["topics_due"], "2026-09-29");
}

#[tokio::test]
async fn numbers_come_with_the_notice_and_are_never_given_again() {
    let desk = Desk::open().await;
    let first = desk.open_meeting("2026-10-14").await;
    desk.hold(&first).await;
    let held = desk.view(&first).await["meeting"].clone();
    assert_eq!(
        (&held["session_number"], &held["issue_number"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(held["notice_number"], "听雨党〔2026〕31号");

    let second = desk.open_meeting("2026-11-18").await;
    let args = json!({ "id": second["id"], "version": second["version"] });
    let second = desk.call("meetings.notify", args).await;
    assert_eq!(second["notice_number"], "听雨党〔2026〕32号");
    let args = json!({ "id": second["id"], "version": second["version"], "state": "cancelled", "reason": "台风" });
    desk.call("meetings.setState", args).await;
    let third = desk.open_meeting("2026-11-25").await;
    let args = json!({ "id": third["id"], "version": third["version"] });
    assert_eq!(
        desk.call("meetings.notify", args).await["session_number"],
        3
    );
}

#[tokio::test]
async fn a_postponed_meeting_keeps_its_number_and_gets_a_new_notice() {
    let desk = Desk::open().await;
    let meeting = desk.open_meeting("2026-10-14").await;
    let args = json!({ "id": meeting["id"], "version": meeting["version"] });
    let meeting = desk.call("meetings.notify", args).await;
    let args = json!({ "id": meeting["id"], "version": meeting["version"], "state": "postponed",
        "reason": "防汛值守", "date": "2026-10-21" });
    let meeting = desk.call("meetings.setState", args).await;
    let args = json!({ "id": meeting["id"], "version": meeting["version"] });
    let meeting = desk.call("meetings.notify", args).await;
    assert_eq!(meeting["session_number"], 1);
    assert_eq!(meeting["notice_number"], "听雨党〔2026〕32号");
    assert_eq!(meeting["date"], "2026-10-21");
}

#[tokio::test]
async fn begins_with_what_became_of_the_last_decisions() {
    let desk = Desk::open().await;
    let first = desk.open_meeting("2026-10-14").await;
    let item = desk.item(&first, "topic", "飞线充电整治", "").await;
    desk.hold(&first).await;
    let args = json!({ "item_id": item["id"], "content": "加装充电箱6台", "lead_unit_id": desk.units[0]["id"],
        "due_on": "2026-11-06" });
    desk.call("assignments.save", args).await;

    let second = desk.open_meeting("2026-11-18").await;
    let going = "第1次会议议定事项1项，办理中1项。\n办理中：加装充电箱6台（农商银行云溪支行主办，时限11月6日）。";
    assert_eq!(desk.view(&second).await["items"][0]["decision"], going);
    desk.clock.set(at("2026-11-18T17:00"));
    assert_eq!(desk.view(&second).await["items"][0]["decision"], going);
    desk.hold(&second).await;
    assert_eq!(desk.view(&second).await["items"][0]["decision"], going);
}

#[tokio::test]
async fn an_unfinished_item_moves_to_the_next_meeting() {
    let desk = Desk::open().await;
    let first = desk.open_meeting("2026-10-14").await;
    let item = desk.item(&first, "topic", "合伙人聘任", "").await;
    desk.hold(&first).await;
    let second = desk.open_meeting("2026-11-18").await;
    let args = json!({ "id": item["id"], "version": item["version"] });
    let carried = desk.call("meetings.carryItem", args).await;
    assert_eq!(
        (&carried["meeting_id"], &carried["source"]),
        (&second["id"], &json!("carried"))
    );
    let draft = desk
        .call("meetings.draftMinutes", json!({ "id": first["id"] }))
        .await;
    let text = draft["blocks"].to_string();
    assert!(text.contains("转下次会议继续研究"), "{text}");
}

#[tokio::test]
async fn lists_newest_first_and_finds_by_item() {
    let desk = Desk::open().await;
    let first = desk.open_meeting("2026-10-14").await;
    desk.item(&first, "topic", "飞线充电整治", "").await;
    let second = desk.open_meeting("2026-11-18").await;
    let page = desk
        .call("meetings.list", json!({ "page": { "limit": 1 } }))
        .await;
    assert_eq!(
        (&page["rows"][0]["meeting"]["id"], &page["total"]),
        (&second["id"], &json!(2))
    );
    let next = desk
        .call(
            "meetings.list",
            json!({ "page": { "limit": 1, "after": page["next"] } }),
        )
        .await;
    assert_eq!(next["rows"][0]["meeting"]["id"], first["id"]);
    assert_eq!(next["rows"][0]["expected"], 3);
    let found = desk
        .call("meetings.list", json!({ "search": "飞线充电" }))
        .await;
    assert_eq!(found["total"], 1);
}
