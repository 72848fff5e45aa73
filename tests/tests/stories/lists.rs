//! The three lists: a need is claimed, matched with a resource, and becomes a project.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_core::api;
use tongxin_core::session::Role;
use tongxin_tests::{House, stories};

stories! {
    House:
        a_need_is_matched_and_met,
        a_claim_says_who_and_when_and_is_kept_when_it_is_taken_back,
        a_project_that_stops_gives_its_need_back,
        what_is_wrong_in_a_list_is_told,
        lists_keep_to_the_committees_within_reach;
    Street:
        the_sample_has_all_three_lists;
}

/// A committee with two units, a resource of the first and a need of the community.
struct Scene {
    committee: Json,
    bank: Json,
    school: Json,
    resource: Json,
    need: Json,
}

async fn scene(house: &House) -> Scene {
    house.found().await;
    let committee = house
        .committee_with("听雨", &["农商银行", "云溪小学"])
        .await;
    let (bank, school) = (house.unit("农商银行").await, house.unit("云溪小学").await);
    let resource = json!({
        "unit_id": bank["id"], "committee_id": committee["id"], "kind": "场地", "title": "夜间停车位三十个",
        "content": "错时开放", "available": "18:00以后", "contact": "李祎",
    });
    let resource = house.ok("resources.save", resource).await;
    let need = json!({
        "committee_id": committee["id"], "kind": "场地", "title": "晚间停车难", "proposer": "居民王堃",
        "raised_on": "2026-11-02", "wanted_by": "2026-12-31",
    });
    let need = house.ok("needs.save", need).await;
    Scene {
        committee,
        bank,
        school,
        resource,
        need,
    }
}

fn claim(scene: &Scene) -> Json {
    json!({ "need_id": scene.need["id"], "resource_id": scene.resource["id"], "by_name": "李祎", "claimed_on": "2026-11-10" })
}

async fn state_of(house: &House, need: &Json) -> Json {
    house.ok("needs.get", json!({ "id": need["id"] })).await["need"]["state"].clone()
}

async fn a_need_is_matched_and_met(house: &House) {
    let scene = scene(house).await;
    let view = house
        .ok("needs.get", json!({ "id": scene.need["id"] }))
        .await;
    assert_eq!(view["fitting"][0]["resource"]["id"], scene.resource["id"]);
    let project = house
        .ok(
            "needs.match",
            json!({ "claim": claim(&scene), "plan": { "started_on": "2026-11-12" } }),
        )
        .await;
    assert_eq!(project["title"], "晚间停车难");
    assert_eq!(project["resource_title"], "夜间停车位三十个");
    assert_eq!(project["due_on"], "2026-12-31");
    assert_eq!(state_of(house, &scene.need).await, "matched");
    let step =
        json!({ "id": project["id"], "version": project["version"], "step": { "step": "start" } });
    let project = house.ok("projects.step", step).await;
    let finish = json!({ "step": "finish", "result": "三十个车位已错时开放", "people_served": 30 });
    let step = json!({ "id": project["id"], "version": project["version"], "step": finish });
    let project = house.ok("projects.step", step).await;
    assert_eq!(
        (&project["state"], &project["ended_on"]),
        (&json!("done"), &json!("2026-11-20"))
    );
    assert_eq!(state_of(house, &scene.need).await, "met");
    let again =
        json!({ "id": project["id"], "version": project["version"], "step": { "step": "start" } });
    assert_eq!(
        house.fails("projects.step", again).await.code,
        ErrorCode::State
    );
    let bank = house
        .ok("units.get", json!({ "id": scene.bank["id"] }))
        .await;
    assert_eq!(bank["resources"][0]["projects"], 1);
    assert_eq!(bank["projects"][0]["project"]["id"], project["id"]);
    for text in ["停车", "tingche"] {
        let hits = house.ok("search.find", json!({ "text": text })).await;
        let kinds: Vec<&str> = hits
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|hit| hit["kind"].as_str())
            .collect();
        assert!(
            kinds.contains(&"need") && kinds.contains(&"resource"),
            "{text}: {kinds:?}"
        );
    }
}

async fn a_claim_says_who_and_when_and_is_kept_when_it_is_taken_back(house: &House) {
    let scene = scene(house).await;
    let view = house.ok("needs.claim", claim(&scene)).await;
    let kept = &view["claims"][0];
    assert_eq!(
        (&kept["unit_name"], &kept["by_name"], &kept["claimed_on"]),
        (&json!("农商银行"), &json!("李祎"), &json!("2026-11-10"))
    );
    let told = house.fails("needs.claim", claim(&scene)).await;
    assert!(
        told.message.contains("农商银行已于2026年11月10日认领过"),
        "{told}"
    );
    let school =
        json!({ "need_id": scene.need["id"], "unit_id": scene.school["id"], "by_name": "郭燕" });
    let view = house.ok("needs.claim", school).await;
    assert_eq!(view["claims"].as_array().unwrap().len(), 2);
    let back = |claim: &Json| json!({ "id": claim["id"], "version": claim["version"], "reason": "人手不足" });
    let view = house
        .ok("needs.withdrawClaim", back(&view["claims"][0]))
        .await;
    assert_eq!(view["need"]["state"], "taken");
    let view = house
        .ok("needs.withdrawClaim", back(&view["claims"][1]))
        .await;
    assert_eq!(view["need"]["state"], "waiting");
    let first = &view["claims"][0];
    assert_eq!(
        (&first["withdrawn_on"], &first["withdrawn_reason"]),
        (&json!("2026-11-20"), &json!("人手不足"))
    );
    let again = house.fails("needs.withdrawClaim", back(first)).await;
    assert_eq!(again.code, ErrorCode::State);
    let begin = house
        .fails("projects.begin", json!({ "claim_id": first["id"] }))
        .await;
    assert!(begin.message.contains("已经退回"), "{begin}");
    let history = house
        .ok("changes.history", json!({ "id": scene.need["id"] }))
        .await;
    assert!(history.as_array().unwrap().len() >= 3);
}

async fn a_project_that_stops_gives_its_need_back(house: &House) {
    let scene = scene(house).await;
    let view = house.ok("needs.claim", claim(&scene)).await;
    let plan = json!({ "title": "错时停车", "content": "晚间开放", "due_on": "2026-12-20" });
    let project = house
        .ok(
            "projects.begin",
            json!({ "claim_id": view["claims"][0]["id"], "plan": plan }),
        )
        .await;
    assert_eq!(project["title"], "错时停车");
    let early = json!({ "id": project["id"], "version": project["version"], "plan": { "due_on": "2026-11-01", "started_on": "2026-11-12" } });
    assert_eq!(
        house.fails("projects.save", early).await.field.as_deref(),
        Some("due_on")
    );
    let withdrawn = json!({ "id": view["claims"][0]["id"], "version": 1, "reason": "退" });
    assert!(
        house
            .fails("needs.withdrawClaim", withdrawn)
            .await
            .message
            .contains("终止")
    );
    let stop = json!({ "id": project["id"], "version": project["version"], "step": { "step": "stop", "reason": "车位改作他用" } });
    assert_eq!(house.ok("projects.step", stop).await["state"], "stopped");
    let view = house
        .ok("needs.get", json!({ "id": scene.need["id"] }))
        .await;
    assert_eq!(view["need"]["state"], "waiting");
    assert_eq!(view["claims"][0]["withdrawn_reason"], "车位改作他用");
    house
        .ok("needs.match", json!({ "claim": claim(&scene) }))
        .await;
}

async fn what_is_wrong_in_a_list_is_told(house: &House) {
    let scene = scene(house).await;
    let resource = |change: Json| {
        merged(
            json!({ "unit_id": scene.bank["id"], "kind": "场地", "title": "会议室" }),
            change,
        )
    };
    let need = |change: Json| {
        merged(
            json!({ "committee_id": scene.committee["id"], "kind": "场地", "title": "缺会议室" }),
            change,
        )
    };
    let claim = |change: Json| merged(claim(&scene), change);
    for (command, args, field) in [
        ("resources.save", resource(json!({ "title": " " })), "title"),
        (
            "resources.save",
            resource(json!({ "title": "长".repeat(61) })),
            "title",
        ),
        (
            "resources.save",
            resource(json!({ "kind": "飞船" })),
            "kind",
        ),
        ("needs.save", need(json!({ "title": "" })), "title"),
        (
            "needs.save",
            need(json!({ "raised_on": "2026-11-21" })),
            "raised_on",
        ),
        (
            "needs.save",
            need(json!({ "raised_on": "2026-11-10", "wanted_by": "2026-11-09" })),
            "wanted_by",
        ),
        ("needs.claim", claim(json!({ "by_name": "" })), "by_name"),
        (
            "needs.claim",
            claim(json!({ "claimed_on": "2026-11-01" })),
            "claimed_on",
        ),
        (
            "needs.claim",
            claim(json!({ "claimed_on": "2026-11-21" })),
            "claimed_on",
        ),
        (
            "needs.claim",
            claim(json!({ "unit_id": scene.school["id"] })),
            "resource_id",
        ),
        (
            "needs.claim",
            claim(json!({ "resource_id": null })),
            "unit_id",
        ),
    ] {
        let told = house.fails(command, args).await;
        assert_eq!(told.field.as_deref(), Some(field), "{command}: {told}");
    }
    let own = house
        .ok("needs.save", need(json!({ "unit_id": scene.bank["id"] })))
        .await;
    let told = house
        .fails("needs.claim", claim(json!({ "need_id": own["id"] })))
        .await;
    assert!(told.message.contains("自己的需求"), "{told}");
    let no_resource = json!({ "claim": { "need_id": own["id"], "unit_id": scene.school["id"], "by_name": "郭燕" } });
    assert_eq!(
        house
            .fails("needs.match", no_resource)
            .await
            .field
            .as_deref(),
        Some("resource_id")
    );
    let retire = json!({ "id": scene.resource["id"], "version": scene.resource["version"], "retired": true });
    house.ok("resources.retire", retire).await;
    assert!(
        house
            .fails("needs.claim", claim(json!({})))
            .await
            .message
            .contains("已停用")
    );
    let close = |need: &Json, reason: &str| json!({ "id": need["id"], "version": need["version"], "closed": true, "reason": reason });
    assert_eq!(
        house
            .fails("needs.close", close(&own, ""))
            .await
            .field
            .as_deref(),
        Some("reason")
    );
    let closed = house.ok("needs.close", close(&own, "已另行解决")).await;
    assert_eq!(closed["state"], "dropped");
    let told = house
        .fails(
            "needs.claim",
            json!({ "need_id": own["id"], "unit_id": scene.school["id"], "by_name": "郭燕" }),
        )
        .await;
    assert!(told.message.contains("重新打开"), "{told}");
    let open = json!({ "id": own["id"], "version": closed["version"], "closed": false });
    assert_eq!(house.ok("needs.close", open).await["state"], "waiting");
}

async fn lists_keep_to_the_committees_within_reach(house: &House) {
    let scene = scene(house).await;
    let other = house.committee_with("望江", &["区教育局"]).await;
    let to_all = json!({ "unit_id": scene.school["id"], "kind": "场地", "title": "操场" });
    house.ok("resources.save", to_all.clone()).await;
    let secretary = house.person(Role::Secretary, &[other["id"].as_str().unwrap()]);
    let list = |name: &'static str| {
        let (office, secretary) = (&house.office, &secretary);
        async move { api::call(office, secretary, name, json!({})).await.unwrap()["total"].clone() }
    };
    assert_eq!(list("needs.list").await, 0);
    assert_eq!(list("resources.list").await, 1);
    let get = json!({ "id": scene.need["id"] });
    assert_eq!(
        house.fails_as(&secretary, "needs.get", get).await.code,
        ErrorCode::Forbidden
    );
    assert_eq!(
        house
            .fails_as(&secretary, "needs.claim", claim(&scene))
            .await
            .code,
        ErrorCode::Forbidden
    );
    assert_eq!(
        house
            .fails_as(&secretary, "resources.save", to_all)
            .await
            .field
            .as_deref(),
        Some("committee_id")
    );
    let hits = api::call(
        &house.office,
        &secretary,
        "search.find",
        json!({ "text": "停车" }),
    )
    .await
    .unwrap();
    assert_eq!(hits, json!([]));
}

async fn the_sample_has_all_three_lists(house: &House) {
    for (command, least) in [
        ("resources.list", 20),
        ("needs.list", 20),
        ("projects.list", 10),
    ] {
        let page = house.ok(command, json!({ "page": { "limit": 3 } })).await;
        assert!(
            page["total"].as_i64() >= Some(least),
            "{command}: {}",
            page["total"]
        );
        let next = json!({ "page": { "limit": 3, "after": page["next"] } });
        let second = house.ok(command, next).await;
        assert_ne!(page["rows"][2], second["rows"][0]);
    }
    for state in ["waiting", "taken", "matched", "met"] {
        let page = house.ok("needs.list", json!({ "states": [state] })).await;
        assert!(page["total"].as_i64() > Some(0), "{state}");
    }
}

fn merged(mut args: Json, change: Json) -> Json {
    for (key, value) in change.as_object().unwrap() {
        args[key] = value.clone();
    }
    args
}
