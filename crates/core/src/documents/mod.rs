//! Documents: one command that makes any of them, and what they share. Each paper itself stands
//! beside the thing it is about.

mod assignment;
mod commands;
mod layout;
mod letter;
mod model;
mod report;
mod rota;
mod turn;

pub use commands::*;
pub(crate) use layout::{info, page_options};
pub use model::*;
