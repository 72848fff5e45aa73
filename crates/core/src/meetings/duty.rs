//! Which units are on duty for a meeting, and so who chairs it unless another is named.

use super::roster::representative;
use super::{Meeting, prepared_between, turns_in};
use crate::committees::Committee;
use crate::office::Cx;
use crate::rota::{Before, RotaFollower, Turn};
use crate::units::{SeatRow, Unit, name_on, seats_of_committee};
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::error::{Error, Result};

/// What a meeting takes from the rota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Duty {
    pub(super) turn_id: Option<String>,
    /// 简称 of the units as they are called on the day, joined by 、.
    pub(super) units: String,
    pub(super) chair_name: String,
    pub(super) chair_post: String,
}

/// Reads what the turns of its month mean for a meeting on a day.
pub(super) async fn duty(
    cx: &mut Cx<'_>,
    committee: &Committee,
    seats: &[SeatRow],
    turns: &[Turn],
    day: NaiveDate,
) -> Result<Duty> {
    let names = on_duty(cx, turns, day).await?;
    let (chair_name, chair_post) = chair(committee, seats, turns, &names);
    Ok(Duty {
        turn_id: turns.first().map(|turn| turn.id.clone()),
        units: names.join("、"),
        chair_name,
        chair_post,
    })
}

async fn on_duty(cx: &mut Cx<'_>, turns: &[Turn], day: NaiveDate) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for turn in turns {
        let unit: Unit = cx.tx.get(&turn.unit_id).await?;
        // As of the day: a unit renamed in July keeps its old name on January's paper.
        names.push(name_on(&mut cx.tx, &unit, day).await?.1);
    }
    Ok(names)
}

/// The representative of the unit on duty, where one is known; else the 书记.
fn chair(
    committee: &Committee,
    seats: &[SeatRow],
    turns: &[Turn],
    duty: &[String],
) -> (String, String) {
    let seat = turns
        .first()
        .and_then(|turn| seats.iter().find(|seat| seat.seat.unit_id == turn.unit_id));
    let (name, post) = seat.map(representative).unwrap_or_default();
    if name.is_empty() {
        return (
            committee.secretary_name.clone(),
            committee.secretary_post.clone(),
        );
    }
    let unit = duty.first().map(String::as_str).unwrap_or_default();
    (name, format!("{unit}{post}"))
}

/// Meetings in preparation follow the rota.
pub(super) static FOLLOWER: RotaFollower = RotaFollower {
    before: |cx, from, to| Box::pin(prepared(cx, from, to)),
    after: |cx, before| Box::pin(follow(cx, before)),
};

/// Meetings in preparation with what they take from the rota now.
type Prepared = Vec<(Meeting, Duty)>;

async fn prepared(cx: &mut Cx<'_>, from: Month, to: Month) -> Result<Before> {
    let mut prepared: Prepared = Vec::new();
    for meeting in prepared_between(&mut cx.tx, from, to).await? {
        let duty = current(cx, &meeting).await?;
        prepared.push((meeting, duty));
    }
    Ok(Box::new(prepared))
}

async fn current(cx: &mut Cx<'_>, meeting: &Meeting) -> Result<Duty> {
    let committee: Committee = cx.tx.get(&meeting.committee_id).await?;
    let seats = seats_of_committee(&mut cx.tx, &committee.id).await?;
    let turns = turns_in(&mut cx.tx, &committee.id, meeting.month).await?;
    duty(cx, &committee, &seats, &turns, meeting.date).await
}

/// Brings meetings in preparation up to a changed rota. A chair who was named by hand stays.
async fn follow(cx: &mut Cx<'_>, before: Before) -> Result<()> {
    let prepared = before.downcast::<Prepared>();
    let prepared = prepared.map_err(|_| Error::internal("rota", "not what meetings had of it"))?;
    for (meeting, was) in *prepared {
        let now = current(cx, &meeting).await?;
        if now != was {
            cx.tx.update(&following(meeting, &was, now)).await?;
        }
    }
    Ok(())
}

fn following(meeting: Meeting, was: &Duty, now: Duty) -> Meeting {
    // What differs from what the rota gave at that time was written by a person.
    let by_hand = (&meeting.chair_name, &meeting.chair_post) != (&was.chair_name, &was.chair_post);
    let (chair_name, chair_post) = if by_hand {
        (meeting.chair_name, meeting.chair_post)
    } else {
        (now.chair_name, now.chair_post)
    };
    Meeting {
        turn_id: now.turn_id,
        duty_unit: now.units,
        chair_name,
        chair_post,
        ..meeting
    }
}
