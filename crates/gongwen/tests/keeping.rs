//! What stays together at the foot of a page: headings, signatures, lines to be signed, tables.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use gongwen::{Align, Block, Document, Format, Signature, Table};
use poppler::{Pdf, Word};

mod poppler;

/// A record of `filler` lines, closed by three lines to be signed and set apart by `blanks` blank ones.
fn record(filler: usize, blanks: usize) -> Document {
    let line = |text: &str| Block::Line {
        align: Align::Left,
        text: text.into(),
    };
    let mut body = vec![Block::paragraph("填充"); filler];
    body.extend(vec![Block::Blank; blanks]);
    body.push(Block::closing(vec![
        line("主持人（签字）："),
        line("记录人（签字）："),
        Block::Blank,
        line("日期："),
    ]));
    Document {
        format: Format::Plain,
        body,
        ..Document::default()
    }
}

#[test]
fn lines_to_be_signed_stay_with_the_end_of_the_text() {
    for (filler, blanks) in (14..26).flat_map(|filler| [(filler, 0), (filler, 3)]) {
        let words = Pdf::of(&record(filler, blanks)).words();
        let page_of = |start: &str| {
            words
                .iter()
                .find(|w| w.text.starts_with(start))
                .unwrap()
                .page
        };
        let page = page_of("主持人");
        assert_eq!(page, page_of("日期："), "{filler} lines before");
        let beside = words.iter().filter(|w| w.page == page && w.text == "填充");
        assert!(beside.count() >= 2, "{filler} lines before");
    }
}

#[test]
fn a_signature_within_the_body_is_not_alone_either() {
    for filler in 14..26 {
        let mut document = record(filler, 0);
        document.body.pop();
        document.body.push(Block::Signed(Signature {
            body: "中共听雨社区委员会".into(),
            date: chrono::NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(),
            sealed: true,
        }));
        let words = Pdf::of(&document).words();
        let signed = words.iter().find(|w| w.text.starts_with("中共")).unwrap();
        let beside = words
            .iter()
            .any(|w| w.page == signed.page && w.text == "填充");
        assert!(beside, "{filler} lines before");
    }
}

#[test]
fn kept_blocks_can_be_stored_and_say_two_lines_by_default() {
    let stored = r#"{"kind":"together","blocks":[{"kind":"blank"}]}"#;
    let read: Block = serde_json::from_str(stored).unwrap();
    assert_eq!(read, Block::closing(vec![Block::Blank]));
}

fn page_of(words: &[Word], start: &str) -> usize {
    let found = words.iter().find(|w| w.text.starts_with(start));
    found.unwrap().page
}

#[test]
fn two_headings_in_a_row_stay_with_the_text_under_them() {
    for filler in 14..26 {
        let mut body = vec![Block::paragraph("填充"); filler];
        body.push(Block::heading(1, "一、上面的标题"));
        body.push(Block::heading(2, "（一）下面的标题"));
        body.push(Block::paragraph("正文第一句。"));
        let words = Pdf::of(&Document {
            format: Format::Plain,
            body,
            ..Document::default()
        })
        .words();
        let page = page_of(&words, "正文");
        assert_eq!(page_of(&words, "一、"), page, "{filler} lines before");
        assert_eq!(page_of(&words, "（一）"), page, "{filler} lines before");
    }
}

#[test]
fn what_is_written_above_a_table_stays_with_its_first_row() {
    let heading = vec![Block::heading(1, "一、表的标题")];
    let line = |align, text: &str| Block::Line {
        align,
        text: text.into(),
    };
    let lines = vec![
        line(Align::Center, "一、表的标题"),
        line(Align::Right, "单位：元"),
    ];
    for (filler, above) in (14..26).flat_map(|n| [(n, heading.clone()), (n, lines.clone())]) {
        let mut body = vec![Block::paragraph("填充"); filler];
        body.extend(above);
        body.push(Block::Table(Table {
            columns: vec![gongwen::Column {
                title: "表头".into(),
                ..gongwen::Column::default()
            }],
            rows: vec![vec!["第一行".into()], vec!["第二行".into()]],
            ..Table::default()
        }));
        let words = Pdf::of(&Document {
            format: Format::Plain,
            body,
            ..Document::default()
        })
        .words();
        let page = page_of(&words, "第一行");
        assert_eq!(page_of(&words, "一、"), page, "{filler} lines before");
        assert_eq!(page_of(&words, "表头"), page, "{filler} lines before");
    }
}
