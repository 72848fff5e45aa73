//! Turns a cell into a value of its column's kind, or into the sentence that says why it cannot.

pub(super) mod marks;
mod period;

pub use marks::of_text as marks_of;

use super::columns::{Choice, Column, Kind};
use super::sheet::CellValue;
use super::text;
use ground::calendar::{self, FuzzyDate, NUMERALS, chinese_number};
use ground::phone::phones;

/// What offices write where there is nothing.
const BLANK_MARKS: &[&str] = &["/", "\\", "-", "--", "—", "——", "无", "暂无", "空"];
const YES: &[&str] = &[
    "是", "√", "✓", "✔", "☑", "有", "y", "yes", "true", "1", "对",
];
const NO: &[&str] = &[
    "否", "×", "✗", "✘", "☐", "x", "无", "n", "no", "false", "0", "不",
];
pub(super) const COUNT_UNITS: &[char] = &[
    '人', '名', '个', '户', '家', '位', '次', '分', '岁', '小', '时', '栋', '幢', '座', '层', '单',
    '元', '项', '件', '条',
];
/// Serial numbers of 1954 and 2119: outside them a bare number is no date.
const SERIALS: std::ops::RangeInclusive<i64> = 20_000..=80_000;

/// A cell read as its column's kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Of [`Kind::Text`], [`Kind::Lines`], [`Kind::Name`], [`Kind::Phone`] and [`Kind::Choice`].
    Text(String),
    /// Of [`Kind::Integer`].
    Integer(i64),
    /// Of [`Kind::Marks`], in thousandths.
    Marks(i64),
    /// Of [`Kind::FuzzyDate`] and [`Kind::Day`].
    Date(FuzzyDate),
    /// Of [`Kind::Period`].
    Period(FuzzyDate, FuzzyDate),
    /// Of [`Kind::Words`].
    Words(Vec<String>),
    /// A number of which an export showed only parts: it means what is kept.
    Masked(String),
    /// Of [`Kind::Bool`].
    Bool(bool),
}

impl Value {
    /// The text, when it is one.
    #[must_use]
    pub fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, when it is one.
    #[must_use]
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// The value as a person reads it; reading it again gives the value.
    #[must_use]
    pub fn display(&self) -> String {
        match self {
            Self::Text(text) | Self::Masked(text) => text.clone(),
            Self::Integer(number) => number.to_string(),
            Self::Marks(thousandths) => marks::display(*thousandths),
            Self::Date(date) => date.to_string(),
            Self::Period(from, to) => format!("{from}至{to}"),
            Self::Words(words) => words.join("、"),
            Self::Bool(true) => "是".to_owned(),
            Self::Bool(false) => "否".to_owned(),
        }
    }

    /// The date, when it is one.
    #[must_use]
    pub fn into_date(self) -> Option<FuzzyDate> {
        match self {
            Self::Date(date) => Some(date),
            _ => None,
        }
    }
}

/// A value, and what was silently put right and should be told.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parsed {
    /// The value; `None` when the cell holds nothing.
    pub value: Option<Value>,
    /// One sentence when something was removed from the text.
    pub corrected: Option<String>,
}

impl Parsed {
    /// A value that needed no correction.
    fn of(value: Value) -> Self {
        Self {
            value: Some(value),
            corrected: None,
        }
    }
}

/// Reads a cell as a column's kind.
///
/// # Errors
/// One Chinese sentence that says what is wrong with the cell and what to write instead.
pub fn parse(column: &Column, cell: &CellValue) -> Result<Parsed, String> {
    match (cell, column.kind) {
        (CellValue::Empty, _) if !column.required => return Ok(Parsed::default()),
        (CellValue::Date(date), Kind::FuzzyDate) => return Ok(Parsed::of(Value::Date(*date))),
        (CellValue::Date(date), Kind::Day) => {
            return known_day(*date).map(|day| Parsed::of(Value::Date(day)));
        }
        _ => {}
    }
    let (written, removed) = readable(column.kind, cell)?;
    let value = match cell {
        // First of all: the stars of a masked number would be told as a fault of its digits.
        _ if is_masked(column, &written) => Some(Value::Masked(text::to_half_width(&written))),
        _ if is_nothing(column.kind, &written) => None,
        CellValue::Number(number) => Some(from_number(column, *number, &written)?),
        _ => Some(from_text(column, &written)?),
    };
    if value.is_none() && column.required {
        return Err(format!("{}未填，请补填。", column.full_title()));
    }
    let corrected = removed.then(|| "已去掉看不见的字符。".to_owned());
    Ok(Parsed { value, corrected })
}

/// What a sheet's name says of a column that the sheet lacks: a choice, or a name that ends with what the
/// column is called, such as 听雨社区.
#[must_use]
pub fn of_sheet(column: &Column, sheet: &str) -> Option<Value> {
    let own = sheet.trim().strip_suffix(column.title);
    let is_said = matches!(column.kind, Kind::Choice(_)) || own.is_some_and(|own| !own.is_empty());
    let told = CellValue::Text(sheet.to_owned());
    let parsed = (column.from_sheet && is_said).then(|| parse(column, &told).ok())?;
    parsed.and_then(|parsed| parsed.value)
}

/// The cell as cleaned text, and whether cleaning removed invisible characters.
fn readable(kind: Kind, cell: &CellValue) -> Result<(String, bool), String> {
    match cell {
        CellValue::LongText { chars, .. } => Err(format!(
            "内容有 {chars} 字，最多 {} 字，请删减。",
            super::limits::CELL_CHARS
        )),
        CellValue::Error(error) => Err(format!("公式出错（{error}），请改为实际内容。")),
        CellValue::BadDate(number) => Err(format!("日期超出范围（{number}），请重新填写。")),
        CellValue::Text(written) if kind == Kind::Lines => Ok(text::clean_lines(written)),
        CellValue::Text(written) => Ok(text::clean(written)),
        other => Ok(text::clean(&other.display())),
    }
}

fn is_nothing(kind: Kind, written: &str) -> bool {
    // 无 says no where yes or no is asked, and nothing anywhere else.
    let says_no = kind == Kind::Bool && NO.contains(&written);
    written.is_empty() || (BLANK_MARKS.contains(&written) && !says_no)
}

fn from_number(column: &Column, number: f64, written: &str) -> Result<Value, String> {
    match column.kind {
        Kind::FuzzyDate => number_date(number, written).map(Value::Date),
        Kind::Day => known_day(number_date(number, written)?).map(Value::Date),
        Kind::Marks => marks::of_number(number).map(Value::Marks),
        // Excel keeps 15 digits of a number: a longer one has lost its last ones.
        Kind::Phone if number.fract() != 0.0 || number >= 1e15 => Err(format!(
            "电话“{written}”不是完整的号码，请以文本格式重新填写。"
        )),
        _ => from_text(column, written),
    }
}

fn from_text(column: &Column, written: &str) -> Result<Value, String> {
    match column.kind {
        Kind::Text | Kind::Lines => short_text(column, written.to_owned()),
        Kind::Name => short_text(column, text::close_up(written)),
        Kind::Integer => integer(written).map(Value::Integer),
        Kind::Phone => short_text(column, phones(written)?),
        Kind::Marks => marks::of_text(written).map(Value::Marks),
        Kind::FuzzyDate => text_date(written).map(Value::Date),
        Kind::Day => known_day(text_date(written)?).map(Value::Date),
        Kind::Period => period::parse(written).map(|(from, to)| Value::Period(from, to)),
        Kind::Words => words(column, written).map(Value::Words),
        Kind::Choice(choices) => choice(column, choices, written),
        Kind::Bool => boolean(written).map(Value::Bool),
    }
}

fn short_text(column: &Column, written: String) -> Result<Value, String> {
    let chars = written.chars().count();
    if chars > column.max_length {
        let limit = column.max_length;
        return Err(format!(
            "{}有 {chars} 字，最多 {limit} 字，请删减。",
            column.full_title()
        ));
    }
    Ok(Value::Text(written))
}

fn integer(written: &str) -> Result<i64, String> {
    // People part thousands by commas or spaces.
    let plain: String = text::to_half_width(written)
        .chars()
        .filter(|c| !matches!(c, ',' | ' '))
        .collect();
    let digits = plain.trim_end_matches(COUNT_UNITS);
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let valid =
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) && digits.len() < 10;
    let numeral: Vec<char> = digits.chars().collect();
    let number = match numeral.iter().all(|c| NUMERALS.contains(*c)) {
        true => chinese_number(&numeral).map(i64::from),
        false => valid.then(|| digits.parse().ok()).flatten(),
    };
    number.ok_or_else(|| format!("“{}”不是整数，请只填数字。", text::head(written, 20)))
}

/// Stars between the parts that an export shows of a phone or ID number.
fn is_masked(column: &Column, written: &str) -> bool {
    (column.private || column.kind == Kind::Phone) && text::to_half_width(written).contains("**")
}

fn known_day(date: FuzzyDate) -> Result<FuzzyDate, String> {
    match date {
        FuzzyDate::Day(_) => Ok(date),
        vague => Err(format!(
            "“{vague}”没有写明哪一天，请写成 2026年5月6日 的样子。"
        )),
    }
}

/// Words as a list, each once.
fn words(column: &Column, written: &str) -> Result<Vec<String>, String> {
    let mut words: Vec<String> = Vec::new();
    for word in written.split(['、', '，', ',', '；', ';', '/', '／', '|']) {
        let word = text::close_up(word.trim());
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    short_text(column, words.join("、"))?;
    Ok(words)
}

fn text_date(written: &str) -> Result<FuzzyDate, String> {
    // Its beginning only: the error repeats what it could not read.
    calendar::parse_date(&text::head(written, 20)).map_err(|error| format!("{error}。"))
}

/// A number in a date column: a serial without a format, or `2023.5` typed as a number.
fn number_date(number: f64, written: &str) -> Result<FuzzyDate, String> {
    // Excel drops the last zero of 2023.10, so that January and October cannot be told apart.
    if number < 3_000.0 && written.ends_with(".1") {
        let year = number.floor();
        return Err(format!(
            "“{written}”可能是 1 月，也可能是 10 月，请写成 {year}年1月 或 {year}年10月。"
        ));
    }
    let serial = number.floor() as i64;
    if number.fract() == 0.0 && SERIALS.contains(&serial) {
        return calendar::from_excel_serial(serial).map_err(|error| format!("{error}。"));
    }
    text_date(written)
}

fn choice(column: &Column, choices: &[Choice], written: &str) -> Result<Value, String> {
    let plain = text::close_up(written);
    let named = choices.iter().find(|choice| choice.is_named(&plain));
    named
        .map(|choice| Value::Text(choice.value.to_owned()))
        .ok_or_else(|| {
            let all: Vec<&str> = choices.iter().map(|choice| choice.value).collect();
            let shown = text::head(&plain, 20);
            format!(
                "{}没有“{shown}”这一项，可填：{}。",
                column.full_title(),
                all.join("、")
            )
        })
}

fn boolean(written: &str) -> Result<bool, String> {
    let plain = text::to_half_width(written).to_lowercase();
    match (YES.contains(&plain.as_str()), NO.contains(&plain.as_str())) {
        (true, _) => Ok(true),
        (_, true) => Ok(false),
        _ => Err(format!("“{}”应填“是”或“否”。", text::head(written, 20))),
    }
}

#[cfg(test)]
mod tests;
