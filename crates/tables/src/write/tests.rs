use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;

use super::*;
use ground::calendar::parse_date;

fn properties() -> Properties {
    let created = NaiveDate::from_ymd_opt(2026, 11, 24)
        .unwrap()
        .and_hms_opt(10, 32, 0)
        .unwrap();
    Properties {
        title: "表".to_owned(),
        author: "云溪街道党建办".to_owned(),
        created,
    }
}

fn spec() -> SheetSpec {
    SheetSpec {
        name: "单位".to_owned(),
        columns: vec![
            WriteColumn::new("单位", WriteKind::Text),
            WriteColumn::new("电话", WriteKind::Code).under("联络员"),
            WriteColumn::new("人数", WriteKind::Integer).under("联络员"),
            WriteColumn::new("比例", WriteKind::Share),
            WriteColumn::new("加入", WriteKind::Date),
        ],
        rows: vec![
            vec![
                "=1+1".into(),
                "13900000000".into(),
                12.into(),
                CellData::Share { part: 1, whole: 4 },
                parse_date("2023.5.6").unwrap().into(),
            ],
            vec![
                "甲".into(),
                CellData::Empty,
                1_200_i64.into(),
                CellData::Share { part: 0, whole: 0 },
                parse_date("2023.5").unwrap().into(),
            ],
        ],
        highlights: vec![Highlight {
            column: 0,
            contains: "甲".to_owned(),
            tone: Tone::Late,
            until: Some(2),
        }],
        ..SheetSpec::default()
    }
}

fn written() -> Vec<u8> {
    let mut book = Book::new(&properties()).unwrap();
    book.add_sheet(&spec()).unwrap();
    book.save().unwrap()
}

#[test]
fn values_keep_their_types() {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(written())).unwrap();
    let range = book.worksheet_range("单位").unwrap();
    let cell = |row, column| range.get_value((row, column)).cloned().unwrap_or_default();
    assert_eq!(cell(1, 1), Data::String("电话".to_owned()));
    assert_eq!(cell(2, 0), Data::String("=1+1".to_owned()));
    assert_eq!(cell(2, 1), Data::String("13900000000".to_owned()));
    assert_eq!(cell(2, 2), Data::Float(12.0));
    assert_eq!(cell(2, 3), Data::Float(0.25));
    assert!(matches!(cell(2, 4), Data::DateTime(date) if date.as_f64() == 45_052.0));
    assert_eq!(cell(3, 3), Data::String("—".to_owned()));
    assert_eq!(cell(3, 4), Data::String("2023年5月".to_owned()));
}

#[test]
fn equal_data_make_equal_files() {
    assert_eq!(written(), written());
}

#[test]
fn a_table_without_rows_is_still_a_sheet() {
    let mut book = Book::new(&properties()).unwrap();
    let place = book
        .add_sheet(&SheetSpec {
            rows: Vec::new(),
            ..spec()
        })
        .unwrap();
    assert_eq!((place.header, place.first, place.last), (1, 2, 2));
    assert!(book.save().is_ok());
}

#[test]
fn text_that_looks_like_a_formula_is_quoted() {
    for text in ["=A1", "+1", "-1", "@x", "＝1", "\tx"] {
        assert!(looks_like_formula(text), "{text}");
    }
    assert!(!looks_like_formula("1-2"));
}

#[test]
fn links_quote_the_sheet() {
    assert_eq!(sheet_link("轮值's", 4, 26), "internal:'轮值''s'!AA5");
}

#[test]
fn a_day_before_excels_first_is_a_text() {
    let day = |year| CellData::Date(FuzzyDate::Day(NaiveDate::from_ymd_opt(year, 7, 1).unwrap()));
    let mut spec = spec();
    (spec.rows[0][4], spec.rows[1][4]) = (day(1899), day(1921));
    let bytes = write_table(&properties(), spec).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("单位").unwrap();
    assert_eq!(
        range.get_value((2, 4)),
        Some(&Data::String("1899年7月1日".to_owned()))
    );
    assert!(matches!(range.get_value((3, 4)), Some(Data::DateTime(_))));
}

#[test]
fn a_text_that_no_cell_holds_is_cut() {
    let mut spec = spec();
    let (longest, longer) = ("长".repeat(32_767), "𠮷".repeat(16_384));
    spec.rows[0][0] = longest.clone().into();
    spec.rows[1][0] = longer.into();
    let bytes = write_table(&properties(), spec).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("单位").unwrap();
    let cell = |row| range.get_value((row, 0)).unwrap().to_string();
    assert_eq!(cell(2), longest);
    assert_eq!(cell(3), format!("{}…", "𠮷".repeat(16_383)));
}

fn part(book: Vec<u8>, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn a_large_table_is_the_file_that_a_small_one_would_be() {
    let mut spec = SheetSpec {
        title: Some("单位台账".to_owned()),
        note: Some("说明".to_owned()),
        frozen_columns: 1,
        ..spec()
    };
    spec.columns
        .iter_mut()
        .for_each(|column| column.group = None);
    spec.columns[4].hidden = true;
    let columns = spec.columns.len();
    let rows = spec.rows.clone();
    spec.rows = rows.into_iter().cycle().take(LARGE).collect();
    spec.rows[7][0] = "很长的单位名称".repeat(20).into();
    let mut kept = Book::new(&properties()).unwrap();
    kept.add_sheet(&spec).unwrap();
    let kept = kept.save().unwrap();
    let large = write_table(&properties(), spec).unwrap();
    for name in [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
    ] {
        let (large, kept) = (part(large.clone(), name), part(kept.clone(), name));
        // A hint that readers do without, since it is not known when a row is written.
        let kept = kept.replace(&format!(" spans=\"1:{columns}\""), "");
        assert!(large == kept, "{name}");
    }
}

#[test]
fn a_table_too_wide_for_a4_is_printed_on_a3() {
    let paper = |columns: usize| {
        let column = WriteColumn::new("列", WriteKind::Text).wide(15);
        let hidden = WriteColumn {
            hidden: true,
            ..column.clone().wide(60)
        };
        let spec = SheetSpec {
            name: "表".to_owned(),
            columns: [vec![column; columns], vec![hidden]].concat(),
            ..SheetSpec::default()
        };
        let sheet = part(
            write_table(&properties(), spec).unwrap(),
            "xl/worksheets/sheet1.xml",
        );
        let setup = sheet.split("<pageSetup paperSize=\"").nth(1).unwrap();
        setup.split('"').next().unwrap().to_owned()
    };
    assert_eq!((paper(14).as_str(), paper(15).as_str()), ("9", "8"));
}
