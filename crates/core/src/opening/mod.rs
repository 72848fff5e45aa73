//! 期初数据: what an office that switches in mid-year brings along, seen and kept committee by
//! committee.

mod commands;
mod model;
mod sheet;

pub use commands::*;
pub use model::*;
pub(crate) use sheet::OpeningSheet;
