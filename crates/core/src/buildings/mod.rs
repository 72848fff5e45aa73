//! Compounds (小区), buildings (楼栋) with 两长三员, and stairwells (单元).

mod args;
mod commands;
mod compounds;
mod model;
mod order;
mod owners;
mod posts;
mod reach;
mod register;
mod sheet;
mod store;

pub use args::*;
pub use commands::*;
pub use compounds::*;
pub use model::*;
pub use order::natural_key;
pub(crate) use order::{building_and_stairwell, building_name};
pub use posts::*;
pub(crate) use reach::*;
pub use register::*;
pub(crate) use store::*;
