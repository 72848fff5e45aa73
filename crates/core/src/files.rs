//! Files that commands take and give, without a path ever passing through them.
//!
//! A host mints a [`FileRef`] for what its person picked; a command gives one for what it made. So
//! the webview can open nothing that its person did not pick.

use crate::error::{Error, ErrorCode, Result};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use ts_rs::TS;

/// The largest file that is read into memory.
const LARGEST: u64 = 200 * 1024 * 1024;

/// A file as commands see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileRef {
    /// What the host knows it by.
    pub id: String,
    /// Its name, to show and to suggest when saving.
    pub name: String,
}

#[derive(Debug, Clone)]
enum Source {
    Path(PathBuf),
    Bytes(Arc<[u8]>),
}

#[derive(Debug, Default)]
struct Shelf {
    next: u64,
    files: HashMap<String, (String, Source)>,
}

/// The files of one running host.
#[derive(Debug, Default)]
pub struct Files {
    shelf: Mutex<Shelf>,
}

impl Files {
    /// Mints a reference to a file its person picked.
    pub fn pick(&self, path: PathBuf) -> FileRef {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        self.put(name.unwrap_or_default(), Source::Path(path))
    }

    /// Keeps bytes that a command made, or that a browser sent.
    pub fn keep(&self, name: impl Into<String>, bytes: Vec<u8>) -> FileRef {
        self.put(name.into(), Source::Bytes(bytes.into()))
    }

    fn put(&self, name: String, source: Source) -> FileRef {
        let mut shelf = self
            .shelf
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        shelf.next += 1;
        let id = format!("f{}", shelf.next);
        shelf.files.insert(id.clone(), (name.clone(), source));
        FileRef { id, name }
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// `NotFound` for a reference this host never minted; `File` when it cannot be read.
    pub fn read(&self, file: &FileRef) -> Result<Arc<[u8]>> {
        let shelf = self
            .shelf
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let source = shelf.files.get(&file.id).map(|(_, source)| source.clone());
        drop(shelf);
        match source {
            Some(Source::Bytes(bytes)) => Ok(bytes),
            Some(Source::Path(path)) => read_path(&path),
            None => Err(Error::not_found("文件")),
        }
    }

    /// Forgets a file, so that its bytes can go.
    pub fn forget(&self, file: &FileRef) {
        let mut shelf = self
            .shelf
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        shelf.files.remove(&file.id);
    }
}

fn read_path(path: &std::path::Path) -> Result<Arc<[u8]>> {
    let unreadable = |cause: std::io::Error| {
        tracing::error!(%cause, path = %path.display(), "file cannot be read");
        Error::new(
            ErrorCode::File,
            "文件读不出来：可能已被移走，或正被其他程序打开，请关闭后再试。",
        )
    };
    if std::fs::metadata(path).map_err(unreadable)?.len() > LARGEST {
        return Err(Error::new(ErrorCode::File, "文件过大，请拆分后再试。"));
    }
    Ok(std::fs::read(path).map_err(unreadable)?.into())
}

/// Writes a file so that no half of it is ever seen: a temporary one beside it, then a rename.
///
/// # Errors
/// `File` with one sentence when the place cannot be written or the file is open elsewhere.
pub fn write_whole(path: &std::path::Path, bytes: &[u8]) -> Result<()> {
    let unwritable = |cause: std::io::Error| {
        tracing::error!(%cause, path = %path.display(), "file cannot be written");
        Error::new(
            ErrorCode::File,
            "文件没有保存：位置不能写入、磁盘已满，或同名文件正被打开，请换个位置或关闭后再试。",
        )
    };
    let mut draft = path.as_os_str().to_owned();
    draft.push(".part");
    let draft = PathBuf::from(draft);
    write_through(&draft, bytes)
        .and_then(|()| std::fs::rename(&draft, path))
        .map_err(|cause| {
            let _ = std::fs::remove_file(&draft);
            unwritable(cause)
        })
}

/// Writes and waits until the disk has it, so that the rename never names an empty file.
fn write_through(path: &std::path::Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = std::fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &std::path::Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let name = |entry: std::fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        entries.map(|entry| name(entry.unwrap())).collect()
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("纪要.pdf");
        write_whole(&path, b"old").unwrap();
        write_whole(&path, b"newer").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"newer");
        assert_eq!(names(folder.path()), ["纪要.pdf"]);
    }

    #[test]
    fn what_cannot_be_written_leaves_the_old_file_and_no_half_of_the_new() {
        let folder = tempfile::tempdir().unwrap();
        // A folder of that name cannot be replaced by a file, as little as one open elsewhere.
        let path = folder.path().join("纪要.pdf");
        std::fs::create_dir(&path).unwrap();
        std::fs::write(path.join("page"), b"kept").unwrap();
        let error = write_whole(&path, b"new").unwrap_err();
        assert_eq!(error.code, ErrorCode::File);
        assert_eq!(std::fs::read(path.join("page")).unwrap(), b"kept");
        assert_eq!(names(folder.path()), ["纪要.pdf"]);
        let nowhere = folder.path().join("没有/纪要.pdf");
        assert_eq!(
            write_whole(&nowhere, b"new").unwrap_err().code,
            ErrorCode::File
        );
    }
}
