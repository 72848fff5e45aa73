//! The Rust core of Tongxin (同心): registers, rules, storage, use cases, Excel in and out.
//!
//! Hosts open an [`office::Office`] and give it commands through [`api::call`]; nothing else
//! writes. Time, randomness and the actor are passed in.

pub mod agreements;
pub mod api;
mod archive;
pub mod assignments;
pub mod buildings;
pub mod calendar;
pub mod committees;
pub mod desk;
pub mod documents;
pub mod error;
pub mod excel;
pub mod files;
pub mod lists;
pub mod meetings;
pub mod office;
pub mod opening;
pub mod partners;
pub mod privacy;
pub mod progress;
pub mod ratings;
pub mod registers;
pub mod returns;
pub mod rota;
pub mod sample;
pub mod screen;
pub mod search;
pub mod settings;
mod shares;
pub mod storage;
pub mod summary;
pub mod text;
pub mod units;
pub mod users;
