use serde::{Deserialize, Serialize};
use ts_rs::TS;

use ground::calendar::Month;

/// What is to be planned, and everything that the plan depends on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanRequest {
    /// The months to plan, in any order: the future, unfrozen ones.
    pub months: Vec<Month>,
    /// How many committees one unit may serve in one month; usually 1.
    pub per_month_limit: u32,
    /// In the order in which they come first where units are contested (街道大工委 first).
    pub committees: Vec<CommitteeSeats>,
}

/// One committee (大党委) with the units that take turns in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CommitteeSeats {
    pub committee_id: String,
    pub committee_name: String,
    /// How many units share a month; usually 1.
    pub units_per_month: u32,
    /// The units eligible for rotation, each once.
    pub seats: Vec<Seat>,
    /// Who really served, last year's and this year's turns; decides who is next.
    pub served: Vec<Served>,
    /// Frozen turns: each takes a place of its month, and the unit's month. A turn in `served`
    /// that lies in a planned month counts as kept; one in both lists counts once.
    pub kept: Vec<Served>,
}

/// A unit's place in one committee's rotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Seat {
    pub unit_id: String,
    pub unit_name: String,
    /// 排序: the smaller goes first among equals.
    pub official_order: i64,
    /// The first month in which it may serve.
    pub joined: Option<Month>,
    /// The month in which it left: from then on it serves no more.
    pub left: Option<Month>,
    /// Months of the year (1–12) in which it cannot serve (不便月份).
    pub blocked_months: Vec<u8>,
    /// Turns it is owed; see [`owed_after`](super::owed_after).
    pub owed: u32,
}

/// One turn of one unit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Served {
    pub month: Month,
    pub unit_id: String,
}

impl Seat {
    /// Whether the unit belongs to the committee in `month`.
    pub fn is_member(&self, month: Month) -> bool {
        self.joined.is_none_or(|joined| joined <= month)
            && self.left.is_none_or(|left| month < left)
    }

    pub fn is_blocked(&self, month: Month) -> bool {
        self.blocked_months.contains(&month.number())
    }
}
