use super::dossier::meeting;
use super::items::refuse_signed;
use super::roster::roster;
use super::{
    Attendance, AttendanceEntry, AttendanceState, Meeting, MeetingState, TakeAttendance, people_of,
};
use crate::committees::Committee;
use crate::office::Cx;
use ground::error::{Error, Result};
use ground::text;
use std::collections::HashMap;

/// `meetings.takeAttendance`: the sheet as it stands. It counts as taken once nobody is 未定; before
/// that it holds what the 回执 told.
pub async fn take_attendance(cx: &mut Cx<'_>, args: TakeAttendance) -> Result<Vec<Attendance>> {
    let meeting = meeting(cx, &args.meeting_id).await?;
    if !matches!(
        meeting.state,
        MeetingState::Notified | MeetingState::Held | MeetingState::Signed
    ) {
        let state = meeting.state.chinese();
        return Err(Error::state(format!(
            "会议现为“{state}”，发出通知后才能登记出席情况。"
        )));
    }
    refuse_signed(cx, &meeting).await?;
    if args.people.is_empty() {
        return Err(Error::invalid("people", "签到名单是空的，请至少保留一人。"));
    }
    let mut known = by_id(people_of(&mut cx.tx, &meeting.id).await?);
    for (index, entry) in args.people.into_iter().enumerate() {
        let before = entry.id.as_ref().and_then(|id| known.remove(id));
        let line = line(cx, &meeting, before, entry, index)?;
        cx.tx.save(&line).await?;
    }
    for left_out in known.into_values() {
        cx.tx.delete(&left_out).await?;
    }
    let people = people_of(&mut cx.tx, &meeting.id).await?;
    mark_taken(cx, meeting, &people).await?;
    Ok(people)
}

fn by_id(people: Vec<Attendance>) -> HashMap<String, Attendance> {
    people
        .into_iter()
        .map(|person| (person.id.clone(), person))
        .collect()
}

fn line(
    cx: &Cx<'_>,
    meeting: &Meeting,
    before: Option<Attendance>,
    entry: AttendanceEntry,
    index: usize,
) -> Result<Attendance> {
    let line = Attendance {
        id: before
            .as_ref()
            .map_or_else(|| cx.new_id(), |known| known.id.clone()),
        version: before.as_ref().map_or(0, |_| entry.version),
        meeting_id: meeting.id.clone(),
        position: i64::try_from(index).unwrap_or(i64::MAX).saturating_add(1),
        unit_id: before.and_then(|known| known.unit_id),
        unit_name: text::optional("unit_name", "单位", &entry.unit_name, 60)?,
        person: text::optional("person", "姓名", &entry.person, 40)?,
        post: text::optional("post", "职务", &entry.post, 60)?,
        state: entry.state,
        stand_in: text::optional("stand_in", "替会人", &entry.stand_in, 40)?,
        reason: text::optional("reason", "事由", &entry.reason, 200)?,
    };
    check(&line)?;
    Ok(line)
}

fn check(line: &Attendance) -> Result<()> {
    if line.person.is_empty() && line.unit_name.is_empty() {
        return Err(Error::invalid(
            "person",
            format!("第 {} 行没有单位也没有姓名，请填写或删去。", line.position),
        ));
    }
    if line.state == AttendanceState::StandIn && line.stand_in.is_empty() {
        let who = if line.person.is_empty() {
            &line.unit_name
        } else {
            &line.person
        };
        return Err(Error::invalid("stand_in", format!("请填写谁替{who}参会。")));
    }
    Ok(())
}

async fn mark_taken(cx: &mut Cx<'_>, meeting: Meeting, people: &[Attendance]) -> Result<()> {
    let open = people
        .iter()
        .any(|person| person.state == AttendanceState::Expected);
    let taken = if open {
        None
    } else {
        // The first time counts: putting a line right later does not take the sheet anew.
        meeting.attendance_taken.or(Some(cx.now()))
    };
    // Until it is held the 回执 come one by one; afterwards minutes and figures rest on the sheet.
    if open && meeting.state != MeetingState::Notified {
        return Err(Error::invalid(
            "people",
            "会议已召开，名单里还有“未定”的人，请逐一登记。",
        ));
    }
    cx.tx
        .update(&Meeting {
            attendance_taken: taken,
            ..meeting
        })
        .await?;
    Ok(())
}

/// Brings the list up to the registers, as the notice goes out, where nothing was filled in yet.
pub(super) async fn refresh_people(
    cx: &mut Cx<'_>,
    meeting: &Meeting,
    committee: &Committee,
) -> Result<()> {
    let people = people_of(&mut cx.tx, &meeting.id).await?;
    if people
        .iter()
        .any(|person| person.state != AttendanceState::Expected)
    {
        return Ok(());
    }
    let expected = roster(cx, committee, meeting.date).await?;
    let same = |(line, person): (&Attendance, &super::roster::Person)| {
        (&line.person, &line.post, &line.unit_name)
            == (&person.name, &person.post, &person.unit_name)
    };
    if people.len() == expected.len() && people.iter().zip(&expected).all(same) {
        return Ok(());
    }
    for line in &people {
        cx.tx.delete(line).await?;
    }
    for (index, person) in expected.into_iter().enumerate() {
        let line = person.line(cx.new_id(), &meeting.id, index + 1);
        cx.tx.insert(&line).await?;
    }
    Ok(())
}
