//! A building's calculation, step by step, for anybody who asks.

use super::period::{content, period_in_reach, standings};
use super::rules::{Marks, SchemeRules, Step, explain, sum_line};
use super::store::publication;
use super::tally::{sheets_by_entry, tie_rule};
use super::{
    EntrySheets, ExplainRating, RatingEntry, RatingState, RowResult, ScopeResult, Standing,
};
use crate::buildings::allow_community;
use crate::office::Cx;
use ground::error::{Error, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a building came to its result.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Explanation {
    /// The result.
    pub row: RowResult,
    /// The entry's version, to change how it takes part.
    pub version: i64,
    /// Within what it is ranked.
    pub scope: String,
    /// Who rated it, in the order of the marks.
    pub judges: Vec<String>,
    /// Item by item.
    pub steps: Vec<Step>,
    /// The items put together; empty without a sheet.
    pub sum: String,
    /// The formula, in one sentence.
    pub formula: String,
    /// How equal totals are told apart.
    pub tie_rule: String,
    /// Least total for one to five stars, thousandths.
    pub stars: Vec<i64>,
    /// What is to be said of the scope.
    pub notes: Vec<String>,
}

const FORMULA: &str = "总分 = Σ 基本项（权重 × 各评分人平均分 ÷ 满分）+ 加分（平均分，封顶）− 扣分（平均分），\
    过程不取舍，只在打印时保留三位小数。";

/// `ratings.explain`.
///
/// # Errors
/// `NotFound` for an entry the version does not have.
pub async fn explain_rating(cx: &mut Cx<'_>, args: ExplainRating) -> Result<Explanation> {
    let entry: RatingEntry = cx.tx.get(&args.entry_id).await?;
    let period = period_in_reach(cx, &entry.period_id).await?;
    allow_community(cx, &entry.community_id).await?;
    let frozen = match (args.revision, period.state) {
        (Some(revision), _) => Some(revision),
        (None, RatingState::Draft) => None,
        (None, _) => Some(period.revision),
    };
    let Some(revision) = frozen else {
        let now = standings(cx, &period).await?;
        let sheets = sheets_by_entry(&now.scheme.rules, &now.entries, &now.sheets);
        return told(&now.scheme.rules, now.tally.scopes, sheets, &entry);
    };
    let kept = publication(&mut cx.tx, &period.id, revision).await?;
    let published = content(&kept)?;
    told(&published.rules, published.scopes, published.sheets, &entry)
}

fn told(
    rules: &SchemeRules,
    scopes: Vec<ScopeResult>,
    sheets: Vec<EntrySheets>,
    entry: &RatingEntry,
) -> Result<Explanation> {
    let of_entry = |row: &RowResult| row.entry_id == entry.id;
    let scope = scopes
        .into_iter()
        .find(|scope| scope.rows.iter().any(of_entry));
    let scope = scope.ok_or_else(|| Error::not_found("参评楼栋"))?;
    let row = scope.rows.into_iter().find(of_entry);
    let row = row.ok_or_else(|| Error::not_found("参评楼栋"))?;
    let sheets = sheets
        .into_iter()
        .find(|sheets| sheets.entry_id == entry.id);
    // As in the ranking: the sheets of whoever is exempt do not count.
    let sheets = match row.standing {
        Standing::Exempt => Vec::new(),
        _ => sheets.map(|sheets| sheets.sheets).unwrap_or_default(),
    };
    let marks: Vec<&Marks> = sheets.iter().map(|sheet| &sheet.marks).collect();
    Ok(Explanation {
        version: entry.version,
        scope: scope.name,
        notes: scope.notes,
        judges: sheets.iter().map(|sheet| sheet.judge.clone()).collect(),
        steps: if marks.is_empty() {
            Vec::new()
        } else {
            explain(rules, &marks)
        },
        sum: sum_line(rules, &marks),
        formula: FORMULA.into(),
        tie_rule: tie_rule(rules),
        stars: rules.stars.clone(),
        row,
    })
}
