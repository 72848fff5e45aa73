//! What the desk says of assignments.

use crate::office::Cx;
use crate::todo::{DeskPart, DeskScope, Todo, TodoKind, urgency};
use chrono::{Days, NaiveDate};
use ground::error::Result;
use sqlx::FromRow;
use storage::{Select, Tx};

/// 申请延期: register the answer.
const EXTENSION_ASKED: &str = "extension_asked";
/// 已报办结: register the answer.
const ASSIGNMENT_CLAIMED: &str = "assignment_claimed";
/// 交办逾期: send a reminder.
const ASSIGNMENT_LATE: &str = "assignment_late";
/// 交办将到期.
const ASSIGNMENT_DUE: &str = "assignment_due";

/// Its lines of the desk.
pub(super) static LINES: DeskPart = DeskPart {
    place: 1,
    kinds: &[
        EXTENSION_ASKED,
        ASSIGNMENT_CLAIMED,
        ASSIGNMENT_LATE,
        ASSIGNMENT_DUE,
    ],
    lines: |cx, scope| Box::pin(lines(cx, scope)),
};

async fn lines(cx: &mut Cx<'_>, scope: &DeskScope) -> Result<Vec<Todo>> {
    let pressing = pressing(&mut cx.tx, scope.only.as_deref(), scope.today).await?;
    let lines = pressing.into_iter();
    Ok(lines
        .map(|assignment| line(assignment, scope.today))
        .collect())
}

fn line(assignment: DeskAssignment, today: NaiveDate) -> Todo {
    let DeskAssignment {
        id,
        committee_id,
        committee,
        content,
        lead_name,
        due_on,
        ..
    } = assignment;
    let late = due_on < today;
    // What waits for the office's answer is said before what waits for the unit.
    let (kind, note) = if let Some(to) = assignment.extension_to {
        (
            TodoKind::new(EXTENSION_ASKED),
            format!("{lead_name}申请延期至 {to}，原定 {due_on}"),
        )
    } else if assignment.claimed {
        (
            TodoKind::new(ASSIGNMENT_CLAIMED),
            format!("{lead_name}已报办结，待批复"),
        )
    } else if late {
        (
            TodoKind::new(ASSIGNMENT_LATE),
            format!("主办 {lead_name}，{due_on} 到期"),
        )
    } else {
        (TodoKind::new(ASSIGNMENT_DUE), format!("主办 {lead_name}"))
    };
    Todo {
        kind,
        urgency: urgency(due_on, today),
        date: Some(due_on),
        title: format!("{committee} · {content}"),
        note,
        target: Some(id),
        committee_id: Some(committee_id),
    }
}

/// An assignment with what the desk says of it.
#[derive(Debug, Clone, FromRow)]
struct DeskAssignment {
    id: String,
    committee_id: String,
    committee: String,
    content: String,
    lead_name: String,
    due_on: NaiveDate,
    claimed: bool,
    extension_to: Option<NaiveDate>,
}

/// Open assignments that are late, due within a week, said to be done or asked to be extended.
async fn pressing(
    tx: &mut Tx,
    committee: Option<&str>,
    today: NaiveDate,
) -> Result<Vec<DeskAssignment>> {
    let week = today.checked_add_days(Days::new(7)).unwrap_or(today);
    Select::new(
        "SELECT a.id, a.committee_id, c.short_name AS committee, a.content, a.lead_name, a.due_on,
                (a.state = 'claimed') AS claimed, a.extension_to
         FROM assignment a JOIN committee c ON c.id = a.committee_id",
    )
    .and("a.state IN ('open', 'claimed')", vec![])
    .and(
        "a.due_on <= ? OR a.state = 'claimed' OR a.extension_to IS NOT NULL",
        vec![week.into()],
    )
    .and_some("a.committee_id = ?", committee)
    .tail("ORDER BY a.due_on, a.id")
    .limit(2000)
    .all(tx)
    .await
}
