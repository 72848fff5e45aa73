//! Service records (服务记录): one activity, several partners, how long each.

use super::args::{ListServices, SaveService, SaveShare, ServiceView};
use super::commands::{allow, community_names};
use super::{Partner, Service, ServiceShare, store};
use crate::buildings::communities_in_reach;
use crate::office::Cx;
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::commands::RetireRecord;
use ground::error::{Error, Result};
use ground::progress::CHUNK;
use ground::text;
use serde_json::json;
use std::collections::{HashMap, HashSet};
use storage::{Listing, Order, Page, Select, Tx, order};

const SERVICE: &str = "SELECT r.id, r.version, r.community_id, r.date, r.place, r.content,
    r.people_served, r.satisfaction, r.confirmed_by, r.confirmed_on, r.note, r.retired FROM service r";
const SHARE: &str =
    "SELECT h.id, h.version, h.service_id, h.position, h.partner_id, h.partner_name,
    h.partner_kind, h.minutes FROM service_share h";

/// Minutes of a day.
const DAY: i64 = 24 * 60;
/// Partners in one activity.
const MOST_SHARES: usize = 200;

static BY_DATE: Order = order!("r.date" Date, "r.id" Text);

/// `services.list`.
pub async fn list(cx: &mut Cx<'_>, args: ListServices) -> Result<Page<ServiceView>> {
    let communities = communities_in_reach(cx).await?;
    let mut select = Select::new(SERVICE);
    if !args.retired {
        select = select.and("r.retired = FALSE", vec![]);
    }
    if args.unconfirmed {
        select = select.and("r.confirmed_by = ''", vec![]);
    }
    if !args.community_ids.is_empty() {
        select = select.within("r.community_id", &args.community_ids);
    }
    if let Some(communities) = &communities {
        select = select.within("r.community_id", communities);
    }
    let select = select
        .and_some(
            "r.id IN (SELECT h.service_id FROM service_share h WHERE h.partner_id = ?)",
            args.partner_id.as_ref(),
        )
        .and_some("r.date >= ?", args.from)
        .and_some("r.date <= ?", args.to)
        .found_by("service", &args.search);
    let listing = Listing {
        page: &args.page,
        counted: "SELECT COUNT(*) FROM service r",
        order: &BY_DATE,
        in_order: None,
        descending: true,
    };
    let place = |service: &Service| json!([service.date, service.id]);
    let page = select.page(&mut cx.tx, listing, place).await?;
    Ok(Page {
        rows: views(cx, page.rows).await?,
        total: page.total,
        next: page.next,
    })
}

/// Service records with who took part.
async fn views(cx: &mut Cx<'_>, services: Vec<Service>) -> Result<Vec<ServiceView>> {
    let ids: Vec<String> = services.iter().map(|service| service.id.clone()).collect();
    let shares = shares_of(&mut cx.tx, &ids).await?;
    with_shares(cx, services, shares).await
}

async fn with_shares(
    cx: &mut Cx<'_>,
    services: Vec<Service>,
    all: Vec<ServiceShare>,
) -> Result<Vec<ServiceView>> {
    let mut shares: HashMap<String, Vec<ServiceShare>> = HashMap::new();
    for share in all {
        shares
            .entry(share.service_id.clone())
            .or_default()
            .push(share);
    }
    let names = community_names(cx).await?;
    let view = |service: Service| ServiceView {
        community: service
            .community_id
            .as_ref()
            .and_then(|id| names.get(id).cloned()),
        shares: shares.remove(&service.id).unwrap_or_default(),
        service,
    };
    Ok(services.into_iter().map(view).collect())
}

async fn shares_of(tx: &mut Tx, services: &[String]) -> Result<Vec<ServiceShare>> {
    Select::new(SHARE)
        .within("h.service_id", services)
        .tail("ORDER BY h.service_id, h.position, h.id")
        .all(tx)
        .await
}

/// Every service record that counts, oldest first.
pub(super) async fn every(cx: &mut Cx<'_>) -> Result<Vec<ServiceView>> {
    let services = Select::new(SERVICE)
        .and("r.retired = FALSE", vec![])
        .tail("ORDER BY r.date, r.id")
        .all(&mut cx.tx)
        .await?;
    let shares = Select::new(SHARE)
        .and(
            "h.service_id IN (SELECT r.id FROM service r WHERE r.retired = FALSE)",
            vec![],
        )
        .tail("ORDER BY h.service_id, h.position, h.id")
        .all(&mut cx.tx)
        .await?;
    with_shares(cx, services, shares).await
}

/// A community's service records of a month, oldest first, those declared void among them.
pub(crate) async fn of_month(
    cx: &mut Cx<'_>,
    community: Option<&str>,
    month: Month,
) -> Result<Vec<ServiceView>> {
    let days = vec![month.first_day().into(), month.last_day().into()];
    let select = Select::new(SERVICE).and("r.date >= ? AND r.date <= ?", days);
    let select = match community {
        Some(community) => select.and("r.community_id = ?", vec![community.into()]),
        None => select.and("r.community_id IS NULL", vec![]),
    };
    let tail = "ORDER BY r.retired, r.date, r.id";
    let services = select.tail(tail).all(&mut cx.tx).await?;
    views(cx, services).await
}

/// A partner's service records, newest first; the last 50.
pub(super) async fn of_partner(cx: &mut Cx<'_>, partner: &str) -> Result<Vec<ServiceView>> {
    between(cx, partner, NaiveDate::MIN, NaiveDate::MAX, 50).await
}

/// A partner's service records of a span of days, newest first.
pub(crate) async fn between(
    cx: &mut Cx<'_>,
    partner: &str,
    from: NaiveDate,
    to: NaiveDate,
    most: i64,
) -> Result<Vec<ServiceView>> {
    let mut select = Select::new(SERVICE).and("r.retired = FALSE", vec![]).and(
        "r.id IN (SELECT h.service_id FROM service_share h WHERE h.partner_id = ?)",
        vec![partner.into()],
    );
    if from > NaiveDate::MIN {
        select = select.and("r.date >= ? AND r.date <= ?", vec![from.into(), to.into()]);
    }
    let services = select
        .tail("ORDER BY r.date DESC, r.id DESC")
        .limit(most)
        .all(&mut cx.tx)
        .await?;
    views(cx, services).await
}

/// `services.save`.
pub async fn save_service(cx: &mut Cx<'_>, args: SaveService) -> Result<ServiceView> {
    let kept: Option<Service> = match &args.id {
        Some(id) => Some(cx.tx.get(id).await?),
        None => None,
    };
    // Neither out of a community beyond reach nor into one.
    if let Some(kept) = &kept {
        allow(cx, kept.community_id.as_deref()).await?;
    }
    allow(cx, args.community_id.as_deref()).await?;
    let service = filled(cx, &args, kept.as_ref())?;
    let partners = partners_of(cx, &args.shares).await?;
    check_shares(&args.shares, &partners)?;
    let service = cx.tx.save(&service).await?;
    save_shares(cx, &service, &args.shares, &partners).await?;
    one_view(cx, service).await
}

/// Keeps new service records together; each is checked as the form's.
pub(super) async fn begin_all(cx: &mut Cx<'_>, all: &[SaveService]) -> Result<()> {
    // Each community once: a ledger of thousands of rows names only a few.
    let communities: HashSet<Option<&str>> = all
        .iter()
        .map(|args| args.community_id.as_deref())
        .collect();
    for community in communities {
        allow(cx, community).await?;
    }
    let partners = partners_of(cx, all.iter().flat_map(|args| &args.shares)).await?;
    let mut services = Vec::with_capacity(all.len());
    let mut shares = Vec::with_capacity(all.len());
    for args in all {
        let service = filled(cx, args, None)?;
        check_shares(&args.shares, &partners)?;
        let new = (1..).zip(&args.shares).filter_map(|(position, share)| {
            let partner = partners.get(&share.partner_id)?;
            Some(new_share(cx, &service, position, share, partner))
        });
        shares.extend(new);
        services.push(service);
    }
    cx.tx.insert_all(&services).await?;
    cx.tx.insert_all(&shares).await
}

async fn one_view(cx: &mut Cx<'_>, service: Service) -> Result<ServiceView> {
    let views = views(cx, vec![service]).await?;
    views
        .into_iter()
        .next()
        .ok_or_else(|| Error::not_found("服务记录"))
}

fn filled(cx: &Cx<'_>, args: &SaveService, kept: Option<&Service>) -> Result<Service> {
    let today = cx.today();
    if args.date > today {
        return Err(Error::invalid("date", "服务日期不能晚于今天，请核对。"));
    }
    let within = |value: Option<i64>, least: i64, most: i64| {
        value.is_none_or(|value| (least..=most).contains(&value))
    };
    if !within(args.people_served, 0, 1_000_000) {
        return Err(Error::invalid(
            "people_served",
            "服务人次应为 0 到 1000000 的整数。",
        ));
    }
    if !within(args.satisfaction, 1, 5) {
        return Err(Error::invalid("satisfaction", "满意度应为 1 到 5。"));
    }
    let confirmed_by = text::optional("confirmed_by", "确认人", &args.confirmed_by, 40)?;
    Ok(Service {
        id: args.id.clone().unwrap_or_else(|| cx.new_id()),
        version: args.version,
        community_id: args.community_id.clone(),
        date: args.date,
        place: text::optional("place", "地点", &args.place, 60)?,
        content: text::required("content", "服务内容", &args.content, 500)?,
        people_served: args.people_served,
        satisfaction: args.satisfaction,
        confirmed_on: confirmed_on(&confirmed_by, args, kept, today)?,
        confirmed_by,
        note: text::lines("note", "备注", &args.note, 500)?,
        retired: kept.is_some_and(|kept| kept.retired),
    })
}

fn confirmed_on(
    by: &str,
    args: &SaveService,
    kept: Option<&Service>,
    today: NaiveDate,
) -> Result<Option<NaiveDate>> {
    if by.is_empty() {
        return Ok(None);
    }
    // The day goes with the person: another one did not confirm on it.
    let same = kept.filter(|kept| kept.confirmed_by == by);
    let on = args
        .confirmed_on
        .or_else(|| same.and_then(|kept| kept.confirmed_on))
        .unwrap_or(today);
    if on < args.date || on > today {
        return Err(Error::invalid(
            "confirmed_on",
            "确认日期应在服务日期与今天之间，请核对。",
        ));
    }
    Ok(Some(on))
}

/// The partners who took part.
async fn partners_of(
    cx: &mut Cx<'_>,
    shares: impl IntoIterator<Item = &SaveShare>,
) -> Result<HashMap<String, Partner>> {
    let ids: HashSet<&String> = shares.into_iter().map(|share| &share.partner_id).collect();
    let ids: Vec<String> = ids.into_iter().cloned().collect();
    let mut partners = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(CHUNK) {
        let known = store::by_ids(&mut cx.tx, ids).await?.into_iter();
        partners.extend(known.map(|partner| (partner.id.clone(), partner)));
    }
    Ok(partners)
}

/// Those who took part are known, each named once, and their time is one of a day.
fn check_shares(shares: &[SaveShare], partners: &HashMap<String, Partner>) -> Result<()> {
    let refuse = |message: String| Err(Error::invalid("shares", message));
    if shares.is_empty() {
        return refuse("请至少选择一位参加服务的合伙人。".into());
    }
    if shares.len() > MOST_SHARES {
        return refuse(format!(
            "一次活动最多登记 {MOST_SHARES} 位合伙人，请分开登记。"
        ));
    }
    let mut seen = HashSet::new();
    for share in shares {
        let Some(partner) = partners.get(&share.partner_id) else {
            return refuse("选择的合伙人已不在登记册里，请重新选择。".into());
        };
        if !seen.insert(&share.partner_id) {
            return refuse(format!("{}选了两次，请合并为一行。", partner.name));
        }
        if !(1..=DAY).contains(&share.minutes) {
            return refuse(format!(
                "{}的服务时长应在 1 分钟到 24 小时之间，请核对。",
                partner.name
            ));
        }
    }
    Ok(())
}

/// Brings who took part up to the form: those who stay keep the name they had then.
async fn save_shares(
    cx: &mut Cx<'_>,
    service: &Service,
    shares: &[SaveShare],
    partners: &HashMap<String, Partner>,
) -> Result<()> {
    let kept = shares_of(&mut cx.tx, std::slice::from_ref(&service.id)).await?;
    for gone in kept.iter().filter(|kept| {
        shares
            .iter()
            .all(|share| share.partner_id != kept.partner_id)
    }) {
        cx.tx.delete(gone).await?;
    }
    for (position, share) in (1..).zip(shares) {
        let known = kept.iter().find(|kept| kept.partner_id == share.partner_id);
        let share = match (known, partners.get(&share.partner_id)) {
            (Some(known), _) => ServiceShare {
                position,
                minutes: share.minutes,
                ..known.clone()
            },
            (None, Some(partner)) => new_share(cx, service, position, share, partner),
            (None, None) => continue,
        };
        cx.tx.save(&share).await?;
    }
    Ok(())
}

fn new_share(
    cx: &Cx<'_>,
    service: &Service,
    position: i64,
    share: &SaveShare,
    partner: &Partner,
) -> ServiceShare {
    ServiceShare {
        id: cx.new_id(),
        version: 0,
        service_id: service.id.clone(),
        position,
        partner_id: partner.id.clone(),
        partner_name: partner.name.clone(),
        partner_kind: partner.kind,
        minutes: share.minutes,
    }
}

/// `services.retire`: 作废, or back in use.
pub async fn retire_service(cx: &mut Cx<'_>, args: RetireRecord) -> Result<ServiceView> {
    let service: Service = cx.tx.get(&args.id).await?;
    allow(cx, service.community_id.as_deref()).await?;
    let service = Service {
        retired: args.retired,
        version: args.version,
        ..service
    };
    let kept = cx.tx.update(&service).await?;
    one_view(cx, kept).await
}
