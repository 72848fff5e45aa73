//! Workbooks made from the ledger's columns: template, export, and the clerk's sheet with its faults.

use super::{COLUMNS, LedgerRow};
use crate::excel::{
    CellData, ExcelError, Fault, Properties, SheetSpec, TemplateSpec, WriteColumn, annotate,
    template, write_table,
};

const SHEET: &str = "成员单位";
const NOTE: &str =
    "带 * 为必填；一个单位参加多个社区的，每个社区填一行；首行示例导入时会跳过；请勿录入涉密信息。";

/// The ledger's template, offering the office's communities.
///
/// # Errors
/// [`ExcelError::Write`].
pub fn write_template(
    properties: &Properties,
    communities: &[String],
) -> Result<Vec<u8>, ExcelError> {
    let spec = TemplateSpec {
        sheet: SHEET,
        title: "成员单位台账",
        note: NOTE,
        columns: COLUMNS,
        lists: &[("community", communities.to_vec())],
    };
    template::write_template(properties, &spec)
}

/// The clerk's own file with every fault of the ledger coloured and explained.
///
/// # Errors
/// [`ExcelError`] when the file cannot be read or the copy not written.
pub fn write_error_copy(
    bytes: &[u8],
    faults: &[Fault],
    properties: &Properties,
) -> Result<Vec<u8>, ExcelError> {
    annotate::write_error_copy(bytes, COLUMNS, faults, properties)
}

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
        columns: COLUMNS.iter().map(WriteColumn::from).collect(),
        rows: rows.iter().map(cells).collect(),
        frozen_columns: 2,
        ..SheetSpec::default()
    };
    write_table(properties, &spec)
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
    ]
}
