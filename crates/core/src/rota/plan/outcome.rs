use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Reason;
use ground::calendar::Month;

/// The turns planned for the open places, by month, then in the request's order of committees.
/// Kept turns are not repeated here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Plan {
    pub turns: Vec<PlannedTurn>,
}

/// One unit on duty for one committee in one month, and why (排定依据).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlannedTurn {
    pub committee_id: String,
    pub month: Month,
    pub unit_id: String,
    pub reasons: Vec<Reason>,
}

impl PlannedTurn {
    /// Whether the turn makes up for one that was missed (补轮); to be stored with the turn, since
    /// [`owed_after`](super::owed_after) asks for it.
    pub fn makes_up(&self) -> bool {
        self.reasons
            .iter()
            .any(|reason| matches!(reason, Reason::Owed { .. }))
    }

    /// The reasons as one line for the rota's cell.
    pub fn chinese(&self) -> String {
        self.reasons
            .iter()
            .map(Reason::chinese)
            .collect::<Vec<_>>()
            .join("；")
    }
}

/// A committee or unit by key and name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Named {
    pub id: String,
    pub name: String,
}

/// Why there is no plan. Displays as one Chinese sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "data", rename_all = "snake_case")]
pub enum PlanError {
    /// Committees with months to plan but no unit that takes turns.
    #[error(
        "{}没有参加轮值的成员单位，请先登记成员单位或改为可轮值",
        names(committees)
    )]
    NoUnits { committees: Vec<Named> },
    /// Every place that the rules leave empty, by month.
    #[error("{}", first_of(.0))]
    Collision(Vec<Collision>),
}

/// One month of one committee that cannot be filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Collision {
    pub committee_id: String,
    pub committee_name: String,
    pub month: Month,
    /// The units that the rule keeps from serving.
    pub units: Vec<Named>,
    pub rule: Rule,
}

/// The rule that cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Rule {
    /// No unit is a member in that month (加入、退出时间).
    NoMember,
    /// Fewer members than units needed in one month.
    TooFewUnits { needed: u32 },
    /// Too many members cannot serve in that month (不便月份).
    BlockedMonth { needed: u32 },
    /// The units would serve more committees in that month than the limit allows; `committees`
    /// are the others that need them.
    MonthlyLimit { limit: u32, committees: Vec<Named> },
}

impl Collision {
    /// One sentence that names the month, the units and the rule, and says what to change.
    pub fn chinese(&self) -> String {
        let place = format!("{}{}", self.committee_name, self.month.chinese());
        let units = names(&self.units);
        match &self.rule {
            Rule::NoMember => format!("{place}没有在册的成员单位，请调整单位的加入、退出时间"),
            Rule::TooFewUnits { needed } => {
                format!("{place}需要{needed}家单位轮值，在册的只有{units}，请减少每月轮值单位数")
            }
            Rule::BlockedMonth { needed } => format!(
                "{place}需要{needed}家单位轮值，而{units}都把{}月列为不便月份，请调整不便月份",
                self.month.number()
            ),
            Rule::MonthlyLimit { limit, committees } => format!(
                "{place}排不出轮值单位：{units}{}每月最多轮值{limit}个大党委，请增加单位或放宽上限",
                also_needed(committees)
            ),
        }
    }
}

fn also_needed(committees: &[Named]) -> String {
    match committees {
        [] => String::new(),
        _ => format!("同月还要在{}轮值，而一家单位", names(committees)),
    }
}

fn first_of(collisions: &[Collision]) -> String {
    let first = collisions
        .first()
        .map(Collision::chinese)
        .unwrap_or_default();
    match collisions.len() {
        0 | 1 => first,
        more => format!("{first}（共有{more}处排不出）"),
    }
}

pub(super) fn names(list: &[Named]) -> String {
    list.iter()
        .map(|named| named.name.as_str())
        .collect::<Vec<_>>()
        .join("、")
}
