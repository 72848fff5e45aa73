//! The rotation (轮值): the plan's laws, the board, and what a month on duty holds.

mod model;
pub mod plan;

pub use model::*;
