//! What the house has to know of 本月工作台.

use super::*;
use crate::commands;
use crate::thing::Thing;

/// 本月工作台.
pub static THING: Thing = Thing::new("desk").commands(COMMANDS);

commands! {
    "desk.view" Read Leader "查看本月工作台" view(DeskQuery) -> DeskView;
}
