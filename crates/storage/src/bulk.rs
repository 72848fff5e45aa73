//! Many rows at once, with as few statements as the engines allow: imports of whole registers, the
//! change log's lines and the search index all come by here.

use super::db::Connection;
use super::fault::fault;
use super::record::Record;
use super::table::Table;
use super::tx::{Notes, Tx, object, row, run};
use super::value::Value;
use ground::error::Result;
use ground::progress::Progress;
use ground::shares::in_shares;
use sqlx::AssertSqlSafe;
use std::fmt::Write;
use std::sync::Arc;

/// Arguments of one statement: SQLite takes 32,766 and PostgreSQL 65,535. The engine's thread and the
/// command's wait for each other at every statement, so few and long ones are faster.
const ARGUMENTS: usize = 8_192;
/// Conditions joined by OR in one statement; SQLite takes expressions 1,000 deep.
const ALTERNATIVES: usize = 400;

/// How a statement of many rows is written.
#[derive(Clone, Copy)]
enum Shape {
    /// `head (row), (row) rest`.
    Listed,
    /// `head (rest) OR (rest)`.
    Alternatives,
}

/// A statement for full chunks of rows, written once, and for what is left over.
struct Chunked<'s> {
    shape: Shape,
    head: &'s str,
    rest: &'s str,
    columns: usize,
    /// Rows of a full chunk.
    rows: usize,
    mark: Mark,
    full: Option<Arc<str>>,
}

/// An argument's place in a statement.
type Mark = fn(&mut String, usize);

/// PostgreSQL's own.
fn numbered(sql: &mut String, number: usize) {
    let _ = write!(sql, "${number}");
}

/// SQLite takes `$1` as well, but as a name, which it looks for among all others each time it is bound.
fn plain(sql: &mut String, _: usize) {
    sql.push('?');
}

impl<'s> Chunked<'s> {
    fn new(shape: Shape, head: &'s str, rest: &'s str, columns: usize, mark: Mark) -> Self {
        let fitting = (ARGUMENTS / columns.max(1)).max(1);
        Self {
            shape,
            head,
            rest,
            columns,
            rows: match shape {
                Shape::Listed => fitting,
                Shape::Alternatives => fitting.min(ALTERNATIVES),
            },
            mark,
            full: None,
        }
    }

    fn of(&mut self, rows: usize) -> AssertSqlSafe<Arc<str>> {
        // Only the last chunk is shorter, so its text is needed once.
        if rows != self.rows {
            return AssertSqlSafe(self.text(rows).into());
        }
        let full = match &self.full {
            Some(full) => Arc::clone(full),
            None => self.text(rows).into(),
        };
        self.full = Some(Arc::clone(&full));
        AssertSqlSafe(full)
    }

    fn text(&self, rows: usize) -> String {
        match self.shape {
            Shape::Listed => self.listed(rows),
            Shape::Alternatives => self.alternatives(rows),
        }
    }

    fn listed(&self, rows: usize) -> String {
        let mut sql = self.head.to_owned();
        for at in 0..rows * self.columns {
            sql.push_str(match (at % self.columns, at) {
                (0, 0) => "(",
                (0, _) => "), (",
                _ => ", ",
            });
            (self.mark)(&mut sql, at + 1);
        }
        sql.push(')');
        sql.push_str(self.rest);
        sql
    }

    fn alternatives(&self, rows: usize) -> String {
        let mut sql = self.head.to_owned();
        let mut next = 0;
        for at in 0..rows {
            sql.push_str(if at == 0 { " (" } else { " OR (" });
            for ch in self.rest.chars() {
                match ch {
                    '?' => {
                        next += 1;
                        (self.mark)(&mut sql, next);
                    }
                    ch => sql.push(ch),
                }
            }
            sql.push(')');
        }
        sql
    }
}

impl Tx {
    /// Inserts rows into a table that the change log does not follow; `head` is all before the values,
    /// `tail` all after them.
    pub(super) async fn insert_rows<const N: usize>(
        &mut self,
        head: &'static str,
        tail: &'static str,
        rows: impl Iterator<Item = [Value; N]>,
        progress: &Progress,
    ) -> Result<()> {
        let statement = Chunked::new(Shape::Listed, head, tail, N, self.mark());
        let chunk = chunks_of(rows);
        in_chunks(&mut self.connection, statement, chunk, progress).await?;
        Ok(())
    }

    /// Takes rows out by their keys and tells how many there were: `head` is all before the conditions, `key`
    /// one of them, with a `?` for each value. The change log does not follow.
    pub(super) async fn delete_rows<const N: usize>(
        &mut self,
        head: &str,
        key: &'static str,
        keys: impl Iterator<Item = [Value; N]>,
        progress: &Progress,
    ) -> Result<u64> {
        let statement = Chunked::new(Shape::Alternatives, head, key, N, self.mark());
        let chunk = chunks_of(keys);
        in_chunks(&mut self.connection, statement, chunk, progress).await
    }

    fn mark(&self) -> Mark {
        match self.is_embedded() {
            true => plain,
            false => numbered,
        }
    }

    /// Keeps new records, each at version 1.
    pub async fn insert_all<R: Record>(&mut self, records: &[R]) -> Result<()> {
        let table = R::TABLE;
        let (head, columns) = (table.insert_head(), table.columns.len());
        let statement = Chunked::new(Shape::Listed, &head, "", columns, self.mark());
        // Taken apart, since the next chunk is noted while the connection is at the one before.
        let Self {
            connection, notes, ..
        } = self;
        let mut rest = records;
        let chunk = |most: usize| {
            let (now, later) = rest.split_at(rest.len().min(most));
            rest = later;
            begin_all(notes, table, now)
        };
        in_chunks(connection, statement, chunk, &Progress::default()).await?;
        Ok(())
    }

    /// Inserts records of version 0, in chunks, and updates the others; those that have not changed are
    /// left alone.
    ///
    /// # Errors
    /// As [`Tx::update`].
    pub async fn save_all<R: Record>(&mut self, records: &[R]) -> Result<()> {
        // Neighbours only: foreign keys are checked at each statement, so the order given has to
        // stay.
        for run in records.chunk_by(|a, b| (a.version() == 0) == (b.version() == 0)) {
            if run.first().is_some_and(|record| record.version() == 0) {
                self.insert_all(run).await?;
            } else {
                for record in run {
                    self.update(record).await?;
                }
            }
        }
        Ok(())
    }
}

/// Takes the values of the next rows out of all.
fn chunks_of<const N: usize>(
    mut rows: impl Iterator<Item = [Value; N]>,
) -> impl FnMut(usize) -> Result<Vec<Value>> {
    move |most| {
        let mut values = Vec::with_capacity(most * N);
        rows.by_ref().take(most).for_each(|row| values.extend(row));
        Ok(values)
    }
}

/// Runs the statement over the values of all rows and tells how many it touched. `chunk` gives the values of
/// the next rows, of so many at most; while the engine is at one chunk, the next is put together.
async fn in_chunks(
    connection: &mut Connection,
    mut statement: Chunked<'_>,
    mut chunk: impl FnMut(usize) -> Result<Vec<Value>>,
    progress: &Progress,
) -> Result<u64> {
    let (most, columns) = (statement.rows, statement.columns);
    let mut touched = 0;
    let mut values = chunk(most)?;
    while !values.is_empty() {
        let count = values.len() / columns;
        let sql = statement.of(count);
        let (done, next) = tokio::join!(run(connection, sql, values), async { chunk(most) });
        touched += done.map_err(fault)?;
        progress.advanced(count).await?;
        values = next?;
    }
    Ok(touched)
}

/// Records that are worth putting together on several cores.
const MANY: usize = 200;

/// Notes new records at version 1 and gives the values of their columns.
fn begin_all<R: Record>(
    notes: &mut Notes,
    table: &'static Table,
    records: &[R],
) -> Result<Vec<Value>> {
    let begun = in_shares(records.len(), MANY, |share| -> Result<_> {
        let (mut notes, mut values) = (Notes::default(), Vec::new());
        for record in &records[share] {
            let mut after = object(record)?;
            after.insert("version".into(), 1.into());
            notes.note(table, record.id(), None, Some(&after))?;
            values.append(&mut row(table, after)?);
        }
        Ok((notes, values))
    });
    // Shares come back in their order: the log's hash covers its lines as the records were given.
    let mut all = Vec::with_capacity(records.len() * table.columns.len());
    for share in begun {
        let (noted, mut values) = share?;
        notes.join(noted);
        all.append(&mut values);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_marked_across_rows() {
        let head = "INSERT INTO t (a, b) VALUES ";
        let listed = Chunked::new(Shape::Listed, head, " ON CONFLICT DO NOTHING", 2, numbered);
        assert_eq!(
            listed.text(2),
            "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4) ON CONFLICT DO NOTHING"
        );
        let key = "a = ? AND b = ?";
        let keys = |mark| Chunked::new(Shape::Alternatives, "DELETE FROM t WHERE", key, 2, mark);
        assert_eq!(
            keys(numbered).text(2),
            "DELETE FROM t WHERE (a = $1 AND b = $2) OR (a = $3 AND b = $4)"
        );
        assert_eq!(
            keys(plain).text(2),
            "DELETE FROM t WHERE (a = ? AND b = ?) OR (a = ? AND b = ?)"
        );
    }

    #[test]
    fn a_chunk_keeps_within_the_engines_bounds_and_is_never_empty() {
        let rows = |shape, columns| Chunked::new(shape, "", "", columns, plain).rows;
        assert_eq!(rows(Shape::Listed, 4), 2_048);
        assert_eq!(rows(Shape::Listed, ARGUMENTS + 1), 1);
        assert_eq!(rows(Shape::Alternatives, 4), ALTERNATIVES);
    }
}
