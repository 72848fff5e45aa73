//! The flags' ledger (挂牌、摘牌): the last three months' flags go to this month's first.

use super::order::ScopeOrder;
use super::{RatingFlag, RatingPeriod, ScopeResult};
use crate::buildings::communities_in_reach;
use crate::office::Cx;
use chrono::NaiveDate;
use ground::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use storage::Select;
use ts_rs::TS;

const FLAG: &str =
    "SELECT id, version, period_id, month, object_id, community_id, scope_key, scope_name,
    name, place, hung_on, taken_on, reason FROM rating_flag";

/// Arguments of `ratings.flags`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListFlags {
    /// Only hung in this year.
    #[ts(optional)]
    pub year: Option<i64>,
    /// Only this community's.
    #[ts(optional)]
    pub community_id: Option<String>,
    /// Only this building's or stairwell's.
    #[ts(optional)]
    pub object_id: Option<String>,
    /// Only those that hang now.
    pub hanging: bool,
}

/// Arguments of `ratings.saveFlag`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveFlag {
    /// The line.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// The day it was hung.
    pub hung_on: NaiveDate,
    /// The day it was taken down; none while it hangs.
    #[serde(default)]
    pub taken_on: Option<NaiveDate>,
    /// Why it was taken down.
    #[serde(default)]
    pub reason: String,
}

/// `ratings.flags`: newest first.
pub async fn list_flags(cx: &mut Cx<'_>, args: ListFlags) -> Result<Vec<RatingFlag>> {
    let mut select = in_reach(cx)
        .await?
        .and_some("community_id = ?", args.community_id.as_ref())
        .and_some("object_id = ?", args.object_id.as_ref());
    if let Some(year) = args.year {
        let ends = vec![
            format!("{year:04}-01").into(),
            format!("{year:04}-12").into(),
        ];
        select = select.and("month >= ? AND month <= ?", ends);
    }
    if args.hanging {
        select = select.and("taken_on IS NULL", vec![]);
    }
    let flags = select
        .tail("ORDER BY hung_on DESC, month DESC, scope_key, place, id")
        .limit(20_000)
        .all(&mut cx.tx)
        .await?;
    in_order(cx, flags, |flag| Reverse((flag.hung_on, flag.month))).await
}

/// Flags by a key, and those alike in it in the order of the registers.
async fn in_order<K: Ord>(
    cx: &mut Cx<'_>,
    mut flags: Vec<RatingFlag>,
    key: impl Fn(&RatingFlag) -> K,
) -> Result<Vec<RatingFlag>> {
    let order = ScopeOrder::read(&mut cx.tx).await?;
    flags.sort_by_key(|flag| (key(flag), order.of(&flag.scope_key)));
    Ok(flags)
}

async fn in_reach(cx: &mut Cx<'_>) -> Result<Select> {
    let flags = Select::new(FLAG);
    Ok(match communities_in_reach(cx).await? {
        Some(reach) => flags.within("community_id", &reach),
        None => flags,
    })
}

/// Every flag within reach, oldest first.
pub(super) async fn every_flag(cx: &mut Cx<'_>) -> Result<Vec<RatingFlag>> {
    let flags = in_reach(cx).await?;
    let flags = flags
        .tail("ORDER BY month, scope_key, place, id")
        .all(&mut cx.tx)
        .await?;
    in_order(cx, flags, |flag| flag.month).await
}

/// Whether the days of a flag can be; else the field at fault and one sentence.
pub(super) fn check_flag_days(
    flag: &RatingFlag,
    today: NaiveDate,
) -> Result<(), (&'static str, &'static str)> {
    if flag.hung_on > today || flag.hung_on < flag.month.first_day() {
        let message = "挂牌日期应在考评月份第一天到今天之间，请核对。";
        return Err(("hung_on", message));
    }
    if flag
        .taken_on
        .is_some_and(|day| day < flag.hung_on || day > today)
    {
        let message = "摘牌日期应在挂牌日期到今天之间，请核对。";
        return Err(("taken_on", message));
    }
    Ok(())
}

/// `ratings.saveFlag`: the days a flag was really hung and taken down.
///
/// # Errors
/// `Invalid` for days that cannot be.
pub async fn save_flag(cx: &mut Cx<'_>, args: SaveFlag) -> Result<RatingFlag> {
    let flag: RatingFlag = cx.tx.get(&args.id).await?;
    crate::buildings::allow_community(cx, &flag.community_id).await?;
    let reason = ground::text::optional("reason", "摘牌原因", &args.reason, 100)?;
    let flag = RatingFlag {
        version: args.version,
        hung_on: args.hung_on,
        taken_on: args.taken_on,
        reason,
        ..flag
    };
    check_flag_days(&flag, cx.today())
        .map_err(|(field, message)| Error::invalid(field, message))?;
    cx.tx.update(&flag).await
}

/// On publication: flags of earlier months are taken down, this month's are hung. A correction
/// takes down those that were given wrongly and leaves the others as they hang.
pub(super) async fn hand_over(
    cx: &mut Cx<'_>,
    period: &RatingPeriod,
    scopes: &[ScopeResult],
) -> Result<()> {
    let (today, mut hanging) = (cx.today(), hanging_in(cx, scopes).await?);
    // A month published late does not take down the flags of months after it.
    let later = hanging.iter().any(|flag| flag.month > period.month);
    hanging.retain(|flag| flag.month <= period.month);
    let wins = |object: &str| {
        let mut rows = scopes.iter().flat_map(|scope| &scope.rows);
        rows.any(|row| row.flag && row.object_id == object)
    };
    for flag in &hanging {
        let own = flag.period_id.as_ref() == Some(&period.id);
        if own && wins(&flag.object_id) {
            continue;
        }
        let reason = match (own, wins(&flag.object_id)) {
            (true, _) => "考评结果更正",
            (false, true) => "新一期考评，继续挂牌",
            (false, false) => "新一期考评",
        };
        cx.tx.update(&taken(flag, today, reason)).await?;
    }
    for scope in scopes {
        for row in scope.rows.iter().filter(|row| row.flag) {
            let hangs = |flag: &RatingFlag| {
                flag.period_id.as_ref() == Some(&period.id) && flag.object_id == row.object_id
            };
            if !hanging.iter().any(hangs) {
                let flag = new_flag(cx, period, scope, row).await?;
                let flag = match later {
                    true => taken(&flag, today, "补发的考评"),
                    false => flag,
                };
                cx.tx.insert(&flag).await?;
            }
        }
    }
    Ok(())
}

fn taken(flag: &RatingFlag, on: NaiveDate, reason: &str) -> RatingFlag {
    RatingFlag {
        // Hung by hand on a later day, it must not be taken down before it hung.
        taken_on: Some(on.max(flag.hung_on)),
        reason: reason.into(),
        ..flag.clone()
    }
}

async fn hanging_in(cx: &mut Cx<'_>, scopes: &[ScopeResult]) -> Result<Vec<RatingFlag>> {
    let keys: Vec<String> = scopes.iter().map(|scope| scope.key.clone()).collect();
    let mut found = Vec::new();
    // One statement takes only so many values.
    for keys in keys.chunks(1000) {
        let flags: Vec<RatingFlag> = Select::new(FLAG)
            .and("taken_on IS NULL", vec![])
            .within("scope_key", keys)
            .tail("ORDER BY id")
            .all(&mut cx.tx)
            .await?;
        found.extend(flags);
    }
    Ok(found)
}

async fn new_flag(
    cx: &mut Cx<'_>,
    period: &RatingPeriod,
    scope: &ScopeResult,
    row: &super::RowResult,
) -> Result<RatingFlag> {
    let entry: super::RatingEntry = cx.tx.get(&row.entry_id).await?;
    Ok(RatingFlag {
        id: cx.new_id(),
        version: 0,
        period_id: Some(period.id.clone()),
        month: period.month,
        object_id: row.object_id.clone(),
        community_id: entry.community_id,
        scope_key: scope.key.clone(),
        scope_name: scope.name.clone(),
        name: row.label.clone(),
        place: row.rank.unwrap_or_default(),
        hung_on: cx.today(),
        taken_on: None,
        reason: String::new(),
    })
}
