use super::{RatingPeriod, RatingState, Standing, Volunteer};
use chrono::NaiveDate;
use ground::calendar::Month;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Arguments of `ratings.list`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListRatings {
    /// Only of this year.
    #[ts(optional)]
    pub year: Option<i64>,
    /// Only this community's and the whole street's.
    #[ts(optional)]
    pub community_id: Option<String>,
}

/// A period as lists show one.
#[derive(Debug, Clone, Serialize, Deserialize, sqlx::FromRow, TS)]
pub struct RatingRow {
    /// The period.
    #[sqlx(flatten)]
    pub period: RatingPeriod,
    /// The community's name; none for the whole street.
    pub community: Option<String>,
    /// The scheme's name.
    pub scheme: String,
    /// Objects in it.
    pub entries: i64,
    /// Sheets there are, with those still to come.
    pub sheets: i64,
    /// Sheets filled in.
    pub filled: i64,
}

/// Arguments of `ratings.open`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OpenRating {
    /// The month.
    pub month: Month,
    /// The community; the whole street when not said.
    #[ts(optional)]
    pub community_id: Option<String>,
    /// The scheme; the newest in use when not said.
    #[ts(optional)]
    pub scheme_id: Option<String>,
    /// The day it should be published by; the month's last when not said.
    #[ts(optional)]
    pub due_on: Option<NaiveDate>,
    /// Whether the program assigns who rates whom; yes when not said.
    #[ts(optional)]
    pub assign: Option<bool>,
}

/// Arguments of `ratings.view`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ViewRating {
    /// The period.
    pub id: String,
    /// Which published version; the newest, or the draft, when not said.
    #[ts(optional)]
    pub revision: Option<i64>,
}

/// Arguments of `ratings.explain`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExplainRating {
    /// The entry.
    pub entry_id: String,
    /// Which published version; the newest, or the draft, when not said.
    #[ts(optional)]
    pub revision: Option<i64>,
}

/// Arguments of `ratings.scores` and `ratings.sheet`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScoresQuery {
    /// The period.
    pub id: String,
    /// Only this scope's, by its key.
    #[ts(optional)]
    pub scope: Option<String>,
}

/// A line of the scoring grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScoreLine {
    /// The sheet; empty for a pair that has none yet.
    pub sheet_id: String,
    /// The sheet's version; 0 where there is none yet.
    pub version: i64,
    /// Who is rated.
    pub rated_id: String,
    /// Its name, with the compound's where the scope has several.
    pub rated: String,
    /// Who rates.
    pub judge_id: String,
    /// Its name.
    pub judge: String,
    /// The scope's key.
    pub scope: String,
    /// Marks as people write them, in the order of the scheme's items; empty cells are empty.
    pub marks: Vec<String>,
}

/// A line of the grid as it was filled in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScoreInput {
    /// The version seen; 0 where the pair has no sheet yet.
    #[serde(default)]
    pub version: i64,
    /// Who is rated: an entry.
    pub rated_id: String,
    /// Who rates: an entry of the same scope.
    pub judge_id: String,
    /// Marks as typed, in the order of the scheme's items; all empty takes the sheet's marks away.
    pub marks: Vec<String>,
}

/// Arguments of `ratings.saveScores`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveScores {
    /// The period.
    pub id: String,
    /// The lines, all kept or none.
    pub rows: Vec<ScoreInput>,
}

/// A cell of the grid that cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreFault {
    /// Which line of those given, from 0.
    pub row: u32,
    /// The item's place in the scheme; none where the whole line is at fault.
    #[ts(optional)]
    pub item: Option<u32>,
    /// One sentence: what is wrong and what to do.
    pub reason: String,
}

/// What `ratings.saveScores` did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SavedScores {
    /// Sheets filled in for the first time, changed, emptied.
    pub filled: i64,
    /// Sheets whose marks changed.
    pub changed: i64,
    /// Sheets whose marks were taken away.
    pub emptied: i64,
}

/// Arguments of `ratings.setStanding`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetStanding {
    /// The entry.
    pub entry_id: String,
    /// The version seen.
    pub version: i64,
    /// How it takes part.
    pub standing: Standing,
    /// Why it does not, or the case with its basis.
    #[serde(default)]
    pub basis: String,
}

/// Arguments of `ratings.saveVolunteers`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveVolunteers {
    /// The period.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// 优秀志愿者, in order.
    pub volunteers: Vec<Volunteer>,
}

/// Arguments of `ratings.correct`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CorrectRating {
    /// The period.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// Why.
    pub reason: String,
}

/// Arguments of steps on a period.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RatingStep {
    /// The period.
    pub id: String,
    /// The version seen.
    pub version: i64,
}

impl RatingState {
    /// What people call it.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Draft => "草稿",
            Self::Published => "已发布",
            Self::Archived => "已归档",
        }
    }
}
