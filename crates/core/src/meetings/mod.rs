//! Joint meetings (联席会议): from the rota through notice, attendance and record to signed minutes.

mod args;
mod attachments;
mod attendance;
mod commands;
mod desk;
mod dossier;
mod draft;
mod duty;
mod follow_up;
mod items;
mod merge;
mod minutes;
mod model;
mod numbers;
mod open;
pub(crate) mod paper;
mod roster;
mod rules;
mod search;
mod states;
mod store;
#[cfg(test)]
mod tests;
mod thing;
mod undo;
mod view;
mod wording;

pub use args::*;
pub use attachments::*;
pub use attendance::*;
pub use commands::*;
pub use desk::CommitteeMonth;
pub(crate) use desk::{committee_months, under_way};
pub(crate) use dossier::{Dossier, dossier};
pub(crate) use duty::{follow_rota, prepared_meetings};
pub use items::*;
pub use minutes::*;
pub use model::*;
pub use numbers::*;
pub use open::*;
pub use states::*;
pub(crate) use store::*;
pub use thing::THING;
pub(crate) use wording::*;
