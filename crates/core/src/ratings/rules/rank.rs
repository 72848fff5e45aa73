//! Ranks, stars and flags within one scope.

use super::{ItemKind, Marks, Ratio, SchemeRules, Score, calculate};
use std::cmp::Ordering;

/// A rated object with the sheets it got.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Marks of each judge.
    pub sheets: &'a [&'a Marks],
    /// Whether it is in a 不予评星情形.
    pub excluded: bool,
}

/// Where an object of a scope stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its place in the entries given.
    pub entry: usize,
    /// Its score; none without a sheet.
    pub score: Option<Score>,
    /// Its rank; none without a sheet or in a 不予评星情形.
    pub rank: Option<i64>,
    /// Whether others share the rank.
    pub shared: bool,
    /// The item by which it was told apart from the one before, where the totals are equal.
    pub decided_by: Option<usize>,
    /// Stars, 0 to 5.
    pub stars: i64,
    /// Whether it hangs the 流动小红旗.
    pub flag: bool,
}

/// Ranks a scope: by total, then by the stated items, then shared. Objects without a rank come last,
/// in the order given.
#[must_use]
pub fn rank(rules: &SchemeRules, entries: &[Entry<'_>]) -> Vec<Place> {
    let mut places: Vec<Place> = (0..)
        .zip(entries)
        .map(|(n, entry)| place(rules, n, entry))
        .collect();
    places.sort_by(|a, b| {
        let by_score = || match a.rank {
            Some(_) => compare(rules, a, b).0,
            None => Ordering::Equal,
        };
        // `rank` only says so far whether there is one: numbers come after the order.
        let ranked = b.rank.cmp(&a.rank);
        ranked.then_with(by_score).then(a.entry.cmp(&b.entry))
    });
    let ranked = places.iter().filter(|place| place.rank.is_some()).count();
    number(rules, &mut places[..ranked]);
    // Of those ranked: whoever takes no part must not add a flag.
    let flags = rules.flags_for(ranked);
    for place in &mut places {
        // Those who share a rank all hang one: nothing else may decide between them.
        place.flag = place.rank.is_some_and(|rank| rank <= flags);
    }
    places
}

fn place(rules: &SchemeRules, entry: usize, given: &Entry<'_>) -> Place {
    let score = calculate(rules, given.sheets);
    let counts = score.is_some() && !given.excluded;
    let total = score.as_ref().map_or(Ratio::ZERO, |score| score.total);
    Place {
        entry,
        rank: counts.then_some(0),
        shared: false,
        decided_by: None,
        stars: if counts { stars(rules, total) } else { 0 },
        flag: false,
        score,
    }
}

/// Stars of a total: as many thresholds as it reaches.
#[must_use]
pub fn stars(rules: &SchemeRules, total: Ratio) -> i64 {
    let reached = rules
        .stars
        .iter()
        .filter(|least| total >= Ratio::from(**least));
    i64::try_from(reached.count()).unwrap_or_default()
}

/// The order of two objects, and the item that decided where the totals are equal.
fn compare(rules: &SchemeRules, a: &Place, b: &Place) -> (Ordering, Option<usize>) {
    let (Some(a), Some(b)) = (&a.score, &b.score) else {
        return (Ordering::Equal, None);
    };
    let by_total = b.total.cmp(&a.total);
    if by_total != Ordering::Equal {
        return (by_total, None);
    }
    for place in &rules.tie_order {
        let by_item = b.means[*place].cmp(&a.means[*place]);
        let less_is_more = rules.items[*place].kind == ItemKind::Deduction;
        let by_item = if less_is_more {
            by_item.reverse()
        } else {
            by_item
        };
        if by_item != Ordering::Equal {
            return (by_item, Some(*place));
        }
    }
    (Ordering::Equal, None)
}

fn number(rules: &SchemeRules, places: &mut [Place]) {
    for at in 0..places.len() {
        let (order, decided_by) = match at {
            0 => (Ordering::Less, None),
            _ => compare(rules, &places[at - 1], &places[at]),
        };
        if order == Ordering::Equal {
            places[at].rank = places[at - 1].rank;
            places[at].shared = true;
            places[at - 1].shared = true;
        } else {
            // After a shared rank the count goes on with the place: 1, 1, 3.
            places[at].rank = i64::try_from(at + 1).ok();
            places[at].decided_by = decided_by;
        }
    }
}
