//! The rotation (轮值): the plan's laws, the board, and what a month on duty holds.

mod board;
mod change;
mod desk;
mod draft;
mod due;
mod follow;
mod history;
mod model;
mod paper;
pub mod plan;
mod planning;
mod reconcile;
mod rules;
mod store;
#[cfg(test)]
pub(crate) mod tests;
mod thing;

pub use board::{board, turn};
pub use change::{replace, save_content, swap};
pub(crate) use desk::on_duty;
pub(crate) use due::meeting_months;
pub use follow::{Before, RotaFollower};
pub use history::add_history;
pub(crate) use history::hold_history;
pub use model::*;
pub use planning::{plan_rota, preview};
pub(crate) use rules::{MeetingMonths, sees_meeting};
pub(crate) use store::{first_kept_month, opening_turns};
pub use thing::THING;
