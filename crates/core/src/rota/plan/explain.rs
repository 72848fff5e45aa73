use super::ledger::Ledger;
use super::search::{Assignment, Books};
use super::table::{Committee, Table};
use super::{Because, PlannedTurn, Reason};

/// Replays the assignment and says for each turn why it is so.
pub(super) fn explain(table: &Table, assignment: &Assignment) -> Vec<PlannedTurn> {
    // Ledgers of the best pass are not kept; replayed, each turn is judged by what was booked
    // before it, not by what came after.
    let mut books = Books::new(table);
    let mut turns = Vec::new();
    for (index, month) in table.months.iter().enumerate() {
        books.advance(*month);
        let duties = Duties::new(table, index, assignment);
        for (number, seats) in assignment.duties[index].iter().enumerate() {
            let committee = &table.committees[number];
            let ledger = &mut books.ledgers[number];
            for seat in seats {
                let case = Case {
                    table,
                    duties: &duties,
                    committee,
                    number,
                    ledger,
                    seat: *seat,
                };
                turns.push(PlannedTurn {
                    committee_id: committee.source.committee_id.clone(),
                    month: *month,
                    unit_id: committee.seats[*seat].seat.unit_id.clone(),
                    reasons: case.reasons(),
                });
                ledger.serve(*seat, *month);
            }
        }
    }
    turns
}

/// Everybody's duties in one month.
struct Duties<'a> {
    month: usize,
    assignment: &'a Assignment,
    /// By unit: the committees it serves, kept turns included.
    by_unit: Vec<Vec<usize>>,
}

impl<'a> Duties<'a> {
    fn new(table: &Table, month: usize, assignment: &'a Assignment) -> Self {
        let units = table.capacities(month).len();
        let mut by_unit: Vec<Vec<usize>> = (0..units)
            .map(|unit| table.kept_duties(month, unit).to_vec())
            .collect();
        for (number, seats) in assignment.duties[month].iter().enumerate() {
            for seat in seats {
                by_unit[table.committees[number].seats[*seat].unit].push(number);
            }
        }
        Self {
            month,
            assignment,
            by_unit,
        }
    }
}

/// One turn about to be booked.
struct Case<'a> {
    table: &'a Table<'a>,
    duties: &'a Duties<'a>,
    committee: &'a Committee<'a>,
    number: usize,
    ledger: &'a Ledger,
    seat: usize,
}

impl Case<'_> {
    fn reasons(&self) -> Vec<Reason> {
        let members = self.committee.members(self.table.months[self.duties.month]);
        let mut reasons = self.order_reasons(&members);
        reasons.extend(self.not_blocked());
        reasons.extend(self.elsewhere());
        let mut passed: Vec<usize> = members
            .into_iter()
            .filter(|s| self.was_passed(*s))
            .collect();
        passed.sort_by_key(|seat| law_key(self.ledger, *seat));
        reasons.extend(passed.into_iter().map(|seat| self.ahead_of(seat)));
        reasons
    }

    fn order_reasons(&self, members: &[usize]) -> Vec<Reason> {
        let owed = self.ledger.owed(self.seat);
        if members.len() < 2 {
            vec![Reason::OnlyUnit]
        } else if owed > 0 {
            vec![Reason::Owed { owed }]
        } else if let Some(reason) = self.last_left(members) {
            vec![reason]
        } else {
            self.by_last_turn(members)
        }
    }

    fn last_left(&self, members: &[usize]) -> Option<Reason> {
        let units = u32::try_from(members.len()).unwrap_or(u32::MAX);
        let year = self.table.months[self.duties.month].year();
        let this_year = |seat: usize| {
            self.ledger
                .last(seat)
                .is_some_and(|last| last.year() == year)
        };
        let only = |left: &dyn Fn(usize) -> bool| {
            members
                .iter()
                .all(|member| left(*member) == (*member == self.seat))
        };
        if only(&|seat| !this_year(seat)) {
            return Some(Reason::LastOfYear { units });
        }
        only(&|seat| self.ledger.is_behind(seat)).then_some(Reason::LastOfRound { units })
    }

    fn by_last_turn(&self, members: &[usize]) -> Vec<Reason> {
        let last = self.ledger.last(self.seat);
        let others = || {
            // Who shares the month is no rival: it has its turn as well.
            let open = members.iter().filter(|seat| !self.serves_here(**seat));
            open.map(|seat| self.ledger.last(*seat))
        };
        let first = match last {
            None => Reason::NeverServed,
            Some(month) => Reason::LastServed {
                month,
                longest: others().all(|other| last <= other),
            },
        };
        let place = u32::try_from(self.seat + 1).unwrap_or(u32::MAX);
        let tied = others().any(|other| other == last);
        let tie = tied.then_some(Reason::OfficialOrder { place });
        std::iter::once(first).chain(tie).collect()
    }

    fn not_blocked(&self) -> Option<Reason> {
        let blocked_months = self.committee.seats[self.seat].seat.blocked_months.clone();
        let month = self.table.months[self.duties.month];
        (!blocked_months.is_empty()).then_some(Reason::NotBlocked {
            month,
            blocked_months,
        })
    }

    fn elsewhere(&self) -> Option<Reason> {
        let unit = self.committee.seats[self.seat].unit;
        let others = self.duties.by_unit[unit].len().saturating_sub(1);
        match u32::try_from(others).unwrap_or(u32::MAX) {
            0 => (self.table.sits_on(unit) > 1).then_some(Reason::NotElsewhere),
            others => Some(Reason::WithinLimit {
                others,
                limit: self.table.limit,
            }),
        }
    }

    fn serves_here(&self, seat: usize) -> bool {
        let unit = self.committee.seats[seat].unit;
        self.duties.by_unit[unit].contains(&self.number)
    }

    /// Whether `seat` came before this turn's seat in order and is not on duty.
    fn was_passed(&self, seat: usize) -> bool {
        !self.serves_here(seat) && law_key(self.ledger, seat) < law_key(self.ledger, self.seat)
    }

    fn ahead_of(&self, seat: usize) -> Reason {
        let named = self.committee.named_seat(seat);
        Reason::AheadOf {
            unit_id: named.id,
            unit_name: named.name,
            because: self.because(seat),
        }
    }

    fn because(&self, seat: usize) -> Because {
        let place = &self.committee.seats[seat];
        let month = self.table.months[self.duties.month];
        let duties = &self.duties.by_unit[place.unit];
        if place.seat.is_blocked(month) {
            return Because::Blocked { month };
        }
        if let Some(other) = duties
            .first()
            .filter(|_| duties.len() >= self.table.limit as usize)
        {
            let other = self.table.committees[*other].named();
            return Because::OnDuty {
                committee_id: other.id,
                committee_name: other.name,
            };
        }
        if let Some(month) = self.kept_later(seat) {
            return Because::KeptLater { month };
        }
        let committees = self.table.sits_on(self.committee.seats[self.seat].unit);
        // Urgency is only ever raised for a unit that committees contend for; without it the
        // look-ahead alone can have bent the order.
        match self.duties.assignment.urgency[self.number][self.seat] {
            0 => Because::FewerMonths,
            _ => Because::Contested { committees },
        }
    }

    fn kept_later(&self, seat: usize) -> Option<ground::calendar::Month> {
        let later = self.duties.month + 1..self.table.months.len();
        let kept = later
            .into_iter()
            .find(|month| self.committee.kept[*month].contains(&seat))?;
        Some(self.table.months[kept])
    }
}

/// The order of the laws, before any rule bends it.
fn law_key(ledger: &Ledger, seat: usize) -> impl Ord + use<> {
    // Without urgency and look-ahead: what they bend shows as a unit that was passed.
    let owed = std::cmp::Reverse(ledger.owed(seat));
    (owed, !ledger.is_behind(seat), ledger.last(seat), seat)
}
