//! Several files as one archive.

use crate::error::{Error, Result};
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
pub(crate) fn pack(files: &[(String, Vec<u8>)], ending: &str) -> Result<Vec<u8>> {
    packed(files, ending).map_err(|cause| Error::internal("archive of files", cause))
}

fn packed(files: &[(String, Vec<u8>)], ending: &str) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut names = BTreeSet::new();
    for (place, (name, bytes)) in (1..).zip(files) {
        let file = if names.insert(name) {
            format!("{name}.{ending}")
        } else {
            format!("{name}（{place}）.{ending}")
        };
        archive.start_file(file, SimpleFileOptions::default())?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
