//! A table file that a person picked, as one command knows it: its bytes are read once, so that what was looked at
//! is what is written, whatever becomes of the file meanwhile.

use super::office::Cx;
use ground::error::{Error, ErrorCode, Result};
use ground::files::FileRef;
use ground::progress::Stage;
use std::sync::Arc;
use storage::bytes_hash;
use tables::sheet::Sheet;

/// The bytes of a picked file, and what tells them from others.
pub(crate) struct TableFile {
    /// Its name, without a folder.
    pub name: String,
    /// SHA-256 of its bytes.
    pub hash: String,
    bytes: Arc<[u8]>,
}

impl TableFile {
    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl Cx<'_> {
    /// Takes a file in, to be understood by [`Cx::sheets`] as often as needed. `seen` is the hash that a preview
    /// told of it.
    ///
    /// # Errors
    /// `NotFound` or `File` when it cannot be read; `State` when it is no longer what the preview saw.
    pub(crate) fn table_file(&self, file: &FileRef, seen: Option<&str>) -> Result<TableFile> {
        self.progress.begin(Stage::Reading, 0)?;
        let bytes = self.office.files().read(file)?;
        let hash = bytes_hash(&bytes);
        if seen.is_some_and(|seen| seen != hash) {
            return Err(changed_since());
        }
        Ok(TableFile {
            name: file.name.clone(),
            hash,
            bytes,
        })
    }

    /// Every visible sheet of it.
    ///
    /// # Errors
    /// `File` with one sentence when it is no table, damaged, protected or too large; `Cancelled`.
    pub(crate) async fn sheets(&self, file: &TableFile) -> Result<Vec<Sheet>> {
        self.progress.begin(Stage::Reading, 0)?;
        let reading = self.office.reader().read(Arc::clone(&file.bytes));
        Ok(self.progress.or_cancelled(reading).await??)
    }
}

fn changed_since() -> Error {
    Error::new(
        ErrorCode::State,
        "这个文件在预览之后又改动过，没有导入；请重新选择文件，核对预览后再导入。",
    )
}
