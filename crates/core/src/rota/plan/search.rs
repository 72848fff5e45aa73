use super::ledger::Ledger;
use super::matching::{MonthMatching, Shortage};
use super::order::{Choice, View};
use super::table::{Committee, Table};
use super::{Collision, collide};
use ground::calendar::Month;

/// After how many passes without a gain the search for fewer second turns in a round ends.
const PATIENCE: u32 = 10;

/// One complete assignment.
pub(super) struct Assignment {
    /// By month, then committee: the seats on duty.
    pub duties: Vec<Vec<Vec<usize>>>,
    /// By committee and seat: how strongly an early turn was asked for.
    pub urgency: Vec<Vec<u32>>,
    /// Turns of units that had theirs in the round while another still waited.
    repeats: usize,
    /// Whether a shared unit was left waiting, so that another pass may do better.
    improvable: bool,
}

/// The books of all committees while months go by.
pub(super) struct Books<'a> {
    table: &'a Table<'a>,
    pub ledgers: Vec<Ledger>,
    booked: Option<Month>,
}

impl<'a> Books<'a> {
    pub fn new(table: &'a Table<'a>) -> Self {
        let ledgers = table
            .committees
            .iter()
            .map(Committee::opening_ledger)
            .collect();
        Self {
            table,
            ledgers,
            booked: None,
        }
    }

    /// Books the past and kept turns up to and including `month`.
    pub fn advance(&mut self, month: Month) {
        for (committee, ledger) in self.table.committees.iter().zip(&mut self.ledgers) {
            for (month, seat) in committee.turns_between(self.booked, month) {
                ledger.record(*seat, *month);
            }
        }
        self.booked = Some(month);
    }
}

/// Finds the plan. Plans month by month; where a shared unit was still waiting when another had to
/// serve twice, asks for that unit earlier and plans again ("squeaky wheel"), keeping the best.
pub(super) fn search(table: &Table) -> Result<Assignment, Vec<Collision>> {
    let mut urgency: Vec<Vec<u32>> = table
        .committees
        .iter()
        .map(|committee| vec![0; committee.seats.len()])
        .collect();
    let mut best = run(table, &mut urgency)?;
    let (mut improvable, mut fruitless) = (best.improvable, 0);
    // Where no shared unit waits, no order of committees changes anything: more passes are idle.
    while best.repeats > 0 && improvable && fruitless < PATIENCE {
        let next = run(table, &mut urgency)?;
        improvable = next.improvable;
        fruitless += 1;
        if next.repeats < best.repeats {
            (best, fruitless) = (next, 0);
        }
    }
    Ok(best)
}

/// One pass over the months; raises `urgency` for the next one.
fn run(table: &Table, urgency: &mut [Vec<u32>]) -> Result<Assignment, Vec<Collision>> {
    // What this pass raises counts from the next one on, so that all its months go by the same.
    let asked = urgency.to_vec();
    let mut books = Books::new(table);
    let mut result = Assignment {
        duties: Vec::new(),
        urgency: asked.clone(),
        repeats: 0,
        improvable: false,
    };
    let mut collisions = Vec::new();
    for (index, month) in table.months.iter().enumerate() {
        books.advance(*month);
        let choices = all_choices(table, index, &books, &asked);
        let (mut duties, short) = match_month(table, index, &choices);
        // Goes on after a month that cannot be filled: the clerk is told of all of them at once.
        collisions.extend(
            short
                .iter()
                .map(|shortage| collide::name(table, index, shortage)),
        );
        for (number, seats) in duties.iter_mut().enumerate() {
            let committee = &table.committees[number];
            let members = committee.members(*month);
            if let Some(waiting) = book(&mut books.ledgers[number], &members, *month, seats) {
                result.repeats += 1;
                result.improvable |= ask_earlier(table, committee, &waiting, &mut urgency[number]);
            }
        }
        result.duties.push(duties);
    }
    if collisions.is_empty() {
        Ok(result)
    } else {
        Err(collisions)
    }
}

/// Raises the urgency of the waiting units that other committees want too; tells whether there are
/// any. A unit of one committee alone is held up by its own months, which no order changes.
fn ask_earlier(
    table: &Table,
    committee: &Committee,
    waiting: &[usize],
    urgency: &mut [u32],
) -> bool {
    let mut any = false;
    for seat in waiting {
        let shared = table.sits_on(committee.seats[*seat].unit) > 1;
        urgency[*seat] += u32::from(shared);
        any |= shared;
    }
    any
}

fn all_choices(
    table: &Table,
    month: usize,
    books: &Books,
    urgency: &[Vec<u32>],
) -> Vec<Vec<Choice>> {
    let ordered = table.committees.iter().zip(&books.ledgers).zip(urgency);
    let choices = ordered.map(|((committee, ledger), urgency)| {
        View {
            table,
            committee,
            month,
            urgency,
        }
        .choices(ledger)
    });
    choices.collect()
}

fn match_month(
    table: &Table,
    month: usize,
    choices: &[Vec<Choice>],
) -> (Vec<Vec<usize>>, Vec<Shortage>) {
    let mut matching = MonthMatching::new(table, month, choices);
    let mut short = Vec::new();
    for (index, committee) in table.committees.iter().enumerate() {
        let filled = (0..committee.open[month]).try_for_each(|_| matching.fill_one(index));
        short.extend(filled.err());
    }
    (matching.into_duties(), short)
}

/// Books the month's duties, those still waiting first. Tells who was left waiting where a
/// seat served twice in a round.
fn book(
    ledger: &mut Ledger,
    members: &[usize],
    month: Month,
    seats: &mut [usize],
) -> Option<Vec<usize>> {
    seats.sort_by_key(|seat| (ledger.owed(*seat) == 0, !ledger.is_behind(*seat), *seat));
    let mut left_waiting = None;
    for seat in seats.iter() {
        let waiting = ledger.waiting(members);
        if ledger.owed(*seat) == 0 && !waiting.contains(seat) {
            left_waiting = Some(waiting);
        }
        ledger.serve(*seat, month);
    }
    left_waiting
}
