use super::{Committee, Community};
use crate::office::Cx;
use ground::error::Result;
use storage::{Select, Tx};

const COMMITTEE: &str = "SELECT r.id, r.version, r.name, r.short_name, r.level, r.community_id, r.issuing_body_id,
    r.secretary_name, r.secretary_post, r.recorder_name, r.meeting_place, r.contact, r.units_per_month,
    r.term_start, r.term_end, r.position, r.retired FROM committee r";

/// Committees in use, 街道大工委 first, then official order.
pub(crate) async fn all_committees(tx: &mut Tx) -> Result<Vec<Committee>> {
    Select::new(COMMITTEE)
        .and("r.retired = FALSE", vec![])
        .tail("ORDER BY CASE r.level WHEN 'street' THEN 0 ELSE 1 END, r.position, r.id")
        .all(tx)
        .await
}

/// Communities in official order.
pub(crate) async fn all_communities(tx: &mut Tx) -> Result<Vec<Community>> {
    tx.all(
        "SELECT id, version, name, sort_key, position, retired FROM community
         ORDER BY retired, position, id",
        vec![],
    )
    .await
}

/// Names of the communities in use, for the lists that templates offer.
pub(crate) async fn communities_in_use(cx: &mut Cx<'_>) -> Result<Vec<String>> {
    let communities = all_communities(&mut cx.tx).await?.into_iter();
    let used = communities.filter(|community| !community.retired);
    Ok(used.map(|community| community.name).collect())
}
