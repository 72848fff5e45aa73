//! Putting back what one command changed.

use super::changes::{ChangeSet, LineRow, lines_of, parse, set_by_id};
use super::names;
use super::table::{Standing, Table};
use super::tx::Tx;
use chrono::{DateTime, Utc};
use ground::error::{Error, ErrorCode, Result};
use ground::progress::{Progress, Stage};
use serde::Serialize;
use serde_json::Value as Json;
use sqlx::FromRow;
use std::collections::{HashMap, HashSet};

/// One record of a change set that is to be put back.
pub struct Undoing {
    /// The table's name.
    pub table: String,
    /// The record's key.
    pub record: String,
    /// What is put back, as JSON; none for a record that was new.
    before: Option<String>,
    /// What is taken back, as JSON; none for one that was taken out.
    after: Option<String>,
}

impl Undoing {
    /// The record as the set left it, or as it was where the set took it out.
    ///
    /// # Errors
    /// `Internal` for a line that is no JSON.
    pub fn newest(&self) -> Result<Json> {
        let newest = self.after.as_deref().or(self.before.as_deref());
        Ok(serde_json::from_str(newest.unwrap_or("null"))?)
    }

    /// The record before the set and as the set left it; null where there is none.
    ///
    /// # Errors
    /// `Internal` for a line that is no JSON.
    pub fn sides(&self) -> Result<(Json, Json)> {
        let side = |text: &Option<String>| serde_json::from_str(text.as_deref().unwrap_or("null"));
        Ok((side(&self.before)?, side(&self.after)?))
    }

    /// Whether the record was new in the set, so that it would be taken out.
    pub fn is_new(&self) -> bool {
        self.before.is_none()
    }

    /// Whether the set took the record out.
    pub fn is_gone(&self) -> bool {
        self.after.is_none()
    }
}

/// What undoing a change set would put back, newest change first. Numbers that were given stay
/// given: a counter goes back only where nothing in the set carries a number of it.
///
/// # Errors
/// `State` when the set was undone before or holds what was published or sent; `NotFound`.
pub async fn undoing(tx: &mut Tx, set: &str) -> Result<(ChangeSet, Vec<Undoing>)> {
    let undone = set_by_id(tx, set).await?;
    let again = "SELECT COUNT(*) FROM change_set WHERE undoes = $1";
    if tx.number(again, vec![set.into()]).await? > 0 {
        return Err(Error::state("这次更改已经撤销过了。"));
    }
    let mut lines = lines_of(tx, set).await?;
    let schema = tx.schema();
    let standing = |line: &LineRow| schema.table(&line.table_name).map(|table| table.standing);
    if let Some(instead) = lines.iter().find_map(|line| standing(line)?.published) {
        return Err(Error::state(instead));
    }
    let is = |line: &LineRow, what: fn(&Standing) -> bool| standing(line).is_some_and(|s| what(&s));
    if lines
        .iter()
        .any(|line| is(line, |standing| standing.numbered))
    {
        lines.retain(|line| !is(line, |standing| standing.counters));
    }
    let undoing = |line: LineRow| Undoing {
        table: line.table_name,
        record: line.record,
        before: line.before_json,
        after: line.after_json,
    };
    Ok((undone, lines.into_iter().rev().map(undoing).collect()))
}

/// Puts records back as they were. Where one has been changed again since, nothing is written; one that
/// was changed and put back again is as it was.
///
/// # Errors
/// `Conflict` whose `detail` lists the records that have changed since or are in use by now.
pub async fn put_back(
    tx: &mut Tx,
    set: &ChangeSet,
    lines: Vec<Undoing>,
    progress: &Progress,
) -> Result<()> {
    let mut ways = ways(lines);
    progress.enter(Stage::Comparing, 0).await?;
    refuse_if_changed_since(tx, set, &mut ways).await?;
    progress.enter(Stage::Writing, ways.len()).await?;
    let together = |a: &Way, b: &Way| a.table == b.table && a.then.is_none() && b.then.is_none();
    for run in ways.chunk_by_mut(together) {
        let table = tx
            .schema()
            .table(&run[0].table)
            .ok_or_else(|| Error::internal("undo of an unknown table", &run[0].table))?;
        match run {
            [way] => {
                let (now, then) = (parsed(way.now())?, parsed(way.then.as_deref())?);
                tx.restore(table, &way.record, now.as_ref(), then.as_ref())
                    .await?;
                progress.advanced(1).await?;
            }
            _ => take_out(tx, table, run, progress).await?,
        }
    }
    Ok(())
}

/// Takes out records of a table that the set made; what they were goes over to the log.
async fn take_out(
    tx: &mut Tx,
    table: &'static Table,
    ways: &mut [Way],
    progress: &Progress,
) -> Result<()> {
    for way in &mut *ways {
        let now = way.later.take().or_else(|| way.left.take());
        tx.notes.note_gone(table, &way.record, now)?;
    }
    // No version is asked for: it was looked at in the same transaction, before anything was
    // written.
    let head = format!("DELETE FROM {} WHERE", table.name);
    let keys = ways.iter().map(|way| [way.record.as_str().into()]);
    let gone = tx.delete_rows(&head, "id = ?", keys, progress).await?;
    match usize::try_from(gone).is_ok_and(|gone| gone == ways.len()) {
        true => Ok(()),
        false => Err(Error::internal("undo found another version", table.name)),
    }
}

/// A record's way back over all its changes in a set, each state as JSON.
struct Way {
    table: String,
    record: String,
    /// As the set left it.
    left: Option<String>,
    /// The same under a later version, where it was changed since and put back again.
    later: Option<String>,
    /// As it was before the set.
    then: Option<String>,
    /// When its turn comes: what was new goes last, after what refers to it.
    turn: usize,
}

impl Way {
    /// As it is now.
    fn now(&self) -> Option<&str> {
        self.later.as_deref().or(self.left.as_deref())
    }
}

/// Which record each line is about, counted from the first.
fn places(lines: &[Undoing]) -> Vec<usize> {
    let mut found: HashMap<(&str, &str), usize> = HashMap::with_capacity(lines.len());
    let mut places = Vec::with_capacity(lines.len());
    for line in lines {
        let next = found.len();
        let key = (line.table.as_str(), line.record.as_str());
        places.push(*found.entry(key).or_insert(next));
    }
    places
}

/// The ways back of all records of a set, whose changes come newest first.
fn ways(lines: Vec<Undoing>) -> Vec<Way> {
    let places = places(&lines);
    let mut ways: Vec<Way> = Vec::with_capacity(lines.len());
    for ((turn, line), place) in lines.into_iter().enumerate().zip(places) {
        match ways.get_mut(place) {
            Some(way) => {
                // Changes come newest first, so each further one reaches back behind the one
                // before.
                way.then = line.before;
                if way.then.is_none() {
                    way.turn = turn;
                }
            }
            None => ways.push(Way {
                table: line.table,
                record: line.record,
                left: line.after,
                later: None,
                then: line.before,
                turn,
            }),
        }
    }
    // Made and taken out again within the set: there is nothing to put back.
    ways.retain(|way| way.left.is_some() || way.then.is_some());
    ways.sort_by_key(|way| way.turn);
    ways
}

fn parsed(record: Option<&str>) -> Result<Option<Json>> {
    Ok(record.map(serde_json::from_str).transpose()?)
}

/// A record without the number of its version.
fn content(record: Option<&str>) -> Result<Option<Json>> {
    let mut content = parsed(record)?;
    if let Some(fields) = content.as_mut().and_then(Json::as_object_mut) {
        fields.remove("version");
    }
    Ok(content)
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

async fn refuse_if_changed_since(tx: &mut Tx, set: &ChangeSet, ways: &mut [Way]) -> Result<()> {
    // Asked once for the whole set; only the few that changed are looked at one by one.
    let later = changed_later(tx, set).await?;
    let mut changed = Vec::new();
    for way in ways {
        if !later.contains(&(way.table.clone(), way.record.clone())) {
            continue;
        }
        let Some(last) = last_change(tx, way).await? else {
            continue;
        };
        if content(last.after_json.as_deref())? == content(way.left.as_deref())? {
            way.later = last.after_json;
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

/// Records of the set that later ones changed, by table and key.
async fn changed_later(tx: &mut Tx, set: &ChangeSet) -> Result<HashSet<(String, String)>> {
    let later = tx.all(
        "SELECT DISTINCT later.table_name, later.record
         FROM change_line own
         JOIN change_line later ON later.record = own.record AND later.table_name = own.table_name
         JOIN change_set s ON s.id = later.set_id
         WHERE own.set_id = $1 AND s.seq > $2",
        vec![(&set.id).into(), set.seq.into()],
    );
    Ok(later.await?.into_iter().collect())
}

async fn last_change(tx: &mut Tx, way: &Way) -> Result<Option<LastChange>> {
    tx.one(
        "SELECT l.after_json, l.before_json, s.actor, s.at, s.command
         FROM change_line l JOIN change_set s ON s.id = l.set_id
         WHERE l.record = $1 AND l.table_name = $2 ORDER BY s.seq DESC, l.position DESC LIMIT 1",
        vec![way.record.as_str().into(), way.table.as_str().into()],
    )
    .await
}

async fn changed_since(tx: &mut Tx, way: &Way, last: LastChange) -> Result<ChangedSince> {
    let record = parse(last.after_json)?.or(parse(last.before_json)?);
    let table = tx.schema().table(&way.table);
    let name = match (table, &record) {
        (Some(table), Some(record)) => names::of_record(tx, table, record).await?,
        _ => String::new(),
    };
    Ok(ChangedSince {
        thing: table.map_or("", |table| table.chinese),
        record: way.record.clone(),
        name,
        actor: last.actor,
        at: last.at,
        command: last.command,
    })
}
