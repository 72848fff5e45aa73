use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::chinese::western_numerals;
use super::{FuzzyDate, Month};

/// The earliest year a register may hold.
pub const FIRST_YEAR: i32 = 1949;
/// The latest year a register may hold.
pub const LAST_YEAR: i32 = 2100;

/// Why a text is no date. The message is one Chinese sentence for the import's error column.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DateError {
    #[error("“{text}”不是日期，请写成 2023-05-06、2023年5月6日 或 2023.5 的样子")]
    Unreadable { text: String },
    #[error("“{text}”的年份不在 {FIRST_YEAR}—{LAST_YEAR} 年之间，请核对")]
    YearOutOfRange { text: String },
    #[error("“{text}”在日历上不存在，请核对月和日")]
    Impossible { text: String },
}

/// Reads a date in the spellings offices use, keeping the precision it was written with.
///
/// Accepts `2023`, `2023.5`, `2023年5月`, `202305`, `2023.5.6`, `2023年5月6日`, `2023-05-06`,
/// `2023/5/6`, `20230506`, `24/5/3` and `二〇二四年五月`, in half- or full-width characters, with spaces
/// anywhere, and with a time of day behind it, which is dropped. `2023.1` is January: a sheet that holds October as the
/// number 2023.1 has lost the zero, and only its number format can tell.
///
/// # Errors
/// [`DateError`] where the text is no date, is none on the calendar, or its year lies outside
/// [`FIRST_YEAR`]–[`LAST_YEAR`].
pub fn parse_date(text: &str) -> Result<FuzzyDate, DateError> {
    let unreadable = || DateError::Unreadable {
        text: text.trim().to_owned(),
    };
    let plain: String = text.chars().map(half_width).collect();
    let written = without_time(plain.trim());
    let compact: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    let compact = western_numerals(&compact);
    let mut parts = split_parts(&compact).ok_or_else(unreadable)?;
    let whole_year = parts.first().and_then(|year| century_of(year, &compact));
    if let (Some(whole), Some(year)) = (&whole_year, parts.first_mut()) {
        *year = whole;
    }
    build(&parts, text.trim())
}

/// The whole year of one written with two digits, where the rest leaves no doubt that it is one: 24/5/3 and
/// 24年5月, but not 24.5.
fn century_of(year: &str, text: &str) -> Option<String> {
    let is_year = text.contains('年') || text.split(['.', '-', '/']).count() == 3;
    let short: i32 = year.parse().ok().filter(|_| year.len() == 2 && is_year)?;
    // No register goes back beyond 1949.
    let century = match short {
        49.. => 1900,
        _ => 2000,
    };
    Some((century + short).to_string())
}

/// Reads the spelling kept in data and no other: sheets hold very many of them.
pub(super) fn parse_iso(text: &str) -> Option<FuzzyDate> {
    let fits = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    if !text.bytes().enumerate().all(fits) {
        return None;
    }
    let date = match text.len() {
        4 => build(&[text], text),
        7 => build(&[&text[..4], &text[5..]], text),
        10 => build(&[&text[..4], &text[5..7], &text[8..]], text),
        _ => return None,
    };
    date.ok()
}

/// The day of an Excel serial number in the 1900 system, counted in whole days (cut off the
/// fraction: it is the time of day). Serial 45052 is 2023-05-06.
///
/// # Errors
/// [`DateError::YearOutOfRange`] where it lies outside [`FIRST_YEAR`]–[`LAST_YEAR`]; the days before
/// 1900-03-01, which Excel counts wrongly, are among them.
pub fn from_excel_serial(days: i64) -> Result<FuzzyDate, DateError> {
    let out_of_range = || DateError::YearOutOfRange {
        text: days.to_string(),
    };
    // Excel counts a 29 February 1900 that never was, so for all days after it day 0 is this one.
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or_else(out_of_range)?;
    let step = u64::try_from(days).map_err(|_| out_of_range())?;
    let day = epoch
        .checked_add_days(Days::new(step))
        .ok_or_else(out_of_range)?;
    in_range(day.year())
        .then_some(FuzzyDate::Day(day))
        .ok_or_else(out_of_range)
}

fn in_range(year: i32) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&year)
}

/// Full-width forms (U+FF01–FF5E) lie a fixed distance from ASCII.
fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        // What a Chinese input method gives for a point and a dash.
        '。' | '·' => '.',
        '—' | '–' => '-',
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

fn without_time(text: &str) -> &str {
    match text.split_once([' ', 'T']) {
        // Only what has a colon is a time: spaces may stand within a date as well.
        Some((date, time)) if time.contains(':') => date,
        _ => text,
    }
}

/// Year, month and day as digits, as far as written; `None` where the text has another shape.
fn split_parts(text: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = match text.contains('年') {
        true => split_chinese(text)?,
        false if text.contains(['.', '-', '/']) => text.split(['.', '-', '/']).collect(),
        false => split_packed(text)?,
    };
    let digits =
        |part: &&str| matches!(part.len(), 1..=4) && part.bytes().all(|byte| byte.is_ascii_digit());
    (parts.len() <= 3 && parts.iter().all(digits)).then_some(parts)
}

fn split_chinese(text: &str) -> Option<Vec<&str>> {
    let (year, rest) = text.split_once('年')?;
    if rest.is_empty() {
        return Some(vec![year]);
    }
    let (month, day) = rest.split_once('月')?;
    let day = day.strip_prefix('份').unwrap_or(day);
    match day.trim_end_matches(['日', '号']) {
        "" if day.is_empty() => Some(vec![year, month]),
        day => Some(vec![year, month, day]),
    }
}

fn split_packed(text: &str) -> Option<Vec<&str>> {
    // Cut by bytes below, which only ASCII allows.
    if !text.is_ascii() {
        return None;
    }
    match text.len() {
        4 => Some(vec![text]),
        6 => Some(vec![&text[..4], &text[4..]]),
        8 => Some(vec![&text[..4], &text[4..6], &text[6..]]),
        _ => None,
    }
}

fn build(parts: &[&str], text: &str) -> Result<FuzzyDate, DateError> {
    let text = || text.to_owned();
    let number = |part: &str| {
        part.parse::<u32>()
            .map_err(|_| DateError::Unreadable { text: text() })
    };
    let year = parts
        .first()
        .map_or(Ok(0), |part| number(part))?
        .cast_signed();
    if !in_range(year) {
        return Err(DateError::YearOutOfRange { text: text() });
    }
    let date = match parts {
        [_, month] => Month::new(year, number(month)?).ok().map(FuzzyDate::Month),
        [_, month, day] => {
            NaiveDate::from_ymd_opt(year, number(month)?, number(day)?).map(FuzzyDate::Day)
        }
        _ => Some(FuzzyDate::Year(year)),
    };
    date.ok_or_else(|| DateError::Impossible { text: text() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn iso(text: &str) -> Result<String, DateError> {
        parse_date(text).map(FuzzyDate::iso)
    }

    #[test]
    fn reads_the_spellings_offices_use() {
        for (text, expected) in [
            ("2023", "2023"),
            ("2023年", "2023"),
            ("2023.5", "2023-05"),
            ("2023.10", "2023-10"),
            ("2023年5月", "2023-05"),
            ("202305", "2023-05"),
            ("2023.5.6", "2023-05-06"),
            ("2023年5月6日", "2023-05-06"),
            ("2023年5月6号", "2023-05-06"),
            ("2023-05-06", "2023-05-06"),
            ("2023/5/6", "2023-05-06"),
            ("20230506", "2023-05-06"),
            ("２０２３．５．６", "2023-05-06"),
            ("２０２３年５月", "2023-05"),
            ("\u{3000}2023 年 5 月 6 日 ", "2023-05-06"),
            ("2023-05-06 00:00:00", "2023-05-06"),
            ("2023-05-06T08:30:00", "2023-05-06"),
            ("二〇二四年五月", "2024-05"),
            ("二○二四年十二月二十一日", "2024-12-21"),
            ("二零二四年十月三十日", "2024-10-30"),
            ("24/5/3", "2024-05-03"),
            ("23.5.6", "2023-05-06"),
            ("98年7月", "1998-07"),
            ("2024年5月份", "2024-05"),
        ] {
            assert_eq!(iso(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn tells_what_is_no_date() {
        for text in [
            "",
            "待定",
            "2023年5",
            "2023-05-06-07",
            "2023..5",
            "12345",
            "五月",
            "2023年月日",
            "2023.-5",
        ] {
            assert!(
                matches!(iso(text), Err(DateError::Unreadable { .. })),
                "{text}"
            );
        }
    }

    #[test]
    fn tells_impossible_dates_and_years() {
        for text in ["2023.13", "2023.2.29", "2023年4月31日", "20230000"] {
            assert!(
                matches!(iso(text), Err(DateError::Impossible { .. })),
                "{text}"
            );
        }
        for text in ["24.5", "1948", "2101-01-01", "0000"] {
            assert!(
                matches!(iso(text), Err(DateError::YearOutOfRange { .. })),
                "{text}"
            );
        }
        let message = iso("2023.2.29").unwrap_err().to_string();
        assert_eq!(message, "“2023.2.29”在日历上不存在，请核对月和日");
    }

    #[test]
    fn reads_excel_serials() {
        let read = |days| from_excel_serial(days).map(FuzzyDate::iso);
        assert_eq!(read(45052).as_deref(), Ok("2023-05-06"));
        assert_eq!(read(17899).as_deref(), Ok("1949-01-01"));
        for days in [-1, 0, 60, 2023, 17898, 73416, i64::MAX, i64::MIN] {
            assert!(read(days).is_err(), "{days}");
        }
        assert_eq!(read(73415).as_deref(), Ok("2100-12-31"));
    }

    proptest! {
        #[test]
        fn every_spelling_of_a_day_is_that_day(offset in 0..55_000u64) {
            let day = NaiveDate::from_ymd_opt(1949, 1, 1).unwrap() + Days::new(offset);
            for spelling in ["%Y-%m-%d", "%Y.%-m.%-d", "%Y/%-m/%-d", "%Y年%-m月%-d日", "%Y%m%d"] {
                let text = day.format(spelling).to_string();
                prop_assert_eq!(parse_date(&text), Ok(FuzzyDate::Day(day)));
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,24}") {
            if let Ok(date) = parse_date(&text) {
                prop_assert_eq!(parse_date(&date.iso()), Ok(date));
            }
        }
    }
}
