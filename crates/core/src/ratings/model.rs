use super::rules::SchemeRules;
use crate::committees::OF_COMMUNITY;
use chrono::NaiveDate;
use ground::calendar::Month;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{JsonText, Otherwise, Parent, Reach, record, stored_as_text};
use ts_rs::TS;

/// A scheme (考评方案) in one of its versions. One that a period goes by is never edited, only
/// succeeded by the next revision of its series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct RatingScheme {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The key of its first revision.
    pub series: String,
    /// 版次, from 1.
    pub revision: i64,
    /// Name.
    pub name: String,
    /// What it says.
    #[ts(as = "SchemeRules")]
    pub rules: JsonText<SchemeRules>,
    /// What was changed against the revision before, and why.
    pub note: String,
    /// 停用.
    pub retired: bool,
}
record!(RatingScheme, "rating_scheme", "考评方案", {
    series: Text, revision: Int, name: Text, rules: Json, note: Text, retired: Bool,
} .named(&["name"]).seen_by(Reach::Office));

impl RatingScheme {
    /// `楼栋积分管理考评方案（第2版）`
    #[must_use]
    pub fn title(&self) -> String {
        match self.revision {
            1 => self.name.clone(),
            revision => format!("{}（第{revision}版）", self.name),
        }
    }
}

/// Where a period stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RatingState {
    /// 草稿: sheets come in; also while a published period is being corrected.
    Draft,
    /// 已发布: frozen.
    Published,
    /// 已归档.
    Archived,
}
stored_as_text!(RatingState);

/// Somebody the 通报 names (优秀志愿者).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Volunteer {
    /// Where: a compound or a community.
    pub place: String,
    /// Name.
    pub name: String,
    /// What for.
    pub deed: String,
}

/// A month's rating (一期考评), of the whole street or of one community.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct RatingPeriod {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The month.
    pub month: Month,
    /// The community; none for the whole street.
    pub community_id: Option<String>,
    /// The scheme it goes by.
    pub scheme_id: String,
    /// Where it stands.
    pub state: RatingState,
    /// The newest published version; 0 while there is none.
    pub revision: i64,
    /// The newest publication.
    pub publication_id: Option<String>,
    /// Why it is being corrected; empty otherwise.
    pub correction_reason: String,
    /// The day it should be published by.
    pub due_on: NaiveDate,
    /// 优秀志愿者.
    #[ts(as = "Vec<Volunteer>")]
    pub volunteers: JsonText<Vec<Volunteer>>,
}
record!(RatingPeriod, "rating_period", "楼栋考评", {
    month: Text, community_id: Text, scheme_id: Text, state: Text, revision: Int,
    publication_id: Text, correction_reason: Text, due_on: Date, volunteers: Json,
} .of(OF_COMMUNITY)
    .seen_by(Reach::Through(OF_COMMUNITY, Otherwise::Office)));

/// How an object takes part in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// 参评.
    Rated,
    /// 不参评 this month, as while it is rebuilt; it may still judge.
    Exempt,
    /// 不予评星: in a case the scheme names.
    Excluded,
}
stored_as_text!(Standing);

/// A rated object in a period (参评楼栋), with what it was called then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct RatingEntry {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The period.
    pub period_id: String,
    /// The building or stairwell.
    pub object_id: String,
    /// Its community.
    pub community_id: String,
    /// The community's name.
    pub community: String,
    /// Its compound.
    pub compound_id: String,
    /// The compound's name.
    pub compound: String,
    /// Its name within the compound.
    pub name: String,
    /// 楼栋长.
    pub chief: String,
    /// Place among the period's.
    pub position: i64,
    /// How it takes part.
    pub standing: Standing,
    /// Why it does not take part, or the case with its basis.
    pub basis: String,
}
record!(RatingEntry, "rating_entry", "参评楼栋", {
    period_id: Text, object_id: Text, community_id: Text, community: Text, compound_id: Text,
    compound: Text, name: Text, chief: Text, position: Int, standing: Text, basis: Text,
} .named(&["name"])
    .seen_by(Reach::Through(OF_COMMUNITY, Otherwise::Unbounded)));

/// A score sheet (评分表): what one object gives another. Without marks it is still to come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct ScoreSheet {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The period.
    pub period_id: String,
    /// Who is rated.
    pub rated_id: String,
    /// Who rates.
    pub judge_id: String,
    /// Whether the program assigned it.
    pub assigned: bool,
    /// Marks in the order of the scheme's items, thousandths; empty while it is to come.
    #[ts(as = "Vec<Option<i64>>")]
    pub marks: JsonText<Vec<Option<i64>>>,
}
record!(ScoreSheet, "rating_sheet", "评分表", {
    period_id: Text, rated_id: Text, judge_id: Text, assigned: Bool, marks: Json,
} .seen_by(Reach::Through(
    &[Parent { column: "rated_id", table: || RatingEntry::TABLE }],
    Otherwise::Unbounded,
)));

impl ScoreSheet {
    /// Whether it was filled in.
    #[must_use]
    pub fn is_filled(&self) -> bool {
        !self.marks.is_empty()
    }
}

/// A published version (发布), frozen: content and paper with their hashes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow)]
pub struct Publication {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The period.
    pub period_id: String,
    /// Which version, from 1.
    pub revision: i64,
    /// When.
    pub published_on: NaiveDate,
    /// Who.
    pub published_by: String,
    /// Why the one before was corrected.
    pub reason: String,
    /// What was published: a [`super::Published`].
    pub content: JsonText<serde_json::Value>,
    /// SHA-256 of the content; the 通报 prints it.
    pub content_hash: String,
    /// The 通报's document model.
    pub model: JsonText<serde_json::Value>,
    /// SHA-256 of the model.
    pub model_hash: String,
}
record!(Publication, "rating_publication", "考评发布", {
    period_id: Text, revision: Int, published_on: Date, published_by: Text, reason: Text,
    content: Json, content_hash: Text, model: Json, model_hash: Text,
} .seen_by(Reach::Through(
        &[Parent { column: "period_id", table: || RatingPeriod::TABLE }],
        Otherwise::Unbounded,
    ))
    .published("已发布的结果不能撤销；确需改动请用“更正”，发布新的一版。"));

/// One object's published result, kept for roll-ups; never changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct RatingResult {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The publication it is of.
    pub publication_id: String,
    /// The month.
    pub month: Month,
    /// The building or stairwell.
    pub object_id: String,
    /// Its community.
    pub community_id: String,
    /// Within what it was ranked.
    pub scope_key: String,
    /// What that is called.
    pub scope_name: String,
    /// What the object is called.
    pub name: String,
    /// 楼栋长.
    pub chief: String,
    /// Total as printed, thousandths; none where it was not rated.
    pub total: Option<i64>,
    /// Rank.
    pub place: Option<i64>,
    /// Stars.
    pub stars: i64,
    /// Whether it hung a flag.
    pub flag: bool,
}
record!(RatingResult, "rating_result", "考评结果", {
    publication_id: Text, month: Text, object_id: Text, community_id: Text, scope_key: Text,
    scope_name: Text, name: Text, chief: Text, total: Int, place: Int, stars: Int, flag: Bool,
} .named(&["name"])
    .seen_by(Reach::Through(OF_COMMUNITY, Otherwise::Unbounded)));

/// A line of the flags' ledger (挂牌台账): which object hung the 流动小红旗 from when to when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct RatingFlag {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The period that gave it; none where it was hung before the program (期初).
    pub period_id: Option<String>,
    /// The period's month.
    pub month: Month,
    /// The building or stairwell.
    pub object_id: String,
    /// Its community.
    pub community_id: String,
    /// Within what it was ranked.
    pub scope_key: String,
    /// What that is called.
    pub scope_name: String,
    /// What the object is called.
    pub name: String,
    /// Its rank.
    pub place: i64,
    /// 挂牌.
    pub hung_on: NaiveDate,
    /// 摘牌; none while it hangs.
    pub taken_on: Option<NaiveDate>,
    /// Why it was taken down.
    pub reason: String,
}
record!(RatingFlag, "rating_flag", "挂牌记录", {
    period_id: Text, month: Text, object_id: Text, community_id: Text, scope_key: Text,
    scope_name: Text, name: Text, place: Int, hung_on: Date, taken_on: Date, reason: Text,
} .named(&["name"])
    .seen_by(Reach::Through(OF_COMMUNITY, Otherwise::Unbounded)));
