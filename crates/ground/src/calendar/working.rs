use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{YearPack, chinese_date, chinese_weekday};

/// The holidays of a year have not been published, or the office has not entered them yet (未公布).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, TS)]
#[error("{year}年节假日安排未公布，无法推算工作日，请公布后在工作日历中录入")]
pub struct NotPublished {
    pub year: i32,
}

/// Working days (工作日) over the years whose packs are known.
///
/// A day counts as worked if its year's pack lists it as such, or if it is a Monday to Friday
/// outside the pack's days off.
#[derive(Debug, Clone, Default)]
pub struct WorkingCalendar {
    packs: BTreeMap<i32, YearPack>,
}

/// A due date that falls on a day off, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueOnDayOff {
    #[ts(type = "string")]
    pub due: NaiveDate,
    /// The holiday's name; none for an ordinary weekend.
    pub holiday: Option<String>,
    /// The next working day.
    #[ts(type = "string")]
    pub proposed: NaiveDate,
}

impl DueOnDayOff {
    /// One sentence that warns the clerk and proposes the next working day.
    pub fn chinese(&self) -> String {
        format!(
            "{}是{}，不是工作日，建议改为{}（{}）",
            chinese_date(self.due),
            self.holiday.as_deref().unwrap_or(chinese_weekday(self.due)),
            chinese_date(self.proposed),
            chinese_weekday(self.proposed),
        )
    }
}

impl WorkingCalendar {
    /// A calendar of these years. Of two packs for one year the later in the list holds, so that
    /// an office's own pack, listed behind the shipped one, replaces it.
    pub fn new(packs: Vec<YearPack>) -> Self {
        Self {
            packs: packs.into_iter().map(|pack| (pack.year, pack)).collect(),
        }
    }

    /// The years whose holidays are known, in order.
    pub fn years(&self) -> impl Iterator<Item = i32> + '_ {
        self.packs.keys().copied()
    }

    /// # Errors
    /// [`NotPublished`] where the year has no pack.
    pub fn is_working(&self, date: NaiveDate) -> Result<bool, NotPublished> {
        Ok(self.pack(date)?.is_working(date))
    }

    /// The `n`-th working day after `date`, or before it where `n` is negative; `date` itself,
    /// worked or not, where `n` is 0.
    ///
    /// # Errors
    /// [`NotPublished`] where the count runs into a year without a pack.
    pub fn add_working_days(&self, date: NaiveDate, n: i64) -> Result<NaiveDate, NotPublished> {
        let mut day = date;
        // Without a bound of its own: it ends at the first day whose year has no pack.
        for _ in 0..n.unsigned_abs() {
            day = self.next_working_day(day, n.signum())?;
        }
        Ok(day)
    }

    /// The `n`-th working day before `date`; see [`Self::add_working_days`].
    ///
    /// # Errors
    /// [`NotPublished`] where the count runs into a year without a pack.
    pub fn subtract_working_days(
        &self,
        date: NaiveDate,
        n: i64,
    ) -> Result<NaiveDate, NotPublished> {
        self.add_working_days(date, n.saturating_neg())
    }

    /// How many working days lie between: after `from` up to and including `to`, so that counting
    /// the result on from `from` arrives at `to` where `to` is worked. Negative where `to` is
    /// the earlier one.
    ///
    /// # Errors
    /// [`NotPublished`] where a day between lies in a year without a pack.
    pub fn working_days_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<i64, NotPublished> {
        let step = (to - from).num_days().signum();
        let mut day = from;
        let mut count = 0;
        while day != to {
            day = self.step(day, step)?;
            count += i64::from(self.is_working(day)?) * step;
        }
        Ok(count)
    }

    /// The last day on which a meeting of `meeting_day` may be announced with `n` working days'
    /// notice: three days' notice of a meeting on 2026-10-14 go out on 2026-10-10 at the latest.
    ///
    /// # Errors
    /// [`NotPublished`] where the count runs into a year without a pack.
    pub fn latest_notice_day(
        &self,
        meeting_day: NaiveDate,
        n: u32,
    ) -> Result<NaiveDate, NotPublished> {
        self.subtract_working_days(meeting_day, i64::from(n))
    }

    /// Warns of a due date on a day off; `None` where it is a working day.
    ///
    /// # Errors
    /// [`NotPublished`] where it, or the working day to propose, lies in a year without a pack.
    pub fn adjust_due(&self, due: NaiveDate) -> Result<Option<DueOnDayOff>, NotPublished> {
        let pack = self.pack(due)?;
        if pack.is_working(due) {
            return Ok(None);
        }
        let holiday = pack.holiday(due).map(|days| days.name.clone());
        Ok(Some(DueOnDayOff {
            due,
            holiday,
            proposed: self.add_working_days(due, 1)?,
        }))
    }

    fn next_working_day(&self, date: NaiveDate, step: i64) -> Result<NaiveDate, NotPublished> {
        let mut day = self.step(date, step)?;
        while !self.is_working(day)? {
            day = self.step(day, step)?;
        }
        Ok(day)
    }

    /// The neighbouring day. The ends of chrono's calendar belong to no published year.
    fn step(&self, date: NaiveDate, step: i64) -> Result<NaiveDate, NotPublished> {
        let next = if step < 0 {
            date.pred_opt()
        } else {
            date.succ_opt()
        };
        next.ok_or(NotPublished { year: date.year() })
    }

    fn pack(&self, date: NaiveDate) -> Result<&YearPack, NotPublished> {
        self.packs
            .get(&date.year())
            .ok_or(NotPublished { year: date.year() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::shipped_packs;

    fn calendar() -> WorkingCalendar {
        WorkingCalendar::new(shipped_packs().unwrap())
    }

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn notice_of_the_first_meeting_after_the_holidays() {
        assert_eq!(
            calendar().latest_notice_day(day(10, 14), 3),
            Ok(day(10, 10))
        );
        assert_eq!(
            calendar().latest_notice_day(day(10, 14), 0),
            Ok(day(10, 14))
        );
    }

    #[test]
    fn holidays_weekends_and_shifted_days() {
        let calendar = calendar();
        for date in [
            day(1, 4),
            day(2, 14),
            day(2, 28),
            day(5, 9),
            day(9, 20),
            day(10, 10),
            day(9, 28),
        ] {
            assert_eq!(calendar.is_working(date), Ok(true), "{date}");
        }
        for date in [
            day(1, 1),
            day(2, 23),
            day(4, 6),
            day(9, 25),
            day(10, 7),
            day(10, 11),
        ] {
            assert_eq!(calendar.is_working(date), Ok(false), "{date}");
        }
    }

    #[test]
    fn an_unpublished_year_is_an_error() {
        let calendar = calendar();
        let error = calendar.add_working_days(day(12, 31), 1).unwrap_err();
        assert_eq!(error, NotPublished { year: 2027 });
        assert!(error.to_string().starts_with("2027年节假日安排未公布"));
        assert_eq!(
            calendar.latest_notice_day(day(1, 4), 1),
            Err(NotPublished { year: 2025 })
        );
        assert_eq!(calendar.add_working_days(day(12, 31), 0), Ok(day(12, 31)));
        assert_eq!(
            calendar
                .add_working_days(day(6, 1), i64::MIN)
                .unwrap_err()
                .year,
            2025
        );
    }

    #[test]
    fn a_due_date_on_a_day_off_is_warned_of() {
        let warning = calendar().adjust_due(day(10, 3)).unwrap().unwrap();
        assert_eq!(
            warning.chinese(),
            "2026年10月3日是国庆节，不是工作日，建议改为2026年10月8日（星期四）"
        );
        let weekend = calendar().adjust_due(day(10, 11)).unwrap().unwrap();
        assert_eq!((weekend.holiday, weekend.proposed), (None, day(10, 12)));
        assert_eq!(calendar().adjust_due(day(10, 10)), Ok(None));
    }

    #[test]
    fn the_office_s_own_pack_replaces_the_shipped_one() {
        let mut packs = shipped_packs().unwrap();
        packs.push(YearPack {
            off: vec![],
            ..packs[0].clone()
        });
        let calendar = WorkingCalendar::new(packs);
        assert_eq!(calendar.is_working(day(10, 1)), Ok(true));
        assert_eq!(calendar.years().collect::<Vec<_>>(), [2026]);
    }

    proptest! {
        #[test]
        fn counting_and_adding_agree(start in 90..280u32, n in -40..40i64) {
            let calendar = calendar();
            let from = NaiveDate::from_yo_opt(2026, start).unwrap();
            let to = calendar.add_working_days(from, n).unwrap();
            prop_assert_eq!(calendar.working_days_between(from, to), Ok(n));
            prop_assert!(n == 0 || calendar.is_working(to).unwrap());
        }
    }
}
