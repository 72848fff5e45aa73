//! What a summary covers: which months, and whose.

use super::SummaryQuery;
use crate::committees::{Committee, all_committees};
use crate::office::Cx;
use ground::calendar::Month;
use ground::error::{Error, Result};

/// The most months one summary covers.
const MOST_MONTHS: i32 = 12;
/// Committees that the scope's name spells out.
const NAMED: usize = 3;

/// The months and committees of a summary.
pub(super) struct Scope {
    /// The first month.
    pub from: Month,
    /// The last month.
    pub month: Month,
    /// Committees covered; empty for all.
    pub reach: Vec<String>,
    /// The committees covered, in official order.
    pub committees: Vec<Committee>,
}

impl Scope {
    /// What was asked for, within this person's reach.
    ///
    /// # Errors
    /// `Invalid` for months the wrong way round or more than twelve, `Forbidden` for a committee
    /// beyond reach, `NotFound`.
    pub(super) async fn of(cx: &mut Cx<'_>, query: &SummaryQuery) -> Result<Self> {
        let month = query.month.unwrap_or_else(|| Month::of(cx.today()));
        let from = query.from.unwrap_or(month);
        if !(0..MOST_MONTHS).contains(&month.months_since(from)) {
            let message =
                format!("汇总的起止月份应先后正确，且不超过 {MOST_MONTHS} 个月，请重新选择。");
            return Err(Error::invalid("from", message));
        }
        let reach = match query.committee_ids.as_slice() {
            // Nothing asked for means all within reach, and not all there is.
            [] => cx.session.committees.clone(),
            asked => {
                for id in asked {
                    cx.allow_committee(id)?;
                    cx.tx.get::<Committee>(id).await?;
                }
                asked.to_vec()
            }
        };
        let mut committees = all_committees(&mut cx.tx).await?;
        committees.retain(|committee| reach.is_empty() || reach.contains(&committee.id));
        Ok(Self {
            from,
            month,
            reach,
            committees,
        })
    }

    /// The same committees in as many months before.
    pub(super) fn before(&self) -> (Month, Month) {
        let months = self.month.months_since(self.from) + 1;
        (self.from.minus(months), self.month.minus(months))
    }

    /// The months that lists cover: the year of the last month, and the months asked for.
    pub(super) fn year(&self) -> (Month, Month) {
        let january = self.january();
        (self.from.min(january), january.plus(11))
    }

    /// The first month of the last one's year.
    pub(super) fn january(&self) -> Month {
        self.month.minus(i32::from(self.month.number()) - 1)
    }

    /// `2026年10月`, `2026年7月至9月`, `2026年` or `2025年11月至2026年1月`.
    pub(super) fn period(&self) -> String {
        called((self.from, self.month))
    }

    /// The same of the months that lists cover.
    pub(super) fn listed(&self) -> String {
        called(self.year())
    }

    /// Whose figures these are.
    pub(super) fn name(&self) -> String {
        if self.reach.is_empty() {
            return "全街道".into();
        }
        let names: Vec<&str> = self
            .committees
            .iter()
            .map(|committee| committee.name.as_str())
            .take(NAMED)
            .collect();
        let more = match self.committees.len() {
            count if count > NAMED => format!("等 {count} 个大党委"),
            _ => String::new(),
        };
        format!("{}{more}", names.join("、"))
    }

    /// The communities to ask for, one by one; once for all when all are covered.
    pub(super) fn communities(&self) -> Vec<Option<String>> {
        if self.reach.is_empty() {
            return vec![None];
        }
        let of = |committee: &Committee| committee.community_id.clone();
        // The 街道大工委 has no community to ask for.
        self.committees.iter().filter_map(of).map(Some).collect()
    }

    /// Whether a community's committee is covered.
    pub(super) fn covers_community(&self, community: &str) -> bool {
        self.reach.is_empty()
            || self
                .committees
                .iter()
                .any(|committee| committee.community_id.as_deref() == Some(community))
    }
}

fn called((from, month): (Month, Month)) -> String {
    if from == month {
        return month.chinese();
    }
    if from.year() != month.year() {
        return format!("{}至{}", from.chinese(), month.chinese());
    }
    if (from.number(), month.number()) == (1, 12) {
        return format!("{}年", month.year());
    }
    format!("{}至{}月", from.chinese(), month.number())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope(from: &str, month: &str) -> Scope {
        Scope {
            from: from.parse().unwrap(),
            month: month.parse().unwrap(),
            reach: Vec::new(),
            committees: Vec::new(),
        }
    }

    #[test]
    fn a_period_is_called_as_people_call_it() {
        for (from, month, name) in [
            ("2026-10", "2026-10", "2026年10月"),
            ("2026-07", "2026-09", "2026年7月至9月"),
            ("2026-01", "2026-12", "2026年"),
            ("2025-11", "2026-01", "2025年11月至2026年1月"),
        ] {
            assert_eq!(scope(from, month).period(), name);
        }
    }

    #[test]
    fn what_came_before_is_as_long() {
        let (from, month) = scope("2026-01", "2026-03").before();
        assert_eq!(
            (from.to_string(), month.to_string()),
            ("2025-10".into(), "2025-12".into())
        );
    }
}
