//! What the house has to know of 使用者.

use super::*;
use crate::commands;
use crate::thing::Thing;
use ground::commands::{Done, NoArgs};
use storage::Record;

/// 使用者.
pub const THING: Thing = Thing::new("users")
    .records(&[User::TABLE])
    .commands(COMMANDS);

commands! {
    "users.list" Read Clerk "查看使用者" list(NoArgs) -> Vec<UserRow>;
    "users.save" Write Clerk "保存使用者" save(SaveUser) -> UserRow;
    "users.setPassword" Write Clerk "设置密码" set_password(SetPassword) -> Done;
}
