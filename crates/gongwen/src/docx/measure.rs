//! Widths of text without its fonts: Chinese fonts give every ideograph the same width.

use crate::length::Length;
use crate::text::printable;

/// Width of `text` at `size`: a whole for wide characters, half for Latin ones.
pub(super) fn width(text: &str, size: Length) -> Length {
    let halves: i64 = printable(text).map(halves).sum();
    size * halves / 2
}

/// Width that leaves a cell with `text` whole even where another font stands in for the standard's:
/// its figures may take two thirds of the size.
pub(super) fn loose_width(text: &str, size: Length) -> Length {
    let (mut wide, mut narrow) = (0, 0);
    for ch in printable(text) {
        if halves(ch) > 1 {
            wide += 1;
        } else {
            narrow += 1;
        }
    }
    size * wide + size * narrow * 2 / 3 + size / 4
}

/// Half characters that `ch` takes.
pub(super) fn halves(ch: char) -> i64 {
    if ch < '\u{2000}' && ch != '·' && ch != '×' {
        1
    } else {
        2
    }
}
