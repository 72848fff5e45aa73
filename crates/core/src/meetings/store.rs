use super::{
    Attachment, Attendance, ListMeetings, Meeting, MeetingItem, MeetingRow, MeetingState, Minutes,
};
use crate::rota::Turn;
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::error::Result;
use serde_json::json;
use storage::{Listing, Order, Page, Select, Tx, order};

macro_rules! meeting_columns {
    () => {
        "r.id, r.version, r.committee_id, r.kind, r.extraordinary, r.month, r.turn_id, r.state,
         r.session_number, r.issue_number, r.notice_number, r.notified_on, r.date, r.time, r.place,
         r.chair_name, r.chair_post, r.recorder_name, r.duty_unit, r.requirements, r.state_reason,
         r.attendance_taken"
    };
}

const MEETING: &str = concat!("SELECT ", meeting_columns!(), " FROM meeting r");

const ROW: &str = concat!(
    "SELECT ",
    meeting_columns!(),
    ", c.name AS committee, c.short_name AS committee_short,
    (SELECT COUNT(*) FROM meeting_item i WHERE i.meeting_id = r.id) AS items,
    (SELECT COUNT(*) FROM assignment a WHERE a.meeting_id = r.id) AS assignments,
    (SELECT COUNT(*) FROM attendance p WHERE p.meeting_id = r.id
        AND p.state IN ('present', 'stand_in')) AS attended,
    (SELECT COUNT(*) FROM attendance p WHERE p.meeting_id = r.id AND p.state <> 'observer') AS expected
    FROM meeting r JOIN committee c ON c.id = r.committee_id"
);

const MINUTES: &str =
    "SELECT id, version, meeting_id, revision, state, blocks, signed_by, signed_on,
    instruction, scan, correction_reason, model, model_hash FROM minutes";

const TURN: &str =
    "SELECT id, version, committee_id, month, position, planned_unit_id, unit_id, makes_up,
    origin, reasons, change_reason, theme, activities, done, summary, handover FROM rota_turn";

static BY_DATE: Order = order!("r.date" Date, "r.id" Text);

/// One page of meetings, newest first; `reach` are the committees this person may see, all when empty.
pub(crate) async fn page(
    tx: &mut Tx,
    args: &ListMeetings,
    reach: &[String],
) -> Result<Page<MeetingRow>> {
    let listing = Listing {
        page: &args.page,
        counted: "SELECT COUNT(*) FROM meeting r",
        order: &BY_DATE,
        in_order: None,
        descending: true,
    };
    let place = |row: &MeetingRow| json!([row.meeting.date, row.meeting.id]);
    filtered(args, reach).page(tx, listing, place).await
}

fn filtered(args: &ListMeetings, reach: &[String]) -> Select {
    let mut select = Select::new(ROW)
        .and_some("r.committee_id = ?", args.committee_id.as_ref())
        .and_some("r.month = ?", args.month.map(String::from));
    if let Some(year) = args.year {
        let ends = vec![
            format!("{year:04}-01").into(),
            format!("{year:04}-12").into(),
        ];
        select = select.and("r.month >= ? AND r.month <= ?", ends);
    }
    if !args.states.is_empty() {
        let codes: Vec<String> = args
            .states
            .iter()
            .map(|state| code(*state).to_owned())
            .collect();
        select = select.within("r.state", &codes);
    }
    select = select.within_reach("r.committee_id", reach);
    select.found_by("meeting", &args.search)
}

fn code(state: MeetingState) -> &'static str {
    match state {
        MeetingState::Preparing => "preparing",
        MeetingState::Notified => "notified",
        MeetingState::Held => "held",
        MeetingState::Signed => "signed",
        MeetingState::Archived => "archived",
        MeetingState::Postponed => "postponed",
        MeetingState::Cancelled => "cancelled",
    }
}

/// A committee's ordinary meetings of a kind in a month, cancelled ones apart.
pub(crate) async fn ordinary_in_month(
    tx: &mut Tx,
    committee: &str,
    kind: &str,
    month: Month,
) -> Result<i64> {
    tx.number(
        "SELECT COUNT(*) FROM meeting WHERE committee_id = $1 AND kind = $2 AND month = $3
         AND extraordinary = FALSE AND state <> 'cancelled'",
        vec![committee.into(), kind.into(), month.to_string().into()],
    )
    .await
}

/// Meetings of a committee and kind before a day, cancelled ones apart.
pub(crate) async fn earlier_meetings(
    tx: &mut Tx,
    committee: &str,
    kind: &str,
    before: NaiveDate,
) -> Result<i64> {
    tx.number(
        "SELECT COUNT(*) FROM meeting WHERE committee_id = $1 AND kind = $2 AND date < $3
         AND state <> 'cancelled'",
        vec![committee.into(), kind.into(), before.into()],
    )
    .await
}

/// The meeting held last before this one, of the same committee and kind.
pub(crate) async fn held_before(tx: &mut Tx, meeting: &Meeting) -> Result<Option<Meeting>> {
    let rows = Select::new(MEETING)
        .and(
            "r.committee_id = ? AND r.kind = ?",
            vec![(&meeting.committee_id).into(), (&meeting.kind).into()],
        )
        .and("r.state IN ('held', 'signed', 'archived')", vec![])
        .and(
            "r.date < ? AND r.id <> ?",
            vec![meeting.date.into(), (&meeting.id).into()],
        )
        .tail("ORDER BY r.date DESC, r.id DESC")
        .limit(1)
        .all(tx)
        .await?;
    Ok(rows.into_iter().next())
}

/// The committee's next meeting that is not held yet.
pub(crate) async fn next_ahead(tx: &mut Tx, meeting: &Meeting) -> Result<Option<Meeting>> {
    let ahead = ahead(&meeting.committee_id, meeting.date);
    let other = ahead.and("r.id <> ?", vec![(&meeting.id).into()]);
    first(tx, other).await
}

/// The committee's first meeting from a day on that is not held yet.
pub(crate) async fn first_ahead(
    tx: &mut Tx,
    committee: &str,
    from: NaiveDate,
) -> Result<Option<Meeting>> {
    first(tx, ahead(committee, from)).await
}

fn ahead(committee: &str, from: NaiveDate) -> Select {
    Select::new(MEETING)
        .and("r.committee_id = ?", vec![committee.into()])
        .and("r.state IN ('preparing', 'notified', 'postponed')", vec![])
        .and("r.date >= ?", vec![from.into()])
}

async fn first(tx: &mut Tx, meetings: Select) -> Result<Option<Meeting>> {
    let rows = meetings
        .tail("ORDER BY r.date, r.id")
        .limit(1)
        .all(tx)
        .await?;
    Ok(rows.into_iter().next())
}

/// Items of a committee that wait for its next meeting, oldest first.
pub(crate) async fn waiting_items(tx: &mut Tx, next: &Meeting) -> Result<Vec<MeetingItem>> {
    // A meeting opened for an earlier day takes over nothing that a later one put off.
    tx.all(
        "SELECT i.id, i.version, i.meeting_id, i.position, i.kind, i.title, i.source, i.proposer, i.speaker,
         i.background, i.discussion, i.decision, i.carried_to
         FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
         WHERE i.carried_to = 'next' AND m.committee_id = $1 AND m.date <= $2
         ORDER BY m.date, i.position, i.id",
        vec![(&next.committee_id).into(), next.date.into()],
    )
    .await
}

/// Items of a meeting in order.
pub(crate) async fn items_of(tx: &mut Tx, meeting: &str) -> Result<Vec<MeetingItem>> {
    tx.all(
        "SELECT id, version, meeting_id, position, kind, title, source, proposer, speaker, background,
         discussion, decision, carried_to FROM meeting_item WHERE meeting_id = $1 ORDER BY position, id",
        vec![meeting.into()],
    )
    .await
}

/// People of a meeting in official order.
pub(crate) async fn people_of(tx: &mut Tx, meeting: &str) -> Result<Vec<Attendance>> {
    tx.all(
        "SELECT id, version, meeting_id, position, unit_id, unit_name, person, post, state, stand_in,
         reason FROM attendance WHERE meeting_id = $1 ORDER BY position, id",
        vec![meeting.into()],
    )
    .await
}

/// All versions of a meeting's minutes, newest first.
pub(crate) async fn minutes_of(tx: &mut Tx, meeting: &str) -> Result<Vec<Minutes>> {
    Select::new(MINUTES)
        .and("meeting_id = ?", vec![meeting.into()])
        .tail("ORDER BY revision DESC")
        .all(tx)
        .await
}

/// Files of a record that are in use.
pub(crate) async fn attachments_of(tx: &mut Tx, owner: &str) -> Result<Vec<Attachment>> {
    tx.all(
        "SELECT id, version, owner_id, name, hash, bytes, retired FROM attachment
         WHERE owner_id = $1 AND retired = FALSE ORDER BY id",
        vec![owner.into()],
    )
    .await
}

/// Turns of a committee in a month, in their order.
pub(crate) async fn turns_in(tx: &mut Tx, committee: &str, month: Month) -> Result<Vec<Turn>> {
    Select::new(TURN)
        .and(
            "committee_id = ? AND month = ?",
            vec![committee.into(), month.to_string().into()],
        )
        .tail("ORDER BY position, id")
        .all(tx)
        .await
}

/// Meetings in preparation from one month to another, both included.
pub(crate) async fn prepared_between(tx: &mut Tx, from: Month, to: Month) -> Result<Vec<Meeting>> {
    // Once announced it follows the rota no longer: its notice has named the chair.
    Select::new(MEETING)
        .and("r.state = 'preparing'", vec![])
        .and(
            "r.month >= ? AND r.month <= ?",
            vec![from.to_string().into(), to.to_string().into()],
        )
        .tail("ORDER BY r.id")
        .all(tx)
        .await
}

/// A committee's first ordinary meeting of a month, cancelled ones apart.
pub(crate) async fn meeting_of_month(
    tx: &mut Tx,
    committee: &str,
    month: Month,
) -> Result<Option<Meeting>> {
    let rows = Select::new(MEETING)
        .and(
            "r.committee_id = ? AND r.month = ?",
            vec![committee.into(), month.to_string().into()],
        )
        .and("r.state <> 'cancelled' AND r.extraordinary = FALSE", vec![])
        .tail("ORDER BY r.date, r.id")
        .limit(1)
        .all(tx)
        .await?;
    Ok(rows.into_iter().next())
}
