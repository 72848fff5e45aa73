//! The clerk's own sheets again, with each fault coloured and explained at the end of its row.

mod own;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::columns::{Column, RECORD};
use super::sheet::{CellValue, Merge, Row, Sheet};
use super::write::{
    Book, Properties, Styles, Tone, WriteKind, excel_day, lines_of, row_height, set_up_print,
    sheet_names,
};
use super::{ExcelError, Fault, header, text};
use rust_xlsxwriter::{Format, Worksheet};

/// Heading of the added column.
pub const ERROR_HEADING: &str = "错误说明";
const ERROR_WIDTH: usize = 60;
const WIDEST: usize = 36;
const NARROWEST: usize = 8;
/// Regions beyond these are left unmerged: writing one costs memory for each of its cells.
const MERGED_CELLS: u64 = 10_000;
const MERGED_REGIONS: usize = 2_000;

/// Where a register's header stands on a sheet: its first and last row, 0-based.
pub fn header_of(columns: &[Column]) -> impl Fn(&Sheet) -> Option<(u32, u32)> {
    move |sheet| header::find(sheet, columns).map(|found| (found.top, found.bottom))
}

/// The file that sheets were read from, with their faults coloured and explained. An .xlsx stays what it is;
/// of other files, and of one that is written in a way not known here, the sheets are copied as read.
///
/// # Errors
/// [`ExcelError::Write`].
pub fn mark(
    file: &[u8],
    sheets: &[Sheet],
    header: impl Fn(&Sheet) -> Option<(u32, u32)>,
    faults: &[Fault],
    properties: &Properties,
) -> Result<Vec<u8>, ExcelError> {
    let mut by_sheet: HashMap<&str, Vec<&Fault>> = HashMap::new();
    for fault in faults {
        by_sheet.entry(&fault.sheet).or_default().push(fault);
    }
    let by_sheet = by_sheet.into_iter();
    let by_sheet = by_sheet.map(|(sheet, faults)| (sheet, FaultIndex::new(faults.into_iter())));
    let by_sheet = by_sheet.collect();
    let own = || own::mark(file, sheets, &header, &by_sheet);
    // As with parsers of tables: what they stumble over is a file that is not known here.
    let own = catch_unwind(AssertUnwindSafe(own))
        .unwrap_or_else(|_| Err(ExcelError::damaged("the parser panicked")));
    match own {
        Ok(marked) => Ok(marked),
        Err(cause) => {
            tracing::info!(?cause, "the sheets are copied for their faults");
            write_marked(sheets, header, faults, properties)
        }
    }
}

/// Copies sheets as read; those with faults get a column that explains them. `header` tells the first
/// and last row of a sheet's header, 0-based.
///
/// # Errors
/// [`ExcelError::Write`].
pub fn write_marked(
    sheets: &[Sheet],
    header: impl Fn(&Sheet) -> Option<(u32, u32)>,
    faults: &[Fault],
    properties: &Properties,
) -> Result<Vec<u8>, ExcelError> {
    let mut book = Book::new(properties)?;
    let names = sheet_names(sheets.iter().map(|sheet| sheet.name.as_str()));
    for (sheet, name) in sheets.iter().zip(names) {
        let own = FaultIndex::new(faults.iter().filter(|fault| fault.sheet == sheet.name));
        let (worksheet, styles) = book.add_blank(&name)?;
        let header = header(sheet);
        let mut copier = Copier {
            worksheet,
            styles,
            faults: &own,
            header,
        };
        copier.copy(sheet)?;
    }
    book.save()
}

/// Faults of one sheet by row, and the cells to colour.
struct FaultIndex<'a> {
    rows: BTreeMap<u32, Vec<&'a Fault>>,
    cells: BTreeSet<(u32, u32)>,
}

impl<'a> FaultIndex<'a> {
    fn new(faults: impl Iterator<Item = &'a Fault>) -> Self {
        let mut rows: BTreeMap<u32, Vec<&Fault>> = BTreeMap::new();
        let mut cells = BTreeSet::new();
        for fault in faults {
            cells.extend(text::column_index(&fault.column).map(|column| (fault.row, column)));
            rows.entry(fault.row).or_default().push(fault);
        }
        Self { rows, cells }
    }

    fn at(&self, row: &Row, column: u32) -> bool {
        self.cells.contains(&(row.number(), column))
    }

    /// Columns at fault in a row, from the left.
    fn columns(&self, row: u32) -> impl Iterator<Item = u32> {
        let cells = self.cells.range((row, 0)..=(row, u32::MAX));
        cells.map(|(_, column)| *column)
    }

    fn explain(&self, row: u32) -> Option<String> {
        let faults = self.rows.get(&row)?;
        let sentences: Vec<String> = faults
            .iter()
            .map(|fault| match fault.column.as_str() {
                "" => fault.reason.clone(),
                column => format!("{column} 列“{}”：{}", fault.heading, fault.reason),
            })
            .collect();
        Some(sentences.join("\n"))
    }
}

struct Copier<'a> {
    worksheet: &'a mut Worksheet,
    styles: &'a Styles,
    faults: &'a FaultIndex<'a>,
    /// First and last row of the header, 0-based.
    header: Option<(u32, u32)>,
}

impl Copier<'_> {
    fn copy(&mut self, sheet: &Sheet) -> Result<(), ExcelError> {
        self.set_widths(sheet)?;
        // Before the cells: a region is merged by writing into its first one.
        self.copy_merges(&sheet.merges)?;
        for row in &sheet.rows {
            self.copy_row(row, sheet.width())?;
        }
        if !self.faults.rows.is_empty() {
            self.explain(column_number(sheet.width())?)?;
        }
        set_up_print(self.worksheet);
        Ok(())
    }

    fn set_widths(&mut self, sheet: &Sheet) -> Result<(), ExcelError> {
        let mut widths = vec![NARROWEST; sheet.width() as usize];
        // A title merged over the whole table would make its first column as wide as itself.
        let merged: HashSet<(u32, u32)> = sheet.merges.iter().map(|m| (m.top, m.left)).collect();
        for row in sheet.rows.iter().filter(|row| is_record(row)) {
            for (column, value) in row
                .cells
                .iter()
                .filter(|(c, _)| !merged.contains(&(row.index, *c)))
            {
                let own = text::width(&value.display()) + 2;
                let width = &mut widths[*column as usize];
                *width = own.min(WIDEST).max(*width);
            }
        }
        for (at, width) in (0_u16..).zip(widths) {
            self.worksheet
                .set_column_width(at, u32::try_from(width).unwrap_or(u32::MAX))?;
        }
        self.hide_record_numbers(sheet)
    }

    /// What an export hides its error copy hides too.
    fn hide_record_numbers(&mut self, sheet: &Sheet) -> Result<(), ExcelError> {
        let Some((top, bottom)) = self.header else {
            return Ok(());
        };
        let header = (top..=bottom).filter_map(|row| sheet.row(row));
        let is_record = |value: &CellValue| value.display().trim() == RECORD.title;
        for (column, _) in header
            .flat_map(|row| &row.cells)
            .filter(|(_, value)| is_record(value))
        {
            self.worksheet.set_column_hidden(column_number(*column)?)?;
        }
        Ok(())
    }

    fn copy_merges(&mut self, merges: &[Merge]) -> Result<(), ExcelError> {
        for merge in disjoint(merges) {
            let (left, right) = (column_number(merge.left)?, column_number(merge.right)?);
            let format = self.format(merge.top, WriteKind::Short, "").clone();
            self.worksheet
                .merge_range(merge.top, left, merge.bottom, right, "", &format)?;
        }
        Ok(())
    }

    /// Titles stay plain, headings look like headings, records like cells.
    fn format(&self, row: u32, kind: WriteKind, text: &str) -> &Format {
        match self.header {
            Some((top, _)) if row < top => &self.styles.base,
            Some((_, bottom)) if row <= bottom => &self.styles.header,
            _ => self.styles.cell(kind, text),
        }
    }

    fn copy_row(&mut self, row: &Row, width: u32) -> Result<(), ExcelError> {
        if is_record(row) {
            for column in (0..width).filter(|column| row.cell(*column).is_blank()) {
                self.copy_blank(row, column)?;
            }
        }
        for (column, value) in row.cells.iter().filter(|(_, value)| !value.is_blank()) {
            self.copy_cell(row, *column, value)?;
        }
        Ok(())
    }

    /// An empty cell keeps its frame, and its colour where something is missing.
    fn copy_blank(&mut self, row: &Row, column: u32) -> Result<(), ExcelError> {
        let wrong = self.faults.at(row, column);
        let format = colour(self.format(row.index, WriteKind::Text, ""), wrong);
        self.worksheet
            .write_blank(row.index, column_number(column)?, &format)?;
        Ok(())
    }

    fn copy_cell(&mut self, row: &Row, column: u32, value: &CellValue) -> Result<(), ExcelError> {
        let shown = value.display();
        let wrong = self.faults.at(row, column);
        let format = match is_record(row) {
            true => self.format(row.index, kind_of(value), &shown),
            false => &self.styles.base,
        };
        let format = colour(format, wrong);
        let (at, column) = (row.index, column_number(column)?);
        match value {
            CellValue::Number(number) => self
                .worksheet
                .write_number_with_format(at, column, *number, &format)?,
            // Excel knows no day before 1900; such a one is written as text instead of failing the
            // workbook.
            CellValue::Date(date) => match excel_day(*date) {
                Some(day) => self
                    .worksheet
                    .write_datetime_with_format(at, column, &day, &format)?,
                None => self
                    .worksheet
                    .write_string_with_format(at, column, shown, &format)?,
            },
            _ => self
                .worksheet
                .write_string_with_format(at, column, shown, &format)?,
        };
        Ok(())
    }

    /// Writes the added column.
    fn explain(&mut self, column: u16) -> Result<(), ExcelError> {
        let header = self.header.map_or(0, |(_, bottom)| bottom);
        self.worksheet
            .set_column_width(column, u32::try_from(ERROR_WIDTH).unwrap_or(60))?;
        self.worksheet.write_string_with_format(
            header,
            column,
            ERROR_HEADING,
            &self.styles.header,
        )?;
        let format = colour(self.styles.cell(WriteKind::Long, ""), true);
        for row in self.faults.rows.keys() {
            let explained = self.faults.explain(*row).unwrap_or_default();
            self.worksheet
                .set_row_height(row - 1, row_height(lines_of(&explained, ERROR_WIDTH)))?;
            self.worksheet
                .write_string_with_format(row - 1, column, explained, &format)?;
        }
        self.worksheet.set_freeze_panes(header + 1, 0)?;
        Ok(())
    }
}

/// Titles and signatures are one cell; they need neither frame nor room.
fn is_record(row: &Row) -> bool {
    row.cells.len() > 1
}

fn colour(format: &Format, wrong: bool) -> Format {
    if wrong {
        format.merge(&Tone::Late.highlight())
    } else {
        format.clone()
    }
}

fn kind_of(value: &CellValue) -> WriteKind {
    match value {
        CellValue::Date(_) => WriteKind::Date,
        // Phones and ID numbers stay text when they are put right.
        CellValue::Text(text) if is_number_as_text(text) => WriteKind::Code,
        _ => WriteKind::Text,
    }
}

fn is_number_as_text(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn column_number(column: u32) -> Result<u16, ExcelError> {
    u16::try_from(column).map_err(|_| ExcelError::TooMuchContent)
}

/// Regions that can be merged again: of more than one cell, not huge, and none over another.
fn disjoint(merges: &[Merge]) -> Vec<Merge> {
    let mut kept: Vec<Merge> = Vec::new();
    for merge in merges
        .iter()
        .filter(|merge| (2..=MERGED_CELLS).contains(&merge.area()))
    {
        // Excel takes a file whose regions overlap for damaged.
        if kept.len() < MERGED_REGIONS && !kept.iter().any(|other| other.overlaps(merge)) {
            kept.push(*merge);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::sheet;
    use crate::read;
    use std::io::Cursor;

    fn marked(sheets: &[Sheet]) -> Vec<u8> {
        let properties = Properties {
            title: "台账".to_owned(),
            author: "管理员".to_owned(),
            created: chrono::NaiveDateTime::default(),
        };
        write_marked(sheets, |_| Some((0, 0)), &[], &properties).unwrap()
    }

    #[test]
    fn a_sheet_is_copied_whatever_it_is_called() {
        let named = |name: &str| Sheet {
            name: name.to_owned(),
            ..sheet(&[&["单位", "电话"]])
        };
        let long = "某某街道各社区成员单位台账".repeat(4);
        let copy = marked(&[named("10/11月"), named(&long), named(&long)]);
        assert_eq!(read::read_workbook(&copy).unwrap().len(), 3);
    }

    #[test]
    fn record_numbers_stay_hidden_and_phones_text() {
        let copy = marked(&[sheet(&[&["电话", "记录号"], &["13900000001", "a"]])]);
        let mut archive = zip::ZipArchive::new(Cursor::new(copy)).unwrap();
        let mut part = |name| std::io::read_to_string(archive.by_name(name).unwrap()).unwrap();
        assert!(part("xl/worksheets/sheet1.xml").contains("hidden=\"1\""));
        assert!(part("xl/styles.xml").contains("formatCode=\"@\""));
    }
}
