use super::issue::Asked;
use super::kind::{Making, PaperKind, all};
use super::naming::file_name;
use super::typeset::typeset;
use super::{
    DocumentKind, DocumentKindInfo, DocumentSource, FileFormat, MadeDocument, MakeDocument,
    PaperOfYear, kept,
};
use crate::house::fonts::typesetting;
use crate::office::Cx;
use chrono::{Datelike, NaiveDateTime};
use gongwen::{Document, render_docx};
use ground::commands::NoArgs;
use ground::environment::zone;
use ground::error::{Error, Result};

/// A document and the name of its file, without the ending.
pub struct Paper {
    /// The file's name.
    pub name: String,
    /// What stands in it.
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

impl PaperOfYear {
    /// The year that is meant.
    pub(crate) fn year(&self, cx: &Cx<'_>) -> i64 {
        self.year.unwrap_or_else(|| i64::from(cx.today().year()))
    }
}

/// `documents.kinds`.
pub async fn kinds(cx: &mut Cx<'_>, _: NoArgs) -> Result<Vec<DocumentKindInfo>> {
    let info = |kind: &PaperKind| DocumentKindInfo {
        kind: DocumentKind::new(kind.key),
        name: kind.name.into(),
        source: DocumentSource(kind.source.into()),
        internal: kind.internal,
    };
    Ok(all(cx.office.catalog()).into_iter().map(info).collect())
}

/// `documents.make`.
pub async fn make(cx: &mut Cx<'_>, args: MakeDocument) -> Result<MadeDocument> {
    let kind = args.kind.declared(cx.office.catalog())?;
    let made = now(cx);
    let format = args.format.unwrap_or_default();
    // A file of several takes no number of its own; each paper in it has its own or none.
    if let Making::File(make) = kind.making {
        return make(cx, args.fields, format, made).await;
    }
    let Some(asked) = Asked::of(cx, kind, &args.fields).await? else {
        let paper = kind.paper(cx, args.fields, made).await?;
        return export(cx, paper, format).await;
    };
    let shown = kept::show(cx, &asked, args.issued_id.as_deref(), made).await?;
    Ok(MadeDocument {
        may_issue: shown.may_issue,
        issued: shown.issued,
        ..export(cx, shown.paper, format).await?
    })
}

/// The moment a paper is made at, in the office's zone.
pub(crate) fn now(cx: &Cx<'_>) -> NaiveDateTime {
    cx.now().with_timezone(&zone()).naive_local()
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
        // Where pages end is the word processor's; the count of the PDF would be a guess.
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
