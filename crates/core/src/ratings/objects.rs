//! What there is to rate: buildings or stairwells in use, in the order of the registers.

use super::rules::Rated;
use super::{RatingEntry, Standing};
use crate::buildings::{Post, PostHolder};
use crate::office::Cx;
use ground::error::Result;
use sqlx::FromRow;
use storage::{JsonText, Select};

const BUILDINGS: &str = "SELECT b.id AS object_id, c.id AS community_id, c.name AS community,
    k.id AS compound_id, k.name AS compound, b.name AS building, '' AS stairwell, b.posts
    FROM building b JOIN compound k ON k.id = b.compound_id JOIN community c ON c.id = k.community_id";

const STAIRWELLS: &str = "SELECT s.id AS object_id, c.id AS community_id, c.name AS community,
    k.id AS compound_id, k.name AS compound, b.name AS building, s.name AS stairwell, b.posts
    FROM stairwell s JOIN building b ON b.id = s.building_id
    JOIN compound k ON k.id = b.compound_id JOIN community c ON c.id = k.community_id";

const ORDER: &str =
    "ORDER BY c.position, c.id, k.position, k.sort_key, k.id, b.position, b.sort_key, b.id";

/// A building or stairwell that can be rated.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub(super) struct RatedObject {
    pub object_id: String,
    pub community_id: String,
    pub community: String,
    pub compound_id: String,
    pub compound: String,
    building: String,
    stairwell: String,
    posts: JsonText<Vec<PostHolder>>,
}

impl RatedObject {
    /// What it is called within its compound.
    pub fn name(&self) -> String {
        format!("{}{}", self.building, self.stairwell)
    }

    /// Its 楼栋长.
    pub fn chief(&self) -> String {
        let chief = self
            .posts
            .iter()
            .find(|holder| holder.post == Post::BuildingLeader);
        chief.map(|holder| holder.name.clone()).unwrap_or_default()
    }

    /// Its entry in a period, at a place.
    pub fn entry(&self, id: String, period: &str, position: i64) -> RatingEntry {
        RatingEntry {
            id,
            version: 0,
            period_id: period.to_owned(),
            object_id: self.object_id.clone(),
            community_id: self.community_id.clone(),
            community: self.community.clone(),
            compound_id: self.compound_id.clone(),
            compound: self.compound.clone(),
            name: self.name(),
            chief: self.chief(),
            position,
            standing: Standing::Rated,
            basis: String::new(),
        }
    }
}

/// Everything in use that can be rated, of one community or of all.
pub(super) async fn objects(
    cx: &mut Cx<'_>,
    rated: Rated,
    community: Option<&str>,
) -> Result<Vec<RatedObject>> {
    let in_use = "b.retired = FALSE AND k.retired = FALSE AND c.retired = FALSE";
    let select = match rated {
        Rated::Building => Select::new(BUILDINGS).and(in_use, vec![]).tail(ORDER),
        Rated::Stairwell => Select::new(STAIRWELLS)
            .and(in_use, vec![])
            .and("s.retired = FALSE", vec![])
            .tail(ORDER)
            .tail(", s.position, s.sort_key, s.id"),
    };
    select.and_some("c.id = ?", community).all(&mut cx.tx).await
}
