//! The rows of one sheet, with the cells at fault on another ground and a column that explains them.

use std::collections::VecDeque;
use std::iter::Peekable;

use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};

use super::super::{ERROR_HEADING, ERROR_WIDTH, FaultIndex};
use super::styles::Styles;
use crate::sheet::Sheet;
use crate::write::{lines_of, row_height};
use crate::xml::{Pieces, attribute, retagged};
use crate::{ExcelError, text};

/// What is done to a cell.
enum Change {
    /// It is at fault.
    Colour,
    /// It says this; the heading looks like the one before it.
    Say { words: String, is_heading: bool },
    /// An earlier explanation goes.
    Drop,
}

type Changes = VecDeque<(u32, Change)>;

/// What is to be marked on a sheet.
pub(super) struct Marking<'a> {
    faults: &'a FaultIndex<'a>,
    /// Row of the added column's heading, from 1.
    heading: u32,
    /// The added column, 0-based: the one that an earlier marking added, or the first that is free.
    column: u32,
    /// Whether an earlier marking is written over.
    again: bool,
}

impl<'a> Marking<'a> {
    pub fn of(sheet: &Sheet, header: Option<(u32, u32)>, faults: &'a FaultIndex<'a>) -> Self {
        let bottom = header.map_or(0, |(_, bottom)| bottom);
        let heading = sheet.row(bottom);
        let before = heading.and_then(|row| {
            let mut cells = row.cells.iter();
            cells.find(|(_, value)| value.display() == ERROR_HEADING)
        });
        // A merged region may reach beyond the last cell that holds something, and would swallow a
        // column written within it.
        let merged = sheet.merges.iter().map(|merge| merge.right + 1).max();
        let free = sheet.width().max(merged.unwrap_or(0));
        Self {
            faults,
            heading: bottom + 1,
            column: before.map_or(free, |(column, _)| *column),
            again: before.is_some(),
        }
    }

    /// The sheet's XML with everything marked.
    pub fn mark(&self, source: &str, styles: &mut Styles) -> Result<String, ExcelError> {
        let mut pieces = Pieces::of(source);
        let mut marked = String::with_capacity(source.len() + source.len() / 8);
        let (mut row, mut has_widths) = (0, false);
        while let Some((event, piece)) = pieces.next()? {
            match event {
                // What a sheet says of its own size is wrong now, and need not be said.
                Event::Empty(start) if is(&start, "dimension") => {}
                Event::Start(start) if is(&start, "cols") => {
                    has_widths = true;
                    marked.push_str(&self.widths(pieces.pass()?)?);
                }
                Event::Start(start) if is(&start, "sheetData") => {
                    // Widths have to stand before the rows.
                    if !has_widths {
                        marked.push_str(&self.widths("")?);
                    }
                    marked.push_str(piece);
                }
                Event::Start(start) if is(&start, "row") => {
                    // A row may leave out its number: it is the one after the last.
                    row = number(&start, "r")?.unwrap_or(row + 1);
                    self.row(&start, row, &mut pieces, &mut marked, styles)?;
                }
                Event::Empty(start) if is(&start, "row") => {
                    row = number(&start, "r")?.unwrap_or(row + 1);
                    marked.push_str(piece);
                }
                _ => marked.push_str(piece),
            }
        }
        Ok(marked)
    }

    /// Widths of columns, the added one's among them.
    fn widths(&self, kept: &str) -> Result<String, ExcelError> {
        let own = self.column + 1;
        let mut widths = String::from("<cols>");
        let mut told = false;
        let mut tell = |widths: &mut String| {
            if !std::mem::replace(&mut told, true) {
                let width = format!(
                    r#"<col min="{own}" max="{own}" width="{ERROR_WIDTH}" customWidth="1"/>"#
                );
                widths.push_str(&width);
            }
        };
        let mut pieces = Pieces::of(kept.trim_end_matches("</cols>"));
        while let Some((event, piece)) = pieces.next()? {
            let (Event::Empty(start) | Event::Start(start)) = event else {
                continue;
            };
            let (from, to) = (
                number(&start, "min")?.unwrap_or(1),
                number(&start, "max")?.unwrap_or(1),
            );
            if to < own {
                widths.push_str(piece);
                continue;
            }
            // Columns may be told once: the range around the added one is parted.
            for (first, last) in [(from, to.min(own - 1)), (from.max(own + 1), to)] {
                if first > own {
                    tell(&mut widths);
                }
                if first <= last {
                    let set = [
                        ("min", Some(first.to_string())),
                        ("max", Some(last.to_string())),
                    ];
                    widths.push_str(&retagged(&start, &set, true)?);
                }
            }
        }
        tell(&mut widths);
        widths.push_str("</cols>");
        Ok(widths)
    }

    fn changes(&self, row: u32) -> Changes {
        let faults = self.faults.columns(row);
        let mut changes: Changes = faults
            .filter(|column| *column != self.column)
            .map(|column| (column, Change::Colour))
            .collect();
        let said = match self.faults.explain(row) {
            Some(words) => Some((words, false)),
            None => (row == self.heading).then(|| (ERROR_HEADING.to_owned(), true)),
        };
        match said {
            Some((words, is_heading)) => {
                changes.push_back((self.column, Change::Say { words, is_heading }))
            }
            None if self.again && row > self.heading => {
                changes.push_back((self.column, Change::Drop))
            }
            None => {}
        }
        // By column, since the cells of a row have to stand in order.
        changes.make_contiguous().sort_by_key(|(column, _)| *column);
        changes
    }

    fn row(
        &self,
        start: &BytesStart<'_>,
        row: u32,
        pieces: &mut Pieces<'_>,
        marked: &mut String,
        styles: &mut Styles,
    ) -> Result<(), ExcelError> {
        let mut cells = Cells {
            row,
            changes: self.changes(row).into_iter().peekable(),
            last_style: 0,
            marked,
            styles,
        };
        cells.marked.push_str(&self.row_tag(start, row)?);
        // A cell may leave out its address: it stands right of the last.
        let mut next = 0;
        while let Some((event, piece)) = pieces.next()? {
            match event {
                Event::Start(cell) if is(&cell, "c") => {
                    let inner = Some(pieces.pass()?);
                    next = cells.cell(&cell, inner, next, self.again)? + 1;
                }
                Event::Empty(cell) if is(&cell, "c") => {
                    next = cells.cell(&cell, None, next, self.again)? + 1;
                }
                Event::End(end) if end.name().as_ref() == "row" => {
                    cells.add_until(u32::MAX)?;
                    cells.marked.push_str(piece);
                    return Ok(());
                }
                _ => cells.marked.push_str(piece),
            }
        }
        Err(ExcelError::damaged("a row does not end"))
    }

    /// Room for several lines of an explanation; the columns that a row says it spans are not true any more.
    fn row_tag(&self, start: &BytesStart<'_>, row: u32) -> Result<String, ExcelError> {
        let mut set = vec![("spans", None)];
        let lines = self
            .faults
            .explain(row)
            .map(|words| lines_of(&words, ERROR_WIDTH));
        let wanted = lines.filter(|lines| *lines > 1).map(row_height);
        let kept = attribute(start, "ht")?.and_then(|height| height.parse::<f64>().ok());
        if let Some(wanted) = wanted.filter(|wanted| kept.is_none_or(|kept| kept < *wanted)) {
            set.push(("ht", Some(wanted.to_string())));
            set.push(("customHeight", Some("1".to_owned())));
        }
        retagged(start, &set, false)
    }
}

/// The cells of one row, as they are written.
struct Cells<'m> {
    row: u32,
    changes: Peekable<std::collections::vec_deque::IntoIter<(u32, Change)>>,
    last_style: usize,
    marked: &'m mut String,
    styles: &'m mut Styles,
}

impl Cells<'_> {
    /// Writes a cell of the sheet, changed where it shall be, and answers its column.
    fn cell(
        &mut self,
        start: &BytesStart<'_>,
        inner: Option<&str>,
        next: u32,
        again: bool,
    ) -> Result<u32, ExcelError> {
        let address = attribute(start, "r")?;
        let letters = address.map(|address| {
            address
                .trim_end_matches(|c: char| c.is_ascii_digit())
                .to_owned()
        });
        let column = match letters {
            Some(letters) => {
                text::column_index(&letters).ok_or_else(|| ExcelError::damaged("no address"))?
            }
            None => next,
        };
        self.add_until(column)?;
        let style = number(start, "s")?.unwrap_or(0) as usize;
        let style = match self
            .changes
            .next_if(|(at, _)| *at == column)
            .map(|(_, change)| change)
        {
            Some(Change::Colour) => Some(self.styles.coloured(style)?),
            Some(Change::Drop) => return Ok(column),
            Some(Change::Say { words, is_heading }) => {
                self.say(column, &words, is_heading);
                return Ok(column);
            }
            // An earlier marking coloured it, and it is right by now.
            None if again => self.styles.cleared(style)?,
            None => None,
        };
        self.last_style = number(start, "s")?.unwrap_or(0) as usize;
        let set: Vec<(&str, Option<String>)> = style
            .map(|style| ("s", Some(style.to_string())))
            .into_iter()
            .collect();
        self.marked
            .push_str(&retagged(start, &set, inner.is_none())?);
        self.marked.push_str(inner.unwrap_or_default());
        Ok(column)
    }

    /// Writes the changes to cells that the sheet does not have, up to a column.
    fn add_until(&mut self, column: u32) -> Result<(), ExcelError> {
        while let Some((at, change)) = self.changes.next_if(|(at, _)| *at < column) {
            match change {
                Change::Say { words, is_heading } => self.say(at, &words, is_heading),
                Change::Colour => {
                    let (letters, row) = (text::column_letters(at), self.row);
                    let style = self.styles.coloured(self.last_style)?;
                    self.marked
                        .push_str(&format!(r#"<c r="{letters}{row}" s="{style}"/>"#));
                }
                Change::Drop => {}
            }
        }
        Ok(())
    }

    fn say(&mut self, column: u32, words: &str, is_heading: bool) {
        let style = match is_heading {
            true => self.last_style,
            false => self.styles.explanation(),
        };
        let (letters, row) = (text::column_letters(column), self.row);
        // XML 1.0 allows no control characters, not even escaped.
        let words: String = words.chars().filter(|c| !text::is_invisible(*c)).collect();
        self.marked.push_str(&format!(
            r#"<c r="{letters}{row}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>"#,
            escape(words.as_str())
        ));
    }
}

fn is(start: &BytesStart<'_>, name: &str) -> bool {
    start.name().as_ref() == name
}

fn number(start: &BytesStart<'_>, name: &str) -> Result<Option<u32>, ExcelError> {
    let value = attribute(start, name)?.map(|value| value.parse());
    value.transpose().map_err(ExcelError::damaged)
}
