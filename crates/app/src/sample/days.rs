use chrono::{Datelike, NaiveDate, Weekday};
use ground::calendar::{Month, WorkingCalendar};

/// Days of the script, counted from today; where a year's holidays are not published, its Mondays
/// to Fridays count as worked.
pub(super) struct Days {
    pub today: NaiveDate,
    calendar: WorkingCalendar,
}

impl Days {
    pub fn new(today: NaiveDate, calendar: WorkingCalendar) -> Self {
        Self { today, calendar }
    }

    pub fn month(&self) -> Month {
        Month::of(self.today)
    }

    fn worked(&self, date: NaiveDate) -> bool {
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        self.calendar.is_working(date).unwrap_or(!weekend)
    }

    /// The `count`-th working day after a day.
    pub fn after(&self, date: NaiveDate, count: usize) -> NaiveDate {
        let later = date.iter_days().skip(1).filter(|day| self.worked(*day));
        later.take(count).last().unwrap_or(date)
    }

    /// The `count`-th working day before a day.
    pub fn before(&self, date: NaiveDate, count: usize) -> NaiveDate {
        let earlier = std::iter::successors(date.pred_opt(), NaiveDate::pred_opt);
        earlier
            .filter(|day| self.worked(*day))
            .take(count)
            .last()
            .unwrap_or(date)
    }

    /// The working day of a month that comes `place`-th, counted from 1; where the month is over
    /// before, its last working day.
    pub fn of_month(&self, month: Month, place: usize) -> NaiveDate {
        let days = month
            .first_day()
            .iter_days()
            .take_while(|day| month.contains(*day));
        let last = days.filter(|day| self.worked(*day)).take(place).last();
        last.unwrap_or(month.last_day())
    }

    /// A day of this month that is over or today: the newest working day, else today.
    pub fn lately(&self) -> NaiveDate {
        let of_month = self
            .month()
            .first_day()
            .iter_days()
            .take_while(|day| *day <= self.today);
        of_month
            .filter(|day| self.worked(*day))
            .last()
            .unwrap_or(self.today)
    }

    /// A working day of this month that still comes, `count` of them ahead; at its end, today.
    pub fn soon(&self, count: usize) -> NaiveDate {
        let rest = self
            .today
            .iter_days()
            .skip(1)
            .take_while(|day| self.month().contains(*day));
        rest.filter(|day| self.worked(*day))
            .take(count)
            .last()
            .unwrap_or(self.today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ground::calendar::shipped_packs;

    fn days(year: i32, month: u32, day: u32) -> Days {
        let today = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        Days::new(today, WorkingCalendar::new(shipped_packs().unwrap()))
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn counts_working_days_and_weekdays_where_nothing_is_published() {
        let days = days(2026, 12, 30);
        assert_eq!(days.after(day(2026, 10, 9), 1), day(2026, 10, 10));
        assert_eq!(days.after(days.today, 3), day(2027, 1, 4));
        assert_eq!(days.before(day(2026, 10, 14), 3), day(2026, 10, 10));
    }

    #[test]
    fn stays_within_the_month_on_its_first_and_last_day() {
        assert_eq!(days(2026, 1, 1).lately(), day(2026, 1, 1));
        assert_eq!(days(2026, 11, 30).soon(4), day(2026, 11, 30));
        assert_eq!(days(2026, 11, 20).soon(4), day(2026, 11, 26));
    }
}
