//! Fonts by role: what the office chose, else what is installed, else what is bundled; then, per
//! character, whatever else has it.

mod face;
mod find;
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
}

#[derive(Debug)]
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
        let mut finder = find::Finder::new(config);
        let mut own = BTreeMap::new();
        for role in Role::ALL {
            own.insert(role, finder.find(role)?);
        }
        let lenders = finder.lenders()?;
        let by_role = Role::ALL
            .into_iter()
            .filter_map(|role| Some((role, role_faces(role, &own, &lenders)?)))
            .collect();
        Ok(Self(Arc::new(Faces {
            files: finder.into_files(),
            by_role,
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
