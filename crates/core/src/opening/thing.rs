//! What the house has to know of 期初.

use super::*;
use crate::commands;
use crate::registers::RegisterEntry;
use crate::thing::Thing;

/// 期初.
pub static THING: Thing = Thing::new("opening").commands(COMMANDS).parts(&[&SHEET]);

commands! {
    "opening.view" Read Leader "查看期初数据" view(OpeningQuery) -> Vec<OpeningRow>;
    "opening.save" Write Clerk "登记期初数据" save(SaveOpening) -> OpeningRow;
}

static SHEET: RegisterEntry = RegisterEntry::new::<OpeningSheet>("opening", 11).opening(4);
