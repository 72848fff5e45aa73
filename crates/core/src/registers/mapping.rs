//! Headings as a clerk put them right, kept for the next sheet with the same headings.

use super::model::ColumnChoice;
use crate::office::Cx;
use ground::error::Result;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{JsonText, Select, record};

/// The headings chosen for sheets of one shape (列对应关系).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow)]
pub struct ImportMapping {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// The register, by its key.
    pub register: String,
    /// What the sheet's headings are, whatever their order.
    pub headings: String,
    /// The heading of each column.
    pub columns: JsonText<Vec<ColumnChoice>>,
}
record!(ImportMapping, "import_mapping", "列对应关系", {
    register: Text, headings: Text, columns: Json,
} .beside_imports());

/// Columns chosen for sheets with these headings.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Remembered {
    pub signature: String,
    pub columns: Vec<ColumnChoice>,
}

async fn all(cx: &mut Cx<'_>, register: &str) -> Result<Vec<ImportMapping>> {
    Select::new("SELECT id, version, register, headings, columns FROM import_mapping")
        .and("register = ?", vec![register.into()])
        .tail("ORDER BY id")
        .all(&mut cx.tx)
        .await
}

/// What was chosen before for sheets with these headings; `register` is the register's key.
pub(crate) async fn recall(
    cx: &mut Cx<'_>,
    register: &str,
    signatures: &[String],
) -> Result<Vec<Remembered>> {
    let kept = all(cx, register).await?.into_iter();
    let known = kept.filter(|mapping| signatures.contains(&mapping.headings));
    Ok(known
        .map(|mapping| Remembered {
            signature: mapping.headings,
            columns: mapping.columns.0,
        })
        .collect())
}

/// Keeps what was chosen, over what was chosen before.
pub(crate) async fn remember(
    cx: &mut Cx<'_>,
    register: &str,
    chosen: Vec<Remembered>,
) -> Result<()> {
    let kept = all(cx, register).await?;
    for Remembered { signature, columns } in chosen {
        let old = kept.iter().find(|mapping| mapping.headings == signature);
        let mapping = ImportMapping {
            id: old.map_or_else(|| cx.new_id(), |old| old.id.clone()),
            version: old.map_or(0, |old| old.version),
            register: register.to_owned(),
            headings: signature,
            columns: columns.into(),
        };
        cx.tx.save(&mapping).await?;
    }
    Ok(())
}
