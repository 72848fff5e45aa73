use super::gather::gather;
use super::workbook::{AssignmentMonth, Attention, Figure, MeetingCount, write_summary};
use crate::calendar::Month;
use crate::error::Result;
use crate::files::FileRef;
use crate::office::Cx;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Arguments of `summary.view` and `summary.make`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SummaryQuery {
    /// The month; the present one when not said.
    #[ts(optional)]
    pub month: Option<Month>,
}

/// The leaders' view (领导视图).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadersView {
    /// The month.
    pub month: Month,
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
    let month = args.month.unwrap_or_else(|| Month::of(cx.today()));
    let data = gather(cx, month).await?;
    let held_in =
        |row: &&super::workbook::MeetingRow| row.held_on.is_some_and(|day| month.contains(day));
    Ok(LeadersView {
        month,
        natures: shares(data.units.iter().map(|unit| unit.nature.as_str())),
        meeting_states: shares(
            data.meetings
                .iter()
                .filter(held_in)
                .map(|row| row.status.as_str()),
        ),
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
    let month = args.month.unwrap_or_else(|| Month::of(cx.today()));
    let data = gather(cx, month).await?;
    let name = format!("{}{}领导汇总.xlsx", month.chinese(), data.office);
    Ok(cx.office.files().keep(name, write_summary(&data)?))
}
