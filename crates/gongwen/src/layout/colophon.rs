//! 版记 at the foot of the last page (7.4).

use super::compositor::{Compositor, Measure, SIZE_FOUR};
use super::flow::Row;
use super::page::Mark;
use super::tail::chinese_date;
use crate::error::Error;
use crate::fonts::Role;
use crate::length::Length;
use crate::model::{Align, Colophon, Document, Format};
use crate::text::{Color, Phrase, Style, width};

/// First and last rule, and the rules between (7.4.1).
const OUTER_RULE: Length = Length::um(350);
const INNER_RULE: Length = Length::um(250);

/// The rows of a 版记, from top to bottom, with a rule after each group.
pub(crate) struct SetColophon {
    groups: Vec<Vec<Row>>,
    ruled: bool,
}

impl SetColophon {
    pub(crate) fn lines(&self) -> i64 {
        self.groups.iter().map(|g| g.len() as i64).sum()
    }

    /// Its marks, the last line on the last line of the text area.
    pub(crate) fn marks(&self, compositor: &Compositor<'_, '_>) -> Vec<Mark> {
        let grid = &compositor.grid;
        let mut line = grid.lines - self.lines();
        let mut marks = Vec::new();
        let last = self.groups.len().saturating_sub(1);
        for (index, group) in self.groups.iter().enumerate() {
            let thickness = if index == 0 { OUTER_RULE } else { INNER_RULE };
            marks.extend(self.rule(compositor, line, thickness));
            for row in group {
                let top = grid.line_top(line);
                line += 1;
                marks.extend(row.marks(grid, top, grid.line_top(line) - top));
            }
            if index == last {
                marks.extend(self.rule(compositor, line, OUTER_RULE));
            }
        }
        marks
    }

    fn rule(&self, compositor: &Compositor<'_, '_>, line: i64, thickness: Length) -> Option<Mark> {
        let grid = &compositor.grid;
        self.ruled.then(|| Mark::Rule {
            x: grid.left,
            y: grid.top + grid.line_top(line),
            length: grid.width,
            thickness,
            color: Color::Black,
            downwards: false,
        })
    }
}

/// Sets the document's 版记; a letter's has neither rules nor printer (10.1.8). An addressee too
/// long for the first page comes first (7.3.2).
pub(crate) fn set(
    compositor: &mut Compositor<'_, '_>,
    document: &Document,
    moved_addressee: Option<&str>,
) -> Result<SetColophon, Error> {
    let is_letter = document.format == Format::Letter;
    let colophon = document.colophon.as_ref();
    let mut groups = Vec::new();
    let mut receivers = Vec::new();
    if let Some(addressee) = moved_addressee {
        receivers.extend(list(compositor, "主送", addressee)?);
    }
    if let Some(colophon) = colophon.filter(|c| !c.distribution.is_empty()) {
        let text = colophon.distribution.join("，");
        receivers.extend(list(compositor, &colophon.distribution_label, &text)?);
    }
    if !receivers.is_empty() {
        groups.push(receivers);
    }
    if let Some(colophon) = colophon.filter(|c| !is_letter && !c.printer.is_empty()) {
        groups.push(printer(compositor, colophon)?);
    }
    let set = SetColophon {
        groups,
        ruled: !is_letter,
    };
    let limit = compositor.grid.lines;
    if set.lines() > limit {
        return Err(Error::TooLong {
            place: "版记",
            lines: usize::try_from(set.lines()).unwrap_or(usize::MAX),
            limit: usize::try_from(limit).unwrap_or(0),
        });
    }
    Ok(set)
}

/// 4号仿宋.
fn style() -> Style {
    Style::new(Role::Fang, SIZE_FOUR)
}

/// `抄送：甲，乙。`, wrapped under the first character after the colon, one character in (7.4.2).
fn list(compositor: &mut Compositor<'_, '_>, label: &str, text: &str) -> Result<Vec<Row>, Error> {
    let style = style();
    let label = format!("{}：", label.trim_end_matches(['：', ':']));
    // 抄送 ends with a full stop, whatever was typed (7.4.2).
    let text = format!("{}。", text.trim_end_matches(['。', '，', '、', '：']));
    let label = Phrase {
        style,
        text: &label,
    };
    let label_width = width(&compositor.shaper.units(&[label], "版记")?);
    let measure = Measure {
        first: SIZE_FOUR,
        rest: SIZE_FOUR + label_width,
        right: compositor.grid.width - SIZE_FOUR,
        align: Align::Left,
    };
    compositor.paragraph(&[label, Phrase { style, text: &text }], measure, "版记")
}

/// Printer at the left, date and 印发 at the right, on one line (7.4.3); on narrow paper the date takes
/// a line of its own.
fn printer(compositor: &mut Compositor<'_, '_>, colophon: &Colophon) -> Result<Vec<Row>, Error> {
    let date = format!("{}印发", chinese_date(colophon.printed_on));
    let left = compositor.one_line(&colophon.printer, style(), "印发机关")?;
    let right = compositor.one_line(&date, style(), "印发日期")?;
    let room = compositor.grid.width - SIZE_FOUR * 3;
    let end = (compositor.grid.width - SIZE_FOUR - right.width).max(Length::ZERO);
    if left.width + right.width <= room {
        return Ok(vec![Row {
            pieces: vec![(SIZE_FOUR, left), (end, right)],
            ..Row::default()
        }]);
    }
    let measure = Measure {
        first: SIZE_FOUR,
        rest: SIZE_FOUR,
        right: compositor.grid.width - SIZE_FOUR,
        align: Align::Left,
    };
    let phrase = Phrase {
        style: style(),
        text: &colophon.printer,
    };
    let mut rows = compositor.paragraph(&[phrase], measure, "印发机关")?;
    rows.push(Row::of(end, right));
    Ok(rows)
}
