//! Communities, committees (大党委) and their members (委员).

mod commands;
mod desk;
mod model;
mod paper;
mod search;
mod sender;
mod sheet;
mod store;
mod thing;

pub use commands::*;
pub(crate) use desk::on_desk;
pub use model::*;
pub(crate) use sender::*;
pub(crate) use sheet::{CommunitySheet, MemberSheet, committee_names, unit_names};
pub(crate) use store::*;
pub use thing::THING;
