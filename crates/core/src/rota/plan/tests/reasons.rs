use super::super::{Because, PlannedTurn, Reason};
use super::*;

fn turns_of(count: i32, committees: Vec<CommitteeSeats>) -> Vec<PlannedTurn> {
    plan(&request(count, committees)).unwrap().turns
}

#[test]
fn the_last_one_left_is_said_so() {
    let mut one = committee("甲", "ABC");
    one.seats[2].blocked_months = vec![12, 8];
    let turns = turns_of(3, vec![one]);
    assert_eq!(
        turns[2].chinese(),
        "3家单位中，今年尚未轮值的只剩本单位；3月未列入其不便月份（8、12月）"
    );
}

#[test]
fn the_last_of_a_round_from_last_year() {
    let mut one = committee("甲", "ABCD");
    one.served = turns("2025-10", "ABC");
    let turns = turns_of(2, vec![one]);
    assert_eq!(turns[0].reasons, [Reason::LastOfRound { units: 4 }]);
    let longest = Reason::LastServed {
        month: month("2025-10"),
        longest: true,
    };
    assert_eq!(turns[1].reasons, [longest]);
    assert_eq!(turns[1].chinese(), "上次轮值2025年10月，距今最久");
}

#[test]
fn equals_go_by_official_order() {
    let turns = turns_of(1, vec![committee("甲", "AB")]);
    assert_eq!(
        turns[0].reasons,
        [Reason::NeverServed, Reason::OfficialOrder { place: 1 }]
    );
}

#[test]
fn owed_turns_are_marked_as_made_up() {
    let mut one = committee("甲", "AB");
    one.seats[1].owed = 1;
    let turns = turns_of(2, vec![one]);
    assert!(turns[0].makes_up() && !turns[1].makes_up());
    assert_eq!(turns[0].chinese(), "上次被跳过或替换，优先补轮");
}

#[test]
fn who_was_passed_over_and_why() {
    let mut one = committee("甲", "AB");
    one.seats[0].blocked_months = vec![1];
    let turns = turns_of(1, vec![one.clone()]);
    assert!(
        turns[0].chinese().ends_with("次序在前的A单位1月不便，顺延"),
        "{}",
        turns[0].chinese()
    );

    one.seats[0].blocked_months.clear();
    let turns = turns_of(1, vec![committee("街道", "A"), one]);
    let last = turns[1].chinese();
    assert!(
        last.ends_with("次序在前的A单位同月在街道社区大党委轮值，顺延"),
        "{last}"
    );
}

#[test]
fn looking_ahead_is_told() {
    let mut one = committee("甲", "ABC");
    one.seats[2].blocked_months = vec![3];
    let turns = turns_of(3, vec![one]);
    let bent = turns[1].reasons.last().unwrap();
    assert!(
        matches!(bent, Reason::AheadOf { unit_id, because: Because::FewerMonths, .. } if unit_id == "B")
    );
}

#[test]
fn a_kept_turn_later_is_told() {
    let mut one = committee("甲", "AB");
    one.kept = turns("2026-02", "A");
    let turns = turns_of(2, vec![one]);
    assert!(
        turns[0]
            .chinese()
            .ends_with("次序在前的A单位已定于2026年2月轮值")
    );
}

#[test]
fn several_committees_are_mentioned_for_shared_units_only() {
    let turns = turns_of(1, vec![committee("甲", "AB"), committee("乙", "CA")]);
    assert!(turns[0].reasons.contains(&Reason::NotElsewhere));
    assert!(!turns[1].reasons.contains(&Reason::NotElsewhere));
    assert!(turns[0].chinese().contains("同月不在其他大党委轮值"));
}

#[test]
fn reasons_travel_as_tagged_data() {
    let reason = Reason::LastServed {
        month: month("2025-03"),
        longest: true,
    };
    let json = serde_json::to_string(&reason).unwrap();
    assert_eq!(
        json,
        r#"{"kind":"last_served","month":"2025-03","longest":true}"#
    );
    assert_eq!(serde_json::from_str::<Reason>(&json).unwrap(), reason);
}
