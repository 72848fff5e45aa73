//! The first page: under its head and title it must show text of the body (7.3.2).

use super::flow::{Item, Pager, TOLERANCE, group_len, height};
use super::grid::Grid;
use super::page::Page;
use crate::length::Length;

/// Everything before the attachments, or an attachment, ready to be put on pages.
pub(crate) struct Main<'d> {
    /// The first page with its head.
    pub page: Page,
    /// Line of the grid under the head.
    pub start: i64,
    pub grid: Grid,
    pub items: Vec<Item>,
    /// The addressee, if it did not fit on the first page.
    pub moved: Option<&'d str>,
}

impl Main<'_> {
    /// Puts `items` on pages, a new one before the item with the index `fresh`.
    pub(crate) fn flow(&self, items: &[Item], fresh: Option<usize>) -> Pager {
        let start = self.grid.line_top(self.start);
        let mut pager = Pager::new(self.grid, self.page.clone(), start);
        let (before, after) = items.split_at(fresh.unwrap_or(items.len()).min(items.len()));
        pager.flow(before);
        if !after.is_empty() {
            pager.new_page();
        }
        pager.flow(after);
        pager
    }
}

/// What a first page offers to title, addressee and body.
pub(crate) struct Opening {
    pub grid: Grid,
    /// Between the head and the foot of the text area.
    pub room: Length,
    /// How many items of the text are the body's; the rest closes the document.
    pub body: usize,
}

/// How a chain of kept lines may come apart at the foot of the first page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Parting {
    /// After text of the body, with more of it to come: what closes the document does not stand alone.
    Within,
    /// After any text of the body.
    After,
    /// Before the text.
    Above,
}

impl Opening {
    /// Whether the addressee must leave the first page (7.3.2), and how the text's first chain may part
    /// there: `with` is the title with the addressee, `without` the title alone.
    pub(crate) fn choose(&self, with: &[Item], without: &[Item], text: &[Item]) -> (bool, Parting) {
        // Rather the addressee goes to the 版记, as the standard lets it (7.3.2), than that closing
        // lines stand on a page without text.
        let ways = [Parting::Within, Parting::After].into_iter();
        let ways = ways.flat_map(|parting| [(false, parting), (true, parting)]);
        let mut sound = ways.filter(|(moves, parting)| {
            let above = if *moves { without } else { with };
            self.allows(above, text, *parting)
        });
        let fits = || self.fits(with, self.room);
        sound.next().unwrap_or_else(|| (!fits(), Parting::Above))
    }

    /// Whether text of the body stands under `above` on the first page, its chain of kept lines whole or
    /// come apart as `parting` allows.
    fn allows(&self, above: &[Item], text: &[Item], parting: Parting) -> bool {
        let (chain, left) = self.chain(above, text);
        self.fits(chain, left) || self.last_before_break(chain, left, parting).is_some()
    }

    /// `above` and `text` one after the other, the first chain parted where it must be.
    pub(crate) fn joined(
        &self,
        mut above: Vec<Item>,
        mut text: Vec<Item>,
        parting: Parting,
    ) -> Vec<Item> {
        let (chain, left) = self.chain(&above, &text);
        if !self.fits(chain, left) {
            let last = self.last_before_break(chain, left, parting);
            let row = match last {
                Some(at) => text.get_mut(at),
                None => above.last_mut(),
            };
            if let Some(Item::Row(row)) = row {
                row.keep = false;
            }
        }
        above.extend(text);
        above
    }

    /// What stays together at the start of `text`, and the height there is for it.
    fn chain<'t>(&self, above: &[Item], text: &'t [Item]) -> (&'t [Item], Length) {
        let chain = text.get(..group_len(text)).unwrap_or_default();
        (chain, self.room - height(&self.grid, above))
    }

    /// The row of `chain` after which it comes apart: the first text of the body, if it fits.
    fn last_before_break(&self, chain: &[Item], left: Length, parting: Parting) -> Option<usize> {
        let body = chain.get(..self.body.min(chain.len()))?;
        let at = body.iter().position(Item::is_text)?;
        let more = body.iter().skip(at + 1).any(Item::is_text);
        let shown = chain.get(..=at)?;
        let fits = self.fits(shown, left) && matches!(chain.get(at), Some(Item::Row(_)));
        match parting {
            Parting::Within => (fits && more).then_some(at),
            Parting::After => fits.then_some(at),
            Parting::Above => None,
        }
    }

    fn fits(&self, items: &[Item], room: Length) -> bool {
        height(&self.grid, items) <= room + TOLERANCE
    }
}
