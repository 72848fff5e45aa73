//! Member units (成员单位) and their seats in committees.

mod commands;
mod import;
mod model;
mod names;
mod search;
pub mod sheet;
mod store;
mod thing;
mod tone;

pub use commands::*;
pub use import::*;
pub use model::*;
pub(crate) use names::unit_names;
pub(crate) use store::*;
pub use thing::THING;
