//! The change log: what is in it, what it refuses, and what gives tampering away.

use ground::error::ErrorCode;
use serde_json::json;
use storage::{LogCheck, check_database};
use tongxin_tests::{House, stories};

async fn check(house: &House) -> LogCheck {
    serde_json::from_value(house.ok("changes.check", json!({})).await).unwrap()
}

stories! {
    House:
        every_change_tells_who_when_what_before_and_after,
        tampering_is_found_where_it_was_done,
        what_was_taken_out_is_missed,
        a_change_is_undone_and_the_undoing_is_undone,
        what_has_been_changed_since_is_not_undone;
    Street:
        the_chain_holds_and_cannot_be_rewritten,
        the_database_checks_itself;
}

async fn every_change_tells_who_when_what_before_and_after(house: &House) {
    house.found().await;
    let unit = house.unit("区教育局").await;
    let save = json!({ "id": unit["id"], "version": 1, "name": "区教育局", "nature": "机关", "party_members": 12 });
    house.ok("units.save", save).await;
    let history = house
        .ok("changes.history", json!({ "id": unit["id"] }))
        .await;
    let lines = history.as_array().unwrap();
    assert_eq!(lines.len(), 2);
    let newest = lines.iter().find(|line| !line["before"].is_null()).unwrap();
    assert_eq!(newest["set"]["actor"], "管理员");
    assert_eq!(newest["set"]["device"], "测试机");
    assert_eq!(newest["set"]["command"], "units.save");
    assert_eq!(newest["set"]["at"], "2026-11-20T02:00:00Z");
    assert_eq!(newest["thing"], "成员单位");
    assert_eq!(
        (&newest["before"]["nature"], &newest["after"]["nature"]),
        (&json!("事业单位"), &json!("机关"))
    );
    assert_eq!(newest["after"]["party_members"], 12);
}

async fn the_chain_holds_and_cannot_be_rewritten(house: &House) {
    let checked = check(house).await;
    assert!(
        checked.sets > 500 && checked.broken_at.is_none(),
        "{checked:?}"
    );
    for sql in [
        "UPDATE change_line SET after_json = '{}'",
        "DELETE FROM change_line",
        "UPDATE change_set SET actor = '别人'",
        "DELETE FROM change_set",
    ] {
        assert!(house.meddle(sql).await.is_err(), "{sql}");
    }
    assert_eq!(check(house).await.sets, checked.sets);
}

async fn tampering_is_found_where_it_was_done(house: &House) {
    house.found().await;
    for name in ["甲局", "乙局", "丙局"] {
        house.unit(name).await;
    }
    let sets = check(house).await.sets;
    house.unguard_log().await;
    house
        .meddle("UPDATE change_line SET after_json = REPLACE(after_json, '乙局', '丁局')")
        .await
        .unwrap();
    assert_eq!(check(house).await.broken_at, Some(sets - 1));
}

async fn what_was_taken_out_is_missed(house: &House) {
    house.found().await;
    for name in ["甲局", "乙局", "丙局"] {
        house.unit(name).await;
    }
    let sets = check(house).await.sets;
    house.unguard_log().await;
    house
        .meddle("DELETE FROM change_line WHERE after_json LIKE '%乙局%'")
        .await
        .unwrap();
    assert_eq!(check(house).await.broken_at, Some(sets - 1));
}

async fn a_change_is_undone_and_the_undoing_is_undone(house: &House) {
    house.found().await;
    let unit = house.unit("区教育局").await;
    let save = json!({ "id": unit["id"], "version": 1, "name": "改错了", "nature": "机关" });
    house.ok("units.save", save).await;
    let newest = async || house.ok("changes.list", json!({})).await[0]["id"].clone();
    house
        .ok("changes.undo", json!({ "id": newest().await }))
        .await;
    assert_eq!(
        house.ok("units.get", json!({ "id": unit["id"] })).await["unit"]["name"],
        "区教育局"
    );
    house
        .ok("changes.undo", json!({ "id": newest().await }))
        .await;
    assert_eq!(
        house.ok("units.get", json!({ "id": unit["id"] })).await["unit"]["name"],
        "改错了"
    );
    assert!(check(house).await.broken_at.is_none());
}

async fn what_has_been_changed_since_is_not_undone(house: &House) {
    house.found().await;
    let unit = house.unit("区教育局").await;
    let set = house.ok("changes.list", json!({})).await[0]["id"].clone();
    let save =
        json!({ "id": unit["id"], "version": 1, "name": "区教育和体育局", "nature": "机关" });
    house.ok("units.save", save).await;
    let error = house.fails("changes.undo", json!({ "id": set })).await;
    assert!(
        matches!(error.code, ErrorCode::Conflict | ErrorCode::State),
        "{error:?}"
    );
    assert_eq!(
        house.ok("units.get", json!({ "id": unit["id"] })).await["unit"]["name"],
        "区教育和体育局"
    );
}

async fn the_database_checks_itself(house: &House) {
    check_database(house.office.db()).await.unwrap();
}
