//! What kinds and states are called, the way from one state to the next, and what is shown of a
//! phone. Pure.

use super::{Partner, PartnerKind, PartnerState, PartnerStep};
use crate::session::Role;
use chrono::{Days, Months, NaiveDate};
use ground::calendar::FuzzyDate;
use ground::error::{Error, Result};

impl PartnerKind {
    /// All kinds, 志愿者 last.
    pub const ALL: [Self; 5] = [
        Self::Unit,
        Self::Expert,
        Self::Resident,
        Self::Merchant,
        Self::Volunteer,
    ];

    /// What offices call it.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Unit => "单位合伙人",
            Self::Expert => "专业人才合伙人",
            Self::Resident => "社区合伙人",
            Self::Merchant => "暖心商户",
            Self::Volunteer => "志愿者",
        }
    }

    /// The code kept in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Expert => "expert",
            Self::Resident => "resident",
            Self::Merchant => "merchant",
            Self::Volunteer => "volunteer",
        }
    }

    /// Whether it is a person, who gets a 聘书; others get a 授牌 and sign a 合作协议.
    pub fn is_person(self) -> bool {
        matches!(self, Self::Expert | Self::Resident | Self::Volunteer)
    }
}

impl PartnerState {
    /// All states, in the order of the way.
    pub const ALL: [Self; 5] = [
        Self::Recruited,
        Self::Assessed,
        Self::Appointed,
        Self::Renewed,
        Self::Left,
    ];

    /// What offices call it.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Recruited => "招募",
            Self::Assessed => "评估",
            Self::Appointed => "聘任",
            Self::Renewed => "续聘",
            Self::Left => "退出",
        }
    }

    /// The code kept in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Recruited => "recruited",
            Self::Assessed => "assessed",
            Self::Appointed => "appointed",
            Self::Renewed => "renewed",
            Self::Left => "left",
        }
    }

    /// Whether a partner serves: 聘任 or 续聘.
    pub fn serves(self) -> bool {
        matches!(self, Self::Appointed | Self::Renewed)
    }

    /// The states that may follow. One who left may be recruited again.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Recruited => &[Self::Assessed, Self::Left],
            Self::Assessed => &[Self::Appointed, Self::Left],
            Self::Appointed | Self::Renewed => &[Self::Renewed, Self::Left],
            Self::Left => &[Self::Recruited],
        }
    }
}

/// Refuses a step that cannot follow, or that lies before the last one.
///
/// # Errors
/// `State` or `Invalid` with the sentence for the person.
pub(super) fn check_step(partner: &Partner, step: &PartnerStep) -> Result<()> {
    let now = partner.state;
    if !now.next().contains(&step.state) {
        let allowed: Vec<&str> = now.next().iter().map(|state| state.chinese()).collect();
        return Err(Error::state(format!(
            "{}现为“{}”，下一步只能是{}，请按步骤登记。",
            partner.name,
            now.chinese(),
            allowed.join("或")
        )));
    }
    // Both at their widest: 2023年5月 may well follow the 20th of that month.
    if let Some(last) = partner
        .steps
        .last()
        .filter(|last| step.date.last_day() < last.date.first_day())
    {
        return Err(Error::invalid(
            "date",
            format!(
                "日期早于上一步（{}，{}），请核对。",
                last.state.chinese(),
                last.date
            ),
        ));
    }
    check_term(step)
}

/// An appointment needs a term whose end is not before its beginning.
pub(super) fn check_term(step: &PartnerStep) -> Result<()> {
    let (from, to) = (step.term_from, step.term_to);
    if from
        .zip(to)
        .is_some_and(|(from, to)| to.last_day() < from.first_day())
    {
        return Err(Error::invalid("term_to", "聘期的结束早于开始，请核对。"));
    }
    if step.state.serves() && (from.is_none() || to.is_none()) {
        let word = step.state.chinese();
        return Err(Error::invalid(
            "term_from",
            format!("登记{word}须填写聘期的起止时间。"),
        ));
    }
    Ok(())
}

/// A term of so many years that begins where the last one ends, as precise as that is known.
///
/// # Errors
/// `State` for a partner without a term.
pub(super) fn following_term(partner: &Partner, years: i64) -> Result<(FuzzyDate, FuzzyDate)> {
    let ends = partner.term_to.ok_or_else(|| {
        Error::state(format!(
            "{}没有登记过聘期，无法顺延，请直接填写聘期。",
            partner.name
        ))
    })?;
    let years = i32::try_from(years).unwrap_or_default();
    // The new term is as exact as the old one: a month must not turn into a day.
    Ok(match ends {
        FuzzyDate::Year(year) => (FuzzyDate::Year(year + 1), FuzzyDate::Year(year + years)),
        FuzzyDate::Month(month) => (
            FuzzyDate::Month(month.plus(1)),
            FuzzyDate::Month(month.plus(12 * years)),
        ),
        FuzzyDate::Day(day) => {
            let from = day.succ_opt().unwrap_or(day);
            let months = Months::new(12 * years.unsigned_abs());
            let after = from.checked_add_months(months).unwrap_or(from);
            (
                FuzzyDate::Day(from),
                FuzzyDate::Day(after.pred_opt().unwrap_or(after)),
            )
        }
    })
}

/// Whether the term of one who serves ends within so many days, or has ended.
pub(super) fn is_ending(partner: &Partner, today: NaiveDate, days: i64) -> bool {
    let days = u64::try_from(days).unwrap_or_default();
    let horizon = today.checked_add_days(Days::new(days)).unwrap_or(today);
    partner.state.serves() && partner.ends_on.is_some_and(|ends| ends <= horizon)
}

/// Whether a phone of this kind is shown to a role without asking: work phones to the 管理员 only.
pub(super) fn may_see_phone(kind: PartnerKind, role: Role) -> bool {
    // Work phones are dialled daily; those of residents and volunteers are shown one at a time.
    role == Role::Clerk && !kind.is_person()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_work_phones_are_shown_and_only_to_the_clerk() {
        for kind in PartnerKind::ALL {
            assert_eq!(may_see_phone(kind, Role::Clerk), !kind.is_person());
            assert!(!may_see_phone(kind, Role::Secretary));
        }
    }

    #[test]
    fn a_following_term_is_as_precise_as_the_last_one() {
        let term = |ends: &str, years| {
            let mut partner = Partner::blank("p".into(), PartnerKind::Expert);
            partner.term_to = FuzzyDate::try_from(ends.to_owned()).ok();
            following_term(&partner, years).map(|(from, to)| [from.iso(), to.iso()])
        };
        assert_eq!(term("2027", 2).unwrap(), ["2028", "2029"]);
        assert_eq!(term("2027-12", 3).unwrap(), ["2028-01", "2030-12"]);
        assert_eq!(term("2026-06", 1).unwrap(), ["2026-07", "2027-06"]);
        assert_eq!(term("2026-12-31", 2).unwrap(), ["2027-01-01", "2028-12-31"]);
        assert_eq!(term("2028-02-28", 1).unwrap(), ["2028-02-29", "2029-02-27"]);
        assert!(term("", 1).is_err());
    }

    #[test]
    fn every_way_ends_and_may_begin_again() {
        for state in PartnerState::ALL {
            let leads_out = state.next().contains(&PartnerState::Left);
            assert_eq!(leads_out, state != PartnerState::Left);
        }
        assert_eq!(PartnerState::Left.next(), [PartnerState::Recruited]);
    }
}
