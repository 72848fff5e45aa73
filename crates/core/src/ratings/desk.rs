//! What the desk says of ratings: periods that are not published yet.

use super::store::periods;
use super::{ListRatings, RatingRow, RatingState};
use crate::buildings::communities_in_reach;
use crate::office::Cx;
use ground::error::Result;

/// Drafts within reach, newest first.
pub(crate) async fn unpublished(
    cx: &mut Cx<'_>,
    community: Option<String>,
) -> Result<Vec<RatingRow>> {
    let reach = communities_in_reach(cx).await?;
    let args = ListRatings {
        year: None,
        community_id: community,
    };
    let mut rows = periods(&mut cx.tx, &args, reach.as_deref()).await?;
    rows.retain(|row| row.period.state == RatingState::Draft);
    Ok(rows)
}
