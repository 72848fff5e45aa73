//! A file's sheets as a register reads them: which are the register's, and which heading is which.

use super::mapping::Remembered;
use super::model::{ColumnChoice, MappedColumn, MappedSheet};
use tables::header::{self, Header};
use tables::sheet::Sheet;
use tables::{Column, ExcelError, RECORD, Table, table};

/// Sheets of a register, located and not yet read.
pub(crate) struct Reading<'a> {
    columns: &'a [Column<'a>],
    located: Vec<(&'a Sheet, Header)>,
}

impl<'a> Reading<'a> {
    /// Finds the register's sheets; all that fit, or the one that fits best. Where no heading is known
    /// the first sheet that looks like a table is taken, for the clerk to say what its columns are.
    ///
    /// # Errors
    /// [`ExcelError::NoHeader`] where no sheet looks like a table.
    pub fn locate(
        sheets: &'a [Sheet],
        columns: &'a [Column<'a>],
        all: bool,
    ) -> Result<Self, ExcelError> {
        let mut located = match all {
            true => table::fitting(sheets, columns),
            false => table::best_sheet(sheets, columns).into_iter().collect(),
        };
        if located.is_empty() {
            let guessed = sheets
                .iter()
                .find_map(|sheet| Some((sheet, header::guess(sheet, columns.len())?)));
            located.extend(guessed);
        }
        if located.is_empty() {
            return Err(table::no_header(columns));
        }
        Ok(Self { columns, located })
    }

    /// What each sheet's headings are, for looking up what was chosen for them before.
    pub fn signatures(&self) -> Vec<String> {
        let signature = |(_, header): &(&Sheet, Header)| header.signature();
        self.located.iter().map(signature).collect()
    }

    /// Puts columns under the headings that were chosen before, and over these under those chosen now.
    pub fn choose(&mut self, remembered: &[Remembered], chosen: &[ColumnChoice]) {
        for (sheet, header) in &mut self.located {
            let signature = header.signature();
            let before = remembered.iter().filter(|old| old.signature == signature);
            for column in before.flat_map(|old| &old.columns) {
                put(
                    header,
                    self.columns,
                    &column.column,
                    column.heading.as_deref(),
                );
            }
            for choice in chosen.iter().filter(|choice| choice.sheet == sheet.name) {
                put(
                    header,
                    self.columns,
                    &choice.column,
                    choice.heading.as_deref(),
                );
            }
        }
    }

    /// What is to be remembered of the sheets whose columns were chosen now.
    pub fn to_remember(&self, chosen: &[ColumnChoice]) -> Vec<Remembered> {
        let is_chosen = |sheet: &Sheet| chosen.iter().any(|choice| choice.sheet == sheet.name);
        let located = self.located.iter().filter(|(sheet, _)| is_chosen(sheet));
        located
            .map(|(sheet, header)| Remembered {
                signature: header.signature(),
                columns: self
                    .columns
                    .iter()
                    .zip(&header.places)
                    .map(|(column, place)| ColumnChoice {
                        sheet: sheet.name.clone(),
                        column: column.key.to_owned(),
                        // Columns without a heading are remembered as well, or the next file
                        // would be guessed at anew.
                        heading: place.map(|at| header.heading(at).to_owned()),
                    })
                    .collect(),
            })
            .collect()
    }

    /// Rows of the header on a sheet, 0-based, where it was located.
    pub fn header_of(&self, sheet: &Sheet) -> Option<(u32, u32)> {
        let mut located = self.located.iter();
        let (_, header) = located.find(|(found, _)| found.name == sheet.name)?;
        Some((header.top, header.bottom))
    }

    /// What the sheets' headings mean, for the person.
    pub fn mapped(&self) -> Vec<MappedSheet> {
        let mapped = self.located.iter();
        mapped
            .map(|(sheet, header)| mapped_sheet(sheet, header, self.columns))
            .collect()
    }

    /// Every sheet, whether it has the columns it needs or not.
    pub fn located(&self) -> impl Iterator<Item = (&'a Sheet, &Header)> {
        self.located.iter().map(|(sheet, header)| (*sheet, header))
    }

    /// Sheets that have the columns they need.
    pub fn complete(&self) -> impl Iterator<Item = (&'a Sheet, &Header)> {
        let needed = |(sheet, header): &(&Sheet, &Header)| {
            header.missing(self.columns, &sheet.name).is_empty()
        };
        self.located().filter(needed)
    }

    /// Reads every sheet that has the columns it needs.
    pub fn read(&self) -> Vec<Table> {
        self.complete()
            .map(|(sheet, header)| table::read_located(sheet, self.columns, header.clone()))
            .collect()
    }

    /// Says which columns the first sheet lacks, where none can be read.
    pub fn incomplete(&self) -> ExcelError {
        match self.located.first() {
            Some((sheet, header)) if header.matches() > 0 => ExcelError::MissingColumns {
                sheet: sheet.name.clone(),
                missing: header.missing(self.columns, &sheet.name).join("、"),
            },
            _ => table::no_header(self.columns),
        }
    }
}

fn put(header: &mut Header, columns: &[Column], key: &str, heading: Option<&str>) {
    if let Some(at) = columns.iter().position(|column| column.key == key) {
        header.choose(at, heading);
    }
}

fn mapped_sheet(sheet: &Sheet, header: &Header, columns: &[Column]) -> MappedSheet {
    let declared = columns.iter().enumerate();
    // Record numbers stand in a hidden column; there is no heading to choose for them.
    let shown = declared.filter(|(_, column)| column.key != RECORD.key);
    MappedSheet {
        sheet: sheet.name.clone(),
        header_row: header.bottom + 1,
        headings: header.headings.iter().map(|h| h.text.clone()).collect(),
        columns: shown
            .map(|(at, column)| MappedColumn {
                column: column.key.to_owned(),
                title: column.full_title(),
                required: column.required,
                heading: header.places[at].map(|place| header.heading(place).to_owned()),
                by: header.matched[at],
            })
            .collect(),
        missing: header.missing(columns, &sheet.name),
    }
}
