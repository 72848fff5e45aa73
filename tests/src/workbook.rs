//! A workbook that somebody edits: read whole, cells changed, written again with the kinds they had.

use calamine::{Data, Reader, SheetVisible, Xlsx};
use rust_xlsxwriter::{Format, Workbook as Writer};
use std::io::Cursor;

/// A workbook under somebody's hands.
pub struct Workbook {
    sheets: Vec<(String, Vec<Vec<Data>>)>,
}

impl Workbook {
    /// Opens what a command made; hidden sheets are left out, as when somebody copies it.
    pub fn open(bytes: &[u8]) -> Self {
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let visible = |visible: &SheetVisible| matches!(visible, SheetVisible::Visible);
        let names: Vec<String> = book
            .sheets_metadata()
            .iter()
            .filter(|sheet| visible(&sheet.visible))
            .map(|sheet| sheet.name.clone())
            .collect();
        let read = |name: String| {
            let range = book.worksheet_range(&name).unwrap();
            (name, range.rows().map(<[Data]>::to_vec).collect())
        };
        Self {
            sheets: names.into_iter().map(read).collect(),
        }
    }

    fn sheet(&mut self, name: &str) -> &mut Vec<Vec<Data>> {
        let mut sheets = self.sheets.iter_mut();
        let found = sheets.find(|(known, _)| known == name);
        &mut found.unwrap_or_else(|| panic!("no sheet {name}")).1
    }

    fn at(&mut self, name: &str, heading: &str) -> (usize, usize) {
        let rows = self.sheet(name).iter().enumerate();
        let mut found = rows.filter_map(|(row, cells)| {
            let is = |cell: &Data| cell_text(cell).trim_start_matches('*') == heading;
            let filled = cells.iter().filter(|cell| !is_empty(cell)).count();
            let column = cells.iter().position(is).filter(|_| filled > 2)?;
            Some((row, column))
        });
        let found = found.next();
        found.unwrap_or_else(|| panic!("no heading {heading} on {name}"))
    }

    /// The cells under a heading that hold something, from the top.
    pub fn column(&mut self, name: &str, heading: &str) -> Vec<String> {
        let (header, column) = self.at(name, heading);
        let below = self.sheet(name).iter().skip(header + 1);
        let cells = below.map(|row| row[column].to_string());
        cells.filter(|cell| !cell.is_empty()).collect()
    }

    /// Writes under a heading, in the row that holds `of`.
    pub fn set(&mut self, name: &str, of: &str, heading: &str, text: &str) {
        let (header, column) = self.at(name, heading);
        let mut rows = self.sheet(name).iter_mut().skip(header + 1);
        let row = rows.find(|row| row.iter().any(|cell| cell_text(cell) == of));
        let row = row.unwrap_or_else(|| panic!("no row with {of} on {name}"));
        row[column] = Data::String(text.to_owned());
    }

    /// Adds a row below the last one that is filled in.
    pub fn add(&mut self, name: &str, cells: &[(&str, &str)]) {
        let places: Vec<usize> = cells
            .iter()
            .map(|(heading, _)| self.at(name, heading).1)
            .collect();
        let rows = self.sheet(name);
        let width = rows.first().map_or(0, Vec::len);
        let empty = |row: &Vec<Data>| row.iter().all(is_empty);
        let last = rows.iter().rposition(|row| !empty(row)).unwrap_or(0);
        let mut row = vec![Data::Empty; width];
        for (place, (_, text)) in places.into_iter().zip(cells) {
            row[place] = Data::String((*text).to_owned());
        }
        rows.insert(last + 1, row);
    }

    /// Takes a sheet out.
    pub fn drop_sheet(&mut self, name: &str) {
        self.sheets.retain(|(known, _)| known != name);
    }

    /// The file as it is handed in.
    pub fn save(&self) -> Vec<u8> {
        let mut book = Writer::new();
        let day = Format::new().set_num_format("yyyy-mm-dd");
        for (name, rows) in &self.sheets {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            for (row, cells) in (0..).zip(rows) {
                for (column, cell) in (0..).zip(cells) {
                    match cell {
                        Data::Empty => continue,
                        Data::Float(number) => sheet.write_number(row, column, *number),
                        Data::Int(number) => sheet.write_number(row, column, *number as f64),
                        Data::DateTime(at) => {
                            sheet.write_number_with_format(row, column, at.as_f64(), &day)
                        }
                        other => sheet.write_string(row, column, other.to_string()),
                    }
                    .unwrap();
                }
            }
        }
        book.save_to_buffer().unwrap()
    }
}

fn cell_text(cell: &Data) -> String {
    cell.to_string()
}

fn is_empty(cell: &Data) -> bool {
    matches!(cell, Data::Empty)
}
