//! The list itself. One line a command: name, access, least role, summary, handler, types.

use super::{Access, ById, Command, Done, NoArgs, bindings, run};
use crate::error::{Error, ErrorCode, Result};
use crate::office::Office;
use crate::storage::*;
use crate::users::{Role, Session};
use crate::{committees::*, settings::*, units::*, users::*};
use serde_json::Value as Json;
use ts_rs::TS;

macro_rules! commands {
    ($($name:literal $access:ident $role:ident $summary:literal
        $module:ident :: $handler:ident ( $args:ty ) -> $result:ty;)*) => {
        /// Every command, in the order of this file.
        pub static COMMANDS: &[Command] = &[$(
            Command {
                name: $name,
                access: Access::$access,
                role: Role::$role,
                summary: $summary,
                args: <$args as TS>::name,
                result: <$result as TS>::name,
                visit: bindings::visit::<$args, $result>,
            }
        ),*];

        /// Runs a command by its name.
        ///
        /// # Errors
        /// `Usage` for an unknown name or arguments of the wrong shape, `Forbidden` for a role that
        /// may not, and whatever the command itself answers.
        pub async fn call(office: &Office, session: &Session, name: &str, args: Json) -> Result<Json> {
            let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
                return Err(Error::new(ErrorCode::Usage, format!("没有“{name}”这个命令，请查看命令清单。")));
            };
            match name {
                $($name => {
                    run::<$args, $result, _>(office, session, command, args, |cx, args| {
                        Box::pin(crate::$module::$handler(cx, args))
                    })
                    .await
                })*
                _ => Err(Error::internal("command without a handler", name)),
            }
        }
    };
}

commands! {
    "office.state" Read Leader "查看单位状态" settings::state(NoArgs) -> OfficeState;
    "office.found" Write Clerk "新建单位" settings::found(FoundOffice) -> OfficeProfile;
    "office.save" Write Clerk "修改单位信息" settings::save_office(OfficeProfile) -> OfficeProfile;
    "issuers.list" Read Leader "查看发文主体" settings::list_issuers(NoArgs) -> Vec<IssuingBody>;
    "issuers.save" Write Clerk "保存发文主体" settings::save_issuer(IssuingBody) -> IssuingBody;
    "calendar.list" Read Leader "查看节假日安排" settings::list_years(NoArgs) -> Vec<CalendarYear>;
    "calendar.save" Write Clerk "保存节假日安排" settings::save_year(CalendarYear) -> CalendarYear;
    "users.list" Read Clerk "查看使用者" users::list(NoArgs) -> Vec<UserRow>;
    "users.save" Write Clerk "保存使用者" users::save(SaveUser) -> UserRow;
    "users.setPassword" Write Clerk "设置密码" users::set_password(SetPassword) -> Done;
    "changes.list" Read Clerk "查看更改记录" settings::list_changes(ListChanges) -> Vec<ChangeSet>;
    "changes.history" Read Leader "查看变更记录" settings::history(ById) -> Vec<ChangeLine>;
    "changes.undo" Write Clerk "撤销更改" settings::undo_changes(ById) -> ChangeSet;
    "backup.make" Read Secretary "立即备份" settings::make_backup(NoArgs) -> backup::Backup;
    "backup.list" Read Leader "查看备份" settings::list_backups(NoArgs) -> Vec<backup::Backup>;
    "communities.list" Read Leader "查看社区" committees::list_communities(NoArgs) -> Vec<Community>;
    "communities.save" Write Clerk "保存社区" committees::save_community(Community) -> Community;
    "committees.list" Read Leader "查看大党委" committees::list(NoArgs) -> Vec<CommitteeRow>;
    "committees.get" Read Leader "查看大党委" committees::get(ById) -> CommitteeView;
    "committees.save" Write Clerk "保存大党委" committees::save(Committee) -> Committee;
    "committees.saveMember" Write Clerk "保存委员" committees::save_member(CommitteeMember) -> CommitteeMember;
    "units.list" Read Leader "查看成员单位" units::list(ListUnits) -> Page<UnitRow>;
    "units.get" Read Leader "查看成员单位" units::get(ById) -> UnitView;
    "units.save" Write Clerk "保存成员单位" units::save(SaveUnit) -> Unit;
    "units.retire" Write Clerk "停用成员单位" units::retire(RetireRecord) -> Unit;
    "units.saveSeat" Write Clerk "保存席位" units::save_seat(SaveSeat) -> Membership;
    "units.retireSeat" Write Clerk "停用席位" units::retire_seat(RetireRecord) -> Membership;
    "units.importPreview" Read Clerk "预览成员单位台账" units::import_preview(ImportLedger) -> ImportPreview;
    "units.importApply" Write Clerk "导入成员单位台账" units::import_apply(ApplyLedger) -> ImportOutcome;
    "units.template" Read Leader "下载成员单位模板" units::template(NoArgs) -> crate::files::FileRef;
    "units.export" Read Leader "按当前列表导出" units::export(ListUnits) -> crate::files::FileRef;
}
