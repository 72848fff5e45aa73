//! What stands above the body on the first page: mark, number, red rule, title, addressee.

use super::compositor::{Compositor, SIZE_THREE};
use super::flow::{Item, Row};
use super::grid::A4_WIDTH;
use super::mark::{self, RedMark};
use super::page::{Mark, baseline_in, below_baseline};
use crate::error::Error;
use crate::fonts::Role;
use crate::length::Length;
use crate::model::{Document, Format};
use crate::text::{Color, Phrase, SetLine};

/// Distance of the mark's ink from the top of the text area (7.2.4, 10.3.1).
const MARK_TOP: Length = Length::mm(35);
/// Distance of a letter's mark from the paper's edge (10.1.1).
const LETTER_MARK_TOP: Length = Length::mm(30);
/// Between the number, or a letter's mark, and the red rule under it (7.2.7, 10.1.2).
const ABOVE_RULE: Length = Length::mm(4);
const RED_RULE: Length = Length::um(450);
/// Length of a letter's double rules (10.1.2).
const LETTER_RULE: Length = Length::mm(170);
const LETTER_RULE_THICK: Length = Length::um(1050);
const LETTER_RULE_THIN: Length = Length::um(350);
/// From the paper's foot to a letter's lower double rule (10.1.3).
const LETTER_FOOT: Length = Length::mm(20);

/// Marks at fixed places of the first page, and where what follows may start.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub marks: Vec<Mark>,
    /// From the top of the text area.
    pub bottom: Length,
}

/// Sets everything above the title.
pub(crate) fn head(
    compositor: &mut Compositor<'_, '_>,
    document: &Document,
) -> Result<Head, Error> {
    let Some(text) = document.mark.as_deref().filter(|m| !m.is_empty()) else {
        return plain_head(compositor, document);
    };
    match document.format {
        Format::Plain => plain_head(compositor, document),
        Format::Letter => letter_head(compositor, document, text),
        Format::Notice => notice_head(compositor, document, text),
        Format::Minutes => minutes_head(compositor, document, text),
    }
}

/// Title rows and the blank line under them.
pub(crate) fn title_items(
    compositor: &mut Compositor<'_, '_>,
    document: &Document,
) -> Result<Vec<Item>, Error> {
    let mut rows = compositor.title(&document.title, "标题")?;
    if !rows.is_empty() {
        rows.push(kept_blank());
    }
    Ok(rows.into_iter().map(Item::Row).collect())
}

fn kept_blank() -> Row {
    Row {
        keep: true,
        ..Row::blank()
    }
}

/// 主送机关, flush left with a colon; it stays with the first line of the body (7.3.2).
pub(crate) fn addressee_rows(
    compositor: &mut Compositor<'_, '_>,
    addressee: &str,
) -> Result<Vec<Row>, Error> {
    let style = compositor.body_style(Role::Fang);
    let text = format!("{}：", addressee.trim_end_matches(['：', ':']));
    let measure = compositor.indented(0);
    let phrase = Phrase { style, text: &text };
    let mut rows = compositor.paragraph(&[phrase], measure, "主送机关")?;
    for row in &mut rows {
        (row.keep, row.aside) = (true, true);
    }
    Ok(rows)
}

fn plain_head(compositor: &mut Compositor<'_, '_>, document: &Document) -> Result<Head, Error> {
    let mut head = Head::default();
    if let Some(number) = document.number.as_deref() {
        let style = compositor.body_style(Role::Fang);
        let line = compositor.one_line(number, style, "发文字号")?;
        let x = compositor.grid.width - line.width;
        head.bottom = put_line(compositor, &mut head.marks, line, x, Length::ZERO);
    }
    Ok(head)
}

fn notice_head(
    compositor: &mut Compositor<'_, '_>,
    document: &Document,
    text: &str,
) -> Result<Head, Error> {
    let mut head = Head::default();
    let mark = mark::set(compositor, text)?;
    let below_mark = put_mark(compositor, &mut head.marks, mark, MARK_TOP);
    let number_top = below_mark + compositor.grid.line_top(2);
    number_line(compositor, &mut head.marks, document, number_top)?;
    // The 4 mm to the rule count from the number's characters, not from the line they stand in
    // (7.2.7).
    let text_bottom = text_bottom(compositor, number_top);
    head.bottom = red_rule(compositor, &mut head.marks, text_bottom + ABOVE_RULE);
    Ok(head)
}

fn minutes_head(
    compositor: &mut Compositor<'_, '_>,
    document: &Document,
    text: &str,
) -> Result<Head, Error> {
    let mut head = Head::default();
    let half_line = compositor.grid.leading() / 2;
    let mark = mark::set(compositor, text)?;
    let mut bottom = put_mark(compositor, &mut head.marks, mark, MARK_TOP);
    let style = compositor.body_style(Role::Fang);
    if let Some(issue) = document.issue.as_deref() {
        let line = compositor.one_line(issue, style, "期号")?;
        let x = (compositor.grid.width - line.width) / 2;
        bottom = put_line(compositor, &mut head.marks, line, x, bottom + half_line);
    }
    if let Some(issuer) = &document.issuer_line {
        let top = bottom + half_line;
        let left = compositor.one_line(&issuer.issuer, style, "编发机关")?;
        let right = compositor.one_line(&issuer.date, style, "编发日期")?;
        fits_together(compositor, &left, &right, "编发机关")?;
        let (start, end) = inset(compositor, &right);
        put_line(compositor, &mut head.marks, left, start, top);
        put_line(compositor, &mut head.marks, right, end, top);
        bottom = text_bottom(compositor, top);
    }
    head.bottom = red_rule(compositor, &mut head.marks, bottom + ABOVE_RULE);
    Ok(head)
}

fn letter_head(
    compositor: &mut Compositor<'_, '_>,
    document: &Document,
    text: &str,
) -> Result<Head, Error> {
    let mut head = Head::default();
    let grid = compositor.grid;
    let mark = mark::set(compositor, text)?;
    // Told from the paper's edge (10.1.1), while marks count from the text area.
    let top = LETTER_MARK_TOP - grid.top;
    let ink_bottom = put_mark(compositor, &mut head.marks, mark, top);
    let upper = ink_bottom + ABOVE_RULE;
    let below = double_rule(&mut head.marks, grid.top + upper, true) - grid.top;
    double_rule(&mut head.marks, grid.page_height - LETTER_FOOT, false);
    head.bottom = below;
    if let Some(number) = document.number.as_deref() {
        let style = compositor.body_style(Role::Fang);
        let line = compositor.one_line(number, style, "发文字号")?;
        // 7/8 of a character's height under the rule (10.1.5); the line holds half of it already.
        let gap = SIZE_THREE.scaled(7, 8) - (grid.leading() - SIZE_THREE) / 2;
        let x = grid.width - line.width;
        head.bottom = put_line(compositor, &mut head.marks, line, x, below + gap);
    }
    Ok(head)
}

/// Number in the middle, or at the left with the signer at the right (7.2.5, 7.2.6).
fn number_line(
    compositor: &mut Compositor<'_, '_>,
    marks: &mut Vec<Mark>,
    document: &Document,
    top: Length,
) -> Result<(), Error> {
    let style = compositor.body_style(Role::Fang);
    let number = document.number.as_deref().unwrap_or_default();
    let number = compositor.one_line(number, style, "发文字号")?;
    let Some(signer) = document.signer.as_deref() else {
        let x = (compositor.grid.width - number.width) / 2;
        put_line(compositor, marks, number, x, top);
        return Ok(());
    };
    let name = compositor.body_style(Role::Kai);
    let label = Phrase {
        style,
        text: "签发人：",
    };
    let signer = Phrase {
        style: name,
        text: signer,
    };
    let units = compositor.shaper.units(&[label, signer], "签发人")?;
    let signer = crate::text::natural(&units);
    fits_together(compositor, &number, &signer, "发文字号和签发人")?;
    let (start, end) = inset(compositor, &signer);
    put_line(compositor, marks, number, start, top);
    put_line(compositor, marks, signer, end, top);
    Ok(())
}

/// Where a left and a right piece start, each one character in from its edge.
fn inset(compositor: &Compositor<'_, '_>, right: &SetLine) -> (Length, Length) {
    let grid = &compositor.grid;
    (grid.pitch, grid.width - grid.pitch - right.width)
}

fn fits_together(
    compositor: &Compositor<'_, '_>,
    left: &SetLine,
    right: &SetLine,
    place: &'static str,
) -> Result<(), Error> {
    // One character in from each edge (7.2.6), and one between the two.
    let room = compositor.grid.width - compositor.grid.pitch * 3;
    if left.width + right.width > room {
        return Err(Error::TooWide {
            place,
            characters: left.glyphs.len() + right.glyphs.len(),
        });
    }
    Ok(())
}

/// Puts the mark with its ink at `top`; answers the lower edge of its characters.
fn put_mark(
    compositor: &Compositor<'_, '_>,
    marks: &mut Vec<Mark>,
    mark: RedMark,
    top: Length,
) -> Length {
    let grid = &compositor.grid;
    let baseline = top + mark.ink_top;
    marks.push(Mark::Text {
        x: grid.left + (grid.width - mark.line.width) / 2,
        y: grid.top + baseline,
        line: mark.line,
        turned: false,
    });
    baseline + below_baseline(mark.size)
}

/// Puts one line of 3号 text at `x`, in a line of the grid's height from `top`; answers its end.
fn put_line(
    compositor: &Compositor<'_, '_>,
    marks: &mut Vec<Mark>,
    line: SetLine,
    x: Length,
    top: Length,
) -> Length {
    let grid = &compositor.grid;
    let row = Row::of(x, line);
    marks.extend(row.marks(grid, top, grid.leading()));
    top + grid.leading()
}

/// Lower edge of the characters of a line that starts at `top`.
fn text_bottom(compositor: &Compositor<'_, '_>, top: Length) -> Length {
    let leading = compositor.grid.leading();
    top + baseline_in(leading, SIZE_THREE) + below_baseline(SIZE_THREE)
}

fn red_rule(compositor: &Compositor<'_, '_>, marks: &mut Vec<Mark>, y: Length) -> Length {
    let grid = &compositor.grid;
    marks.push(red(grid.left, grid.top + y, grid.width, RED_RULE));
    y
}

/// A letter's double rule whose upper edge is at `y` of the page; answers its lower edge.
fn double_rule(marks: &mut Vec<Mark>, y: Length, thick_above: bool) -> Length {
    let (upper, lower) = if thick_above {
        (LETTER_RULE_THICK, LETTER_RULE_THIN)
    } else {
        (LETTER_RULE_THIN, LETTER_RULE_THICK)
    };
    let x = (A4_WIDTH - LETTER_RULE) / 2;
    let gap = LETTER_RULE_THIN;
    let lower_centre = y + upper + gap + lower / 2;
    marks.push(red(x, y + upper / 2, LETTER_RULE, upper));
    marks.push(red(x, lower_centre, LETTER_RULE, lower));
    lower_centre + lower / 2
}

fn red(x: Length, y: Length, length: Length, thickness: Length) -> Mark {
    Mark::Rule {
        x,
        y,
        length,
        thickness,
        color: Color::Red,
        downwards: false,
    }
}
