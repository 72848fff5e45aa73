//! Reads a .csv as offices save it: UTF-8 or GBK, with commas, semicolons or tabs between the cells.

use csv::ReaderBuilder;
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{Budget, Cells, text_value};
use crate::excel::ExcelError;
use crate::excel::sheet::Sheet;

/// Name of the one sheet.
const SHEET: &str = "数据";
/// Lines looked at to tell what stands between cells.
const LOOKED_AT: usize = 20;

/// Reads the table.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ExcelError> {
    let text = decoded(bytes)?;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut budget = Budget::default();
    let mut cells = Cells::new(SHEET, &mut budget);
    for (row, record) in (0..).zip(reader.records()) {
        let record = record.map_err(ExcelError::damaged)?;
        for (column, value) in (0..).zip(&record) {
            cells.push(row, column, text_value(value))?;
        }
    }
    Ok(vec![Sheet {
        name: SHEET.to_owned(),
        rows: cells.finish(),
        merges: Vec::new(),
    }])
}

/// The text. Excel on Windows saves .csv in GBK without saying so; its superset is GB 18030.
fn decoded(bytes: &[u8]) -> Result<String, ExcelError> {
    let (encoding, told) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, length),
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, 0),
        None => (GB18030, 0),
    };
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    if bytes.is_empty() || (!wide && bytes.contains(&0)) {
        return Err(ExcelError::NotWorkbook);
    }
    let (text, broken) = encoding.decode_without_bom_handling(&bytes[told..]);
    match broken || text.contains('\0') {
        true => Err(ExcelError::NotWorkbook),
        false => Ok(text.into_owned()),
    }
}

/// What stands most often between the cells of the first lines.
fn delimiter(text: &str) -> u8 {
    let count = |sign: u8| {
        let lines = text.lines().take(LOOKED_AT);
        lines
            .map(|line| line.bytes().filter(|byte| *byte == sign).count())
            .sum::<usize>()
    };
    let signs = [b',', b'\t', b';'];
    // The first of several that are equally frequent: a comma.
    let best = signs.into_iter().rev().max_by_key(|sign| count(*sign));
    best.unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
        let sheet = read(bytes).unwrap().remove(0);
        let row = |row: &crate::excel::sheet::Row| {
            let cells = row.cells.iter();
            cells.map(|(_, value)| value.display()).collect()
        };
        sheet.rows.iter().map(row).collect()
    }

    #[test]
    fn utf_8_and_gbk_are_told_apart() {
        let text = "社区,书记\n听雨社区,\"周明,书记\"\n";
        let expected = vec![vec!["社区", "书记"], vec!["听雨社区", "周明,书记"]];
        let mut marked = vec![0xef, 0xbb, 0xbf];
        marked.extend(text.as_bytes());
        assert_eq!(texts(text.as_bytes()), expected);
        assert_eq!(texts(&marked), expected);
        assert_eq!(texts(&GB18030.encode(text).0), expected);
    }

    #[test]
    fn tabs_of_a_unicode_text_are_cells() {
        let mut wide = vec![0xff, 0xfe];
        wide.extend(
            "社区\t书记\r\n听雨社区\t周明\r\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        );
        assert_eq!(
            texts(&wide),
            vec![vec!["社区", "书记"], vec!["听雨社区", "周明"]]
        );
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            &b""[..],
            &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..],
            &b"\xff\xff\xff"[..],
        ] {
            assert!(
                matches!(read(bytes), Err(ExcelError::NotWorkbook)),
                "{bytes:?}"
            );
        }
    }
}
