use chrono::{Days, NaiveDate};

/// So many days after a day.
pub fn later(day: NaiveDate, days: i64) -> NaiveDate {
    let days = u64::try_from(days).unwrap_or_default();
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
