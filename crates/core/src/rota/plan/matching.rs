use std::collections::VecDeque;

use super::order::Choice;
use super::table::Table;

/// The duties of one month over all committees: fills every open place at the least total cost,
/// no unit beyond its capacity.
///
/// One place after the other takes the cheapest augmenting path (successive shortest paths), so
/// the result is a cheapest one among the fullest, and a place stays empty only where
/// none could fill it.
pub(super) struct MonthMatching<'a> {
    table: &'a Table<'a>,
    choices: &'a [Vec<Choice>],
    /// By unit: how many more committees it may serve.
    capacity: Vec<usize>,
    /// By unit: the committees it serves through this matching.
    holders: Vec<Vec<usize>>,
    /// By committee: the seats on duty.
    held: Vec<Vec<usize>>,
}

/// A place that cannot be filled: every unit that a chain of moves could reach is used up.
pub(super) struct Shortage {
    pub committee: usize,
    pub units: Vec<usize>,
    /// The committees that hold these units.
    pub holders: Vec<usize>,
}

/// How a unit was reached: `committee` takes it as `seat`, giving up the unit `instead_of`.
#[derive(Clone, Copy)]
struct Label {
    cost: (i64, u32),
    committee: usize,
    seat: usize,
    instead_of: Option<usize>,
}

impl<'a> MonthMatching<'a> {
    pub fn new(table: &'a Table<'a>, month: usize, choices: &'a [Vec<Choice>]) -> Self {
        let capacity = table.capacities(month);
        let holders = vec![Vec::new(); capacity.len()];
        Self {
            table,
            choices,
            capacity,
            holders,
            held: vec![Vec::new(); choices.len()],
        }
    }

    /// Gives `committee` one more unit, moving others where that is needed.
    pub fn fill_one(&mut self, committee: usize) -> Result<(), Shortage> {
        if let Some(seat) = self.wish_that_is_free(committee) {
            self.take(committee, seat);
            return Ok(());
        }
        let labels = self.reach(committee);
        let free = labels
            .iter()
            .enumerate()
            .filter_map(|(unit, label)| Some((unit, (*label)?)));
        match free
            .filter(|(unit, _)| self.is_free(*unit))
            .min_by_key(|(_, label)| label.cost)
        {
            Some((unit, _)) => {
                self.augment(&labels, unit);
                Ok(())
            }
            None => Err(self.shortage(committee, &labels)),
        }
    }

    /// The seats on duty, by committee.
    pub fn into_duties(self) -> Vec<Vec<usize>> {
        self.held
    }

    /// The cheapest choice left, if nobody has to move for it: then no path is cheaper.
    fn wish_that_is_free(&self, committee: usize) -> Option<usize> {
        let left = self.left(committee).min_by_key(|choice| choice.cost)?;
        self.is_free(self.unit(committee, left.seat))
            .then_some(left.seat)
    }

    fn left(&self, committee: usize) -> impl Iterator<Item = &Choice> {
        let held = &self.held[committee];
        self.choices[committee]
            .iter()
            .filter(|choice| !held.contains(&choice.seat))
    }

    /// Cheapest ways to every reachable unit. Costs of given-up units count negative, so labels
    /// are corrected until none improves; an optimal matching has no negative cycle.
    fn reach(&self, committee: usize) -> Vec<Option<Label>> {
        let mut labels: Vec<Option<Label>> = vec![None; self.capacity.len()];
        let mut queue = VecDeque::new();
        self.relax(committee, None, (0, 0), &mut labels, &mut queue);
        while let Some(unit) = queue.pop_front() {
            let Some(label) = labels[unit] else { continue };
            // A path ends at a free unit: going on would only take more units from others.
            if self.is_free(unit) {
                continue;
            }
            for holder in &self.holders[unit] {
                let saved = self.cost_of(*holder, unit);
                // Of paths equal in cost the one that moves fewer committees is taken.
                let so_far = (label.cost.0 - saved, label.cost.1 + 1);
                self.relax(*holder, Some(unit), so_far, &mut labels, &mut queue);
            }
        }
        labels
    }

    fn relax(
        &self,
        committee: usize,
        instead_of: Option<usize>,
        so_far: (i64, u32),
        labels: &mut [Option<Label>],
        queue: &mut VecDeque<usize>,
    ) {
        for choice in self.left(committee) {
            let unit = self.unit(committee, choice.seat);
            let cost = (so_far.0 + choice.cost, so_far.1);
            if labels[unit].is_none_or(|label| cost < label.cost) {
                labels[unit] = Some(Label {
                    cost,
                    committee,
                    seat: choice.seat,
                    instead_of,
                });
                queue.push_back(unit);
            }
        }
    }

    fn augment(&mut self, labels: &[Option<Label>], target: usize) {
        let mut next = Some(target);
        while let Some(label) = next.and_then(|unit| labels[unit]) {
            if let Some(unit) = label.instead_of {
                self.release(label.committee, unit);
            }
            self.take(label.committee, label.seat);
            next = label.instead_of;
        }
    }

    fn take(&mut self, committee: usize, seat: usize) {
        let unit = self.unit(committee, seat);
        self.holders[unit].push(committee);
        self.held[committee].push(seat);
    }

    fn release(&mut self, committee: usize, unit: usize) {
        let seats = &self.table.committees[committee].seats;
        self.holders[unit].retain(|holder| *holder != committee);
        self.held[committee].retain(|seat| seats[*seat].unit != unit);
    }

    fn shortage(&self, committee: usize, labels: &[Option<Label>]) -> Shortage {
        let units: Vec<usize> = (0..labels.len())
            .filter(|unit| labels[*unit].is_some())
            .collect();
        let mut holders: Vec<usize> = units
            .iter()
            .flat_map(|unit| &self.holders[*unit])
            .copied()
            .collect();
        holders.sort_unstable();
        holders.dedup();
        Shortage {
            committee,
            units,
            holders,
        }
    }

    fn is_free(&self, unit: usize) -> bool {
        self.holders[unit].len() < self.capacity[unit]
    }

    fn unit(&self, committee: usize, seat: usize) -> usize {
        self.table.committees[committee].seats[seat].unit
    }

    fn cost_of(&self, committee: usize, unit: usize) -> i64 {
        let chosen = self.choices[committee]
            .iter()
            .find(|c| self.unit(committee, c.seat) == unit);
        chosen.map_or(0, |choice| choice.cost)
    }
}
