use super::super::{Collision, PlanError, Rule};
use super::*;

fn collisions(request: &PlanRequest) -> Vec<Collision> {
    match plan(request).unwrap_err() {
        PlanError::Collision(collisions) => collisions,
        other => panic!("{other}"),
    }
}

#[test]
fn no_units_is_an_error_that_names_the_committees() {
    let none = vec![
        committee("甲", ""),
        committee("乙", "A"),
        committee("丙", ""),
    ];
    let error = plan(&request(1, none)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "甲社区大党委、丙社区大党委没有参加轮值的成员单位，请先登记成员单位或改为可轮值"
    );
}

#[test]
fn months_that_nobody_can_serve_are_all_named() {
    let mut one = committee("甲", "AB");
    one.seats[0].blocked_months = vec![2, 3];
    one.seats[1].blocked_months = vec![3, 2];
    let found = collisions(&request(4, vec![one]));
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].rule, Rule::BlockedMonth { needed: 1 });
    assert_eq!(
        found[0].chinese(),
        "甲社区大党委2026年2月需要1家单位轮值，而A单位、B单位都把2月列为不便月份，请调整不便月份"
    );
}

#[test]
fn one_unit_in_two_committees_collides_and_is_named() {
    let found = collisions(&request(
        1,
        vec![committee("甲", "A"), committee("乙", "A")],
    ));
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].chinese(),
        "乙社区大党委2026年1月排不出轮值单位：A单位同月还要在甲社区大党委轮值，\
         而一家单位每月最多轮值1个大党委，请增加单位或放宽上限"
    );
}

#[test]
fn three_committees_over_two_units_collide_through_each_other() {
    let three = vec![
        committee("甲", "AB"),
        committee("乙", "BA"),
        committee("丙", "AB"),
    ];
    let found = collisions(&request(1, three));
    let Rule::MonthlyLimit {
        limit: 1,
        committees,
    } = &found[0].rule
    else {
        panic!("{found:?}")
    };
    assert_eq!(committees.len(), 2);
    assert_eq!(found[0].units.len(), 2);
}

#[test]
fn a_kept_turn_elsewhere_counts_against_the_limit() {
    let mut other = committee("乙", "B");
    other.kept = turns("2026-01", "A");
    let found = collisions(&request(1, vec![committee("甲", "A"), other]));
    let Rule::MonthlyLimit { committees, .. } = &found[0].rule else {
        panic!("{found:?}")
    };
    assert_eq!(committees[0].id, "乙");
}

#[test]
fn too_few_members_are_told_from_none() {
    let mut one = committee("甲", "A");
    one.units_per_month = 2;
    one.seats[0].joined = Some(month("2026-02"));
    let found = collisions(&request(2, vec![one]));
    assert_eq!(found[0].rule, Rule::NoMember);
    assert_eq!(found[1].rule, Rule::TooFewUnits { needed: 2 });
    assert!(
        found[1].chinese().contains("在册的只有A单位"),
        "{}",
        found[1].chinese()
    );
}

#[test]
fn a_displaced_unit_makes_room_where_a_chain_of_moves_does() {
    let chain = vec![
        committee("甲", "AB"),
        committee("乙", "BC"),
        committee("丙", "A"),
    ];
    let plan = plan(&request(1, chain)).unwrap();
    assert_eq!(
        ["甲", "乙", "丙"].map(|id| units_of(&plan, id)),
        ["B", "C", "A"]
    );
}
