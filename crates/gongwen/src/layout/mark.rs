//! 发文机关标志: red 小标宋, brought to one line.

use super::compositor::Compositor;
use crate::error::Error;
use crate::fonts::Role;
use crate::length::Length;
use crate::text::{Phrase, SetLine, Style, Unit, natural, width};

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
    for points in (SMALLEST..=LARGEST).rev() {
        let size = Length::pt(points);
        let units = units(compositor, text, size, 100)?;
        let wide = width(&units);
        let room = compositor.grid.width;
        if wide <= room {
            return Ok(mark(&spread(units, room, size), size));
        }
        let percent = room.as_um() * 100 / wide.as_um().max(1);
        if percent >= NARROWEST {
            return Ok(mark(&self::units(compositor, text, size, percent)?, size));
        }
    }
    Err(Error::TooWide {
        place: "发文机关标志",
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
    let phrase = Phrase { style, text };
    let mut units = compositor.shaper.units(&[phrase], "发文机关标志")?;
    // Display sizes show the blank halves of quotes: they are set without.
    for unit in &mut units {
        unit.advance -= unit.trim_right;
    }
    Ok(units)
}

fn spread(mut units: Vec<Unit>, room: Length, size: Length) -> Vec<Unit> {
    let gaps = units.len().saturating_sub(1) as i64;
    let wanted = room.scaled(SPREAD_TO.0, SPREAD_TO.1) - width(&units);
    if gaps > 0 && wanted > Length::ZERO {
        let each = (wanted / gaps).min(size.scaled(MOST_SPREAD.0, MOST_SPREAD.1));
        for unit in units.iter_mut().rev().skip(1) {
            unit.advance += each;
        }
    }
    units
}

fn mark(units: &[Unit], size: Length) -> RedMark {
    RedMark {
        line: natural(units),
        size,
        ink_top: units.iter().map(|u| u.ink_top).max().unwrap_or_default(),
    }
}
