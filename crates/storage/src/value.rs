//! What is bound to a statement: one enum for both engines.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value as Json;
use sqlx::Arguments;
use sqlx::postgres::PgArguments;
use sqlx::sqlite::SqliteArguments;
use std::sync::Arc;

/// How a column is stored. The same five types exist, under the same names, in both engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// TEXT; also enums (their code) and keys.
    Text,
    /// BIGINT.
    Int,
    /// BOOLEAN.
    Bool,
    /// DATE.
    Date,
    /// TIMESTAMPTZ, UTC in milliseconds.
    Time,
    /// TEXT that holds JSON.
    Json,
    /// BYTEA on PostgreSQL, BLOB affinity on SQLite.
    Bytes,
}

/// A value with its type; `None` is a NULL of that type, which PostgreSQL wants to know.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// TEXT.
    Text(Option<String>),
    /// TEXT that many rows have in common.
    Shared(Arc<str>),
    /// BIGINT.
    Int(Option<i64>),
    /// BOOLEAN.
    Bool(Option<bool>),
    /// DATE.
    Date(Option<NaiveDate>),
    /// TIMESTAMPTZ.
    Time(Option<DateTime<Utc>>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
}

/// A JSON value that does not fit its column.
#[derive(Debug, thiserror::Error)]
#[error("value {value} does not fit a {kind:?} column")]
pub struct Misfit {
    kind: Kind,
    value: String,
}

impl Value {
    /// The JSON form of a record's field as the column's type.
    ///
    /// # Errors
    /// `Misfit` when the JSON is of another shape.
    pub fn from_json(kind: Kind, json: Json) -> Result<Self, Misfit> {
        Ok(match (kind, json) {
            (Kind::Text, Json::String(text)) => Self::Text(Some(text)),
            (Kind::Text | Kind::Json, Json::Null) => Self::Text(None),
            (Kind::Json, json) => Self::Text(Some(json.to_string())),
            (Kind::Int, json) => Self::Int(read(kind, &json, Json::as_i64)?),
            (Kind::Bool, json) => Self::Bool(read(kind, &json, Json::as_bool)?),
            (Kind::Date, json) => Self::Date(read(kind, &json, parsed)?),
            (Kind::Time, json) => Self::Time(read(kind, &json, parsed)?),
            (Kind::Text | Kind::Bytes, json) => return Err(Misfit::of(kind, &json)),
        })
    }

    pub(super) fn bind_sqlite(self, to: &mut SqliteArguments) -> Result<(), sqlx::Error> {
        match self {
            Self::Text(v) => to.add(v),
            Self::Shared(v) => to.add(v),
            Self::Int(v) => to.add(v),
            Self::Bool(v) => to.add(v),
            Self::Date(v) => to.add(v),
            Self::Time(v) => to.add(v),
            Self::Bytes(v) => to.add(v),
        }
        .map_err(sqlx::Error::Encode)
    }

    pub(super) fn bind_postgres(self, to: &mut PgArguments) -> Result<(), sqlx::Error> {
        match self {
            Self::Text(v) => to.add(v),
            Self::Shared(v) => to.add(v),
            Self::Int(v) => to.add(v),
            Self::Bool(v) => to.add(v),
            Self::Date(v) => to.add(v),
            Self::Time(v) => to.add(v),
            Self::Bytes(v) => to.add(v),
        }
        .map_err(sqlx::Error::Encode)
    }
}

impl Misfit {
    fn of(kind: Kind, json: &Json) -> Self {
        let value = json.to_string();
        Self { kind, value }
    }
}

/// What the JSON says; none where it is null.
fn read<T>(
    kind: Kind,
    json: &Json,
    said: impl FnOnce(&Json) -> Option<T>,
) -> Result<Option<T>, Misfit> {
    if json.is_null() {
        return Ok(None);
    }
    let said = said(json).ok_or_else(|| Misfit::of(kind, json))?;
    Ok(Some(said))
}

fn parsed<T: std::str::FromStr>(json: &Json) -> Option<T> {
    json.as_str()?.parse().ok()
}

impl From<&Arc<str>> for Value {
    fn from(text: &Arc<str>) -> Self {
        Self::Shared(Arc::clone(text))
    }
}

macro_rules! from {
    ($($type:ty => $variant:ident),* $(,)?) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self { Self::$variant(Some(value.into())) }
        }
        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self { Self::$variant(value.map(Into::into)) }
        }
    )*};
}
from!(&str => Text, String => Text, &String => Text, i64 => Int, i32 => Int, u32 => Int, bool => Bool,
    NaiveDate => Date, DateTime<Utc> => Time, Vec<u8> => Bytes);
