//! The rows of the workbook's sheets.

use super::scope::Scope;
use super::store::{self, AssignmentLine, MeetingLine};
use super::workbook::{AssignmentRow, BoardCell, BoardRow, BoardState, MeetingRow, UnitRow};
use crate::assignments::AssignmentState;
use crate::meetings::MeetingState;
use crate::office::Cx;
use crate::rota::{self, MonthState};
use crate::units::{self, Relation};
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::error::Result;
use std::collections::HashMap;

/// 成员单位, in the order of committees and seats; those without a seat last.
pub(super) async fn unit_rows(cx: &mut Cx<'_>, scope: &Scope) -> Result<Vec<UnitRow>> {
    let days = (scope.from.first_day(), scope.month.last_day());
    let due: HashMap<String, (i64, i64)> = store::due_by_unit(&mut cx.tx, days, &scope.reach)
        .await?
        .into_iter()
        .map(|row| (row.unit_id, (row.due, row.closed)))
        .collect();
    let mut committees: HashMap<String, Vec<String>> = HashMap::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let seats = units::committees_of_all(&mut cx.tx, &scope.reach).await?;
    for (place, seat) in seats.into_iter().enumerate() {
        // Where a unit sits on several committees, its first seat tells its place.
        places.entry(seat.unit_id.clone()).or_insert(place);
        committees
            .entry(seat.unit_id)
            .or_default()
            .push(seat.committee_short);
    }
    let mut units: Vec<_> = units::all_units(&mut cx.tx).await?;
    units.retain(|unit| {
        !unit.retired && (scope.reach.is_empty() || committees.contains_key(&unit.id))
    });
    units.sort_by_cached_key(|unit| {
        let place = places.get(&unit.id).copied().unwrap_or(usize::MAX);
        (place, unit.sort_key.clone())
    });
    let ids: Vec<String> = units.iter().map(|unit| unit.id.clone()).collect();
    let mut duties = duties(cx, &ids, scope).await?;
    let row = |unit: units::Unit| {
        let (assignments_due, assignments_closed) = due.get(&unit.id).copied().unwrap_or_default();
        UnitRow {
            committees: committees.remove(&unit.id).unwrap_or_default(),
            duties: duties.remove(&unit.id).unwrap_or_default(),
            name: unit.name,
            nature: unit.nature,
            relation: relation(unit.relation).into(),
            party_members: unit.party_members,
            leader: unit.leader_name,
            leader_post: unit.leader_post,
            assignments_due,
            assignments_closed,
        }
    };
    Ok(units.into_iter().map(row).collect())
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Subordinate => "隶属",
        Relation::Partner => "共建",
        Relation::Vertical => "条管",
        Relation::External => "外部",
    }
}

/// SQLite and PostgreSQL take some 32,000 arguments in one statement.
const KEYS_PER_QUERY: usize = 10_000;

async fn duties(
    cx: &mut Cx<'_>,
    ids: &[String],
    scope: &Scope,
) -> Result<HashMap<String, Vec<String>>> {
    let year = scope.month.year();
    let from = format!("{year:04}-01");
    let mut duties: HashMap<String, Vec<String>> = HashMap::new();
    for ids in ids.chunks(KEYS_PER_QUERY) {
        let turns = units::turns_of(&mut cx.tx, ids, &from, &scope.reach).await?;
        for turn in turns
            .into_iter()
            .rev()
            // Next year's turns may be planned already.
            .filter(|turn| turn.month.year() == year)
        {
            let label = format!("{} {}月", turn.committee, turn.month.number());
            duties.entry(turn.unit_id).or_default().push(label);
        }
    }
    Ok(duties)
}

/// 轮值: the board as the screen shows it, units that share a month in one cell.
pub(super) async fn board_rows(cx: &mut Cx<'_>, scope: &Scope) -> Result<Vec<BoardRow>> {
    let (from, to) = scope.year();
    let mut lines: Vec<rota::BoardRow> = Vec::new();
    for year in from.year()..=to.year() {
        let year = rota::BoardYear { year: year.into() };
        for row in rota::board(cx, year).await?.rows {
            let known = lines
                .iter_mut()
                .find(|line| line.committee_id == row.committee_id);
            match known {
                // Boards are read year by year; months of two years are still one row.
                Some(line) => line.cells.extend(row.cells),
                None => lines.push(row),
            }
        }
    }
    lines.retain(|line| scope.reach.is_empty() || scope.reach.contains(&line.committee_id));
    let months = from.through(to);
    let row = |line: rota::BoardRow| BoardRow {
        cells: months.iter().map(|month| cell(&line, *month)).collect(),
        committee: line.committee,
    };
    Ok(lines.into_iter().map(row).collect())
}

/// What the board's months are called: by their year as well where they are of several.
pub(super) fn board_months(scope: &Scope) -> Vec<String> {
    let (from, to) = scope.year();
    let name = |month: Month| match from.year() == to.year() {
        true => format!("{}月", month.number()),
        false => month.chinese(),
    };
    from.through(to).into_iter().map(name).collect()
}

fn cell(line: &rota::BoardRow, month: Month) -> Option<BoardCell> {
    let cells: Vec<_> = line
        .cells
        .iter()
        .filter(|cell| cell.month == month)
        .collect();
    let first = cells.first()?;
    Some(BoardCell {
        unit: cells
            .iter()
            .map(|cell| cell.unit.as_str())
            .collect::<Vec<_>>()
            .join("、"),
        state: match first.state {
            MonthState::Planned => BoardState::Planned,
            MonthState::Waiting | MonthState::Missed => BoardState::Waiting,
            MonthState::Unsigned => BoardState::Unsigned,
            // Months from before the program have no meeting to wait for.
            MonthState::Held | MonthState::Opening => BoardState::Done,
        },
        changed: cells.iter().any(|cell| cell.changed),
    })
}

/// 联席会议 of the year, or of the months asked for where they begin before it.
pub(super) async fn meeting_rows(cx: &mut Cx<'_>, scope: &Scope) -> Result<Vec<MeetingRow>> {
    let lines = store::meetings(&mut cx.tx, scope.year(), &scope.reach).await?;
    Ok(lines.into_iter().map(meeting_row).collect())
}

fn meeting_row(line: MeetingLine) -> MeetingRow {
    MeetingRow {
        kind: match line.extraordinary {
            true => format!("{}（临时）", line.kind),
            false => line.kind,
        },
        committee: line.committee,
        number: line.session_number,
        held_on: Some(line.date),
        theme: line.theme.unwrap_or_default(),
        duty_unit: line.duty_unit,
        chair: line.chair_name,
        invited: line.invited,
        // People are listed from the notice on; before it is held a zero would say that nobody
        // came.
        attended: took_place(line.state).then_some(line.attended),
        topics: line.topics,
        decisions: line.decisions,
        status: meeting_state(line.state).into(),
    }
}

/// Whether people can have attended.
fn took_place(state: MeetingState) -> bool {
    matches!(
        state,
        MeetingState::Held | MeetingState::Signed | MeetingState::Archived
    )
}

/// The office's own words for where a meeting stands.
pub(crate) fn meeting_state(state: MeetingState) -> &'static str {
    match state {
        MeetingState::Preparing => "筹备",
        MeetingState::Notified => "已通知",
        MeetingState::Held => "已召开",
        MeetingState::Signed => "纪要已签发",
        MeetingState::Archived => "已归档",
        MeetingState::Postponed => "延期",
        MeetingState::Cancelled => "取消",
    }
}

/// 交办事项 of the year and those open from before, overdue first.
pub(super) async fn assignment_rows(cx: &mut Cx<'_>, scope: &Scope) -> Result<Vec<AssignmentRow>> {
    let (first, today) = (scope.year().0.first_day(), cx.today());
    let lines = store::assignments(&mut cx.tx, first, today, &scope.reach).await?;
    Ok(lines
        .into_iter()
        .map(|line| assignment_row(line, today))
        .collect())
}

fn assignment_row(line: AssignmentLine, today: NaiveDate) -> AssignmentRow {
    let open = matches!(line.state, AssignmentState::Open | AssignmentState::Claimed);
    let overdue = (open && line.due_on < today).then(|| (today - line.due_on).num_days());
    let status = match (line.state, overdue) {
        (_, Some(_)) => "逾期",
        (AssignmentState::Open, None) => "办理中",
        (AssignmentState::Claimed, None) => "待批复",
        (AssignmentState::Closed, _) => "已办结",
        (AssignmentState::Withdrawn, _) => "已撤销",
    };
    let item = line
        .item
        .map(|item| format!("：{item}"))
        .unwrap_or_default();
    AssignmentRow {
        title: line.content,
        lead: line.lead_name,
        support: line
            .helpers
            .0
            .into_iter()
            .map(|helper| helper.name)
            .collect(),
        source: format!("{}{item}", line.committee),
        assigned_on: Some(line.assigned_on),
        due_on: Some(line.due_on),
        closed_on: line.closed_on,
        status: status.into(),
        days_overdue: overdue,
        progress: line.progress.unwrap_or_default(),
    }
}
