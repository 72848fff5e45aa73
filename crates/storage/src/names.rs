//! What a person calls a record, told from what it holds.

use super::table::Table;
use super::tx::Tx;
use ground::error::Result;
use serde_json::Value as Json;

/// A record's own name, or the names of what it belongs to, such as 区教育局 · 听雨社区“大党委”; empty
/// where it has none.
///
/// # Errors
/// `Storage` when the engine does not answer.
pub(super) async fn of_record(tx: &mut Tx, table: &Table, record: &Json) -> Result<String> {
    if let Some(own) = table.own_name(record) {
        return Ok(own.to_owned());
    }
    let mut names = Vec::new();
    for parent in table.parents {
        let Some(id) = record[parent.column].as_str().filter(|id| !id.is_empty()) else {
            continue;
        };
        let table = (parent.table)();
        let Some(column) = table.names.first() else {
            continue;
        };
        names.extend(tx.text_of(table, column, id).await?);
    }
    Ok(names.join(" · "))
}
