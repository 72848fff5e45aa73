//! Measures of made pages against GB/T 9704-2012, within half a millimetre.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use gongwen::{Block, Document, Format, PageNumbers, PageOptions, Signature};
use poppler::{Pdf, Word};

mod poppler;
mod samples;

const MM_PER_POINT: f64 = 25.4 / 72.0;
const LEADING: f64 = 225.0 / 22.0;
const PITCH: f64 = 156.0 / 28.0;

#[track_caller]
fn near(measured: f64, wanted: f64) {
    assert!(
        (measured - wanted).abs() <= 0.5,
        "measured {measured:.2} mm, wanted {wanted:.2} mm"
    );
}

/// Upper edges of the lines of 16-point text on a page, from top to bottom.
fn line_tops(words: &[Word], page: usize) -> Vec<f64> {
    let size = 16.0 * MM_PER_POINT;
    let body = |w: &&Word| w.page == page && (w.bottom - w.top - size).abs() < 0.2;
    let mut tops: Vec<f64> = words.iter().filter(body).map(|w| w.top).collect();
    tops.sort_by(f64::total_cmp);
    tops.dedup_by(|a, b| (*a - *b).abs() < 1.0);
    tops
}

fn dense() -> Document {
    let text = "会议研究决定认真贯彻落实工作部署".repeat(120);
    Document {
        format: Format::Plain,
        body: vec![Block::paragraph(text)],
        ..Document::default()
    }
}

#[test]
fn a_full_page_holds_22_lines_of_28_characters() {
    let words = Pdf::of(&dense()).words();
    let tops = line_tops(&words, 2);
    assert_eq!(tops.len(), 22);
    let first = 37.0 + (LEADING - 16.0 * MM_PER_POINT) / 2.0;
    for (line, top) in tops.iter().enumerate() {
        near(*top, first + LEADING * line as f64);
    }
    let full: Vec<&Word> = words
        .iter()
        .filter(|w| w.page == 2 && w.text.len() > 9)
        .collect();
    for line in full {
        assert_eq!(line.text.chars().count(), 28);
        near(line.left, 28.0);
        near(line.right, 28.0 + 156.0);
    }
}

#[test]
fn paragraphs_are_indented_by_two_characters() {
    let words = Pdf::of(&dense()).words();
    near(words[0].left, 28.0 + 2.0 * PITCH);
    assert_eq!(words[0].text.chars().count(), 26);
}

#[test]
fn page_numbers_stand_outside_seven_millimetres_below_the_text() {
    let words = Pdf::of(&dense()).words();
    let numbers: Vec<&Word> = words.iter().filter(|w| w.top > 262.0).collect();
    let inset = 14.0 * MM_PER_POINT;
    let last_of = |page| numbers.iter().rfind(|w| w.page == page).unwrap().right;
    let first_of = |page| numbers.iter().find(|w| w.page == page).unwrap().left;
    near(last_of(1), 210.0 - 26.0 - inset);
    near(first_of(2), 28.0 + inset);
    let dash = Pdf::of(&dense()).picture(1).dark_rules(2);
    near(*dash.last().unwrap(), 262.0 + 7.0);
}

#[test]
fn numbers_may_be_centred_or_left_out() {
    let with = |numbers| Document {
        page: PageOptions {
            numbers,
            ..PageOptions::default()
        },
        ..dense()
    };
    let words = Pdf::of(&with(PageNumbers::Centered)).words();
    let number: Vec<&Word> = words
        .iter()
        .filter(|w| w.page == 2 && w.top > 262.0)
        .collect();
    let middle = (number[0].left + number[number.len() - 1].right) / 2.0;
    near(middle, 28.0 + 78.0);
    let words = Pdf::of(&with(PageNumbers::None)).words();
    assert!(words.iter().all(|w| w.top < 262.0));
}

#[test]
fn the_mark_of_minutes_and_its_rule_are_red_and_in_place() {
    let picture = Pdf::of(&samples::minutes()).picture(1);
    near(picture.red_top(), 37.0 + 35.0);
    assert_eq!(picture.red_rules(150).len(), 1);
}

#[test]
fn the_number_of_a_notice_stands_four_millimetres_above_the_rule() {
    let pdf = Pdf::of(&samples::notice());
    let picture = pdf.picture(1);
    near(picture.red_top(), 37.0 + 35.0);
    let rule = picture.red_rules(150)[0];
    let words = pdf.words();
    let number = words.iter().find(|w| w.text.contains('〔')).unwrap();
    near(rule - number.bottom, 4.0);
    near((number.left + number.right) / 2.0, 28.0 + 78.0);
    let title = words
        .iter()
        .find(|w| w.text.starts_with("关于召开"))
        .unwrap();
    assert!((title.top - rule) / LEADING > 1.5 && (title.top - rule) / LEADING < 3.0);
}

#[test]
fn a_letter_has_its_double_rules_and_no_first_number() {
    let pdf = Pdf::of(&samples::letter());
    let picture = pdf.picture(1);
    near(picture.red_top(), 30.0);
    let rules = picture.red_rules(165);
    assert_eq!(rules.len(), 4);
    near((rules[2] + rules[3]) / 2.0, 297.0 - 20.0 + 0.9);
    let words = pdf.words();
    assert!(
        words.iter().all(|w| w.top < 275.0),
        "a letter's first page carries no number"
    );
    let number = words.iter().find(|w| w.text.contains('〔')).unwrap();
    near(number.right, 184.0);
}

#[test]
fn a_document_to_a_superior_names_its_signer_at_the_right() {
    let words = Pdf::of(&samples::request()).words();
    let number = words.iter().find(|w| w.text.contains('〔')).unwrap();
    near(number.left, 28.0 + PITCH);
    let signer = words.iter().find(|w| w.text.contains("王堃")).unwrap();
    near(signer.right, 184.0 - PITCH);
    near(signer.bottom, number.bottom);
}

#[test]
fn the_colophon_ends_on_the_last_line() {
    let pdf = Pdf::of(&samples::minutes());
    let pages = pdf.rendered.pages as usize;
    let rules = pdf.picture(pages).dark_rules(150);
    assert_eq!(rules.len(), 3);
    near(rules[2], 262.0);
    near(rules[1], 262.0 - LEADING);
}

#[test]
fn headings_are_never_left_at_the_foot_of_a_page() {
    for filler in 0..24 {
        let mut body = vec![Block::paragraph("填充"); filler];
        body.push(Block::heading(1, "一、不该落单的标题"));
        body.push(Block::paragraph("正文第一句。"));
        let document = Document {
            format: Format::Plain,
            body,
            ..Document::default()
        };
        let words = Pdf::of(&document).words();
        let page_of = |start: &str| {
            words
                .iter()
                .find(|w| w.text.starts_with(start))
                .unwrap()
                .page
        };
        assert_eq!(
            page_of("一、"),
            page_of("正文"),
            "with {filler} lines before"
        );
    }
}

#[test]
fn a_signature_is_never_alone_on_a_page() {
    for filler in 12..24 {
        let document = Document {
            format: Format::Plain,
            body: vec![Block::paragraph("填充"); filler],
            signature: Some(Signature {
                body: "中共听雨社区委员会".into(),
                date: chrono::NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(),
                sealed: true,
            }),
            ..Document::default()
        };
        let words = Pdf::of(&document).words();
        let page = words
            .iter()
            .find(|w| w.text.starts_with("中共"))
            .unwrap()
            .page;
        let beside = words.iter().any(|w| w.page == page && w.text == "填充");
        assert!(beside, "with {filler} lines before");
    }
}

fn signed(body: &str, sealed: bool, date: (i32, u32, u32)) -> Vec<Word> {
    Pdf::of(&Document {
        format: Format::Plain,
        body: vec![Block::paragraph("正文。")],
        signature: Some(Signature {
            body: body.into(),
            date: chrono::NaiveDate::from_ymd_opt(date.0, date.1, date.2).unwrap(),
            sealed,
        }),
        ..Document::default()
    })
    .words()
}

#[test]
fn a_sealed_date_ends_four_characters_from_the_right_under_the_middle_of_the_name() {
    let words = signed("中共听雨社区委员会", true, (2026, 3, 5));
    let name = words.iter().find(|w| w.text.starts_with("中共")).unwrap();
    let date = words.iter().find(|w| w.text.contains('年')).unwrap();
    assert_eq!(date.text, "2026年3月5日");
    near(date.right, 184.0 - 4.0 * PITCH);
    near(
        (name.left + name.right) / 2.0,
        (date.left + date.right) / 2.0,
    );
}

#[test]
fn an_unsealed_name_ends_two_characters_from_the_right() {
    let words = signed("中共听雨社区委员会", false, (2026, 3, 5));
    let name = words.iter().find(|w| w.text.starts_with("中共")).unwrap();
    let date = words.iter().find(|w| w.text.contains('年')).unwrap();
    near(name.right, 184.0 - 2.0 * PITCH);
    near(date.left, name.left + 2.0 * PITCH);
}

#[test]
fn a_date_longer_than_the_name_ends_two_characters_from_the_right() {
    let words = signed("听雨", false, (2026, 12, 25));
    let name = words.iter().find(|w| w.text == "听雨").unwrap();
    let date = words.iter().find(|w| w.text.contains('年')).unwrap();
    near(date.right, 184.0 - 2.0 * PITCH);
    near(name.left, date.left - 2.0 * PITCH);
}

#[test]
fn attendance_hangs_after_the_colon() {
    let words = Pdf::of(&samples::minutes()).words();
    let label = words.iter().find(|w| w.text.starts_with("出席：")).unwrap();
    near(label.left, 28.0 + 2.0 * PITCH);
    let below = words
        .iter()
        .find(|w| w.page == label.page && w.top > label.top + 5.0)
        .unwrap();
    near(below.left, 28.0 + 5.0 * PITCH);
}
