//! Quarter and year: the published months put together, by definitions that stand on the paper.

use super::order::ScopeOrder;
use super::rules::{Ratio, SchemeRules, stars};
use super::store::results_between;
use super::{RatingResult, RatingScheme};
use crate::buildings::{allow_community, communities_in_reach};
use crate::office::Cx;
use ground::calendar::Month;
use ground::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use ts_rs::TS;

/// Arguments of `ratings.rollUp`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RollUpQuery {
    /// The year.
    pub year: i64,
    /// The quarter, 1 to 4; the whole year when not said.
    #[ts(optional)]
    pub quarter: Option<i64>,
    /// Only this community's.
    #[ts(optional)]
    pub community_id: Option<String>,
}

/// One month of an object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthResult {
    /// The month.
    pub month: Month,
    /// Total as published, thousandths; none where it was not rated.
    pub total: Option<i64>,
    /// Rank.
    pub rank: Option<i64>,
    /// Stars.
    pub stars: i64,
    /// Whether it hung a flag.
    pub flag: bool,
}

/// An object's quarter or year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RollUpRow {
    /// The building or stairwell.
    pub object_id: String,
    /// What it is called within the scope.
    pub name: String,
    /// 楼栋长.
    pub chief: String,
    /// Months it was rated in.
    pub months: i64,
    /// Mean of the published totals, thousandths, rounded for print; none where it was never rated.
    pub mean: Option<i64>,
    /// Flags hung.
    pub flags: i64,
    /// Rank within the scope; none where it was rated in less than half of the months.
    pub rank: Option<i64>,
    /// Whether others share the rank.
    pub shared: bool,
    /// Stars of the mean; 0 without a rank.
    pub stars: i64,
    /// The months, in order.
    pub results: Vec<MonthResult>,
}

/// A scope's quarter or year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RollUpScope {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// The community of its objects; of the street's one scope, that of the last.
    pub community_id: String,
    /// Months published for it.
    pub months: i64,
    /// The objects by rank; those without one last.
    pub rows: Vec<RollUpRow>,
}

/// A quarter or year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RollUp {
    /// `2026年第四季度` or `2026年`.
    pub period: String,
    /// Months with published results.
    pub months: Vec<Month>,
    /// The scopes, in the order of the registers.
    pub scopes: Vec<RollUpScope>,
    /// What the figures mean.
    pub definitions: Vec<String>,
}

const DEFINITIONS: [&str; 4] = [
    "得分为各月公布总分的平均，只计参评的月份，过程不取舍，打印保留三位小数。",
    "参评月份不足已公布月份一半的，列出得分，不排名、不评星。",
    "名次按得分在本范围内排列；得分相同的，挂流动小红旗次数多的在前，仍相同的并列。",
    "星级按最近一期考评方案的分数线评定；更正过的月份以最新一版为准。",
];

/// `ratings.rollUp`.
///
/// # Errors
/// `Invalid` for a quarter that is none.
pub async fn roll_up(cx: &mut Cx<'_>, args: RollUpQuery) -> Result<RollUp> {
    let (from, to, period) = span(&args)?;
    let communities = wanted(cx, args.community_id).await?;
    let results = results_between(&mut cx.tx, from, to, communities.as_deref()).await?;
    let rules = latest_rules(cx, to).await?;
    let mut rolled = put_together(period, &rules, &results);
    let order = ScopeOrder::read(&mut cx.tx).await?;
    rolled.scopes.sort_by_key(|scope| order.of(&scope.key));
    Ok(rolled)
}

/// The communities that are asked for and within reach; all when none are named.
pub(super) async fn wanted(
    cx: &mut Cx<'_>,
    community: Option<String>,
) -> Result<Option<Vec<String>>> {
    match community {
        Some(community) => {
            allow_community(cx, &community).await?;
            Ok(Some(vec![community]))
        }
        None => communities_in_reach(cx).await,
    }
}

fn span(args: &RollUpQuery) -> Result<(Month, Month, String)> {
    let year = i32::try_from(args.year).unwrap_or_default();
    let month = |number: u32| {
        Month::new(year, number).map_err(|_| Error::invalid("year", "年份不对，请重新选择。"))
    };
    let Some(quarter) = args.quarter else {
        return Ok((month(1)?, month(12)?, format!("{year}年")));
    };
    let names = ["一", "二", "三", "四"];
    let place = usize::try_from(quarter - 1).ok().filter(|place| *place < 4);
    let place = place.ok_or_else(|| Error::invalid("quarter", "季度应为 1 到 4，请重新选择。"))?;
    let first = u32::try_from(place * 3 + 1).unwrap_or(1);
    let name = format!("{year}年第{}季度", names[place]);
    Ok((month(first)?, month(first + 2)?, name))
}

/// The rules of the newest published period up to a month.
async fn latest_rules(cx: &mut Cx<'_>, to: Month) -> Result<SchemeRules> {
    let row: Option<(String,)> = cx
        .tx
        .one(
            "SELECT scheme_id FROM rating_period WHERE publication_id IS NOT NULL AND month <= $1
             ORDER BY month DESC, id LIMIT 1",
            vec![to.to_string().into()],
        )
        .await?;
    match row {
        Some((id,)) => Ok(cx.tx.get::<RatingScheme>(&id).await?.rules.0),
        None => Ok(SchemeRules::default()),
    }
}

/// Puts published results together; pure.
#[must_use]
pub fn put_together(period: String, rules: &SchemeRules, results: &[RatingResult]) -> RollUp {
    let months: BTreeSet<Month> = results.iter().map(|result| result.month).collect();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut scopes: Vec<Vec<&RatingResult>> = Vec::new();
    for result in results {
        let place = *places.entry(&result.scope_key).or_insert_with(|| {
            scopes.push(Vec::new());
            scopes.len() - 1
        });
        scopes[place].push(result);
    }
    RollUp {
        period,
        months: months.into_iter().collect(),
        scopes: scopes.iter().map(|results| scope(rules, results)).collect(),
        definitions: DEFINITIONS.map(str::to_owned).to_vec(),
    }
}

fn scope(rules: &SchemeRules, results: &[&RatingResult]) -> RollUpScope {
    let months: BTreeSet<Month> = results.iter().map(|result| result.month).collect();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut objects: Vec<Vec<&RatingResult>> = Vec::new();
    for result in results {
        let place = *places.entry(&result.object_id).or_insert_with(|| {
            objects.push(Vec::new());
            objects.len() - 1
        });
        objects[place].push(result);
    }
    let mut totals: Vec<Total> = objects
        .iter()
        .map(|results| Total::of(rules, results, months.len()))
        .collect();
    totals.sort_by(Total::order);
    number(&mut totals);
    let newest = results.last();
    RollUpScope {
        key: newest
            .map(|result| result.scope_key.clone())
            .unwrap_or_default(),
        name: newest
            .map(|result| result.scope_name.clone())
            .unwrap_or_default(),
        community_id: newest
            .map(|result| result.community_id.clone())
            .unwrap_or_default(),
        months: i64::try_from(months.len()).unwrap_or(i64::MAX),
        rows: totals.into_iter().map(|total| total.row).collect(),
    }
}

/// A row with its exact mean.
struct Total {
    mean: Ratio,
    ranked: bool,
    row: RollUpRow,
}

impl Total {
    fn of(rules: &SchemeRules, results: &[&RatingResult], months: usize) -> Self {
        let totals: Vec<i64> = results.iter().filter_map(|result| result.total).collect();
        let (sum, rated) = (
            totals.iter().map(|total| i128::from(*total)).sum(),
            totals.len(),
        );
        let mean = Ratio::new(sum, i128::try_from(rated).unwrap_or(1));
        // As `DEFINITIONS` tell the reader of the paper: both change together.
        let ranked = rated > 0 && rated * 2 >= months;
        let newest = results.last();
        let text = |of: fn(&RatingResult) -> &String| {
            newest.map(|result| of(result).clone()).unwrap_or_default()
        };
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let row = RollUpRow {
            object_id: text(|result| &result.object_id),
            name: text(|result| &result.name),
            chief: text(|result| &result.chief),
            months: count(rated),
            mean: (rated > 0).then(|| mean.rounded()),
            flags: count(results.iter().filter(|result| result.flag).count()),
            rank: None,
            shared: false,
            stars: if ranked { stars(rules, mean) } else { 0 },
            results: results.iter().map(|result| month_result(result)).collect(),
        };
        Self { mean, ranked, row }
    }

    fn order(&self, other: &Self) -> std::cmp::Ordering {
        // Nothing comes after the flags: any other key would break ties that have to be shared.
        let by_mean = other.mean.cmp(&self.mean);
        other
            .ranked
            .cmp(&self.ranked)
            .then(by_mean)
            .then(other.row.flags.cmp(&self.row.flags))
    }
}

fn month_result(result: &RatingResult) -> MonthResult {
    MonthResult {
        month: result.month,
        total: result.total,
        rank: result.place,
        stars: result.stars,
        flag: result.flag,
    }
}

fn number(totals: &mut [Total]) {
    for at in 0..totals.len() {
        if !totals[at].ranked {
            break;
        }
        if at > 0 && totals[at - 1].order(&totals[at]).is_eq() {
            totals[at].row.rank = totals[at - 1].row.rank;
            totals[at].row.shared = true;
            totals[at - 1].row.shared = true;
        } else {
            totals[at].row.rank = i64::try_from(at + 1).ok();
        }
    }
}
