//! 本月工作台: what things say there is to do, where each committee stands, and what is due.

mod commands;
mod model;
mod thing;

pub use commands::*;
pub use model::*;
pub use thing::THING;
