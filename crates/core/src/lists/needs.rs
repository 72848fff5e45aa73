use super::rules::{day_until_now, in_order, kind, unit_in_use};
use super::{
    CloseNeed, ListNeeds, Need, NeedRow, NeedState, NeedView, SaveNeed, claims_of, fitting,
    need_page, projects_of,
};
use crate::committees::Committee;
use crate::office::Cx;
use crate::units::Unit;
use ground::commands::ById;
use ground::error::{Error, Result};
use ground::text;
use storage::Page;

/// `needs.list`.
pub async fn list_needs(cx: &mut Cx<'_>, args: ListNeeds) -> Result<Page<NeedRow>> {
    need_page(&mut cx.tx, &args, &cx.session.committees).await
}

/// `needs.get`.
pub async fn get_need(cx: &mut Cx<'_>, args: ById) -> Result<NeedView> {
    let need = need_within_reach(cx, &args.id).await?;
    need_view(cx, need).await
}

/// A need within this person's reach.
pub(super) async fn need_within_reach(cx: &mut Cx<'_>, id: &str) -> Result<Need> {
    let need: Need = cx.tx.get(id).await?;
    cx.allow_committee(&need.committee_id)?;
    Ok(need)
}

pub(super) async fn need_view(cx: &mut Cx<'_>, need: Need) -> Result<NeedView> {
    let committee: Committee = cx.tx.get(&need.committee_id).await?;
    let unit: Option<Unit> = match &need.unit_id {
        Some(id) => cx.tx.find(id).await?,
        None => None,
    };
    let fitting = match need.state.can_be_claimed() {
        true => fitting(&mut cx.tx, &need).await?,
        false => Vec::new(),
    };
    Ok(NeedView {
        committee: committee.name,
        unit: unit.map(|unit| unit.name),
        claims: claims_of(&mut cx.tx, &need.id).await?,
        projects: projects_of(&mut cx.tx, &need.id).await?,
        fitting,
        need,
    })
}

/// `needs.save`.
pub async fn save_need(cx: &mut Cx<'_>, args: SaveNeed) -> Result<Need> {
    let old = match &args.id {
        Some(id) => Some(need_within_reach(cx, id).await?),
        None => None,
    };
    // A need stays where it was raised: its projects carry that committee too.
    let committee = match &old {
        Some(old) => old.committee_id.clone(),
        None => args.committee_id.clone(),
    };
    cx.allow_committee(&committee)?;
    cx.tx.get::<Committee>(&committee).await?;
    let raised_on = args.raised_on.or(old.as_ref().map(|old| old.raised_on));
    let raised_on = day_until_now(cx, "raised_on", "提出日期", raised_on)?;
    let late = "希望解决的日期不能早于提出日期，请重新选择。";
    in_order(raised_on, args.wanted_by, "wanted_by", late)?;
    // Only a new one is asked: a unit 停用 since must not keep its needs from being put right.
    let before = old.as_ref().and_then(|old| old.unit_id.as_ref());
    if let Some(id) = args.unit_id.as_ref().filter(|id| Some(*id) != before) {
        unit_in_use(cx, id).await?;
    }
    let need = Need {
        id: args.id.unwrap_or_else(|| cx.new_id()),
        version: args.version,
        committee_id: committee,
        unit_id: args.unit_id,
        proposer: text::optional("proposer", "提出人", &args.proposer, 40)?,
        kind: kind(cx, &args.kind).await?,
        title: text::required("title", "需求名称", &args.title, 60)?,
        content: text::lines("content", "需求内容", &args.content, 500)?,
        raised_on,
        wanted_by: args.wanted_by,
        state: old.as_ref().map_or(NeedState::Waiting, |old| old.state),
        state_reason: old.map(|old| old.state_reason).unwrap_or_default(),
    };
    cx.tx.save(&need).await
}

/// `needs.close`.
pub async fn close_need(cx: &mut Cx<'_>, args: CloseNeed) -> Result<Need> {
    let need = need_within_reach(cx, &args.id).await?;
    let (state, reason) = match (need.state, args.closed) {
        (NeedState::Waiting, true) => {
            let reason = text::required("reason", "关闭的原因", &args.reason, 200)?;
            (NeedState::Dropped, reason)
        }
        (NeedState::Dropped, false) => (NeedState::Waiting, String::new()),
        (NeedState::Taken | NeedState::Matched, true) => {
            return Err(Error::state(format!(
                "“{}”已有单位认领，请先退回认领或终止项目，再关闭。",
                need.title
            )));
        }
        _ => {
            return Err(Error::state(format!(
                "“{}”现在不需要这一步，请刷新后再看。",
                need.title
            )));
        }
    };
    cx.tx
        .update(&Need {
            version: args.version,
            state,
            state_reason: reason,
            ..need
        })
        .await
}
