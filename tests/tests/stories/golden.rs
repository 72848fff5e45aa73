//! Golden documents and workbooks of the sample street, looked at through other programs.
//!
//! `TONGXIN_GOLDEN=write` writes the golden texts anew; look at them before they are committed.

use serde_json::{Value as Json, json};
use tongxin_tests::{
    Engine, House, Start, fixture, fonts, images, sheet, stories, tell, text, through_office,
};

/// The signed meeting of this month.
async fn signed(house: &House) -> Json {
    let list = json!({ "states": ["signed"], "page": { "limit": 1 } });
    house.ok("meetings.list", list).await["rows"][0]["meeting"].clone()
}

async fn make(house: &House, args: Json) -> (String, Vec<u8>) {
    let made = house.ok("documents.make", args).await;
    (
        made["file"]["name"].as_str().unwrap().to_owned(),
        house.bytes(&made["file"]),
    )
}

fn compare(name: &str, text: &str) {
    let golden = fixture("golden").join(name);
    if std::env::var_os("TONGXIN_GOLDEN").is_some_and(|value| value == "write") {
        std::fs::create_dir_all(golden.parent().unwrap()).unwrap();
        std::fs::write(&golden, text).unwrap();
    }
    let expected = std::fs::read_to_string(&golden).unwrap_or_default();
    assert_eq!(text, expected, "differs from {}", golden.display());
}

stories! {
    Street:
        minutes_and_notice_read_as_they_should,
        every_paper_of_the_list_can_be_made,
        phones_are_on_no_public_paper,
        a_number_is_given_once_and_printed,
        work_phones_are_printed_only_when_asked,
        the_offices_own_words_and_page_are_printed,
        fonts_are_reported_and_replaced,
        the_summary_is_a_real_workbook,
        the_template_comes_back_empty;
}

async fn minutes_and_notice_read_as_they_should(house: &House) {
    let meeting = signed(house).await;
    for (kind, golden) in [
        ("minutes", "minutes.txt"),
        ("notice", "notice.txt"),
        ("sign_in", "sign-in.txt"),
        ("record", "record.txt"),
    ] {
        let (name, pdf) = make(house, json!({ "kind": kind, "meeting_id": meeting["id"] })).await;
        assert!(
            name.ends_with(".pdf") && !name.contains(['“', '”', '/']),
            "{name}"
        );
        assert_eq!(name.contains("纪要"), kind == "minutes", "{name}");
        compare(golden, &text(&pdf));
        for (font, [embedded, subset, searchable]) in fonts(&pdf) {
            assert!(embedded && subset && searchable, "{kind}: {font}");
        }
        assert_eq!(images(&pdf), 0, "{kind} holds a picture");
    }
}

async fn every_paper_of_the_list_can_be_made(house: &House) {
    let meeting = signed(house).await["id"].clone();
    let board = house.ok("rota.board", json!({ "year": 2026 })).await;
    // This month's, which has a theme and activities.
    let turn = board["rows"][1]["cells"]
        .as_array()
        .unwrap()
        .iter()
        .rev()
        .nth(1)
        .unwrap()["turn_id"]
        .clone();
    let assignment =
        house.ok("assignments.list", json!({ "due": "late" })).await["rows"][0]["assignment"]["id"]
            .clone();
    let committees = house.ok("committees.list", json!({})).await;
    let (rating, selection) = crate::ratings::published(house).await;
    let agreement =
        house.ok("agreements.list", json!({})).await["rows"][0]["agreement"]["id"].clone();
    for kind in house
        .ok("documents.kinds", json!({}))
        .await
        .as_array()
        .unwrap()
    {
        let committee = (kind["source"] == "committee").then(|| of_community(&committees));
        let args = json!({
            "committee_id": committee, "kind": kind["kind"], "meeting_id": meeting, "turn_id": turn, "assignment_id": assignment, "agreement_id": agreement, "year": 2026,
            "rating_id": rating, "selection_id": selection, "partner_ids": partner_for(house, kind).await,
        });
        let pdf = numbered(house, args).await;
        let (name, said) = (&kind["kind"], text(&pdf).replace(['\n', ' '], ""));
        assert!(pdf.starts_with(b"%PDF-"), "{name}");
        for word in crate::must_hold::words(kind["kind"].as_str().unwrap()) {
            assert!(said.contains(word), "{name} lacks {word}: {said}");
        }
        assert!(
            fonts(&pdf).iter().all(|(_, [embedded, ..])| *embedded),
            "{name}"
        );
    }
}

/// A paper with its number, where it takes one.
async fn numbered(house: &House, args: Json) -> Vec<u8> {
    let made = house.ok("documents.make", args.clone()).await;
    if made["may_issue"] == false {
        return house.bytes(&made["file"]);
    }
    let issued = house.ok("documents.issue", args.clone()).await;
    let (_, pdf) = make(house, args).await;
    assert!(text(&pdf).contains(issued["number"].as_str().unwrap()));
    pdf
}

/// A partner who may have a paper of this kind.
async fn partner_for(house: &House, kind: &Json) -> Json {
    let kinds = match kind["kind"].as_str() {
        Some("partner_certificate") => "volunteer",
        Some("partner_plaque" | "partner_agreement") => "merchant",
        Some("service_proof") => {
            let figures = house.ok("partners.figures", json!({})).await;
            return json!([figures["sums"][0]["partner_id"]]);
        }
        _ => return Json::Null,
    };
    let list = json!({ "kinds": [kinds], "states": ["appointed"] });
    let rows = house.ok("partners.list", list).await["rows"].clone();
    json!([rows[0]["partner"]["id"]])
}

/// The first community's committee.
fn of_community(committees: &Json) -> Json {
    let all = committees.as_array().unwrap();
    let found = all
        .iter()
        .find(|row| row["committee"]["level"] == "community");
    found.unwrap()["committee"]["id"].clone()
}

async fn a_number_is_given_once_and_printed(house: &House) {
    house.set_clock("2026-11-20", 3);
    let list = json!({ "due": "late" });
    let rows = house.ok("assignments.list", list).await["rows"].clone();
    let id = rows[0]["assignment"]["id"].clone();
    let paper = json!({ "kind": "assignment", "assignment_id": id });
    let before = house.ok("documents.make", paper.clone()).await;
    assert_eq!(before["may_issue"], true);
    assert!(!text(&house.bytes(&before["file"])).contains("号\n"));
    let issued = house.ok("documents.issue", paper.clone()).await;
    let number = issued["number"].as_str().unwrap();
    let after = house.ok("documents.make", paper.clone()).await;
    assert_eq!(after["may_issue"], false);
    assert!(text(&house.bytes(&after["file"])).contains(number));
    let told = house.fails("documents.issue", paper).await.to_string();
    assert!(told.contains(number), "{told}");
    let reminder = json!({ "kind": "reminder", "assignment_id": id });
    let next = house.ok("documents.issue", reminder).await;
    assert_ne!(next["number"], issued["number"]);
    let year = json!({});
    let kept = house.ok("documents.issued", year).await;
    let kept = kept.as_array().unwrap().iter();
    assert_eq!(kept.filter(|paper| paper["kind"] != "notice").count(), 2);
    let list = house
        .ok("documents.make", json!({ "kind": "archive_list" }))
        .await;
    let list = text(&house.bytes(&list["file"])).replace(['\n', ' '], "");
    assert!(list.contains("归档文件目录"), "{list}");
    assert!(list.matches("2026年11月20日").count() >= 2, "{list}");
}

async fn work_phones_are_printed_only_when_asked(house: &House) {
    let committees = house.ok("committees.list", json!({})).await;
    let mut args = json!({ "kind": "liaisons", "committee_id": of_community(&committees) });
    let (_, plain) = make(house, args.clone()).await;
    assert!(!text(&plain).contains("工作电话") && !text(&plain).contains("1390"));
    args["phones"] = true.into();
    let (_, with) = make(house, args).await;
    assert!(text(&with).contains("工作电话"));
}

async fn the_offices_own_words_and_page_are_printed(house: &House) {
    // One that went out keeps its words, so a meeting is taken whose notice is still to come.
    let list = json!({ "states": ["preparing"], "page": { "limit": 1 } });
    let rows = house.ok("meetings.list", list).await["rows"].clone();
    let meeting = rows[0]["meeting"]["id"].clone();
    let notice = json!({ "kind": "notice", "meeting_id": meeting });
    let mut profile = house.ok("office.state", json!({})).await["profile"].clone();
    profile["rules"]["wording"] =
        json!({ "notice_opening": "兹定于近期召开{{ 会议 }}，请准时参加。" });
    profile["rules"]["paper"]["margin_left"] = 300.into();
    let mut wrong = profile.clone();
    wrong["rules"]["wording"] = json!({ "notice_opening": "定于{{ 日子 }}召开" });
    let told = house.fails("office.save", wrong).await.to_string();
    assert!(told.contains("没有“日子”这个栏目"), "{told}");
    let mut saved = house.ok("office.save", profile).await;
    let (_, pdf) = make(house, notice.clone()).await;
    let shown = text(&pdf).replace(['\n', ' '], "");
    assert!(shown.contains("兹定于近期召开"), "{shown}");
    saved["rules"]["wording"] = json!({ "notice_opening": "" });
    let reset = house.ok("office.save", saved).await;
    assert_eq!(reset["rules"]["wording"], json!({}));
    let (_, pdf) = make(house, notice).await;
    assert!(text(&pdf).contains("经研究"));
}

async fn fonts_are_reported_and_replaced(house: &House) {
    let fonts = house.ok("documents.fonts", json!({})).await;
    let rows = fonts["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 5);
    assert!(
        rows.iter().all(|row| row["origin"] == "bundled"),
        "{rows:?}"
    );
    if fonts["replaceable"] == false {
        return;
    }
    let path = house.folder.path().join("正文.ttf");
    std::fs::write(&path, b"no font").unwrap();
    let text = house.hand_in(&path);
    let wrong = json!({ "role": "fang", "file": text });
    let told = house.fails("documents.chooseFont", wrong).await.to_string();
    assert!(told.contains("字体"), "{told}");
    let kai = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../fonts/TongxinKai-Regular.ttf"
    );
    let file = house.hand_in(kai.as_ref());
    let choice = json!({ "role": "fang", "file": file });
    house.ok("documents.chooseFont", choice).await;
    let row = |fonts: &Json| {
        let rows = fonts["rows"].as_array().unwrap();
        rows.iter()
            .find(|row| row["role"] == "fang")
            .unwrap()
            .clone()
    };
    let now = row(&house.ok("documents.fonts", json!({})).await);
    assert_eq!(
        (&now["origin"], &now["family"]),
        (&json!("chosen"), &json!("Tongxin Kai"))
    );
    house
        .ok("documents.chooseFont", json!({ "role": "fang" }))
        .await;
    let back = row(&house.ok("documents.fonts", json!({})).await);
    assert_eq!(back["origin"], "bundled");
}

async fn phones_are_on_no_public_paper(house: &House) {
    let meeting = signed(house).await;
    for kind in ["minutes", "sign_in"] {
        let (_, pdf) = make(house, json!({ "kind": kind, "meeting_id": meeting["id"] })).await;
        assert!(!text(&pdf).contains("139000"), "{kind}");
    }
}

async fn the_summary_is_a_real_workbook(house: &House) {
    let file = house.ok("summary.make", json!({})).await;
    let book = house.bytes(&file);
    let units = sheet(&book, "成员单位");
    assert!(
        units
            .iter()
            .any(|row| row.iter().any(|cell| cell == "临江区教育局"))
    );
    for name in ["总览", "成员单位", "轮值", "联席会议", "交办事项"] {
        assert!(sheet(&book, name).len() > 2, "{name} is empty");
    }
    let cells = sheet(&book, "总览").concat().join("|");
    for broken in ["#REF", "#NAME", "#VALUE", "#DIV", "NaN"] {
        assert!(!cells.contains(broken), "{cells}");
    }
}

async fn the_template_comes_back_empty(house: &House) {
    let template = house
        .ok("registers.template", json!({ "register": "units" }))
        .await;
    let args = json!({ "register": "units", "file": template });
    let preview = house.ok("registers.importPreview", args).await;
    assert_eq!(
        (
            preview["counts"][0]["count"]["total"].as_i64(),
            preview["wrong_rows"].as_i64()
        ),
        (Some(0), Some(0))
    );
}

/// Once, on one engine: LibreOffice takes its time.
#[tokio::test]
async fn the_summary_opens_in_another_office() {
    tell(Engine::Sqlite, Start::Street, async |house| {
        let file = house.ok("summary.make", json!({})).await;
        let csv = through_office(&house.bytes(&file), house.folder.path());
        assert!(csv.contains("云溪街道"), "{csv}");
    })
    .await;
}
