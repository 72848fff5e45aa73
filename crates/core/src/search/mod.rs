//! The one search box (Ctrl+K): each thing declares what it finds and how a hit is shown.

mod part;
mod thing;

pub use part::{SearchPart, Within, hits};
pub use thing::THING;

use crate::office::Cx;
use ground::error::Result;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use ts_rs::TS;

/// Hits of one kind, at most.
pub const PER_KIND: i64 = 8;

/// Arguments of `search.find`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FindText {
    /// What was typed: characters, pinyin or initials.
    pub text: String,
}

/// What was found.
#[derive(Debug, Clone, Serialize, Deserialize, FromRow, TS)]
pub struct SearchHit {
    /// What it is, as its thing calls it: `unit`, `committee`, `meeting` and so on.
    pub kind: String,
    /// The record.
    pub id: String,
    /// Its name.
    pub title: String,
    /// A few words more.
    pub note: String,
}

/// `search.find`: the best few of each kind.
pub async fn find(cx: &mut Cx<'_>, args: FindText) -> Result<Vec<SearchHit>> {
    let mut hits = Vec::new();
    // Without a word nothing is held back, and each thing would answer with its first few.
    if args.text.trim().is_empty() {
        return Ok(hits);
    }
    let mut parts: Vec<&SearchPart> = cx.office.catalog().parts().collect();
    parts.sort_by_key(|part| part.place);
    for part in parts {
        hits.extend((part.find)(cx, &args.text).await?);
    }
    Ok(hits)
}
