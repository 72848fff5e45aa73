//! 全套会议材料: all papers a meeting needs where it stands, in one file with bookmarks, or each in a
//! file of its own.

use super::kinds::{NOTICE, PaperOfMeeting, declared};
use crate::documents::{
    Fields, FileFormat, MadeDocument, Paper, apart, as_it_stands, info, together,
};
use crate::meetings::file_stem;
use crate::office::Cx;
use chrono::NaiveDateTime;
use ground::error::{Error, Result};

/// A paper of the set, with what people call it.
type Named = (&'static str, Paper);

/// The set in the format asked for.
///
/// # Errors
/// `Invalid` for Word, `Typesetting` for the first paper that cannot be set.
pub(super) async fn meeting_set(
    cx: &mut Cx<'_>,
    args: PaperOfMeeting,
    format: FileFormat,
    made: NaiveDateTime,
) -> Result<MadeDocument> {
    if format == FileFormat::Docx {
        return Err(Error::invalid(
            "format",
            "全套材料只能生成 PDF；需要修改的请单独生成 Word 文件。",
        ));
    }
    let dossier = args.dossier(cx).await?;
    let meeting = &dossier.meeting;
    let papers = papers(cx, &meeting.id, keys(meeting.state.was_held()), made).await?;
    let name = format!("{}全套材料", file_stem(meeting, &dossier.committee));
    if format == FileFormat::Zip {
        let papers: Vec<Paper> = papers.into_iter().map(|(_, paper)| paper).collect();
        return apart(cx, &name, &papers).await;
    }
    let title = format!("{}材料", dossier.title());
    let info = info(&title, &dossier.author(), "全套会议材料", made, &meeting.id);
    let named = papers.iter().map(|(bookmark, paper)| (*bookmark, paper));
    together(cx, &name, named, &info).await
}

/// Each as it is made by itself; the notice as it went out, where it did.
async fn papers(
    cx: &mut Cx<'_>,
    meeting: &str,
    keys: &[&str],
    made: NaiveDateTime,
) -> Result<Vec<Named>> {
    let of_meeting: Fields = [("meeting_id".to_owned(), meeting.into())]
        .into_iter()
        .collect();
    let mut papers = Vec::with_capacity(keys.len());
    for key in keys {
        let kind = declared(cx, key)?;
        let paper = as_it_stands(cx, kind, of_meeting.clone(), made).await?;
        papers.push((kind.name(), paper));
    }
    Ok(papers)
}

/// What is needed before a meeting, and what is there once it was held.
fn keys(held: bool) -> &'static [&'static str] {
    if held {
        &[
            NOTICE,
            "agenda",
            "script",
            "sign_in",
            "name_cards",
            "record",
            "minutes",
            "approval_slip",
        ]
    } else {
        &[
            NOTICE,
            "topic_sheet",
            "agenda",
            "script",
            "sign_in",
            "name_cards",
        ]
    }
}
