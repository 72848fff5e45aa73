//! One [`SheetSpec`] onto one worksheet.

use std::borrow::Cow;

use rust_xlsxwriter::{ConditionalFormatFormula, Url, Worksheet};

use super::style::excel_day;
use super::{CellData, Highlight, SheetSpec, Styles, WriteColumn, layout, set_up_print_of};
use crate::{ExcelError, text};

/// Where a table lies on its sheet, 0-based.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetPlace {
    /// Last row of the header; the filter sits there.
    pub header: u32,
    /// First row of the data.
    pub first: u32,
    /// Last row of the data, `first` when there is none.
    pub last: u32,
}

pub fn write(
    worksheet: &mut Worksheet,
    styles: &Styles,
    spec: &SheetSpec,
) -> Result<SheetPlace, ExcelError> {
    let (place, room) = begin(worksheet, styles, spec)?;
    for (row, cells) in (place.first..).zip(&spec.rows) {
        write_row(worksheet, styles, (spec, &room), row, cells)?;
    }
    Ok(place)
}

/// The same, giving up each row once it is written: a large table is not kept twice.
pub fn write_whole(
    worksheet: &mut Worksheet,
    styles: &Styles,
    mut spec: SheetSpec,
) -> Result<SheetPlace, ExcelError> {
    let (place, room) = begin(worksheet, styles, &spec)?;
    for (row, cells) in (place.first..).zip(std::mem::take(&mut spec.rows)) {
        write_row(worksheet, styles, (&spec, &room), row, &cells)?;
    }
    Ok(place)
}

/// Everything but the rows, with the room that each column has for the lines of a cell.
fn begin(
    worksheet: &mut Worksheet,
    styles: &Styles,
    spec: &SheetSpec,
) -> Result<(SheetPlace, Vec<usize>), ExcelError> {
    let top = write_titles(worksheet, styles, spec)?;
    let place = place(spec, top)?;
    let widths = layout::widths(spec);
    let room: Vec<usize> = std::iter::zip(&spec.columns, &widths)
        // A hidden column's long text, which nobody sees, shall not make its row high.
        .map(|(column, width)| if column.hidden { usize::MAX } else { *width })
        .collect();
    set_columns(worksheet, &spec.columns, &widths)?;
    write_header(worksheet, styles, &spec.columns, top, place.header)?;
    add_highlights(worksheet, spec, place)?;
    finish(worksheet, spec, place, &widths)?;
    Ok((place, room))
}

fn place(spec: &SheetSpec, top: u32) -> Result<SheetPlace, ExcelError> {
    let rows = u32::try_from(spec.rows.len()).map_err(|_| ExcelError::TooMuchContent)?;
    let header = top + u32::from(spec.columns.iter().any(|column| column.group.is_some()));
    let first = header + 1;
    Ok(SheetPlace {
        header,
        first,
        last: first + rows.saturating_sub(1),
    })
}

/// Writes title and note, returning the row below them.
fn write_titles(
    worksheet: &mut Worksheet,
    styles: &Styles,
    spec: &SheetSpec,
) -> Result<u32, ExcelError> {
    let mut row = 0;
    for (line, format, height) in [
        (&spec.title, &styles.title, 30.0),
        (&spec.note, &styles.note, 18.0),
    ] {
        if let Some(line) = line {
            worksheet.write_string_with_format(row, 0, line, format)?;
            worksheet.set_row_height(row, height)?;
            row += 1;
        }
    }
    Ok(row)
}

fn set_columns(
    worksheet: &mut Worksheet,
    columns: &[WriteColumn],
    widths: &[usize],
) -> Result<(), ExcelError> {
    worksheet.set_default_row_height(21);
    for (at, (column, width)) in (0_u16..).zip(columns.iter().zip(widths)) {
        worksheet.set_column_width(at, u32::try_from(*width).unwrap_or(u32::MAX))?;
        if column.hidden {
            worksheet.set_column_hidden(at)?;
        }
    }
    Ok(())
}

fn write_header(
    worksheet: &mut Worksheet,
    styles: &Styles,
    columns: &[WriteColumn],
    top: u32,
    bottom: u32,
) -> Result<(), ExcelError> {
    worksheet.set_row_height(bottom, 24)?;
    let mut at = 0;
    for run in columns.chunk_by(|left, right| left.group.is_some() && left.group == right.group) {
        match &run[0].group {
            Some(group) => write_group(worksheet, styles, group, run, (top, at))?,
            None => span(worksheet, styles, (top, at), (bottom, at), &run[0].title)?,
        }
        at += u16::try_from(run.len()).unwrap_or(u16::MAX);
    }
    Ok(())
}

/// A common heading over its columns' own.
fn write_group(
    worksheet: &mut Worksheet,
    styles: &Styles,
    group: &str,
    run: &[WriteColumn],
    (top, left): (u32, u16),
) -> Result<(), ExcelError> {
    let right = left + u16::try_from(run.len() - 1).unwrap_or_default();
    span(worksheet, styles, (top, left), (top, right), group)?;
    for (at, column) in (left..).zip(run) {
        worksheet.write_string_with_format(top + 1, at, &column.title, &styles.header)?;
    }
    Ok(())
}

/// Writes a heading over a region, merged when it has more than one cell.
fn span(
    worksheet: &mut Worksheet,
    styles: &Styles,
    (top, left): (u32, u16),
    (bottom, right): (u32, u16),
    title: &str,
) -> Result<(), ExcelError> {
    if (top, left) == (bottom, right) {
        worksheet.write_string_with_format(top, left, title, &styles.header)?;
    } else {
        worksheet.merge_range(top, left, bottom, right, title, &styles.header)?;
    }
    Ok(())
}

fn write_row(
    worksheet: &mut Worksheet,
    styles: &Styles,
    (spec, widths): (&SheetSpec, &[usize]),
    row: u32,
    cells: &[CellData],
) -> Result<(), ExcelError> {
    for (at, column) in (0_u16..).zip(&spec.columns) {
        let cell = cells.get(usize::from(at)).unwrap_or(&CellData::Empty);
        write_cell(worksheet, styles, column, (row, at), cell)?;
    }
    if let Some(height) = layout::height(cells, widths) {
        worksheet.set_row_height(row, height)?;
    }
    Ok(())
}

fn write_cell(
    worksheet: &mut Worksheet,
    styles: &Styles,
    column: &WriteColumn,
    (row, at): (u32, u16),
    cell: &CellData,
) -> Result<(), ExcelError> {
    let format = styles.cell(column.kind, "");
    match cell {
        // An empty cell is written for its frame.
        CellData::Empty => worksheet.write_blank(row, at, format)?,
        CellData::Text(text) => {
            let format = styles.cell(column.kind, text);
            worksheet.write_string_with_format(row, at, fitting(text), format)?
        }
        CellData::Integer(number) => {
            worksheet.write_number_with_format(row, at, *number as f64, format)?
        }
        CellData::Thousandths(number) => {
            worksheet.write_number_with_format(row, at, *number as f64 / 1_000.0, format)?
        }
        CellData::Share { whole: 0, .. } => {
            worksheet.write_string_with_format(row, at, "—", format)?
        }
        CellData::Share { part, whole } => {
            worksheet.write_number_with_format(row, at, *part as f64 / *whole as f64, format)?
        }
        CellData::Date(date) => match excel_day(*date) {
            Some(day) => worksheet.write_datetime_with_format(row, at, &day, format)?,
            // Excel knows no day before 1900.
            None => worksheet.write_string_with_format(row, at, date.to_string(), format)?,
        },
        CellData::Link { text, target } => {
            let url = Url::new(target).set_text(text);
            worksheet.write_url_with_format(row, at, url, &styles.link)?
        }
    };
    Ok(())
}

/// What a cell can hold of a text: a longer one is cut and ends with ….
fn fitting(text: &str) -> Cow<'_, str> {
    const MOST_UNITS: usize = 32_767;
    // No character has more units of UTF-16 than bytes.
    if text.len() <= MOST_UNITS {
        return Cow::Borrowed(text);
    }
    let head = text::utf16_head(text, MOST_UNITS);
    match head.len() == text.len() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(format!("{}…", text::utf16_head(text, MOST_UNITS - 1))),
    }
}

fn add_highlights(
    worksheet: &mut Worksheet,
    spec: &SheetSpec,
    place: SheetPlace,
) -> Result<(), ExcelError> {
    for highlight in spec.highlights.iter().filter(|_| !spec.rows.is_empty()) {
        let rule = ConditionalFormatFormula::new()
            .set_rule(rule(highlight, place.first).as_str())
            .set_format(highlight.tone.highlight())
            .set_stop_if_true(true);
        let last = highlight.until.unwrap_or(highlight.column);
        let (left, right) = (column_number(highlight.column)?, column_number(last)?);
        let (left, right) = (left.min(right), left.max(right));
        worksheet.add_conditional_format(place.first, left, place.last, right, &rule)?;
    }
    Ok(())
}

/// `ISNUMBER(SEARCH("逾期",$F5))`, understood by Excel, WPS and LibreOffice alike.
fn rule(highlight: &Highlight, first: u32) -> String {
    let column = text::column_letters(u32::try_from(highlight.column).unwrap_or_default());
    let quoted = highlight.contains.replace('"', "\"\"");
    // Told for the first row: Excel moves it down the others, with only the column held.
    format!("=ISNUMBER(SEARCH(\"{quoted}\",${column}{}))", first + 1)
}

fn column_number(index: usize) -> Result<u16, ExcelError> {
    u16::try_from(index).map_err(|_| ExcelError::TooMuchContent)
}

/// Digits across of what is shown.
fn shown_width(spec: &SheetSpec, widths: &[usize]) -> usize {
    let columns = spec.columns.iter().zip(widths);
    let shown = columns.filter(|(column, _)| !column.hidden);
    shown.map(|(_, width)| *width).sum()
}

fn finish(
    worksheet: &mut Worksheet,
    spec: &SheetSpec,
    place: SheetPlace,
    widths: &[usize],
) -> Result<(), ExcelError> {
    let right = column_number(spec.columns.len().saturating_sub(1))?;
    worksheet.set_freeze_panes(place.first, spec.frozen_columns)?;
    if !spec.unfiltered {
        worksheet.autofilter(place.header, 0, place.last, right)?;
    }
    let top = place.header - u32::from(spec.columns.iter().any(|column| column.group.is_some()));
    worksheet.set_repeat_rows(top, place.header)?;
    set_up_print_of(worksheet, shown_width(spec, widths));
    if let Some(tone) = spec.tab {
        worksheet.set_tab_color(tone.strong());
    }
    Ok(())
}
