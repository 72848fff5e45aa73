//! 发文机关标志: red 小标宋, brought to one line.

use super::compositor::Compositor;
use crate::error::Error;
use crate::fonts::Role;
use crate::length::Length;
use crate::text::{Phrase, SetLine, Style, Unit, least_width, tight};

const PLACE: &str = "发文机关标志";

/// Largest and smallest size of the mark's characters.
const LARGEST: i64 = 48;
const SMALLEST: i64 = 24;
/// Narrowest that characters are condensed to, in percent, before they get smaller.
const NARROWEST: i64 = 72;
/// A short mark is spread towards this part of the text area, by at most this part of its size.
const SPREAD_TO: (i64, i64) = (3, 4);
const MOST_SPREAD: (i64, i64) = (1, 4);

/// A mark in one line.
pub(crate) struct RedMark {
    pub line: SetLine,
    pub size: Length,
    /// Highest ink above the baseline.
    pub ink_top: Length,
}

/// Sets `text` as large as the text area's width allows: first condensed, then smaller.
pub(crate) fn set(compositor: &mut Compositor<'_, '_>, text: &str) -> Result<RedMark, Error> {
    let room = compositor.grid.width;
    for points in (SMALLEST..=LARGEST).rev() {
        let size = Length::pt(points);
        let whole = units(compositor, text, size, 100)?;
        let wide = least_width(&whole);
        if wide <= room {
            return Ok(mark(&whole, spread(whole.len(), room, wide, size), size));
        }
        let percent = room.as_um() * 100 / wide.as_um();
        if percent >= NARROWEST {
            let condensed = units(compositor, text, size, percent)?;
            return Ok(mark(&condensed, Length::ZERO, size));
        }
    }
    Err(Error::TooWide {
        place: PLACE,
        characters: text.chars().count(),
    })
}

fn units(
    compositor: &mut Compositor<'_, '_>,
    text: &str,
    size: Length,
    condense: i64,
) -> Result<Vec<Unit>, Error> {
    let style = Style {
        condense,
        ..Style::new(Role::Title, size).in_red()
    };
    compositor.shaper.units(&[Phrase { style, text }], PLACE)
}

/// What is put between the characters of a mark that leaves room.
fn spread(characters: usize, room: Length, wide: Length, size: Length) -> Length {
    let gaps = characters.saturating_sub(1) as i64;
    let wanted = room.scaled(SPREAD_TO.0, SPREAD_TO.1) - wide;
    if gaps == 0 || wanted <= Length::ZERO {
        return Length::ZERO;
    }
    (wanted / gaps).min(size.scaled(MOST_SPREAD.0, MOST_SPREAD.1))
}

fn mark(units: &[Unit], gap: Length, size: Length) -> RedMark {
    RedMark {
        line: tight(units, gap),
        size,
        ink_top: units.iter().map(|u| u.ink_top).max().unwrap_or_default(),
    }
}
