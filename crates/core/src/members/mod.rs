//! 委员 of the committees: who serves, on what way into and out of office.

mod commands;
mod model;
mod paper;
mod sheet;
mod store;
mod thing;

pub use commands::*;
pub use model::*;
pub(crate) use store::*;
pub use thing::THING;
