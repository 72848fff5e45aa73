//! 期初数据: what an office that switches in mid-year brings along, seen and kept committee by
//! committee.

mod commands;
mod model;
mod sheet;
mod thing;

pub use commands::*;
pub use model::*;
pub(crate) use sheet::OpeningSheet;
pub use thing::THING;
