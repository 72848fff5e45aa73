//! Figures of partners: one definition each, by kind, community, partner and month.

use super::PartnerKind;
use super::args::{PartnerFigure, PartnerFigures, PartnerFiguresQuery, PartnerMonth, PartnerSum};
use super::commands::{community_names, year_of};
use super::store::{Serving, serving};
use crate::buildings::communities_in_reach;
use crate::office::Cx;
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::error::{Error, Result};
use ground::figures::Ratio;
use sqlx::FromRow;
use std::collections::{BTreeMap, HashMap, HashSet};
use storage::{Select, Tx};

/// One partner's part in one activity, as the figures need it.
#[derive(Debug, Clone, FromRow)]
struct Part {
    service_id: String,
    date: NaiveDate,
    community_id: Option<String>,
    partner_id: String,
    partner_kind: PartnerKind,
    minutes: i64,
    people_served: Option<i64>,
    satisfaction: Option<i64>,
    confirmed: bool,
    /// Whether the partner serves now, as the same kind.
    serves: bool,
    /// The partner's community.
    home_id: Option<String>,
}

const PART: &str = "SELECT h.service_id, s.date, s.community_id, h.partner_id, h.partner_kind, h.minutes,
    s.people_served, s.satisfaction, (s.confirmed_by <> '') AS confirmed,
    (p.retired = FALSE AND p.state IN ('appointed', 'renewed') AND p.kind = h.partner_kind) AS serves, p.community_id AS home_id
    FROM service_share h JOIN service s ON s.id = h.service_id JOIN partner p ON p.id = h.partner_id";

async fn parts(tx: &mut Tx, from: NaiveDate, to: NaiveDate) -> Result<Vec<Part>> {
    Select::new(PART)
        .and("s.retired = FALSE", vec![])
        .and("s.date >= ? AND s.date <= ?", vec![from.into(), to.into()])
        .tail("ORDER BY s.date, h.service_id, h.position")
        .all(tx)
        .await
}

/// Adds up parts; an activity counts once however many took part.
#[derive(Default)]
struct Adder<'p> {
    activities: HashSet<&'p str>,
    active: HashSet<&'p str>,
    figure: PartnerFigure,
}

impl<'p> Adder<'p> {
    fn add(&mut self, part: &'p Part) {
        let figure = &mut self.figure;
        figure.minutes += part.minutes;
        if part.serves && self.active.insert(&part.partner_id) {
            figure.active.part += 1;
        }
        if !self.activities.insert(&part.service_id) {
            return;
        }
        figure.services += 1;
        figure.people += part.people_served.unwrap_or(0);
        figure.confirmed.whole += 1;
        figure.confirmed.part += i64::from(part.confirmed);
        if let Some(grade) = part.satisfaction {
            figure.satisfied.whole += 1;
            figure.satisfied.part += i64::from(grade >= SATISFIED);
        }
    }
}

/// 满意 from this grade on.
const SATISFIED: i64 = 4;

/// The figure of the parts and of those who serve that a condition holds for.
fn figure(
    key: &str,
    label: &str,
    parts: &[Part],
    serving: &[Serving],
    belongs: impl Fn(PartnerKind, Option<&str>) -> bool,
    counts: impl Fn(&Part) -> bool,
) -> PartnerFigure {
    let mut adder = Adder::default();
    parts
        .iter()
        .filter(|part| counts(part))
        .for_each(|part| adder.add(part));
    let serve = serving
        .iter()
        .filter(|row| belongs(row.kind, row.community_id.as_deref()))
        .map(|row| row.count)
        .sum();
    let figure = adder.figure;
    PartnerFigure {
        key: key.to_owned(),
        label: label.to_owned(),
        serving: serve,
        active: Ratio {
            part: figure.active.part,
            whole: serve,
        },
        ..figure
    }
}

/// `partners.figures`.
pub async fn figures(cx: &mut Cx<'_>, args: PartnerFiguresQuery) -> Result<PartnerFigures> {
    let (from, to) = span(cx, &args)?;
    let communities = match (communities_in_reach(cx).await?, args.community_id) {
        (None, None) => None,
        (None, Some(only)) => Some(vec![only]),
        (Some(within), None) => Some(within),
        (Some(within), Some(only)) if within.contains(&only) => Some(vec![only]),
        (Some(_), Some(_)) => {
            return Err(Error::forbidden(
                "您没有这个社区合伙人的权限，请联系管理员。",
            ));
        }
    };
    let within = |id: Option<&str>| match &communities {
        None => true,
        Some(communities) => id.is_some_and(|id| communities.iter().any(|within| within == id)),
    };
    let mut parts = parts(&mut cx.tx, from, to).await?;
    parts.retain(|part| within(part.community_id.as_deref()));
    let mut serving = serving(&mut cx.tx).await?;
    serving.retain(|row| within(row.community_id.as_deref()));
    // A partner of another community who helped here counts in the hours, not among those who serve here.
    for part in &mut parts {
        part.serves = part.serves && within(part.home_id.as_deref());
    }
    let names = community_names(cx).await?;
    let sums = sums(&mut cx.tx, &parts, &names).await?;
    Ok(figures_of(from, to, &parts, &serving, &names, sums))
}

fn span(cx: &Cx<'_>, args: &PartnerFiguresQuery) -> Result<(NaiveDate, NaiveDate)> {
    let to = args.to.unwrap_or_else(|| cx.today());
    let from = args.from.unwrap_or_else(|| year_of(to).0);
    if from > to {
        return Err(Error::invalid("to", "统计的结束日期早于开始日期，请核对。"));
    }
    Ok((from, to))
}

fn figures_of(
    from: NaiveDate,
    to: NaiveDate,
    parts: &[Part],
    serving: &[Serving],
    names: &HashMap<String, String>,
    sums: Vec<PartnerSum>,
) -> PartnerFigures {
    let of_kinds = |key: &str, label: &str, counts: &dyn Fn(PartnerKind) -> bool| {
        figure(
            key,
            label,
            parts,
            serving,
            |kind, _| counts(kind),
            |part| counts(part.partner_kind),
        )
    };
    let volunteer = |kind: PartnerKind| kind == PartnerKind::Volunteer;
    let kind = |kind: PartnerKind| of_kinds(kind.code(), kind.chinese(), &|other| other == kind);
    PartnerFigures {
        from,
        to,
        partners: of_kinds("partners", "合伙人", &|kind| !volunteer(kind)),
        volunteers: of_kinds("volunteers", "志愿者", &volunteer),
        whole: of_kinds("", "合计", &|_| true),
        kinds: PartnerKind::ALL.into_iter().map(kind).collect(),
        communities: by_community(parts, serving, names),
        sums,
        months: by_month(parts),
    }
}

fn by_community(
    parts: &[Part],
    serving: &[Serving],
    names: &HashMap<String, String>,
) -> Vec<PartnerFigure> {
    let keys: HashSet<&str> = parts
        .iter()
        .filter_map(|part| part.community_id.as_deref())
        .chain(serving.iter().filter_map(|row| row.community_id.as_deref()))
        .collect();
    let of = |key: &str| {
        let label = names.get(key).map(String::as_str).unwrap_or_default();
        let here = |id: Option<&str>| id == Some(key);
        let mut figure = figure(
            key,
            label,
            parts,
            serving,
            |_, id| here(id),
            |part| here(part.community_id.as_deref()),
        );
        // Helpers from elsewhere count in the hours here, and as active at home.
        let at_home = parts
            .iter()
            .filter(|part| part.serves && here(part.home_id.as_deref()));
        let active: HashSet<&str> = at_home.map(|part| part.partner_id.as_str()).collect();
        figure.active.part = i64::try_from(active.len()).unwrap_or(i64::MAX);
        figure
    };
    let mut figures: Vec<PartnerFigure> = keys.into_iter().map(of).collect();
    figures.sort_by_key(|figure| storage::sort_key(&figure.label));
    figures
}

fn by_month(parts: &[Part]) -> Vec<PartnerMonth> {
    let mut months: BTreeMap<Month, [i64; 2]> = BTreeMap::new();
    for part in parts {
        let volunteer = usize::from(part.partner_kind == PartnerKind::Volunteer);
        months.entry(Month::of(part.date)).or_default()[volunteer] += part.minutes;
    }
    let month = |(month, [partners, volunteers]): (Month, [i64; 2])| PartnerMonth {
        month,
        partners,
        volunteers,
    };
    months.into_iter().map(month).collect()
}

/// What each partner did, longest first.
async fn sums(
    tx: &mut Tx,
    parts: &[Part],
    names: &HashMap<String, String>,
) -> Result<Vec<PartnerSum>> {
    const MOST: usize = 500;
    let mut sums: HashMap<&str, super::ServiceSum> = HashMap::new();
    for part in parts {
        let sum = sums.entry(&part.partner_id).or_default();
        sum.services += 1;
        sum.minutes += part.minutes;
        sum.people += part.people_served.unwrap_or(0);
    }
    let mut ids: Vec<&str> = sums.keys().copied().collect();
    // The key settles equal hours, so that the same ones are cut off each time.
    ids.sort_by_key(|id| (std::cmp::Reverse(sums[id].minutes), *id));
    ids.truncate(MOST);
    let keys: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    let partners = super::store::by_ids(tx, &keys).await?;
    let by_id: HashMap<&str, &super::Partner> =
        partners.iter().map(|p| (p.id.as_str(), p)).collect();
    let row = |id: &str| {
        let (partner, sum) = (by_id.get(id)?, sums.get(id)?);
        Some(PartnerSum {
            partner_id: partner.id.clone(),
            name: partner.name.clone(),
            kind: partner.kind,
            community: partner
                .community_id
                .as_ref()
                .and_then(|id| names.get(id).cloned()),
            services: sum.services,
            minutes: sum.minutes,
            people: sum.people,
        })
    };
    Ok(ids.into_iter().filter_map(row).collect())
}
