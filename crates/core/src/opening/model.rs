use crate::rota::OpeningTurn;
use ground::calendar::Month;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Arguments of `opening.view`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpeningQuery {
    /// The year whose meeting numbers are asked for.
    pub year: i64,
}

/// What is known of a committee from before the program.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpeningRow {
    /// The committee.
    pub committee_id: String,
    /// Its name.
    pub committee: String,
    /// Turns entered as 期初, oldest first.
    pub served: Vec<OpeningTurn>,
    /// The first month whose turns the program keeps; 期初 ends before it.
    pub kept_from: Option<Month>,
    /// The next 第×次 联席会议 of the year.
    pub next_session: i64,
    /// The next 第×期 of the year's minutes.
    pub next_issue: i64,
}

/// Arguments of `opening.save`: what one committee brings along, all or nothing.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveOpening {
    /// The committee.
    pub committee_id: String,
    /// The months to hold exactly the units given; months not named stay as they are.
    pub months: Vec<OpeningMonth>,
    /// The year of the numbers.
    pub year: i64,
    /// The next 第×次 联席会议.
    #[ts(optional)]
    pub next_session: Option<i64>,
    /// The next 第×期.
    #[ts(optional)]
    pub next_issue: Option<i64>,
}

/// A month and who served in it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpeningMonth {
    /// The month.
    pub month: Month,
    /// The units; none clears the month.
    pub unit_ids: Vec<String>,
}
