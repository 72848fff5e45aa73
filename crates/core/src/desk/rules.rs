//! How pressing a day is, and the order of the desk.

use super::{Todo, Urgency};
use chrono::{Days, NaiveDate};

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

/// Most pressing first, then by day, lines without a day last.
pub(super) fn ordered(mut todos: Vec<Todo>) -> Vec<Todo> {
    todos.sort_by_key(|todo| (todo.urgency, todo.date.is_none(), todo.date));
    todos
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
