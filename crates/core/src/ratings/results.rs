//! What a period comes to: the same types are shown on screen, frozen when published and printed.

use super::rules::SchemeRules;
use super::{RatingScheme, Standing, Volunteer};
use ground::calendar::Month;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an object got in the last published period before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviousResult {
    /// The month.
    pub month: Month,
    /// Total as printed, thousandths.
    pub total: Option<i64>,
    /// Rank.
    pub rank: Option<i64>,
}

/// A judge whose marks lie far from the others'; they count all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FarOffJudge {
    /// Who.
    pub judge: String,
    /// What the judge's base items come to on 100, thousandths.
    pub given: i64,
    /// The median of all judges, thousandths.
    pub middle: i64,
}

/// One object's result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowResult {
    /// The entry.
    pub entry_id: String,
    /// The building or stairwell.
    pub object_id: String,
    /// Its compound.
    pub compound: String,
    /// Its name within the compound.
    pub name: String,
    /// Its name within the scope: with the compound's where the scope has several.
    pub label: String,
    /// 楼栋长.
    pub chief: String,
    /// How it takes part.
    pub standing: Standing,
    /// Why it does not take part, or the case with its basis.
    pub basis: String,
    /// Sheets filled in.
    pub sheets: i64,
    /// Mean of each item's marks as printed, thousandths, in the order of the scheme's items.
    pub means: Vec<i64>,
    /// Total as printed, thousandths; none without a sheet.
    pub total: Option<i64>,
    /// Whether the printed total is the exact one.
    pub exact: bool,
    /// Rank; none without a total and for those that are not rated.
    pub rank: Option<i64>,
    /// Whether others share the rank.
    pub shared: bool,
    /// The item that told it apart from the one before it, where the totals are equal.
    pub decided_by: Option<String>,
    /// Stars, 0 to 5.
    pub stars: i64,
    /// Whether it hangs the 流动小红旗.
    pub flag: bool,
    /// What it got before.
    pub previous: Option<PreviousResult>,
    /// Judges far from the others.
    pub far_off: Vec<FarOffJudge>,
}

impl RowResult {
    /// Places gained against last time; none where there is nothing to compare.
    #[must_use]
    pub fn gained(&self) -> Option<i64> {
        Some(self.previous.as_ref()?.rank? - self.rank?)
    }
}

/// The ranking of one compound, community or street.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScopeResult {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// Its community; empty for the street.
    pub community: String,
    /// The community's key; empty for the street.
    pub community_id: String,
    /// Judges each object has.
    pub judges: i64,
    /// Ranks that hang a flag.
    pub flags: i64,
    /// What is to be said of it: fewer judges or flags than usual, equal totals.
    pub notes: Vec<String>,
    /// The objects by rank; those without one last.
    pub rows: Vec<RowResult>,
}

/// The marks an object got from one judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgeMarks {
    /// Who, by name at the time.
    pub judge: String,
    /// In the order of the scheme's items, thousandths.
    pub marks: Vec<Option<i64>>,
}

/// The sheets of one entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntrySheets {
    /// The entry.
    pub entry_id: String,
    /// What it got.
    pub sheets: Vec<JudgeMarks>,
}

/// What is frozen when a period is published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Published {
    /// The month.
    pub month: Month,
    /// Whose: the street's or a community's name.
    pub whose: String,
    /// The scheme's title.
    pub scheme: String,
    /// What the scheme said.
    pub rules: SchemeRules,
    /// Which version of the publication.
    pub revision: i64,
    /// Why the one before was corrected.
    pub reason: String,
    /// The rankings.
    pub scopes: Vec<ScopeResult>,
    /// Every sheet.
    pub sheets: Vec<EntrySheets>,
    /// 优秀志愿者.
    pub volunteers: Vec<Volunteer>,
}

/// A published version as lists show one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, sqlx::FromRow, TS)]
pub struct PublicationInfo {
    /// Key.
    pub id: String,
    /// Which version, from 1.
    pub revision: i64,
    /// When.
    pub published_on: chrono::NaiveDate,
    /// Who.
    pub published_by: String,
    /// Why the one before was corrected.
    pub reason: String,
    /// SHA-256 of the content, as the 通报 prints it.
    pub content_hash: String,
}

/// Sheets that are still to come for one object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissingSheets {
    /// The entry.
    pub entry_id: String,
    /// The scope's name.
    pub scope: String,
    /// The object's name.
    pub name: String,
    /// Sheets it should have.
    pub due: i64,
    /// Sheets it has.
    pub sheets: i64,
    /// Who was assigned and has not rated it yet.
    pub judges: Vec<String>,
}

/// A period with its results.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RatingView {
    /// The period.
    pub period: super::RatingPeriod,
    /// Whose: the street's or a community's name.
    pub whose: String,
    /// The scheme it goes by.
    pub scheme: RatingScheme,
    /// How equal totals are told apart, in one sentence.
    pub tie_rule: String,
    /// The version shown; none for the draft.
    pub revision: Option<i64>,
    /// The rankings within reach.
    pub scopes: Vec<ScopeResult>,
    /// What is still to come before it can be published.
    pub missing: Vec<MissingSheets>,
    /// Its published versions, newest first.
    pub publications: Vec<PublicationInfo>,
}
