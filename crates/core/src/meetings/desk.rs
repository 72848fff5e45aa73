//! What the desk says of meetings: those under way, and months with a unit on duty and no meeting.

use super::MeetingState;
use crate::committees::{Committee, on_desk};
use crate::office::Cx;
use crate::rota::on_duty;
use crate::todo::{DeskPart, DeskScope, Todo, TodoKind, Urgency, urgency};
use chrono::{Days, NaiveDate};
use ground::calendar::Month;
use ground::error::Result;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use std::collections::HashMap;
use storage::{Select, Tx};
use ts_rs::TS;

/// 纪要未签发.
const MINUTES_UNSIGNED: &str = "minutes_unsigned";
/// 已到会议日期: take attendance.
const MEETING_DAY: &str = "meeting_day";
/// 会议将召开.
const MEETING_AHEAD: &str = "meeting_ahead";
/// 议题征集截止.
const TOPICS_DUE: &str = "topics_due";
/// 会议通知应发出.
const NOTICE_DUE: &str = "notice_due";
/// 本月有轮值、尚未安排会议.
const MEETING_MISSING: &str = "meeting_missing";

/// Its lines of the desk.
pub(super) static LINES: DeskPart = DeskPart {
    place: 2,
    kinds: &[
        MINUTES_UNSIGNED,
        MEETING_DAY,
        MEETING_AHEAD,
        TOPICS_DUE,
        NOTICE_DUE,
        MEETING_MISSING,
    ],
    lines: |cx, scope| Box::pin(lines(cx, scope)),
};

async fn lines(cx: &mut Cx<'_>, scope: &DeskScope) -> Result<Vec<Todo>> {
    let (only, month) = (scope.only.as_deref(), Month::of(scope.today));
    let meetings = under_way(&mut cx.tx, only, &month.to_string()).await?;
    let committees = on_desk(cx, only).await?;
    let months = committee_months(cx, &committees, &meetings, month).await?;
    let basis = Basis(scope);
    let of_meetings = meetings.iter().filter_map(|meeting| basis.line(meeting));
    let missing = months
        .iter()
        .filter_map(|committee| missing_meeting(committee, month));
    Ok(of_meetings.chain(missing).collect())
}

/// What every line is judged by.
struct Basis<'s>(&'s DeskScope);

impl Basis<'_> {
    fn line(&self, meeting: &DeskMeeting) -> Option<Todo> {
        let (kind, day, what, note) = match meeting.state {
            MeetingState::Held => {
                let note = format!("{} 召开，记录人 {}", meeting.date, meeting.recorder_name);
                (
                    TodoKind::new(MINUTES_UNSIGNED),
                    meeting.date,
                    "纪要未签发",
                    note,
                )
            }
            MeetingState::Notified if meeting.date <= self.0.today => (
                TodoKind::new(MEETING_DAY),
                meeting.date,
                "登记签到和会议记录",
                self.chaired(meeting),
            ),
            MeetingState::Notified => (
                TodoKind::new(MEETING_AHEAD),
                meeting.date,
                "将召开",
                self.chaired(meeting),
            ),
            MeetingState::Preparing => self.preparing(meeting),
            _ => return None,
        };
        Some(Todo {
            kind,
            urgency: urgency(day, self.0.today),
            date: Some(day),
            title: format!("{} · {}{what}", meeting.committee, meeting.kind),
            note,
            target: Some(meeting.id.clone()),
            committee_id: Some(meeting.committee_id.clone()),
        })
    }

    fn chaired(&self, meeting: &DeskMeeting) -> String {
        format!(
            "主持 {}，轮值单位 {}",
            meeting.chair_name, meeting.duty_unit
        )
    }

    /// Topics until their last day, then the notice.
    fn preparing(&self, meeting: &DeskMeeting) -> (TodoKind, NaiveDate, &'static str, String) {
        let ahead = u64::try_from(self.0.rules.topic_days).unwrap_or_default();
        let topics = meeting
            .date
            .checked_sub_days(Days::new(ahead))
            .unwrap_or(meeting.date);
        if topics >= self.0.today {
            let note = format!("已收 {} 项，轮值单位 {}", meeting.items, meeting.duty_unit);
            return (TodoKind::new(TOPICS_DUE), topics, "议题征集截止", note);
        }
        let days = u32::try_from(self.0.rules.notice_working_days).unwrap_or_default();
        let notice = self
            .0
            .calendar
            .latest_notice_day(meeting.date, days)
            .unwrap_or(meeting.date);
        let note = format!("会议 {}，提前 {days} 个工作日", meeting.date);
        (TodoKind::new(NOTICE_DUE), notice, "通知应发出", note)
    }
}

fn missing_meeting(committee: &CommitteeMonth, month: Month) -> Option<Todo> {
    if committee.duty.is_empty() || committee.state.is_some() {
        return None;
    }
    Some(Todo {
        kind: TodoKind::new(MEETING_MISSING),
        urgency: Urgency::Ahead,
        date: None,
        title: format!(
            "{} · {}联席会议待安排",
            committee.committee,
            month.chinese()
        ),
        note: format!("轮值单位 {}", committee.duty.join("、")),
        target: Some(committee.committee_id.clone()),
        committee_id: Some(committee.committee_id.clone()),
    })
}

/// A committee's month.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CommitteeMonth {
    /// The committee.
    pub committee_id: String,
    /// Its short name.
    pub committee: String,
    /// Units on duty, by short name.
    pub duty: Vec<String>,
    /// Where its meeting stands; none when it is not arranged yet.
    pub state: Option<MeetingState>,
    /// The meeting.
    pub meeting_id: Option<String>,
    /// Its day.
    pub date: Option<NaiveDate>,
}

/// Where each committee stands in a month: who is on duty, and its meeting.
pub(crate) async fn committee_months(
    cx: &mut Cx<'_>,
    committees: &[Committee],
    meetings: &[DeskMeeting],
    month: Month,
) -> Result<Vec<CommitteeMonth>> {
    let mut duty: HashMap<String, Vec<String>> = HashMap::new();
    for line in on_duty(&mut cx.tx, &month.to_string()).await? {
        duty.entry(line.committee_id).or_default().push(line.unit);
    }
    let ordinary = |meeting: &&DeskMeeting| {
        meeting.month == month && !meeting.extraordinary && meeting.state != MeetingState::Cancelled
    };
    let by_committee: HashMap<&str, &DeskMeeting> = meetings
        .iter()
        .filter(ordinary)
        .map(|m| (m.committee_id.as_str(), m))
        .collect();
    let line = |committee: &Committee| {
        let meeting = by_committee.get(committee.id.as_str());
        CommitteeMonth {
            committee_id: committee.id.clone(),
            committee: committee.short_name.clone(),
            duty: duty.get(&committee.id).cloned().unwrap_or_default(),
            state: meeting.map(|meeting| meeting.state),
            meeting_id: meeting.map(|meeting| meeting.id.clone()),
            date: meeting.map(|meeting| meeting.date),
        }
    };
    Ok(committees.iter().map(line).collect())
}

/// A meeting with what the desk says of it.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct DeskMeeting {
    pub id: String,
    pub committee_id: String,
    pub committee: String,
    pub month: ground::calendar::Month,
    pub kind: String,
    pub extraordinary: bool,
    pub state: MeetingState,
    pub date: NaiveDate,
    pub chair_name: String,
    pub recorder_name: String,
    pub duty_unit: String,
    pub items: i64,
}

/// Meetings under way: prepared, notified, or held without signed minutes; and all of this month.
pub(crate) async fn under_way(
    tx: &mut Tx,
    committee: Option<&str>,
    month: &str,
) -> Result<Vec<DeskMeeting>> {
    // The follow-up puts itself on the agenda: it is no topic that somebody handed in.
    Select::new(
        "SELECT m.id, m.committee_id, c.short_name AS committee, m.month, m.kind, m.extraordinary, m.state,
                m.date, m.chair_name, m.recorder_name, m.duty_unit,
                (SELECT COUNT(*) FROM meeting_item i WHERE i.meeting_id = m.id AND i.source <> 'follow_up') AS items
         FROM meeting m JOIN committee c ON c.id = m.committee_id",
    )
    .and("m.state IN ('preparing', 'notified', 'held', 'postponed') OR m.month = ?", vec![month.into()])
    .and_some("m.committee_id = ?", committee)
    .tail("ORDER BY m.date, c.position, m.id")
    .limit(2000)
    .all(tx)
    .await
}
