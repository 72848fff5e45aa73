use super::part::KINDS;
use crate::thing::Thing;

/// 待办.
pub static THING: Thing = Thing::new("todo").parts(&[&KINDS]);
