//! Communities, committees (大党委) and their members (委员).

mod commands;
mod communities_sheet;
mod desk;
mod model;
mod names;
mod search;
mod sender;
mod store;
mod thing;

pub use commands::*;
pub(crate) use desk::on_desk;
pub use model::*;
pub(crate) use names::committee_names;
pub(crate) use sender::*;
pub(crate) use store::*;
pub use thing::THING;
