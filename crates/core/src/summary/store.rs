use crate::assignments::{AssignmentState, Helper};
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::error::Result;
use sqlx::FromRow;
use storage::{JsonText, Select, Tx, Value};

fn between(from: Month, to: Month) -> Vec<Value> {
    vec![from.to_string().into(), to.to_string().into()]
}

/// Units that have a seat, and seats, both in use and within reach.
pub(super) async fn registered(tx: &mut Tx, reach: &[String]) -> Result<(i64, i64)> {
    let units = match reach {
        [] => Select::new("SELECT COUNT(*) FROM member_unit").and("retired = FALSE", vec![]),
        _ => seats("SELECT COUNT(DISTINCT unit_id) FROM membership", reach),
    };
    let seats = seats("SELECT COUNT(*) FROM membership", reach);
    Ok((units.count(tx).await?, seats.count(tx).await?))
}

fn seats(head: &'static str, reach: &[String]) -> Select {
    Select::new(head)
        .and("retired = FALSE", vec![])
        .within_reach("committee_id", reach)
}

/// Assignments that were due before a day and were not closed by then.
pub(super) async fn late_on(tx: &mut Tx, day: NaiveDate, reach: &[String]) -> Result<i64> {
    Select::new("SELECT COUNT(*) FROM assignment")
        .and("state <> 'withdrawn' AND due_on < ?", vec![day.into()])
        // What was closed afterwards was late on that day all the same.
        .and("closed_on IS NULL OR closed_on >= ?", vec![day.into()])
        .within_reach("committee_id", reach)
        .count(tx)
        .await
}

/// A unit's assignments due in a span of days.
#[derive(Debug, Clone, FromRow)]
pub(super) struct UnitDue {
    pub unit_id: String,
    pub due: i64,
    pub closed: i64,
}

/// Assignments by leading unit.
pub(super) async fn due_by_unit(
    tx: &mut Tx,
    (from, to): (NaiveDate, NaiveDate),
    reach: &[String],
) -> Result<Vec<UnitDue>> {
    Select::new(
        "SELECT lead_unit_id AS unit_id, COUNT(*) AS due,
                CAST(SUM(CASE WHEN state = 'closed' THEN 1 ELSE 0 END) AS BIGINT) AS closed
         FROM assignment",
    )
    .and("lead_unit_id IS NOT NULL AND state <> 'withdrawn'", vec![])
    .and("due_on >= ? AND due_on <= ?", vec![from.into(), to.into()])
    .within_reach("committee_id", reach)
    .tail("GROUP BY lead_unit_id")
    .all(tx)
    .await
}

/// A meeting as the workbook's sheet wants it.
#[derive(Debug, Clone, FromRow)]
pub(super) struct MeetingLine {
    pub committee: String,
    pub kind: String,
    pub extraordinary: bool,
    pub session_number: Option<i64>,
    pub date: NaiveDate,
    pub duty_unit: String,
    pub chair_name: String,
    pub state: crate::meetings::MeetingState,
    pub theme: Option<String>,
    pub topics: i64,
    pub decisions: i64,
    pub invited: i64,
    pub attended: i64,
}

/// Meetings of a span of months, newest first.
pub(super) async fn meetings(
    tx: &mut Tx,
    (from, to): (Month, Month),
    reach: &[String],
) -> Result<Vec<MeetingLine>> {
    Select::new(
        "SELECT c.name AS committee, m.kind, m.extraordinary, m.session_number, m.date, m.duty_unit, m.chair_name, m.state,
                (SELECT i.title FROM meeting_item i WHERE i.meeting_id = m.id AND i.kind = 'topic'
                  ORDER BY i.position LIMIT 1) AS theme,
                (SELECT COUNT(*) FROM meeting_item i WHERE i.meeting_id = m.id AND i.kind = 'topic') AS topics,
                (SELECT COUNT(*) FROM assignment a WHERE a.meeting_id = m.id) AS decisions,
                (SELECT COUNT(*) FROM attendance p WHERE p.meeting_id = m.id
                    AND p.state <> 'observer') AS invited,
                (SELECT COUNT(*) FROM attendance p WHERE p.meeting_id = m.id
                    AND p.state IN ('present', 'stand_in')) AS attended
         FROM meeting m JOIN committee c ON c.id = m.committee_id",
    )
    .and("m.month >= ? AND m.month <= ?", between(from, to))
    .within_reach("m.committee_id", reach)
    .tail("ORDER BY m.date DESC, c.position, m.id")
    .all(tx)
    .await
}

/// An assignment as the workbook's sheet wants it.
#[derive(Debug, Clone, FromRow)]
pub(super) struct AssignmentLine {
    pub content: String,
    pub lead_name: String,
    pub helpers: JsonText<Vec<Helper>>,
    pub assigned_on: NaiveDate,
    pub due_on: NaiveDate,
    pub closed_on: Option<NaiveDate>,
    pub state: AssignmentState,
    pub committee: String,
    pub item: Option<String>,
    pub progress: Option<String>,
}

const ASSIGNMENT_LINE: &str =
    "SELECT r.content, r.lead_name, r.helpers, r.assigned_on, r.due_on, r.closed_on, r.state,
    c.short_name AS committee, i.title AS item,
    (SELECT p.text FROM assignment_progress p WHERE p.assignment_id = r.id
      ORDER BY p.at DESC, p.id DESC LIMIT 1) AS progress
    FROM assignment r JOIN committee c ON c.id = r.committee_id
    LEFT JOIN meeting_item i ON i.id = r.item_id";

/// Assignments of a year and those still open from before; overdue first, then by due date.
pub(super) async fn assignments(
    tx: &mut Tx,
    from: NaiveDate,
    today: NaiveDate,
    reach: &[String],
) -> Result<Vec<AssignmentLine>> {
    Select::new(ASSIGNMENT_LINE)
        .and(
            "r.state IN ('open', 'claimed') OR r.due_on >= ?",
            vec![from.into()],
        )
        .and("r.state <> 'withdrawn'", vec![])
        .within_reach("r.committee_id", reach)
        .tail("ORDER BY CASE WHEN r.state IN ('open', 'claimed') AND r.due_on <")
        .bound(today)
        .tail("THEN 0 ELSE 1 END, r.due_on, r.id")
        .all(tx)
        .await
}
