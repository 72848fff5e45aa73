//! Font files of the office's own, and how a fault of typesetting is told.
//!
//! A chosen file lies in the data folder, under `fonts/`, named after its role.

use gongwen::Role;
use ground::error::{Error, ErrorCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Endings that font files have.
pub(crate) const ENDINGS: [&str; 4] = ["ttf", "otf", "ttc", "otc"];

/// What a font is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FontRole {
    /// 小标宋: marks and titles.
    Title,
    /// 宋体: page numbers.
    Song,
    /// 黑体: first-level headings.
    Hei,
    /// 楷体: second-level headings.
    Kai,
    /// 仿宋: the body.
    Fang,
}

impl FontRole {
    /// Each with the role of the typesetter that it is.
    pub(crate) const ALL: [(Self, Role); 5] = [
        (Self::Title, Role::Title),
        (Self::Song, Role::Song),
        (Self::Hei, Role::Hei),
        (Self::Kai, Role::Kai),
        (Self::Fang, Role::Fang),
    ];

    /// Whose font it is.
    pub(crate) fn of(role: Role) -> Self {
        let found = Self::ALL.into_iter().find(|(_, known)| *known == role);
        found.map_or(Self::Fang, |(own, _)| own)
    }

    /// The name of its file, without the ending.
    pub(crate) fn stem(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Song => "song",
            Self::Hei => "hei",
            Self::Kai => "kai",
            Self::Fang => "fang",
        }
    }

    /// Its file in `folder`, if the office chose one.
    pub(crate) fn file(self, folder: &Path) -> Option<PathBuf> {
        let named = |ending| fonts_folder(folder).join(format!("{}.{ending}", self.stem()));
        ENDINGS.into_iter().map(named).find(|path| path.is_file())
    }
}

/// Where chosen files lie in a data folder.
pub(crate) fn fonts_folder(folder: &Path) -> PathBuf {
    folder.join("fonts")
}

/// The files chosen by the office whose data is in `folder`.
pub(crate) fn chosen_fonts(folder: &Path) -> BTreeMap<Role, PathBuf> {
    let chosen = |(own, role): (FontRole, Role)| Some((role, own.file(folder)?));
    FontRole::ALL.into_iter().filter_map(chosen).collect()
}

/// A fault of typesetting as a person is told it.
pub(crate) fn typesetting(cause: gongwen::Error) -> Error {
    Error::new(ErrorCode::Typesetting, cause.to_string())
}
