//! A worksheet as read: sparse rows of typed cells, and the merged regions that cover them.

use ground::calendar::FuzzyDate;
use serde::{Deserialize, Serialize};

/// What one cell holds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub enum CellValue {
    /// Nothing.
    #[default]
    Empty,
    /// Text as typed.
    Text(String),
    /// Text beyond [`super::limits::CELL_CHARS`]: its beginning, and how many characters it has.
    LongText {
        /// The first characters.
        head: String,
        /// All characters.
        chars: usize,
    },
    /// A number that is no date.
    Number(f64),
    /// A cell formatted as a date, as precise as its format shows.
    Date(FuzzyDate),
    /// A cell formatted as a date whose number is none.
    BadDate(f64),
    /// TRUE or FALSE.
    Bool(bool),
    /// A formula error such as `#REF!`.
    Error(String),
}

impl CellValue {
    /// Whether the cell holds nothing but spaces.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => super::text::is_blank(text),
            _ => false,
        }
    }

    /// The cell as a person reads it; numbers without a trailing `.0`.
    #[must_use]
    pub fn display(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::LongText { head, .. } => head.clone(),
            Self::Number(number) | Self::BadDate(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Bool(true) => "是".to_owned(),
            Self::Bool(false) => "否".to_owned(),
        }
    }
}

/// One row with content.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Row {
    /// 0-based row.
    pub index: u32,
    /// 0-based column and value, ascending, without empty cells.
    pub cells: Vec<(u32, CellValue)>,
}

impl Row {
    /// The cell in a 0-based column.
    #[must_use]
    pub fn cell(&self, column: u32) -> &CellValue {
        match self.cells.binary_search_by_key(&column, |(at, _)| *at) {
            Ok(at) => &self.cells[at].1,
            Err(_) => &CellValue::Empty,
        }
    }

    /// Row number as Excel shows it.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.index + 1
    }

    /// The first cell that is not blank, as read by a person; empty when all are.
    #[must_use]
    pub fn first_text(&self) -> String {
        let first = self.cells.iter().find(|(_, value)| !value.is_blank());
        first
            .map(|(_, value)| super::text::clean(&value.display()).0)
            .unwrap_or_default()
    }
}

/// A merged region, 0-based and inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Merge {
    /// Cells in the region.
    #[must_use]
    pub fn area(&self) -> u64 {
        let rows = u64::from(self.bottom.saturating_sub(self.top)) + 1;
        rows * (u64::from(self.right.saturating_sub(self.left)) + 1)
    }

    /// Whether two regions share a cell.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.top <= other.bottom
            && other.top <= self.bottom
            && self.left <= other.right
            && other.left <= self.right
    }

    fn covers(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// A visible worksheet.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// Name on the tab.
    pub name: String,
    /// Rows with content, ascending.
    pub rows: Vec<Row>,
    /// Merged regions by their first column, then first row.
    pub merges: Vec<Merge>,
}

impl Sheet {
    /// The row at a 0-based index, when it has content.
    #[must_use]
    pub fn row(&self, index: u32) -> Option<&Row> {
        self.rows
            .binary_search_by_key(&index, |row| row.index)
            .ok()
            .map(|at| &self.rows[at])
    }

    fn at(&self, row: u32, column: u32) -> &CellValue {
        self.row(row)
            .map_or(&CellValue::Empty, |row| row.cell(column))
    }

    /// The value a person sees at a cell of a header: a merged region shows its anchor everywhere.
    #[must_use]
    pub fn spread(&self, row: u32, column: u32) -> &CellValue {
        let own = self.at(row, column);
        if !own.is_blank() {
            return own;
        }
        let merge = self.merges.iter().find(|merge| merge.covers(row, column));
        merge.map_or(own, |merge| self.at(merge.top, merge.left))
    }

    /// The value of a record's cell: only regions merged downwards in the same column are spread,
    /// since one merged sideways is a heading within the data, not a value of each column.
    #[must_use]
    pub fn spread_down<'a>(&'a self, row: &'a Row, column: u32) -> &'a CellValue {
        let own = row.cell(column);
        if !own.is_blank() {
            return own;
        }
        // By halving: a sheet may have a hundred thousand regions, and every blank cell asks.
        let until = self
            .merges
            .partition_point(|m| (m.left, m.top) <= (column, row.index));
        match self.merges[..until].last() {
            Some(m) if m.left == column && m.covers(row.index, column) => self.at(m.top, column),
            _ => own,
        }
    }

    /// Whether a region that begins at a cell reaches over several columns.
    #[must_use]
    pub fn is_wide(&self, row: u32, column: u32) -> bool {
        let from = self
            .merges
            .partition_point(|m| (m.left, m.top) < (column, row));
        let found = self.merges.get(from);
        found.is_some_and(|m| (m.left, m.top) == (column, row) && m.right > m.left)
    }

    /// Columns up to the rightmost with content.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.rows
            .iter()
            .filter_map(|row| row.cells.last())
            .map(|(at, _)| at + 1)
            .max()
            .unwrap_or(0)
    }
}
