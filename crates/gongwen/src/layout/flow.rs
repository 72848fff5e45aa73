//! Rows of text and tables flowing over pages.

use super::grid::Grid;
use super::page::{Mark, Page, baseline_in};
use super::table::TableRows;
use crate::length::Length;
use crate::text::SetLine;

/// A line of text on the grid; its pieces share a baseline.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    /// Pieces of text with their distance from the left of the text area.
    pub pieces: Vec<(Length, SetLine)>,
    /// Stays on one page with the row after it.
    pub keep: bool,
    /// Grid lines it takes beyond one.
    pub extra_lines: i64,
    /// Stands on its head.
    pub turned: bool,
}

impl Row {
    pub(crate) fn blank() -> Self {
        Self::default()
    }

    pub(crate) fn of(x: Length, line: SetLine) -> Self {
        Self {
            pieces: vec![(x, line)],
            ..Self::default()
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The row's marks, its upper edge at `top` of the text area, on a page of `grid`.
    pub(crate) fn marks(&self, grid: &Grid, top: Length, height: Length) -> Vec<Mark> {
        let pieces = self.pieces.iter();
        pieces
            .map(|(x, line)| {
                let size = line.glyphs.first().map_or(Length::ZERO, |g| g.style.size);
                let baseline = baseline_in(height, size);
                let (x, baseline) = if self.turned {
                    (*x + line.width, height - baseline)
                } else {
                    (*x, baseline)
                };
                Mark::Text {
                    x: grid.left + x,
                    y: grid.top + top + baseline,
                    line: line.clone(),
                    turned: self.turned,
                }
            })
            .collect()
    }
}

/// What flows.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    Row(Row),
    Table(Box<TableRows>),
    PageBreak,
}

/// Keeps the last `count` rows of text of `items` together with what follows them.
pub(crate) fn keep_last(items: &mut [Item], count: usize) {
    let rows = items.iter_mut().rev().map_while(|item| match item {
        Item::Row(row) => Some(row),
        _ => None,
    });
    rows.take(count).for_each(|row| row.keep = true);
}

/// Fills pages from top to bottom.
pub(crate) struct Pager {
    pub grid: Grid,
    pub pages: Vec<Page>,
    /// Lower edge of what stands on the last page, from the top of the text area.
    pub y: Length,
    /// The page in hand was asked for, so blank lines at its top are meant.
    asked: bool,
}

impl Pager {
    /// Starts on a first page, below `y`.
    pub(crate) fn new(grid: Grid, first: Page, y: Length) -> Self {
        Self {
            grid,
            pages: vec![first],
            y,
            asked: true,
        }
    }

    /// Puts `items` on the pages, starting new ones as needed.
    pub(crate) fn flow(&mut self, items: &[Item]) {
        let mut rest = items;
        while !rest.is_empty() {
            let (group, after) = rest.split_at(group_len(rest));
            self.make_room_for(group);
            group.iter().for_each(|item| self.place(item));
            rest = after;
        }
    }

    fn place(&mut self, item: &Item) {
        match item {
            Item::Row(row) => self.place_row(row),
            Item::Table(table) => table.place(self),
            Item::PageBreak => {
                self.new_page();
                self.asked = true;
            }
        }
    }

    pub(crate) fn new_page(&mut self) {
        self.pages.push(Page::new(&self.grid));
        self.y = Length::ZERO;
        self.asked = false;
    }

    pub(crate) fn is_at_top(&self) -> bool {
        self.y == Length::ZERO
    }

    /// Adds marks to the page in hand.
    pub(crate) fn print(&mut self, marks: impl IntoIterator<Item = Mark>) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.extend(marks);
        }
    }

    fn place_row(&mut self, row: &Row) {
        if row.is_blank() && self.is_at_top() && !self.asked {
            return;
        }
        let mut line = self.grid.line_at_or_below(self.y);
        let taken = 1 + row.extra_lines;
        if line + taken > self.grid.lines && !self.is_at_top() {
            self.new_page();
            if row.is_blank() {
                return;
            }
            line = 0;
        }
        let top = self.grid.line_top(line);
        let bottom = self.grid.line_top(line + taken);
        self.print(row.marks(&self.grid, top, bottom - top));
        self.y = bottom;
    }

    /// Starts a new page if `group` would not fit on this one but does on an empty one.
    fn make_room_for(&mut self, group: &[Item]) {
        if self.is_at_top() {
            return;
        }
        let mut needed = Length::ZERO;
        for item in group {
            needed += match item {
                Item::Row(row) => self.grid.line_top(1 + row.extra_lines),
                Item::Table(table) => table.least_height(),
                Item::PageBreak => Length::ZERO,
            };
        }
        let start = self.grid.line_top(self.grid.line_at_or_below(self.y));
        let tolerance = Length::um(100);
        let fits_here = start + needed <= self.grid.foot() + tolerance;
        if !fits_here && needed <= self.grid.foot() + tolerance {
            self.new_page();
        }
    }
}

/// How many items at the start of `items` stay together.
fn group_len(items: &[Item]) -> usize {
    let kept = |item: &&Item| matches!(item, Item::Row(row) if row.keep);
    let chain = items.iter().take_while(kept).count();
    (chain + 1).min(items.len())
}
