//! The ledger by commands of its own, for whoever works without a window: what `registers.importPreview`
//! tells of any register, in the ledger's own terms.

use super::compare::{Comparison, compare};
use super::known::know_again;
use super::register::write;
use super::{ConflictChoice, ImportRow};
use crate::committees::{establish_all, refuse_unknown};
use crate::office::Cx;
use crate::registers::{ImportCount, error_copy, skipped, wrong_rows};
use crate::units::sheet::{COLUMNS, Conflict, Ledger};
use ground::error::Result;
use ground::files::FileRef;
use serde::{Deserialize, Serialize};
use tables::sheet::Sheet;
use tables::{Fault, annotate, read_tables};
use ts_rs::TS;

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
    let (ledger, comparison) = compared(cx, &sheets, &[]).await?;
    let header = annotate::header_of(COLUMNS);
    let about = (&args.file, "成员单位台账");
    let error_copy = error_copy(cx, about, &sheets, header, &ledger.faults)?;
    Ok(ImportPreview {
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
    })
}

/// `units.importApply`: one transaction, one change set, which `changes.undo` takes back whole.
///
/// # Errors
/// `Invalid` for wrong rows or communities that were not to be left out or made.
pub async fn import_apply(cx: &mut Cx<'_>, args: ApplyLedger) -> Result<ImportOutcome> {
    let sheets = cx.read_tables(&args.file).await?;
    let (mut ledger, mut comparison) = compared(cx, &sheets, &args.choices).await?;
    let skipped_rows = skipped(&mut ledger.faults, args.skip_wrong)?;
    refuse_unknown(args.create_communities, &comparison.unknown_communities)?;
    cx.because(format!("导入{}", args.file.name));
    let made = establish_all(cx, &comparison.unknown_communities).await?;
    if !made.is_empty() {
        (_, comparison) = compared(cx, &sheets, &args.choices).await?;
    }
    let outcome = ImportOutcome {
        memberships: comparison.seat_count(),
        units: comparison.unit_count(),
        communities_created: i64::try_from(made.len()).unwrap_or(i64::MAX),
        skipped_rows,
    };
    write(cx, comparison).await?;
    Ok(outcome)
}

async fn compared(
    cx: &mut Cx<'_>,
    sheets: &[Sheet],
    choices: &[ConflictChoice],
) -> Result<(Ledger, Comparison)> {
    let mut tables = read_tables(sheets, COLUMNS)?;
    let named = know_again(cx, &mut tables).await?;
    let ledger = Ledger::of(tables);
    let comparison = compare(cx, &ledger, &named, choices).await?;
    Ok((ledger, comparison))
}
