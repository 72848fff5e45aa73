//! The change log: who, when, what, before and after; append-only, chained by hash.
//!
//! A change set holds everything one command changed. Its hash covers the previous set's hash, its
//! own fields and its changes, so a set that is altered, dropped or put in between is found by
//! [`check_log`].

use super::search;
use super::table::Table;
use super::tx::{Change, Tx};
use chrono::{DateTime, Utc};
use ground::error::{Error, Result};
use ground::progress::{Progress, Stage};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use sqlx::FromRow;
use std::fmt::Write;
use std::sync::Arc;
use ts_rs::TS;

/// The hash before the first set.
const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A change set (一次更改): what one command changed.
#[derive(Debug, Clone, Serialize, Deserialize, FromRow, TS)]
pub struct ChangeSet {
    /// Its place in the log, from 1 without gaps.
    pub seq: i64,
    /// Key.
    pub id: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, by name at that time.
    pub actor: String,
    /// From which machine.
    pub device: String,
    /// The command that made it.
    pub command: String,
    /// Why, where a reason was asked for.
    pub reason: Option<String>,
    /// The set this one undoes.
    pub undoes: Option<String>,
    /// How many records it changed.
    pub changes: i64,
}

/// One record's change, for history screens.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChangeLine {
    /// The set it belongs to.
    pub set: ChangeSet,
    /// Chinese name of the kind of record.
    pub thing: String,
    /// The record's key.
    pub record: String,
    /// Before; none for a new record.
    #[ts(type = "Record<string, unknown> | null")]
    pub before: Option<Json>,
    /// After; none for one taken out.
    #[ts(type = "Record<string, unknown> | null")]
    pub after: Option<Json>,
}

/// What is written beside the changes.
pub struct Stamp<'a> {
    pub id: String,
    pub at: DateTime<Utc>,
    pub actor: &'a str,
    pub device: &'a str,
    pub command: &'a str,
    pub reason: Option<String>,
    pub undoes: Option<String>,
    /// Written even when nothing was changed: something was looked at.
    pub looked: bool,
}

#[derive(FromRow)]
struct Head {
    seq: i64,
    hash: String,
}

#[derive(FromRow)]
struct SetRow {
    seq: i64,
    id: String,
    at: DateTime<Utc>,
    actor: String,
    device: String,
    command: String,
    reason: Option<String>,
    undoes: Option<String>,
    prev_hash: String,
    hash: String,
}

#[derive(FromRow)]
pub(super) struct LineRow {
    set_id: String,
    pub table_name: String,
    pub record: String,
    pub before_json: Option<String>,
    pub after_json: Option<String>,
}

/// Ends a command: writes its change set, if it changed anything, and makes all of it durable.
pub(crate) async fn record_changes(
    mut tx: Tx,
    stamp: Stamp<'_>,
    progress: &Progress,
) -> Result<Option<String>> {
    if tx.notes.changes.is_empty() && !stamp.looked {
        // Committed all the same: what the log does not follow, such as an attachment's bytes, may
        // have been written.
        tx.finish().await?;
        return Ok(None);
    }
    progress
        .enter(
            Stage::Recording,
            tx.notes.changes.len() + tx.notes.terms.len(),
        )
        .await?;
    // Every writer reads the newest set, so of two on a server one loses here and is tried again;
    // that is what keeps the numbers without gaps.
    let head: Option<Head> = tx
        .one(
            "SELECT seq, hash FROM change_set ORDER BY seq DESC LIMIT 1",
            vec![],
        )
        .await?;
    let (seq, prev) = head.map_or((1, GENESIS.to_owned()), |head| (head.seq + 1, head.hash));
    let changes = std::mem::take(&mut tx.notes.changes);
    let lines: Vec<_> = changes.into_iter().map(line_of).collect();
    let opening = opening(&prev, seq, &stamp);
    // The hash of many lines takes long, and so does the index. Neither needs the other.
    let hashing = tokio::task::spawn_blocking(move || (hash_of(&opening, &lines), lines));
    search::follow(&mut tx, progress).await?;
    let hashed = hashing.await;
    let (hash, lines) = hashed.map_err(|cause| Error::internal("change log", cause))?;
    let hash = hash?;
    // The set before its lines, which refer to it by a foreign key.
    tx.execute(
        "INSERT INTO change_set (seq, id, at, actor, device, command, reason, undoes, changes, prev_hash, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        vec![
            seq.into(),
            (&stamp.id).into(),
            stamp.at.into(),
            stamp.actor.into(),
            stamp.device.into(),
            stamp.command.into(),
            stamp.reason.clone().into(),
            stamp.undoes.clone().into(),
            i64::try_from(lines.len()).unwrap_or(i64::MAX).into(),
            prev.into(),
            hash.into(),
        ],
    )
    .await?;
    insert_lines(&mut tx, &stamp.id, lines, progress).await?;
    // The last moment at which it can be cancelled: after the commit there is nothing left to end.
    progress.check()?;
    tx.finish().await?;
    Ok(Some(stamp.id))
}

async fn insert_lines(
    tx: &mut Tx,
    set: &str,
    lines: Vec<LineRow>,
    progress: &Progress,
) -> Result<()> {
    let set: Arc<str> = set.into();
    let row = |(position, line): (i64, LineRow)| {
        [
            (&set).into(),
            position.into(),
            line.table_name.into(),
            line.record.into(),
            line.before_json.into(),
            line.after_json.into(),
        ]
    };
    tx.insert_rows(
        "INSERT INTO change_line (set_id, position, table_name, record, before_json, after_json) VALUES ",
        "",
        (0..).zip(lines).map(row),
        progress,
    )
    .await
}

fn line_of(change: Change) -> LineRow {
    LineRow {
        set_id: String::new(),
        table_name: change.table.to_owned(),
        record: change.record,
        before_json: change.before,
        after_json: change.after,
    }
}

/// What a set's hash covers before its changes: the hash before it and its own fields.
fn opening(prev: &str, seq: i64, stamp: &Stamp<'_>) -> String {
    let opening = json!([
        prev,
        seq,
        stamp.id,
        // Milliseconds, as the clock is cut: SQLite keeps nanoseconds and PostgreSQL microseconds,
        // and the hash is made again from what was kept.
        stamp.at.timestamp_millis(),
        stamp.actor,
        stamp.device,
        stamp.command,
        stamp.reason,
        stamp.undoes
    ]);
    opening.to_string()
}

fn hash_of(opening: &str, lines: &[LineRow]) -> Result<String> {
    let mut digest = Sha256::new();
    digest.update(opening);
    let mut body = Vec::new();
    for line in lines {
        // As one JSON list for each line, so that no text can move from one field into the next
        // under the same hash.
        let told = (
            &line.table_name,
            &line.record,
            &line.before_json,
            &line.after_json,
        );
        body.clear();
        serde_json::to_writer(&mut body, &told)?;
        digest.update(&body);
    }
    Ok(hex(&digest.finalize()))
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        })
}

/// What a walk over the whole log found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LogCheck {
    /// How many sets the log holds.
    pub sets: i64,
    /// The first place where the chain does not hold; none when all is well.
    pub broken_at: Option<i64>,
}

/// Walks the log and checks the chain: numbers without gaps, hashes that follow from each other.
///
/// # Errors
/// `Storage` when it cannot be read. A broken chain is a finding, not an error.
pub async fn check_log(tx: &mut Tx) -> Result<LogCheck> {
    let (mut prev, mut expected) = (GENESIS.to_owned(), 1);
    loop {
        // Some at a time: the log of years does not go into memory at once.
        let sets = next_sets(tx, expected - 1).await?;
        if sets.is_empty() {
            return Ok(LogCheck {
                sets: expected - 1,
                broken_at: None,
            });
        }
        for set in sets {
            let lines = lines_of(tx, &set.id).await?;
            let hash = hash_of(&opening(&prev, set.seq, &stamp_of(&set)), &lines)?;
            // A gap is told by the number, a set put in between by the hash before it, an altered
            // one by its own.
            if set.seq != expected || set.prev_hash != prev || set.hash != hash {
                return Ok(LogCheck {
                    sets: expected,
                    broken_at: Some(expected),
                });
            }
            (prev, expected) = (set.hash, expected + 1);
        }
    }
}

fn stamp_of(set: &SetRow) -> Stamp<'_> {
    Stamp {
        id: set.id.clone(),
        at: set.at,
        actor: &set.actor,
        device: &set.device,
        command: &set.command,
        reason: set.reason.clone(),
        undoes: set.undoes.clone(),
        looked: false,
    }
}

async fn next_sets(tx: &mut Tx, after: i64) -> Result<Vec<SetRow>> {
    tx.all(
        "SELECT seq, id, at, actor, device, command, reason, undoes, prev_hash, hash
         FROM change_set WHERE seq > $1 ORDER BY seq LIMIT 500",
        vec![after.into()],
    )
    .await
}

pub(super) async fn lines_of(tx: &mut Tx, set: &str) -> Result<Vec<LineRow>> {
    tx.all(
        "SELECT set_id, table_name, record, before_json, after_json
         FROM change_line WHERE set_id = $1 ORDER BY position",
        vec![set.into()],
    )
    .await
}

/// The log's sets, newest first, older than `before` where one is given.
pub async fn sets(tx: &mut Tx, before: Option<i64>, limit: i64) -> Result<Vec<ChangeSet>> {
    tx.all(
        "SELECT seq, id, at, actor, device, command, reason, undoes, changes
         FROM change_set WHERE seq < $1 ORDER BY seq DESC LIMIT $2",
        vec![before.unwrap_or(i64::MAX).into(), limit.into()],
    )
    .await
}

/// A line as a person may see it, with its table; none for a table of an earlier version.
pub type Past = (Option<&'static Table>, ChangeLine);

/// The changes of the named record, newest first.
///
/// # Errors
/// `Storage` when the engine does not answer.
pub async fn history_of(tx: &mut Tx, record: &str) -> Result<Vec<Past>> {
    let lines: Vec<LineRow> = tx
        .all(
            "SELECT l.set_id, l.table_name, l.record, l.before_json, l.after_json
             FROM change_line l JOIN change_set s ON s.id = l.set_id
             WHERE l.record = $1 ORDER BY s.seq DESC LIMIT 200",
            vec![record.into()],
        )
        .await?;
    let mut history = Vec::with_capacity(lines.len());
    for line in lines {
        history.push(shown(tx, line).await?);
    }
    Ok(history)
}

async fn shown(tx: &mut Tx, line: LineRow) -> Result<Past> {
    let set = set_by_id(tx, &line.set_id).await?;
    let table = tx.schema().table(&line.table_name);
    // A table of an earlier version is not known any more, so neither is what to mask of it.
    let masked = |record| table.map_or(Json::Null, |table| table.masked(record));
    let line = ChangeLine {
        set,
        thing: table.map_or("", |table| table.chinese).to_owned(),
        record: line.record,
        before: parse(line.before_json)?.map(masked),
        after: parse(line.after_json)?.map(masked),
    };
    Ok((table, line))
}

pub(super) async fn set_by_id(tx: &mut Tx, id: &str) -> Result<ChangeSet> {
    let sql = "SELECT seq, id, at, actor, device, command, reason, undoes, changes
               FROM change_set WHERE id = $1";
    tx.one(sql, vec![id.into()])
        .await?
        .ok_or_else(|| Error::not_found("更改"))
}

pub(super) fn parse(json: Option<String>) -> Result<Option<Json>> {
    Ok(json.map(|text| serde_json::from_str(&text)).transpose()?)
}
