use std::path::PathBuf;
use std::sync::Arc;

use ttf_parser::{Face, name_id};

use crate::error::Error;

/// Position of a face in its [`FontSet`](super::FontSet).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FaceId(pub(super) usize);

impl FaceId {
    pub(crate) fn index(self) -> usize {
        self.0
    }
}

/// One face of a font file, read into memory.
#[derive(Clone)]
pub(crate) struct FaceFile {
    pub path: PathBuf,
    pub data: Arc<Vec<u8>>,
    /// Face within a collection.
    pub index: u32,
    pub family: String,
    pub postscript_name: String,
}

impl std::fmt::Debug for FaceFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FaceFile")
            .field("path", &self.path)
            .field("index", &self.index)
            .field("family", &self.family)
            .finish_non_exhaustive()
    }
}

impl FaceFile {
    /// Reads face `index` of the file at `path`.
    pub(super) fn read(path: PathBuf, index: u32) -> Result<Self, Error> {
        let unreadable = |reason: String| Error::FontUnreadable {
            path: path.clone(),
            reason,
        };
        let data = std::fs::read(&path).map_err(|e| unreadable(e.to_string()))?;
        let face = Face::parse(&data, index).map_err(|e| unreadable(e.to_string()))?;
        let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
        let fallback = stem.unwrap_or_default();
        let family = name(&face, name_id::FAMILY).unwrap_or_else(|| fallback.clone());
        let postscript_name = name(&face, name_id::POST_SCRIPT_NAME).unwrap_or(fallback);
        Ok(Self {
            family,
            postscript_name: plain(&postscript_name),
            path,
            index,
            data: Arc::new(data),
        })
    }

    /// The face's tables, for measuring.
    pub(crate) fn open(&self) -> Option<Face<'_>> {
        Face::parse(&self.data, self.index).ok()
    }
}

fn name(face: &Face<'_>, id: u16) -> Option<String> {
    face.names()
        .into_iter()
        .filter(|n| n.name_id == id && n.is_unicode())
        .find_map(|n| n.to_string())
        .filter(|n| !n.is_empty())
}

/// A PDF font name holds neither spaces nor delimiters.
fn plain(name: &str) -> String {
    let kept: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    if kept.is_empty() { "Font".into() } else { kept }
}
