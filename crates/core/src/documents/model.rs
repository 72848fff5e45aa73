use super::{Fields, IssuedStanding};
use ground::files::FileRef;
use serde::{Deserialize, Serialize};
use storage::stored_as_text;
use ts_rs::TS;

/// A document the program makes, by the key a thing declared it with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct DocumentKind(pub String);

stored_as_text!(DocumentKind);

impl DocumentKind {
    /// The kind of a key.
    pub(crate) fn new(key: &str) -> Self {
        Self(key.to_owned())
    }
}

/// What a document is made from, as the thing declares it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct DocumentSource(pub String);

/// What kind of file a document is made as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileFormat {
    /// PDF, to print and to keep.
    #[default]
    Pdf,
    /// .docx, to revise in a word processor.
    Docx,
    /// PDFs of their own in one archive, for a whole set.
    Zip,
}

/// A document as `documents.kinds` lists it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DocumentKindInfo {
    /// Which.
    pub kind: DocumentKind,
    /// What people call it.
    pub name: String,
    /// What it is made from.
    pub source: DocumentSource,
    /// Whether it must stay inside the office.
    pub internal: bool,
}

/// Arguments of `documents.make` and `documents.issue`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MakeDocument {
    /// Which.
    pub kind: DocumentKind,
    /// The time it went out that is wanted, by the issued paper's key; the last when not said.
    #[ts(optional)]
    pub issued_id: Option<String>,
    /// PDF when not said.
    #[ts(optional)]
    pub format: Option<FileFormat>,
    /// What it is made from: the paper takes its own fields from these.
    #[serde(flatten)]
    #[ts(skip)]
    pub fields: Fields,
}

/// A year; this year when not said.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaperOfYear {
    /// The year.
    #[ts(optional)]
    pub year: Option<i64>,
}

/// A document that was made.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MadeDocument {
    /// The file.
    pub file: FileRef,
    /// Its pages; 0 for a .docx, whose pages the word processor counts.
    pub pages: u32,
    /// Rare characters that were set from another font than their role's.
    pub borrowed: String,
    /// Whether `documents.issue` would give it a number now.
    pub may_issue: bool,
    /// The last time it went out under a number, or the time that was asked for.
    pub issued: Option<IssuedStanding>,
}
