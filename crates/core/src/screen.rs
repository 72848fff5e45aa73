//! Any list on screen as a workbook: the same columns, in the same order, as it is filtered and masked
//! there. What comes back as changes is the export of a register (see [`crate::registers`]).

use crate::commands;
use crate::office::Cx;
use crate::registers::properties;
use crate::thing::Thing;
use ground::error::{Error, Result};
use ground::files::FileRef;
use ground::text;
use serde::{Deserialize, Serialize};
use tables::write::sheet_name;
use tables::{CellData, Properties, SheetSpec, WriteColumn, WriteKind, write_table};
use ts_rs::TS;

/// Rows of an export, at most.
const MOST_ROWS: usize = 200_000;
/// Columns of an export, at most.
const MOST_COLUMNS: usize = 100;
/// Digits that a number of Excel keeps.
const DIGITS: usize = 15;

/// A column as the screen shows it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScreenColumn {
    /// Its heading.
    pub label: String,
    /// Whether its cells are numbers.
    #[serde(default)]
    pub numeric: bool,
}

/// Arguments of `screen.export`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScreenList {
    /// What the list is called.
    pub title: String,
    /// The columns from the left.
    pub columns: Vec<ScreenColumn>,
    /// The cells row by row, as they are shown.
    pub rows: Vec<Vec<String>>,
}

/// `screen.export`.
///
/// # Errors
/// `Invalid` for a list without columns, or of more rows or columns than a sheet has room for.
pub async fn export(cx: &mut Cx<'_>, args: ScreenList) -> Result<FileRef> {
    let title = text::required("title", "列表名称", &args.title, 60)?;
    if args.columns.is_empty() || args.columns.len() > MOST_COLUMNS {
        let message = format!("列表应有 1 到 {MOST_COLUMNS} 列，请在“列”里重新选择。");
        return Err(Error::invalid("columns", message));
    }
    if args.rows.len() > MOST_ROWS {
        let message = format!("列表超过 {MOST_ROWS} 行，请先筛选再导出。");
        return Err(Error::invalid("rows", message));
    }
    let properties = properties(cx, &title);
    let name = format!("{}.xlsx", sheet_name(&title));
    let making = move || book(&properties, title, args);
    let bytes = cx.make(making).await??;
    Ok(cx.office.files().keep(name, bytes))
}

fn book(properties: &Properties, title: String, args: ScreenList) -> Result<Vec<u8>> {
    let numeric: Vec<bool> = args.columns.iter().map(|column| column.numeric).collect();
    let column = |column: ScreenColumn| {
        // Only where the screen says so: phones and ID numbers stay text, or Excel would cut
        // their digits.
        let kind = if column.numeric {
            WriteKind::Decimal
        } else {
            WriteKind::Text
        };
        WriteColumn::new(column.label, kind)
    };
    let row = |cells: Vec<String>| {
        let cells = cells.into_iter().zip(&numeric);
        cells.map(|(text, numeric)| cell(text, *numeric)).collect()
    };
    let spec = SheetSpec {
        name: sheet_name(&title),
        columns: args.columns.into_iter().map(column).collect(),
        rows: args.rows.into_iter().map(row).collect(),
        title: Some(title),
        ..SheetSpec::default()
    };
    Ok(write_table(properties, spec)?)
}

/// A number where the column has numbers and this is one that loses nothing; else the text.
fn cell(text: String, numeric: bool) -> CellData {
    if numeric && text.len() <= DIGITS {
        let whole = text.parse().ok();
        // As a number 007 and +5 would lose what the screen shows.
        if let Some(whole) = whole.filter(|whole: &i64| whole.to_string() == text) {
            return CellData::Integer(whole);
        }
        let decimal = text.contains('.').then(|| ground::points::parse(&text));
        if let Some(thousandths) = decimal.flatten() {
            return CellData::Thousandths(thousandths);
        }
    }
    text.into()
}

/// 按屏幕导出.
pub static THING: Thing = Thing::new("screen").commands(COMMANDS);

commands! {
    "screen.export" Read Leader "导出屏幕上的列表" export(ScreenList) -> FileRef;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_numbers_only_where_the_column_says_so() {
        let made = |text: &str, numeric| cell(text.to_owned(), numeric);
        assert_eq!(made("12", true), CellData::Integer(12));
        assert_eq!(made("89.5", true), CellData::Thousandths(89_500));
        assert_eq!(made("12", false), CellData::Text("12".into()));
        assert_eq!(made("3 小时", true), CellData::Text("3 小时".into()));
        assert_eq!(made("", true), CellData::Empty);
        for shown in ["+5", "007", "+0.5"] {
            assert_eq!(made(shown, true), CellData::Text(shown.into()));
        }
        let long = "1234567890123456";
        assert_eq!(made(long, true), CellData::Text(long.into()));
    }
}
