//! Many rows at once, with as few statements as the engines allow: imports of whole registers, the
//! change log's lines and the search index all come by here.

use super::record::{Record, Table};
use super::tx::{Tx, fault, object, row};
use super::value::Value;
use crate::error::Result;
use crate::progress::Progress;
use sqlx::AssertSqlSafe;
use std::fmt::Write;
use std::sync::Arc;

/// Arguments of one statement. SQLite takes 32,766 and PostgreSQL 65,535, but SQLite looks for each by
/// going through those before it.
const ARGUMENTS: usize = 256;

/// Rows of so many columns that go into one statement.
const fn rows_at_once(columns: usize) -> usize {
    let rows = ARGUMENTS / columns;
    if rows == 0 { 1 } else { rows }
}

/// A statement for so many rows, put together from what comes before the rows and what belongs to each
/// or comes after them.
type Text = fn(head: &str, rest: &str, columns: usize, rows: usize) -> String;

/// A statement for a full chunk of rows, written once, and for what is left over.
struct Chunked<'s> {
    text: Text,
    head: &'s str,
    rest: &'s str,
    columns: usize,
    rows: usize,
    full: Arc<str>,
}

impl<'s> Chunked<'s> {
    fn new(text: Text, head: &'s str, rest: &'s str, columns: usize) -> Self {
        let rows = rows_at_once(columns);
        let full = text(head, rest, columns, rows).into();
        Self {
            text,
            head,
            rest,
            columns,
            rows,
            full,
        }
    }

    fn of(&self, rows: usize) -> AssertSqlSafe<Arc<str>> {
        AssertSqlSafe(match rows == self.rows {
            true => Arc::clone(&self.full),
            false => (self.text)(self.head, self.rest, self.columns, rows).into(),
        })
    }
}

/// `head ($1, $2), ($3, $4) rest`.
fn listed(head: &str, rest: &str, columns: usize, rows: usize) -> String {
    let mut sql = head.to_owned();
    for at in 0..rows * columns {
        let before = match (at % columns, at) {
            (0, 0) => "(",
            (0, _) => "), (",
            _ => ", ",
        };
        let _ = write!(sql, "{before}${}", at + 1);
    }
    sql.push(')');
    sql.push_str(rest);
    sql
}

/// `head (key) OR (key)`; in a key each `?` is the next argument.
fn alternatives(head: &str, key: &str, _: usize, rows: usize) -> String {
    let mut sql = head.to_owned();
    let mut next = 0;
    for at in 0..rows {
        sql.push_str(if at == 0 { " (" } else { " OR (" });
        for ch in key.chars() {
            match ch {
                '?' => {
                    next += 1;
                    let _ = write!(sql, "${next}");
                }
                ch => sql.push(ch),
            }
        }
        sql.push(')');
    }
    sql
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
        self.in_chunks(Chunked::new(listed, head, tail, N), rows, progress)
            .await
    }

    /// Takes rows out of such a table by their keys: `head` is all before the conditions, `key` one of
    /// them, with a `?` for each value.
    pub(super) async fn delete_rows<const N: usize>(
        &mut self,
        head: &'static str,
        key: &'static str,
        keys: impl Iterator<Item = [Value; N]>,
        progress: &Progress,
    ) -> Result<()> {
        self.in_chunks(Chunked::new(alternatives, head, key, N), keys, progress)
            .await
    }

    async fn in_chunks<const N: usize>(
        &mut self,
        statement: Chunked<'_>,
        mut rows: impl Iterator<Item = [Value; N]>,
        progress: &Progress,
    ) -> Result<()> {
        loop {
            let chunk = rows.by_ref().take(statement.rows);
            let values: Vec<Value> = chunk.flatten().collect();
            if values.is_empty() {
                return Ok(());
            }
            let count = values.len() / N;
            progress.advance(count)?;
            let sql = statement.of(count);
            self.run(sql, values).await.map_err(fault)?;
        }
    }

    /// Keeps new records, each at version 1.
    pub async fn insert_all<R: Record>(&mut self, records: &[R]) -> Result<()> {
        let table = R::TABLE;
        let columns = table.columns.len();
        let head = table.insert_head();
        let statement = Chunked::new(listed, &head, "", columns);
        for chunk in records.chunks(statement.rows) {
            let mut values = Vec::with_capacity(chunk.len() * columns);
            for record in chunk {
                values.append(&mut self.begun(table, record)?);
            }
            let sql = statement.of(chunk.len());
            self.run(sql, values).await.map_err(fault)?;
        }
        Ok(())
    }

    /// Notes a new record at version 1 and gives the values of its columns.
    fn begun<R: Record>(&mut self, table: &'static Table, record: &R) -> Result<Vec<Value>> {
        let mut after = object(record)?;
        after.insert("version".into(), 1.into());
        let values = row(table, &after)?;
        self.note(table, record.id(), None, Some(&after))?;
        Ok(values)
    }

    /// Inserts records of version 0, in chunks, and updates the others; those that have not changed are
    /// left alone.
    ///
    /// # Errors
    /// As [`Tx::update`].
    pub async fn save_all<R: Record>(&mut self, records: &[R]) -> Result<()> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_numbered_across_rows() {
        let head = "INSERT INTO t (a, b) VALUES ";
        assert_eq!(
            listed(head, "", 2, 2),
            "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4)"
        );
        assert_eq!(
            alternatives("DELETE FROM t WHERE", "a = ? AND b = ?", 2, 2),
            "DELETE FROM t WHERE (a = $1 AND b = $2) OR (a = $3 AND b = $4)"
        );
    }

    #[test]
    fn a_chunk_keeps_within_the_arguments_and_is_never_empty() {
        assert_eq!(rows_at_once(4), 64);
        assert_eq!(rows_at_once(ARGUMENTS + 1), 1);
    }
}
