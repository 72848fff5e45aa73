//! Several papers as files of their own, in one archive.

use super::MadeDocument;
use super::commands::Paper;
use super::typeset::typeset;
use crate::error::{Error, Result};
use crate::office::Cx;
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

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
