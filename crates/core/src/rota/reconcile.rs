//! What stands in a month against what should stand there, pure.

use super::plan::Reason;
use super::{Turn, TurnFate, TurnOrigin};
use ground::calendar::Month;

/// A unit that should be on duty in the month, and why.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wanted {
    pub unit_id: String,
    pub makes_up: bool,
    pub origin: TurnOrigin,
    pub reasons: Vec<Reason>,
}

/// What becomes of one turn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Step {
    /// The turn as it shall stand; as it stood where it is taken away.
    pub turn: Turn,
    pub fate: TurnFate,
    /// The unit that stood there before, where the fate is `Changed`.
    pub before: Option<String>,
}

/// One month of one committee.
pub(super) struct MonthSlots<'a> {
    pub committee_id: &'a str,
    pub month: Month,
    /// Turns that may be changed.
    pub free: Vec<Turn>,
    /// Places taken by turns that stay.
    pub taken: Vec<i64>,
}

impl MonthSlots<'_> {
    /// Makes the month hold the units wanted: a unit that stands there already keeps its turn, the
    /// others take over the turns left with all their content, and only then are turns made
    /// or taken away.
    pub fn reconcile(self, wanted: Vec<Wanted>, mut new_id: impl FnMut() -> String) -> Vec<Step> {
        let Self {
            committee_id,
            month,
            free: mut left,
            mut taken,
        } = self;
        // Those taken away hold their places to the end: no two turns of a month may share one.
        taken.extend(left.iter().map(|turn| turn.position));
        let mut steps = Vec::new();
        let mut newcomers = Vec::new();
        for want in wanted {
            match left.iter().position(|turn| turn.unit_id == want.unit_id) {
                Some(index) => steps.push(stays(left.remove(index), want)),
                None => newcomers.push(want),
            }
        }
        let mut left = left.into_iter();
        for want in newcomers {
            steps.push(match left.next() {
                Some(turn) => changes(turn, want),
                None => begins(committee_id, month, want, &mut taken, new_id()),
            });
        }
        steps.extend(left.map(|turn| Step {
            turn,
            fate: TurnFate::Removed,
            before: None,
        }));
        steps
    }
}

fn stays(turn: Turn, want: Wanted) -> Step {
    Step {
        turn: filled(turn, want),
        fate: TurnFate::Unchanged,
        before: None,
    }
}

fn changes(turn: Turn, want: Wanted) -> Step {
    let before = Some(turn.unit_id.clone());
    Step {
        turn: filled(turn, want),
        fate: TurnFate::Changed,
        before,
    }
}

fn begins(
    committee_id: &str,
    month: Month,
    want: Wanted,
    taken: &mut Vec<i64>,
    id: String,
) -> Step {
    let position = (1..).find(|place| !taken.contains(place)).unwrap_or(1);
    taken.push(position);
    let blank = Turn {
        id,
        version: 0,
        committee_id: committee_id.to_owned(),
        month,
        position,
        planned_unit_id: String::new(),
        unit_id: String::new(),
        makes_up: false,
        origin: want.origin,
        reasons: Vec::new().into(),
        change_reason: String::new(),
        theme: String::new(),
        activities: String::new(),
        done: String::new(),
        summary: String::new(),
        handover: String::new(),
    };
    Step {
        turn: filled(blank, want),
        fate: TurnFate::Created,
        before: None,
    }
}

fn filled(turn: Turn, want: Wanted) -> Turn {
    Turn {
        planned_unit_id: want.unit_id.clone(),
        unit_id: want.unit_id,
        makes_up: want.makes_up,
        origin: want.origin,
        reasons: want.reasons.into(),
        ..turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn want(unit: &str) -> Wanted {
        Wanted {
            unit_id: unit.into(),
            makes_up: false,
            origin: TurnOrigin::Planned,
            reasons: vec![Reason::NeverServed],
        }
    }

    fn month() -> Month {
        Month::new(2026, 10).unwrap()
    }

    fn reconcile(free: Vec<Turn>, taken: Vec<i64>, units: &[&str]) -> Vec<Step> {
        let slots = MonthSlots {
            committee_id: "c",
            month: month(),
            free,
            taken,
        };
        let mut next = 0;
        slots.reconcile(units.iter().map(|unit| want(unit)).collect(), || {
            next += 1;
            format!("new{next}")
        })
    }

    fn standing(units: &[&str]) -> Vec<Turn> {
        let steps = reconcile(vec![], vec![], units);
        let numbered = steps.into_iter().enumerate();
        numbered
            .map(|(n, step)| Turn {
                id: format!("t{n}"),
                version: 3,
                ..step.turn
            })
            .collect()
    }

    #[test]
    fn a_unit_that_stays_keeps_its_turn_as_it_is() {
        let standing = standing(&["A"]);
        let steps = reconcile(standing.clone(), vec![], &["A"]);
        assert_eq!(steps[0].fate, TurnFate::Unchanged);
        assert_eq!(steps[0].turn, standing[0]);
    }

    #[test]
    fn another_unit_takes_the_turn_over_with_its_content() {
        let mut standing = standing(&["A", "B"]);
        standing[0].theme = "迎国庆".into();
        let steps = reconcile(standing, vec![], &["B", "C"]);
        let changed = steps
            .iter()
            .find(|step| step.fate == TurnFate::Changed)
            .unwrap();
        assert_eq!(
            (changed.before.as_deref(), changed.turn.unit_id.as_str()),
            (Some("A"), "C")
        );
        assert_eq!(
            (changed.turn.theme.as_str(), changed.turn.version),
            ("迎国庆", 3)
        );
    }

    #[test]
    fn a_new_turn_takes_the_first_free_place() {
        let steps = reconcile(vec![], vec![1, 3], &["A", "B"]);
        assert_eq!(
            steps
                .iter()
                .map(|step| step.turn.position)
                .collect::<Vec<_>>(),
            [2, 4]
        );
    }

    proptest! {
        #[test]
        fn the_month_holds_what_was_wanted(
            before in proptest::sample::subsequence(vec!["A", "B", "C", "D"], 0..=4),
            after in proptest::sample::subsequence(vec!["A", "B", "C", "D", "E"], 0..=5),
        ) {
            let steps = reconcile(standing(&before), vec![], &after);
            let stays: Vec<&Step> =
                steps.iter().filter(|step| step.fate != TurnFate::Removed).collect();
            let mut units: Vec<&str> = stays.iter().map(|step| step.turn.unit_id.as_str()).collect();
            units.sort_unstable();
            prop_assert_eq!(units, after);
            let mut places: Vec<i64> = steps.iter().map(|step| step.turn.position).collect();
            places.sort_unstable();
            places.dedup();
            prop_assert_eq!(places.len(), steps.len());
        }
    }
}
