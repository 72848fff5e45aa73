use super::attendance::refresh_people;
use super::dossier::{dossier, meeting};
use super::follow_up::account;
use super::numbers::{next_issue, next_session};
use super::open::check_year;
use super::paper::kinds::keep_notice;
use super::{
    ItemSource, Meeting, MeetingItem, MeetingState, NotifyMeeting, SetMeetingState, items_of,
};
use crate::committees::{Committee, issuer};
use crate::documents::next_document_number;
use crate::office::Cx;
use ground::calendar::chinese_date;
use ground::error::{Error, Result};
use ground::text;

/// `meetings.notify`: the notice goes out, and with it the numbers; what it says is kept under its own.
pub async fn notify(cx: &mut Cx<'_>, args: NotifyMeeting) -> Result<Meeting> {
    let meeting = meeting(cx, &args.id).await?;
    allow(&meeting, MeetingState::Notified)?;
    let committee: Committee = cx.tx.get(&meeting.committee_id).await?;
    let body = issuer(cx, &committee).await?;
    let date = args.date.unwrap_or_else(|| cx.today());
    if date > meeting.date {
        return Err(Error::invalid("date", "通知日期不能晚于会议日期。"));
    }
    // First of all: the notice is addressed to whom the list names.
    refresh_people(cx, &meeting, &committee).await?;
    // A postponed meeting keeps its 第×次 and 第×期: given anew, the old ones would be burnt.
    let session_number = match meeting.session_number {
        Some(number) => number,
        None => next_session(cx, &meeting).await?,
    };
    let issue_number = match meeting.issue_number {
        Some(number) => number,
        None => next_issue(cx, &meeting).await?,
    };
    let notice_number = next_document_number(cx, &body, date).await?;
    let notified = Meeting {
        version: args.version,
        state: MeetingState::Notified,
        session_number: Some(session_number),
        issue_number: Some(issue_number),
        notice_number: Some(notice_number),
        notified_on: Some(date),
        ..meeting
    };
    let notified = cx.tx.update(&notified).await?;
    // Read again: the notice prints the numbers just given.
    let dossier = dossier(cx, &notified.id).await?;
    keep_notice(cx, &dossier, body.id).await?;
    Ok(notified)
}

fn allow(meeting: &Meeting, to: MeetingState) -> Result<()> {
    if meeting.state.next().contains(&to) {
        return Ok(());
    }
    let (from, to) = (meeting.state.chinese(), to.chinese());
    Err(Error::state(format!("会议现为“{from}”，不能改为“{to}”。")))
}

/// `meetings.setState`.
pub async fn set_state(cx: &mut Cx<'_>, args: SetMeetingState) -> Result<Meeting> {
    let meeting = meeting(cx, &args.id).await?;
    allow(&meeting, args.state)?;
    let state_reason = text::lines("reason", "事由", &args.reason, 500)?;
    cx.because(state_reason.clone());
    let meeting = Meeting {
        version: args.version,
        state: args.state,
        ..meeting
    };
    let meeting = match args.state {
        MeetingState::Held => held(cx, meeting).await?,
        MeetingState::Archived => meeting,
        MeetingState::Cancelled => Meeting {
            state_reason: reason(state_reason)?,
            ..meeting
        },
        MeetingState::Postponed => postponed(meeting, reason(state_reason)?, args.date)?,
        MeetingState::Notified => return Err(Error::state("请用“发出通知”，会议编号随通知给出。")),
        MeetingState::Signed => {
            return Err(Error::state(
                "请用“登记签发”，纪要签发后会议随之变为已签发。",
            ));
        }
        MeetingState::Preparing => return Err(Error::state("会议不能退回筹备，请延期或取消。")),
    };
    cx.tx.update(&meeting).await
}

fn reason(text: String) -> Result<String> {
    if text.is_empty() {
        return Err(Error::invalid("reason", "请填写延期或取消的事由。"));
    }
    Ok(text)
}

fn postponed(
    meeting: Meeting,
    state_reason: String,
    date: Option<chrono::NaiveDate>,
) -> Result<Meeting> {
    let date = date.ok_or_else(|| Error::invalid("date", "请填写延期后的会议日期。"))?;
    check_year(date)?;
    if date <= meeting.date {
        let old = chinese_date(meeting.date);
        return Err(Error::invalid(
            "date",
            format!("延期后的日期应晚于原定的{old}。"),
        ));
    }
    Ok(Meeting {
        date,
        state_reason,
        // Who answered for the old day has to be asked again.
        attendance_taken: None,
        ..meeting
    })
}

/// The meeting took place: attendance stands, and the first item is no longer counted anew.
async fn held(cx: &mut Cx<'_>, meeting: Meeting) -> Result<Meeting> {
    if meeting.attendance_taken.is_none() {
        return Err(Error::state("还没有登记完出席情况，请先登记再标为已召开。"));
    }
    if meeting.date > cx.today() {
        return Err(Error::state(
            "会议日期还没有到，请到会议当天再标为已召开，或先改会议日期。",
        ));
    }
    let text = account(cx, &meeting).await?;
    let open = |item: &MeetingItem| item.source == ItemSource::FollowUp && item.decision.is_empty();
    let items = items_of(&mut cx.tx, &meeting.id).await?;
    if let Some(item) = items.into_iter().find(open) {
        cx.tx
            .update(&MeetingItem {
                decision: text,
                ..item
            })
            .await?;
    }
    Ok(meeting)
}
