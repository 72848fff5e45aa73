//! 年度轮值表: committees × months on a landscape page.

use super::commands::Paper;
use super::{info, page_options};
use crate::error::{Error, Result};
use crate::office::Cx;
use crate::settings::{OFFICE_ID, OfficeProfile};
use crate::storage::{Row, Select};
use chrono::NaiveDateTime;
use gongwen::{Align, Block, Column, ColumnWidth, Document, Format, PageOptions, Table, TextSize};
use sqlx::FromRow;

const MONTHS: usize = 12;

#[derive(Debug, FromRow)]
struct Cell {
    committee_id: String,
    committee: String,
    contact: String,
    month: crate::calendar::Month,
    unit: String,
}

async fn cells<T: Row>(cx: &mut Cx<'_>, year: i64) -> Result<Vec<T>> {
    let ends = vec![
        format!("{year:04}-01").into(),
        format!("{year:04}-12").into(),
    ];
    let mut select = Select::new(
        "SELECT t.committee_id, c.short_name AS committee, c.contact, t.month, u.short_name AS unit
         FROM rota_turn t JOIN committee c ON c.id = t.committee_id JOIN member_unit u ON u.id = t.unit_id",
    )
    .and("c.retired = FALSE", vec![])
    .and("t.month >= ? AND t.month <= ?", ends);
    if !cx.session.committees.is_empty() {
        select = select.within("t.committee_id", &cx.session.committees);
    }
    select
        .tail("ORDER BY CASE c.level WHEN 'street' THEN 0 ELSE 1 END, c.position, c.id, t.month, t.position")
        .all(&mut cx.tx)
        .await
}

/// The rota of a year for every committee within reach.
///
/// # Errors
/// `State` when the year has no turns.
pub(super) async fn rota_table(cx: &mut Cx<'_>, year: i64, made: NaiveDateTime) -> Result<Paper> {
    let cells: Vec<Cell> = cells(cx, year).await?;
    if cells.is_empty() {
        return Err(Error::state(format!(
            "{year}年还没有排定轮值，请先在“轮值”里排定。"
        )));
    }
    let office: OfficeProfile = cx.tx.get(OFFICE_ID).await?;
    let title = format!("{}“大党委”成员单位{year}年度轮值表", office.name);
    let page = PageOptions {
        landscape: true,
        ..page_options(&office.rules)
    };
    let document = Document {
        format: Format::Plain,
        body: vec![Block::Table(table(cells)), note()],
        page,
        info: info(
            &title,
            &office.name,
            "年度轮值表",
            made,
            &format!("rota{year}"),
        ),
        title,
        ..Document::default()
    };
    let name = format!("{year}年{}年度轮值表", office.name);
    Ok(Paper::new(name, document))
}

fn note() -> Block {
    let text = "注：轮值单位负责当月联席会议的筹备和主持；确需调整的，请提前与街道党建办联系。";
    Block::Line {
        align: Align::Left,
        text: text.into(),
    }
}

fn table(cells: Vec<Cell>) -> Table {
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for cell in cells {
        if rows.last().is_none_or(|(id, _)| *id != cell.committee_id) {
            let months = std::iter::repeat_n(String::new(), MONTHS);
            let row = std::iter::once(cell.committee)
                .chain(months)
                .chain([cell.contact])
                .collect();
            rows.push((cell.committee_id, row));
        }
        let month = usize::from(cell.month.number());
        if let Some(text) = rows.last_mut().and_then(|(_, row)| row.get_mut(month)) {
            let comma = if text.is_empty() { "" } else { "、" };
            text.push_str(&format!("{comma}{}", cell.unit));
        }
    }
    Table {
        columns: columns(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        size: TextSize::Five,
        ..Table::default()
    }
}

fn columns() -> Vec<Column> {
    let column = |title: String, share| Column {
        title,
        width: ColumnWidth::Share(share),
        align: Align::Center,
    };
    // A number is never broken, so its column is as wide as it.
    let months = (1..=MONTHS).map(|month| column(format!("{month}月"), 10));
    std::iter::once(column("大党委".into(), 9))
        .chain(months)
        .chain([Column {
            width: ColumnWidth::Auto,
            ..column("联系电话".into(), 0)
        }])
        .collect()
}
