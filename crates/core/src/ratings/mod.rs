//! Building stars (楼栋星级评定): schemes, monthly periods with cross rating, published results and what
//! is made of them. The rules are pure and stand in [`rules`]; `tally` brings a period to them.

mod args;
mod community;
mod desk;
mod explain;
mod flag_sheet;
mod flags;
mod import;
mod model;
mod objects;
mod open;
mod order;
mod paper;
mod period;
mod publish;
mod results;
mod rollup;
pub mod rules;
mod sample;
mod schemes;
mod scores;
mod selection;
mod sheet;
mod store;
mod tally;
#[cfg(test)]
mod tests;
mod thing;
mod trend;
mod undo;
mod volunteers;

pub use args::*;
pub use community::*;
pub use explain::*;
pub use flags::*;
pub use import::*;
pub use model::*;
pub use open::*;
pub use period::*;
pub use publish::*;
pub use results::*;
pub use rollup::*;
pub use schemes::*;
pub use scores::*;
pub use selection::*;
pub use sheet::*;
pub use trend::*;
pub use volunteers::*;

pub(crate) use flag_sheet::FlagSheet;
pub use tally::{Tally, tally};
pub use thing::THING;
