//! Streams a workbook's visible sheets into sparse rows, within [`limits`]. The declared dimension
//! of a sheet is never asked for: WPS writes wrong ones, and a hostile one costs gigabytes.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::Datelike;

use super::sheet::{CellValue, Merge, Row, Sheet};
use super::{ExcelError, guard, limits, text};
use crate::calendar::{FuzzyDate, Month, from_excel_serial};

/// Days between the epochs of the 1904 and the 1900 date system.
const EPOCH_1904: i64 = 1_462;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads every visible worksheet of an .xlsx file, in tab order.
///
/// # Errors
/// Any variant of [`ExcelError`] about a whole file.
pub fn read_workbook(bytes: &[u8]) -> Result<Vec<Sheet>, ExcelError> {
    guard::check(bytes)?;
    // The parser's arithmetic can overflow on crafted cell addresses; that is a damaged file too.
    catch_unwind(AssertUnwindSafe(|| read_sheets(bytes)))
        .unwrap_or_else(|_| Err(ExcelError::damaged("the parser panicked")))
}

fn read_sheets(bytes: &[u8]) -> Result<Vec<Sheet>, ExcelError> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(parser_error)?;
    let names = visible_sheets(&book);
    if names.is_empty() {
        return Err(ExcelError::NoSheet);
    }
    let mut budget = Budget::default();
    names
        .iter()
        .map(|name| read_sheet(&mut book, name, &mut budget))
        .collect()
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

fn read_sheet(book: &mut Book<'_>, name: &str, budget: &mut Budget) -> Result<Sheet, ExcelError> {
    let rows = read_rows(book, name, budget)?;
    let merges = read_merges(book, name)?;
    Ok(Sheet {
        name: name.to_owned(),
        rows,
        merges,
    })
}

fn read_merges(book: &mut Book<'_>, name: &str) -> Result<Vec<Merge>, ExcelError> {
    let regions = book.merge_cells_by_sheet_name(name).map_err(parser_error)?;
    if regions.len() > limits::MERGES {
        return Err(ExcelError::TooMuchContent);
    }
    let mut merges: Vec<Merge> = regions
        .iter()
        .map(|d| Merge {
            top: d.start.0,
            left: d.start.1,
            bottom: d.end.0,
            right: d.end.1,
        })
        .collect();
    merges.sort_by_key(|merge| (merge.left, merge.top));
    Ok(merges)
}

fn read_rows(book: &mut Book<'_>, name: &str, budget: &mut Budget) -> Result<Vec<Row>, ExcelError> {
    let epoch = if book.has_1904_epoch() { EPOCH_1904 } else { 0 };
    let mut cells = book.worksheet_cells_reader(name).map_err(parser_error)?;
    let precisions: Vec<Precision> = cells.styles().iter().map(style_precision).collect();
    let mut rows = RowsBuilder::default();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(parser_error)? {
        let (row, column) = cell.get_position();
        let precision = precisions.get(style).copied().unwrap_or(Precision::Day);
        let value = cell_value(cell.get_value(), precision, epoch);
        if value == CellValue::Empty {
            continue;
        }
        if column >= limits::COLUMNS {
            let cell = format!("{}{}", text::column_letters(column), row + 1);
            return Err(ExcelError::TooWide {
                sheet: name.to_owned(),
                cell,
            });
        }
        budget.take(&value, rows.is_new(row))?;
        rows.push(row, column, value);
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
    let code = style
        .number_format
        .as_ref()
        .map_or("", |format| format.format_code.as_str());
    let mut quoted = false;
    let mut letters = String::new();
    for c in code.chars() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            ';' => break,
            _ => letters.extend(c.to_lowercase()),
        }
    }
    let letters = letters.split(']').next_back().unwrap_or_default();
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

fn text_value(text: &str) -> CellValue {
    if text.len() <= limits::CELL_CHARS {
        return if text.is_empty() {
            CellValue::Empty
        } else {
            CellValue::Text(text.to_owned())
        };
    }
    match text.char_indices().nth(limits::CELL_CHARS) {
        Some((end, _)) => CellValue::LongText {
            head: text[..end].to_owned(),
            chars: text.chars().count(),
        },
        None => CellValue::Text(text.to_owned()),
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

/// What may still be read, over all sheets of a file.
#[derive(Default)]
struct Budget {
    rows: usize,
    cells: usize,
    text: usize,
}

impl Budget {
    fn take(&mut self, value: &CellValue, new_row: bool) -> Result<(), ExcelError> {
        self.rows += usize::from(new_row);
        self.cells += 1;
        self.text += match value {
            CellValue::Text(text) | CellValue::LongText { head: text, .. } => text.len(),
            _ => 0,
        };
        let over = self.rows > limits::ROWS
            || self.cells > limits::CELLS
            || self.text > limits::TEXT_BYTES;
        if over {
            Err(ExcelError::TooMuchContent)
        } else {
            Ok(())
        }
    }
}

/// Collects cells into rows; a well-formed sheet arrives in order and is not sorted again.
#[derive(Default)]
struct RowsBuilder {
    rows: Vec<Row>,
    unordered: bool,
}

impl RowsBuilder {
    fn is_new(&self, row: u32) -> bool {
        self.rows.last().is_none_or(|last| last.index != row)
    }

    fn push(&mut self, row: u32, column: u32, value: CellValue) {
        if self.is_new(row) {
            self.unordered |= self.rows.last().is_some_and(|last| last.index > row);
            self.rows.push(Row {
                index: row,
                cells: Vec::new(),
            });
        }
        if let Some(last) = self.rows.last_mut() {
            self.unordered |= last.cells.last().is_some_and(|(at, _)| *at >= column);
            last.cells.push((column, value));
        }
    }

    fn finish(mut self) -> Vec<Row> {
        if self.unordered {
            self.rows.sort_by_key(|row| row.index);
            self.rows.dedup_by(|later, kept| {
                let same = later.index == kept.index;
                if same {
                    kept.cells.append(&mut later.cells);
                }
                same
            });
            for row in &mut self.rows {
                row.cells.sort_by_key(|(column, _)| *column);
                row.cells.dedup_by_key(|(column, _)| *column);
            }
        }
        self.rows
    }
}
