use super::plan::Reason;
use super::rules::{Handover, MonthMeeting, Progress, is_frozen};
use super::store::{BoardTurn, board_turns, duties_in, joint_meetings, month_bounds};
use super::{BoardCell, BoardRow, BoardYear, RotaBoard, Turn, TurnOrigin, TurnView};
use crate::committees::{Committee, all_committees};
use crate::office::Cx;
use crate::settings::{Rules, rules};
use crate::units::{SeatRow, Unit, seats_of_committee};
use chrono::{Datelike, NaiveDate};
use ground::calendar::Month;
use ground::commands::ById;
use ground::error::{Error, Result};
use std::collections::{BTreeSet, HashMap};

/// `rota.board`.
pub async fn board(cx: &mut Cx<'_>, args: BoardYear) -> Result<RotaBoard> {
    let (from, to) = year_months(args.year)?;
    let (rules, today) = (rules(cx).await?, cx.today());
    let meetings = joint_meetings(&mut cx.tx, from, to, None).await?;
    let mut by_committee: HashMap<&str, Vec<&MonthMeeting>> = HashMap::new();
    for meeting in &meetings {
        by_committee
            .entry(&meeting.committee_id)
            .or_default()
            .push(meeting);
    }
    let mut rows = rows(&all_committees(&mut cx.tx).await?);
    for turn in board_turns(&mut cx.tx, from, to).await? {
        let meetings = by_committee
            .get(turn.committee_id.as_str())
            .map(Vec::as_slice);
        let cell = cell(&turn, meetings.unwrap_or_default(), &rules, today);
        row_of(&mut rows, turn).cells.push(cell);
    }
    // Only now: a committee that is 停用 has its line from the turns just read.
    let session = cx.session;
    rows.retain(|row| session.may_see(&row.committee_id));
    let current = Month::of(today);
    Ok(RotaBoard {
        year: args.year,
        current: (from <= current && current <= to).then_some(current),
        rows,
        years: years(month_bounds(&mut cx.tx).await?, today),
    })
}

fn year_months(year: i64) -> Result<(Month, Month)> {
    let month = |number| {
        i32::try_from(year)
            .ok()
            .and_then(|year| Month::new(year, number).ok())
    };
    let bounds = month(1).zip(month(12));
    bounds.ok_or_else(|| Error::invalid("year", "年份应在 1 到 9999 之间，请重新选择。"))
}

fn rows(committees: &[Committee]) -> Vec<BoardRow> {
    let row = |committee: &Committee| BoardRow {
        committee_id: committee.id.clone(),
        committee: committee.short_name.clone(),
        cells: Vec::new(),
    };
    committees.iter().map(row).collect()
}

/// The line of a turn's committee; one that is 停用 gets its line back in the years it served.
fn row_of(rows: &mut Vec<BoardRow>, turn: BoardTurn) -> &mut BoardRow {
    let known = rows
        .iter()
        .position(|row| row.committee_id == turn.committee_id);
    let index = known.unwrap_or_else(|| {
        let BoardTurn {
            committee_id,
            committee,
            ..
        } = turn;
        rows.push(BoardRow {
            committee_id,
            committee,
            cells: Vec::new(),
        });
        rows.len() - 1
    });
    &mut rows[index]
}

fn cell(
    turn: &BoardTurn,
    meetings: &[&MonthMeeting],
    rules: &Rules,
    today: NaiveDate,
) -> BoardCell {
    let progress = Progress {
        origin: turn.origin,
        month: turn.month,
        meetings,
        rules,
        today,
    };
    BoardCell {
        turn_id: turn.turn_id.clone(),
        version: turn.version,
        month: turn.month,
        unit_id: turn.unit_id.clone(),
        unit: turn.unit.clone(),
        changed: turn.planned_unit_id != turn.unit_id,
        state: progress.state(),
        frozen: is_frozen(turn.month, today),
        meeting_id: progress.meeting().map(|meeting| meeting.id.clone()),
    }
}

fn years(bounds: Option<(Month, Month)>, today: NaiveDate) -> Vec<i64> {
    let known = bounds.map(|(first, last)| first.year()..=last.year());
    let mut years: BTreeSet<i64> = known.into_iter().flatten().map(i64::from).collect();
    years.insert(i64::from(today.year()));
    years.into_iter().collect()
}

/// `rota.turn`.
pub async fn turn(cx: &mut Cx<'_>, args: ById) -> Result<TurnView> {
    let turn: Turn = cx.tx.get(&args.id).await?;
    cx.allow_committee(&turn.committee_id)?;
    let (rules, today) = (rules(cx).await?, cx.today());
    // Of the whole year: where the meeting period is a quarter, another month's meeting may be
    // the one that this turn answers for.
    let (from, to) = year_months(i64::from(turn.month.year()))?;
    let meetings = joint_meetings(&mut cx.tx, from, to, Some(&turn.committee_id)).await?;
    let meetings: Vec<&MonthMeeting> = meetings.iter().collect();
    let progress = Progress {
        origin: turn.origin,
        month: turn.month,
        meetings: &meetings,
        rules: &rules,
        today,
    };
    let committee: Committee = cx.tx.get(&turn.committee_id).await?;
    let unit: Unit = cx.tx.get(&turn.unit_id).await?;
    let planned: Unit = cx.tx.get(&turn.planned_unit_id).await?;
    Ok(TurnView {
        committee: committee.name,
        unit: unit.name,
        reasons: grounds(&turn, &planned.name),
        planned_unit: planned.name,
        state: progress.state(),
        frozen: is_frozen(turn.month, today),
        meeting_id: progress.meeting().map(|meeting| meeting.id.clone()),
        candidates: candidates(cx, &turn, &rules).await?,
        turn,
    })
}

/// 排定依据 as sentences: how it was changed, then why the plan named whom it named.
fn grounds(turn: &Turn, planned: &str) -> Vec<String> {
    let why = match turn.change_reason.as_str() {
        "" => String::new(),
        reason => format!("：{reason}"),
    };
    let change = match turn.origin {
        TurnOrigin::Planned => None,
        TurnOrigin::Opening => Some("期初登记的轮值".to_owned()),
        TurnOrigin::Named => Some(format!("原排{planned}，已变更轮值单位{why}")),
        TurnOrigin::Swapped => Some(format!("原排{planned}，已与其他月份对调{why}")),
    };
    // Another unit is on duty now: without a name the plan's grounds would read as its own.
    let label = if change.is_some() {
        format!("{planned}原排依据：")
    } else {
        String::new()
    };
    let plan = turn
        .reasons
        .iter()
        .map(Reason::chinese)
        .map(|reason| format!("{label}{reason}"));
    change.into_iter().chain(plan).collect()
}

/// Units that could take the turn instead, in official order; none once it is frozen.
async fn candidates(cx: &mut Cx<'_>, turn: &Turn, rules: &Rules) -> Result<Vec<SeatRow>> {
    if is_frozen(turn.month, cx.today()) {
        return Ok(Vec::new());
    }
    let duties = duties_in(&mut cx.tx, turn.month).await?;
    let seats = seats_of_committee(&mut cx.tx, &turn.committee_id).await?;
    let handover = Handover {
        turn_id: &turn.id,
        committee_id: &turn.committee_id,
        month: turn.month,
        duties: &duties,
        rules,
    };
    let others = seats
        .into_iter()
        .filter(|row| row.seat.unit_id != turn.unit_id);
    Ok(others.filter(|row| handover.clash(row).is_none()).collect())
}
