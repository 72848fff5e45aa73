//! This month (本月工作台): what is due, late or missing, each line one click from where it is done.

mod agreements;
mod commands;
mod model;
mod returns;
mod rules;
mod store;
mod thing;

pub use commands::*;
pub use model::*;
pub(crate) use rules::urgency;
pub use thing::THING;
