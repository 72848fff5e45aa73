//! Golden page images: how dark each cell of a coarse net is, so that what moves on a page is seen.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::PathBuf;

use gongwen::{Align, Block, Document, Length, Margins, PageNumbers, PageOptions, Role};
use poppler::Pdf;

mod poppler;
mod samples;

/// Side of a cell in millimetres.
const CELL: usize = 3;
/// Renderers smooth differently; a cell may be this much lighter or darker, of 15.
const TOLERANCE: i32 = 2;
/// Set to `write` to take the pages as they are now.
const SWITCH: &str = "GONGWEN_GOLDEN";

fn golden_file(name: &str) -> PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pages");
    PathBuf::from(folder).join(name).with_extension("txt")
}

/// The darkness of each cell as a hexadecimal digit, a line of text for a row of cells.
fn net(pdf: &Pdf, page: usize) -> String {
    let picture = pdf.picture(page);
    let rows = picture.darkness(CELL);
    let digit = |value: &u32| char::from_digit(*value, 16).unwrap();
    let rows = rows.iter().map(|row| row.iter().map(digit).collect());
    rows.collect::<Vec<String>>().join("\n")
}

/// Cells that differ by more than the tolerance; a net of another shape differs everywhere.
fn differing(golden: &str, made: &str) -> usize {
    if golden.len() != made.len() {
        return made.len();
    }
    let value = |c: char| c.to_digit(16).map_or(0, |v| v as i32);
    let pairs = golden.chars().zip(made.chars());
    pairs
        .filter(|(a, b)| (value(*a) - value(*b)).abs() > TOLERANCE)
        .count()
}

#[track_caller]
fn looks_as_before(name: &str, document: &Document) {
    let pdf = Pdf::of(document);
    for page in 1..=pdf.rendered.pages as usize {
        let made = net(&pdf, page);
        let file = golden_file(&format!("{name}-{page}"));
        if std::env::var(SWITCH).is_ok_and(|value| value == "write") {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, made + "\n").unwrap();
            continue;
        }
        let golden = fs::read_to_string(&file).unwrap();
        let off = differing(golden.trim_end(), &made);
        assert_eq!(
            off, 0,
            "{off} cells of page {page} of {name} look different"
        );
    }
}

/// A card in the middle of a page without margins above and below: half a turn shows it again.
#[test]
fn a_folded_card_reads_the_same_from_both_sides() {
    let (text, role, points) = ("王堃".to_owned(), Role::Title, 96);
    let turned = Block::Turned {
        text: text.clone(),
        role,
        points,
    };
    let upright = Block::Display {
        text,
        role,
        points,
        align: Align::Center,
    };
    let blank = |lines| vec![Block::Blank; lines];
    let mut document = samples::certificate();
    document.body = [blank(10), vec![turned], blank(2), vec![upright]].concat();
    document.page = PageOptions {
        numbers: PageNumbers::None,
        margins: Margins {
            top: Length::ZERO,
            bottom: Length::ZERO,
            left: Length::mm(10),
            right: Length::mm(10),
        },
        leading: Some(Length::mm(297) / 32),
        ..PageOptions::default()
    };
    (document.title, document.signature) = (String::new(), None);
    let pdf = Pdf::of(&document);
    assert_eq!(pdf.text().matches("王堃").count(), 2);
    let (dark, alone) = pdf.picture(1).turned();
    assert!(dark > 10_000 && alone * 1000 < dark, "{alone} of {dark}");
}

#[test]
fn minutes_look_as_before() {
    looks_as_before("minutes", &samples::minutes());
}

#[test]
fn a_notice_with_attachments_looks_as_before() {
    looks_as_before("notice", &samples::notice());
}

#[test]
fn a_letter_looks_as_before() {
    looks_as_before("letter", &samples::letter());
}

#[test]
fn a_request_looks_as_before() {
    looks_as_before("request", &samples::request());
}

#[test]
fn a_table_and_a_certificate_look_as_before() {
    looks_as_before("table", &samples::table(12));
    looks_as_before("certificate", &samples::certificate());
}

#[test]
fn a_line_moved_by_one_cell_is_noticed() {
    let mut moved = samples::letter();
    moved.number = Some("听雨社区委函〔2026〕33号".into());
    let before = net(&Pdf::of(&samples::letter()), 1);
    assert!(differing(&before, &net(&Pdf::of(&moved), 1)) > 0);
}
