//! A law of the kit: what it writes it reads again as the same values, whatever kind of column they are of;
//! and the ways offices write a value all mean that value.

use std::fmt::Write;

use chrono::{NaiveDate, NaiveDateTime};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::values::{self, Parsed};
use super::{
    CellData, Choice, Column, Kind, Properties, SheetSpec, Value, WriteColumn, read, read_table,
    text, write_table,
};
use ground::calendar::{FIRST_YEAR, FuzzyDate, LAST_YEAR, Month};

const NATURES: &[Choice] = &[Choice::plain("机关"), Choice::plain("民企")];

/// A column of each kind behind one that every row has.
const COLUMNS: &[Column] = &[
    Column {
        required: true,
        ..Column::new("name", "单位名称", Kind::Name)
    },
    Column::new("text", "情况说明", Kind::Text),
    Column::new("person", "联系人", Kind::Name),
    Column::new("count", "党员数", Kind::Integer),
    Column::new("marks", "得分", Kind::Marks),
    Column::new("phone", "电话", Kind::Phone),
    Column::new("since", "加入时间", Kind::FuzzyDate),
    Column::new("day", "签订日期", Kind::Day),
    Column::new("term", "任期", Kind::Period),
    Column::new("skills", "特长", Kind::Words),
    Column::new("nature", "单位性质", Kind::Choice(NATURES)),
    Column::new("rotates", "参加轮值", Kind::Bool),
];

/// A row's values, in the order of the columns.
type Cells = Vec<Option<Value>>;

fn number(name: &str) -> &'static Column<'static> {
    COLUMNS.iter().find(|column| column.key == name).unwrap()
}

/// Signs that begin a formula, and what a spreadsheet may take for something else.
const BEGINNINGS: [&str; 12] = [
    "", "=", "+", "-", "@", "＝", "＋", "'", "0", "１２", "2023.5", "TRUE",
];

/// Text as it is kept: tidied, and not one of the signs that stand for nothing.
fn kept_text(column: &'static Column) -> impl Strategy<Value = Value> {
    let typed = (
        select(&BEGINNINGS[..]),
        "[甲乙丙丁㛃𬱖a-zA-Z0-9０-９，。（）·\"&<>' ]{0,20}",
    );
    typed.prop_filter_map("it stands for nothing", |(beginning, rest)| {
        let typed = super::sheet::CellValue::Text(format!("{beginning}{rest}"));
        values::parse(column, &typed).ok()?.value
    })
}

fn day() -> impl Strategy<Value = NaiveDate> {
    let year = FIRST_YEAR + 1..LAST_YEAR;
    (year, 1..=366_u32).prop_filter_map("no such day", |(year, day)| {
        NaiveDate::from_yo_opt(year, day)
    })
}

fn date() -> impl Strategy<Value = FuzzyDate> {
    let year = FIRST_YEAR + 1..LAST_YEAR;
    prop_oneof![
        year.clone().prop_map(FuzzyDate::Year),
        (year, 1..=12_u32)
            .prop_map(|(year, month)| FuzzyDate::Month(Month::new(year, month).unwrap())),
        day().prop_map(FuzzyDate::Day),
    ]
}

fn period() -> impl Strategy<Value = Value> {
    (date(), date()).prop_map(|(one, other)| {
        let (from, to) = (one.min(other), one.max(other));
        Value::Period(from, to)
    })
}

fn phone() -> impl Strategy<Value = Value> {
    let one = prop_oneof!["1[3-9][0-9]{9}", "0[2-9][0-9]{1,2}-[2-9][0-9]{6,7}"];
    vec(one, 1..4).prop_map(|all| Value::Text(all.join("、")))
}

fn words() -> impl Strategy<Value = Value> {
    const SKILLS: [&str; 6] = ["理发", "水电维修", "法律咨询", "书法", "English", "急救"];
    subsequence(&SKILLS[..], 1..=SKILLS.len())
        .prop_map(|words| Value::Words(words.into_iter().map(str::to_owned).collect()))
}

fn cells() -> impl Strategy<Value = Cells> {
    let name = "[甲乙丙丁]{2,8}局".prop_map(|name| Some(Value::Text(name)));
    (
        name,
        option::of(kept_text(number("text"))),
        option::of(kept_text(number("person"))),
        option::of((0..1_000_000_000_i64).prop_map(Value::Integer)),
        option::of((0..=1_000_000_000_i64).prop_map(Value::Marks)),
        option::of(phone()),
        option::of(date().prop_map(Value::Date)),
        option::of(day().prop_map(|day| Value::Date(FuzzyDate::Day(day)))),
        option::of(period()),
        (
            option::of(words()),
            option::of(select(vec!["机关", "民企"]).prop_map(|word| Value::Text(word.into()))),
            option::of(any::<bool>().prop_map(Value::Bool)),
        ),
    )
        .prop_map(|(a, b, c, d, e, f, g, h, i, (j, k, l))| vec![a, b, c, d, e, f, g, h, i, j, k, l])
}

fn written(rows: &[Cells]) -> Vec<u8> {
    let cell = |value: &Option<Value>| CellData::from(value.clone());
    let spec = SheetSpec {
        name: "台账".to_owned(),
        title: Some("成员单位台账".to_owned()),
        columns: COLUMNS.iter().map(WriteColumn::from).collect(),
        rows: rows
            .iter()
            .map(|row| row.iter().map(cell).collect())
            .collect(),
        ..SheetSpec::default()
    };
    let properties = Properties {
        title: "台账".to_owned(),
        author: "管理员".to_owned(),
        created: NaiveDateTime::default(),
    };
    write_table(&properties, spec).unwrap()
}

/// The same as a .csv, each cell quoted.
fn listed(rows: &[Cells]) -> String {
    let mut out = String::new();
    let headings = COLUMNS.iter().map(|column| column.title.to_owned());
    let shown = |value: &Option<Value>| value.as_ref().map(Value::display).unwrap_or_default();
    let lines = rows.iter().map(|row| row.iter().map(shown).collect());
    for line in std::iter::once(headings.collect::<Vec<_>>()).chain(lines) {
        let quoted = line.iter().map(|cell| cell.replace('"', "\"\""));
        let quoted: Vec<String> = quoted.map(|cell| format!("\"{cell}\"")).collect();
        let _ = writeln!(out, "{}", quoted.join(","));
    }
    out
}

fn read_back(bytes: &[u8]) -> Result<Vec<Cells>, String> {
    let sheets = read::read_workbook(bytes).map_err(|error| format!("{error:?}"))?;
    let table = read_table(&sheets, COLUMNS).map_err(|error| format!("{error:?}"))?;
    match (table.faults.first(), table.corrections.first()) {
        (None, None) => Ok(table.rows.into_iter().map(|row| row.values).collect()),
        told => Err(format!("{told:?}")),
    }
}

fn parsed(column: &str, written: &str) -> Result<Option<Value>, String> {
    let cell = super::sheet::CellValue::Text(written.to_owned());
    let Parsed { value, .. } = values::parse(number(column), &cell)?;
    Ok(value)
}

/// The same digits in full width.
fn full_width(text: &str) -> String {
    let wide = |c: char| match c {
        '!'..='~' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
        c => c,
    };
    text.chars().map(wide).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_workbook_is_read_as_it_was_written(rows in vec(cells(), 1..12)) {
        prop_assert_eq!(read_back(&written(&rows)), Ok(rows));
    }

    #[test]
    fn a_csv_is_read_as_it_was_written(rows in vec(cells(), 1..12)) {
        prop_assert_eq!(read_back(listed(&rows).as_bytes()), Ok(rows));
    }

    #[test]
    fn a_csv_of_an_older_excel_too(rows in vec(cells(), 1..4)) {
        let text = listed(&rows);
        let (old, _, lost) = encoding_rs::GB18030.encode(&text);
        prop_assert!(!lost);
        prop_assert_eq!(read_back(&old), Ok(rows));
    }

    #[test]
    fn counts_mean_the_same_with_their_unit_and_in_full_width(
        count in 0..1_000_000_i64, unit in select(vec!["", "人", "名", "户", "家", " 个"]),
    ) {
        let plain = count.to_string();
        for written in [format!("{plain}{unit}"), format!("{}{unit}", full_width(&plain))] {
            prop_assert_eq!(parsed("count", &written), Ok(Some(Value::Integer(count))));
        }
    }

    #[test]
    fn marks_mean_the_same_with_their_unit_and_in_full_width(marks in 0..=200_000_i64) {
        let plain = values::marks::display(marks);
        let longer = if plain.contains('.') { format!("{plain}0") } else { format!("{plain}.0") };
        for written in [format!("{plain}分"), full_width(&plain), longer] {
            prop_assert_eq!(parsed("marks", &written), Ok(Some(Value::Marks(marks))), "{}", written);
        }
    }

    #[test]
    fn phones_mean_the_same_however_they_are_grouped(number in "1[3-9][0-9]{9}") {
        let expected = Ok(Some(Value::Text(number.clone())));
        let (head, middle, tail) = (&number[..3], &number[3..7], &number[7..]);
        for written in [
            format!("{head} {middle} {tail}"), format!("{head}-{middle}-{tail}"),
            format!("+86{number}"), full_width(&number),
        ] {
            prop_assert_eq!(parsed("phone", &written), expected.clone());
        }
    }

    #[test]
    fn dates_mean_the_same_in_every_spelling(date in date()) {
        let iso = date.iso();
        let spellings = [
            date.to_string(), iso.clone(), iso.replace('-', "."), iso.replace('-', "/"),
            full_width(&iso.replace('-', ".")), format!(" {date} "),
        ];
        for written in spellings {
            prop_assert_eq!(parsed("since", &written), Ok(Some(Value::Date(date))), "{}", written);
        }
    }

    #[test]
    fn yes_and_no_mean_the_same_in_every_sign(
        yes in select(vec!["是", "√", "✓", "有", "Y", "ｙｅｓ", "１"]), no in select(vec!["否", "×", "无", "N", "０"]),
    ) {
        prop_assert_eq!(parsed("rotates", yes), Ok(Some(Value::Bool(true))));
        prop_assert_eq!(parsed("rotates", no), Ok(Some(Value::Bool(false))));
    }

    #[test]
    fn what_is_kept_is_tidy(value in kept_text(number("text"))) {
        let written = value.display();
        prop_assert_eq!(text::clean(&written), (written.clone(), false));
    }
}
