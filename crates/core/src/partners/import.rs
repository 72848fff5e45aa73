//! Import of a partner register: compare first, write only when asked.
//!
//! Preview and apply work from the same comparison, so what was shown is what is done. A cell that
//! is empty in the sheet never empties what is kept.

mod compare;
mod matching;
mod numbers;

use super::commands::whole_reach;
use super::sheet::{self, SheetLine, Sheets};
use super::{ListPartners, Partner, PartnerKind, number, store};
use crate::api::NoArgs;
use crate::committees::{all_communities, establish_all};
use crate::error::{Error, Result};
use crate::excel::{Fault, annotate};
use crate::files::FileRef;
use crate::office::Cx;
use crate::progress::Stage;
use crate::registers::{
    FieldChange, ImportCount, ImportStatus, error_copy, properties, wrong_rows,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use compare::{Comparison, compare};
pub use numbers::{NumberChoice, NumberConflict, NumberHolder};

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
    /// The rows.
    pub rows: Vec<PartnerImportRow>,
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
    let file = cx.read_tables(&args.file).await?;
    let mut sheets = sheet::parse(&file)?;
    let comparison = compare(cx, &mut sheets, &[]).await?;
    let header = annotate::header_of(sheet::COLUMNS);
    let about = (&args.file, "合伙人登记表");
    let error_copy = error_copy(cx, about, &file, header, &sheets.faults)?;
    Ok(shown(sheets, comparison, error_copy))
}

fn shown(sheets: Sheets, comparison: Comparison, error_copy: Option<FileRef>) -> PartnerPreview {
    let count = |kind: Option<PartnerKind>| comparison.count(kind);
    let kinds = PartnerKind::ALL.into_iter().map(|kind| KindCount {
        kind,
        count: count(Some(kind)),
    });
    PartnerPreview {
        partners: count(None),
        kinds: kinds.filter(|kind| kind.count.total > 0).collect(),
        communities: comparison.communities,
        wrong_rows: wrong_rows(&sheets.faults),
        rows: comparison.rows(),
        communities_to_create: comparison.unknown_communities,
        conflicts: comparison.conflicts,
        likely_same: comparison.likely_same,
        sheets: sheets.names,
        faults: sheets.faults,
        corrections: sheets.corrections,
        error_copy,
    }
}

/// `partners.importApply`: one transaction, one change set, which `changes.undo` takes back whole.
pub async fn import_apply(cx: &mut Cx<'_>, args: ApplyPartners) -> Result<PartnerImported> {
    let file = cx.read_tables(&args.file).await?;
    let mut sheets = sheet::parse(&file)?;
    let comparison = compare(cx, &mut sheets, &args.choices).await?;
    let wrong = wrong_rows(&sheets.faults);
    if wrong > 0 && !args.skip_wrong {
        let message =
            format!("登记表中有 {wrong} 行有错，请改正后重新选择文件，或勾选“跳过有错的行”。");
        return Err(Error::invalid("skip_wrong", message).with_detail(&sheets.faults));
    }
    refuse_unknown(&comparison, args.create_communities)?;
    cx.because(format!("导入{}", args.file.name));
    let made = establish_all(cx, &comparison.unknown_communities).await?;
    let outcome = PartnerImported {
        partners: comparison.count(None),
        communities_created: i64::try_from(made.len()).unwrap_or(i64::MAX),
        skipped_rows: wrong,
        numbers_left_out: comparison.numbers_left_out,
    };
    let mut written = Vec::new();
    for planned in comparison.planned {
        let mut partner = planned.record;
        if partner.community_id.is_none() {
            let community = made.get(&planned.row.community);
            partner.community_id = community.and_then(|made| made.community_id.clone());
        }
        if planned.status != ImportStatus::Unchanged {
            written.push(partner);
        }
    }
    cx.progress.enter(Stage::Writing, written.len()).await?;
    cx.save_all(&written).await?;
    let numbers = written.iter().map(|partner| partner.number.as_str());
    number::respect(cx, numbers).await?;
    Ok(outcome)
}

fn refuse_unknown(comparison: &Comparison, create: bool) -> Result<()> {
    let unknown = &comparison.unknown_communities;
    if create || unknown.is_empty() {
        return Ok(());
    }
    let message = format!(
        "有 {} 个社区尚未建立（{}），请勾选“新建社区”后再导入。",
        unknown.len(),
        unknown.join("、")
    );
    Err(Error::invalid("create_communities", message).with_detail(unknown))
}

/// `partners.template`.
pub async fn template(cx: &mut Cx<'_>, _: NoArgs) -> Result<FileRef> {
    let communities = all_communities(&mut cx.tx)
        .await?
        .into_iter()
        .filter(|c| !c.retired);
    let names: Vec<String> = communities.map(|community| community.name).collect();
    let bytes = sheet::write_template(&properties(cx, "合伙人登记表"), &names)?;
    Ok(cx.office.files().keep("合伙人登记表模板.xlsx", bytes))
}

/// `partners.export`: the partners a list shows, most of every phone hidden.
pub async fn export(cx: &mut Cx<'_>, args: ListPartners) -> Result<FileRef> {
    let partners = every(cx, args).await?;
    let hidden = partners.into_iter().map(|partner| Partner {
        phone: crate::privacy::mask(&partner.phone),
        ..partner
    });
    let hidden = hidden.collect();
    written(cx, hidden, "合伙人登记表.xlsx").await
}

/// `partners.exportPhones`: the same with whole phones, with a line in the log that says who asked.
pub async fn export_phones(cx: &mut Cx<'_>, args: ListPartners) -> Result<FileRef> {
    let partners = every(cx, args).await?;
    cx.looked_at(format!("导出 {} 位合伙人的完整电话", partners.len()));
    written(cx, partners, "合伙人登记表（含电话，内部使用）.xlsx").await
}

async fn written(cx: &mut Cx<'_>, partners: Vec<Partner>, name: &str) -> Result<FileRef> {
    let communities = super::commands::community_names(cx).await?;
    let line = |partner: Partner| SheetLine {
        community: partner
            .community_id
            .as_ref()
            .and_then(|id| communities.get(id).cloned()),
        partner,
    };
    let lines: Vec<SheetLine> = partners.into_iter().map(line).collect();
    let properties = properties(cx, "合伙人登记表");
    let making = move || sheet::write_partners(&properties, lines);
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
