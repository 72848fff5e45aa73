//! Mark, number, rule, title and addressee.

use super::Element;
use super::measure::{halves, width};
use super::paragraph::{Border, Paragraph, Run};
use crate::error::Error;
use crate::fonts::Role;
use crate::layout::{
    Grid, Item, LINES_ABOVE_TITLE, LINES_WITH_SIGNATURE, MOST_TITLE_LINES, Opening, Row,
    SIZE_THREE, SIZE_TWO, append_kept, title_lines_told,
};
use crate::length::Length;
use crate::model::{Align, Document, Format};

const LARGEST_MARK: i64 = 48;
const NARROWEST_MARK: i64 = 72;
/// What the first page has to spare, since word processors differ in the height of a ruled line; a hair
/// too much would cost the page its last line.
const SPARE: Length = Length::mm(1);
const RED_RULE: Border = Border {
    kind: "single",
    eighths: 10,
    red: true,
    space: 11,
};
/// Thick above thin; its parts come to the same height as in print.
const LETTER_RULE: Border = Border {
    kind: "thickThinSmallGap",
    eighths: 36,
    red: true,
    space: 8,
};
/// How far a letter's rule goes out over the text area at the left and at the right, so that it is
/// 170 mm long in the middle of the paper.
const LETTER_OVERHANG: (Length, Length) = (Length::mm(-8), Length::mm(-6));

/// What stands above the body.
pub(super) struct Front {
    /// Mark, number and rule.
    head: Vec<Paragraph>,
    /// The title and the blank line under it.
    title: Vec<Paragraph>,
    addressee: Option<Paragraph>,
    /// Line of the grid that the title starts on.
    start: i64,
}

/// Sets everything above the body.
pub(super) fn front(document: &Document, grid: &Grid) -> Result<Front, Error> {
    let mut head = red_head(document, grid);
    // The chain of kept lines begins at the top of the page, so that none of it can leave the head.
    head.iter_mut().for_each(|p| p.keep_with_next = true);
    let bottom: Length = head.iter().map(|p| p.height(grid)).sum();
    let start = if head.is_empty() {
        0
    } else {
        // In print the rule is measured from the characters above it, not from their line.
        let blank = (grid.leading() - SIZE_THREE) / 2;
        grid.nearest_line(bottom - blank + grid.line_top(LINES_ABOVE_TITLE))
    };
    let mut title: Vec<Paragraph> = title(&document.title, grid, "标题")?.into_iter().collect();
    if !title.is_empty() {
        title.push(kept(Vec::new()));
    }
    let addressee = document.addressee.as_deref().filter(|a| !a.is_empty());
    let mut addressee = addressee.map(|text| {
        let text = format!("{}：", text.trim_end_matches(['：', ':']));
        kept(vec![body_run(text)])
    });
    let first = title.first_mut().or(addressee.as_mut());
    if let Some(first) = first {
        first.before = (grid.line_top(start) - bottom - SPARE).max(Length::ZERO);
    }
    Ok(Front {
        head,
        title,
        addressee,
        start,
    })
}

fn kept(runs: Vec<Run>) -> Paragraph {
    Paragraph {
        keep_with_next: true,
        ..Paragraph::of(runs)
    }
}

impl Front {
    /// Whether the addressee must go to the 版记 for the first page to show text (7.3.2), by lines
    /// counted without fonts.
    pub(super) fn addressee_moves(
        &self,
        grid: &Grid,
        body: &[Element],
        tail: &[Paragraph],
    ) -> bool {
        let Some(addressee) = &self.addressee else {
            return false;
        };
        let title: Vec<Item> = self.title.iter().flat_map(|p| items(p, grid)).collect();
        let with: Vec<Item> = title
            .iter()
            .cloned()
            .chain(items(addressee, grid))
            .collect();
        let mut text: Vec<Item> = body.iter().flat_map(|e| element_items(e, grid)).collect();
        let opening = Opening {
            grid: *grid,
            room: grid.foot() - grid.line_top(self.start),
            body: text.len(),
        };
        let tail = tail.iter().flat_map(|p| items(p, grid)).collect();
        append_kept(&mut text, tail, LINES_WITH_SIGNATURE);
        opening.choose(&with, &title, &text).0
    }

    /// Its paragraphs; without the addressee where that `moves`.
    pub(super) fn paragraphs(self, moves: bool) -> Vec<Paragraph> {
        let addressee = self.addressee.filter(|_| !moves);
        let above = self.head.into_iter().chain(self.title);
        above.chain(addressee).collect()
    }
}

fn element_items(element: &Element, grid: &Grid) -> Vec<Item> {
    match element {
        Element::Paragraph(paragraph) => items(paragraph, grid),
        Element::Table(_) => rows(ROWS_OF_TABLE, Row::text()),
    }
}

/// Lines that the first rows of a table are taken for.
const ROWS_OF_TABLE: i64 = 3;

/// As many rows as `paragraph` takes lines.
fn items(paragraph: &Paragraph, grid: &Grid) -> Vec<Item> {
    let row = Row {
        keep: paragraph.keep_with_next,
        aside: paragraph.keep_with_next,
        ..if paragraph.runs.is_empty() {
            Row::blank()
        } else {
            Row::text()
        }
    };
    rows(paragraph.lines(grid), row)
}

fn rows(count: i64, row: Row) -> Vec<Item> {
    (0..count).map(|_| Item::Row(row.clone())).collect()
}

/// Mark, number and rule.
fn red_head(document: &Document, grid: &Grid) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    if let Some(mark) = document.mark.as_deref().filter(|m| !m.is_empty()) {
        match document.format {
            Format::Notice => notice(document, grid, mark, &mut paragraphs),
            Format::Minutes => minutes(document, grid, mark, &mut paragraphs),
            Format::Letter => letter(document, grid, mark, &mut paragraphs),
            Format::Plain => {}
        }
    }
    if document.page.preprinted_head {
        // The lines stay, empty, so that what follows keeps its place.
        for paragraph in &mut paragraphs {
            paragraph.under = None;
            paragraph.runs.retain(|run| !run.red);
        }
    }
    paragraphs
}

/// A centred title, its lines broken as in print.
pub(super) fn title(
    text: &str,
    grid: &Grid,
    place: &'static str,
) -> Result<Option<Paragraph>, Error> {
    let mut lines = Vec::new();
    for part in text
        .split('\n')
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let chars: Vec<char> = crate::text::printable(part).collect();
        let widths: Vec<i64> = chars.iter().map(|c| halves(*c)).collect();
        let limit = grid.width.as_um() * 2 / SIZE_TWO.as_um();
        let ends = crate::text::break_title(&chars, &widths, limit, MOST_TITLE_LINES)
            .map_err(|lines| title_lines_told(place, lines, chars.len()))?;
        let starts = std::iter::once(0).chain(ends.clone());
        let pieces = starts
            .zip(ends)
            .filter_map(|(start, end)| chars.get(start..end));
        lines.extend(pieces.map(|piece| piece.iter().collect::<String>().trim().to_owned()));
    }
    if lines.is_empty() {
        return Ok(None);
    }
    Ok(Some(Paragraph {
        align: Some(Align::Center),
        keep_with_next: true,
        ..Paragraph::of(vec![Run::new(Role::Title, SIZE_TWO, lines.join("\n"))])
    }))
}

fn mark(text: &str, grid: &Grid, top: Length) -> Paragraph {
    let mut size = Length::pt(LARGEST_MARK);
    let mut condense = (grid.width.as_um() * 100 / width(text, size).as_um().max(1)).min(100);
    if condense < NARROWEST_MARK {
        size = size.scaled(condense, NARROWEST_MARK);
        condense = NARROWEST_MARK;
    }
    Paragraph {
        align: Some(Align::Center),
        before: top,
        line: Some(size),
        ..Paragraph::of(vec![Run {
            red: true,
            condense,
            ..Run::new(Role::Title, size, text)
        }])
    }
}

fn body_run(text: impl Into<String>) -> Run {
    Run::new(Role::Fang, SIZE_THREE, text)
}

fn notice(document: &Document, grid: &Grid, text: &str, paragraphs: &mut Vec<Paragraph>) {
    paragraphs.push(mark(text, grid, Length::mm(35)));
    let number = document.number.clone().unwrap_or_default();
    let line = Paragraph {
        before: grid.line_top(2),
        under: Some(RED_RULE),
        ..Paragraph::default()
    };
    paragraphs.push(match &document.signer {
        None => Paragraph {
            align: Some(Align::Center),
            runs: vec![body_run(number)],
            ..line
        },
        Some(signer) => Paragraph {
            // Number and signer each stand one character in from their edge (7.2.5, 7.2.6).
            first: grid.pitch,
            right_tab: Some(grid.width - grid.pitch),
            runs: vec![
                body_run(format!("{number}\t签发人：")),
                Run::new(Role::Kai, SIZE_THREE, signer),
            ],
            ..line
        },
    });
}

fn minutes(document: &Document, grid: &Grid, text: &str, paragraphs: &mut Vec<Paragraph>) {
    paragraphs.push(mark(text, grid, Length::mm(35)));
    let half_line = grid.leading() / 2;
    if let Some(issue) = &document.issue {
        paragraphs.push(Paragraph {
            align: Some(Align::Center),
            before: half_line,
            ..Paragraph::of(vec![body_run(issue)])
        });
    }
    if let Some(issuer) = &document.issuer_line {
        paragraphs.push(Paragraph {
            first: grid.pitch,
            before: half_line,
            right_tab: Some(grid.width - grid.pitch),
            ..Paragraph::of(vec![body_run(format!(
                "{}\t{}",
                issuer.issuer, issuer.date
            ))])
        });
    }
    if let Some(last) = paragraphs.last_mut() {
        last.under = Some(RED_RULE);
    }
}

fn letter(document: &Document, grid: &Grid, text: &str, paragraphs: &mut Vec<Paragraph>) {
    let top = (Length::mm(30) - grid.top).max(Length::ZERO);
    paragraphs.push(Paragraph {
        under: Some(LETTER_RULE),
        left: LETTER_OVERHANG.0,
        right: LETTER_OVERHANG.1,
        ..mark(text, grid, top)
    });
    if let Some(number) = &document.number {
        paragraphs.push(Paragraph {
            align: Some(Align::Right),
            ..Paragraph::of(vec![body_run(number)])
        });
    }
}
