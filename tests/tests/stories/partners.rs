//! Partners: the way to their appointment, numbers, privacy, what they did, and who can do what.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_core::session::Role;
use tongxin_tests::{House, stories};

stories! {
    House:
        the_way_of_a_partner_is_dated_step_by_step,
        a_number_is_given_once,
        a_renewal_keeps_the_number_unless_a_new_one_is_asked_for,
        many_partners_take_a_step_together_or_none,
        what_stands_in_the_way_of_a_step_of_many_is_told,
        lists_count_each_kind,
        phones_are_hidden_and_shown_one_at_a_time_with_a_line_in_the_log,
        what_is_wrong_with_a_partner_is_told;
}

pub(crate) async fn community(house: &House, name: &str) -> String {
    let row = json!({ "id": "", "version": 0, "name": name, "sort_key": "", "position": 1, "retired": false });
    house.ok("communities.save", row).await["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// A partner who was appointed before the program.
pub(crate) async fn appointed(house: &House, name: &str, with: Json) -> Json {
    let mut args = json!({
        "kind": "expert", "name": name,
        "begins": { "state": "appointed", "date": "2026-01", "term_from": "2026-01", "term_to": "2028-12" },
    });
    for (key, value) in with.as_object().unwrap() {
        args[key] = value.clone();
    }
    house.ok("partners.save", args).await["partner"].clone()
}

async fn step(house: &House, partner: &Json, with: Json) -> Json {
    let mut args = json!({ "id": partner["id"], "version": partner["version"] });
    for (key, value) in with.as_object().unwrap() {
        args[key] = value.clone();
    }
    house.ok("partners.step", args).await["partner"].clone()
}

async fn the_way_of_a_partner_is_dated_step_by_step(house: &House) {
    house.found().await;
    let new = json!({ "kind": "expert", "name": "孙玥", "skills": ["书法", "书法", " 摄影 "] });
    let view = house.ok("partners.save", new).await;
    let partner = &view["partner"];
    assert_eq!(partner["state"], "recruited");
    assert_eq!(partner["skills"], json!(["书法", "摄影"]));
    assert_eq!(view["next_states"], json!(["assessed", "left"]));
    let early = json!({ "id": partner["id"], "version": 1, "state": "appointed" });
    let error = house.fails("partners.step", early).await;
    assert_eq!(error.code, ErrorCode::State);
    assert!(error.message.contains("下一步只能是评估或退出"), "{error}");
    let partner = step(
        house,
        partner,
        json!({ "state": "assessed", "note": "面谈合格" }),
    )
    .await;
    let without_term = json!({ "id": partner["id"], "version": 2, "state": "appointed" });
    assert_eq!(
        house
            .fails("partners.step", without_term)
            .await
            .field
            .as_deref(),
        Some("term_from")
    );
    let term = json!({ "state": "appointed", "date": "2026-11-20", "term_from": "2026-12", "term_to": "2028-11" });
    let partner = step(house, &partner, term).await;
    assert_eq!(partner["number"], "云溪合聘〔2026〕1号");
    assert_eq!(partner["ends_on"], "2028-11-30");
    let back = json!({ "id": partner["id"], "version": 3, "state": "left", "date": "2026-11-01", "note": "搬离" });
    assert_eq!(
        house.fails("partners.step", back).await.field.as_deref(),
        Some("date")
    );
    let silent = json!({ "id": partner["id"], "version": 3, "state": "left" });
    assert_eq!(
        house.fails("partners.step", silent).await.field.as_deref(),
        Some("note")
    );
    let partner = step(
        house,
        &partner,
        json!({ "state": "left", "note": "搬离本社区" }),
    )
    .await;
    let states: Vec<&str> = partner["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["recruited", "assessed", "appointed", "left"]);
}

async fn a_number_is_given_once(house: &House) {
    house.found().await;
    appointed(house, "孙玥", json!({ "number": "云溪合聘〔2026〕137号" })).await;
    let again = json!({ "kind": "expert", "name": "李祎", "number": "云溪合聘〔2026〕137号" });
    let error = house.fails("partners.save", again).await;
    assert_eq!(error.field.as_deref(), Some("number"));
    assert!(error.message.contains("已发给孙玥"), "{error}");
    let mut numbers = Vec::new();
    for name in ["王堃", "赵䶮"] {
        let new = house
            .ok(
                "partners.save",
                json!({ "kind": "volunteer", "name": name }),
            )
            .await;
        let partner = step(house, &new["partner"], json!({ "state": "assessed" })).await;
        let term = json!({ "state": "appointed", "term_from": "2026-11", "term_to": "2027-10" });
        numbers.push(step(house, &partner, term).await["number"].clone());
    }
    assert_eq!(numbers, ["云溪合聘〔2026〕138号", "云溪合聘〔2026〕139号"]);
}

async fn a_renewal_keeps_the_number_unless_a_new_one_is_asked_for(house: &House) {
    house.found().await;
    let partner = appointed(house, "孙玥", json!({ "number": "云溪合聘〔2025〕8号" })).await;
    let renewed = json!({ "state": "renewed", "term_from": "2026-11", "term_to": "2028-10" });
    let partner = step(house, &partner, renewed.clone()).await;
    assert_eq!(partner["number"], "云溪合聘〔2025〕8号");
    let mut anew = renewed;
    anew["give_number"] = true.into();
    let partner = step(house, &partner, anew).await;
    assert_eq!(partner["number"], "云溪合聘〔2026〕1号");
    assert_eq!(partner["steps"][0]["number"], "云溪合聘〔2025〕8号");
}

async fn many_partners_take_a_step_together_or_none(house: &House) {
    house.found().await;
    let ends = |to: &str| json!({ "begins": { "state": "appointed", "date": "2025-01", "term_from": "2025-01", "term_to": to } });
    let mut seen = Vec::new();
    for (name, to) in [
        ("孙玥", "2026-12"),
        ("李祎", "2027"),
        ("王堃", "2026-11-30"),
    ] {
        let partner = appointed(house, name, ends(to)).await;
        seen.push(json!({ "id": partner["id"], "version": partner["version"] }));
    }
    let args = json!({ "partners": seen, "state": "renewed", "years": 2 });
    assert_eq!(
        house.ok("partners.stepMany", args.clone()).await["count"],
        3
    );
    let rows = house.ok("partners.list", json!({})).await["rows"].clone();
    let rows = rows.as_array().unwrap();
    let terms: Vec<_> = rows
        .iter()
        .map(|row| &row["partner"])
        .map(|partner| [&partner["name"], &partner["term_from"], &partner["term_to"]])
        .collect();
    assert_eq!(
        json!(terms),
        json!([
            ["李祎", "2028", "2029"],
            ["孙玥", "2027-01", "2028-12"],
            ["王堃", "2026-12-01", "2028-11-30"]
        ])
    );
    let mut numbers: Vec<&str> = rows
        .iter()
        .map(|row| row["partner"]["number"].as_str().unwrap())
        .collect();
    numbers.sort_unstable();
    assert_eq!(
        numbers,
        [
            "云溪合聘〔2026〕1号",
            "云溪合聘〔2026〕2号",
            "云溪合聘〔2026〕3号"
        ]
    );
    // What was seen is old now: nobody takes the step, and the one who was changed is named.
    let error = house.fails("partners.stepMany", args).await;
    assert_eq!(error.code, ErrorCode::Conflict);
    let sets = house.ok("changes.list", json!({})).await;
    assert_eq!(sets[0]["reason"], "为 3 位合伙人登记续聘");
    house
        .ok("changes.undo", json!({ "id": sets[0]["id"] }))
        .await;
    let rows = house
        .ok("partners.list", json!({ "states": ["renewed"] }))
        .await;
    assert_eq!(rows["total"], 0);
}

async fn what_stands_in_the_way_of_a_step_of_many_is_told(house: &House) {
    house.found().await;
    let serving = appointed(house, "孙玥", json!({})).await;
    let new = house
        .ok("partners.save", json!({ "kind": "expert", "name": "李祎" }))
        .await["partner"]
        .clone();
    let seen = |partner: &Json| json!({ "id": partner["id"], "version": partner["version"] });
    for (partners, with, told) in [
        (json!([]), json!({ "state": "renewed" }), "先勾选合伙人"),
        (
            json!([seen(&serving), seen(&new)]),
            json!({ "state": "renewed", "years": 2 }),
            "有 1 位现在还不能登记续聘：李祎（招募）",
        ),
        (
            json!([seen(&serving)]),
            json!({ "state": "renewed", "years": 11 }),
            "1 到 10",
        ),
        (
            json!([seen(&serving)]),
            json!({ "state": "renewed" }),
            "孙玥：登记续聘须填写聘期",
        ),
        (
            json!([seen(&serving), seen(&new)]),
            json!({ "state": "left" }),
            "写明退出的原因",
        ),
        (
            json!([seen(&new)]),
            json!({ "state": "assessed", "date": "2026-12" }),
            "不能晚于今天",
        ),
    ] {
        let mut args = json!({ "partners": partners });
        for (key, value) in with.as_object().unwrap() {
            args[key] = value.clone();
        }
        let error = house.fails("partners.stepMany", args).await;
        assert!(error.message.contains(told), "{told}: {}", error.message);
    }
    let list = house.ok("partners.list", json!({})).await;
    let states: Vec<_> = list["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["partner"]["state"].clone())
        .collect();
    assert_eq!(json!(states), json!(["recruited", "appointed"]));
}

async fn lists_count_each_kind(house: &House) {
    house.found().await;
    appointed(house, "孙玥", json!({ "skills": ["书法"] })).await;
    appointed(
        house,
        "李祎",
        json!({ "skills": ["书法"], "kind": "volunteer" }),
    )
    .await;
    appointed(house, "王堃", json!({ "kind": "volunteer" })).await;
    let counts = house
        .ok("partners.counts", json!({ "kinds": ["expert"] }))
        .await;
    assert_eq!(
        counts,
        json!([{ "kind": "expert", "count": 1 }, { "kind": "volunteer", "count": 2 }])
    );
    let narrowed = house
        .ok("partners.counts", json!({ "search": "书法" }))
        .await;
    assert_eq!(
        narrowed,
        json!([{ "kind": "expert", "count": 1 }, { "kind": "volunteer", "count": 1 }])
    );
}

async fn phones_are_hidden_and_shown_one_at_a_time_with_a_line_in_the_log(house: &House) {
    house.found().await;
    let person = appointed(house, "李霞", json!({ "phone": "13900006923" })).await;
    let unit = json!({ "kind": "unit", "name": "区文化馆", "contact_name": "王敏", "phone": "13800000001" });
    let unit = house.ok("partners.save", unit).await;
    assert_eq!(person["phone"], "139****6923");
    assert_eq!(
        (&unit["partner"]["phone"], &unit["phone_hidden"]),
        (&json!("13800000001"), &json!(false))
    );
    let leader = house.person(Role::Leader, &[]);
    let seen = tongxin_core::api::call(&house.office, &leader, "partners.list", json!({}))
        .await
        .unwrap();
    assert!(!seen.to_string().contains("13800000001") && !seen.to_string().contains("13900006923"));

    // A form sends back what it showed, and nothing is lost.
    let same = json!({
        "id": person["id"], "version": person["version"], "kind": "expert", "name": "李霞", "phone": "139****6923", "note": "好",
    });
    let kept = house.ok("partners.save", same).await["partner"].clone();
    let asked = json!({ "id": person["id"], "purpose": "联系上门服务" });
    assert_eq!(
        house.ok("partners.revealPhone", asked).await["phone"],
        "13900006923"
    );
    let sets = house.ok("changes.list", json!({})).await;
    assert_eq!(sets[0]["command"], "partners.revealPhone");
    assert_eq!(sets[0]["reason"], "查看李霞的完整电话：联系上门服务");
    let history = house
        .ok("changes.history", json!({ "id": person["id"] }))
        .await;
    assert!(!history.to_string().contains("13900006923"), "{history}");
    let stars = json!({ "id": person["id"], "version": kept["version"], "kind": "expert", "name": "李霞", "phone": "138****6923" });
    assert_eq!(
        house.fails("partners.save", stars).await.field.as_deref(),
        Some("phone")
    );
    let late = json!({ "id": person["id"], "version": 1, "kind": "expert", "name": "李霞霞", "phone": "13900009999" });
    let error = house.fails("partners.save", late).await;
    assert_eq!(error.code, ErrorCode::Conflict);
    assert!(
        !serde_json::to_string(&error).unwrap().contains("1390000"),
        "{error:?}"
    );
    let check = house.ok("changes.check", json!({})).await;
    assert_eq!(check["broken_at"], Json::Null);
    assert_eq!(
        house
            .fails_as(
                &leader,
                "partners.revealPhone",
                json!({ "id": person["id"] })
            )
            .await
            .code,
        ErrorCode::Forbidden
    );
}

async fn what_is_wrong_with_a_partner_is_told(house: &House) {
    house.found().await;
    let good = json!({ "kind": "expert", "name": "孙玥", "phone": "13900000001" });
    house.ok("partners.save", good.clone()).await;
    let with = |change: Json| {
        let mut args = json!({ "kind": "expert", "name": "李祎" });
        for (key, value) in change.as_object().unwrap() {
            args[key] = value.clone();
        }
        args
    };
    for (change, field, told) in [
        (json!({ "name": "  " }), "name", "请填写名称"),
        (json!({ "name": "长".repeat(61) }), "name", "最多 60 个字"),
        (json!({ "phone": "1390000" , "name": "甲" }), "", ""),
        (json!({ "phone": "139000" }), "phone", "请核对"),
        (json!({ "phone": "电话号码" }), "phone", "数字以外"),
        (
            json!({ "community_id": "没有" }),
            "community_id",
            "没有这个社区",
        ),
        (
            json!({ "kind": "unit", "unit_id": "没有" }),
            "unit_id",
            "没有这家成员单位",
        ),
        (json!({ "kind": "merchant" }), "discount", "优惠内容"),
        (
            json!({ "skills": vec!["一二三四五六七八九十一二三四五六七八九十一"] }),
            "skills",
            "最多 20 个字",
        ),
        (
            json!({ "skills": (0..21).map(|n| n.to_string()).collect::<Vec<_>>() }),
            "skills",
            "最多 20 项",
        ),
        (
            json!({ "begins": { "state": "appointed", "date": "2026-01" } }),
            "term_from",
            "聘期",
        ),
        (
            json!({ "begins": { "state": "recruited", "date": "2027-01" } }),
            "begins",
            "不能晚于今天",
        ),
        (
            json!({ "begins": { "state": "appointed", "date": "2026-01", "term_from": "2026-05", "term_to": "2026-04" } }),
            "term_to",
            "早于开始",
        ),
        (
            json!({ "name": "孙玥", "phone": "13900000001" }),
            "name",
            "避免重复",
        ),
    ] {
        if field.is_empty() {
            house.ok("partners.save", with(change)).await;
            continue;
        }
        let error = house.fails("partners.save", with(change.clone())).await;
        assert_eq!(error.field.as_deref(), Some(field), "{change}");
        assert!(error.message.contains(told), "{change}: {}", error.message);
    }
    house
        .ok(
            "partners.save",
            with(json!({ "name": "孙玥", "phone": "13900000002" })),
        )
        .await;
}
