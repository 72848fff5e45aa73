//! Import of a partner register: compare first, write only when asked.
//!
//! Preview and apply work from the same comparison, so what was shown is what is done. A cell that
//! is empty in the sheet never empties what is kept.

mod fields;
mod matching;
mod numbers;
mod register;
mod rows;
mod words;

use super::commands::{community_names, whole_reach};
use super::{ListPartners, Partner, PartnerKind, store};
use crate::committees::refuse_unknown;
use crate::office::Cx;
use crate::registers::{
    FieldChange, ImportCount, ImportStatus, Importer, Missing, Names, OfRegister, Planned, Reading,
    RegisterKind, create_missing, error_copy, properties, register_template, skipped, wrong_rows,
};
use ground::commands::NoArgs;
use ground::error::Result;
use ground::files::FileRef;
use serde::{Deserialize, Serialize};
use tables::sheet::Sheet;
use tables::{Fault, Table};
use ts_rs::TS;

pub use numbers::{NumberChoice, NumberConflict, NumberHolder};
pub(crate) use register::PartnerRegister;
pub use register::write_partners;
use register::{Entry, planned};
use rows::Told;
pub(super) use words::WHOLE_STREET;

/// Arguments of `partners.importPreview`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PreviewPartners {
    /// The workbook.
    pub file: FileRef,
}

/// Arguments of `partners.importApply`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ApplyPartners {
    /// The workbook.
    pub file: FileRef,
    /// Make the communities that are not known, each with its 大党委.
    #[serde(default)]
    pub create_communities: bool,
    /// Leave out the wrong rows and take the others.
    #[serde(default)]
    pub skip_wrong: bool,
    /// What is kept of numbers that stand several times. Without a choice the first has it, and the
    /// others come in without a number.
    #[serde(default)]
    pub choices: Vec<NumberChoice>,
}

/// A line of the preview: one partner of the sheet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerImportRow {
    /// Sheet.
    pub sheet: String,
    /// Row number as Excel shows it.
    pub row: u32,
    /// Kind.
    pub kind: PartnerKind,
    /// Name.
    pub name: String,
    /// Community.
    pub community: String,
    /// What it means for what is kept.
    pub status: ImportStatus,
    /// Fields that differ.
    pub changes: Vec<FieldChange>,
}

/// How many of a kind are new, differ or are the same.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KindCount {
    /// The kind.
    pub kind: PartnerKind,
    /// How many.
    pub count: ImportCount,
}

/// People or units that may be one, written twice: told, never merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LikelySame {
    /// Kind.
    pub kind: PartnerKind,
    /// Name.
    pub name: String,
    /// Community.
    pub community: String,
    /// Where they stand: sheet and row.
    pub places: Vec<String>,
}

/// What an import would do.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerPreview {
    /// The sheets that were read.
    pub sheets: Vec<String>,
    /// Partners.
    pub partners: ImportCount,
    /// Partners by kind.
    pub kinds: Vec<KindCount>,
    /// Communities in the sheets.
    pub communities: i64,
    /// Communities that are not known and would be made when asked.
    pub communities_to_create: Vec<String>,
    /// Numbers that stand several times, to choose.
    pub conflicts: Vec<NumberConflict>,
    /// Same names in one community with different phones.
    pub likely_same: Vec<LikelySame>,
    /// Rows that are wrong.
    pub wrong_rows: i64,
    /// What is wrong, by cell and reason.
    pub faults: Vec<Fault>,
    /// What was put right in silence.
    pub corrections: Vec<Fault>,
    /// The rows; of many the first that are new or differ, and the first that are the same.
    pub rows: Vec<PartnerImportRow>,
    /// How many more there are.
    pub rows_left_out: i64,
    /// The sheets with an error column, where there are wrong rows.
    pub error_copy: Option<FileRef>,
}

/// What an import did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerImported {
    /// Partners.
    pub partners: ImportCount,
    /// Communities made.
    pub communities_created: i64,
    /// Wrong rows left out.
    pub skipped_rows: i64,
    /// Partners that came in without the number their row gives, since another has it.
    pub numbers_left_out: i64,
}

/// `partners.importPreview`.
pub async fn import_preview(cx: &mut Cx<'_>, args: PreviewPartners) -> Result<PartnerPreview> {
    let sheets = cx.read_tables(&args.file).await?;
    let columns = PartnerRegister::columns();
    let reading = Reading::locate(&sheets, &columns, true)?;
    let tables = read(&reading)?;
    let names = tables.iter().map(|table| table.sheet.clone()).collect();
    let (planned, told) = planned(cx, tables, &[], &[]).await?;
    let header = |sheet: &Sheet| reading.header_of(sheet);
    let about = (&args.file, "合伙人登记表");
    let error_copy = error_copy(cx, about, &sheets, header, &planned.faults)?;
    Ok(shown(names, planned, told, error_copy))
}

fn read(reading: &Reading<'_>) -> Result<Vec<Table>> {
    let tables = reading.read();
    match tables.is_empty() {
        true => Err(reading.incomplete().into()),
        false => Ok(tables),
    }
}

fn shown(
    sheets: Vec<String>,
    planned: Planned<Vec<Entry>>,
    told: Told,
    error_copy: Option<FileRef>,
) -> PartnerPreview {
    let kinds = PartnerKind::ALL.into_iter().map(|kind| KindCount {
        kind,
        count: planned.count_of(kind.chinese()),
    });
    PartnerPreview {
        sheets,
        partners: counted(&planned),
        kinds: kinds.filter(|kind| kind.count.total > 0).collect(),
        communities: told.communities,
        communities_to_create: names_of(&planned.missing),
        wrong_rows: wrong_rows(&planned.faults),
        rows: lines(&planned, &told),
        rows_left_out: i64::try_from(planned.left_out).unwrap_or(i64::MAX),
        conflicts: told.conflicts,
        likely_same: told.likely_same,
        faults: planned.faults,
        corrections: planned.corrections,
        error_copy,
    }
}

fn counted(planned: &Planned<Vec<Entry>>) -> ImportCount {
    planned.count_of(PartnerRegister::INFO.thing)
}

fn names_of(missing: &[Missing]) -> Vec<String> {
    let names = missing.iter().flat_map(|missing| &missing.names);
    names.cloned().collect()
}

fn lines(planned: &Planned<Vec<Entry>>, told: &Told) -> Vec<PartnerImportRow> {
    let lines = planned.rows.iter().filter_map(|row| {
        let kind = told.kind(row)?;
        let row = row.clone();
        Some(PartnerImportRow {
            kind,
            sheet: row.sheet,
            row: row.row,
            name: row.name,
            community: row.place,
            status: row.status,
            changes: row.changes,
        })
    });
    lines.collect()
}

/// `partners.importApply`: one transaction, one change set, which `changes.undo` takes back whole.
pub async fn import_apply(cx: &mut Cx<'_>, args: ApplyPartners) -> Result<PartnerImported> {
    let sheets = cx.read_tables(&args.file).await?;
    let columns = PartnerRegister::columns();
    let reading = Reading::locate(&sheets, &columns, true)?;
    let (mut plan, mut told) = planned(cx, read(&reading)?, &args.choices, &[]).await?;
    let skipped_rows = skipped(&mut plan.faults, args.skip_wrong)?;
    cx.because(format!("导入{}", args.file.name));
    let unknown = names_of(&plan.missing);
    refuse_unknown(args.create_communities, &unknown)?;
    if !unknown.is_empty() {
        create_missing(cx, &plan.missing).await?;
        (plan, told) = planned(cx, read(&reading)?, &args.choices, &[]).await?;
    }
    let outcome = PartnerImported {
        partners: counted(&plan),
        communities_created: i64::try_from(unknown.len()).unwrap_or(i64::MAX),
        skipped_rows,
        numbers_left_out: told.numbers_left_out,
    };
    PartnerRegister::write(cx, plan.write).await?;
    Ok(outcome)
}

/// `partners.template`.
pub async fn template(cx: &mut Cx<'_>, _: NoArgs) -> Result<FileRef> {
    let args = OfRegister {
        register: RegisterKind("partners".into()),
    };
    let file = register_template(cx, args).await?;
    Ok(FileRef {
        name: "合伙人登记表模板.xlsx".to_owned(),
        ..file
    })
}

/// `partners.export`: the partners a list shows, most of every phone hidden.
pub async fn export(cx: &mut Cx<'_>, args: ListPartners) -> Result<FileRef> {
    let partners = every(cx, args).await?;
    written(cx, partners, false, "合伙人登记表.xlsx").await
}

/// `partners.exportPhones`: the same with whole phones, with a line in the log that says who asked.
pub async fn export_phones(cx: &mut Cx<'_>, args: ListPartners) -> Result<FileRef> {
    let partners = every(cx, args).await?;
    cx.looked_at(format!("导出 {} 位合伙人的完整电话", partners.len()));
    let name = "合伙人登记表（含电话，内部使用）.xlsx";
    written(cx, partners, true, name).await
}

async fn written(
    cx: &mut Cx<'_>,
    partners: Vec<Partner>,
    whole_phones: bool,
    name: &str,
) -> Result<FileRef> {
    let communities = Names::new(community_names(cx).await?);
    let properties = properties(cx, "合伙人登记表");
    let making = move || write_partners(&properties, partners, communities, whole_phones);
    let bytes = cx.make(making).await??;
    Ok(cx.office.files().keep(name, bytes))
}

/// Every partner that a list shows, page by page.
pub(crate) async fn every(cx: &mut Cx<'_>, mut args: ListPartners) -> Result<Vec<Partner>> {
    let reach = whole_reach(cx).await?;
    let mut partners = Vec::new();
    args.page.limit = Some(500);
    loop {
        let page = store::page(&mut cx.tx, &args, &reach).await?;
        partners.extend(page.rows);
        args.page.after = page.next;
        if args.page.after.is_none() {
            return Ok(partners);
        }
    }
}
