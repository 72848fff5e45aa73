use super::archive::archive_list;
use super::issue::subject;
use super::naming::file_name;
use super::typeset::typeset;
use super::{
    DocumentKind, DocumentKindInfo, DocumentSource, FileFormat, MadeDocument, MakeDocument, kept,
};
use crate::agreements::paper::{agreement, quarterly_report};
use crate::assignments::paper::letter::{assignment, reminder};
use crate::assignments::paper::report::progress_report;
use crate::buildings::paper::{Where, post_roster};
use crate::committees::paper::{appointments, liaisons, member_filing, review_sheet};
use crate::house::fonts::typesetting;
use crate::lists::paper::{Whose, three_lists};
use crate::meetings::paper::set::meeting_set;
use crate::meetings::paper::turn::{turn_notice, turn_summary};
use crate::meetings::{Dossier, dossier, file_stem, minutes_document, minutes_for_paper, paper};
use crate::office::Cx;
use crate::partners::paper::kinds as partners;
use crate::ratings::paper::kinds as ratings;
use crate::rota::paper::rota_table;
use crate::units::{Relation, seats_of_committee};
use chrono::{Datelike, NaiveDateTime};
use gongwen::{Document, render_docx};
use ground::calendar::Month;
use ground::commands::NoArgs;
use ground::environment::zone;
use ground::error::{Error, Result};

/// A document and the name of its file, without the ending.
pub(crate) struct Paper {
    pub name: String,
    pub document: Document,
}

impl Paper {
    /// A document under a name that any system can give a file.
    pub fn new(name: impl AsRef<str>, document: Document) -> Self {
        Self {
            name: file_name(name.as_ref()),
            document,
        }
    }
}

/// `documents.kinds`.
pub async fn kinds(_: &mut Cx<'_>, _: NoArgs) -> Result<Vec<DocumentKindInfo>> {
    let info = |kind: DocumentKind| DocumentKindInfo {
        kind,
        name: kind.chinese().into(),
        source: kind.source(),
        internal: kind.internal(),
    };
    Ok(DocumentKind::ALL.into_iter().map(info).collect())
}

/// `documents.make`.
pub async fn make(cx: &mut Cx<'_>, args: MakeDocument) -> Result<MadeDocument> {
    if args.kind == DocumentKind::MeetingSet {
        return meeting_set(cx, &args).await;
    }
    let made = cx.now().with_timezone(&zone()).naive_local();
    if args.kind.source() == DocumentSource::Partner {
        return partners::make(cx, &args, made).await;
    }
    let format = args.format.unwrap_or_default();
    let Some(record) = subject(cx, &args).await? else {
        let paper = paper(cx, &args, made).await?;
        return export(cx, paper, format).await;
    };
    let shown = kept::show(cx, &args, &record, made).await?;
    Ok(MadeDocument {
        may_issue: shown.may_issue,
        issued: shown.issued,
        ..export(cx, shown.paper, format).await?
    })
}

/// Any paper but a meeting's whole set, without its number, as it is made on a day.
pub(super) async fn paper(
    cx: &mut Cx<'_>,
    args: &MakeDocument,
    made: NaiveDateTime,
) -> Result<Paper> {
    let paper = match args.kind {
        DocumentKind::RotaTable => {
            let year = args.year.unwrap_or_else(|| i64::from(cx.today().year()));
            rota_table(cx, year, made).await?
        }
        DocumentKind::TurnNotice => turn_notice(cx, named("turn_id", &args.turn_id)?, made).await?,
        DocumentKind::TurnSummary => {
            turn_summary(cx, named("turn_id", &args.turn_id)?, made).await?
        }
        DocumentKind::Assignment => {
            assignment(cx, named("assignment_id", &args.assignment_id)?, made).await?
        }
        DocumentKind::Reminder => {
            reminder(cx, named("assignment_id", &args.assignment_id)?, made).await?
        }
        DocumentKind::ProgressReport => {
            let month = args.month.unwrap_or_else(|| Month::of(cx.today()));
            progress_report(cx, month, args.committee_id.clone(), made).await?
        }
        DocumentKind::Liaisons
        | DocumentKind::MemberFiling
        | DocumentKind::Appointments
        | DocumentKind::ReviewSheet => of_committee(cx, args, made).await?,
        DocumentKind::ArchiveList => {
            let year = args.year.unwrap_or_else(|| i64::from(cx.today().year()));
            archive_list(cx, year, made).await?
        }
        DocumentKind::RatingReport
        | DocumentKind::ScoreSheets
        | DocumentKind::HonourRoll
        | DocumentKind::RatingYear
        | DocumentKind::SelectionResult => ratings::paper(cx, args, made).await?,
        DocumentKind::ThreeLists => {
            let whose = Whose {
                committee: args.committee_id.as_deref(),
                unit: args.unit_id.as_deref(),
            };
            three_lists(cx, whose, made).await?
        }
        DocumentKind::Agreement => {
            agreement(cx, named("agreement_id", &args.agreement_id)?, made).await?
        }
        DocumentKind::QuarterlyReport => {
            let id = named("agreement_id", &args.agreement_id)?;
            quarterly_report(cx, id, args.quarter, made).await?
        }
        DocumentKind::PostRoster => {
            let place = Where {
                community: args.community_id.as_deref(),
                compound: args.compound_id.as_deref(),
            };
            post_roster(cx, place, made).await?
        }
        DocumentKind::PartnerCertificate
        | DocumentKind::PartnerPlaque
        | DocumentKind::PartnerAgreement
        | DocumentKind::PartnerRoster
        | DocumentKind::ServiceProof
        | DocumentKind::PartnerYear
        | DocumentKind::MerchantList => partners::paper(cx, args, made).await?,
        kind => {
            let dossier = dossier(cx, named("meeting_id", &args.meeting_id)?).await?;
            of_meeting(cx, &dossier, kind, args.revision, made).await?
        }
    };
    Ok(paper)
}

async fn of_committee(cx: &mut Cx<'_>, args: &MakeDocument, made: NaiveDateTime) -> Result<Paper> {
    let id = named("committee_id", &args.committee_id)?;
    match args.kind {
        DocumentKind::Liaisons => liaisons(cx, id, args.phones == Some(true), made).await,
        DocumentKind::MemberFiling => member_filing(cx, id, made).await,
        DocumentKind::Appointments => appointments(cx, id, made).await,
        _ => review_sheet(cx, id, made).await,
    }
}

/// The record a document is made from.
pub(crate) fn named<'a>(field: &str, id: &'a Option<String>) -> Result<&'a str> {
    id.as_deref().ok_or_else(|| {
        Error::invalid(
            field,
            "请先选择要生成文书的记录（会议、轮值、交办事项、大党委、协议或合伙人）。",
        )
    })
}

/// A .docx is typeset as well, so that it stops at the same characters as the PDF.
pub(crate) async fn export(
    cx: &mut Cx<'_>,
    paper: Paper,
    format: FileFormat,
) -> Result<MadeDocument> {
    let rendered = typeset(cx, &paper.document).await?;
    match format {
        FileFormat::Pdf => return Ok(made_pdf(cx, &paper.name, rendered)),
        FileFormat::Zip => {
            let told = "只有几份一起才存成压缩包，单份文书请选 PDF 或 Word。";
            return Err(Error::invalid("format", told));
        }
        FileFormat::Docx => {}
    }
    let bytes = render_docx(&paper.document).map_err(typesetting)?;
    let name = format!("{}.docx", paper.name);
    Ok(MadeDocument {
        file: cx.office.files().keep(name, bytes),
        pages: 0,
        borrowed: String::new(),
        may_issue: false,
        issued: None,
    })
}

/// Keeps a rendered document under `name`.
pub(super) fn made_pdf(cx: &Cx<'_>, name: &str, rendered: gongwen::Rendered) -> MadeDocument {
    MadeDocument {
        file: cx
            .office
            .files()
            .keep(format!("{name}.pdf"), rendered.bytes),
        pages: rendered.pages,
        borrowed: rendered
            .substitutions
            .iter()
            .map(|substitution| substitution.character)
            .collect(),
        may_issue: false,
        issued: None,
    }
}

pub(crate) async fn of_meeting(
    cx: &mut Cx<'_>,
    dossier: &Dossier,
    kind: DocumentKind,
    revision: Option<i64>,
    made: NaiveDateTime,
) -> Result<Paper> {
    let stem = file_stem(&dossier.meeting, &dossier.committee);
    let (word, document) = match kind {
        DocumentKind::Minutes => return minutes(cx, dossier, revision, stem).await,
        DocumentKind::ApprovalSlip => {
            let minutes = minutes_for_paper(cx, dossier, revision).await?;
            ("纪要发文稿纸", paper::approval(dossier, &minutes, made))
        }
        DocumentKind::Notice => (
            "通知",
            paper::notice(dossier, among_equals(cx, dossier).await?, made),
        ),
        DocumentKind::TopicSheet => ("议题征集表", paper::topic_sheet(dossier, made)),
        DocumentKind::Agenda => ("议程", paper::agenda(dossier, made)),
        DocumentKind::Script => ("主持词", paper::script(dossier, made)),
        DocumentKind::SignIn => ("签到表", paper::sign_in(dossier, made)),
        DocumentKind::NameCards => ("席卡", paper::name_cards(dossier, made)),
        DocumentKind::Record => ("记录", paper::record(dossier, made)),
        other => return Err(Error::internal("no paper of a meeting", other.chinese())),
    };
    Ok(Paper::new(format!("{stem}{word}"), document))
}

/// Minutes as they were signed, else as they stand; a later version and a draft say so in the name.
async fn minutes(
    cx: &mut Cx<'_>,
    dossier: &Dossier,
    revision: Option<i64>,
    stem: String,
) -> Result<Paper> {
    let minutes = minutes_for_paper(cx, dossier, revision).await?;
    let document = minutes_document(cx, dossier, &minutes)?;
    let version = if minutes.revision > 1 {
        format!("（第{}版）", minutes.revision)
    } else {
        String::new()
    };
    let draft = if minutes.model.is_none() {
        "（未签发）"
    } else {
        ""
    };
    let name = format!("{stem}纪要{version}{draft}");
    Ok(Paper::new(name, document))
}

/// Whether any unit called is an equal of the street, so that a letter is due.
async fn among_equals(cx: &mut Cx<'_>, dossier: &Dossier) -> Result<bool> {
    let seats = seats_of_committee(&mut cx.tx, &dossier.committee.id).await?;
    Ok(seats
        .iter()
        .any(|seat| seat.relation != Relation::Subordinate))
}
