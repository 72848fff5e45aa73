//! What the house has to know of 使用者.

use super::commands::found_clerk;
use super::*;
use crate::commands;
use crate::founding::Founding;
use crate::thing::Thing;

use ground::commands::{Done, NoArgs};
use storage::Record;

/// 使用者.
pub static THING: Thing = Thing::new("users")
    .records(&[User::TABLE])
    .commands(COMMANDS)
    .parts(&[&FOUNDING]);

commands! {
    "users.list" Read Clerk "查看使用者" list(NoArgs) -> Vec<UserRow>;
    "users.save" Write Clerk "保存使用者" save(SaveUser) -> UserRow;
    "users.setPassword" Write Clerk "设置密码" set_password(SetPassword) -> Done;
}

static FOUNDING: Founding = Founding(|cx, args| Box::pin(found_clerk(cx, args)));
