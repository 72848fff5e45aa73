//! Compounds (小区), buildings (楼栋) with 两长三员, and stairwells (单元).

mod args;
mod commands;
mod compounds;
mod model;
mod order;
mod posts;
mod reach;
mod store;

pub use args::*;
pub use commands::*;
pub use compounds::*;
pub use model::*;
pub(crate) use order::building_name;
pub use order::natural_key;
pub use posts::*;
pub(crate) use reach::*;
pub(crate) use store::*;
