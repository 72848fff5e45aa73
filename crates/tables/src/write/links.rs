/// The target of a link to a cell of a sheet, both 0-based.
#[must_use]
pub fn sheet_link(sheet: &str, row: u32, column: u32) -> String {
    let column = crate::text::column_letters(column);
    format!(
        "internal:'{}'!{column}{}",
        sheet.replace('\'', "''"),
        row + 1
    )
}
