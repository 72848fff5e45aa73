//! Two people at one record, and roles that may not.

use ground::error::ErrorCode;
use serde_json::json;
use tongxin_core::api;
use tongxin_core::session::Role;
use tongxin_core::users::sign_in;
use tongxin_tests::{House, stories};

stories! {
    House:
        the_second_of_two_is_told_and_sees_both_versions,
        two_who_write_at_once_both_get_through,
        one_clerk_always_stays,
        a_password_is_asked_for_once_it_is_set;
    Street:
        a_leader_looks_and_changes_nothing,
        a_secretary_stays_within_the_own_committees;
}

async fn the_second_of_two_is_told_and_sees_both_versions(house: &House) {
    house.found().await;
    let unit = house.unit("区教育局").await;
    let elsewhere = house.open_again().await.unwrap();
    let session = house.clerk().await;
    let save = |leader: &str| {
        json!({
            "id": unit["id"], "version": unit["version"], "name": "区教育局", "nature": "机关", "leader_name": leader,
        })
    };
    api::call(&elsewhere, &session, "units.save", save("马祎"))
        .await
        .unwrap();
    let error = house.fails("units.save", save("郭燕")).await;
    assert_eq!(error.code, ErrorCode::Conflict);
    let detail = error.detail.unwrap();
    assert_eq!(detail["yours"]["leader_name"], "郭燕");
    assert_eq!(detail["current"]["leader_name"], "马祎");
    assert_eq!(house.unit("区教育局").await["leader_name"], "马祎");
    elsewhere.close().await;
}

async fn two_who_write_at_once_both_get_through(house: &House) {
    house.found().await;
    let elsewhere = house.open_again().await.unwrap();
    let session = house.clerk().await;
    let unit = |name: String| json!({ "name": name, "nature": "机关" });
    for round in 0..5 {
        let here = api::call(
            &house.office,
            &session,
            "units.save",
            unit(format!("甲{round}局")),
        );
        let there = api::call(
            &elsewhere,
            &session,
            "units.save",
            unit(format!("乙{round}局")),
        );
        let (here, there) = tokio::join!(here, there);
        here.and(there).unwrap();
    }
    assert_eq!(house.ok("units.list", json!({})).await["total"], 10);
    elsewhere.close().await;
}

async fn a_leader_looks_and_changes_nothing(house: &House) {
    let leader = house.person(Role::Leader, &[]);
    api::call(&house.office, &leader, "units.list", json!({}))
        .await
        .unwrap();
    api::call(&house.office, &leader, "summary.make", json!({}))
        .await
        .unwrap();
    for command in api::commands(tongxin_app::catalog())
        .iter()
        .filter(|command| command.role > Role::Leader)
    {
        let error = house.fails_as(&leader, command.name, json!({})).await;
        assert_eq!(error.code, ErrorCode::Forbidden, "{}", command.name);
    }
}

async fn a_secretary_stays_within_the_own_committees(house: &House) {
    let (own, other) = (house.committee("听雨").await, house.committee("听松").await);
    let secretary = house.person(Role::Secretary, &[own["id"].as_str().unwrap()]);
    let seen = api::call(&house.office, &secretary, "committees.list", json!({}))
        .await
        .unwrap();
    assert_eq!(seen.as_array().unwrap().len(), 1);
    let board = api::call(
        &house.office,
        &secretary,
        "rota.board",
        json!({ "year": 2026 }),
    )
    .await
    .unwrap();
    assert_eq!(board["rows"].as_array().unwrap().len(), 1);
    let meetings = api::call(&house.office, &secretary, "meetings.list", json!({}))
        .await
        .unwrap();
    let rows = meetings["rows"].as_array().unwrap();
    assert!(
        !rows.is_empty()
            && rows
                .iter()
                .all(|row| row["meeting"]["committee_id"] == own["id"])
    );
    let open = |id: &serde_json::Value| {
        json!({
            "committee_id": id, "month": "2026-12", "date": "2026-12-10",
        })
    };
    api::call(&house.office, &secretary, "meetings.open", open(&own["id"]))
        .await
        .unwrap();
    assert_eq!(
        house
            .fails_as(&secretary, "meetings.open", open(&other["id"]))
            .await
            .code,
        ErrorCode::Forbidden
    );
    let foreign = house
        .ok("meetings.list", json!({ "committee_id": other["id"] }))
        .await["rows"][0]
        .clone();
    let get = json!({ "id": foreign["meeting"]["id"] });
    assert_eq!(
        house
            .fails_as(&secretary, "meetings.get", get.clone())
            .await
            .code,
        ErrorCode::Forbidden
    );
    let paper = json!({ "kind": "record", "meeting_id": get["id"] });
    assert_eq!(
        house
            .fails_as(&secretary, "documents.make", paper)
            .await
            .code,
        ErrorCode::Forbidden
    );
    assert_eq!(
        house
            .fails_as(
                &secretary,
                "units.save",
                json!({ "name": "甲", "nature": "机关" })
            )
            .await
            .code,
        ErrorCode::Forbidden
    );
}

async fn one_clerk_always_stays(house: &House) {
    house.found().await;
    let clerk = house.ok("users.list", json!({})).await[0].clone();
    let leader = json!({ "id": clerk["id"], "version": clerk["version"], "name": "管理员", "role": "leader" });
    assert_eq!(
        house.fails("users.save", leader).await.field.as_deref(),
        Some("role")
    );
}

async fn a_password_is_asked_for_once_it_is_set(house: &House) {
    house.found().await;
    let clerk = house.ok("users.list", json!({})).await[0].clone();
    let short = json!({ "id": clerk["id"], "password": "1234567" });
    assert_eq!(
        house
            .fails("users.setPassword", short)
            .await
            .field
            .as_deref(),
        Some("password")
    );
    house
        .ok(
            "users.setPassword",
            json!({ "id": clerk["id"], "password": "云溪街道2026" }),
        )
        .await;
    let wrong = sign_in(&house.office, Some("管理员"), "不对的密码")
        .await
        .unwrap_err();
    assert_eq!(wrong.code, ErrorCode::SignIn);
    sign_in(&house.office, Some("管理员"), "云溪街道2026")
        .await
        .unwrap();
}
