//! Subsets of the used fonts, ready to be embedded.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontId, FontMetrics, ParsedFont, PdfFontMetricsStub};
use subsetter::GlyphRemapper;
use ttf_parser::Face;

use crate::error::Error;
use crate::fonts::{FaceFile, FaceId, FontSet};
use crate::layout::{FinishedPage, Mark};
use crate::text::{Glyph, Placed};

/// Which embedded font a character is shown with, and how far the viewer's pen then moves.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown<'f> {
    pub font: &'f FontId,
    /// Thousandths of the size, as the PDF's own width table has it.
    pub advance: i64,
}

/// The fonts of one PDF file.
pub(super) struct Embedded {
    pub fonts: Vec<(FontId, ParsedFont)>,
    shown: BTreeMap<(Glyph, char), (usize, i64)>,
}

/// Characters by glyph for one embedded font. Glyphs that stand for several characters come once
/// for each, in fonts of their own, since a PDF font gives back only one character for a glyph.
type Uses = BTreeMap<(FaceId, usize), BTreeMap<char, u16>>;

impl Embedded {
    /// Subsets every face to what `pages` show.
    pub(super) fn new(pages: &[FinishedPage], set: &FontSet) -> Result<Self, Error> {
        let mut embedded = Self {
            fonts: Vec::new(),
            shown: BTreeMap::new(),
        };
        for ((face, _), characters) in uses(pages) {
            if let Some(file) = set.files().get(face.index()) {
                embedded.embed(face, file, &characters)?;
            }
        }
        Ok(embedded)
    }

    pub(super) fn show(&self, placed: &Placed) -> Option<Shown<'_>> {
        let (font, advance) = self.shown.get(&(placed.glyph, placed.ch))?;
        Some(Shown {
            font: &self.fonts.get(*font)?.0,
            advance: *advance,
        })
    }

    fn embed(
        &mut self,
        face_id: FaceId,
        file: &FaceFile,
        characters: &BTreeMap<char, u16>,
    ) -> Result<(), Error> {
        let unreadable = |reason: String| Error::FontUnreadable {
            path: file.path.clone(),
            reason,
        };
        let face = file.open().ok_or_else(|| unreadable("不是字体".into()))?;
        let mut remapper = GlyphRemapper::new();
        for glyph in characters.values() {
            remapper.remap(*glyph);
        }
        let bytes = subsetter::subset(&file.data, file.index, &remapper)
            .map_err(|e| unreadable(e.to_string()))?;
        let index = self.fonts.len();
        let mut codes = BTreeMap::new();
        let mut widths = BTreeMap::new();
        for (ch, glyph) in characters {
            let advance = face
                .glyph_hor_advance(ttf_parser::GlyphId(*glyph))
                .unwrap_or(0);
            let code = remapper.get(*glyph).unwrap_or(0);
            codes.insert(u32::from(*ch), code);
            widths.insert(code, advance);
            let thousandths = i64::from(advance) * 1000 / i64::from(face.units_per_em());
            let glyph = Glyph {
                face: face_id,
                id: *glyph,
            };
            self.shown.insert((glyph, *ch), (index, thousandths));
        }
        let name = format!("{}+{}", tag(index, characters), file.postscript_name);
        let font = parsed(&face, bytes, name, codes, widths);
        self.fonts.push((FontId(format!("G{index}")), font));
        Ok(())
    }
}

fn uses(pages: &[FinishedPage]) -> Uses {
    let mut characters: BTreeMap<Glyph, BTreeSet<char>> = BTreeMap::new();
    for placed in glyphs(pages) {
        characters
            .entry(placed.glyph)
            .or_default()
            .insert(placed.ch);
    }
    let mut uses = Uses::new();
    for (glyph, characters) in characters {
        for (rank, ch) in characters.into_iter().enumerate() {
            uses.entry((glyph.face, rank))
                .or_default()
                .insert(ch, glyph.id);
        }
    }
    uses
}

fn glyphs(pages: &[FinishedPage]) -> impl Iterator<Item = &Placed> {
    let marks = pages
        .iter()
        .flat_map(|page| page.marks.iter().chain(&page.furniture));
    marks.flat_map(|mark| match mark {
        Mark::Text { line, .. } => line.glyphs.as_slice(),
        Mark::Rule { .. } => &[],
    })
}

/// Character box above and below the baseline, in thousandths of the size.
const ASCENT: i64 = 880;
const DESCENT: i64 = -120;

fn parsed(
    face: &Face<'_>,
    bytes: Vec<u8>,
    name: String,
    codes: BTreeMap<u32, u16>,
    widths: BTreeMap<u16, u16>,
) -> ParsedFont {
    let units_per_em = face.units_per_em();
    let scale = |thousandths: i64| {
        let scaled = thousandths * i64::from(units_per_em) / 1000;
        i16::try_from(scaled).unwrap_or(i16::MAX)
    };
    let metrics = FontMetrics {
        ascent: scale(ASCENT),
        descent: scale(DESCENT),
    };
    let ink = face.global_bounding_box();
    let mut font =
        ParsedFont::with_glyph_data(bytes, 0, Some(name), codes, widths, units_per_em, metrics);
    font.pdf_font_metrics = PdfFontMetricsStub {
        units_per_em,
        x_min: ink.x_min,
        y_min: ink.y_min,
        x_max: ink.x_max,
        y_max: ink.y_max,
        us_weight_class: face.weight().to_number(),
        ..PdfFontMetricsStub::default()
    };
    font
}

/// The six letters that mark a subset (ISO 32000-1, 9.6.4), different for different subsets.
fn tag(index: usize, characters: &BTreeMap<char, u16>) -> String {
    const LETTERS: u64 = 26;
    let start = 0xcbf2_9ce4_8422_2325_u64 ^ index as u64;
    let mut hash = characters.keys().fold(start, |hash, ch| {
        (hash ^ u64::from(u32::from(*ch))).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (0..6)
        .map(|_| {
            let letter = u8::try_from(hash % LETTERS).unwrap_or(0);
            hash /= LETTERS;
            char::from(b'A' + letter)
        })
        .collect()
}
