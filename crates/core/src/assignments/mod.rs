//! Assignments (交办事项): what a meeting decided, who does it by when, and what became of it.

mod model;
mod store;

pub use model::*;
pub(crate) use store::*;
