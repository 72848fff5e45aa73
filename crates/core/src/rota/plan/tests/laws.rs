use super::*;

#[test]
fn without_history_official_order_decides_and_comes_round() {
    assert_eq!(planned(7, committee("甲", "ABC")), "ABCABCA");
}

#[test]
fn last_year_counts_and_never_served_comes_first() {
    let mut one = committee("甲", "ABCD");
    one.served = turns("2025-08", "ABCAB");
    assert_eq!(planned(6, one), "DCABDC");
}

#[test]
fn credit_goes_to_whoever_served() {
    let mut one = committee("甲", "ABC");
    one.served = turns("2025-12", "C");
    assert_eq!(planned(3, one), "ABC");
}

#[test]
fn the_owed_unit_goes_first_in_its_next_possible_month() {
    let mut one = committee("甲", "ABCD");
    one.seats[3].owed = 1;
    assert_eq!(planned(4, one.clone()), "DABC");
    one.seats[3].blocked_months = vec![1, 2];
    assert_eq!(planned(4, one), "ABDC");
}

#[test]
fn a_make_up_turn_is_the_turn_of_its_round() {
    let mut one = committee("甲", "ABC");
    one.served = turns("2025-07", "ABCABA");
    one.seats[2].owed = 1;
    assert_eq!(planned(5, one), "CBACB");
}

#[test]
fn a_make_up_turn_beside_the_round_s_own_opens_no_new_round() {
    let mut one = committee("甲", "ABC");
    one.served = turns("2025-11", "C");
    one.seats[2].owed = 1;
    assert_eq!(planned(4, one), "CABC");
}

#[test]
fn blocked_months_are_respected() {
    let mut one = committee("甲", "ABC");
    one.seats[0].blocked_months = vec![1, 2];
    assert_eq!(planned(6, one), "BCABCA");
}

#[test]
fn joined_and_left_are_respected() {
    let mut one = committee("甲", "ABC");
    one.seats[0].left = Some(month("2026-02"));
    one.seats[2].joined = Some(month("2026-04"));
    assert_eq!(planned(6, one), "ABBCBC");
}

#[test]
fn one_unit_alone_serves_every_month() {
    assert_eq!(planned(3, committee("甲", "A")), "AAA");
}

#[test]
fn two_units_may_share_a_month() {
    let mut one = committee("甲", "ABCDE");
    one.units_per_month = 2;
    assert_eq!(planned(5, one), "ABCDEABCDE");
}

#[test]
fn a_unit_serves_one_committee_a_month() {
    let both = vec![committee("甲", "AB"), committee("乙", "AC")];
    let plan = plan(&request(2, both)).unwrap();
    assert_eq!(
        (units_of(&plan, "甲"), units_of(&plan, "乙")),
        ("AB".into(), "CA".into())
    );
}

#[test]
fn the_limit_can_be_raised() {
    let mut request = request(2, vec![committee("甲", "A"), committee("乙", "A")]);
    request.per_month_limit = 2;
    let plan = plan(&request).unwrap();
    assert_eq!(
        (units_of(&plan, "甲"), units_of(&plan, "乙")),
        ("AA".into(), "AA".into())
    );
}

#[test]
fn kept_turns_take_the_month_and_the_unit() {
    let mut one = committee("甲", "ABC");
    one.kept = turns("2026-02", "A");
    let plan = plan(&request(4, vec![one, committee("乙", "AD")])).unwrap();
    assert_eq!(
        units_of(&plan, "甲"),
        "BCB",
        "A has its turn of the round in February"
    );
    assert_eq!(units_of(&plan, "乙"), "ADAD");
    assert!(
        plan.turns
            .iter()
            .all(|turn| turn.month != month("2026-02") || turn.unit_id != "A")
    );
}

#[test]
fn a_turn_in_both_lists_counts_once() {
    let mut one = committee("甲", "ABC");
    one.units_per_month = 2;
    one.served = turns("2026-01", "A");
    one.kept = turns("2026-01", "A");
    assert_eq!(planned(1, one), "B");
}

#[test]
fn months_may_come_in_any_order_and_have_gaps() {
    let mut request = request(1, vec![committee("甲", "AB")]);
    request.months = ["2026-10", "2026-04", "2026-07", "2026-04"]
        .map(month)
        .to_vec();
    let plan = plan(&request).unwrap();
    let months: Vec<String> = plan
        .turns
        .iter()
        .map(|turn| turn.month.to_string())
        .collect();
    assert_eq!(months, ["2026-04", "2026-07", "2026-10"]);
    assert_eq!(units_of(&plan, "甲"), "ABA");
}
