//! Reads a register from a workbook: every record and every fault in one pass.

use super::columns::{Column, RECORD};
use super::header::{self, Header};
use super::sheet::{CellValue, Row, Sheet};
use super::values::{self, Parsed, Value};
use super::{ExcelError, Fault, SkipReason, Skipped, text};
use ground::calendar::NUMERALS;
use ground::shares::in_shares;

const TOTALS: &[&str] = &["合计", "小计", "总计", "共计", "累计"];
const SIGNATURES: &[&str] = &[
    "审核人",
    "审核",
    "填表人",
    "填报人",
    "制表人",
    "制表",
    "经办人",
    "负责人签字",
    "签字",
    "填报单位",
    "填报时间",
    "填表时间",
    "日期",
    "备注",
    "说明",
    "注",
];
/// First cell of a template's example row.
pub const EXAMPLE_MARK: &str = "示例";

/// One record, its values in declared column order.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadRow {
    /// Row number as Excel shows it, from 1.
    pub row: u32,
    /// One per declared column; `None` where the sheet has nothing.
    pub values: Vec<Option<Value>>,
}

impl ReadRow {
    /// Takes the value of the declared column at `index`.
    pub fn take(&mut self, index: usize) -> Option<Value> {
        self.values.get_mut(index).and_then(Option::take)
    }
}

/// A register as read from the sheet that fits it best.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Name of the sheet.
    pub sheet: String,
    /// The header found.
    pub header: Header,
    /// Texts above the header: title and notes.
    pub preamble: Vec<String>,
    /// Records without a fault.
    pub rows: Vec<ReadRow>,
    /// What could be read of records with one, to tell in the same pass what else is wrong with them.
    pub wrong: Vec<ReadRow>,
    /// Every fault, in sheet order.
    pub faults: Vec<Fault>,
    /// What was silently put right, in sheet order.
    pub corrections: Vec<Fault>,
    /// Rows that hold no record.
    pub skipped: Vec<Skipped>,
}

impl Table {
    /// Nothing read yet.
    fn begun(sheet: &Sheet, header: &Header) -> Self {
        Self {
            sheet: sheet.name.clone(),
            header: header.clone(),
            preamble: Vec::new(),
            rows: Vec::new(),
            wrong: Vec::new(),
            faults: Vec::new(),
            corrections: Vec::new(),
            skipped: Vec::new(),
        }
    }

    /// What is to be said about the cell of a declared column.
    #[must_use]
    pub fn fault(&self, row: u32, at: usize, column: &Column, reason: String) -> Fault {
        let place = self.header.places.get(at).copied().flatten();
        Fault {
            sheet: self.sheet.clone(),
            row,
            column: place.map(text::column_letters).unwrap_or_default(),
            heading: place.map_or_else(
                || column.full_title(),
                |place| self.header.heading(place).to_owned(),
            ),
            reason,
        }
    }
}

/// Reads the register declared by `columns` from the sheet whose header names most of them.
///
/// # Errors
/// [`ExcelError::NoHeader`] or [`ExcelError::MissingColumns`]; faults of cells are in the table.
pub fn read_table(sheets: &[Sheet], columns: &[Column]) -> Result<Table, ExcelError> {
    let (sheet, header) = best_sheet(sheets, columns).ok_or_else(|| no_header(columns))?;
    let missing = header.missing(columns, &sheet.name);
    if !missing.is_empty() {
        let missing = missing.join("、");
        return Err(ExcelError::MissingColumns {
            sheet: sheet.name.clone(),
            missing,
        });
    }
    Ok(read_located(sheet, columns, header))
}

/// Reads the register from every sheet that holds it, as where each kind or community has its own.
///
/// # Errors
/// As [`read_table`], about the sheet that fits best.
pub fn read_tables(sheets: &[Sheet], columns: &[Column]) -> Result<Vec<Table>, ExcelError> {
    // A sheet that lacks a column does not keep the others from being read; where all lack one, the
    // best of them says which.
    let complete =
        |(sheet, header): &(&Sheet, Header)| header.missing(columns, &sheet.name).is_empty();
    let found = fitting(sheets, columns).into_iter().filter(complete);
    let tables: Vec<Table> = found
        .map(|(sheet, header)| read_located(sheet, columns, header))
        .collect();
    match tables.is_empty() {
        // Asked once more for the error, which names what is missing.
        true => read_table(sheets, columns).map(|table| vec![table]),
        false => Ok(tables),
    }
}

/// Sheets with a header of the register, in tab order. One that merely shares a few headings, such
/// as a summary, is not among them.
#[must_use]
pub fn fitting<'a>(sheets: &'a [Sheet], columns: &[Column]) -> Vec<(&'a Sheet, Header)> {
    let found: Vec<(&Sheet, Header)> = sheets
        .iter()
        .filter_map(|sheet| Some((sheet, header::find(sheet, columns)?)))
        .collect();
    let most = found.iter().map(|(_, header)| header.matches()).max();
    let fits = |(_, header): &(&Sheet, Header)| header.matches() * 2 >= most.unwrap_or(0);
    found.into_iter().filter(fits).collect()
}

/// Reads the register from a sheet whose header is known.
#[must_use]
pub fn read_located(sheet: &Sheet, columns: &[Column], header: Header) -> Table {
    let from = sheet.rows.partition_point(|row| row.index <= header.bottom);
    let rows = &sheet.rows[from..];
    let mut read = in_shares(rows.len(), MANY, |share| {
        Reader::new(sheet, columns, &header).read(&rows[..share.end], share.start)
    })
    .into_iter();
    let mut table = Table {
        preamble: preamble(sheet, &header),
        ..read.next().unwrap_or_else(|| Table::begun(sheet, &header))
    };
    for mut share in read {
        table.rows.append(&mut share.rows);
        table.wrong.append(&mut share.wrong);
        table.faults.append(&mut share.faults);
        table.corrections.append(&mut share.corrections);
        table.skipped.append(&mut share.skipped);
    }
    table
}

/// Texts above a header: title and notes.
pub fn preamble(sheet: &Sheet, header: &Header) -> Vec<String> {
    let before = sheet.rows.iter().take_while(|row| row.index < header.top);
    before
        .map(Row::first_text)
        .filter(|text| !text.is_empty())
        .collect()
}

/// The sheet whose header names most of the declared columns, the first where several do.
#[must_use]
pub fn best_sheet<'a>(sheets: &'a [Sheet], columns: &[Column]) -> Option<(&'a Sheet, Header)> {
    let found = sheets
        .iter()
        .filter_map(|sheet| Some((sheet, header::find(sheet, columns)?)));
    // `max_by_key` keeps the last of several, so it looks from the end.
    found.rev().max_by_key(|(_, header)| header.matches())
}

pub fn no_header(columns: &[Column]) -> ExcelError {
    let required: Vec<String> = columns
        .iter()
        .filter(|c| c.required)
        .map(Column::full_title)
        .collect();
    ExcelError::NoHeader {
        expected: required.join("、"),
    }
}

/// Rows that are worth reading on several cores.
const MANY: usize = 4_000;

struct Reader<'a> {
    sheet: &'a Sheet,
    columns: &'a [Column<'a>],
    /// Where record numbers stand on the sheet.
    record: Option<u32>,
    /// Value of each column that the sheet lacks and its name tells.
    of_sheet: Vec<Option<Value>>,
    /// Last value of each fill-down column; nothing for the others.
    above: Vec<Option<Value>>,
    table: Table,
}

impl<'a> Reader<'a> {
    fn new(sheet: &'a Sheet, columns: &'a [Column], header: &Header) -> Self {
        let of_sheet = columns.iter().zip(&header.places);
        let of_sheet = of_sheet.map(|(column, place)| match place {
            Some(_) => None,
            None => values::of_sheet(column, &sheet.name),
        });
        let record = columns.iter().position(|column| column.key == RECORD.key);
        Self {
            of_sheet: of_sheet.collect(),
            record: record.and_then(|at| header.places[at]),
            sheet,
            columns,
            above: vec![None; columns.len()],
            table: Table::begun(sheet, header),
        }
    }

    /// Reads the rows from the one at `start`; what stands above them is looked at only where they take it
    /// over.
    fn read(mut self, rows: &'a [Row], start: usize) -> Table {
        let (before, rows) = rows.split_at(start);
        for at in (0..self.columns.len()).filter(|at| self.columns[*at].fill_down) {
            self.above[at] = self.last_value(before, at);
        }
        // Its rows are counted on from the one before the share, so that a gap between two shares
        // is told once.
        let last = before
            .last()
            .map_or(self.table.header.bottom, |row| row.index);
        let mut next = last + 1;
        for row in rows {
            self.skip_gap(next, row.index);
            next = row.index + 1;
            match self.skip_reason(row) {
                Some(reason) => self.skip(row.number(), reason, row.first_text()),
                None => self.read_row(row),
            }
        }
        self.table
    }

    /// What the last record of `rows` that says anything in a column says there.
    fn last_value(&self, rows: &'a [Row], at: usize) -> Option<Value> {
        self.table.header.places[at]?;
        let said = rows.iter().rev().filter_map(|row| {
            let cell = self.cell(row, at);
            let is_said = !cell.is_blank() && self.skip_reason(row).is_none();
            is_said.then(|| values::parse(&self.columns[at], cell).ok())?
        });
        said.map(|parsed| parsed.value).next().flatten()
    }

    /// Rows without any cell are not on the sheet's list; short gaps are told as blank rows.
    fn skip_gap(&mut self, from: u32, until: u32) {
        const LONGEST_TOLD: u32 = 20;
        for index in from..until.min(from + LONGEST_TOLD) {
            self.skip(index + 1, SkipReason::Blank, String::new());
        }
    }

    fn skip(&mut self, row: u32, reason: SkipReason, text: String) {
        let text = text::head(&text, 40).into_owned();
        self.table.skipped.push(Skipped { row, reason, text });
    }

    fn cell(&self, row: &'a Row, at: usize) -> &'a CellValue {
        match self.table.header.places[at] {
            Some(column) => self.sheet.spread_down(row, column),
            None => &CellValue::Empty,
        }
    }

    fn skip_reason(&self, row: &'a Row) -> Option<SkipReason> {
        let first = row.first_text();
        if self.is_recorded(row) {
            None
        } else if is_total(&first) {
            Some(SkipReason::Total)
        } else if is_signature(&first) || self.is_note(row, &first) {
            Some(SkipReason::Signature)
        } else if first.starts_with(EXAMPLE_MARK) {
            Some(SkipReason::Example)
        } else if self.is_blank(row) {
            Some(SkipReason::Blank)
        } else {
            self.repeats_header(row)
                .then_some(SkipReason::RepeatedHeader)
        }
    }

    /// Whether a row was exported: it is a record then, whatever its first cell looks like.
    fn is_recorded(&self, row: &Row) -> bool {
        self.record
            .is_some_and(|column| !row.cell(column).is_blank())
    }

    /// The one text of a row, at its beginning, that no record begins with or that reaches over several
    /// columns.
    fn is_note(&self, row: &Row, first: &str) -> bool {
        let mut filled = row.cells.iter().filter(|(_, value)| !value.is_blank());
        let (Some((column, _)), None) = (filled.next(), filled.next()) else {
            return false;
        };
        let own = self.columns.iter().zip(&self.table.header.places);
        let own = own.filter(|(declared, _)| !declared.fill_down);
        let begins = own.filter_map(|(_, place)| *place).min() >= Some(*column);
        begins && (begins_a_note(first) || self.sheet.is_wide(row.index, *column))
    }

    /// Nothing of its own in any declared column; a community spread over it does not count.
    fn is_blank(&self, row: &'a Row) -> bool {
        (0..self.columns.len()).all(|at| {
            let declared = self.columns[at];
            declared.fill_down
                || self.table.header.places[at].is_none_or(|c| row.cell(c).is_blank())
        })
    }

    fn repeats_header(&self, row: &Row) -> bool {
        let repeats = |(at, value): &&(u32, CellValue)| self.is_heading(*at, value);
        // A record fails at its first cell; only a likely header is looked at further.
        row.cells.first().is_some_and(|cell| repeats(&cell))
            && row.cells.len() >= 2
            && row.cells.iter().filter(repeats).count() * 2 > row.cells.len()
    }

    fn is_heading(&self, column: u32, value: &CellValue) -> bool {
        let own = text::clean(&value.display()).0;
        let heading = self.table.header.heading(column);
        !own.is_empty() && heading.split('/').any(|level| level == own)
    }

    fn read_row(&mut self, row: &'a Row) {
        let faults_before = self.table.faults.len();
        let values: Vec<Option<Value>> = (0..self.columns.len())
            .map(|at| self.read_cell(row, at))
            .collect();
        let read = ReadRow {
            row: row.number(),
            values,
        };
        match self.table.faults.len() == faults_before {
            true => self.table.rows.push(read),
            false => self.table.wrong.push(read),
        }
    }

    fn read_cell(&mut self, row: &'a Row, at: usize) -> Option<Value> {
        if self.table.header.places[at].is_none() {
            return self.of_sheet[at].clone();
        }
        let cell = self.cell(row, at);
        let above = self.above[at].as_ref().filter(|_| cell.is_blank());
        if let Some(above) = above.cloned() {
            return Some(self.repeat_above(row, at, above));
        }
        match values::parse(&self.columns[at], cell) {
            Ok(parsed) => self.keep(row, at, parsed),
            Err(reason) => {
                let fault = self.fault(row, at, reason);
                self.table.faults.push(fault);
                None
            }
        }
    }

    fn keep(&mut self, row: &Row, at: usize, parsed: Parsed) -> Option<Value> {
        if let Some(corrected) = parsed.corrected {
            let told = self.fault(row, at, corrected);
            self.table.corrections.push(told);
        }
        if self.columns[at].fill_down {
            self.above[at].clone_from(&parsed.value);
        }
        parsed.value
    }

    fn repeat_above(&mut self, row: &Row, at: usize, above: Value) -> Value {
        if let Value::Text(text) = &above {
            let told = self.fault(row, at, format!("未填，沿用上一行的“{text}”。"));
            self.table.corrections.push(told);
        }
        above
    }

    fn fault(&self, row: &Row, at: usize, reason: String) -> Fault {
        self.table
            .fault(row.number(), at, &self.columns[at], reason)
    }
}

/// 合计, 总计 8 家 and 听雨社区小计, but no name that merely begins so.
fn is_total(first: &str) -> bool {
    let key = text::heading_key(first);
    let counts = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_digit()) || !rest.contains(char::is_alphabetic)
    };
    TOTALS.iter().any(|total| {
        let after = key.strip_prefix(total);
        after.is_some_and(counts) || key.ends_with(total)
    })
}

/// Whether a text begins as notes below a table do: 1.……, （2）……, 一、……, ※……, 注……, or ends as sentences do.
fn begins_a_note(text: &str) -> bool {
    let within = text.trim_start_matches(['(', '（']);
    let bracketed = within.len() < text.len() && text.ends_with([')', '）']);
    let text = within;
    let number = |c: char| c.is_ascii_digit() || NUMERALS.contains(c);
    let after = text.trim_start_matches(number);
    let numbered = after.len() < text.len() && after.starts_with(['.', '、', '．', ')', '）']);
    let sign = |c: char| matches!(c, '※' | '*' | '★' | '\u{2460}'..='\u{2473}');
    let named = ["注", "备注", "说明", "填表说明"];
    let named = named
        .iter()
        .any(|name| text == *name || text.starts_with(&format!("{name}：")));
    // A date such as 2026.5 begins with a number and a point as well.
    let is_dated = after.starts_with('.') && after[1..].starts_with(|c: char| c.is_ascii_digit());
    bracketed
        || (numbered && !is_dated)
        || text.starts_with(sign)
        || named
        || text.ends_with(['。', '；'])
}

fn is_signature(first: &str) -> bool {
    let label = first
        .split([':', '：'])
        .next()
        .filter(|label| label.len() < first.len());
    label.is_some_and(|label| SIGNATURES.contains(&text::heading_key(label).as_str()))
}

#[cfg(test)]
mod tests;
