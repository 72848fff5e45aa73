//! The office's own words, as the settings show them and papers are written with them.

use crate::office::Cx;
use crate::settings::{Rules, rules};
use crate::wording::{self, Field, WordingKind, check};
use ground::commands::NoArgs;
use ground::error::Result;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A field that a text may name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WordingField {
    /// As written between the braces.
    pub name: String,
    /// What it says, for example.
    pub example: String,
}

/// A text as the settings show it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WordingRow {
    /// Which.
    pub kind: WordingKind,
    /// What people call it.
    pub name: String,
    /// The text in use.
    pub text: String,
    /// The text it comes back to.
    pub default_text: String,
    /// Whether the office wrote its own.
    pub own: bool,
    /// What it may name.
    pub fields: Vec<WordingField>,
    /// What it says with the examples.
    pub preview: String,
}

/// Arguments of `documents.previewWording`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PreviewWording {
    /// Which.
    pub kind: WordingKind,
    /// The text as it would be saved.
    pub text: String,
}

/// What a text says with the examples of its fields.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WordingPreview {
    /// The filled-in text.
    pub text: String,
}

/// A text of papers in the office's words.
pub(crate) fn fill(rules: &Rules, kind: WordingKind, values: &[(&str, &str)]) -> String {
    wording::fill(&rules.wording, kind, values)
}

/// `documents.wording`.
pub async fn wording(cx: &mut Cx<'_>, _: NoArgs) -> Result<Vec<WordingRow>> {
    let rules = rules(cx).await?;
    let row = |kind: WordingKind| {
        let own = rules.wording.get(&kind);
        let text = own.map_or(kind.default_text(), String::as_str);
        WordingRow {
            kind,
            name: kind.chinese().into(),
            text: text.into(),
            default_text: kind.default_text().into(),
            own: own.is_some(),
            fields: kind.fields().iter().map(field).collect(),
            preview: check(kind, text).unwrap_or_default(),
        }
    };
    Ok(WordingKind::ALL.into_iter().map(row).collect())
}

fn field((name, example): &Field) -> WordingField {
    WordingField {
        name: (*name).into(),
        example: (*example).into(),
    }
}

/// `documents.previewWording`.
///
/// # Errors
/// `Invalid` for a text that cannot be filled in, saying why.
pub async fn preview_wording(_: &mut Cx<'_>, args: PreviewWording) -> Result<WordingPreview> {
    Ok(WordingPreview {
        text: check(args.kind, &args.text)?,
    })
}
