use ground::calendar::FuzzyDate;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{Found, JsonText, Otherwise, Parent, Reach, Record, record, stored_as_text};
use ts_rs::TS;

/// The committee a record belongs to.
pub(crate) const OF_COMMITTEE: &[Parent] = &[Parent {
    column: "committee_id",
    table: || Committee::TABLE,
}];

/// What rows of sheets call a community.
pub(crate) const COMMUNITY: &str = "社区";

/// The community a record belongs to.
pub(crate) const OF_COMMUNITY: &[Parent] = &[Parent {
    column: "community_id",
    table: || Community::TABLE,
}];

/// A community (社区).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Community {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// Full name, e.g. 听雨社区.
    pub name: String,
    /// Pinyin key for sorting.
    pub sort_key: String,
    /// Official order.
    pub position: i64,
    /// 停用.
    pub retired: bool,
}
record!(Community, "community", "社区", { name: Text, sort_key: Text, position: Int, retired: Bool } .named(&["name"]).seen_by(Reach::Held(Parent {
    column: "community_id",
    table: || Committee::TABLE,
})));

/// Which level a committee stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CommitteeLevel {
    /// 街道大工委.
    Street,
    /// 社区大党委.
    Community,
}
stored_as_text!(CommitteeLevel);

/// A committee (大党委).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Committee {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// Name as documents print it, e.g. 听雨社区“大党委”.
    pub name: String,
    /// Short name for boards, e.g. 听雨.
    pub short_name: String,
    /// 街道 or 社区.
    pub level: CommitteeLevel,
    /// Its community; none for the street's.
    pub community_id: Option<String>,
    /// The body that signs its papers.
    pub issuing_body_id: Option<String>,
    /// Name of the 书记 who chairs its meetings.
    pub secretary_name: String,
    /// Post printed before the name, e.g. 社区党委书记.
    pub secretary_post: String,
    /// Who keeps the record.
    pub recorder_name: String,
    /// Usual place of its meetings.
    pub meeting_place: String,
    /// Telephone of the contact, for 附注.
    pub contact: String,
    /// Units on duty in one month.
    pub units_per_month: i64,
    /// 任期 begins.
    pub term_start: Option<FuzzyDate>,
    /// 任期 ends.
    pub term_end: Option<FuzzyDate>,
    /// Official order.
    pub position: i64,
    /// 停用.
    pub retired: bool,
}
record!(Committee, "committee", "大党委", {
    name: Text, short_name: Text, level: Text, community_id: Text, issuing_body_id: Text,
    secretary_name: Text, secretary_post: Text, recorder_name: Text, meeting_place: Text,
    contact: Text, units_per_month: Int, term_start: Text, term_end: Text, position: Int,
    retired: Bool,
} .named(&["name"])
    .found(&[Found::own("committee", &["name", "secretary_name"])])
    .seen_by(Reach::Own));

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

/// A committee as lists show one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CommitteeRow {
    /// The committee.
    pub committee: Committee,
    /// Its community's name.
    pub community: Option<String>,
    /// Units with a seat in it.
    pub units: i64,
    /// 委员 in office.
    pub members: i64,
    /// One sentence when the number of 委员 is outside the office's limits.
    pub advice: Option<String>,
}

/// A committee with its people.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CommitteeView {
    /// The committee.
    pub committee: Committee,
    /// Its community.
    pub community: Option<Community>,
    /// 委员 in official order.
    pub members: Vec<CommitteeMember>,
    /// Seats in official order.
    pub seats: Vec<crate::units::SeatRow>,
    /// One sentence when the number of 委员 is outside the office's limits.
    pub advice: Option<String>,
}
