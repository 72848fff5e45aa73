//! What the fuzzer and the stories do with a file: read it as an import would, and check what must hold
//! whatever it is. A breach panics.

use tables::limits;
use tables::sheet::{CellValue, Sheet};
use tongxin_core::units::sheet::COLUMNS;

/// Reads a file of any kind.
pub fn read(bytes: &[u8]) {
    match tables::read::read_workbook(bytes) {
        Ok(sheets) => {
            sheets.iter().for_each(check_sheet);
            check_register(&sheets);
        }
        Err(error) => check_sentence(&error.to_string()),
    }
}

fn check_sheet(sheet: &Sheet) {
    let rows = &sheet.rows;
    assert!(rows.len() <= limits::ROWS, "too many rows");
    assert!(
        rows.windows(2).all(|pair| pair[0].index < pair[1].index),
        "rows are out of order"
    );
    for row in rows {
        let cells = &row.cells;
        assert!(
            cells.windows(2).all(|pair| pair[0].0 < pair[1].0),
            "cells are out of order"
        );
        for (column, value) in cells {
            assert!(*column < limits::COLUMNS, "a cell stands too far right");
            assert_ne!(*value, CellValue::Empty, "an empty cell is kept");
        }
    }
}

/// Every row is a record, a fault or passed over, and everything told is a sentence.
fn check_register(sheets: &[Sheet]) {
    let table = match tables::read_table(sheets, COLUMNS) {
        Ok(table) => table,
        Err(error) => return check_sentence(&error.to_string()),
    };
    for fault in table.faults.iter().chain(&table.corrections) {
        check_sentence(&fault.reason);
    }
    for row in &table.rows {
        assert_eq!(row.values.len(), COLUMNS.len());
        for value in row.values.iter().flatten() {
            assert!(value.display().len() <= 4 * limits::CELL_CHARS);
        }
    }
}

fn check_sentence(told: &str) {
    assert!(told.ends_with('。'), "no whole sentence: {told}");
}
