//! Setting cells in lines and finding the heights of rows.

use super::{
    Cell, SIDE_PADDING, TableRow, TableRows, VERTICAL_PADDING, cell_style, decimal, tie, whole_part,
};
use crate::error::Error;
use crate::fonts::Role;
use crate::layout::compositor::Compositor;
use crate::layout::grid::A4_HEIGHT;
use crate::length::Length;
use crate::model::{Align, Span, Table};
use crate::text::{Fit, Phrase, SetLine, Style, break_lines, natural, set_line};

pub(super) fn set(
    compositor: &mut Compositor<'_, '_>,
    table: &Table,
    columns: Vec<Length>,
) -> Result<TableRows, Error> {
    let leading = table.size.points().scaled(3, 2);
    let mut set = TableRows {
        caption: caption(compositor, table)?,
        header: header(compositor, table, &columns, leading)?,
        rows: Vec::new(),
        spans: sound_spans(table),
        repeats: table.header_repeats && table.header,
        spare: usize::from(table.spare_rows),
        lines_after: 0,
        leading,
        columns,
    };
    for source in 0..table.rows.len() {
        let row = body_row(compositor, table, &set, source)?;
        set.rows.push(row);
    }
    decimal::align(&mut set.rows, table.columns.len());
    tie::bind(&mut set, compositor.grid.foot());
    if table.totals {
        tie::bind_totals(&mut set, compositor.grid.foot());
    }
    let spare = spare_row(table, leading);
    set.rows.extend(std::iter::repeat_n(spare, set.spare));
    Ok(set)
}

/// An empty row to be filled in by hand.
fn spare_row(table: &Table, leading: Length) -> TableRow {
    TableRow {
        cells: vec![Cell::default(); table.columns.len()],
        height: height(&[], leading, table.row_height_min),
        source: table.rows.len(),
        tied: false,
        goes_on: false,
    }
}

fn caption(compositor: &mut Compositor<'_, '_>, table: &Table) -> Result<Vec<SetLine>, Error> {
    let text = table.caption.as_deref().unwrap_or_default();
    compositor.display_lines(text, Style::new(Role::Title, Length::pt(16)), "表题")
}

fn header(
    compositor: &mut Compositor<'_, '_>,
    table: &Table,
    columns: &[Length],
    leading: Length,
) -> Result<Option<TableRow>, Error> {
    if !table.header {
        return Ok(None);
    }
    let style = cell_style(table, true);
    let mut cells = Vec::new();
    for (column, width) in table.columns.iter().zip(columns) {
        let lines = cell_lines(compositor, &column.title, style, *width, "表头")?;
        cells.push(Cell {
            lines,
            align: Align::Center,
            ..Cell::default()
        });
    }
    let height = height(&cells, leading, table.row_height_min);
    Ok(Some(TableRow {
        cells,
        height,
        source: usize::MAX,
        tied: false,
        goes_on: false,
    }))
}

fn body_row(
    compositor: &mut Compositor<'_, '_>,
    table: &Table,
    set: &TableRows,
    source: usize,
) -> Result<TableRow, Error> {
    let is_total = table.totals && source + 1 == table.rows.len();
    let style = cell_style(table, is_total);
    let mut cells = Vec::new();
    for (index, column) in table.columns.iter().enumerate() {
        let row = table.rows.get(source);
        let text = row.and_then(|r| r.get(index)).map_or("", String::as_str);
        let span = set
            .spans
            .iter()
            .find(|s| (s.row, s.column) == (source, index));
        let covered = index..index + span.map_or(1, |s| s.columns);
        let width = set
            .columns
            .get(covered)
            .unwrap_or_default()
            .iter()
            .copied()
            .sum();
        let place = format!("表格第{}行", source + 1);
        let lines = cell_lines(compositor, text, style, width, &place)?;
        // A number lines up with others only where it stands whole in its own column.
        let number = whole_part(text).filter(|_| span.is_none() && lines.len() == 1);
        let after_point = match number.filter(|_| column.align == Align::Right) {
            Some((_, after)) => Some(compositor.one_line(after, style, &place)?.width),
            None => None,
        };
        cells.push(Cell {
            lines,
            align: column.align,
            after_point,
            ..Cell::default()
        });
    }
    // A cell over several rows is given its room when these are put together.
    let own = cells
        .iter()
        .enumerate()
        .filter(|(index, _)| !spans_rows(&set.spans, source, *index));
    let own: Vec<Cell> = own.map(|(_, cell)| cell.clone()).collect();
    Ok(TableRow {
        height: height(&own, set.leading, table.row_height_min),
        cells,
        source,
        tied: false,
        goes_on: false,
    })
}

pub(super) fn spans_rows(spans: &[Span], row: usize, column: usize) -> bool {
    spans
        .iter()
        .any(|s| (s.row, s.column) == (row, column) && s.rows > 1)
}

fn cell_lines(
    compositor: &mut Compositor<'_, '_>,
    text: &str,
    style: Style,
    width: Length,
    place: &str,
) -> Result<Vec<SetLine>, Error> {
    let room = width - SIDE_PADDING * 2;
    let mut lines = Vec::new();
    for paragraph in text.split('\n').filter(|_| !text.is_empty()) {
        let phrase = Phrase {
            style,
            text: paragraph,
        };
        let units = compositor.shaper.units(&[phrase], place)?;
        // A blank line within a cell keeps its height.
        if units.is_empty() {
            lines.push(natural(&units));
        }
        for line in break_lines(&units, |_| room) {
            let units = units.get(line.range).unwrap_or_default();
            lines.push(set_line(units, Fit::Natural, room));
        }
    }
    Ok(lines)
}

fn height(cells: &[Cell], leading: Length, least: Length) -> Length {
    let lines = cells
        .iter()
        .map(|c| c.lines.len())
        .max()
        .unwrap_or(0)
        .max(1);
    // A least height beyond the paper's would fit on no page.
    (leading * lines as i64 + VERTICAL_PADDING * 2).max(least.min(A4_HEIGHT))
}

/// Spans cut to the table, those of a single cell left out.
pub(super) fn sound_spans(table: &Table) -> Vec<Span> {
    let (rows, columns) = (table.rows.len(), table.columns.len());
    let spans = table
        .spans
        .iter()
        .filter(|s| s.row < rows && s.column < columns);
    spans
        .map(|s| Span {
            rows: s.rows.clamp(1, rows - s.row),
            columns: s.columns.clamp(1, columns - s.column),
            ..*s
        })
        .filter(|s| s.rows > 1 || s.columns > 1)
        .collect()
}
