//! Lines about monthly returns: which communities have not handed theirs in, one line a month.

use super::store::{Came, came};
use crate::committees::{Committee, on_desk};
use crate::office::Cx;
use crate::todo::{DeskPart, DeskScope, Todo, TodoKind, urgency};
use chrono::NaiveDate;
use ground::calendar::{Month, later};
use ground::error::Result;

/// Months that are still asked for once they are over.
const ASKED: i32 = 3;
/// An office uses returns while one came within so many months before.
const IN_USE: i32 = 12;
/// Communities named in one line.
const NAMED: usize = 8;

/// 月度报送未交齐.
const RETURNS_MISSING: &str = "returns_missing";

/// Its lines of the desk.
pub(super) static LINES: DeskPart = DeskPart {
    place: 7,
    kinds: &[RETURNS_MISSING],
    lines: |cx, scope| Box::pin(lines(cx, scope)),
};

async fn lines(cx: &mut Cx<'_>, scope: &DeskScope) -> Result<Vec<Todo>> {
    let (only, rules) = (scope.only.as_deref(), &scope.rules);
    let committees = on_desk(cx, only).await?;
    let (today, newest) = (cx.today(), Month::of(cx.today()).minus(1));
    // The oldest month that is asked for looks back a whole span of its own.
    let came = came(&mut cx.tx, newest.minus(ASKED + IN_USE), newest).await?;
    let line = |month: Month| {
        let waited = missing(month, &committees, &came);
        let due = later(month.last_day(), rules.return_days);
        (!waited.is_empty()).then(|| todo(month, &waited, due, today, only))
    };
    let months = newest.minus(ASKED - 1).through(newest);
    Ok(months.into_iter().filter_map(line).collect())
}

/// The communities whose return of a month did not come, where the office uses returns.
fn missing<'c>(month: Month, committees: &'c [Committee], came: &[Came]) -> Vec<&'c Committee> {
    let before = month.minus(IN_USE)..=month;
    if !came.iter().any(|one| before.contains(&one.month)) {
        return Vec::new();
    }
    let handed_in = |id: &str| {
        let mut came = came.iter();
        came.any(|one| one.month == month && one.committee_id == id)
    };
    let begun = |committee: &Committee| {
        let start = committee.term_start;
        // A committee that began later had nothing to hand in.
        start.is_none_or(|start| start.first_day() <= month.last_day())
    };
    committees
        .iter()
        // The 街道大工委 is no community and hands in nothing to itself.
        .filter(|committee| committee.community_id.is_some() && begun(committee))
        .filter(|committee| !handed_in(&committee.id))
        .collect()
}

fn todo(
    month: Month,
    waited: &[&Committee],
    due: NaiveDate,
    today: NaiveDate,
    only: Option<&str>,
) -> Todo {
    let named: Vec<&str> = waited.iter().map(|c| c.short_name.as_str()).collect();
    let names = match named.get(..NAMED) {
        Some(first) if named.len() > NAMED => format!("{}等", first.join("、")),
        _ => named.join("、"),
    };
    Todo {
        kind: TodoKind::new(RETURNS_MISSING),
        urgency: urgency(due, today),
        date: Some(due),
        title: format!(
            "{}月度报送：还有 {} 个社区未交",
            month.chinese(),
            waited.len()
        ),
        note: format!("{names}，应于 {due} 前交齐"),
        target: Some(month.to_string()),
        committee_id: only.map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::committees::CommitteeLevel;
    use ground::calendar::parse_date;

    fn committee(id: &str, community: Option<&str>, since: Option<&str>) -> Committee {
        Committee {
            id: id.to_owned(),
            version: 1,
            name: id.to_owned(),
            short_name: id.to_owned(),
            level: CommitteeLevel::Community,
            community_id: community.map(str::to_owned),
            issuing_body_id: None,
            secretary_name: String::new(),
            secretary_post: String::new(),
            recorder_name: String::new(),
            meeting_place: String::new(),
            contact: String::new(),
            units_per_month: 1,
            term_start: since.map(|since| parse_date(since).unwrap()),
            term_end: None,
            position: 1,
            retired: false,
        }
    }

    fn of(id: &str, month: &str) -> Came {
        Came {
            committee_id: id.to_owned(),
            month: month.parse().unwrap(),
        }
    }

    fn missed(month: &str, came: &[Came]) -> Vec<String> {
        let committees = [
            committee("大工委", None, None),
            committee("听雨", Some("a"), None),
            committee("望江", Some("b"), Some("2026-10-05")),
        ];
        let missing = missing(month.parse().unwrap(), &committees, came);
        missing.into_iter().map(|c| c.id.clone()).collect()
    }

    #[test]
    fn communities_are_asked_once_returns_are_in_use() {
        assert!(missed("2026-10", &[]).is_empty());
        assert!(missed("2026-10", &[of("听雨", "2026-11")]).is_empty());
        assert!(missed("2026-10", &[of("听雨", "2025-09")]).is_empty());
        assert_eq!(missed("2026-10", &[of("听雨", "2026-10")]), ["望江"]);
        let earlier = [of("望江", "2026-08")];
        assert_eq!(missed("2026-10", &earlier), ["听雨", "望江"]);
    }

    #[test]
    fn a_committee_owes_nothing_from_before_it_began() {
        assert_eq!(missed("2026-09", &[of("望江", "2026-08")]), ["听雨"]);
    }
}
