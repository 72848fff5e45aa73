use super::{Assignment, AssignmentRow, DueCount, DueFilter, ListAssignments, Progress};
use chrono::{Days, NaiveDate};
use ground::error::Result;
use serde_json::json;
use std::collections::HashSet;
use storage::{Listing, Order, Page, Select, Tx, code_of, order};

const ROW: &str = "SELECT r.id, r.version, r.committee_id, r.meeting_id, r.item_id, r.position,
    r.content, r.lead_unit_id, r.lead_name, r.relation, r.helpers, r.assigned_on, r.due_on,
    r.first_due_on, r.state, r.claimed_on, r.closed_on, r.closed_by, r.result, r.satisfaction,
    r.extension_to, r.extension_asked_on, r.reminded, c.short_name AS committee, m.date AS met_on
    FROM assignment r JOIN committee c ON c.id = r.committee_id
    LEFT JOIN meeting m ON m.id = r.meeting_id";

/// Days within which an assignment is about to fall due.
const SOON: Days = Days::new(7);

static BY_DUE: Order = order!("r.due_on" Date, "r.id" Text);

/// One page of assignments, earliest due first; `reach` are the committees this person may see,
/// all when empty.
pub(crate) async fn page(
    tx: &mut Tx,
    args: &ListAssignments,
    reach: &[String],
    today: NaiveDate,
) -> Result<Page<AssignmentRow>> {
    let listing = Listing {
        page: &args.page,
        counted: "SELECT COUNT(*) FROM assignment r",
        order: &BY_DUE,
        in_order: None,
        descending: false,
    };
    let place = |row: &AssignmentRow| json!([row.assignment.due_on, row.assignment.id]);
    filtered(args, reach, today).page(tx, listing, place).await
}

fn filtered(args: &ListAssignments, reach: &[String], today: NaiveDate) -> Select {
    let mut select = Select::new(ROW)
        .and_some("r.committee_id = ?", args.committee_id.as_ref())
        .and_some("r.lead_unit_id = ?", args.unit_id.as_ref());
    if !args.states.is_empty() {
        let codes: Vec<String> = args.states.iter().map(code_of).collect();
        select = select.within("r.state", &codes);
    }
    select = select.within_reach("r.committee_id", reach);
    if let Some(month) = args.due_month {
        let ends = vec![month.first_day().into(), month.last_day().into()];
        select = select.and("r.due_on >= ? AND r.due_on <= ?", ends);
    }
    let select = match args.due {
        None => select,
        Some(DueFilter::Late) => select.and(
            "r.state IN ('open', 'claimed') AND r.due_on < ?",
            vec![today.into()],
        ),
        Some(DueFilter::Soon) => select.and(
            "r.state IN ('open', 'claimed') AND r.due_on >= ? AND r.due_on <= ?",
            vec![today.into(), (today + SOON).into()],
        ),
    };
    select.found_by("assignment", &args.search)
}

/// Assignments within reach that a unit leads, newest first.
pub(crate) async fn led_by(
    tx: &mut Tx,
    unit: &str,
    reach: &[String],
) -> Result<Vec<AssignmentRow>> {
    Select::new(ROW)
        .and("r.lead_unit_id = ?", vec![unit.into()])
        .within_reach("r.committee_id", reach)
        .tail("ORDER BY r.due_on DESC, r.id DESC")
        .limit(50)
        .all(tx)
        .await
}

/// Assignments of a meeting, in their order.
pub(crate) async fn of_meeting(tx: &mut Tx, meeting: &str) -> Result<Vec<AssignmentRow>> {
    Select::new(ROW)
        .and("r.meeting_id = ?", vec![meeting.into()])
        .tail("ORDER BY r.position, r.id")
        .all(tx)
        .await
}

/// Every assignment, in the order they fall due.
pub(super) async fn every(tx: &mut Tx) -> Result<Vec<Assignment>> {
    let rows: Vec<AssignmentRow> = Select::new(ROW)
        .tail("ORDER BY r.due_on, r.id")
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|row| row.assignment).collect())
}

/// Every assignment of a committee, in the order they fall due.
pub(crate) async fn of_committee(tx: &mut Tx, committee: &str) -> Result<Vec<Assignment>> {
    let rows: Vec<AssignmentRow> = Select::new(ROW)
        .and("r.committee_id = ?", vec![committee.into()])
        .tail("ORDER BY r.due_on, r.id")
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|row| row.assignment).collect())
}

/// The logs of a committee's assignments, oldest line first.
pub(crate) async fn logs_of_committee(tx: &mut Tx, committee: &str) -> Result<Vec<Progress>> {
    tx.all(
        "SELECT p.id, p.version, p.assignment_id, p.at, p.by_name, p.text
         FROM assignment_progress p JOIN assignment r ON r.id = p.assignment_id
         WHERE r.committee_id = $1 ORDER BY p.at, p.id",
        vec![committee.into()],
    )
    .await
}

/// Assignments whose due date moves by an extension only: their minutes are signed, or something was
/// done about them.
pub(super) async fn with_fixed_due(tx: &mut Tx) -> Result<HashSet<String>> {
    let rows: Vec<(String,)> = tx
        .all(
            "SELECT r.id FROM assignment r LEFT JOIN meeting m ON m.id = r.meeting_id
             WHERE m.state IN ('signed', 'archived')
                OR r.id IN (SELECT assignment_id FROM assignment_progress)",
            vec![],
        )
        .await?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}

/// The place after the last of a meeting's assignments.
pub(super) async fn next_position(tx: &mut Tx, meeting: &str) -> Result<i64> {
    let sql = "SELECT COALESCE(MAX(position), 0) FROM assignment WHERE meeting_id = $1";
    Ok(tx.number(sql, vec![meeting.into()]).await? + 1)
}

/// The log of an assignment, oldest first.
pub(super) async fn progress_of(tx: &mut Tx, assignment: &str) -> Result<Vec<Progress>> {
    tx.all(
        "SELECT id, version, assignment_id, at, by_name, text FROM assignment_progress
         WHERE assignment_id = $1 ORDER BY at, id",
        vec![assignment.into()],
    )
    .await
}

/// Assignments due from one day to another, counted by what the figures ask for.
pub(crate) async fn due_between(
    tx: &mut Tx,
    from: NaiveDate,
    to: NaiveDate,
    committees: &[String],
) -> Result<Vec<DueCount>> {
    Select::new("SELECT state, due_on, closed_on, COUNT(*) AS count FROM assignment")
        .and("due_on >= ? AND due_on <= ?", vec![from.into(), to.into()])
        .within_reach("committee_id", committees)
        .tail("GROUP BY state, due_on, closed_on")
        .all(tx)
        .await
}
