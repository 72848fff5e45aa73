use super::args::{
    ListPartners, PartnerCount, PartnerPhone, PartnerRow, PartnerTags, PartnerView,
    RevealPartnerPhone, ServiceSum,
};
use super::store::{self, Reach};
use super::{Partner, PartnerKind, rules, services};
use crate::buildings::communities_in_reach;
use crate::committees::all_communities;
use crate::office::Cx;
use crate::units::Unit;
use chrono::{Datelike, NaiveDate};
use ground::calendar::{FIRST_YEAR, LAST_YEAR};
use ground::commands::{ById, NoArgs, RetireRecord};
use ground::error::{Error, Result};
use ground::phone::mask;
use ground::text;
use std::collections::HashMap;
use storage::Page;

/// Refuses a community out of reach.
pub(super) async fn allow(cx: &mut Cx<'_>, community: Option<&str>) -> Result<()> {
    let within = match (communities_in_reach(cx).await?, community) {
        (None, _) => true,
        (Some(communities), Some(id)) => communities.iter().any(|within| within == id),
        // Partners of the whole street are for those who may see all of it.
        (Some(_), None) => false,
    };
    if within {
        return Ok(());
    }
    Err(Error::forbidden(
        "您没有这个社区合伙人的权限，请联系管理员。",
    ))
}

/// A partner within reach.
pub(super) async fn within_reach(cx: &mut Cx<'_>, id: &str) -> Result<Partner> {
    let partner: Partner = cx.tx.get(id).await?;
    allow(cx, partner.community_id.as_deref()).await?;
    Ok(partner)
}

/// What a list goes by beside its arguments.
pub(super) async fn whole_reach(cx: &mut Cx<'_>) -> Result<Reach> {
    Ok(Reach {
        communities: communities_in_reach(cx).await?,
        today: cx.today(),
        days: crate::settings::rules(cx).await?.expiry_days,
    })
}

/// `partners.list`.
pub async fn list(cx: &mut Cx<'_>, args: ListPartners) -> Result<Page<PartnerRow>> {
    let reach = whole_reach(cx).await?;
    let page = store::page(&mut cx.tx, &args, &reach).await?;
    Ok(Page {
        rows: rows(cx, page.rows, &reach).await?,
        total: page.total,
        next: page.next,
    })
}

/// `partners.counts`: how many of each kind a list has, whichever kinds it is narrowed to.
pub async fn counts(cx: &mut Cx<'_>, args: ListPartners) -> Result<Vec<PartnerCount>> {
    let reach = whole_reach(cx).await?;
    // Of every kind: under the filter of one the others would all count 0.
    let args = ListPartners {
        kinds: Vec::new(),
        ..args
    };
    store::counts(&mut cx.tx, &args, &reach).await
}

/// Partners as lists show them: with their community and this year's sums, private phones hidden.
pub(super) async fn rows(
    cx: &mut Cx<'_>,
    partners: Vec<Partner>,
    reach: &Reach,
) -> Result<Vec<PartnerRow>> {
    let ids: Vec<String> = partners.iter().map(|partner| partner.id.clone()).collect();
    let communities = community_names(cx).await?;
    let (first, last) = year_of(reach.today);
    let sums = store::sums_of(&mut cx.tx, &ids, first, last).await?;
    let row = |partner: Partner| PartnerRow {
        community: partner
            .community_id
            .as_ref()
            .and_then(|id| communities.get(id).cloned()),
        this_year: sums.get(&partner.id).copied().unwrap_or_default(),
        ending: reach.ending(&partner),
        phone_hidden: !partner.phone.is_empty() && !may_see(cx, partner.kind),
        partner: shown(cx, partner),
    };
    Ok(partners.into_iter().map(row).collect())
}

fn may_see(cx: &Cx<'_>, kind: PartnerKind) -> bool {
    rules::may_see_phone(kind, cx.session.role)
}

/// The record as this person may see it.
pub(super) fn shown(cx: &Cx<'_>, mut partner: Partner) -> Partner {
    if !may_see(cx, partner.kind) {
        partner.phone = mask(&partner.phone);
    }
    partner
}

/// Names of communities by key.
pub(crate) async fn community_names(cx: &mut Cx<'_>) -> Result<HashMap<String, String>> {
    let communities = all_communities(&mut cx.tx).await?;
    Ok(communities.into_iter().map(|c| (c.id, c.name)).collect())
}

/// First and last day of the year of a day.
pub(super) fn year_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let of = |month, date| NaiveDate::from_ymd_opt(day.year(), month, date).unwrap_or(day);
    (of(1, 1), of(12, 31))
}

/// All days that a register may hold.
fn ever() -> (NaiveDate, NaiveDate) {
    let day = |year, yday| NaiveDate::from_yo_opt(year, yday).unwrap_or_default();
    (day(FIRST_YEAR, 1), day(LAST_YEAR, 365))
}

/// `partners.get`.
pub async fn get(cx: &mut Cx<'_>, args: ById) -> Result<PartnerView> {
    let partner = within_reach(cx, &args.id).await?;
    view(cx, partner).await
}

pub(super) async fn view(cx: &mut Cx<'_>, partner: Partner) -> Result<PartnerView> {
    let (first, last) = ever();
    let ids = [partner.id.clone()];
    let sums = store::sums_of(&mut cx.tx, &ids, first, last).await?;
    let unit: Option<Unit> = match &partner.unit_id {
        Some(id) => cx.tx.find(id).await?,
        None => None,
    };
    let same = store::holders_of(&mut cx.tx, &partner.number).await?;
    let others = same.into_iter().filter(|(id, _)| *id != partner.id);
    let same_number = others.map(|(_, name)| name).collect();
    let next_states = partner.state.next().to_vec();
    let services = services::of_partner(cx, &partner.id).await?;
    let reach = whole_reach(cx).await?;
    let row = rows(cx, vec![partner], &reach).await?.into_iter().next();
    Ok(PartnerView {
        row: row.ok_or_else(|| Error::not_found("合伙人"))?,
        unit_name: unit.map(|unit| unit.name),
        ever: sums.into_values().next().unwrap_or(ServiceSum::default()),
        services,
        next_states,
        same_number,
    })
}

/// `partners.retire`.
pub async fn retire(cx: &mut Cx<'_>, args: RetireRecord) -> Result<PartnerView> {
    let partner = within_reach(cx, &args.id).await?;
    let partner = Partner {
        retired: args.retired,
        version: args.version,
        ..partner
    };
    let kept = cx.tx.update(&partner).await?;
    view(cx, kept).await
}

/// `partners.revealPhone`: one whole phone, with a line in the log that says who asked.
pub async fn reveal_phone(cx: &mut Cx<'_>, args: RevealPartnerPhone) -> Result<PartnerPhone> {
    let partner = within_reach(cx, &args.id).await?;
    if partner.phone.is_empty() {
        return Err(Error::state(format!("{}没有登记电话。", partner.name)));
    }
    let purpose = text::optional("purpose", "用途", &args.purpose, 60)?;
    let reason = match purpose.as_str() {
        "" => format!("查看{}的完整电话", partner.name),
        purpose => format!("查看{}的完整电话：{purpose}", partner.name),
    };
    // Each look at a whole number leaves a line in the log.
    cx.looked_at(reason);
    Ok(PartnerPhone {
        phone: partner.phone,
    })
}

/// `partners.tags`: skills and times in use, to suggest.
pub async fn tags(cx: &mut Cx<'_>, _: NoArgs) -> Result<PartnerTags> {
    Ok(PartnerTags {
        skills: store::tags(&mut cx.tx, "partner_skill").await?,
        times: store::tags(&mut cx.tx, "partner_time").await?,
    })
}
