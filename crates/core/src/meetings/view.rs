//! A meeting with everything on it, and the steps that its workspace shows.

use super::rules::tally;
use super::{
    Dossier, ItemKind, MeetingState, MeetingStep, MeetingView, Minutes, MinutesState,
    attachments_of, dossier, minutes_of,
};
use crate::assignments::AssignmentState;
use crate::office::Cx;
use crate::settings::working_calendar;
use chrono::{Days, NaiveDate};
use ground::calendar::NotPublished;
use ground::error::Result;
use ground::numerals::short_date;

/// Reads a meeting with everything on it.
pub(super) async fn view(cx: &mut Cx<'_>, id: &str) -> Result<MeetingView> {
    let dossier = dossier(cx, id).await?;
    let revisions = minutes_of(&mut cx.tx, id).await?;
    let attachments = attachments_of(&mut cx.tx, id).await?;
    let due = notice_due(cx, &dossier).await?;
    Ok(MeetingView {
        title: dossier.title(),
        steps: steps(&dossier, revisions.first(), due.as_ref().ok().copied()),
        topics_due: topics_due(&dossier),
        next_states: dossier.meeting.state.next().to_vec(),
        notice_due: due.as_ref().ok().copied(),
        notice_advice: due.err().map(|cause| format!("{cause}。")),
        minutes: revisions.first().cloned(),
        revisions,
        attachments,
        meeting: dossier.meeting,
        committee: dossier.committee,
        items: dossier.items,
        attendance: dossier.people,
        assignments: dossier.assignments,
    })
}

async fn notice_due(cx: &mut Cx<'_>, dossier: &Dossier) -> Result<Result<NaiveDate, NotPublished>> {
    let days = u32::try_from(dossier.rules.notice_working_days).unwrap_or(0);
    Ok(working_calendar(cx)
        .await?
        .latest_notice_day(dossier.meeting.date, days))
}

fn topics_due(dossier: &Dossier) -> NaiveDate {
    let days = Days::new(u64::try_from(dossier.rules.topic_days).unwrap_or(0));
    dossier
        .meeting
        .date
        .checked_sub_days(days)
        .unwrap_or(dossier.meeting.date)
}

fn steps(
    dossier: &Dossier,
    minutes: Option<&Minutes>,
    notice_due: Option<NaiveDate>,
) -> Vec<MeetingStep> {
    let step = |key: &str, (done, summary): (bool, String)| MeetingStep {
        key: key.into(),
        done,
        summary,
    };
    vec![
        step("topics", topics(dossier)),
        step("notice", notice(dossier, notice_due)),
        step(
            "attendance",
            (
                dossier.meeting.attendance_taken.is_some(),
                tally(&dossier.people),
            ),
        ),
        step("record", record(dossier)),
        step("minutes", minutes_step(minutes)),
        step("assignments", assignments(dossier)),
        step("archive", archive(dossier)),
    ]
}

fn topics(dossier: &Dossier) -> (bool, String) {
    let count = dossier.items.len();
    let past = dossier.meeting.state != MeetingState::Preparing;
    (
        past && count > 0,
        if count == 0 {
            String::new()
        } else {
            count.to_string()
        },
    )
}

fn notice(dossier: &Dossier, due: Option<NaiveDate>) -> (bool, String) {
    let meeting = &dossier.meeting;
    // The number of a meeting put off belongs to the notice of its old day.
    if meeting.state != MeetingState::Postponed
        && let Some(number) = &meeting.notice_number
    {
        return (true, number.clone());
    }
    let due = due.map(|day| format!("最迟{}发出", short_date(day, meeting.date)));
    (false, due.unwrap_or_default())
}

fn record(dossier: &Dossier) -> (bool, String) {
    let topics = dossier
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Topic);
    // What was carried over is settled as far as this meeting goes.
    let recorded =
        |item: &&super::MeetingItem| !item.decision.is_empty() || item.carried_to.is_some();
    let (all, recorded) = (topics.clone().count(), topics.filter(recorded).count());
    let done = dossier.meeting.state.was_held() && recorded == all;
    (
        done,
        if all == 0 {
            String::new()
        } else {
            format!("{recorded}/{all}")
        },
    )
}

fn minutes_step(minutes: Option<&Minutes>) -> (bool, String) {
    let done = minutes.is_some_and(|minutes| minutes.state == MinutesState::Signed);
    (
        done,
        minutes
            .map(|minutes| minutes.state.chinese().to_owned())
            .unwrap_or_default(),
    )
}

fn assignments(dossier: &Dossier) -> (bool, String) {
    let over = |state| matches!(state, AssignmentState::Closed | AssignmentState::Withdrawn);
    let all = dossier.assignments.len();
    let closed = dossier
        .assignments
        .iter()
        .filter(|row| over(row.assignment.state))
        .count();
    let done = dossier.meeting.state.was_held() && closed == all;
    (
        done,
        if all == 0 {
            String::new()
        } else {
            format!("{closed}/{all}")
        },
    )
}

fn archive(dossier: &Dossier) -> (bool, String) {
    let done = dossier.meeting.state == MeetingState::Archived;
    (
        done,
        if done {
            MeetingState::Archived.chinese().into()
        } else {
            String::new()
        },
    )
}
