//! Which records hold a piece of text: told where a paper stops at something it cannot print.

use super::table::Table;
use super::tx::Tx;
use super::value::Kind;
use ground::error::Result;
use serde_json::Value as Json;

/// Parts the texts of one row; nobody types it.
const BETWEEN: char = '\u{1F}';
/// Rows looked at in each table.
const MOST: usize = 50;

/// A record with a text that holds what was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The record's table.
    pub table: &'static str,
    /// What a person calls such a record.
    pub chinese: &'static str,
    /// Its key.
    pub id: String,
    /// Its name; empty where it has none.
    pub name: String,
    /// The text that holds it.
    pub text: String,
}

impl Tx {
    /// The records with a text that holds `piece`, registers first, in the order of the schema.
    /// Reads every table, so it is for the way of an error only.
    ///
    /// # Errors
    /// `Storage` when the engine does not answer.
    pub async fn holders(&mut self, piece: char) -> Result<Vec<Holder>> {
        let mut holders = Vec::new();
        for table in self.schema().tables() {
            let Some(sql) = holding_sql(table) else {
                continue;
            };
            let wanted = vec![format!("%{piece}%").into()];
            // LIKE finds too much: % and _ stand for others, and the names of a JSON column's
            // members count as well. So each row is looked at again.
            let rows: Vec<(String, String)> = self.all_built(sql, wanted).await?;
            holders.extend(rows.into_iter().filter_map(|row| holder(table, row, piece)));
        }
        Ok(holders)
    }
}

fn texts(table: &Table) -> impl Iterator<Item = &(&'static str, Kind)> {
    let textual = |column: &&(&str, Kind)| matches!(column.1, Kind::Text | Kind::Json);
    table.columns.iter().skip(2).filter(textual)
}

fn holding_sql(table: &Table) -> Option<String> {
    let columns: Vec<String> = texts(table)
        .map(|(name, _)| format!("COALESCE({name}, '')"))
        .collect();
    if columns.is_empty() {
        return None;
    }
    let joined = columns.join(&format!(" || '{BETWEEN}' || "));
    let name = table.name;
    // Keys grow with time, so the newest records come first.
    Some(format!(
        "SELECT id, {joined} FROM {name} WHERE {joined} LIKE $1 ORDER BY id DESC LIMIT {MOST}"
    ))
}

fn holder(table: &'static Table, (id, joined): (String, String), piece: char) -> Option<Holder> {
    let columns: Vec<(&str, Kind, &str)> = texts(table)
        .zip(joined.split(BETWEEN))
        .map(|((name, kind), text)| (*name, *kind, text))
        .collect();
    let text = columns.iter().find_map(|(_, kind, text)| match kind {
        Kind::Json => within(&serde_json::from_str(text).ok()?, piece),
        _ => text.contains(piece).then(|| (*text).to_owned()),
    })?;
    let name = table.names.iter().find_map(|wanted| {
        let column = columns.iter().find(|(name, ..)| name == wanted)?;
        Some(column.2.to_owned()).filter(|name| !name.is_empty())
    });
    Some(Holder {
        table: table.name,
        chinese: table.chinese,
        id,
        name: name.unwrap_or_default(),
        text,
    })
}

/// The first text within `json` that holds `piece`.
fn within(json: &Json, piece: char) -> Option<String> {
    match json {
        Json::String(text) => text.contains(piece).then(|| text.clone()),
        Json::Array(list) => list.iter().find_map(|one| within(one, piece)),
        Json::Object(map) => map.values().find_map(|one| within(one, piece)),
        _ => None,
    }
}
