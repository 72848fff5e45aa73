//! The leaders' workbook of ten streets, beside rust_xlsxwriter writing the same cells, each with the
//! format of a cell, and no more: no reading, no measuring, no charts, no
//! highlights, compressed at the level it takes by itself.

use crate::{house, lists, percentile, times, verdict};
use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{Format, FormatBorder, Workbook, Worksheet};
use serde_json::json;
use std::io::Cursor;
use tongxin_tests::Start;

const SIZE: usize = 10;
const RUNS: usize = 20;

/// The cells of a workbook, sheet by sheet.
type Cells = Vec<(String, Vec<Vec<Data>>)>;

pub(crate) async fn measure() {
    let house = house(Start::House).await;
    lists::fill(&house, SIZE).await;
    let made = house.ok("summary.make", json!({})).await;
    let cells = cells(house.bytes(&made));
    let count: usize = cells.iter().flat_map(|(_, rows)| rows).map(Vec::len).sum();
    let ours = times(RUNS, async || house.ok("summary.make", json!({})).await).await;
    let alone = times(RUNS, async || write(&cells)).await;
    let limit = percentile(&alone, 50) * 3 / 2;
    verdict(
        &format!("summary workbook at {SIZE}x, {count} cells, median beside 1.5 bare"),
        percentile(&ours, 50),
        limit,
    );
    house.close().await;
}

fn cells(bytes: Vec<u8>) -> Cells {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheets = book.worksheets().into_iter();
    sheets
        .map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect()))
        .collect()
}

fn write(cells: &Cells) -> Vec<u8> {
    let mut book = Workbook::new();
    let format = Format::new().set_border(FormatBorder::Thin).set_text_wrap();
    for (name, rows) in cells {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                write_cell(sheet, &format, (row, column), cell);
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn write_cell(sheet: &mut Worksheet, format: &Format, (row, column): (u32, u16), cell: &Data) {
    match cell {
        Data::Empty => _ = sheet.write_blank(row, column, format).unwrap(),
        Data::Int(number) => {
            _ = sheet
                .write_number_with_format(row, column, *number as f64, format)
                .unwrap();
        }
        Data::Float(number) => {
            _ = sheet
                .write_number_with_format(row, column, *number, format)
                .unwrap();
        }
        other => {
            _ = sheet
                .write_string_with_format(row, column, other.to_string(), format)
                .unwrap();
        }
    }
}
