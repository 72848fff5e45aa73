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
    /// What does not count as text of the body: title, headings, and what follows the body.
    pub aside: bool,
}

impl Row {
    pub(crate) fn blank() -> Self {
        Self::default()
    }

    /// A line of text of which only that it is one matters.
    pub(crate) fn text() -> Self {
        Self::of(Length::ZERO, SetLine::default())
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

    /// Whether it holds text of the body.
    pub(crate) fn is_text(&self) -> bool {
        !self.is_blank() && !self.aside
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

impl Item {
    /// Whether it is text of the body.
    pub(crate) fn is_text(&self) -> bool {
        match self {
            Self::Row(row) => row.is_text(),
            Self::Table(_) => true,
            Self::PageBreak => false,
        }
    }
}

/// Appends `added`, whose rows stay together and with the last `lines` rows of text before them; what
/// follows a table takes the table's last row along.
pub(crate) fn append_kept(items: &mut Vec<Item>, mut added: Vec<Item>, lines: usize) {
    if let Some(Item::Table(table)) = items.last_mut() {
        table.lines_after = added.iter().map(lines_of).sum();
    } else {
        keep_last(items, lines);
    }
    let last = added.len().saturating_sub(1);
    for item in added.iter_mut().take(last) {
        if let Item::Row(row) = item {
            row.keep = true;
        }
    }
    items.append(&mut added);
}

/// Keeps the last `count` rows of text of `items`, and the blank ones under them, together with what
/// follows.
pub(super) fn keep_last(items: &mut [Item], count: usize) {
    let mut left = count;
    for item in items.iter_mut().rev() {
        let Item::Row(row) = item else { return };
        if left == 0 {
            return;
        }
        row.keep = true;
        left -= usize::from(!row.is_blank());
    }
}

fn lines_of(item: &Item) -> i64 {
    match item {
        Item::Row(row) => 1 + row.extra_lines,
        _ => 0,
    }
}

/// Height that `items` take from the top of a line on, tables with their first rows only.
pub(crate) fn height(grid: &Grid, items: &[Item]) -> Length {
    let tables = items.iter().filter_map(|item| match item {
        Item::Table(table) => Some(table.least_height()),
        _ => None,
    });
    grid.line_top(items.iter().map(lines_of).sum()) + tables.sum()
}

/// What a height may be over by, for rounding.
pub(crate) const TOLERANCE: Length = Length::um(100);

/// Fills pages from top to bottom.
pub(crate) struct Pager {
    pub grid: Grid,
    pub pages: Vec<Page>,
    /// Lower edge of what stands on the last page, from the top of the text area.
    pub y: Length,
    /// The last page with text of the body, counted from 1.
    pub text_page: usize,
    /// The page in hand was asked for, so blank lines at its top are meant.
    asked: bool,
    /// Nothing but a head stands on the first page yet: what comes next goes under it.
    under_head: bool,
}

impl Pager {
    /// Starts on a first page, below `y`.
    pub(crate) fn new(grid: Grid, first: Page, y: Length) -> Self {
        Self {
            grid,
            pages: vec![first],
            y,
            text_page: 0,
            asked: true,
            under_head: y > Length::ZERO,
        }
    }

    /// Puts `items` on the pages, starting new ones as needed.
    pub(crate) fn flow(&mut self, items: &[Item]) {
        let mut rest = items;
        while !rest.is_empty() {
            let (group, after) = rest.split_at(group_len(rest));
            // Under a head alone a new page is no way out: the head would stand there by itself.
            if !std::mem::take(&mut self.under_head) {
                self.make_room_for(group);
            }
            group.iter().for_each(|item| self.place(item));
            rest = after;
        }
    }

    fn place(&mut self, item: &Item) {
        match item {
            Item::Row(row) => self.place_row(row),
            Item::Table(table) => {
                table.place(self);
                self.text_page = self.pages.len();
            }
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

    /// Puts the pages of `other` after these.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.y = other.y;
        self.text_page = self.pages.len() + other.text_page;
        self.pages.append(&mut other.pages);
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
        // A blank line that falls to the top of a page parts nothing there.
        if row.is_blank() && self.is_at_top() && !self.asked {
            return;
        }
        let mut line = self.grid.line_at_or_below(self.y);
        let taken = 1 + row.extra_lines;
        // At the top it is put all the same, or no page would ever take it.
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
        if row.is_text() {
            self.text_page = self.pages.len();
        }
        self.y = bottom;
    }

    /// Starts a new page if `group` would not fit on this one but does on an empty one.
    fn make_room_for(&mut self, group: &[Item]) {
        if self.is_at_top() {
            return;
        }
        let needed = height(&self.grid, group);
        let start = self.grid.line_top(self.grid.line_at_or_below(self.y));
        let foot = self.grid.foot() + TOLERANCE;
        if start + needed > foot && needed <= foot {
            self.new_page();
        }
    }
}

/// How many items at the start of `items` stay together.
pub(crate) fn group_len(items: &[Item]) -> usize {
    let kept = |item: &&Item| matches!(item, Item::Row(row) if row.keep);
    let chain = items.iter().take_while(kept).count();
    (chain + 1).min(items.len())
}
