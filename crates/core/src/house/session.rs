//! Who gives commands, and what that person may do.

use serde::{Deserialize, Serialize};
use storage::stored_as_text;
use ts_rs::TS;

/// What a person may do (角色), from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 领导: looks and exports.
    Leader,
    /// 书记、记录人: keeps the meetings and assignments of their own committees.
    Secretary,
    /// 管理员: keeps everything.
    Clerk,
}
stored_as_text!(Role);

/// Who is giving commands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Session {
    /// The user's key.
    pub user_id: String,
    /// The user's name.
    pub name: String,
    /// The user's role.
    pub role: Role,
    /// Committees within reach; empty for all.
    pub committees: Vec<String>,
}

impl Session {
    /// Whether a committee is within reach.
    pub fn may_see(&self, committee: &str) -> bool {
        self.committees.is_empty() || self.committees.iter().any(|id| id == committee)
    }
}
