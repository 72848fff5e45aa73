//! Papers under a number: kept as they went out, void and never gone, given only where something is
//! still to be done.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_core::api::call;
use tongxin_core::session::Role;
use tongxin_tests::{House, assert_sentence, stories, text};

stories! {
    House:
        a_numbered_paper_stays_as_it_went_out,
        what_was_meddled_with_is_not_printed,
        a_void_paper_keeps_its_number_and_goes_out_anew,
        the_register_is_not_undone,
        a_notice_stays_as_it_went_out_until_the_meeting_is_postponed,
        what_is_settled_takes_no_number,
        reminders_go_out_again_and_the_earlier_ones_stay,
        papers_alike_have_names_of_their_own;
    Street:
        beyond_reach_a_report_is_made_of_what_is_within;
}

/// An assignment of 听雨's for a unit, due in December.
async fn given(house: &House, committee: &Json, with: Json) -> Json {
    let mut args = json!({
        "committee_id": committee["id"], "content": "增设电动自行车充电棚", "lead_name": "安居物业",
        "assigned_on": "2026-11-20", "due_on": "2026-12-11",
    });
    for (key, value) in with.as_object().unwrap() {
        args[key] = value.clone();
    }
    house.ok("assignments.save", args).await["assignment"].clone()
}

/// The only one in an office that has just begun.
async fn only(house: &House) -> Json {
    given(house, &begun(house).await, json!({})).await
}

async fn begun(house: &House) -> Json {
    house.found().await;
    house.committee_with("听雨", &["安居物业"]).await
}

async fn current(house: &House, assignment: &Json) -> Json {
    let view = house
        .ok("assignments.get", json!({ "id": assignment["id"] }))
        .await;
    view["assignment"].clone()
}

async fn step(house: &House, assignment: &Json, step: Json) -> Json {
    let kept = current(house, assignment).await;
    let args = json!({ "id": kept["id"], "version": kept["version"], "step": step });
    house.ok("assignments.step", args).await
}

async fn closed(house: &House, assignment: &Json) {
    step(
        house,
        assignment,
        json!({ "step": "claim", "result": "已完成" }),
    )
    .await;
    let close = json!({ "step": "approve", "by": "王堃" });
    step(house, assignment, close).await;
}

fn paper(kind: &str, assignment: &Json) -> Json {
    json!({ "kind": kind, "assignment_id": assignment["id"] })
}

/// What was made, and its words without line ends and spaces.
async fn made(house: &House, args: Json) -> (Json, String) {
    let made = house.ok("documents.make", args).await;
    let said = text(&house.bytes(&made["file"])).replace(['\n', ' '], "");
    (made, said)
}

/// Writes something else over what is to be done.
async fn rewritten(house: &House, assignment: &Json, content: &str) {
    let mut changed = current(house, assignment).await;
    changed["content"] = content.into();
    house.ok("assignments.save", changed).await;
}

async fn a_numbered_paper_stays_as_it_went_out(house: &House) {
    let assignment = only(house).await;
    let args = paper("assignment", &assignment);
    let (before, _) = made(house, args.clone()).await;
    assert!(before["issued"].is_null());
    let issued = house.ok("documents.issue", args.clone()).await;
    assert_eq!(issued["model_hash"].as_str().unwrap().len(), 64);
    let (first, said) = made(house, args.clone()).await;
    let bytes = house.bytes(&first["file"]);
    assert_eq!(first["issued"]["number"], issued["number"]);
    assert_eq!(
        (&first["issued"]["shown"], &first["issued"]["stale"]),
        (&json!(true), &json!(false))
    );
    rewritten(house, &assignment, "改过的事项").await;
    house.set_clock("2026-12-01", 3);
    let (now, still) = made(house, args.clone()).await;
    assert_eq!(said, still);
    assert_eq!(bytes, house.bytes(&now["file"]));
    assert_eq!(now["file"]["name"], first["file"]["name"]);
    assert_eq!(now["issued"]["stale"], true);
    let mut word = args;
    word["format"] = "docx".into();
    house.ok("documents.make", word).await;
}

async fn what_was_meddled_with_is_not_printed(house: &House) {
    let assignment = only(house).await;
    let args = paper("assignment", &assignment);
    house.ok("documents.issue", args.clone()).await;
    let sql = "UPDATE issued_model SET model = REPLACE(model, '充电棚', '停车棚')";
    house.meddle(sql).await.unwrap();
    let error = house.fails("documents.make", args.clone()).await;
    assert_eq!(error.code, ErrorCode::Storage);
    house.meddle("DELETE FROM issued_model").await.unwrap();
    let (old, said) = made(house, args).await;
    assert_eq!(old["issued"]["stale"], false);
    assert!(said.contains("听雨社区党委〔2026〕1号"), "{said}");
}

async fn a_void_paper_keeps_its_number_and_goes_out_anew(house: &House) {
    let assignment = only(house).await;
    let args = paper("assignment", &assignment);
    let first = house.ok("documents.issue", args.clone()).await;
    rewritten(house, &assignment, "改过的事项").await;
    let void = json!({ "id": first["id"], "version": first["version"], "reason": "" });
    let told = house.fails("documents.void", void.clone()).await;
    assert_eq!(told.field.as_deref(), Some("reason"));
    let mut void = void;
    void["reason"] = "事项写错".into();
    let voided = house.ok("documents.void", void.clone()).await;
    assert_eq!(
        (&voided["voided_on"], &voided["number"]),
        (&json!("2026-11-20"), &first["number"])
    );
    house.fails("documents.void", void).await;
    let (draft, said) = made(house, args.clone()).await;
    assert!(
        said.contains("改过的事项") && !said.contains("〔2026〕1号"),
        "{said}"
    );
    assert_eq!(
        (&draft["may_issue"], &draft["issued"]["shown"]),
        (&json!(true), &json!(false))
    );
    let second = house.ok("documents.issue", args.clone()).await;
    assert_ne!(second["number"], first["number"]);
    let (now, said) = made(house, args.clone()).await;
    assert!(said.contains("〔2026〕2号"), "{said}");
    let mut earlier = args;
    earlier["issued_id"] = first["id"].clone();
    let (old, said) = made(house, earlier).await;
    assert!(
        said.contains("〔2026〕1号") && said.contains("充电棚"),
        "{said}"
    );
    assert_eq!(old["issued"]["voided_on"], "2026-11-20");
    assert!(said.contains("此文已作废关于办理"), "{said}");
    let names = [&old, &now].map(|made| made["file"]["name"].as_str().unwrap());
    assert!(
        names[0].ends_with("（作废）.pdf") && !names[1].contains("作废"),
        "{names:?}"
    );
    let kept = house.ok("documents.issued", json!({})).await;
    assert_eq!(kept.as_array().unwrap().len(), 2);
    let (_, list) = made(house, json!({ "kind": "archive_list" })).await;
    assert_eq!(list.matches("作废").count(), 1, "{list}");
}

async fn the_register_is_not_undone(house: &House) {
    let assignment = only(house).await;
    house
        .ok("documents.issue", paper("assignment", &assignment))
        .await;
    let set = house.ok("changes.list", json!({})).await[0]["id"].clone();
    let error = house.fails("changes.undo", json!({ "id": set })).await;
    assert_eq!(error.code, ErrorCode::State);
    assert!(error.message.contains("作废"), "{error}");
    let kept = house.ok("documents.issued", json!({})).await;
    assert_eq!(kept.as_array().unwrap().len(), 1);
    let made = house
        .ok("changes.history", json!({ "id": assignment["id"] }))
        .await;
    let made = json!({ "id": made[0]["set"]["id"] });
    let error = house.fails("changes.undo", made.clone()).await;
    assert_eq!(error.code, ErrorCode::State);
    let number = kept[0]["number"].as_str().unwrap();
    assert!(error.message.contains(number), "{error}");
    let void =
        json!({ "id": kept[0]["id"], "version": kept[0]["version"], "reason": "事项登记有误" });
    house.ok("documents.void", void).await;
    house.ok("changes.undo", made).await;
}

async fn a_notice_stays_as_it_went_out_until_the_meeting_is_postponed(house: &House) {
    let committee = begun(house).await;
    let plan = json!({ "committee_id": committee["id"], "month": "2026-12", "date": "2026-12-10" });
    let mut meeting = house.ok("meetings.open", plan).await;
    meeting["place"] = "三楼会议室".into();
    let meeting = house.ok("meetings.update", meeting).await;
    let args = json!({ "kind": "notice", "meeting_id": meeting["id"] });
    let (draft, _) = made(house, args.clone()).await;
    assert_eq!(
        (&draft["may_issue"], &draft["issued"]),
        (&json!(false), &Json::Null)
    );
    let notify = json!({ "id": meeting["id"], "version": meeting["version"] });
    let first = house.ok("meetings.notify", notify).await;
    let number = first["notice_number"].as_str().unwrap();
    let (sent, said) = made(house, args.clone()).await;
    assert!(
        said.contains(number) && said.contains("三楼会议室"),
        "{said}"
    );
    assert_eq!(sent["issued"]["stale"], false);
    let mut moved = first.clone();
    moved["place"] = "改过的地点".into();
    let moved = house.ok("meetings.update", moved).await;
    let (now, still) = made(house, args.clone()).await;
    assert_eq!(said, still);
    assert_eq!(now["issued"]["stale"], true);
    let set = json!({ "kind": "meeting_set", "meeting_id": meeting["id"] });
    let (_, whole) = made(house, set).await;
    assert!(whole.contains("二、地点：三楼会议室"), "{whole}");
    let issued = house.ok("documents.issued", json!({})).await[0].clone();
    let void = json!({ "id": issued["id"], "version": issued["version"], "reason": "写错" });
    for (command, args) in [("documents.void", void), ("documents.issue", args.clone())] {
        assert_sentence(&house.fails(command, args).await.message);
    }
    let later = json!({ "id": meeting["id"], "version": moved["version"], "state": "postponed", "reason": "改期", "date": "2026-12-17" });
    let later = house.ok("meetings.setState", later).await;
    let (next, said) = made(house, args.clone()).await;
    assert!(
        said.contains("改过的地点") && !said.contains(number),
        "{said}"
    );
    assert_eq!(
        (&next["issued"]["shown"], &next["may_issue"]),
        (&json!(false), &json!(false))
    );
    let again = json!({ "id": meeting["id"], "version": later["version"] });
    let second = house.ok("meetings.notify", again).await;
    let (_, said) = made(house, args.clone()).await;
    assert!(said.contains("改过的地点"), "{said}");
    let mut earlier = args;
    earlier["issued_id"] = issued["id"].clone();
    let (_, said) = made(house, earlier).await;
    assert!(
        said.contains(number) && said.contains("三楼会议室"),
        "{said}"
    );
    let (_, list) = made(house, json!({ "kind": "archive_list" })).await;
    for number in [number, second["notice_number"].as_str().unwrap()] {
        let number = number.split_once('〕').unwrap().1;
        assert_eq!(list.matches(number).count(), 1, "{number}: {list}");
    }
}

async fn what_is_settled_takes_no_number(house: &House) {
    let committee = begun(house).await;
    let about = async |content: &str| given(house, &committee, json!({ "content": content })).await;
    let (never, once, dropped) = (
        about("增设充电棚").await,
        about("清理楼道").await,
        about("更换路灯").await,
    );
    let args = paper("assignment", &once);
    let issued = house.ok("documents.issue", args.clone()).await;
    closed(house, &never).await;
    closed(house, &once).await;
    step(
        house,
        &dropped,
        json!({ "step": "withdraw", "reason": "不再需要" }),
    )
    .await;
    for (assignment, settled) in [(&never, "已办结"), (&dropped, "已撤销")] {
        for kind in ["assignment", "reminder"] {
            let error = house
                .fails("documents.issue", paper(kind, assignment))
                .await;
            assert!(error.message.contains(settled), "{error}");
            assert_sentence(&error.message);
        }
        let (copy, _) = made(house, paper("assignment", assignment)).await;
        assert_eq!(copy["may_issue"], false);
    }
    let (kept, said) = made(house, args).await;
    assert!(said.contains(issued["number"].as_str().unwrap()), "{said}");
    assert_eq!(kept["issued"]["stale"], false);
}

async fn reminders_go_out_again_and_the_earlier_ones_stay(house: &House) {
    let assignment = only(house).await;
    let args = paper("reminder", &assignment);
    let (_, said) = made(house, args.clone()).await;
    assert!(
        said.contains("尚在办理期限内") && !said.contains("即将到期"),
        "{said}"
    );
    let first = house.ok("documents.issue", args.clone()).await;
    house.set_clock("2026-12-08", 3);
    let (next, said) = made(house, args.clone()).await;
    assert!(
        said.contains("即将到期") && !said.contains("〔2026〕1号"),
        "{said}"
    );
    assert_eq!(
        (&next["may_issue"], &next["issued"]["shown"]),
        (&json!(true), &json!(false))
    );
    let mut earlier = args.clone();
    earlier["issued_id"] = first["id"].clone();
    let (old, said) = made(house, earlier).await;
    assert!(
        said.contains("〔2026〕1号") && said.contains("尚在办理期限内"),
        "{said}"
    );
    assert_eq!(old["issued"]["stale"], false);
    assert_ne!(old["file"]["name"], next["file"]["name"]);
    house.ok("documents.issue", args.clone()).await;
    closed(house, &assignment).await;
    let (last, said) = made(house, args.clone()).await;
    assert!(said.contains("〔2026〕2号"), "{said}");
    assert_eq!(last["may_issue"], false);
    let mut other = paper("assignment", &assignment);
    other["issued_id"] = first["id"].clone();
    assert_eq!(
        house.fails("documents.make", other).await.code,
        ErrorCode::NotFound
    );
}

async fn papers_alike_have_names_of_their_own(house: &House) {
    let with = |content: &str| json!({ "content": content, "lead_name": "安居/物业:“甲”" });
    let committee = begun(house).await;
    let first = given(house, &committee, with("增设充电棚，月底完成")).await;
    let second = given(house, &committee, with("清理楼道")).await;
    let mut names = Vec::new();
    for kind in ["assignment", "reminder"] {
        for assignment in [&first, &second] {
            let (made, _) = made(house, paper(kind, assignment)).await;
            names.push(made["file"]["name"].as_str().unwrap().to_owned());
        }
    }
    let different: std::collections::BTreeSet<&String> = names.iter().collect();
    assert_eq!(different.len(), 4, "{names:?}");
    for name in &names {
        assert!(!name.contains(['/', ':', '“', '\\']), "{name}");
        assert!(
            name.contains("听雨") && name.contains("安居物业甲"),
            "{name}"
        );
    }
}

async fn beyond_reach_a_report_is_made_of_what_is_within(house: &House) {
    let report = json!({ "kind": "progress_report", "month": "2026-11" });
    let issued = house.ok("documents.issue", report.clone()).await;
    let rows = house
        .ok("assignments.list", json!({ "due_month": "2026-11" }))
        .await;
    let of = rows["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["assignment"]["committee_id"]);
    let committee = of
        .clone()
        .find(|id| **id != issued["committee_id"])
        .unwrap();
    let person = house.person(Role::Secretary, &[committee.as_str().unwrap()]);
    let made = call(&house.office, &person, "documents.make", report.clone())
        .await
        .unwrap();
    assert!(
        made["issued"].is_null() && made["may_issue"] == false,
        "{made}"
    );
    let said = text(&house.bytes(&made["file"]));
    assert!(!said.contains(issued["number"].as_str().unwrap()), "{said}");
    let void = json!({ "id": issued["id"], "version": issued["version"], "reason": "写错" });
    let told = house.fails_as(&person, "documents.void", void).await;
    assert_eq!(told.code, ErrorCode::Forbidden);
    let mut this = report;
    this["issued_id"] = issued["id"].clone();
    let told = house.fails_as(&person, "documents.make", this).await;
    assert_eq!(told.code, ErrorCode::Forbidden);
}
