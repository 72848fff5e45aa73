//! Streams the cells of an .xlsx file. The declared dimension of a sheet is never asked for: WPS writes
//! wrong ones, and a hostile one costs gigabytes.

use std::io::Cursor;
use std::sync::mpsc::{Receiver, Sender, channel};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::precision::Precision;
use super::{Budget, Cells, Part, RowsBuilder, Sink, merges, text_value};
use crate::ExcelError;
use crate::sheet::{CellValue, Merge};
use ground::calendar::from_excel_serial;

/// Days between the epochs of the 1904 and the 1900 date system.
const EPOCH_1904: i64 = 1_462;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Merged regions of each sheet in turn.
type Merging = Receiver<Result<Vec<Merge>, ExcelError>>;

/// Reads every visible sheet; `merged` says whether any may have merged regions.
pub(super) fn read(
    bytes: &[u8],
    merged: bool,
    sink: Sink<'_, ExcelError>,
) -> Result<(), ExcelError> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(parser_error)?;
    let names = visible_sheets(&book);
    if names.is_empty() {
        return Err(ExcelError::NoSheet);
    }
    let mut budget = Budget::default();
    std::thread::scope(|scope| {
        let merging = merged.then(|| {
            // The parser tells merged regions by going through a sheet once more: meanwhile.
            let (sender, merging) = channel();
            let names = &names;
            scope.spawn(move || all_merges(bytes, names, &sender));
            merging
        });
        for name in &names {
            sink(Part::Begin(name.clone()))?;
            let unordered = read_rows(&mut book, name, &mut budget, sink)?;
            let merges = merging
                .as_ref()
                .map_or_else(|| Ok(Vec::new()), next_merges)?;
            sink(Part::End { merges, unordered })?;
        }
        Ok(())
    })
}

fn all_merges(bytes: &[u8], names: &[String], sender: &Sender<Result<Vec<Merge>, ExcelError>>) {
    let mut book: Book<'_> = match Xlsx::new(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(cause) => return drop(sender.send(Err(parser_error(cause)))),
    };
    for name in names {
        let regions = book.merge_cells_by_sheet_name(name).map_err(parser_error);
        let told = sender.send(regions.and_then(|regions| merges(&regions)));
        if told.is_err() {
            return;
        }
    }
}

fn next_merges(merging: &Merging) -> Result<Vec<Merge>, ExcelError> {
    let told = merging.recv();
    told.unwrap_or_else(|_| Err(ExcelError::damaged("the parser panicked")))
}

fn visible_sheets(book: &Book<'_>) -> Vec<String> {
    book.sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect()
}

fn parser_error(error: XlsxError) -> ExcelError {
    match error {
        XlsxError::Password => ExcelError::Password,
        other => ExcelError::damaged(other),
    }
}

/// Hands a sheet's rows on and tells whether they came out of order.
fn read_rows(
    book: &mut Book<'_>,
    name: &str,
    budget: &mut Budget,
    sink: Sink<'_, ExcelError>,
) -> Result<bool, ExcelError> {
    // Workbooks that began on an old Macintosh count days from 1904.
    let epoch = if book.has_1904_epoch() { EPOCH_1904 } else { 0 };
    // Not the parser's range: it makes room for every cell between the first and the last, and two
    // cells in far corners end the process.
    let mut cells = book.worksheet_cells_reader(name).map_err(parser_error)?;
    let precisions: Vec<Precision> = cells.styles().iter().map(style_precision).collect();
    let mut rows = Cells::new(name, budget);
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(parser_error)? {
        let (row, column) = cell.get_position();
        let precision = precisions.get(style).copied().unwrap_or(Precision::Day);
        rows.push(row, column, cell_value(cell.get_value(), precision, epoch))?;
        rows.hand_on(sink)?;
    }
    let RowsBuilder { rows, unordered } = rows.rows;
    sink(Part::Rows(rows))?;
    Ok(unordered)
}

fn style_precision(style: &calamine::Style) -> Precision {
    let Some(format) = &style.number_format else {
        return Precision::Day;
    };
    match (Precision::of_code(&format.format_code), format.format_id) {
        // The parser says General of formats that a file does not write out. Chinese programs know
        // more of them by number than it does.
        (Precision::Day, Some(number)) if format.format_code == "General" => {
            Precision::of_number(number)
        }
        (precision, _) => precision,
    }
}

fn cell_value(value: &DataRef<'_>, precision: Precision, epoch: i64) -> CellValue {
    match value {
        DataRef::Empty => CellValue::Empty,
        DataRef::Int(number) => CellValue::Number(*number as f64),
        DataRef::Float(number) => CellValue::Number(*number),
        DataRef::String(text) => text_value(text),
        DataRef::SharedString(text) => text_value(text),
        DataRef::Bool(flag) => CellValue::Bool(*flag),
        DataRef::DateTime(date) if date.is_duration() => CellValue::Number(date.as_f64()),
        DataRef::DateTime(date) => date_value(date.as_f64(), precision, epoch),
        DataRef::DateTimeIso(text) => text_value(text.split('T').next().unwrap_or(text)),
        DataRef::DurationIso(text) => text_value(text),
        DataRef::Error(error) => CellValue::Error(error.to_string()),
    }
}

fn date_value(serial: f64, precision: Precision, epoch: i64) -> CellValue {
    let day = serial.floor() as i64 + epoch;
    match from_excel_serial(day) {
        Ok(date) => CellValue::Date(precision.shown(date)),
        Err(_) => CellValue::BadDate(serial),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_the_1904_system_are_the_same_days() {
        let day = date_value(43_590.5, Precision::Day, EPOCH_1904);
        assert_eq!(day.display(), "2023年5月6日");
        assert_eq!(
            date_value(43_590.0, Precision::Month, EPOCH_1904).display(),
            "2023年5月"
        );
        assert!(matches!(
            date_value(-3.0, Precision::Day, 0),
            CellValue::BadDate(_)
        ));
    }
}
