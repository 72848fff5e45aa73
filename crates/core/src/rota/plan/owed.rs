use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use ground::calendar::Month;

/// Plan and actual of one month of one committee, kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TurnRecord {
    pub month: Month,
    /// The units that the plan put on duty in their own turn. Those that were to make up for a
    /// missed one ([`PlannedTurn::makes_up`](super::PlannedTurn::makes_up)) are left out: the turn
    /// is what they are owed already.
    pub planned: Vec<String>,
    /// Who served; for a month still to come, who is to serve as the rota stands now. Empty for a
    /// month that was skipped.
    pub standing: Vec<String>,
}

/// What each unit is owed after `records`, having been owed `opening` before them.
///
/// Per unit: opening + own turns planned − turns served, never below 0. So a unit that was skipped
/// or replaced is owed one more; one that served a make-up turn, or stood in for another, is
/// owed one less; a swap costs neither, because both of its months are in the sum. That is why
/// `records` has to hold the whole plan, the months to come included: with half of a swap missing
/// the other half looks like a replacement. Months that are about to be planned anew are left out.
///
/// Units owed nothing are left out of the answer.
pub fn owed_after(
    opening: &BTreeMap<String, u32>,
    records: &[TurnRecord],
) -> BTreeMap<String, u32> {
    let mut balance: BTreeMap<&str, i64> = opening
        .iter()
        .map(|(unit, owed)| (unit.as_str(), i64::from(*owed)))
        .collect();
    for record in records {
        for unit in &record.planned {
            *balance.entry(unit).or_default() += 1;
        }
        for unit in &record.standing {
            *balance.entry(unit).or_default() -= 1;
        }
    }
    // Cut at 0 only now: a swap dips below it between its two months.
    balance
        .into_iter()
        .filter_map(|(unit, owed)| positive(owed).map(|n| (unit.to_owned(), n)))
        .collect()
}

fn positive(owed: i64) -> Option<u32> {
    u32::try_from(owed).ok().filter(|owed| *owed > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(month: u32, planned: &str, standing: &str) -> TurnRecord {
        let list = |text: &str| text.chars().map(String::from).collect();
        TurnRecord {
            month: Month::new(2026, month).unwrap(),
            planned: list(planned),
            standing: list(standing),
        }
    }

    fn owed(opening: &[(&str, u32)], records: &[TurnRecord]) -> Vec<(String, u32)> {
        let opening = opening
            .iter()
            .map(|(unit, owed)| ((*unit).to_owned(), *owed))
            .collect();
        owed_after(&opening, records).into_iter().collect()
    }

    #[test]
    fn a_plan_that_was_kept_owes_nothing() {
        assert!(owed(&[], &[turn(1, "A", "A"), turn(2, "BC", "BC")]).is_empty());
    }

    #[test]
    fn a_replaced_or_skipped_unit_is_owed() {
        assert_eq!(
            owed(&[], &[turn(1, "A", "B"), turn(2, "B", "B")]),
            [("A".into(), 1)]
        );
        assert_eq!(owed(&[], &[turn(1, "A", "")]), [("A".into(), 1)]);
    }

    #[test]
    fn a_swap_costs_neither() {
        assert!(owed(&[], &[turn(1, "A", "B"), turn(5, "B", "A")]).is_empty());
    }

    #[test]
    fn a_make_up_turn_settles_and_a_missed_one_does_not() {
        assert!(owed(&[("A", 1)], &[turn(3, "", "A")]).is_empty());
        assert_eq!(owed(&[("A", 1)], &[turn(3, "", "B")]), [("A".into(), 1)]);
        assert_eq!(owed(&[("A", 2)], &[turn(3, "", "A")]), [("A".into(), 1)]);
    }

    #[test]
    fn standing_in_settles_what_one_is_owed_but_earns_no_claim_against_others() {
        assert_eq!(owed(&[("B", 1)], &[turn(1, "A", "B")]), [("A".into(), 1)]);
        assert_eq!(
            owed(&[], &[turn(1, "A", "B"), turn(2, "A", "A")]),
            [("A".into(), 1)]
        );
    }
}
