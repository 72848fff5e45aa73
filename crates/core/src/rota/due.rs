//! Joint meetings (联席会议) held and due, counted by the rules that the board goes by.

use super::TurnOrigin;
use super::rules::{MeetingMonths, months_of_meetings};
use super::store::{joint_meetings, turn_months_in};
use crate::office::Cx;
use crate::settings::rules;
use ground::calendar::Month;
use ground::error::Result;
use std::collections::{BTreeSet, HashMap};

/// Months before and after a span that its rotation and meeting periods may reach into.
const WITHIN: i32 = 11;

/// What is known of a committee.
#[derive(Default)]
struct Known {
    turns: Vec<(Month, TurnOrigin)>,
    held: BTreeSet<Month>,
}

/// Months with a meeting held or due from one month to another, by committee.
pub(crate) async fn meeting_months(
    cx: &mut Cx<'_>,
    (from, to): (Month, Month),
    reach: &[String],
) -> Result<HashMap<String, MeetingMonths>> {
    let (rules, now) = (rules(cx).await?, Month::of(cx.today()));
    let (first, last) = (from.minus(WITHIN), to.plus(WITHIN));
    let mut known: HashMap<String, Known> = HashMap::new();
    for turn in turn_months_in(&mut cx.tx, first, to, reach).await? {
        let of = known.entry(turn.committee_id).or_default();
        of.turns.push((turn.month, turn.origin));
    }
    let meetings = joint_meetings(&mut cx.tx, first, last, None).await?;
    let reached = |id: &String| reach.is_empty() || reach.contains(id);
    for meeting in meetings.into_iter().filter(|meeting| meeting.is_held()) {
        if reached(&meeting.committee_id) {
            let of = known.entry(meeting.committee_id).or_default();
            of.held.insert(meeting.month);
        }
    }
    let counted = |(id, of): (String, Known)| {
        let months = months_of_meetings((from, to), &of.turns, &of.held, &rules, now);
        (id, months)
    };
    Ok(known.into_iter().map(counted).collect())
}
