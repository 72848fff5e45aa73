//! Several papers: as one file with bookmarks, or as files of their own in one archive.

use super::MadeDocument;
use super::commands::{Paper, made_pdf};
use super::typeset::{typeset, typeset_bundle};
use crate::office::Cx;
use gongwen::{Info, Part};
use ground::archive::pack;
use ground::error::Result;
use std::collections::BTreeSet;

/// One file of that name, with a bookmark for each paper.
///
/// # Errors
/// `Typesetting` for a paper that cannot be set.
pub(crate) async fn together(
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
pub(crate) async fn apart(cx: &mut Cx<'_>, name: &str, papers: &[Paper]) -> Result<MadeDocument> {
    let mut files = Vec::with_capacity(papers.len());
    let mut borrowed = BTreeSet::new();
    let mut pages = 0;
    for paper in papers {
        // One by one: each is a file of its own, with pages counted from its first.
        let rendered = typeset(cx, &paper.document).await?;
        pages += rendered.pages;
        borrowed.extend(rendered.substitutions.iter().map(|lent| lent.character));
        files.push((paper.name.clone(), rendered.bytes));
    }
    let bytes = pack(&files, "pdf")?;
    Ok(MadeDocument {
        file: cx.office.files().keep(format!("{name}.zip"), bytes),
        pages,
        borrowed: borrowed.into_iter().collect(),
        may_issue: false,
        issued: None,
    })
}
