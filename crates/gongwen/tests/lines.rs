//! Every line of any document keeps to its 28 cells, measured from the made pages.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;

use gongwen::{Align, AttendanceLine, Block, Document, Format};
use poppler::{Pdf, Word};
use proptest::prelude::*;

mod poppler;
mod samples;

const PITCH: f64 = 156.0 / 28.0;

fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[会议研究社区党委轮值]{1,12}",
        3 => prop::sample::select(vec!["，", "。", "、", "；", "：", "！", "？", "——", "……", "·", "%"])
            .prop_map(str::to_owned),
        1 => prop::sample::select(vec!["“大党委”", "《办法（试行）》", "〔2026〕", "（"]).prop_map(str::to_owned),
        2 => "[0-9]{1,6}(\\.[0-9]{2})?(%|℃|㎡|年)?",
        1 => "[a-zA-Z]{1,14}",
        1 => prop::sample::select(vec!["　", " ", "https://www.example.gov.cn/a/b?c=d"]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..90).prop_map(|pieces| pieces.concat())
}

fn block() -> impl Strategy<Value = Block> {
    let text = prose;
    prop_oneof![
        4 => text().prop_map(Block::paragraph),
        1 => (1_u8..5, text()).prop_map(|(level, text)| Block::heading(level, text)),
        1 => (text(), text()).prop_map(|(lead, text)| Block::RunIn { level: 2, lead, text }),
        1 => text().prop_map(|text| Block::Line { align: Align::Center, text }),
        1 => text().prop_map(|text| Block::closing(vec![Block::paragraph(text)])),
    ]
}

/// The words of each line, by page and height.
fn lines(words: &[Word]) -> BTreeMap<(usize, i64), (f64, f64, String)> {
    let mut lines: BTreeMap<(usize, i64), (f64, f64, String)> = BTreeMap::new();
    for word in words.iter().filter(|w| w.top < 262.0) {
        let middle = ((word.top + word.bottom) * 5.0) as i64 / 10;
        let line = lines
            .entry((word.page, middle))
            .or_insert((f64::MAX, 0.0, String::new()));
        line.0 = line.0.min(word.left);
        line.1 = line.1.max(word.right);
        line.2.push_str(&word.text);
    }
    lines
}

/// Blank halves that a line may have given up at its ends, over which the boxes of its marks go on.
fn blank(line: &str) -> (f64, f64) {
    let half = |is: bool| if is { PITCH / 2.0 } else { 0.0 };
    let left = line.starts_with(|c| "“‘（《〔【".contains(c));
    let right = line.ends_with(|c| "，。、；：！？”’）》〕】".contains(c));
    // The dot between names stands in the middle of its cell.
    let dot = if line.ends_with('·') {
        PITCH / 4.0
    } else {
        0.0
    };
    (half(left), half(right) + dot)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_line_is_longer_than_28_cells(
        body in prop::collection::vec(block(), 1..12),
        names in prose(),
    ) {
        let document = Document {
            body,
            attendance: vec![AttendanceLine { label: "出席".into(), text: names }],
            format: Format::Minutes,
            ..samples::minutes()
        };
        let pdf = Pdf::of(&document);
        for ((page, _), (left, right, text)) in lines(&pdf.words()) {
            let (before, after) = blank(&text);
            prop_assert!(left > 28.0 - before - 0.2, "page {page}: {left} {text}");
            prop_assert!(right < 184.0 + after + 0.3, "page {page}: {right} {text}");
        }
    }
}

#[test]
fn full_width_spaces_after_a_line_are_room_to_write_in() {
    let line = |align, text: &str| Block::Line {
        align,
        text: text.into(),
    };
    let document = Document {
        format: Format::Plain,
        body: vec![
            line(Align::Right, "右　　"),
            line(Align::Center, "编号：　　　　"),
        ],
        ..Document::default()
    };
    let words = Pdf::of(&document).words();
    let left = |start: &str| {
        let word = words.iter().find(|w| w.text.starts_with(start));
        (word.unwrap().left - 28.0) / PITCH
    };
    assert!((left("右") - 25.0).abs() < 0.1, "{}", left("右"));
    assert!((left("编号") - 10.5).abs() < 0.1, "{}", left("编号"));
}
