//! How the published months went, of a community or of all. Communities are not ranked.

use super::RatingResult;
use super::order::ScopeOrder;
use super::rollup::wanted;
use super::rules::Ratio;
use super::store::results_between;
use crate::office::Cx;
use ground::calendar::Month;
use ground::error::Result;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use ts_rs::TS;

/// Months looked back at.
const MONTHS: i32 = 12;

/// Arguments of `ratings.trend`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TrendQuery {
    /// The community; everything within reach when not said.
    #[ts(optional)]
    pub community_id: Option<String>,
    /// The last month; the present one when not said.
    #[ts(optional)]
    pub until: Option<Month>,
}

/// One published month.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrendPoint {
    /// Objects rated.
    pub rated: i64,
    /// Mean of their totals, thousandths, rounded for print.
    pub mean: i64,
    /// Objects with 0 to 5 stars.
    pub stars: Vec<i64>,
    /// Flags hung.
    pub flags: i64,
}

/// One month of a trend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrendMonth {
    /// The month.
    pub month: Month,
    /// What was published.
    pub point: TrendPoint,
}

/// A compound's line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrendLine {
    /// The scope's key.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// Mean by month as of [`Trend::months`], thousandths; none where nothing was published.
    pub means: Vec<Option<i64>>,
}

/// How the published months went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Trend {
    /// The months, oldest first.
    pub months: Vec<TrendMonth>,
    /// A line for each compound, in the order of the registers.
    pub lines: Vec<TrendLine>,
}

/// `ratings.trend`.
pub async fn trend(cx: &mut Cx<'_>, args: TrendQuery) -> Result<Trend> {
    let until = args.until.unwrap_or_else(|| Month::of(cx.today()));
    let communities = wanted(cx, args.community_id).await?;
    let from = until.minus(MONTHS - 1);
    let results = results_between(&mut cx.tx, from, until, communities.as_deref()).await?;
    let mut trend = drawn(&results);
    let order = ScopeOrder::read(&mut cx.tx).await?;
    trend.lines.sort_by_key(|line| order.of(&line.key));
    Ok(trend)
}

/// The results of each month.
type ByMonth<'r> = BTreeMap<Month, Vec<&'r RatingResult>>;

fn drawn(results: &[RatingResult]) -> Trend {
    let mut by_month = ByMonth::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut lines: Vec<(&RatingResult, ByMonth<'_>)> = Vec::new();
    for result in results {
        by_month.entry(result.month).or_default().push(result);
        let place = *places.entry(&result.scope_key).or_insert_with(|| {
            lines.push((result, ByMonth::new()));
            lines.len() - 1
        });
        lines[place].1.entry(result.month).or_default().push(result);
    }
    let line = |(first, of): (&RatingResult, ByMonth<'_>)| TrendLine {
        key: first.scope_key.clone(),
        name: first.scope_name.clone(),
        // A month without results keeps its place, or the line would shift to the left.
        means: by_month.keys().map(|month| mean(of.get(month)?)).collect(),
    };
    let lines = lines.into_iter().map(line).collect();
    let month = |(month, results): (Month, Vec<&RatingResult>)| TrendMonth {
        month,
        point: point(&results),
    };
    Trend {
        lines,
        months: by_month.into_iter().map(month).collect(),
    }
}

fn mean(results: &[&RatingResult]) -> Option<i64> {
    mean_of(results.iter().filter_map(|result| result.total))
}

/// The mean of thousandths, rounded for print; none of nothing.
pub(super) fn mean_of(values: impl Iterator<Item = i64>) -> Option<i64> {
    let (mut sum, mut count) = (0, 0);
    for value in values {
        sum += i128::from(value);
        count += 1;
    }
    (count > 0).then(|| Ratio::new(sum, count).rounded())
}

fn point(results: &[&RatingResult]) -> TrendPoint {
    let count = |with: &dyn Fn(&RatingResult) -> bool| {
        i64::try_from(results.iter().filter(|result| with(result)).count()).unwrap_or(i64::MAX)
    };
    let rated = |result: &RatingResult| result.total.is_some();
    TrendPoint {
        rated: count(&rated),
        mean: mean(results).unwrap_or_default(),
        stars: (0..=5)
            .map(|stars| count(&|result| rated(result) && result.stars == stars))
            .collect(),
        flags: count(&|result| result.flag),
    }
}
