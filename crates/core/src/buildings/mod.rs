//! Compounds (小区), buildings (楼栋) with 两长三员, and stairwells (单元).

mod args;
mod commands;
mod compounds;
mod ledger;
mod model;
mod order;
mod owners;
mod paper;
mod posts;
mod reach;
mod register;
mod sample;
mod search;
mod store;
mod thing;

pub use args::*;
pub use commands::*;
pub use compounds::*;
pub(crate) use ledger::BuildingLedger;
pub use ledger::export;
pub use model::*;
pub use order::natural_key;
pub(crate) use order::{building_and_stairwell, building_name};
pub use posts::*;
pub(crate) use reach::*;
pub(crate) use register::every_building;
pub(crate) use store::*;
pub use thing::THING;
