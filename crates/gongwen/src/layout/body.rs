//! Body blocks to flowing items.

use super::compositor::{Compositor, Measure};
use super::flow::{Item, Row, append_kept, keep_last};
use super::{table, tail};
use crate::error::Error;
use crate::fonts::Role;
use crate::length::Length;
use crate::model::{Align, Block};
use crate::text::{Phrase, Style};

/// Characters that a paragraph's first line is indented by.
pub(crate) const INDENT: i64 = 2;

/// Lines written right above a table, as its name, that stay with its first row.
pub(crate) const LINES_WITH_TABLE: usize = 2;

/// Font of a heading's level: 一、黑体, （一）楷体, 1. and （1） 仿宋 (7.3.3).
pub(crate) fn heading_role(level: u8) -> Role {
    match level {
        0 | 1 => Role::Hei,
        2 => Role::Kai,
        _ => Role::Fang,
    }
}

/// Sets `blocks` in order.
pub(crate) fn items(
    compositor: &mut Compositor<'_, '_>,
    blocks: &[Block],
) -> Result<Vec<Item>, Error> {
    let mut items = Vec::new();
    let mut lines_above = 0;
    for block in blocks {
        let above = std::mem::take(&mut lines_above);
        match block {
            Block::Table(table) => {
                keep_last(&mut items, above.min(LINES_WITH_TABLE));
                items.push(Item::Table(Box::new(table::set_table(compositor, table)?)));
            }
            Block::PageBreak => items.push(Item::PageBreak),
            Block::Signed(signature) => {
                tail::extend_kept(&mut items, tail::signature_rows(compositor, signature)?);
            }
            Block::Together {
                blocks,
                lines_before,
            } => {
                let kept = self::items(compositor, blocks)?;
                append_kept(&mut items, kept, usize::from(*lines_before));
            }
            Block::Line { .. } => {
                let rows = rows(compositor, block)?;
                lines_above = above + rows.iter().filter(|row| !row.is_blank()).count();
                items.extend(rows.into_iter().map(Item::Row));
            }
            _ => items.extend(rows(compositor, block)?.into_iter().map(Item::Row)),
        }
    }
    Ok(items)
}

fn rows(compositor: &mut Compositor<'_, '_>, block: &Block) -> Result<Vec<Row>, Error> {
    match block {
        Block::Heading { level, text } => heading(compositor, *level, text),
        Block::Paragraph { text } => {
            let style = compositor.body_style(Role::Fang);
            paragraphs(compositor, text, |text| vec![Phrase { style, text }])
        }
        Block::RunIn { level, lead, text } => run_in(compositor, *level, lead, text),
        Block::Line { align, text } => line(compositor, *align, text),
        Block::Display {
            text,
            role,
            points,
            align,
        } => {
            let style = Style::new(*role, Length::pt(i64::from(*points)));
            let measure = compositor.flush(*align);
            display(compositor, text, style, measure)
        }
        Block::Turned { text, role, points } => {
            let style = Style::new(*role, Length::pt(i64::from(*points)));
            let measure = compositor.flush(Align::Center);
            let mut rows = display(compositor, text, style, measure)?;
            // Read from the other side of a folded card, where the lowest line is the first.
            rows.reverse();
            rows.iter_mut().for_each(|row| row.turned = true);
            Ok(rows)
        }
        Block::Large { text, role, points } => {
            let size = Length::pt(i64::from(*points));
            let measure = Measure {
                first: size * INDENT,
                ..compositor.indented(0)
            };
            display(compositor, text, Style::new(*role, size), measure)
        }
        Block::Blank => Ok(vec![Row::blank()]),
        Block::Table(_) | Block::PageBreak | Block::Signed(_) | Block::Together { .. } => {
            Ok(Vec::new())
        }
    }
}

fn heading(compositor: &mut Compositor<'_, '_>, level: u8, text: &str) -> Result<Vec<Row>, Error> {
    let style = compositor.body_style(heading_role(level));
    let measure = compositor.indented(INDENT);
    let mut rows = compositor.paragraph(&[Phrase { style, text }], measure, "小标题")?;
    // It never ends a page, and it is not the text that a first or a last page has to show.
    for row in &mut rows {
        (row.keep, row.aside) = (true, true);
    }
    Ok(rows)
}

/// One paragraph for each line of `text`.
fn paragraphs<'t>(
    compositor: &mut Compositor<'_, '_>,
    text: &'t str,
    phrases: impl Fn(&'t str) -> Vec<Phrase<'t>>,
) -> Result<Vec<Row>, Error> {
    let measure = compositor.indented(INDENT);
    let mut rows = Vec::new();
    for paragraph in text.lines() {
        rows.extend(compositor.paragraph(&phrases(paragraph), measure, "正文")?);
    }
    Ok(rows)
}

fn run_in(
    compositor: &mut Compositor<'_, '_>,
    level: u8,
    lead: &str,
    text: &str,
) -> Result<Vec<Row>, Error> {
    let lead_style = compositor.body_style(heading_role(level));
    let style = compositor.body_style(Role::Fang);
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let phrases = [
        Phrase {
            style: lead_style,
            text: lead,
        },
        Phrase { style, text: first },
    ];
    let measure = compositor.indented(INDENT);
    let mut rows = compositor.paragraph(&phrases, measure, "正文")?;
    rows.extend(paragraphs(compositor, rest, |text| {
        vec![Phrase { style, text }]
    })?);
    Ok(rows)
}

fn line(compositor: &mut Compositor<'_, '_>, align: Align, text: &str) -> Result<Vec<Row>, Error> {
    let style = compositor.body_style(Role::Fang);
    let measure = compositor.flush(align);
    let mut rows = Vec::new();
    for text in text.split('\n') {
        let set = compositor.paragraph(&[Phrase { style, text }], measure, "正文")?;
        rows.extend(if set.is_empty() {
            vec![Row::blank()]
        } else {
            set
        });
    }
    Ok(rows)
}

/// Large text, each line as many grid lines high as 1.3 times its size needs.
fn display(
    compositor: &mut Compositor<'_, '_>,
    text: &str,
    style: Style,
    measure: Measure,
) -> Result<Vec<Row>, Error> {
    let grid = compositor.grid;
    let needed = style.size.scaled(13, 10);
    let lines = grid.line_at_or_below(needed).max(1);
    let mut rows = Vec::new();
    for text in text.split('\n') {
        let set = compositor.paragraph(&[Phrase { style, text }], measure, "大字")?;
        let too_wide = set
            .iter()
            .flat_map(|row| &row.pieces)
            .any(|(_, l)| l.width > grid.width);
        // A line higher than the text area would run over the foot of any page.
        if too_wide || lines > grid.lines {
            return Err(Error::TooWide {
                place: "大字",
                characters: text.chars().count(),
            });
        }
        rows.extend(set.into_iter().map(|row| Row {
            extra_lines: lines - 1,
            ..row
        }));
    }
    Ok(rows)
}
