//! The first page shows its title and text of the body, whatever stands between and after, and the page
//! with the 版记 shows text too (7.3.2, 7.3.5, 7.4).
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

#[test]
fn a_colophon_never_stands_on_a_page_without_text() {
    let minutes = |lines: usize| Document {
        body: (0..lines)
            .map(|_| Block::paragraph("正文的一行。"))
            .collect(),
        ..samples::minutes()
    };
    let signed = |lines: usize| Document {
        addressee: Some("各成员单位".into()),
        annotation: Some("联系人：刘静　电话：0719-8880000".into()),
        ..notice(1, vec![Block::paragraph("正文的一行。"); lines])
    };
    for lines in 2..50 {
        for document in [minutes(lines), signed(lines)] {
            let pdf = Pdf::of(&document);
            let words = pdf.words();
            let last = pdf.rendered.pages as usize;
            let about = format!("{lines} lines, {:?}", document.format);
            assert_eq!(page_of(&words, "印发"), last, "{about}");
            assert!(on_page(&words, last, "正文的一行"), "{about}");
            assert!(on_page(&words, 1, "正文的一行"), "{about}");
            assert_eq!(pdf.text().matches("正文的一行。").count(), lines, "{about}");
        }
    }
}

#[test]
fn a_table_that_ends_the_text_gives_its_last_row_to_the_page_of_the_colophon() {
    for rows in 10..40 {
        let table = Table {
            columns: vec![gongwen::Column::default()],
            rows: (0..rows).map(|row| vec![format!("第{row}行")]).collect(),
            header: false,
            ..Table::default()
        };
        let document = Document {
            signature: None,
            ..notice(1, vec![Block::Table(table)])
        };
        let pdf = Pdf::of(&document);
        let words = pdf.words();
        let last = pdf.rendered.pages as usize;
        assert_eq!(
            page_of(&words, &format!("第{}行", rows - 1)),
            last,
            "{rows} rows"
        );
    }
}

#[test]
fn a_colophon_after_an_attachment_stands_with_its_text() {
    let row = |row: usize| vec![format!("第{row}行")];
    for lines in 1..50 {
        let text: Vec<Block> = (0..lines).flat_map(row).map(Block::paragraph).collect();
        let table = Block::Table(Table {
            columns: vec![gongwen::Column::default()],
            rows: (0..lines).map(row).collect(),
            ..Table::default()
        });
        for body in [text, vec![table]] {
            let attachment = Attachment {
                title: "名单".into(),
                body,
                ..Attachment::default()
            };
            let pdf = Pdf::of(&Document {
                attachments: vec![attachment],
                ..notice(1, vec![Block::paragraph("正文的一行。")])
            });
            let words = pdf.words();
            let last = pdf.rendered.pages as usize;
            let about = format!("{lines} lines");
            assert_eq!(page_of(&words, "印发"), last, "{about}");
            let end = format!("第{}行", lines - 1);
            assert_eq!(page_of(&words, &end), last, "{about}");
        }
    }
}
