use super::rules::JOINT;
use super::{Meeting, StartNumbers};
use crate::committees::Committee;
use crate::office::Cx;
use crate::settings::{Counter, next_number};
use ground::commands::Done;
use ground::error::{Error, Result};

fn session_counter(committee: &str, year: i64, kind: &str) -> String {
    // Each kind counts its own 第×次; the 第×期 below are the committee's, whatever the kind.
    format!("session:{committee}:{year}:{kind}")
}

fn issue_counter(committee: &str, year: i64) -> String {
    format!("issue:{committee}:{year}")
}

/// The next 第×次 of a kind of meeting in its committee and year.
pub(super) async fn next_session(cx: &mut Cx<'_>, meeting: &Meeting) -> Result<i64> {
    // Of the month it is for: a December meeting put off into January is still one of the old
    // year.
    let year = i64::from(meeting.month.year());
    next_number(
        cx,
        &session_counter(&meeting.committee_id, year, &meeting.kind),
        1,
    )
    .await
}

/// The next 第×期 of a committee's minutes in the meeting's year.
pub(super) async fn next_issue(cx: &mut Cx<'_>, meeting: &Meeting) -> Result<i64> {
    let year = i64::from(meeting.month.year());
    next_number(cx, &issue_counter(&meeting.committee_id, year), 1).await
}

/// The 第×次 of 联席会议 and the 第×期 that a committee gives next in a year.
pub(crate) async fn upcoming_numbers(
    cx: &mut Cx<'_>,
    committee: &str,
    year: i64,
) -> Result<(i64, i64)> {
    let session: Option<Counter> = cx.tx.find(&session_counter(committee, year, JOINT)).await?;
    let issue: Option<Counter> = cx.tx.find(&issue_counter(committee, year)).await?;
    let next = |counter: Option<Counter>| counter.map_or(1, |counter| counter.next);
    Ok((next(session), next(issue)))
}

/// `meetings.startNumbers`.
pub async fn start_numbers(cx: &mut Cx<'_>, args: StartNumbers) -> Result<Done> {
    cx.allow_committee(&args.committee_id)?;
    let committee: Committee = cx.tx.get(&args.committee_id).await?;
    let kind = if args.kind.is_empty() {
        JOINT
    } else {
        args.kind.as_str()
    };
    if let Some(next) = args.next_session {
        start(
            cx,
            "next_session",
            session_counter(&committee.id, args.year, kind),
            next,
        )
        .await?;
    }
    if let Some(next) = args.next_issue {
        start(
            cx,
            "next_issue",
            issue_counter(&committee.id, args.year),
            next,
        )
        .await?;
    }
    Ok(Done {})
}

async fn start(cx: &mut Cx<'_>, field: &str, id: String, next: i64) -> Result<()> {
    let kept: Option<Counter> = cx.tx.find(&id).await?;
    let least = kept.as_ref().map_or(1, |counter| counter.next);
    if !(least..100_000).contains(&next) {
        return Err(Error::invalid(
            field,
            format!("编号不重复使用，下一个编号应不小于 {least}。"),
        ));
    }
    let version = kept.map_or(0, |counter| counter.version);
    cx.tx.save(&Counter { id, version, next }).await?;
    Ok(())
}
