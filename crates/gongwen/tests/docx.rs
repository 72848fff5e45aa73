//! The .docx files, read by a word processor where one is installed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::io::{Cursor, Read};
use std::process::Command;

use gongwen::{Block, Document, render_docx};
use poppler::Pdf;
use zip::ZipArchive;

mod poppler;
mod samples;

fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// Text of all runs, in order.
fn text(file: &[u8]) -> String {
    let xml = part(file, "word/document.xml");
    let runs = xml.split("<w:t xml:space=\"preserve\">").skip(1);
    let text: String = runs.filter_map(|run| run.split("</w:t>").next()).collect();
    text.replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_text_is_that_of_the_pdf() {
    for document in [samples::minutes(), samples::letter(), samples::request()] {
        let file = render_docx(&document).unwrap();
        assert_eq!(bare(&text(&file)), Pdf::of(&document).text());
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = samples::notice();
    assert_eq!(
        render_docx(&document).unwrap(),
        render_docx(&document).unwrap()
    );
}

#[test]
fn page_and_lines_are_the_standards() {
    let xml = part(
        &render_docx(&samples::minutes()).unwrap(),
        "word/document.xml",
    );
    assert!(xml.contains(r#"<w:pgSz w:w="11906" w:h="16838"/>"#));
    assert!(xml.contains(r#"w:top="2098""#) && xml.contains(r#"w:left="1587""#));
    assert!(xml.contains(r#"<w:docGrid w:type="lines" w:linePitch="580"/>"#));
}

#[test]
fn a_letter_has_its_two_double_rules() {
    let file = render_docx(&samples::letter()).unwrap();
    assert!(part(&file, "word/document.xml").contains(r#"<w:bottom w:val="thickThinSmallGap""#));
    let foot = part(&file, "word/footer3.xml");
    assert!(foot.contains(r#"<w:top w:val="thinThickSmallGap""#));
    assert!(!foot.contains("PAGE"), "its first page is not numbered");
    let minutes = render_docx(&samples::minutes()).unwrap();
    assert!(!part(&minutes, "word/document.xml").contains("titlePg"));
}

#[test]
fn markup_in_text_is_text() {
    let document = Document {
        body: vec![Block::paragraph("甲<w:p>&\"乙\u{0}\u{FFFF}")],
        ..Document::default()
    };
    assert_eq!(text(&render_docx(&document).unwrap()), "甲<w:p>&\"乙");
}

#[test]
fn a_word_processor_makes_as_many_pages_of_it() {
    if Command::new("soffice").arg("--version").output().is_err() {
        eprintln!("skipped: LibreOffice is not installed");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        folder.path().display()
    );
    for document in [samples::minutes(), samples::notice(), samples::table(40)] {
        let file = folder.path().join("document.docx");
        std::fs::write(&file, render_docx(&document).unwrap()).unwrap();
        let output = Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
            .args([folder.path(), file.as_path()])
            .output()
            .unwrap();
        assert!(output.status.success());
        let made = lopdf::Document::load(folder.path().join("document.pdf")).unwrap();
        let pages = Pdf::of(&document).rendered.pages as usize;
        assert!(
            made.get_pages().len().abs_diff(pages) <= 1,
            "{}",
            document.title
        );
    }
}
