use crate::committees::{Committee, OF_COMMITTEE};
use chrono::NaiveDate;
use ground::calendar::FuzzyDate;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{Found, JsonText, Otherwise, Paging, Parent, Reach, Record, record, stored_as_text};
use ts_rs::TS;

/// The unit and the committee a record belongs to.
pub(crate) const OF_UNIT_AND_COMMITTEE: &[Parent] = &[
    Parent {
        column: "unit_id",
        table: || Unit::TABLE,
    },
    Parent {
        column: "committee_id",
        table: || Committee::TABLE,
    },
];

/// How a unit stands to the street (关系); it decides the wording of what is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// 隶属: the street may direct it.
    Subordinate,
    /// 共建: an equal.
    Partner,
    /// 条管: under another line.
    Vertical,
    /// 外部: outside.
    External,
}
stored_as_text!(Relation);

/// A member unit (成员单位).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Unit {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// Full name now.
    pub name: String,
    /// 简称; the full name where there is none.
    pub short_name: String,
    /// Pinyin key for sorting.
    pub sort_key: String,
    /// 性质, one of the office's list.
    pub nature: String,
    /// 关系.
    pub relation: Relation,
    /// Its Party organisation.
    pub party_org: String,
    /// Party members; none when not known.
    pub party_members: Option<i64>,
    /// 负责人.
    pub leader_name: String,
    /// 负责人's post.
    pub leader_post: String,
    /// Remarks.
    pub note: String,
    /// 停用.
    pub retired: bool,
}
record!(Unit, "member_unit", "成员单位", {
    name: Text, short_name: Text, sort_key: Text, nature: Text, relation: Text, party_org: Text,
    party_members: Int, leader_name: Text, leader_post: Text, note: Text, retired: Bool,
} .named(&["name"])
    .found(&[Found::own("unit", &["name", "short_name"])])
    .seen_by(Reach::Office));

/// A name a unit had (曾用名): papers of that time keep it, and both names find the unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct UnitName {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The unit.
    pub unit_id: String,
    /// Full name then.
    pub name: String,
    /// 简称 then.
    pub short_name: String,
    /// The last day it was so called.
    pub until: NaiveDate,
}
record!(UnitName, "unit_name", "曾用名", { unit_id: Text, name: Text, short_name: Text, until: Date } .named(&["name"])
    .found(&[Found::of("unit", "unit_id", &["name", "short_name"])])
    .seen_by(Reach::Office));

/// A seat (席位): one unit in one committee.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Membership {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The unit.
    pub unit_id: String,
    /// The committee.
    pub committee_id: String,
    /// Role there, one of the office's list.
    pub role: String,
    /// 联络员.
    pub liaison_name: String,
    /// 联络员's work phone.
    pub liaison_phone: String,
    /// Who represents the unit; its 负责人 where empty.
    pub representative_name: String,
    /// That person's post.
    pub representative_post: String,
    /// Official order (排序): every list, sign-in sheet and minute follows it.
    pub position: i64,
    /// Whether it takes turns.
    pub in_rotation: bool,
    /// 不便月份, 1 to 12.
    #[ts(as = "Vec<i64>")]
    pub blocked_months: JsonText<Vec<u8>>,
    /// Joined.
    pub joined: Option<FuzzyDate>,
    /// Left.
    pub left_on: Option<NaiveDate>,
    /// Remarks.
    pub note: String,
    /// 停用.
    pub retired: bool,
}
record!(Membership, "membership", "席位", {
    unit_id: Text, committee_id: Text, role: Text, liaison_name: Text, liaison_phone: Text,
    representative_name: Text, representative_post: Text, position: Int, in_rotation: Bool,
    blocked_months: Json, joined: Text, left_on: Date, note: Text, retired: Bool,
} .of(OF_UNIT_AND_COMMITTEE)
    .seen_by(Reach::Through(OF_COMMITTEE, Otherwise::Unbounded)));

/// A seat with the names that lists show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct SeatRow {
    /// The seat.
    #[sqlx(flatten)]
    #[serde(flatten)]
    #[ts(flatten)]
    pub seat: Membership,
    /// The unit's name.
    pub unit_name: String,
    /// The unit's 简称.
    pub unit_short: String,
    /// The unit's relation.
    pub relation: Relation,
    /// The unit's 负责人.
    pub leader_name: String,
    /// The 负责人's post.
    pub leader_post: String,
    /// The committee's name.
    pub committee_name: String,
    /// The committee's short name.
    pub committee_short: String,
}

/// What a list of units is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnitSort {
    /// Name, by pinyin.
    #[default]
    Name,
    /// 性质, then name.
    Nature,
    /// Party members.
    PartyMembers,
}

/// Arguments of `units.list`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListUnits {
    /// Name, 简称, former name, pinyin or initials.
    pub search: String,
    /// Natures; empty for all.
    pub natures: Vec<String>,
    /// Relations; empty for all.
    pub relations: Vec<Relation>,
    /// Only units with a seat in this committee.
    #[ts(optional)]
    pub committee_id: Option<String>,
    /// Include 停用.
    pub retired: bool,
    /// Order.
    pub sort: UnitSort,
    /// Backwards.
    pub descending: bool,
    /// Page.
    pub page: Paging,
}

/// A unit as lists show one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UnitRow {
    /// The unit.
    pub unit: Unit,
    /// Short names of its committees, in official order.
    pub committees: Vec<String>,
    /// Its turns this year: committee's short name and month.
    pub turns: Vec<UnitTurn>,
    /// Meetings it was called to this year.
    pub meetings_due: i64,
    /// Meetings it came to (出席 or 替会) this year.
    pub meetings_attended: i64,
}

/// A turn of a unit.
#[derive(Debug, Clone, Serialize, Deserialize, FromRow, TS)]
pub struct UnitTurn {
    /// The unit.
    pub unit_id: String,
    /// The committee's short name.
    pub committee: String,
    /// The month.
    pub month: ground::calendar::Month,
}

/// Arguments of `units.save`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveUnit {
    /// Key; none for a new unit.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new unit.
    #[serde(default)]
    pub version: i64,
    /// Full name, 1 to 60 characters, unique among units in use.
    pub name: String,
    /// 简称.
    #[serde(default)]
    pub short_name: String,
    /// 性质.
    pub nature: String,
    /// 关系; from the nature when not said.
    #[ts(optional)]
    pub relation: Option<Relation>,
    /// Its Party organisation.
    #[serde(default)]
    pub party_org: String,
    /// Party members.
    #[serde(default)]
    pub party_members: Option<i64>,
    /// 负责人.
    #[serde(default)]
    pub leader_name: String,
    /// 负责人's post.
    #[serde(default)]
    pub leader_post: String,
    /// Remarks.
    #[serde(default)]
    pub note: String,
    /// When the name is changed because the unit was renamed: the last day of the old name.
    /// None when a wrong name is only put right.
    #[ts(optional)]
    pub renamed_after: Option<NaiveDate>,
}

/// Arguments of `units.saveSeat`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveSeat {
    /// Key; none for a new seat.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new seat.
    #[serde(default)]
    pub version: i64,
    /// The unit.
    pub unit_id: String,
    /// The committee.
    pub committee_id: String,
    /// Role there; the last of the office's list when empty.
    #[serde(default)]
    pub role: String,
    /// 联络员.
    #[serde(default)]
    pub liaison_name: String,
    /// 联络员's work phone.
    #[serde(default)]
    pub liaison_phone: String,
    /// Who represents the unit, where it is not its 负责人.
    #[serde(default)]
    pub representative_name: String,
    /// That person's post.
    #[serde(default)]
    pub representative_post: String,
    /// Official order; last when not said.
    #[ts(optional)]
    pub position: Option<i64>,
    /// Whether it takes turns; yes when not said.
    #[ts(optional)]
    pub in_rotation: Option<bool>,
    /// 不便月份.
    #[serde(default)]
    #[ts(as = "Vec<i64>")]
    pub blocked_months: Vec<u8>,
    /// Joined.
    #[serde(default)]
    pub joined: Option<FuzzyDate>,
    /// Left.
    #[serde(default)]
    pub left_on: Option<NaiveDate>,
    /// Remarks.
    #[serde(default)]
    pub note: String,
}
