//! Tables: measured rows, and their placing on pages with the header repeated.

mod columns;
mod decimal;
mod draw;
mod rows;
mod tie;

pub(crate) use columns::{Wish, bearable, fit as fit_columns};
pub(crate) use decimal::whole_part;

use std::borrow::Cow;

use super::compositor::Compositor;
use super::flow::Pager;
use crate::error::Error;
use crate::length::Length;
use crate::model::{Align, Span, Table, TextSize};
use crate::text::{SetLine, Style};

/// A table set in lines, ready to be placed.
#[derive(Debug, Clone)]
pub(crate) struct TableRows {
    /// Its lines, centred.
    caption: Vec<SetLine>,
    /// Widths of the columns.
    columns: Vec<Length>,
    header: Option<TableRow>,
    rows: Vec<TableRow>,
    spans: Vec<Span>,
    repeats: bool,
    /// Empty rows at the end of `rows`, printed as far as the last page has room.
    spare: usize,
    /// Lines of the grid that must stand on one page with the last row.
    pub lines_after: i64,
    /// Distance between the baselines inside a cell.
    leading: Length,
}

#[derive(Debug, Clone)]
struct TableRow {
    cells: Vec<Cell>,
    height: Length,
    /// Index in the model's rows; the lines of a row taken apart share it.
    source: usize,
    /// No page begins with it: it stays with the row above.
    tied: bool,
    /// Goes on with the row above, without a rule between them.
    goes_on: bool,
}

#[derive(Debug, Clone, Default)]
struct Cell {
    lines: Vec<SetLine>,
    align: Align,
    /// Width of a right-aligned number from its decimal point on.
    after_point: Option<Length>,
    /// Blank at the right, so that points stand under each other.
    inset: Length,
}

impl Cell {
    /// The cell without its text.
    fn bare(&self) -> Self {
        Self {
            lines: Vec::new(),
            ..self.clone()
        }
    }
}

/// Blank between a cell's text and its vertical rules, and above and below the text.
const SIDE_PADDING: Length = Length::um(1200);
const VERTICAL_PADDING: Length = Length::um(800);

/// Height of a caption's one line, and what each further one adds.
const CAPTION_LINE: Length = Length::mm(10);
const CAPTION_LEADING: Length = Length::um(7500);

impl TextSize {
    pub(crate) const fn points(self) -> Length {
        match self {
            Self::Three => Length::pt(16),
            Self::Four => Length::pt(14),
            Self::SmallFour => Length::pt(12),
            Self::Five => Length::um(3704),
        }
    }
}

/// Sets `table` to the width of the text area.
pub(crate) fn set_table(
    compositor: &mut Compositor<'_, '_>,
    table: &Table,
) -> Result<TableRows, Error> {
    check_shape(table)?;
    let table = without_covered(table);
    let columns = columns::widths(compositor, &table)?;
    rows::set(compositor, &table, columns)
}

/// `table` with the cells empty that spans cover, since their text is not printed and takes no room.
pub(crate) fn without_covered(table: &Table) -> Cow<'_, Table> {
    let mut table = Cow::Borrowed(table);
    let spans = rows::sound_spans(&table);
    let begins = |row, column| spans.iter().any(|s| (s.row, s.column) == (row, column));
    for span in &spans {
        let (rows, columns) = (
            span.row..span.row + span.rows,
            span.column..span.column + span.columns,
        );
        let covered = table
            .to_mut()
            .rows
            .get_mut(rows.clone())
            .unwrap_or_default();
        for (row, cells) in rows.zip(covered) {
            let cells = cells.iter_mut().enumerate();
            cells
                .filter(|(column, _)| columns.contains(column) && !begins(row, *column))
                .for_each(|(_, text)| text.clear());
        }
    }
    table
}

/// # Errors
/// [`Error::TableShape`] for the first row with more cells than columns.
pub(crate) fn check_shape(table: &Table) -> Result<(), Error> {
    let columns = table.columns.len();
    let wrong = table.rows.iter().position(|row| row.len() > columns);
    match wrong.and_then(|at| Some((at, table.rows.get(at)?))) {
        Some((at, row)) => Err(Error::TableShape {
            row: at + 1,
            cells: row.len(),
            columns,
        }),
        None => Ok(()),
    }
}

impl TableRows {
    /// Height that must be free for the table to start on a page.
    pub(crate) fn least_height(&self) -> Length {
        let tied = self.rows.iter().skip(1).take_while(|row| row.tied);
        let first = self.rows.iter().take(1).chain(tied);
        self.caption_height() + self.header_height() + first.map(|row| row.height).sum()
    }

    fn caption_height(&self) -> Length {
        match self.caption.len() as i64 {
            0 => Length::ZERO,
            lines => CAPTION_LINE + CAPTION_LEADING * (lines - 1),
        }
    }

    fn header_height(&self) -> Length {
        self.header.as_ref().map_or(Length::ZERO, |row| row.height)
    }

    /// Puts the table below what stands on the pager's page.
    pub(crate) fn place(&self, pager: &mut Pager) {
        let filled = self.rows.len() - self.spare;
        let mut printed = vec![0; self.spans.len()];
        let mut next = 0;
        let mut first = true;
        while first || next < filled {
            let with_header = first || self.repeats;
            let end = self.page_end(pager, next, first, with_header);
            // Not a row fits here: the table goes on, or begins with its caption, on the next page.
            if end <= next && !pager.is_at_top() && next < filled {
                pager.new_page();
                continue;
            }
            // An empty page takes one row at least, however high, or this would not end.
            let end = end.max(next + 1).min(self.rows.len());
            let part = draw::Part {
                rows: next..end,
                caption: first,
                header: with_header,
            };
            draw::segment(self, pager, part, &mut printed);
            next = end;
            first = false;
        }
    }

    /// The row that the page in hand ends before, when it goes on with row `next`.
    fn page_end(&self, pager: &Pager, next: usize, caption: bool, header: bool) -> usize {
        let filled = self.rows.len() - self.spare;
        let foot = pager.grid.foot();
        let mut end = next + self.fitting(pager, next, caption, header, foot);
        if end >= filled {
            let above = foot - self.room_after(pager);
            let with_rest = next + self.fitting(pager, next, caption, header, above);
            end = with_rest.max(filled.saturating_sub(1));
        }
        while end > next && self.rows.get(end).is_some_and(|row| row.tied) {
            end -= 1;
        }
        end
    }

    /// What must stay free under the last row for the lines that stand with it.
    fn room_after(&self, pager: &Pager) -> Length {
        match self.lines_after {
            0 => Length::ZERO,
            // One more, since they begin at the next line of the grid and a table ends between two.
            lines => pager.grid.line_top(lines + 1),
        }
    }

    /// How many rows from `next` on fit on the page in hand above `foot`.
    fn fitting(
        &self,
        pager: &Pager,
        next: usize,
        caption: bool,
        header: bool,
        foot: Length,
    ) -> usize {
        let mut used = pager.y;
        if caption {
            used += self.caption_height();
        }
        if header {
            used += self.header_height();
        }
        let rows = self.rows.iter().skip(next);
        rows.take_while(|row| {
            used += row.height;
            used <= foot
        })
        .count()
    }
}

/// Style of a cell's text.
fn cell_style(table: &Table, emphasised: bool) -> Style {
    let role = if emphasised {
        crate::fonts::Role::Hei
    } else {
        crate::fonts::Role::Fang
    };
    Style::new(role, table.size.points())
}
