//! The papers of building stars, as they are declared.

use super::{honour_roll, score_sheets, year_table};
use crate::committees::issuing;
use crate::documents::{Fields, Issuing, Numbering, Paper, PaperOfYear, named, own};
use crate::office::Cx;
use crate::papers;
use crate::ratings::period::period_in_reach;
use crate::ratings::publish::{committee_of_publication, frozen_report, published_version};
use crate::ratings::{ScoresQuery, selection_paper};
use chrono::NaiveDateTime;
use ground::error::Result;
use serde::Deserialize;
use ts_rs::TS;

papers! {
    600 Paper "rating_report" "楼栋星级考评通报" "rating" report(PaperOfRating) [numbered(&REPORT)];
    610 Paper "score_sheets" "楼栋考评评分表" "rating" sheets(ScoreSheetsPaper) [internal()];
    620 Paper "honour_roll" "楼栋光荣榜" "rating" honours(PaperOfRating);
    630 Paper "rating_year" "年度楼栋星级表" "year" year(RatingYearPaper);
    640 Paper "selection_result" "评选结果" "selection" selected(PaperOfSelection);
}

/// What a paper of a published period is made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaperOfRating {
    /// The month's rating.
    #[ts(as = "String")]
    pub rating_id: Option<String>,
    /// Which published version; the newest when not said.
    #[ts(optional)]
    pub revision: Option<i64>,
}

/// What score sheets are made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ScoreSheetsPaper {
    /// The month's rating.
    #[ts(as = "String")]
    pub rating_id: Option<String>,
    /// The scope, by its key; all when not said.
    #[ts(optional)]
    pub scope: Option<String>,
    /// Whether they show the marks; blank when not said.
    #[ts(optional)]
    pub filled: Option<bool>,
}

/// What a year's table is made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RatingYearPaper {
    /// The year; this year when not said.
    #[ts(optional)]
    pub year: Option<i64>,
    /// The community; all within reach when not said.
    #[ts(optional)]
    pub community_id: Option<String>,
}

/// What the result of a selection is made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaperOfSelection {
    /// The selection.
    #[ts(as = "String")]
    pub selection_id: Option<String>,
}

/// Each published version is a paper of its own.
static REPORT: Numbering = Numbering::new(
    |cx, fields| Box::pin(about(cx, fields)),
    |cx, version| Box::pin(whose(cx, version)),
);

async fn about(cx: &mut Cx<'_>, fields: Fields) -> Result<Option<String>> {
    let args: PaperOfRating = own(fields)?;
    match &args.rating_id {
        Some(id) => published_version(cx, id, args.revision).await,
        None => Ok(None),
    }
}

async fn whose(cx: &mut Cx<'_>, version: String) -> Result<Issuing> {
    let committee = committee_of_publication(cx, &version).await?;
    issuing(cx, &committee).await
}

async fn report(cx: &mut Cx<'_>, args: PaperOfRating, _: NaiveDateTime) -> Result<Paper> {
    let period = period_in_reach(cx, named("rating_id", &args.rating_id)?).await?;
    let (kept, document) = frozen_report(cx, &period, args.revision).await?;
    let version = match kept.revision {
        1 => String::new(),
        revision => format!("（第{revision}版）"),
    };
    // The name of a file holds neither line breaks nor brackets of the title.
    let title = document.title.replace(['\n', '（', '）'], "");
    let title = title.trim_end_matches("更正");
    Ok(Paper::new(format!("{title}{version}"), document))
}

async fn sheets(cx: &mut Cx<'_>, args: ScoreSheetsPaper, made: NaiveDateTime) -> Result<Paper> {
    let query = ScoresQuery {
        id: named("rating_id", &args.rating_id)?.to_owned(),
        scope: args.scope,
    };
    let (name, document) = score_sheets(cx, query, args.filled == Some(true), made).await?;
    Ok(Paper::new(name, document))
}

async fn honours(cx: &mut Cx<'_>, args: PaperOfRating, made: NaiveDateTime) -> Result<Paper> {
    let id = named("rating_id", &args.rating_id)?;
    let (name, document) = honour_roll(cx, id, args.revision, made).await?;
    Ok(Paper::new(name, document))
}

async fn year(cx: &mut Cx<'_>, args: RatingYearPaper, made: NaiveDateTime) -> Result<Paper> {
    let year = PaperOfYear { year: args.year }.year(cx);
    let (name, document) = year_table(cx, year, args.community_id, made).await?;
    Ok(Paper::new(name, document))
}

async fn selected(cx: &mut Cx<'_>, args: PaperOfSelection, _: NaiveDateTime) -> Result<Paper> {
    let id = named("selection_id", &args.selection_id)?;
    let (selection, document) = selection_paper(cx, id).await?;
    Ok(Paper::new(format!("{}结果", selection.title), document))
}
