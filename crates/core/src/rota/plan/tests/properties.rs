use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::super::{Plan, PlanError};
use super::*;

const LETTERS: &str = "ABCDEFG";

/// A committee of some of the letters with any blocked months of the first eight, some history, some
/// kept turns and one or two places a month.
fn any_committee(index: usize) -> impl Strategy<Value = CommitteeSeats> {
    let units = prop::sample::subsequence(LETTERS.chars().collect::<Vec<_>>(), 1..=5);
    let blocked = prop::collection::vec(prop::collection::vec(1..=8u8, 0..4), 7);
    let history = "[A-G.]{0,6}";
    let kept = "[A-G.]{0,2}";
    (
        units.prop_shuffle(),
        blocked,
        history,
        kept,
        1..=2u32,
        0..8u32,
    )
        .prop_map(move |(units, blocked, history, kept, places, owed)| {
            let letters: String = units.into_iter().collect();
            let mut one = committee(&index.to_string(), &letters);
            one.units_per_month = places.min(u32::try_from(one.seats.len()).unwrap());
            one.seats
                .iter_mut()
                .zip(blocked)
                .for_each(|(seat, months)| seat.blocked_months = months);
            one.seats[0].owed = owed / 6;
            one.served = turns("2025-07", &history);
            one.kept = turns("2026-03", &kept);
            one
        })
}

fn any_request() -> impl Strategy<Value = PlanRequest> {
    let committees = (any_committee(0), any_committee(1), any_committee(2));
    (committees, 1..=3usize, 1..=2u32, 1..=8i32).prop_map(|((a, b, c), count, limit, months)| {
        let committees = [a, b, c].into_iter().take(count).collect();
        PlanRequest {
            per_month_limit: limit,
            ..request(months, committees)
        }
    })
}

/// One committee of always available units.
fn available(count: usize) -> CommitteeSeats {
    committee("甲", &LETTERS[..count])
}

/// Planned and kept turns of a month, as (committee, unit).
fn duties(request: &PlanRequest, plan: &Plan, month: Month) -> Vec<(String, String)> {
    let planned = plan.turns.iter().filter(|turn| turn.month == month);
    let planned = planned.map(|turn| (turn.committee_id.clone(), turn.unit_id.clone()));
    let kept = request.committees.iter().flat_map(|committee| {
        let turns = committee.kept.iter().filter(|turn| turn.month == month);
        turns.map(|turn| (committee.committee_id.clone(), turn.unit_id.clone()))
    });
    planned.chain(kept).collect()
}

/// Places left for a month after the kept turns, and who could take them.
fn openings(request: &PlanRequest, month: Month) -> Vec<Vec<&str>> {
    let mut openings = Vec::new();
    for committee in &request.committees {
        let kept: Vec<&str> = committee
            .kept
            .iter()
            .filter(|turn| turn.month == month)
            .map(|turn| turn.unit_id.as_str())
            .collect();
        let able = committee
            .seats
            .iter()
            .filter(|s| !s.is_blocked(month) && s.is_member(month));
        let able: Vec<&str> = able
            .map(|s| s.unit_id.as_str())
            .filter(|u| !kept.contains(u))
            .collect();
        let open = (committee.units_per_month as usize).saturating_sub(kept.len());
        openings.extend(std::iter::repeat_n(able, open));
    }
    openings
}

/// Tries every way to fill a month.
fn can_fill(request: &PlanRequest, month: Month) -> bool {
    fn fill(open: &[(usize, Vec<&str>)], used: &mut Vec<(usize, String)>, limit: usize) -> bool {
        let Some(((committee, able), rest)) = open.split_first() else {
            return true;
        };
        able.iter().any(|unit| {
            let count = used.iter().filter(|(_, used)| used == unit).count();
            let here = used
                .iter()
                .any(|(at, used)| at == committee && used == unit);
            if here || count >= limit {
                return false;
            }
            used.push((*committee, (*unit).to_owned()));
            let found = fill(rest, used, limit);
            used.pop();
            found
        })
    }
    let mut open = Vec::new();
    let mut used = Vec::new();
    for (index, committee) in request.committees.iter().enumerate() {
        let one = PlanRequest {
            committees: vec![committee.clone()],
            ..request.clone()
        };
        let places = openings(&one, month);
        open.extend(places.into_iter().map(|able| {
            (
                index,
                able.into_iter().map(String::from).collect::<Vec<_>>(),
            )
        }));
        let kept = committee.kept.iter().filter(|turn| turn.month == month);
        used.extend(kept.map(|turn| (index, turn.unit_id.clone())));
    }
    let open: Vec<(usize, Vec<&str>)> = open
        .iter()
        .map(|(at, able)| (*at, able.iter().map(String::as_str).collect()))
        .collect();
    fill(&open, &mut used, request.per_month_limit as usize)
}

/// Turns by which a unit served twice in a round while another that waited could have served.
fn repeats(one: &CommitteeSeats, served: &[Served]) -> usize {
    let mut had: BTreeSet<&str> = BTreeSet::new();
    let mut repeats = 0;
    for turn in served {
        let waiting: Vec<&Seat> = one
            .seats
            .iter()
            .filter(|seat| !had.contains(seat.unit_id.as_str()))
            .collect();
        if had.contains(turn.unit_id.as_str()) {
            repeats += usize::from(waiting.iter().any(|seat| !seat.is_blocked(turn.month)));
            had.clear();
        }
        had.insert(&turn.unit_id);
        if one
            .seats
            .iter()
            .all(|seat| had.contains(seat.unit_id.as_str()))
        {
            had.clear();
        }
    }
    repeats
}

fn as_served(plan: &Plan) -> Vec<Served> {
    let turn = |turn: &super::super::PlannedTurn| Served {
        month: turn.month,
        unit_id: turn.unit_id.clone(),
    };
    plan.turns.iter().map(turn).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_plan_keeps_every_hard_rule(request in any_request()) {
        let Ok(plan) = plan(&request) else { return Ok(()) };
        for month in &request.months {
            let duties = duties(&request, &plan, *month);
            let mut load: BTreeMap<&str, usize> = BTreeMap::new();
            duties.iter().for_each(|(_, unit)| *load.entry(unit).or_default() += 1);
            let planned = plan.turns.iter().filter(|turn| turn.month == *month);
            for turn in planned {
                let one = request.committees.iter().find(|c| c.committee_id == turn.committee_id).unwrap();
                let seat = one.seats.iter().find(|seat| seat.unit_id == turn.unit_id).unwrap();
                prop_assert!(seat.is_member(*month) && !seat.is_blocked(*month));
                prop_assert!(load[turn.unit_id.as_str()] <= request.per_month_limit as usize);
                prop_assert!(!turn.reasons.is_empty());
            }
            let distinct: BTreeSet<_> = duties.iter().collect();
            prop_assert_eq!(distinct.len(), duties.len());
            let filled = plan.turns.iter().filter(|turn| turn.month == *month).count();
            prop_assert_eq!(filled, openings(&request, *month).len());
        }
    }

    #[test]
    fn a_collision_is_real_and_a_possible_plan_is_found(request in any_request()) {
        let impossible: BTreeSet<Month> =
            request.months.iter().copied().filter(|month| !can_fill(&request, *month)).collect();
        match plan(&request) {
            Ok(_) => prop_assert!(impossible.is_empty()),
            Err(PlanError::Collision(found)) => {
                let named: BTreeSet<Month> = found.iter().map(|collision| collision.month).collect();
                prop_assert_eq!(named, impossible);
                prop_assert!(found.iter().all(|collision| !collision.chinese().is_empty()));
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    #[test]
    fn the_same_request_gives_the_same_plan(request in any_request()) {
        prop_assert_eq!(plan(&request), plan(&request));
        let mut shuffled = request.clone();
        shuffled.months.reverse();
        shuffled.committees.iter_mut().for_each(|committee| committee.seats.reverse());
        prop_assert_eq!(plan(&shuffled), plan(&request));
    }

    #[test]
    fn always_available_units_serve_equally_often(
        count in 1..=7usize, places in 1..=2u32, months in 1..=24i32, history in "[A-G]{0,9}"
    ) {
        let mut one = available(count);
        one.units_per_month = places.min(u32::try_from(count).unwrap());
        if places == 1 {
            one.served = turns("2025-03", &history);
        }
        let plan = planned(months, one);
        let counts = LETTERS[..count].chars().map(|unit| plan.matches(unit).count());
        let counts: Vec<usize> = counts.collect();
        prop_assert!(counts.iter().max().unwrap() - counts.iter().min().unwrap() <= 1, "{}", plan);
    }

    #[test]
    fn nobody_serves_twice_while_another_could_have_its_first(
        count in 2..=6usize, blocked in prop::collection::vec(prop::collection::vec(1..=12u8, 0..5), 6)
    ) {
        let mut one = available(count);
        one.seats.iter_mut().zip(blocked).for_each(|(seat, months)| seat.blocked_months = months);
        if let Ok(plan) = plan(&request(12, vec![one.clone()])) {
            prop_assert_eq!(repeats(&one, &as_served(&plan)), 0);
        }
    }

    #[test]
    fn everyone_serves_in_the_first_round_where_that_is_possible(
        order in Just((1..=6u8).collect::<Vec<_>>()).prop_shuffle(),
        blocked in prop::collection::vec(prop::collection::vec(1..=6u8, 0..5), 6)
    ) {
        let mut one = available(6);
        for ((seat, months), possible) in one.seats.iter_mut().zip(blocked).zip(order) {
            seat.blocked_months = months.into_iter().filter(|month| *month != possible).collect();
        }
        let units: BTreeSet<char> = planned(6, one).chars().collect();
        prop_assert_eq!(units.len(), 6);
    }

    #[test]
    fn an_owed_unit_serves_in_its_first_possible_month(
        count in 2..=6usize, owed in 0..6usize, blocked in prop::collection::vec(1..=8u8, 0..6)
    ) {
        let mut one = available(count);
        let owed = owed % count;
        one.seats[owed].owed = 1;
        let first = (1..=9u8).find(|month| !blocked.contains(month)).unwrap();
        one.seats[owed].blocked_months = blocked;
        let plan = planned(9, one.clone());
        prop_assert_eq!(plan.chars().nth(usize::from(first) - 1), one.seats[owed].unit_id.chars().next());
    }

    #[test]
    fn planning_the_rest_again_keeps_the_laws(
        blocked in prop::collection::vec(prop::collection::vec(1..=12u8, 0..4), 6),
        done in 0..12usize, changed in 0..6usize
    ) {
        let mut one = available(6);
        one.seats.iter_mut().zip(blocked).for_each(|(seat, months)| seat.blocked_months = months);
        let Ok(first) = plan(&request(12, vec![one.clone()])) else { return Ok(()) };
        let whole = units_of(&first, "甲");
        one.served = as_served(&first).into_iter().take(done).collect();
        let mut rest = request(12, vec![one.clone()]);
        rest.months.drain(..done);
        prop_assert_eq!(units_of(&plan(&rest).unwrap(), "甲"), &whole[done..]);

        rest.committees[0].seats[changed].blocked_months.clear();
        let again = plan(&rest).unwrap();
        prop_assert!(again.turns.iter().all(|turn| rest.months.contains(&turn.month)));
        let all: Vec<Served> = one.served.iter().cloned().chain(as_served(&again)).collect();
        prop_assert_eq!(repeats(&rest.committees[0], &all[..]), 0);
    }
}
