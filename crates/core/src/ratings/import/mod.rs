//! Import of score sheets (考评打分表导入): compare first, write only when asked; both by the same
//! comparison, so that what was shown is what is done.

mod apply;
mod compare;
mod places;

use super::sheet::{COLUMNS, ScoreFile, parse_scores};
use super::{RatingPeriod, RatingScheme, RatingState};
use crate::calendar::Month;
use crate::error::{Error, Result};
use crate::excel::sheet::Sheet;
use crate::excel::{Fault, annotate};
use crate::files::FileRef;
use crate::office::Cx;
use crate::registers::{FieldChange, ImportCount, ImportStatus, error_copy, wrong_rows};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use apply::import_scores;
use compare::{Comparison, compare};

/// Arguments of `ratings.previewScores`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PreviewScores {
    /// The workbook.
    pub file: FileRef,
    /// The period; the one of the month that the sheet names when not said.
    #[ts(optional)]
    pub period_id: Option<String>,
}

/// Arguments of `ratings.importScores`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportScores {
    /// The workbook.
    pub file: FileRef,
    /// The period; the one of the month that the sheet names when not said, opened where there is none.
    #[ts(optional)]
    pub period_id: Option<String>,
    /// Make the communities, compounds, buildings and stairwells that are not known.
    #[serde(default)]
    pub create_places: bool,
    /// Leave out the wrong rows and take the others.
    #[serde(default)]
    pub skip_wrong: bool,
}

/// A line of the preview: one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreImportRow {
    /// Row number as Excel shows it.
    pub row: u32,
    /// The compound.
    pub compound: String,
    /// Who is rated.
    pub rated: String,
    /// Who rates.
    pub judge: String,
    /// What it means for the sheets kept.
    pub status: ImportStatus,
    /// Marks that differ.
    pub changes: Vec<FieldChange>,
}

/// What an import of score sheets would do.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScoresPreview {
    /// The sheet that was read.
    pub sheet: String,
    /// The month it is for.
    pub month: Month,
    /// The period it goes into; none where one would be opened.
    pub period_id: Option<String>,
    /// The scheme it goes by.
    pub scheme: String,
    /// Score sheets.
    pub sheets: ImportCount,
    /// Compounds in the sheet.
    pub compounds: i64,
    /// Buildings rated.
    pub buildings: i64,
    /// Scopes with at most three buildings, where judges and flags are fewer.
    pub small_scopes: i64,
    /// Lines without any mark.
    pub unfilled: i64,
    /// Sheets that take the place of one assigned to another judge.
    pub replaced: i64,
    /// Communities that are not known and would be made when asked.
    pub communities_to_create: Vec<String>,
    /// Compounds that are not known and would be made when asked.
    pub compounds_to_create: Vec<String>,
    /// Buildings that are not known and would be made when asked.
    pub buildings_to_create: Vec<String>,
    /// Stairwells that are not known and would be made when asked, where stairwells are rated.
    pub stairwells_to_create: Vec<String>,
    /// Rows that are wrong.
    pub wrong_rows: i64,
    /// What is wrong, by cell and reason.
    pub faults: Vec<Fault>,
    /// What was put right in silence.
    pub corrections: Vec<Fault>,
    /// The rows.
    pub rows: Vec<ScoreImportRow>,
    /// The sheet with an error column, where there are wrong rows.
    pub error_copy: Option<FileRef>,
}

/// What an import of score sheets did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScoresOutcome {
    /// The period it went into.
    pub period_id: String,
    /// Score sheets.
    pub sheets: ImportCount,
    /// Communities made.
    pub communities_created: i64,
    /// Compounds made.
    pub compounds_created: i64,
    /// Buildings made.
    pub buildings_created: i64,
    /// Stairwells made.
    pub stairwells_created: i64,
    /// Wrong rows left out.
    pub skipped_rows: i64,
}

/// `ratings.previewScores`.
pub async fn preview_scores(cx: &mut Cx<'_>, args: PreviewScores) -> Result<ScoresPreview> {
    let sheets = cx.read_tables(&args.file).await?;
    let target = Target::find(cx, &sheets, args.period_id.as_deref()).await?;
    let comparison = compare(cx, &target).await?;
    let header = annotate::header_of(COLUMNS);
    let about = (&args.file, "楼栋考评打分表");
    let error_copy = error_copy(cx, about, &sheets, header, &comparison.faults)?;
    Ok(shown(target, comparison, error_copy))
}

/// Where a file goes: its rows by the scheme of the period they are for.
struct Target {
    file: ScoreFile,
    month: Month,
    /// None where a period would be opened.
    period: Option<RatingPeriod>,
    scheme: RatingScheme,
}

impl Target {
    /// # Errors
    /// `Invalid` where no period is known, or the sheet is for another month; `State` for one that
    /// is published.
    async fn find(cx: &mut Cx<'_>, sheets: &[Sheet], period: Option<&str>) -> Result<Self> {
        if let Some(id) = period {
            let period = super::period::draft_in_reach(cx, id).await?;
            return Self::of_period(cx, sheets, period).await;
        }
        let scheme = super::schemes::scheme_to_use(cx).await?;
        let file = parse_scores(sheets, &scheme.rules)?;
        let month = file.month.ok_or_else(|| {
            let message = "表里没有写明考评月份，请先选择考评期次，再导入。";
            Error::invalid("period_id", message)
        })?;
        let street = super::store::periods_of(&mut cx.tx, month).await?;
        match street
            .into_iter()
            .find(|period| period.community_id.is_none())
        {
            Some(period) => {
                let period = super::period::draft_in_reach(cx, &period.id).await?;
                Self::of_period(cx, sheets, period).await
            }
            None => Ok(Self {
                file,
                month,
                period: None,
                scheme,
            }),
        }
    }

    async fn of_period(cx: &mut Cx<'_>, sheets: &[Sheet], period: RatingPeriod) -> Result<Self> {
        debug_assert_eq!(period.state, RatingState::Draft);
        let scheme: RatingScheme = cx.tx.get(&period.scheme_id).await?;
        let file = parse_scores(sheets, &scheme.rules)?;
        if let Some(other) = file.month.filter(|month| *month != period.month) {
            let message = format!(
                "表里写的是{}，与所选的{}考评不一致，请核对文件或另选期次。",
                other.chinese(),
                period.month.chinese()
            );
            return Err(Error::invalid("period_id", message));
        }
        Ok(Self {
            file,
            month: period.month,
            period: Some(period),
            scheme,
        })
    }
}

fn shown(target: Target, comparison: Comparison, error_copy: Option<FileRef>) -> ScoresPreview {
    let unknown = comparison.places.unknown();
    ScoresPreview {
        sheet: target.file.sheet,
        month: target.month,
        period_id: target.period.map(|period| period.id),
        scheme: target.scheme.title(),
        sheets: comparison.count(),
        compounds: comparison.places.compounds(),
        buildings: comparison.buildings,
        small_scopes: comparison.small_scopes,
        unfilled: target.file.unfilled,
        replaced: comparison.replaced,
        communities_to_create: unknown.communities,
        compounds_to_create: unknown.compounds,
        buildings_to_create: unknown.buildings,
        stairwells_to_create: unknown.stairwells,
        wrong_rows: wrong_rows(&comparison.faults),
        rows: comparison.rows(&target.scheme.rules),
        faults: comparison.faults,
        corrections: target.file.corrections,
        error_copy,
    }
}
