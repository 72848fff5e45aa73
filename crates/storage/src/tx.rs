//! A transaction: every read and write of one command, and the changes it made.

use super::db::{Connection, Db};
use super::fault::fault;
use super::record::{Record, Row};
use super::schema::Schema;
use super::search::Terms;
use super::table::Table;
use super::value::Value;
use ground::error::{Error, Result};
use serde_json::{Map, Value as Json};
use sqlx::postgres::PgArguments;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, AssertSqlSafe, SqlSafeStr};

/// One record's change inside a change set, its JSON as the log keeps it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Change {
    pub table: &'static str,
    pub record: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// A transaction under way. Dropped without a commit it leaves nothing behind.
pub struct Tx {
    pub(super) connection: Connection,
    pub(super) notes: Notes,
    schema: &'static Schema,
}

/// What a command changed so far.
#[derive(Default)]
pub(super) struct Notes {
    /// For the log.
    pub changes: Vec<Change>,
    /// For the search index.
    pub terms: Terms,
}

/// Runs a statement on either engine: `$run` sees the query as `$query` and the connection as `$on`.
macro_rules! on_engine {
    ($connection:expr, $make:path, $sql:expr, $values:expr, |$query:ident, $on:ident| $run:expr) => {
        match $connection {
            Connection::Sqlite(tx) => {
                let (values, mut arguments) = ($values, SqliteArguments::default());
                arguments.reserve(values.len(), 0);
                for value in values {
                    value.bind_sqlite(&mut arguments)?;
                }
                let ($query, $on) = ($make($sql, arguments), &mut **tx);
                $run
            }
            Connection::Postgres(tx) => {
                let mut arguments = PgArguments::default();
                for value in $values {
                    value.bind_postgres(&mut arguments)?;
                }
                let ($query, $on) = ($make($sql, arguments), &mut **tx);
                $run
            }
        }
    };
}

impl Tx {
    /// Begins to read.
    ///
    /// # Errors
    /// `Storage` when the engine does not answer.
    pub async fn read(db: &Db) -> Result<Self> {
        Self::begin(db, false).await
    }

    /// Begins; a writing transaction takes the one writer's place at once.
    ///
    /// # Errors
    /// `Storage` when the engine does not answer.
    pub(crate) async fn begin(db: &Db, write: bool) -> Result<Self> {
        let connection = db.begin(write).await.map_err(fault)?;
        Ok(Self {
            connection,
            notes: Notes::default(),
            schema: db.schema(),
        })
    }

    /// The records of the house and their tables.
    pub fn schema(&self) -> &'static Schema {
        self.schema
    }

    /// Whether it is on the embedded engine.
    pub(super) fn is_embedded(&self) -> bool {
        matches!(self.connection, Connection::Sqlite(_))
    }

    /// All rows of a query with `$1`-style arguments.
    pub async fn all<T: Row>(&mut self, sql: &'static str, values: Vec<Value>) -> Result<Vec<T>> {
        self.fetch_all(sql, values).await.map_err(fault)
    }

    /// The one row of a query, if there is one.
    pub async fn one<T: Row>(
        &mut self,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<Option<T>> {
        Ok(self.all(sql, values).await?.into_iter().next())
    }

    /// All rows of a query that [`super::Select`] put together from static pieces.
    pub(super) async fn all_built<T: Row>(
        &mut self,
        sql: String,
        values: Vec<Value>,
    ) -> Result<Vec<T>> {
        self.fetch_all(AssertSqlSafe(sql), values)
            .await
            .map_err(fault)
    }

    async fn fetch_all<T: Row>(
        &mut self,
        sql: impl SqlSafeStr,
        values: Vec<Value>,
    ) -> Result<Vec<T>, sqlx::Error> {
        on_engine!(
            &mut self.connection,
            sqlx::query_as_with,
            sql,
            values,
            |query, on| query.fetch_all(on).await
        )
    }

    /// One number, such as a count; 0 where there is no row.
    pub async fn number(&mut self, sql: &'static str, values: Vec<Value>) -> Result<i64> {
        let row: Option<(i64,)> = self.one(sql, values).await?;
        Ok(row.map_or(0, |row| row.0))
    }

    /// Runs a statement on an index or another derived table, which the change log does not follow.
    pub(crate) async fn execute(&mut self, sql: &'static str, values: Vec<Value>) -> Result<u64> {
        self.run(sql, values).await.map_err(fault)
    }

    pub(super) async fn run(
        &mut self,
        sql: impl SqlSafeStr,
        values: Vec<Value>,
    ) -> Result<u64, sqlx::Error> {
        run(&mut self.connection, sql, values).await
    }

    /// One record by its key.
    pub async fn find<R: Record>(&mut self, id: &str) -> Result<Option<R>> {
        let rows = self
            .all_built(R::TABLE.select_sql(), vec![id.into()])
            .await?;
        Ok(rows.into_iter().next())
    }

    /// A text of one record, which may be empty or not there.
    ///
    /// # Errors
    /// `Storage` when the engine does not answer.
    pub async fn text_of(
        &mut self,
        table: &Table,
        column: &'static str,
        id: &str,
    ) -> Result<Option<String>> {
        // Table and column are declared in code, never typed.
        let sql = format!("SELECT {column} FROM {} WHERE id = $1", table.name);
        let rows: Vec<(Option<String>,)> = self.all_built(sql, vec![id.into()]).await?;
        Ok(rows.into_iter().find_map(|row| row.0))
    }

    /// Keys of the records that name another in one of their columns.
    ///
    /// # Errors
    /// `Storage` when the engine does not answer.
    pub async fn naming(
        &mut self,
        table: &Table,
        column: &'static str,
        named: &str,
    ) -> Result<Vec<String>> {
        // Declared in code as well.
        let sql = format!("SELECT id FROM {} WHERE {column} = $1", table.name);
        let rows: Vec<(String,)> = self.all_built(sql, vec![named.into()]).await?;
        Ok(rows.into_iter().map(|row| row.0).collect())
    }

    /// One record by its key, which must be there.
    ///
    /// # Errors
    /// `NotFound` with the record's Chinese name.
    pub async fn get<R: Record>(&mut self, id: &str) -> Result<R> {
        self.find(id)
            .await?
            .ok_or_else(|| Error::not_found(R::TABLE.chinese))
    }

    /// Keeps a new record, at version 1, and gives it back.
    pub async fn insert<R: Record>(&mut self, record: &R) -> Result<R> {
        let mut after = object(record)?;
        after.insert("version".into(), 1.into());
        let values = row(R::TABLE, after.clone())?;
        self.run(AssertSqlSafe(R::TABLE.insert_sql()), values)
            .await
            .map_err(fault)?;
        self.notes.note(R::TABLE, record.id(), None, Some(&after))?;
        Ok(serde_json::from_value(Json::Object(after))?)
    }

    /// Keeps a changed record if its version is still the one that was read, and gives it back.
    /// A record that has not changed is left alone, at its version.
    ///
    /// # Errors
    /// `Conflict` with both versions when somebody else was first; `NotFound`.
    pub async fn update<R: Record>(&mut self, record: &R) -> Result<R> {
        let current: R = self.get(record.id()).await?;
        let (before, mut after) = (object(&current)?, object(record)?);
        if current.version() != record.version() {
            return Err(conflict::<R>(Json::Object(after), Json::Object(before)));
        }
        if before == after {
            return Ok(current);
        }
        after.insert("version".into(), (record.version() + 1).into());
        let mut values = row(R::TABLE, after.clone())?;
        values.push(record.version().into());
        let sql = AssertSqlSafe(R::TABLE.update_sql());
        if self.run(sql, values).await.map_err(fault)? != 1 {
            return Err(conflict::<R>(Json::Object(after), Json::Object(before)));
        }
        self.notes
            .note(R::TABLE, record.id(), Some(&before), Some(&after))?;
        Ok(serde_json::from_value(Json::Object(after))?)
    }

    /// Inserts a record of version 0, updates any other.
    pub async fn save<R: Record>(&mut self, record: &R) -> Result<R> {
        if record.version() == 0 {
            self.insert(record).await
        } else {
            self.update(record).await
        }
    }

    /// Takes out a record that nothing else refers to (a draft's line, a planned turn).
    /// Registers are retired instead.
    pub async fn delete<R: Record>(&mut self, record: &R) -> Result<()> {
        let sql = format!(
            "DELETE FROM {} WHERE id = $1 AND version = $2",
            R::TABLE.name
        );
        let values = vec![record.id().into(), record.version().into()];
        if self.run(AssertSqlSafe(sql), values).await.map_err(fault)? != 1 {
            let current = self.get::<R>(record.id()).await?;
            return Err(conflict::<R>(Json::Null, Json::Object(object(&current)?)));
        }
        self.notes
            .note(R::TABLE, record.id(), Some(&object(record)?), None)
    }

    /// Writes a record's earlier JSON form over whatever is kept, for undo.
    pub(super) async fn restore(
        &mut self,
        table: &'static Table,
        id: &str,
        from: Option<&Json>,
        to: Option<&Json>,
    ) -> Result<()> {
        let mut after = to.and_then(Json::as_object).cloned();
        // Beyond both versions, so that no form still open on either one saves over what was put
        // back.
        let version = |json: Option<&Json>| json.and_then(|j| j["version"].as_i64()).unwrap_or(0);
        if let Some(after) = &mut after {
            after.insert(
                "version".into(),
                (version(from).max(version(to)) + 1).into(),
            );
        }
        let seen = from.map(|json| version(Some(json)));
        let (sql, values) = match (&after, seen) {
            (Some(after), None) => (table.insert_sql(), row(table, after.clone())?),
            (Some(after), Some(seen)) => {
                let mut values = row(table, after.clone())?;
                values.push(seen.into());
                (table.update_sql(), values)
            }
            (None, _) => (
                format!("DELETE FROM {} WHERE id = $1", table.name),
                vec![id.into()],
            ),
        };
        if self.run(AssertSqlSafe(sql), values).await.map_err(fault)? != 1 {
            return Err(Error::internal("undo found another version", table.name));
        }
        self.notes
            .note(table, id, from.and_then(Json::as_object), after.as_ref())
    }

    /// Makes everything durable.
    pub(super) async fn finish(self) -> Result<()> {
        let done = match self.connection {
            Connection::Sqlite(tx) => tx.commit().await,
            Connection::Postgres(tx) => tx.commit().await,
        };
        done.map_err(fault)
    }
}

impl Notes {
    /// Adds what was noted after.
    pub(super) fn join(&mut self, mut later: Self) {
        self.changes.append(&mut later.changes);
        self.terms.join(later.terms);
    }

    /// Notes a record's change for the log and the search index.
    pub(super) fn note(
        &mut self,
        table: &'static Table,
        record: &str,
        before: Option<&Map<String, Json>>,
        after: Option<&Map<String, Json>>,
    ) -> Result<()> {
        self.terms.follow(table, record, before, after);
        let text = |json: &Map<String, Json>| serde_json::to_string(json);
        self.changes.push(Change {
            table: table.name,
            record: record.to_owned(),
            before: before.map(text).transpose()?,
            after: after.map(text).transpose()?,
        });
        Ok(())
    }

    /// Notes that a record is gone, which was as `before` says; its text is kept as it is.
    pub(super) fn note_gone(
        &mut self,
        table: &'static Table,
        record: &str,
        before: Option<String>,
    ) -> Result<()> {
        let known: Option<Map<String, Json>> =
            before.as_deref().map(serde_json::from_str).transpose()?;
        self.terms.follow(table, record, known.as_ref(), None);
        self.changes.push(Change {
            table: table.name,
            record: record.to_owned(),
            before,
            after: None,
        });
        Ok(())
    }
}

/// Runs a statement and tells how many rows it touched.
pub(super) async fn run(
    connection: &mut Connection,
    sql: impl SqlSafeStr,
    values: Vec<Value>,
) -> Result<u64, sqlx::Error> {
    on_engine!(connection, sqlx::query_with, sql, values, |query, on| {
        query.execute(on).await.map(|done| done.rows_affected())
    })
}

/// Both versions of a record, as a person may see them.
fn conflict<R: Record>(yours: Json, current: Json) -> Error {
    let table = R::TABLE;
    Error::conflict(table.chinese, table.masked(yours), table.masked(current))
}

pub(super) fn object<R: Record>(record: &R) -> Result<Map<String, Json>> {
    match serde_json::to_value(record)? {
        Json::Object(map) => Ok(map),
        other => Err(Error::internal("record is not an object", other)),
    }
}

pub(super) fn row(table: &Table, json: Map<String, Json>) -> Result<Vec<Value>> {
    table
        .values(json)
        .map_err(|cause| Error::internal(table.name, cause))
}
