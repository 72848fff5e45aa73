use ground::calendar::FuzzyDate;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{Found, Parent, Reach, Record, record, stored_as_text};
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
