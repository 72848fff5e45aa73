//! The first sheet of a return: how to fill it in, and the mark by which it is known again.

use ground::calendar::Month;
use tables::sheet::{CellValue, Sheet};
use tables::write::{lines_of, row_height, set_up_print};
use tables::{Book, ExcelError, WriteKind};

/// Name of the sheet.
const SHEET: &str = "说明";
/// What the mark begins with.
const MARK: &str = "同心月度报送";
/// Parts of the mark.
const BETWEEN: char = '|';
/// Hidden column of the mark.
const MARK_COLUMN: u16 = 2;
/// Width of the labels, and of what stands beside them.
const WIDTHS: [u32; 2] = [14, 80];

/// Whose return a workbook is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marks {
    pub month: Month,
    pub committee_id: String,
}

impl Marks {
    fn written(&self) -> String {
        let Self {
            month,
            committee_id,
        } = self;
        format!("{MARK}{BETWEEN}{month}{BETWEEN}{committee_id}")
    }

    fn of(text: &str) -> Option<Self> {
        let rest = text.trim().strip_prefix(MARK)?.strip_prefix(BETWEEN)?;
        let (month, committee) = rest.split_once(BETWEEN)?;
        Some(Self {
            month: month.parse().ok()?,
            committee_id: committee.to_owned(),
        })
    }

    /// The mark of a workbook, wherever it stands; none where it is no return.
    pub fn find(sheets: &[Sheet]) -> Option<Self> {
        // Looked for everywhere, since a row inserted above it or a sheet that was renamed moves
        // it.
        let cells = sheets
            .iter()
            .flat_map(|sheet| sheet.rows.iter().flat_map(|row| &row.cells));
        cells
            .filter_map(|(_, value)| match value {
                CellValue::Text(text) => Self::of(text),
                _ => None,
            })
            .next()
    }
}

/// Adds the sheet to a workbook.
///
/// # Errors
/// [`ExcelError::Write`].
pub(super) fn add(
    book: &mut Book,
    marks: &Marks,
    title: &str,
    lines: &[(&str, String)],
) -> Result<(), ExcelError> {
    let (worksheet, styles) = book.add_blank(SHEET)?;
    for (at, width) in (0..).zip(WIDTHS) {
        worksheet.set_column_width(at, width)?;
    }
    worksheet.write_string_with_format(0, 0, title, &styles.title)?;
    worksheet.set_row_height(0, 30)?;
    worksheet.write_string(0, MARK_COLUMN, marks.written())?;
    worksheet.set_column_hidden(MARK_COLUMN)?;
    for (row, (label, text)) in (1..).zip(lines) {
        worksheet.write_string_with_format(row, 0, *label, &styles.header)?;
        let format = styles.cell(WriteKind::Long, text);
        worksheet.write_string_with_format(row, 1, text, format)?;
        let lines = lines_of(text, 80);
        worksheet.set_row_height(row, row_height(lines.max(1)))?;
    }
    set_up_print(worksheet);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_was_written() {
        let marks = Marks {
            month: Month::new(2026, 10).unwrap(),
            committee_id: "0199-a".to_owned(),
        };
        assert_eq!(Marks::of(&marks.written()), Some(marks));
        for other in [
            "",
            "同心月度报送",
            "同心月度报送|十月|a",
            "同心月度报送|2026-10",
        ] {
            assert_eq!(Marks::of(other), None, "{other}");
        }
    }
}
