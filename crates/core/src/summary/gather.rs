//! Everything the leaders' view and workbook show, gathered once.

use super::figures::{Due, figures, meeting_counts};
use super::partners::{partner_figures, partner_hours, partner_lines};
use super::scope::Scope;
use super::sheets::{assignment_rows, board_months, board_rows, meeting_rows, unit_rows};
use super::stars::{star_months, star_rows};
use super::workbook::{AssignmentRow, Attention, AttentionLevel, SummaryData};
use crate::office::Cx;
use crate::settings::{OFFICE_ID, OfficeProfile};
use ground::environment::zone;
use ground::error::Result;

/// How many matters leaders are asked to look at, at most.
const ATTENTION: usize = 8;

/// Gathers what a summary covers.
pub(super) async fn gather(cx: &mut Cx<'_>, scope: &Scope) -> Result<SummaryData> {
    let office: Option<OfficeProfile> = cx.tx.find(OFFICE_ID).await?;
    let due = Due::read(cx, scope).await?;
    let assignments = assignment_rows(cx, scope).await?;
    let mut figures = figures(cx, scope, &due).await?;
    figures.extend(partner_figures(cx, scope).await?);
    Ok(SummaryData {
        office: office.map(|office| office.name).unwrap_or_default(),
        period: scope.period(),
        scope: scope.name(),
        generated_at: cx.now().with_timezone(&zone()).naive_local(),
        figures,
        attention: attention(&assignments),
        meeting_counts: meeting_counts(cx, scope).await?,
        assignment_months: due.by_month(scope),
        units: unit_rows(cx, scope).await?,
        board_period: scope.listed(),
        board_months: board_months(scope),
        board: board_rows(cx, scope).await?,
        meetings: meeting_rows(cx, scope).await?,
        assignments,
        partners: partner_lines(cx, scope).await?,
        partner_hours: partner_hours(cx, scope).await?,
        stars: star_rows(cx, scope).await?,
        star_months: star_months(cx, scope).await?,
    })
}

fn attention(assignments: &[AssignmentRow]) -> Vec<Attention> {
    // Numbered before they are filtered: the link on the first page leads to that row of the
    // sheet.
    let late = (0..)
        .zip(assignments)
        .filter(|(_, row)| row.days_overdue.is_some())
        .map(|(at, row)| Attention {
            level: AttentionLevel::Decide,
            text: format!(
                "{}，已逾期 {} 天",
                row.title,
                row.days_overdue.unwrap_or_default()
            ),
            concerning: concerning(row),
            sheet: Some("交办事项".into()),
            row: at,
        });
    let claimed = (0..)
        .zip(assignments)
        .filter(|(_, row)| row.status == "待批复")
        .map(|(at, row)| Attention {
            level: AttentionLevel::Watch,
            text: format!("{}，单位已报办结，请批复", row.title),
            concerning: concerning(row),
            sheet: Some("交办事项".into()),
            row: at,
        });
    late.chain(claimed).take(ATTENTION).collect()
}

/// The committee and who leads, in a few words that fit their column.
fn concerning(row: &AssignmentRow) -> String {
    let committee = row.source.split('：').next().unwrap_or_default();
    format!("{committee} · {}", row.lead)
}
