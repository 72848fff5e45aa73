//! Rows that spans tie together, and rows or ties too tall for a page.

use std::ops::Range;

use super::rows::spans_rows;
use super::{Cell, TableRow, TableRows, VERTICAL_PADDING};
use crate::length::Length;
use crate::model::Span;

/// Ties the rows of each span so that they break between pages as one, and makes room for the
/// spanning cells; what no page holds is taken apart into lines.
pub(super) fn bind(set: &mut TableRows, page: Length) {
    let room = page - set.caption_height() - set.header_height();
    let rows = std::mem::take(&mut set.rows);
    let mut start = 0;
    while start < rows.len() {
        let band = start..band_end(set, start);
        start = band.end;
        let own = rows.get(band.clone()).unwrap_or_default();
        // Tried on a copy: what has to be taken apart begins from the rows as they were.
        let mut whole = own.to_vec();
        stretch(set, &mut whole, &band);
        if whole.iter().map(|row| row.height).sum::<Length>() <= room {
            tie(&mut whole);
            set.rows.extend(whole);
        } else {
            let parts = loosened(set, own, &band, room);
            set.rows.extend(parts);
        }
    }
}

/// Ties the sums in the last row to the row above, so that they do not stand alone under a repeated
/// header, where a page holds both.
pub(super) fn bind_totals(set: &mut TableRows, page: Length) {
    let room = page - set.caption_height() - set.header_height();
    let Some(source) = set.rows.last().map(|row| row.source) else {
        return;
    };
    let total = set.rows.iter().position(|row| row.source == source);
    let total = total.unwrap_or_default();
    let mut before = set.rows.iter().take(total);
    let above = before.rposition(|row| !row.tied).unwrap_or_default();
    let both = set.rows.iter().skip(above).map(|row| row.height);
    let fit = both.sum::<Length>() <= room;
    if let Some(row) = set.rows.get_mut(total).filter(|_| fit && above < total) {
        row.tied = true;
    }
}

/// The row after the last one that spans tie to row `start`.
fn band_end(set: &TableRows, start: usize) -> usize {
    let mut end = start + 1;
    // A span that begins in a row found meanwhile may reach further still.
    loop {
        let within = set.spans.iter().filter(|s| (start..end).contains(&s.row));
        let further = within.map(|s| s.row + s.rows).max().unwrap_or(end);
        if further <= end {
            return end;
        }
        end = further;
    }
}

/// Spans over several rows that begin in `band`.
fn spans_in<'s>(set: &'s TableRows, band: &'s Range<usize>) -> impl Iterator<Item = &'s Span> {
    let spans = set.spans.iter();
    spans.filter(|span| span.rows > 1 && band.contains(&span.row))
}

fn tie(rows: &mut [TableRow]) {
    rows.iter_mut().skip(1).for_each(|row| row.tied = true);
}

/// Height that the cell of a span over several rows wants.
fn wanted(set: &TableRows, rows: &[TableRow], at: usize, column: usize) -> Length {
    let cell = rows.get(at).and_then(|row| row.cells.get(column));
    set.leading * cell.map_or(0, |c| c.lines.len()) as i64 + VERTICAL_PADDING * 2
}

/// Makes the last row of each span in `band` tall enough for the spanning cell's text.
fn stretch(set: &TableRows, rows: &mut [TableRow], band: &Range<usize>) {
    for span in spans_in(set, band) {
        let at = span.row - band.start;
        let needed = wanted(set, rows, at, span.column);
        let covered = rows.get_mut(at..at + span.rows).unwrap_or_default();
        let missing = needed - covered.iter().map(|r| r.height).sum();
        if let Some(last) = covered.last_mut().filter(|_| missing > Length::ZERO) {
            last.height += missing;
        }
    }
}

/// The rows of a band that no page holds: it may break between any two, tall rows break between
/// lines, and the last row of a span goes on by empty lines until the spanning text has room.
fn loosened(
    set: &TableRows,
    rows: &[TableRow],
    band: &Range<usize>,
    room: Length,
) -> Vec<TableRow> {
    let split = |row: &TableRow| {
        if row.height > room {
            lines(set, row)
        } else {
            vec![row.clone()]
        }
    };
    let mut parts: Vec<Vec<TableRow>> = rows.iter().map(split).collect();
    for span in spans_in(set, band) {
        let at = span.row - band.start;
        let needed = wanted(set, rows, at, span.column);
        let covered = parts.get_mut(at..at + span.rows).unwrap_or_default();
        let heights = covered.iter().flatten().map(|r| r.height);
        let missing = needed - heights.sum();
        if missing > Length::ZERO {
            // Up to a line is lost at the foot of each page that the text runs over.
            let pages = needed.as_um() / room.as_um().max(1) + 2;
            let count = missing.as_um().div_euclid(set.leading.as_um()) + 1 + pages;
            let empty = line(set.columns.len(), set.leading, span.row + span.rows - 1);
            if let Some(last) = covered.last_mut() {
                last.extend((0..count).map(|_| empty.clone()));
            }
        }
    }
    parts.into_iter().flatten().collect()
}

/// A line that goes on with row `source`, its cells empty.
fn line(columns: usize, height: Length, source: usize) -> TableRow {
    TableRow {
        cells: vec![Cell::default(); columns],
        height,
        source,
        tied: false,
        goes_on: true,
    }
}

/// A row taken apart into its lines, between which it may break; two stay together at each end. The
/// texts of spans that begin in it stay whole, in its first part.
fn lines(set: &TableRows, row: &TableRow) -> Vec<TableRow> {
    let spans = |column: usize| spans_rows(&set.spans, row.source, column);
    let edge = |column: usize, cell: &Cell| {
        let whole = spans(column).then(|| cell.clone());
        whole.unwrap_or_default()
    };
    let cells = || row.cells.iter().enumerate();
    let own = cells().filter(|(column, _)| !spans(*column));
    let count = own.map(|(_, cell)| cell.lines.len()).max().unwrap_or(0);
    let mut parts = vec![TableRow {
        cells: cells().map(|(column, cell)| edge(column, cell)).collect(),
        goes_on: false,
        ..line(0, VERTICAL_PADDING, row.source)
    }];
    parts.extend((0..count).map(|index| {
        let cell = |cell: &Cell| Cell {
            lines: cell.lines.get(index).cloned().into_iter().collect(),
            ..cell.bare()
        };
        TableRow {
            cells: row.cells.iter().map(cell).collect(),
            tied: index < 2 || index + 1 == count,
            ..line(0, set.leading, row.source)
        }
    }));
    parts.push(TableRow {
        tied: true,
        ..line(row.cells.len(), VERTICAL_PADDING, row.source)
    });
    parts
}
