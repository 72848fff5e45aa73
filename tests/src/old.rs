//! Databases as earlier versions of the program left them, and what must be the same once the present
//! one has brought them up to date.

mod large;
mod rows;
mod server;

pub use large::{grow, lost};

use crate::{Engine, House, fixture};
use rows::Tables;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{AssertSqlSafe, SqlitePool};
use std::collections::BTreeSet;
use std::path::Path;
use storage::{FILE_NAME, Location};

/// What a version of the program left, as SQL in `fixtures/old`.
#[derive(Debug, Clone)]
pub struct Dump {
    /// The migration that was new with that version.
    pub name: String,
    sql: String,
}

impl Dump {
    /// All of them, in the order of their names.
    pub fn all() -> Vec<Self> {
        let files = std::fs::read_dir(fixture("old")).unwrap().flatten();
        let names = files.filter_map(|file| {
            let name = file.file_name().into_string().ok()?;
            Some(name.strip_suffix(".sql")?.to_owned())
        });
        let names: BTreeSet<String> = names.collect();
        names.iter().map(|name| Self::named(name)).collect()
    }

    /// The one of this name.
    pub fn named(name: &str) -> Self {
        let sql = std::fs::read_to_string(fixture("old").join(format!("{name}.sql"))).unwrap();
        let name = name.to_owned();
        Self { name, sql }
    }

    /// Writes it as the database of a folder.
    pub async fn write(&self, folder: &Path) -> SqlitePool {
        let pool = open_file(folder).await;
        let sql = AssertSqlSafe(self.sql.clone());
        sqlx::raw_sql(sql).execute(&pool).await.unwrap();
        pool
    }
}

/// The database of a folder, without the program, in one connection.
pub async fn open_file(folder: &Path) -> SqlitePool {
    let options = SqliteConnectOptions::new()
        .filename(folder.join(FILE_NAME))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal);
    let pool = sqlx::sqlite::SqlitePoolOptions::new().max_connections(1);
    pool.connect_with(options).await.unwrap()
}

/// The numbers of the migrations that a database has been through.
pub async fn migrations(db: &storage::Engine) -> BTreeSet<i64> {
    const APPLIED: &str = "SELECT version FROM _sqlx_migrations WHERE success";
    let applied: Vec<i64> = match db {
        storage::Engine::Sqlite(pool) => sqlx::query_scalar(APPLIED).fetch_all(pool).await,
        storage::Engine::Postgres(pool) => sqlx::query_scalar(APPLIED).fetch_all(pool).await,
    }
    .unwrap();
    applied.into_iter().collect()
}

/// An office that an earlier version left, opened with the present one.
pub struct Old {
    /// The office, on 2026-12-08.
    pub house: House,
    /// What it was made from.
    pub dump: Dump,
    tables: Tables,
    before: rows::Rows,
}

impl Old {
    /// Tells a story of each version.
    pub async fn each(engine: Engine, story: impl AsyncFn(&Self)) {
        if engine.left_out() {
            return;
        }
        for dump in Dump::all() {
            println!("a database of {} on {engine:?}", dump.name);
            let old = Self::open(engine, dump).await;
            story(&old).await;
            old.house.close().await;
        }
    }

    async fn open(engine: Engine, dump: Dump) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = dump.write(folder.path()).await;
        let tables = rows::tables(&file).await;
        let location = engine.location(folder.path()).await;
        let db = match &location {
            Location::Folder(_) => storage::Engine::Sqlite(file.clone()),
            Location::Server(url) => {
                storage::Engine::Postgres(server::moved(&file, &tables, url).await)
            }
        };
        let before = rows::rows(&db, &tables).await;
        db.close().await;
        file.close().await;
        let house = House {
            folder,
            ..House::at(engine, location).await
        };
        house.set_clock("2026-12-08", 2);
        Self {
            house,
            dump,
            tables,
            before,
        }
    }

    /// Whether the version had a table.
    pub fn had(&self, table: &str) -> bool {
        self.tables.iter().any(|(name, _)| name == table)
    }

    /// How many rows a table had.
    pub fn count(&self, table: &str) -> usize {
        self.before.get(table).map_or(0, Vec::len)
    }

    /// Every row that was there still is, and there are no others.
    pub async fn has_every_row(&self) {
        let after = rows::rows(self.house.office.db().engine(), &self.tables).await;
        for (table, before) in &self.before {
            let mut after = after[table].clone();
            if table == rows::MIGRATIONS {
                after.retain(|row| before.contains(row));
            }
            assert_eq!(before, &after, "{table} of {}", self.dump.name);
        }
    }
}
