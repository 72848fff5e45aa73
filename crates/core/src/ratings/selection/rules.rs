//! One result of three parts, exact and shown step by step.

use super::{Nominee, SelectionRules};
use crate::ratings::rules::Ratio;
use ground::points::{POINT, show};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a nominee stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SelectionResult {
    /// The nominee.
    pub nominee_id: String,
    /// Rank.
    pub rank: i64,
    /// Whether others share it.
    pub shared: bool,
    /// Total on 100 as printed, thousandths.
    pub total: i64,
    /// `50% × 92 + 30% × 80 ÷ 100 × 100 + 20% × 95 = 89`
    pub sum: String,
    /// Whether it is among the chosen.
    pub chosen: bool,
}

const DEFINITION: &str = "综合得分 = 考评得分 × 比重 + 得票 ÷ 最高得票 × 100 × 比重 + 评审分 × 比重；\
    综合得分相同的，依次比较考评得分、得票，仍相同的并列。";

/// What the figures mean.
#[must_use]
pub fn selection_definition() -> &'static str {
    DEFINITION
}

struct Sum<'a> {
    nominee: &'a Nominee,
    total: Ratio,
    line: String,
}

impl<'a> Sum<'a> {
    fn of(rules: SelectionRules, most: i64, nominee: &'a Nominee) -> Self {
        let part = |value: Option<i64>, weight: i64| {
            Ratio::from(value.unwrap_or_default()).scaled(weight, 100)
        };
        let votes = nominee.votes.unwrap_or_default();
        let by_votes = Ratio::from(votes).scaled(100 * POINT, most.max(1));
        let total = part(nominee.rating, rules.rating)
            .plus(by_votes.scaled(rules.votes, 100))
            .plus(part(nominee.review, rules.review));
        let printed = |value: Option<i64>| show(value.unwrap_or_default());
        let equals = if total.is_whole() { "=" } else { "≈" };
        let line = format!(
            "{} × {}% + {votes} ÷ {} × 100 × {}% + {} × {}% {equals} {}",
            printed(nominee.rating),
            rules.rating,
            most.max(1),
            rules.votes,
            printed(nominee.review),
            rules.review,
            show(total.rounded())
        );
        Self {
            nominee,
            total,
            line,
        }
    }

    fn order(&self, other: &Self) -> std::cmp::Ordering {
        let key = |sum: &Self| (sum.nominee.rating, sum.nominee.votes);
        let by_total = other.total.cmp(&self.total);
        by_total.then_with(|| key(other).cmp(&key(self)))
    }
}

/// The nominees by result; those withdrawn are left out.
#[must_use]
pub fn judge(rules: SelectionRules, seats: i64, nominees: &[Nominee]) -> Vec<SelectionResult> {
    let standing = nominees.iter().filter(|nominee| !nominee.withdrawn);
    let most = standing.clone().filter_map(|nominee| nominee.votes).max();
    let mut sums: Vec<Sum<'_>> = standing
        .map(|nominee| Sum::of(rules, most.unwrap_or_default(), nominee))
        .collect();
    sums.sort_by(Sum::order);
    let mut results: Vec<SelectionResult> = Vec::with_capacity(sums.len());
    for (at, sum) in sums.iter().enumerate() {
        let shares = at > 0 && sums[at - 1].order(sum).is_eq();
        if let Some(before) = results.last_mut().filter(|_| shares) {
            before.shared = true;
        }
        let before = results.last().map(|before| before.rank);
        let own = i64::try_from(at + 1).unwrap_or(i64::MAX);
        let rank = before.filter(|_| shares).unwrap_or(own);
        results.push(SelectionResult {
            nominee_id: sum.nominee.id.clone(),
            rank,
            shared: shares,
            total: sum.total.rounded(),
            sum: sum.line.clone(),
            chosen: rank <= seats,
        });
    }
    results
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn nominee(id: &str, rating: i64, votes: i64, review: i64) -> Nominee {
        Nominee {
            id: id.into(),
            version: 1,
            selection_id: String::new(),
            object_id: id.into(),
            name: id.into(),
            person: String::new(),
            nominated_by: String::new(),
            deeds: String::new(),
            rating: Some(rating * POINT),
            votes: Some(votes),
            review: Some(review * POINT),
            withdrawn: false,
        }
    }

    #[test]
    fn three_parts_make_one_result() {
        let nominees = [nominee("乙", 80, 100, 90), nominee("甲", 92, 80, 95)];
        let results = judge(SelectionRules::default(), 1, &nominees);
        assert_eq!(results[0].nominee_id, "甲");
        assert_eq!(results[0].total, 89_000);
        assert_eq!(
            results[0].sum,
            "92 × 50% + 80 ÷ 100 × 100 × 30% + 95 × 20% = 89"
        );
        assert_eq!(
            results
                .iter()
                .map(|result| result.chosen)
                .collect::<Vec<_>>(),
            [true, false]
        );
    }

    #[test]
    fn equal_results_share_their_rank_and_the_withdrawn_are_left_out() {
        let gone = Nominee {
            withdrawn: true,
            ..nominee("丙", 99, 100, 99)
        };
        let nominees = [nominee("甲", 90, 5, 90), nominee("乙", 90, 5, 90), gone];
        let results = judge(SelectionRules::default(), 1, &nominees);
        assert_eq!(results.len(), 2);
        assert!(
            results
                .iter()
                .all(|result| result.rank == 1 && result.shared && result.chosen)
        );
    }

    proptest! {
        #[test]
        fn results_fall_and_stay_on_a_hundred(given in prop::collection::vec((0_i64..=100, 0_i64..500, 0_i64..=100), 1..20)) {
            let nominees: Vec<Nominee> = given.iter().map(|(a, b, c)| nominee("某", *a, *b, *c)).collect();
            let results = judge(SelectionRules::default(), 3, &nominees);
            prop_assert!(results.windows(2).all(|pair| pair[0].total >= pair[1].total && pair[0].rank <= pair[1].rank));
            prop_assert!(results.iter().all(|result| (0..=100 * POINT).contains(&result.total)));
        }
    }
}
