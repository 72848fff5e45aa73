//! Widths of text without its fonts: Chinese fonts give every ideograph the same width.

use crate::length::Length;
use crate::text::printable;

/// Width of `text` at `size`: a whole for wide characters, half for Latin ones.
pub(super) fn width(text: &str, size: Length) -> Length {
    let halves: i64 = printable(text).map(halves).sum();
    size * halves / 2
}

/// Half characters that `ch` takes.
pub(super) fn halves(ch: char) -> i64 {
    if ch < '\u{2000}' && ch != '·' && ch != '×' {
        1
    } else {
        2
    }
}
