//! A period (聘期、任期) such as `2025.1-2027.12`: two dates, each as precise as written.

use crate::calendar::{self, FuzzyDate, Month};
use crate::excel::text;
use chrono::Datelike;

/// Signs that stand between two dates and within none.
const BETWEEN: &[char] = &['至', '到', '~', '～', '—', '–', '－', '―'];

/// Reads a period in the spellings offices use.
pub fn parse(written: &str) -> Result<(FuzzyDate, FuzzyDate), String> {
    let (from, to) = split(written).ok_or_else(|| unreadable(written))?;
    let from = calendar::parse_date(&from).map_err(|_| unreadable(written))?;
    let to = end(from, &to).ok_or_else(|| unreadable(written))?;
    if to.last_day() < from.first_day() {
        let shown = text::head(written, 30);
        return Err(format!("“{shown}”的结束早于开始，请核对。"));
    }
    Ok((from, to))
}

fn unreadable(written: &str) -> String {
    let shown = text::head(written, 30);
    format!("“{shown}”不是起止时间，请写成 2025.1-2027.12 的样子。")
}

fn split(written: &str) -> Option<(String, String)> {
    let plain: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain
        .trim_start_matches(['自', '从'])
        .trim_end_matches('止');
    let parts: Vec<&str> = plain
        .split(BETWEEN)
        .filter(|part| !part.is_empty())
        .collect();
    if let [from, to] = parts[..] {
        return Some((from.to_owned(), to.to_owned()));
    }
    let parts: Vec<&str> = plain.split('-').collect();
    let middle = parts.len() / 2;
    let even = parts.len().is_multiple_of(2) && parts.len() <= 6;
    even.then(|| (parts[..middle].join("-"), parts[middle..].join("-")))
}

/// The end; one that names no year lies in the beginning's.
fn end(from: FuzzyDate, written: &str) -> Option<FuzzyDate> {
    let month = text::to_half_width(written);
    let month = month.trim_end_matches('月');
    match (from, month.parse::<u32>()) {
        (FuzzyDate::Month(start), Ok(number)) if month.len() <= 2 => {
            let year = start.first_day().year();
            Month::new(year, number).ok().map(FuzzyDate::Month)
        }
        _ => calendar::parse_date(written).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn iso(written: &str) -> Result<String, String> {
        parse(written).map(|(from, to)| format!("{}/{}", from.iso(), to.iso()))
    }

    #[test]
    fn reads_the_spellings_offices_use() {
        for written in [
            "2025.1-2027.12",
            "2025.01—2027.12",
            "2025年1月至2027年12月",
            "自2025年1月 至 2027年12月止",
            "２０２５．１－２０２７．１２",
            "2025-01-2027-12",
            "2025/1~2027/12",
        ] {
            assert_eq!(iso(written).as_deref(), Ok("2025-01/2027-12"), "{written}");
        }
        assert_eq!(
            iso("2025-01-01至2027-12-31").as_deref(),
            Ok("2025-01-01/2027-12-31")
        );
        assert_eq!(iso("2025-2027").as_deref(), Ok("2025/2027"));
        assert_eq!(
            iso("2025年1-12月").unwrap_err(),
            "“2025年1-12月”不是起止时间，请写成 2025.1-2027.12 的样子。"
        );
        assert_eq!(iso("2025.1-12").as_deref(), Ok("2025-01/2025-12"));
    }

    #[test]
    fn what_is_no_period_is_told() {
        for written in [
            "2025",
            "长期",
            "2025.1-",
            "2025.13-2026.1",
            "2025.1-2026.1-2027.1",
        ] {
            assert!(iso(written).unwrap_err().contains("起止时间"), "{written}");
        }
        assert!(iso("2027.1-2025.1").unwrap_err().contains("早于开始"));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_again(year in 1949..2090_i32, month in 1..=12_u32, more in 0..10_i32) {
            let from = FuzzyDate::Month(Month::new(year, month).unwrap());
            let to = FuzzyDate::Month(Month::new(year + more, 12).unwrap());
            prop_assert_eq!(parse(&format!("{from}至{to}")), Ok((from, to)));
        }
    }
}
