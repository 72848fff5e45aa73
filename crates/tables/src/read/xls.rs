//! Reads the workbooks of Excel 97–2003. The parser lays a sheet out whole, empty cells too, so what it
//! would take is counted from the records first.

mod records;

use std::io::{Cursor, Read};

use calamine::{Data, Reader, SheetType, SheetVisible, Xls, XlsError};
use chrono::NaiveDate;

use self::records::{BOF, Shown, records};
use super::precision::Precision;
use super::{Budget, Cells, merges, text_value};
use crate::ExcelError;
use crate::sheet::{CellValue, Sheet};
use ground::calendar::FuzzyDate;

/// Cells, empty ones too, that all sheets may span.
const SPANNED: u64 = 4_000_000;
/// Reads every visible sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ExcelError> {
    let records = workbook_stream(bytes)?;
    // Before the parser sees the file, since it lays sheets out whole.
    check_span(&records)?;
    let shown = Shown::of(&records);
    let mut book = Xls::new(Cursor::new(bytes)).map_err(parser_error)?;
    let sheets = book
        .sheets_metadata()
        .iter()
        .enumerate()
        .filter(|(_, sheet)| {
            sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
        });
    let names: Vec<(usize, String)> = sheets.map(|(at, sheet)| (at, sheet.name.clone())).collect();
    if names.is_empty() {
        return Err(ExcelError::NoSheet);
    }
    let mut budget = Budget::default();
    names
        .iter()
        .map(|(at, name)| read_sheet(&mut book, name, |cell| shown.at(*at, cell), &mut budget))
        .collect()
}

fn parser_error(error: XlsError) -> ExcelError {
    match error {
        XlsError::Password => ExcelError::Password,
        other => ExcelError::damaged(other),
    }
}

fn read_sheet(
    book: &mut Xls<Cursor<&[u8]>>,
    name: &str,
    shown: impl Fn((u32, u32)) -> Precision,
    budget: &mut Budget,
) -> Result<Sheet, ExcelError> {
    let range = book.worksheet_range(name).map_err(parser_error)?;
    let (top, left) = range.start().unwrap_or_default();
    let mut cells = Cells::new(name, budget);
    for (row, column, value) in range.used_cells() {
        let at = |offset: usize, start: u32| start + u32::try_from(offset).unwrap_or(u32::MAX / 2);
        let (row, column) = (at(row, top), at(column, left));
        cells.push(row, column, cell_value(value, shown((row, column))))?;
    }
    let regions = book.merge_cells_by_sheet_name(name).map_err(parser_error)?;
    Ok(Sheet {
        name: name.to_owned(),
        rows: cells.finish(),
        merges: merges(&regions)?,
    })
}

fn cell_value(value: &Data, precision: Precision) -> CellValue {
    match value {
        Data::Empty => CellValue::Empty,
        Data::Int(number) => CellValue::Number(*number as f64),
        Data::Float(number) => CellValue::Number(*number),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text_value(text),
        Data::Bool(flag) => CellValue::Bool(*flag),
        Data::DateTime(date) if date.is_duration() => CellValue::Number(date.as_f64()),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            let day = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
            day.map_or(CellValue::BadDate(date.as_f64()), |day| {
                CellValue::Date(precision.shown(FuzzyDate::Day(day)))
            })
        }
        Data::Error(error) => CellValue::Error(error.to_string()),
    }
}

/// Refuses a workbook whose sheets together span more cells than can be laid out.
fn check_span(stream: &[u8]) -> Result<(), ExcelError> {
    let mut spanned = 0_u64;
    let mut span = Span::default();
    for record in records(stream) {
        if record.kind == BOF {
            spanned += std::mem::take(&mut span).area();
        } else if let Some((row, column, last)) = record.cells() {
            span.cover(row, column);
            span.cover(row, last);
        }
    }
    match spanned + span.area() > SPANNED {
        true => Err(ExcelError::TooMuchContent),
        false => Ok(()),
    }
}

fn workbook_stream(bytes: &[u8]) -> Result<Vec<u8>, ExcelError> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(ExcelError::damaged)?;
    // Excel 5 and 95 call it Book.
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| container.is_stream(name));
    let name = name.ok_or(ExcelError::NotWorkbook)?;
    let mut records = Vec::new();
    let stream = container.open_stream(name).map_err(ExcelError::damaged)?;
    // A stream that is longer than its file goes round in circles.
    let most = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let read = stream.take(most).read_to_end(&mut records);
    read.map_err(ExcelError::damaged)?;
    Ok(records)
}

/// The rectangle around a sheet's cells.
#[derive(Default)]
struct Span {
    rows: Option<(u16, u16)>,
    columns: Option<(u16, u16)>,
}

impl Span {
    fn cover(&mut self, row: u16, column: u16) {
        let wider = |kept: Option<(u16, u16)>, at: u16| {
            let (least, most) = kept.unwrap_or((at, at));
            Some((least.min(at), most.max(at)))
        };
        self.rows = wider(self.rows, row);
        self.columns = wider(self.columns, column);
    }

    fn area(&self) -> u64 {
        let length =
            |kept: Option<(u16, u16)>| kept.map_or(0, |(least, most)| u64::from(most - least) + 1);
        length(self.rows) * length(self.columns)
    }
}
