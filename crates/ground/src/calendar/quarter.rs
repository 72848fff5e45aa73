use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Month;

/// A quarter of a year (季度). Written `2026-Q3` in data, `2026年第三季度` on paper.
///
/// Held as its first month, so that it orders by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Quarter(Month);

/// A text that names no quarter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}”不是季度，请写成 2026-Q3 的样子")]
pub struct QuarterError(String);

const MONTHS: i32 = 3;

impl Quarter {
    /// The quarter that `date` lies in.
    pub fn of(date: NaiveDate) -> Self {
        let month = Month::of(date);
        Self(month.minus((i32::from(month.number()) - 1) % MONTHS))
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// 1 to 4.
    pub fn number(self) -> u8 {
        self.0.number() / 3 + 1
    }

    pub fn first_day(self) -> NaiveDate {
        self.0.first_day()
    }

    pub fn last_day(self) -> NaiveDate {
        self.0.plus(MONTHS - 1).last_day()
    }

    /// The quarter before.
    pub fn previous(self) -> Self {
        Self(self.0.minus(MONTHS))
    }

    /// The quarter as documents print it: `2026年第三季度`.
    pub fn chinese(self) -> String {
        let number = ["一", "二", "三", "四"];
        let number = number.get(usize::from(self.number()) - 1);
        format!(
            "{}年第{}季度",
            self.year(),
            number.copied().unwrap_or_default()
        )
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year(), self.number())
    }
}

impl FromStr for Quarter {
    type Err = QuarterError;

    fn from_str(text: &str) -> Result<Self, QuarterError> {
        let wrong = || QuarterError(text.to_owned());
        let (year, number) = text.split_once("-Q").ok_or_else(wrong)?;
        let month = match number {
            "1" => "01",
            "2" => "04",
            "3" => "07",
            "4" => "10",
            _ => return Err(wrong()),
        };
        let month = format!("{year}-{month}").parse().map_err(|_| wrong())?;
        Ok(Self(month))
    }
}

impl TryFrom<String> for Quarter {
    type Error = QuarterError;

    fn try_from(text: String) -> Result<Self, QuarterError> {
        text.parse()
    }
}

impl From<Quarter> for String {
    fn from(quarter: Quarter) -> Self {
        quarter.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_and_writes_itself() {
        let quarter: Quarter = "2026-Q3".parse().unwrap();
        assert_eq!(quarter.to_string(), "2026-Q3");
        assert_eq!(quarter.chinese(), "2026年第三季度");
        assert_eq!(quarter.first_day().to_string(), "2026-07-01");
        assert_eq!(quarter.last_day().to_string(), "2026-09-30");
        for text in ["2026", "2026-Q0", "2026-Q5", "26-Q1", "2026-q1", "二季度"] {
            let error = text.parse::<Quarter>().unwrap_err();
            assert!(error.to_string().contains(text), "{error}");
        }
    }

    proptest! {
        #[test]
        fn every_day_lies_in_one_quarter(day in 0..40_000i64) {
            let date = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap() + chrono::Duration::days(day);
            let quarter = Quarter::of(date);
            prop_assert!(quarter.first_day() <= date && date <= quarter.last_day());
            prop_assert_eq!(quarter.previous().last_day().succ_opt(), Some(quarter.first_day()));
            prop_assert_eq!(quarter.to_string().parse::<Quarter>().unwrap(), quarter);
        }
    }
}
