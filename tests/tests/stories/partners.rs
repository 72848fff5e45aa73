//! Partners: the way to their appointment, numbers, privacy, what they did, and who can do what.

use serde_json::{Value as Json, json};
use tongxin_core::error::ErrorCode;
use tongxin_core::users::Role;
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
        what_is_wrong_with_a_partner_is_told,
        one_activity_has_several_partners_and_sums_count_it_once,
        what_is_wrong_with_a_service_record_is_told,
        skill_community_and_time_find_who_can_do_it,
        terms_about_to_end_stand_on_the_desk,
        a_secretary_sees_the_partners_of_their_own_community;
}

async fn community(house: &House, name: &str) -> String {
    let row = json!({ "id": "", "version": 0, "name": name, "sort_key": "", "position": 1, "retired": false });
    house.ok("communities.save", row).await["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// A partner who was appointed before the program.
async fn appointed(house: &House, name: &str, with: Json) -> Json {
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
