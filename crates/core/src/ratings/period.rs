//! Periods: lists, one with its results, and how an object takes part.

use super::store::{
    entries_of, last_published, periods, publication, publications_of, results_between, sheets_of,
};
use super::tally::{Tally, tie_rule};
use super::{
    ListRatings, PreviousResult, Publication, Published, RatingEntry, RatingPeriod, RatingRow,
    RatingScheme, RatingState, RatingView, ScopeResult, SetStanding, Standing, ViewRating, tally,
};
use crate::buildings::{allow_community, communities_in_reach};
use crate::committees::Community;
use crate::office::Cx;
use crate::settings::{OFFICE_ID, OfficeProfile};
use ground::calendar::Month;
use ground::error::{Error, Result};
use ground::text;
use std::collections::HashMap;

/// `ratings.list`.
pub async fn list_ratings(cx: &mut Cx<'_>, args: ListRatings) -> Result<Vec<RatingRow>> {
    let reach = communities_in_reach(cx).await?;
    periods(&mut cx.tx, &args, reach.as_deref()).await
}

/// A period within this person's reach; of the street's, everybody sees their own communities.
pub(crate) async fn period_in_reach(cx: &mut Cx<'_>, id: &str) -> Result<RatingPeriod> {
    let period: RatingPeriod = cx.tx.get(id).await?;
    if let Some(community) = &period.community_id {
        allow_community(cx, community).await?;
    }
    Ok(period)
}

/// A period that can still be changed.
///
/// # Errors
/// `State` once it is published.
pub(super) async fn draft_in_reach(cx: &mut Cx<'_>, id: &str) -> Result<RatingPeriod> {
    let period = period_in_reach(cx, id).await?;
    if period.state == RatingState::Draft {
        return Ok(period);
    }
    Err(Error::state(format!(
        "{}考评{}，不能再改；确需改动请用“更正”生成新的一版。",
        period.month.chinese(),
        period.state.chinese()
    )))
}

/// Whose period it is: the street's or a community's name.
pub(super) async fn whose(cx: &mut Cx<'_>, period: &RatingPeriod) -> Result<String> {
    if let Some(id) = &period.community_id {
        let community: Community = cx.tx.get(id).await?;
        return Ok(community.name);
    }
    let office: Option<OfficeProfile> = cx.tx.find(OFFICE_ID).await?;
    Ok(office.map(|office| office.name).unwrap_or_default())
}

/// A period as it stands now: scheme, entries and results.
pub(super) struct Standings {
    pub whose: String,
    pub scheme: RatingScheme,
    pub entries: Vec<RatingEntry>,
    pub sheets: Vec<super::ScoreSheet>,
    pub tally: Tally,
}

/// Calculates a period from its sheets.
pub(super) async fn standings(cx: &mut Cx<'_>, period: &RatingPeriod) -> Result<Standings> {
    let scheme: RatingScheme = cx.tx.get(&period.scheme_id).await?;
    let whose = whose(cx, period).await?;
    let entries = entries_of(&mut cx.tx, &period.id).await?;
    let sheets = sheets_of(&mut cx.tx, &period.id).await?;
    let mut tally = tally(&scheme.rules, &whose, &entries, &sheets);
    compare_with_last(cx, period.month, &mut tally.scopes).await?;
    Ok(Standings {
        whose,
        scheme,
        entries,
        sheets,
        tally,
    })
}

/// Adds what each object got in the last published month before.
async fn compare_with_last(
    cx: &mut Cx<'_>,
    month: Month,
    scopes: &mut [ScopeResult],
) -> Result<()> {
    let Some(last) = last_published(&mut cx.tx, month).await? else {
        return Ok(());
    };
    let before = results_between(&mut cx.tx, last, last, None).await?;
    let before: HashMap<&str, &super::RatingResult> = before
        .iter()
        .map(|result| (result.object_id.as_str(), result))
        .collect();
    for scope in scopes {
        for row in &mut scope.rows {
            let found = before.get(row.object_id.as_str());
            // A rank among others says nothing of the rank here.
            let same_scope = found.filter(|result| result.scope_key == scope.key);
            row.previous = same_scope.map(|result| PreviousResult {
                month: result.month,
                total: result.total,
                rank: result.place,
            });
        }
    }
    Ok(())
}

/// `ratings.view`.
pub async fn view_rating(cx: &mut Cx<'_>, args: ViewRating) -> Result<RatingView> {
    let period = period_in_reach(cx, &args.id).await?;
    view(cx, period, args.revision).await
}

pub(super) async fn view(
    cx: &mut Cx<'_>,
    period: RatingPeriod,
    revision: Option<i64>,
) -> Result<RatingView> {
    // A correction under way shows its draft; what was published is asked for by its number.
    let frozen = match (revision, period.state) {
        (Some(revision), _) => Some(revision),
        (None, RatingState::Draft) => None,
        (None, _) => Some(period.revision),
    };
    let publications = publications_of(&mut cx.tx, &period.id).await?;
    let view = match frozen {
        Some(revision) => published_view(cx, period, revision).await?,
        None => draft_view(cx, period).await?,
    };
    let view = RatingView {
        publications,
        ..view
    };
    within_reach(cx, view).await
}

async fn draft_view(cx: &mut Cx<'_>, period: RatingPeriod) -> Result<RatingView> {
    let standings = standings(cx, &period).await?;
    Ok(RatingView {
        whose: standings.whose,
        tie_rule: tie_rule(&standings.scheme.rules),
        scheme: standings.scheme,
        revision: None,
        scopes: standings.tally.scopes,
        missing: standings.tally.missing,
        publications: Vec::new(),
        period,
    })
}

async fn published_view(
    cx: &mut Cx<'_>,
    period: RatingPeriod,
    revision: i64,
) -> Result<RatingView> {
    let kept = publication(&mut cx.tx, &period.id, revision).await?;
    let published = content(&kept)?;
    Ok(RatingView {
        scheme: cx.tx.get(&period.scheme_id).await?,
        whose: published.whose,
        tie_rule: tie_rule(&published.rules),
        revision: Some(revision),
        scopes: published.scopes,
        missing: Vec::new(),
        publications: Vec::new(),
        period,
    })
}

/// The frozen content of a publication.
///
/// # Errors
/// `Storage` when it no longer matches its hash.
pub(super) fn content(kept: &Publication) -> Result<Published> {
    let hash = Some(kept.content_hash.as_str());
    storage::thaw(&kept.content, hash, ("考评结果", "发布"))
}

/// Leaves out what lies in communities beyond this person's reach.
async fn within_reach(cx: &mut Cx<'_>, mut view: RatingView) -> Result<RatingView> {
    let Some(reach) = communities_in_reach(cx).await? else {
        return Ok(view);
    };
    view.scopes
        .retain(|scope| scope.community_id.is_empty() || reach.contains(&scope.community_id));
    let kept: std::collections::HashSet<&str> = view
        .scopes
        .iter()
        .flat_map(|scope| scope.rows.iter().map(|row| row.entry_id.as_str()))
        .collect();
    view.missing
        .retain(|missing| kept.contains(missing.entry_id.as_str()));
    Ok(view)
}

/// `ratings.setStanding`: 参评, 不参评 with its reason, or 不予评星 with the case and its basis.
///
/// # Errors
/// `Invalid` for 不予评星 while the scheme has it switched off, or without its basis.
pub async fn set_standing(cx: &mut Cx<'_>, args: SetStanding) -> Result<RatingEntry> {
    let entry: RatingEntry = cx.tx.get(&args.entry_id).await?;
    let period = draft_in_reach(cx, &entry.period_id).await?;
    allow_community(cx, &entry.community_id).await?;
    let scheme: RatingScheme = cx.tx.get(&period.scheme_id).await?;
    let basis = match args.standing {
        Standing::Rated => String::new(),
        Standing::Exempt => text::required("basis", "不参评的原因", &args.basis, 200)?,
        Standing::Excluded => exclusion(&scheme, &args.basis)?,
    };
    cx.tx
        .update(&RatingEntry {
            version: args.version,
            standing: args.standing,
            basis,
            ..entry
        })
        .await
}

/// The basis of a 不予评星情形, where the scheme has any in force.
pub(super) fn exclusion(scheme: &RatingScheme, basis: &str) -> Result<String> {
    if scheme.rules.exclusions().next().is_none() {
        let message = "本方案没有启用不予评星情形（一票否决），请先修订方案并写明依据。";
        return Err(Error::invalid("standing", message));
    }
    let basis = text::optional("basis", "不予评星的依据", basis, 200)?;
    // Sheets have a column to tick, and a tick is no basis: 一票否决 needs one in words.
    let only_says_yes = ["是", "有", "√", "✓", "1", "y", "Y", "否决", "一票否决"];
    if basis.is_empty() || only_says_yes.contains(&basis.as_str()) {
        let message = "不予评星须写明情形和依据（文件名称和条款），请补填。";
        return Err(Error::invalid("basis", message));
    }
    Ok(basis)
}
