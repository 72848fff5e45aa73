//! The papers of building stars, by their kinds.

use crate::documents::{DocumentKind, MakeDocument, Paper, named};
use crate::office::Cx;
use crate::ratings::{
    RatingPeriod, ScoresQuery, frozen_report, honour_roll, rating_in_reach, score_sheets,
    selection_paper, year_table,
};
use chrono::{Datelike, NaiveDateTime};
use gongwen::Document;
use ground::error::Result;

/// Any of them, without its number.
pub(crate) async fn paper(
    cx: &mut Cx<'_>,
    args: &MakeDocument,
    made: NaiveDateTime,
) -> Result<Paper> {
    let rating = || named("rating_id", &args.rating_id);
    let (name, document) = match args.kind {
        DocumentKind::RatingReport => {
            let period = rating_in_reach(cx, rating()?).await?;
            report(cx, &period, args.revision).await?
        }
        DocumentKind::ScoreSheets => {
            let query = ScoresQuery {
                id: rating()?.to_owned(),
                scope: args.scope.clone(),
            };
            score_sheets(cx, query, args.filled == Some(true), made).await?
        }
        DocumentKind::HonourRoll => honour_roll(cx, rating()?, args.revision, made).await?,
        DocumentKind::SelectionResult => {
            let id = named("selection_id", &args.selection_id)?;
            let (selection, document) = selection_paper(cx, id).await?;
            (format!("{}结果", selection.title), document)
        }
        _ => {
            let year = args.year.unwrap_or_else(|| i64::from(cx.today().year()));
            year_table(cx, year, args.community_id.clone(), made).await?
        }
    };
    Ok(Paper::new(name, document))
}

async fn report(
    cx: &mut Cx<'_>,
    period: &RatingPeriod,
    revision: Option<i64>,
) -> Result<(String, Document)> {
    let (kept, document) = frozen_report(cx, period, revision).await?;
    let version = match kept.revision {
        1 => String::new(),
        revision => format!("（第{revision}版）"),
    };
    let title = document.title.replace(['\n', '（', '）'], "");
    let title = title.trim_end_matches("更正");
    Ok((format!("{title}{version}"), document))
}
