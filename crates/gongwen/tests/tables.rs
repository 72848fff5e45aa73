//! Tables: spans and page breaks, widths of columns, totals, alignment of numbers; all measured from
//! made pages.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use gongwen::{Align, Block, Column, ColumnWidth, Document, Format, Span, Table};
use poppler::{Pdf, Word};

mod poppler;

const PADDING: f64 = 1.2;

#[track_caller]
fn near(measured: f64, wanted: f64) {
    assert!(
        (measured - wanted).abs() <= 0.5,
        "measured {measured:.2} mm, wanted {wanted:.2} mm"
    );
}

fn column(title: &str, width: ColumnWidth, align: Align) -> Column {
    Column {
        title: title.into(),
        width,
        align,
    }
}

fn cells(rows: &[&[&str]]) -> Vec<Vec<String>> {
    let row = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    rows.iter().map(row).collect()
}

fn document(table: Table) -> Document {
    Document {
        format: Format::Plain,
        body: vec![Block::Table(table)],
        ..Document::default()
    }
}

fn words(table: Table) -> Vec<Word> {
    Pdf::of(&document(table)).words()
}

fn found<'w>(words: &'w [Word], text: &str) -> &'w Word {
    words.iter().find(|w| w.text == text).unwrap()
}

/// `rows` rows of which those of `span` share their first cell, with `text` in it.
fn spanned(rows: usize, span: std::ops::Range<usize>, text: &str) -> Table {
    let mut cells: Vec<Vec<String>> = (0..rows)
        .map(|row| vec![String::new(), format!("第{row}行")])
        .collect();
    cells[span.start][0] = text.into();
    let share = |title| column(title, ColumnWidth::Share(1), Align::Left);
    Table {
        columns: vec![share("类别"), share("内容")],
        rows: cells,
        spans: vec![Span {
            row: span.start,
            column: 0,
            rows: span.len(),
            columns: 1,
        }],
        ..Table::default()
    }
}

/// No word outside the text area, no two over each other, and `text` there once and whole.
#[track_caller]
fn printed_soundly(table: Table, text: &str, about: &str) {
    let pdf = Pdf::of(&document(table));
    let words = pdf.words();
    let body: Vec<&Word> = words.iter().filter(|w| w.top < 264.0).collect();
    for (at, word) in body.iter().enumerate() {
        assert!(word.top > 36.0 && word.bottom < 263.0, "{about}: {word:?}");
        for other in body.iter().skip(at + 1).filter(|o| o.page == word.page) {
            let apart = word.right <= other.left + 0.1
                || other.right <= word.left + 0.1
                || word.bottom <= other.top + 0.6
                || other.bottom <= word.top + 0.6;
            assert!(apart, "{about}: {word:?} over {other:?}");
        }
    }
    let wanted: usize = text.matches('长').count();
    assert_eq!(pdf.text().matches('长').count(), wanted, "{about}");
}

#[test]
fn a_spanning_text_never_runs_over_other_rows_or_off_the_page() {
    for before in 0..26 {
        let text = "说明文字很长，".repeat(30);
        let table = spanned(before + 6, before..before + 6, &text);
        printed_soundly(table, &text, &format!("{before} rows before"));
    }
    for repeats in [100, 200, 400] {
        let text = "说明文字很长，".repeat(repeats);
        let table = spanned(3, 0..2, &text);
        printed_soundly(table, &text, &format!("{repeats} times"));
    }
    let text = "说明文字很长，".repeat(200);
    printed_soundly(spanned(60, 5..55, &text), &text, "a span over pages");
}

#[test]
fn text_in_covered_cells_takes_no_room() {
    let bare = spanned(90, 0..90, "类别甲");
    let mut full = bare.clone();
    for cells in &mut full.rows[1..] {
        cells[0] = "类别甲".repeat(60);
    }
    let wide = |mut table: Table| {
        table.columns[0].width = ColumnWidth::Auto;
        table
    };
    for (full, bare) in [(full.clone(), bare.clone()), (wide(full), wide(bare))] {
        let places = |table| -> Vec<(usize, f64)> {
            let words = words(table);
            words.iter().map(|w| (w.page, w.left)).collect()
        };
        assert_eq!(places(full), places(bare));
    }
}

#[test]
fn rows_tied_by_a_span_that_a_page_holds_break_as_one() {
    for before in 10..26 {
        let words = words(spanned(before + 6, before..before + 6, "类别甲"));
        let page = found(&words, &format!("第{before}行")).page;
        for row in before..before + 6 {
            assert_eq!(found(&words, &format!("第{row}行")).page, page);
        }
        assert_eq!(found(&words, "类别甲").page, page);
    }
}

#[test]
fn a_short_label_is_printed_on_each_page_of_its_span() {
    let words = words(spanned(60, 0..60, "类别甲"));
    let labels: Vec<usize> = words
        .iter()
        .filter(|w| w.text == "类别甲")
        .map(|w| w.page)
        .collect();
    assert_eq!(labels, [1, 2, 3]);
}

#[test]
fn shares_divide_what_columns_by_content_leave() {
    let words = words(Table {
        columns: vec![
            column("甲", ColumnWidth::Auto, Align::Left),
            column("乙", ColumnWidth::Share(1), Align::Left),
            column("丙", ColumnWidth::Share(3), Align::Left),
            column("丁", ColumnWidth::Auto, Align::Left),
        ],
        rows: cells(&[&["一二三四五", "乙一", "丙一", "丁一"]]),
        ..Table::default()
    });
    let start = |text: &str| found(&words, text).left - PADDING;
    let em = 12.0 * 25.4 / 72.0;
    let (first, second) = (start("一二三四五"), start("乙一"));
    near(first, 28.0);
    near(second - first, 5.0 * em + 2.0 * PADDING);
    let (third, fourth) = (start("丙一"), start("丁一"));
    near(184.0 - fourth, 2.0 * em + 2.0 * PADDING);
    let least = 2.0 * em + 2.0 * PADDING;
    near((fourth - third - least) / (third - second - least), 3.0);
}

#[test]
fn columns_by_content_fill_the_width_in_proportion() {
    let words = words(Table {
        columns: vec![Column::default(), Column::default()],
        rows: cells(&[&["一二三四五六", "一二"], &["甲", "乙"]]),
        header: false,
        ..Table::default()
    });
    let em = 12.0 * 25.4 / 72.0;
    let (wide, narrow) = (6.0 * em + 2.0 * PADDING, 2.0 * em + 2.0 * PADDING);
    let second = found(&words, "乙").left - PADDING;
    near(second - 28.0, 156.0 * wide / (wide + narrow));
}

#[test]
fn a_totals_row_is_set_in_black_letters() {
    let with = |totals| {
        Pdf::of(&document(Table {
            columns: vec![Column::default(), Column::default()],
            rows: cells(&[&["甲", "乙"], &["合计", "丙"]]),
            header: false,
            totals,
            ..Table::default()
        }))
    };
    let black = |pdf: &Pdf| pdf.fonts().iter().any(|font| font.contains("TongxinHei"));
    assert!(black(&with(true)) && !black(&with(false)));
    assert_eq!(with(true).text(), with(false).text());
}

#[test]
fn blanks_before_a_date_to_be_filled_in_stay() {
    let words = words(Table {
        columns: vec![Column::default()],
        rows: cells(&[&["甲"], &["　　年　月　日"]]),
        header: false,
        ..Table::default()
    });
    let em = 12.0 * 25.4 / 72.0;
    near(
        found(&words, "年").left - found(&words, "甲").left,
        2.0 * em,
    );
}

#[test]
fn a_long_caption_is_broken_and_stands_above_the_table() {
    let caption =
        "云溪街道听雨社区“大党委”各成员单位二〇二六年度轮值安排及共建项目认领落实情况一览表";
    let words = words(Table {
        caption: Some(caption.into()),
        columns: vec![column("甲", ColumnWidth::Auto, Align::Left)],
        rows: cells(&[&["乙"]]),
        ..Table::default()
    });
    let head = found(&words, "甲");
    let above: Vec<&Word> = words.iter().filter(|w| w.top < head.top - 1.0).collect();
    let text: String = above.iter().map(|w| w.text.as_str()).collect();
    assert_eq!(text, caption);
    for word in above {
        assert!(word.left >= 28.0 && word.right <= 184.0, "{word:?}");
        assert!(word.bottom < head.top - 1.0 && word.top > 37.0, "{word:?}");
    }
}

/// A right-aligned column of `numbers` under a head.
fn numbers(numbers: &[&str]) -> Vec<Word> {
    words(Table {
        columns: vec![
            column("名称", ColumnWidth::Share(1), Align::Left),
            column("数", ColumnWidth::Auto, Align::Right),
        ],
        rows: numbers
            .iter()
            .map(|n| vec!["甲".into(), (*n).into()])
            .collect(),
        ..Table::default()
    })
}

#[test]
fn decimal_points_stand_under_each_other() {
    let words = numbers(&["87.667", "84", "89.5", "1,024.25", "—"]);
    let right = |text: &str| found(&words, text).right;
    let edge = 184.0 - PADDING;
    near(right("87.667"), edge);
    near(right("—"), edge);
    // Figures are all of one width: what is lacking after the point is left blank.
    let figure = (right("87.667") - found(&words, "87.667").left) / 5.5;
    let off = |text: &str, figures: f64| {
        let measured = right("87.667") - right(text);
        assert!(
            (measured - figures * figure).abs() < 0.3,
            "{text}: {measured}"
        );
    };
    off("89.5", 2.0);
    off("1,024.25", 1.0);
    off("84", 3.5);
}

#[test]
fn whole_numbers_stay_at_the_right() {
    let words = numbers(&["7", "84", "1,024"]);
    for number in ["7", "84", "1,024"] {
        near(found(&words, number).right, 184.0 - PADDING);
    }
}

#[test]
fn numbers_that_come_together_fit_their_column() {
    let words = numbers(&["1,234,567", "0.123456", "12%"]);
    for number in ["1,234,567", "0.123456", "12%"] {
        let word = found(&words, number);
        assert!(word.right <= 184.0 - PADDING + 0.2, "{word:?}");
    }
    assert!(found(&words, "1,234,567").right < found(&words, "0.123456").right - 8.0);
}

#[test]
fn thirty_columns_of_ticks_fit_a_landscape_page() {
    let names: Vec<String> = (1..=30).map(|n| n.to_string()).collect();
    let mut document = document(Table {
        columns: names
            .iter()
            .map(|name| column(name, ColumnWidth::Auto, Align::Center))
            .collect(),
        rows: vec![vec!["√".to_owned(); 30]; 2],
        size: gongwen::TextSize::Five,
        ..Table::default()
    });
    document.page.landscape = true;
    let words = Pdf::of(&document).words();
    assert_eq!(words.iter().filter(|w| w.text == "√").count(), 60);
    let tops: std::collections::BTreeSet<i64> = names
        .iter()
        .map(|name| (found(&words, name).top * 10.0) as i64)
        .collect();
    assert_eq!(tops.len(), 1, "each head stands on one line");
    assert!(gongwen::render_docx(&document).is_ok());
}

#[test]
fn sums_do_not_stand_alone_under_a_repeated_header() {
    for rows in 15..40 {
        let mut table = spanned(rows, 0..1, "");
        table.rows.push(vec!["合计".into(), "1".into()]);
        table.totals = true;
        let words = words(table);
        let last = found(&words, &format!("第{}行", rows - 1));
        assert_eq!(found(&words, "合计").page, last.page, "{rows} rows");
    }
}
