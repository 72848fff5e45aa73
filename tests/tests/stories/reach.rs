//! What somebody held to one committee sees: their own, and nothing of the others'.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use tongxin_core::api;
use tongxin_core::session::{Role, Session};
use tongxin_tests::{House, sheet, stories};

stories! {
    Street:
        a_shared_unit_shows_only_the_own_committees_part,
        histories_of_others_are_closed,
        work_phones_are_for_those_who_call,
        leaders_of_one_committee_get_its_summary,
        a_summary_may_be_of_some_committees_and_months;
    House:
        a_clerk_is_held_to_no_committee,
        who_is_taken_out_of_use_gives_no_more_commands;
}

async fn ask(house: &House, session: &Session, command: &str, args: Json) -> Json {
    api::call(&house.office, session, command, args)
        .await
        .unwrap()
}

/// A unit that sits on this committee and on others.
async fn shared_unit(house: &House, committee: &Json) -> Json {
    let list = json!({ "committee_id": committee["id"], "page": { "limit": 100 } });
    let units = house.ok("units.list", list).await;
    let rows = units["rows"].as_array().unwrap();
    let shared = |row: &&Json| row["committees"].as_array().unwrap().len() > 1;
    rows.iter().find(shared).unwrap()["unit"].clone()
}

async fn a_shared_unit_shows_only_the_own_committees_part(house: &House) {
    let own = house.committee("听雨").await;
    let secretary = house.person(Role::Secretary, &[own["id"].as_str().unwrap()]);
    let unit = json!({ "id": shared_unit(house, &own).await["id"] });
    let whole = house.ok("units.get", unit.clone()).await;
    let part = ask(house, &secretary, "units.get", unit).await;
    let committees = |view: &Json, list: &str, key: &str| -> BTreeSet<String> {
        let rows = view[list].as_array().unwrap().iter();
        rows.map(|row| row[key].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    assert!(committees(&whole, "seats", "committee_id").len() > 1);
    let only: BTreeSet<String> = [own["id"].as_str().unwrap().to_owned()].into();
    assert_eq!(committees(&part, "seats", "committee_id"), only);
    for list in ["members", "assignments"] {
        assert!(
            committees(&part, list, "committee_id").is_subset(&only),
            "{list}"
        );
    }
    let short: BTreeSet<String> = [own["short_name"].as_str().unwrap().to_owned()].into();
    assert!(committees(&part, "turns", "committee").is_subset(&short));
}

async fn histories_of_others_are_closed(house: &House) {
    let (own, other) = (house.committee("听雨").await, house.committee("听松").await);
    let secretary = house.person(Role::Secretary, &[own["id"].as_str().unwrap()]);
    let meeting = |committee: &Json| json!({ "committee_id": committee["id"] });
    let mine = house.ok("meetings.list", meeting(&own)).await["rows"][0]["meeting"]["id"].clone();
    let theirs =
        house.ok("meetings.list", meeting(&other)).await["rows"][0]["meeting"]["id"].clone();
    let view = house.ok("meetings.get", json!({ "id": theirs })).await;
    ask(house, &secretary, "changes.history", json!({ "id": mine })).await;
    let person = house.ok("users.list", json!({})).await[0]["id"].clone();
    let line = &view["attendance"][0]["id"];
    for id in [&theirs, line, &other["id"], &person] {
        assert!(id.is_string(), "nothing was asked for");
        let error = house
            .fails_as(&secretary, "changes.history", json!({ "id": id }))
            .await;
        assert_eq!(error.code, ErrorCode::Forbidden, "{id}");
    }
    let log = house.ok("changes.history", json!({ "id": person })).await;
    assert!(!log.to_string().contains("password_hash"));
}

async fn work_phones_are_for_those_who_call(house: &House) {
    let own = house.committee("听雨").await;
    let id = own["id"].as_str().unwrap();
    let of = json!({ "committee_id": id });
    for (role, masked) in [(Role::Leader, true), (Role::Secretary, false)] {
        let person = house.person(role, &[id]);
        let view = ask(house, &person, "committees.get", json!({ "id": id })).await;
        let phone = view["seats"][0]["liaison_phone"].as_str().unwrap();
        assert_eq!(phone.contains('*'), masked, "{role:?} {phone}");
        let file = ask(house, &person, "units.export", of.clone()).await;
        let cells = sheet(&house.bytes(&file), "成员单位");
        let stars = cells.iter().flatten().any(|cell| cell.contains("****"));
        assert_eq!(stars, masked, "{role:?}");
        let communities: BTreeSet<&String> =
            cells.iter().skip(3).filter_map(|row| row.get(1)).collect();
        assert!(
            !communities.iter().any(|name| name.contains("听松")),
            "{communities:?}"
        );
        let paper = json!({ "kind": "liaisons", "committee_id": id, "phones": true });
        let made = ask(house, &person, "documents.make", paper).await;
        let text = tongxin_tests::text(&house.bytes(&made["file"]));
        assert_eq!(text.contains(phone), !phone.is_empty(), "{role:?}");
    }
}

fn total(cells: &[Vec<String>], place: usize, name: &str) -> usize {
    let column = |row: &&Vec<String>| row.get(place).is_some_and(|cell| cell == name);
    cells.iter().filter(column).count()
}

async fn leaders_of_one_committee_get_its_summary(house: &House) {
    let own = house.committee("听雨").await;
    let leader = house.person(Role::Leader, &[own["id"].as_str().unwrap()]);
    let view = ask(house, &leader, "summary.view", json!({})).await;
    assert_eq!(view["scope"], own["name"]);
    assert_eq!(view["meeting_counts"].as_array().unwrap().len(), 1);
    let seats = house.ok("committees.get", json!({ "id": own["id"] })).await["seats"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(view["figures"][1]["numerator"], seats);
    let file = ask(house, &leader, "summary.make", json!({})).await;
    let bytes = house.bytes(&file);
    let meetings = sheet(&bytes, "联席会议");
    let name = own["name"].as_str().unwrap();
    let numbered = |row: &&Vec<String>| row.get(1).is_some_and(|cell| cell.starts_with('第'));
    let rows = meetings.iter().filter(numbered).count();
    assert!(
        rows > 0 && rows == total(&meetings, 0, name),
        "{meetings:?}"
    );
    let sources = sheet(&bytes, "交办事项");
    let foreign = house.committee("听松").await["short_name"].clone();
    let foreign = foreign.as_str().unwrap();
    assert!(
        sources
            .iter()
            .flatten()
            .all(|cell| !cell.starts_with(foreign))
    );
}

async fn a_summary_may_be_of_some_committees_and_months(house: &House) {
    let (one, two) = (house.committee("听雨").await, house.committee("听松").await);
    let both =
        json!({ "committee_ids": [one["id"], two["id"]], "from": "2026-08", "month": "2026-10" });
    let view = house.ok("summary.view", both).await;
    assert_eq!(view["period"], "2026年8月至10月");
    assert_eq!(view["meeting_counts"].as_array().unwrap().len(), 2);
    let planned = view["figures"][2]["denominator"].as_i64().unwrap();
    assert_eq!(planned, 6, "two committees, three months");
    for wrong in [
        json!({ "from": "2026-10", "month": "2026-09" }),
        json!({ "from": "2025-01", "month": "2026-09" }),
    ] {
        assert_eq!(
            house.fails("summary.make", wrong).await.field.as_deref(),
            Some("from")
        );
    }
    let leader = house.person(Role::Leader, &[one["id"].as_str().unwrap()]);
    let foreign = json!({ "committee_ids": [two["id"]] });
    let error = house.fails_as(&leader, "summary.make", foreign).await;
    assert_eq!(error.code, ErrorCode::Forbidden);
}

async fn a_clerk_is_held_to_no_committee(house: &House) {
    house.found().await;
    let committee = house.committee_with("听雨", &[]).await;
    let person = |role: &str, committee: &Json| json!({ "name": "李祎", "role": role, "committees": [committee] });
    let error = house
        .fails("users.save", person("clerk", &committee["id"]))
        .await;
    assert_eq!(error.field.as_deref(), Some("committees"));
    let nowhere = json!("018f0000-0000-7000-8000-000000000000");
    let error = house.fails("users.save", person("leader", &nowhere)).await;
    assert_eq!(error.code, ErrorCode::NotFound);
    house
        .ok("users.save", person("leader", &committee["id"]))
        .await;
}

async fn who_is_taken_out_of_use_gives_no_more_commands(house: &House) {
    house.found().await;
    let person = json!({ "name": "李祎", "role": "secretary" });
    let mut person = house.ok("users.save", person).await;
    let host = tongxin_core::users::SignedIn::default();
    host.sign_in(&house.office, "李祎", "").await.unwrap();
    person["role"] = json!("leader");
    person = house.ok("users.save", person).await;
    let session = host.current(&house.office).await.unwrap();
    assert_eq!(session.role, Role::Leader, "the role of now");
    person["retired"] = json!(true);
    house.ok("users.save", person).await;
    let error = host.current(&house.office).await.unwrap_err();
    assert_eq!(error.code, ErrorCode::SignIn);
    tongxin_tests::assert_sentence(&error.message);
}
