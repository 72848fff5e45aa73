//! People who use the program, what they may do, and how they sign in.

mod commands;
mod model;
mod signed_in;
mod thing;

pub use commands::*;
pub use model::*;
pub use signed_in::SignedIn;
pub use thing::THING;
