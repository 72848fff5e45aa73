//! Assignments (交办事项): what a meeting decided, who does it by when, and what became of it.

mod commands;
mod desk;
mod model;
mod origin;
mod paper;
mod rules;
mod save;
mod search;
mod sheet;
mod steps;
mod store;
#[cfg(test)]
mod tests;
mod thing;

pub use commands::*;
pub use model::*;
pub use origin::{Origin, Source, Told};
pub(crate) use rules::*;
pub use save::save;
pub(crate) use sheet::AssignmentSheet;
pub(crate) use steps::claim_line;
pub(crate) use store::*;
pub use thing::THING;
