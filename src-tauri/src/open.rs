//! Showing a file in the program the system has for it.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use ground::error::{Error, ErrorCode, Result};
use ground::files::{FileRef, write_whole};

/// What may be handed to another program: papers, never something that runs.
const PAPERS: [&str; 14] = [
    "pdf", "xlsx", "xls", "et", "csv", "docx", "doc", "wps", "ofd", "txt", "png", "jpg", "jpeg",
    "json",
];

/// Where files stand that their person picked or saved, and the folder for copies of the others.
#[derive(Debug)]
pub struct Places {
    known: Mutex<HashMap<String, PathBuf>>,
    copies: PathBuf,
}

impl Default for Places {
    fn default() -> Self {
        let copies = std::env::temp_dir().join(format!("tongxin-{}", std::process::id()));
        Self {
            known: Mutex::default(),
            copies,
        }
    }
}

impl Places {
    /// Remembers where a file stands.
    pub fn remember(&self, file: &FileRef, path: PathBuf) {
        self.known
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(file.id.clone(), path);
    }

    /// Where a file stands, when its person picked or saved it.
    fn of(&self, file: &FileRef) -> Option<PathBuf> {
        self.known
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&file.id)
            .cloned()
    }

    /// A path another program can open: the file itself where it was saved, so that edits are not
    /// lost, else a copy that can only be read.
    ///
    /// # Errors
    /// `File` for a file that is no paper, or a temporary folder that cannot be written.
    pub fn openable(
        &self,
        file: &FileRef,
        bytes: impl FnOnce() -> Result<Vec<u8>>,
    ) -> Result<PathBuf> {
        // It may have been moved away since.
        let path = match self.of(file).filter(|path| path.exists()) {
            Some(path) => path,
            None => self.copy(file, &bytes()?)?,
        };
        if is_paper(&path) {
            Ok(path)
        } else {
            Err(no_paper())
        }
    }

    fn copy(&self, file: &FileRef, bytes: &[u8]) -> Result<PathBuf> {
        // Each in a folder of its own, so that two files of one name both keep it.
        let path = self.copies.join(&file.id).join(plain_name(&file.name));
        if path.exists() {
            return Ok(path);
        }
        prepare(&path).map_err(|cause| {
            log::error!("temporary folder: {cause}");
            Error::new(
                ErrorCode::File,
                "临时文件夹不能写入，无法打开；请先另存到别处，再打开。",
            )
        })?;
        write_whole(&path, bytes)?;
        read_only(&path);
        Ok(path)
    }

    /// Removes the copies, where other programs have let go of them.
    pub fn clear(&self) {
        if self.copies.exists()
            && let Err(error) = fs::remove_dir_all(&self.copies)
        {
            log::warn!("copies stay in {}: {error}", self.copies.display());
        }
    }
}

/// A name without folders or characters that Windows refuses.
pub fn plain_name(name: &str) -> String {
    let bad = |c: char| c.is_control() || "\\/:*?\"<>|".contains(c);
    let name: String = name.chars().map(|c| if bad(c) { '_' } else { c }).collect();
    // Windows drops dots and spaces at the end of a name.
    match name.trim_matches(|c| c == '.' || c == ' ') {
        "" => "未命名".to_owned(),
        plain => plain.to_owned(),
    }
}

fn prepare(path: &Path) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}

/// A program that opens the copy should say that changes go nowhere; one that may be changed after
/// all does no harm.
fn read_only(path: &Path) {
    if let Ok(metadata) = fs::metadata(path) {
        let mut permissions = metadata.permissions();
        permissions.set_readonly(true);
        fs::set_permissions(path, permissions).ok();
    }
}

fn is_paper(path: &Path) -> bool {
    let extension = path
        .extension()
        .map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| PAPERS.contains(&extension.as_str()))
}

fn no_paper() -> Error {
    Error::new(
        ErrorCode::File,
        "这种文件不能直接打开；请先另存，确认来源可靠后再打开。",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(id: &str, name: &str) -> FileRef {
        FileRef {
            id: id.to_owned(),
            name: name.to_owned(),
        }
    }

    fn places(folder: &Path) -> Places {
        Places {
            known: Mutex::default(),
            copies: folder.join("copies"),
        }
    }

    #[test]
    fn a_made_file_opens_as_a_copy_that_is_cleared() {
        let folder = tempfile::tempdir().unwrap();
        let places = places(folder.path());
        let path = places
            .openable(&file("f1", "会议纪要.pdf"), || Ok(b"%PDF".to_vec()))
            .unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"%PDF");
        assert!(fs::metadata(&path).unwrap().permissions().readonly());
        places.clear();
        assert!(!path.exists());
    }

    #[test]
    fn a_saved_file_opens_where_it_was_saved() {
        let folder = tempfile::tempdir().unwrap();
        let saved = folder.path().join("总览.xlsx");
        fs::write(&saved, b"PK").unwrap();
        let places = places(folder.path());
        places.remember(&file("f2", "x.xlsx"), saved.clone());
        assert_eq!(
            places
                .openable(&file("f2", "x.xlsx"), || unreachable!())
                .unwrap(),
            saved
        );
    }

    #[test]
    fn a_program_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let refused = places(folder.path()).openable(&file("f3", "纪要.exe"), || Ok(Vec::new()));
        assert_eq!(refused.unwrap_err().code, ErrorCode::File);
    }

    #[test]
    fn names_stay_inside_their_folder() {
        assert_eq!(plain_name("../../etc/纪要?.pdf"), "_.._etc_纪要_.pdf");
        assert_eq!(plain_name(".. "), "未命名");
    }
}
