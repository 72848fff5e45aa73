use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A month of a year (年月). Written `2026-10` in data, `2026年10月` on paper.
///
/// Held as its first day, so that every `Month` is a real one and orders by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Month(NaiveDate);

/// A text or a pair of numbers that names no month.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}”不是年月，请写成 2026-10 的样子")]
pub struct MonthError(String);

impl Month {
    /// The month `month` (1–12) of `year` (1–9999).
    pub fn new(year: i32, month: u32) -> Result<Self, MonthError> {
        NaiveDate::from_ymd_opt(year, month, 1)
            .filter(|_| (1..=9999).contains(&year))
            .map(Self)
            .ok_or_else(|| MonthError(format!("{year}-{month}")))
    }

    /// The month that `date` lies in.
    pub fn of(date: NaiveDate) -> Self {
        Self(date.with_day(1).unwrap_or(date))
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// 1 for January to 12 for December.
    pub fn number(self) -> u8 {
        u8::try_from(self.0.month()).unwrap_or_default()
    }

    pub fn first_day(self) -> NaiveDate {
        self.0
    }

    pub fn last_day(self) -> NaiveDate {
        let next = self.0.checked_add_months(Months::new(1));
        next.and_then(|day| day.checked_sub_days(Days::new(1)))
            .unwrap_or(self.0)
    }

    pub fn contains(self, date: NaiveDate) -> bool {
        Self::of(date) == self
    }

    /// The month `months` later, or earlier where negative. Stays in place where the result
    /// would leave the years 1–9999.
    pub fn plus(self, months: i32) -> Self {
        // The least number has no positive counterpart.
        let step = Months::new(months.unsigned_abs());
        let moved = match months {
            0.. => self.0.checked_add_months(step),
            _ => self.0.checked_sub_months(step),
        };
        moved
            .filter(|day| (1..=9999).contains(&day.year()))
            .map_or(self, Self)
    }

    pub fn minus(self, months: i32) -> Self {
        self.plus(months.saturating_neg())
    }

    /// How many months `self` lies after `earlier`; negative where it lies before.
    pub fn months_since(self, earlier: Month) -> i32 {
        let index = |month: Month| month.year() * 12 + i32::from(month.number());
        index(self) - index(earlier)
    }

    /// Every month from `self` to `last`, both included; empty where `last` lies before.
    pub fn through(self, last: Month) -> Vec<Month> {
        (0..=last.months_since(self))
            .map(|step| self.plus(step))
            .collect()
    }

    /// The month as documents print it: `2026年10月`.
    pub fn chinese(self) -> String {
        format!("{}年{}月", self.year(), self.number())
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl FromStr for Month {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Self, MonthError> {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let wrong = || MonthError(text.to_owned());
        let (year, month) = text.split_once('-').ok_or_else(wrong)?;
        // Digits are asked for since `parse` takes a sign as well: 2026-+1.
        if year.len() != 4 || month.len() != 2 || !digits(year) || !digits(month) {
            return Err(wrong());
        }
        let year = year.parse().map_err(|_| wrong())?;
        Self::new(year, month.parse().map_err(|_| wrong())?).map_err(|_| wrong())
    }
}

impl TryFrom<String> for Month {
    type Error = MonthError;

    fn try_from(text: String) -> Result<Self, MonthError> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn reads_and_writes_itself() {
        assert_eq!(
            serde_json::to_string(&month("2026-10")).unwrap(),
            "\"2026-10\""
        );
        assert_eq!(
            serde_json::from_str::<Month>("\"2026-10\"").unwrap(),
            month("2026-10")
        );
        assert_eq!(month("2026-03").chinese(), "2026年3月");
    }

    #[test]
    fn refuses_what_is_no_month() {
        for text in [
            "2026", "2026-13", "2026-00", "0000-01", "26-01", "2026-1", "2026-+1", "二月",
        ] {
            let error = text.parse::<Month>().unwrap_err();
            assert!(error.to_string().contains(text), "{error}");
        }
    }

    #[test]
    fn knows_its_days() {
        assert_eq!(month("2024-02").last_day().to_string(), "2024-02-29");
        assert_eq!(month("2026-12").last_day().to_string(), "2026-12-31");
        assert!(month("2026-12").contains(month("2026-12").last_day()));
    }

    #[test]
    fn stays_within_four_digit_years() {
        assert_eq!(month("9999-12").plus(1), month("9999-12"));
        assert_eq!(month("0001-01").minus(1), month("0001-01"));
        assert_eq!(month("9999-12").last_day().to_string(), "9999-12-31");
    }

    #[test]
    fn spans_are_inclusive() {
        let span = month("2025-11").through(month("2026-02"));
        assert_eq!(span.len(), 4);
        assert_eq!(span[2], month("2026-01"));
        assert!(month("2026-02").through(month("2026-01")).is_empty());
    }

    proptest! {
        #[test]
        fn adding_and_measuring_agree(year in 1900..2200i32, number in 1..=12u32, step in -1200..1200i32) {
            let start = Month::new(year, number).unwrap();
            prop_assert_eq!(start.plus(step).months_since(start), step);
            prop_assert_eq!(start.plus(step).minus(step), start);
            prop_assert_eq!(start.to_string().parse::<Month>().unwrap(), start);
            prop_assert_eq!(start.plus(step) < start, step < 0);
        }
    }
}
