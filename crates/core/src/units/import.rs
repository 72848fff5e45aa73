//! Import of a member-unit ledger (成员单位台账导入): compare first, write only when asked.
//!
//! Preview and apply work from the same [`compare`], so what was shown is what is done. A cell that
//! is empty in the sheet never empties what is kept.

mod apply;
mod compare;
mod register;

use super::sheet::{self, Conflict, Ledger, LedgerRow};
use super::{ListUnits, SeatRow, all_seats, shown_to};
use crate::api::NoArgs;
use crate::error::Result;
use crate::excel::{Fault, annotate};
use crate::files::FileRef;
use crate::office::Cx;
use crate::registers::{
    self, FieldChange, ImportCount, ImportStatus, OfRegister, RegisterKind, error_copy, properties,
    wrong_rows,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use apply::import_apply;
use compare::{Comparison, compare};
pub(crate) use register::UnitLedger;

/// Arguments of `units.importPreview`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportLedger {
    /// The workbook.
    pub file: FileRef,
}

/// Arguments of `units.importApply`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ApplyLedger {
    /// The workbook.
    pub file: FileRef,
    /// Make the communities that are not known, each with its 大党委.
    #[serde(default)]
    pub create_communities: bool,
    /// Leave out the wrong rows and take the others.
    #[serde(default)]
    pub skip_wrong: bool,
    /// Values chosen where rows disagree. Without a choice what is kept stays; for a new unit the
    /// first row's value is taken.
    #[serde(default)]
    pub choices: Vec<ConflictChoice>,
}

/// The value chosen for a fact on which rows disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConflictChoice {
    /// The unit.
    pub unit_name: String,
    /// The field, as the conflict names it.
    pub field: String,
    /// The value, one of the conflict's.
    pub value: String,
}

/// A line of the preview: one membership of the sheet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportRow {
    /// Row number as Excel shows it.
    pub row: u32,
    /// Community.
    pub community: String,
    /// Unit.
    pub unit_name: String,
    /// What it means for the seat.
    pub status: ImportStatus,
    /// Fields of seat and unit that differ.
    pub changes: Vec<FieldChange>,
}

/// What an import would do.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportPreview {
    /// The sheet that was read.
    pub sheet: String,
    /// Memberships.
    pub memberships: ImportCount,
    /// Units.
    pub units: ImportCount,
    /// Units that sit on several committees.
    pub units_on_several: i64,
    /// Communities in the sheet.
    pub communities: i64,
    /// Communities that are not known and would be made when asked.
    pub communities_to_create: Vec<String>,
    /// Facts on which rows disagree, to choose.
    pub conflicts: Vec<Conflict>,
    /// Rows that are wrong.
    pub wrong_rows: i64,
    /// What is wrong, by cell and reason.
    pub faults: Vec<Fault>,
    /// What was put right in silence.
    pub corrections: Vec<Fault>,
    /// The rows.
    pub rows: Vec<ImportRow>,
    /// The sheet with an error column, where there are wrong rows.
    pub error_copy: Option<FileRef>,
}

/// What an import did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportOutcome {
    /// Memberships.
    pub memberships: ImportCount,
    /// Units.
    pub units: ImportCount,
    /// Communities made.
    pub communities_created: i64,
    /// Wrong rows left out.
    pub skipped_rows: i64,
}

/// `units.importPreview`.
pub async fn import_preview(cx: &mut Cx<'_>, args: ImportLedger) -> Result<ImportPreview> {
    let sheets = cx.read_tables(&args.file).await?;
    let ledger = sheet::parse_ledger(&sheets)?;
    let comparison = compare(cx, &ledger, &[]).await?;
    let header = annotate::header_of(sheet::COLUMNS);
    let about = (&args.file, "成员单位台账");
    let error_copy = error_copy(cx, about, &sheets, header, &ledger.faults)?;
    Ok(shown(ledger, comparison, error_copy))
}

fn shown(ledger: Ledger, comparison: Comparison, error_copy: Option<FileRef>) -> ImportPreview {
    ImportPreview {
        sheet: ledger.sheet_name,
        memberships: comparison.seat_count(),
        units: comparison.unit_count(),
        units_on_several: comparison.units_on_several,
        communities: comparison.communities,
        wrong_rows: wrong_rows(&ledger.faults),
        faults: ledger.faults,
        corrections: ledger.corrections,
        rows: comparison.rows(),
        communities_to_create: comparison.unknown_communities,
        conflicts: comparison.conflicts,
        error_copy,
    }
}

/// `units.template`.
pub async fn template(cx: &mut Cx<'_>, _: NoArgs) -> Result<FileRef> {
    let register = RegisterKind::Units;
    registers::register_template(cx, OfRegister { register }).await
}

/// `units.export`: the seats of the units a list shows, in the ledger's own columns.
pub async fn export(cx: &mut Cx<'_>, args: ListUnits) -> Result<FileRef> {
    let wanted = every_unit(cx, args).await?;
    let seats = all_seats(&mut cx.tx, &cx.session.committees).await?;
    let seats = shown_to(cx.session, seats);
    let rows = seats.into_iter().enumerate().filter_map(|(place, seat)| {
        let unit = wanted.get(&seat.seat.unit_id)?;
        Some(ledger_row(place, &seat, unit))
    });
    let rows: Vec<LedgerRow> = rows.collect();
    let properties = properties(cx, "成员单位台账");
    let making = move || sheet::write_units(&properties, "成员单位台账", &rows);
    let bytes = cx.make(making).await??;
    Ok(cx.office.files().keep("成员单位台账.xlsx", bytes))
}

async fn every_unit(
    cx: &mut Cx<'_>,
    mut args: ListUnits,
) -> Result<std::collections::HashMap<String, super::Unit>> {
    let mut units = std::collections::HashMap::new();
    args.page.limit = Some(500);
    loop {
        let page = super::page(&mut cx.tx, &args).await?;
        units.extend(page.rows.into_iter().map(|unit| (unit.id.clone(), unit)));
        args.page.after = page.next;
        if args.page.after.is_none() {
            return Ok(units);
        }
    }
}

fn ledger_row(place: usize, row: &SeatRow, unit: &super::Unit) -> LedgerRow {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    LedgerRow {
        row: u32::try_from(place + 1).unwrap_or(u32::MAX),
        community: row.committee_name.trim_end_matches("“大党委”").to_owned(),
        unit_name: unit.name.clone(),
        nature: some(&unit.nature),
        party_members: unit.party_members,
        leader_name: some(&unit.leader_name),
        leader_post: some(&unit.leader_post),
        liaison_name: some(&row.seat.liaison_name),
        liaison_phone: some(&row.seat.liaison_phone),
        joined: row.seat.joined,
        note: some(&row.seat.note),
    }
}
