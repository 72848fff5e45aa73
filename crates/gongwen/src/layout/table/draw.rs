//! Drawing the part of a table that stands on one page.

use std::ops::Range;

use super::{Cell, SIDE_PADDING, TableRow, TableRows};
use crate::layout::flow::Pager;
use crate::layout::page::{Mark, baseline_in};
use crate::length::Length;
use crate::model::{Align, Span};
use crate::text::Color;

const RULE: Length = Length::um(180);

/// Draws rows `rows` of `table` below what stands on the page, and moves the pager's `y` below.
pub(super) fn segment(
    table: &TableRows,
    pager: &mut Pager,
    rows: Range<usize>,
    caption: bool,
    header: bool,
) {
    if caption {
        draw_caption(table, pager);
    }
    let head = table.header.iter().filter(|_| header);
    let body = table.rows.get(rows).unwrap_or_default();
    let rows: Vec<&TableRow> = head.chain(body).collect();
    let segment = Segment::new(table, &rows, pager);
    let bottom = segment.row_edge(rows.len());
    let marks: Vec<Mark> = segment
        .texts()
        .into_iter()
        .chain(segment.horizontal_rules())
        .chain(segment.vertical_rules())
        .collect();
    pager.print(marks);
    pager.y = bottom - pager.grid.top;
}

fn draw_caption(table: &TableRows, pager: &mut Pager) {
    let Some(line) = table.caption.clone() else {
        return;
    };
    let height = table.caption_height();
    let size = line.glyphs.first().map_or(Length::ZERO, |g| g.style.size);
    let mark = Mark::Text {
        x: pager.grid.left + (pager.grid.width - line.width) / 2,
        y: pager.grid.top + pager.y + baseline_in(height, size),
        line,
        turned: false,
    };
    pager.print([mark]);
    pager.y += height;
}

/// The rows on one page with the edges of their cells, in page positions.
struct Segment<'t> {
    table: &'t TableRows,
    rows: &'t [&'t TableRow],
    column_edges: Vec<Length>,
    row_edges: Vec<Length>,
}

/// A printed cell: its rows and columns within the segment.
struct Area {
    rows: Range<usize>,
    columns: Range<usize>,
}

impl<'t> Segment<'t> {
    fn new(table: &'t TableRows, rows: &'t [&'t TableRow], pager: &Pager) -> Self {
        let left = pager.grid.left;
        let top = pager.grid.top + pager.y;
        Self {
            table,
            rows,
            column_edges: edges(left, table.columns.iter().copied()),
            row_edges: edges(top, rows.iter().map(|row| row.height)),
        }
    }

    fn row_edge(&self, index: usize) -> Length {
        let last = || self.row_edges.last().copied().unwrap_or_default();
        self.row_edges.get(index).copied().unwrap_or_else(last)
    }

    fn column_edge(&self, index: usize) -> Length {
        let last = || self.column_edges.last().copied().unwrap_or_default();
        self.column_edges.get(index).copied().unwrap_or_else(last)
    }

    /// The span covering a cell, if any.
    fn span_at(&self, row: usize, column: usize) -> Option<&Span> {
        let source = self.rows.get(row)?.source;
        self.table.spans.iter().find(|s| {
            (s.row..s.row + s.rows).contains(&source)
                && (s.column..s.column + s.columns).contains(&column)
        })
    }

    /// The area that starts at a cell, or nothing where another area covers it.
    fn area_from(&self, row: usize, column: usize) -> Option<Area> {
        let Some(span) = self.span_at(row, column) else {
            return Some(Area {
                rows: row..row + 1,
                columns: column..column + 1,
            });
        };
        let same = |r: &usize| self.span_at(*r, column) == Some(span);
        let starts = span.column == column && (row == 0 || !same(&(row - 1)));
        starts.then(|| Area {
            rows: row..row + (row..self.rows.len()).take_while(same).count(),
            columns: column..column + span.columns,
        })
    }

    fn texts(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for row in 0..self.rows.len() {
            for column in 0..self.table.columns.len() {
                if let Some(area) = self.area_from(row, column) {
                    marks.extend(self.cell_marks(&area));
                }
            }
        }
        marks
    }

    /// The text of an area: that of its span's first cell, even where the span began a page before.
    fn cell_marks(&self, area: &Area) -> Vec<Mark> {
        let (row, column) = (area.rows.start, area.columns.start);
        let source = match self.span_at(row, column) {
            Some(span) => self.table.rows.iter().find(|r| r.source == span.row),
            None => self.rows.get(row).copied(),
        };
        let Some(cell) = source.and_then(|r| r.cells.get(column)) else {
            return Vec::new();
        };
        let top = self.row_edge(area.rows.start);
        let room = self.row_edge(area.rows.end) - top;
        let leading = self.table.leading;
        let first = top + (room - leading * cell.lines.len() as i64) / 2;
        let lines = cell.lines.iter().enumerate();
        lines
            .map(|(index, line)| {
                let size = line.glyphs.first().map_or(Length::ZERO, |g| g.style.size);
                Mark::Text {
                    x: self.line_start(cell, line.width, area),
                    y: first + leading * index as i64 + baseline_in(leading, size),
                    line: line.clone(),
                    turned: false,
                }
            })
            .collect()
    }

    fn line_start(&self, cell: &Cell, width: Length, area: &Area) -> Length {
        let left = self.column_edge(area.columns.start);
        let right = self.column_edge(area.columns.end);
        match cell.align {
            Align::Left => left + SIDE_PADDING,
            Align::Center => left + (right - left - width) / 2,
            Align::Right => right - SIDE_PADDING - width,
        }
    }

    fn horizontal_rules(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for row in 0..=self.rows.len() {
            let open = |column: usize| {
                let here = self.span_at(row, column);
                let inside = row > 0 && here.is_some() && here == self.span_at(row - 1, column);
                !inside
            };
            for run in runs(self.table.columns.len(), open) {
                let x = self.column_edge(run.start);
                let length = self.column_edge(run.end) - x;
                marks.push(rule(x, self.row_edge(row), length, false));
            }
        }
        marks
    }

    fn vertical_rules(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for column in 0..=self.table.columns.len() {
            let open = |row: usize| {
                let here = self.span_at(row, column);
                let inside = column > 0 && here.is_some() && here == self.span_at(row, column - 1);
                !inside
            };
            for run in runs(self.rows.len(), open) {
                let y = self.row_edge(run.start);
                let length = self.row_edge(run.end) - y;
                marks.push(rule(self.column_edge(column), y, length, true));
            }
        }
        marks
    }
}

fn edges(start: Length, sizes: impl Iterator<Item = Length>) -> Vec<Length> {
    let mut edges = vec![start];
    let mut at = start;
    for size in sizes {
        at += size;
        edges.push(at);
    }
    edges
}

/// Maximal runs of indices below `count` for which `open` holds.
fn runs(count: usize, open: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for index in (0..count).filter(|&i| open(i)) {
        match runs.last_mut() {
            Some(run) if run.end == index => run.end = index + 1,
            _ => runs.push(index..index + 1),
        }
    }
    runs
}

fn rule(x: Length, y: Length, length: Length, downwards: bool) -> Mark {
    Mark::Rule {
        x,
        y,
        length,
        thickness: RULE,
        color: Color::Black,
        downwards,
    }
}
