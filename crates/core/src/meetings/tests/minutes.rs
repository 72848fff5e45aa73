use super::desk::{Desk, at};
use serde_json::{Value as Json, json};

async fn held() -> (Desk, Json, Json) {
    let desk = Desk::open().await;
    desk.on_duty("2026-10").await;
    let meeting = desk.open_meeting("2026-10-14").await;
    let item = desk
        .item(
            &meeting,
            "topic",
            "关于飞线充电整治的议题",
            "各单位加强巡查",
        )
        .await;
    desk.hold(&meeting).await;
    (desk, meeting, item)
}

fn block<'a>(minutes: &'a Json, ending: &str) -> &'a Json {
    let blocks = minutes["blocks"].as_array().unwrap();
    blocks
        .iter()
        .find(|block| block["key"].as_str().unwrap().ends_with(ending))
        .unwrap()
}

#[tokio::test]
async fn an_edit_survives_regeneration_and_is_marked() {
    let (desk, meeting, item) = held().await;
    let draft = desk
        .call("meetings.draftMinutes", json!({ "id": meeting["id"] }))
        .await;
    assert_eq!(
        block(&draft, ":text")["generated"],
        "会议议定，各单位加强巡查。"
    );
    let mut blocks = draft["blocks"].clone();
    blocks[2]["edited"] = "会议议定，各成员单位每周巡查。".into();
    let args = json!({ "id": draft["id"], "version": draft["version"], "blocks": blocks });
    desk.call("meetings.editMinutes", args).await;

    let item = desk.view(&meeting).await["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|i| i["id"] == item["id"])
        .unwrap()
        .clone();
    let mut changed = item;
    changed["decision"] = "各单位加强夜间巡查".into();
    desk.call("meetings.saveItem", changed).await;
    let again = desk
        .call("meetings.draftMinutes", json!({ "id": meeting["id"] }))
        .await;
    let text = block(&again, ":text");
    assert_eq!(text["edited"], "会议议定，各成员单位每周巡查。");
    assert_eq!(text["generated"], "会议议定，各单位加强夜间巡查。");
    assert_ne!(text["edited_from"], text["generated"]);
}

#[tokio::test]
async fn signed_minutes_print_the_same_whatever_the_registers_say_later() {
    let (desk, meeting, _) = held().await;
    let draft = desk
        .call("meetings.draftMinutes", json!({ "id": meeting["id"] }))
        .await;
    let make = json!({ "kind": "minutes", "meeting_id": meeting["id"], "revision": 1 });
    let (_, name) = desk.document(make.clone()).await;
    assert_eq!(name, "2026年10月听雨社区大党委联席会议纪要（未签发）.pdf");
    desk.clock.set(at("2026-10-16T10:00"));
    let signed = desk.sign(&draft, "2026-10-16").await;
    assert_eq!(signed["model_hash"].as_str().unwrap().len(), 64);
    let (bytes, name) = desk.document(make.clone()).await;
    assert_eq!(name, "2026年10月听雨社区大党委联席会议纪要.pdf");

    let mut committee = desk.committee.clone();
    committee["name"] = "改名社区“大党委”".into();
    desk.call("committees.save", committee).await;
    desk.clock.set(at("2026-12-01T10:00"));
    assert!(desk.document(make.clone()).await.0 == bytes);

    let reason = json!({ "id": signed["id"], "reason": "参会单位名称有误" });
    let second = desk.call("meetings.correct", reason).await;
    assert_eq!(second["revision"], 2);
    let second = desk.sign(&second, "2026-12-01").await;
    let newest = json!({ "kind": "minutes", "meeting_id": meeting["id"] });
    let (corrected, name) = desk.document(newest).await;
    assert!(name.contains("（第2版）"), "{name}");
    assert!(corrected != bytes);
    assert!(desk.document(make).await.0 == bytes);
    assert_eq!(desk.view(&meeting).await["minutes"]["id"], second["id"]);
}

#[tokio::test]
async fn signing_needs_the_submitted_state_and_closes_the_record() {
    let (desk, meeting, item) = held().await;
    let draft = desk
        .call("meetings.draftMinutes", json!({ "id": meeting["id"] }))
        .await;
    let args = json!({ "id": draft["id"], "version": draft["version"], "signed_by": "王堃", "signed_on": "2026-10-14" });
    assert!(
        desk.refusal("meetings.sign", args)
            .await
            .message
            .contains("送签")
    );
    desk.sign(&draft, "2026-10-14").await;
    assert_eq!(desk.view(&meeting).await["meeting"]["state"], "signed");
    let mut changed = item;
    changed["decision"] = "改".into();
    assert!(
        desk.refusal("meetings.saveItem", changed)
            .await
            .message
            .contains("更正纪要")
    );
    desk.set_state(&meeting, "archived").await;
}

#[tokio::test]
async fn every_paper_around_a_meeting_can_be_made() {
    let (desk, meeting, item) = held().await;
    let assigned = json!({ "item_id": item["id"], "content": "加装充电箱6台",
        "lead_unit_id": desk.units[0]["id"], "due_on": "2026-10-30" });
    let assigned = desk.call("assignments.save", assigned).await;
    desk.part_timer("孙玥").await;
    let kinds = desk.call("documents.kinds", json!({})).await;
    // Ratings, selections, agreements, lists, buildings and partners are made into papers where those are kept.
    let elsewhere = [
        "rating",
        "selection",
        "agreement",
        "rating_year",
        "three_lists",
        "buildings",
        "partner",
        "partners",
        "partner_year",
    ];
    let is_elsewhere = |name: &Json| elsewhere.contains(&name.as_str().unwrap());
    let kinds = kinds.as_array().unwrap().iter();
    for kind in kinds.filter(|kind| !is_elsewhere(&kind["source"]) && !is_elsewhere(&kind["kind"]))
    {
        let args = json!({ "kind": kind["kind"], "meeting_id": meeting["id"], "year": 2026,
            "turn_id": meeting["turn_id"], "assignment_id": assigned["assignment"]["id"],
            "committee_id": desk.committee["id"] });
        let (bytes, name) = desk.document(args).await;
        assert!(bytes.starts_with(b"%PDF"), "{name}");
    }
}

#[tokio::test]
async fn minutes_and_notices_come_as_word_files_too() {
    let (desk, meeting, _) = held().await;
    for kind in ["minutes", "notice"] {
        let args = json!({ "kind": kind, "meeting_id": meeting["id"], "format": "docx" });
        let (bytes, name) = desk.document(args).await;
        assert!(
            bytes.starts_with(b"PK") && name.ends_with(".docx"),
            "{name}"
        );
    }
}
