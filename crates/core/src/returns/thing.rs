//! What the house has to know of 月度报送.

use super::desk::LINES;
use super::*;
use crate::commands;
use crate::registers::{RegisterOutcome, RegisterPreview};
use crate::thing::Thing;
use ground::files::FileRef;
use storage::Record;

/// 月度报送.
pub static THING: Thing = Thing::new("returns")
    .records(&[MonthlyReturn::TABLE])
    .commands(COMMANDS)
    .parts(&[&LINES]);

commands! {
    "returns.list" Read Leader "查看月度报送" list(ReturnsMonth) -> Vec<ReturnRow>;
    "returns.make" Read Leader "下载月度报送表" make(MakeReturn) -> FileRef;
    "returns.makeAll" Read Leader "下载全部月度报送表" make_all(ReturnsMonth) -> FileRef;
    "returns.importPreview" Read Secretary "预览月度报送" preview(PreviewReturn) -> RegisterPreview;
    "returns.importApply" Import Secretary "读入月度报送" apply(ApplyReturn) -> RegisterOutcome;
}
