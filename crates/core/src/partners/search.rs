//! Partners, by name, skill and what they offer.

use crate::buildings::communities_in_reach;
use crate::office::Cx;
use crate::search::{PER_KIND, SearchHit, SearchPart};
use ground::error::Result;
use storage::Select;

/// What the search box finds.
pub(super) static PARTNERS_FOUND: SearchPart = SearchPart {
    place: 10,
    find: |cx, text| Box::pin(partners(cx, text)),
};

const PARTNERS: &str =
    "SELECT 'partner' AS kind, r.id, r.name AS title, COALESCE(c.name, '全街道') AS note
    FROM partner r LEFT JOIN community c ON c.id = r.community_id";

/// The best few within reach.
async fn partners(cx: &mut Cx<'_>, text: &str) -> Result<Vec<SearchHit>> {
    let select = Select::new(PARTNERS).found_by("partner", text);
    let select = match communities_in_reach(cx).await? {
        Some(reach) => select.within("r.community_id", &reach),
        None => select,
    };
    select
        .tail("ORDER BY r.retired, r.sort_key, r.id")
        .limit(PER_KIND)
        .all(&mut cx.tx)
        .await
}
