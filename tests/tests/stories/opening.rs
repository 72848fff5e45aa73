//! 期初数据: an office that switches in mid-year goes on where its paper stopped.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_tests::{House, Workbook, book, stories};

use crate::ratings;

async fn in_september(house: &House) -> Json {
    house.set_clock("2026-09-03", 2);
    house.found().await;
    house
        .committee_with("听雨", &["甲局", "乙局", "丙局"])
        .await
}

async fn row(house: &House) -> Json {
    house.ok("opening.view", json!({ "year": 2026 })).await[0].clone()
}

fn save(committee: &Json, months: Json, numbers: (i64, i64)) -> Json {
    json!({ "committee_id": committee["id"], "year": 2026, "months": months,
            "next_session": numbers.0, "next_issue": numbers.1 })
}

stories! {
    House:
        turns_and_numbers_go_on_where_the_paper_stopped,
        entering_again_puts_it_right_and_one_undo_takes_it_all_back,
        what_cannot_be_is_told_and_nothing_is_half_kept,
        agreements_are_brought_along_and_come_back_as_changes,
        past_flags_are_brought_along_and_handed_on;
}

async fn turns_and_numbers_go_on_where_the_paper_stopped(house: &House) {
    let committee = in_september(house).await;
    let (first, second) = (house.unit("甲局").await, house.unit("乙局").await);
    let months = json!([
        { "month": "2026-07", "unit_ids": [second["id"]] },
        { "month": "2026-08", "unit_ids": [first["id"]] },
    ]);
    let kept = house
        .ok("opening.save", save(&committee, months, (8, 9)))
        .await;
    assert_eq!(kept["served"].as_array().unwrap().len(), 2);
    assert_eq!(kept["served"][0]["unit"], "乙局");

    house
        .ok("rota.plan", json!({ "from": "2026-09", "to": "2026-10" }))
        .await;
    let row = row(house).await;
    assert_eq!(row["kept_from"], "2026-09");
    let open = json!({ "committee_id": committee["id"], "month": "2026-09", "date": "2026-09-25" });
    let meeting = house.ok("meetings.open", open).await;
    assert_eq!(meeting["duty_unit"], "丙局", "the one that had not served");
    let notify = json!({ "id": meeting["id"], "version": meeting["version"] });
    let notified = house.ok("meetings.notify", notify).await;
    assert_eq!(
        (&notified["session_number"], &notified["issue_number"]),
        (&json!(8), &json!(9))
    );
}

async fn entering_again_puts_it_right_and_one_undo_takes_it_all_back(house: &House) {
    let committee = in_september(house).await;
    let (first, second) = (house.unit("甲局").await, house.unit("乙局").await);
    let july = json!([{ "month": "2026-07", "unit_ids": [first["id"]] }]);
    house
        .ok("opening.save", save(&committee, july, (3, 3)))
        .await;
    let both = json!([
        { "month": "2026-06", "unit_ids": [first["id"], second["id"]] },
        { "month": "2026-07", "unit_ids": [] },
    ]);
    let kept = house
        .ok("opening.save", save(&committee, both, (5, 6)))
        .await;
    let months: Vec<&Json> = kept["served"]
        .as_array()
        .unwrap()
        .iter()
        .map(|turn| &turn["month"])
        .collect();
    assert_eq!(months, ["2026-06", "2026-06"]);

    let set = house.ok("changes.list", json!({})).await[0].clone();
    assert_eq!(set["command"], "opening.save");
    house.ok("changes.undo", json!({ "id": set["id"] })).await;
    let back = row(house).await;
    assert_eq!(back["served"].as_array().unwrap().len(), 1);
    assert_eq!(back["served"][0]["month"], "2026-07");
    assert_eq!(
        (&back["next_session"], &back["next_issue"]),
        (&json!(3), &json!(3))
    );
}

async fn what_cannot_be_is_told_and_nothing_is_half_kept(house: &House) {
    let committee = in_september(house).await;
    let unit = house.unit("甲局").await;
    house
        .ok("opening.save", save(&committee, json!([]), (4, 4)))
        .await;
    let august = json!([{ "month": "2026-08", "unit_ids": [unit["id"]] }]);
    let lower = save(&committee, august, (3, 4));
    let error = house.fails("opening.save", lower).await;
    assert_eq!(
        (error.code, error.field.as_deref()),
        (ErrorCode::Invalid, Some("next_session"))
    );
    let later = json!([{ "month": "2026-12", "unit_ids": [unit["id"]] }]);
    let error = house
        .fails("opening.save", save(&committee, later, (4, 4)))
        .await;
    assert!(error.message.contains("2026年12月"), "{}", error.message);
    let unknown = json!([{ "month": "2026-08", "unit_ids": ["nobody"] }]);
    let error = house
        .fails("opening.save", save(&committee, unknown, (4, 4)))
        .await;
    assert_eq!(error.code, ErrorCode::NotFound);
    assert_eq!(row(house).await["served"], json!([]));

    house
        .ok("rota.plan", json!({ "from": "2026-09", "to": "2026-09" }))
        .await;
    let kept = json!([{ "month": "2026-09", "unit_ids": [unit["id"]] }]);
    let error = house
        .fails("opening.save", save(&committee, kept, (4, 4)))
        .await;
    assert_eq!(error.code, ErrorCode::State);
}

fn file(house: &House, name: &str, sheets: &[(&str, &[&[&str]])]) -> Json {
    json!(house.office.files().keep(name, book(sheets)))
}

async fn preview(house: &House, register: &str, file: &Json) -> Json {
    let args = json!({ "register": register, "file": file });
    house.ok("registers.importPreview", args).await
}

async fn apply(house: &House, register: &str, file: &Json) -> Json {
    let args = json!({ "register": register, "file": file, "skip_wrong": true });
    house.ok("registers.importApply", args).await
}

async fn exported(house: &House, register: &str) -> Workbook {
    let args = json!({ "register": register });
    let file = house.ok("registers.export", args).await;
    Workbook::open(&house.bytes(&file))
}

fn reasons(told: &Json) -> String {
    let faults = told["faults"].as_array().unwrap().iter();
    let reasons: Vec<&str> = faults.map(|f| f["reason"].as_str().unwrap()).collect();
    reasons.join("\n")
}

fn counts(told: &Json) -> [i64; 3] {
    ["created", "changed", "unchanged"].map(|key| told["counts"][0]["count"][key].as_i64().unwrap())
}

async fn agreements_are_brought_along_and_come_back_as_changes(house: &House) {
    in_september(house).await;
    let rows: &[&[&str]] = &[
        &["共建协议台账"],
        &[
            "所属社区",
            "共建单位",
            "签订时间",
            "起始日期",
            "有效期至",
            "共建内容",
        ],
        &[
            "听雨社区",
            "甲局",
            "2025.3.6",
            "2025.3.6",
            "2027.3.5",
            "送教上门\n共用球场",
        ],
        &["", "乙局", "", "2026年10月1日", "2027年9月30日", ""],
        &["", "丙局", "2026.1.5", "2026.1.5", "2025.1.4", ""],
        &["", "不认识的局", "2026.1.5", "2026.1.5", "2027.1.4", ""],
    ];
    let ledger = file(house, "协议.xlsx", &[("共建协议", rows)]);
    let told = preview(house, "agreements", &ledger).await;
    assert_eq!(counts(&told), [2, 0, 0], "{told:#}");
    let wrong = reasons(&told);
    assert!(wrong.contains("到期日期早于开始日期"), "{wrong}");
    assert!(wrong.contains("没有“不认识的局”这家成员单位"), "{wrong}");
    apply(house, "agreements", &ledger).await;
    let list = house.ok("agreements.list", json!({})).await;
    let first = &list["rows"][0];
    assert_eq!(first["agreement"]["party_name"], "中共听雨社区委员会");
    assert_eq!(first["agreement"]["content"], "送教上门\n共用球场");
    assert_eq!(
        (&first["state"], &list["rows"][1]["state"]),
        (&json!("running"), &json!("draft"))
    );
    let again = preview(house, "agreements", &ledger).await;
    assert_eq!(counts(&again), [0, 0, 2], "{again:#}");

    let mut book = exported(house, "agreements").await;
    book.set("共建协议", "乙局", "签订日期", "2026-09-01");
    book.set("共建协议", "甲局", "成员单位", "丙局");
    let edited = json!(house.office.files().keep("改过.xlsx", book.save()));
    let told = preview(house, "agreements", &edited).await;
    assert_eq!(counts(&told), [0, 1, 0], "{told:#}");
    assert!(reasons(&told).contains("协议的双方登记后不再更改"));
    apply(house, "agreements", &edited).await;
    let list = house.ok("agreements.list", json!({})).await;
    assert_eq!(list["rows"][1]["agreement"]["signed_on"], "2026-09-01");
}

async fn flags(house: &House) -> Vec<(String, String, bool)> {
    let flags = house.ok("ratings.flags", json!({})).await;
    let text = |value: &Json| value.as_str().unwrap().to_owned();
    let line = |flag: &Json| {
        (
            text(&flag["month"]),
            text(&flag["name"]),
            flag["taken_on"].is_null(),
        )
    };
    flags.as_array().unwrap().iter().map(line).collect()
}

async fn past_flags_are_brought_along_and_handed_on(house: &House) {
    ratings::compound(house, 4).await;
    let rows: &[&[&str]] = &[
        &[
            "社区",
            "小区",
            "楼栋",
            "月份",
            "名次",
            "挂牌日期",
            "摘牌日期",
        ],
        &[
            "听雨社区",
            "听雨花园",
            "3#",
            "2026年8月",
            "1",
            "2026.9.3",
            "2026.10.4",
        ],
        &["", "", "2", "2026年9月", "1", "2026.10.4", ""],
        &["", "", "9", "2026年9月", "2", "2026.10.4", ""],
        &["", "", "1", "2026年9月", "3", "2026.8.4", ""],
    ];
    let ledger = file(house, "红旗.xlsx", &[("红旗", rows)]);
    let told = preview(house, "flags", &ledger).await;
    assert_eq!(counts(&told), [2, 0, 0], "{told:#}");
    let wrong = reasons(&told);
    assert!(wrong.contains("听雨花园没有“9号楼”"), "{wrong}");
    assert!(
        wrong.contains("挂牌日期应在考评月份第一天到今天之间"),
        "{wrong}"
    );
    apply(house, "flags", &ledger).await;
    let hanging = |month: &str, name: &str, hangs| (month.to_owned(), name.to_owned(), hangs);
    let before = [
        hanging("2026-09", "2号楼", true),
        hanging("2026-08", "3号楼", false),
    ];
    assert_eq!(flags(house).await, before);
    assert_eq!(counts(&preview(house, "flags", &ledger).await), [0, 0, 2]);

    let period = ratings::open(house, "2026-10").await;
    ratings::fill(house, &period, |number| {
        ratings::marks(&format!("{} 28 28", 40 - number))
    })
    .await;
    ratings::publish(house, &period).await;
    let after = flags(house).await;
    assert!(
        after.contains(&hanging("2026-09", "2号楼", false)),
        "{after:?}"
    );
    assert!(
        after.contains(&hanging("2026-10", "1号楼", true)),
        "{after:?}"
    );

    let mut book = exported(house, "flags").await;
    book.set("流动小红旗", "3号楼", "摘牌日期", "2026-10-05");
    book.add(
        "流动小红旗",
        &[
            ("社区", "听雨社区"),
            ("小区", "听雨花园"),
            ("楼栋或单元", "4号楼"),
            ("考评月份", "2026年10月"),
            ("挂牌日期", "2026-11-02"),
        ],
    );
    let edited = json!(house.office.files().keep("改过.xlsx", book.save()));
    let told = preview(house, "flags", &edited).await;
    assert_eq!(counts(&told)[..2], [0, 1], "{told:#}");
    let wrong = reasons(&told);
    assert!(wrong.contains("2026年10月的考评已在程序里发布"), "{wrong}");
    apply(house, "flags", &edited).await;
    let kept = house.ok("ratings.flags", json!({ "year": 2026 })).await;
    let kept = kept
        .as_array()
        .unwrap()
        .iter()
        .find(|flag| flag["month"] == "2026-08")
        .unwrap()
        .clone();
    assert_eq!(kept["taken_on"], "2026-10-05");
    assert!(kept["period_id"].is_null());
}
