use super::{OwnersMember, Post, PostHolder};
use serde::{Deserialize, Serialize};
use storage::Paging;
use ts_rs::TS;

/// Arguments of `compounds.list`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListCompounds {
    /// Name, people of the 业委会, 产权单位 or property company, by characters, pinyin or initials.
    pub search: String,
    /// Only this community's.
    #[ts(optional)]
    pub community_id: Option<String>,
    /// 物业服务模式; empty for all.
    pub property_modes: Vec<String>,
    /// Include 停用.
    pub retired: bool,
    /// Page.
    pub page: Paging,
}

/// Arguments of `compounds.save`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct SaveCompound {
    /// Key; none for a new compound.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new compound.
    #[serde(default)]
    pub version: i64,
    /// The community it lies in.
    pub community_id: String,
    /// Name, 1 to 40 characters, unique among the community's compounds in use.
    pub name: String,
    /// 物业服务模式, one of the office's list.
    #[serde(default)]
    pub property_mode: String,
    /// 产权单位.
    #[serde(default)]
    pub owner_unit: String,
    /// 物业公司.
    #[serde(default)]
    pub property_company: String,
    /// 小区党支部.
    #[serde(default)]
    pub party_branch: String,
    /// Members of the 业委会.
    #[serde(default)]
    pub owners_committee: Vec<OwnersMember>,
    /// 户数.
    #[serde(default)]
    pub households: Option<i64>,
    /// Remarks.
    #[serde(default)]
    pub note: String,
    /// Official order; 0 for the order of names.
    #[serde(default)]
    pub position: i64,
}

/// What a list of buildings is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BuildingSort {
    /// Community, compound, building.
    #[default]
    Place,
    /// 户数.
    Households,
    /// 党员数.
    PartyMembers,
}

/// Arguments of `buildings.list`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListBuildings {
    /// Building, compound or a holder of a post, by characters, pinyin or initials; words are all to be found.
    pub search: String,
    /// Only this community's.
    #[ts(optional)]
    pub community_id: Option<String>,
    /// Only this compound's.
    #[ts(optional)]
    pub compound_id: Option<String>,
    /// Only this grid's.
    #[ts(optional)]
    pub grid: Option<String>,
    /// Only buildings of which one of these posts is vacant; empty for all.
    pub vacant: Vec<Post>,
    /// Include 停用.
    pub retired: bool,
    /// Order.
    pub sort: BuildingSort,
    /// Backwards.
    pub descending: bool,
    /// Page.
    pub page: Paging,
}

/// Arguments of `buildings.save`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct SaveBuilding {
    /// Key; none for a new building.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new building.
    #[serde(default)]
    pub version: i64,
    /// Its compound.
    pub compound_id: String,
    /// Name, 1 to 20 characters, unique among the compound's buildings in use.
    pub name: String,
    /// 网格.
    #[serde(default)]
    pub grid: String,
    /// 户数.
    #[serde(default)]
    pub households: Option<i64>,
    /// 党员数.
    #[serde(default)]
    pub party_members: Option<i64>,
    /// Remarks.
    #[serde(default)]
    pub note: String,
    /// Order within the compound; 0 for the order of names.
    #[serde(default)]
    pub position: i64,
    /// So many stairwells for a new building, named 1单元 and on.
    #[serde(default)]
    pub stairwells: i64,
}

/// Arguments of `buildings.savePosts`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SavePosts {
    /// The building.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// Who holds which post; a post that is left out or has no name is vacant. A phone that comes
    /// back masked stays as it is.
    pub posts: Vec<PostHolder>,
}

/// Arguments of `buildings.revealPhone`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RevealPhone {
    /// The building.
    pub id: String,
    /// The post.
    pub post: Post,
}

/// A phone shown once.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RevealedPhone {
    /// Whose.
    pub name: String,
    /// The whole number.
    pub phone: String,
}

/// Arguments of `stairwells.save`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct SaveStairwell {
    /// Key; none for a new stairwell.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new stairwell.
    #[serde(default)]
    pub version: i64,
    /// Its building.
    pub building_id: String,
    /// Name, 1 to 20 characters, unique among the building's stairwells in use.
    pub name: String,
    /// Order within the building; 0 for the order of names.
    #[serde(default)]
    pub position: i64,
    /// 停用.
    #[serde(default)]
    pub retired: bool,
}

/// Arguments of `buildings.grids`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListGrids {
    /// Only this community's.
    #[ts(optional)]
    pub community_id: Option<String>,
}
