//! Page numbers (7.5).

use super::compositor::{Compositor, SIZE_FOUR};
use super::grid::{Grid, Turn};
use super::page::{Mark, Page};
use crate::error::Error;
use crate::fonts::Role;
use crate::length::Length;
use crate::model::{PageNumbers, PageOptions};
use crate::text::{Phrase, Style, natural};

/// From the lower edge of the text area to the number's dashes.
const BELOW_TEXT: Length = Length::mm(7);

/// Puts `— 1 —` on every numbered page; pages are counted whether numbered or not.
pub(crate) fn print(
    compositor: &mut Compositor<'_, '_>,
    options: &PageOptions,
    pages: &mut [Page],
) -> Result<(), Error> {
    if options.numbers == PageNumbers::None {
        return Ok(());
    }
    for (index, page) in pages.iter_mut().enumerate() {
        if page.numbered {
            let grid = number_grid(options, page.turn)?;
            let mark = number(compositor, options, &grid, index + 1)?;
            page.furniture.push(mark);
        }
    }
    Ok(())
}

/// A turned page keeps its number where a portrait page has it.
fn number_grid(options: &PageOptions, turn: Turn) -> Result<Grid, Error> {
    match turn {
        Turn::Landscape => Grid::new(options, Turn::Landscape),
        Turn::Portrait | Turn::Turned => Grid::new(options, Turn::Portrait),
    }
}

fn number(
    compositor: &mut Compositor<'_, '_>,
    options: &PageOptions,
    grid: &Grid,
    number: usize,
) -> Result<Mark, Error> {
    let style = Style::new(Role::Song, SIZE_FOUR);
    let text = format!("— {number} —");
    let units = compositor
        .shaper
        .units(&[Phrase { style, text: &text }], "页码")?;
    // The 7 mm under the text area are measured to the dashes, which stand above the baseline
    // (7.5).
    let dash_top = units.first().map_or(Length::ZERO, |dash| dash.ink_top);
    let line = natural(&units);
    let on_left = options.two_sided && number.is_multiple_of(2);
    let x = match options.numbers {
        PageNumbers::Centered => (grid.width - line.width) / 2,
        _ if on_left => SIZE_FOUR,
        _ => grid.width - SIZE_FOUR - line.width,
    };
    Ok(Mark::Text {
        x: grid.left + x,
        y: grid.top + grid.height + BELOW_TEXT + dash_top,
        line,
        turned: false,
    })
}
