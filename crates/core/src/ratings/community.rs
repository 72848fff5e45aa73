//! A community's own page (本社区): its newest published month beside the one before, by compound and by
//! item, the flags that hang, and how the months went. Communities are not compared with each other.

use super::period::content;
use super::results::{Published, RowResult};
use super::rules::ItemKind;
use super::trend::{Trend, TrendQuery, mean_of, trend};
use super::{ListFlags, Publication, RatingFlag, list_flags};
use crate::buildings::allow_community;
use crate::committees::Community;
use crate::office::Cx;
use ground::calendar::Month;
use ground::error::Result;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Buildings that gained places, at most.
const GAINS: usize = 5;

/// Arguments of `ratings.community`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CommunityQuery {
    /// The community.
    pub community_id: String,
    /// The last month looked at; the present one when not said.
    #[ts(optional)]
    pub until: Option<Month>,
}

/// A compound (小区) in the newest published month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompoundStars {
    /// What it is called.
    pub name: String,
    /// Buildings or stairwells with a total.
    pub rated: i64,
    /// Those without one: 不参评, 不予评星, or not rated.
    pub unrated: i64,
    /// Mean of the totals, thousandths, rounded for print.
    pub mean: Option<i64>,
    /// The mean of the published month before.
    pub before: Option<i64>,
    /// Rated objects with 0 to 5 stars.
    pub stars: Vec<i64>,
    /// Those that hang the 流动小红旗.
    pub flags: Vec<String>,
}

/// How an item was marked in the community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemMean {
    /// The item.
    pub name: String,
    /// Full marks, thousandths.
    pub full: i64,
    /// Mean of the objects' means, thousandths, rounded for print.
    pub mean: i64,
    /// That of the published month before, where it had an item of this name.
    pub before: Option<i64>,
}

/// A building or stairwell that gained places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RankGain {
    /// Its compound and name.
    pub name: String,
    /// 楼栋长.
    pub chief: String,
    /// Its rank now.
    pub rank: i64,
    /// Places gained.
    pub gained: i64,
}

/// A community's own page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CommunityStars {
    /// The community.
    pub community: String,
    /// The newest published month; none while nothing is published.
    pub month: Option<Month>,
    /// The published month before.
    pub before: Option<Month>,
    /// Its compounds, in the order of the registers.
    pub compounds: Vec<CompoundStars>,
    /// The base items (基本项), in the order of the scheme.
    pub items: Vec<ItemMean>,
    /// Who gained most places within its scope, most first.
    pub gains: Vec<RankGain>,
    /// Flags that hang now.
    pub flags: Vec<RatingFlag>,
    /// The published months.
    pub trend: Trend,
}

/// `ratings.community`.
pub async fn community_stars(cx: &mut Cx<'_>, args: CommunityQuery) -> Result<CommunityStars> {
    allow_community(cx, &args.community_id).await?;
    let community: Community = cx.tx.get(&args.community_id).await?;
    let query = TrendQuery {
        community_id: Some(args.community_id.clone()),
        until: args.until,
    };
    let trend = trend(cx, query).await?;
    let mut months = trend.months.iter().rev().map(|month| month.month);
    let (month, before) = (months.next(), months.next());
    let now = published(cx, &args.community_id, month).await?;
    let then = published(cx, &args.community_id, before).await?;
    let hanging = ListFlags {
        community_id: Some(args.community_id),
        hanging: true,
        ..ListFlags::default()
    };
    Ok(CommunityStars {
        community: community.name,
        month,
        before,
        compounds: compounds(&now, &then),
        items: items(&now, &then),
        gains: gains(&now),
        flags: list_flags(cx, hanging).await?,
        trend,
    })
}

/// A publication, cut to one community.
struct Part {
    published: Published,
    rows: Vec<RowResult>,
}

/// What was published for the community in a month: its own period and the street's, where both were.
async fn published(cx: &mut Cx<'_>, community: &str, month: Option<Month>) -> Result<Vec<Part>> {
    let Some(month) = month else {
        return Ok(Vec::new());
    };
    let found: Vec<(String, String)> = cx
        .tx
        .all(
            "SELECT r.publication_id, r.object_id FROM rating_result r
             JOIN rating_period p ON p.publication_id = r.publication_id
             WHERE r.community_id = $1 AND r.month = $2 ORDER BY r.id",
            vec![community.into(), month.to_string().into()],
        )
        .await?;
    let mut parts = Vec::new();
    // Results of one publication were written together: their keys lie side by side.
    for found in found.chunk_by(|a, b| a.0 == b.0) {
        let kept: Publication = cx.tx.get(&found[0].0).await?;
        let own: std::collections::HashSet<&str> =
            found.iter().map(|(_, object)| object.as_str()).collect();
        let mut published = content(&kept)?;
        let rows = std::mem::take(&mut published.scopes)
            .into_iter()
            .flat_map(|scope| scope.rows)
            .filter(|row| own.contains(row.object_id.as_str()))
            .collect();
        parts.push(Part { published, rows });
    }
    Ok(parts)
}

fn rows(parts: &[Part]) -> impl Iterator<Item = &RowResult> {
    parts.iter().flat_map(|part| &part.rows)
}

fn compounds(now: &[Part], then: &[Part]) -> Vec<CompoundStars> {
    let mut found: Vec<(&str, Vec<&RowResult>)> = Vec::new();
    for row in rows(now) {
        match found.iter_mut().find(|(name, _)| *name == row.compound) {
            Some((_, rows)) => rows.push(row),
            None => found.push((&row.compound, vec![row])),
        }
    }
    let before = |name: &str| {
        let of = rows(then).filter(|row| row.compound == name);
        mean_of(of.filter_map(|row| row.total))
    };
    let compound = |(name, rows): (&str, Vec<&RowResult>)| compound(name, &rows, before(name));
    found.into_iter().map(compound).collect()
}

fn compound(name: &str, rows: &[&RowResult], before: Option<i64>) -> CompoundStars {
    let count = |with: &dyn Fn(&RowResult) -> bool| {
        i64::try_from(rows.iter().filter(|row| with(row)).count()).unwrap_or(i64::MAX)
    };
    CompoundStars {
        name: name.to_owned(),
        rated: count(&|row| row.total.is_some()),
        unrated: count(&|row| row.total.is_none()),
        mean: mean_of(rows.iter().filter_map(|row| row.total)),
        before,
        stars: (0..=5)
            .map(|stars| count(&|row| row.total.is_some() && row.stars == stars))
            .collect(),
        flags: rows
            .iter()
            .filter(|row| row.flag)
            .map(|row| row.name.clone())
            .collect(),
    }
}

/// The base items of the newest scheme that rated the community.
fn items(now: &[Part], then: &[Part]) -> Vec<ItemMean> {
    let Some(part) = now.last() else {
        return Vec::new();
    };
    let items = part.published.rules.items.iter();
    let base = items.filter(|item| item.kind == ItemKind::Base);
    base.filter_map(|item| {
        Some(ItemMean {
            name: item.name.clone(),
            full: item.full,
            mean: item_mean(std::slice::from_ref(part), &item.name)?,
            before: item_mean(then, &item.name),
        })
    })
    .collect()
}

fn item_mean(parts: &[Part], item: &str) -> Option<i64> {
    let marks = parts.iter().flat_map(|part| {
        let mut items = part.published.rules.items.iter();
        let place = items.position(|each| each.name == item);
        let of = move |row: &RowResult| row.means.get(place?).copied();
        part.rows.iter().filter_map(of)
    });
    mean_of(marks)
}

fn gains(now: &[Part]) -> Vec<RankGain> {
    let gain = |row: &RowResult| {
        let gained = row.gained().filter(|places| *places > 0)?;
        Some(RankGain {
            name: format!("{}{}", row.compound, row.name),
            chief: row.chief.clone(),
            rank: row.rank?,
            gained,
        })
    };
    let mut gains: Vec<RankGain> = rows(now).filter_map(gain).collect();
    gains.sort_by_key(|gain| (std::cmp::Reverse(gain.gained), gain.rank));
    gains.truncate(GAINS);
    gains
}
