//! Rules of the board, pure: periods, what stands fast, how far a month is, who may take a turn.

use super::plan::Seat;
use super::{MonthStage, MonthState, TurnOrigin};
use crate::settings::Rules;
use crate::units::SeatRow;
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::error::{Error, Result};
use sqlx::FromRow;
use std::collections::BTreeSet;

/// The month in which the period of `length` months begins that `month` lies in. Periods are
/// counted from January of each year, so that every year is planned alike.
pub(super) fn period_start(month: Month, length: i64) -> Month {
    let into = (i64::from(month.number()) - 1) % length.max(1);
    month.minus(i32::try_from(into).unwrap_or_default())
}

/// The months of the period that `month` lies in, from `month` on.
pub(super) fn rest_of_period(month: Month, length: i64) -> Vec<Month> {
    let start = period_start(month, length);
    // A year is enough: periods are counted from each January.
    let year = (0..12).map(|step| month.plus(step));
    year.take_while(|later| period_start(*later, length) == start)
        .collect()
}

/// The months from `from` to `to` in which a turn begins.
pub(super) fn turn_months(from: Month, to: Month, length: i64) -> Vec<Month> {
    let months = from.through(to).into_iter();
    months
        .filter(|month| period_start(*month, length) == *month)
        .collect()
}

/// Whether a turn is frozen: past months are.
pub(super) fn is_frozen(month: Month, today: NaiveDate) -> bool {
    month < Month::of(today)
}

/// # Errors
/// `State` for a month that is frozen.
pub(super) fn refuse_frozen(month: Month, today: NaiveDate) -> Result<()> {
    if is_frozen(month, today) {
        let when = month.chinese();
        let message = format!("{when}已经过去，轮值已冻结，只能调整本月及以后的月份。");
        return Err(Error::state(message));
    }
    Ok(())
}

/// A month's joint meeting, as far as the board needs it.
#[derive(Debug, Clone, FromRow)]
pub(super) struct MonthMeeting {
    pub id: String,
    pub committee_id: String,
    pub month: Month,
    pub date: NaiveDate,
    pub stage: MonthStage,
}

impl MonthMeeting {
    /// Whether it has taken place.
    pub fn is_held(&self) -> bool {
        matches!(self.stage, MonthStage::Held | MonthStage::Signed)
    }

    /// Whether the month's unit has been announced, so that planning leaves it alone.
    pub fn fixes_the_turn(&self) -> bool {
        self.is_held() || self.stage == MonthStage::Announced
    }
}

/// Whether a month is the last of its meeting period (会议周期), by which a meeting is to be held.
fn is_last(month: Month, rules: &Rules) -> bool {
    let period = |month: Month| period_start(month, rules.meeting_months);
    period(month) != period(month.plus(1))
}

/// Whether a meeting is to be held within the months of a turn that begins in this one.
pub(crate) fn sees_meeting(month: Month, rules: &Rules) -> bool {
    let months = rest_of_period(month, rules.rotation_months);
    months.into_iter().any(|month| is_last(month, rules))
}

/// Months of a committee's meetings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct MeetingMonths {
    /// In which one was held.
    pub held: i64,
    /// These, and those by whose end one was to be held and was not.
    pub due: i64,
}

/// Counts the months of a span: a meeting period (会议周期) without a meeting owes one in its last month, where a
/// unit was on duty then. What was before the program (期初) owes none.
pub(super) fn months_of_meetings(
    (from, to): (Month, Month),
    turns: &[(Month, TurnOrigin)],
    held: &BTreeSet<Month>,
    rules: &Rules,
    now: Month,
) -> MeetingMonths {
    let period = |month: Month| period_start(month, rules.meeting_months);
    let on_duty = |month: Month| {
        turns.iter().any(|(begins, origin)| {
            // 期初 tells who served, not whether a meeting was held: nothing there can be late.
            let kept = *origin != TurnOrigin::Opening || month >= now;
            kept && rest_of_period(*begins, rules.rotation_months).contains(&month)
        })
    };
    let owed = |month: &&Month| {
        // One meeting anywhere in the period is enough: one is owed a period, not one a month.
        let met = held.iter().any(|met| period(*met) == period(**month));
        !met && is_last(**month, rules) && on_duty(**month)
    };
    let months = from.through(to);
    let count = |months: usize| i64::try_from(months).unwrap_or(i64::MAX);
    let met = count(months.iter().filter(|month| held.contains(month)).count());
    MeetingMonths {
        held: met,
        due: met + count(months.iter().filter(owed).count()),
    }
}

/// A turn's months and the meetings of its committee in that year.
pub(super) struct Progress<'a> {
    pub origin: TurnOrigin,
    pub month: Month,
    pub meetings: &'a [&'a MonthMeeting],
    pub rules: &'a Rules,
    pub today: NaiveDate,
}

impl Progress<'_> {
    fn months(&self) -> Vec<Month> {
        rest_of_period(self.month, self.rules.rotation_months)
    }

    /// The turn's meeting: the one furthest on, else the latest.
    pub fn meeting(&self) -> Option<&MonthMeeting> {
        let months = self.months();
        let within = self
            .meetings
            .iter()
            .filter(|meeting| months.contains(&meeting.month));
        within
            .copied()
            // The key comes last, so that of two meetings on one day it is always the same one.
            .max_by_key(|meeting| (meeting.is_held(), meeting.date, &meeting.id))
    }

    /// Whether the turn's months have to see a meeting: they hold the last month of a meeting
    /// period (会议周期) in which none has been held. Other months are never late.
    fn owes_meeting(&self) -> bool {
        let period = |month: Month| period_start(month, self.rules.meeting_months);
        let held = |month: Month| {
            let mut held = self.meetings.iter().filter(|meeting| meeting.is_held());
            held.any(|meeting| period(meeting.month) == period(month))
        };
        self.months()
            .into_iter()
            .any(|month| is_last(month, self.rules) && !held(month))
    }

    /// How far the turn's month is.
    pub fn state(&self) -> MonthState {
        let now = Month::of(self.today);
        let over = self.months().last().is_some_and(|last| *last < now);
        let meeting = self.meeting();
        match meeting.map(|meeting| (meeting.stage, meeting.date >= self.today)) {
            Some((MonthStage::Signed, _)) => MonthState::Held,
            Some((MonthStage::Held, _)) => MonthState::Unsigned,
            None if over && self.origin == TurnOrigin::Opening => MonthState::Opening,
            _ if now < self.month => MonthState::Planned,
            // Put off beyond its month, it is not missed while its new day lies ahead.
            Some((_, true)) => MonthState::Waiting,
            Some(_) if !over => MonthState::Waiting,
            _ if !self.owes_meeting() => MonthState::Planned,
            _ if over => MonthState::Missed,
            _ => MonthState::Waiting,
        }
    }
}

/// A seat as the planner takes it; a month it cannot serve keeps it from the whole period.
pub(super) fn planner_seat(row: &SeatRow, owed: u32, length: i64) -> Seat {
    let seat = &row.seat;
    let start = |number: &u8| {
        let into = (i64::from(*number) - 1).rem_euclid(length.max(1));
        number - u8::try_from(into).unwrap_or_default()
    };
    let mut blocked_months: Vec<u8> = seat.blocked_months.iter().map(start).collect();
    // Two months of one period have become the same.
    blocked_months.sort_unstable();
    blocked_months.dedup();
    Seat {
        unit_id: seat.unit_id.clone(),
        unit_name: row.unit_name.clone(),
        official_order: seat.position,
        joined: seat.joined.map(|joined| Month::of(joined.first_day())),
        left: seat.left_on.map(Month::of),
        blocked_months,
        owed,
    }
}

/// A turn of some committee in the month in question.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Duty {
    pub turn_id: String,
    pub committee_id: String,
    pub committee: String,
    pub unit_id: String,
}

/// One turn that is about to change hands, among the duties of its month.
pub(super) struct Handover<'a> {
    pub turn_id: &'a str,
    pub committee_id: &'a str,
    pub month: Month,
    /// Every turn of the month, of all committees.
    pub duties: &'a [Duty],
    pub rules: &'a Rules,
}

/// Why a unit cannot take a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Clash {
    /// It does not take turns there (不参加轮值).
    NotInRotation,
    /// It has not joined yet, or has left.
    NotMember,
    /// 不便月份.
    Blocked,
    /// It shares the month there already.
    AlreadyHere,
    /// It would serve more committees than the limit allows.
    OverLimit { committees: Vec<String>, limit: i64 },
}

impl Handover<'_> {
    /// What keeps the unit of `row` from taking the turn, if anything does.
    pub fn clash(&self, row: &SeatRow) -> Option<Clash> {
        let seat = planner_seat(row, 0, self.rules.rotation_months);
        let others = self
            .duties
            .iter()
            .filter(|duty| duty.turn_id != self.turn_id);
        let (here, elsewhere): (Vec<&Duty>, Vec<&Duty>) = others
            .filter(|duty| duty.unit_id == seat.unit_id)
            .partition(|duty| duty.committee_id == self.committee_id);
        let limit = self.rules.duties_per_month;
        if !row.seat.in_rotation {
            Some(Clash::NotInRotation)
        } else if !seat.is_member(self.month) {
            Some(Clash::NotMember)
        } else if seat.is_blocked(self.month) {
            Some(Clash::Blocked)
        } else if !here.is_empty() {
            Some(Clash::AlreadyHere)
        } else if i64::try_from(elsewhere.len()).unwrap_or(i64::MAX) >= limit {
            let committees = elsewhere
                .into_iter()
                .map(|duty| duty.committee.clone())
                .collect();
            Some(Clash::OverLimit { committees, limit })
        } else {
            None
        }
    }

    /// # Errors
    /// `Invalid` with a sentence that names the clash.
    pub fn check(&self, row: &SeatRow) -> Result<()> {
        match self.clash(row) {
            None => Ok(()),
            Some(clash) => Err(Error::invalid(
                "unit_id",
                clash.chinese(&row.unit_name, self.month),
            )),
        }
    }
}

impl Clash {
    fn chinese(&self, unit: &str, month: Month) -> String {
        let when = month.chinese();
        match self {
            Self::NotInRotation => {
                format!("{unit}在这里不参加轮值，请另选单位，或先把席位改为参加轮值。")
            }
            Self::NotMember => format!("{unit}在{when}尚未加入或已经退出，请另选单位。"),
            Self::Blocked => {
                format!(
                    "{unit}把{}月列为不便月份，请另选单位或月份。",
                    month.number()
                )
            }
            Self::AlreadyHere => format!("{unit}{when}已在这里轮值，请另选单位或月份。"),
            Self::OverLimit { committees, limit } => format!(
                "{unit}{when}已在{}轮值，一家单位每月最多轮值{limit}个大党委，请另选单位或月份。",
                committees.join("、")
            ),
        }
    }
}

#[cfg(test)]
mod tests;
