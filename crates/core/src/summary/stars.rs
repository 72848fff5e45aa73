//! 楼栋星级 in the workbook: the year's stars, and how they were spread month by month.

use super::workbook::{StarMonth, StarRow};
use crate::calendar::Month;
use crate::committees::all_communities;
use crate::error::Result;
use crate::office::Cx;
use crate::ratings::{RollUpQuery, TrendQuery, roll_up, trend};
use std::collections::HashMap;

/// Every building of the year so far, within the scopes they are ranked in.
pub(super) async fn star_rows(cx: &mut Cx<'_>, month: Month) -> Result<Vec<StarRow>> {
    let query = RollUpQuery {
        year: month.year().into(),
        quarter: None,
        community_id: None,
    };
    let rolled = roll_up(cx, query).await?;
    let communities: HashMap<String, String> = all_communities(&mut cx.tx)
        .await?
        .into_iter()
        .map(|community| (community.id, community.name))
        .collect();
    let rows = rolled.scopes.into_iter().flat_map(|scope| {
        let community = communities.get(&scope.community_id).cloned();
        let community = community.unwrap_or_default();
        scope.rows.into_iter().map(move |row| StarRow {
            community: community.clone(),
            scope: scope.name.clone(),
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

/// The published months up to this one.
pub(super) async fn star_months(cx: &mut Cx<'_>, month: Month) -> Result<Vec<StarMonth>> {
    let query = TrendQuery {
        community_id: None,
        until: Some(month),
    };
    let months = trend(cx, query).await?.months.into_iter();
    Ok(months
        .map(|each| StarMonth {
            month: format!("{}月", each.month.number()),
            counts: each.point.stars,
        })
        .collect())
}
