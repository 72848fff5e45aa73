//! 落实情况通报: the month's figures with their definitions, and the matters themselves.

use super::commands::Paper;
use super::{info, page_options};
use crate::assignments::{
    Assignment, AssignmentRow, AssignmentState, DueCount, Figures, ListAssignments, page,
};
use crate::calendar::{Month, chinese_date};
use crate::committees::Committee;
use crate::error::{Error, Result};
use crate::meetings::short_date;
use crate::office::Cx;
use crate::settings::{OFFICE_ID, OfficeProfile};
use crate::storage::Paging;
use chrono::{NaiveDate, NaiveDateTime};
use gongwen::{Align, Block, Column, ColumnWidth, Document, Format, Table};

/// Assignments due in a month, of one committee or of all within reach.
///
/// # Errors
/// `State` when nothing is due in the month.
pub(super) async fn progress_report(
    cx: &mut Cx<'_>,
    month: Month,
    committee_id: Option<String>,
    made: NaiveDateTime,
) -> Result<Paper> {
    let whose = scope(cx, committee_id.as_deref()).await?;
    let rows = due_in(cx, month, committee_id).await?;
    if rows.is_empty() {
        return Err(Error::state(format!(
            "{}没有到期的交办事项，不需要通报。",
            month.chinese()
        )));
    }
    let office: OfficeProfile = cx.tx.get(OFFICE_ID).await?;
    let today = cx.today();
    let title = format!("{whose}{}议定事项落实情况通报", month.chinese());
    let document = Document {
        format: Format::Plain,
        body: body(&rows, month, today),
        page: page_options(&office.rules),
        info: info(
            &title,
            &office.name,
            "落实情况通报",
            made,
            &format!("report{month}"),
        ),
        title: title.clone(),
        ..Document::default()
    };
    let name: String = title.chars().filter(|ch| !"“”".contains(*ch)).collect();
    Ok(Paper { name, document })
}

async fn scope(cx: &mut Cx<'_>, committee: Option<&str>) -> Result<String> {
    if let Some(id) = committee {
        cx.allow_committee(id)?;
        let committee: Committee = cx.tx.get(id).await?;
        return Ok(committee.name);
    }
    let office: OfficeProfile = cx.tx.get(OFFICE_ID).await?;
    Ok(format!("{}“大党委”", office.name))
}

async fn due_in(
    cx: &mut Cx<'_>,
    month: Month,
    committee_id: Option<String>,
) -> Result<Vec<AssignmentRow>> {
    let today = cx.today();
    let mut args = ListAssignments {
        committee_id,
        due_month: Some(month),
        page: Paging {
            after: None,
            limit: Some(500),
        },
        ..ListAssignments::default()
    };
    let mut rows = Vec::new();
    loop {
        let page = page(&mut cx.tx, &args, &cx.session.committees, today).await?;
        rows.extend(page.rows);
        args.page.after = page.next;
        if args.page.after.is_none() {
            break;
        }
    }
    rows.retain(|row| row.assignment.state != AssignmentState::Withdrawn);
    Ok(rows)
}

fn body(rows: &[AssignmentRow], month: Month, today: NaiveDate) -> Vec<Block> {
    let figures = figures(rows, today);
    let opening = format!(
        "{}应办结议定事项{}项。截至{}，办结率{}，按时办结率{}，逾期{}项。",
        month.chinese(),
        figures.due,
        chinese_date(today),
        figures.closed.chinese(),
        figures.on_time.chinese(),
        figures.late.part
    );
    let note = "注：应办结为本月到期的事项；办结率为已办结数与应办结数之比；按时办结率为到期（含到期前同意延期）\
                前办结数与应办结数之比；逾期为到期未办结。";
    vec![
        Block::heading(1, "一、总体情况"),
        Block::paragraph(opening),
        Block::paragraph(note),
        Block::heading(1, "二、办理情况"),
        Block::Table(table(rows, today)),
    ]
}

fn figures(rows: &[AssignmentRow], today: NaiveDate) -> Figures {
    let count = |row: &AssignmentRow| DueCount {
        state: row.assignment.state,
        due_on: row.assignment.due_on,
        closed_on: row.assignment.closed_on,
        count: 1,
    };
    Figures::of(&rows.iter().map(count).collect::<Vec<_>>(), today)
}

fn table(rows: &[AssignmentRow], today: NaiveDate) -> Table {
    let column = |title: &str, share, align| Column {
        title: title.into(),
        width: ColumnWidth::Share(share),
        align,
    };
    let line = |(number, row): (usize, &AssignmentRow)| {
        vec![
            number.to_string(),
            row.committee.clone(),
            row.assignment.content.clone(),
            row.assignment.lead_name.clone(),
            short_date(row.assignment.due_on, today),
            standing(&row.assignment, today).into(),
        ]
    };
    Table {
        columns: vec![
            column("序号", 3, Align::Center),
            column("大党委", 4, Align::Center),
            column("事项", 13, Align::Left),
            column("主办", 6, Align::Left),
            column("时限", 5, Align::Center),
            column("进展", 4, Align::Center),
        ],
        rows: (1..).zip(rows).map(line).collect(),
        ..Table::default()
    }
}

fn standing(assignment: &Assignment, today: NaiveDate) -> &'static str {
    match assignment.state {
        AssignmentState::Closed => "已办结",
        _ if assignment.is_late(today) => "逾期",
        AssignmentState::Claimed => "待审核",
        _ => "办理中",
    }
}
