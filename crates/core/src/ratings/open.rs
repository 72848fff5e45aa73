//! Opening a period: who takes part, and who rates whom.

use super::objects::objects;
use super::rules::{Pair, assign};
use super::schemes::scheme_for;
use super::store::{entries_of, periods_before, periods_of, sheets_of};
use super::tally::{scope_key, scopes};
use super::{OpenRating, RatingEntry, RatingPeriod, RatingScheme, RatingState, ScoreSheet};
use crate::committees::Community;
use crate::office::Cx;
use ground::error::{Error, Result};
use std::collections::{HashMap, HashSet};

/// `ratings.open`.
///
/// # Errors
/// `State` where the month has its period already, or nothing can be rated.
pub async fn open_rating(cx: &mut Cx<'_>, args: OpenRating) -> Result<RatingPeriod> {
    let period = begin(cx, &args).await?;
    let scheme: RatingScheme = cx.tx.get(&period.scheme_id).await?;
    let entries = enter(cx, &period, &scheme).await?;
    if entries.is_empty() {
        let what = match scheme.rules.rated {
            super::rules::Rated::Building => "楼栋",
            super::rules::Rated::Stairwell => "单元",
        };
        return Err(Error::state(format!(
            "还没有登记{what}，请先在“楼栋”里登记或导入，再开始考评。"
        )));
    }
    if args.assign != Some(false) {
        assign_sheets(cx, &period, &scheme, &entries).await?;
    }
    Ok(period)
}

/// Keeps a new period without anything in it.
pub(super) async fn begin(cx: &mut Cx<'_>, args: &OpenRating) -> Result<RatingPeriod> {
    refuse_second(cx, args).await?;
    let scheme = scheme_for(cx, args.scheme_id.as_deref()).await?;
    let due_on = args.due_on.unwrap_or_else(|| args.month.last_day());
    if due_on < args.month.first_day() {
        return Err(Error::invalid(
            "due_on",
            "发布期限不能早于考评月份，请重新选择。",
        ));
    }
    let period = RatingPeriod {
        id: cx.new_id(),
        version: 0,
        month: args.month,
        community_id: args.community_id.clone(),
        scheme_id: scheme.id,
        state: RatingState::Draft,
        revision: 0,
        publication_id: None,
        correction_reason: String::new(),
        due_on,
        volunteers: Vec::new().into(),
    };
    cx.tx.insert(&period).await
}

/// A month has one period for the street, or one for each community.
async fn refuse_second(cx: &mut Cx<'_>, args: &OpenRating) -> Result<()> {
    let month = args.month.chinese();
    if let Some(id) = &args.community_id {
        let community: Community = cx.tx.get(id).await?;
        if community.retired {
            let message = format!("{}已停用，请另选社区。", community.name);
            return Err(Error::invalid("community_id", message));
        }
    }
    for other in periods_of(&mut cx.tx, args.month).await? {
        let message = match (&other.community_id, &args.community_id) {
            (None, _) => format!("{month}已有全街道的考评，请直接打开。"),
            (Some(theirs), Some(ours)) if theirs == ours => {
                format!("这个社区{month}已有考评，请直接打开。")
            }
            (Some(_), None) => format!("{month}已有社区单独考评，不能再开全街道的考评。"),
            _ => continue,
        };
        return Err(Error::state(message));
    }
    Ok(())
}

/// Enters everything in use that the scheme rates and the period does not have yet.
pub(super) async fn enter(
    cx: &mut Cx<'_>,
    period: &RatingPeriod,
    scheme: &RatingScheme,
) -> Result<Vec<RatingEntry>> {
    let mut entries = entries_of(&mut cx.tx, &period.id).await?;
    let known: HashSet<String> = entries.iter().map(|e| e.object_id.clone()).collect();
    let community = period.community_id.as_deref();
    let objects = objects(cx, scheme.rules.rated, community).await?;
    // Counted before the known ones are left out: positions follow the registers' order.
    let missing = (1..)
        .zip(&objects)
        .filter(|(_, object)| !known.contains(&object.object_id));
    let entered: Vec<RatingEntry> = missing
        .map(|(position, object)| object.entry(cx.new_id(), &period.id, position))
        .collect();
    cx.tx.insert_all(&entered).await?;
    // As the engine has them by now: whoever changes one goes by its version.
    let kept = entered.into_iter();
    entries.extend(kept.map(|entry| RatingEntry {
        version: 1,
        ..entry
    }));
    Ok(entries)
}

async fn assign_sheets(
    cx: &mut Cx<'_>,
    period: &RatingPeriod,
    scheme: &RatingScheme,
    entries: &[RatingEntry],
) -> Result<()> {
    let history = History::read(cx, period, scheme).await?;
    let mut sheets = Vec::new();
    for places in scopes(scheme.rules.scope, entries) {
        let objects: Vec<&str> = places
            .iter()
            .map(|place| entries[*place].object_id.as_str())
            .collect();
        let key = scope_key(scheme.rules.scope, &entries[places[0]]);
        let judges = scheme.rules.judges_for(places.len());
        let assigned = assign(places.len(), judges, &history.pairs(key, &objects));
        for (judge, rated) in assigned.pairs {
            sheets.push(ScoreSheet {
                id: cx.new_id(),
                version: 0,
                period_id: period.id.clone(),
                rated_id: entries[places[rated]].id.clone(),
                judge_id: entries[places[judge]].id.clone(),
                assigned: true,
                marks: Vec::new().into(),
            });
        }
    }
    cx.tx.insert_all(&sheets).await
}

/// Who rated whom in the last months, by scope, newest first.
struct History {
    months: Vec<HashMap<String, Vec<(String, String)>>>,
}

impl History {
    async fn read(cx: &mut Cx<'_>, period: &RatingPeriod, scheme: &RatingScheme) -> Result<Self> {
        let back = i32::try_from(scheme.rules.memory).unwrap_or_default();
        let mut months: Vec<HashMap<String, Vec<(String, String)>>> = Vec::new();
        let mut month = None;
        for earlier in periods_before(&mut cx.tx, period.month, back).await? {
            // Communities may rate apart: their periods of one month are one step back.
            if month != Some(earlier.month) {
                months.push(HashMap::new());
                month = Some(earlier.month);
            }
            let entries = entries_of(&mut cx.tx, &earlier.id).await?;
            let sheets = sheets_of(&mut cx.tx, &earlier.id).await?;
            if let Some(pairs) = months.last_mut() {
                collect(pairs, scheme, &entries, &sheets);
            }
        }
        Ok(Self { months })
    }

    /// The pairs of a scope, as places in its list of objects.
    fn pairs(&self, scope: &str, objects: &[&str]) -> Vec<HashSet<Pair>> {
        let place: HashMap<&str, usize> = objects
            .iter()
            .enumerate()
            .map(|(place, object)| (*object, place))
            .collect();
        let of_month = |month: &HashMap<String, Vec<(String, String)>>| {
            let pairs = month.get(scope).into_iter().flatten();
            pairs
                .filter_map(|(judge, rated)| {
                    Some((*place.get(judge.as_str())?, *place.get(rated.as_str())?))
                })
                .collect()
        };
        self.months.iter().map(of_month).collect()
    }
}

fn collect(
    pairs: &mut HashMap<String, Vec<(String, String)>>,
    scheme: &RatingScheme,
    entries: &[RatingEntry],
    sheets: &[ScoreSheet],
) {
    let by_id: HashMap<&str, &RatingEntry> = entries
        .iter()
        .map(|entry| (entry.id.as_str(), entry))
        .collect();
    for sheet in sheets {
        let (judge, rated) = (
            by_id.get(sheet.judge_id.as_str()),
            by_id.get(sheet.rated_id.as_str()),
        );
        if let (Some(judge), Some(rated)) = (judge, rated) {
            let key = scope_key(scheme.rules.scope, rated).to_owned();
            let pair = (judge.object_id.clone(), rated.object_id.clone());
            pairs.entry(key).or_default().push(pair);
        }
    }
}
