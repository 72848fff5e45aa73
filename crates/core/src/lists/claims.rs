//! 认领: a unit takes a need, with or without a resource of its list; matching begins the project
//! in the same stroke.

use super::needs::{need_view, need_within_reach};
use super::projects::begin;
use super::rules::{claimable, day_until_now, unit_in_use};
use super::{
    Claim, ClaimNeed, MatchNeed, Need, NeedState, NeedView, Project, Resource, WithdrawClaim,
    claims_of,
};
use crate::office::Cx;
use crate::units::Unit;
use ground::calendar::chinese_date;
use ground::error::{Error, Result};
use ground::text;

/// `needs.claim`.
pub async fn claim_need(cx: &mut Cx<'_>, args: ClaimNeed) -> Result<NeedView> {
    let (need, _) = claim(cx, &args).await?;
    need_view(cx, need).await
}

/// `needs.match`: a claim that brings a resource, and its project.
pub async fn match_need(cx: &mut Cx<'_>, args: MatchNeed) -> Result<Project> {
    if args.claim.resource_id.is_none() {
        return Err(Error::invalid("resource_id", "请选择用来对接的资源。"));
    }
    let (need, claim) = claim(cx, &args.claim).await?;
    begin(cx, need, claim, args.plan).await
}

async fn claim(cx: &mut Cx<'_>, args: &ClaimNeed) -> Result<(Need, Claim)> {
    let need = need_within_reach(cx, &args.need_id).await?;
    claimable(&need)?;
    let unit = claimer(cx, args).await?;
    if need.unit_id.as_ref() == Some(&unit.id) {
        let message = format!("这是{}自己的需求，请由其他单位认领。", unit.name);
        return Err(Error::invalid("unit_id", message));
    }
    refuse_second(cx, &need, &unit).await?;
    let claimed_on = day_until_now(cx, "claimed_on", "认领日期", args.claimed_on)?;
    if claimed_on < need.raised_on {
        let message = "认领日期不能早于需求提出的日期，请重新选择。";
        return Err(Error::invalid("claimed_on", message));
    }
    let claim = Claim {
        id: cx.new_id(),
        version: 0,
        need_id: need.id.clone(),
        unit_id: unit.id,
        unit_name: unit.name,
        resource_id: args.resource_id.clone(),
        by_name: text::required("by_name", "认领人", &args.by_name, 40)?,
        claimed_on,
        note: text::lines("note", "备注", &args.note, 200)?,
        withdrawn_on: None,
        withdrawn_reason: String::new(),
    };
    let claim = cx.tx.insert(&claim).await?;
    let need = cx.tx.update(&to_state(need, NeedState::Taken)).await?;
    Ok((need, claim))
}

/// The unit that claims: the resource's, else the one named.
async fn claimer(cx: &mut Cx<'_>, args: &ClaimNeed) -> Result<Unit> {
    let Some(id) = &args.resource_id else {
        let unit = args.unit_id.as_deref();
        let unit = unit.ok_or_else(|| Error::invalid("unit_id", "请选择认领的单位或资源。"))?;
        return unit_in_use(cx, unit).await;
    };
    let resource: Resource = cx.tx.get(id).await?;
    if let Some(committee) = &resource.committee_id {
        cx.allow_committee(committee)?;
    }
    if resource.retired {
        let message = format!("资源“{}”已停用，请另选资源。", resource.title);
        return Err(Error::invalid("resource_id", message));
    }
    if args
        .unit_id
        .as_ref()
        .is_some_and(|unit| *unit != resource.unit_id)
    {
        let message = "所选资源不属于认领的单位，请重新选择。";
        return Err(Error::invalid("resource_id", message));
    }
    unit_in_use(cx, &resource.unit_id).await
}

async fn refuse_second(cx: &mut Cx<'_>, need: &Need, unit: &Unit) -> Result<()> {
    let claims = claims_of(&mut cx.tx, &need.id).await?;
    let standing = |claim: &&Claim| claim.unit_id == unit.id && claim.withdrawn_on.is_none();
    match claims.iter().find(standing) {
        Some(claim) => Err(Error::invalid(
            "unit_id",
            format!(
                "{}已于{}认领过“{}”，不用重复登记。",
                unit.name,
                chinese_date(claim.claimed_on),
                need.title
            ),
        )),
        None => Ok(()),
    }
}

/// `needs.withdrawClaim`: the need is open again unless others claim it too.
pub async fn withdraw_claim(cx: &mut Cx<'_>, args: WithdrawClaim) -> Result<NeedView> {
    let claim: Claim = cx.tx.get(&args.id).await?;
    let need = need_within_reach(cx, &claim.need_id).await?;
    if claim.withdrawn_on.is_some() {
        return Err(Error::state("这条认领已经退回，不用重复登记。"));
    }
    // A project rests on the claim: alone, it would have nobody who carries it out.
    let begun = "SELECT COUNT(*) FROM project WHERE claim_id = $1";
    if cx.tx.number(begun, vec![(&claim.id).into()]).await? > 0 {
        return Err(Error::state("这条认领已经立项，请在项目里终止。"));
    }
    let reason = text::required("reason", "退回的原因", &args.reason, 200)?;
    let claim = Claim {
        version: args.version,
        ..claim
    };
    take_back(cx, claim, reason).await?;
    let need = reopened(cx, need).await?;
    need_view(cx, need).await
}

/// Marks a claim as taken back today.
pub(super) async fn take_back(cx: &mut Cx<'_>, claim: Claim, reason: String) -> Result<()> {
    let withdrawn = Claim {
        withdrawn_on: Some(cx.today()),
        withdrawn_reason: reason,
        ..claim
    };
    cx.tx.update(&withdrawn).await.map(drop)
}

/// The need after a claim was taken back: claimed while another unit stands by it, else open.
pub(super) async fn reopened(cx: &mut Cx<'_>, need: Need) -> Result<Need> {
    let claims = claims_of(&mut cx.tx, &need.id).await?;
    let stands = claims.iter().any(|claim| claim.withdrawn_on.is_none());
    let state = if stands {
        NeedState::Taken
    } else {
        NeedState::Waiting
    };
    cx.tx.update(&to_state(need, state)).await
}

pub(super) fn to_state(need: Need, state: NeedState) -> Need {
    Need { state, ..need }
}
