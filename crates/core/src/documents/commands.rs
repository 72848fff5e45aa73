use super::rota::rota_table;
use super::{DocumentKind, DocumentKindInfo, MadeDocument, MakeDocument};
use crate::api::NoArgs;
use crate::error::{Error, Result};
use crate::meetings::{Dossier, dossier, file_stem, minutes_document, minutes_for_paper, paper};
use crate::office::{Cx, zone};
use crate::units::{Relation, seats_of_committee};
use chrono::{Datelike, NaiveDateTime};
use gongwen::{Document, render_pdf};

/// A document and the name of its file, without the ending.
pub(super) struct Paper {
    pub name: String,
    pub document: Document,
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
    let made = cx.now().with_timezone(&zone()).naive_local();
    let paper = match args.kind {
        DocumentKind::RotaTable => {
            let year = args.year.unwrap_or_else(|| i64::from(cx.today().year()));
            rota_table(cx, year, made).await?
        }
        _ => of_meeting(cx, &args, made).await?,
    };
    export(cx, paper)
}

fn export(cx: &Cx<'_>, paper: Paper) -> Result<MadeDocument> {
    let rendered = render_pdf(&paper.document, cx.office.fonts()?)?;
    Ok(MadeDocument {
        file: cx
            .office
            .files()
            .keep(format!("{}.pdf", paper.name), rendered.bytes),
        pages: rendered.pages,
        borrowed: rendered
            .substitutions
            .iter()
            .map(|substitution| substitution.character)
            .collect(),
    })
}

async fn of_meeting(cx: &mut Cx<'_>, args: &MakeDocument, made: NaiveDateTime) -> Result<Paper> {
    let id = args.meeting_id.as_deref();
    let id = id.ok_or_else(|| Error::invalid("meeting_id", "请先选择一次会议，再生成文书。"))?;
    let dossier = dossier(cx, id).await?;
    let stem = file_stem(&dossier.meeting, &dossier.committee);
    let (word, document) = match args.kind {
        DocumentKind::Minutes => return minutes(cx, &dossier, args.revision, stem).await,
        DocumentKind::ApprovalSlip => {
            let minutes = minutes_for_paper(cx, &dossier, args.revision).await?;
            ("纪要发文稿纸", paper::approval(&dossier, &minutes, made))
        }
        DocumentKind::Notice => (
            "通知",
            paper::notice(&dossier, among_equals(cx, &dossier).await?, made),
        ),
        DocumentKind::TopicSheet => ("议题征集表", paper::topic_sheet(&dossier, made)),
        DocumentKind::Agenda => ("议程", paper::agenda(&dossier, made)),
        DocumentKind::Script => ("主持词", paper::script(&dossier, made)),
        DocumentKind::SignIn => ("签到表", paper::sign_in(&dossier, made)),
        DocumentKind::Record => ("记录", paper::record(&dossier, made)),
        DocumentKind::RotaTable => {
            return Err(Error::internal("no paper of a meeting", "rota_table"));
        }
    };
    Ok(Paper {
        name: format!("{stem}{word}"),
        document,
    })
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
    Ok(Paper {
        name: format!("{stem}纪要{version}{draft}"),
        document,
    })
}

/// Whether any unit called is an equal of the street, so that a letter is due.
async fn among_equals(cx: &mut Cx<'_>, dossier: &Dossier) -> Result<bool> {
    let seats = seats_of_committee(&mut cx.tx, &dossier.committee.id).await?;
    Ok(seats
        .iter()
        .any(|seat| seat.relation != Relation::Subordinate))
}
