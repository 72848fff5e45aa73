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

/// A document whose body of `filler` lines ends anywhere on its page, with all that may close one.
fn closed(filler: usize, body_end: Vec<Block>) -> Document {
    let mut body = vec![Block::paragraph("填充"); filler];
    body.extend(body_end);
    Document {
        format: Format::Plain,
        body,
        attachments: vec![gongwen::Attachment {
            title: "回执".into(),
            ..gongwen::Attachment::default()
        }],
        signature: Some(Signature {
            body: "中共听雨社区委员会".into(),
            date: chrono::NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(),
            sealed: true,
        }),
        annotation: Some("联系人：刘静　电话：0719-8880000".into()),
        ..Document::default()
    }
}

#[test]
fn list_signature_and_annotation_stay_with_the_end_of_the_body() {
    for filler in 10..24 {
        let words = Pdf::of(&closed(filler, Vec::new())).words();
        let page_of = |start: &str| {
            let found = words.iter().find(|w| w.text.starts_with(start));
            found.unwrap().page
        };
        let page = page_of("中共");
        assert_eq!(page_of("附件：回执"), page, "with {filler} lines before");
        assert_eq!(page_of("（联系人"), page, "with {filler} lines before");
        assert!(words.iter().any(|w| w.page == page && w.text == "填充"));
    }
}

#[test]
fn a_signature_after_a_table_takes_its_last_row_along() {
    for filler in 0..20 {
        let table = gongwen::Table {
            columns: vec![gongwen::Column::default()],
            rows: vec![vec!["一行".into()]; 6],
            header: false,
            row_height_min: gongwen::Length::mm(12),
            ..gongwen::Table::default()
        };
        let words = Pdf::of(&closed(filler, vec![Block::Table(table)])).words();
        let signed = words.iter().find(|w| w.text.starts_with("中共")).unwrap();
        let beside = |w: &Word| w.page == signed.page && w.text == "一行";
        assert!(words.iter().any(beside), "with {filler} lines before");
        assert_eq!(words.iter().filter(|w| w.text == "一行").count(), 6);
    }
}

#[test]
fn spare_rows_never_start_a_page() {
    let sheet = |people: usize| Document {
        format: Format::Plain,
        title: "签到表".into(),
        body: vec![Block::Table(gongwen::Table {
            columns: vec![gongwen::Column::default()],
            rows: vec![vec!["某同志".into()]; people],
            header: false,
            row_height_min: gongwen::Length::mm(11),
            spare_rows: 40,
            ..gongwen::Table::default()
        })],
        ..Document::default()
    };
    for people in [1, 16, 17, 18, 19] {
        let pdf = Pdf::of(&sheet(people));
        let last = pdf.rendered.pages as usize;
        let on_last = pdf
            .words()
            .iter()
            .any(|w| w.page == last && w.text == "某同志");
        assert!(on_last, "{people} people");
        let foot = *pdf.picture(last).dark_rules(100).last().unwrap();
        assert!(
            (262.0 - 11.5..=262.3).contains(&foot),
            "{people} people end at {foot}"
        );
    }
}

#[test]
fn names_of_people_are_not_parted() {
    let names = ["阿卜杜拉·买买提", "王堃", "孙玥", "欧阳喆"];
    let mut text = Vec::new();
    for (count, name) in names.iter().cycle().take(40).enumerate() {
        text.push(format!(
            "{}单位{}",
            "某".repeat(count % 5),
            gongwen::unbroken(name)
        ));
    }
    let document = Document {
        attendance: vec![gongwen::AttendanceLine {
            label: "出席".into(),
            text: text.join("，"),
        }],
        ..samples::minutes()
    };
    let words = Pdf::of(&document).words();
    let whole: usize = names
        .iter()
        .map(|name| {
            words
                .iter()
                .map(|w| w.text.matches(name).count())
                .sum::<usize>()
        })
        .sum();
    assert!(whole >= 40, "{whole} of 40 names on one line");
}

#[test]
fn a_blank_page_and_the_colophon_after_it_carry_no_number() {
    let mut document = samples::request();
    document.page.colophon_on_even_page = true;
    document.body = vec![Block::paragraph("填充"); 23];
    let pdf = Pdf::of(&document);
    let words = pdf.words();
    let numbered = |page: usize| words.iter().any(|w| w.page == page && w.top > 262.0);
    let printed = words.iter().find(|w| w.text.contains("印发")).unwrap().page;
    assert_eq!(printed % 2, 0);
    let blank = (1..printed).find(|page| words.iter().all(|w| w.page != *page));
    match blank {
        Some(blank) => assert!(!numbered(blank) && !numbered(printed)),
        None => assert!(numbered(printed)),
    }
}

#[test]
fn a_turned_page_keeps_its_number_at_the_foot_of_the_sheet() {
    let pdf = Pdf::of(&samples::notice());
    let last = pdf.rendered.pages as usize;
    let file = lopdf::Document::load_mem(&pdf.rendered.bytes).unwrap();
    let turned: Vec<usize> = file
        .page_iter()
        .enumerate()
        .filter(|(_, id)| file.get_dictionary(*id).unwrap().has(b"Rotate"))
        .map(|(index, _)| index + 1)
        .collect();
    assert_eq!(turned.len(), 1);
    assert!(turned[0] < last, "the 版记 stands on an upright page");
    // Shown upright for reading, the sheet's foot is at the left.
    let rules = pdf.picture(turned[0]);
    assert!(rules.width > rules.height);
    let words = pdf.words();
    let number = turned[0].to_string();
    let at_foot = |w: &&Word| w.page == turned[0] && w.text == number && w.left < 30.0;
    assert!(words.iter().any(|w| at_foot(&w)), "{words:?}");
}

#[test]
fn blank_lines_in_a_cell_keep_their_height() {
    let table = gongwen::Table {
        columns: vec![gongwen::Column::default()],
        rows: vec![vec!["代表\n\n\n签字".into()], vec!["代表\n签字".into()]],
        header: false,
        ..gongwen::Table::default()
    };
    let document = Document {
        format: Format::Plain,
        body: vec![Block::Table(table)],
        ..Document::default()
    };
    let words = Pdf::of(&document).words();
    let tops = |text: &str| -> Vec<f64> {
        let of = words.iter().filter(|word| word.text == text);
        of.map(|word| word.top).collect()
    };
    let (signer, signed) = (tops("代表"), tops("签字"));
    let (apart, next) = (signed[0] - signer[0], signed[1] - signer[1]);
    assert!(
        (apart - 3.0 * next).abs() < 0.5,
        "{apart} is not three times {next}"
    );
}
