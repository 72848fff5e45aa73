use super::duty::duty;
use super::follow_up::TITLE;
use super::items::take_over;
use super::roster::roster;
use super::rules::{JOINT, KINDS, hour};
use super::{
    ItemKind, ItemSource, Meeting, MeetingItem, MeetingState, OpenMeeting, earlier_meetings,
    ordinary_in_month, turns_in,
};
use crate::committees::Committee;
use crate::office::Cx;
use crate::settings::rules;
use crate::units::seats_of_committee;
use chrono::{Datelike, NaiveDate};
use ground::calendar::{FIRST_YEAR, LAST_YEAR};
use ground::error::{Error, Result};

/// `meetings.open`.
pub async fn open(cx: &mut Cx<'_>, args: OpenMeeting) -> Result<Meeting> {
    cx.allow_committee(&args.committee_id)?;
    let committee: Committee = cx.tx.get(&args.committee_id).await?;
    let seats = seats_of_committee(&mut cx.tx, &committee.id).await?;
    if seats.is_empty() {
        let name = &committee.name;
        return Err(Error::state(format!(
            "{name}还没有成员单位，请先在成员单位里登记席位再开会。"
        )));
    }
    let kind = kind(cx, &args.kind).await?;
    check_day(cx, &args, &kind).await?;
    let turns = turns_in(&mut cx.tx, &committee.id, args.month).await?;
    let duty = duty(cx, &committee, &seats, &turns, args.date).await?;
    let meeting = Meeting {
        id: cx.new_id(),
        version: 0,
        committee_id: committee.id.clone(),
        kind,
        extraordinary: args.extraordinary,
        month: args.month,
        turn_id: duty.turn_id,
        state: MeetingState::Preparing,
        session_number: None,
        issue_number: None,
        notice_number: None,
        notified_on: None,
        date: args.date,
        time: time(&args.time)?,
        place: committee.meeting_place.clone(),
        chair_name: duty.chair_name,
        chair_post: duty.chair_post,
        recorder_name: committee.recorder_name.clone(),
        duty_unit: duty.units,
        requirements: String::new(),
        state_reason: String::new(),
        attendance_taken: None,
    };
    let meeting = cx.tx.insert(&meeting).await?;
    call_people(cx, &meeting, &committee).await?;
    // Before what was carried over, which goes behind whatever is there.
    begin_agenda(cx, &meeting).await?;
    take_over(cx, &meeting).await?;
    Ok(meeting)
}

async fn kind(cx: &mut Cx<'_>, kind: &str) -> Result<String> {
    let kind = if kind.trim().is_empty() {
        JOINT
    } else {
        kind.trim()
    };
    let own = rules(cx).await?.meeting_kinds;
    if KINDS.contains(&kind) || own.iter().any(|known| known == kind) {
        return Ok(kind.to_owned());
    }
    Err(Error::invalid(
        "kind",
        format!("“{kind}”不在会议类型的范围内，请从列表中选择或先在设置里增加。"),
    ))
}

async fn check_day(cx: &mut Cx<'_>, args: &OpenMeeting, kind: &str) -> Result<()> {
    check_year(args.date)?;
    if !args.month.contains(args.date) {
        return Err(Error::invalid(
            "date",
            format!("会议日期应在{}内，请重新选择。", args.month.chinese()),
        ));
    }
    // The rota knows one joint meeting a month; other kinds and 临时 ones may be as many as needed.
    let ordinary = !args.extraordinary && kind == JOINT;
    if ordinary && ordinary_in_month(&mut cx.tx, &args.committee_id, kind, args.month).await? > 0 {
        let month = args.month.chinese();
        return Err(Error::invalid(
            "month",
            format!("{month}已有一次联席会议，再次召开请选“临时会议”。"),
        ));
    }
    Ok(())
}

/// Refuses days that no office can mean.
pub(super) fn check_year(date: NaiveDate) -> Result<()> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&date.year()) {
        return Ok(());
    }
    Err(Error::invalid(
        "date",
        format!("日期的年份应在 {FIRST_YEAR} 到 {LAST_YEAR} 之间，请核对。"),
    ))
}

/// The hour as data keeps it; 14:30 when none is given.
pub(super) fn time(text: &str) -> Result<String> {
    if text.trim().is_empty() {
        return Ok("14:30".into());
    }
    hour(text).ok_or_else(|| Error::invalid("time", "会议时间请写成 14:30 的样子。"))
}

async fn call_people(cx: &mut Cx<'_>, meeting: &Meeting, committee: &Committee) -> Result<()> {
    for (index, person) in roster(cx, committee, meeting.date)
        .await?
        .into_iter()
        .enumerate()
    {
        let line = person.line(cx.new_id(), &meeting.id, index + 1);
        cx.tx.insert(&line).await?;
    }
    Ok(())
}

/// Every meeting but the first begins with what became of the last one's decisions.
async fn begin_agenda(cx: &mut Cx<'_>, meeting: &Meeting) -> Result<()> {
    let Meeting {
        committee_id,
        kind,
        date,
        ..
    } = meeting;
    if earlier_meetings(&mut cx.tx, committee_id, kind, *date).await? == 0 {
        return Ok(());
    }
    let item = MeetingItem {
        id: cx.new_id(),
        version: 0,
        meeting_id: meeting.id.clone(),
        position: 1,
        kind: ItemKind::Report,
        title: TITLE.into(),
        source: ItemSource::FollowUp,
        proposer: String::new(),
        speaker: String::new(),
        background: String::new(),
        discussion: String::new(),
        // Left empty: it is counted anew until the meeting is held.
        decision: String::new(),
        carried_to: None,
    };
    cx.tx.insert(&item).await?;
    Ok(())
}
