//! The Rust core of Tongxin (同心): registers, rules, storage, use cases, Excel in and out.
//!
//! The house on top lists the things; hosts open an [`office::Office`] with that list and give it commands
//! through [`api::call`]; nothing else writes. Time, randomness and the actor are passed in.

pub mod agreements;
pub mod assignments;
pub mod buildings;
pub mod committees;
pub mod desk;
pub mod documents;
pub mod history;
pub mod house;
pub mod lists;
pub mod meetings;
pub mod members;
pub mod opening;
pub mod partners;
pub mod ratings;
pub mod registers;
pub mod returns;
pub mod rota;
pub mod sampling;
pub mod screen;
pub mod search;
pub mod settings;
pub mod summary;
#[cfg(test)]
mod testing;
pub mod todo;
pub mod units;
pub mod users;
pub mod views;
pub mod wording;

pub use house::{api, founding, office, session, thing};
