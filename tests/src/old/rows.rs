//! The rows of a database, each as one text, read over the columns that an old version had.

use sqlx::{AssertSqlSafe, SqlitePool};
use std::collections::BTreeMap;

/// Where migrations are kept; new ones are added to it.
pub(super) const MIGRATIONS: &str = "_sqlx_migrations";

/// Each table with its columns, in the order they were made.
pub(super) type Tables = Vec<(String, Vec<String>)>;

/// Each table's rows as texts, in the order of the texts.
pub(super) type Rows = BTreeMap<String, Vec<String>>;

/// The tables of a file.
pub(super) async fn tables(file: &SqlitePool) -> Tables {
    let names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid";
    let names: Vec<String> = sqlx::query_scalar(names).fetch_all(file).await.unwrap();
    let mut tables = Vec::with_capacity(names.len());
    for name in names {
        let columns = sqlx::query_scalar("SELECT name FROM pragma_table_info($1)");
        let columns = columns.bind(&name).fetch_all(file).await.unwrap();
        tables.push((name, columns));
    }
    tables
}

/// The rows of these tables.
pub(super) async fn rows(db: &storage::Engine, tables: &Tables) -> Rows {
    let mut rows = Rows::new();
    for (table, columns) in tables {
        let mut texts = texts(db, select(db, table, columns)).await;
        texts.sort_unstable();
        rows.insert(table.clone(), texts);
    }
    rows
}

/// What the search index had of the same term and record, it counts now: the column that told them apart
/// is left out, and what is then the same stands once.
fn select(db: &storage::Engine, table: &str, columns: &[String]) -> String {
    let counted = |column: &&String| {
        table != "search_term" || !["source", "sources"].contains(&column.as_str())
    };
    let columns: Vec<&String> = columns.iter().filter(counted).collect();
    let row = match db {
        storage::Engine::Sqlite(_) => {
            let quoted = columns.iter().map(|column| format!("quote({column})"));
            quoted.collect::<Vec<_>>().join(" || ',' || ")
        }
        storage::Engine::Postgres(_) => {
            let named: Vec<&str> = columns.iter().map(|column| column.as_str()).collect();
            format!("ROW({})::text", named.join(", "))
        }
    };
    format!("SELECT DISTINCT {row} FROM {table}")
}

async fn texts(db: &storage::Engine, sql: String) -> Vec<String> {
    let sql = AssertSqlSafe(sql);
    match db {
        storage::Engine::Sqlite(pool) => sqlx::query_scalar(sql).fetch_all(pool).await,
        storage::Engine::Postgres(pool) => sqlx::query_scalar(sql).fetch_all(pool).await,
    }
    .unwrap()
}
