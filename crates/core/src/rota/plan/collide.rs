use super::matching::Shortage;
use super::table::{Committee, Table};
use super::{Collision, Named, Rule};
use ground::calendar::Month;

/// Puts an unfilled place into the terms of the office: which units, which rule.
pub(super) fn name(table: &Table, month: usize, shortage: &Shortage) -> Collision {
    let committee = &table.committees[shortage.committee];
    let when = table.months[month];
    let needed = committee.source.units_per_month as usize;
    let members = committee.members(when);
    let blocked: Vec<usize> = members
        .iter()
        .copied()
        .filter(|seat| committee.seats[*seat].seat.is_blocked(when))
        .collect();
    // The committee's own causes first: only where it could fill the month alone is the limit to
    // blame.
    let (seats, rule) = if members.is_empty() {
        (members, Rule::NoMember)
    } else if members.len() < needed {
        (
            members,
            Rule::TooFewUnits {
                needed: committee.source.units_per_month,
            },
        )
    } else if members.len() - blocked.len() < needed {
        (
            blocked,
            Rule::BlockedMonth {
                needed: committee.source.units_per_month,
            },
        )
    } else {
        return over_limit(table, month, shortage);
    };
    let units = seats
        .into_iter()
        .map(|seat| committee.named_seat(seat))
        .collect();
    collision(committee, when, units, rule)
}

fn over_limit(table: &Table, month: usize, shortage: &Shortage) -> Collision {
    let committee = &table.committees[shortage.committee];
    let when = table.months[month];
    let mut others = shortage.holders.clone();
    let mut units = Vec::new();
    for (seat, place) in committee.seats.iter().enumerate() {
        // Frozen turns use a unit up as well, and the matching knows nothing of them.
        let kept = table.kept_duties(month, place.unit);
        others.extend(kept);
        let serves = shortage.units.contains(&place.unit) || !kept.is_empty();
        if place.seat.is_member(when) && !place.seat.is_blocked(when) && serves {
            units.push(committee.named_seat(seat));
        }
    }
    others.sort_unstable();
    others.dedup();
    others.retain(|other| *other != shortage.committee);
    let committees = others
        .iter()
        .map(|other| table.committees[*other].named())
        .collect();
    collision(
        committee,
        when,
        units,
        Rule::MonthlyLimit {
            limit: table.limit,
            committees,
        },
    )
}

fn collision(committee: &Committee, month: Month, units: Vec<Named>, rule: Rule) -> Collision {
    let Named { id, name } = committee.named();
    Collision {
        committee_id: id,
        committee_name: name,
        month,
        units,
        rule,
    }
}
