//! 年度轮值表: committees × months on a landscape page, each with its unit and whom to reach there.

use crate::documents::{Paper, PaperOfYear, info, page_options};
use crate::office::Cx;
use crate::papers;
use crate::settings::{OFFICE_ID, OfficeProfile};
use chrono::NaiveDateTime;
use gongwen::{
    Align, Block, Column, ColumnWidth, Document, Format, Length, PageOptions, Table, TextSize,
};
use ground::error::{Error, Result};
use sqlx::FromRow;
use storage::{Row, Select};

papers! {
    200 Paper "rota_table" "年度轮值表" "year" rota_table(PaperOfYear);
}

const MONTHS: usize = 12;

#[derive(Debug, FromRow)]
struct Cell {
    committee_id: String,
    committee: String,
    contact: String,
    month: ground::calendar::Month,
    unit_id: String,
    unit: String,
    unit_name: String,
    liaison: String,
    phone: String,
}

async fn cells<T: Row>(cx: &mut Cx<'_>, year: i64) -> Result<Vec<T>> {
    let ends = vec![
        format!("{year:04}-01").into(),
        format!("{year:04}-12").into(),
    ];
    // A unit that has left still served: its months stay, only without whom to reach. And one
    // seat a turn: a second one would print the unit twice in its cell.
    let mut select = Select::new(
        "SELECT t.committee_id, c.short_name AS committee, c.contact, t.month, t.unit_id,
                u.short_name AS unit, u.name AS unit_name,
                COALESCE(s.liaison_name, '') AS liaison, COALESCE(s.liaison_phone, '') AS phone
         FROM rota_turn t JOIN committee c ON c.id = t.committee_id JOIN member_unit u ON u.id = t.unit_id
         LEFT JOIN membership s ON s.id = (SELECT MAX(m.id) FROM membership m
             WHERE m.committee_id = t.committee_id AND m.unit_id = t.unit_id AND m.retired = FALSE)",
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
async fn rota_table(cx: &mut Cx<'_>, args: PaperOfYear, made: NaiveDateTime) -> Result<Paper> {
    let year = args.year(cx);
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
        body: body(cells),
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

fn body(cells: Vec<Cell>) -> Vec<Block> {
    let contacts = contacts(&cells);
    vec![
        Block::Table(table(cells)),
        note(),
        Block::PageBreak,
        Block::Table(contacts),
    ]
}

/// Whom to reach in each unit on duty, and in which months it is.
fn contacts(cells: &[Cell]) -> Table {
    let mut rows: Vec<(&Cell, Vec<String>)> = Vec::new();
    for cell in cells {
        let same = |(known, _): &&mut (&Cell, Vec<String>)| {
            (&known.committee_id, &known.unit_id) == (&cell.committee_id, &cell.unit_id)
        };
        let month = format!("{}月", cell.month.number());
        match rows.iter_mut().find(same) {
            Some((_, months)) => months.push(month),
            None => rows.push((cell, vec![month])),
        }
    }
    let row = |(cell, months): (&Cell, Vec<String>)| {
        vec![
            cell.committee.clone(),
            cell.unit_name.clone(),
            months.join("、"),
            cell.liaison.clone(),
            cell.phone.clone(),
        ]
    };
    let column = |title: &str, share, align| Column {
        title: title.into(),
        width: ColumnWidth::Share(share),
        align,
    };
    Table {
        caption: Some("轮值单位联络一览".into()),
        columns: vec![
            column("大党委", 3, Align::Center),
            column("轮值单位", 8, Align::Left),
            column("轮值月份", 5, Align::Center),
            column("联络员", 4, Align::Center),
            column("联系电话", 5, Align::Center),
        ],
        rows: rows.into_iter().map(row).collect(),
        size: TextSize::Five,
        row_height_min: Length::mm(6),
        ..Table::default()
    }
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
            let comma = if text.is_empty() { "" } else { "、\n" };
            let liaison = if cell.liaison.is_empty() { "" } else { "\n" };
            text.push_str(&format!("{comma}{}{liaison}{}", cell.unit, cell.liaison));
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
            ..column("大党委电话".into(), 0)
        }])
        .collect()
}
