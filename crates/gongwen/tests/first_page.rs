//! The first page shows its title and text of the body, whatever stands between and after (7.3.2, 7.3.5).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use chrono::NaiveDate;
use gongwen::{Attachment, Block, Document, Signature, Table};
use poppler::{Pdf, Word};

mod poppler;
mod samples;

/// A notice to `count` addressees, with the body `text` and a signature.
fn notice(count: usize, text: Vec<Block>) -> Document {
    Document {
        title: "关于召开联席会议的通知".into(),
        addressee: Some(vec!["某某某某单位"; count].join("，")),
        body: text,
        signature: Some(Signature {
            body: "中共听雨社区委员会".into(),
            date: NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(),
            sealed: true,
        }),
        annotation: None,
        attachments: Vec::new(),
        ..samples::notice()
    }
}

fn on_page(words: &[Word], page: usize, text: &str) -> bool {
    words
        .iter()
        .any(|w| w.page == page && w.text.contains(text))
}

fn page_of(words: &[Word], text: &str) -> usize {
    words.iter().find(|w| w.text.contains(text)).unwrap().page
}

#[track_caller]
fn opens_well(document: &Document, body: &str, about: &str) {
    let words = Pdf::of(document).words();
    assert_eq!(page_of(&words, "关于召开联席"), 1, "title: {about}");
    assert!(on_page(&words, 1, body), "no text on page 1: {about}");
}

#[test]
fn title_and_text_stand_under_the_head_whatever_the_addressee() {
    for lines in 1..=16 {
        let headed = vec![
            Block::heading(1, "一、会议时间"),
            Block::paragraph("定于3月5日召开。".repeat(5)),
        ];
        let mut document = notice(lines * 4, headed);
        opens_well(&document, "定于", &format!("heading, {lines} lines"));
        let words = Pdf::of(&document).words();
        let signed = page_of(&words, "中共听雨社区委员会");
        assert!(
            on_page(&words, signed, "召开。"),
            "signature alone: {lines}"
        );
        document.body = vec![Block::paragraph("定于3月5日召开。")];
        document.annotation = Some("联系人：刘静　电话：0719-8880000".into());
        document.attachments = vec![Attachment {
            title: "回执".into(),
            ..Attachment::default()
        }];
        opens_well(&document, "定于", &format!("short body, {lines} lines"));
    }
}

#[test]
fn an_addressee_moves_only_where_it_must() {
    let body = || {
        vec![Block::paragraph(
            "会议研究决定认真贯彻落实工作部署。".repeat(9),
        )]
    };
    let short = Pdf::of(&notice(4, body()));
    assert!(!short.text().contains("主送"));
    let long = Pdf::of(&notice(60, body()));
    assert!(long.text().contains("主送：某某某某单位，"));
}

#[test]
fn a_title_stays_under_its_head_when_no_text_can() {
    let table = Table {
        columns: vec![gongwen::Column::default()],
        rows: vec![vec!["内容说明，".repeat(150)], vec!["尾".into()]],
        ..Table::default()
    };
    let words = Pdf::of(&notice(4, vec![Block::Table(table)])).words();
    assert_eq!(page_of(&words, "关于召开联席"), 1);
    assert!(on_page(&words, 1, "某某某某单位"));
}
