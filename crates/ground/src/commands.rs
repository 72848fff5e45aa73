//! Arguments and results that the commands of every thing share.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Arguments of commands that take none.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct NoArgs {}

/// Arguments of commands on one record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ById {
    /// The record's key.
    pub id: String,
}

/// Arguments of commands on one versioned record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Versioned {
    /// The record.
    pub id: String,
    /// The version seen.
    pub version: i64,
}

/// Arguments of commands that retire a record or take it back into use.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RetireRecord {
    /// The record.
    pub id: String,
    /// The version seen.
    pub version: i64,
    /// 停用, or back in use.
    pub retired: bool,
}

/// The result of commands that answer nothing.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Done {}
