use proptest::prelude::*;

use super::*;

#[test]
fn a_unit_with_few_months_goes_earlier_so_that_none_serves_twice_before_it() {
    let mut one = committee("甲", "ABC");
    one.seats[2].blocked_months = vec![3];
    assert_eq!(planned(3, one), "ACB");
}

#[test]
fn a_unit_that_cannot_serve_at_all_holds_nobody_up() {
    let mut one = committee("甲", "ABC");
    one.seats[2].blocked_months = (1..=12).collect();
    assert_eq!(planned(6, one), "ABABAB");
}

#[test]
fn the_round_goes_on_over_the_new_year() {
    let mut one = committee("甲", "ABCDE");
    one.served = turns("2025-06", "ABCDEAB");
    one.seats[4].blocked_months = vec![3];
    assert_eq!(planned(5, one), "CEDAB");
}

#[test]
fn a_kept_turn_later_in_the_round_is_the_unit_s_turn() {
    let mut one = committee("甲", "ABCD");
    one.kept = turns("2026-04", "A");
    assert_eq!(planned(5, one), "BCDB");
}

/// Three committees whose last unit is the same: without foresight all three would be left with it
/// in December.
#[test]
fn a_unit_shared_by_several_committees_has_its_turn_in_each_round() {
    let all = ["ABCDEFGHIJKX", "abcdefghijkX", "123456789LMX"];
    let committees = ["甲", "乙", "丙"]
        .iter()
        .zip(all)
        .map(|(id, units)| committee(id, units));
    let plan = plan(&request(12, committees.collect())).unwrap();
    for id in ["甲", "乙", "丙"] {
        let mut units: Vec<char> = units_of(&plan, id).chars().collect();
        units.sort_unstable();
        units.dedup();
        assert_eq!(units.len(), 12, "{id}");
    }
}

#[test]
fn planning_again_without_a_change_changes_nothing() {
    let mut one = committee("甲", "ABCDE");
    one.seats[1].blocked_months = vec![2, 3];
    one.seats[4].blocked_months = vec![5, 6];
    let whole = planned(12, one.clone());
    for done in 1..12 {
        one.served = turns("2026-01", &whole[..done]);
        let mut request = request(12, vec![one.clone()]);
        request.months.drain(..done);
        assert_eq!(units_of(&plan(&request).unwrap(), "甲"), whole[done..]);
    }
}

proptest! {
    /// Any three committees of four units out of six, planned for four months.
    #[test]
    fn shared_units_without_blocked_months_all_have_their_turn(
        chosen in prop::array::uniform3(
            prop::sample::subsequence("ABCDEF".chars().collect::<Vec<_>>(), 4)
        )
    ) {
        let units = chosen.map(String::from_iter);
        let committees = ["甲", "乙", "丙"].iter().zip(&units).map(|(id, units)| committee(id, units));
        let plan = plan(&request(4, committees.collect())).unwrap();
        for (id, units) in ["甲", "乙", "丙"].iter().zip(&units) {
            let mut served: Vec<char> = units_of(&plan, id).chars().collect();
            served.sort_unstable();
            prop_assert_eq!(&String::from_iter(served), units);
        }
    }
}
