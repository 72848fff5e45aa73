use super::*;

/// Three hundred committees of eleven units, every third unit shared by three committees, each
/// blocked in two months.
fn big_street() -> PlanRequest {
    let committees = (0..300).map(|number: u32| {
        let mut one = committee(&number.to_string(), "ABCDEFGHIJK");
        for (seat, index) in one.seats.iter_mut().zip(0u32..) {
            let owner = if index % 3 == 0 { number / 3 } else { number };
            seat.unit_id = format!("{owner}-{index}-{}", index % 3);
            seat.blocked_months = [number + index, number + 5 * index]
                .map(|n| (n % 12 + 1) as u8)
                .to_vec();
        }
        one
    });
    request(12, committees.collect())
}

#[test]
fn a_big_street_is_planned_with_every_round_kept() {
    let request = big_street();
    let plan = plan(&request).unwrap();
    assert_eq!(plan.turns.len(), 300 * 12);
    for committee in &request.committees {
        let turns = plan
            .turns
            .iter()
            .filter(|turn| turn.committee_id == committee.committee_id);
        let units: std::collections::BTreeSet<&str> =
            turns.map(|turn| turn.unit_id.as_str()).collect();
        assert_eq!(units.len(), 11, "{}", committee.committee_id);
    }
}
