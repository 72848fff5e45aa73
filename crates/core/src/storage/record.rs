//! What every kept thing is: a serde struct, a table, and one list of its columns.
//!
//! A record is written through its JSON form, so the same piece serves insert, update, the change
//! log's before and after, undo and the two versions of a conflict.

use super::value::{Kind, Misfit, Value};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value as Json};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use std::fmt::Write;

/// A row both engines can give.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{}

/// A table as the storage sees it.
#[derive(Debug)]
pub struct Table {
    /// The table's name.
    pub name: &'static str,
    /// What a person calls one of its records.
    pub chinese: &'static str,
    /// Column names with their kinds; the first two are `id` and `version`.
    pub columns: &'static [(&'static str, Kind)],
}

/// A thing kept in one table, with `id` and `version` among its fields.
pub trait Record: Serialize + DeserializeOwned + Row + Sync {
    /// Where it is kept.
    const TABLE: &'static Table;
    /// Its key, a UUIDv7.
    fn id(&self) -> &str;
    /// The version it was read at; 0 for one that is not kept yet.
    fn version(&self) -> i64;
}

/// Declares a record's table: `record!(Unit, "member_unit", "成员单位", { name: Text, … })`.
/// Columns `id` and `version` come by themselves.
#[macro_export]
macro_rules! record {
    ($type:ty, $table:literal, $chinese:literal, { $($column:ident : $kind:ident),* $(,)? }) => {
        impl $crate::storage::Record for $type {
            const TABLE: &'static $crate::storage::Table = &$crate::storage::Table {
                name: $table,
                chinese: $chinese,
                columns: &[
                    ("id", $crate::storage::Kind::Text),
                    ("version", $crate::storage::Kind::Int),
                    $((stringify!($column), $crate::storage::Kind::$kind)),*
                ],
            };
            fn id(&self) -> &str { &self.id }
            fn version(&self) -> i64 { self.version }
        }
    };
}

impl Table {
    /// `INSERT` of all columns, before the values.
    pub(super) fn insert_head(&self) -> String {
        let names: Vec<_> = self.columns.iter().map(|(name, _)| *name).collect();
        format!("INSERT INTO {} ({}) VALUES ", self.name, names.join(", "))
    }

    /// `INSERT` of all columns.
    pub(super) fn insert_sql(&self) -> String {
        let marks: Vec<_> = (1..=self.columns.len()).map(|n| format!("${n}")).collect();
        format!("{}({})", self.insert_head(), marks.join(", "))
    }

    /// `UPDATE` of all columns where `id` is `$1` and the version seen is the last argument.
    pub(super) fn update_sql(&self) -> String {
        let mut sql = format!("UPDATE {} SET ", self.name);
        for (n, (name, _)) in self.columns.iter().enumerate().skip(1) {
            let comma = if n > 1 { ", " } else { "" };
            let _ = write!(sql, "{comma}{name} = ${}", n + 1);
        }
        let _ = write!(
            sql,
            " WHERE id = $1 AND version = ${}",
            self.columns.len() + 1
        );
        sql
    }

    /// `SELECT` of one record by its key.
    pub(super) fn select_sql(&self) -> String {
        let names: Vec<_> = self.columns.iter().map(|(name, _)| *name).collect();
        format!(
            "SELECT {} FROM {} WHERE id = $1",
            names.join(", "),
            self.name
        )
    }

    /// The values of a record's JSON form, which is given up for them, in the order of the columns.
    pub(super) fn values(&self, mut json: Map<String, Json>) -> Result<Vec<Value>, Misfit> {
        let mut field = |name: &str| json.get_mut(name).map(Json::take).unwrap_or_default();
        let columns = self.columns.iter();
        columns
            .map(|(name, kind)| Value::from_json(*kind, field(name)))
            .collect()
    }
}
