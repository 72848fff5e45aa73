//! Sheets and files made for tests, hostile ones among them.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::sheet::{CellValue, Merge, Row, Sheet};

const CONTENT_TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const BOOK_RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A zip archive of parts.
pub fn archive(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The smallest workbook around a sheet's XML and its shared strings.
pub fn workbook(sheet_data: &str, strings: Option<&str>) -> Vec<u8> {
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:A1"/>{sheet_data}</worksheet>"#
    );
    let mut parts = vec![
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes().to_vec()),
        ("_rels/.rels", RELATIONS.as_bytes().to_vec()),
        ("xl/workbook.xml", BOOK.as_bytes().to_vec()),
        (
            "xl/_rels/workbook.xml.rels",
            BOOK_RELATIONS.as_bytes().to_vec(),
        ),
        ("xl/worksheets/sheet1.xml", sheet.into_bytes()),
    ];
    if let Some(strings) = strings {
        parts.push(("xl/sharedStrings.xml", strings.as_bytes().to_vec()));
    }
    archive(&parts)
}

/// A sheet of texts; empty texts are empty cells.
pub fn sheet(rows: &[&[&str]]) -> Sheet {
    let row = |(index, texts): (u32, &&[&str])| Row {
        index,
        cells: (0_u32..)
            .zip(texts.iter())
            .filter(|(_, text)| !text.is_empty())
            .map(|(column, text)| (column, CellValue::Text((*text).to_owned())))
            .collect(),
    };
    let rows = (0_u32..)
        .zip(rows)
        .map(row)
        .filter(|row| !row.cells.is_empty())
        .collect();
    Sheet {
        name: "表".to_owned(),
        rows,
        merges: Vec::new(),
    }
}

/// A merged region, 0-based and inclusive.
pub fn merge(top: u32, left: u32, bottom: u32, right: u32) -> Merge {
    Merge {
        top,
        left,
        bottom,
        right,
    }
}
