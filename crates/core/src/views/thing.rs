//! What the house has to know of records seen whole.

use super::*;
use crate::commands;
use crate::thing::Thing;
use ground::commands::ById;

/// Records seen whole.
pub static THING: Thing = Thing::new("views").commands(COMMANDS);

commands! {
    "committees.get" Read Leader "查看大党委" committee(ById) -> CommitteeView;
    "units.get" Read Leader "查看成员单位" unit(ById) -> UnitView;
}
