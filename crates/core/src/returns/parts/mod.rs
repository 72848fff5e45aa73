//! The sheets of a return. Each is declared as the rows of a register are, and written through the
//! commands of the thing it is about.

mod activities;
mod attendance;
mod duty;
mod matters;
mod topics;

use crate::committees::Committee;
use crate::meetings::{
    Meeting, MeetingState, MinutesState, first_ahead, meeting_of_month, minutes_of,
};
use crate::office::Cx;
use crate::registers::Rows;
use ground::calendar::Month;
use ground::error::Result;

pub(super) use activities::ActivitiesPart;
pub(super) use attendance::AttendancePart;
pub(super) use duty::DutyPart;
pub(super) use matters::MattersPart;
pub(super) use topics::TopicsPart;

/// What a return is about.
pub(super) struct Handed {
    pub committee: Committee,
    pub month: Month,
    /// The month's joint meeting.
    pub meeting: Option<Meeting>,
    /// The meeting that new topics go to.
    pub next: Option<Meeting>,
    /// Why nothing of the month's meeting may be changed any more.
    pub closed: Option<&'static str>,
}

impl Handed {
    pub async fn of(cx: &mut Cx<'_>, committee: Committee, month: Month) -> Result<Self> {
        let meeting = meeting_of_month(&mut cx.tx, &committee.id, month).await?;
        // New topics go to the month's own meeting until it is held, and then wait for the next.
        let next = match &meeting {
            Some(meeting) if meeting.state.is_ahead() => Some(meeting.clone()),
            _ => first_ahead(&mut cx.tx, &committee.id, month.first_day()).await?,
        };
        let closed = match &meeting {
            Some(meeting) => closed(cx, meeting).await?,
            None => None,
        };
        Ok(Self {
            committee,
            month,
            meeting,
            next,
            closed,
        })
    }
}

async fn closed(cx: &mut Cx<'_>, meeting: &Meeting) -> Result<Option<&'static str>> {
    let newest = minutes_of(&mut cx.tx, &meeting.id)
        .await?
        .into_iter()
        .next();
    // Of several versions the newest tells: while a correction is drafted, rows may change again.
    if newest.is_some_and(|minutes| minutes.state == MinutesState::Signed) {
        return Ok(Some(
            "会议纪要已签发，这一行不再更改；确需改动请先在程序里“更正纪要”。",
        ));
    }
    let archived = meeting.state == MeetingState::Archived;
    Ok(archived.then_some("会议已归档，这一行不再更改。"))
}

/// A sheet of a return.
pub(super) trait Part: Rows {
    /// Looks up what is kept, and what rows refer to.
    fn kept(
        cx: &mut Cx<'_>,
        of: &Handed,
    ) -> impl Future<Output = Result<(Self::Known, Vec<Self::Item>)>> + Send;

    /// Whether something that is kept stands on the sheet.
    fn shown(_item: &Self::Item, _known: &Self::Known) -> bool {
        true
    }

    /// Writes what is new or differs.
    fn write(
        cx: &mut Cx<'_>,
        of: &Handed,
        items: Vec<Self::Item>,
    ) -> impl Future<Output = Result<()>> + Send;
}
