mod collisions;
mod laws;
mod properties;
mod reasons;
mod rounds;
mod scale;

use super::{CommitteeSeats, Plan, PlanRequest, Seat, Served, plan};
use ground::calendar::Month;

pub(super) fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// The first `count` months of 2026.
pub(super) fn months(count: i32) -> Vec<Month> {
    month("2026-01").through(month("2026-01").plus(count - 1))
}

/// A committee whose units are the letters of `units`, in official order.
pub(super) fn committee(id: &str, units: &str) -> CommitteeSeats {
    CommitteeSeats {
        committee_id: id.into(),
        committee_name: format!("{id}社区大党委"),
        units_per_month: 1,
        seats: units
            .chars()
            .zip(1..)
            .map(|(unit, order)| seat(unit, order))
            .collect(),
        served: vec![],
        kept: vec![],
    }
}

fn seat(unit: char, official_order: i64) -> Seat {
    Seat {
        unit_id: unit.into(),
        unit_name: format!("{unit}单位"),
        official_order,
        joined: None,
        left: None,
        blocked_months: vec![],
        owed: 0,
    }
}

pub(super) fn request(count: i32, committees: Vec<CommitteeSeats>) -> PlanRequest {
    PlanRequest {
        months: months(count),
        per_month_limit: 1,
        committees,
    }
}

/// Turns of successive months from `start`, one letter each; `.` is a month without one.
pub(super) fn turns(start: &str, units: &str) -> Vec<Served> {
    let at = |step: i32| month(start).plus(step);
    let letters = units.chars().zip(0..).filter(|(unit, _)| *unit != '.');
    letters
        .map(|(unit, step)| Served {
            month: at(step),
            unit_id: unit.into(),
        })
        .collect()
}

/// The units planned for a committee, in order of months.
pub(super) fn units_of(plan: &Plan, committee: &str) -> String {
    let turns = plan
        .turns
        .iter()
        .filter(|turn| turn.committee_id == committee);
    turns.map(|turn| turn.unit_id.as_str()).collect()
}

/// Plans one committee and tells its units.
pub(super) fn planned(count: i32, committee: CommitteeSeats) -> String {
    let id = committee.committee_id.clone();
    units_of(&plan(&request(count, vec![committee])).unwrap(), &id)
}
