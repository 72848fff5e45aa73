//! The rotation planner (轮值排定): which unit is on duty in which month, for several committees
//! at once. Pure and deterministic: the same request gives the same plan.
//!
//! Rules that a plan never breaks: a unit serves only while it is a member, never in a month it
//! cannot (不便月份), at most `per_month_limit` committees in one month, and every month has the
//! units it needs. Turns that are kept or past are not touched. Where no such plan exists, the
//! [`Collision`]s say which months, units and rule stand against it; each month stands on its own
//! here, so they are all found, and they are real: the search for a month is exact.
//!
//! Within these rules the order is: who is owed a turn, who has not served in this round, who
//! served longest ago (never comes first), official order. A *round* (一轮) ends when every member
//! has served in it; nobody serves twice in a round while a unit that has not could serve. To keep
//! that, the planner looks ahead to the end of the round and lets a unit with few possible months
//! go earlier; every such bend is told in the turn's [`Reason`]s. Between committees that share
//! units the rounds are balanced by repeated passes (see `search`), which is not exact.

mod collide;
mod explain;
mod ledger;
mod matching;
mod order;
mod outcome;
mod owed;
mod reason;
mod request;
mod search;
mod table;
#[cfg(test)]
mod tests;

pub use outcome::{Collision, Named, Plan, PlanError, PlannedTurn, Rule};
pub use owed::{TurnRecord, owed_after};
pub use reason::{Because, Reason};
pub use request::{CommitteeSeats, PlanRequest, Seat, Served};

use table::Table;

/// Plans every open place of the requested months.
///
/// # Errors
/// [`PlanError::NoUnits`] where a committee has nobody to serve, [`PlanError::Collision`] where the
/// rules leave a month without enough units.
pub fn plan(request: &PlanRequest) -> Result<Plan, PlanError> {
    let table = Table::new(request);
    let empty = table.committees_without_units();
    if !empty.is_empty() {
        return Err(PlanError::NoUnits { committees: empty });
    }
    let best = search::search(&table).map_err(PlanError::Collision)?;
    Ok(Plan {
        turns: explain::explain(&table, &best),
    })
}
