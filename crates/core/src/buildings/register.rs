//! The whole register, for papers and workbooks.

use super::{BuildingRow, Compound, ListBuildings, building_page, communities_in_reach};
use crate::office::Cx;
use ground::error::Result;
use std::collections::HashMap;
use storage::Select;

/// Every compound, 停用 ones included, by its key.
pub(super) async fn compounds(cx: &mut Cx<'_>) -> Result<HashMap<String, Compound>> {
    let all: Vec<Compound> = Select::new(
        "SELECT r.id, r.version, r.community_id, r.name, r.sort_key, r.property_mode, r.owner_unit,
        r.property_company, r.party_branch, r.owners_committee, r.households, r.note, r.position, r.retired
        FROM compound r",
    )
    .all(&mut cx.tx)
    .await?;
    let keyed = all
        .into_iter()
        .map(|compound| (compound.id.clone(), compound));
    Ok(keyed.collect())
}

/// Every building that a list shows, page by page. Phones are as kept: mask them.
pub(crate) async fn every_building(
    cx: &mut Cx<'_>,
    mut args: ListBuildings,
) -> Result<Vec<BuildingRow>> {
    let reach = communities_in_reach(cx).await?;
    let mut rows = Vec::new();
    args.page.limit = Some(500);
    loop {
        let page = building_page(&mut cx.tx, &args, reach.as_deref()).await?;
        rows.extend(page.rows);
        args.page.after = page.next;
        if args.page.after.is_none() {
            return Ok(rows);
        }
    }
}
