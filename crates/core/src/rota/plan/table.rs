use std::collections::HashMap;

use super::ledger::Ledger;
use super::{CommitteeSeats, Named, PlanRequest, Seat};
use ground::calendar::Month;

/// The request with everything numbered: months, committees, units, and a committee's seats in
/// official order.
pub(super) struct Table<'a> {
    pub months: Vec<Month>,
    pub limit: u32,
    pub committees: Vec<Committee<'a>>,
    /// Kept turns by month, then unit: the committees it serves.
    kept_duties: Vec<Vec<Vec<usize>>>,
    /// How many committees each unit sits on.
    sits_on: Vec<u32>,
}

pub(super) struct Committee<'a> {
    pub source: &'a CommitteeSeats,
    pub seats: Vec<Place<'a>>,
    /// By month: places still to be filled.
    pub open: Vec<usize>,
    /// By month: seats with a kept turn.
    pub kept: Vec<Vec<usize>>,
    /// Turns of the past and kept ones, in order of time.
    past: Vec<(Month, usize)>,
}

pub(super) struct Place<'a> {
    pub seat: &'a Seat,
    pub unit: usize,
    /// By month: may be put on duty as far as fixed facts go (member, not blocked, not taken by
    /// kept turns).
    pub able: Vec<bool>,
}

impl<'a> Table<'a> {
    pub fn new(request: &'a PlanRequest) -> Self {
        let mut months = request.months.clone();
        months.sort_unstable();
        months.dedup();
        let numbers = number_units(request);
        let kept_duties = kept_duties(request, &months, &numbers);
        let mut sits_on = vec![0; numbers.len()];
        let mut committees = Vec::with_capacity(request.committees.len());
        for source in &request.committees {
            let committee = Committee::new(source, &months, &numbers);
            committee
                .seats
                .iter()
                .for_each(|place| sits_on[place.unit] += 1);
            committees.push(committee);
        }
        let mut table = Self {
            months,
            limit: request.per_month_limit,
            committees,
            kept_duties,
            sits_on,
        };
        table.mark_able();
        table
    }

    /// Committees that have places to fill and no seat at all.
    pub fn committees_without_units(&self) -> Vec<Named> {
        let empty = |c: &&Committee| c.seats.is_empty() && c.open.iter().any(|open| *open > 0);
        self.committees
            .iter()
            .filter(empty)
            .map(Committee::named)
            .collect()
    }

    /// How many more committees each unit may serve in the month.
    pub fn capacities(&self, month: usize) -> Vec<usize> {
        // Kept turns may lie above a limit that was lowered since.
        let free = |duties: &Vec<usize>| (self.limit as usize).saturating_sub(duties.len());
        self.kept_duties[month].iter().map(free).collect()
    }

    /// The committees that kept turns have the unit serve in the month.
    pub fn kept_duties(&self, month: usize, unit: usize) -> &[usize] {
        &self.kept_duties[month][unit]
    }

    pub fn sits_on(&self, unit: usize) -> u32 {
        self.sits_on[unit]
    }

    fn mark_able(&mut self) {
        for (month_index, month) in self.months.iter().enumerate() {
            let duties = &self.kept_duties[month_index];
            for committee in &mut self.committees {
                let kept = &committee.kept[month_index];
                for (index, place) in committee.seats.iter_mut().enumerate() {
                    let free = duties[place.unit].len() < self.limit as usize;
                    let seat = place.seat;
                    let may = seat.is_member(*month) && !seat.is_blocked(*month);
                    place.able.push(may && free && !kept.contains(&index));
                }
            }
        }
    }
}

impl<'a> Committee<'a> {
    fn new(source: &'a CommitteeSeats, months: &[Month], numbers: &HashMap<&str, usize>) -> Self {
        let seats = places(source, numbers);
        let index: HashMap<&str, usize> = seats
            .iter()
            .enumerate()
            .map(|(i, place)| (place.seat.unit_id.as_str(), i))
            .collect();
        let (mut open, mut kept) = (Vec::new(), Vec::new());
        for month in months {
            let units = kept_units(source, *month);
            // More may stand fast than there are places, since the units of a month may have been
            // lowered.
            open.push((source.units_per_month as usize).saturating_sub(units.len()));
            // A unit that takes no turns any more still fills its place of the month, but has no
            // seat.
            kept.push(
                units
                    .iter()
                    .filter_map(|unit| index.get(unit).copied())
                    .collect(),
            );
        }
        let mut past: Vec<(Month, usize)> = (source.served.iter().chain(&source.kept))
            .filter_map(|turn| Some((turn.month, *index.get(turn.unit_id.as_str())?)))
            .collect();
        past.sort_unstable();
        past.dedup();
        Self {
            source,
            seats,
            open,
            kept,
            past,
        }
    }

    pub fn named(&self) -> Named {
        let id = self.source.committee_id.clone();
        Named {
            id,
            name: self.source.committee_name.clone(),
        }
    }

    pub fn named_seat(&self, seat: usize) -> Named {
        let seat = self.seats[seat].seat;
        Named {
            id: seat.unit_id.clone(),
            name: seat.unit_name.clone(),
        }
    }

    pub fn members(&self, month: Month) -> Vec<usize> {
        (0..self.seats.len())
            .filter(|seat| self.seats[*seat].seat.is_member(month))
            .collect()
    }

    pub fn opening_ledger(&self) -> Ledger {
        Ledger::new(self.seats.iter().map(|place| place.seat.owed).collect())
    }

    /// Past and kept turns after `since` up to and including `until`.
    pub fn turns_between(&self, since: Option<Month>, until: Month) -> &[(Month, usize)] {
        // Nothing booked yet is less than any month, so the first slice begins at the beginning.
        let start = self
            .past
            .partition_point(|(month, _)| Some(*month) <= since);
        let end = self.past.partition_point(|(month, _)| *month <= until);
        self.past.get(start..end).unwrap_or_default()
    }
}

/// Numbers follow the ids, so that the order in which units come in decides nothing.
fn number_units(request: &PlanRequest) -> HashMap<&str, usize> {
    let mut ids = Vec::new();
    for committee in &request.committees {
        ids.extend(committee.seats.iter().map(|seat| seat.unit_id.as_str()));
        let turns = committee.served.iter().chain(&committee.kept);
        ids.extend(turns.map(|turn| turn.unit_id.as_str()));
    }
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().zip(0..).collect()
}

fn places<'a>(source: &'a CommitteeSeats, numbers: &HashMap<&str, usize>) -> Vec<Place<'a>> {
    let mut seats: Vec<&Seat> = source.seats.iter().collect();
    // The key settles equal numbers: the same request has to give the same plan.
    seats.sort_by_key(|seat| (seat.official_order, &seat.unit_id));
    let mut taken = vec![false; numbers.len()];
    let mut places = Vec::with_capacity(seats.len());
    for seat in seats {
        let unit = numbers[seat.unit_id.as_str()];
        if !std::mem::replace(&mut taken[unit], true) {
            places.push(Place {
                seat,
                unit,
                able: Vec::new(),
            });
        }
    }
    places
}

/// The units whose turn in `month` is fixed, each once.
fn kept_units(source: &CommitteeSeats, month: Month) -> Vec<&str> {
    let turns = source
        .served
        .iter()
        .chain(&source.kept)
        .filter(|turn| turn.month == month);
    let mut units: Vec<&str> = turns.map(|turn| turn.unit_id.as_str()).collect();
    units.sort_unstable();
    units.dedup();
    units
}

fn kept_duties(
    request: &PlanRequest,
    months: &[Month],
    numbers: &HashMap<&str, usize>,
) -> Vec<Vec<Vec<usize>>> {
    let mut duties = vec![vec![Vec::new(); numbers.len()]; months.len()];
    for (month, duties) in months.iter().zip(&mut duties) {
        for (index, committee) in request.committees.iter().enumerate() {
            for unit in kept_units(committee, *month) {
                duties[numbers[unit]].push(index);
            }
        }
    }
    duties
}
