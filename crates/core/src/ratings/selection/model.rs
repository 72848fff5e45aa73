use crate::committees::OF_COMMUNITY;
use chrono::NaiveDate;
use ground::error::{Error, Result};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{JsonText, Otherwise, Parent, Reach, record, stored_as_text};
use ts_rs::TS;

/// What is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SelectionKind {
    /// 十佳楼栋.
    Buildings,
    /// 最美楼栋长.
    Leaders,
}
stored_as_text!(SelectionKind);

impl SelectionKind {
    /// What people call it.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Buildings => "十佳楼栋",
            Self::Leaders => "最美楼栋长",
        }
    }

    /// How many are usually chosen.
    #[must_use]
    pub fn usual_seats(self) -> i64 {
        match self {
            Self::Buildings => 10,
            Self::Leaders => 6,
        }
    }
}

/// Where a selection stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SelectionState {
    /// 提名和投票.
    Open,
    /// 已确定: frozen.
    Decided,
}
stored_as_text!(SelectionState);

/// The weights of a selection's parts, in per cent; they sum to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SelectionRules {
    /// 考评得分: the year's mean.
    pub rating: i64,
    /// 得票: votes against the most voted.
    pub votes: i64,
    /// 评审分, on 100.
    pub review: i64,
}

impl Default for SelectionRules {
    fn default() -> Self {
        Self {
            rating: 50,
            votes: 30,
            review: 20,
        }
    }
}

impl SelectionRules {
    /// Whether the weights can be used.
    ///
    /// # Errors
    /// `Invalid` on `rules`.
    pub fn check(self) -> Result<()> {
        let weights = [self.rating, self.votes, self.review];
        let sum: i64 = weights.iter().sum();
        if sum == 100 && weights.iter().all(|weight| (0..=100).contains(weight)) {
            return Ok(());
        }
        let message = format!("考评、投票、评审三项的比重合计为 {sum}%，应为 100%，请调整。");
        Err(Error::invalid("rules", message))
    }
}

/// A selection (评选).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Selection {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// What is chosen.
    pub kind: SelectionKind,
    /// Its title.
    pub title: String,
    /// The year whose ratings count.
    pub year: i64,
    /// The community; none for the whole street.
    pub community_id: Option<String>,
    /// How many are chosen.
    pub seats: i64,
    /// The weights.
    #[ts(as = "SelectionRules")]
    pub rules: JsonText<SelectionRules>,
    /// Where it stands.
    pub state: SelectionState,
    /// The day it was decided.
    pub decided_on: Option<NaiveDate>,
    /// The frozen paper.
    #[ts(type = "unknown")]
    pub model: Option<JsonText<serde_json::Value>>,
    /// SHA-256 of the frozen paper.
    pub model_hash: Option<String>,
}
record!(Selection, "rating_selection", "评选", {
    kind: Text, title: Text, year: Int, community_id: Text, seats: Int, rules: Json, state: Text,
    decided_on: Date, model: Json, model_hash: Text,
} .named(&["title"])
    .seen_by(Reach::Through(OF_COMMUNITY, Otherwise::Office)));

/// Somebody or something nominated (提名).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Nominee {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The selection.
    pub selection_id: String,
    /// The building or stairwell.
    pub object_id: String,
    /// Its name with the compound's, as it was when nominated.
    pub name: String,
    /// Its 楼栋长, as it was when nominated.
    pub person: String,
    /// Who nominated.
    pub nominated_by: String,
    /// 事迹.
    pub deeds: String,
    /// The year's mean, thousandths, copied when it was decided.
    pub rating: Option<i64>,
    /// Votes.
    pub votes: Option<i64>,
    /// 评审分 on 100, thousandths.
    pub review: Option<i64>,
    /// 撤回提名.
    pub withdrawn: bool,
}
record!(Nominee, "rating_nominee", "提名", {
    selection_id: Text, object_id: Text, name: Text, person: Text, nominated_by: Text, deeds: Text,
    rating: Int, votes: Int, review: Int, withdrawn: Bool,
} .named(&["name", "person"]).seen_by(Reach::Through(
    &[Parent { column: "selection_id", table: || Selection::TABLE }],
    Otherwise::Unbounded,
)));
