use super::{Committee, CommitteeMember, Community};
use crate::office::Cx;
use ground::error::Result;
use std::collections::HashMap;
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

fn select_members() -> Select {
    let head = "SELECT id, version, committee_id, name, post, duty, unit_id, stage, stages, position, retired
         FROM committee_member";
    Select::new(head).and("retired = FALSE", vec![])
}

/// 委员 of a committee, or of a unit, in official order.
pub(crate) async fn members(
    tx: &mut Tx,
    committee: Option<&str>,
    unit: Option<&str>,
) -> Result<Vec<CommitteeMember>> {
    select_members()
        .and_some("committee_id = ?", committee)
        .and_some("unit_id = ?", unit)
        .tail("ORDER BY position, id")
        .all(tx)
        .await
}

/// 委员 of all committees, each in official order. They are sorted here: the engine would carry whole rows
/// through its sorter, which takes as long as reading them.
pub(crate) async fn all_members(tx: &mut Tx) -> Result<Vec<CommitteeMember>> {
    let committees = all_committees(tx).await?.into_iter();
    let places: HashMap<String, usize> =
        committees.map(|committee| committee.id).zip(0..).collect();
    let members: Vec<CommitteeMember> = select_members().all(tx).await?;
    let placed = members.into_iter().map(|member| {
        let place = places.get(&member.committee_id);
        (place.copied().unwrap_or(usize::MAX), member)
    });
    let mut placed: Vec<_> = placed.collect();
    placed.sort_by(|(place, member), (other_place, other)| {
        (place, member.position, &member.id).cmp(&(other_place, other.position, &other.id))
    });
    Ok(placed.into_iter().map(|(_, member)| member).collect())
}

/// The last place taken in each committee's order, by committee.
pub(crate) async fn last_positions(tx: &mut Tx) -> Result<HashMap<String, i64>> {
    let sql = "SELECT committee_id, MAX(position) FROM committee_member WHERE retired = FALSE GROUP BY committee_id";
    let rows: Vec<(String, i64)> = tx.all(sql, vec![]).await?;
    Ok(rows.into_iter().collect())
}

/// Names of the communities in use, for the lists that templates offer.
pub(crate) async fn communities_in_use(cx: &mut Cx<'_>) -> Result<Vec<String>> {
    let communities = all_communities(&mut cx.tx).await?.into_iter();
    let used = communities.filter(|community| !community.retired);
    Ok(used.map(|community| community.name).collect())
}
