//! The last page: where the 版记 would stand there without text, the end of the text comes along.

use super::first::Main;
use super::flow::{Item, Pager, TOLERANCE, height};

/// Lines of text that go to the page of the 版记 at least.
const LINES_WITH_COLOPHON: usize = 2;

/// Puts `main` on pages of which the last has room for a 版记 of `lines` lines with text over it, where
/// that can be.
pub(super) fn flow(main: &Main, lines: i64) -> Pager {
    let pager = main.flow(&main.items, None);
    if lacks_text(&pager, lines) {
        with_text(main, &pager, lines).unwrap_or(pager)
    } else {
        pager
    }
}

/// Whether a 版记 of `lines` lines would stand on a page without text of the body, after what `pager`
/// holds.
fn lacks_text(pager: &Pager, lines: i64) -> bool {
    lines > 0 && !(fits(pager, lines) && pager.text_page == pager.pages.len())
}

/// The pages of `main` with the end of its text moved to the page of a 版记 of `lines` lines, if that
/// page then holds both and no page more is needed.
fn with_text(main: &Main, pager: &Pager, lines: i64) -> Option<Pager> {
    let pages = pager.pages.len() + usize::from(!fits(pager, lines));
    let ways = [end_of_text(&main.items), last_line(&main.items)].into_iter();
    let moved = ways.flatten().filter_map(|at| moved(main, at, lines));
    let mut sound = moved.filter(|p| !lacks_text(p, lines) && p.pages.len() <= pages);
    sound.next()
}

/// The pages of `main` with what begins at `at` on a page with the 版记; of a table, its last row.
fn moved(main: &Main, at: usize, lines: i64) -> Option<Pager> {
    let mut items = main.items.clone();
    if let Some(Item::Table(table)) = items.get_mut(at) {
        table.lines_after += lines;
        return Some(main.flow(&items, None));
    }
    let grid = &main.grid;
    let room = grid.line_top(grid.lines - lines) + TOLERANCE;
    // A page that gave up all its text for this would gain nothing.
    let text_before = items.iter().take(at).any(Item::is_text);
    let fits = height(grid, items.get(at..)?) <= room;
    (text_before && fits).then(|| main.flow(&items, Some(at)))
}

fn fits(pager: &Pager, lines: i64) -> bool {
    let grid = &pager.grid;
    pager.y <= grid.line_top(grid.lines - lines) + TOLERANCE
}

/// Where the last lines of text begin, with all that is kept with them; or the table that ends the
/// text.
fn end_of_text(items: &[Item]) -> Option<usize> {
    let mut left = LINES_WITH_COLOPHON;
    for (at, item) in items.iter().enumerate().rev() {
        match item {
            // What was asked to begin a page stays at its top.
            Item::PageBreak => return None,
            Item::Table(_) => return (left == LINES_WITH_COLOPHON).then_some(at),
            Item::Row(row) => left = left.saturating_sub(usize::from(row.is_text())),
        }
        let above = at.checked_sub(1).and_then(|above| items.get(above));
        // Lines that are kept together do not part here.
        let parts = !matches!(above, Some(Item::Row(row)) if row.keep);
        if left == 0 && parts {
            return Some(at);
        }
    }
    None
}

/// The last line of the text where another one stands right above it.
fn last_line(items: &[Item]) -> Option<usize> {
    let at = items.iter().rposition(Item::is_text)?;
    let above = at.checked_sub(1).and_then(|above| items.get(above))?;
    let both = [above, items.get(at)?];
    let lines = both
        .iter()
        .all(|item| matches!(item, Item::Row(row) if row.is_text()));
    lines.then_some(at)
}
