//! Import of score sheets (考评打分表导入): compare first, write only when asked; both by the same
//! comparison, so that what was shown is what is done.

mod apply;
mod compare;
mod places;

use super::sheet::{REGISTER, ScoreFile, columns, item_texts, read_scores};
use super::{RatingPeriod, RatingScheme, RatingState};
use crate::office::Cx;
use crate::registers::{
    ColumnChoice, FieldChange, ImportCount, ImportStatus, MappedSheet, Reading, Remembered, TOLD,
    error_copy, leave_out, recall, wrong_rows,
};
use ground::calendar::Month;
use ground::error::{Error, Result};
use ground::files::FileRef;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use tables::Fault;
use tables::header::Header;
use tables::sheet::Sheet;
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
    /// Headings the clerk chose for columns, over what was found and what was chosen before.
    #[serde(default)]
    pub columns: Vec<ColumnChoice>,
}

/// Arguments of `ratings.importScores`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportScores {
    /// The workbook.
    pub file: FileRef,
    /// The period; the one of the month that the sheet names when not said, opened where there is none.
    #[ts(optional)]
    pub period_id: Option<String>,
    /// The file as the preview saw it; refused when it is another by now.
    #[ts(optional)]
    pub file_hash: Option<String>,
    /// Make the communities, compounds, buildings and stairwells that are not known.
    #[serde(default)]
    pub create_places: bool,
    /// Leave out the wrong rows and take the others.
    #[serde(default)]
    pub skip_wrong: bool,
    /// Headings the clerk chose for columns; they are remembered for sheets with the same headings.
    #[serde(default)]
    pub columns: Vec<ColumnChoice>,
}

/// A line of the preview: one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreImportRow {
    /// The sheet.
    pub sheet: String,
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
    /// SHA-256 of the file, by which applying it knows that it is still the same.
    pub file_hash: String,
    /// The sheets, and which heading of theirs is which column.
    pub mapping: Vec<MappedSheet>,
    /// Sheets that were left out because they are for another month.
    pub other_months: Vec<String>,
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
    /// The rows, at most so many that a person can look through them.
    pub rows: Vec<ScoreImportRow>,
    /// How many more there are.
    pub rows_left_out: i64,
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
    let file = cx.table_file(&args.file, None)?;
    let sheets = cx.sheets(&file).await?;
    let asked = (args.period_id.as_deref(), args.columns.as_slice());
    let target = Target::find(cx, &sheets, asked).await?;
    let comparison = compare(cx, &target).await?;
    let header = |sheet: &Sheet| target.headers.get(&sheet.name).copied();
    let about = (&file, "楼栋考评打分表");
    let error_copy = error_copy(cx, about, &sheets, header, &comparison.faults)?;
    Ok(shown(file.hash, target, comparison, error_copy))
}

/// Where a file goes: its rows by the scheme of the period they are for.
struct Target {
    file: ScoreFile,
    mapping: Vec<MappedSheet>,
    /// First and last row of each sheet's header, 0-based.
    headers: HashMap<String, (u32, u32)>,
    /// Columns the clerk chose now.
    chosen: Vec<Remembered>,
    /// Why no sheet could be read.
    unread: Option<Error>,
    month: Month,
    /// None where a period would be opened.
    period: Option<RatingPeriod>,
    scheme: RatingScheme,
}

/// What the clerk said: the period, and headings put right.
type Asked<'a> = (Option<&'a str>, &'a [ColumnChoice]);

impl Target {
    /// # Errors
    /// `Invalid` where no period is known, or the sheets are for other months; `State` for one that
    /// is published; `File` where no sheet looks like one of scores.
    async fn find(cx: &mut Cx<'_>, sheets: &[Sheet], (id, columns): Asked<'_>) -> Result<Self> {
        if let Some(id) = id {
            let period = super::period::draft_in_reach(cx, id).await?;
            return Self::of_period(cx, sheets, period, columns).await;
        }
        let scheme = super::schemes::scheme_to_use(cx).await?;
        // Read once to learn the month; a period of that month may go by another scheme.
        let target = Self::read(cx, sheets, (scheme, None), columns).await?;
        let street = super::store::periods_of(&mut cx.tx, target.month).await?;
        let mut street = street.into_iter();
        match street.find(|period| period.community_id.is_none()) {
            Some(period) => {
                let period = super::period::draft_in_reach(cx, &period.id).await?;
                Self::of_period(cx, sheets, period, columns).await
            }
            None => Ok(target),
        }
    }

    async fn of_period(
        cx: &mut Cx<'_>,
        sheets: &[Sheet],
        period: RatingPeriod,
        columns: &[ColumnChoice],
    ) -> Result<Self> {
        debug_assert_eq!(period.state, RatingState::Draft);
        let scheme: RatingScheme = cx.tx.get(&period.scheme_id).await?;
        Self::read(cx, sheets, (scheme, Some(period)), columns).await
    }

    async fn read(
        cx: &mut Cx<'_>,
        sheets: &[Sheet],
        (scheme, period): (RatingScheme, Option<RatingPeriod>),
        chosen: &[ColumnChoice],
    ) -> Result<Self> {
        let texts = item_texts(&scheme.rules);
        let columns = columns(&scheme.rules, &texts);
        let mut reading = Reading::locate(sheets, &columns, true)?;
        let before = recall(cx, REGISTER, &reading.signatures()).await?;
        reading.choose(&before, chosen);
        let asked = period.as_ref().map(|period| period.month);
        let file = read_scores(&reading, &scheme.rules, asked)?;
        let header =
            |(sheet, header): (&Sheet, &Header)| (sheet.name.clone(), (header.top, header.bottom));
        let is_unread = reading.complete().next().is_none();
        Ok(Self {
            month: month_for(&file, asked)?,
            unread: is_unread.then(|| reading.incomplete().into()),
            mapping: reading.mapped(),
            headers: reading.located().map(header).collect(),
            chosen: reading.to_remember(chosen),
            file,
            period,
            scheme,
        })
    }
}

/// The month a file is for: the one asked for, or the one it names.
fn month_for(file: &ScoreFile, asked: Option<Month>) -> Result<Month> {
    let months: Vec<String> = file.months.iter().map(|month| month.chinese()).collect();
    let refused = |message: String| Err(Error::invalid("period_id", message));
    match (asked, file.months.first()) {
        (Some(month), _) if file.sheets.is_empty() && !file.other_months.is_empty() => {
            refused(format!(
                "表里写的是{}，与所选的{}考评不一致，请核对文件或另选期次。",
                months.join("、"),
                month.chinese()
            ))
        }
        (Some(month), _) => Ok(month),
        (None, Some(month)) if months.len() == 1 => Ok(*month),
        (None, None) => refused("表里没有写明考评月份，请先选择考评期次，再导入。".to_owned()),
        (None, Some(_)) => refused(format!(
            "文件里有{}的打分表，请先选择考评期次，再导入。",
            months.join("、")
        )),
    }
}

fn shown(
    file_hash: String,
    target: Target,
    mut comparison: Comparison,
    error_copy: Option<FileRef>,
) -> ScoresPreview {
    let unknown = comparison.places.unknown();
    let wrong_rows = wrong_rows(&comparison.faults);
    let mut rows = comparison.rows(&target.file, &target.scheme.rules);
    let left_out = leave_out(&mut rows, |row| row.status);
    // After the error copy was made, which has them all.
    comparison.faults.truncate(TOLD);
    ScoresPreview {
        file_hash,
        mapping: target.mapping,
        other_months: target.file.other_months,
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
        wrong_rows,
        rows,
        rows_left_out: i64::try_from(left_out).unwrap_or(i64::MAX),
        faults: comparison.faults,
        corrections: target.file.corrections,
        error_copy,
    }
}
