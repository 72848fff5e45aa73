use super::AssignmentRow;
use crate::error::Result;
use crate::storage::{Select, Tx};

pub(super) const ROW: &str =
    "SELECT r.id, r.version, r.committee_id, r.meeting_id, r.item_id, r.position,
    r.content, r.lead_unit_id, r.lead_name, r.relation, r.helpers, r.assigned_on, r.due_on,
    r.first_due_on, r.state, r.claimed_on, r.closed_on, r.closed_by, r.result, r.satisfaction,
    r.extension_to, r.extension_asked_on, r.reminded, c.short_name AS committee, m.date AS met_on
    FROM assignment r JOIN committee c ON c.id = r.committee_id
    LEFT JOIN meeting m ON m.id = r.meeting_id";

/// Assignments a unit leads, newest first.
pub(crate) async fn led_by(tx: &mut Tx, unit: &str) -> Result<Vec<AssignmentRow>> {
    Select::new(ROW)
        .and("r.lead_unit_id = ?", vec![unit.into()])
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
