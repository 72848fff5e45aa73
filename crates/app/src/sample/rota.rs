//! The sample's rotation: who served before, the plan, and two changes of it by hand.

use super::days::Days;
use super::texts::{MONTH_ACTIVITIES, MONTH_THEMES};
use ground::calendar::Month;
use ground::commands::ById;
use ground::error::{ErrorCode, Result};
use std::collections::{HashMap, HashSet};
use tongxin_core::rota::{
    AddHistory, BoardCell, BoardRow, BoardYear, PlanOutcome, PlanRota, ReplaceUnit, RotaBoard,
    SaveTurnContent, ServedMonth, SwapTurns, Turn, TurnView,
};
use tongxin_core::sampling::Player;
use tongxin_core::units::SeatRow;
use tongxin_core::views::CommitteeView;

/// From this month on, the plan reaches to the end of the next year.
const LATE_IN_YEAR: u8 = 11;

/// Enters history, plans, and changes two turns.
pub(super) async fn arrange(
    player: &Player<'_>,
    committees: &[CommitteeView],
    days: &Days,
) -> Result<()> {
    for history in history(committees, days.month()) {
        let _: PlanOutcome = player.give("rota.addHistory", history).await?;
    }
    let _: PlanOutcome = player
        .give(
            "rota.plan",
            PlanRota {
                from: days.month(),
                to: horizon(days.month()),
                committees: Vec::new(),
            },
        )
        .await?;
    let next = days.month().plus(1);
    replace(player, &board(player, next).await?, next).await?;
    // A board is of one year, and a swap takes two of its months.
    let swapped = if next.number() == 12 {
        next.plus(1)
    } else {
        next
    };
    swap(player, &board(player, swapped).await?, swapped).await?;
    contents(player, &board(player, days.month()).await?, days.month()).await
}

async fn board(player: &Player<'_>, month: Month) -> Result<RotaBoard> {
    player
        .give(
            "rota.board",
            BoardYear {
                year: i64::from(month.year()),
            },
        )
        .await
}

/// December of this year, or of the next where this one is nearly over.
fn horizon(now: Month) -> Month {
    let december = now.plus(12 - i32::from(now.number()));
    if now.number() < LATE_IN_YEAR {
        december
    } else {
        december.plus(12)
    }
}

/// Who served from January of last year to last month: the unit that waited longest, no unit in
/// two committees of a month.
fn history(committees: &[CommitteeView], now: Month) -> Vec<AddHistory> {
    let first = now.minus(i32::from(now.number()) + 11);
    let mut last: HashMap<(usize, &str), Month> = HashMap::new();
    let mut served: Vec<Vec<ServedMonth>> = committees.iter().map(|_| Vec::new()).collect();
    for month in first.through(now.minus(1)) {
        let mut busy: HashSet<&str> = HashSet::new();
        for (place, committee) in committees.iter().enumerate() {
            let free = committee.seats.iter().filter(|seat| {
                can_serve(seat, month) && !busy.contains(seat.seat.unit_id.as_str())
            });
            // A unit that never served has no month, which is less than any.
            let next = free.min_by_key(|seat| {
                (
                    last.get(&(place, seat.seat.unit_id.as_str())).copied(),
                    seat.seat.position,
                )
            });
            let Some(unit) = next.map(|seat| seat.seat.unit_id.as_str()) else {
                continue;
            };
            busy.insert(unit);
            last.insert((place, unit), month);
            served[place].push(ServedMonth {
                month,
                unit_id: unit.to_owned(),
            });
        }
    }
    let entries = committees.iter().zip(served);
    entries
        .map(|(view, served)| AddHistory {
            committee_id: view.committee.id.clone(),
            served,
        })
        .collect()
}

fn can_serve(seat: &SeatRow, month: Month) -> bool {
    seat.seat.in_rotation && !seat.seat.blocked_months.contains(&month.number())
}

fn cell(row: &BoardRow, month: Month) -> Option<&BoardCell> {
    row.cells.iter().find(|cell| cell.month == month)
}

/// Swaps two months of the first committee whose units may be swapped.
async fn swap(player: &Player<'_>, board: &RotaBoard, month: Month) -> Result<()> {
    for row in &board.rows {
        let Some((one, other)) = cell(row, month).zip(cell(row, month.plus(1))) else {
            continue;
        };
        let swap = SwapTurns {
            turn: one.turn_id.clone(),
            with: other.turn_id.clone(),
            reason: "两家单位协商一致，互换轮值月份".into(),
        };
        match player.give::<Vec<Turn>>("rota.swap", swap).await {
            Err(error) if error.code == ErrorCode::Invalid => {}
            other => return other.map(drop),
        }
    }
    Ok(())
}

/// Names another unit for a turn of the last committee that has somebody free.
async fn replace(player: &Player<'_>, board: &RotaBoard, month: Month) -> Result<()> {
    for row in board.rows.iter().rev() {
        let Some(cell) = cell(row, month) else {
            continue;
        };
        let view: TurnView = player
            .give(
                "rota.turn",
                ById {
                    id: cell.turn_id.clone(),
                },
            )
            .await?;
        let Some(seat) = view.candidates.first() else {
            continue;
        };
        let replace = ReplaceUnit {
            turn: view.turn.id,
            version: view.turn.version,
            unit_id: seat.seat.unit_id.clone(),
            reason: "原轮值单位当月承担专项任务，经协商变更".into(),
        };
        return player.give::<Turn>("rota.replace", replace).await.map(drop);
    }
    Ok(())
}

/// Themes and activities of this month's turns.
async fn contents(player: &Player<'_>, board: &RotaBoard, now: Month) -> Result<()> {
    let cells = board.rows.iter().filter_map(|row| cell(row, now));
    for (place, cell) in cells.enumerate() {
        let content = SaveTurnContent {
            turn: cell.turn_id.clone(),
            version: cell.version,
            theme: MONTH_THEMES[place % MONTH_THEMES.len()].into(),
            activities: MONTH_ACTIVITIES[place % MONTH_ACTIVITIES.len()].into(),
            done: String::new(),
            summary: String::new(),
            handover: String::new(),
        };
        let _: Turn = player.give("rota.saveContent", content).await?;
    }
    Ok(())
}
