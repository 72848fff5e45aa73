use super::plan::Reason;
use crate::committees::OF_COMMITTEE;
use crate::units::OF_UNIT_AND_COMMITTEE;
use ground::calendar::Month;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{JsonText, Otherwise, Reach, record, stored_as_text};
use ts_rs::TS;

/// How a turn came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TurnOrigin {
    /// Planned by the rules.
    Planned,
    /// Named by the clerk (变更轮值单位).
    Named,
    /// Swapped with another month (对调).
    Swapped,
    /// 期初: history from before the program.
    Opening,
}
stored_as_text!(TurnOrigin, MonthStage);

/// How far a month's meeting is, as far as the rota asks: planning leaves a month alone once its unit was
/// announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MonthStage {
    /// In preparation, or put off.
    Open,
    /// 已通知.
    Announced,
    /// 已召开, its minutes not signed yet.
    Held,
    /// 纪要已签发.
    Signed,
}

/// A turn (轮值): one unit on duty for one committee in one month. Plan and actual stand apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Turn {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The committee.
    pub committee_id: String,
    /// The month.
    pub month: Month,
    /// Place among the units that share the month, from 1.
    pub position: i64,
    /// The unit the plan named.
    pub planned_unit_id: String,
    /// The unit that serves or served; it gets the credit.
    pub unit_id: String,
    /// Whether the plan gave it to make up for a turn that was missed before.
    pub makes_up: bool,
    /// How this came to be.
    pub origin: TurnOrigin,
    /// 排定依据, as data.
    #[ts(as = "Vec<Reason>")]
    pub reasons: JsonText<Vec<Reason>>,
    /// Why it was changed, where it was.
    pub change_reason: String,
    /// 主题.
    pub theme: String,
    /// 计划活动, one a line.
    pub activities: String,
    /// 完成情况.
    pub done: String,
    /// 轮值小结.
    pub summary: String,
    /// 交接事项 for the next unit.
    pub handover: String,
}
record!(Turn, "rota_turn", "轮值", {
    committee_id: Text, month: Text, position: Int, planned_unit_id: Text, unit_id: Text,
    makes_up: Bool, origin: Text, reasons: Json, change_reason: Text, theme: Text, activities: Text, done: Text,
    summary: Text, handover: Text,
} .of(OF_UNIT_AND_COMMITTEE)
    .seen_by(Reach::Through(OF_COMMITTEE, Otherwise::Unbounded)));

/// How far a month of a committee is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MonthState {
    /// 计划.
    Planned,
    /// 待开: this month, the meeting not held yet.
    Waiting,
    /// 已开: held, minutes signed.
    Held,
    /// 纪要未签发: held, minutes not signed.
    Unsigned,
    /// 未开: past and no meeting.
    Missed,
    /// 期初: before the program.
    Opening,
}

/// A cell of the board.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BoardCell {
    /// The turn.
    pub turn_id: String,
    /// Its version.
    pub version: i64,
    /// The month.
    pub month: Month,
    /// The unit that serves.
    pub unit_id: String,
    /// Its 简称.
    pub unit: String,
    /// Whether it is not the unit of the plan.
    pub changed: bool,
    /// How far the month is.
    pub state: MonthState,
    /// Past months are frozen.
    pub frozen: bool,
    /// The month's meeting.
    pub meeting_id: Option<String>,
}

/// A line of the board: one committee.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BoardRow {
    /// The committee.
    pub committee_id: String,
    /// Its short name.
    pub committee: String,
    /// Its cells in the order of months; several where units share a month.
    pub cells: Vec<BoardCell>,
}

/// The board of a year: committees × months, 街道大工委 first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RotaBoard {
    /// The year.
    pub year: i64,
    /// The month that is now, where it lies in the year.
    pub current: Option<Month>,
    /// Lines in official order.
    pub rows: Vec<BoardRow>,
    /// From the first year with turns to the last, and the present one, for switching.
    pub years: Vec<i64>,
}

/// Arguments of `rota.board`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BoardYear {
    /// The year.
    pub year: i64,
}

/// Arguments of `rota.plan` and `rota.preview`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlanRota {
    /// First month to plan; months before the present one stay as they are.
    pub from: Month,
    /// Last month.
    pub to: Month,
    /// Committees; empty for all that the person may see.
    #[serde(default)]
    pub committees: Vec<String>,
}

/// What planning did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanOutcome {
    /// Turns written new.
    pub created: i64,
    /// Turns whose unit changed.
    pub changed: i64,
    /// Turns as they were.
    pub unchanged: i64,
    /// Turns taken away, where fewer units than before share a month.
    pub removed: i64,
    /// Past or kept turns, not touched.
    pub kept: i64,
    /// Committees left out because no unit takes turns there.
    pub without_units: Vec<String>,
}

impl PlanOutcome {
    /// Counts what becomes of turns.
    pub(super) fn count(fates: impl Iterator<Item = TurnFate>) -> Self {
        let mut outcome = Self::default();
        for fate in fates {
            *match fate {
                TurnFate::Created => &mut outcome.created,
                TurnFate::Changed => &mut outcome.changed,
                TurnFate::Unchanged => &mut outcome.unchanged,
                TurnFate::Removed => &mut outcome.removed,
            } += 1;
        }
        outcome
    }
}

/// What planning does to a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TurnFate {
    /// Written new.
    Created,
    /// Another unit takes it over.
    Changed,
    /// The unit stays.
    Unchanged,
    /// Taken away.
    Removed,
}

/// A turn as a plan would have it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProposedTurn {
    /// The committee.
    pub committee_id: String,
    /// Its short name.
    pub committee: String,
    /// The month.
    pub month: Month,
    /// Place among the units that share the month, from 1.
    pub position: i64,
    /// The unit.
    pub unit_id: String,
    /// Its 简称.
    pub unit: String,
    /// 简称 of the unit that stood there, where another takes over.
    pub before: Option<String>,
    /// What would become of the turn.
    pub fate: TurnFate,
    /// 排定依据, as sentences.
    pub reasons: Vec<String>,
}

/// A plan that has not been written (试排).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RotaPreview {
    /// By month, then committee in official order.
    pub turns: Vec<ProposedTurn>,
    /// What `rota.plan` would answer.
    pub outcome: PlanOutcome,
}

/// A turn with its reasons, for the panel beside the board.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TurnView {
    /// The turn.
    pub turn: Turn,
    /// The committee's name.
    pub committee: String,
    /// The unit's name.
    pub unit: String,
    /// The planned unit's name.
    pub planned_unit: String,
    /// 排定依据, as sentences.
    pub reasons: Vec<String>,
    /// How far the month is.
    pub state: MonthState,
    /// Past months are frozen.
    pub frozen: bool,
    /// The month's meeting.
    pub meeting_id: Option<String>,
    /// Units that could take it instead, in official order.
    pub candidates: Vec<crate::units::SeatRow>,
}

/// Arguments of `rota.swap`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SwapTurns {
    /// One turn.
    pub turn: String,
    /// Another of the same committee.
    pub with: String,
    /// Why.
    pub reason: String,
}

/// Arguments of `rota.replace`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReplaceUnit {
    /// The turn.
    pub turn: String,
    /// The version seen.
    pub version: i64,
    /// The unit that takes it.
    pub unit_id: String,
    /// Why.
    pub reason: String,
}

/// Arguments of `rota.saveContent`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveTurnContent {
    /// The turn.
    pub turn: String,
    /// The version seen.
    pub version: i64,
    /// 主题.
    pub theme: String,
    /// 计划活动.
    pub activities: String,
    /// 完成情况.
    pub done: String,
    /// 轮值小结.
    pub summary: String,
    /// 交接事项.
    pub handover: String,
}

/// Arguments of `rota.addHistory`: turns served before the program (期初).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AddHistory {
    /// The committee.
    pub committee_id: String,
    /// Month by month who served.
    pub served: Vec<ServedMonth>,
}

/// A month that was served.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ServedMonth {
    /// The month.
    pub month: Month,
    /// The unit.
    pub unit_id: String,
}

/// A turn served before the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromRow, TS)]
pub struct OpeningTurn {
    /// The month.
    pub month: Month,
    /// The unit.
    pub unit_id: String,
    /// Its 简称.
    pub unit: String,
}
