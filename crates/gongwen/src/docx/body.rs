//! Body blocks and what follows them.

use super::measure::width;
use super::paragraph::{Paragraph, Run};
use super::{Element, table};
use crate::error::Error;
use crate::fonts::Role;
use crate::layout::{
    Grid, INDENT, SEAL_ROOM, SEALED_DATE_INSET, SIZE_THREE, UNSEALED_INSET, chinese_date,
    heading_role, in_brackets, listed_title,
};
use crate::length::Length;
use crate::model::{Align, Block, Document, Signature};

/// The elements of `blocks`.
pub(super) fn elements(blocks: &[Block], grid: &Grid) -> Result<Vec<Element>, Error> {
    let mut elements = Vec::new();
    let mut starts_page = false;
    for block in blocks {
        if matches!(block, Block::PageBreak) {
            starts_page = true;
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
            _ => block_elements(block, grid)?,
        };
        if std::mem::take(&mut starts_page) {
            start_page(&mut added);
        }
        elements.extend(added);
    }
    Ok(elements)
}

/// `added` kept on one page and with the text before them.
fn together(before: &mut [Element], mut added: Vec<Element>) -> Vec<Element> {
    let last = added.len().saturating_sub(1);
    let inner = added.iter_mut().take(last).filter_map(paragraph_of);
    inner.for_each(|paragraph| paragraph.keep_with_next = true);
    for paragraph in before.iter_mut().rev().map_while(paragraph_of) {
        paragraph.keep_with_next = true;
        if !paragraph.runs.is_empty() {
            break;
        }
    }
    added
}

fn paragraph_of(element: &mut Element) -> Option<&mut Paragraph> {
    match element {
        Element::Paragraph(paragraph) => Some(paragraph),
        Element::Table(_) => None,
    }
}

fn start_page(elements: &mut Vec<Element>) {
    match elements.first_mut() {
        Some(Element::Paragraph(paragraph)) => paragraph.starts_page = true,
        _ => {
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

/// Attendance, list of attachments, signature and annotation.
pub(super) fn tail(document: &Document, grid: &Grid) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    for (index, line) in document.attendance.iter().enumerate() {
        if index == 0 {
            paragraphs.push(Paragraph::default());
        }
        let label = format!("{}：", line.label.trim_end_matches(['：', ':']));
        paragraphs.push(hanging(grid, Role::Hei, &label, &line.text));
    }
    paragraphs.extend(attachment_list(document, grid));
    if let Some(signature) = &document.signature {
        paragraphs.extend(signature_paragraphs(signature, grid));
    }
    if let Some(text) = document.annotation.as_deref().filter(|t| !t.is_empty()) {
        if let Some(date) = paragraphs.last_mut() {
            date.keep_with_next = true;
        }
        paragraphs.push(indented(grid, vec![body_run(in_brackets(text))]));
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
