use crate::committees::OF_COMMITTEE;
use crate::registers::RegisterChoice;
use chrono::{DateTime, Utc};
use ground::calendar::Month;
use ground::files::FileRef;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{Otherwise, Reach, record};
use ts_rs::TS;

/// A committee's return for a month, as it was last read in (月度报送).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromRow, TS)]
pub struct MonthlyReturn {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The committee.
    pub committee_id: String,
    /// The month.
    pub month: Month,
    /// The file it was read from.
    pub file_name: String,
    /// SHA-256 of that file.
    pub file_hash: String,
    /// When it was read in.
    pub received_at: DateTime<Utc>,
    /// Who read it in.
    pub by_name: String,
}
record!(MonthlyReturn, "monthly_return", "月度报送", {
    committee_id: Text, month: Text, file_name: Text, file_hash: Text, received_at: Time,
    by_name: Text,
} .of(OF_COMMITTEE)
    .seen_by(Reach::Through(OF_COMMITTEE, Otherwise::Unbounded))
    .beside_imports());

/// Arguments of `returns.list` and `returns.makeAll`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReturnsMonth {
    /// The month.
    pub month: Month,
}

/// A committee and its return for a month.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReturnRow {
    /// The committee.
    pub committee_id: String,
    /// Its name.
    pub committee: String,
    /// What was read in; none where nothing came yet.
    pub received: Option<MonthlyReturn>,
}

/// Arguments of `returns.make`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MakeReturn {
    /// The committee.
    pub committee_id: String,
    /// The month.
    pub month: Month,
}

/// Arguments of `returns.importPreview`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PreviewReturn {
    /// The workbook that came back.
    pub file: FileRef,
    /// The month it must be of.
    pub month: Month,
    /// The committee it must be of; any when not said.
    #[ts(optional)]
    pub committee_id: Option<String>,
}

/// Arguments of `returns.importApply`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ApplyReturn {
    /// The workbook that came back.
    pub file: FileRef,
    /// The month it must be of.
    pub month: Month,
    /// The committee it must be of; any when not said.
    #[ts(optional)]
    pub committee_id: Option<String>,
    /// The file as the preview saw it; refused when it is another by now.
    #[ts(optional)]
    pub file_hash: Option<String>,
    /// Leave out the wrong rows and take the others.
    #[serde(default)]
    pub skip_wrong: bool,
    /// Values chosen where rows disagree.
    #[serde(default)]
    pub choices: Vec<RegisterChoice>,
}
