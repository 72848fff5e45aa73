//! Mark, number, rule, title and addressee.

use super::measure::{halves, width};
use super::paragraph::{Border, Paragraph, Run};
use crate::error::Error;
use crate::fonts::Role;
use crate::layout::{Grid, MOST_TITLE_LINES, SIZE_THREE, SIZE_TWO, title_lines_told};
use crate::length::Length;
use crate::model::{Align, Document, Format};

const LARGEST_MARK: i64 = 48;
const NARROWEST_MARK: i64 = 72;
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

/// Everything above the body.
pub(super) fn paragraphs(document: &Document, grid: &Grid) -> Result<Vec<Paragraph>, Error> {
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
        for paragraph in &mut paragraphs {
            paragraph.under = None;
            paragraph.runs.retain(|run| !run.red);
        }
    }
    let gap = if paragraphs.is_empty() { 0 } else { 2 };
    let title = title(&document.title, grid, "标题")?;
    if let Some(title) = title {
        paragraphs.push(Paragraph {
            before: grid.line_top(gap),
            ..title
        });
        paragraphs.push(Paragraph {
            keep_with_next: true,
            ..Paragraph::default()
        });
    }
    if let Some(addressee) = document.addressee.as_deref().filter(|a| !a.is_empty()) {
        let text = format!("{}：", addressee.trim_end_matches(['：', ':']));
        paragraphs.push(Paragraph {
            keep_with_next: true,
            ..Paragraph::of(vec![Run::new(Role::Fang, SIZE_THREE, text)])
        });
    }
    Ok(paragraphs)
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
            .ok_or_else(|| title_lines_told(place, widths.iter().sum::<i64>() / limit + 1))?;
        let starts = std::iter::once(0).chain(ends.clone());
        let pieces = starts
            .zip(ends)
            .filter_map(|(start, end)| chars.get(start..end));
        lines.extend(pieces.map(|piece| piece.iter().collect::<String>()));
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
