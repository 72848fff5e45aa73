//! What an engine refused, told as one sentence: known by the engine's own codes, never by the words of its message.

use ground::error::{Error, ErrorCode};
use sqlx::error::DatabaseError;

/// A fault that a person can do something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trouble {
    Damaged,
    NotOurs,
    DiskFull,
    ReadOnly,
    CannotOpen,
    Locked,
}

impl Trouble {
    /// Reads the engine's code: SQLite's result code (<https://sqlite.org/rescode.html>, of which the low byte is the
    /// kind), or PostgreSQL's five characters (its manual, Appendix A).
    fn of(error: &dyn DatabaseError) -> Option<Self> {
        let code = error.code()?;
        // Which engine speaks is asked first: PostgreSQL's 25006 would read as a number of SQLite's
        // too.
        if error
            .try_downcast_ref::<sqlx::sqlite::SqliteError>()
            .is_none()
        {
            return Self::of_postgres(&code);
        }
        Self::of_sqlite(code.parse().ok()?)
    }

    fn of_sqlite(code: u32) -> Option<Self> {
        Some(match code & 0xff {
            5 | 6 => Self::Locked,
            8 => Self::ReadOnly,
            11 => Self::Damaged,
            13 => Self::DiskFull,
            14 => Self::CannotOpen,
            26 => Self::NotOurs,
            _ => return None,
        })
    }

    fn of_postgres(code: &str) -> Option<Self> {
        Some(match code {
            "53100" => Self::DiskFull,
            "25006" => Self::ReadOnly,
            "55P03" => Self::Locked,
            "XX001" | "XX002" => Self::Damaged,
            _ => return None,
        })
    }

    fn sentence(self) -> &'static str {
        match self {
            Self::Damaged => "数据文件已损坏，请用最近的备份恢复。",
            Self::NotOurs => "数据文件不是同心的数据库或已损坏，请选择正确的文件，或用备份恢复。",
            Self::DiskFull => "磁盘已满，刚才的更改没有保存，请清理磁盘后再试。",
            Self::ReadOnly => "数据文件是只读的，刚才的更改没有保存，请检查文件权限后再试。",
            Self::CannotOpen => "数据文件无法打开，请检查文件夹是否存在、是否有权限。",
            Self::Locked => "数据文件正被其他程序占用，请稍等几秒再试。",
        }
    }
}

/// The sentence for the faults a person can mend.
fn describe(cause: &sqlx::Error) -> Option<&'static str> {
    let trouble = Trouble::of(cause.as_database_error()?)?;
    Some(trouble.sentence())
}

/// Whether the transaction only lost against another one (serialization_failure, deadlock_detected).
fn lost_race(error: &dyn DatabaseError) -> bool {
    matches!(error.code().as_deref(), Some("40001" | "40P01"))
}

/// An error of storage with its sentence.
pub(super) fn storage(message: &str) -> Error {
    Error::new(ErrorCode::Storage, message)
}

/// A fault of opening the database file.
pub(super) fn opening(cause: &sqlx::Error) -> Error {
    tracing::error!(%cause, "database file cannot be opened");
    storage(
        describe(cause).unwrap_or("数据文件无法打开，请确认它没有被其他程序占用，或用备份恢复。"),
    )
}

/// A fault of a statement; the log keeps the cause.
pub(super) fn fault(cause: sqlx::Error) -> Error {
    match cause.as_database_error() {
        // Not logged as a fault: the dispatcher tries such a command again.
        Some(error) if lost_race(error) => {
            Error::new(ErrorCode::Busy, "多人同时保存，请再点一次保存。")
        }
        error => {
            tracing::error!(%cause, "storage fault");
            error
                .and_then(broken_rule)
                .unwrap_or_else(|| unanswered(&cause))
        }
    }
}

/// A record that the tables' own rules refuse.
fn broken_rule(error: &dyn DatabaseError) -> Option<Error> {
    if error.is_unique_violation() {
        return Some(Error::new(
            ErrorCode::Invalid,
            "已有一条相同的记录，请先查看，避免重复录入。",
        ));
    }
    error.is_foreign_key_violation().then(|| {
        Error::state("这条记录与其他记录相连，不能这样更改；请先处理与它相连的记录，再试一次。")
    })
}

fn unanswered(cause: &sqlx::Error) -> Error {
    storage(describe(cause).unwrap_or("读写数据时出错，刚才的更改没有保存，请重试。"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extended_codes_are_of_their_kind() {
        // SQLITE_READONLY_DIRECTORY, SQLITE_CORRUPT_INDEX, SQLITE_BUSY_SNAPSHOT, SQLITE_CANTOPEN_ISDIR.
        let kinds = [1544, 779, 517, 526].map(Trouble::of_sqlite);
        let known = [
            Trouble::ReadOnly,
            Trouble::Damaged,
            Trouble::Locked,
            Trouble::CannotOpen,
        ];
        assert_eq!(kinds, known.map(Some));
        assert_eq!(Trouble::of_sqlite(10), None);
        assert_eq!(Trouble::of_postgres("53100"), Some(Trouble::DiskFull));
    }

    #[tokio::test]
    async fn a_column_called_full_is_no_full_disk() {
        let pool = sqlx::SqlitePool::connect("sqlite::memory:").await.unwrap();
        let cause = sqlx::query("SELECT full_name FROM nowhere")
            .execute(&pool)
            .await
            .unwrap_err();
        assert_eq!(describe(&cause), None);
    }

    #[tokio::test]
    async fn a_file_of_another_kind_is_told_as_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("letter.db");
        std::fs::write(&path, "尊敬的".repeat(400)).unwrap();
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path);
        let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
        let cause = sqlx::query("SELECT * FROM sqlite_schema")
            .execute(&pool)
            .await
            .unwrap_err();
        assert_eq!(opening(&cause).message, Trouble::NotOurs.sentence());
    }
}
