use super::{Committee, CommitteeMember, Community};
use crate::error::Result;
use crate::storage::{Select, Tx};
use std::collections::HashMap;

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

/// 委员 of a committee, or of a unit, in official order.
pub(crate) async fn members(
    tx: &mut Tx,
    committee: Option<&str>,
    unit: Option<&str>,
) -> Result<Vec<CommitteeMember>> {
    Select::new(
        "SELECT id, version, committee_id, name, post, duty, unit_id, stage, stages, position, retired
         FROM committee_member",
    )
    .and("retired = FALSE", vec![])
    .and_some("committee_id = ?", committee)
    .and_some("unit_id = ?", unit)
    .tail("ORDER BY position, id")
    .all(tx)
    .await
}

/// The last place taken in each committee's order, by committee.
pub(crate) async fn last_positions(tx: &mut Tx) -> Result<HashMap<String, i64>> {
    let sql = "SELECT committee_id, MAX(position) FROM committee_member WHERE retired = FALSE GROUP BY committee_id";
    let rows: Vec<(String, i64)> = tx.all(sql, vec![]).await?;
    Ok(rows.into_iter().collect())
}
