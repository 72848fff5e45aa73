//! Papers under a number, kept as they went out: what is changed beneath one later is told, and never
//! printed under its number.

use super::issue::{Asked, refuse_issue};
use super::numbering::Given;
use super::{Fields, IssuedPaper, Paper, PaperKind, typeset};
use crate::office::Cx;
use chrono::{NaiveDate, NaiveDateTime};
use gongwen::Document;
use ground::error::{Error, ErrorCode, Result};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{self, JsonText, Otherwise, Parent, Reach, record};
use ts_rs::TS;

/// What an issued paper says, under the issued paper's own key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow)]
pub(crate) struct IssuedModel {
    /// The issued paper's key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The file's name without its ending.
    pub file_name: String,
    /// The document.
    pub model: JsonText<serde_json::Value>,
}
record!(IssuedModel, "issued_model", "已发文书", { file_name: Text, model: Json } .seen_by(Reach::Through(
    &[Parent { column: "id", table: || IssuedPaper::TABLE }],
    Otherwise::Unbounded,
)));

/// How a paper that takes a number stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IssuedStanding {
    /// The issued paper.
    pub id: String,
    /// Its version.
    pub version: i64,
    /// 发文字号.
    pub number: String,
    /// 成文日期.
    pub issued_on: NaiveDate,
    /// 作废 on this day.
    pub voided_on: Option<NaiveDate>,
    /// Whether the file is this paper; else it is what would go out next.
    pub shown: bool,
    /// Whether what it was made from has been changed since it went out.
    pub stale: bool,
}

/// A paper that takes a number, as `documents.make` shows it.
pub(super) struct Shown {
    pub paper: Paper,
    pub issued: Option<IssuedStanding>,
    pub may_issue: bool,
}

/// Keeps a paper with its number and day. It is typeset once, so that nothing takes a number that
/// cannot be printed.
pub(super) async fn keep(
    cx: &mut Cx<'_>,
    issued: IssuedPaper,
    file_name: String,
    mut document: Document,
) -> Result<IssuedPaper> {
    stamp(&mut document, &issued);
    typeset(cx, &document).await?;
    let (model, hash) = storage::freeze(&document)?;
    let model_hash = Some(hash);
    let issued = cx
        .tx
        .insert(&IssuedPaper {
            model_hash,
            ..issued
        })
        .await?;
    let kept = IssuedModel {
        id: issued.id.clone(),
        version: 0,
        file_name,
        model,
    };
    cx.tx.insert(&kept).await?;
    Ok(issued)
}

/// Prints the number and the day under which a paper went out.
fn stamp(document: &mut Document, issued: &IssuedPaper) {
    document.number = Some(issued.number.clone());
    if let Some(signature) = &mut document.signature {
        // 成文日期 is the day it was signed, whatever day the draft is from.
        signature.date = issued.issued_on;
    }
    if let Some(colophon) = &mut document.colophon {
        colophon.printed_on = issued.issued_on;
    }
}

/// The paper as it went out, where it did, else as it would go out now.
///
/// # Errors
/// As of the paper; `Storage` when what is kept no longer matches its hash.
pub(super) async fn show(
    cx: &mut Cx<'_>,
    asked: &Asked,
    issued_id: Option<&str>,
    made: NaiveDateTime,
) -> Result<Shown> {
    // What somebody may not see went out without them; theirs is made from what is within reach.
    let last = asked.latest(cx).await?;
    let last = last.filter(|last| cx.session.may_see(&last.committee_id));
    let refused = refuse_issue(cx, asked, last.as_ref()).await.err();
    let anew = goes_out_anew(cx, asked).await?;
    // What went out is shown while nothing more may go out. A reminder that is due again, a
    // postponed meeting's notice and what is void show what would go out next.
    let wanted = match issued_id {
        Some(id) => Some(asked_for(cx, asked, id).await?),
        None => last
            .clone()
            .filter(|last| refused.is_some() && !anew && last.voided_on.is_none()),
    };
    if let Some(issued) = wanted {
        let (mut paper, stale) = as_issued(cx, asked, &issued, made).await?;
        if issued.voided_on.is_some() {
            paper = as_void(paper);
        }
        return Ok(Shown {
            paper,
            issued: Some(standing(issued, true, stale)),
            may_issue: false,
        });
    }
    let nothing_to_remind = asked.numbering.daily;
    if let Some(refused) = refused.as_ref().filter(|_| nothing_to_remind) {
        return Err(refused.clone());
    }
    let paper = asked.paper(cx, made).await?;
    Ok(Shown {
        // Without an issuing body there is no red head, and no series to take a number from.
        may_issue: refused.is_none() && paper.document.mark.is_some(),
        paper,
        issued: last.map(|last| standing(last, false, false)),
    })
}

/// A paper among others: as it went out, where it takes a number and did, else as it would go out now.
///
/// # Errors
/// As [`show`].
pub(crate) async fn as_it_stands(
    cx: &mut Cx<'_>,
    kind: &'static PaperKind,
    fields: Fields,
    made: NaiveDateTime,
) -> Result<Paper> {
    match Asked::of(cx, kind, &fields).await? {
        Some(asked) => Ok(show(cx, &asked, None, made).await?.paper),
        None => kind.paper(cx, fields, made).await,
    }
}

/// Whether what went out is to go out anew.
async fn goes_out_anew(cx: &mut Cx<'_>, asked: &Asked) -> Result<bool> {
    match &asked.numbering.given {
        Given::Here(_) => Ok(false),
        Given::Elsewhere(elsewhere) => (elsewhere.anew)(cx, asked.record.clone()).await,
    }
}

async fn asked_for(cx: &mut Cx<'_>, asked: &Asked, id: &str) -> Result<IssuedPaper> {
    let issued: IssuedPaper = cx.tx.get(id).await?;
    cx.allow_committee(&issued.committee_id)?;
    if issued.kind.0 == asked.kind.key && issued.record_id == asked.record {
        Ok(issued)
    } else {
        Err(Error::not_found("发文登记"))
    }
}

fn standing(issued: IssuedPaper, shown: bool, stale: bool) -> IssuedStanding {
    IssuedStanding {
        id: issued.id,
        version: issued.version,
        number: issued.number,
        issued_on: issued.issued_on,
        voided_on: issued.voided_on,
        shown,
        stale,
    }
}

/// The paper as it went out, and whether it would say something else by now. One from before papers
/// were kept is made anew.
async fn as_issued(
    cx: &mut Cx<'_>,
    asked: &Asked,
    issued: &IssuedPaper,
    made: NaiveDateTime,
) -> Result<(Paper, bool)> {
    let kept: Option<IssuedModel> = cx.tx.find(&issued.id).await?;
    let Some(kept) = kept else {
        let mut live = asked.paper(cx, made).await?;
        stamp(&mut live.document, issued);
        // Nothing was kept to compare with, so nothing can be said to have changed.
        return Ok((live, false));
    };
    let hash = issued.model_hash.as_deref();
    let document: Document = storage::thaw(&kept.model, hash, ("文书", "登记"))?;
    let stale = differs(cx, asked, issued, &document).await?;
    Ok((Paper::new(kept.file_name, document), stale))
}

/// A void paper says so at its head and in the name of its file, or a print of it would pass for a
/// valid one.
fn as_void(paper: Paper) -> Paper {
    let Paper { name, mut document } = paper;
    document.title = format!("此文已作废\n{}", document.title);
    Paper {
        name: format!("{name}（作废）"),
        document,
    }
}

/// Whether the paper, made on its day from what is recorded now, would say something else.
async fn differs(
    cx: &mut Cx<'_>,
    asked: &Asked,
    issued: &IssuedPaper,
    kept: &Document,
) -> Result<bool> {
    let mut live = match asked.paper(cx, kept.info.created).await {
        Ok(live) => live.document,
        // What it was made from is gone or settled otherwise: that is a change, and no failure.
        Err(error) if matches!(error.code, ErrorCode::State | ErrorCode::NotFound) => {
            return Ok(true);
        }
        Err(error) => return Err(error),
    };
    stamp(&mut live, issued);
    // Properties of the file and measures of the page are form; only what is said counts.
    live.info = kept.info.clone();
    live.page = kept.page.clone();
    // Whether papers have a 版记 is the office's form, as the page is.
    if live.colophon.is_some() != kept.colophon.is_some() {
        live.colophon.clone_from(&kept.colophon);
    }
    Ok(live != *kept)
}
