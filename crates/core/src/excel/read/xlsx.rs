//! Streams the cells of an .xlsx file. The declared dimension of a sheet is never asked for: WPS writes
//! wrong ones, and a hostile one costs gigabytes.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::Datelike;

use super::{Budget, Cells, merges, text_value};
use crate::calendar::{FuzzyDate, Month, from_excel_serial};
use crate::excel::ExcelError;
use crate::excel::sheet::{CellValue, Merge, Row, Sheet};

/// Days between the epochs of the 1904 and the 1900 date system.
const EPOCH_1904: i64 = 1_462;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads every visible sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ExcelError> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(parser_error)?;
    let names = visible_sheets(&book);
    if names.is_empty() {
        return Err(ExcelError::NoSheet);
    }
    std::thread::scope(|scope| {
        // The parser tells merged regions by going through a sheet once more: meanwhile.
        let merging = scope.spawn(|| all_merges(bytes, &names));
        let mut budget = Budget::default();
        let rows = (names.iter()).map(|name| read_rows(&mut book, name, &mut budget));
        let rows: Result<Vec<Vec<Row>>, ExcelError> = rows.collect();
        let merging = merging.join();
        let rows = rows?;
        let merges = merging.unwrap_or_else(|_| Err(ExcelError::damaged("the parser panicked")))?;
        let sheets = std::iter::zip(&names, std::iter::zip(rows, merges));
        let sheet = |(name, (rows, merges)): (&String, (Vec<Row>, Vec<Merge>))| Sheet {
            name: name.clone(),
            rows,
            merges,
        };
        Ok(sheets.map(sheet).collect())
    })
}

fn all_merges(bytes: &[u8], names: &[String]) -> Result<Vec<Vec<Merge>>, ExcelError> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(parser_error)?;
    let of = |name: &String| {
        let regions = book.merge_cells_by_sheet_name(name).map_err(parser_error)?;
        merges(&regions)
    };
    names.iter().map(of).collect()
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

fn read_rows(book: &mut Book<'_>, name: &str, budget: &mut Budget) -> Result<Vec<Row>, ExcelError> {
    let epoch = if book.has_1904_epoch() { EPOCH_1904 } else { 0 };
    let mut cells = book.worksheet_cells_reader(name).map_err(parser_error)?;
    let precisions: Vec<Precision> = cells.styles().iter().map(style_precision).collect();
    let mut rows = Cells::new(name, budget);
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(parser_error)? {
        let (row, column) = cell.get_position();
        let precision = precisions.get(style).copied().unwrap_or(Precision::Day);
        rows.push(row, column, cell_value(cell.get_value(), precision, epoch))?;
    }
    Ok(rows.finish())
}

/// How much of a date its number format shows: `yyyy"年"m"月"` names a month only.
#[derive(Clone, Copy, PartialEq)]
enum Precision {
    Year,
    Month,
    Day,
}

fn style_precision(style: &calamine::Style) -> Precision {
    let format = style.number_format.as_ref();
    letters_precision(format.map_or("", |format| format.format_code.as_str()))
}

fn letters_precision(code: &str) -> Precision {
    let shown = code.split(';').next().unwrap_or_default();
    let unquoted: String = shown.split('"').step_by(2).collect();
    let letters = unquoted
        .rsplit(']')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    match (
        letters.contains('d'),
        letters.contains('m'),
        letters.contains('y'),
    ) {
        (false, true, true) => Precision::Month,
        (false, false, true) => Precision::Year,
        _ => Precision::Day,
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
        Ok(date) => CellValue::Date(coarsen(date, precision)),
        Err(_) => CellValue::BadDate(serial),
    }
}

fn coarsen(date: FuzzyDate, precision: Precision) -> FuzzyDate {
    let day = date.first_day();
    match precision {
        Precision::Day => date,
        Precision::Month => FuzzyDate::Month(Month::of(day)),
        Precision::Year => FuzzyDate::Year(day.year()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_without_days_names_a_month() {
        let precision = |code: &str| letters_precision(code);
        assert!(precision("yyyy\"年\"m\"月\"") == Precision::Month);
        assert!(precision("[$-804]yyyy\"年\"m\"月\"d\"日\";@") == Precision::Day);
        assert!(precision("yyyy") == Precision::Year);
        assert!(precision("General") == Precision::Day);
    }

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
