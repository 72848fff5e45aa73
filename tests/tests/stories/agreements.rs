//! 共建协议: signed, reported on each quarter, renewed or ended.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_core::api;
use tongxin_core::session::Role;
use tongxin_tests::{House, stories};

stories! {
    House:
        an_agreement_is_reminded_of_until_it_is_renewed,
        a_report_is_due_after_each_quarter,
        an_agreement_that_is_ended_stays_readable,
        what_is_wrong_in_an_agreement_is_told;
    Street:
        the_sample_has_one_that_ends_and_one_report_that_is_late;
}

async fn terms(house: &House) -> Json {
    house.found().await;
    let committee = house.committee_with("听雨", &["农商银行"]).await;
    let unit = house.unit("农商银行").await;
    json!({
        "committee_id": committee["id"], "unit_id": unit["id"], "content": "场地共享\n服务联做",
        "signed_on": "2025-12-10", "starts_on": "2025-12-10", "expires_on": "2026-12-09",
        "signer": "王堃", "unit_signer": "孙玥",
    })
}

fn with(args: &Json, change: Json) -> Json {
    let mut args = args.clone();
    for (key, value) in change.as_object().unwrap() {
        args[key] = value.clone();
    }
    args
}

/// The desk's lines of a kind.
async fn lines(house: &House, kind: &str) -> Vec<Json> {
    let desk = house.ok("desk.view", json!({})).await;
    let todos = desk["todos"].as_array().unwrap().iter();
    todos.filter(|todo| todo["kind"] == kind).cloned().collect()
}

async fn an_agreement_is_reminded_of_until_it_is_renewed(house: &House) {
    let terms = terms(house).await;
    let saved = house.ok("agreements.save", terms.clone()).await;
    let agreement = &saved["row"]["agreement"];
    assert_eq!(agreement["title"], "中共听雨社区委员会与农商银行共建协议书");
    assert_eq!(saved["row"]["state"], "ending");
    let ending = lines(house, "agreement_ending").await;
    assert_eq!(ending.len(), 1);
    assert_eq!(
        (&ending[0]["target"], &ending[0]["date"]),
        (&agreement["id"], &json!("2026-12-09"))
    );
    let renewal = with(
        &terms,
        json!({ "renews_id": agreement["id"], "signed_on": "2026-11-18", "starts_on": "2026-12-10", "expires_on": "2028-12-09" }),
    );
    house.ok("agreements.save", renewal.clone()).await;
    assert_eq!(lines(house, "agreement_ending").await.len(), 0);
    let old = house
        .ok("agreements.get", json!({ "id": agreement["id"] }))
        .await;
    assert_eq!(
        (&old["row"]["renewed"], &old["row"]["state"]),
        (&json!(true), &json!("running"))
    );
    let told = house.fails("agreements.save", renewal).await;
    assert!(told.message.contains("已续签到2028年12月9日"), "{told}");
    for (state, count) in [("running", 2), ("ending", 0), ("draft", 0), ("expired", 0)] {
        let page = house.ok("agreements.list", json!({ "state": state })).await;
        assert_eq!(page["total"], count, "{state}");
    }
    let unit = house
        .ok("units.get", json!({ "id": terms["unit_id"] }))
        .await;
    assert_eq!(unit["agreements"].as_array().unwrap().len(), 2);
    let hits = house.ok("search.find", json!({ "text": "共建协议" })).await;
    assert_eq!(hits.as_array().unwrap().len(), 2);
}

async fn a_report_is_due_after_each_quarter(house: &House) {
    let terms = terms(house).await;
    let saved = house.ok("agreements.save", terms.clone()).await;
    let id = &saved["row"]["agreement"]["id"];
    assert_eq!(saved["row"]["report_due"], "2026-Q3");
    let due = lines(house, "report_due").await;
    assert_eq!(
        (&due[0]["date"], &due[0]["urgency"]),
        (&json!("2026-10-10"), &json!("late"))
    );
    let report = json!({ "agreement_id": id, "quarter": "2026-Q3", "by_name": "李祎", "done": "开展活动2次" });
    let view = house.ok("agreements.report", report.clone()).await;
    assert_eq!(view["row"]["report_due"], json!(null));
    assert_eq!(lines(house, "report_due").await.len(), 0);
    let stale = house.fails("agreements.report", report.clone()).await;
    assert_ne!(stale.code, ErrorCode::Internal);
    let changed = with(
        &report,
        json!({ "version": view["reports"][0]["version"], "done": "开展活动3次" }),
    );
    let view = house.ok("agreements.report", changed).await;
    assert_eq!(view["reports"].as_array().unwrap().len(), 1);
    assert_eq!(view["reports"][0]["done"], "开展活动3次");
    let none = with(&terms, json!({ "reports_quarterly": false }));
    let view = house.ok("agreements.save", none).await;
    assert_eq!(view["row"]["report_due"], json!(null));
    for (quarter, why) in [("2027-Q1", "还没有开始"), ("2025-Q3", "不在协议期限内")] {
        let told = house
            .fails(
                "agreements.report",
                with(&report, json!({ "quarter": quarter })),
            )
            .await;
        assert_eq!(told.field.as_deref(), Some("quarter"));
        assert!(told.message.contains(why), "{told}");
    }
    let told = house
        .fails(
            "agreements.report",
            with(&report, json!({ "quarter": "三季度" })),
        )
        .await;
    assert_eq!(told.code, ErrorCode::Usage);
}

async fn an_agreement_that_is_ended_stays_readable(house: &House) {
    let terms = terms(house).await;
    let saved = house.ok("agreements.save", terms.clone()).await;
    let (id, version) = (
        &saved["row"]["agreement"]["id"],
        &saved["row"]["agreement"]["version"],
    );
    let end = |change: Json| {
        with(
            &json!({ "id": id, "version": version, "reason": "单位搬迁" }),
            change,
        )
    };
    for (change, field) in [
        (json!({ "reason": "" }), "reason"),
        (json!({ "on": "2026-11-21" }), "on"),
        (json!({ "on": "2025-12-09" }), "on"),
    ] {
        assert_eq!(
            house
                .fails("agreements.end", end(change))
                .await
                .field
                .as_deref(),
            Some(field)
        );
    }
    let ended = house.ok("agreements.end", end(json!({}))).await;
    assert_eq!(ended["row"]["state"], "ended");
    assert_eq!(lines(house, "agreement_ending").await.len(), 0);
    let again = end(json!({ "version": 2 }));
    assert!(
        house
            .fails("agreements.end", again)
            .await
            .message
            .contains("已于2026年11月20日终止")
    );
    let edit = with(&terms, json!({ "id": id, "version": 2 }));
    assert_eq!(
        house.fails("agreements.save", edit).await.code,
        ErrorCode::State
    );
    assert_eq!(
        house
            .ok("agreements.list", json!({ "state": "ended" }))
            .await["total"],
        1
    );
}

async fn what_is_wrong_in_an_agreement_is_told(house: &House) {
    let terms = terms(house).await;
    for (change, field) in [
        (json!({ "expires_on": "2025-12-09" }), "expires_on"),
        (json!({ "signed_on": "2026-11-21" }), "signed_on"),
        (json!({ "title": "长".repeat(81) }), "title"),
        (json!({ "content": "长".repeat(2_001) }), "content"),
    ] {
        let told = house.fails("agreements.save", with(&terms, change)).await;
        assert_eq!(told.field.as_deref(), Some(field), "{told}");
    }
    let draft = house
        .ok(
            "agreements.save",
            with(&terms, json!({ "signed_on": null })),
        )
        .await;
    assert_eq!(draft["row"]["state"], "draft");
    assert_eq!(lines(house, "agreement_ending").await.len(), 0);
    let report = json!({ "agreement_id": draft["row"]["agreement"]["id"], "quarter": "2026-Q3", "by_name": "李祎", "done": "无" });
    assert!(
        house
            .fails("agreements.report", report)
            .await
            .message
            .contains("还没有签订")
    );
    let other = house.committee_with("望江", &["区教育局"]).await;
    let wrong = with(
        &terms,
        json!({ "committee_id": other["id"], "renews_id": draft["row"]["agreement"]["id"] }),
    );
    assert_eq!(
        house.fails("agreements.save", wrong).await.field.as_deref(),
        Some("unit_id")
    );
    let secretary = house.person(Role::Secretary, &[other["id"].as_str().unwrap()]);
    let id = json!({ "id": draft["row"]["agreement"]["id"] });
    assert_eq!(
        house.fails_as(&secretary, "agreements.get", id).await.code,
        ErrorCode::Forbidden
    );
    let page = api::call(&house.office, &secretary, "agreements.list", json!({}))
        .await
        .unwrap();
    assert_eq!(page["total"], 0);
}

async fn the_sample_has_one_that_ends_and_one_report_that_is_late(house: &House) {
    assert_eq!(lines(house, "agreement_ending").await.len(), 1);
    assert_eq!(lines(house, "report_due").await.len(), 1);
    assert_eq!(house.ok("agreements.list", json!({})).await["total"], 10);
}
