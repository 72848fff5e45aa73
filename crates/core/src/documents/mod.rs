//! Documents: one command that makes any of them, and what they share. Each paper itself stands
//! beside the thing it is about.

mod commands;
mod layout;
mod model;
mod rota;

pub use commands::*;
pub(crate) use layout::{info, page_options};
pub use model::*;
