//! What partners did: one activity with several of them, sums, and what is refused.

use crate::partners::{appointed, community};
use serde_json::{Value as Json, json};
use tongxin_tests::{House, stories};

stories! {
    House:
        one_activity_has_several_partners_and_sums_count_it_once,
        what_is_wrong_with_a_service_record_is_told;
}

fn activity(date: &str, shares: Json) -> Json {
    json!({ "date": date, "place": "社区广场", "content": "义诊和量血压", "shares": shares, "people_served": 60 })
}

async fn one_activity_has_several_partners_and_sums_count_it_once(house: &House) {
    house.found().await;
    let here = community(house, "听雨社区").await;
    let expert = appointed(house, "孙玥", json!({ "community_id": here })).await;
    let volunteer = appointed(
        house,
        "李祎",
        json!({ "kind": "volunteer", "community_id": here }),
    )
    .await;
    appointed(
        house,
        "王堃",
        json!({ "kind": "volunteer", "community_id": here }),
    )
    .await;
    let shares = json!([{ "partner_id": expert["id"], "minutes": 90 }, { "partner_id": volunteer["id"], "minutes": 120 }]);
    let mut args = activity("2026-10-20", shares);
    args["community_id"] = here.clone().into();
    args["satisfaction"] = 5.into();
    args["confirmed_by"] = "刘静".into();
    let kept = house.ok("services.save", args.clone()).await;
    assert_eq!(kept["service"]["confirmed_on"], "2026-11-20");
    let mut second = activity(
        "2026-11-02",
        json!([{ "partner_id": volunteer["id"], "minutes": 45 }]),
    );
    second["community_id"] = here.clone().into();
    second["satisfaction"] = 3.into();
    house.ok("services.save", second).await;
    let figures = house.ok("partners.figures", json!({})).await;
    let line = |figure: &Json| {
        ["services", "minutes", "people", "serving"].map(|key| figure[key].as_i64().unwrap())
    };
    assert_eq!(line(&figures["whole"]), [2, 255, 120, 3]);
    assert_eq!(line(&figures["partners"]), [1, 90, 60, 1]);
    assert_eq!(line(&figures["volunteers"]), [2, 165, 120, 2]);
    assert_eq!(
        figures["volunteers"]["active"],
        json!({ "part": 1, "whole": 2 })
    );
    assert_eq!(
        figures["whole"]["satisfied"],
        json!({ "part": 1, "whole": 2 })
    );
    assert_eq!(
        figures["whole"]["confirmed"],
        json!({ "part": 1, "whole": 2 })
    );
    assert_eq!(figures["communities"][0]["label"], "听雨社区");
    assert_eq!(line(&figures["communities"][0]), [2, 255, 120, 3]);
    assert_eq!(figures["sums"][0]["name"], "李祎");
    assert_eq!(
        figures["months"],
        json!([{ "month": "2026-10", "partners": 90, "volunteers": 120 }, { "month": "2026-11", "partners": 0, "volunteers": 45 }])
    );
    let october = house
        .ok(
            "partners.figures",
            json!({ "from": "2026-10-01", "to": "2026-10-31" }),
        )
        .await;
    assert_eq!(line(&october["whole"]), [1, 210, 60, 3]);

    // A share that is taken out and an activity that is 作废 count no more.
    args["id"] = kept["service"]["id"].clone();
    args["version"] = kept["service"]["version"].clone();
    args["shares"] = json!([{ "partner_id": expert["id"], "minutes": 90 }]);
    let kept = house.ok("services.save", args).await;
    assert_eq!(kept["shares"].as_array().unwrap().len(), 1);
    let void = json!({ "id": kept["service"]["id"], "version": kept["service"]["version"], "retired": true });
    house.ok("services.retire", void).await;
    let figures = house.ok("partners.figures", json!({})).await;
    assert_eq!(line(&figures["whole"]), [1, 45, 60, 3]);
    let view = house
        .ok("partners.get", json!({ "id": volunteer["id"] }))
        .await;
    assert_eq!(
        (
            &view["ever"]["minutes"],
            view["services"].as_array().unwrap().len()
        ),
        (&json!(45), 1)
    );
}

async fn what_is_wrong_with_a_service_record_is_told(house: &House) {
    house.found().await;
    let partner = appointed(house, "孙玥", json!({})).await;
    let share = |minutes: i64| json!([{ "partner_id": partner["id"], "minutes": minutes }]);
    let twice = json!([{ "partner_id": partner["id"], "minutes": 30 }, { "partner_id": partner["id"], "minutes": 30 }]);
    let with = |key: &str, value: Json| {
        let mut args = activity("2026-11-01", share(60));
        args[key] = value;
        args
    };
    for (args, field, told) in [
        (with("shares", json!([])), "shares", "至少选择一位"),
        (with("shares", share(0)), "shares", "1 分钟到 24 小时"),
        (with("shares", share(1441)), "shares", "1 分钟到 24 小时"),
        (with("shares", twice), "shares", "选了两次"),
        (
            with("shares", json!([{ "partner_id": "没有", "minutes": 30 }])),
            "shares",
            "重新选择",
        ),
        (with("date", json!("2026-11-21")), "date", "不能晚于今天"),
        (with("content", json!(" ")), "content", "请填写服务内容"),
        (with("people_served", json!(-1)), "people_served", "整数"),
        (with("satisfaction", json!(6)), "satisfaction", "1 到 5"),
    ] {
        let error = house.fails("services.save", args.clone()).await;
        assert_eq!(error.field.as_deref(), Some(field), "{args}");
        assert!(error.message.contains(told), "{args}: {}", error.message);
    }
    let mut confirmed = with("confirmed_by", json!("刘静"));
    confirmed["confirmed_on"] = json!("2026-10-31");
    assert_eq!(
        house
            .fails("services.save", confirmed)
            .await
            .field
            .as_deref(),
        Some("confirmed_on")
    );
    assert_eq!(house.ok("services.list", json!({})).await["total"], 0);
}
