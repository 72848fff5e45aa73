//! Text: characters to glyphs, glyphs to lines.

mod class;
mod lines;
mod shape;
mod title;

pub(crate) use lines::{Fit, Placed, SetLine, break_lines, natural, set_line};
pub use shape::Substitution;
pub(crate) use shape::{Color, Glyph, Phrase, Shaper, Style, Unit, width};
pub(crate) use title::break_title;
