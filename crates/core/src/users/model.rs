use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{JsonText, record, stored_as_text};
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

/// A user (使用者).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
pub struct User {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// Name, also used to sign in.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Committees this person may see and change; empty for all.
    #[ts(as = "Vec<String>")]
    pub committees: JsonText<Vec<String>>,
    /// Argon2 hash; none while no password is set. Never leaves the core.
    #[serde(default)]
    pub password_hash: Option<String>,
    /// 停用.
    pub retired: bool,
}
record!(User, "app_user", "使用者", {
    name: Text, role: Text, committees: Json, password_hash: Text, retired: Bool,
} .named(&["name"]).secret(&["password_hash"]));

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

/// A user as lists show one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UserRow {
    /// Key.
    pub id: String,
    /// Version.
    pub version: i64,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Committees within reach; empty for all.
    pub committees: Vec<String>,
    /// Whether a password is set.
    pub has_password: bool,
    /// 停用.
    pub retired: bool,
}

/// Arguments of `users.save`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveUser {
    /// Key; none for a new user.
    #[ts(optional)]
    pub id: Option<String>,
    /// The version seen; 0 for a new user.
    #[serde(default)]
    pub version: i64,
    /// Name, 1 to 40 characters, unique.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Committees within reach; empty for all.
    #[serde(default)]
    pub committees: Vec<String>,
    /// 停用.
    #[serde(default)]
    pub retired: bool,
}

/// Arguments of `users.setPassword`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetPassword {
    /// Whose.
    pub id: String,
    /// The new password, at least 8 characters; empty takes it away.
    pub password: String,
}
