//! The papers of partners: by kind, one or many, without phones, and what stands in their way.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_tests::{House, assert_sentence, stories, text as text_of};

stories! {
    House:
        people_get_a_certificate_units_a_plaque_and_an_agreement,
        several_come_in_one_file_with_bookmarks_or_each_in_its_own,
        a_proof_lists_what_was_done_in_its_days,
        rosters_name_what_a_list_shows_and_no_phone,
        the_year_counts_volunteers_apart,
        what_stands_in_the_way_of_a_paper_is_told;
}

async fn partner(house: &House, name: &str, with: Json) -> Json {
    let mut args = json!({
        "kind": "expert", "name": name, "number": format!("云溪合聘〔2026〕{}号", name.chars().map(u32::from).sum::<u32>()),
        "begins": { "state": "appointed", "date": "2026-01-15", "term_from": "2026-01", "term_to": "2028-12" },
    });
    for (key, value) in with.as_object().unwrap() {
        args[key] = value.clone();
    }
    house.ok("partners.save", args).await["partner"].clone()
}

/// The words of a paper, spaces and line ends left out.
async fn words(house: &House, args: Json) -> (Json, String) {
    let made = house.ok("documents.make", args).await;
    let text = text_of(&house.bytes(&made["file"]));
    let text = text.chars().filter(|ch| !ch.is_whitespace()).collect();
    (made, text)
}

fn one(kind: &str, partner: &Json) -> Json {
    json!({ "kind": kind, "partner_ids": [partner["id"]] })
}

async fn people_get_a_certificate_units_a_plaque_and_an_agreement(house: &House) {
    house.found().await;
    let committee = house.committee_with("听雨", &[]).await;
    let here = committee["community_id"].clone();
    let person = partner(
        house,
        "孙玥",
        json!({ "community_id": here, "phone": "13900006923" }),
    )
    .await;
    let shop = json!({ "kind": "merchant", "community_id": here, "discount": "老人八折", "services": "免费热水\n借伞", "contact_name": "王堃", "phone": "13800000001" });
    let shop = partner(house, "老李面馆", shop).await;
    let (made, text) = words(house, one("partner_certificate", &person)).await;
    assert_eq!(made["file"]["name"], "聘书 孙玥.pdf");
    assert_eq!(made["pages"], 1);
    for part in [
        "聘书",
        "孙玥同志：",
        "兹聘请您为听雨社区专业人才合伙人，聘期自2026年1月至2028年12月。",
        "特发此证。",
        "2026年1月15日",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let (_, text) = words(house, one("partner_plaque", &shop)).await;
    assert!(
        text.contains("听雨社区暖心商户") && text.contains("老李面馆"),
        "{text}"
    );
    for part in [
        "编号：云溪合聘〔2026〕",
        "有效期：2026年1月至2028年12月",
        "2026年1月15日",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let month = json!({ "begins": { "state": "appointed", "date": "2026-01", "term_from": "2026-01", "term_to": "2028-12" } });
    let vague = partner(house, "李祎", month).await;
    let (_, text) = words(house, one("partner_certificate", &vague)).await;
    assert!(text.contains("2026年11月20日"), "{text}");
    let (made, text) = words(house, one("partner_agreement", &shop)).await;
    assert_eq!(made["pages"], 1);
    for part in [
        "合作协议",
        "乙方：老李面馆",
        "一、合作内容。乙方作为暖心商户，开展以下服务：免费热水、借伞。",
        "自2026年1月至2028年12月，期满后可以续签",
        "乙方（盖章）",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("1380000"), "{text}");
}

async fn several_come_in_one_file_with_bookmarks_or_each_in_its_own(house: &House) {
    house.found().await;
    let mut ids = Vec::new();
    for name in ["孙玥", "李祎", "王䶮"] {
        ids.push(partner(house, name, json!({})).await["id"].clone());
    }
    let args = json!({ "kind": "partner_certificate", "partner_ids": ids });
    let (made, text) = words(house, args.clone()).await;
    assert_eq!(
        (&made["file"]["name"], &made["pages"]),
        (&json!("聘书（3份）.pdf"), &json!(3))
    );
    assert!(
        ["孙玥同志", "李祎同志", "王䶮同志"]
            .iter()
            .all(|name| text.contains(name)),
        "{text}"
    );
    let mut each = args.clone();
    each["format"] = "zip".into();
    let made = house.ok("documents.make", each).await;
    assert_eq!(made["file"]["name"], "聘书（3份）.zip");
    let bytes = house.bytes(&made["file"]);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["聘书 孙玥.pdf", "聘书 李祎.pdf", "聘书 王䶮.pdf"]);
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut archive.by_index(1).unwrap(), &mut bytes).unwrap();
    assert!(text_of(&bytes).contains("李祎"));
    let twin = partner(
        house,
        "孙玥",
        json!({ "number": "云溪合聘〔2026〕7号", "phone": "13800000002" }),
    )
    .await;
    let names = async |one: Json| house.ok("documents.make", one).await["file"]["name"].clone();
    let first = names(json!({ "kind": "partner_certificate", "partner_ids": [ids[0]] })).await;
    let second = names(one("partner_certificate", &twin)).await;
    assert_ne!(first, second);
    let number = twin["number"].as_str().unwrap();
    assert_eq!(second, format!("聘书 孙玥（{number}）.pdf"));
    let mut word = args;
    word["format"] = "docx".into();
    let error = house.fails("documents.make", word).await;
    assert_eq!(error.field.as_deref(), Some("format"));
}

async fn a_proof_lists_what_was_done_in_its_days(house: &House) {
    house.found().await;
    let person = partner(house, "孙玥", json!({})).await;
    let other = partner(house, "李祎", json!({})).await;
    for (date, content, minutes) in [
        ("2026-03-05", "书法公益课", 90),
        ("2026-10-20", "为老人写春联", 60),
        ("2025-12-31", "去年的活动", 60),
    ] {
        let shares = json!([
            { "partner_id": person["id"], "minutes": minutes },
            { "partner_id": other["id"], "minutes": 300 },
        ]);
        let service = json!({ "date": date, "content": content, "shares": shares, "people_served": 30, "confirmed_by": "刘静" });
        house.ok("services.save", service).await;
    }
    let (_, text) = words(house, one("service_proof", &person)).await;
    for part in [
        "兹证明孙玥系专业人才合伙人，于2026年1月1日至2026年11月20日参加服务2次，累计服务时长2.5小时，服务群众60人次。",
        "书法公益课",
        "刘静",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("去年的活动"));
    let mut last = one("service_proof", &person);
    last["from"] = json!("2025-01-01");
    last["to"] = json!("2025-12-31");
    let (_, text) = words(house, last.clone()).await;
    assert!(text.contains("参加服务1次，累计服务时长1小时"), "{text}");
    last["to"] = json!("2025-06-30");
    let error = house.fails("documents.make", last).await;
    assert!(error.message.contains("没有服务记录"), "{error}");
}

async fn rosters_name_what_a_list_shows_and_no_phone(house: &House) {
    house.found().await;
    let person = json!({ "phone": "13900006923", "skills": ["书法", "剪纸"], "times": ["周末"] });
    partner(house, "孙玥", person).await;
    partner(house, "李祎", json!({ "kind": "volunteer" })).await;
    let shop = json!({ "kind": "merchant", "discount": "六十岁以上老人八折", "contact_name": "王堃", "phone": "13800000001" });
    partner(house, "老李面馆", shop).await;
    let (made, text) = words(house, json!({ "kind": "partner_roster" })).await;
    assert_eq!(made["file"]["name"], "云溪街道城市社区合伙人名册.pdf");
    for part in [
        "合伙人2位（家），志愿者1位。",
        "一、专业人才合伙人（1位）",
        "书法、剪纸",
        "老李面馆",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("1390000") && !text.contains("1380000"));
    let only = json!({ "kind": "partner_roster", "partners": { "kinds": ["volunteer"] } });
    let (_, text) = words(house, only).await;
    assert!(
        text.contains("志愿者1位。") && !text.contains("孙玥"),
        "{text}"
    );
    let (_, text) = words(house, json!({ "kind": "merchant_list" })).await;
    assert!(
        text.contains("六十岁以上老人八折") && !text.contains("孙玥"),
        "{text}"
    );
}

async fn the_year_counts_volunteers_apart(house: &House) {
    house.found().await;
    let person = partner(house, "孙玥", json!({})).await;
    let volunteer = partner(house, "李祎", json!({ "kind": "volunteer" })).await;
    let shares = json!([
        { "partner_id": person["id"], "minutes": 90 },
        { "partner_id": volunteer["id"], "minutes": 120 },
    ]);
    let service = json!({ "date": "2026-10-20", "content": "义诊", "shares": shares, "people_served": 60, "satisfaction": 5 });
    house.ok("services.save", service).await;
    let (made, text) = words(house, json!({ "kind": "partner_year" })).await;
    assert_eq!(made["file"]["name"], "云溪街道2026年度合伙人服务统计.pdf");
    for part in [
        "合伙人在聘1位（家），参加服务1次、1.5小时，服务群众60人次；志愿者在聘1位（家），参加服务1次、2小时，服务群众60人次。",
        "合计",
        "3.5",
        "统计口径",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for (year, told) in [(2027, "还没有开始"), (2024, "还没有服务记录")] {
        let error = house
            .fails(
                "documents.make",
                json!({ "kind": "partner_year", "year": year }),
            )
            .await;
        assert!(error.message.contains(told), "{error}");
    }
}

async fn what_stands_in_the_way_of_a_paper_is_told(house: &House) {
    house.found().await;
    let person = partner(house, "孙玥", json!({})).await;
    let unit = partner(house, "区文化馆", json!({ "kind": "unit" })).await;
    let new = house
        .ok("partners.save", json!({ "kind": "expert", "name": "李祎" }))
        .await["partner"]
        .clone();
    for (args, told) in [
        (json!({ "kind": "partner_certificate" }), "请先选择合伙人"),
        (
            json!({ "kind": "service_proof", "partner_ids": [] }),
            "请先选择合伙人",
        ),
        (
            one("partner_certificate", &unit),
            "区文化馆是单位合伙人，请改用授牌和合作协议",
        ),
        (one("partner_plaque", &person), "请改用聘书"),
        (one("partner_agreement", &person), "请改用聘书"),
        (one("partner_certificate", &new), "李祎现为“招募”"),
        (one("service_proof", &person), "没有服务记录"),
        (
            json!({ "kind": "partner_certificate", "partner_ids": [person["id"], new["id"]] }),
            "李祎现为“招募”",
        ),
        (
            json!({ "kind": "partner_roster", "partners": { "search": "没有这个人" } }),
            "名单里没有合伙人",
        ),
        (json!({ "kind": "merchant_list" }), "还没有在聘的暖心商户"),
        (
            json!({ "kind": "service_proof", "partner_ids": [person["id"]], "from": "2026-05-01", "to": "2026-04-01" }),
            "早于开始",
        ),
    ] {
        let error = house.fails("documents.make", args.clone()).await;
        assert!(error.message.contains(told), "{args}: {}", error.message);
        assert_sentence(&error.message);
    }
    let gone = json!({ "kind": "partner_certificate", "partner_ids": ["没有"] });
    assert_eq!(
        house.fails("documents.make", gone).await.code,
        ErrorCode::NotFound
    );
}
