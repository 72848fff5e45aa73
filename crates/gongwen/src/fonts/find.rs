use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use fontdb::{Database, Family, Query, Source, Style, Weight};

use super::{FaceFile, FaceId, FontConfig, FontSource, Role};
use crate::error::Error;

/// Families with characters that few fonts have; they lend to every role when installed.
const WIDE_FAMILIES: [&str; 6] = [
    "SimSun-ExtB",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "HanaMinA",
    "HanaMinB",
    "Plangothic P1",
];

/// Finds fonts by role and reads each file once.
pub(super) struct Finder<'a> {
    config: &'a FontConfig,
    installed: Option<Database>,
    files: Vec<FaceFile>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(config: &'a FontConfig, installed: Option<Database>) -> Self {
        Self {
            config,
            installed,
            files: Vec::new(),
        }
    }

    /// The files that were read, and what else is installed.
    pub(super) fn finish(self) -> (Vec<FaceFile>, Option<Database>) {
        (self.files, self.installed)
    }

    /// The font of `role`, in the order chosen, installed, bundled.
    pub(super) fn find(&mut self, role: Role) -> Result<(FaceId, FontSource), Error> {
        // A font that the office chose and that cannot be read is told; an installed one is passed
        // over.
        if let Some(path) = self.config.chosen.get(&role).cloned() {
            return Ok((self.read(path, 0)?, FontSource::Chosen));
        }
        for family in role.installed_families() {
            if let Some(face) = self.read_installed(family) {
                return Ok((face, FontSource::Installed));
            }
        }
        match self.bundled(role) {
            Some(path) => Ok((self.read(path, 0)?, FontSource::Bundled)),
            None => Err(Error::FontNotFound {
                role,
                searched: self.config.directories.clone(),
            }),
        }
    }

    /// Fonts that lend characters beside the roles' own: the bundled one of each role, and the
    /// installed ones with many characters (listed under every role).
    pub(super) fn lenders(&mut self) -> Result<BTreeMap<Role, Vec<FaceId>>, Error> {
        let wide: Vec<FaceId> = WIDE_FAMILIES
            .iter()
            .filter_map(|family| self.read_installed(family))
            .collect();
        let mut lenders = BTreeMap::new();
        for role in Role::ALL {
            let bundled = self.bundled(role).map(|path| self.read(path, 0));
            let mut faces: Vec<FaceId> = bundled.transpose()?.into_iter().collect();
            if role == Role::Title {
                faces.extend(&wide);
            }
            lenders.insert(role, faces);
        }
        Ok(lenders)
    }

    fn bundled(&self, role: Role) -> Option<PathBuf> {
        let candidates = self.config.directories.iter();
        candidates
            .map(|directory| directory.join(role.bundled_file()))
            .find(|path| path.is_file())
    }

    fn read_installed(&mut self, family: &str) -> Option<FaceId> {
        let (path, index) = installed_file(self.installed.as_ref()?, family)?;
        self.read(path, index).ok()
    }

    fn read(&mut self, path: PathBuf, index: u32) -> Result<FaceId, Error> {
        if let Some(known) = self.known(&path, index) {
            return Ok(known);
        }
        self.files.push(FaceFile::read(path, index)?);
        Ok(FaceId(self.files.len() - 1))
    }

    fn known(&self, path: &Path, index: u32) -> Option<FaceId> {
        let same = |f: &FaceFile| f.path == path && f.index == index;
        self.files.iter().position(same).map(FaceId)
    }
}

fn installed_file(database: &Database, family: &str) -> Option<(PathBuf, u32)> {
    let query = Query {
        families: &[Family::Name(family)],
        ..Query::default()
    };
    let id = database.query(&query)?;
    match database.face_source(id)? {
        (Source::File(path), index) => Some((path, index)),
        _ => None,
    }
}

/// The fonts installed on the system.
pub(super) fn system() -> Database {
    let mut database = Database::new();
    database.load_system_fonts();
    database
}

/// An installed face that can print `ch` and is none of `known`: upright and of text weight before
/// others, then by the name of its file, so that a machine always takes the same.
pub(super) fn lender(database: &Database, ch: char, known: &[FaceFile]) -> Option<FaceFile> {
    let mut having: Vec<(bool, u16, PathBuf, u32)> = database
        .faces()
        .filter(|face| has_outline(database, face.id, ch))
        .filter_map(|face| match database.face_source(face.id)? {
            (Source::File(path), index) => {
                let slanted = face.style != Style::Normal;
                let off = face.weight.0.abs_diff(Weight::NORMAL.0);
                Some((slanted, off, path, index))
            }
            _ => None,
        })
        .filter(|(.., path, index)| !known.iter().any(|f| f.path == *path && f.index == *index))
        .collect();
    having.sort();
    let mut faces = having.into_iter();
    faces.find_map(|(.., path, index)| FaceFile::read(path, index).ok())
}

/// Whether a face draws `ch` by an outline; pictures in colour cannot be embedded.
fn has_outline(database: &Database, id: fontdb::ID, ch: char) -> bool {
    let drawn = database.with_face_data(id, |data, index| {
        let face = ttf_parser::Face::parse(data, index).ok()?;
        let glyph = face.glyph_index(ch).filter(|glyph| glyph.0 != 0)?;
        face.glyph_bounding_box(glyph)
    });
    drawn.flatten().is_some()
}
