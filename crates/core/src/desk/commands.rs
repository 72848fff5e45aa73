use super::agreements::agreement_todos;
use super::returns::return_todos;
use super::rules::{ordered, urgency};
use super::store::{self, DeskAssignment, DeskMeeting};
use super::{CommitteeMonth, DeskQuery, DeskView, MonthAssignments, Todo, TodoKind, Urgency};
use crate::assignments::{AssignmentState, DueCount, Figures, due_between};
use crate::committees::{Committee, all_committees};
use crate::meetings::MeetingState;
use crate::office::Cx;
use crate::partners::ending_terms;
use crate::ratings::{RatingRow, unpublished};
use crate::settings::{Rules, rules, working_calendar};
use chrono::{Datelike, Days, NaiveDate};
use ground::calendar::{Month, WorkingCalendar};
use ground::error::Result;
use std::collections::HashMap;

/// From this month on the next year's rota and holidays are looked for.
const YEAR_END: u32 = 11;

/// `desk.view`.
pub async fn view(cx: &mut Cx<'_>, args: DeskQuery) -> Result<DeskView> {
    let (today, month) = (cx.today(), Month::of(cx.today()));
    let only = args.committee_id.as_deref();
    let committees: Vec<Committee> = all_committees(&mut cx.tx)
        .await?
        .into_iter()
        .filter(|c| cx.session.may_see(&c.id) && only.is_none_or(|only| only == c.id))
        .collect();
    let meetings = store::meetings(&mut cx.tx, only, &month.to_string()).await?;
    let months = committee_months(cx, &committees, &meetings, month).await?;
    let mut todos = assignment_todos(cx, only, today).await?;
    let basis = Basis {
        today,
        rules: rules(cx).await?,
        calendar: working_calendar(cx).await?,
    };
    todos.extend(
        meetings
            .iter()
            .filter_map(|meeting| basis.meeting_todo(meeting)),
    );
    todos.extend(
        months
            .iter()
            .filter_map(|committee| missing_meeting(committee, month)),
    );
    todos.extend(
        committees
            .iter()
            .filter_map(|committee| basis.term_todo(committee)),
    );
    todos.extend(rating_todos(cx, &committees, only).await?);
    todos.extend(agreement_todos(cx, only, &basis.rules).await?);
    todos.extend(partner_terms(cx, &basis, &committees, only).await?);
    todos.extend(return_todos(cx, &committees, only, &basis.rules).await?);
    if only.is_none() && !committees.is_empty() {
        todos.extend(year_end(cx, &basis).await?);
    }
    todos.retain(|todo| {
        todo.committee_id
            .as_ref()
            .is_none_or(|id| cx.session.may_see(id))
    });
    let assignments = month_assignments(cx, only, month).await?;
    Ok(DeskView {
        today,
        month,
        todos: ordered(todos),
        committees: months,
        assignments,
    })
}

async fn month_assignments(
    cx: &mut Cx<'_>,
    only: Option<&str>,
    month: Month,
) -> Result<MonthAssignments> {
    let reach = only.map_or_else(
        || cx.session.committees.clone(),
        |only| vec![only.to_owned()],
    );
    let (first, last, today) = (month.first_day(), month.last_day(), cx.today());
    let due = due_between(&mut cx.tx, first, last, &reach).await?;
    let soon = |row: &&DueCount| {
        let open = matches!(row.state, AssignmentState::Open | AssignmentState::Claimed);
        open && matches!(urgency(row.due_on, today), Urgency::Today | Urgency::Soon)
    };
    Ok(MonthAssignments {
        soon: due.iter().filter(soon).map(|row| row.count).sum(),
        figures: Figures::of(&due, today),
    })
}

async fn committee_months(
    cx: &mut Cx<'_>,
    committees: &[Committee],
    meetings: &[DeskMeeting],
    month: Month,
) -> Result<Vec<CommitteeMonth>> {
    let mut duty: HashMap<String, Vec<String>> = HashMap::new();
    for line in store::on_duty(&mut cx.tx, &month.to_string()).await? {
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

async fn assignment_todos(
    cx: &mut Cx<'_>,
    only: Option<&str>,
    today: NaiveDate,
) -> Result<Vec<Todo>> {
    let assignments = store::assignments(&mut cx.tx, only, today).await?;
    Ok(assignments
        .into_iter()
        .map(|assignment| assignment_todo(assignment, today))
        .collect())
}

fn assignment_todo(assignment: DeskAssignment, today: NaiveDate) -> Todo {
    let DeskAssignment {
        id,
        committee_id,
        committee,
        content,
        lead_name,
        due_on,
        ..
    } = assignment;
    let late = due_on < today;
    let (kind, note) = if let Some(to) = assignment.extension_to {
        (
            TodoKind::ExtensionAsked,
            format!("{lead_name}申请延期至 {to}，原定 {due_on}"),
        )
    } else if assignment.claimed {
        (
            TodoKind::AssignmentClaimed,
            format!("{lead_name}已报办结，待批复"),
        )
    } else if late {
        (
            TodoKind::AssignmentLate,
            format!("主办 {lead_name}，{due_on} 到期"),
        )
    } else {
        (TodoKind::AssignmentDue, format!("主办 {lead_name}"))
    };
    Todo {
        kind,
        urgency: urgency(due_on, today),
        date: Some(due_on),
        title: format!("{committee} · {content}"),
        note,
        target: Some(id),
        committee_id: Some(committee_id),
    }
}

fn missing_meeting(committee: &CommitteeMonth, month: Month) -> Option<Todo> {
    if committee.duty.is_empty() || committee.state.is_some() {
        return None;
    }
    Some(Todo {
        kind: TodoKind::MeetingMissing,
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

/// What every line is judged by.
struct Basis {
    today: NaiveDate,
    rules: Rules,
    calendar: WorkingCalendar,
}

impl Basis {
    fn meeting_todo(&self, meeting: &DeskMeeting) -> Option<Todo> {
        let (kind, day, what, note) = match meeting.state {
            MeetingState::Held => {
                let note = format!("{} 召开，记录人 {}", meeting.date, meeting.recorder_name);
                (TodoKind::MinutesUnsigned, meeting.date, "纪要未签发", note)
            }
            MeetingState::Notified if meeting.date <= self.today => (
                TodoKind::MeetingDay,
                meeting.date,
                "登记签到和会议记录",
                self.chaired(meeting),
            ),
            MeetingState::Notified => (
                TodoKind::MeetingAhead,
                meeting.date,
                "将召开",
                self.chaired(meeting),
            ),
            MeetingState::Preparing => self.preparing(meeting),
            _ => return None,
        };
        Some(Todo {
            kind,
            urgency: urgency(day, self.today),
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
        let ahead = u64::try_from(self.rules.topic_days).unwrap_or_default();
        let topics = meeting
            .date
            .checked_sub_days(Days::new(ahead))
            .unwrap_or(meeting.date);
        if topics >= self.today {
            let note = format!("已收 {} 项，轮值单位 {}", meeting.items, meeting.duty_unit);
            return (TodoKind::TopicsDue, topics, "议题征集截止", note);
        }
        let days = u32::try_from(self.rules.notice_working_days).unwrap_or_default();
        let notice = self
            .calendar
            .latest_notice_day(meeting.date, days)
            .unwrap_or(meeting.date);
        let note = format!("会议 {}，提前 {days} 个工作日", meeting.date);
        (TodoKind::NoticeDue, notice, "通知应发出", note)
    }

    fn term_todo(&self, committee: &Committee) -> Option<Todo> {
        let end = committee.term_end?.last_day();
        let ahead = u64::try_from(self.rules.expiry_days).unwrap_or_default();
        if end
            > self
                .today
                .checked_add_days(Days::new(ahead))
                .unwrap_or(self.today)
        {
            return None;
        }
        Some(Todo {
            kind: TodoKind::TermEnding,
            urgency: urgency(end, self.today),
            date: Some(end),
            title: format!("{} · 任期将满", committee.short_name),
            note: "请准备换届，并更新委员名单".into(),
            target: Some(committee.id.clone()),
            committee_id: Some(committee.id.clone()),
        })
    }
}

/// Ratings of buildings that are not published yet; a community's go to its committee.
async fn rating_todos(
    cx: &mut Cx<'_>,
    committees: &[Committee],
    only: Option<&str>,
) -> Result<Vec<Todo>> {
    let of = |id: &str| committees.iter().find(|committee| committee.id == id);
    let community = only.and_then(of).and_then(|c| c.community_id.clone());
    let today = cx.today();
    let line = |row: RatingRow| {
        let period = row.period;
        let whose = row.community.unwrap_or_else(|| "全街道".into());
        let correcting = match period.correction_reason.as_str() {
            "" => String::new(),
            reason => format!("，更正中：{reason}"),
        };
        Todo {
            kind: TodoKind::RatingUnpublished,
            urgency: urgency(period.due_on, today),
            date: Some(period.due_on),
            title: format!("{whose} · {}楼栋考评未发布", period.month.chinese()),
            note: format!("评分表 {} / {} 份{correcting}", row.filled, row.sheets),
            target: Some(period.id),
            committee_id: committees
                .iter()
                .find(|committee| committee.community_id == period.community_id)
                .map(|committee| committee.id.clone()),
        }
    };
    let rows = unpublished(cx, community).await?;
    Ok(rows.into_iter().map(line).collect())
}

/// One line for all partners within reach whose terms are about to end or have ended.
async fn partner_terms(
    cx: &mut Cx<'_>,
    basis: &Basis,
    committees: &[Committee],
    only: Option<&str>,
) -> Result<Option<Todo>> {
    let days = Days::new(u64::try_from(basis.rules.expiry_days).unwrap_or_default());
    let until = basis.today.checked_add_days(days).unwrap_or(basis.today);
    let whole_street = only.is_none() && cx.session.committees.is_empty();
    let within = |community: Option<&str>| match community {
        None => whole_street,
        Some(id) => {
            committees
                .iter()
                .any(|c| c.community_id.as_deref() == Some(id))
                || whole_street
        }
    };
    let mut terms = ending_terms(&mut cx.tx, until).await?;
    terms.retain(|term| within(term.community_id.as_deref()));
    let partners: i64 = terms.iter().map(|term| term.partners).sum();
    let Some(first) = terms.iter().map(|term| term.first).min() else {
        return Ok(None);
    };
    let (title, target) = match terms.as_slice() {
        [only] if partners == 1 => (format!("{}聘期将满", only.name), Some(only.id.clone())),
        _ => (format!("{partners} 位合伙人聘期将满"), None),
    };
    Ok(Some(Todo {
        kind: TodoKind::PartnerTermEnding,
        urgency: urgency(first, basis.today),
        date: Some(first),
        title,
        note: format!("最早 {first} 届满，请办理续聘或退出"),
        target,
        committee_id: only.map(str::to_owned),
    }))
}

/// What next year needs: a rota and its holidays.
async fn year_end(cx: &mut Cx<'_>, basis: &Basis) -> Result<Vec<Todo>> {
    let (today, mut todos) = (basis.today, Vec::new());
    let year = if today.month() >= YEAR_END {
        today.year() + 1
    } else {
        today.year()
    };
    let line = |kind, title: String, note: &str| Todo {
        kind,
        urgency: Urgency::Ahead,
        date: None,
        title,
        note: note.into(),
        target: None,
        committee_id: None,
    };
    let planned = "SELECT COUNT(*) FROM rota_turn WHERE month >= $1 AND month <= $2";
    let months = vec![format!("{year}-01").into(), format!("{year}-12").into()];
    if cx.tx.number(planned, months).await? == 0 {
        todos.push(line(
            TodoKind::RotaMissing,
            format!("{year} 年轮值未排"),
            "排定后自动生成轮值表和每月待办",
        ));
    }
    if !basis.calendar.years().any(|known| known == year) {
        let title = format!("{year} 年节假日安排未录入");
        todos.push(line(
            TodoKind::CalendarMissing,
            title,
            "国务院公布后请在设置中录入，工作日时限才能推算",
        ));
    }
    Ok(todos)
}
