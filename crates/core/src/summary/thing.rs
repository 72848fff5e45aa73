//! What the house has to know of 领导汇总.

use super::*;
use crate::commands;
use crate::thing::Thing;
use ground::files::FileRef;

/// 领导汇总.
pub static THING: Thing = Thing::new("summary").commands(COMMANDS);

commands! {
    "summary.view" Read Leader "查看领导视图" view(SummaryQuery) -> LeadersView;
    "summary.make" Read Leader "导出领导汇总" make(SummaryQuery) -> FileRef;
}
