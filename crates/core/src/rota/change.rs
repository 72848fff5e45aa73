//! Changes by hand: swap, another unit, and what a month on duty holds.

use super::follow::following;
use super::rules::{Handover, refuse_frozen};
use super::store::duties_in;
use super::{ReplaceUnit, SaveTurnContent, SwapTurns, Turn, TurnOrigin};
use crate::office::Cx;
use crate::settings::rules;
use crate::units::{SeatRow, seats_of_committee};
use ground::calendar::Month;
use ground::error::{Error, Result};
use ground::text;

/// `rota.swap`: two turns of one committee change their units; it costs neither.
pub async fn swap(cx: &mut Cx<'_>, args: SwapTurns) -> Result<Vec<Turn>> {
    let reason = text::optional("reason", "对调原因", &args.reason, 200)?;
    let one: Turn = open_turn(cx, &args.turn).await?;
    let other: Turn = open_turn(cx, &args.with).await?;
    check_pair(&one, &other)?;
    let seats = seats_of_committee(&mut cx.tx, &one.committee_id).await?;
    // A swap is bound by the same laws as a plan: neither unit may be put into a 不便月份 or beyond
    // the limit of a month.
    check_taker(cx, &seats, &one, &other.unit_id).await?;
    check_taker(cx, &seats, &other, &one.unit_id).await?;
    let (to_one, to_other) = (other.unit_id.clone(), one.unit_id.clone());
    let pair = [
        handed(one, to_one, TurnOrigin::Swapped, &reason),
        handed(other, to_other, TurnOrigin::Swapped, &reason),
    ];
    let (first, last) = in_order(pair[0].month, pair[1].month);
    // Before the turns are written: a chair named by hand is told from the rota's own only by
    // what the rota said until now.
    let following = following(cx, first, last).await?;
    let swapped = vec![cx.tx.update(&pair[0]).await?, cx.tx.update(&pair[1]).await?];
    following.follow(cx).await?;
    cx.because(reason);
    Ok(swapped)
}

fn in_order(one: Month, other: Month) -> (Month, Month) {
    (one.min(other), one.max(other))
}

/// A turn that may still be changed.
async fn open_turn(cx: &mut Cx<'_>, id: &str) -> Result<Turn> {
    let turn: Turn = cx.tx.get(id).await?;
    cx.allow_committee(&turn.committee_id)?;
    refuse_frozen(turn.month, cx.today())?;
    Ok(turn)
}

fn check_pair(one: &Turn, other: &Turn) -> Result<()> {
    let message = if one.committee_id != other.committee_id {
        "只能对调同一个大党委的两个月份，请重新选择。"
    } else if one.month == other.month {
        "两家单位在同一个月轮值，不需要对调。"
    } else if one.unit_id == other.unit_id {
        "两个月份是同一家单位轮值，不需要对调。"
    } else {
        return Ok(());
    };
    Err(Error::invalid("with", message))
}

/// Refuses a unit that the rules keep from taking the turn.
async fn check_taker(cx: &mut Cx<'_>, seats: &[SeatRow], turn: &Turn, unit: &str) -> Result<()> {
    let Some(seat) = seats.iter().find(|row| row.seat.unit_id == unit) else {
        let message = "这家单位不在本大党委的成员单位之中，请另选单位。";
        return Err(Error::invalid("unit_id", message));
    };
    // Of all committees: the limit is on the unit, wherever it serves.
    let duties = duties_in(&mut cx.tx, turn.month).await?;
    let rules = rules(cx).await?;
    let (turn_id, committee_id) = (&turn.id, &turn.committee_id);
    let handover = Handover {
        turn_id,
        committee_id,
        month: turn.month,
        duties: &duties,
        rules: &rules,
    };
    handover.check(seat)
}

/// The turn with another unit. One that is back with the unit of the plan is as planned again.
fn handed(turn: Turn, unit_id: String, origin: TurnOrigin, reason: &str) -> Turn {
    let origin = if unit_id == turn.planned_unit_id {
        TurnOrigin::Planned
    } else {
        origin
    };
    Turn {
        unit_id,
        origin,
        change_reason: reason.to_owned(),
        ..turn
    }
}

/// `rota.replace`: the clerk names another unit; the unit of the plan is owed a turn.
pub async fn replace(cx: &mut Cx<'_>, args: ReplaceUnit) -> Result<Turn> {
    let reason = text::optional("reason", "变更原因", &args.reason, 200)?;
    let turn = open_turn(cx, &args.turn).await?;
    if turn.unit_id == args.unit_id {
        return Err(Error::invalid(
            "unit_id",
            "这个月已由该单位轮值，不需要变更。",
        ));
    }
    let seats = seats_of_committee(&mut cx.tx, &turn.committee_id).await?;
    check_taker(cx, &seats, &turn, &args.unit_id).await?;
    let turn = handed(turn, args.unit_id, TurnOrigin::Named, &reason);
    let following = following(cx, turn.month, turn.month).await?;
    // The version the person saw, not the one just read: a change made in between must be told.
    let version = args.version;
    let replaced = cx.tx.update(&Turn { version, ..turn }).await?;
    following.follow(cx).await?;
    cx.because(reason);
    Ok(replaced)
}

/// `rota.saveContent`: what the month on duty holds; past months take their 小结 as well.
pub async fn save_content(cx: &mut Cx<'_>, args: SaveTurnContent) -> Result<Turn> {
    let turn: Turn = cx.tx.get(&args.turn).await?;
    cx.allow_committee(&turn.committee_id)?;
    let turn = Turn {
        version: args.version,
        theme: text::optional("theme", "主题", &args.theme, 100)?,
        activities: text::lines("activities", "计划活动", &args.activities, 2000)?,
        done: text::lines("done", "完成情况", &args.done, 2000)?,
        summary: text::lines("summary", "轮值小结", &args.summary, 5000)?,
        handover: text::lines("handover", "交接事项", &args.handover, 2000)?,
        ..turn
    };
    cx.tx.update(&turn).await
}
