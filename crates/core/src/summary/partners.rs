//! 合伙人 in the summary: who they are and what they did, and the hours month by month.

use super::scope::Scope;
use super::workbook::{Figure, PartnerHours, PartnerLine};
use crate::office::Cx;
use crate::partners::{
    ListPartners, Partner, PartnerFigures, PartnerFiguresQuery, community_names, every, figures,
    sums_of,
};
use chrono::NaiveDate;
use ground::calendar::Month;
use ground::error::Result;
use std::collections::{BTreeMap, HashMap};

/// Keys in one statement.
const KEYS_PER_QUERY: usize = 5_000;
/// Months of the chart.
const MONTHS: i32 = 11;

/// Every partner covered, with what it did in the period, longest first.
pub(super) async fn partner_lines(cx: &mut Cx<'_>, scope: &Scope) -> Result<Vec<PartnerLine>> {
    let list = ListPartners {
        community_ids: scope.communities().into_iter().flatten().collect(),
        ..ListPartners::default()
    };
    // To the list no communities would mean all of them.
    if !scope.reach.is_empty() && list.community_ids.is_empty() {
        return Ok(Vec::new());
    }
    let partners = every(cx, list).await?;
    let (from, to) = (scope.from.first_day(), scope.month.last_day());
    let mut sums = HashMap::new();
    let ids: Vec<String> = partners.iter().map(|partner| partner.id.clone()).collect();
    for ids in ids.chunks(KEYS_PER_QUERY) {
        sums.extend(sums_of(&mut cx.tx, ids, from, to).await?);
    }
    let names = community_names(cx).await?;
    let line = |partner: Partner| {
        let sum = sums.get(&partner.id).copied().unwrap_or_default();
        let community = partner.community_id.as_ref().and_then(|id| names.get(id));
        PartnerLine {
            community: community.cloned().unwrap_or_else(|| "全街道".into()),
            kind: partner.kind.chinese().into(),
            state: partner.state.chinese().into(),
            skills: partner.skills.0,
            name: partner.name,
            number: partner.number,
            term_to: partner.term_to,
            services: sum.services,
            minutes: sum.minutes,
            people: sum.people,
        }
    };
    let mut lines: Vec<PartnerLine> = partners.into_iter().map(line).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.minutes));
    Ok(lines)
}

async fn each(
    cx: &mut Cx<'_>,
    scope: &Scope,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<PartnerFigures>> {
    let mut all = Vec::new();
    for community_id in scope.communities() {
        let query = PartnerFiguresQuery {
            from: Some(from),
            to: Some(to),
            community_id,
        };
        all.push(figures(cx, query).await?);
    }
    Ok(all)
}

/// The hours of twelve months up to the last one, 志愿者 apart.
pub(super) async fn partner_hours(cx: &mut Cx<'_>, scope: &Scope) -> Result<Vec<PartnerHours>> {
    let first = scope.month.minus(MONTHS);
    let mut months: BTreeMap<Month, [i64; 2]> = BTreeMap::new();
    for figures in each(cx, scope, first.first_day(), scope.month.last_day()).await? {
        for month in figures.months {
            let sum = months.entry(month.month).or_default();
            sum[0] += month.partners;
            sum[1] += month.volunteers;
        }
    }
    // No chart at all rather than one of empty months.
    if months.is_empty() {
        return Ok(Vec::new());
    }
    let hours = |month: Month| {
        let [partners, volunteers] = months.get(&month).copied().unwrap_or_default();
        PartnerHours {
            month: format!("{}月", month.number()),
            partners,
            volunteers,
        }
    };
    Ok(first.through(scope.month).into_iter().map(hours).collect())
}

/// 在聘合伙人 and what they did, beside the months before.
pub(super) async fn partner_figures(cx: &mut Cx<'_>, scope: &Scope) -> Result<Vec<Figure>> {
    let (from, to) = (scope.from.first_day(), scope.month.last_day());
    let now = each(cx, scope, from, to).await?;
    let (from, to) = scope.before();
    let before = each(cx, scope, from.first_day(), to.last_day()).await?;
    let sum = |all: &[PartnerFigures], part: fn(&PartnerFigures) -> i64| -> i64 {
        all.iter().map(part).sum()
    };
    // Summed in minutes and rounded once; figures rounded one by one would not add up.
    let hours = |all: &[PartnerFigures], part| (sum(all, part) + MINUTES / 2) / MINUTES;
    let count = |label: &str, unit: &str, now: i64, before: Option<i64>, definition: &str| Figure {
        label: label.into(),
        unit: unit.into(),
        numerator: now,
        denominator: None,
        previous: before.map(|before| (before, None)),
        definition: definition.into(),
        sheet: Some("合伙人".into()),
        lower_is_better: false,
    };
    Ok(vec![
        count(
            "在聘合伙人",
            "位",
            sum(&now, |figures| figures.partners.serving),
            None,
            "聘任、续聘中的单位、专业人才、社区合伙人和暖心商户，不含志愿者。",
        ),
        count(
            "合伙人服务时长",
            "小时",
            hours(&now, |figures| figures.partners.minutes),
            Some(hours(&before, |figures| figures.partners.minutes)),
            "期内服务记录中每位参加者的时长之和，不含志愿者，作废的不计。",
        ),
        count(
            "志愿者服务时长",
            "小时",
            hours(&now, |figures| figures.volunteers.minutes),
            Some(hours(&before, |figures| figures.volunteers.minutes)),
            "期内服务记录中每位志愿者的时长之和，作废的不计。",
        ),
    ])
}

/// Minutes of an hour.
const MINUTES: i64 = 60;
