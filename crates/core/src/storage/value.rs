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
    /// Reads the JSON form of a record's field as the column's type.
    ///
    /// # Errors
    /// [`Misfit`] when the JSON is of another shape.
    pub fn from_json(kind: Kind, json: Option<&Json>) -> Result<Self, Misfit> {
        let json = json.filter(|value| !value.is_null());
        let misfit = || Misfit {
            kind,
            value: json.map(Json::to_string).unwrap_or_default(),
        };
        let text = |value: &Json| value.as_str().map(str::to_owned).ok_or_else(misfit);
        Ok(match kind {
            Kind::Text => Self::Text(json.map(text).transpose()?),
            Kind::Int => Self::Int(json.map(|v| v.as_i64().ok_or_else(misfit)).transpose()?),
            Kind::Bool => Self::Bool(json.map(|v| v.as_bool().ok_or_else(misfit)).transpose()?),
            Kind::Date => Self::Date(parse(json, misfit)?),
            Kind::Time => Self::Time(parse(json, misfit)?),
            Kind::Json => Self::Text(json.map(Json::to_string)),
            Kind::Bytes => return Err(misfit()),
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

fn parse<T: std::str::FromStr>(
    json: Option<&Json>,
    misfit: impl Fn() -> Misfit,
) -> Result<Option<T>, Misfit> {
    json.map(|v| v.as_str().and_then(|s| s.parse().ok()).ok_or_else(&misfit))
        .transpose()
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
