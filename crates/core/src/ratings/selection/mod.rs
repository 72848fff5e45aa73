//! 十佳楼栋 and 最美楼栋长: nominations, votes and scores put into one result that shows its sums.

mod commands;
mod model;
mod rules;
pub(super) mod sample;

pub use commands::*;
pub use model::*;
pub use rules::*;
