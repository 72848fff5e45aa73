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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::excel::fixtures::workbook;

    fn read_one(sheet_data: &str) -> Result<Sheet, ExcelError> {
        read_workbook(&workbook(sheet_data, None)).map(|mut sheets| sheets.remove(0))
    }

    #[test]
    fn the_declared_dimension_is_not_trusted() {
        let sheet = read_one(
            r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>
               <row r="900000"><c r="C900000"><v>7</v></c></row></sheetData>"#,
        );
        let sheet = sheet.unwrap();
        assert_eq!(sheet.rows.len(), 2);
        assert_eq!(sheet.row(899_999).unwrap().cell(2), &CellValue::Number(7.0));
        assert_eq!(sheet.width(), 3);
    }

    #[test]
    fn a_cell_in_the_last_corner_is_refused_by_its_address() {
        let error = read_one(
            r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row>
               <row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>"#,
        );
        let message = error.unwrap_err().to_string();
        assert!(
            message.contains("XFD1048576") && message.contains("256 列"),
            "{message}"
        );
    }

    #[test]
    fn broken_sheets_and_addresses_are_damaged_files() {
        for sheet in [
            "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v>",
            "<sheetData><row><c r=\"AAAAAAAAAAAAAAAAAAAA1\"><v>1</v></c></row></sheetData>",
            "<sheetData><row><c r=\"A1\" t=\"s\"><v>5</v></c></row></sheetData>",
        ] {
            assert!(
                matches!(read_one(sheet), Err(ExcelError::Damaged { .. })),
                "{sheet}"
            );
        }
    }

    #[test]
    fn rows_out_of_order_are_put_in_order() {
        let sheet = read_one(
            r#"<sheetData><row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>1</v></c></row>
               <row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="C3"><v>4</v></c></row></sheetData>"#,
        );
        let sheet = sheet.unwrap();
        let rows: Vec<_> = sheet.rows.iter().map(Row::number).collect();
        assert_eq!(rows, [2, 3]);
        let columns: Vec<_> = sheet.rows[1]
            .cells
            .iter()
            .map(|(column, _)| *column)
            .collect();
        assert_eq!(columns, [0, 1, 2]);
    }

    #[test]
    fn long_texts_keep_their_beginning_and_length() {
        let text = "长".repeat(limits::CELL_CHARS + 1);
        match text_value(&text) {
            CellValue::LongText { head, chars } => {
                assert_eq!((head.chars().count(), chars), (limits::CELL_CHARS, 501));
            }
            other => assert!(matches!(other, CellValue::LongText { .. }), "{other:?}"),
        }
    }

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

    #[test]
    fn content_over_the_limits_is_refused() {
        let mut budget = Budget {
            rows: limits::ROWS,
            ..Budget::default()
        };
        assert!(budget.take(&CellValue::Bool(true), false).is_ok());
        assert!(matches!(
            budget.take(&CellValue::Bool(true), true),
            Err(ExcelError::TooMuchContent)
        ));
    }
}
