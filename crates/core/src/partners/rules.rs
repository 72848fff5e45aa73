//! What kinds and states are called, the way from one state to the next, and what is shown of a
//! phone. Pure.

use super::{Partner, PartnerKind, PartnerState, PartnerStep};
use crate::error::{Error, Result};
use crate::users::Role;
use chrono::{Days, NaiveDate};

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

/// Whether the term of one who serves ends within so many days, or has ended.
pub(super) fn is_ending(partner: &Partner, today: NaiveDate, days: i64) -> bool {
    let days = u64::try_from(days).unwrap_or_default();
    let horizon = today.checked_add_days(Days::new(days)).unwrap_or(today);
    partner.state.serves() && partner.ends_on.is_some_and(|ends| ends <= horizon)
}

/// Whether a phone of this kind is shown to a role without asking: work phones to the 管理员 only.
pub(super) fn may_see_phone(kind: PartnerKind, role: Role) -> bool {
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
    fn every_way_ends_and_may_begin_again() {
        for state in PartnerState::ALL {
            let leads_out = state.next().contains(&PartnerState::Left);
            assert_eq!(leads_out, state != PartnerState::Left);
        }
        assert_eq!(PartnerState::Left.next(), [PartnerState::Recruited]);
    }
}
