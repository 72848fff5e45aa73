//! What there is to do: the lines of 本月工作台, which each thing declares for itself.

mod part;
mod thing;

pub use part::{DeskPart, DeskScope};
pub use thing::THING;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use ts_rs::TS;

/// How pressing a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// 已逾期.
    Late,
    /// 今天.
    Today,
    /// Within a week.
    Soon,
    /// Later, or without a day.
    Ahead,
}

/// What there is to do, by the key a thing declared it with; the window knows the place where each is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct TodoKind(Cow<'static, str>);

impl TodoKind {
    /// The kind of a key that the thing's [`DeskPart`] names.
    pub(crate) const fn new(key: &'static str) -> Self {
        Self(Cow::Borrowed(key))
    }
}

/// One line of the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Todo {
    /// What there is to do.
    pub kind: TodoKind,
    /// How pressing.
    pub urgency: Urgency,
    /// The day it is about.
    pub date: Option<NaiveDate>,
    /// What, in a few words.
    pub title: String,
    /// Whom it concerns.
    pub note: String,
    /// The record: a meeting, an assignment, a committee, a rating, an agreement, a partner or a month, as the kind says.
    pub target: Option<String>,
    /// The committee.
    pub committee_id: Option<String>,
}

/// How pressing something is that is to be done by a day.
pub(crate) fn urgency(day: NaiveDate, today: NaiveDate) -> Urgency {
    let week = today.checked_add_days(Days::new(7)).unwrap_or(today);
    match day {
        day if day < today => Urgency::Late,
        day if day == today => Urgency::Today,
        day if day <= week => Urgency::Soon,
        _ => Urgency::Ahead,
    }
}

/// From this month on the next year's rota and holidays are looked for.
const YEAR_END: u32 = 11;

/// The year whose rota and holidays should be there by now.
pub(crate) fn year_to_plan(today: NaiveDate) -> i32 {
    match today.month() >= YEAR_END {
        true => today.year() + 1,
        false => today.year(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_late_only_after_it_has_passed() {
        let today = day("2026-11-24");
        assert_eq!(urgency(day("2026-11-23"), today), Urgency::Late);
        assert_eq!(urgency(today, today), Urgency::Today);
        assert_eq!(urgency(day("2026-12-01"), today), Urgency::Soon);
        assert_eq!(urgency(day("2026-12-02"), today), Urgency::Ahead);
    }
}
