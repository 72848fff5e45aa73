//! Draft → published, frozen → archived; a correction is a new, visible version with its reason.

use super::flags::hand_over;
use super::objects::objects;
use super::period::{Standings, content, draft_in_reach, period_in_reach, standings, view};
use super::tally::sheets_by_entry;
use super::{
    CorrectRating, MissingSheets, Publication, Published, RatingEntry, RatingPeriod, RatingResult,
    RatingScheme, RatingState, RatingStep, RatingView, RowResult, ScopeResult, Standing, paper,
};
use crate::office::Cx;
use ground::environment::zone;
use ground::error::{Error, Result};
use ground::text;
use std::collections::HashMap;

/// `ratings.publish`: freezes the results, and the 通报 with them.
///
/// # Errors
/// `State` with the whole list of what is missing in its detail.
pub async fn publish_rating(cx: &mut Cx<'_>, args: RatingStep) -> Result<RatingView> {
    let period = draft_in_reach(cx, &args.id).await?;
    // The update below goes by the version just read, so what the person saw is asked here.
    refuse_other_version(&period, args.version)?;
    // Before anything is calculated: the results carry these names into what is frozen.
    copy_names(cx, &period).await?;
    let now = standings(cx, &period).await?;
    refuse_incomplete(&now)?;
    if !period.correction_reason.is_empty() {
        cx.because(period.correction_reason.clone());
    }
    let published = published(&period, &now);
    let kept = freeze(cx, &period, &published).await?;
    keep_results(cx, &period, &kept, &published.scopes).await?;
    hand_over(cx, &period, &published.scopes).await?;
    let period = cx
        .tx
        .update(&RatingPeriod {
            state: RatingState::Published,
            revision: kept.revision,
            publication_id: Some(kept.id),
            // It goes with the publication; left here, the next version would claim it too.
            correction_reason: String::new(),
            ..period
        })
        .await?;
    view(cx, period, None).await
}

fn refuse_other_version(period: &RatingPeriod, seen: i64) -> Result<()> {
    if period.version == seen {
        return Ok(());
    }
    let current = serde_json::to_value(period)?;
    Err(Error::conflict(
        "楼栋考评",
        serde_json::Value::Null,
        current,
    ))
}

/// Names and posts as the register has them on the day.
async fn copy_names(cx: &mut Cx<'_>, period: &RatingPeriod) -> Result<()> {
    let scheme: RatingScheme = cx.tx.get(&period.scheme_id).await?;
    let community = period.community_id.as_deref();
    let known: HashMap<String, _> = objects(cx, scheme.rules.rated, community)
        .await?
        .into_iter()
        .map(|object| (object.object_id.clone(), object))
        .collect();
    for entry in super::store::entries_of(&mut cx.tx, &period.id).await? {
        // No longer in use: it keeps the name it was entered with.
        let Some(object) = known.get(&entry.object_id) else {
            continue;
        };
        let copied = RatingEntry {
            community: object.community.clone(),
            compound: object.compound.clone(),
            name: object.name(),
            chief: object.chief(),
            ..entry.clone()
        };
        if copied != entry {
            cx.tx.update(&copied).await?;
        }
    }
    Ok(())
}

fn refuse_incomplete(now: &Standings) -> Result<()> {
    let missing = &now.tally.missing;
    if !missing.is_empty() {
        let sheets: i64 = missing.iter().map(|one| one.due - one.sheets).sum();
        let named: Vec<String> = missing.iter().take(3).map(named).collect();
        let message = format!(
            "还有 {} 个楼栋（单元）缺 {sheets} 份评分（{}{}），请补齐，或登记不参评后再发布。",
            missing.len(),
            named.join("、"),
            if missing.len() > 3 { "等" } else { "" }
        );
        return Err(Error::state(message).with_detail(missing));
    }
    let excluded = |entry: &&RatingEntry| entry.standing == Standing::Excluded;
    let switched_on = now.scheme.rules.exclusions().next().is_some();
    if let Some(entry) = now.entries.iter().find(excluded).filter(|_| !switched_on) {
        return Err(Error::state(format!(
            "{}{}登记了不予评星，而方案没有启用，请改回参评。",
            entry.compound, entry.name
        )));
    }
    let ranked = |scope: &ScopeResult| scope.rows.iter().any(|row| row.rank.is_some());
    if !now.tally.scopes.iter().any(ranked) {
        return Err(Error::state(
            "还没有任何楼栋得到名次，不能发布，请先录入评分。",
        ));
    }
    Ok(())
}

fn named(missing: &MissingSheets) -> String {
    if missing.name.starts_with(&missing.scope) {
        return missing.name.clone();
    }
    format!("{}{}", missing.scope, missing.name)
}

fn published(period: &RatingPeriod, now: &Standings) -> Published {
    Published {
        month: period.month,
        whose: now.whose.clone(),
        scheme: now.scheme.title(),
        rules: now.scheme.rules.0.clone(),
        revision: period.revision + 1,
        reason: period.correction_reason.clone(),
        scopes: now.tally.scopes.clone(),
        sheets: sheets_by_entry(&now.scheme.rules, &now.entries, &now.sheets),
        volunteers: period.volunteers.0.clone(),
    }
}

/// Keeps content and paper with their hashes. The paper is typeset once, so that nothing is
/// published that cannot be printed.
async fn freeze(
    cx: &mut Cx<'_>,
    period: &RatingPeriod,
    published: &Published,
) -> Result<Publication> {
    let (content, content_hash) = storage::freeze(published)?;
    let made = cx.now().with_timezone(&zone()).naive_local();
    let issuer = paper::issuer(cx, period).await?;
    let document = paper::report(published, &content_hash, &issuer, period, made);
    crate::documents::typeset(cx, &document).await?;
    let (model, model_hash) = storage::freeze(&document)?;
    let kept = Publication {
        id: cx.new_id(),
        version: 0,
        period_id: period.id.clone(),
        revision: published.revision,
        published_on: cx.today(),
        published_by: cx.session.name.clone(),
        reason: published.reason.clone(),
        content_hash,
        content,
        model_hash,
        model,
    };
    cx.tx.insert(&kept).await
}

async fn keep_results(
    cx: &mut Cx<'_>,
    period: &RatingPeriod,
    kept: &Publication,
    scopes: &[ScopeResult],
) -> Result<()> {
    let communities: HashMap<String, String> = super::store::entries_of(&mut cx.tx, &period.id)
        .await?
        .into_iter()
        .map(|entry| (entry.id, entry.community_id))
        .collect();
    let rows = scopes
        .iter()
        .flat_map(|scope| scope.rows.iter().map(move |row| (scope, row)));
    let result = |(scope, row): (&ScopeResult, &RowResult)| RatingResult {
        id: cx.new_id(),
        version: 0,
        publication_id: kept.id.clone(),
        month: period.month,
        object_id: row.object_id.clone(),
        community_id: communities.get(&row.entry_id).cloned().unwrap_or_default(),
        scope_key: scope.key.clone(),
        scope_name: scope.name.clone(),
        name: row.label.clone(),
        chief: row.chief.clone(),
        // Who has no rank must not count in the means of quarter and year.
        total: row.rank.and(row.total),
        place: row.rank,
        stars: row.stars,
        flag: row.flag,
    };
    let results: Vec<RatingResult> = rows.map(result).collect();
    // A month has as many results as there are buildings: they go to the engine together.
    cx.tx.insert_all(&results).await
}

/// `ratings.correct`: takes a published period back into work for its next version; what was
/// published stays readable and valid until then.
///
/// # Errors
/// `State` for one that was never published.
pub async fn correct_rating(cx: &mut Cx<'_>, args: CorrectRating) -> Result<RatingView> {
    let period = period_in_reach(cx, &args.id).await?;
    if period.state == RatingState::Draft {
        let message = match period.revision {
            0 => "这期考评还没有发布，直接修改即可，不需要更正。",
            _ => "这期考评已在更正，请改好后重新发布。",
        };
        return Err(Error::state(message));
    }
    let reason = text::required("reason", "更正事由", &args.reason, 200)?;
    cx.because(reason.clone());
    let period = cx
        .tx
        .update(&RatingPeriod {
            version: args.version,
            state: RatingState::Draft,
            correction_reason: reason,
            ..period
        })
        .await?;
    view(cx, period, None).await
}

/// `ratings.archive`.
///
/// # Errors
/// `State` for one that is not published.
pub async fn archive_rating(cx: &mut Cx<'_>, args: RatingStep) -> Result<RatingView> {
    let period = period_in_reach(cx, &args.id).await?;
    if period.state != RatingState::Published {
        return Err(Error::state(format!(
            "这期考评现为“{}”，只有已发布的可以归档。",
            period.state.chinese()
        )));
    }
    let period = cx
        .tx
        .update(&RatingPeriod {
            version: args.version,
            state: RatingState::Archived,
            ..period
        })
        .await?;
    view(cx, period, None).await
}

/// The 通报 of a published version, exactly as it was frozen.
///
/// # Errors
/// `State` while nothing is published; `Storage` when content or paper no longer match their hashes.
pub(crate) async fn frozen_report(
    cx: &mut Cx<'_>,
    period: &RatingPeriod,
    revision: Option<i64>,
) -> Result<(Publication, gongwen::Document)> {
    let revision = revision.unwrap_or(period.revision);
    if revision == 0 {
        return Err(Error::state(format!(
            "{}考评还没有发布，发布后才有通报。",
            period.month.chinese()
        )));
    }
    let kept = super::store::publication(&mut cx.tx, &period.id, revision).await?;
    // For its hash alone: nothing is printed of a version whose figures were touched.
    content(&kept)?;
    let document = storage::thaw(&kept.model, Some(&kept.model_hash), ("通报", "发布"))?;
    Ok((kept, document))
}

/// The key of the published version that a 通报 is of; none while nothing is published.
pub(crate) async fn published_version(
    cx: &mut Cx<'_>,
    period: &str,
    revision: Option<i64>,
) -> Result<Option<String>> {
    let period = period_in_reach(cx, period).await?;
    let revision = revision.unwrap_or(period.revision);
    let kept = super::store::publications_of(&mut cx.tx, &period.id).await?;
    let version = kept.into_iter().find(|kept| kept.revision == revision);
    Ok(version.map(|kept| kept.id))
}

/// The committee whose body issues a published version's 通报.
///
/// # Errors
/// `State` where no committee stands for the period's community or the street.
pub(crate) async fn committee_of_publication(cx: &mut Cx<'_>, id: &str) -> Result<String> {
    let kept: Publication = cx.tx.get(id).await?;
    let period = period_in_reach(cx, &kept.period_id).await?;
    let committees = crate::committees::all_committees(&mut cx.tx).await?;
    let of = committees
        .into_iter()
        // The street's period has no community, and neither has the 街道大工委.
        .find(|committee| committee.community_id == period.community_id);
    of.map(|committee| committee.id).ok_or_else(|| {
        Error::state("还没有登记对应的大党委，请先登记并选定发文主体，再编号发出通报。")
    })
}
