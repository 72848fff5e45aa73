//! Several papers: as one file with bookmarks, or as files of their own in one archive.

use super::MadeDocument;
use super::commands::{Paper, made_pdf};
use super::typeset::{typeset, typeset_bundle};
use crate::error::{Error, Result};
use crate::office::Cx;
use gongwen::{Info, Part};
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// One file of that name, with a bookmark for each paper.
///
/// # Errors
/// `Typesetting` for a paper that cannot be set.
pub(super) async fn together(
    cx: &mut Cx<'_>,
    name: &str,
    papers: impl Iterator<Item = (&str, &Paper)>,
    info: &Info,
) -> Result<MadeDocument> {
    let parts: Vec<Part<'_>> = papers
        .map(|(bookmark, paper)| Part {
            bookmark: bookmark.into(),
            document: &paper.document,
        })
        .collect();
    let rendered = typeset_bundle(cx, &parts, info).await?;
    Ok(made_pdf(cx, name, rendered))
}

/// Each paper as a PDF under its own name; where two have the same, the later carry their place.
///
/// # Errors
/// `Typesetting` for the first paper that cannot be set.
pub(super) async fn apart(cx: &mut Cx<'_>, name: &str, papers: &[Paper]) -> Result<MadeDocument> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let (mut borrowed, mut names) = (BTreeSet::new(), BTreeSet::new());
    let mut pages = 0;
    for (place, paper) in (1..).zip(papers) {
        let rendered = typeset(cx, &paper.document).await?;
        pages += rendered.pages;
        borrowed.extend(rendered.substitutions.iter().map(|lent| lent.character));
        let file = if names.insert(paper.name.as_str()) {
            format!("{}.pdf", paper.name)
        } else {
            format!("{}（{place}）.pdf", paper.name)
        };
        archive
            .start_file(file, SimpleFileOptions::default())
            .and_then(|()| Ok(archive.write_all(&rendered.bytes)?))
            .map_err(|cause| Error::internal("archive of papers", cause))?;
    }
    let bytes = archive
        .finish()
        .map_err(|cause| Error::internal("archive of papers", cause))?
        .into_inner();
    Ok(MadeDocument {
        file: cx.office.files().keep(format!("{name}.zip"), bytes),
        pages,
        borrowed: borrowed.into_iter().collect(),
        may_issue: false,
    })
}
