//! The ground floor of Tongxin (同心): what has no office in it and needs no database.
//!
//! The calendar, texts and numbers as people write them, the one error, files that commands take and give,
//! how far long work has come, where time and randomness come from, and the arguments every thing's commands
//! share. Everything above may use it; it uses nothing of the house.

pub mod archive;
pub mod calendar;
pub mod commands;
pub mod environment;
pub mod error;
pub mod figures;
pub mod files;
pub mod numerals;
pub mod phone;
pub mod points;
pub mod progress;
pub mod shares;
#[cfg(feature = "sqlx")]
pub mod stored;
pub mod text;
pub mod written;
