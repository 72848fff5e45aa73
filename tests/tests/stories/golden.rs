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
    let turn = board["rows"][1]["cells"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()["turn_id"]
        .clone();
    let assignment =
        house.ok("assignments.list", json!({ "due": "late" })).await["rows"][0]["assignment"]["id"]
            .clone();
    for kind in house
        .ok("documents.kinds", json!({}))
        .await
        .as_array()
        .unwrap()
    {
        let args = json!({
            "kind": kind["kind"], "meeting_id": meeting, "turn_id": turn, "assignment_id": assignment, "year": 2026,
        });
        let (name, pdf) = make(house, args).await;
        assert!(pdf.starts_with(b"%PDF-"), "{name}");
        assert!(
            fonts(&pdf).iter().all(|(_, [embedded, ..])| *embedded),
            "{name}"
        );
    }
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
    let template = house.ok("units.template", json!({})).await;
    let preview = house
        .ok("units.importPreview", json!({ "file": template }))
        .await;
    assert_eq!(
        (
            preview["memberships"]["total"].as_i64(),
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
