use std::cmp::Ordering;
use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::parse::{self, DateError};
use super::{Month, chinese_date};

/// How much of a date is known (日期精度).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DatePrecision {
    Year,
    Month,
    Day,
}

/// A date exactly as precise as the office wrote it: a year, a month or a day.
///
/// In data `2024`, `2024-06` or `2024-06-05`; shown as `2024年`, `2024年6月` or `2024年6月5日`.
/// Orders by the first day it covers, the vaguer one first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub enum FuzzyDate {
    Year(i32),
    Month(Month),
    Day(NaiveDate),
}

impl FuzzyDate {
    pub fn precision(self) -> DatePrecision {
        match self {
            Self::Year(_) => DatePrecision::Year,
            Self::Month(_) => DatePrecision::Month,
            Self::Day(_) => DatePrecision::Day,
        }
    }

    /// The first day that the date may mean.
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Year(year) => NaiveDate::from_yo_opt(year, 1).unwrap_or_default(),
            Self::Month(month) => month.first_day(),
            Self::Day(day) => day,
        }
    }

    /// The last day that the date may mean.
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default(),
            Self::Month(month) => month.last_day(),
            Self::Day(day) => day,
        }
    }

    /// The spelling kept in data: `2024`, `2024-06` or `2024-06-05`.
    pub fn iso(self) -> String {
        match self {
            Self::Year(year) => format!("{year:04}"),
            Self::Month(month) => month.to_string(),
            Self::Day(day) => format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
        }
    }
}

impl fmt::Display for FuzzyDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(f, "{year}年"),
            Self::Month(month) => f.write_str(&month.chinese()),
            Self::Day(day) => f.write_str(&chinese_date(day)),
        }
    }
}

impl Ord for FuzzyDate {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |date: &Self| (date.first_day(), date.precision());
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for FuzzyDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl TryFrom<String> for FuzzyDate {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        match parse::parse_iso(&text) {
            Some(date) => Ok(date),
            None => {
                // Where other spellings know it, their error says more: a year out of range, a day
                // that is none.
                parse::parse_date(&text)?;
                Err(DateError::Unreadable { text })
            }
        }
    }
}

impl From<FuzzyDate> for String {
    fn from(date: FuzzyDate) -> Self {
        date.iso()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> FuzzyDate {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn keeps_its_precision_through_data_and_paper() {
        for (json, precision, shown) in [
            ("\"2024\"", DatePrecision::Year, "2024年"),
            ("\"2024-06\"", DatePrecision::Month, "2024年6月"),
            ("\"2024-06-05\"", DatePrecision::Day, "2024年6月5日"),
        ] {
            let date = read(json);
            assert_eq!(date.precision(), precision);
            assert_eq!(date.to_string(), shown);
            assert_eq!(serde_json::to_string(&date).unwrap(), json);
        }
    }

    #[test]
    fn data_accepts_one_spelling_only() {
        for json in ["\"2024.6\"", "\"2024-6\"", "\"20240605\"", "\"\""] {
            assert!(serde_json::from_str::<FuzzyDate>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn orders_by_first_day_then_vaguer_first() {
        let mut dates = ["\"2024-01-01\"", "\"2023-12\"", "\"2024\"", "\"2024-01\""].map(read);
        dates.sort();
        assert_eq!(
            dates.map(FuzzyDate::iso),
            ["2023-12", "2024", "2024-01", "2024-01-01"]
        );
    }

    #[test]
    fn covers_its_days() {
        assert_eq!(read("\"2024\"").last_day().to_string(), "2024-12-31");
        assert_eq!(read("\"2024-02\"").last_day().to_string(), "2024-02-29");
    }
}
