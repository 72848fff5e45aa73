//! The same data on a server, as the same version would have left it there: its migrations first, then its
//! rows. No version wrote these to PostgreSQL itself; every column holds there what it holds in a file.

use super::{migrations, rows};
use sqlx::migrate::{Migration, Migrator};
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// Migrations that only PostgreSQL has, each with the one it came with.
const OWN: [(i64, i64); 1] = [(110, 11)];

/// A server's database with the migrations and rows of a file.
pub(super) async fn moved(file: &SqlitePool, tables: &rows::Tables, url: &str) -> PgPool {
    let pool = PgPool::connect(url).await.unwrap();
    let mut applied = migrations(&storage::Engine::Sqlite(file.clone())).await;
    let own = OWN.iter().filter(|(_, with)| applied.contains(with));
    let own: Vec<i64> = own.map(|(own, _)| *own).collect();
    applied.extend(own);
    migrator(&applied).await.run(&pool).await.unwrap();
    for (table, columns) in tables {
        if table != rows::MIGRATIONS {
            copy(file, &pool, table, columns).await;
        }
    }
    pool
}

async fn migrator(applied: &BTreeSet<i64>) -> Migrator {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations");
    let mut steps: Vec<Migration> = Vec::new();
    for folder in [folder.join("postgres"), folder] {
        let all = Migrator::new(folder).await.unwrap();
        steps.extend(all.iter().cloned());
    }
    steps.retain(|step| applied.contains(&step.version));
    steps.sort_by_key(|step| step.version);
    Migrator::with_migrations(steps)
}

async fn copy(file: &SqlitePool, pool: &PgPool, table: &str, columns: &[String]) {
    let kinds = kinds(pool, table).await;
    let values = columns.iter().map(|column| value(column, &kinds[column]));
    let values = values.collect::<Vec<_>>().join(" || ',' || ");
    let read = format!("SELECT '(' || {values} || ')' FROM {table}");
    let rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(read))
        .fetch_all(file)
        .await
        .unwrap();
    if rows.is_empty() {
        return;
    }
    let (columns, rows) = (columns.join(", "), rows.join(", "));
    let write = format!("INSERT INTO {table} ({columns}) VALUES {rows}");
    sqlx::raw_sql(AssertSqlSafe(write))
        .execute(pool)
        .await
        .unwrap();
}

async fn kinds(pool: &PgPool, table: &str) -> HashMap<String, String> {
    let kinds = "SELECT column_name::text, data_type::text FROM information_schema.columns WHERE table_name = $1";
    let kinds: Vec<(String, String)> = sqlx::query_as(kinds)
        .bind(table)
        .fetch_all(pool)
        .await
        .unwrap();
    kinds.into_iter().collect()
}

/// How a file's column is written as a value of PostgreSQL's.
fn value(column: &str, kind: &str) -> String {
    match kind {
        "boolean" => {
            format!("CASE {column} WHEN 1 THEN 'TRUE' WHEN 0 THEN 'FALSE' ELSE 'NULL' END")
        }
        "bytea" => format!("'decode(''' || hex({column}) || ''', ''hex'')'"),
        _ => format!("quote({column})"),
    }
}
