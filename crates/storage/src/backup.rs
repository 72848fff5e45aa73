//! Verified backups of the embedded database: a copy made by the engine, checked, then renamed.

use super::db::{Db, Engine, FILE_NAME};
use chrono::{DateTime, NaiveDateTime, Utc};
use ground::error::{Error, ErrorCode, Result};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

const STAMP: &str = "%Y%m%d-%H%M%S%.3f";
/// Backups that are always kept, newest first; of older ones one a day, then one a month.
const NEWEST_KEPT: usize = 10;

/// One backup on disk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Backup {
    /// File name inside the backup folder.
    pub name: String,
    /// When it was made, UTC.
    pub at: DateTime<Utc>,
    /// Size in bytes.
    pub bytes: u64,
}

fn folder(data: &Path) -> PathBuf {
    data.join("backups")
}

fn failed(cause: impl std::fmt::Display) -> Error {
    tracing::error!(%cause, "backup failed");
    Error::new(
        ErrorCode::Storage,
        "备份没有做成：请检查磁盘空间和文件夹权限后再试。",
    )
}

/// Makes a backup of the embedded database and thins out old ones.
///
/// # Errors
/// `Storage` when the disk is full or read-only, or the copy does not pass its check;
/// `State` on a server, whose keeper backs it up.
pub async fn make(db: &Db, data: &Path, now: DateTime<Utc>) -> Result<Backup> {
    let Engine::Sqlite(pool) = db.engine() else {
        return Err(Error::state("数据在数据库服务器上，由服务器管理员备份。"));
    };
    let folder = folder(data);
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let name = format!("tongxin-{}.db", now.format(STAMP));
    let (draft, kept) = (folder.join(format!("{name}.part")), folder.join(&name));
    // `VACUUM INTO` refuses a file that holds something, such as one left by a crash.
    let _ = std::fs::remove_file(&draft);
    copy_into(pool, &draft).await.map_err(failed)?;
    verify(&draft).await?;
    // On the disk before it gets its name: a file under a backup's name has to be a whole one after
    // a power cut.
    std::fs::File::open(&draft)
        .and_then(|file| file.sync_all())
        .map_err(failed)?;
    std::fs::rename(&draft, &kept).map_err(failed)?;
    // Only now that the new one stands may old ones go.
    thin(&folder);
    let bytes = std::fs::metadata(&kept).map_err(failed)?.len();
    Ok(Backup {
        name,
        at: now,
        bytes,
    })
}

fn broken(cause: &sqlx::Error, file: &Path) -> Error {
    tracing::error!(%cause, file = %file.display(), "backup does not verify");
    Error::new(
        ErrorCode::File,
        "这个备份文件不完整或不是同心的数据，请换一个备份。",
    )
}

/// Checks that a file is a whole database of this program.
///
/// # Errors
/// `File` with one sentence when it is not.
pub async fn verify(file: &Path) -> Result<()> {
    let options = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(file)
        .read_only(true);
    let bad = |cause: sqlx::Error| broken(&cause, file);
    let pool = sqlx::sqlite::SqlitePoolOptions::new().max_connections(1);
    let pool = pool.connect_with(options).await.map_err(bad)?;
    let check: Result<String, _> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_one(&pool)
        .await;
    // Any SQLite file passes the check; only one of this program's has a change log.
    let sets: Result<i64, _> = sqlx::query_scalar("SELECT COUNT(*) FROM change_set")
        .fetch_one(&pool)
        .await;
    // Closed before any fault is told: Windows renames and removes no file that is open.
    pool.close().await;
    sets.map_err(bad)?;
    match check.map_err(bad)?.as_str() {
        "ok" => Ok(()),
        other => Err(bad(sqlx::Error::Protocol(other.to_owned()))),
    }
}

/// The backups beside a data folder, newest first.
pub fn list(data: &Path) -> Vec<Backup> {
    let mut found: Vec<Backup> = std::fs::read_dir(folder(data))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let stamp = name.strip_prefix("tongxin-")?.strip_suffix(".db")?;
            let at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?.and_utc();
            Some(Backup {
                name,
                at,
                bytes: entry.metadata().ok()?.len(),
            })
        })
        .collect();
    found.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    found
}

/// Makes a backup ready to take the database's place when the office is next opened: a database in
/// use is never replaced under its readers. What was there becomes a backup itself, so the step can
/// be taken back.
///
/// The engine itself copies it, so that a file set aside after an unclean stop comes with the log
/// that stands beside it.
///
/// # Errors
/// `NotFound` for a name that is no backup; `File` when it does not verify; `Storage` when it cannot
/// be copied.
pub async fn stage(data: &Path, name: &str, now: DateTime<Utc>) -> Result<()> {
    if !list(data).into_iter().any(|backup| backup.name == name) {
        return Err(Error::not_found("备份"));
    }
    let draft = data.join(DRAFT);
    let _ = std::fs::remove_file(&draft);
    if let Err(cause) = copy(&folder(data).join(name), &draft).await {
        let _ = std::fs::remove_file(&draft);
        return Err(broken(&cause, &folder(data).join(name)));
    }
    make_ready(data, &draft, now).await
}

/// Whether a data folder holds a database that no longer is one, as after a failing disk.
pub async fn is_damaged(data: &Path) -> bool {
    let live = data.join(FILE_NAME);
    live.exists() && verify(&live).await.is_err()
}

/// Makes the newest backup that verifies ready, for a database that cannot be opened any more;
/// answers it, or nothing where none verifies.
///
/// # Errors
/// `Storage` when it cannot be copied.
pub async fn stage_newest(data: &Path, now: DateTime<Utc>) -> Result<Option<Backup>> {
    for backup in list(data) {
        match stage(data, &backup.name, now).await {
            Ok(()) => return Ok(Some(backup)),
            // One that does not verify is passed over: an older one may.
            Err(error) if error.code == ErrorCode::File => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

async fn copy(from: &Path, to: &Path) -> Result<(), sqlx::Error> {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(from);
    let pool = sqlx::sqlite::SqlitePoolOptions::new().max_connections(1);
    let pool = pool.connect_with(options).await?;
    let copied = copy_into(&pool, to).await;
    pool.close().await;
    copied
}

async fn copy_into(pool: &sqlx::SqlitePool, to: &Path) -> Result<(), sqlx::Error> {
    let to = to.to_string_lossy().into_owned();
    sqlx::query("VACUUM INTO $1").bind(to).execute(pool).await?;
    Ok(())
}

/// The same for a database file its person picked.
///
/// # Errors
/// As [`stage`].
pub async fn stage_bytes(data: &Path, bytes: &[u8], now: DateTime<Utc>) -> Result<()> {
    let draft = data.join(DRAFT);
    std::fs::write(&draft, bytes).map_err(failed)?;
    make_ready(data, &draft, now).await
}

async fn make_ready(data: &Path, draft: &Path, now: DateTime<Utc>) -> Result<()> {
    if let Err(error) = verify(draft).await {
        let _ = std::fs::remove_file(draft);
        return Err(error);
    }
    let ready = data.join(format!("{STAGED}{}.db", now.format(STAMP)));
    std::fs::rename(draft, ready).map_err(failed)
}

const DRAFT: &str = "restore.part";
const STAGED: &str = "restore-";

/// Puts a staged backup in the database's place. Called before the database is opened.
///
/// # Errors
/// `Storage` when files cannot be moved; the database stays as it was.
pub(super) fn take_staged(data: &Path) -> Result<()> {
    let Some((path, stamp)) = staged(data) else {
        return Ok(());
    };
    let folder = folder(data);
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let aside = free_name(&folder, &stamp);
    // The log goes along. Left behind it would be taken for the log of the file that is put there.
    for suffix in ["", "-wal", "-shm"] {
        let from = data.join(format!("{FILE_NAME}{suffix}"));
        if from.exists() {
            std::fs::rename(from, folder.join(format!("{aside}{suffix}"))).map_err(failed)?;
        }
    }
    // Last: broken off before this, the staged file is found again at the next start.
    std::fs::rename(path, data.join(FILE_NAME)).map_err(failed)
}

/// The name of the file set aside: the moment of staging, or the next that no backup has.
fn free_name(folder: &Path, stamp: &str) -> String {
    let name = |stamp: &str| format!("tongxin-{stamp}.db");
    let Ok(at) = NaiveDateTime::parse_from_str(stamp, STAMP) else {
        return name(stamp);
    };
    (0..1000)
        .map(|later| at + chrono::TimeDelta::milliseconds(later))
        .map(|at| name(&at.format(STAMP).to_string()))
        .find(|name| !folder.join(name).exists())
        .unwrap_or_else(|| name(stamp))
}

fn staged(data: &Path) -> Option<(PathBuf, String)> {
    let entries = std::fs::read_dir(data).ok()?;
    entries.flatten().find_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let stamp = name.strip_prefix(STAGED)?.strip_suffix(".db")?.to_owned();
        Some((entry.path(), stamp))
    })
}

fn thin(folder: &Path) {
    let data = folder.parent().unwrap_or(folder);
    let mut days = std::collections::HashSet::new();
    let mut months = std::collections::HashSet::new();
    for backup in list(data).into_iter().skip(NEWEST_KEPT) {
        let first_of_day = days.insert(backup.at.date_naive());
        let first_of_month = months.insert(backup.at.format("%Y-%m").to_string());
        let keep = if days.len() <= 30 {
            first_of_day
        } else {
            first_of_month
        };
        if !keep {
            let _ = std::fs::remove_file(folder.join(&backup.name));
        }
    }
}
