//! What the house has to know of 单位信息、发文主体、节假日.

use super::*;
use crate::commands;
use crate::thing::Thing;
use ground::commands::{ById, Done, NoArgs};
use storage::{ChangeLine, ChangeSet, ImportBatch, LogCheck, Record, backup};

/// 单位信息、发文主体、节假日.
pub const THING: Thing = Thing::new("settings")
    .records(&[
        OfficeProfile::TABLE,
        IssuingBody::TABLE,
        CalendarYear::TABLE,
        Counter::TABLE,
    ])
    .commands(COMMANDS);

commands! {
    "office.state" Read Leader "查看单位状态" state(NoArgs) -> OfficeState;
    "office.found" Write Clerk "新建单位" found(FoundOffice) -> OfficeProfile;
    "office.save" Write Clerk "修改单位信息" save_office(OfficeProfile) -> OfficeProfile;
    "issuers.list" Read Leader "查看发文主体" list_issuers(NoArgs) -> Vec<IssuingBody>;
    "issuers.save" Write Clerk "保存发文主体" save_issuer(IssuingBody) -> IssuingBody;
    "calendar.list" Read Leader "查看节假日安排" list_years(NoArgs) -> Vec<CalendarYear>;
    "calendar.save" Write Clerk "保存节假日安排" save_year(CalendarYear) -> CalendarYear;
    "changes.list" Read Clerk "查看更改记录" list_changes(ListChanges) -> Vec<ChangeSet>;
    "changes.imports" Read Clerk "查看导入记录" list_imports(ListChanges) -> Vec<ImportBatch>;
    "changes.history" Read Leader "查看变更记录" history(ById) -> Vec<ChangeLine>;
    "changes.undo" Write Clerk "撤销更改" undo_changes(ById) -> ChangeSet;
    "changes.check" Read Clerk "校验更改记录" check_changes(NoArgs) -> LogCheck;
    "backup.make" Read Secretary "立即备份" make_backup(NoArgs) -> backup::Backup;
    "backup.keep" Read Leader "自动备份" keep_backup(NoArgs) -> Option<backup::Backup>;
    "backup.list" Read Leader "查看备份" list_backups(NoArgs) -> Vec<backup::Backup>;
    "backup.restore" Read Clerk "恢复备份" restore(RestoreBackup) -> Done;
    "backup.restoreFile" Read Clerk "恢复数据文件" restore_file(RestoreFile) -> Done;
}
