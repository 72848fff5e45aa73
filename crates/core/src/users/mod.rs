//! People who use the program, what they may do, and how they sign in.

mod commands;
mod model;

pub use commands::*;
pub use model::*;
