//! What the house has to know of 搜索.

use super::*;
use crate::commands;
use crate::thing::Thing;

/// 搜索.
pub static THING: Thing = Thing::new("search").commands(COMMANDS);

commands! {
    "search.find" Read Leader "搜索" find(FindText) -> Vec<SearchHit>;
}
