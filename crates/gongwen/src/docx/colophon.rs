//! 版记: paragraphs in a frame at the foot of the last page.

use super::measure::width;
use super::paragraph::{Border, Paragraph, Run};
use crate::fonts::Role;
use crate::layout::{Grid, SIZE_FOUR, chinese_date};
use crate::length::Length;
use crate::model::{Colophon, Format};

const OUTER: Border = Border {
    eighths: 8,
    red: false,
    space: 0,
};
const INNER: Border = Border {
    eighths: 6,
    ..OUTER
};

/// The 版记 of a document of `format`; a letter's has neither rules nor printer.
pub(super) fn paragraphs(colophon: &Colophon, format: Format, grid: &Grid) -> Vec<Paragraph> {
    let ruled = format != Format::Letter;
    let mut texts = Vec::new();
    if !colophon.distribution.is_empty() {
        texts.push(distribution(colophon));
    }
    if ruled && !colophon.printer.is_empty() {
        texts.push(printer(colophon, grid));
    }
    let last = texts.len().saturating_sub(1);
    let mut paragraphs = Vec::new();
    for (index, text) in texts.into_iter().enumerate() {
        if ruled && index == 0 {
            paragraphs.push(rule(OUTER));
        }
        paragraphs.push(text);
        if ruled {
            paragraphs.push(rule(if index == last { OUTER } else { INNER }));
        }
    }
    for paragraph in &mut paragraphs {
        paragraph.frame_at_foot = Some(grid.width);
    }
    paragraphs
}

/// A line across the text area. A bordered text would start it at the text's indent.
fn rule(border: Border) -> Paragraph {
    Paragraph {
        line: Some(Length::um(100)),
        under: Some(border),
        ..Paragraph::default()
    }
}

fn run(text: String) -> Run {
    Run::new(Role::Fang, SIZE_FOUR, text)
}

fn distribution(colophon: &Colophon) -> Paragraph {
    let label = format!(
        "{}：",
        colophon.distribution_label.trim_end_matches(['：', ':'])
    );
    let hang = width(&label, SIZE_FOUR);
    let text = format!("{label}{}。", colophon.distribution.join("，"));
    Paragraph {
        left: SIZE_FOUR + hang,
        first: -hang,
        right: SIZE_FOUR,
        ..Paragraph::of(vec![run(text)])
    }
}

fn printer(colophon: &Colophon, grid: &Grid) -> Paragraph {
    let text = format!(
        "{}\t{}印发",
        colophon.printer,
        chinese_date(colophon.printed_on)
    );
    Paragraph {
        left: SIZE_FOUR,
        right_tab: Some(grid.width - SIZE_FOUR),
        ..Paragraph::of(vec![run(text)])
    }
}
