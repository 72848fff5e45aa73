use super::desk::Desk;
use ground::error::ErrorCode;
use serde_json::json;

#[tokio::test]
async fn a_committee_without_units_cannot_meet() {
    let desk = Desk::open().await;
    let mut empty = desk.committee.clone();
    (empty["version"], empty["name"], empty["issuing_body_id"]) =
        (0.into(), "空白“大党委”".into(), json!(null));
    let empty = desk.call("committees.save", empty).await;
    let args = json!({ "committee_id": empty["id"], "month": "2026-10", "date": "2026-10-14" });
    let error = desk.refusal("meetings.open", args).await;
    assert_eq!(error.code, ErrorCode::State);
    assert!(error.message.contains("还没有成员单位"), "{error}");
}

#[tokio::test]
async fn a_second_ordinary_meeting_in_a_month_needs_to_be_extraordinary() {
    let desk = Desk::open().await;
    desk.open_meeting("2026-10-14").await;
    let args =
        json!({ "committee_id": desk.committee["id"], "month": "2026-10", "date": "2026-10-20" });
    assert_eq!(
        desk.refusal("meetings.open", args.clone())
            .await
            .field
            .as_deref(),
        Some("month")
    );
    let mut args = args;
    args["extraordinary"] = true.into();
    let meeting = desk.call("meetings.open", args).await;
    assert_eq!(
        desk.view(&meeting).await["title"],
        "听雨社区“大党委”2026年10月临时联席会议"
    );
}

#[tokio::test]
async fn a_year_without_holidays_is_told_and_not_guessed() {
    let desk = Desk::open().await;
    let meeting = desk.open_meeting("2027-03-10").await;
    let view = desk.view(&meeting).await;
    assert_eq!(view["notice_due"], json!(null));
    assert!(
        view["notice_advice"]
            .as_str()
            .unwrap()
            .contains("2027年节假日安排未公布")
    );
}

#[tokio::test]
async fn a_missing_issuing_body_is_told_with_the_place_to_set_it() {
    let desk = Desk::open().await;
    let meeting = desk.open_meeting("2026-10-14").await;
    let mut committee = desk.committee.clone();
    committee["issuing_body_id"] = json!(null);
    desk.call("committees.save", committee).await;
    let args = json!({ "id": meeting["id"], "version": meeting["version"] });
    let error = desk.refusal("meetings.notify", args).await;
    assert!(error.message.contains("发文主体"), "{error}");
}

#[tokio::test]
async fn held_needs_attendance_and_archiving_needs_signed_minutes() {
    let desk = Desk::open().await;
    let meeting = desk.open_meeting("2026-10-14").await;
    let args = json!({ "id": meeting["id"], "version": meeting["version"] });
    let meeting = desk.call("meetings.notify", args).await;
    let to =
        |state: &str| json!({ "id": meeting["id"], "version": meeting["version"], "state": state });
    assert!(
        desk.refusal("meetings.setState", to("held"))
            .await
            .message
            .contains("出席情况")
    );
    assert_eq!(
        desk.refusal("meetings.setState", to("archived")).await.code,
        ErrorCode::State
    );
    assert_eq!(
        desk.refusal("meetings.setState", to("cancelled"))
            .await
            .field
            .as_deref(),
        Some("reason")
    );
    assert!(
        desk.refusal("meetings.draftMinutes", json!({ "id": meeting["id"] }))
            .await
            .message
            .contains("已召开")
    );
}

#[tokio::test]
async fn a_stand_in_needs_a_name_and_a_conflict_shows_both_versions() {
    let desk = Desk::open().await;
    let meeting = desk.open_meeting("2026-10-14").await;
    let args = json!({ "id": meeting["id"], "version": meeting["version"] });
    desk.call("meetings.notify", args).await;
    let mut people = desk.view(&meeting).await["attendance"].clone();
    people[2]["state"] = "stand_in".into();
    let args = json!({ "meeting_id": meeting["id"], "people": people });
    assert_eq!(
        desk.refusal("meetings.takeAttendance", args).await.message,
        "请填写谁替马祎参会。"
    );

    let update = json!({ "id": meeting["id"], "version": 1, "date": "2026-10-14", "time": "15:00",
        "place": "党群服务中心", "chair_name": "王堃", "chair_post": "", "recorder_name": "" });
    let error = desk.refusal("meetings.update", update).await;
    assert_eq!(error.code, ErrorCode::Conflict);
    assert!(error.detail.unwrap()["current"].is_object());
}

#[tokio::test]
async fn a_recorded_item_is_not_removed() {
    let desk = Desk::open().await;
    let meeting = desk.open_meeting("2026-10-14").await;
    let blank = desk.item(&meeting, "topic", "飞线充电整治", "").await;
    let recorded = desk
        .item(&meeting, "topic", "合伙人聘任", "同意聘任。")
        .await;
    let remove = |item: &serde_json::Value| json!({ "id": item["id"], "version": item["version"] });
    desk.call("meetings.removeItem", remove(&blank)).await;
    assert_eq!(
        desk.refusal("meetings.removeItem", remove(&recorded))
            .await
            .code,
        ErrorCode::State
    );
}
