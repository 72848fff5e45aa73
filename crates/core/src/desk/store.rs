use crate::meetings::MeetingState;
use chrono::{Days, NaiveDate};
use ground::error::Result;
use sqlx::FromRow;
use storage::{Select, Tx};

/// A meeting with what the desk says of it.
#[derive(Debug, Clone, FromRow)]
pub(super) struct DeskMeeting {
    pub id: String,
    pub committee_id: String,
    pub committee: String,
    pub month: ground::calendar::Month,
    pub kind: String,
    pub extraordinary: bool,
    pub state: MeetingState,
    pub date: NaiveDate,
    pub chair_name: String,
    pub recorder_name: String,
    pub duty_unit: String,
    pub items: i64,
}

/// Meetings under way: prepared, notified, or held without signed minutes; and all of this month.
pub(super) async fn meetings(
    tx: &mut Tx,
    committee: Option<&str>,
    month: &str,
) -> Result<Vec<DeskMeeting>> {
    Select::new(
        "SELECT m.id, m.committee_id, c.short_name AS committee, m.month, m.kind, m.extraordinary, m.state,
                m.date, m.chair_name, m.recorder_name, m.duty_unit,
                (SELECT COUNT(*) FROM meeting_item i WHERE i.meeting_id = m.id AND i.source <> 'follow_up') AS items
         FROM meeting m JOIN committee c ON c.id = m.committee_id",
    )
    .and("m.state IN ('preparing', 'notified', 'held', 'postponed') OR m.month = ?", vec![month.into()])
    .and_some("m.committee_id = ?", committee)
    .tail("ORDER BY m.date, c.position, m.id")
    .limit(2000)
    .all(tx)
    .await
}

/// An assignment with what the desk says of it.
#[derive(Debug, Clone, FromRow)]
pub(super) struct DeskAssignment {
    pub id: String,
    pub committee_id: String,
    pub committee: String,
    pub content: String,
    pub lead_name: String,
    pub due_on: NaiveDate,
    pub claimed: bool,
    pub extension_to: Option<NaiveDate>,
}

/// Open assignments that are late, due within a week, said to be done or asked to be extended.
pub(super) async fn assignments(
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

/// What the rota says of a month: committee, its short name, unit on duty.
#[derive(Debug, Clone, FromRow)]
pub(super) struct DutyLine {
    pub committee_id: String,
    pub unit: String,
}

/// Units on duty in a month.
pub(super) async fn on_duty(tx: &mut Tx, month: &str) -> Result<Vec<DutyLine>> {
    tx.all(
        "SELECT t.committee_id, u.short_name AS unit
         FROM rota_turn t JOIN member_unit u ON u.id = t.unit_id
         WHERE t.month = $1 ORDER BY t.committee_id, t.position",
        vec![month.into()],
    )
    .await
}
