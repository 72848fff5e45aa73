use super::gather::gather;
use super::scope::Scope;
use super::workbook::{AssignmentMonth, Attention, Figure, MeetingCount, write_summary};
use crate::office::Cx;
use ground::calendar::Month;
use ground::error::Result;
use ground::files::FileRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Arguments of `summary.view` and `summary.make`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SummaryQuery {
    /// The last month; the present one when not said.
    #[ts(optional)]
    pub month: Option<Month>,
    /// The first month, at most twelve with the last; the last one when not said.
    #[ts(optional)]
    pub from: Option<Month>,
    /// Committees covered; empty for all within reach.
    pub committee_ids: Vec<String>,
}

/// The leaders' view (领导视图).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadersView {
    /// The last month.
    pub month: Month,
    /// The months, as people call them.
    pub period: String,
    /// Whose figures these are.
    pub scope: String,
    /// Six figures with numerator, denominator and last month's.
    pub figures: Vec<Figure>,
    /// Meetings planned and held this year, by committee.
    pub meeting_counts: Vec<MeetingCount>,
    /// Assignments of twelve months.
    pub assignment_months: Vec<AssignmentMonth>,
    /// Units by 性质.
    pub natures: Vec<Share>,
    /// Meetings of the month by state.
    pub meeting_states: Vec<Share>,
    /// 提请研究事项.
    pub attention: Vec<Attention>,
}

/// A part of a whole, for a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Share {
    /// What.
    pub label: String,
    /// How many.
    pub count: i64,
}

/// `summary.view`.
pub async fn view(cx: &mut Cx<'_>, args: SummaryQuery) -> Result<LeadersView> {
    let scope = Scope::of(cx, &args).await?;
    let data = gather(cx, &scope).await?;
    let (first, last) = (scope.from.first_day(), scope.month.last_day());
    let held_in = |row: &&super::workbook::MeetingRow| {
        row.held_on.is_some_and(|day| (first..=last).contains(&day))
    };
    Ok(LeadersView {
        month: scope.month,
        natures: shares(data.units.iter().map(|unit| unit.nature.as_str())),
        meeting_states: shares(
            data.meetings
                .iter()
                .filter(held_in)
                .map(|row| row.status.as_str()),
        ),
        period: data.period,
        scope: data.scope,
        figures: data.figures,
        meeting_counts: data.meeting_counts,
        assignment_months: data.assignment_months,
        attention: data.attention,
    })
}

/// Counts labels, most first.
fn shares<'a>(labels: impl Iterator<Item = &'a str>) -> Vec<Share> {
    let mut shares: Vec<Share> = Vec::new();
    for label in labels {
        match shares.iter_mut().find(|share| share.label == label) {
            Some(share) => share.count += 1,
            None => shares.push(Share {
                label: label.to_owned(),
                count: 1,
            }),
        }
    }
    shares.sort_by_key(|share| std::cmp::Reverse(share.count));
    shares
}

/// `summary.make`.
pub async fn make(cx: &mut Cx<'_>, args: SummaryQuery) -> Result<FileRef> {
    let scope = Scope::of(cx, &args).await?;
    let data = gather(cx, &scope).await?;
    let of = if scope.reach.is_empty() {
        &data.office
    } else {
        &data.scope
    };
    let name = format!("{}{of}领导汇总.xlsx", data.period);
    let bytes = cx.make(move || write_summary(&data)).await??;
    Ok(cx.office.files().keep(name, bytes))
}
