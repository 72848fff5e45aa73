//! A workbook piece by piece, so that whoever waits for a file has its first rows while the others are
//! still read.

use serde::{Deserialize, Serialize};

use crate::sheet::{Merge, Row, Sheet};

/// A piece of a workbook. Each sheet begins, has rows and ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Part {
    /// A sheet of this name begins.
    Begin(String),
    /// Some more of its rows.
    Rows(Vec<Row>),
    /// It ends.
    End {
        /// Its merged regions, by column and row.
        merges: Vec<Merge>,
        /// Whether rows or cells came out of order.
        unordered: bool,
    },
}

/// Where the pieces of a file go.
pub(crate) type Sink<'s, E> = &'s mut dyn FnMut(Part) -> Result<(), E>;

/// Puts the pieces together.
#[derive(Debug, Default)]
pub(crate) struct Gathered(Vec<Sheet>);

impl Gathered {
    /// Takes the next piece.
    pub fn take(&mut self, part: Part) {
        match (part, self.0.last_mut()) {
            (Part::Begin(name), _) => self.0.push(Sheet {
                name,
                ..Sheet::default()
            }),
            (Part::Rows(mut rows), Some(sheet)) => sheet.rows.append(&mut rows),
            (Part::End { merges, unordered }, Some(sheet)) => {
                sheet.merges = merges;
                if unordered {
                    put_in_order(&mut sheet.rows);
                }
            }
            (_, None) => {}
        }
    }

    /// All sheets.
    pub fn sheets(self) -> Vec<Sheet> {
        self.0
    }
}

/// Puts rows and their cells in order; of a cell that comes twice the first is kept.
pub(super) fn put_in_order(rows: &mut Vec<Row>) {
    rows.sort_by_key(|row| row.index);
    rows.dedup_by(|later, kept| {
        let same = later.index == kept.index;
        if same {
            kept.cells.append(&mut later.cells);
        }
        same
    });
    for row in rows {
        row.cells.sort_by_key(|(column, _)| *column);
        row.cells.dedup_by_key(|(column, _)| *column);
    }
}
