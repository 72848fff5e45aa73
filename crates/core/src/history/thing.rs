//! What the house has to know of 更改记录.

use super::*;
use crate::commands;
use crate::thing::Thing;
use ground::commands::{ById, NoArgs};
use storage::{ChangeLine, ChangeSet, ImportBatch, LogCheck};

/// 更改记录.
pub static THING: Thing = Thing::new("history").commands(COMMANDS);

commands! {
    "changes.list" Read Clerk "查看更改记录" list_changes(ListChanges) -> Vec<ChangeSet>;
    "changes.imports" Read Secretary "查看导入记录" list_imports(ListChanges) -> Vec<ImportBatch>;
    "changes.history" Read Leader "查看变更记录" history(ById) -> Vec<ChangeLine>;
    "changes.undo" Write Secretary "撤销更改" undo_changes(ById) -> ChangeSet;
    "changes.check" Read Clerk "校验更改记录" check_changes(NoArgs) -> LogCheck;
}
