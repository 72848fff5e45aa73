//! Compounds and buildings: found together, since 听雨花园3号楼 names both.

use crate::buildings::communities_in_reach;
use crate::office::Cx;
use crate::search::{PER_KIND, SearchHit, SearchPart};
use ground::error::Result;
use storage::Select;

/// What the search box finds.
pub(super) static PLACES: SearchPart = SearchPart {
    place: 9,
    find: |cx, text| Box::pin(places(cx, text)),
};

const COMPOUNDS: &str = "SELECT 'compound' AS kind, r.id, r.name AS title, c.name AS note
    FROM compound r JOIN community c ON c.id = r.community_id";
const BUILDINGS: &str =
    "SELECT 'building' AS kind, r.id, k.name || r.name AS title, c.name AS note
    FROM building r JOIN compound k ON k.id = r.compound_id JOIN community c ON c.id = k.community_id";

/// The best few compounds, then buildings, within reach.
async fn places(cx: &mut Cx<'_>, text: &str) -> Result<Vec<SearchHit>> {
    let reach = communities_in_reach(cx).await?;
    let within = |select: Select, column: &'static str| match &reach {
        Some(reach) => select.within(column, reach),
        None => select,
    };
    let compounds = within(
        Select::new(COMPOUNDS).found_by("compound", text),
        "r.community_id",
    );
    let mut hits: Vec<SearchHit> = compounds
        .tail("ORDER BY r.retired, c.position, r.position, r.sort_key, r.id")
        .limit(PER_KIND)
        .all(&mut cx.tx)
        .await?;
    // One word may name the compound and the next the building.
    let by = [("building", "r.id"), ("compound", "r.compound_id")];
    let buildings = within(
        Select::new(BUILDINGS).found_by_words(&by, text),
        "k.community_id",
    );
    let buildings: Vec<SearchHit> = buildings
        .tail(
            "ORDER BY r.retired, c.position, k.position, k.sort_key, r.position, r.sort_key, r.id",
        )
        .limit(PER_KIND)
        .all(&mut cx.tx)
        .await?;
    hits.extend(buildings);
    Ok(hits)
}
