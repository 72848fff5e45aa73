use super::*;
use crate::units::{Membership, Relation};
use ground::calendar::FuzzyDate;
use proptest::prelude::*;

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn every(rotation_months: i64, meeting_months: i64) -> Rules {
    Rules {
        rotation_months,
        meeting_months,
        ..Rules::default()
    }
}

fn meeting(on: &str, stage: MonthStage) -> MonthMeeting {
    let date = day(on);
    let (id, committee_id) = ("m".into(), "c".into());
    MonthMeeting {
        id,
        committee_id,
        month: Month::of(date),
        date,
        stage,
    }
}

/// The state of a planned turn on 2026-06-15.
fn state(turn: &str, meetings: &[MonthMeeting], rules: &Rules) -> MonthState {
    let meetings: Vec<&MonthMeeting> = meetings.iter().collect();
    let (month, today) = (month(turn), day("2026-06-15"));
    Progress {
        origin: TurnOrigin::Planned,
        month,
        meetings: &meetings,
        rules,
        today,
    }
    .state()
}

#[test]
fn a_month_is_as_far_as_its_meeting() {
    let rules = every(1, 1);
    let with = |on: &str, state_of| state(&on[..7], &[meeting(on, state_of)], &rules);
    assert_eq!(with("2026-05-12", MonthStage::Signed), MonthState::Held);
    assert_eq!(with("2026-05-12", MonthStage::Held), MonthState::Unsigned);
    assert_eq!(
        with("2026-05-12", MonthStage::Announced),
        MonthState::Missed
    );
    assert_eq!(
        with("2026-06-12", MonthStage::Announced),
        MonthState::Waiting
    );
    assert_eq!(with("2026-07-12", MonthStage::Open), MonthState::Planned);
    assert_eq!(state("2026-05", &[], &rules), MonthState::Missed);
    assert_eq!(state("2026-06", &[], &rules), MonthState::Waiting);
}

#[test]
fn a_month_without_a_meeting_is_not_late_where_meetings_are_quarterly() {
    let rules = every(1, 3);
    assert_eq!(state("2026-02", &[], &rules), MonthState::Planned);
    assert_eq!(state("2026-03", &[], &rules), MonthState::Missed);
    let held = [meeting("2026-02-10", MonthStage::Signed)];
    assert_eq!(state("2026-02", &held, &rules), MonthState::Held);
    assert_eq!(state("2026-03", &held, &rules), MonthState::Planned);
}

#[test]
fn a_turn_of_a_quarter_looks_at_all_its_months() {
    let rules = every(3, 3);
    let held = [meeting("2026-05-20", MonthStage::Held)];
    assert_eq!(state("2026-04", &held, &rules), MonthState::Unsigned);
    assert_eq!(state("2026-04", &[], &rules), MonthState::Waiting);
    assert_eq!(state("2026-01", &held, &rules), MonthState::Missed);
}

#[test]
fn a_postponed_meeting_still_to_come_is_waited_for() {
    let mut later = meeting("2026-05-28", MonthStage::Open);
    later.date = day("2026-06-20");
    assert_eq!(
        state("2026-05", &[later], &every(1, 1)),
        MonthState::Waiting
    );
}

fn row() -> SeatRow {
    let seat = Membership {
        id: "s".into(),
        version: 1,
        unit_id: "u".into(),
        committee_id: "c".into(),
        role: "成员单位".into(),
        liaison_name: String::new(),
        liaison_phone: String::new(),
        representative_name: String::new(),
        representative_post: String::new(),
        position: 1,
        in_rotation: true,
        blocked_months: vec![2, 6].into(),
        joined: Some(FuzzyDate::Month(month("2025-03"))),
        left_on: None,
        note: String::new(),
        retired: false,
    };
    SeatRow {
        seat,
        unit_name: "区财政局".into(),
        unit_short: "区财政局".into(),
        relation: Relation::Vertical,
        leader_name: String::new(),
        leader_post: String::new(),
        committee_name: "听雨".into(),
        committee_short: "听雨".into(),
    }
}

fn duty(turn_id: &str, committee: &str, unit_id: &str) -> Duty {
    Duty {
        turn_id: turn_id.into(),
        committee_id: committee.into(),
        committee: committee.into(),
        unit_id: unit_id.into(),
    }
}

fn clash(when: &str, duties: &[Duty], row: &SeatRow) -> Option<Clash> {
    let rules = every(1, 1);
    let (turn_id, committee_id, month) = ("t", "c", month(when));
    Handover {
        turn_id,
        committee_id,
        month,
        duties,
        rules: &rules,
    }
    .clash(row)
}

#[test]
fn who_may_take_a_turn() {
    assert_eq!(clash("2026-10", &[duty("t", "c", "u")], &row()), None);
    assert_eq!(clash("2026-06", &[], &row()), Some(Clash::Blocked));
    assert_eq!(clash("2025-02", &[], &row()), Some(Clash::NotMember));
    assert_eq!(
        clash("2026-10", &[duty("t2", "c", "u")], &row()),
        Some(Clash::AlreadyHere)
    );
    let elsewhere = clash("2026-10", &[duty("t3", "云溪", "u")], &row()).unwrap();
    assert_eq!(
        elsewhere.chinese("区财政局", month("2026-10")),
        "区财政局2026年10月已在云溪轮值，一家单位每月最多轮值1个大党委，请另选单位或月份。"
    );
    let mut resting = row();
    resting.seat.in_rotation = false;
    assert_eq!(clash("2026-10", &[], &resting), Some(Clash::NotInRotation));
}

#[test]
fn a_blocked_month_blocks_its_period() {
    assert_eq!(planner_seat(&row(), 0, 3).blocked_months, [1, 4]);
    assert_eq!(planner_seat(&row(), 0, 1).blocked_months, [2, 6]);
}

proptest! {
    #[test]
    fn periods_cover_every_month_once(length in 1..=12i64, year in 2000..2100i32) {
        let (first, last) = (Month::new(year, 1).unwrap(), Month::new(year, 12).unwrap());
        let starts = turn_months(first, last, length).into_iter();
        let covered: Vec<Month> = starts.flat_map(|start| rest_of_period(start, length)).collect();
        prop_assert_eq!(covered, first.through(last));
    }
}

#[test]
fn a_turn_sees_a_meeting_where_its_period_ends() {
    let sees = |turn: &str, rules: &Rules| sees_meeting(month(turn), rules);
    assert!(sees("2026-05", &every(1, 1)));
    let quarterly = every(1, 3);
    assert!(!sees("2026-05", &quarterly) && sees("2026-06", &quarterly));
    assert!(sees("2026-05", &every(2, 3)));
}

/// Months held and due from January to June 2026, now being June.
fn half_year(rules: &Rules, turns: &[(&str, TurnOrigin)], held: &[&str]) -> [i64; 2] {
    let turns: Vec<_> = turns
        .iter()
        .map(|(at, origin)| (month(at), *origin))
        .collect();
    let held = held.iter().map(|at| month(at)).collect();
    let span = (month("2026-01"), month("2026-06"));
    let counted = months_of_meetings(span, &turns, &held, rules, month("2026-06"));
    [counted.held, counted.due]
}

#[test]
fn meetings_are_due_once_in_each_meeting_period() {
    use TurnOrigin::{Opening, Planned};
    let months = [
        "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06",
    ];
    let monthly = months.map(|at| (at, Planned));
    assert_eq!(half_year(&every(1, 1), &monthly, &["2026-02"]), [1, 6]);
    assert_eq!(half_year(&every(1, 3), &monthly, &["2026-02"]), [1, 2]);
    assert_eq!(
        half_year(&every(1, 3), &monthly, &["2026-01", "2026-02"]),
        [2, 3]
    );
    let quarterly = [("2026-01", Planned), ("2026-04", Planned)];
    assert_eq!(half_year(&every(3, 1), &quarterly, &[]), [0, 6]);
    let before = months.map(|at| (at, Opening));
    assert_eq!(half_year(&every(1, 1), &before, &["2026-05"]), [1, 2]);
    assert_eq!(half_year(&every(1, 1), &[], &["2026-05"]), [1, 1]);
}
