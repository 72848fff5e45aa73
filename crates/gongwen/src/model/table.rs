use serde::{Deserialize, Serialize};

use crate::length::Length;

/// A ruled table. Its header row repeats on every page, and its rows break between pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Table {
    /// Centred over the table, 3号小标宋, on its first page.
    pub caption: Option<String>,
    pub columns: Vec<Column>,
    /// Cells by row; missing cells are empty, cells beyond the columns are refused.
    pub rows: Vec<Vec<String>>,
    /// Cells that cover several rows or columns.
    pub spans: Vec<Span>,
    pub header_repeats: bool,
    /// Whether a header row is printed at all (forms often have none).
    pub header: bool,
    /// The last row is a sum, set in 黑体.
    pub totals: bool,
    pub size: TextSize,
    /// Least height of a row, for cells to be filled in by hand.
    pub row_height_min: Length,
    /// Empty rows after the last, as many of these as the last page has room for.
    pub spare_rows: u16,
}

impl Default for Table {
    fn default() -> Self {
        Self {
            caption: None,
            columns: Vec::new(),
            rows: Vec::new(),
            spans: Vec::new(),
            header_repeats: true,
            header: true,
            totals: false,
            size: TextSize::default(),
            row_height_min: Length::mm(8),
            spare_rows: 0,
        }
    }
}

/// A column: its head, width and how its cells are aligned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Column {
    pub title: String,
    pub width: ColumnWidth,
    pub align: Align,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnWidth {
    /// A part of what the `Auto` columns leave, weighed against the other shares.
    Share(u16),
    /// As wide as its widest cell, within reason.
    #[default]
    Auto,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    #[default]
    Left,
    Center,
    /// In a table, numbers of such a column stand under each other by their decimal points.
    Right,
}

/// A cell that covers `rows` × `columns` cells from its upper left one; the covered ones are not
/// printed. Rows and columns count from 0, the header row not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub row: usize,
    pub column: usize,
    pub rows: usize,
    pub columns: usize,
}

/// Size of the text in a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    /// 3号, 16 pt.
    Three,
    /// 4号, 14 pt.
    Four,
    /// 小四, 12 pt.
    #[default]
    SmallFour,
    /// 五号, 10.5 pt.
    Five,
}
