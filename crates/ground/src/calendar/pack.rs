use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::chinese_date;

const SHIPPED: [&str; 1] = [include_str!("2026.json")];

/// One year's statutory holidays and shifted working days (节假日安排), as published.
/// Offices add and edit packs: a later notice may change an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct YearPack {
    pub year: i32,
    /// The notice that the dates are taken from, as text for people.
    pub source: String,
    pub off: Vec<DaysOff>,
    /// Weekend days that are worked (调休上班), in place of a day off.
    #[ts(type = "Array<string>")]
    pub working: Vec<NaiveDate>,
}

/// A run of days off (放假), both ends included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DaysOff {
    /// The holiday's name, such as 国庆节.
    pub name: String,
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
}

/// Why a year pack cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    #[error("节假日安排文件无法读取（{0}），请重新选择文件")]
    Unreadable(String),
    #[error("“{0}”的放假结束日期早于开始日期，请更正")]
    Reversed(String),
    #[error("{date}不在{year}年内，请更正", date = chinese_date(*.date))]
    OtherYear { year: i32, date: NaiveDate },
    #[error("{date}既列为放假又列为上班，请更正", date = chinese_date(*.0))]
    Both(NaiveDate),
    #[error("{date}本来就是工作日，不必列为调休上班", date = chinese_date(*.0))]
    NotWeekend(NaiveDate),
}

impl DaysOff {
    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.from..=self.to).contains(&date)
    }
}

impl YearPack {
    /// Reads and checks a pack from its JSON form.
    ///
    /// # Errors
    /// [`PackError`] where the text is no pack or the pack contradicts itself.
    pub fn from_json(text: &str) -> Result<Self, PackError> {
        let pack: Self =
            serde_json::from_str(text).map_err(|error| PackError::Unreadable(error.to_string()))?;
        pack.check()?;
        Ok(pack)
    }

    /// Whether the pack agrees with itself; to be asked before an edited pack is stored.
    ///
    /// # Errors
    /// The first [`PackError`] found.
    pub fn check(&self) -> Result<(), PackError> {
        self.off.iter().try_for_each(|days| self.check_off(days))?;
        self.working
            .iter()
            .try_for_each(|day| self.check_working(*day))
    }

    /// The holiday that `date` belongs to.
    pub fn holiday(&self, date: NaiveDate) -> Option<&DaysOff> {
        self.off.iter().find(|days| days.contains(date))
    }

    pub(super) fn is_working(&self, date: NaiveDate) -> bool {
        self.working.contains(&date) || (!is_weekend(date) && self.holiday(date).is_none())
    }

    fn check_off(&self, days: &DaysOff) -> Result<(), PackError> {
        self.check_year(days.from)?;
        self.check_year(days.to)?;
        if days.to < days.from {
            return Err(PackError::Reversed(days.name.clone()));
        }
        Ok(())
    }

    fn check_working(&self, date: NaiveDate) -> Result<(), PackError> {
        self.check_year(date)?;
        if self.holiday(date).is_some() {
            return Err(PackError::Both(date));
        }
        if is_weekend(date) {
            Ok(())
        } else {
            Err(PackError::NotWeekend(date))
        }
    }

    fn check_year(&self, date: NaiveDate) -> Result<(), PackError> {
        if date.year() == self.year {
            return Ok(());
        }
        Err(PackError::OtherYear {
            year: self.year,
            date,
        })
    }
}

/// The packs that come with the program.
///
/// # Errors
/// Never for a build whose tests passed; [`PackError`] is the type that reading a pack has.
pub fn shipped_packs() -> Result<Vec<YearPack>, PackError> {
    SHIPPED
        .iter()
        .map(|text| YearPack::from_json(text))
        .collect()
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn pack() -> YearPack {
        shipped_packs().unwrap().remove(0)
    }

    #[test]
    fn the_shipped_year_is_the_published_one() {
        let pack = pack();
        let days: i64 = pack
            .off
            .iter()
            .map(|off| (off.to - off.from).num_days() + 1)
            .sum();
        assert_eq!((pack.year, days, pack.working.len()), (2026, 33, 6));
        let working_days = day(1, 1)
            .iter_days()
            .take(365)
            .filter(|date| pack.is_working(*date));
        assert_eq!(working_days.count(), 365 - 104 - 33 + 14 + 6);
    }

    #[test]
    fn contradictions_are_named() {
        let mut late = pack();
        late.off[0].to = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
        assert_eq!(
            late.check().unwrap_err().to_string(),
            "2027年1月1日不在2026年内，请更正"
        );

        let mut reversed = pack();
        reversed.off[1].to = day(2, 1);
        assert_eq!(reversed.check(), Err(PackError::Reversed("春节".into())));

        let mut both = pack();
        both.working.push(day(10, 3));
        assert_eq!(both.check(), Err(PackError::Both(day(10, 3))));

        let mut weekday = pack();
        weekday.working.push(day(10, 14));
        assert_eq!(weekday.check(), Err(PackError::NotWeekend(day(10, 14))));
    }

    #[test]
    fn an_unknown_field_is_refused() {
        assert!(matches!(
            YearPack::from_json("{\"yaer\":2026}"),
            Err(PackError::Unreadable(_))
        ));
    }
}
