//! A joint meeting from the rota to its signed and corrected minutes.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_tests::{House, stories};

/// An office in October 2026 with a committee of three units, planned to December.
pub(crate) async fn in_october(house: &House) -> Json {
    house.set_clock("2026-10-08", 2);
    house.found().await;
    let committee = house
        .committee_with("听雨", &["区教育局", "安居物业", "云溪派出所"])
        .await;
    house
        .ok("rota.plan", json!({ "from": "2026-10", "to": "2026-12" }))
        .await;
    committee
}

pub(crate) async fn open(house: &House, committee: &Json, date: &str) -> Json {
    let month = &date[..7];
    house
        .ok(
            "meetings.open",
            json!({ "committee_id": committee["id"], "month": month, "date": date }),
        )
        .await
}

pub(crate) async fn get(house: &House, meeting: &Json) -> Json {
    house
        .ok("meetings.get", json!({ "id": meeting["id"] }))
        .await
}

pub(crate) async fn topic(house: &House, meeting: &Json, title: &str, decision: &str) -> Json {
    let item = json!({ "meeting_id": meeting["id"], "kind": "topic", "title": title, "decision": decision, "discussion": "安居物业：可以承担。" });
    house.ok("meetings.saveItem", item).await
}

pub(crate) async fn notify(house: &House, meeting: &Json) -> Json {
    house
        .ok(
            "meetings.notify",
            json!({ "id": meeting["id"], "version": meeting["version"] }),
        )
        .await
}

/// Everybody as the list of states says, over and over; then held.
pub(crate) async fn hold(house: &House, meeting: &Json, states: &[&str]) {
    let people: Vec<Json> = get(house, meeting).await["attendance"]
        .as_array()
        .unwrap()
        .iter()
        .zip(states.iter().cycle())
        .map(|(person, state)| {
            let mut entry = person.clone();
            entry["state"] = json!(state);
            entry["stand_in"] = json!(if *state == "stand_in" { "郭燕" } else { "" });
            entry["reason"] = json!(if *state == "excused" { "出差" } else { "" });
            entry
        })
        .collect();
    house
        .ok(
            "meetings.takeAttendance",
            json!({ "meeting_id": meeting["id"], "people": people }),
        )
        .await;
    let version = get(house, meeting).await["meeting"]["version"].clone();
    house
        .ok(
            "meetings.setState",
            json!({ "id": meeting["id"], "version": version, "state": "held" }),
        )
        .await;
}

pub(crate) async fn draft(house: &House, meeting: &Json) -> Json {
    house
        .ok("meetings.draftMinutes", json!({ "id": meeting["id"] }))
        .await
}

pub(crate) async fn sign(house: &House, minutes: &Json, day: &str) -> Json {
    let mut minutes = minutes.clone();
    for state in ["review", "submitted"] {
        minutes = house
            .ok(
                "meetings.moveMinutes",
                json!({ "id": minutes["id"], "version": minutes["version"], "state": state }),
            )
            .await;
    }
    let sign = json!({ "id": minutes["id"], "version": minutes["version"], "signed_by": "王堃", "signed_on": day, "instruction": "同意印发。" });
    house.ok("meetings.sign", sign).await
}

async fn pdf(house: &House, meeting: &Json, revision: Option<i64>) -> Vec<u8> {
    let made = house
        .ok(
            "documents.make",
            json!({ "kind": "minutes", "meeting_id": meeting["id"], "revision": revision }),
        )
        .await;
    house.bytes(&made["file"])
}

/// The blocks as an editor gives them back, the last paragraph with another text.
fn edited(minutes: &Json, text: &str) -> Json {
    let blocks = minutes["blocks"].as_array().unwrap();
    let last = blocks.len() - 1;
    let block = |(place, block): (usize, &Json)| {
        let own = if place == last {
            json!(text)
        } else {
            block["edited"].clone()
        };
        json!({ "key": block["key"], "level": block["level"], "edited": own })
    };
    json!({
        "id": minutes["id"], "version": minutes["version"],
        "blocks": blocks.iter().enumerate().map(block).collect::<Vec<_>>(),
    })
}

stories! {
    House:
        opened_from_the_rota_with_everybody_in_official_order,
        a_year_that_is_not_published_is_said_so,
        numbers_come_with_the_notice_and_are_never_reused,
        attendance_is_copied_and_kept,
        decisions_become_assignments_and_the_next_meeting_begins_with_them,
        hand_edits_survive_and_show_what_changed_beneath,
        signed_minutes_stand_whatever_the_registers_say,
        a_correction_is_a_new_version_beside_the_old,
        no_step_is_skipped,
        an_unfinished_item_moves_to_the_next_meeting,
        a_signed_scan_is_kept_to_the_byte;
}

async fn opened_from_the_rota_with_everybody_in_official_order(house: &House) {
    let committee = in_october(house).await;
    let meeting = open(house, &committee, "2026-10-14").await;
    assert_eq!(meeting["state"], "preparing");
    assert_eq!(meeting["duty_unit"], "区教育局");
    assert_eq!(meeting["chair_name"], "孙玥");
    let view = get(house, &meeting).await;
    let units: Vec<&str> = view["attendance"]
        .as_array()
        .unwrap()
        .iter()
        .map(|person| person["unit_name"].as_str().unwrap())
        .collect();
    assert_eq!(units, ["听雨社区", "区教育局", "安居物业", "云溪派出所"]);
    assert_eq!(view["notice_due"], "2026-10-10");
    assert_eq!(view["topics_due"], "2026-09-29");
}

async fn a_year_that_is_not_published_is_said_so(house: &House) {
    let committee = in_october(house).await;
    house.set_clock("2026-12-30", 2);
    house
        .ok("rota.plan", json!({ "from": "2027-01", "to": "2027-01" }))
        .await;
    let meeting = open(house, &committee, "2027-01-06").await;
    let view = get(house, &meeting).await;
    assert_eq!(view["notice_due"], Json::Null);
    assert!(
        view["notice_advice"]
            .as_str()
            .unwrap()
            .contains("2027年节假日安排未公布")
    );
}

async fn numbers_come_with_the_notice_and_are_never_reused(house: &House) {
    let committee = in_october(house).await;
    house.ok("meetings.startNumbers", json!({ "committee_id": committee["id"], "year": 2026, "next_session": 9, "next_issue": 12 })).await;
    let first = open(house, &committee, "2026-10-14").await;
    assert_eq!(first["session_number"], Json::Null);
    let first = notify(house, &first).await;
    assert_eq!(
        (
            first["session_number"].as_i64(),
            first["issue_number"].as_i64()
        ),
        (Some(9), Some(12))
    );
    assert_eq!(first["notice_number"], "听雨社区党委〔2026〕1号");
    house.ok("meetings.setState", json!({ "id": first["id"], "version": first["version"], "state": "cancelled", "reason": "防汛" })).await;
    let second = open(house, &committee, "2026-10-21").await;
    let second = notify(house, &second).await;
    assert_eq!(
        (
            second["session_number"].as_i64(),
            second["issue_number"].as_i64()
        ),
        (Some(10), Some(13))
    );
    assert_eq!(second["notice_number"], "听雨社区党委〔2026〕2号");
}

async fn attendance_is_copied_and_kept(house: &House) {
    let committee = in_october(house).await;
    let meeting = open(house, &committee, "2026-10-08").await;
    notify(house, &meeting).await;
    hold(
        house,
        &meeting,
        &["present", "stand_in", "excused", "absent"],
    )
    .await;
    let before = get(house, &meeting).await["attendance"].clone();
    let unit = house.unit("区教育局").await;
    let renamed = json!({
        "id": unit["id"], "version": unit["version"], "name": "区教育和体育局", "nature": "机关",
        "leader_name": "换了人", "renamed_after": "2026-10-07",
    });
    house.ok("units.save", renamed).await;
    assert_eq!(get(house, &meeting).await["attendance"], before);
    let states: Vec<&str> = before
        .as_array()
        .unwrap()
        .iter()
        .map(|person| person["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["present", "stand_in", "excused", "absent"]);
    let text = tongxin_tests::text(&pdf(house, &meeting, None).await);
    assert!(
        text.contains("郭燕（代孙玥）") && !text.contains("缺席"),
        "{text}"
    );
}

async fn decisions_become_assignments_and_the_next_meeting_begins_with_them(house: &House) {
    let committee = in_october(house).await;
    let meeting = open(house, &committee, "2026-10-08").await;
    let item = topic(house, &meeting, "关于飞线充电整治的议题", "开展集中整治").await;
    notify(house, &meeting).await;
    hold(house, &meeting, &["present"]).await;
    let unit = house.unit("安居物业").await;
    let save = |days: i64, content: &str| json!({ "item_id": item["id"], "content": content, "lead_unit_id": unit["id"], "working_days": days });
    let first = house.ok("assignments.save", save(3, "清理飞线23处")).await;
    assert_eq!(first["assignment"]["due_on"], "2026-10-12");
    house
        .ok("assignments.save", save(15, "加装充电箱6台"))
        .await;
    let twice =
        json!({ "committee_id": committee["id"], "month": "2026-10", "date": "2026-10-20" });
    assert_eq!(
        house.fails("meetings.open", twice).await.field.as_deref(),
        Some("month")
    );

    let next = open(house, &committee, "2026-11-12").await;
    house.set_clock("2026-11-12", 2);
    let items = get(house, &next).await["items"].clone();
    assert_eq!(items[0]["source"], "follow_up");
    let told = items[0]["decision"].as_str().unwrap();
    assert!(
        told.contains("议定事项2项") && told.contains("清理飞线23处"),
        "{told}"
    );
}

async fn hand_edits_survive_and_show_what_changed_beneath(house: &House) {
    let committee = in_october(house).await;
    let meeting = open(house, &committee, "2026-10-08").await;
    let item = topic(house, &meeting, "关于飞线充电整治的议题", "开展集中整治").await;
    notify(house, &meeting).await;
    hold(house, &meeting, &["present"]).await;
    let minutes = draft(house, &meeting).await;
    house
        .ok(
            "meetings.editMinutes",
            edited(&minutes, "会议议定，立即整治。"),
        )
        .await;
    let again = draft(house, &meeting).await;
    let last = again["blocks"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["edited"], "会议议定，立即整治。");
    assert_eq!(last["edited_from"], last["generated"]);
    let changed = json!({
        "id": item["id"], "version": item["version"], "meeting_id": meeting["id"], "kind": "topic",
        "title": item["title"], "decision": "分两批整治",
    });
    house.ok("meetings.saveItem", changed).await;
    let again = draft(house, &meeting).await;
    let last = again["blocks"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["edited"], "会议议定，立即整治。");
    assert!(last["generated"].as_str().unwrap().contains("分两批整治"));
    assert_ne!(last["edited_from"], last["generated"]);
    assert!(tongxin_tests::text(&pdf(house, &meeting, None).await).contains("立即整治"));
}

async fn signed_minutes_stand_whatever_the_registers_say(house: &House) {
    let committee = in_october(house).await;
    let meeting = open(house, &committee, "2026-10-08").await;
    let item = topic(house, &meeting, "关于飞线充电整治的议题", "开展集中整治").await;
    notify(house, &meeting).await;
    hold(house, &meeting, &["present"]).await;
    let signed = sign(house, &draft(house, &meeting).await, "2026-10-08").await;
    assert_eq!(signed["state"], "signed");
    assert_eq!(get(house, &meeting).await["meeting"]["state"], "signed");
    let before = pdf(house, &meeting, None).await;

    house.set_clock("2026-11-20", 5);
    let unit = house.unit("区教育局").await;
    house.ok("units.save", json!({ "id": unit["id"], "version": unit["version"], "name": "别的名字", "nature": "机关" })).await;
    let mut other = house.committee("听雨").await;
    other["name"] = json!("改了名的“大党委”");
    house.ok("committees.save", other).await;
    assert_eq!(pdf(house, &meeting, None).await, before);

    let change = json!({ "id": item["id"], "version": item["version"], "meeting_id": meeting["id"], "kind": "topic", "title": "另一个" });
    assert_eq!(
        house.fails("meetings.saveItem", change).await.code,
        ErrorCode::State
    );
    assert_eq!(
        house
            .fails("meetings.draftMinutes", json!({ "id": meeting["id"] }))
            .await
            .code,
        ErrorCode::State
    );
    assert_eq!(
        house
            .fails("meetings.editMinutes", edited(&signed, "改"))
            .await
            .code,
        ErrorCode::State
    );
}

async fn a_correction_is_a_new_version_beside_the_old(house: &House) {
    let committee = in_october(house).await;
    let meeting = open(house, &committee, "2026-10-08").await;
    topic(house, &meeting, "关于飞线充电整治的议题", "开展集中整治").await;
    notify(house, &meeting).await;
    hold(house, &meeting, &["present"]).await;
    let signed = sign(house, &draft(house, &meeting).await, "2026-10-08").await;
    let old = pdf(house, &meeting, None).await;
    let correction = house
        .ok(
            "meetings.correct",
            json!({ "id": signed["id"], "reason": "日期有误" }),
        )
        .await;
    assert_eq!(correction["revision"], 2);
    let again = house
        .fails(
            "meetings.correct",
            json!({ "id": signed["id"], "reason": "再改" }),
        )
        .await;
    assert_eq!(again.code, ErrorCode::State);
    let corrected = house
        .ok(
            "meetings.editMinutes",
            edited(&correction, "会议议定，十月底前完成整治。"),
        )
        .await;
    sign(house, &corrected, "2026-10-08").await;
    assert_eq!(pdf(house, &meeting, Some(1)).await, old);
    let new = tongxin_tests::text(&pdf(house, &meeting, None).await);
    assert!(new.contains("十月底前完成整治"), "{new}");
    assert_eq!(
        get(house, &meeting).await["revisions"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

async fn no_step_is_skipped(house: &House) {
    let committee = in_october(house).await;
    let meeting = open(house, &committee, "2026-10-14").await;
    let state = |state: &str| json!({ "id": meeting["id"], "version": meeting["version"], "state": state, "reason": "因故" });
    for to in ["held", "signed", "archived", "preparing"] {
        assert_eq!(
            house.fails("meetings.setState", state(to)).await.code,
            ErrorCode::State,
            "{to}"
        );
    }
    assert_eq!(
        house
            .fails("meetings.draftMinutes", json!({ "id": meeting["id"] }))
            .await
            .code,
        ErrorCode::State
    );
    let take =
        json!({ "meeting_id": meeting["id"], "people": [{ "person": "甲", "state": "present" }] });
    assert_eq!(
        house.fails("meetings.takeAttendance", take).await.code,
        ErrorCode::State
    );
}

async fn an_unfinished_item_moves_to_the_next_meeting(house: &House) {
    let committee = in_october(house).await;
    let meeting = open(house, &committee, "2026-10-08").await;
    let item = topic(house, &meeting, "关于加装电梯的议题", "").await;
    let carry = json!({ "id": item["id"], "version": item["version"] });
    let waiting = house.ok("meetings.carryItem", carry.clone()).await;
    assert_eq!(waiting["carried_to"], "next", "no next meeting is open yet");
    assert_eq!(
        house.fails("meetings.carryItem", carry).await.code,
        ErrorCode::State
    );
    let next = open(house, &committee, "2026-11-12").await;
    let carried = carried_items(house, &next).await;
    assert_eq!(carried.len(), 1);
    assert_eq!(carried[0]["title"], "关于加装电梯的议题");
    let left = get(house, &meeting).await["items"][0].clone();
    assert_eq!(left["carried_to"], next["id"]);

    let again = json!({ "id": carried[0]["id"], "version": carried[0]["version"] });
    let later = open(house, &committee, "2026-12-10").await;
    assert!(carried_items(house, &later).await.is_empty());
    house.ok("meetings.carryItem", again).await;
    assert_eq!(carried_items(house, &later).await.len(), 1);
}

async fn carried_items(house: &House, meeting: &Json) -> Vec<Json> {
    let items = get(house, meeting).await["items"].clone();
    let items = items.as_array().unwrap().clone();
    items
        .into_iter()
        .filter(|item| item["source"] == "carried")
        .collect()
}

async fn a_signed_scan_is_kept_to_the_byte(house: &House) {
    let committee = in_october(house).await;
    let meeting = open(house, &committee, "2026-10-08").await;
    let bytes: Vec<u8> = (0..700_000u32)
        .map(|place| u8::try_from(place % 251).unwrap())
        .collect();
    let file = json!(house.office.files().keep("签到表.jpg", bytes.clone()));
    let kept = house
        .ok(
            "meetings.attach",
            json!({ "meeting_id": meeting["id"], "file": file }),
        )
        .await;
    let back = house
        .ok("meetings.attachment", json!({ "id": kept["id"] }))
        .await;
    assert_eq!(back["name"], "签到表.jpg");
    assert_eq!(house.bytes(&back), bytes);
}
