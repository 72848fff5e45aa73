//! The street at a glance: the leaders' view on screen and their workbook (领导汇总), both made from
//! the same figures.

mod commands;
mod figures;
mod gather;
mod partners;
mod scope;
mod sheets;
mod stars;
mod store;
mod thing;
pub mod workbook;

pub use commands::*;
pub use thing::THING;
