//! Several papers as files of their own, in one archive.

use super::MadeDocument;
use super::commands::Paper;
use super::typeset::typeset;
use crate::archive::pack;
use crate::error::Result;
use crate::office::Cx;
use std::collections::BTreeSet;

/// Each paper as a PDF under its own name; where two have the same, the later carry their place.
///
/// # Errors
/// `Typesetting` for the first paper that cannot be set.
pub(super) async fn apart(cx: &mut Cx<'_>, name: &str, papers: &[Paper]) -> Result<MadeDocument> {
    let mut files = Vec::with_capacity(papers.len());
    let mut borrowed = BTreeSet::new();
    let mut pages = 0;
    for paper in papers {
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
    })
}
