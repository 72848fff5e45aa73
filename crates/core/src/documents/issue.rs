//! 发文登记: a paper that goes out takes the next number of its issuing body's series, once.

use super::commands::{Paper, paper};
use super::letter::sender;
use super::{DocumentKind, MakeDocument, kept};
use crate::assignments::paper::{letter, report};
use crate::assignments::{Assignment, AssignmentState};
use crate::committees::OF_COMMITTEE;
use crate::meetings::{issuer, next_document_number};
use crate::office::Cx;
use crate::ratings::{committee_of_publication, published_version};
use crate::rota::Turn;
use chrono::{Datelike, NaiveDate};
use ground::calendar::Month;
use ground::environment::zone;
use ground::error::{Error, Result};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{Otherwise, Reach, record, stored_as_text};
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
    /// The turn, assignment, meeting or publication it is about; of a report, whose month it is of.
    pub record_id: String,
    /// 1 for the first time it went out; reminders go out again, and what was voided.
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
    /// SHA-256 of the paper as it went out; none for one from before papers were kept.
    pub model_hash: Option<String>,
    /// 作废: the day it was declared void; the number stays given.
    pub voided_on: Option<NaiveDate>,
    /// Why it is void.
    pub void_reason: String,
}
record!(IssuedPaper, "issued_paper", "发文登记", {
    kind: Text, record_id: Text, ordinal: Int, committee_id: Text, issuing_body_id: Text,
    number: Text, title: Text, receiver: Text, issued_on: Date, model_hash: Text,
    voided_on: Date, void_reason: Text,
} .named(&["title"])
    .seen_by(Reach::Through(OF_COMMITTEE, Otherwise::Unbounded))
    .published(
        "文号给出后不能收回，发文登记不能撤销；发错的请打开文书选“作废”再重新发文，会议通知请用“延期”或“取消”。",
    ));

/// Arguments of `documents.issued`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListIssued {
    /// The year; this year when not said.
    #[ts(optional)]
    pub year: Option<i64>,
}

/// Arguments of `documents.void`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VoidIssued {
    /// The issued paper.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// Why.
    pub reason: String,
}

const COLUMNS: &str = "SELECT id, version, kind, record_id, ordinal, committee_id, issuing_body_id,
    number, title, receiver, issued_on, model_hash, voided_on, void_reason FROM issued_paper";

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
        DocumentKind::Notice => args.meeting_id.clone(),
        _ => report::subject(args, Month::of(cx.today())),
    })
}

/// The last time a paper went out, void or not.
pub(super) async fn latest(
    cx: &mut Cx<'_>,
    kind: DocumentKind,
    record: &str,
) -> Result<Option<IssuedPaper>> {
    let kind = serde_json::to_value(kind)?;
    let kind = kind.as_str().unwrap_or_default();
    storage::Select::new(COLUMNS)
        .and("kind = ?", vec![kind.into()])
        .and("record_id = ?", vec![record.into()])
        .tail("ORDER BY ordinal DESC LIMIT 1")
        .all(&mut cx.tx)
        .await
        .map(|rows| rows.into_iter().next())
}

/// Refuses a number to a notice, which has it from `meetings.notify`, to a paper that has one, and to one
/// about a matter that is settled: a paper goes out once or after it was voided, a reminder once a day.
///
/// # Errors
/// `State`.
pub(super) async fn refuse_issue(
    cx: &mut Cx<'_>,
    kind: DocumentKind,
    record: &str,
    last: Option<&IssuedPaper>,
) -> Result<()> {
    if kind == DocumentKind::Notice {
        let message = "会议通知的编号随“发出通知”给出，不在这里编号。";
        return Err(Error::state(message));
    }
    if let Some(last) = last.filter(|last| last.voided_on.is_none()) {
        let reminds_again = kind == DocumentKind::Reminder && last.issued_on < cx.today();
        if !reminds_again {
            return Err(Error::state(format!(
                "这份文书已按{}发出，编号不能再给；需要更正的请先作废，再重新发文。",
                last.number
            )));
        }
    }
    // What went out once may be put right even when its matter is settled by now.
    if kind == DocumentKind::Reminder || last.is_none() {
        refuse_settled(cx, kind, record).await?;
    }
    Ok(())
}

/// Refuses papers that ask for something to be done once it is done, or is not to be done.
async fn refuse_settled(cx: &mut Cx<'_>, kind: DocumentKind, record: &str) -> Result<()> {
    if !matches!(kind, DocumentKind::Assignment | DocumentKind::Reminder) {
        return Ok(());
    }
    let assignment: Assignment = cx.tx.get(record).await?;
    if assignment.state.is_open() {
        return Ok(());
    }
    let settled = match assignment.state {
        AssignmentState::Withdrawn => "撤销",
        _ => "办结",
    };
    let paper = letter::called(kind, assignment.relation);
    Err(Error::state(format!(
        "这件事项已{settled}，不需要再发{paper}。"
    )))
}

/// `documents.issue`: gives a paper its number, and keeps it as it goes out.
///
/// # Errors
/// `State` for a paper that has its number, one whose matter is settled, or a committee without an
/// issuing body; `Invalid` for papers that take none here; `Typesetting` for one that cannot be set.
pub async fn issue(cx: &mut Cx<'_>, args: MakeDocument) -> Result<IssuedPaper> {
    let record = subject(cx, &args).await?.ok_or_else(|| {
        let message =
            "这种文书不在这里编号，请选择交办、轮值文书、落实情况通报或已发布的考评通报。";
        Error::invalid("kind", message)
    })?;
    let last = latest(cx, args.kind, &record).await?;
    refuse_issue(cx, args.kind, &record, last.as_ref()).await?;
    let committee = committee_of(cx, args.kind, &record).await?;
    let sender = sender(cx, &committee).await?;
    let body = issuer(cx, &sender.committee).await?;
    let made = cx.now().with_timezone(&zone()).naive_local();
    let Paper { name, document } = paper(cx, &args, made).await?;
    let today = cx.today();
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
        title: document.title.clone(),
        receiver: document.addressee.clone().unwrap_or_default(),
        issued_on: today,
        model_hash: None,
        voided_on: None,
        void_reason: String::new(),
    };
    kept::keep(cx, issued, name, document).await
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

/// `documents.void`: 作废 of a paper that went out by mistake. Its number stays given and in the
/// register; the paper may go out anew under the next.
///
/// # Errors
/// `State` for one that is void, and for the notice of a meeting.
pub async fn void(cx: &mut Cx<'_>, args: VoidIssued) -> Result<IssuedPaper> {
    let issued: IssuedPaper = cx.tx.get(&args.id).await?;
    cx.allow_committee(&issued.committee_id)?;
    if issued.kind == DocumentKind::Notice {
        let message = "会议通知不单独作废，会议有变的请用“延期”（再发一次通知）或“取消”。";
        return Err(Error::state(message));
    }
    if issued.voided_on.is_some() {
        return Err(Error::state(format!(
            "{}已经作废，不需要再办。",
            issued.number
        )));
    }
    let reason = ground::text::required("reason", "作废事由", &args.reason, 200)?;
    cx.because(reason.clone());
    let voided = IssuedPaper {
        version: args.version,
        voided_on: Some(cx.today()),
        void_reason: reason,
        ..issued
    };
    cx.tx.update(&voided).await
}

/// `documents.issued`: the papers of a year within reach, newest first, those voided as well.
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
    storage::Select::new(COLUMNS)
        .and("issued_on >= ? AND issued_on < ?", ends)
        .within_reach("committee_id", &cx.session.committees)
        .tail("ORDER BY issued_on DESC, id DESC")
        .all(&mut cx.tx)
        .await
}
