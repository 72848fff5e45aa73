use super::rules::{Duty, MonthMeeting};
use super::{OpeningTurn, Turn, TurnOrigin};
use ground::calendar::Month;
use ground::error::Result;
use sqlx::FromRow;
use storage::{Select, Tx};

const TURN: &str = "SELECT id, version, committee_id, month, position, planned_unit_id, unit_id,
    makes_up, origin, reasons, change_reason, theme, activities, done, summary, handover
    FROM rota_turn";

/// Turns from one month to another, both included; of one committee or of all.
pub(super) async fn turns_between(
    tx: &mut Tx,
    from: Month,
    to: Month,
    committee: Option<&str>,
) -> Result<Vec<Turn>> {
    Select::new(TURN)
        .and(
            "month >= ? AND month <= ?",
            vec![from.to_string().into(), to.to_string().into()],
        )
        .and_some("committee_id = ?", committee)
        .tail("ORDER BY month, committee_id, position")
        .all(tx)
        .await
}

/// Plan and actual of a turn, without its content.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Standing {
    pub id: String,
    pub committee_id: String,
    pub month: Month,
    pub planned_unit_id: String,
    pub unit_id: String,
    pub makes_up: bool,
}

/// Every turn there is, oldest first: who is next follows from the whole record.
pub(super) async fn standings(tx: &mut Tx) -> Result<Vec<Standing>> {
    tx.all(
        "SELECT id, committee_id, month, planned_unit_id, unit_id, makes_up
         FROM rota_turn ORDER BY month, committee_id, position",
        vec![],
    )
    .await
}

/// Who is on duty where in a month.
pub(super) async fn duties_in(tx: &mut Tx, month: Month) -> Result<Vec<Duty>> {
    tx.all(
        "SELECT t.id AS turn_id, t.committee_id, c.name AS committee, t.unit_id
         FROM rota_turn t JOIN committee c ON c.id = t.committee_id
         WHERE t.month = $1 ORDER BY c.position, t.position",
        vec![month.to_string().into()],
    )
    .await
}

/// A turn as the board shows it.
#[derive(Debug, Clone, FromRow)]
pub(super) struct BoardTurn {
    pub turn_id: String,
    pub version: i64,
    pub committee_id: String,
    pub committee: String,
    pub month: Month,
    pub planned_unit_id: String,
    pub unit_id: String,
    pub unit: String,
    pub origin: TurnOrigin,
}

/// The turns of a year in the order of the board.
pub(super) async fn board_turns(tx: &mut Tx, from: Month, to: Month) -> Result<Vec<BoardTurn>> {
    // 街道大工委 first, then official order: so the board is read.
    tx.all(
        "SELECT t.id AS turn_id, t.version, t.committee_id, c.short_name AS committee, t.month,
                t.planned_unit_id, t.unit_id, u.short_name AS unit, t.origin
         FROM rota_turn t JOIN committee c ON c.id = t.committee_id
         JOIN member_unit u ON u.id = t.unit_id
         WHERE t.month >= $1 AND t.month <= $2
         ORDER BY CASE c.level WHEN 'street' THEN 0 ELSE 1 END, c.position, c.id, t.month, t.position",
        vec![from.to_string().into(), to.to_string().into()],
    )
    .await
}

/// The regular joint meetings from one month to another; of one committee or of all.
pub(super) async fn joint_meetings(
    tx: &mut Tx,
    from: Month,
    to: Month,
    committee: Option<&str>,
) -> Result<Vec<MonthMeeting>> {
    Select::new(
        "SELECT id, committee_id, month, date,
                CASE WHEN state = 'notified' THEN 'announced' WHEN state = 'held' THEN 'held'
                     WHEN state IN ('signed', 'archived') THEN 'signed' ELSE 'open' END AS stage
         FROM meeting",
    )
    .and(
        "month >= ? AND month <= ?",
        vec![from.to_string().into(), to.to_string().into()],
    )
    // 临时 meetings, other kinds and what was cancelled do not answer for a month of the rota.
    .and(
        "kind = '联席会议' AND extraordinary = FALSE AND state <> 'cancelled'",
        vec![],
    )
    .and_some("committee_id = ?", committee)
    .tail("ORDER BY month, id")
    .all(tx)
    .await
}

/// A month in which a committee's turn begins.
#[derive(Debug, Clone, FromRow)]
pub(super) struct TurnMonth {
    pub committee_id: String,
    pub month: Month,
    pub origin: TurnOrigin,
}

/// The months from one to another in which turns begin.
pub(super) async fn turn_months_in(
    tx: &mut Tx,
    from: Month,
    to: Month,
    reach: &[String],
) -> Result<Vec<TurnMonth>> {
    Select::new("SELECT DISTINCT committee_id, month, origin FROM rota_turn")
        .and(
            "month >= ? AND month <= ?",
            vec![from.to_string().into(), to.to_string().into()],
        )
        .within_reach("committee_id", reach)
        .all(tx)
        .await
}

/// The first and the last month with a turn; none while there are no turns.
pub(super) async fn month_bounds(tx: &mut Tx) -> Result<Option<(Month, Month)>> {
    let sql = "SELECT MIN(month), MAX(month) FROM rota_turn";
    let row: Option<(Option<Month>, Option<Month>)> = tx.one(sql, vec![]).await?;
    Ok(row.and_then(|(first, last)| first.zip(last)))
}

/// The turns of a committee from before the program, oldest first.
pub(crate) async fn opening_turns(tx: &mut Tx, committee: &str) -> Result<Vec<OpeningTurn>> {
    tx.all(
        "SELECT t.month, t.unit_id, u.short_name AS unit
         FROM rota_turn t JOIN member_unit u ON u.id = t.unit_id
         WHERE t.committee_id = $1 AND t.origin = 'opening' ORDER BY t.month, t.position",
        vec![committee.into()],
    )
    .await
}

/// The first month of a committee whose turns the program keeps.
pub(crate) async fn first_kept_month(tx: &mut Tx, committee: &str) -> Result<Option<Month>> {
    let sql = "SELECT MIN(month) FROM rota_turn WHERE committee_id = $1 AND origin <> 'opening'";
    let row: Option<(Option<Month>,)> = tx.one(sql, vec![committee.into()]).await?;
    Ok(row.and_then(|row| row.0))
}
