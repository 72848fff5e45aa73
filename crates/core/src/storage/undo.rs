//! Putting back what one command changed.

use super::changes::{ChangeSet, LineRow, lines_of, parse, set_by_id};
use super::tx::Tx;
use super::{names, tables};
use crate::error::{Error, ErrorCode, Result};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value as Json;
use sqlx::FromRow;
use std::collections::HashMap;

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
/// `State` when the set was undone before or holds what was published or sent; `NotFound`.
pub(crate) async fn undoing(tx: &mut Tx, set: &str) -> Result<(ChangeSet, Vec<Undoing>)> {
    let undone = set_by_id(tx, set).await?;
    let again = "SELECT COUNT(*) FROM change_set WHERE undoes = $1";
    if tx.number(again, vec![set.into()]).await? > 0 {
        return Err(Error::state("这次更改已经撤销过了。"));
    }
    let mut lines = lines_of(tx, set).await?;
    let sent = |(table, _): &&(&super::Table, &str)| {
        lines.iter().any(|line| line.table_name == table.name)
    };
    if let Some((_, instead)) = tables::PUBLISHED.iter().find(sent) {
        return Err(Error::state(*instead));
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

/// Puts records back as they were. Where one has been changed again since, nothing is written; one that
/// was changed and put back again is as it was.
///
/// # Errors
/// `Conflict` whose `detail` lists the records that have changed since or are in use by now.
pub(crate) async fn put_back(tx: &mut Tx, lines: &[Undoing]) -> Result<()> {
    let mut ways = ways(lines);
    refuse_if_changed_since(tx, &mut ways).await?;
    for way in ways {
        let table = tables::by_name(way.table)
            .ok_or_else(|| Error::internal("undo of an unknown table", way.table))?;
        tx.restore(table, way.record, way.now.as_ref(), way.then)
            .await?;
    }
    Ok(())
}

/// A record's way back over all its changes in a set.
struct Way<'l> {
    table: &'l str,
    record: &'l str,
    /// As the set left it.
    left: Option<&'l Json>,
    /// As it is now: like `left`, though its version may be a later one.
    now: Option<Json>,
    /// As it was before the set.
    then: Option<&'l Json>,
    /// When its turn comes: what was new goes last, after what refers to it.
    turn: usize,
}

/// The ways back of all records of a set, whose changes come newest first.
fn ways(lines: &[Undoing]) -> Vec<Way<'_>> {
    let mut found: HashMap<(&str, &str), Way<'_>> = HashMap::new();
    for (turn, line) in lines.iter().enumerate() {
        let key = (line.table.as_str(), line.record.as_str());
        let way = found.entry(key).or_insert(Way {
            table: &line.table,
            record: &line.record,
            left: line.after.as_ref(),
            now: None,
            then: None,
            turn,
        });
        way.then = line.before.as_ref();
        if way.then.is_none() {
            way.turn = turn;
        }
    }
    let mut ways: Vec<Way<'_>> = found.into_values().collect();
    ways.retain(|way| way.left.is_some() || way.then.is_some());
    ways.sort_by_key(|way| way.turn);
    ways
}

/// A record without the number of its version.
fn content(record: Option<&Json>) -> Option<Json> {
    let mut content = record?.clone();
    if let Some(fields) = content.as_object_mut() {
        fields.remove("version");
    }
    Some(content)
}

/// A record that was changed again after what is to be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct ChangedSince {
    /// Chinese name of the kind of record.
    thing: &'static str,
    /// The record's key.
    record: String,
    /// What it is called; empty where it has no name.
    name: String,
    /// Who changed it last.
    actor: String,
    /// When.
    at: DateTime<Utc>,
    /// By which command.
    command: String,
}

#[derive(FromRow)]
struct LastChange {
    after_json: Option<String>,
    before_json: Option<String>,
    actor: String,
    at: DateTime<Utc>,
    command: String,
}

/// Records that are told one by one.
const TOLD: usize = 200;

async fn refuse_if_changed_since(tx: &mut Tx, ways: &mut [Way<'_>]) -> Result<()> {
    let mut changed = Vec::new();
    for way in ways {
        let Some(last) = last_change(tx, way).await? else {
            continue;
        };
        let after = parse(last.after_json.clone())?;
        if content(after.as_ref()) == content(way.left) {
            way.now = after;
        } else {
            changed.push(changed_since(tx, way, last).await?);
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    let message = format!(
        "撤销没有进行：其中 {} 条记录此后又被修改，请先核对。",
        changed.len()
    );
    changed.truncate(TOLD);
    Err(Error::new(ErrorCode::Conflict, message).with_detail(changed))
}

async fn last_change(tx: &mut Tx, way: &Way<'_>) -> Result<Option<LastChange>> {
    tx.one(
        "SELECT l.after_json, l.before_json, s.actor, s.at, s.command
         FROM change_line l JOIN change_set s ON s.id = l.set_id
         WHERE l.record = $1 AND l.table_name = $2 ORDER BY s.seq DESC, l.position DESC LIMIT 1",
        vec![way.record.into(), way.table.into()],
    )
    .await
}

async fn changed_since(tx: &mut Tx, way: &Way<'_>, last: LastChange) -> Result<ChangedSince> {
    let record = parse(last.after_json)?.or(parse(last.before_json)?);
    let name = match &record {
        Some(record) => names::of_record(tx, record).await?,
        None => String::new(),
    };
    Ok(ChangedSince {
        thing: tables::by_name(way.table).map_or("", |table| table.chinese),
        record: way.record.to_owned(),
        name,
        actor: last.actor,
        at: last.at,
        command: last.command,
    })
}
