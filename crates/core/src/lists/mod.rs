//! The three lists (三张清单): what units can give, what is needed, and the projects that come of a
//! need that was claimed.

mod claims;
mod model;
mod needs;
mod paper;
mod projects;
mod resources;
mod rules;
mod search;
mod store;
mod thing;

pub use claims::*;
pub use model::*;
pub use needs::*;
pub use projects::*;
pub use resources::*;
pub(crate) use store::*;
pub use thing::THING;
