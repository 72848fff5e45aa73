//! What the house has to know of 登记簿导入导出.

use super::kind::KINDS;
use super::*;
use crate::commands;
use crate::thing::Thing;
use ground::commands::NoArgs;
use ground::files::FileRef;
use storage::Record;

/// 登记簿导入导出.
pub static THING: Thing = Thing::new("registers")
    .records(&[ImportMapping::TABLE])
    .commands(COMMANDS)
    .parts(&[&KINDS]);

commands! {
    "registers.list" Read Leader "查看可导入的登记簿" list_registers(NoArgs) -> Vec<RegisterInfo>;
    "registers.template" Read Leader "下载导入模板" register_template(OfRegister) -> FileRef;
    "registers.export" Read Clerk "导出登记簿" register_export(OfRegister) -> FileRef;
    "registers.importPreview" Read Clerk "预览导入" preview_register(PreviewRegister) -> RegisterPreview;
    "registers.importApply" Import Clerk "导入登记簿" apply_register(ApplyRegister) -> RegisterOutcome;
    "opening.template" Read Leader "下载期初套表" opening_template(NoArgs) -> FileRef;
}
