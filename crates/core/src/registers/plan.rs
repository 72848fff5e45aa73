//! What an import of any register would do, and how a register tells it.

use super::model::{CountOf, LikelyOne, Missing, RegisterChoice, RegisterConflict, RegisterRow};
use crate::office::Cx;
use ground::error::Result;
use tables::{CellData, Column, Fault, Table, WriteColumn};

/// What a register's sheet is called and says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SheetInfo {
    /// Name of the sheet, and of what its rows stand for, such as 社区.
    pub thing: &'static str,
    /// Line above the header.
    pub title: &'static str,
    /// How to fill it in.
    pub note: &'static str,
    /// Columns from the left that stay in view.
    pub frozen: u16,
    /// Whether every fitting sheet of a file is read, or the one that fits best.
    pub all_sheets: bool,
    /// Whether all of it can be exported here; else it is exported from its own list.
    pub exports: bool,
}

/// What an import would do, and what there is to write.
pub(crate) struct Planned<W> {
    /// The first of those that are new or differ, and of those that do not.
    pub rows: Vec<RegisterRow>,
    /// How many more there are.
    pub left_out: usize,
    pub counts: Vec<CountOf>,
    pub facts: Vec<String>,
    pub missing: Vec<Missing>,
    pub conflicts: Vec<RegisterConflict>,
    pub likely_one: Vec<LikelyOne>,
    pub faults: Vec<Fault>,
    pub corrections: Vec<Fault>,
    pub write: W,
}

impl<W> Planned<W> {
    /// The same, to write something else.
    fn with<V>(self, write: V) -> (Planned<V>, W) {
        let told = Planned {
            rows: self.rows,
            left_out: self.left_out,
            counts: self.counts,
            facts: self.facts,
            missing: self.missing,
            conflicts: self.conflicts,
            likely_one: self.likely_one,
            faults: self.faults,
            corrections: self.corrections,
            write,
        };
        (told, self.write)
    }

    /// What there is to tell, apart from what there is to write.
    pub fn split(self) -> (Planned<()>, W) {
        self.with(())
    }
}

impl Planned<()> {
    /// Nothing yet.
    pub fn none() -> Self {
        Self {
            rows: Vec::new(),
            left_out: 0,
            counts: Vec::new(),
            facts: Vec::new(),
            missing: Vec::new(),
            conflicts: Vec::new(),
            likely_one: Vec::new(),
            faults: Vec::new(),
            corrections: Vec::new(),
            write: (),
        }
    }

    /// What was told, with what there is to write.
    pub fn writing<W>(self, write: W) -> Planned<W> {
        self.with(write).0
    }

    /// What another sheet of the same file would do, after this.
    pub fn join(&mut self, other: Self) {
        self.rows.extend(other.rows);
        self.left_out += other.left_out;
        self.counts.extend(other.counts);
        self.facts.extend(other.facts);
        self.missing.extend(other.missing);
        self.conflicts.extend(other.conflicts);
        self.likely_one.extend(other.likely_one);
        self.faults.extend(other.faults);
        self.corrections.extend(other.corrections);
    }
}

/// A register that can be imported. Most get it from [`super::Register`]; those whose rows stand for
/// several records write their own.
pub(crate) trait Importer: Send + Sync + 'static {
    /// What there is to write.
    type Write: Send;

    /// What its sheet is called and says.
    const INFO: SheetInfo;

    /// Its columns, in the order of the template.
    fn columns() -> Vec<Column<'static>>;

    /// Lists of the office's own that templates offer, by column key.
    fn lists(
        cx: &mut Cx<'_>,
    ) -> impl Future<Output = Result<Vec<(&'static str, Vec<String>)>>> + Send;

    /// Compares what was read with what is kept. Nothing is written.
    fn plan(
        cx: &mut Cx<'_>,
        tables: Vec<Table>,
        choices: &[RegisterChoice],
    ) -> impl Future<Output = Result<Planned<Self::Write>>> + Send;

    /// Writes what was planned.
    fn write(cx: &mut Cx<'_>, write: Self::Write) -> impl Future<Output = Result<()>> + Send;

    /// Everything that is kept, in the register's own columns; none where it is exported elsewhere.
    fn export(cx: &mut Cx<'_>) -> impl Future<Output = Result<Option<Exported>>> + Send;
}

/// A register's columns and rows, to be written to a sheet.
pub(crate) struct Exported {
    pub columns: Vec<WriteColumn>,
    pub rows: Vec<Vec<CellData>>,
}
