//! From characters to measured glyphs.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;
use ttf_parser::{Face, GlyphId};

use super::class::{BlankHalf, blank_half, printable, printable_joined, wants_full_width};
use crate::error::Error;
use crate::fonts::{FaceId, FontSet, Role};
use crate::length::Length;

/// Ink of a document: black, or red for marks and their rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Color {
    Black,
    Red,
}

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Style {
    pub role: Role,
    pub size: Length,
    /// Width of a full-width character's cell; `None` leaves it at the size.
    pub pitch: Option<Length>,
    pub color: Color,
    /// Horizontal scale in percent.
    pub condense: i64,
}

impl Style {
    pub(crate) const fn new(role: Role, size: Length) -> Self {
        Self {
            role,
            size,
            pitch: None,
            color: Color::Black,
            condense: 100,
        }
    }

    pub(crate) const fn on_grid(self, pitch: Length) -> Self {
        Self {
            pitch: Some(pitch),
            ..self
        }
    }

    pub(crate) const fn in_red(self) -> Self {
        Self {
            color: Color::Red,
            ..self
        }
    }
}

/// A glyph of a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Glyph {
    pub face: FaceId,
    pub id: u16,
}

/// A character measured for its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unit {
    pub ch: char,
    pub glyph: Glyph,
    pub style: Style,
    pub advance: Length,
    /// Blank at the glyph's left and right that may be given up.
    pub trim_left: Length,
    pub trim_right: Length,
    /// Highest ink above the baseline.
    pub ink_top: Length,
    /// Whether a line may not start with it, whatever the characters allow.
    pub joined: bool,
}

/// A character that its role's font lacks and another one lends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Substitution {
    pub character: char,
    pub role: Role,
    /// Family that lends it.
    pub font: String,
}

/// Text in one style.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phrase<'t> {
    pub style: Style,
    pub text: &'t str,
}

/// Glyph with its measures in font units.
#[derive(Debug, Clone, Copy)]
struct Measured {
    glyph: Glyph,
    units_per_em: i64,
    advance: i64,
    left_blank: i64,
    right_blank: i64,
    top: i64,
}

/// Measures text with the fonts of a set. Lives as long as one rendering.
pub(crate) struct Shaper<'f> {
    fonts: &'f FontSet,
    faces: Vec<Option<Face<'f>>>,
    known: HashMap<(Role, char), Option<Measured>>,
    substitutions: BTreeSet<Substitution>,
}

impl<'f> Shaper<'f> {
    pub(crate) fn new(fonts: &'f FontSet) -> Self {
        Self {
            fonts,
            faces: fonts.files().iter().map(|file| file.open()).collect(),
            known: HashMap::new(),
            substitutions: BTreeSet::new(),
        }
    }

    pub(crate) fn into_substitutions(self) -> Vec<Substitution> {
        self.substitutions.into_iter().collect()
    }

    /// Measures `phrases`; `place` names the element for errors.
    pub(crate) fn units(
        &mut self,
        phrases: &[Phrase<'_>],
        place: &str,
    ) -> Result<Vec<Unit>, Error> {
        let mut units = Vec::new();
        for phrase in phrases {
            for (position, (ch, joined)) in printable_joined(phrase.text).enumerate() {
                let Some(measured) = self.measure(phrase.style.role, ch) else {
                    return Err(missing(ch, phrase, position, place));
                };
                units.push(Unit {
                    joined,
                    ..unit(ch, phrase.style, measured)
                });
            }
        }
        Ok(units)
    }

    fn measure(&mut self, role: Role, ch: char) -> Option<Measured> {
        if let Some(known) = self.known.get(&(role, ch)) {
            return *known;
        }
        let found = self.find(role, ch);
        self.note_substitution(role, ch, found);
        self.known.insert((role, ch), found);
        found
    }

    fn find(&self, role: Role, ch: char) -> Option<Measured> {
        let chain = self.fonts.chain(role);
        let mut having = chain.iter().filter_map(|face| self.glyph(*face, ch));
        // Latin fonts have quotes, dashes and ellipses of their own, narrower than the standard's.
        let first = having.next()?;
        if !wants_full_width(ch) || role == Role::Song || first.advance >= first.units_per_em {
            return Some(first);
        }
        Some(
            having
                .find(|m| m.advance >= m.units_per_em)
                .unwrap_or(first),
        )
    }

    fn glyph(&self, face_id: FaceId, ch: char) -> Option<Measured> {
        let face = self.faces.get(face_id.index())?.as_ref()?;
        // Glyph 0 is the box that stands for what a font lacks.
        let id = face.glyph_index(ch).filter(|id| id.0 != 0)?;
        Some(measure(face, face_id, id))
    }

    fn note_substitution(&mut self, role: Role, ch: char, found: Option<Measured>) {
        let own = self.fonts.chain(role).first();
        let Some(measured) = found.filter(|m| Some(&m.glyph.face) != own) else {
            return;
        };
        // Taken from another font on purpose: nothing is lent.
        if wants_full_width(ch) {
            return;
        }
        if let Some(file) = self.fonts.files().get(measured.glyph.face.index()) {
            self.substitutions.insert(Substitution {
                character: ch,
                role,
                font: file.family.clone(),
            });
        }
    }
}

fn measure(face: &Face<'_>, face_id: FaceId, id: GlyphId) -> Measured {
    let advance = i64::from(face.glyph_hor_advance(id).unwrap_or(0));
    let ink = face.glyph_bounding_box(id);
    let (left, right, top) = ink.map_or((0, advance, 0), |b| {
        (i64::from(b.x_min), i64::from(b.x_max), i64::from(b.y_max))
    });
    Measured {
        glyph: Glyph {
            face: face_id,
            id: id.0,
        },
        units_per_em: i64::from(face.units_per_em()),
        advance,
        left_blank: left.max(0),
        right_blank: (advance - right).max(0),
        top,
    }
}

fn unit(ch: char, style: Style, measured: Measured) -> Unit {
    let em = measured.units_per_em * 100;
    let scale = |units: i64| style.size.scaled(units * style.condense, em);
    let natural = scale(measured.advance);
    let is_full_width = measured.advance * 10 >= measured.units_per_em * 9;
    let advance = match style.pitch {
        Some(pitch) if is_full_width => pitch,
        _ => natural,
    };
    // Rounded up, so that two halves make room for a whole.
    let trim = |blank: i64| scale(blank).min((advance + Length::um(1)) / 2);
    let (trim_left, trim_right) = match blank_half(ch).filter(|_| is_full_width) {
        Some(BlankHalf::Left) => (trim(measured.left_blank), Length::ZERO),
        Some(BlankHalf::Right) => (Length::ZERO, trim(measured.right_blank)),
        None => (Length::ZERO, Length::ZERO),
    };
    Unit {
        ch,
        glyph: measured.glyph,
        style,
        advance,
        trim_left,
        trim_right,
        // Condensing changes widths only.
        ink_top: style.size.scaled(measured.top, measured.units_per_em),
        joined: false,
    }
}

/// How many characters of context an error shows on either side.
const CONTEXT: usize = 6;

fn missing(ch: char, phrase: &Phrase<'_>, position: usize, place: &str) -> Error {
    let from = position.saturating_sub(CONTEXT);
    Error::MissingGlyph {
        character: ch,
        role: phrase.style.role,
        place: place.into(),
        excerpt: printable(phrase.text)
            .skip(from)
            .take(position - from + 1 + CONTEXT)
            .collect(),
    }
}

/// Width of `units` set naturally.
pub(crate) fn width(units: &[Unit]) -> Length {
    units.iter().map(|u| u.advance).sum()
}
