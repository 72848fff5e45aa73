//! Putting back what one command changed.

use super::changes::{ChangeSet, LineRow, lines_of, parse, set_by_id};
use super::tables;
use super::tx::Tx;
use crate::error::{Error, ErrorCode, Result};
use serde_json::{Value as Json, json};
use std::collections::HashSet;

/// One record of a change set that is to be put back.
pub(crate) struct Undoing {
    /// The table's name.
    pub table: String,
    /// The record's key.
    pub record: String,
    /// What is put back; none for a record that was new.
    pub before: Option<Json>,
    /// What is taken back; none for one that was taken out.
    pub after: Option<Json>,
}

/// What undoing a change set would put back, newest change first. Numbers that were given stay
/// given: a counter goes back only where nothing in the set carries a number of it.
///
/// # Errors
/// `State` when the set was undone before or holds what was published; `NotFound`.
pub(crate) async fn undoing(tx: &mut Tx, set: &str) -> Result<(ChangeSet, Vec<Undoing>)> {
    let undone = set_by_id(tx, set).await?;
    let again = "SELECT COUNT(*) FROM change_set WHERE undoes = $1";
    if tx.number(again, vec![set.into()]).await? > 0 {
        return Err(Error::state("这次更改已经撤销过了。"));
    }
    let mut lines = lines_of(tx, set).await?;
    if lines
        .iter()
        .any(|line| tables::is_one_of(tables::PUBLISHED, &line.table_name))
    {
        let message = "已发布的结果不能撤销；确需改动请用“更正”，发布新的一版。";
        return Err(Error::state(message));
    }
    if lines
        .iter()
        .any(|line| tables::is_one_of(tables::NUMBERED, &line.table_name))
    {
        lines.retain(|line| !tables::is_one_of(tables::COUNTERS, &line.table_name));
    }
    let lines: Result<Vec<Undoing>> = lines.into_iter().rev().map(read).collect();
    Ok((undone, lines?))
}

fn read(line: LineRow) -> Result<Undoing> {
    Ok(Undoing {
        table: line.table_name,
        record: line.record,
        before: parse(line.before_json)?,
        after: parse(line.after_json)?,
    })
}

/// Puts records back as they were. Where one has been changed again since, nothing is written.
///
/// # Errors
/// `Conflict` whose `detail` lists the records that have changed since or are in use by now.
pub(crate) async fn put_back(tx: &mut Tx, lines: &[Undoing]) -> Result<()> {
    refuse_if_changed_since(tx, lines).await?;
    for line in lines {
        let table = tables::by_name(&line.table)
            .ok_or_else(|| Error::internal("undo of an unknown table", &line.table))?;
        tx.restore(
            table,
            &line.record,
            line.after.as_ref(),
            line.before.as_ref(),
        )
        .await?;
    }
    Ok(())
}

async fn refuse_if_changed_since(tx: &mut Tx, lines: &[Undoing]) -> Result<()> {
    let (mut changed, mut seen) = (Vec::new(), HashSet::new());
    for line in lines.iter().filter(|line| seen.insert(&line.record)) {
        let last: Option<(Option<String>,)> = tx
            .one(
                "SELECT l.after_json FROM change_line l JOIN change_set s ON s.id = l.set_id
                 WHERE l.record = $1 AND l.table_name = $2 ORDER BY s.seq DESC, l.position DESC LIMIT 1",
                vec![(&line.record).into(), (&line.table).into()],
            )
            .await?;
        let last = last.map(|last| parse(last.0)).transpose()?;
        if last.is_some_and(|last| last != line.after) {
            let thing = tables::by_name(&line.table).map_or("", |table| table.chinese);
            changed.push(json!({ "thing": thing, "record": line.record }));
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    let message = format!(
        "撤销没有进行：其中 {} 条记录此后又被修改，请先核对。",
        changed.len()
    );
    Err(Error::new(ErrorCode::Conflict, message).with_detail(changed))
}
