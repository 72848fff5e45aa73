//! Reads a workbook's visible sheets into sparse rows, within [`limits`]: .xlsx, .xls, .ods and .csv,
//! told apart by what is in them and not by their names.

mod csv;
mod ods;
mod parts;
mod precision;
mod xls;
mod xlsx;

use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::Dimensions;
use parts::put_in_order;
pub(super) use parts::{Gathered, Part, Sink};

use super::guard::{self, FileKind};
use super::sheet::{CellValue, Merge, Row, Sheet};
use super::{ExcelError, limits, text};

/// Reads every visible worksheet, in tab order; a .csv is one sheet.
///
/// # Errors
/// Any variant of [`ExcelError`] about a whole file.
pub fn read_workbook(bytes: &[u8]) -> Result<Vec<Sheet>, ExcelError> {
    let mut gathered = Gathered::default();
    read_parts(bytes, &mut |part| {
        gathered.take(part);
        Ok(())
    })?;
    Ok(gathered.sheets())
}

/// The same, each piece as soon as it is read.
pub(super) fn read_parts(bytes: &[u8], sink: Sink<'_, ExcelError>) -> Result<(), ExcelError> {
    let kind = guard::kind(bytes)?;
    let read = || match kind {
        FileKind::Xlsx { merged } => xlsx::read(bytes, merged, sink),
        FileKind::Xls => whole(xls::read(bytes)?, sink),
        FileKind::Ods => whole(ods::read(bytes)?, sink),
        FileKind::Text => whole(csv::read(bytes)?, sink),
    };
    // Arithmetic of parsers can overflow on crafted addresses; that is a damaged file too.
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(ExcelError::damaged("the parser panicked")))
}

/// Hands on sheets that were read whole.
fn whole(sheets: Vec<Sheet>, sink: Sink<'_, ExcelError>) -> Result<(), ExcelError> {
    for sheet in sheets {
        sink(Part::Begin(sheet.name))?;
        sink(Part::Rows(sheet.rows))?;
        sink(Part::End {
            merges: sheet.merges,
            unordered: false,
        })?;
    }
    Ok(())
}

/// The merged regions of a sheet, by column and row.
///
/// # Errors
/// `TooMuchContent` for more than a sheet may have.
fn merges(regions: &[Dimensions]) -> Result<Vec<Merge>, ExcelError> {
    if regions.len() > limits::MERGES {
        return Err(ExcelError::TooMuchContent);
    }
    let merge = |region: &Dimensions| Merge {
        top: region.start.0,
        left: region.start.1,
        bottom: region.end.0,
        right: region.end.1,
    };
    let mut merges: Vec<Merge> = regions.iter().map(merge).collect();
    merges.sort_by_key(|merge| (merge.left, merge.top));
    Ok(merges)
}

/// A text, cut where it is too long.
fn text_value(text: &str) -> CellValue {
    // A text has no more characters than bytes, so most need not be counted.
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

/// Rows handed on together.
const HANDED_ON: usize = 1_000;

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

    /// Rows that are whole, once there are many; the last one may still grow.
    fn whole(&mut self) -> Option<Vec<Row>> {
        let last = self.rows.len().checked_sub(1)?;
        (last >= HANDED_ON).then(|| self.rows.drain(..last).collect())
    }

    fn finish(mut self) -> Vec<Row> {
        if self.unordered {
            put_in_order(&mut self.rows);
        }
        self.rows
    }
}

/// Where a sheet's cells go, one after the other.
struct Cells<'a> {
    sheet: &'a str,
    budget: &'a mut Budget,
    rows: RowsBuilder,
}

impl<'a> Cells<'a> {
    fn new(sheet: &'a str, budget: &'a mut Budget) -> Self {
        let rows = RowsBuilder::default();
        Self {
            sheet,
            budget,
            rows,
        }
    }

    /// Keeps a cell; empty ones are passed over.
    fn push(&mut self, row: u32, column: u32, value: CellValue) -> Result<(), ExcelError> {
        if value == CellValue::Empty {
            return Ok(());
        }
        if column >= limits::COLUMNS {
            return Err(ExcelError::TooWide {
                sheet: self.sheet.to_owned(),
                cell: format!("{}{}", text::column_letters(column), row.saturating_add(1)),
            });
        }
        self.budget.take(&value, self.rows.is_new(row))?;
        self.rows.push(row, column, value);
        Ok(())
    }

    /// Hands whole rows on, once there are many.
    fn hand_on(&mut self, sink: Sink<'_, ExcelError>) -> Result<(), ExcelError> {
        self.rows
            .whole()
            .map_or(Ok(()), |rows| sink(Part::Rows(rows)))
    }

    fn finish(self) -> Vec<Row> {
        self.rows.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::workbook;

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
                assert_eq!((head.chars().count(), chars), (limits::CELL_CHARS, 5_001));
            }
            other => assert!(matches!(other, CellValue::LongText { .. }), "{other:?}"),
        }
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
