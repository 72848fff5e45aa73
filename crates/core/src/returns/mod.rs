//! 月度报送: a workbook for each committee and month, filled in ahead, that comes back by whatever
//! means and is read as changes of what is kept.
//!
//! A sheet of it is a `parts::Part`. A return goes through the commands of the things it is about,
//! so what is frozen there stays, told at its row; reading one twice changes nothing.

mod commands;
mod cover;
mod desk;
mod make;
mod model;
mod parts;
mod plan;
mod store;
mod thing;

pub use commands::*;
pub use make::{make, make_all};
pub use model::*;
pub use thing::THING;
