use crate::committees::OF_COMMITTEE;
use ground::calendar::FuzzyDate;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{Found, JsonText, Otherwise, Reach, record, stored_as_text};
use ts_rs::TS;

/// 专职 or 兼职.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// 专职委员.
    FullTime,
    /// 兼职委员, who comes from a unit.
    PartTime,
}
stored_as_text!(Duty);

/// The way of a 兼职委员 into and out of office, each step dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MemberStage {
    /// 推荐.
    Recommended,
    /// 遴选.
    Selected,
    /// 街道审批.
    Approved,
    /// 组织部备案.
    Filed,
    /// 聘任.
    Appointed,
    /// 离任.
    Left,
}
stored_as_text!(MemberStage);

/// A stage with its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageDate {
    /// Which.
    pub stage: MemberStage,
    /// When.
    pub date: FuzzyDate,
}

/// A member of a committee (委员).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct CommitteeMember {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The committee.
    pub committee_id: String,
    /// Name.
    pub name: String,
    /// 书记, 副书记 or 委员.
    pub post: String,
    /// 专职 or 兼职.
    pub duty: Duty,
    /// The unit a 兼职委员 comes from.
    pub unit_id: Option<String>,
    /// Where on the way this person is.
    pub stage: MemberStage,
    /// The dated steps.
    #[ts(as = "Vec<StageDate>")]
    pub stages: JsonText<Vec<StageDate>>,
    /// Official order.
    pub position: i64,
    /// 停用.
    pub retired: bool,
}
record!(CommitteeMember, "committee_member", "委员", {
    committee_id: Text, name: Text, post: Text, duty: Text, unit_id: Text, stage: Text,
    stages: Json, position: Int, retired: Bool,
} .named(&["name"])
    .found(&[Found::of("committee", "committee_id", &["name"])])
    .seen_by(Reach::Through(OF_COMMITTEE, Otherwise::Unbounded)));
