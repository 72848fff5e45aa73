use super::dossier::meeting;
use super::follow_up::account;
use super::{
    CarryItem, ItemSource, Meeting, MeetingItem, MinutesState, NEXT_MEETING, OrderItems, SaveItem,
    items_of, minutes_of, next_ahead, waiting_items,
};
use crate::assignments::of_meeting;
use crate::office::Cx;
use ground::commands::{Done, Versioned};
use ground::error::{Error, Result};
use ground::text;
use std::collections::BTreeSet;

/// Refuses changes of what signed minutes say, unless a correction of them is under way.
pub(super) async fn refuse_signed(cx: &mut Cx<'_>, meeting: &Meeting) -> Result<()> {
    let newest = minutes_of(&mut cx.tx, &meeting.id)
        .await?
        .into_iter()
        .next();
    if newest.is_some_and(|minutes| minutes.state == MinutesState::Signed) {
        return Err(Error::state(
            "会议纪要已签发，不能再改；确需改动请先“更正纪要”，生成新的一版。",
        ));
    }
    if meeting.state == super::MeetingState::Cancelled {
        return Err(Error::state(
            "会议已取消，不能再改；如需召开请新建一次会议。",
        ));
    }
    Ok(())
}

/// `meetings.saveItem`.
pub async fn save_item(cx: &mut Cx<'_>, args: SaveItem) -> Result<MeetingItem> {
    let meeting = meeting(cx, &args.meeting_id).await?;
    refuse_signed(cx, &meeting).await?;
    let known = known_item(cx, &args).await?;
    let source = known.as_ref().map(|item| item.source).or(args.source);
    let source = source.unwrap_or(ItemSource::Office);
    let mut decision = text::lines("decision", "议定事项", &args.decision, 10_000)?;
    // The account sent back as it was is no hand's text: kept, it would stop following the
    // assignments.
    if source == ItemSource::FollowUp && decision == account(cx, &meeting).await? {
        decision.clear();
    }
    let items = items_of(&mut cx.tx, &meeting.id).await?;
    let last = items.iter().map(|item| item.position).max().unwrap_or(0);
    let item = MeetingItem {
        id: args.id.clone().unwrap_or_else(|| cx.new_id()),
        version: args.version,
        position: known.as_ref().map_or(last + 1, |item| item.position),
        meeting_id: meeting.id,
        kind: args.kind,
        title: text::required("title", "议题名称", &args.title, 200)?,
        source,
        proposer: text::optional("proposer", "提出单位", &args.proposer, 100)?,
        speaker: text::optional("speaker", "汇报人", &args.speaker, 100)?,
        background: text::lines("background", "背景情况", &args.background, 10_000)?,
        discussion: text::lines("discussion", "讨论情况", &args.discussion, 20_000)?,
        decision,
        carried_to: known.and_then(|item| item.carried_to),
    };
    cx.tx.save(&item).await
}

async fn known_item(cx: &mut Cx<'_>, args: &SaveItem) -> Result<Option<MeetingItem>> {
    let Some(id) = &args.id else { return Ok(None) };
    let item: MeetingItem = cx.tx.get(id).await?;
    if item.meeting_id == args.meeting_id {
        return Ok(Some(item));
    }
    Err(Error::not_found("议题"))
}

/// `meetings.removeItem`.
pub async fn remove_item(cx: &mut Cx<'_>, args: Versioned) -> Result<Done> {
    let item: MeetingItem = cx.tx.get(&args.id).await?;
    let meeting = meeting(cx, &item.meeting_id).await?;
    let assignments = of_meeting(&mut cx.tx, &meeting.id).await?;
    let assigned = assignments
        .iter()
        .any(|row| row.assignment.item_id.as_ref() == Some(&item.id));
    let recorded = !item.discussion.is_empty() || !item.decision.is_empty();
    if !meeting.state.is_ahead() || recorded || assigned || item.carried_to.is_some() {
        return Err(Error::state(
            "这项议题已有记录，不能删除；未议完的可以“转下次会议”。",
        ));
    }
    cx.tx
        .delete(&MeetingItem {
            version: args.version,
            ..item
        })
        .await?;
    Ok(Done {})
}

/// `meetings.orderItems`.
pub async fn order_items(cx: &mut Cx<'_>, args: OrderItems) -> Result<Vec<MeetingItem>> {
    let meeting = meeting(cx, &args.meeting_id).await?;
    refuse_signed(cx, &meeting).await?;
    let mut items = items_of(&mut cx.tx, &meeting.id).await?;
    let known: BTreeSet<&str> = items.iter().map(|item| item.id.as_str()).collect();
    let wanted: BTreeSet<&str> = args.items.iter().map(String::as_str).collect();
    // A key given twice hides in the set.
    if known != wanted || wanted.len() != args.items.len() {
        return Err(Error::invalid("items", "议题刚有增减，请刷新后再排序。"));
    }
    items.sort_by_key(|item| args.items.iter().position(|id| *id == item.id));
    let mut ordered = Vec::with_capacity(items.len());
    for (position, item) in (1..).zip(items) {
        ordered.push(cx.tx.update(&MeetingItem { position, ..item }).await?);
    }
    Ok(ordered)
}

/// `meetings.carryItem`: the item goes on the next meeting's agenda; where none is open yet, it waits
/// for it. Answers the item there, or the one that waits.
pub async fn carry_item(cx: &mut Cx<'_>, args: CarryItem) -> Result<MeetingItem> {
    let item: MeetingItem = cx.tx.get(&args.id).await?;
    let from = meeting(cx, &item.meeting_id).await?;
    if item.carried_to.is_some() || item.source == ItemSource::FollowUp {
        return Err(Error::state(
            "这项议题已转下次会议，或每次会议都会自动列入，不必再转。",
        ));
    }
    let item = MeetingItem {
        version: args.version,
        ..item
    };
    match target(cx, &from, args.to.as_deref()).await? {
        Some(to) => carry(cx, item, &to).await,
        None => {
            let carried_to = Some(NEXT_MEETING.to_owned());
            cx.tx.update(&MeetingItem { carried_to, ..item }).await
        }
    }
}

/// Puts the items that waited for a committee's next meeting on its agenda.
pub(super) async fn take_over(cx: &mut Cx<'_>, meeting: &Meeting) -> Result<()> {
    for item in waiting_items(&mut cx.tx, meeting).await? {
        carry(cx, item, meeting).await?;
    }
    Ok(())
}

async fn carry(cx: &mut Cx<'_>, item: MeetingItem, to: &Meeting) -> Result<MeetingItem> {
    let items = items_of(&mut cx.tx, &to.id).await?;
    let carried = MeetingItem {
        id: cx.new_id(),
        version: 0,
        position: items.iter().map(|item| item.position).max().unwrap_or(0) + 1,
        meeting_id: to.id.clone(),
        source: ItemSource::Carried,
        // What was said stays with the meeting where it was said.
        discussion: String::new(),
        decision: String::new(),
        carried_to: None,
        ..item.clone()
    };
    let carried_to = Some(to.id.clone());
    cx.tx.update(&MeetingItem { carried_to, ..item }).await?;
    cx.tx.insert(&carried).await
}

async fn target(cx: &mut Cx<'_>, from: &Meeting, to: Option<&str>) -> Result<Option<Meeting>> {
    let Some(id) = to else {
        return next_ahead(&mut cx.tx, from).await;
    };
    let to = meeting(cx, id).await?;
    if to.id == from.id || to.committee_id != from.committee_id || !to.state.is_ahead() {
        let message = "只能转到同一个大党委以后的会议，请重新选择。";
        return Err(Error::invalid("to", message));
    }
    Ok(Some(to))
}
