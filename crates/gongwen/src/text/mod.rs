//! Text: characters to glyphs, glyphs to lines.

mod class;
mod lines;
mod shape;
mod title;

pub(crate) use class::{WORD_JOINER, printable};
pub(crate) use lines::{
    Fit, Placed, SetLine, break_lines, centred, least_width, natural, set_line, tight, trimmed,
};
pub use shape::Substitution;
pub(crate) use shape::{Color, Glyph, Phrase, Shaper, Style, Unit, width};
pub(crate) use title::break_title;
