//! The change log as people use it: its list, a record's history, undo and the check of its chain.

use super::UndoGuard;
use crate::house::reach::{allow_keeper, allow_record};
use crate::office::Cx;
use crate::session::Role;
use ground::commands::{ById, NoArgs};
use ground::error::{Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use storage::{ChangeLine, ChangeSet, ImportBatch, LogCheck, Reach, Undoing};
use ts_rs::TS;

/// Imports of earlier versions, which old logs name.
const PAST_IMPORTS: [&str; 2] = ["units.importApply", "partners.importApply"];

/// Arguments of `changes.list` and `changes.imports`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListChanges {
    /// Only sets before this one; none for the newest.
    #[ts(optional)]
    pub before: Option<i64>,
}

/// `changes.list`.
pub async fn list_changes(cx: &mut Cx<'_>, args: ListChanges) -> Result<Vec<ChangeSet>> {
    storage::sets(&mut cx.tx, args.before, 100).await
}

/// `changes.imports`: the imports of the log that this person may take back, each whole; the 管理员 sees everybody's.
pub async fn list_imports(cx: &mut Cx<'_>, args: ListChanges) -> Result<Vec<ImportBatch>> {
    let imports = cx.office.catalog().commands();
    let imports = imports.filter(|command| command.imports);
    let now = imports.map(|command| command.name);
    let commands: Vec<String> = now.chain(PAST_IMPORTS).map(str::to_owned).collect();
    let by = (cx.session.role != Role::Clerk).then_some(&*cx.session.name);
    storage::import_batches(&mut cx.tx, &commands, by, args.before, 50).await
}

/// `changes.history`.
///
/// # Errors
/// `Forbidden` for records beyond this person's reach, as their tables declare it.
pub async fn history(cx: &mut Cx<'_>, args: ById) -> Result<Vec<ChangeLine>> {
    let lines = storage::history_of(&mut cx.tx, &args.id).await?;
    for (table, line) in &lines {
        // What was taken out has nothing after it; whose it was is asked of what it was before.
        let record = line.after.as_ref().or(line.before.as_ref());
        match table {
            Some(table) => {
                allow_record(cx, table, &line.record, record.unwrap_or(&Json::Null)).await?
            }
            // A table that no thing declares any more says of nobody that they may see it.
            None => allow_keeper(cx)?,
        }
    }
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

/// `changes.undo`: the 管理员 takes back anybody's change, everybody else their own, while it is within their reach.
///
/// # Errors
/// `Forbidden`; `State` for what was undone before, was published, sent or signed, or is in use by now; `Conflict` for
/// what has been changed since; `NotFound`.
pub async fn undo_changes(cx: &mut Cx<'_>, args: ById) -> Result<ChangeSet> {
    let (undone, lines) = storage::undoing(&mut cx.tx, &args.id).await?;
    allow_undo(cx, &undone, &lines).await?;
    // What has left the house, such as a notice, is not taken back by undoing its record; only
    // its thing can tell.
    for guard in cx.office.catalog().parts::<UndoGuard>() {
        guard.0(cx, &lines).await?;
    }
    storage::put_back(&mut cx.tx, &undone, lines, cx.progress).await?;
    cx.undoes(&undone.id);
    Ok(undone)
}

async fn allow_undo(cx: &mut Cx<'_>, set: &ChangeSet, lines: &[Undoing]) -> Result<()> {
    if cx.session.role == Role::Clerk {
        return Ok(());
    }
    if set.actor != cx.session.name {
        return Err(Error::forbidden(format!(
            "这次更改是{}做的，请本人或管理员撤销。",
            set.actor
        )));
    }
    for line in lines {
        let Some(table) = cx.tx.schema().table(&line.table) else {
            return allow_keeper(cx);
        };
        // What only the 管理员 looks at, such as a counter, may still have been written by this person's command.
        if !matches!(table.reach, Reach::Keeper) {
            allow_record(cx, table, &line.record, &line.newest()?).await?;
        }
    }
    Ok(())
}

/// `changes.check`: verifies the chain of the whole log.
pub async fn check_changes(cx: &mut Cx<'_>, _: NoArgs) -> Result<LogCheck> {
    storage::check_log(&mut cx.tx).await
}
