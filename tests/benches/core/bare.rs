//! The cells of a workbook, and rust_xlsxwriter writing them again, each with the format of a cell, and no
//! more: no reading, no measuring, no charts, no highlights, compressed at the level it takes by itself.

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{Format, FormatBorder, Workbook, Worksheet};
use std::io::Cursor;

/// The cells of a workbook, sheet by sheet.
pub(crate) type Cells = Vec<(String, Vec<Vec<Data>>)>;

pub(crate) fn cells(bytes: Vec<u8>) -> Cells {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheets = book.worksheets().into_iter();
    sheets
        .map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect()))
        .collect()
}

pub(crate) fn count(cells: &Cells) -> usize {
    cells.iter().flat_map(|(_, rows)| rows).map(Vec::len).sum()
}

/// The formats of a cell and of a day.
struct Formats {
    cell: Format,
    day: Format,
}

pub(crate) fn write(cells: &Cells) -> Vec<u8> {
    let mut book = Workbook::new();
    let cell = Format::new().set_border(FormatBorder::Thin).set_text_wrap();
    let day = cell.clone().set_num_format("yyyy-mm-dd");
    let formats = Formats { cell, day };
    for (name, rows) in cells {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                write_cell(sheet, &formats, (row, column), cell);
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn write_cell(sheet: &mut Worksheet, formats: &Formats, (row, column): (u32, u16), cell: &Data) {
    let format = &formats.cell;
    let written = match cell {
        Data::Empty => sheet.write_blank(row, column, format),
        Data::Int(number) => sheet.write_number_with_format(row, column, *number as f64, format),
        Data::Float(number) => sheet.write_number_with_format(row, column, *number, format),
        Data::DateTime(day) => {
            sheet.write_number_with_format(row, column, day.as_f64(), &formats.day)
        }
        Data::String(text) => sheet.write_string_with_format(row, column, text, format),
        other => sheet.write_string_with_format(row, column, other.to_string(), format),
    };
    written.unwrap();
}
