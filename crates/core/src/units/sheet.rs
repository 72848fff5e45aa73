//! The member-unit ledger (成员单位台账) as offices keep it in Excel: reading it, gathering its units,
//! and the workbooks made from it. Pure: knows no database.

mod columns;
mod gather;
mod out;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use ground::calendar::FuzzyDate;
use tables::sheet::Sheet;
use tables::{self, ExcelError, Fault, ReadRow, Skipped, Table, Value};

pub use columns::{COLUMNS, NATURES};
pub(super) use gather::SEAT_FACTS;
pub use gather::{Conflict, ConflictValue, FactOf, LedgerUnit, LedgerUnits, gather};
pub use out::write_units;

/// One row of the ledger: a unit's membership (单位 × 社区大党委).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct LedgerRow {
    /// Name of its sheet.
    #[serde(default)]
    pub sheet: String,
    /// Row number as Excel shows it, from 1.
    pub row: u32,
    /// The seat it was exported from.
    pub record: Option<String>,
    /// Community (社区) whose committee the unit sits on.
    pub community: String,
    /// Full name of the unit.
    pub unit_name: String,
    /// Nature, one of [`NATURES`].
    pub nature: Option<String>,
    /// Number of Party members (党员数).
    pub party_members: Option<i64>,
    /// Head of the unit (负责人).
    pub leader_name: Option<String>,
    /// The head's post (职务).
    pub leader_post: Option<String>,
    /// Liaison on this committee (联络员).
    pub liaison_name: Option<String>,
    /// The liaison's work phone; several are separated by 、.
    pub liaison_phone: Option<String>,
    /// When the unit joined, as precise as written.
    pub joined: Option<FuzzyDate>,
    /// Note (备注).
    pub note: Option<String>,
}

/// A ledger as read: the records, and everything to be told about the rest.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Ledger {
    /// Name of the sheet read, the first of several.
    pub sheet_name: String,
    /// First line above the header.
    pub title: Option<String>,
    /// Year named above the header, such as 2026 in `填报时间：2026年10月`.
    pub year_hint: Option<i32>,
    /// Records without a fault, in sheet order.
    pub rows: Vec<LedgerRow>,
    /// Every fault; a row with one is not among `rows`.
    pub faults: Vec<Fault>,
    /// What was put right in silence and should be told: invisible characters, repeated communities.
    pub corrections: Vec<Fault>,
    /// Blank rows, totals, signatures.
    pub skipped: Vec<Skipped>,
}

/// Reads a member-unit ledger from the sheets of a file.
///
/// # Errors
/// [`ExcelError`] when no sheet is a ledger; faults of cells are in the ledger.
pub fn parse_ledger(sheets: &[Sheet]) -> Result<Ledger, ExcelError> {
    let table = tables::read_table(sheets, COLUMNS)?;
    Ok(Ledger::from(table))
}

impl Ledger {
    /// The ledger of the sheets that were read; an empty one where none could be.
    pub(crate) fn of(tables: Vec<Table>) -> Self {
        let mut sheets = tables.into_iter().map(Self::from);
        let mut ledger = sheets.next().unwrap_or_default();
        for mut sheet in sheets {
            ledger.rows.append(&mut sheet.rows);
            ledger.faults.append(&mut sheet.faults);
            ledger.corrections.append(&mut sheet.corrections);
            ledger.skipped.append(&mut sheet.skipped);
        }
        ledger
    }
}

impl From<Table> for Ledger {
    fn from(table: Table) -> Self {
        let row = |row| ledger_row(&table.sheet, row);
        Self {
            rows: table.rows.into_iter().map(row).collect(),
            sheet_name: table.sheet,
            year_hint: table.preamble.iter().rev().find_map(|line| year_in(line)),
            title: table.preamble.into_iter().next(),
            faults: table.faults,
            corrections: table.corrections,
            skipped: table.skipped,
        }
    }
}

/// The first `20xx年` of a text.
fn year_in(text: &str) -> Option<i32> {
    let digits = |before: &str| {
        let start = before
            .char_indices()
            .rev()
            .take(4)
            .last()
            .map(|(at, _)| at)?;
        before[start..]
            .parse::<i32>()
            .ok()
            .filter(|year| (2000..2100).contains(year))
    };
    text.match_indices('年')
        .find_map(|(at, _)| digits(&text[..at]))
}

/// Fields in the order of [`COLUMNS`]; the record was looked up before.
fn ledger_row(sheet: &str, mut read: ReadRow) -> LedgerRow {
    let row = read.row;
    let mut next = 0..COLUMNS.len();
    let mut take = || next.next().and_then(|at| read.take(at));
    LedgerRow {
        sheet: sheet.to_owned(),
        row,
        record: None,
        community: take().and_then(Value::into_text).unwrap_or_default(),
        unit_name: take().and_then(Value::into_text).unwrap_or_default(),
        nature: take().and_then(Value::into_text),
        party_members: take().and_then(|value| value.as_integer()),
        leader_name: take().and_then(Value::into_text),
        leader_post: take().and_then(Value::into_text),
        liaison_name: take().and_then(Value::into_text),
        liaison_phone: take().and_then(Value::into_text),
        joined: take().and_then(Value::into_date),
        note: take().and_then(Value::into_text),
    }
}
