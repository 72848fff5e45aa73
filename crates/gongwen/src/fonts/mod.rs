//! Fonts by role: what the office chose, else what is installed, else what is bundled; then, per
//! character, whatever else has it.

mod face;
mod find;
mod lent;
mod role;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::error::Error;
pub(crate) use face::{FaceFile, FaceId};
pub use role::Role;

/// Where fonts are looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FontConfig {
    /// Folders of bundled fonts, searched by the file names of [`Role::bundled_file`].
    pub directories: Vec<PathBuf>,
    /// Files the office chose; they come first.
    pub chosen: BTreeMap<Role, PathBuf>,
    /// Whether fonts installed on the system may serve. Off for output that must be the same
    /// everywhere.
    pub installed: bool,
}

impl FontConfig {
    /// The bundled fonts of `directory` and no others.
    pub fn bundled(directory: impl Into<PathBuf>) -> Self {
        Self {
            directories: vec![directory.into()],
            ..Self::default()
        }
    }
}

/// Characters that a font for official documents must have.
const NEEDED: &str = "一会议纪要，。〔〕：年月日";

/// Whether `bytes` are a font that can serve a role.
///
/// # Errors
/// [`Error::FontUnreadable`] for what is no font or lacks common characters.
pub fn check_font(bytes: &[u8]) -> Result<(), Error> {
    let unreadable = |reason: String| Error::FontUnreadable {
        path: PathBuf::new(),
        reason,
    };
    let face = ttf_parser::Face::parse(bytes, 0).map_err(|e| unreadable(e.to_string()))?;
    match NEEDED.chars().find(|ch| face.glyph_index(*ch).is_none()) {
        None => Ok(()),
        Some(ch) => Err(unreadable(format!("缺少“{ch}”等常用字"))),
    }
}

/// The fonts of a process, read once and shared by every rendering.
#[derive(Debug, Clone)]
pub struct FontSet(Arc<Faces>);

#[derive(Debug)]
struct Faces {
    files: Vec<FaceFile>,
    by_role: BTreeMap<Role, RoleFaces>,
    /// What else is installed, asked for characters that none of `files` has.
    installed: Option<Arc<fontdb::Database>>,
}

#[derive(Debug, Clone)]
struct RoleFaces {
    own: FaceId,
    source: FontSource,
    /// `own` first, then the fallbacks in order of likeness.
    chain: Vec<FaceId>,
}

/// Where the font of a role came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FontSource {
    Chosen,
    Installed,
    Bundled,
}

/// Which font serves a role, for the settings screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleReport {
    pub role: Role,
    pub family: String,
    pub file: PathBuf,
    pub source: FontSource,
    /// Families asked, in order, for characters the font lacks.
    pub fallbacks: Vec<String>,
}

impl FontSet {
    /// Reads the fonts of every role.
    ///
    /// # Errors
    /// [`Error::FontUnreadable`] for a chosen or bundled file that is no font,
    /// [`Error::FontNotFound`] for a role that nothing serves.
    pub fn load(config: &FontConfig) -> Result<Self, Error> {
        Self::with(config, config.installed.then(find::system))
    }

    fn with(config: &FontConfig, installed: Option<fontdb::Database>) -> Result<Self, Error> {
        let mut finder = find::Finder::new(config, installed);
        let mut own = BTreeMap::new();
        for role in Role::ALL {
            own.insert(role, finder.find(role)?);
        }
        let lenders = finder.lenders()?;
        let by_role = Role::ALL
            .into_iter()
            .filter_map(|role| Some((role, role_faces(role, &own, &lenders)?)))
            .collect();
        let (files, installed) = finder.finish();
        Ok(Self(Arc::new(Faces {
            files,
            by_role,
            installed: installed.map(Arc::new),
        })))
    }

    /// These fonts and an installed one that has `ch`, which none of them has.
    pub(crate) fn lending(&self, ch: char) -> Option<Self> {
        let database = self.0.installed.as_ref().filter(|_| lent::is_text(ch))?;
        let file = find::lender(database, ch, &self.0.files)?;
        let mut files = self.0.files.clone();
        files.push(file);
        let lender = FaceId(files.len() - 1);
        let mut by_role = self.0.by_role.clone();
        // Last in every chain, so that nothing else is set from it.
        by_role
            .values_mut()
            .for_each(|faces| faces.chain.push(lender));
        Some(Self(Arc::new(Faces {
            files,
            by_role,
            installed: self.0.installed.clone(),
        })))
    }

    /// Which file serves each role, and what stands in for characters it lacks.
    pub fn report(&self) -> Vec<RoleReport> {
        let family = |id: &FaceId| self.0.files.get(id.0).map(|f| f.family.clone());
        self.0
            .by_role
            .iter()
            .filter_map(|(role, faces)| {
                let file = self.0.files.get(faces.own.0)?;
                Some(RoleReport {
                    role: *role,
                    family: file.family.clone(),
                    file: file.path.clone(),
                    source: faces.source,
                    fallbacks: faces.chain.iter().skip(1).filter_map(family).collect(),
                })
            })
            .collect()
    }

    pub(crate) fn files(&self) -> &[FaceFile] {
        &self.0.files
    }

    pub(crate) fn chain(&self, role: Role) -> &[FaceId] {
        self.0.by_role.get(&role).map_or(&[], |r| &r.chain)
    }
}

fn role_faces(
    role: Role,
    own: &BTreeMap<Role, (FaceId, FontSource)>,
    lenders: &BTreeMap<Role, Vec<FaceId>>,
) -> Option<RoleFaces> {
    let (id, source) = *own.get(&role)?;
    let mut chain = vec![id];
    let others = role.lenders().iter().flat_map(|lender| {
        let bundled = lenders.get(lender).into_iter().flatten().copied();
        own.get(lender)
            .map(|(id, _)| *id)
            .into_iter()
            .chain(bundled)
    });
    // The bundled font of the same role lends first, since it looks most like it.
    for face in lenders
        .get(&role)
        .into_iter()
        .flatten()
        .copied()
        .chain(others)
    {
        if !chain.contains(&face) {
            chain.push(face);
        }
    }
    Some(RoleFaces {
        own: id,
        source,
        chain,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Block, Document, Format, render_pdf};

    fn folder() -> PathBuf {
        PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts"))
    }

    /// Every role served by a font of figures only, beside whatever `installed` holds.
    fn of_figures(installed: Option<fontdb::Database>) -> FontSet {
        let figures = folder().join("TongxinSong-Regular.ttf");
        let chosen = Role::ALL.map(|role| (role, figures.clone()));
        let config = FontConfig {
            chosen: chosen.into(),
            ..FontConfig::default()
        };
        FontSet::with(&config, installed).unwrap()
    }

    fn document(text: &str) -> Document {
        Document {
            format: Format::Plain,
            body: vec![Block::paragraph(text)],
            ..Document::default()
        }
    }

    #[test]
    fn a_character_that_only_some_installed_font_has_is_set_from_it() {
        let mut installed = fontdb::Database::new();
        installed.load_fonts_dir(folder());
        let fonts = of_figures(Some(installed));
        let rendered = render_pdf(&document("2026喆堃"), &fonts).unwrap();
        let lent: String = rendered.substitutions.iter().map(|s| s.character).collect();
        assert_eq!(lent, "喆堃");
        let emoji = render_pdf(&document("\u{1F600}"), &fonts).unwrap_err();
        assert!(matches!(emoji, Error::MissingGlyph { .. }));
    }

    #[test]
    fn without_installed_fonts_it_is_named() {
        let told = render_pdf(&document("喆"), &of_figures(None)).unwrap_err();
        assert!(matches!(
            told,
            Error::MissingGlyph {
                character: '喆',
                ..
            }
        ));
    }
}
