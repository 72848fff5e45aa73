//! Sets paragraphs into rows of the grid.

use super::flow::Row;
use super::grid::Grid;
use crate::error::Error;
use crate::fonts::Role;
use crate::length::Length;
use crate::model::Align;
use crate::text::{
    Fit, Phrase, SetLine, Shaper, Style, Unit, break_lines, centred, natural, set_line, trimmed,
};

/// 3号, the size of body text.
pub(crate) const SIZE_THREE: Length = Length::pt(16);
/// 4号: page numbers and 版记.
pub(crate) const SIZE_FOUR: Length = Length::pt(14);
/// 2号: titles.
pub(crate) const SIZE_TWO: Length = Length::pt(22);
/// Lines a title may take before it is refused.
pub(crate) const MOST_TITLE_LINES: usize = 6;

/// Indents of a paragraph, from the left of the text area, and its right edge.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure {
    pub first: Length,
    pub rest: Length,
    pub right: Length,
    pub align: Align,
}

/// Everything needed to set text: the fonts' measures and the grid.
pub(crate) struct Compositor<'s, 'f> {
    pub shaper: &'s mut Shaper<'f>,
    pub grid: Grid,
}

impl Compositor<'_, '_> {
    /// 3号 text of `role` on the grid.
    pub(crate) fn body_style(&self, role: Role) -> Style {
        Style::new(role, SIZE_THREE).on_grid(self.grid.pitch)
    }

    /// A paragraph's usual measure: indented by `cells` characters, wrapping flush left.
    pub(crate) fn indented(&self, cells: i64) -> Measure {
        Measure {
            first: self.grid.cells(cells),
            rest: Length::ZERO,
            right: self.grid.width,
            align: Align::Left,
        }
    }

    /// A measure without indents.
    pub(crate) fn flush(&self, align: Align) -> Measure {
        Measure {
            align,
            ..self.indented(0)
        }
    }

    /// Sets `phrases` as one paragraph.
    pub(crate) fn paragraph(
        &mut self,
        phrases: &[Phrase<'_>],
        measure: Measure,
        place: &str,
    ) -> Result<Vec<Row>, Error> {
        let units = self.shaper.units(phrases, place)?;
        Ok(rows(&units, measure))
    }

    /// `text` in one piece, not broken.
    pub(crate) fn one_line(
        &mut self,
        text: &str,
        style: Style,
        place: &str,
    ) -> Result<SetLine, Error> {
        let units = self.shaper.units(&[Phrase { style, text }], place)?;
        Ok(natural(&units))
    }

    /// A title: 2号小标宋, centred, broken by meaning (7.3.1).
    pub(crate) fn title(&mut self, title: &str, place: &'static str) -> Result<Vec<Row>, Error> {
        let style = Style::new(Role::Title, SIZE_TWO);
        let lines = self.display_lines(title, style, place)?;
        let row = |line: SetLine| Row {
            keep: true,
            aside: true,
            ..Row::of((self.grid.width - line.width) / 2, line)
        };
        Ok(lines.into_iter().map(row).collect())
    }

    /// Lines of a title or of what is broken like one, to be centred.
    pub(crate) fn display_lines(
        &mut self,
        text: &str,
        style: Style,
        place: &'static str,
    ) -> Result<Vec<SetLine>, Error> {
        let mut lines = Vec::new();
        // A line feed is a break that the writer wants.
        for part in text.split('\n').filter(|part| !part.trim().is_empty()) {
            let phrase = Phrase {
                style,
                text: part.trim(),
            };
            let units = self.shaper.units(&[phrase], place)?;
            lines.extend(self.title_lines(&units, place)?);
        }
        if lines.len() > MOST_TITLE_LINES {
            return Err(too_many_lines(place, lines.len(), 0));
        }
        Ok(lines)
    }

    fn title_lines(&self, units: &[Unit], place: &'static str) -> Result<Vec<SetLine>, Error> {
        let chars: Vec<char> = units.iter().map(|u| u.ch).collect();
        let widths: Vec<i64> = units.iter().map(|u| u.advance.as_um()).collect();
        let limit = self.grid.width.as_um();
        let ends = crate::text::break_title(&chars, &widths, limit, MOST_TITLE_LINES)
            .map_err(|lines| too_many_lines(place, lines, chars.len()))?;
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let lines = starts.zip(ends.iter().copied());
        // Spaces at its ends would shift a line off the middle.
        Ok(lines
            .map(|(start, end)| centred(trimmed(units.get(start..end).unwrap_or_default())))
            .collect())
    }
}

/// The error for a title of `characters` that would take `lines` lines.
pub(crate) fn too_many_lines(place: &'static str, lines: usize, characters: usize) -> Error {
    if lines <= MOST_TITLE_LINES {
        return Error::TooWide { place, characters };
    }
    Error::TooLong {
        place,
        lines,
        limit: MOST_TITLE_LINES,
    }
}

fn rows(units: &[Unit], measure: Measure) -> Vec<Row> {
    let start = |line: usize| {
        if line == 0 {
            measure.first
        } else {
            measure.rest
        }
    };
    let room = |line: usize| measure.right - start(line);
    break_lines(units, room)
        .into_iter()
        .enumerate()
        .map(|(number, line)| {
            let units = units.get(line.range).unwrap_or_default();
            let fit = match measure.align {
                Align::Left => line.fit,
                Align::Center | Align::Right => Fit::Natural,
            };
            let set = set_line(units, fit, room(number));
            let free = room(number) - set.width;
            let x = match measure.align {
                Align::Left => start(number),
                Align::Center => start(number) + free / 2,
                Align::Right => start(number) + free,
            };
            Row::of(x, set)
        })
        .collect()
}
