//! What a new office begins with, thing by thing.

use super::api::Answer;
use super::office::Cx;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the first-start page asks for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FoundOffice {
    /// 街道 name.
    pub name: String,
    /// 区 or 市 above it.
    pub superior: String,
    /// Name of the one 管理员.
    pub clerk: String,
}

/// What a thing makes for a new office: the first person, the calendar, a scheme to begin with.
pub struct Founding(pub for<'c, 'a> fn(&'c mut Cx<'a>, &'c FoundOffice) -> Answer<'c, ()>);
