use super::RegisterKind;
use ground::files::FileRef;
use serde::{Deserialize, Serialize};
use std::iter::Sum;
use tables::{Fault, MatchedBy};
use ts_rs::TS;

/// What a row of a sheet means for what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportStatus {
    /// New.
    Created,
    /// Kept, and differs.
    Changed,
    /// Kept, and the same.
    Unchanged,
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// What the field is called.
    pub label: String,
    /// What is kept.
    pub old: String,
    /// What the sheet says.
    pub new: String,
}

/// Rows of a preview that are shown.
pub(super) const SHOWN: usize = 2_000;

/// How many are new, differ or are the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportCount {
    /// All.
    pub total: i64,
    /// New.
    pub created: i64,
    /// Kept, and differ.
    pub changed: i64,
    /// Kept, and the same.
    pub unchanged: i64,
}

impl ImportCount {
    pub(crate) fn add(&mut self, status: ImportStatus) {
        self.total += 1;
        match status {
            ImportStatus::Created => self.created += 1,
            ImportStatus::Changed => self.changed += 1,
            ImportStatus::Unchanged => self.unchanged += 1,
        }
    }

    /// Whether the one that was counted last is among the first of its kind, which are shown.
    pub(super) fn shows(&self, status: ImportStatus) -> bool {
        let shown = i64::try_from(SHOWN).unwrap_or(i64::MAX);
        match status {
            ImportStatus::Unchanged => self.unchanged <= shown,
            _ => self.created + self.changed <= shown,
        }
    }

    /// Counts many at once.
    pub(crate) fn of(all: impl Iterator<Item = ImportStatus>) -> Self {
        let mut count = Self::default();
        all.for_each(|status| count.add(status));
        count
    }
}

impl Sum for ImportCount {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            total: sum.total + one.total,
            created: sum.created + one.created,
            changed: sum.changed + one.changed,
            unchanged: sum.unchanged + one.unchanged,
        })
    }
}

/// Arguments that name a register.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OfRegister {
    /// The register.
    pub register: RegisterKind,
}

/// A register as the import screen offers it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RegisterInfo {
    /// The register.
    pub register: RegisterKind,
    /// What it is called, such as 社区.
    pub title: String,
    /// How to fill it in.
    pub note: String,
    /// Whether it can be exported, to be edited and imported back.
    pub exports: bool,
}

/// The heading the clerk chose for a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnChoice {
    /// The sheet.
    pub sheet: String,
    /// The declared column, by its key.
    pub column: String,
    /// The heading it is under; none where the sheet has no such column.
    pub heading: Option<String>,
}

/// What there is to choose about, as a preview names it; it comes back as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum ChoiceKey {
    /// A fact of one record that rows give differently; one of the values is chosen.
    Fact {
        /// What the record is, such as 席位.
        thing: String,
        /// Which one: its key where it is kept, else what tells it from others, as rows write it.
        record: Vec<String>,
        /// The column, by its key.
        column: String,
    },
    /// Names that may mean one thing; the name that all of them shall have is chosen.
    Names {
        /// The ways it is written.
        names: Vec<String>,
    },
    /// A number that several would bear; who has it is chosen.
    Number {
        /// The number.
        number: String,
    },
}

impl ChoiceKey {
    /// A fact of a record that one text tells from others.
    pub(crate) fn fact(thing: &str, record: impl Into<Vec<String>>, column: &str) -> Self {
        Self::Fact {
            thing: thing.to_owned(),
            record: record.into(),
            column: column.to_owned(),
        }
    }

    /// Whether it is about a fact of such a record.
    pub(crate) fn is_of(&self, thing: &str) -> bool {
        matches!(self, Self::Fact { thing: of, .. } if of == thing)
    }
}

/// What is taken of facts on which rows disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterChoice {
    /// What it is about.
    pub key: ChoiceKey,
    /// One of its values.
    pub value: String,
}

/// Arguments of `registers.importPreview`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PreviewRegister {
    /// The register.
    pub register: RegisterKind,
    /// The file: .xlsx, .xls, .ods or .csv.
    pub file: FileRef,
    /// Headings as the clerk put them right.
    #[serde(default)]
    pub columns: Vec<ColumnChoice>,
}

/// Arguments of `registers.importApply`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ApplyRegister {
    /// The register.
    pub register: RegisterKind,
    /// The file.
    pub file: FileRef,
    /// The file as the preview saw it ([`RegisterPreview::file_hash`]): refused when it is another by now.
    #[ts(optional)]
    pub file_hash: Option<String>,
    /// Headings as the clerk put them right; remembered for sheets with the same headings.
    #[serde(default)]
    pub columns: Vec<ColumnChoice>,
    /// Make what rows name and nobody knows, as the preview lists it.
    #[serde(default)]
    pub create_missing: bool,
    /// Leave out the wrong rows and take the others.
    #[serde(default)]
    pub skip_wrong: bool,
    /// Values chosen where rows disagree. Without a choice what is kept stays; for a new record the
    /// first row's value is taken.
    #[serde(default)]
    pub choices: Vec<RegisterChoice>,
}

/// A line of the preview: one record of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterRow {
    /// The sheet.
    pub sheet: String,
    /// Row number as Excel shows it.
    pub row: u32,
    /// What it is about, such as the person's name.
    pub name: String,
    /// Where it belongs, such as the community; empty where it belongs nowhere.
    pub place: String,
    /// What it means for what is kept.
    pub status: ImportStatus,
    /// Fields that differ.
    pub changes: Vec<FieldChange>,
}

/// How many things of one kind an import would touch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountOf {
    /// What is counted, such as 席位.
    pub thing: String,
    /// How many.
    pub count: ImportCount,
}

/// Things that rows name and nobody knows: made when asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Missing {
    /// What they are, such as 社区.
    pub thing: String,
    /// Their names, in sheet order.
    pub names: Vec<String>,
}

/// A fact that rows give differently, to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterConflict {
    /// What a choice names it by.
    pub key: ChoiceKey,
    /// What it is about, such as the unit's name.
    pub name: String,
    /// The fact, such as 党员数.
    pub label: String,
    /// The values.
    pub values: Vec<RegisterConflictValue>,
}

/// One of the values of a [`RegisterConflict`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterConflictValue {
    /// What a choice names it by.
    pub value: String,
    /// The value and where it stands, for the person.
    pub label: String,
}

/// Records that may be one, written twice: told, never merged in silence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LikelyOne {
    /// What a choice names them by; its value is the name that all of them shall have.
    pub key: ChoiceKey,
    /// The ways it is written.
    pub names: Vec<String>,
    /// Where they stand.
    pub places: Vec<String>,
}

/// A declared column and the heading it is read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MappedColumn {
    /// Its key.
    pub column: String,
    /// What it is called in templates.
    pub title: String,
    /// Whether a record without it is wrong.
    pub required: bool,
    /// The heading on the sheet; none where it is not there.
    pub heading: Option<String>,
    /// How it was found; none where it is not there.
    pub by: Option<MatchedBy>,
}

/// A sheet that is read, with its header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MappedSheet {
    /// Its name.
    pub sheet: String,
    /// The header's last row as Excel shows it.
    pub header_row: u32,
    /// Every heading on it, from the left.
    pub headings: Vec<String>,
    /// The declared columns.
    pub columns: Vec<MappedColumn>,
    /// Titles of required columns without a heading: to be chosen before anything is read.
    pub missing: Vec<String>,
}

/// What an import would do.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RegisterPreview {
    /// SHA-256 of the file, by which applying it knows that it is still the same.
    pub file_hash: String,
    /// The sheets read and what their headings mean.
    pub sheets: Vec<MappedSheet>,
    /// What would be touched; first the records that rows stand for.
    pub counts: Vec<CountOf>,
    /// What else is to be known, one sentence each.
    pub facts: Vec<String>,
    /// What rows name and nobody knows.
    pub missing: Vec<Missing>,
    /// Facts on which rows disagree.
    pub conflicts: Vec<RegisterConflict>,
    /// Records that may be one.
    pub likely_one: Vec<LikelyOne>,
    /// Rows that are wrong.
    pub wrong_rows: i64,
    /// What is wrong, by cell and reason; the first thousand.
    pub faults: Vec<Fault>,
    /// What was put right in silence; the first thousand.
    pub corrections: Vec<Fault>,
    /// The rows, those that change something first; the first two thousand.
    pub rows: Vec<RegisterRow>,
    /// Rows that are not among `rows`.
    pub rows_left_out: i64,
    /// The clerk's own sheets with an error column, where there are wrong rows.
    pub error_copy: Option<FileRef>,
}

/// What an import did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RegisterOutcome {
    /// What was touched.
    pub counts: Vec<CountOf>,
    /// What was made because rows named it.
    pub created: Vec<Missing>,
    /// Wrong rows left out.
    pub skipped_rows: i64,
}
