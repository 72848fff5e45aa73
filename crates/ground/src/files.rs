//! Files that commands take and give, without a path ever passing through them.
//!
//! A host mints a [`FileRef`] for what its person picked; a command gives one for what it made. So
//! the webview can open nothing that its person did not pick.

use crate::error::{Error, ErrorCode, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use ts_rs::TS;

/// The largest file that is read into memory.
const LARGEST: u64 = 200 * 1024 * 1024;
/// Bytes kept in memory, together; beyond them the oldest files go, never the newest.
const SHELF: usize = 512 * 1024 * 1024;

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
    /// By the number in their reference, so the oldest come first.
    files: BTreeMap<u64, Source>,
    bytes: usize,
}

impl Source {
    fn bytes(&self) -> usize {
        match self {
            Self::Path(_) => 0,
            Self::Bytes(bytes) => bytes.len(),
        }
    }
}

impl Shelf {
    fn put(&mut self, source: Source) -> u64 {
        self.next += 1;
        self.bytes += source.bytes();
        self.files.insert(self.next, source);
        self.next
    }

    fn remove(&mut self, number: u64) {
        if let Some(source) = self.files.remove(&number) {
            self.bytes -= source.bytes();
        }
    }

    /// Drops the oldest kept bytes until the others are no more than this, the newest file stays.
    fn shrink(&mut self, most: usize) {
        while self.bytes > most {
            // What was picked from the disk holds no bytes here: dropping it would free nothing.
            let oldest = self.files.iter().find(|(_, source)| source.bytes() > 0);
            match oldest.map(|(number, _)| *number) {
                Some(number) if number != self.next => self.remove(number),
                _ => break,
            }
        }
    }
}

/// The number in a reference `f12`.
fn number(file: &FileRef) -> Option<u64> {
    file.id.strip_prefix('f')?.parse().ok()
}

/// A name without anything that could lead out of a folder or that Windows refuses.
#[must_use]
pub fn plain_name(name: &str) -> String {
    let refused = |ch: char| "/\\:*?\"<>|".contains(ch) || ch.is_control();
    name.replace(refused, "_")
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
    pub fn keep(&self, name: impl AsRef<str>, bytes: Vec<u8>) -> FileRef {
        self.put(plain_name(name.as_ref()), Source::Bytes(bytes.into()))
    }

    fn put(&self, name: String, source: Source) -> FileRef {
        let mut shelf = self.shelf();
        let number = shelf.put(source);
        shelf.shrink(SHELF);
        FileRef {
            id: format!("f{number}"),
            name,
        }
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// `NotFound` for a reference this host never minted, or dropped since; `File` when it cannot be read.
    pub fn read(&self, file: &FileRef) -> Result<Arc<[u8]>> {
        let source = number(file).and_then(|number| self.shelf().files.get(&number).cloned());
        match source {
            Some(Source::Bytes(bytes)) => Ok(bytes),
            Some(Source::Path(path)) => read_path(&path),
            None => Err(Error::new(
                ErrorCode::NotFound,
                "这份文件已不在程序里，请重新选择或重新生成。",
            )),
        }
    }

    /// Forgets a file, so that its bytes can go.
    pub fn forget(&self, file: &FileRef) {
        if let Some(number) = number(file) {
            self.shelf().remove(number);
        }
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
    // Asked before it is read: afterwards the memory would be taken already.
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
    // Beside it and not in a temporary folder: a rename onto another disk is a copy, which can
    // break off.
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
    fn the_oldest_bytes_go_first_and_what_was_picked_or_is_newest_stays() {
        let mut shelf = Shelf::default();
        let bytes = |length: usize| Source::Bytes(vec![0; length].into());
        let picked = shelf.put(Source::Path("台账.xlsx".into()));
        let made: Vec<u64> = [4, 4, 4].map(|length| shelf.put(bytes(length))).into();
        shelf.shrink(9);
        let left: Vec<u64> = shelf.files.keys().copied().collect();
        assert_eq!(left, [picked, made[1], made[2]]);
        let large = shelf.put(bytes(20));
        shelf.shrink(9);
        let left: Vec<u64> = shelf.files.keys().copied().collect();
        assert_eq!((left, shelf.bytes), (vec![picked, large], 20));
        shelf.remove(large);
        assert_eq!(shelf.bytes, 0);
    }

    #[test]
    fn a_reference_that_was_never_minted_reads_nothing() {
        let files = Files::default();
        let made = files.keep("纪要.pdf", b"bytes".to_vec());
        assert_eq!(&*files.read(&made).unwrap(), b"bytes");
        for id in ["f9", "f", "9", "../f1"] {
            let strange = FileRef {
                id: id.into(),
                name: String::new(),
            };
            assert_eq!(files.read(&strange).unwrap_err().code, ErrorCode::NotFound);
        }
        files.forget(&made);
        assert_eq!(files.read(&made).unwrap_err().code, ErrorCode::NotFound);
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
