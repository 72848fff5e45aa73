//! What the office is and the rules it goes by: profile, issuing bodies, holidays, options.

mod commands;
mod model;

pub use commands::*;
pub use model::*;
