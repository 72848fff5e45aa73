//! Who can do what, whose term is about to end, and whom a secretary sees.

use crate::partners::{appointed, community};
use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_core::session::Role;
use tongxin_tests::{House, stories};

stories! {
    House:
        skill_community_and_time_find_who_can_do_it,
        terms_about_to_end_stand_on_the_desk,
        a_secretary_sees_the_partners_of_their_own_community;
}

async fn found(house: &House, text: &str) -> Vec<String> {
    let answer = house.ok("partners.find", json!({ "text": text })).await;
    let rows = answer["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| row["partner"]["name"].as_str().unwrap().to_owned())
        .collect()
}

async fn skill_community_and_time_find_who_can_do_it(house: &House) {
    house.found().await;
    let (here, there) = (
        community(house, "听雨社区").await,
        community(house, "朝晖社区").await,
    );
    for (name, community, skills, times) in [
        ("孙玥", &here, json!(["书法", "摄影"]), json!(["周末"])),
        ("李祎", &here, json!(["书法"]), json!(["工作日晚上"])),
        ("王堃", &there, json!(["书法"]), json!(["随时"])),
        ("赵䶮", &here, json!(["水电维修"]), json!([])),
    ] {
        appointed(
            house,
            name,
            json!({ "community_id": community, "skills": skills, "times": times }),
        )
        .await;
    }
    house
        .ok(
            "partners.save",
            json!({ "kind": "expert", "name": "未聘", "skills": ["书法"], "times": ["随时"] }),
        )
        .await;
    assert_eq!(found(house, "书法").await, ["李祎", "孙玥", "王堃"]);
    assert_eq!(found(house, "书法 听雨").await, ["李祎", "孙玥"]);
    assert_eq!(found(house, "听雨社区，书法、周六上午").await, ["孙玥"]);
    assert_eq!(found(house, "周二晚上 书法").await, ["李祎", "王堃"]);
    assert_eq!(found(house, "sf 朝晖").await, ["王堃"]);
    assert_eq!(found(house, "赵䶮").await, ["赵䶮"]);
    let hits = house.ok("search.find", json!({ "text": "zy" })).await;
    assert_eq!(
        (&hits[0]["kind"], &hits[0]["title"], &hits[0]["note"]),
        (&json!("partner"), &json!("赵䶮"), &json!("听雨社区"))
    );
    assert!(found(house, "太极拳").await.is_empty());
    let answer = house
        .ok("partners.find", json!({ "text": "听雨 周末 水电" }))
        .await;
    assert_eq!(
        (&answer["total"], &answer["without_time"]),
        (&json!(0), &json!(1))
    );
    assert_eq!(
        answer["words"][0],
        json!({ "word": "听雨", "meaning": "community" })
    );
    assert_eq!(
        house
            .fails("partners.find", json!({ "text": " " }))
            .await
            .field
            .as_deref(),
        Some("text")
    );
    let tags = house.ok("partners.tags", json!({})).await;
    assert_eq!(tags["skills"][0], json!({ "tag": "书法", "count": 4 }));
    let by_skill = house.ok("partners.list", json!({ "skill": "摄影" })).await;
    assert_eq!(by_skill["total"], 1);
}

async fn terms_about_to_end_stand_on_the_desk(house: &House) {
    house.found().await;
    house.committee_with("听雨", &[]).await;
    let term = |to: &str| json!({ "begins": { "state": "appointed", "date": "2026-01", "term_from": "2026-01", "term_to": to } });
    appointed(house, "孙玥", term("2026-12")).await;
    appointed(house, "李祎", term("2028-12")).await;
    let ending = async || {
        let desk = house.ok("desk.view", json!({})).await;
        let todos = desk["todos"].as_array().unwrap().clone();
        todos
            .into_iter()
            .find(|todo| todo["kind"] == "partner_term_ending")
    };
    assert_eq!(ending().await, None);
    house.set_clock("2026-12-02", 2);
    let todo = ending().await.unwrap();
    assert_eq!(
        (&todo["title"], &todo["date"]),
        (&json!("孙玥聘期将满"), &json!("2026-12-31"))
    );
    let list = house.ok("partners.list", json!({ "ending": true })).await;
    assert_eq!(
        (&list["total"], &list["rows"][0]["ending"]),
        (&json!(1), &json!(true))
    );
    house.set_clock("2027-01-05", 2);
    assert_eq!(ending().await.unwrap()["urgency"], "late");
}

async fn a_secretary_sees_the_partners_of_their_own_community(house: &House) {
    house.found().await;
    let committee = house.committee_with("听雨", &[]).await;
    let there = community(house, "朝晖社区").await;
    let here = committee["community_id"].clone();
    let own = appointed(house, "孙玥", json!({ "community_id": here })).await;
    let other = appointed(house, "李祎", json!({ "community_id": there })).await;
    let secretary = house.person(Role::Secretary, &[committee["id"].as_str().unwrap()]);
    let call = async |name: &str, args: Json| {
        tongxin_core::api::call(&house.office, &secretary, name, args).await
    };
    assert_eq!(call("partners.list", json!({})).await.unwrap()["total"], 1);
    assert!(
        call("partners.get", json!({ "id": own["id"] }))
            .await
            .is_ok()
    );
    assert_eq!(
        call("partners.get", json!({ "id": other["id"] }))
            .await
            .unwrap_err()
            .code,
        ErrorCode::Forbidden
    );
    let moved = json!({ "id": own["id"], "version": 1, "kind": "expert", "name": "孙玥", "community_id": there });
    assert_eq!(
        call("partners.save", moved).await.unwrap_err().code,
        ErrorCode::Forbidden
    );
    assert_eq!(
        call("partners.figures", json!({})).await.unwrap()["whole"]["serving"],
        1
    );
    let away = json!({ "community_id": there });
    assert_eq!(
        call("partners.figures", away).await.unwrap_err().code,
        ErrorCode::Forbidden
    );
}
