//! The records of an older workbook: where cells stand, and how much of a date each shows.

use std::collections::HashMap;

use super::Precision;

/// Begins a sheet.
pub(super) const BOF: u16 = 0x0809;
const SHEET: u16 = 0x0085;
const FORMAT: u16 = 0x041e;
const CELL_FORMAT: u16 = 0x00e0;
/// Several numbers side by side.
const NUMBERS: u16 = 0x00bd;
/// Records that stand for one cell, or for several, begin with the row and the first column.
const CELLS: [u16; 8] = [
    0x0006, NUMBERS, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e,
];
/// Bytes of one of several numbers: its format, and the number.
const ONE_OF_SEVERAL: usize = 6;

/// One record.
pub(super) struct Record<'b> {
    /// Where it begins.
    pub at: usize,
    pub kind: u16,
    data: &'b [u8],
}

impl Record<'_> {
    fn short(&self, at: usize) -> Option<u16> {
        let bytes = self.data.get(at..at + 2)?;
        Some(u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    /// Row, first and last column of the cells it stands for.
    pub fn cells(&self) -> Option<(u16, u16, u16)> {
        let is_cell = CELLS.contains(&self.kind);
        let (row, column) = (self.short(0)?, self.short(2)?);
        // A record of several cells ends with the last one's column.
        let last = match self.kind {
            NUMBERS => self
                .short(self.data.len().saturating_sub(2))
                .unwrap_or(column),
            _ => column,
        };
        is_cell.then_some((row, column, last))
    }
}

/// The records of a workbook, one after the other.
pub(super) fn records(stream: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let head = stream.get(at..at + 4)?;
        let (kind, length) = (
            u16::from_le_bytes([head[0], head[1]]),
            u16::from_le_bytes([head[2], head[3]]),
        );
        let until = at + 4 + usize::from(length);
        let data = stream.get(at + 4..until)?;
        let record = Record { at, kind, data };
        at = until;
        Some(record)
    })
}

/// Cells that show a month or a year only, by their sheet's place and their own.
#[derive(Default)]
pub(super) struct Shown(HashMap<(usize, u32, u32), Precision>);

impl Shown {
    pub fn of(stream: &[u8]) -> Self {
        let mut formats: HashMap<u16, Precision> = HashMap::new();
        let (mut numbers, mut begins) = (Vec::new(), Vec::new());
        let (mut shown, mut sheet) = (Self::default(), None);
        for record in records(stream) {
            match record.kind {
                FORMAT => formats.extend(record.short(0).zip(code(&record))),
                CELL_FORMAT => numbers.push(record.short(2).unwrap_or_default()),
                SHEET => begins.push((record.short(0), record.short(2))),
                BOF => {
                    // The record that names a sheet tells this place as two halves.
                    let low = |at: usize| u16::try_from(at & 0xffff).ok();
                    let place = (low(record.at), low(record.at >> 16));
                    sheet = begins.iter().position(|begin| *begin == place);
                }
                _ => {
                    let Some((sheet, (row, first, last))) = sheet.zip(record.cells()) else {
                        continue;
                    };
                    for (at, column) in (first..=last).enumerate() {
                        // A record may claim more cells than it has room for.
                        let Some(form) = record.short(4 + at * ONE_OF_SEVERAL) else {
                            break;
                        };
                        let number = numbers.get(usize::from(form)).copied();
                        let number = number.unwrap_or_default();
                        let by_number = || Precision::of_number(number.into());
                        let precision = formats.get(&number).copied().unwrap_or_else(by_number);
                        if precision != Precision::Day {
                            shown
                                .0
                                .insert((sheet, row.into(), column.into()), precision);
                        }
                    }
                }
            }
        }
        shown
    }

    /// How much of a date the cell of a sheet shows.
    pub fn at(&self, sheet: usize, (row, column): (u32, u32)) -> Precision {
        let precision = self.0.get(&(sheet, row, column)).copied();
        precision.unwrap_or(Precision::Day)
    }
}

/// What a format shows: its letters stand in one byte each, or in two.
fn code(record: &Record<'_>) -> Option<Precision> {
    let (wide, text) = (record.data.get(4)? & 1 == 1, record.data.get(5..)?);
    let code: String = match wide {
        true => {
            let units = text
                .chunks_exact(2)
                .map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
            char::decode_utf16(units)
                .map(|c| c.unwrap_or(' '))
                .collect()
        }
        false => text.iter().map(|byte| char::from(*byte)).collect(),
    };
    Some(Precision::of_code(&code))
}
