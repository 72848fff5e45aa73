//! From a document to pages.

mod body;
mod colophon;
mod compositor;
mod first;
mod flow;
mod grid;
mod head;
mod last;
mod mark;
mod numbers;
mod page;
mod table;
mod tail;

use colophon::SetColophon;
use compositor::Compositor;
use first::Main;
use flow::Pager;
use page::Page;

pub(crate) use body::{INDENT, LINES_WITH_TABLE, heading_role};
pub(crate) use compositor::{
    MOST_TITLE_LINES, SIZE_FOUR, SIZE_THREE, SIZE_TWO, too_many_lines as title_lines_told,
};
pub(crate) use first::Opening;
pub(crate) use flow::{Item, Row, append_kept};
pub(crate) use grid::{A4_HEIGHT, Grid, Turn};
pub(crate) use page::Mark;
pub(crate) use page::Page as FinishedPage;
pub(crate) use table::{Wish, bearable, check_shape, fit_columns, whole_part, without_covered};
pub(crate) use tail::{
    LINES_WITH_SIGNATURE, LONGEST_KEPT_LIST, SEAL_ROOM, SEALED_DATE_INSET, UNSEALED_INSET,
    annotation_of, chinese_date, listed_title,
};

use crate::error::Error;
use crate::fonts::Role;
use crate::length::Length;
use crate::model::{Attachment, Document, Format};
use crate::text::{Phrase, Shaper};

/// Lines between the red rule and the title.
pub(crate) const LINES_ABOVE_TITLE: i64 = 2;

/// Sets `document` on pages.
pub(crate) fn compose(
    document: &Document,
    shaper: &mut Shaper<'_>,
) -> Result<Vec<FinishedPage>, Error> {
    let turn = if document.page.landscape {
        Turn::Landscape
    } else {
        Turn::Portrait
    };
    let grid = Grid::new(&document.page, turn)?;
    let mut compositor = Compositor { shaper, grid };
    let main = main_part(&mut compositor, document)?;
    let colophon = colophon::set(&mut compositor, document, main.moved)?;
    // A 版记 on an even page may have to leave the text, so it takes none along.
    let settles = !document.page.colophon_on_even_page;
    let lines_under = |part: usize, own: Grid| {
        let ends_here = part == document.attachments.len() && own == grid;
        if ends_here && settles {
            colophon.lines()
        } else {
            0
        }
    };
    let mut pager = last::flow(&main, lines_under(0, grid));
    for (index, attachment) in document.attachments.iter().enumerate() {
        let part = attachment_part(&mut compositor, document, index, attachment)?;
        let lines = lines_under(index + 1, part.grid);
        pager.append(last::flow(&part, lines));
    }
    finish_with_colophon(&compositor, document, &colophon, &mut pager);
    let mut pages = pager.pages;
    // A letter's first page shows no number (10.1).
    if document.format == Format::Letter && document.mark.is_some() {
        pages
            .iter_mut()
            .take(1)
            .for_each(|page| page.numbered = false);
    }
    // The office's own sheets bear mark and rules already.
    if document.page.preprinted_head {
        for page in &mut pages {
            page.marks.retain(|mark| !mark.is_red());
        }
    }
    numbers::print(&mut compositor, &document.page, &mut pages)?;
    Ok(pages)
}

/// Sets everything before the attachments.
fn main_part<'d>(
    compositor: &mut Compositor<'_, '_>,
    document: &'d Document,
) -> Result<Main<'d>, Error> {
    let grid = compositor.grid;
    let head = head::head(compositor, document)?;
    let start = if head.bottom > Length::ZERO {
        // To the nearest line, so that all that follows stands on the grid.
        grid.nearest_line(head.bottom + grid.line_top(LINES_ABOVE_TITLE))
    } else {
        0
    };
    let mut first = Page::new(&grid);
    first.marks = head.marks;
    let title = head::title_items(compositor, document)?;
    let mut text = body::items(compositor, &document.body)?;
    let body = text.len();
    tail::append(compositor, document, &mut text)?;
    let room = grid.foot() - grid.line_top(start);
    let opening = Opening { grid, room, body };
    let addressee = document.addressee.as_deref().filter(|a| !a.is_empty());
    let rows = addressee.map_or_else(|| Ok(Vec::new()), |a| head::addressee_rows(compositor, a))?;
    let with: Vec<Item> = title
        .iter()
        .cloned()
        .chain(rows.into_iter().map(Item::Row))
        .collect();
    let (moves, parting) = opening.choose(&with, &title, &text);
    let items = opening.joined(if moves { title } else { with }, text, parting);
    let moved = addressee.filter(|_| moves);
    Ok(Main {
        page: first,
        start,
        grid,
        items,
        moved,
    })
}

/// An attachment on pages of its own: `附件` in 黑体, title on the third line (7.3.7).
fn attachment_part(
    compositor: &mut Compositor<'_, '_>,
    document: &Document,
    index: usize,
    attachment: &Attachment,
) -> Result<Main<'static>, Error> {
    let upright = compositor.grid;
    if attachment.landscape && upright.turn == Turn::Portrait {
        compositor.grid = Grid::new(&document.page, Turn::Turned)?;
    }
    let numbered = document.attachments.len() > 1;
    let items = attachment_items(compositor, attachment, numbered.then_some(index + 1));
    let grid = std::mem::replace(&mut compositor.grid, upright);
    Ok(Main {
        page: Page::new(&grid),
        start: 0,
        grid,
        items: items?,
        moved: None,
    })
}

fn attachment_items(
    compositor: &mut Compositor<'_, '_>,
    attachment: &Attachment,
    number: Option<usize>,
) -> Result<Vec<Item>, Error> {
    let style = compositor.body_style(Role::Hei);
    let text = number.map_or_else(|| "附件".to_owned(), |n| format!("附件{n}"));
    let measure = compositor.indented(0);
    let mut rows = compositor.paragraph(&[Phrase { style, text: &text }], measure, "附件")?;
    rows.push(Row::blank());
    rows.extend(compositor.title(&attachment.title, "附件标题")?);
    rows.push(Row::blank());
    for row in &mut rows {
        (row.keep, row.aside) = (true, true);
    }
    let mut items: Vec<Item> = rows.into_iter().map(Item::Row).collect();
    items.extend(body::items(compositor, &attachment.body)?);
    Ok(items)
}

/// Puts the 版记 on the last page, or on a further one where it does not fit.
fn finish_with_colophon(
    compositor: &Compositor<'_, '_>,
    document: &Document,
    colophon: &SetColophon,
    pager: &mut Pager,
) {
    if colophon.lines() == 0 {
        return;
    }
    let grid = compositor.grid;
    let top = grid.line_top(grid.lines - colophon.lines());
    // A page turned for its table has no upright foot for it.
    let last_turn = pager.pages.last().map(|page| page.turn);
    let fits = last_turn == Some(grid.turn) && pager.y <= top + Length::um(100);
    if !fits {
        pager.new_page();
    }
    if document.page.colophon_on_even_page && !pager.pages.len().is_multiple_of(2) {
        pager.new_page();
        if !fits {
            // A blank page, and a 版记 page after one, carry no number (7.5).
            let blank_and_last = pager.pages.iter_mut().rev().take(2);
            blank_and_last.for_each(|page| page.numbered = false);
        }
    }
    pager.print(colophon.marks(compositor));
}
