//! A period (聘期、任期) such as `2025.1-2027.12`: two dates, each as precise as written.

use crate::text;
use chrono::Datelike;
use ground::calendar::{self, FuzzyDate};

/// Signs that stand between two dates and within none.
const BETWEEN: &[char] = &['至', '到', '~', '～', '—', '–', '－', '―'];

/// Reads a period in the spellings offices use.
pub fn parse(written: &str) -> Result<(FuzzyDate, FuzzyDate), String> {
    let (from, to) = split(written).ok_or_else(|| unreadable(written))?;
    let from = beginning(&from).ok_or_else(|| unreadable(written))?;
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
        let from = from.trim_end_matches('起');
        return Some((from.to_owned(), to.to_owned()));
    }
    // A hyphen stands within dates as well, of three parts at most: the one in the middle parts
    // them.
    let parts: Vec<&str> = plain.split('-').collect();
    let middle = parts.len() / 2;
    let even = parts.len().is_multiple_of(2) && parts.len() <= 6;
    even.then(|| (parts[..middle].join("-"), parts[middle..].join("-")))
}

/// The beginning; the sign of its month may stand after the end only, as in `2025年1-12月`.
fn beginning(written: &str) -> Option<FuzzyDate> {
    let with_sign = || calendar::parse_date(&format!("{written}月"));
    calendar::parse_date(written).or_else(|_| with_sign()).ok()
}

/// The end; one that names no year lies in the beginning's.
fn end(from: FuzzyDate, written: &str) -> Option<FuzzyDate> {
    if let Ok(date) = calendar::parse_date(written) {
        return Some(date);
    }
    let year = from.first_day().year();
    let plain = text::to_half_width(written);
    let plain = plain.trim_end_matches(['月', '日', '号']);
    let plain = plain.replace('月', ".");
    let of_year = calendar::parse_date(&format!("{year}.{plain}")).ok()?;
    // As vague as the beginning, since `2025.1.1-31` could mean a day as well.
    (std::mem::discriminant(&of_year) == std::mem::discriminant(&from)).then_some(of_year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ground::calendar::Month;
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
            "2025年1月起至2027年12月止",
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
        for written in [
            "2025.1-12",
            "2025年1-12月",
            "2025年1月至12月",
            "二〇二五年一月至十二月",
        ] {
            assert_eq!(iso(written).as_deref(), Ok("2025-01/2025-12"), "{written}");
        }
        for written in ["2025年1月1日至12月31日", "2025.1.1-12.31"] {
            assert_eq!(
                iso(written).as_deref(),
                Ok("2025-01-01/2025-12-31"),
                "{written}"
            );
        }
        assert_eq!(
            iso("2025.1.1-31").unwrap_err(),
            "“2025.1.1-31”不是起止时间，请写成 2025.1-2027.12 的样子。"
        );
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
