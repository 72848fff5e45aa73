//! Reads a .csv as offices save it: UTF-8 or GBK, with commas, semicolons or tabs between the cells.

use csv::ReaderBuilder;
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{Budget, Cells, text_value};
use crate::ExcelError;
use crate::sheet::Sheet;

/// Name of the one sheet.
const SHEET: &str = "数据";
/// Lines looked at to tell what stands between cells.
const LOOKED_AT: usize = 20;

/// Reads the table.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ExcelError> {
    let text = decoded(bytes)?;
    let delimiter = delimiter(&text);
    let mut reader = ReaderBuilder::new()
        // Titles and notes above a table have fewer cells than its rows.
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut budget = Budget::default();
    let mut cells = Cells::new(SHEET, &mut budget);
    // The parser passes over blank lines, which are rows to whoever looks at the file in Excel.
    let lines = lines(&text, delimiter);
    let rows = (0..).zip(&lines).filter(|(_, line)| !line.is_empty());
    for ((row, _), record) in rows.zip(reader.records()) {
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
    // The stricter first: hardly any text in GBK is sound UTF-8, while most bytes would pass for GB
    // 18030.
    let (encoding, told) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, length),
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, 0),
        None => (GB18030, 0),
    };
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    // No text of a narrow encoding holds a NUL: this is a file of another kind.
    if bytes.is_empty() || (!wide && bytes.contains(&0)) {
        return Err(ExcelError::NotWorkbook);
    }
    let (text, broken) = encoding.decode_without_bom_handling(&bytes[told..]);
    match broken || text.contains('\0') || is_document(&text) {
        true => Err(ExcelError::NotWorkbook),
        false => Ok(text.into_owned()),
    }
}

/// Whether a text is a page or a document that merely bears a table's name.
fn is_document(text: &str) -> bool {
    // What OA systems hand out as a table is often a page.
    let beginnings = ["<", "%PDF", "{\\rtf"];
    let text = text.trim_start();
    beginnings
        .iter()
        .any(|beginning| text.starts_with(beginning))
}

/// The lines, those within quotes as parts of theirs.
fn lines(text: &str, delimiter: u8) -> Vec<&str> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let (mut start, mut quoted, mut begins) = (0, false, true);
    for (at, byte) in bytes.iter().enumerate() {
        let ends = matches!(byte, b'\n' | b'\r') && !quoted;
        // The second sign of a line's end, or a line without a cell.
        if ends && !(*byte == b'\n' && at > 0 && bytes[at - 1] == b'\r') {
            lines.push(&text[start..at]);
        }
        if ends {
            start = at + 1;
        }
        let is_quote = *byte == b'"';
        // A quote right after one that closes is a sign of the text.
        let closes = is_quote && quoted;
        quoted = (is_quote && !quoted && begins) || (quoted && !is_quote);
        begins = ends || closes || *byte == delimiter;
    }
    lines.push(&text[start..]);
    lines
}

/// The sign that stands equally often in most of the first lines: one that parts the cells does, one within
/// texts does not.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.is_empty())
        .take(LOOKED_AT)
        .collect();
    let fits = |sign: u8| {
        let counts: Vec<usize> = lines.iter().map(|line| unquoted(line, sign)).collect();
        let alike = |count: &usize| counts.iter().filter(|other| *other == count).count();
        let found = counts.iter().filter(|count| **count > 0);
        found.map(|count| (alike(count), *count)).max()
    };
    // The first of several that fit equally well: a comma.
    let best = [b',', b'\t', b';']
        .into_iter()
        .rev()
        .max_by_key(|sign| fits(*sign));
    best.unwrap_or(b',')
}

/// How often a sign stands outside quotes.
fn unquoted(line: &str, sign: u8) -> usize {
    let outside = line.split('"').step_by(2);
    outside
        .map(|part| part.bytes().filter(|byte| *byte == sign).count())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
        let sheet = read(bytes).unwrap().remove(0);
        let row = |row: &crate::sheet::Row| {
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
    fn rows_are_counted_as_excel_counts_them() {
        let text = "社区,备注\r\n\r\n听雨社区,\"两\r\n\r\n行\"\r\n\n桃花社区,他说\"好\r\n\r\n荷花社区,\"\"\r\n";
        let sheet = read(text.as_bytes()).unwrap().remove(0);
        let rows: Vec<u32> = sheet.rows.iter().map(|row| row.number()).collect();
        assert_eq!(rows, [1, 3, 5, 7]);
    }

    #[test]
    fn signs_within_texts_part_no_cells() {
        for sign in ['\t', ';', ','] {
            let text = ["社区", "单位", "备注"].join(&sign.to_string());
            let other = if sign == ',' { ";" } else { "," };
            let note = format!("甲{other}乙{other}丙{other}丁");
            let record = ["听雨", "区妇联", note.as_str()].join(&sign.to_string());
            let read = texts(format!("{text}\n{record}\n{record}\n").as_bytes());
            assert_eq!(read[1], ["听雨", "区妇联", note.as_str()]);
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            &b""[..],
            &b"%PDF-1.7 a"[..],
            &b"<html><table></table></html>"[..],
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
