//! What the papers are called, what is late, and the figures: one definition each. Pure.

use super::{Assignment, AssignmentState, Figures};
use crate::units::Relation;
use chrono::NaiveDate;
use ground::figures::Ratio;
use sqlx::FromRow;

/// What the paper to the lead is called: the street directs its own, asks its equals, and
/// consults the others.
pub(crate) fn paper(relation: Relation) -> &'static str {
    match relation {
        Relation::Subordinate => "交办单",
        Relation::Partner => "任务认领单",
        Relation::Vertical | Relation::External => "协调函",
    }
}

/// What a reminder to the lead is called.
pub(crate) fn reminder_paper(relation: Relation) -> &'static str {
    match relation {
        Relation::Subordinate => "催办单",
        Relation::Partner => "工作提示",
        Relation::Vertical | Relation::External => "商请函",
    }
}

impl AssignmentState {
    /// Whether something is still to be done: 办理中 or 申请办结.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Claimed)
    }
}

/// 逾期: due before today and not closed.
pub(crate) fn is_late(state: AssignmentState, due_on: NaiveDate, today: NaiveDate) -> bool {
    // Claimed is not closed: only the approval ends a matter.
    state.is_open() && due_on < today
}

impl Assignment {
    /// 逾期: due before today and not closed.
    pub(crate) fn is_late(&self, today: NaiveDate) -> bool {
        is_late(self.state, self.due_on, today)
    }
}

/// How many assignments share state and days.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct DueCount {
    pub state: AssignmentState,
    pub due_on: NaiveDate,
    pub closed_on: Option<NaiveDate>,
    pub count: i64,
}

impl Figures {
    /// The figures of the assignments due in a period. Those withdrawn (撤销) count nowhere.
    pub(crate) fn of(due: &[DueCount], today: NaiveDate) -> Self {
        let sum = |counts: &dyn Fn(&DueCount) -> bool| {
            due.iter()
                .filter(|row| counts(row))
                .map(|row| row.count)
                .sum::<i64>()
        };
        let whole = sum(&|row| row.state != AssignmentState::Withdrawn);
        let closed = |row: &DueCount| row.state == AssignmentState::Closed;
        // An extension approved beforehand has moved `due_on` by now; nothing else moves it then.
        let in_time = |row: &DueCount| row.closed_on.is_some_and(|on| on <= row.due_on);
        let ratio = |part| Ratio { part, whole };
        Self {
            due: whole,
            closed: ratio(sum(&closed)),
            on_time: ratio(sum(&|row| closed(row) && in_time(row))),
            late: ratio(sum(&|row| is_late(row.state, row.due_on, today))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, day).unwrap()
    }

    fn due(state: AssignmentState, due_on: u32, closed_on: Option<u32>, count: i64) -> DueCount {
        DueCount {
            state,
            due_on: day(due_on),
            closed_on: closed_on.map(day),
            count,
        }
    }

    #[test]
    fn wording_follows_the_relation() {
        use Relation::{External, Partner, Subordinate, Vertical};
        let papers = [Subordinate, Partner, Vertical, External].map(paper);
        assert_eq!(papers, ["交办单", "任务认领单", "协调函", "协调函"]);
        let reminders = [Subordinate, Partner, Vertical, External].map(reminder_paper);
        assert_eq!(reminders, ["催办单", "工作提示", "商请函", "商请函"]);
    }

    #[test]
    fn the_due_day_itself_is_not_late() {
        assert!(!is_late(AssignmentState::Open, day(10), day(10)));
        assert!(is_late(AssignmentState::Claimed, day(10), day(11)));
        assert!(!is_late(AssignmentState::Closed, day(10), day(11)));
    }

    #[test]
    fn each_figure_by_its_definition() {
        let counts = [
            due(AssignmentState::Closed, 10, Some(10), 3),
            due(AssignmentState::Closed, 10, Some(11), 1),
            due(AssignmentState::Claimed, 10, None, 1),
            due(AssignmentState::Open, 30, None, 2),
            due(AssignmentState::Withdrawn, 10, None, 5),
        ];
        let figures = Figures::of(&counts, day(20));
        assert_eq!(figures.due, 7);
        assert_eq!(figures.closed, Ratio { part: 4, whole: 7 });
        assert_eq!(figures.on_time, Ratio { part: 3, whole: 7 });
        assert_eq!(figures.late, Ratio { part: 1, whole: 7 });
        assert_eq!(figures.closed.chinese(), "57.1%（4/7）");
        assert_eq!(Ratio::default().chinese(), "—（0/0）");
    }

    proptest! {
        #[test]
        fn the_figures_fit_together(
            rows in proptest::collection::vec((0..4usize, 1..28u32, 1..28u32, 0..50i64), 0..12),
            today in 1..28u32,
        ) {
            use AssignmentState::{Claimed, Closed, Open, Withdrawn};
            let rows: Vec<DueCount> = rows
                .into_iter()
                .map(|(state, on, closed, count)| {
                    let state = [Open, Claimed, Closed, Withdrawn][state];
                    due(state, on, (state == Closed).then_some(closed), count)
                })
                .collect();
            let figures = Figures::of(&rows, day(today));
            prop_assert!(figures.on_time.part <= figures.closed.part);
            prop_assert!(figures.closed.part + figures.late.part <= figures.due);
            let rate = figures.closed.thousandths();
            prop_assert!(rate.is_none_or(|rate| (0..=1000).contains(&rate)));
            prop_assert_eq!(rate.is_none(), figures.due == 0);
        }
    }
}
