//! 月度报送: what partners did in the month, and who took part.

use super::returns::{counts, handed, made, november};
use serde_json::{Value as Json, json};
use tongxin_tests::{House, Workbook, stories};

stories! {
    House:
        who_took_part_in_activities_comes_back_as_service_records,
        who_is_not_known_or_not_alone_in_a_name_is_told_with_what_to_write;
}

async fn partner(house: &House, name: &str, committee: &Json, number: &str) -> Json {
    let phone = format!("1390000000{}", number.chars().nth(1).unwrap());
    let args = json!({ "kind": "volunteer", "name": name, "phone": phone, "number": number,
        "community_id": committee["community_id"],
        "begins": { "state": "appointed", "date": "2026-01", "term_from": "2026-01", "term_to": "2028-12" } });
    house.ok("partners.save", args).await["partner"].clone()
}

/// What was done, by whom and for how many minutes each, oldest first.
async fn services(house: &House) -> Vec<(String, Vec<(String, i64)>)> {
    let list = house.ok("services.list", json!({})).await;
    let rows = list["rows"].as_array().unwrap().iter().rev();
    let share = |share: &Json| {
        let name = share["partner_name"].as_str().unwrap().to_owned();
        (name, share["minutes"].as_i64().unwrap())
    };
    rows.map(|row| {
        let shares = row["shares"].as_array().unwrap().iter().map(share);
        let content = row["service"]["content"].as_str().unwrap().to_owned();
        (content, shares.collect())
    })
    .collect()
}

const ACTIVITIES: &str = "服务活动";

fn activity(day: &str, content: &str, people: &str, hours: &str) -> [(&'static str, String); 4] {
    [
        ("活动日期", day.to_owned()),
        ("活动内容", content.to_owned()),
        ("参加人员", people.to_owned()),
        ("每人时长(小时)", hours.to_owned()),
    ]
}

fn add(book: &mut Workbook, cells: &[(&'static str, String); 4]) {
    let cells: Vec<(&str, &str)> = cells
        .iter()
        .map(|(to, text)| (*to, text.as_str()))
        .collect();
    book.add(ACTIVITIES, &cells);
}

async fn who_took_part_in_activities_comes_back_as_service_records(house: &House) {
    let committee = november(house).await;
    let other = house.committee_with("望江", &["区图书馆"]).await;
    let sun = partner(house, "孙玥", &committee, "聘1号").await;
    partner(house, "李祎", &committee, "聘2号").await;
    partner(house, "王堃", &other, "聘3号").await;
    let shares = json!([{ "partner_id": sun["id"], "minutes": 90 }]);
    let mut known = json!({ "community_id": committee["community_id"], "date": "2026-11-03",
        "content": "义务理发", "shares": shares });
    house.ok("services.save", known.clone()).await;
    known["date"] = "2026-10-30".into();
    house.ok("services.save", known.clone()).await;
    known["date"] = "2026-11-04".into();
    known["community_id"] = other["community_id"].clone();
    house.ok("services.save", known).await;

    let mut book = made(house, &committee).await;
    assert_eq!(book.column(ACTIVITIES, "活动内容"), ["义务理发"]);
    assert_eq!(book.column(ACTIVITIES, "参加人员"), ["孙玥"]);
    assert_eq!(book.column(ACTIVITIES, "每人时长(小时)"), ["1.5"]);
    book.set(ACTIVITIES, "义务理发", "参加人员", "孙玥、李祎(2)");
    let new = activity("2026年11月12日", "整理楼道", "李祎（1小时）、王堃", "3");
    add(&mut book, &new);
    add(
        &mut book,
        &activity("2026-11-13", "送教", "李祎(2)、王堃(2)", ""),
    );
    let back = handed(house, &book);
    let told = house.ok("returns.importPreview", back.clone()).await;
    assert_eq!(told["wrong_rows"], 0, "{:#}", told["faults"]);
    assert_eq!(counts(&told)[..2], [2, 1], "{told:#}");
    house.ok("returns.importApply", back.clone()).await;
    let of = |name: &str, minutes: i64| (name.to_owned(), minutes);
    let done = services(house).await;
    let here = [
        ("义务理发".to_owned(), vec![of("孙玥", 90), of("李祎", 120)]),
        ("义务理发".to_owned(), vec![of("孙玥", 90)]),
        ("整理楼道".to_owned(), vec![of("李祎", 60), of("王堃", 180)]),
        ("送教".to_owned(), vec![of("李祎", 120), of("王堃", 120)]),
    ];
    assert_eq!(done[1..], here);

    let log = house.ok("changes.list", json!({})).await;
    let told = house.ok("returns.importPreview", back.clone()).await;
    assert_eq!(counts(&told)[..2], [0, 0], "{told:#}");
    house.ok("returns.importApply", back.clone()).await;
    assert_eq!(house.ok("changes.list", json!({})).await, log);
    let again = made(house, &committee).await;
    let told = house
        .ok("returns.importPreview", handed(house, &again))
        .await;
    assert_eq!(counts(&told)[..2], [0, 0], "{told:#}");

    let list = house.ok("services.list", json!({ "search": "送教" })).await;
    let service = &list["rows"][0]["service"];
    let void = json!({ "id": service["id"], "version": service["version"], "retired": true });
    house.ok("services.retire", void).await;
    let told = house.ok("returns.importPreview", back).await;
    assert_eq!(counts(&told)[..2], [0, 0], "void stays void: {told:#}");
    assert_eq!(
        made(house, &committee)
            .await
            .column(ACTIVITIES, "活动内容")
            .len(),
        2
    );
}

async fn who_is_not_known_or_not_alone_in_a_name_is_told_with_what_to_write(house: &House) {
    let committee = november(house).await;
    partner(house, "孙玥", &committee, "聘1号").await;
    partner(house, "孙玥", &committee, "聘2号").await;
    let mut book = made(house, &committee).await;
    for row in [
        activity("2026-11-10", "义务理发", "孙玥", "1"),
        activity("2026-11-11", "整理楼道", "查无此人", "1"),
        activity("2026-11-12", "送教", "聘2号", ""),
        activity("2026-11-13", "走访", "聘2号(1)、聘2号(2)", ""),
        activity("2026-10-13", "慰问", "聘2号", "1"),
        activity("2026-11-14", "宣讲", "聘2号(1.5)", ""),
    ] {
        add(&mut book, &row);
    }
    let mut back = handed(house, &book);
    let told = house.ok("returns.importPreview", back.clone()).await;
    let faults = told["faults"].as_array().unwrap().iter();
    let reasons: Vec<&str> = faults.map(|f| f["reason"].as_str().unwrap()).collect();
    let expected = [
        "叫“孙玥”的合伙人不止一位，请改写聘书编号：聘1号 或 聘2号。",
        "没有“查无此人”这位合伙人，请先登记，或核对姓名。",
        "服务时长应在 1 分钟到 24 小时之间，请填写每人几小时。",
        "“聘2号”写了两次，请只写一次。",
        "这是2026年11月的报送表，只写2026年11月的活动，请核对日期。",
    ];
    assert_eq!(reasons, expected);
    back["skip_wrong"] = json!(true);
    house.ok("returns.importApply", back.clone()).await;
    assert_eq!(services(house).await.len(), 1);
    let mut again = made(house, &committee).await;
    assert_eq!(again.column(ACTIVITIES, "参加人员"), ["聘2号"]);
    let told = house
        .ok("returns.importPreview", handed(house, &again))
        .await;
    assert_eq!(counts(&told)[..2], [0, 0], "{told:#}");
    let told = house.ok("returns.importPreview", back).await;
    assert_eq!(counts(&told)[..2], [0, 0], "{told:#}");
}
