use crate::assignments::Figures;
use crate::meetings::CommitteeMonth;
use crate::todo::Todo;
use chrono::NaiveDate;
use ground::calendar::Month;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Arguments of `desk.view`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DeskQuery {
    /// Only this committee's.
    #[ts(optional)]
    pub committee_id: Option<String>,
}

/// Assignments due this month.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct MonthAssignments {
    /// The figures, by their one definition.
    pub figures: Figures,
    /// 本周到期: due within seven days and not closed.
    pub soon: i64,
}

/// The desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeskView {
    /// Today.
    pub today: NaiveDate,
    /// The month.
    pub month: Month,
    /// What there is to do, most pressing first.
    pub todos: Vec<Todo>,
    /// Committees' months in official order.
    pub committees: Vec<CommitteeMonth>,
    /// Assignments due this month.
    pub assignments: MonthAssignments,
}
