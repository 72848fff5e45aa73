//! What a command answers of its change, and who may take which change back.

use ground::error::{ErrorCode, Result};
use ground::progress::Progress;
use serde_json::{Value as Json, json};
use tongxin_core::api::{self, Envelope};
use tongxin_core::session::{Role, Session};
use tongxin_tests::{House, book, stories};

stories! {
    House:
        a_command_answers_the_set_it_made_and_no_other,
        what_changes_nothing_answers_no_set,
        everybody_takes_their_own_back_and_nobody_elses,
        what_lies_beyond_reach_by_now_stays,
        imports_are_listed_to_who_may_take_them_back;
}

async fn answer(house: &House, session: &Session, name: &str, args: Json) -> Result<Envelope> {
    api::call_with(&house.office, session, name, args, &Progress::default()).await
}

/// The key of the set that a change must have made.
async fn set_of(house: &House, session: &Session, name: &str, args: Json) -> String {
    let envelope = answer(house, session, name, args).await.unwrap();
    envelope.change_set.unwrap()
}

/// A need as somebody of that committee enters it.
fn need(committee: &Json) -> Json {
    json!({
        "committee_id": committee["id"], "kind": "场地", "title": "晚间停车难", "proposer": "居民王堃",
        "raised_on": "2026-11-02", "wanted_by": "2026-12-31",
    })
}

async fn titles(house: &House) -> Vec<String> {
    let page = house.ok("needs.list", json!({})).await;
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| row["need"]["title"].as_str().unwrap().to_owned())
        .collect()
}

async fn a_command_answers_the_set_it_made_and_no_other(house: &House) {
    house.found().await;
    let clerk = house.clerk().await;
    let save = |name: &str| json!({ "name": name, "nature": "机关" });
    let first = set_of(house, &clerk, "units.save", save("区教育局")).await;
    let second = set_of(house, &clerk, "units.save", save("区文化馆")).await;
    let undone = set_of(house, &clerk, "changes.undo", json!({ "id": first })).await;
    let log = house.ok("changes.list", json!({})).await;
    assert_eq!(log[0]["id"], json!(undone));
    assert_eq!(log[0]["undoes"], json!(first));
    assert_eq!(log[1]["id"], json!(second));
    let page = house.ok("units.list", json!({})).await;
    assert_eq!(page["total"], 1);
    assert_eq!(page["rows"][0]["unit"]["name"], "区文化馆");
}

async fn what_changes_nothing_answers_no_set(house: &House) {
    house.found().await;
    let clerk = house.clerk().await;
    let unit = house.unit("区教育局").await;
    let read = answer(house, &clerk, "units.get", json!({ "id": unit["id"] })).await;
    assert_eq!(read.unwrap().change_set, None);
    let committee = house.committee_with("听雨", &["区教育局"]).await;
    let order = json!({ "committee_id": committee["id"] });
    let exported = answer(house, &clerk, "units.export", order).await.unwrap();
    assert_eq!(exported.change_set, None);
    assert!(!exported.result.is_null());
}

async fn everybody_takes_their_own_back_and_nobody_elses(house: &House) {
    house.found().await;
    let committee = house.committee_with("听雨", &["区教育局"]).await;
    let secretary = house.person(Role::Secretary, &[committee["id"].as_str().unwrap()]);
    let clerk = house.clerk().await;
    let own = set_of(house, &secretary, "needs.save", need(&committee)).await;
    let others = json!({ "name": "区文化馆", "nature": "事业单位" });
    let others = set_of(house, &clerk, "units.save", others).await;
    let refused = house
        .fails_as(&secretary, "changes.undo", json!({ "id": others }))
        .await;
    assert_eq!(refused.code, ErrorCode::Forbidden);
    assert!(refused.message.contains("管理员做的"), "{refused}");
    set_of(house, &secretary, "changes.undo", json!({ "id": own })).await;
    assert!(titles(house).await.is_empty());
    let leader = house.person(Role::Leader, &[]);
    let refused = house
        .fails_as(&leader, "changes.undo", json!({ "id": own }))
        .await;
    assert_eq!(refused.code, ErrorCode::Forbidden);
}

async fn what_lies_beyond_reach_by_now_stays(house: &House) {
    house.found().await;
    let committee = house.committee_with("听雨", &["区教育局"]).await;
    let other = house.committee_with("文昌", &["区文化馆"]).await;
    let before = house.person(Role::Secretary, &[committee["id"].as_str().unwrap()]);
    let own = set_of(house, &before, "needs.save", need(&committee)).await;
    let moved = house.person(Role::Secretary, &[other["id"].as_str().unwrap()]);
    let refused = house
        .fails_as(&moved, "changes.undo", json!({ "id": own }))
        .await;
    assert_eq!(refused.code, ErrorCode::Forbidden);
    assert_eq!(titles(house).await, ["晚间停车难"]);
}

async fn imports_are_listed_to_who_may_take_them_back(house: &House) {
    house.found().await;
    house.committee_with("听雨", &["区文化馆"]).await;
    let rows: &[&[&str]] = &[
        &["社区", "单位名称", "党员数"],
        &["听雨社区", "区教育局", "61"],
    ];
    let ledger = book(&[("台账", rows)]);
    let file = house.office.files().keep("台账.xlsx", ledger);
    let args = json!({ "register": "units", "file": file });
    house.ok("registers.importApply", args).await;
    let all = house.ok("changes.imports", json!({})).await;
    assert_eq!(all.as_array().unwrap().len(), 1);
    let secretary = house.person(Role::Secretary, &[]);
    let own = answer(house, &secretary, "changes.imports", json!({})).await;
    assert_eq!(own.unwrap().result, json!([]));
}
