use super::*;
use ground::points::{POINT, parse, show};
use proptest::prelude::*;
use std::collections::HashSet;

fn marks(text: &str) -> Marks {
    text.split(' ')
        .map(|mark| if mark == "_" { None } else { parse(mark) })
        .collect()
}

fn sheets(texts: &[&str]) -> Vec<Marks> {
    texts.iter().map(|text| marks(text)).collect()
}

fn capped_at_three() -> SchemeRules {
    let mut rules = SchemeRules::default();
    rules.items[3].cap = Some(3 * POINT);
    rules
}

fn places(rules: &SchemeRules, of: &[Vec<Marks>]) -> Vec<Place> {
    let borrowed: Vec<Vec<&Marks>> = of.iter().map(|sheets| sheets.iter().collect()).collect();
    let entries: Vec<Entry<'_>> = borrowed
        .iter()
        .map(|sheets| Entry {
            sheets,
            excluded: false,
        })
        .collect();
    rank(rules, &entries)
}

#[test]
fn the_worked_example_of_the_product() {
    let rules = capped_at_three();
    let given = sheets(&["36 27 24 5 2", "34 28 25.5 5 2", "38 26 27 5 2"]);
    let given: Vec<&Marks> = given.iter().collect();
    let score = calculate(&rules, &given).unwrap();
    assert_eq!(score.total, Ratio::from(89_500));
    let steps = explain(&rules, &given);
    let counted: Vec<&str> = steps.iter().map(|step| step.counted.as_str()).collect();
    assert_eq!(
        counted,
        [
            "40 × 36 ÷ 40 = 36",
            "30 × 27 ÷ 30 = 27",
            "30 × 25.5 ÷ 30 = 25.5",
            "5，封顶 3 = 3",
            "− 2"
        ]
    );
    assert_eq!(steps[0].mean, "(36 + 34 + 38) ÷ 3 = 36");
    assert_eq!(sum_line(&rules, &given), "36 + 27 + 25.5 + 3 − 2 = 89.5");
    assert_eq!(steps.iter().map(|step| step.value).sum::<i64>(), 89_500);
}

#[test]
fn what_cannot_be_printed_whole_says_so() {
    let given = sheets(&["36 27 24 _ _", "35 27 24 _ _", "36 27 24 _ _"]);
    let given: Vec<&Marks> = given.iter().collect();
    let steps = explain(&SchemeRules::default(), &given);
    assert_eq!(steps[0].mean, "(36 + 35 + 36) ÷ 3 ≈ 35.667");
    assert_eq!(calculate(&SchemeRules::default(), &[]), None);
}

#[test]
fn the_default_scheme_is_that_of_the_product_and_can_be_used() {
    let rules = SchemeRules::default();
    rules.check().unwrap();
    assert_eq!(rules.exclusions().count(), 0);
    let weights: Vec<String> = rules.items[..3]
        .iter()
        .map(|item| show(item.weight))
        .collect();
    assert_eq!(weights, ["40", "30", "30"]);
}

#[test]
fn a_scheme_that_cannot_be_used_says_what_to_put_right() {
    let refused = |change: &dyn Fn(&mut SchemeRules)| {
        let mut rules = SchemeRules::default();
        change(&mut rules);
        rules.check().unwrap_err()
    };
    let weights = refused(&|rules| rules.items[0].weight = 35 * POINT);
    assert_eq!(weights.message, "基本项的权重合计为 95，应为 100，请调整。");
    let basis = refused(&|rules| rules.items[5].on = true);
    assert!(basis.message.contains("须写明依据"));
    assert!(
        refused(&|rules| rules.items[4].name = "信访件数".into())
            .message
            .contains("不得列为")
    );
    assert_eq!(
        refused(&|rules| rules.stars[1] = 0).field.as_deref(),
        Some("stars")
    );
    assert_eq!(
        refused(&|rules| rules.tie_order = vec![0, 0])
            .field
            .as_deref(),
        Some("tie_order")
    );
    assert_eq!(
        refused(&|rules| rules.tie_order = vec![5]).field.as_deref(),
        Some("tie_order")
    );
    assert_eq!(
        refused(&|rules| rules.judges = 0).field.as_deref(),
        Some("judges")
    );
    assert!(
        refused(&|rules| rules.items[3].cap = None)
            .message
            .contains("封顶")
    );
    assert!(
        refused(&|rules| rules.items[1].name = "安全".into())
            .message
            .contains("两次")
    );
}

#[test]
fn equal_totals_go_by_the_stated_items_and_then_share_their_rank() {
    let of = [
        sheets(&["30 30 30 _ _"]),
        sheets(&["36 27 27 _ _"]),
        sheets(&["30 30 30 _ _"]),
        sheets(&["20 20 20 _ _"]),
    ];
    let found = places(&SchemeRules::default(), &of);
    let told: Vec<(usize, Option<i64>, bool, Option<usize>)> = found
        .iter()
        .map(|p| (p.entry, p.rank, p.shared, p.decided_by))
        .collect();
    assert_eq!(
        told,
        [
            (1, Some(1), false, None),
            (0, Some(2), true, Some(0)),
            (2, Some(2), true, None),
            (3, Some(4), false, None)
        ]
    );
    let flags: Vec<bool> = found.iter().map(|place| place.flag).collect();
    assert_eq!(
        flags,
        [true, true, true, false],
        "a shared rank shares the flag"
    );
    assert_eq!(
        found.iter().map(|place| place.stars).collect::<Vec<_>>(),
        [5, 5, 5, 1]
    );
}

#[test]
fn fewer_deductions_win_a_tie() {
    let mut rules = SchemeRules {
        tie_order: vec![4],
        ..SchemeRules::default()
    };
    rules.items[3].cap = Some(10 * POINT);
    let found = places(
        &rules,
        &[sheets(&["30 30 30 5 5"]), sheets(&["30 30 30 _ _"])],
    );
    assert_eq!((found[0].entry, found[1].decided_by), (1, Some(4)));
}

#[test]
fn the_excluded_and_the_unrated_have_neither_rank_nor_star() {
    let good = marks("40 30 30 _ _");
    let entries = [
        Entry {
            sheets: &[&good],
            excluded: true,
        },
        Entry {
            sheets: &[],
            excluded: false,
        },
        Entry {
            sheets: &[&good],
            excluded: false,
        },
    ];
    let found = rank(&SchemeRules::default(), &entries);
    assert_eq!(
        (found[0].entry, found[0].rank, found[0].stars),
        (2, Some(1), 5)
    );
    assert!(
        found[1..]
            .iter()
            .all(|place| place.rank.is_none() && place.stars == 0 && !place.flag)
    );
    assert!(!found[0].flag, "alone there is nobody to compare with");
}

#[test]
fn small_scopes_have_fewer_judges_and_flags() {
    let rules = SchemeRules::default();
    let of = |count| (rules.judges_for(count), rules.flags_for(count));
    assert_eq!(
        [1, 2, 3, 4, 6, 20].map(of),
        [(0, 0), (1, 1), (2, 2), (3, 3), (3, 3), (3, 3)]
    );
}

#[test]
fn a_judge_far_from_the_others_is_named_and_still_counts() {
    let given = sheets(&["36 27 27 _ _", "35 27 27 _ _", "10 10 10 _ _"]);
    let given: Vec<&Marks> = given.iter().collect();
    let rules = SchemeRules::default();
    let found = far_off(&rules, &given);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (
            found[0].sheet,
            show(found[0].given.rounded()),
            show(found[0].middle.rounded())
        ),
        (2, "30".into(), "89".into())
    );
    assert!(
        far_off(&rules, &given[..2]).is_empty(),
        "two judges cannot tell who is off"
    );
    assert!(calculate(&rules, &given).unwrap().total < Ratio::from(80_000));
}

/// Pairs of `periods` in a row, each knowing those before it, newest first.
fn months(count: usize, judges: usize, periods: usize) -> Vec<Assigned> {
    let mut last: Vec<HashSet<Pair>> = Vec::new();
    let mut told = Vec::new();
    for _ in 0..periods {
        let assigned = assign(count, judges, &last);
        last.insert(0, assigned.pairs.iter().copied().collect());
        told.push(assigned);
    }
    told
}

fn loads(count: usize, pairs: &[Pair], of: impl Fn(&Pair) -> usize) -> (usize, usize) {
    let mut loads = vec![0; count];
    pairs.iter().for_each(|pair| loads[of(pair)] += 1);
    (
        loads.iter().min().copied().unwrap_or(0),
        loads.iter().max().copied().unwrap_or(0),
    )
}

proptest! {
    #[test]
    fn nobody_rates_their_own_and_loads_are_even(count in 0_usize..40, judges in 1_usize..5, history in prop::collection::vec(prop::collection::hash_set((0_usize..40, 0_usize..40), 0..200), 0..4)) {
        let assigned = assign(count, judges, &history);
        let wanted = judges.min(count.saturating_sub(1));
        prop_assert!(assigned.pairs.iter().all(|(judge, rated)| judge != rated));
        prop_assert_eq!(assigned.pairs.iter().collect::<HashSet<_>>().len(), count * wanted);
        prop_assert_eq!(loads(count, &assigned.pairs, |pair| pair.0), (wanted, wanted));
        prop_assert_eq!(loads(count, &assigned.pairs, |pair| pair.1), (wanted, wanted));
        prop_assert_eq!(assign(count, judges, &history), assigned);
    }

    #[test]
    fn no_pair_comes_back_while_there_are_fresh_ones(count in 2_usize..30, judges in 1_usize..4) {
        let judges = judges.min(count - 1);
        let fresh = ((count - 1) / judges).min(6);
        let told = months(count, judges, fresh);
        prop_assert!(told.iter().all(|assigned| assigned.repeated == 0));
        let all: HashSet<Pair> = told.iter().flat_map(|assigned| assigned.pairs.iter().copied()).collect();
        prop_assert_eq!(all.len(), fresh * count * judges);
    }

    #[test]
    fn a_free_assignment_is_found_wherever_one_is_hidden(order in Just((0_usize..8).collect::<Vec<_>>()).prop_shuffle()) {
        // Everything is barred but the pairs along one hidden circle.
        let hidden: HashSet<Pair> = (0..8).map(|n| (order[n], order[(n + 1) % 8])).collect();
        let barred: HashSet<Pair> = (0..8).flat_map(|a| (0..8).map(move |b| (a, b))).filter(|pair| !hidden.contains(pair)).collect();
        let assigned = assign(8, 1, &[barred]);
        prop_assert_eq!(assigned.pairs.into_iter().collect::<HashSet<_>>(), hidden);
    }

    #[test]
    fn ranks_follow_totals(totals in prop::collection::vec((0_i64..40_000, 0_i64..30_000, 0_i64..30_000), 1..30)) {
        let rules = SchemeRules::default();
        let of: Vec<Vec<Marks>> = totals.iter().map(|(a, b, c)| vec![vec![Some(*a), Some(*b), Some(*c), None, None]]).collect();
        let found = places(&rules, &of);
        for pair in found.windows(2) {
            let (first, second) = (pair[0].score.as_ref().unwrap(), pair[1].score.as_ref().unwrap());
            prop_assert!(first.total >= second.total);
            prop_assert_eq!(pair[0].rank == pair[1].rank, first == second);
        }
        prop_assert!(found.iter().all(|place| !place.flag || place.rank <= Some(rules.flags)));
    }

    #[test]
    fn a_total_never_leaves_its_bounds(given in prop::collection::vec((0_i64..=40_000, 0_i64..=30_000, 0_i64..=30_000, 0_i64..=10_000, 0_i64..=20_000), 1..9)) {
        let rules = SchemeRules::default();
        let of: Vec<Marks> = given.iter().map(|(a, b, c, d, e)| [a, b, c, d, e].map(|mark| Some(*mark)).to_vec()).collect();
        let total = calculate(&rules, &of.iter().collect::<Vec<_>>()).unwrap().total;
        prop_assert!(total >= Ratio::from(-20_000) && total <= Ratio::from(105_000));
    }
}
