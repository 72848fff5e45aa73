//! Everything the leaders' view and workbook show, gathered once.

use super::figures::{Span, due, figures, meeting_counts};
use super::sheets::{assignment_rows, board, board_rows, meeting_rows, unit_rows};
use super::stars::{star_months, star_rows};
use super::workbook::{AssignmentMonth, AssignmentRow, Attention, AttentionLevel, SummaryData};
use crate::calendar::Month;
use crate::committees::all_committees;
use crate::error::Result;
use crate::office::{Cx, zone};
use crate::rota::RotaBoard;
use crate::settings::{OFFICE_ID, OfficeProfile};

/// How many matters leaders are asked to look at, at most.
const ATTENTION: usize = 8;

/// Gathers a month.
pub(super) async fn gather(cx: &mut Cx<'_>, month: Month) -> Result<SummaryData> {
    let office: Option<OfficeProfile> = cx.tx.find(OFFICE_ID).await?;
    let board = board(cx, month.year()).await?;
    let planned = committees_on_duty(&board, month);
    let span = Span::of(month, cx.today());
    let assignments = assignment_rows(cx, month.year()).await?;
    let counts = planned_by_committee(cx, &board, month).await?;
    Ok(SummaryData {
        office: office.map(|office| office.name).unwrap_or_default(),
        period: month.chinese(),
        scope: "全街道".into(),
        generated_at: cx.now().with_timezone(&zone()).naive_local(),
        figures: figures(cx, span, planned).await?,
        attention: attention(&assignments),
        meeting_counts: meeting_counts(cx, month, &counts).await?,
        assignment_months: assignment_months(cx, month).await?,
        units: unit_rows(cx, month).await?,
        board_months: (1..=12).map(|month| format!("{month}月")).collect(),
        board: board_rows(&board),
        meetings: meeting_rows(cx, month.year()).await?,
        assignments,
        stars: star_rows(cx, month).await?,
        star_months: star_months(cx, month).await?,
    })
}

fn committees_on_duty(board: &RotaBoard, month: Month) -> i64 {
    let on_duty = |row: &&crate::rota::BoardRow| row.cells.iter().any(|cell| cell.month == month);
    i64::try_from(board.rows.iter().filter(on_duty).count()).unwrap_or(i64::MAX)
}

/// Committees with the months they had somebody on duty, up to a month.
async fn planned_by_committee(
    cx: &mut Cx<'_>,
    board: &RotaBoard,
    month: Month,
) -> Result<Vec<(String, String, i64)>> {
    let committees = all_committees(&mut cx.tx).await?;
    let planned = |id: &str| {
        let row = board.rows.iter().find(|row| row.committee_id == id);
        let months: std::collections::BTreeSet<Month> = row
            .into_iter()
            .flat_map(|row| row.cells.iter().map(|cell| cell.month))
            .filter(|of| *of <= month)
            .collect();
        i64::try_from(months.len()).unwrap_or(i64::MAX)
    };
    Ok(committees
        .into_iter()
        .map(|c| (c.id.clone(), c.short_name, planned(&c.id)))
        .collect())
}

/// The twelve months up to this one: what was due in each, closed and not.
async fn assignment_months(cx: &mut Cx<'_>, month: Month) -> Result<Vec<AssignmentMonth>> {
    let mut months = Vec::with_capacity(12);
    for month in month.minus(11).through(month) {
        let last = month.last_day().min(cx.today());
        let due = due(cx, month.first_day(), last).await?;
        months.push(AssignmentMonth {
            month: format!("{}月", month.number()),
            closed: due.closed.part,
            overdue: due.late.part,
        });
    }
    Ok(months)
}

fn attention(assignments: &[AssignmentRow]) -> Vec<Attention> {
    let late = assignments
        .iter()
        .filter(|row| row.days_overdue.is_some())
        .map(|row| Attention {
            level: AttentionLevel::Decide,
            text: format!(
                "{}，已逾期 {} 天",
                row.title,
                row.days_overdue.unwrap_or_default()
            ),
            concerning: concerning(row),
            sheet: Some("交办事项".into()),
        });
    let claimed = assignments
        .iter()
        .filter(|row| row.status == "待批复")
        .map(|row| Attention {
            level: AttentionLevel::Watch,
            text: format!("{}，单位已报办结，请批复", row.title),
            concerning: concerning(row),
            sheet: Some("交办事项".into()),
        });
    late.chain(claimed).take(ATTENTION).collect()
}

/// The committee and who leads, in a few words that fit their column.
fn concerning(row: &AssignmentRow) -> String {
    let committee = row.source.split('：').next().unwrap_or_default();
    format!("{committee} · {}", row.lead)
}
