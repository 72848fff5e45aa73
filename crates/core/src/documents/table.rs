//! Tables as several papers have them.

use gongwen::{Align, Column, ColumnWidth, Table};

/// A column with its share of the width.
pub(crate) fn column(title: &str, share: u16, align: Align) -> Column {
    Column {
        title: title.into(),
        width: ColumnWidth::Share(share),
        align,
    }
}

/// A table whose rows are numbered.
pub(crate) fn numbered(columns: Vec<Column>, rows: impl Iterator<Item = Vec<String>>) -> Table {
    let rows = (1..).zip(rows).map(|(number, cells): (usize, _)| {
        std::iter::once(number.to_string()).chain(cells).collect()
    });
    Table {
        columns: std::iter::once(column("序号", 3, Align::Center))
            .chain(columns)
            .collect(),
        rows: rows.collect(),
        ..Table::default()
    }
}
