//! Widths of columns and heights of rows. Excel's own fitting takes a Chinese character for a
//! narrow one, so both are measured here.

use super::{CellData, SheetSpec, WriteColumn, WriteKind};
use crate::text;

/// Widest column of [`WriteKind::Long`], in digits.
const LONG_WIDTH: usize = 48;
/// Widest column of other kinds, in digits.
const WIDTH: usize = 36;
const NARROWEST: usize = 6;
/// Room at both sides of a cell, and for the filter button in a header.
const PADDING: usize = 3;
/// Rows measured: enough to know a column, few enough to cost nothing.
const MEASURED_ROWS: usize = 2_000;
/// Points per line of text.
const LINE_HEIGHT: f64 = 15.0;
/// Points above and below the text of a row.
const ROW_PADDING: f64 = 5.0;

/// Width of each column in digits.
pub fn widths(spec: &SheetSpec) -> Vec<usize> {
    let measure = |(at, column): (usize, &WriteColumn)| match column.width {
        Some(width) => usize::from(width),
        None => measured(spec, at, column),
    };
    spec.columns.iter().enumerate().map(measure).collect()
}

fn measured(spec: &SheetSpec, at: usize, column: &WriteColumn) -> usize {
    let cells = spec
        .rows
        .iter()
        .take(MEASURED_ROWS)
        .filter_map(|row| row.get(at));
    let content = cells.map(cell_width).max().unwrap_or(0);
    let heading = text::width(&column.title) + PADDING;
    let most = if column.kind == WriteKind::Long {
        LONG_WIDTH
    } else {
        WIDTH
    };
    (content.max(heading) + PADDING).clamp(NARROWEST, most)
}

fn cell_width(cell: &CellData) -> usize {
    match cell {
        CellData::Empty => 0,
        CellData::Text(text) | CellData::Link { text, .. } => text::width(text),
        // Room for a comma after every three digits.
        CellData::Integer(number) | CellData::Thousandths(number) => {
            number.to_string().len() * 4 / 3
        }
        CellData::Share { .. } => 6,
        CellData::Date(date) => text::width(&date.to_string()),
    }
}

/// Height of a row in points when its text needs more than one line, else `None`.
pub fn height(row: &[CellData], widths: &[usize]) -> Option<f64> {
    let lines = row
        .iter()
        .zip(widths)
        .map(|(cell, width)| lines(cell, *width))
        .max()
        .unwrap_or(1);
    (lines > 1).then(|| row_height(lines))
}

/// Height in points of a row of so many lines.
#[must_use]
pub fn row_height(lines: usize) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or(1)) * LINE_HEIGHT + ROW_PADDING
}

fn lines(cell: &CellData, width: usize) -> usize {
    match cell {
        CellData::Text(text) | CellData::Link { text, .. } => lines_of(text, width),
        _ => 1,
    }
}

/// Lines a text takes in a column, of at most Excel's tallest row.
#[must_use]
pub fn lines_of(text: &str, width: usize) -> usize {
    // Excel's rows are 409 points high at most.
    const MOST_LINES: usize = 26;
    let room = width.saturating_sub(2).max(2);
    // No character is wider than it has bytes.
    if text.len() <= room && !text.contains('\n') {
        return 1;
    }
    let lines = text
        .lines()
        .map(|line| text::width(line).div_ceil(room).max(1))
        .sum::<usize>();
    lines.clamp(1, MOST_LINES)
}
