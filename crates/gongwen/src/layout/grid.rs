//! The grid of a page: paper, text area (版心), lines and characters (5.2).

use crate::error::Error;
use crate::length::Length;
use crate::model::PageOptions;

pub(crate) const A4_WIDTH: Length = Length::mm(210);
pub(crate) const A4_HEIGHT: Length = Length::mm(297);
/// Lines that the standard divides the text area of a portrait page into.
const STANDARD_LINES: i64 = 22;

/// Cell that a 3号 character stands in without touching the next one; narrow pages get fewer of them.
const NARROWEST_CELL: Length = Length::um(5_115);

/// How content stands on its sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    Portrait,
    /// The sheet itself lies on its side.
    Landscape,
    /// A portrait sheet whose content is turned, its head at the left edge (clause 8).
    Turned,
}

/// Measures of the text area. Positions inside it count from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Grid {
    pub turn: Turn,
    pub page_width: Length,
    pub page_height: Length,
    pub left: Length,
    pub top: Length,
    pub width: Length,
    pub height: Length,
    /// Width of a character's cell.
    pub pitch: Length,
    /// Lines that fit into the text area.
    pub lines: i64,
    /// `leading.1` lines take `leading.0`.
    leading: (Length, i64),
}

impl Grid {
    /// # Errors
    /// [`Error::PageTooSmall`] when not even one line of one character fits.
    pub(crate) fn new(options: &PageOptions, turn: Turn) -> Result<Self, Error> {
        let m = options.margins;
        let sound = |l: &Length| (Length::ZERO..A4_HEIGHT).contains(l);
        let columns = i64::from(options.characters_per_line);
        if ![m.top, m.bottom, m.left, m.right].iter().all(sound) || columns < 1 {
            return Err(Error::PageTooSmall);
        }
        let (width, height) = (A4_WIDTH - m.left - m.right, A4_HEIGHT - m.top - m.bottom);
        let leading = options.leading.map_or((height, STANDARD_LINES), |l| (l, 1));
        // Lines of hardly any height would be without number.
        if leading.0 < Length::pt(1) * leading.1 {
            return Err(Error::PageTooSmall);
        }
        let most = (width.as_um() / NARROWEST_CELL.as_um()).max(1);
        let pitch = width / columns.min(most);
        let portrait = Self {
            turn,
            page_width: A4_WIDTH,
            page_height: A4_HEIGHT,
            left: m.left,
            top: m.top,
            width,
            height,
            pitch,
            lines: 0,
            leading,
        };
        let turned = match turn {
            Turn::Portrait => portrait,
            Turn::Landscape | Turn::Turned => Self {
                page_width: A4_HEIGHT,
                page_height: A4_WIDTH,
                // The sheet keeps its margins: what binds at the left of an upright page is the top
                // here (clause 8).
                left: m.bottom,
                top: m.left,
                width: height,
                height: width,
                ..portrait
            },
        };
        let lines = turned.height.as_um() * leading.1 / leading.0.as_um();
        if lines < 1 || pitch < Length::pt(4) || turned.width < pitch {
            return Err(Error::PageTooSmall);
        }
        Ok(Self { lines, ..turned })
    }

    /// Upper edge of line `index`.
    pub(crate) fn line_top(&self, index: i64) -> Length {
        self.leading.0.scaled(index, self.leading.1)
    }

    /// Height of one line.
    pub(crate) fn leading(&self) -> Length {
        self.line_top(1)
    }

    /// First line whose upper edge is at or below `y`.
    pub(crate) fn line_at_or_below(&self, y: Length) -> i64 {
        // What rounding leaves over the edge of a line is not below it.
        let tolerance = Length::um(50);
        let above = (y - tolerance).max(Length::ZERO).as_um() * self.leading.1;
        let leading = self.leading.0.as_um();
        (above + leading - 1) / leading
    }

    /// Line whose upper edge is nearest to `y`.
    pub(crate) fn nearest_line(&self, y: Length) -> i64 {
        let half = self.leading() / 2;
        (y + half).max(Length::ZERO).as_um() * self.leading.1 / self.leading.0.as_um()
    }

    /// Lower edge of the last line that fits.
    pub(crate) fn foot(&self) -> Length {
        self.line_top(self.lines)
    }

    /// `count` characters wide.
    pub(crate) fn cells(&self, count: i64) -> Length {
        self.pitch * count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_grid_has_22_lines_of_28_characters() {
        let grid = Grid::new(&PageOptions::default(), Turn::Portrait).unwrap();
        assert_eq!(
            (grid.width, grid.height),
            (Length::mm(156), Length::mm(225))
        );
        assert_eq!(grid.lines, 22);
        assert_eq!(grid.foot(), Length::mm(225));
        assert!(grid.cells(28) <= grid.width);
        assert!((grid.leading().to_points() - 28.99).abs() < 0.01);
        assert!((grid.pitch.to_points() - 15.79).abs() < 0.01);
    }

    #[test]
    fn lines_are_found_from_positions() {
        let grid = Grid::new(&PageOptions::default(), Turn::Portrait).unwrap();
        for line in 0..22 {
            assert_eq!(grid.line_at_or_below(grid.line_top(line)), line);
            assert_eq!(grid.nearest_line(grid.line_top(line)), line);
            assert_eq!(
                grid.line_at_or_below(grid.line_top(line) + Length::mm(1)),
                line + 1
            );
        }
    }

    #[test]
    fn margins_that_leave_no_room_are_refused() {
        let mut options = PageOptions::default();
        options.margins.top = Length::mm(262);
        assert_eq!(
            Grid::new(&options, Turn::Portrait),
            Err(Error::PageTooSmall)
        );
    }
}
