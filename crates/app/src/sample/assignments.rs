//! What the sample's meetings gave to do, and what became of it.

use super::days::Days;
use super::topics::{Task, Topic};
use chrono::NaiveDate;
use ground::error::Result;
use tongxin_core::assignments::{
    Assignment, AssignmentStep, AssignmentView, Helper, SaveAssignment, StepAssignment,
};
use tongxin_core::meetings::MeetingItem;
use tongxin_core::sampling::Player;
use tongxin_core::units::SeatRow;
use tongxin_core::views::CommitteeView;

/// What became of a meeting's assignments.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// All closed in time.
    Closed,
    /// One closed after its due date, the others in time.
    ClosedLate,
    /// The first is late, the others closed.
    Late,
    /// The last waits for approval, the others closed.
    Claimed,
    /// The last has been extended, one is under way, the others closed.
    Extended,
    /// All under way.
    UnderWay,
}

/// One assignment with what is to be told of it.
pub(super) struct Given {
    assignment: Assignment,
    result: &'static str,
}

impl Outcome {
    /// Of a meeting `ago` months past, of the committee at this place.
    pub fn of_past(ago: i32, place: usize) -> Self {
        match (ago, place) {
            (1, 1) => Self::Late,
            (1, 2) => Self::Extended,
            (1, 3) => Self::Claimed,
            (2, 2) => Self::ClosedLate,
            _ => Self::Closed,
        }
    }

    /// Plays what became of them.
    pub async fn follow(
        self,
        player: &Player<'_>,
        days: &Days,
        view: &CommitteeView,
        given: Vec<Given>,
    ) -> Result<()> {
        let by = &view.committee.secretary_name;
        let last = given.len().saturating_sub(1);
        for (place, one) in given.iter().enumerate() {
            match (self, place) {
                (Self::UnderWay, 0) => progress(player, one).await?,
                (Self::UnderWay, _) => {}
                (Self::Late, 0) => late(player, one).await?,
                (Self::Claimed, place) if place == last => claim(player, one).await.map(drop)?,
                (Self::Extended, place) if place == last => extend(player, days, one, by).await?,
                (Self::Extended, 0) => progress(player, one).await?,
                (Self::ClosedLate, 0) => {
                    close(
                        player,
                        one,
                        by,
                        days.after(one.assignment.due_on, 2).min(days.today),
                    )
                    .await?
                }
                _ => {
                    close(
                        player,
                        one,
                        by,
                        days.before(one.assignment.due_on, 1 + place)
                            .min(days.today),
                    )
                    .await?
                }
            }
        }
        Ok(())
    }

    /// The due day: ordinary, or moved so that what is told can be true today.
    fn due(self, days: &Days, ordinary: NaiveDate, from: NaiveDate, place: usize) -> NaiveDate {
        match (self, place) {
            (Self::Late, 0) => days.before(days.today, 3).max(from),
            (Self::Extended, _) => days.after(days.today, 3),
            (Self::Claimed, _) => days.after(days.today, 2),
            _ => ordinary,
        }
    }
}

/// A topic that was decided, and where.
pub(super) struct Source<'a> {
    pub view: &'a CommitteeView,
    pub item: &'a MeetingItem,
    pub topic: &'static Topic,
    /// The day of the meeting.
    pub met: NaiveDate,
    /// Assignments that the meeting made before.
    pub before: usize,
}

impl Source<'_> {
    /// Makes the assignments of the topic.
    pub async fn assign(
        &self,
        player: &Player<'_>,
        days: &Days,
        outcome: Outcome,
    ) -> Result<Vec<Given>> {
        let mut given = Vec::new();
        for (place, task) in (self.before..).zip(self.topic.tasks) {
            let due = outcome.due(days, days.after(self.met, task.days), self.met, place);
            let made: AssignmentView = player
                .give("assignments.save", to_save(self.view, self.item, task, due))
                .await?;
            given.push(Given {
                assignment: made.assignment,
                result: task.result,
            });
        }
        Ok(given)
    }
}

fn to_save(
    view: &CommitteeView,
    item: &MeetingItem,
    task: &Task,
    due: NaiveDate,
) -> SaveAssignment {
    let lead = task.suited(&view.seats).or(view.seats.first());
    let others = view
        .seats
        .iter()
        .filter(|seat| Some(&seat.seat.unit_id) != lead.map(|lead| &lead.seat.unit_id));
    let helper = others.cycle().nth(task.days);
    SaveAssignment {
        id: None,
        version: 0,
        item_id: Some(item.id.clone()),
        committee_id: None,
        content: task.content.into(),
        lead_unit_id: lead.map(|seat| seat.seat.unit_id.clone()),
        lead_name: String::new(),
        relation: None,
        helpers: helper.map(helping).into_iter().collect(),
        assigned_on: None,
        due_on: Some(due),
        working_days: None,
    }
}

fn helping(seat: &SeatRow) -> Helper {
    Helper {
        unit_id: Some(seat.seat.unit_id.clone()),
        name: seat.unit_name.clone(),
        relation: seat.relation,
    }
}

async fn step(
    player: &Player<'_>,
    assignment: &Assignment,
    step: AssignmentStep,
) -> Result<Assignment> {
    let args = StepAssignment {
        id: assignment.id.clone(),
        version: assignment.version,
        step,
    };
    let view: AssignmentView = player.give("assignments.step", args).await?;
    Ok(view.assignment)
}

async fn progress(player: &Player<'_>, one: &Given) -> Result<()> {
    let text = "已明确专人负责，现场踏勘完成，正在按方案推进。".into();
    step(player, &one.assignment, AssignmentStep::Progress { text })
        .await
        .map(drop)
}

async fn late(player: &Player<'_>, one: &Given) -> Result<()> {
    let reminded = step(player, &one.assignment, AssignmentStep::Remind).await?;
    let text = "已联系主办单位，反映材料采购延误，预计一周内完成。".into();
    let told = step(player, &reminded, AssignmentStep::Progress { text }).await?;
    step(player, &told, AssignmentStep::Remind).await.map(drop)
}

async fn claim(player: &Player<'_>, one: &Given) -> Result<Assignment> {
    step(
        player,
        &one.assignment,
        AssignmentStep::Claim {
            result: one.result.into(),
            on: None,
        },
    )
    .await
}

async fn close(player: &Player<'_>, one: &Given, by: &str, on: NaiveDate) -> Result<()> {
    let claimed = claim(player, one).await?;
    // Nothing is closed before it was given.
    let on = Some(on.max(claimed.assigned_on));
    step(
        player,
        &claimed,
        AssignmentStep::Approve {
            by: by.to_owned(),
            on,
            satisfaction: Some(5),
        },
    )
    .await
    .map(drop)
}

async fn extend(player: &Player<'_>, days: &Days, one: &Given, by: &str) -> Result<()> {
    let to = days.after(one.assignment.due_on, 10);
    let reason = "涉及多家单位会签，需增加协调时间".into();
    let asked = step(
        player,
        &one.assignment,
        AssignmentStep::AskExtension { to, reason },
    )
    .await?;
    step(
        player,
        &asked,
        AssignmentStep::AnswerExtension {
            granted: true,
            by: by.to_owned(),
        },
    )
    .await
    .map(drop)
}
