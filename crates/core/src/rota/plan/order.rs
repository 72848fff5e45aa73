use std::cmp::Reverse;

use super::ledger::Ledger;
use super::table::{Committee, Table};

/// One committee in one month, as its candidates are put in order.
pub(super) struct View<'a> {
    pub table: &'a Table<'a>,
    pub committee: &'a Committee<'a>,
    pub month: usize,
    /// By seat: how strongly earlier passes ask for an early turn.
    pub urgency: &'a [u32],
}

/// How well a candidate keeps the laws, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Is owed a turn.
    Owed,
    /// Its turn of the round is due, and the others can still have theirs.
    Due,
    /// Its turn is due, but taking it now makes a unit with fewer months miss the round.
    DueButCostly,
    /// Has had its turn of the round.
    Served,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    pub seat: usize,
    /// What taking this seat instead of the best one costs the laws.
    pub cost: i64,
}

impl View<'_> {
    /// The seats that may serve, each with its cost. The first `open` of them are the
    /// committee's own wish.
    pub fn choices(&self, ledger: &Ledger) -> Vec<Choice> {
        let mut ahead = ledger.clone();
        let mut wish: Vec<(Standing, usize)> = Vec::new();
        for _ in 0..self.committee.open[self.month] {
            let taken: Vec<usize> = wish.iter().map(|(_, seat)| *seat).collect();
            let Some(best) = self.candidates(&ahead, &taken).first().copied() else {
                break;
            };
            // Where units share a month, the second is chosen as if the first had served already.
            ahead.serve(best.1, self.table.months[self.month]);
            wish.push(best);
        }
        let wished: Vec<usize> = wish.iter().map(|(_, seat)| *seat).collect();
        let rest = self.candidates(ledger, &[]).into_iter();
        wish.extend(rest.filter(|(_, seat)| !wished.contains(seat)));
        wish.iter()
            .zip(0..)
            .map(|(candidate, position)| self.priced(*candidate, position))
            .collect()
    }

    /// The able seats that are not `taken`, in the order of the laws.
    fn candidates(&self, ledger: &Ledger, taken: &[usize]) -> Vec<(Standing, usize)> {
        let able = |seat: &usize| self.able(*seat, self.month) && !taken.contains(seat);
        let members = self.members_but(taken);
        let mut waiting = ledger.waiting(&members);
        // Nobody who waits can serve this month, and it has to be filled all the same.
        if !waiting.iter().any(able) {
            waiting = members;
        }
        let window = Window::new(self, &waiting, taken.len());
        let mut order: Vec<(Standing, usize)> = (0..self.committee.seats.len())
            .filter(able)
            .map(|seat| (self.standing(ledger, &waiting, &window, seat), seat))
            .collect();
        order.sort_by_key(|(standing, seat)| (*standing, self.law_key(ledger, *seat)));
        order
    }

    fn standing(
        &self,
        ledger: &Ledger,
        waiting: &[usize],
        window: &Window,
        seat: usize,
    ) -> Standing {
        if ledger.owed(seat) > 0 {
            Standing::Owed
        } else if !waiting.contains(&seat) {
            Standing::Served
        } else if window.allows(self, seat) {
            Standing::Due
        } else {
            Standing::DueButCostly
        }
    }

    /// Owed, urgent, least recently served with never first, official order.
    fn law_key(&self, ledger: &Ledger, seat: usize) -> impl Ord + use<> {
        (
            Reverse(ledger.owed(seat)),
            Reverse(self.urgency[seat]),
            ledger.last(seat),
            seat,
        )
    }

    fn priced(&self, (standing, seat): (Standing, usize), position: i64) -> Choice {
        let urgency = i64::from(self.urgency[seat]);
        Choice {
            seat,
            cost: position + price(standing) - 10_000 * urgency,
        }
    }

    fn members_but(&self, taken: &[usize]) -> Vec<usize> {
        let mut members = self.committee.members(self.table.months[self.month]);
        members.retain(|seat| !taken.contains(seat));
        members
    }

    fn able(&self, seat: usize, month: usize) -> bool {
        self.committee.seats[seat].able[month]
    }
}

/// Prices steps apart, so that between committees keeping the laws outweighs urgency, and
/// urgency outweighs any number of positions.
fn price(standing: Standing) -> i64 {
    match standing {
        Standing::Owed => -1_000_000,
        Standing::Due => 0,
        Standing::DueButCostly => 1_000_000,
        Standing::Served => 2_000_000,
    }
}

/// The rest of the round: the seats still waiting and the places until each could have had one.
struct Window {
    waiting: Vec<usize>,
    /// The month of each place; the view's own month comes first.
    places: Vec<usize>,
    /// How many of the waiting can be placed.
    placeable: usize,
}

impl Window {
    fn new(view: &View, waiting: &[usize], taken: usize) -> Self {
        let mut waiting = waiting.to_vec();
        let mut places = Vec::new();
        for month in view.month..view.table.months.len() {
            let kept = &view.committee.kept[month];
            // One with a kept turn later in the round has its turn there and needs no place.
            waiting.retain(|seat| month == view.month || !kept.contains(seat));
            let used = if month == view.month { taken } else { 0 };
            let open = view.committee.open[month].saturating_sub(used);
            let wanted = waiting.len().saturating_sub(places.len());
            places.extend(std::iter::repeat_n(month, open.min(wanted)));
            if places.len() >= waiting.len() {
                break;
            }
        }
        places.truncate(waiting.len());
        let placeable = most_placed(view, &waiting, &places);
        Self {
            waiting,
            places,
            placeable,
        }
    }

    /// Whether as many of the waiting can be placed when `seat` takes the first place. A seat that
    /// has a kept turn within the round cannot say so: its turn is the kept one.
    fn allows(&self, view: &View, seat: usize) -> bool {
        let Some((_, later)) = self.places.split_first() else {
            return true;
        };
        if !self.waiting.contains(&seat) {
            return false;
        }
        let others: Vec<usize> = self
            .waiting
            .iter()
            .copied()
            .filter(|other| *other != seat)
            .collect();
        most_placed(view, &others, later) + 1 >= self.placeable
    }
}

/// The size of the largest matching of seats to places (augmenting paths).
fn most_placed(view: &View, seats: &[usize], places: &[usize]) -> usize {
    // Mostly no month is barred to anybody, and then counting is enough: this is asked for every
    // candidate of every month.
    let free = |seat: &usize| places.iter().all(|month| view.able(*seat, *month));
    let anywhere = seats.iter().filter(|seat| free(seat)).count();
    if anywhere == seats.len() {
        return seats.len().min(places.len());
    }
    let mut holder = vec![None; places.len()];
    let place_all = seats.iter().filter(|seat| {
        let mut tried = vec![false; places.len()];
        place(view, **seat, places, &mut holder, &mut tried)
    });
    place_all.count()
}

fn place(
    view: &View,
    seat: usize,
    places: &[usize],
    holder: &mut [Option<usize>],
    tried: &mut [bool],
) -> bool {
    for (index, month) in places.iter().enumerate() {
        if tried[index] || !view.able(seat, *month) {
            continue;
        }
        tried[index] = true;
        let moved = holder[index].is_none_or(|other| place(view, other, places, holder, tried));
        if moved {
            holder[index] = Some(seat);
            return true;
        }
    }
    false
}
