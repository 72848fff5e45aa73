use crate::committees::OF_COMMUNITY;
use ground::calendar::FuzzyDate;
use ground::phone::mask;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{
    Found, JsonText, Otherwise, Parent, Personal, Reach, Record, record, stored_as_text,
};
use ts_rs::TS;

const OF_COMPOUND: &[Parent] = &[Parent {
    column: "compound_id",
    table: || Compound::TABLE,
}];

const OF_BUILDING: &[Parent] = &[Parent {
    column: "building_id",
    table: || Building::TABLE,
}];

/// A compound (小区).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Compound {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The community it lies in.
    pub community_id: String,
    /// Name, e.g. 听雨花园.
    pub name: String,
    /// Pinyin key for sorting, numbers in natural order.
    pub sort_key: String,
    /// 物业服务模式, one of the office's list; empty when not known.
    pub property_mode: String,
    /// 产权单位.
    pub owner_unit: String,
    /// 物业公司.
    pub property_company: String,
    /// 小区党支部.
    pub party_branch: String,
    /// Members of the 业委会; empty where there is none.
    #[ts(as = "Vec<OwnersMember>")]
    pub owners_committee: JsonText<Vec<OwnersMember>>,
    /// 户数; none when not known.
    pub households: Option<i64>,
    /// Remarks.
    pub note: String,
    /// Official order within the community; 0 for the order of names.
    pub position: i64,
    /// 停用.
    pub retired: bool,
}
record!(Compound, "compound", "小区", {
    community_id: Text, name: Text, sort_key: Text, property_mode: Text, owner_unit: Text,
    property_company: Text, party_branch: Text, owners_committee: Json, households: Int, note: Text,
    position: Int, retired: Bool,
} .named(&["name"])
    .found(&[Found::own(
        "compound",
        &["name", "owner_unit", "property_company", "owners_committee"],
    )])
    .seen_by(Reach::Through(OF_COMMUNITY, Otherwise::Unbounded)));

/// A member of an owners' committee (业委会成员).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnersMember {
    /// Name.
    pub name: String,
    /// 主任, 副主任 or 委员.
    pub post: String,
    /// Whether a Party member.
    pub party: bool,
}

/// A post of a building (两长三员).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Post {
    /// 党小组长.
    PartyLeader,
    /// 楼栋长.
    BuildingLeader,
    /// 安全员.
    Safety,
    /// 卫生员.
    Health,
    /// 物管员.
    Property,
}
stored_as_text!(Post);

impl Post {
    /// All five, in the order papers follow.
    pub const ALL: [Self; 5] = [
        Self::PartyLeader,
        Self::BuildingLeader,
        Self::Safety,
        Self::Health,
        Self::Property,
    ];

    /// 党小组长, 楼栋长, 安全员, 卫生员 or 物管员.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::PartyLeader => "党小组长",
            Self::BuildingLeader => "楼栋长",
            Self::Safety => "安全员",
            Self::Health => "卫生员",
            Self::Property => "物管员",
        }
    }

    /// Its bit in [`Building::vacant`].
    pub const fn bit(self) -> i64 {
        1 << self as i64
    }
}

/// Who holds a post of a building.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PostHolder {
    /// The post.
    pub post: Post,
    /// Name.
    pub name: String,
    /// The resident's phone; masked in every answer.
    #[serde(default)]
    pub phone: String,
    /// Since when, as precise as known.
    #[serde(default)]
    pub since: Option<FuzzyDate>,
}

/// A building (楼栋).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Building {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// Its compound.
    pub compound_id: String,
    /// Name, e.g. 1号楼.
    pub name: String,
    /// Sort key, numbers in natural order: 2号楼 before 10号楼.
    pub sort_key: String,
    /// 网格.
    pub grid: String,
    /// 户数; none when not known.
    pub households: Option<i64>,
    /// 党员数; none when not known.
    pub party_members: Option<i64>,
    /// 两长三员, at most one holder a post, in the order of [`Post::ALL`].
    #[ts(as = "Vec<PostHolder>")]
    pub posts: JsonText<Vec<PostHolder>>,
    /// One bit ([`Post::bit`]) for each post without a holder.
    pub vacant: i64,
    /// Remarks.
    pub note: String,
    /// Order within the compound; 0 for the order of names.
    pub position: i64,
    /// 停用.
    pub retired: bool,
}
record!(Building, "building", "楼栋", {
    compound_id: Text, name: Text, sort_key: Text, grid: Text, households: Int, party_members: Int,
    posts: Json, vacant: Int, note: Text, position: Int, retired: Bool,
} .named(&["name"])
    .found(&[Found::own("building", &["name", "posts"])])
    .personal(&[Personal { column: "posts", member: Some("phone") }])
    .seen_by(Reach::Through(OF_COMPOUND, Otherwise::Unbounded)));

impl Compound {
    /// One that says nothing yet.
    pub(super) fn blank() -> Self {
        Self {
            id: String::new(),
            version: 0,
            community_id: String::new(),
            name: String::new(),
            sort_key: String::new(),
            property_mode: String::new(),
            owner_unit: String::new(),
            property_company: String::new(),
            party_branch: String::new(),
            owners_committee: Vec::new().into(),
            households: None,
            note: String::new(),
            position: 0,
            retired: false,
        }
    }
}

impl Building {
    /// One that says nothing yet.
    pub(super) fn blank(id: String) -> Self {
        Self {
            id,
            version: 0,
            compound_id: String::new(),
            name: String::new(),
            sort_key: String::new(),
            grid: String::new(),
            households: None,
            party_members: None,
            posts: Vec::new().into(),
            vacant: Post::vacant(&[]),
            note: String::new(),
            position: 0,
            retired: false,
        }
    }

    /// The same with every phone masked: what an answer may hold.
    #[must_use]
    pub fn masked(mut self) -> Self {
        for holder in self.posts.iter_mut() {
            holder.phone = mask(&holder.phone);
        }
        self
    }

    /// Who holds a post.
    pub fn holder(&self, post: Post) -> Option<&PostHolder> {
        self.posts.iter().find(|holder| holder.post == post)
    }
}

/// A stairwell (单元).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct Stairwell {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// Its building.
    pub building_id: String,
    /// Name, e.g. 1单元.
    pub name: String,
    /// Sort key, numbers in natural order.
    pub sort_key: String,
    /// Order within the building; 0 for the order of names.
    pub position: i64,
    /// 停用.
    pub retired: bool,
}
record!(Stairwell, "stairwell", "单元", {
    building_id: Text, name: Text, sort_key: Text, position: Int, retired: Bool,
} .named(&["name"]).seen_by(Reach::Through(OF_BUILDING, Otherwise::Unbounded)));

/// A compound as lists show one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct CompoundRow {
    /// The compound.
    #[sqlx(flatten)]
    pub compound: Compound,
    /// Its community's name.
    pub community: String,
    /// Official order of the community.
    #[serde(skip, default)]
    pub(crate) community_position: i64,
    /// Buildings in use.
    pub buildings: i64,
    /// 户数 of its buildings together.
    pub building_households: i64,
    /// Buildings of which a post is vacant.
    pub with_vacancy: i64,
}

/// A building as lists show one; phones are masked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct BuildingRow {
    /// The building.
    #[sqlx(flatten)]
    pub building: Building,
    /// Its compound's name.
    pub compound: String,
    /// Its community.
    pub community_id: String,
    /// Its community's name.
    pub community: String,
    /// Stairwells in use.
    #[sqlx(default)]
    pub stairwells: i64,
    /// What the order of places is made of.
    #[serde(skip, default)]
    pub(crate) community_position: i64,
    #[serde(skip, default)]
    pub(crate) compound_position: i64,
    #[serde(skip, default)]
    pub(crate) compound_key: String,
}

/// A compound with its buildings.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CompoundView {
    /// The compound.
    pub compound: Compound,
    /// Its community's name.
    pub community: String,
    /// Its buildings in use, in order; phones are masked.
    pub buildings: Vec<BuildingRow>,
}

/// A building with everything related to it; phones are masked.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BuildingView {
    /// The building.
    pub building: Building,
    /// Its compound.
    pub compound: Compound,
    /// Its community's name.
    pub community: String,
    /// Its stairwells in use, in order.
    pub stairwells: Vec<Stairwell>,
}
