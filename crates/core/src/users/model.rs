use crate::session::Role;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::{JsonText, record};
use ts_rs::TS;

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
