//! The fonts that serve the roles of a document, and files of the office's own in their place.
//!
//! A chosen file lies in the data folder, under `fonts/`, named after its role.

pub use crate::house::fonts::FontRole;
use crate::house::fonts::{ENDINGS, fonts_folder};
use crate::office::Cx;
use gongwen::FontSource;
use ground::commands::{Done, NoArgs};
use ground::error::{Error, Result};
use ground::files::{FileRef, write_whole};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use ts_rs::TS;

/// Where a font came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FontOrigin {
    /// A file of the office's own.
    Chosen,
    /// Installed on this machine.
    Installed,
    /// Shipped with the program.
    Bundled,
}

/// The font of a role.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FontRow {
    /// The role.
    pub role: FontRole,
    /// What the standard calls it, e.g. 仿宋.
    pub name: String,
    /// What it is used for.
    pub used_for: String,
    /// The family that serves it.
    pub family: String,
    /// Where that came from.
    pub origin: FontOrigin,
    /// Families asked, in order, for characters it lacks.
    pub fallbacks: Vec<String>,
}

/// `documents.fonts`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FontsView {
    /// One for each role.
    pub rows: Vec<FontRow>,
    /// Whether files of the office's own can be kept: only beside data in a folder.
    pub replaceable: bool,
}

/// Arguments of `documents.chooseFont`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChooseFont {
    /// The role.
    pub role: FontRole,
    /// A font file; none goes back to what is installed or bundled.
    #[ts(optional)]
    pub file: Option<FileRef>,
}

/// What papers use it for.
fn used_for(role: FontRole) -> &'static str {
    match role {
        FontRole::Title => "红头、标题",
        FontRole::Song => "页码",
        FontRole::Hei => "一级标题",
        FontRole::Kai => "二级标题",
        FontRole::Fang => "正文、落款、版记",
    }
}

/// `documents.fonts`.
///
/// # Errors
/// `Typesetting` when a role has no font.
pub async fn fonts(cx: &mut Cx<'_>, _: NoArgs) -> Result<FontsView> {
    let report = cx.office.fonts()?.report();
    let row = |report: gongwen::RoleReport| {
        let role = FontRole::of(report.role);
        FontRow {
            role,
            name: report.role.to_string(),
            used_for: used_for(role).into(),
            family: report.family,
            origin: match report.source {
                FontSource::Chosen => FontOrigin::Chosen,
                FontSource::Installed => FontOrigin::Installed,
                FontSource::Bundled => FontOrigin::Bundled,
            },
            fallbacks: report.fallbacks,
        }
    };
    Ok(FontsView {
        rows: report.into_iter().map(row).collect(),
        replaceable: cx.office.folder().is_some(),
    })
}

/// `documents.chooseFont`: what is no font is refused and changes nothing.
///
/// # Errors
/// `State` for data on a server; `Invalid` for a file that is no font.
pub async fn choose_font(cx: &mut Cx<'_>, args: ChooseFont) -> Result<Done> {
    let folder = cx.office.folder().ok_or_else(|| {
        Error::state("数据在数据库服务器上，请把字体安装到这台电脑的系统里，程序会自动使用。")
    })?;
    let kept = args.role.file(folder);
    if let Some(file) = &args.file {
        let ending = ending(&file.name)?;
        let bytes = cx.office.files().read(file)?;
        let path = fonts_folder(folder).join(format!("{}.{ending}", args.role.stem()));
        // Before the folder is touched: what is no font must leave the one in use as it is.
        gongwen::check_font(&bytes).map_err(|_| {
            Error::invalid("file", "这个文件不是可用的中文字体，请换一个字体文件。")
        })?;
        std::fs::create_dir_all(fonts_folder(folder))
            .map_err(|cause| Error::internal("folder of fonts", cause))?;
        write_whole(&path, &bytes)?;
        // After the new one is there. Left, a file with an ending that is looked for earlier
        // would win.
        if kept.as_ref() != Some(&path) {
            remove(kept)?;
        }
    } else {
        remove(kept)?;
    }
    cx.office.forget_fonts();
    Ok(Done {})
}

fn ending(name: &str) -> Result<&'static str> {
    let lower = name.to_ascii_lowercase();
    let found = ENDINGS
        .into_iter()
        .find(|ending| lower.ends_with(&format!(".{ending}")));
    found.ok_or_else(|| Error::invalid("file", "请选择字体文件（.ttf、.otf 或 .ttc）。"))
}

fn remove(file: Option<PathBuf>) -> Result<()> {
    file.map_or(Ok(()), std::fs::remove_file)
        .map_err(|cause| Error::internal("font file not removed", cause))
}
