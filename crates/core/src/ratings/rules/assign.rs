//! Cross rating (交叉考评): who rates whom within a scope.
//!
//! Pure and deterministic. Every object has the same number of judges and judges as many: loads are
//! equal. Nobody rates their own. Pairs of the last periods are left out where that is possible at
//! all: a flow with as many units as judges finds such an assignment whenever one exists, and where
//! none does, the oldest pairs come back first.

use std::collections::{HashSet, VecDeque};

/// Who rates whom: `(judge, rated)`, places in the list of a scope's objects.
pub type Pair = (usize, usize);

/// An assignment, and how many of its pairs had to come back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// The pairs by judge, then rated.
    pub pairs: Vec<Pair>,
    /// Pairs that also stood in one of the last periods.
    pub repeated: usize,
}

/// Assigns `judges` to each of `count` objects; `last` holds the pairs of the last periods, newest
/// first.
#[must_use]
pub fn assign(count: usize, judges: usize, last: &[HashSet<Pair>]) -> Assigned {
    let judges = judges.min(count.saturating_sub(1));
    for kept in (0..=last.len()).rev() {
        let barred: HashSet<Pair> = last[..kept].iter().flatten().copied().collect();
        if let Some(pairs) = Flow::new(count, judges, &barred).solve() {
            let again = |pair: &&Pair| last.iter().any(|period| period.contains(pair));
            let repeated = pairs.iter().filter(again).count();
            return Assigned { pairs, repeated };
        }
    }
    Assigned {
        pairs: Vec::new(),
        repeated: 0,
    }
}

/// Judges on one side, rated objects on the other, each with room for the same number of pairs.
struct Flow<'a> {
    count: usize,
    room: usize,
    barred: &'a HashSet<Pair>,
    /// For each rated object, its judges so far.
    judges_of: Vec<Vec<usize>>,
    /// For each judge, what it rates so far.
    rated_by: Vec<HashSet<usize>>,
}

impl<'a> Flow<'a> {
    fn new(count: usize, room: usize, barred: &'a HashSet<Pair>) -> Self {
        Self {
            count,
            room,
            barred,
            judges_of: vec![Vec::new(); count],
            rated_by: vec![HashSet::new(); count],
        }
    }

    fn solve(mut self) -> Option<Vec<Pair>> {
        self.begin_in_circles();
        for judge in 0..self.count {
            while self.rated_by[judge].len() < self.room {
                if !self.augment(judge) {
                    return None;
                }
            }
        }
        let mut pairs: Vec<Pair> = Vec::with_capacity(self.count * self.room);
        for (judge, rated) in self.rated_by.iter().enumerate() {
            pairs.extend(rated.iter().map(|rated| (judge, *rated)));
        }
        // Sets have no order, and the same scope has to be assigned alike each time.
        pairs.sort_unstable();
        Some(pairs)
    }

    fn allows(&self, judge: usize, rated: usize) -> bool {
        judge != rated && !self.barred.contains(&(judge, rated))
    }

    /// Everybody rates the neighbour at the same distance: nearly always enough, and quick. Distances
    /// go by a step that has no factor in common with the number, so that next-door pairs are rare.
    fn begin_in_circles(&mut self) {
        for distance in self.distances() {
            if self
                .rated_by
                .first()
                .is_none_or(|rated| rated.len() == self.room)
            {
                break;
            }
            // All or none: half a circle would leave loads uneven.
            let whole =
                (0..self.count).all(|judge| self.allows(judge, (judge + distance) % self.count));
            if whole {
                for judge in 0..self.count {
                    self.join(judge, (judge + distance) % self.count);
                }
            }
        }
    }

    fn distances(&self) -> impl Iterator<Item = usize> + use<> {
        let (count, step) = (self.count, stride(self.count));
        (1..count)
            .map(move |n| n * step % count)
            .filter(|distance| *distance != 0)
    }

    fn join(&mut self, judge: usize, rated: usize) {
        self.rated_by[judge].insert(rated);
        self.judges_of[rated].push(judge);
    }

    fn part(&mut self, judge: usize, rated: usize) {
        self.rated_by[judge].remove(&rated);
        self.judges_of[rated].retain(|other| *other != judge);
    }

    /// Finds one more object for a judge, moving others' pairs where needed.
    fn augment(&mut self, judge: usize) -> bool {
        let mut came_from: Vec<Option<usize>> = vec![None; self.count];
        let mut freed: Vec<Option<usize>> = vec![None; self.count];
        let mut seen = vec![false; self.count];
        let mut queue = VecDeque::from([judge]);
        seen[judge] = true;
        while let Some(current) = queue.pop_front() {
            for offset in 1..self.count {
                let rated = (current + offset) % self.count;
                let known = came_from[rated].is_some() || self.rated_by[current].contains(&rated);
                if known || !self.allows(current, rated) {
                    continue;
                }
                came_from[rated] = Some(current);
                if self.judges_of[rated].len() < self.room {
                    self.follow_back(rated, judge, &came_from, &freed);
                    return true;
                }
                for other in self.judges_of[rated].clone() {
                    if !seen[other] {
                        seen[other] = true;
                        freed[other] = Some(rated);
                        queue.push_back(other);
                    }
                }
            }
        }
        false
    }

    fn follow_back(
        &mut self,
        end: usize,
        start: usize,
        came_from: &[Option<usize>],
        freed: &[Option<usize>],
    ) {
        let mut rated = end;
        while let Some(judge) = came_from[rated] {
            self.join(judge, rated);
            match freed[judge] {
                Some(given_up) if judge != start => {
                    self.part(judge, given_up);
                    rated = given_up;
                }
                _ => break,
            }
        }
    }
}

/// A number near two fifths of `count` that shares no factor with it.
fn stride(count: usize) -> usize {
    let gcd = |mut a: usize, mut b: usize| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    let begin = (count * 2 / 5).max(1);
    (begin..=begin + count)
        .find(|step| gcd(*step, count) == 1)
        .unwrap_or(1)
}
