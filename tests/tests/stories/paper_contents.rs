//! What stands on papers: words by relation, the notice to send by telephone, names of files, bookmarks,
//! 版记, and the record behind a character that cannot be printed.

use crate::meetings::{draft, get, hold, in_october, notify, open, sign, topic};
use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_tests::{House, bookmarks, stories, text};

stories! {
    House:
        papers_to_a_lead_differ_by_relation,
        the_short_notice_says_what_the_notice_says,
        minutes_are_named_by_month_committee_and_kind,
        a_set_has_a_bookmark_for_each_paper,
        a_character_no_font_has_is_told_with_its_record,
        without_colophon_no_paper_has_one,
        what_directs_closes_with_its_colophon,
        a_day_to_be_written_stays_on_one_line,
        the_heads_of_a_review_sheet_do_not_break,
        a_record_of_nothing_leaves_room_to_write,
        a_duty_notice_says_when_the_meeting_is_or_that_it_will_be_told,
        the_rota_names_whom_to_reach;
}

/// The words of a paper without spaces and line ends, and the name of its file.
async fn made(house: &House, args: Json) -> (String, String) {
    let made = house.ok("documents.make", args).await;
    let said = text(&house.bytes(&made["file"])).replace(['\n', ' '], "");
    (made["file"]["name"].as_str().unwrap().to_owned(), said)
}

fn holds(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "{part} is missing: {said}");
    }
}

async fn papers_to_a_lead_differ_by_relation(house: &House) {
    let committee = in_october(house).await;
    let meeting = open(house, &committee, "2026-10-14").await;
    let item = topic(house, &meeting, "整治飞线充电", "").await;
    let words: [(&str, [&str; 3], [&str; 3]); 4] = [
        (
            "subordinate",
            ["交办单", "交由你单位办理", "办理情况反馈单"],
            ["催办单", "请抓紧办理", "办理进展反馈单"],
        ),
        (
            "partner",
            ["任务认领单", "请贵单位认领", "任务认领回执"],
            ["工作提示", "特此提示", "办理进展回执"],
        ),
        (
            "vertical",
            ["协调函", "商请协助办理", "办理意见回执"],
            ["商请函", "商请贵单位予以支持", "商请事项回执"],
        ),
        (
            "external",
            ["协调函", "商请协助办理", "办理意见回执"],
            ["商请函", "商请贵单位予以支持", "商请事项回执"],
        ),
    ];
    for (relation, asks, reminds) in words {
        let matter = json!({ "item_id": item["id"], "content": "清理飞线23处", "lead_name": "某单位", "relation": relation, "due_on": "2026-11-10" });
        let id = house.ok("assignments.save", matter).await["assignment"]["id"].clone();
        for (kind, parts) in [("assignment", asks), ("reminder", reminds)] {
            let paper = json!({ "kind": kind, "assignment_id": id });
            let number = house.ok("documents.issue", paper.clone()).await["number"].clone();
            let (name, said) = made(house, paper).await;
            assert!(name.starts_with(parts[0]), "{name}");
            holds(&said, &parts);
            let title = format!("关于办理听雨社区“大党委”议定事项的{}", parts[0]);
            let slip = format!("附件：{}", parts[2]);
            let parts = [
                &title,
                &slip,
                number.as_str().unwrap(),
                "某单位：",
                "联席会议议定",
                "来源：整治飞线充电",
            ];
            holds(&said, &parts);
            holds(
                &said,
                &[
                    "事项：清理飞线23处。",
                    "办理时限：2026年11月10日。",
                    "负责人签字",
                ],
            );
            let others = [
                "交办单",
                "催办单",
                "任务认领单",
                "工作提示",
                "协调函",
                "商请函",
            ];
            let strange: Vec<_> = others
                .iter()
                .filter(|other| !title.ends_with(**other) && said.contains(**other))
                .collect();
            assert!(strange.is_empty(), "{strange:?}: {said}");
        }
    }
}

async fn the_short_notice_says_what_the_notice_says(house: &House) {
    let committee = in_october(house).await;
    let meeting = open(house, &committee, "2026-10-14").await;
    topic(house, &meeting, "整治飞线充电", "").await;
    let told = house
        .ok("meetings.noticeText", json!({ "id": meeting["id"] }))
        .await;
    let told = told
        .as_str()
        .map_or_else(|| told.to_string(), str::to_owned);
    let chair = meeting["chair_name"].as_str().unwrap();
    assert!(!chair.is_empty());
    holds(
        &told,
        &[
            "2026年10月14日（星期三）",
            "社区二楼会议室",
            chair,
            "整治飞线充电",
            "联系人：刘静",
            "电话：13900000000",
        ],
    );
}

async fn minutes_are_named_by_month_committee_and_kind(house: &House) {
    let committee = in_october(house).await;
    let meeting = notify(house, &open(house, &committee, "2026-10-14").await).await;
    house.set_clock("2026-10-14", 9);
    hold(house, &meeting, &["present"]).await;
    sign(house, &draft(house, &meeting).await, "2026-10-14").await;
    let (name, _) = made(
        house,
        json!({ "kind": "minutes", "meeting_id": meeting["id"] }),
    )
    .await;
    assert_eq!(name, "2026年10月听雨社区大党委联席会议纪要.pdf");
}

async fn a_set_has_a_bookmark_for_each_paper(house: &House) {
    let committee = in_october(house).await;
    let meeting = open(house, &committee, "2026-10-14").await;
    let set = json!({ "kind": "meeting_set", "meeting_id": meeting["id"] });
    let before = house.ok("documents.make", set.clone()).await;
    let marks = bookmarks(&house.bytes(&before["file"]));
    assert_eq!(
        marks,
        [
            "会议通知",
            "议题征集表",
            "会议议程",
            "主持词",
            "签到表",
            "席卡"
        ]
    );
    notify(house, &get(house, &meeting).await["meeting"]).await;
    house.set_clock("2026-10-14", 9);
    hold(house, &meeting, &["present"]).await;
    let after = house.ok("documents.make", set).await;
    let marks = bookmarks(&house.bytes(&after["file"]));
    let expected = [
        "会议通知",
        "会议议程",
        "主持词",
        "签到表",
        "席卡",
        "会议记录",
        "会议纪要",
        "发文稿纸",
    ];
    assert_eq!(marks, expected);
}

async fn a_character_no_font_has_is_told_with_its_record(house: &House) {
    let committee = in_october(house).await;
    let unit = house.unit("区司法局\u{1F600}").await;
    house.seat(&unit, &committee).await;
    let args = json!({ "kind": "liaisons", "committee_id": committee["id"] });
    let error = house.fails("documents.make", args).await;
    assert_eq!(error.code, ErrorCode::Typesetting);
    holds(
        &error.message,
        &["\u{1F600}", "U+1F600", "成员单位", "区司法局"],
    );
    let detail = error.detail.unwrap();
    assert_eq!(detail["character"], "\u{1F600}");
    let named = detail["records"].as_array().unwrap();
    assert!(
        named.iter().any(|record| record["id"] == unit["id"]),
        "{named:?}"
    );
}

async fn without_colophon_no_paper_has_one(house: &House) {
    let committee = in_october(house).await;
    let meeting = notify(house, &open(house, &committee, "2026-10-14").await).await;
    let matter = json!({ "committee_id": committee["id"], "content": "清理飞线", "lead_name": "某单位", "due_on": "2026-10-15" });
    house.ok("assignments.save", matter).await;
    house.set_clock("2026-10-14", 9);
    hold(house, &meeting, &["present"]).await;
    let report =
        json!({ "kind": "progress_report", "month": "2026-10", "committee_id": committee["id"] });
    let minutes = json!({ "kind": "minutes", "meeting_id": meeting["id"] });
    holds(&made(house, report.clone()).await.1, &["抄送：", "印发"]);
    let mut profile = house.ok("office.state", json!({})).await["profile"].clone();
    profile["rules"]["colophon"] = false.into();
    house.ok("office.save", profile).await;
    sign(house, &draft(house, &meeting).await, "2026-10-14").await;
    for args in [report, minutes] {
        let (name, said) = made(house, args).await;
        for part in ["抄送：", "分送：", "印发"] {
            assert!(!said.contains(part), "{name}: {said}");
        }
    }
}

async fn what_directs_closes_with_its_colophon(house: &House) {
    let committee = in_october(house).await;
    let closes = "中共听雨社区委员会2026年10月8日印发";
    for (relation, directs) in [("subordinate", true), ("partner", false)] {
        let matter = json!({ "committee_id": committee["id"], "content": "清理飞线", "lead_name": "某单位", "relation": relation, "due_on": "2026-10-15" });
        let id = house.ok("assignments.save", matter).await["assignment"]["id"].clone();
        for kind in ["assignment", "reminder"] {
            let paper = json!({ "kind": kind, "assignment_id": id });
            let (name, said) = made(house, paper).await;
            assert_eq!(said.contains(closes), directs, "{name}: {said}");
            assert!(!said.contains("抄送"), "{name}: {said}");
        }
    }
}

async fn a_day_to_be_written_stays_on_one_line(house: &House) {
    in_october(house).await;
    let board = house.ok("rota.board", json!({ "year": 2026 })).await;
    let turn = board["rows"][0]["cells"][0]["turn_id"].clone();
    let form = json!({ "kind": "turn_summary", "turn_id": turn });
    let made = house.ok("documents.make", form).await;
    let said = text(&house.bytes(&made["file"]));
    let days = said
        .lines()
        .filter(|line| line.contains('日') && line.contains('年'));
    let days: Vec<usize> = days.map(|line| line.matches('日').count()).collect();
    assert_eq!(days, [2], "{said}");
}

async fn the_heads_of_a_review_sheet_do_not_break(house: &House) {
    let committee = in_october(house).await;
    let long = "省属驻区高等职业技术学院后勤服务集团有限公司";
    let unit = house.unit(long).await;
    let seat =
        json!({ "committee_id": committee["id"], "unit_id": unit["id"], "role": "成员单位" });
    house.ok("units.saveSeat", seat).await;
    let sheet = json!({ "kind": "review_sheet", "committee_id": committee["id"] });
    let made = house.ok("documents.make", sheet).await;
    let said = text(&house.bytes(&made["file"]));
    holds(&said, &["意见建议", "述职人"]);
}

async fn a_record_of_nothing_leaves_room_to_write(house: &House) {
    let committee = in_october(house).await;
    let meeting = open(house, &committee, "2026-10-14").await;
    for number in 1..=8 {
        let title = format!("更换{number}号楼路灯");
        let item = json!({ "meeting_id": meeting["id"], "kind": "topic", "title": title });
        house.ok("meetings.saveItem", item).await;
    }
    let record = json!({ "kind": "record", "meeting_id": meeting["id"] });
    let (_, said) = made(house, record).await;
    let Some((first, _)) = said.split_once("—1—") else {
        panic!("all on one page: {said}");
    };
    holds(first, &["一、", "二、", "三、"]);
}

async fn a_duty_notice_says_when_the_meeting_is_or_that_it_will_be_told(house: &House) {
    let committee = in_october(house).await;
    let board = house.ok("rota.board", json!({ "year": 2026 })).await;
    let turn = board["rows"][0]["cells"][0]["turn_id"].clone();
    let notice = json!({ "kind": "turn_notice", "turn_id": turn });
    let (name, said) = made(house, notice.clone()).await;
    assert!(name.starts_with("2026年10月听雨社区大党委"), "{name}");
    holds(
        &said,
        &["一、轮值职责：", "二、联席会议：会议时间另行通知。"],
    );
    open(house, &committee, "2026-10-14").await;
    holds(
        &made(house, notice.clone()).await.1,
        &["二、联席会议：2026年10月14日（星期三）"],
    );
}

async fn the_rota_names_whom_to_reach(house: &House) {
    in_october(house).await;
    let (_, said) = made(house, json!({ "kind": "rota_table", "year": 2026 })).await;
    holds(
        &said,
        &[
            "轮值单位联络一览",
            "区教育局",
            "李祎",
            "13900000001",
            "10月",
        ],
    );
}
