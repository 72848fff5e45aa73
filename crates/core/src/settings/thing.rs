//! What the house has to know of 单位信息、发文主体、节假日.

use super::commands::found_calendar;
use super::limits::{PAPER_LIMITS, RULE_LIMITS};
use super::*;
use crate::commands;
use crate::founding::{FoundOffice, Founding};
use crate::registers::RegisterEntry;
use crate::thing::Thing;

use ground::commands::{Done, NoArgs};
use storage::{Record, backup};

/// 单位信息、发文主体、节假日.
pub static THING: Thing = Thing::new("settings")
    .records(&[
        OfficeProfile::TABLE,
        IssuingBody::TABLE,
        CalendarYear::TABLE,
        Counter::TABLE,
    ])
    .commands(COMMANDS)
    .parts(&[&HOLIDAYS, &FOUNDING, &RULE_LIMITS, &PAPER_LIMITS]);

commands! {
    "office.state" Read Leader "查看单位状态" state(NoArgs) -> OfficeState;
    "office.found" Write Clerk "新建单位" found(FoundOffice) -> OfficeProfile;
    "office.save" Write Clerk "修改单位信息" save_office(OfficeProfile) -> OfficeProfile;
    "issuers.list" Read Leader "查看发文主体" list_issuers(NoArgs) -> Vec<IssuingBody>;
    "issuers.save" Write Clerk "保存发文主体" save_issuer(IssuingBody) -> IssuingBody;
    "calendar.list" Read Leader "查看节假日安排" list_years(NoArgs) -> Vec<CalendarYear>;
    "calendar.save" Write Clerk "保存节假日安排" save_year(CalendarYear) -> CalendarYear;
    "backup.make" Read Secretary "立即备份" make_backup(NoArgs) -> backup::Backup;
    "backup.keep" Read Leader "自动备份" keep_backup(NoArgs) -> Option<backup::Backup>;
    "backup.list" Read Leader "查看备份" list_backups(NoArgs) -> Vec<backup::Backup>;
    "backup.restore" Read Clerk "恢复备份" restore(RestoreBackup) -> Done;
    "backup.restoreFile" Read Clerk "恢复数据文件" restore_file(RestoreFile) -> Done;
}

static FOUNDING: Founding = Founding(|cx, _| Box::pin(found_calendar(cx)));

static HOLIDAYS: RegisterEntry = RegisterEntry::new::<HolidaySheet>("holidays", 10);
