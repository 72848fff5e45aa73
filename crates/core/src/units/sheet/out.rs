//! The workbook made from the ledger's columns.

use super::{COLUMNS, LedgerRow};
use tables::{
    CellData, Column, ExcelError, Properties, RECORD, SheetSpec, WriteColumn, write_table,
};

const SHEET: &str = "成员单位";

/// Memberships in the ledger's own columns, so that the file can be edited and imported back.
///
/// # Errors
/// [`ExcelError::Write`].
pub fn write_units(
    properties: &Properties,
    title: &str,
    rows: &[LedgerRow],
) -> Result<Vec<u8>, ExcelError> {
    let spec = SheetSpec {
        name: SHEET.to_owned(),
        title: Some(title.to_owned()),
        columns: COLUMNS.iter().map(column).collect(),
        rows: rows.iter().map(cells).collect(),
        frozen_columns: 2,
        ..SheetSpec::default()
    };
    write_table(properties, spec)
}

fn column(declared: &Column) -> WriteColumn {
    WriteColumn {
        hidden: declared.key == RECORD.key,
        ..WriteColumn::from(declared)
    }
}

/// Cells in the order of [`COLUMNS`].
fn cells(row: &LedgerRow) -> Vec<CellData> {
    let row = row.clone();
    vec![
        row.community.into(),
        row.unit_name.into(),
        row.nature.into(),
        row.party_members.into(),
        row.leader_name.into(),
        row.leader_post.into(),
        row.liaison_name.into(),
        row.liaison_phone.into(),
        row.joined.into(),
        row.note.into(),
        row.record.into(),
    ]
}
