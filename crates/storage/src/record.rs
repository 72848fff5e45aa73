//! What every kept thing is: a serde struct, a table, and one list of its columns.
//!
//! A record is written through its JSON form, so the same piece serves insert, update, the change
//! log's before and after, undo and the two versions of a conflict.

use super::table::Table;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;

/// A row both engines can give.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{}

/// A thing kept in one table, with `id` and `version` among its fields.
pub trait Record: Serialize + DeserializeOwned + Row + Sync {
    /// Where it is kept.
    const TABLE: &'static Table;
    /// Its key, a UUIDv7.
    fn id(&self) -> &str;
    /// The version it was read at; 0 for one that is not kept yet.
    fn version(&self) -> i64;
}

/// Declares a record's table: `record!(Unit, "member_unit", "成员单位", { name: Text, … } .named(&["name"]))`.
/// Columns `id` and `version` come by themselves; what follows the columns is declared by [`Table`]'s methods.
#[macro_export]
macro_rules! record {
    ($type:ty, $table:literal, $chinese:literal, { $($column:ident : $kind:ident),* $(,)? } $($declared:tt)*) => {
        impl $crate::Record for $type {
            const TABLE: &'static $crate::Table = &$crate::Table::new(
                $table,
                $chinese,
                &[
                    ("id", $crate::Kind::Text),
                    ("version", $crate::Kind::Int),
                    $((stringify!($column), $crate::Kind::$kind)),*
                ],
            ) $($declared)*;
            fn id(&self) -> &str { &self.id }
            fn version(&self) -> i64 { self.version }
        }
    };
}
