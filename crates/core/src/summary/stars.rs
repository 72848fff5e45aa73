//! 楼栋星级 in the workbook: the year's stars, and how they were spread month by month.

use super::scope::Scope;
use super::workbook::{StarMonth, StarRow};
use crate::committees::all_communities;
use crate::office::Cx;
use crate::ratings::{RollUpQuery, TrendQuery, roll_up, trend};
use ground::calendar::Month;
use ground::error::Result;
use std::collections::{BTreeMap, HashMap};

/// Every building of the year so far, within the scopes they are ranked in.
pub(super) async fn star_rows(cx: &mut Cx<'_>, scope: &Scope) -> Result<Vec<StarRow>> {
    let query = RollUpQuery {
        year: scope.month.year().into(),
        quarter: None,
        community_id: None,
    };
    let rolled = roll_up(cx, query).await?;
    let communities: HashMap<String, String> = all_communities(&mut cx.tx)
        .await?
        .into_iter()
        .map(|community| (community.id, community.name))
        .collect();
    let covered = rolled.scopes.into_iter();
    let covered = covered.filter(|ranked| scope.covers_community(&ranked.community_id));
    let rows = covered.flat_map(|ranked| {
        let community = communities.get(&ranked.community_id).cloned();
        let community = community.unwrap_or_default();
        ranked.rows.into_iter().map(move |row| StarRow {
            community: community.clone(),
            scope: ranked.name.clone(),
            name: row.name,
            chief: row.chief,
            rank: row.rank,
            mean: row.mean,
            stars: row.stars,
            flags: row.flags,
            months: row.months,
        })
    });
    Ok(rows.collect())
}

/// The published months up to the last one.
pub(super) async fn star_months(cx: &mut Cx<'_>, scope: &Scope) -> Result<Vec<StarMonth>> {
    let mut months: BTreeMap<Month, Vec<i64>> = BTreeMap::new();
    for community_id in scope.communities() {
        let query = TrendQuery {
            community_id,
            until: Some(scope.month),
        };
        for each in trend(cx, query).await?.months {
            let counts = months.entry(each.month).or_default();
            let stars = each.point.stars;
            counts.resize(counts.len().max(stars.len()), 0);
            counts
                .iter_mut()
                .zip(stars)
                .for_each(|(sum, count)| *sum += count);
        }
    }
    let month = |(month, counts): (Month, Vec<i64>)| StarMonth {
        month: format!("{}月", month.number()),
        counts,
    };
    Ok(months.into_iter().map(month).collect())
}
