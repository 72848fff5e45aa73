//! Several files as one archive.

use crate::error::{Error, Result};
use crate::files::plain_name;
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

/// Files of one kind under their names, without the `ending`; where two have the same name, the later
/// carry their place.
///
/// # Errors
/// `Internal`.
pub fn pack(files: &[(String, Vec<u8>)], ending: &str) -> Result<Vec<u8>> {
    packed(files, ending).map_err(|cause| Error::internal("archive of files", cause))
}

fn packed(files: &[(String, Vec<u8>)], ending: &str) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut names = BTreeSet::new();
    for (place, (name, bytes)) in (1..).zip(files) {
        let name = plain_name(name);
        let file = if names.insert(name.clone()) {
            format!("{name}.{ending}")
        } else {
            format!("{name}（{place}）.{ending}")
        };
        archive.start_file(file, SimpleFileOptions::default())?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_can_be_taken_out_on_windows() {
        let files = ["甲/乙", "甲:乙", "丙"].map(|name| (name.to_owned(), Vec::new()));
        let bytes = pack(&files, "xlsx").unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut name = |at| archive.by_index(at).unwrap().name().unwrap().into_owned();
        let names: Vec<String> = (0..files.len()).map(&mut name).collect();
        assert_eq!(names, ["甲_乙.xlsx", "甲_乙（2）.xlsx", "丙.xlsx"]);
    }
}
