//! 年度楼栋星级表: every published month of every building, with the year's mean, flags and stars.

use super::{column, plain, printed, stars};
use crate::committees::Community;
use crate::office::Cx;
use crate::ratings::{RollUp, RollUpQuery, RollUpRow, RollUpScope, roll_up};
use crate::settings::{OFFICE_ID, OfficeProfile};
use chrono::NaiveDateTime;
use gongwen::{Align, Block, ColumnWidth, Document, PageOptions, Table, TextSize};
use ground::calendar::Month;
use ground::error::{Error, Result};

/// Months whose marks have room beside a wide column of names.
const FEW_MONTHS: usize = 6;

/// The table of a year, of one community or of all within reach.
///
/// # Errors
/// `State` for a year without published results.
pub(crate) async fn year_table(
    cx: &mut Cx<'_>,
    year: i64,
    community: Option<String>,
    made: NaiveDateTime,
) -> Result<(String, Document)> {
    let office: OfficeProfile = cx.tx.get(OFFICE_ID).await?;
    let whose = match &community {
        Some(id) => cx.tx.get::<Community>(id).await?.name,
        None => office.name.clone(),
    };
    let query = RollUpQuery {
        year,
        quarter: None,
        community_id: community,
    };
    let rolled = roll_up(cx, query).await?;
    if rolled.scopes.is_empty() {
        return Err(Error::state(format!(
            "{year}年还没有已发布的楼栋考评，发布后才有年度表。"
        )));
    }
    let title = format!("{whose}{year}年度楼栋星级表");
    let record = format!("ratings{year}");
    let document = plain(title.clone(), &office.rules, &office.name, &record, made);
    let document = Document {
        body: body(&rolled),
        page: PageOptions {
            landscape: true,
            ..document.page
        },
        ..document
    };
    Ok((title, document))
}

fn body(rolled: &RollUp) -> Vec<Block> {
    let mut blocks = Vec::new();
    for scope in &rolled.scopes {
        blocks.push(Block::heading(
            2,
            format!("{}（已公布{}个月）", scope.name, scope.months),
        ));
        blocks.push(Block::Table(table(rolled, scope)));
    }
    for (number, definition) in (1_u32..).zip(&rolled.definitions) {
        blocks.push(Block::Line {
            align: Align::Left,
            text: format!("注{number}：{definition}"),
        });
    }
    blocks
}

fn table(rolled: &RollUp, scope: &RollUpScope) -> Table {
    let auto = ColumnWidth::Auto;
    let mark = if rolled.months.len() > FEW_MONTHS {
        auto
    } else {
        ColumnWidth::Share(3)
    };
    let mut columns = vec![
        column("名次", auto, Align::Center),
        column("楼栋", ColumnWidth::Share(8), Align::Left),
    ];
    let months = rolled.months.iter();
    columns.extend(months.map(|month| column(format!("{}月", month.number()), mark, Align::Right)));
    columns.extend([
        column("平均", mark, Align::Right),
        column("红旗", auto, Align::Center),
        column("星级", auto, Align::Left),
    ]);
    Table {
        columns,
        rows: scope
            .rows
            .iter()
            .map(|row| line(&rolled.months, row))
            .collect(),
        size: TextSize::Five,
        ..Table::default()
    }
}

fn line(months: &[Month], row: &RollUpRow) -> Vec<String> {
    let rank = row.rank.map_or_else(|| "—".into(), |rank| rank.to_string());
    let total = |month: &Month| {
        let mut results = row.results.iter();
        let result = results.find(|result| result.month == *month);
        printed(result.and_then(|result| result.total))
    };
    let mut cells = vec![rank, row.name.clone()];
    cells.extend(months.iter().map(total));
    let flags = if row.flags > 0 {
        row.flags.to_string()
    } else {
        String::new()
    };
    cells.extend([printed(row.mean), flags, stars(row.stars)]);
    cells
}
