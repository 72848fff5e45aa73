//! 全套会议材料: all papers a meeting needs where it stands, in one file with bookmarks, or each in a
//! file of its own.

use crate::documents::{
    DocumentKind, FileFormat, MadeDocument, MakeDocument, Paper, apart, info, named, of_meeting,
    show, together,
};
use crate::meetings::{dossier, file_stem};
use crate::office::Cx;
use chrono::NaiveDateTime;
use ground::environment::zone;
use ground::error::{Error, Result};

/// A paper of the set, with what people call it.
type Named = (&'static str, Paper);

/// The set in the format asked for.
///
/// # Errors
/// `Invalid` for Word, `Typesetting` for the first paper that cannot be set.
pub(crate) async fn meeting_set(cx: &mut Cx<'_>, args: &MakeDocument) -> Result<MadeDocument> {
    let format = args.format.unwrap_or_default();
    if format == FileFormat::Docx {
        return Err(Error::invalid(
            "format",
            "全套材料只能生成 PDF；需要修改的请单独生成 Word 文件。",
        ));
    }
    let made = cx.now().with_timezone(&zone()).naive_local();
    let dossier = dossier(cx, named("meeting_id", &args.meeting_id)?).await?;
    let mut papers: Vec<Named> = Vec::new();
    for kind in kinds(dossier.meeting.state.was_held()) {
        let paper = match kind {
            DocumentKind::Notice => notice(cx, args, &dossier.meeting.id, made).await?,
            kind => of_meeting(cx, &dossier, *kind, None, made).await?,
        };
        papers.push((kind.chinese(), paper));
    }
    let name = format!(
        "{}全套材料",
        file_stem(&dossier.meeting, &dossier.committee)
    );
    if format == FileFormat::Zip {
        let papers: Vec<Paper> = papers.into_iter().map(|(_, paper)| paper).collect();
        apart(cx, &name, &papers).await
    } else {
        let title = format!("{}材料", dossier.title());
        let info = info(
            &title,
            &dossier.author(),
            "全套会议材料",
            made,
            &dossier.meeting.id,
        );
        let named = papers.iter().map(|(bookmark, paper)| (*bookmark, paper));
        together(cx, &name, named, &info).await
    }
}

/// The notice as it went out, where it did.
async fn notice(
    cx: &mut Cx<'_>,
    args: &MakeDocument,
    meeting: &str,
    made: NaiveDateTime,
) -> Result<Paper> {
    let notice = MakeDocument {
        kind: DocumentKind::Notice,
        issued_id: None,
        ..args.clone()
    };
    Ok(show(cx, &notice, meeting, made).await?.paper)
}

/// What is needed before a meeting, and what is there once it was held.
fn kinds(held: bool) -> &'static [DocumentKind] {
    use DocumentKind::{
        Agenda, ApprovalSlip, Minutes, NameCards, Notice, Record, Script, SignIn, TopicSheet,
    };
    if held {
        &[
            Notice,
            Agenda,
            Script,
            SignIn,
            NameCards,
            Record,
            Minutes,
            ApprovalSlip,
        ]
    } else {
        &[Notice, TopicSheet, Agenda, Script, SignIn, NameCards]
    }
}
