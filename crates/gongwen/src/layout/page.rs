//! A finished page: marks at their places.

use super::grid::{Grid, Turn};
use crate::length::Length;
use crate::text::{Color, SetLine};

/// Something printed. Positions count from the upper left corner of the content's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Glyphs whose baseline starts at `x`, `y` and runs to the right, or to the left where they stand on
    /// their heads.
    Text {
        x: Length,
        y: Length,
        line: SetLine,
        turned: bool,
    },
    /// A ruled line from `x`, `y` (its centre line) to the right, or downwards.
    Rule {
        x: Length,
        y: Length,
        length: Length,
        thickness: Length,
        color: Color,
        downwards: bool,
    },
}

impl Mark {
    pub(crate) fn is_red(&self) -> bool {
        match self {
            Self::Rule { color, .. } => *color == Color::Red,
            Self::Text { line, .. } => {
                let first = line.glyphs.first();
                first.is_some_and(|glyph| glyph.style.color == Color::Red)
            }
        }
    }
}

/// Height of a character's box above its baseline, in thousandths of the size: the ideographic
/// em box of Chinese fonts.
const ASCENT: (i64, i64) = (880, 1000);

/// Baseline of text of `size` in the middle of a line `height` high.
pub(crate) fn baseline_in(height: Length, size: Length) -> Length {
    (height - size) / 2 + size.scaled(ASCENT.0, ASCENT.1)
}

/// Lower edge of the character box under a baseline.
pub(crate) fn below_baseline(size: Length) -> Length {
    size - size.scaled(ASCENT.0, ASCENT.1)
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Page {
    pub turn: Turn,
    pub width: Length,
    pub height: Length,
    pub marks: Vec<Mark>,
    /// Page number and other furniture, upright whatever the content's turn.
    pub furniture: Vec<Mark>,
    /// Whether it carries its number.
    pub numbered: bool,
}

impl Page {
    pub(crate) fn new(grid: &Grid) -> Self {
        Self {
            turn: grid.turn,
            width: grid.page_width,
            height: grid.page_height,
            marks: Vec::new(),
            furniture: Vec::new(),
            numbered: true,
        }
    }
}
