//! The change sets that were imports: what each brought in, and whether it was taken back.

use super::changes::ChangeSet;
use super::select::Select;
use super::tx::Tx;
use ground::error::Result;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use std::collections::HashMap;
use ts_rs::TS;

/// How many records of one kind an import made or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Touched {
    /// What they are, such as 席位.
    pub thing: String,
    /// How many.
    pub count: i64,
}

/// An import (一批导入).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportBatch {
    /// What it changed, as the log has it.
    pub set: ChangeSet,
    /// What it brought in, the most first.
    pub touched: Vec<Touched>,
    /// The change set that took it back.
    pub undone: Option<ChangeSet>,
}

const SET: &str =
    "SELECT seq, id, at, actor, device, command, reason, undoes, changes FROM change_set";

#[derive(FromRow)]
struct TableCount {
    set_id: String,
    table_name: String,
    records: i64,
}

/// What these commands brought in, newest first, by one person where a name is given, older than `before` where
/// that is given.
///
/// # Errors
/// `Storage` when the engine does not answer.
pub async fn import_batches(
    tx: &mut Tx,
    commands: &[String],
    by: Option<&str>,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<ImportBatch>> {
    let sets: Vec<ChangeSet> = Select::new(SET)
        .within("command", commands)
        .and_some("actor = ?", by)
        .and_some("seq < ?", before)
        .tail("ORDER BY seq DESC")
        .limit(limit)
        .all(tx)
        .await?;
    let ids: Vec<String> = sets.iter().map(|set| set.id.clone()).collect();
    let undone: Vec<ChangeSet> = Select::new(SET).within("undoes", &ids).all(tx).await?;
    let mut undone: HashMap<String, ChangeSet> = undone
        .into_iter()
        .filter_map(|set| Some((set.undoes.clone()?, set)))
        .collect();
    let mut touched = touched(tx, &ids).await?;
    let batch = |set: ChangeSet| ImportBatch {
        touched: touched.remove(&set.id).unwrap_or_default(),
        undone: undone.remove(&set.id),
        set,
    };
    Ok(sets.into_iter().map(batch).collect())
}

async fn touched(tx: &mut Tx, sets: &[String]) -> Result<HashMap<String, Vec<Touched>>> {
    // One command may write a record more than once.
    let counts: Vec<TableCount> = Select::new(
        "SELECT set_id, table_name, COUNT(DISTINCT record) AS records FROM change_line",
    )
    .within("set_id", sets)
    .tail("GROUP BY set_id, table_name ORDER BY records DESC, table_name")
    .all(tx)
    .await?;
    let mut touched: HashMap<String, Vec<Touched>> = HashMap::new();
    for count in counts {
        let Some(table) = tx.schema().table(&count.table_name) else {
            continue;
        };
        if !table.standing.beside_imports {
            touched.entry(count.set_id).or_default().push(Touched {
                thing: table.chinese.to_owned(),
                count: count.records,
            });
        }
    }
    Ok(touched)
}
