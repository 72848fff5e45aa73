//! Communities, committees (大党委) and their members (委员).

mod commands;
mod model;
mod store;

pub use commands::*;
pub use model::*;
pub(crate) use store::*;
