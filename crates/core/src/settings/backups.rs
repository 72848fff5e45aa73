//! Backups: by hand, by themselves, and back again.

use super::commands::{last_saved, rules};
use crate::office::Cx;
use chrono::{DateTime, TimeDelta, Utc};
use ground::commands::{Done, NoArgs};
use ground::error::{Error, Result};
use ground::files::FileRef;
use serde::{Deserialize, Serialize};
use std::path::Path;
use storage::backup::{self, Backup};
use ts_rs::TS;

/// Arguments of `backup.restore`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RestoreBackup {
    /// The backup's name.
    pub name: String,
}

/// Arguments of `backup.restoreFile`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RestoreFile {
    /// A database of this program.
    pub file: FileRef,
}

/// `backup.make`.
pub async fn make_backup(cx: &mut Cx<'_>, _: NoArgs) -> Result<Backup> {
    backup::make(cx.office.db(), data_folder(cx)?, cx.now()).await
}

/// `backup.keep`: makes a backup when one is due (自动备份), which every window asks now and then;
/// answers it, or nothing while none is due. A server is backed up by its keeper.
pub async fn keep_backup(cx: &mut Cx<'_>, _: NoArgs) -> Result<Option<Backup>> {
    let Some(folder) = cx.office.folder() else {
        return Ok(None);
    };
    let newest = backup::list(folder).first().map(|backup| backup.at);
    let saved = last_saved(cx).await?;
    let every = TimeDelta::hours(rules(cx).await?.backup_hours);
    if !is_due(newest, saved, every, cx.now()) {
        return Ok(None);
    }
    let made = backup::make(cx.office.db(), folder, cx.now()).await?;
    Ok(Some(made))
}

/// Whether something was saved since the newest backup, and that backup is old enough.
fn is_due(
    newest: Option<DateTime<Utc>>,
    saved: Option<DateTime<Utc>>,
    every: TimeDelta,
    now: DateTime<Utc>,
) -> bool {
    match (newest, saved) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(newest), Some(saved)) => saved > newest && now - newest >= every,
    }
}

/// `backup.list`.
pub async fn list_backups(cx: &mut Cx<'_>, _: NoArgs) -> Result<Vec<Backup>> {
    Ok(cx.office.folder().map(backup::list).unwrap_or_default())
}

/// `backup.restore`: takes effect when the office is next opened.
pub async fn restore(cx: &mut Cx<'_>, args: RestoreBackup) -> Result<Done> {
    backup::stage(data_folder(cx)?, &args.name, cx.now()).await?;
    Ok(Done {})
}

/// `backup.restoreFile`: takes effect when the office is next opened.
pub async fn restore_file(cx: &mut Cx<'_>, args: RestoreFile) -> Result<Done> {
    let bytes = cx.office.files().read(&args.file)?;
    backup::stage_bytes(data_folder(cx)?, &bytes, cx.now()).await?;
    Ok(Done {})
}

fn data_folder<'a>(cx: &Cx<'a>) -> Result<&'a Path> {
    cx.office
        .folder()
        .ok_or_else(|| Error::state("数据在数据库服务器上，由服务器管理员备份和恢复。"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::hours(hour)
    }

    #[test]
    fn is_due_when_something_new_has_waited_long_enough() {
        let every = TimeDelta::hours(4);
        let due = |newest, saved, now| is_due(newest, saved, every, at(now));
        assert!(!due(None, None, 9), "nothing was ever saved");
        assert!(due(None, Some(at(8)), 9), "there is no backup at all");
        assert!(!due(Some(at(8)), Some(at(7)), 99), "nothing new since");
        assert!(!due(Some(at(8)), Some(at(9)), 11), "too soon");
        assert!(due(Some(at(8)), Some(at(9)), 12));
    }
}
