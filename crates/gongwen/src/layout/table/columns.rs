//! Widths of columns.

use super::{SIDE_PADDING, cell_style, whole_part};
use crate::error::Error;
use crate::layout::compositor::Compositor;
use crate::length::Length;
use crate::model::{Align, ColumnWidth, Table};
use crate::text::{Phrase, width};

/// A column's narrowest bearable and its wanted width, and its share of what is left.
pub(crate) struct Wish {
    pub least: Length,
    pub wanted: Length,
    /// 0 for a column as wide as its content.
    pub share: i64,
}

/// Widths that fill the text area: `Auto` columns by content, `Share` columns by weight.
pub(super) fn widths(
    compositor: &mut Compositor<'_, '_>,
    table: &Table,
) -> Result<Vec<Length>, Error> {
    let total = compositor.grid.width;
    let mut wishes = wishes(compositor, table)?;
    // Columns of single characters may be as narrow as these, but only where two characters for
    // each do not fit.
    if !bearable(&wishes, total) {
        for (index, wish) in wishes.iter_mut().enumerate() {
            wish.give_in(widest_cell(compositor, table, index)?);
        }
    }
    fit(&wishes, total)
}

/// Whether the narrowest widths fit into `total`.
pub(crate) fn bearable(wishes: &[Wish], total: Length) -> bool {
    wishes.iter().map(|w| w.least).sum::<Length>() <= total
}

impl Wish {
    /// Bears to be as narrow as its `content`, where that is less than two characters.
    pub(crate) fn give_in(&mut self, content: Length) {
        self.least = self.least.min(content);
        self.wanted = if self.share > 0 {
            self.least
        } else {
            self.wanted
        };
    }
}

/// Widths for `wishes` that come to `total`.
pub(crate) fn fit(wishes: &[Wish], total: Length) -> Result<Vec<Length>, Error> {
    if wishes.is_empty() || !bearable(wishes, total) {
        return Err(Error::TableTooWide {
            columns: wishes.len(),
        });
    }
    let mut widths = shrunk(wishes, total);
    let left = total - widths.iter().copied().sum();
    let shares: i64 = wishes.iter().map(|w| w.share).sum();
    let weights: Vec<i64> = match shares {
        0 => widths.iter().map(|w| w.as_um()).collect(),
        _ => wishes.iter().map(|w| w.share).collect(),
    };
    distribute(&mut widths, left, &weights);
    Ok(widths)
}

fn wishes(compositor: &mut Compositor<'_, '_>, table: &Table) -> Result<Vec<Wish>, Error> {
    let two_characters = table.size.points() * 2 + SIDE_PADDING * 2;
    let mut wishes = Vec::new();
    for (index, column) in table.columns.iter().enumerate() {
        wishes.push(match column.width {
            ColumnWidth::Share(weight) => Wish {
                least: two_characters,
                wanted: two_characters,
                share: i64::from(weight.max(1)),
            },
            ColumnWidth::Auto => Wish {
                least: two_characters,
                wanted: widest_cell(compositor, table, index)?.max(two_characters),
                share: 0,
            },
        });
    }
    Ok(wishes)
}

/// The width that leaves every line of column `index` whole.
fn widest_cell(
    compositor: &mut Compositor<'_, '_>,
    table: &Table,
    index: usize,
) -> Result<Length, Error> {
    let title = table.columns.get(index).map(|c| c.title.as_str());
    let head = title.filter(|_| table.header).map(|text| (text, true));
    // A text that stands over several columns says nothing about the width of one.
    let spanned = |row: usize| {
        let covers = |s: &&crate::model::Span| s.row == row && s.column == index && s.columns > 1;
        table.spans.iter().any(|s| covers(&s))
    };
    let cells = table
        .rows
        .iter()
        .enumerate()
        .filter(|(row, _)| !spanned(*row));
    let cells = cells.filter_map(|(_, row)| Some((row.get(index)?.as_str(), false)));
    let right = table
        .columns
        .get(index)
        .is_some_and(|c| c.align == Align::Right);
    let mut widest = Length::ZERO;
    let (mut whole, mut after) = (Length::ZERO, Length::ZERO);
    for (text, emphasised) in head.into_iter().chain(cells) {
        let number = whole_part(text).filter(|_| right && !emphasised);
        if let Some((before_point, after_point)) = number {
            let style = cell_style(table, emphasised);
            let mut width = |text| Ok(compositor.one_line(text, style, "表格")?.width);
            whole = whole.max(width(before_point)?);
            after = after.max(width(after_point)?);
        }
        for line in text.split('\n') {
            let style = cell_style(table, emphasised);
            let units = compositor
                .shaper
                .units(&[Phrase { style, text: line }], "表格")?;
            widest = widest.max(width(&units));
        }
    }
    // Numbers stand under each other by their points, so the longest parts come together.
    Ok(widest.max(whole + after) + SIDE_PADDING * 2 + Length::um(100))
}

/// The wanted widths, or less where they do not fit together: wide columns give first.
fn shrunk(wishes: &[Wish], total: Length) -> Vec<Length> {
    let wanted: Vec<Length> = wishes.iter().map(|w| w.wanted).collect();
    let excess = wanted.iter().copied().sum::<Length>() - total;
    if excess <= Length::ZERO {
        return wanted;
    }
    let least: Length = wishes.iter().map(|w| w.least).sum();
    let room = (total - least).as_um();
    let cap = widest_that_fits(wishes, room);
    wishes
        .iter()
        .map(|w| w.least + (w.wanted - w.least).min(cap))
        .collect()
}

/// The largest addition to the least widths that, as a cap on every column, fits into `room`.
fn widest_that_fits(wishes: &[Wish], room: i64) -> Length {
    let mut extras: Vec<i64> = wishes
        .iter()
        .map(|w| (w.wanted - w.least).as_um())
        .collect();
    extras.sort_unstable();
    let mut left = room;
    let mut count = extras.len() as i64;
    for extra in extras {
        if extra * count > left {
            return Length::um(left / count);
        }
        left -= extra;
        count -= 1;
    }
    Length::um(room)
}

/// Adds `left` to `widths` by weight, to the last micrometre.
fn distribute(widths: &mut [Length], left: Length, weights: &[i64]) {
    let whole: i64 = weights.iter().sum();
    if whole == 0 {
        return;
    }
    let mut seen = 0;
    for (width, weight) in widths.iter_mut().zip(weights) {
        let before = left.scaled(seen, whole);
        seen += weight;
        *width += left.scaled(seen, whole) - before;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(least: i64, wanted: i64) -> Wish {
        Wish {
            least: Length::um(least),
            wanted: Length::um(wanted),
            share: 0,
        }
    }

    #[test]
    fn narrow_columns_keep_their_width_when_wide_ones_must_give() {
        let widths = shrunk(
            &[wish(10, 20), wish(10, 500), wish(10, 30)],
            Length::um(200),
        );
        assert_eq!(widths.iter().copied().sum::<Length>(), Length::um(200));
        assert_eq!((widths[0], widths[2]), (Length::um(20), Length::um(30)));
    }

    #[test]
    fn what_is_left_is_given_out_without_remainder() {
        let mut widths = vec![Length::um(10); 3];
        distribute(&mut widths, Length::um(100), &[1, 1, 1]);
        assert_eq!(widths.iter().copied().sum::<Length>(), Length::um(130));
    }
}
