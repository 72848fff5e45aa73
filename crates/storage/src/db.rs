//! The two engines behind one face.

use super::fault::{opening, storage};
use super::schema::Schema;
use ground::error::{Error, Result};
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The file name of an office's database inside its data folder.
pub const FILE_NAME: &str = "tongxin.db";

/// The first SQLite release with the WAL-reset fix.
const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);

/// Rows the engine's thread reads ahead of the command: enough for a page and all it names, so that
/// the two threads do not wait for each other row by row.
const ROWS_AHEAD: usize = 2_048;

/// Bytes of a page of a new database. Records with their history come in hundreds of bytes, and are mostly
/// added: with SQLite's own 4,096 an import writes twice as many pages.
const PAGE: u32 = 8_192;

/// Pages a connection may keep, in KiB (below zero, as SQLite wants it): what a large import touches stays in
/// memory until it is written once.
const PAGE_CACHE: &str = "-65536";

/// Where an office's data is: a folder, or a PostgreSQL-protocol server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// A folder that holds (or will hold) [`FILE_NAME`].
    Folder(PathBuf),
    /// `postgres://user:password@host:port/database`.
    Server(String),
}

impl Location {
    /// Reads a `--data` argument.
    pub fn parse(text: &str) -> Self {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Self::Server(text.to_owned())
        } else {
            Self::Folder(PathBuf::from(text))
        }
    }
}

/// An opened database.
#[derive(Debug, Clone)]
pub struct Db {
    engine: Engine,
    schema: &'static Schema,
}

/// The engine under a database.
#[derive(Debug, Clone)]
pub enum Engine {
    /// The embedded engine.
    Sqlite(SqlitePool),
    /// A PostgreSQL-protocol server.
    Postgres(PgPool),
}

/// A transaction on either engine; dropped without a commit it rolls back.
pub(super) enum Connection {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Db {
    /// Opens the database and brings its tables up to date.
    ///
    /// # Errors
    /// `Storage` with one sentence: the folder cannot be written, the file is damaged or is no
    /// database, it was made by a newer version, or the server does not answer.
    pub async fn open(location: &Location, schema: &'static Schema) -> Result<Self> {
        let engine = match location {
            Location::Folder(folder) => Engine::open_file(folder).await?,
            Location::Server(url) => Engine::open_server(url).await?,
        };
        engine.migrate(schema).await?;
        Ok(Self { engine, schema })
    }

    /// The engine under it.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The records it holds.
    pub fn schema(&self) -> &'static Schema {
        self.schema
    }

    /// Whether it is a file of this machine's.
    pub fn is_embedded(&self) -> bool {
        matches!(self.engine, Engine::Sqlite(_))
    }

    pub(super) async fn begin(&self, write: bool) -> Result<Connection, sqlx::Error> {
        self.engine.begin(write).await
    }

    /// Closes every connection; the embedded engine folds its log back into the one file.
    pub async fn close(&self) {
        self.engine.close().await;
    }
}

impl Engine {
    async fn open_file(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder).map_err(|cause| unwritable(folder, &cause))?;
        super::backup::take_staged(folder)?;
        let options = SqliteConnectOptions::new()
            .filename(folder.join(FILE_NAME))
            .create_if_missing(true)
            .page_size(PAGE)
            .journal_mode(SqliteJournalMode::Wal)
            // With NORMAL a log in WAL mode may lose its last commits when the power fails; what
            // was told to be saved has to stay.
            .synchronous(SqliteSynchronous::Full)
            // SQLite leaves foreign keys unchecked unless each connection asks for it.
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("cache_size", PAGE_CACHE)
            .row_buffer_size(ROWS_AHEAD);
        let pool = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options)
            .await;
        let pool = pool.map_err(|cause| opening(&cause))?;
        refuse_old_engine(&pool).await?;
        Ok(Self::Sqlite(pool))
    }

    async fn open_server(url: &str) -> Result<Self> {
        let options = PgPoolOptions::new()
            .max_connections(8)
            .acquire_timeout(Duration::from_secs(15));
        let pool = options.connect(url).await.map_err(|cause| {
            tracing::error!(%cause, "cannot reach the database server");
            storage("连接不上数据库服务器，请检查地址、账号和网络后再试。")
        })?;
        Ok(Self::Postgres(pool))
    }

    async fn migrate(&self, schema: &Schema) -> Result<()> {
        let done = match self {
            Self::Sqlite(pool) => schema.for_sqlite().run(pool).await,
            Self::Postgres(pool) => schema.for_postgres().run(pool).await,
        };
        done.map_err(|cause| {
            tracing::error!(%cause, "migration failed");
            match cause {
                sqlx::migrate::MigrateError::VersionMissing(_) => {
                    storage("这份数据由更新版本的同心建立，请先升级本机程序再打开。")
                }
                _ => storage(
                    "数据文件无法打开：可能已损坏、只读或磁盘已满，请检查磁盘，或用备份恢复。",
                ),
            }
        })
    }

    async fn begin(&self, write: bool) -> Result<Connection, sqlx::Error> {
        Ok(match self {
            Self::Sqlite(pool) => {
                // A deferred transaction that reads first and writes later fails at once when
                // another wrote meanwhile, and the busy timeout does not help it.
                let begin = if write {
                    "BEGIN IMMEDIATE"
                } else {
                    "BEGIN DEFERRED"
                };
                Connection::Sqlite(pool.begin_with(begin).await?)
            }
            Self::Postgres(pool) => {
                // A reader at this level sees one state throughout and never loses a race; at
                // SERIALIZABLE it could.
                let begin = if write {
                    "BEGIN ISOLATION LEVEL SERIALIZABLE"
                } else {
                    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                };
                Connection::Postgres(pool.begin_with(begin).await?)
            }
        })
    }

    /// Closes every connection; the embedded engine folds its log back into the one file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

async fn refuse_old_engine(pool: &SqlitePool) -> Result<()> {
    let version: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(pool)
        .await
        .map_err(|cause| opening(&cause))?;
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    if (next(), next(), next()) < OLDEST_SQLITE {
        tracing::error!(version, "SQLite lacks the WAL-reset fix");
        return Err(storage(
            "本程序所带的数据库组件版本过旧，为免数据受损已停止，请重新安装。",
        ));
    }
    Ok(())
}

fn unwritable(folder: &Path, cause: &std::io::Error) -> Error {
    tracing::error!(folder = %folder.display(), %cause, "data folder cannot be made");
    storage("数据文件夹无法建立或写入，请换一个有写入权限的文件夹。")
}

/// Asks the engine to check its own file; a healthy database answers with no faults. A server checks
/// itself.
///
/// # Errors
/// `Storage` when the database cannot be read.
pub async fn check_database(db: &Db) -> Result<Vec<String>> {
    let Engine::Sqlite(pool) = db.engine() else {
        return Ok(Vec::new());
    };
    let lines: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(pool)
        .await
        .map_err(|cause| opening(&cause))?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}
