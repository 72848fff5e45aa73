//! 发文登记: a paper that goes out takes the next number of its issuing body's series, once.

use super::letter::sender;
use super::{DocumentKind, MakeDocument, report};
use crate::assignments::Assignment;
use crate::calendar::Month;
use crate::error::{Error, Result};
use crate::meetings::{issuer, next_document_number};
use crate::office::Cx;
use crate::ratings::{committee_of_publication, published_version};
use crate::record;
use crate::rota::Turn;
use crate::stored_as_text;
use chrono::{Datelike, NaiveDate};
use gongwen::Document;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use ts_rs::TS;

stored_as_text!(DocumentKind);

/// A paper that went out under a number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct IssuedPaper {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// Which paper.
    pub kind: DocumentKind,
    /// The turn, assignment or publication it is about; of a report, whose month it is of.
    pub record_id: String,
    /// 1 for the first time it went out; only reminders go out again.
    pub ordinal: i64,
    /// The committee whose matter it is.
    pub committee_id: String,
    /// Whose series the number is of.
    pub issuing_body_id: String,
    /// 发文字号.
    pub number: String,
    /// Its title.
    pub title: String,
    /// To whom.
    pub receiver: String,
    /// 成文日期.
    pub issued_on: NaiveDate,
}
record!(IssuedPaper, "issued_paper", "发文登记", {
    kind: Text, record_id: Text, ordinal: Int, committee_id: Text, issuing_body_id: Text,
    number: Text, title: Text, receiver: Text, issued_on: Date,
});

/// Arguments of `documents.issued`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListIssued {
    /// The year; this year when not said.
    #[ts(optional)]
    pub year: Option<i64>,
}

const COLUMNS: &str = "SELECT id, version, kind, record_id, ordinal, committee_id, issuing_body_id,
    number, title, receiver, issued_on FROM issued_paper";

/// The record a numbered paper is about; none for papers that take no number here. Each published
/// version of a rating is a paper of its own.
pub(super) async fn subject(cx: &mut Cx<'_>, args: &MakeDocument) -> Result<Option<String>> {
    Ok(match args.kind {
        DocumentKind::TurnNotice => args.turn_id.clone(),
        DocumentKind::Assignment | DocumentKind::Reminder => args.assignment_id.clone(),
        DocumentKind::RatingReport => match &args.rating_id {
            Some(id) => published_version(cx, id, args.revision).await?,
            None => None,
        },
        _ => report::subject(args, Month::of(cx.today())),
    })
}

/// The last time a paper went out.
pub(super) async fn latest(
    cx: &mut Cx<'_>,
    kind: DocumentKind,
    record: &str,
) -> Result<Option<IssuedPaper>> {
    let kind = serde_json::to_value(kind)?;
    let kind = kind.as_str().unwrap_or_default();
    crate::storage::Select::new(COLUMNS)
        .and("kind = ?", vec![kind.into()])
        .and("record_id = ?", vec![record.into()])
        .tail("ORDER BY ordinal DESC LIMIT 1")
        .all(&mut cx.tx)
        .await
        .map(|rows| rows.into_iter().next())
}

/// Prints the number and the day under which a paper went out.
pub(super) fn stamp(document: &mut Document, issued: &IssuedPaper) {
    document.number = Some(issued.number.clone());
    if let Some(signature) = &mut document.signature {
        signature.date = issued.issued_on;
    }
    if let Some(colophon) = &mut document.colophon {
        colophon.printed_on = issued.issued_on;
    }
}

/// Whether the paper may take a number now: once, and a reminder each day.
pub(super) fn may_issue(kind: DocumentKind, last: Option<&IssuedPaper>, today: NaiveDate) -> bool {
    match last {
        None => true,
        Some(last) => kind == DocumentKind::Reminder && last.issued_on < today,
    }
}

/// `documents.issue`: gives a paper its number.
///
/// # Errors
/// `State` for a paper that has its number, or a committee without an issuing body; `Invalid` for
/// papers that take none here.
pub async fn issue(cx: &mut Cx<'_>, args: MakeDocument) -> Result<IssuedPaper> {
    let record = subject(cx, &args).await?.ok_or_else(|| {
        let message =
            "这种文书不在这里编号，请选择交办、轮值文书、落实情况通报或已发布的考评通报。";
        Error::invalid("kind", message)
    })?;
    let last = latest(cx, args.kind, &record).await?;
    let today = cx.today();
    if let Some(last) = last
        .as_ref()
        .filter(|_| !may_issue(args.kind, last.as_ref(), today))
    {
        return Err(Error::state(format!(
            "这份文书已按{}发出，编号不能再给；需要更正的请另行发文。",
            last.number
        )));
    }
    let committee = committee_of(cx, args.kind, &record).await?;
    let sender = sender(cx, &committee).await?;
    let body = issuer(cx, &sender.committee).await?;
    let paper = super::commands::paper(cx, &args).await?;
    let number = next_document_number(cx, &body, today).await?;
    let issued = IssuedPaper {
        id: cx.new_id(),
        version: 0,
        kind: args.kind,
        record_id: record,
        ordinal: last.map_or(1, |last| last.ordinal + 1),
        committee_id: committee,
        issuing_body_id: body.id,
        number,
        title: paper.document.title,
        receiver: paper.document.addressee.unwrap_or_default(),
        issued_on: today,
    };
    cx.tx.insert(&issued).await
}

async fn committee_of(cx: &mut Cx<'_>, kind: DocumentKind, record: &str) -> Result<String> {
    if kind == DocumentKind::TurnNotice {
        let turn: Turn = cx.tx.get(record).await?;
        return Ok(turn.committee_id);
    }
    if kind == DocumentKind::ProgressReport {
        return report::committee(cx, record).await;
    }
    if kind == DocumentKind::RatingReport {
        return committee_of_publication(cx, record).await;
    }
    let assignment: Assignment = cx.tx.get(record).await?;
    Ok(assignment.committee_id)
}

/// `documents.issued`: the papers of a year within reach, newest first.
///
/// # Errors
/// None of its own.
pub async fn issued(cx: &mut Cx<'_>, args: ListIssued) -> Result<Vec<IssuedPaper>> {
    let year = args.year.unwrap_or_else(|| i64::from(cx.today().year()));
    issued_in(cx, year).await
}

/// The numbered papers of a year, newest first.
pub(super) async fn issued_in(cx: &mut Cx<'_>, year: i64) -> Result<Vec<IssuedPaper>> {
    let day = |year: i64| {
        let year = i32::try_from(year).unwrap_or_default();
        NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default()
    };
    let ends = vec![day(year).into(), day(year + 1).into()];
    crate::storage::Select::new(COLUMNS)
        .and("issued_on >= ? AND issued_on < ?", ends)
        .within_reach("committee_id", &cx.session.committees)
        .tail("ORDER BY issued_on DESC, id DESC")
        .all(&mut cx.tx)
        .await
}
