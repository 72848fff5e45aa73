//! What the house has to know of 成员单位.

use super::search::UNITS;
use super::*;
use crate::commands;
use crate::registers::RegisterEntry;
use crate::thing::Thing;
use ground::commands::RetireRecord;
use ground::files::FileRef;
use storage::{Page, Record};

/// 成员单位.
pub static THING: Thing = Thing::new("units")
    .records(&[Unit::TABLE, UnitName::TABLE, Membership::TABLE])
    .commands(COMMANDS)
    .parts(&[&UNITS, &LEDGER]);

commands! {
    "units.list" Read Leader "查看成员单位" list(ListUnits) -> Page<UnitRow>;
    "units.save" Write Clerk "保存成员单位" save(SaveUnit) -> Unit;
    "units.retire" Write Clerk "停用成员单位" retire(RetireRecord) -> Unit;
    "units.saveSeat" Write Clerk "保存席位" save_seat(SaveSeat) -> Membership;
    "units.retireSeat" Write Clerk "停用席位" retire_seat(RetireRecord) -> Membership;
    "units.export" Read Leader "按当前列表导出" export(ListUnits) -> FileRef;
}

static LEDGER: RegisterEntry = RegisterEntry::new::<UnitLedger>("units", 1).opening(1);
