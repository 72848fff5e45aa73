//! Drawing the part of a table that stands on one page.

use std::ops::Range;

use super::{CAPTION_LEADING, CAPTION_LINE, Cell, SIDE_PADDING, TableRow, TableRows};
use crate::layout::flow::Pager;
use crate::layout::page::{Mark, baseline_in};
use crate::length::Length;
use crate::model::{Align, Span};
use crate::text::{Color, SetLine};

const RULE: Length = Length::um(180);

/// What of a table stands on one page.
pub(super) struct Part {
    pub rows: Range<usize>,
    pub caption: bool,
    pub header: bool,
}

/// Draws a part of `table` below what stands on the page, and moves the pager's `y` below. `printed`
/// counts the lines of each span's text that earlier pages hold.
pub(super) fn segment(table: &TableRows, pager: &mut Pager, part: Part, printed: &mut [usize]) {
    if part.caption {
        draw_caption(table, pager);
    }
    let goes_on = table.rows.get(part.rows.end).map(|row| row.source);
    let head = table.header.iter().filter(|_| part.header);
    let body = table.rows.get(part.rows).unwrap_or_default();
    let rows: Vec<&TableRow> = head.chain(body).collect();
    let segment = Segment::new(table, &rows, pager, goes_on);
    let bottom = segment.row_edge(rows.len());
    let marks: Vec<Mark> = segment
        .texts(printed)
        .into_iter()
        .chain(segment.horizontal_rules())
        .chain(segment.vertical_rules())
        .collect();
    pager.print(marks);
    pager.y = bottom - pager.grid.top;
}

fn draw_caption(table: &TableRows, pager: &mut Pager) {
    let mut top = pager.grid.top + pager.y;
    for line in table.caption.iter().cloned() {
        let size = line.glyphs.first().map_or(Length::ZERO, |g| g.style.size);
        let mark = Mark::Text {
            x: pager.grid.left + (pager.grid.width - line.width) / 2,
            y: top + baseline_in(CAPTION_LINE, size),
            line,
            turned: false,
        };
        pager.print([mark]);
        top += CAPTION_LEADING;
    }
    pager.y += table.caption_height();
}

/// The rows on one page with the edges of their cells, in page positions.
struct Segment<'t> {
    table: &'t TableRows,
    rows: &'t [&'t TableRow],
    /// Source of the row that the next page begins with.
    next: Option<usize>,
    column_edges: Vec<Length>,
    row_edges: Vec<Length>,
}

/// A printed cell: its rows and columns within the segment.
struct Area {
    rows: Range<usize>,
    columns: Range<usize>,
}

impl<'t> Segment<'t> {
    fn new(
        table: &'t TableRows,
        rows: &'t [&'t TableRow],
        pager: &Pager,
        next: Option<usize>,
    ) -> Self {
        let left = pager.grid.left;
        let top = pager.grid.top + pager.y;
        Self {
            table,
            rows,
            next,
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
        // A row taken apart shows each of its lines by itself.
        let same = |r: &usize| span.rows > 1 && self.span_at(*r, column) == Some(span);
        let starts = span.column == column && (row == 0 || !same(&(row - 1)));
        starts.then(|| Area {
            rows: row..row + (row..self.rows.len()).take_while(same).count().max(1),
            columns: column..column + span.columns,
        })
    }

    fn texts(&self, printed: &mut [usize]) -> Vec<Mark> {
        let mut marks = Vec::new();
        for row in 0..self.rows.len() {
            for column in 0..self.table.columns.len() {
                if let Some(area) = self.area_from(row, column) {
                    marks.extend(self.area_marks(&area, printed));
                }
            }
        }
        marks
    }

    fn area_marks(&self, area: &Area, printed: &mut [usize]) -> Vec<Mark> {
        let (row, column) = (area.rows.start, area.columns.start);
        let span = self.span_at(row, column).filter(|span| span.rows > 1);
        let Some(span) = span else {
            let cell = self.rows.get(row).and_then(|r| r.cells.get(column));
            return cell.map_or_else(Vec::new, |cell| self.cell_marks(cell, &cell.lines, area));
        };
        // The text stands in the row that the span begins in, which an earlier page may hold.
        let source = self.table.rows.iter().find(|r| r.source == span.row);
        let at = self.table.spans.iter().position(|s| s == span);
        let done = at.and_then(|at| printed.get_mut(at));
        let (Some(cell), Some(done)) = (source.and_then(|r| r.cells.get(column)), done) else {
            return Vec::new();
        };
        let lines = self.piece(span, cell, area, done);
        self.cell_marks(cell, lines, area)
    }

    /// What of a spanning cell's text stands in this page's part of it: as many lines as fit, the rest
    /// on the last one. A text that an earlier page holds whole is printed again where it fits.
    fn piece<'c>(
        &self,
        span: &Span,
        cell: &'c Cell,
        area: &Area,
        done: &mut usize,
    ) -> &'c [SetLine] {
        let height = self.row_edge(area.rows.end) - self.row_edge(area.rows.start);
        let fitting = usize::try_from(height.as_um() / self.table.leading.as_um()).unwrap_or(0);
        let count = cell.lines.len();
        if *done >= count {
            let again = if count <= fitting { 0 } else { count };
            return cell.lines.get(again..).unwrap_or_default();
        }
        let covered = span.row..span.row + span.rows;
        let is_last = self.next.is_none_or(|next| !covered.contains(&next));
        let end = if is_last {
            count
        } else {
            (*done + fitting).min(count)
        };
        let from = std::mem::replace(done, end);
        cell.lines.get(from..end).unwrap_or_default()
    }

    /// `lines` of `cell` in the middle of `area`.
    fn cell_marks(&self, cell: &Cell, lines: &[SetLine], area: &Area) -> Vec<Mark> {
        let top = self.row_edge(area.rows.start);
        let room = self.row_edge(area.rows.end) - top;
        let leading = self.table.leading;
        let first = top + (room - leading * lines.len() as i64) / 2;
        let lines = lines.iter().enumerate();
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
            Align::Right => {
                let room = (right - left - SIDE_PADDING * 2 - width).max(Length::ZERO);
                right - SIDE_PADDING - cell.inset.min(room) - width
            }
        }
    }

    /// Whether a row goes on with the one above it on this page.
    fn goes_on(&self, row: usize) -> bool {
        let above = row.checked_sub(1).and_then(|above| self.rows.get(above));
        let here = self.rows.get(row).filter(|row| row.goes_on);
        here.is_some_and(|here| above.is_some_and(|above| above.source == here.source))
    }

    fn horizontal_rules(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for row in 0..=self.rows.len() {
            let goes_on = self.goes_on(row);
            let open = |column: usize| {
                let here = self.span_at(row, column);
                let inside = row > 0 && here.is_some() && here == self.span_at(row - 1, column);
                !(goes_on || inside)
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
