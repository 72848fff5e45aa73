//! Papers as they go out: in whose name, under which number, to whom in which form; and the same
//! papers as .docx in another office's program.

use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;
use tongxin_tests::{Engine, House, Start, pages, stories, tell, text};

stories! {
    Street:
        a_report_counts_by_committee_and_by_unit,
        a_report_criticises_only_where_the_office_wants_it,
        a_report_takes_its_number_once,
        the_form_of_a_letter_follows_the_relation,
        a_set_comes_whole_or_apart,
        certificates_take_a_page_each,
        the_archive_names_the_body_that_signs;
    House:
        papers_of_an_empty_meeting_can_be_made;
}

async fn made(house: &House, args: Json) -> (String, Vec<u8>, u64) {
    let made = house.ok("documents.make", args).await;
    let name = made["file"]["name"].as_str().unwrap().to_owned();
    let pages = made["pages"].as_u64().unwrap();
    (name, house.bytes(&made["file"]), pages)
}

/// The text of a paper without line ends and spaces.
async fn words(house: &House, args: Json) -> String {
    let (_, pdf, _) = made(house, args).await;
    text(&pdf).replace(['\n', ' '], "")
}

async fn signed(house: &House) -> Json {
    let list = json!({ "states": ["signed"], "page": { "limit": 1 } });
    house.ok("meetings.list", list).await["rows"][0]["meeting"].clone()
}

/// A committee of the level, `street` or `community`.
async fn committee(house: &House, level: &str) -> Json {
    let all = house.ok("committees.list", json!({})).await;
    let rows = all.as_array().unwrap();
    let found = rows.iter().find(|row| row["committee"]["level"] == level);
    found.unwrap()["committee"].clone()
}

const REPORT: &str = "progress_report";

async fn a_report_counts_by_committee_and_by_unit(house: &House) {
    let report = json!({ "kind": REPORT, "month": "2026-11" });
    let (name, pdf, _) = made(house, report).await;
    assert_eq!(name, "云溪街道大党委2026年11月议定事项落实情况通报.pdf");
    let said = text(&pdf).replace(['\n', ' '], "");
    let parts = [
        "中共云溪街道工作委员会文件",
        "关于云溪街道“大党委”2026年11月议定事项落实情况的通报",
        "一、总体情况",
        "二、各大党委落实情况",
        "三、各主办单位落实情况",
        "四、逾期未办结事项",
        "五、通报表扬",
        "附件：议定事项办理情况明细表",
    ];
    for part in parts {
        assert!(said.contains(part), "{part} is missing: {said}");
    }
    let figures = json!({ "from": "2026-11", "to": "2026-11" });
    let figures = house.ok("assignments.figures", figures).await;
    let due = format!("应办结议定事项{}项", figures["due"]);
    assert!(said.contains(&due), "{due}: {said}");
    let id = committee(house, "community").await["id"].clone();
    let of_one = json!({ "kind": REPORT, "month": "2026-11", "committee_id": id });
    let said = words(house, of_one).await;
    assert!(!said.contains("各大党委落实情况") && said.contains("各主办单位落实情况"));
    assert!(said.contains("抄送：云溪街道党工委。"), "{said}");
}

async fn a_report_criticises_only_where_the_office_wants_it(house: &House) {
    let report = json!({ "kind": REPORT, "month": "2026-11" });
    let plain = words(house, report.clone()).await;
    assert!(!plain.contains("通报批评") && plain.contains("请主办单位加快办理"));
    let mut profile = house.ok("office.state", json!({})).await["profile"].clone();
    profile["rules"]["criticism"] = true.into();
    profile["rules"]["praise_closed"] = 0.into();
    house.ok("office.save", profile).await;
    let strict = words(house, report).await;
    assert!(
        strict.contains("予以通报批评") && !strict.contains("予以表扬"),
        "{strict}"
    );
}

async fn a_report_takes_its_number_once(house: &House) {
    let id = committee(house, "community").await["id"].clone();
    let report = json!({ "kind": REPORT, "month": "2026-11", "committee_id": id });
    let issued = house.ok("documents.issue", report.clone()).await;
    let number = issued["number"].as_str().unwrap();
    assert!(words(house, report.clone()).await.contains(number));
    let again = house.fails("documents.issue", report).await;
    assert!(again.message.contains(number), "{}", again.message);
    let other = json!({ "kind": REPORT, "month": "2026-10", "committee_id": id });
    let next = house.ok("documents.issue", other).await;
    assert_ne!(next["number"], issued["number"]);
    let street = json!({ "kind": REPORT, "month": "2026-11" });
    let of_street = house.ok("documents.issue", street).await;
    assert_ne!(of_street["issuing_body_id"], issued["issuing_body_id"]);
}

async fn the_form_of_a_letter_follows_the_relation(house: &House) {
    let board = house.ok("rota.board", json!({ "year": 2026 })).await;
    let cells = board["rows"][1]["cells"].as_array().unwrap();
    let turn = cells.last().unwrap()["turn_id"].clone();
    let unit_id = cells.last().unwrap()["unit_id"].clone();
    let notice = json!({ "kind": "turn_notice", "turn_id": turn });
    let mut unit = house.ok("units.get", json!({ "id": unit_id })).await["unit"].clone();
    for (relation, directed) in [
        ("partner", false),
        ("subordinate", true),
        ("vertical", false),
    ] {
        unit["relation"] = relation.into();
        unit = house.ok("units.save", unit).await;
        let said = words(house, notice.clone()).await;
        assert_eq!(said.contains("委员会文件"), directed, "{relation}: {said}");
    }
}

async fn a_set_comes_whole_or_apart(house: &House) {
    let meeting = signed(house).await["id"].clone();
    let mut args = json!({ "kind": "meeting_set", "meeting_id": meeting });
    let (name, _, whole) = made(house, args.clone()).await;
    assert!(name.ends_with("全套材料.pdf"), "{name}");
    args["format"] = "zip".into();
    let (name, archive, apart) = made(house, args.clone()).await;
    assert!(name.ends_with("全套材料.zip"), "{name}");
    assert_eq!(whole, apart);
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    for part in [
        "通知",
        "议程",
        "主持词",
        "签到表",
        "席卡",
        "记录",
        "纪要",
        "发文稿纸",
    ] {
        let of_part = |name: &&String| name.ends_with(&format!("{part}.pdf"));
        assert!(names.iter().any(|name| of_part(&name)), "{part}: {names:?}");
    }
    let mut pdf = Vec::new();
    let mut first = archive.by_index(0).unwrap();
    std::io::Read::read_to_end(&mut first, &mut pdf).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    args["format"] = "docx".into();
    house.fails("documents.make", args).await;
    let single = json!({ "kind": "agenda", "meeting_id": meeting, "format": "zip" });
    let told = house.fails("documents.make", single).await;
    assert_eq!(told.field.as_deref(), Some("format"));
}

async fn certificates_take_a_page_each(house: &House) {
    let id = committee(house, "community").await["id"].clone();
    let args = json!({ "kind": "appointments", "committee_id": id });
    let (_, pdf, pages) = made(house, args).await;
    let said = text(&pdf);
    assert_eq!(said.matches("特发此证").count() as u64, pages);
    assert_eq!(said.matches("中共听雨社区委员会").count() as u64, pages);
}

async fn the_archive_names_the_body_that_signs(house: &House) {
    let said = words(house, json!({ "kind": "archive_list", "year": 2026 })).await;
    assert!(said.contains("中共") && said.contains("委员会"), "{said}");
    let (_, pdf, _) = made(house, json!({ "kind": "archive_list", "year": 2026 })).await;
    assert!(text(&pdf).contains("责任者"));
}

async fn papers_of_an_empty_meeting_can_be_made(house: &House) {
    house.found().await;
    let committee = house.committee_with("听雨", &["区教育局"]).await;
    let open = json!({ "committee_id": committee["id"], "month": "2026-12", "date": "2026-12-10" });
    let meeting = house.ok("meetings.open", open).await;
    for kind in [
        "notice",
        "topic_sheet",
        "agenda",
        "script",
        "sign_in",
        "name_cards",
        "record",
        "minutes",
        "meeting_set",
    ] {
        let args = json!({ "kind": kind, "meeting_id": meeting["id"] });
        let (name, pdf, pages) = made(house, args).await;
        assert!(pages > 0 && pdf.starts_with(b"%PDF-"), "{name}");
    }
}

/// Characters of a PDF but for figures, dashes and marks that a word processor sets closer.
fn counted(pdf: &[u8]) -> BTreeMap<char, usize> {
    let mut counted = BTreeMap::new();
    for ch in text(pdf).chars().filter(|ch| ch.is_alphabetic()) {
        *counted.entry(ch).or_default() += 1;
    }
    counted
}

/// Lines that a PDF prints on three pages or more: heads of tables, which other page breaks repeat
/// more often or less.
fn repeated(pdf: &[u8]) -> String {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for line in text(pdf).lines() {
        *lines.entry(line.split_whitespace().collect()).or_default() += 1;
    }
    let often = lines.into_iter().filter(|(_, times)| *times > 2);
    often.map(|(line, _)| line).collect()
}

/// Has LibreOffice write every .docx of a folder as PDF.
fn converted(folder: &Path, files: &[PathBuf]) {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .args(files)
        .output()
        .unwrap_or_else(|error| panic!("soffice: {error}"));
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Once, on one engine: every paper of a meeting, a turn and an assignment as .docx has the text and,
/// but for one, the pages of its PDF.
#[tokio::test]
async fn papers_open_in_another_office() {
    tell(Engine::Sqlite, Start::Street, async |house| {
        let meeting = signed(house).await["id"].clone();
        let board = house.ok("rota.board", json!({ "year": 2026 })).await;
        let turn = board["rows"][1]["cells"].as_array().unwrap().last().unwrap()["turn_id"].clone();
        let late = house.ok("assignments.list", json!({ "due": "late" })).await;
        let assignment = late["rows"][0]["assignment"]["id"].clone();
        let committee = committee(house, "community").await["id"].clone();
        let agreement = house.ok("agreements.list", json!({})).await["rows"][0]["agreement"]["id"].clone();
        let kinds = house.ok("documents.kinds", json!({})).await;
        let (mut files, mut pdfs) = (Vec::new(), Vec::new());
        for kind in kinds.as_array().unwrap() {
            let elsewhere = ["rating", "selection", "partner", "partners", "service"].iter().any(|source| kind["source"] == *source);
            // A set is no Word file, and one that folds has its far face in the PDF only.
            let left_out = ["meeting_set", "name_cards"];
            if elsewhere || left_out.iter().any(|name| kind["kind"] == *name) {
                continue;
            }
            let with_committee = kind["source"] == "committee" || kind["source"] == "month";
            let mut args = json!({
                "kind": kind["kind"], "meeting_id": meeting, "turn_id": turn, "assignment_id": assignment,
                "agreement_id": agreement, "year": 2026, "month": "2026-11", "committee_id": with_committee.then_some(&committee),
            });
            pdfs.push(made(house, args.clone()).await.1);
            args["format"] = "docx".into();
            let file = house.folder.path().join(format!("{}.docx", kind["kind"].as_str().unwrap()));
            std::fs::write(&file, made(house, args).await.1).unwrap();
            files.push(file);
        }
        assert!(files.len() >= 18, "{} papers", files.len());
        converted(house.folder.path(), &files);
        for (file, pdf) in files.iter().zip(&pdfs) {
            let theirs = std::fs::read(file.with_extension("pdf")).unwrap();
            let name = file.file_name().unwrap().display();
            let (here, there) = (pages(pdf), pages(&theirs));
            assert!(here.abs_diff(there) <= 1, "{name}: {here} pages, there {there}");
            let (ours, theirs, heads) = (counted(pdf), counted(&theirs), repeated(pdf));
            let missing: Vec<_> = ours
                .iter()
                .filter(|(ch, n)| !heads.contains(**ch) && theirs.get(ch).unwrap_or(&0) < n)
                .collect();
            assert!(missing.is_empty(), "{name} lacks {missing:?}");
            let strange: Vec<_> = theirs.keys().filter(|ch| !ours.contains_key(ch)).collect();
            assert!(strange.is_empty(), "{name} has {strange:?}");
        }
    })
    .await;
}
