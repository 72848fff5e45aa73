//! Assignments that come from a meeting's items.

use super::{Meeting, MeetingItem, MeetingState, title};
use crate::assignments::{Assignment, Origin, Source, Told};
use crate::committees::Committee;
use crate::office::Cx;
use ground::error::{Error, Result};

/// What a decision gives rise to.
pub(super) static ORIGIN: Origin = Origin {
    source: |cx, item| Box::pin(source(cx, item)),
    told: |cx, assignment, committee| Box::pin(told(cx, assignment, committee)),
    fixes_due: |cx, assignment| Box::pin(fixes_due(cx, assignment)),
};

async fn source(cx: &mut Cx<'_>, item: &str) -> Result<Source> {
    let item: MeetingItem = cx.tx.get(item).await?;
    let meeting: Meeting = cx.tx.get(&item.meeting_id).await?;
    if meeting.state == MeetingState::Cancelled {
        return Err(Error::state(
            "会议已取消，不能交办，请从其他会议的议题交办。",
        ));
    }
    Ok(Source {
        committee_id: meeting.committee_id,
        meeting_id: Some(meeting.id),
        day: meeting.date,
    })
}

async fn told(cx: &mut Cx<'_>, assignment: &Assignment, committee: &Committee) -> Result<Told> {
    let meeting: Option<Meeting> = match &assignment.meeting_id {
        Some(id) => cx.tx.find(id).await?,
        None => None,
    };
    let item: Option<MeetingItem> = match &assignment.item_id {
        Some(id) => cx.tx.find(id).await?,
        None => None,
    };
    Ok(Told {
        meeting: meeting.map(|meeting| title(&meeting, committee)),
        item: item.map(|item| item.title),
    })
}

/// The due date is put right by hand only while the minutes are in preparation; later it moves by an extension
/// that is asked for and granted.
async fn fixes_due(cx: &mut Cx<'_>, assignment: &Assignment) -> Result<Option<&'static str>> {
    let meeting: Option<Meeting> = match &assignment.meeting_id {
        Some(id) => cx.tx.find(id).await?,
        None => None,
    };
    let signed =
        |meeting: Meeting| matches!(meeting.state, MeetingState::Signed | MeetingState::Archived);
    let fixed = meeting.is_some_and(signed);
    Ok(fixed.then_some("纪要已签发，期限只能通过申请延期调整。"))
}
