//! Looks a file over before any parser sees it: size, kind, and what it inflates to.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use super::{ExcelError, limits};

const OLE_SIGNATURE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const UNIQUE_COUNT: &[u8] = b"uniqueCount";
const MERGED: &[u8] = b"mergeCell";
/// Bytes of the shortest shared string, `<si/>`.
const SHORTEST_STRING: u64 = 5;
/// Bytes kept from one chunk to the next, so that an attribute cut in two is still seen.
const OVERLAP: usize = 64;
const LONGEST_ATTRIBUTE: usize = 256 * 1024;

/// What kind of table a file holds, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Excel and WPS.
    Xlsx {
        /// Whether any sheet may have merged regions.
        merged: bool,
    },
    /// Excel 97–2003.
    Xls,
    /// LibreOffice.
    Ods,
    /// Perhaps a .csv: anything that is neither an archive nor an older Office file.
    Text,
}

/// Tells what a file is, and refuses one that is encrypted or would take more than [`limits`] to open.
///
/// # Errors
/// Every variant of [`ExcelError`] that tells about a whole file.
pub fn kind(bytes: &[u8]) -> Result<FileKind, ExcelError> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(ExcelError::FileTooLarge {
            megabytes: bytes.len().div_ceil(1024 * 1024),
        });
    }
    if bytes.starts_with(&OLE_SIGNATURE) {
        return match is_encrypted(bytes) {
            true => Err(ExcelError::Password),
            false => Ok(FileKind::Xls),
        };
    }
    if bytes.starts_with(b"PK") {
        return archive_kind(bytes);
    }
    Ok(FileKind::Text)
}

/// Encrypted workbooks and those of Excel 97–2003 share a container; its directory tells them apart.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name = "EncryptedPackage".encode_utf16();
    let name: Vec<u8> = name.flat_map(u16::to_le_bytes).collect();
    memmem::find(bytes, &name).is_some()
}

fn archive_kind(bytes: &[u8]) -> Result<FileKind, ExcelError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(ExcelError::damaged)?;
    if archive.len() > limits::ENTRIES {
        return Err(ExcelError::Inflates {
            cause: format!("{} entries", archive.len()),
        });
    }
    let holds = |part: &str| {
        let mut names = archive.file_names().flatten();
        names.any(|name| name.to_lowercase().contains(part))
    };
    let is_xlsx = match (holds("workbook."), holds("content.xml")) {
        (true, _) => true,
        (false, true) if is_spreadsheet(bytes) => false,
        _ => return Err(ExcelError::NotWorkbook),
    };
    let mut checked = Checked::default();
    for index in 0..archive.len() {
        // Inflated only to be counted: the sizes that an archive states are its own claims.
        checked.entry(&mut archive, index)?;
    }
    Ok(match is_xlsx {
        true => FileKind::Xlsx {
            merged: checked.merged,
        },
        false => FileKind::Ods,
    })
}

/// An OpenDocument file names its kind at its very beginning, not compressed.
fn is_spreadsheet(bytes: &[u8]) -> bool {
    const KIND: &[u8] = b"opendocument.spreadsheet";
    memmem::find(&bytes[..bytes.len().min(200)], KIND).is_some()
}

/// What was seen in the entries so far.
#[derive(Default)]
struct Checked {
    /// Bytes inflated.
    inflated: u64,
    merged: bool,
}

impl Checked {
    /// Inflates one more entry.
    fn entry(
        &mut self,
        archive: &mut ZipArchive<Cursor<&[u8]>>,
        index: usize,
    ) -> Result<(), ExcelError> {
        let mut entry = archive.by_index(index).map_err(zip_error)?;
        let name = entry.name().map_err(ExcelError::damaged)?.to_lowercase();
        let mut strings = name.ends_with("sharedstrings.xml").then(CountScan::default);
        // An entry may claim to be empty, and the ratio divides by this.
        let compressed = entry.compressed_size().max(1);
        let mut chunk = vec![0; OVERLAP + 64 * 1024];
        let (mut kept, mut inflated) = (0, 0);
        loop {
            let read = entry
                .read(&mut chunk[kept..])
                .map_err(ExcelError::damaged)?;
            if read == 0 {
                break;
            }
            inflated += read as u64;
            check_size(&name, self.inflated + inflated, inflated, compressed)?;
            if let Some(scan) = &mut strings {
                scan.feed(&chunk[kept..kept + read])?;
            }
            self.merged = self.merged || memmem::find(&chunk[..kept + read], MERGED).is_some();
            let until = kept + read;
            kept = until.min(OVERLAP);
            chunk.copy_within(until - kept..until, 0);
        }
        strings.map_or(Ok(()), |scan| scan.check(inflated))?;
        self.inflated += inflated;
        Ok(())
    }
}

fn check_size(name: &str, total: u64, inflated: u64, compressed: u64) -> Result<(), ExcelError> {
    let swollen = inflated > limits::RATIO_FLOOR && inflated / compressed > limits::RATIO;
    if total > limits::INFLATED_BYTES || swollen {
        let cause = format!("{name} inflates to {inflated} bytes from {compressed}");
        return Err(ExcelError::Inflates { cause });
    }
    Ok(())
}

fn zip_error(error: ZipError) -> ExcelError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ExcelError::Password,
        other => ExcelError::damaged(other),
    }
}

/// Finds the largest `uniqueCount` a shared-string part claims: the parser reserves that many
/// strings before it has read one.
#[derive(Default)]
struct CountScan {
    tail: Vec<u8>,
    claimed: u64,
}

impl CountScan {
    fn feed(&mut self, chunk: &[u8]) -> Result<(), ExcelError> {
        // A NUL means UTF-16, which would hide the attribute from this scan.
        if chunk.contains(&0) {
            return Err(ExcelError::damaged("shared strings are not UTF-8"));
        }
        self.tail.extend_from_slice(chunk);
        let mut keep_from = self.tail.len().saturating_sub(OVERLAP);
        for at in occurrences(&self.tail) {
            let after = &self.tail[at + UNIQUE_COUNT.len()..];
            self.claimed = self.claimed.max(number_after(after));
            // The number may go on in the next chunk.
            if after
                .iter()
                .all(|b| is_before_number(*b) || b.is_ascii_digit())
            {
                keep_from = keep_from.min(at);
            }
        }
        self.tail.drain(..keep_from);
        self.bounded()
    }

    /// An attribute still unfinished after many chunks is padding meant to outlast this scan.
    fn bounded(&self) -> Result<(), ExcelError> {
        if self.tail.len() > LONGEST_ATTRIBUTE {
            return Err(ExcelError::damaged("uniqueCount is padded"));
        }
        Ok(())
    }

    fn check(&self, inflated: u64) -> Result<(), ExcelError> {
        if self.claimed > inflated / SHORTEST_STRING {
            return Err(ExcelError::damaged(format!(
                "uniqueCount {} is a lie",
                self.claimed
            )));
        }
        Ok(())
    }
}

fn occurrences(bytes: &[u8]) -> impl Iterator<Item = usize> {
    memmem::find_iter(bytes, UNIQUE_COUNT)
}

/// The number in `="123"`; 0 when none follows, the largest when it does not fit.
fn number_after(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .skip_while(|b| is_before_number(**b))
        .take_while(|b| b.is_ascii_digit())
        .fold(0_u64, |n, b| {
            n.saturating_mul(10).saturating_add(u64::from(b - b'0'))
        })
}

fn is_before_number(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\'' | b'+')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{archive, workbook};

    const EMPTY_SHEET: &str = "<sheetData/>";

    fn strings(attributes: &str) -> String {
        format!(r#"<?xml version="1.0"?><sst {attributes}><si><t>甲</t></si></sst>"#)
    }

    fn checked(bytes: &[u8]) -> String {
        kind(bytes).map_or_else(|error| error.to_string(), |kind| format!("{kind:?}"))
    }

    #[test]
    fn merged_regions_are_seen_wherever_they_stand() {
        for padding in [0, 64 * 1024 - 5, 64 * 1024 + 60] {
            let rows = " ".repeat(padding);
            let sheet =
                format!(r#"<sheetData/>{rows}<mergeCells><mergeCell ref="A1:A2"/></mergeCells>"#);
            let told = kind(&workbook(&sheet, None)).unwrap();
            assert_eq!(told, FileKind::Xlsx { merged: true }, "{padding}");
        }
    }

    #[test]
    fn a_small_workbook_passes() {
        assert_eq!(
            checked(&workbook(EMPTY_SHEET, Some(&strings("uniqueCount=\"1\"")))),
            "Xlsx { merged: false }"
        );
    }

    #[test]
    fn files_that_are_no_workbook_are_told_apart() {
        let mut ole = OLE_SIGNATURE.to_vec();
        assert_eq!(checked(&ole), "Xls");
        ole.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert!(matches!(kind(&ole), Err(ExcelError::Password)));
        assert_eq!(checked("社区,单位".as_bytes()), "Text");
        let document = archive(&[("word/document.xml", Vec::new())]);
        assert!(matches!(kind(&document), Err(ExcelError::NotWorkbook)));
    }

    #[test]
    fn a_truncated_file_is_damaged() {
        let whole = workbook(EMPTY_SHEET, None);
        assert!(matches!(
            kind(&whole[..whole.len() / 2]),
            Err(ExcelError::Damaged { .. })
        ));
    }

    #[test]
    fn a_file_over_the_limit_is_not_opened() {
        let bytes = vec![b'P'; limits::FILE_BYTES + 1];
        assert_eq!(
            checked(&bytes),
            "文件有 21 MB，超过 20 MB 上限，请拆分成几个文件后再导入。"
        );
    }

    #[test]
    fn a_zip_bomb_is_not_inflated() {
        let bomb = vec![b' '; 30 * 1024 * 1024];
        let bytes = archive(&[
            ("xl/workbook.xml", Vec::new()),
            ("xl/worksheets/sheet1.xml", bomb),
        ]);
        assert!(bytes.len() < 100_000);
        assert!(matches!(kind(&bytes), Err(ExcelError::Inflates { .. })));
    }

    #[test]
    fn an_archive_of_very_many_parts_is_refused() {
        let names: Vec<String> = (0..=limits::ENTRIES)
            .map(|at| format!("xl/workbook.{at}"))
            .collect();
        let parts: Vec<(&str, Vec<u8>)> = names.iter().map(|n| (n.as_str(), Vec::new())).collect();
        assert!(matches!(
            kind(&archive(&parts)),
            Err(ExcelError::Inflates { .. })
        ));
    }

    #[test]
    fn a_lying_count_of_strings_is_refused_wherever_it_hides() {
        let padding = " ".repeat(200_000);
        for attributes in [
            "uniqueCount=\"99999999999\"".to_owned(),
            "count=\"1\" uniqueCount = '00000099999999999999999999'".to_owned(),
            format!("{padding}uniqueCount=\"9999999\""),
            format!("uniqueCount{padding}=\"9999999\""),
        ] {
            let bytes = workbook(EMPTY_SHEET, Some(&strings(&attributes)));
            assert!(
                matches!(kind(&bytes), Err(ExcelError::Damaged { .. })),
                "{}",
                attributes.trim()
            );
        }
    }

    #[test]
    fn shared_strings_in_utf_16_are_refused() {
        let wide: Vec<u8> = strings("uniqueCount=\"9\"")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let parts = [
            ("xl/workbook.xml", Vec::new()),
            ("xl/SharedStrings.xml", wide),
        ];
        assert!(matches!(
            kind(&archive(&parts)),
            Err(ExcelError::Damaged { .. })
        ));
    }
}
