//! Body blocks and what follows them.

use super::measure::width;
use super::paragraph::{Paragraph, Run};
use super::{Element, table};
use crate::error::Error;
use crate::fonts::Role;
use crate::layout::{
    Grid, INDENT, LINES_WITH_TABLE, LONGEST_KEPT_LIST, SEAL_ROOM, SEALED_DATE_INSET, SIZE_THREE,
    UNSEALED_INSET, annotation_of, chinese_date, heading_role, listed_title,
};
use crate::length::Length;
use crate::model::{Align, Block, Document, Signature};

/// The elements of `blocks`.
pub(super) fn elements(blocks: &[Block], grid: &Grid) -> Result<Vec<Element>, Error> {
    let mut elements = Vec::new();
    let mut starts_page = false;
    let mut lines_above = 0;
    for block in blocks {
        if matches!(block, Block::PageBreak) {
            starts_page = true;
            lines_above = 0;
            continue;
        }
        let mut added = match block {
            Block::Together { blocks, .. } => {
                let kept = self::elements(blocks, grid)?;
                together(&mut elements, kept)
            }
            Block::Signed(_) => {
                let signed = block_elements(block, grid)?;
                together(&mut elements, signed)
            }
            Block::Table(_) => {
                // A line right above a table is its name or unit.
                keep_lines(&mut elements, lines_above);
                block_elements(block, grid)?
            }
            _ => block_elements(block, grid)?,
        };
        lines_above = if matches!(block, Block::Line { .. }) {
            lines_above + 1
        } else {
            0
        };
        if std::mem::take(&mut starts_page) {
            start_page(&mut added);
        }
        elements.extend(added);
    }
    Ok(elements)
}

/// Keeps the last `count` paragraphs with what follows, or the last two of more.
fn keep_lines(elements: &mut [Element], count: usize) {
    let last = elements.iter_mut().rev();
    last.take(count.min(LINES_WITH_TABLE)).for_each(keep);
}

/// `added` kept on one page and with the text before them.
fn together(before: &mut [Element], mut added: Vec<Element>) -> Vec<Element> {
    let last = added.len().saturating_sub(1);
    added.iter_mut().take(last).for_each(keep);
    keep_end(before, |_| true);
    added
}

/// Keeps the last text of `before`, and the blank lines under it, with what follows; a paragraph only
/// if it `may` be kept.
pub(super) fn keep_end(before: &mut [Element], may: impl Fn(&Paragraph) -> bool) {
    for element in before.iter_mut().rev() {
        if matches!(element, Element::Paragraph(paragraph) if !may(paragraph)) {
            return;
        }
        keep(element);
        if !matches!(element, Element::Paragraph(paragraph) if paragraph.runs.is_empty()) {
            return;
        }
    }
}

fn keep(element: &mut Element) {
    match element {
        Element::Paragraph(paragraph) => paragraph.keep_with_next = true,
        Element::Table(table) => table.keep_with_next = true,
    }
}

fn start_page(elements: &mut Vec<Element>) {
    match elements.first_mut() {
        Some(Element::Paragraph(paragraph)) => paragraph.starts_page = true,
        _ => {
            // Only a paragraph can begin a page in Word, a table cannot.
            let hairline = Paragraph {
                starts_page: true,
                ..Paragraph::hairline()
            };
            elements.insert(0, Element::Paragraph(hairline));
        }
    }
}

fn block_elements(block: &Block, grid: &Grid) -> Result<Vec<Element>, Error> {
    let paragraphs = match block {
        Block::Table(model) => return table::elements(model, grid),
        Block::Heading { level, text } => vec![Paragraph {
            keep_with_next: true,
            ..indented(grid, vec![Run::new(heading_role(*level), SIZE_THREE, text)])
        }],
        Block::Paragraph { text } => lines(text, grid),
        Block::RunIn { level, lead, text } => run_in(*level, lead, text, grid),
        Block::Line { align, text } => vec![Paragraph {
            align: Some(*align),
            ..Paragraph::of(vec![body_run(text)])
        }],
        Block::Display {
            text,
            role,
            points,
            align,
        } => {
            let size = Length::pt(i64::from(*points));
            vec![Paragraph {
                align: Some(*align),
                line: Some(size.scaled(13, 10).max(grid.leading())),
                ..Paragraph::of(vec![Run::new(*role, size, text)])
            }]
        }
        Block::Turned { text, points, .. } => {
            // A paragraph cannot stand on its head in Word; its room stays.
            let size = Length::pt(i64::from(*points));
            let empty = Paragraph {
                line: Some(size.scaled(13, 10).max(grid.leading())),
                ..Paragraph::default()
            };
            vec![empty; text.lines().count().max(1)]
        }
        Block::Large { text, role, points } => {
            let size = Length::pt(i64::from(*points));
            vec![Paragraph {
                first: size * INDENT,
                line: Some(size.scaled(13, 10).max(grid.leading())),
                ..Paragraph::of(vec![Run::new(*role, size, text)])
            }]
        }
        Block::Signed(signature) => signature_paragraphs(signature, grid),
        Block::Blank => vec![Paragraph::default()],
        Block::PageBreak | Block::Together { .. } => Vec::new(),
    };
    Ok(paragraphs.into_iter().map(Element::Paragraph).collect())
}

fn body_run(text: impl Into<String>) -> Run {
    Run::new(Role::Fang, SIZE_THREE, text)
}

fn indented(grid: &Grid, runs: Vec<Run>) -> Paragraph {
    Paragraph {
        first: grid.cells(INDENT),
        ..Paragraph::of(runs)
    }
}

fn lines(text: &str, grid: &Grid) -> Vec<Paragraph> {
    let lines = text.lines().filter(|line| !line.is_empty());
    lines
        .map(|line| indented(grid, vec![body_run(line)]))
        .collect()
}

fn run_in(level: u8, lead: &str, text: &str, grid: &Grid) -> Vec<Paragraph> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let lead = Run::new(heading_role(level), SIZE_THREE, lead);
    let mut paragraphs = vec![indented(grid, vec![lead, body_run(first)])];
    paragraphs.extend(lines(rest, grid));
    paragraphs
}

/// What follows the body.
pub(super) struct Tail {
    /// Attendance, list of attachments, signature and annotation.
    pub paragraphs: Vec<Paragraph>,
    /// It begins with what stays on one page with the end of the body.
    pub kept: bool,
}

/// Sets what follows the body; signature and annotation never stand alone on a page.
pub(super) fn tail(document: &Document, grid: &Grid) -> Tail {
    let mut paragraphs = attendance(document, grid);
    let mut list = attachment_list(document, grid);
    let closing = closing(document, grid);
    let lines: i64 = list.iter().map(|paragraph| paragraph.lines(grid)).sum();
    let mut kept = !closing.is_empty();
    if kept && lines <= LONGEST_KEPT_LIST as i64 {
        list.iter_mut().for_each(|p| p.keep_with_next = true);
    } else if let Some(last) = list.last_mut().filter(|_| kept) {
        // A longer list may part anywhere but before its last line, which stays with the signature.
        last.keep_with_next = true;
        kept = false;
    }
    if let Some(last) = paragraphs.last_mut() {
        last.keep_with_next = kept;
        kept = false;
    }
    paragraphs.extend(list);
    paragraphs.extend(closing);
    Tail { paragraphs, kept }
}

fn attendance(document: &Document, grid: &Grid) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    for line in &document.attendance {
        if paragraphs.is_empty() {
            paragraphs.push(Paragraph::default());
        }
        let label = format!("{}：", line.label.trim_end_matches(['：', ':']));
        paragraphs.push(hanging(grid, Role::Hei, &label, &line.text));
    }
    paragraphs
}

/// Signature, date and annotation.
fn closing(document: &Document, grid: &Grid) -> Vec<Paragraph> {
    let signature = document.signature.as_ref();
    let mut paragraphs = signature.map_or_else(Vec::new, |s| signature_paragraphs(s, grid));
    if let Some(text) = annotation_of(document) {
        if let Some(date) = paragraphs.last_mut() {
            date.keep_with_next = true;
        }
        paragraphs.push(indented(grid, vec![body_run(text)]));
    }
    paragraphs
}

/// `label` two characters in, `text` hanging after it.
fn hanging(grid: &Grid, role: Role, label: &str, text: &str) -> Paragraph {
    let hang = width(label, grid.pitch);
    Paragraph {
        left: grid.cells(INDENT) + hang,
        first: -hang,
        ..Paragraph::of(vec![Run::new(role, SIZE_THREE, label), body_run(text)])
    }
}

fn attachment_list(document: &Document, grid: &Grid) -> Vec<Paragraph> {
    let numbered = document.attachments.len() > 1;
    let mut paragraphs = Vec::new();
    for (index, attachment) in document.attachments.iter().enumerate() {
        let number = if numbered {
            format!("{}.", index + 1)
        } else {
            String::new()
        };
        let label = if index == 0 { "附件：" } else { "　　　" };
        if index == 0 {
            paragraphs.push(Paragraph::default());
        }
        let title = listed_title(&attachment.title);
        paragraphs.push(hanging(
            grid,
            Role::Fang,
            &format!("{label}{number}"),
            &title,
        ));
    }
    paragraphs
}

fn signature_paragraphs(signature: &Signature, grid: &Grid) -> Vec<Paragraph> {
    let date = chinese_date(signature.date);
    let (name_width, date_width) = (width(&signature.body, grid.pitch), width(&date, grid.pitch));
    let (name_right, date_right) = if signature.sealed {
        let date_right = grid.cells(SEALED_DATE_INSET);
        (date_right + (date_width - name_width) / 2, date_right)
    } else if date_width > name_width {
        let date_right = grid.cells(UNSEALED_INSET);
        (
            date_right + date_width + grid.cells(2) - name_width,
            date_right,
        )
    } else {
        let name_right = grid.cells(UNSEALED_INSET);
        (
            name_right,
            name_right + name_width - grid.cells(2) - date_width,
        )
    };
    let blanks = if signature.sealed { SEAL_ROOM } else { 1 };
    let ends_at = |right: Length, text: &str| Paragraph {
        align: Some(Align::Right),
        right: right.max(Length::ZERO),
        ..Paragraph::of(vec![body_run(text)])
    };
    let mut paragraphs = vec![Paragraph::default(); blanks];
    paragraphs.push(ends_at(name_right, &signature.body));
    paragraphs.iter_mut().for_each(|p| p.keep_with_next = true);
    paragraphs.push(ends_at(date_right, &date));
    paragraphs
}
