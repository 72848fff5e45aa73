//! 发文登记: a paper that goes out takes the next number of its issuing body's series, once.

use super::numbering::{Given, Issuing, Numbering, OfRecord, next_document_number};
use super::{DocumentKind, Fields, MakeDocument, Paper, PaperKind, kept, now};
use crate::office::Cx;
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use ground::error::{Error, Result};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{Otherwise, Parent, Reach, Select, Table, Tx, record};
use ts_rs::TS;

/// What reach is counted in. All that is asked of it is whether a person sees this key; whose register it is,
/// this one need not know.
static BOUND: Table = Table::new("committee", "大党委", &[]).seen_by(Reach::Own);

/// A paper that went out under a number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct IssuedPaper {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// Which paper.
    pub kind: DocumentKind,
    /// What it is about, by the key its thing tells: a record, or whose month a report is of.
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
    .seen_by(Reach::Through(
        &[Parent { column: "committee_id", table: || &BOUND }],
        Otherwise::Unbounded,
    ))
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

/// Every paper that is not void.
pub(super) async fn in_force(tx: &mut Tx) -> Result<Vec<IssuedPaper>> {
    Select::new(COLUMNS)
        .and("voided_on IS NULL", vec![])
        .all(tx)
        .await
}

/// A paper that takes a number, with the record it is about.
pub(crate) struct Asked {
    pub(super) kind: &'static PaperKind,
    pub(super) numbering: &'static Numbering,
    pub(super) fields: Fields,
    pub(super) record: String,
}

impl Asked {
    /// None for a paper that takes no number, or none now.
    ///
    /// # Errors
    /// As of what it is about.
    pub(super) async fn of(
        cx: &mut Cx<'_>,
        kind: &'static PaperKind,
        fields: &Fields,
    ) -> Result<Option<Self>> {
        let Some(numbering) = kind.numbering else {
            return Ok(None);
        };
        let record = (numbering.about)(cx, fields.clone()).await?;
        Ok(record.map(|record| Self {
            kind,
            numbering,
            fields: fields.clone(),
            record,
        }))
    }

    /// The paper without its number.
    ///
    /// # Errors
    /// As of the paper.
    pub(super) async fn paper(&self, cx: &mut Cx<'_>, made: NaiveDateTime) -> Result<Paper> {
        self.kind.paper(cx, self.fields.clone(), made).await
    }

    /// The last time it went out, void or not.
    pub(super) async fn latest(&self, cx: &mut Cx<'_>) -> Result<Option<IssuedPaper>> {
        latest(cx, self.kind, &self.record).await
    }
}

/// The last time a paper went out, void or not.
async fn latest(cx: &mut Cx<'_>, kind: &PaperKind, record: &str) -> Result<Option<IssuedPaper>> {
    storage::Select::new(COLUMNS)
        .and("kind = ?", vec![kind.key.into()])
        .and("record_id = ?", vec![record.into()])
        .tail("ORDER BY ordinal DESC LIMIT 1")
        .all(&mut cx.tx)
        .await
        .map(|rows| rows.into_iter().next())
}

/// Refuses a number to a paper that has it from another command, to one that has its number, and to one
/// about a matter that is settled: a paper goes out once or after it was voided, a reminder once a day.
/// Tells in whose name it goes out.
///
/// # Errors
/// `State`.
pub(super) async fn refuse_issue(
    cx: &mut Cx<'_>,
    asked: &Asked,
    last: Option<&IssuedPaper>,
) -> Result<OfRecord<Issuing>> {
    let numbering = asked.numbering;
    let whose = match &numbering.given {
        Given::Here(whose) => *whose,
        Given::Elsewhere(elsewhere) => return Err(Error::state(elsewhere.issue)),
    };
    if let Some(last) = last.filter(|last| last.voided_on.is_none()) {
        let again = numbering.daily && last.issued_on < cx.today();
        if !again {
            return Err(Error::state(format!(
                "这份文书已按{}发出，编号不能再给；需要更正的请先作废，再重新发文。",
                last.number
            )));
        }
    }
    // What went out once may be put right even when its matter is settled by now.
    if let Some(refuse) = numbering.settled
        && (numbering.daily || last.is_none())
    {
        refuse(cx, asked.record.clone()).await?;
    }
    Ok(whose)
}

/// `documents.issue`: gives a paper its number, and keeps it as it goes out.
///
/// # Errors
/// `State` for a paper that has its number, one whose matter is settled, or a committee without an
/// issuing body; `Invalid` for papers that take none here; `Typesetting` for one that cannot be set.
pub async fn issue(cx: &mut Cx<'_>, args: MakeDocument) -> Result<IssuedPaper> {
    let kind = args.kind.declared(cx.office.catalog())?;
    let asked = Asked::of(cx, kind, &args.fields).await?.ok_or_else(|| {
        let message =
            "这种文书不在这里编号，请选择交办、轮值文书、落实情况通报或已发布的考评通报。";
        Error::invalid("kind", message)
    })?;
    let last = asked.latest(cx).await?;
    let whose = refuse_issue(cx, &asked, last.as_ref()).await?;
    let Issuing { committee_id, body } = whose(cx, asked.record.clone()).await?;
    let made = now(cx);
    let paper = asked.paper(cx, made).await?;
    let today = cx.today();
    // At registration and not before, so that nothing that is only looked at burns a number.
    let number = next_document_number(cx, &body, today).await?;
    let going = GoingOut {
        kind,
        record_id: asked.record,
        committee_id,
        issuing_body_id: body.id,
        number,
        issued_on: today,
        paper,
    };
    send_out(cx, going).await
}

/// A paper on its way out under a number that was given.
pub(crate) struct GoingOut {
    pub kind: &'static PaperKind,
    /// What it is about.
    pub record_id: String,
    /// The committee whose matter it is.
    pub committee_id: String,
    /// Whose series the number is of.
    pub issuing_body_id: String,
    /// 发文字号.
    pub number: String,
    /// 成文日期.
    pub issued_on: NaiveDate,
    pub paper: Paper,
}

/// Enters a paper in the register, and keeps it as it goes out.
///
/// # Errors
/// `Typesetting` for one that cannot be set.
pub(crate) async fn send_out(cx: &mut Cx<'_>, going: GoingOut) -> Result<IssuedPaper> {
    let last = latest(cx, going.kind, &going.record_id).await?;
    let Paper { name, document } = going.paper;
    let issued = IssuedPaper {
        id: cx.new_id(),
        version: 0,
        kind: DocumentKind::new(going.kind.key),
        record_id: going.record_id,
        ordinal: last.map_or(1, |last| last.ordinal + 1),
        committee_id: going.committee_id,
        issuing_body_id: going.issuing_body_id,
        number: going.number,
        title: document.title.clone(),
        receiver: document.addressee.clone().unwrap_or_default(),
        issued_on: going.issued_on,
        model_hash: None,
        voided_on: None,
        void_reason: String::new(),
    };
    // Each reminder is one of its own; any other paper that goes out again says so in its file's name.
    let again = issued.ordinal > 1 && !going.kind.numbering.is_some_and(|own| own.daily);
    let name = match again {
        true => format!("{name}（第{}次发文）", issued.ordinal),
        false => name,
    };
    kept::keep(cx, issued, name, document).await
}

/// `documents.void`: 作废 of a paper that went out by mistake. Its number stays given and in the
/// register; the paper may go out anew under the next.
///
/// # Errors
/// `State` for one that is void, and for one that a command of its thing's own takes back.
pub async fn void(cx: &mut Cx<'_>, args: VoidIssued) -> Result<IssuedPaper> {
    let issued: IssuedPaper = cx.tx.get(&args.id).await?;
    cx.allow_committee(&issued.committee_id)?;
    refuse_void(cx, &issued.kind)?;
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

/// Refuses papers that a command of their thing's own takes back.
fn refuse_void(cx: &Cx<'_>, kind: &DocumentKind) -> Result<()> {
    // A kind that no thing declares any more can still be voided.
    let declared = kind.declared(cx.office.catalog()).ok();
    match declared.and_then(|kind| kind.numbering) {
        Some(Numbering {
            given: Given::Elsewhere(elsewhere),
            ..
        }) => Err(Error::state(elsewhere.void)),
        _ => Ok(()),
    }
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
    // By its days: to take the year out of a date is written otherwise on each engine.
    let ends = vec![day(year).into(), day(year + 1).into()];
    storage::Select::new(COLUMNS)
        .and("issued_on >= ? AND issued_on < ?", ends)
        .within_reach("committee_id", &cx.session.committees)
        .tail("ORDER BY issued_on DESC, id DESC")
        .all(&mut cx.tx)
        .await
}
