//! What a person calls a record, told from what it holds.

use super::tx::Tx;
use crate::error::Result;
use serde_json::Value as Json;

/// Columns that say which record it is, the best first.
pub(super) const NAMES: [&str; 7] = [
    "name",
    "full_name",
    "title",
    "unit_name",
    "lead_name",
    "person",
    "content",
];

/// Records that others belong to, by the column that names them, with the question for their name.
const OWNERS: [(&str, &str); 6] = [
    ("unit_id", "SELECT name FROM member_unit WHERE id = $1"),
    (
        "assignment_id",
        "SELECT content FROM assignment WHERE id = $1",
    ),
    ("committee_id", "SELECT name FROM committee WHERE id = $1"),
    ("compound_id", "SELECT name FROM compound WHERE id = $1"),
    ("partner_id", "SELECT name FROM partner WHERE id = $1"),
    ("community_id", "SELECT name FROM community WHERE id = $1"),
];

/// A record's own name, or the names of what it belongs to, such as 区教育局 · 听雨社区“大党委”; empty
/// where it has none.
///
/// # Errors
/// `Storage` when the engine does not answer.
pub(super) async fn of_record(tx: &mut Tx, record: &Json) -> Result<String> {
    let text = |key: &str| record[key].as_str().filter(|text| !text.is_empty());
    if let Some(own) = NAMES.iter().find_map(|key| text(key)) {
        return Ok(own.to_owned());
    }
    let mut names = Vec::new();
    for (key, sql) in OWNERS {
        let Some(id) = text(key) else { continue };
        let owner: Option<(String,)> = tx.one(sql, vec![id.into()]).await?;
        names.extend(owner.map(|owner| owner.0));
    }
    Ok(names.join(" · "))
}
