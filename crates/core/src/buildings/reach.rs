//! Which communities a person may see: those of the committees within reach.

use super::{Building, Compound};
use crate::office::Cx;
use ground::error::{Error, Result};
use storage::Select;

/// Communities within a person's reach; `None` for all.
pub(crate) async fn communities_in_reach(cx: &mut Cx<'_>) -> Result<Option<Vec<String>>> {
    if cx.session.committees.is_empty() {
        return Ok(None);
    }
    let rows: Vec<(Option<String>,)> = Select::new("SELECT community_id FROM committee")
        .within("id", &cx.session.committees)
        .all(&mut cx.tx)
        .await?;
    Ok(Some(rows.into_iter().filter_map(|row| row.0).collect()))
}

/// Refuses what lies in a community beyond this person's reach.
///
/// # Errors
/// `Forbidden`.
pub(crate) async fn allow_community(cx: &mut Cx<'_>, community: &str) -> Result<()> {
    match communities_in_reach(cx).await? {
        Some(reach) if !reach.iter().any(|id| id == community) => {
            Err(Error::forbidden("您没有这个社区的权限，请联系管理员。"))
        }
        _ => Ok(()),
    }
}

/// A compound within this person's reach.
pub(crate) async fn compound_in_reach(cx: &mut Cx<'_>, id: &str) -> Result<Compound> {
    let compound: Compound = cx.tx.get(id).await?;
    allow_community(cx, &compound.community_id).await?;
    Ok(compound)
}

/// A building within this person's reach, with its compound.
pub(crate) async fn building_in_reach(cx: &mut Cx<'_>, id: &str) -> Result<(Building, Compound)> {
    let building: Building = cx.tx.get(id).await?;
    let compound = compound_in_reach(cx, &building.compound_id).await?;
    Ok((building, compound))
}
