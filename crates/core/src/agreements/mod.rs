//! 共建协议: what a committee's issuing body and a unit agreed, until when, and the reports that
//! fall due each quarter.

mod commands;
mod desk;
mod model;
mod paper;
mod report;
mod rules;
mod search;
mod sheet;
mod store;
mod thing;

pub use commands::*;
pub use model::*;
pub use report::*;
pub(crate) use rules::*;
pub(crate) use sheet::AgreementSheet;
pub(crate) use store::*;
pub use thing::THING;
