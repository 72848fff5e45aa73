//! The change log as people use it: its list, a record's history, undo and the check of its chain.

use crate::buildings::{allow_community, compound_in_reach};
use crate::committees::Committee;
use crate::meetings::{Meeting, refuse_undoing_notice, refuse_undoing_signed};
use crate::office::Cx;
use crate::users::{Role, User};
use ground::commands::{ById, NoArgs};
use ground::error::{Error, Result};
use serde::{Deserialize, Serialize};
use storage::{self, ChangeLine, ChangeSet, ImportBatch, LogCheck, Record};
use ts_rs::TS;

/// Imports of earlier versions, which old logs name.
const PAST_IMPORTS: [&str; 1] = ["units.importApply"];

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

/// `changes.imports`: the imports of the log, each to be taken back whole.
pub async fn list_imports(cx: &mut Cx<'_>, args: ListChanges) -> Result<Vec<ImportBatch>> {
    let imports = cx.office.catalog().commands();
    let imports = imports.filter(|command| command.imports);
    let now = imports.map(|command| command.name);
    let commands: Vec<String> = now.chain(PAST_IMPORTS).map(str::to_owned).collect();
    storage::import_batches(&mut cx.tx, &commands, args.before, 50).await
}

/// `changes.history`.
///
/// # Errors
/// `Forbidden` for records of committees beyond reach, and of users for all but 管理员.
pub async fn history(cx: &mut Cx<'_>, args: ById) -> Result<Vec<ChangeLine>> {
    let lines = storage::history_of(&mut cx.tx, &args.id).await?;
    for line in &lines {
        allow(cx, line).await?;
    }
    Ok(lines)
}

async fn allow(cx: &mut Cx<'_>, line: &ChangeLine) -> Result<()> {
    if line.thing == User::TABLE.chinese && cx.session.role < Role::Clerk {
        return Err(Error::forbidden("使用者的变更记录只有管理员可以查看。"));
    }
    let record = line.after.as_ref().or(line.before.as_ref());
    let text = |key: &str| record.and_then(|record| record[key].as_str());
    if line.thing == Committee::TABLE.chinese {
        return cx.allow_committee(&line.record);
    }
    if let Some(committee) = text("committee_id") {
        return cx.allow_committee(committee);
    }
    if let Some(compound) = text("compound_id") {
        return compound_in_reach(cx, compound).await.map(drop);
    }
    if let Some(community) = text("community_id") {
        return allow_community(cx, community).await;
    }
    let meeting: Option<Meeting> = match text("meeting_id") {
        Some(meeting) => cx.tx.find(meeting).await?,
        None => None,
    };
    match meeting {
        Some(meeting) => cx.allow_committee(&meeting.committee_id),
        None => Ok(()),
    }
}

/// `changes.undo`.
///
/// # Errors
/// `State` for what was undone before, was published, sent or signed, or is in use by now; `Conflict` for
/// what has been changed since; `NotFound`.
pub async fn undo_changes(cx: &mut Cx<'_>, args: ById) -> Result<ChangeSet> {
    let (undone, lines) = storage::undoing(&mut cx.tx, &args.id).await?;
    refuse_undoing_signed(cx, &lines).await?;
    refuse_undoing_notice(&lines)?;
    storage::put_back(&mut cx.tx, &undone, lines, cx.progress).await?;
    cx.undoes(&undone.id);
    Ok(undone)
}

/// `changes.check`: verifies the chain of the whole log.
pub async fn check_changes(cx: &mut Cx<'_>, _: NoArgs) -> Result<LogCheck> {
    storage::check_log(&mut cx.tx).await
}
