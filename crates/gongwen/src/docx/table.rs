//! Tables.

use super::Element;
use super::measure::{loose_width, width};
use super::paragraph::{Paragraph, Run, twips};
use super::xml::Xml;
use crate::error::Error;
use crate::fonts::Role;
use crate::layout::{
    A4_HEIGHT, Grid, Wish, bearable, check_shape, fit_columns, whole_part, without_covered,
};
use crate::length::Length;
use crate::model::{Align, ColumnWidth, Span, Table};

const PADDING: Length = Length::um(1200);
/// Blank between a cell's text and its rules; above and below it with the rule as much as in print.
const MARGINS: [(&str, Length); 4] = [
    ("w:top", Length::um(700)),
    ("w:left", PADDING),
    ("w:bottom", Length::um(700)),
    ("w:right", PADDING),
];
const RULES: [&str; 6] = ["top", "left", "bottom", "right", "insideH", "insideV"];

/// A table with the widths of its columns.
#[derive(Debug, Clone)]
pub(super) struct SetTable {
    model: Table,
    columns: Vec<Length>,
    /// Widest part of a number after the decimal point, by column.
    after_point: Vec<Length>,
    /// Empty rows at the end.
    spare: usize,
    /// Its last row stays on one page with what follows.
    pub keep_with_next: bool,
}

/// Lines of text taken to stand above a table with spare rows.
const LINES_ABOVE: i64 = 5;

/// Spare rows of a table that ends on the first page; where a page ends is the word processor's to
/// say, and a blank row alone on the next one helps nobody.
fn spare_rows(model: &Table, grid: &Grid) -> usize {
    let row = model.row_height_min.max(model.size.points() * 2).as_um();
    let room = (grid.height - grid.line_top(LINES_ABOVE)).as_um() / row;
    let taken = model.rows.len() as i64 + i64::from(model.header);
    (room - taken).clamp(0, i64::from(model.spare_rows)) as usize
}

/// The caption, if any, and the table.
pub(super) fn elements(model: &Table, grid: &Grid) -> Result<Vec<Element>, Error> {
    check_shape(model)?;
    let model = &*without_covered(model);
    let mut wishes: Vec<Wish> = (0..model.columns.len()).map(|i| wish(model, i)).collect();
    if !bearable(&wishes, grid.width) {
        for (index, wish) in wishes.iter_mut().enumerate() {
            wish.give_in(widest(model, index, width) + PADDING * 2);
        }
    }
    let columns = fit_columns(&wishes, grid.width)?;
    let mut elements = Vec::new();
    if let Some(caption) = model.caption.as_deref().filter(|c| !c.is_empty()) {
        elements.push(Element::Paragraph(Paragraph {
            align: Some(Align::Center),
            keep_with_next: true,
            ..Paragraph::of(vec![Run::new(Role::Title, Length::pt(16), caption)])
        }));
    }
    elements.push(Element::Table(SetTable {
        model: model.clone(),
        after_point: (0..model.columns.len())
            .map(|i| after_point(model, i))
            .collect(),
        columns,
        spare: spare_rows(model, grid),
        keep_with_next: false,
    }));
    Ok(elements)
}

fn after_point(model: &Table, index: usize) -> Length {
    let cells = model
        .rows
        .iter()
        .filter_map(|row| whole_part(row.get(index)?));
    let widths = cells.map(|(_, after)| width(after, model.size.points()));
    widths.max().unwrap_or_default()
}

/// Width of the widest line of column `index`.
fn widest(model: &Table, index: usize, width: impl Fn(&str, Length) -> Length) -> Length {
    let cells = model.rows.iter().filter_map(|row| row.get(index));
    let head = model.columns.get(index).map(|c| &c.title);
    let lines = cells.chain(head).flat_map(|text| text.split('\n'));
    let widths = lines.map(|line| width(line, model.size.points()));
    widths.max().unwrap_or_default()
}

fn wish(model: &Table, index: usize) -> Wish {
    let size = model.size.points();
    let column = model.columns.get(index);
    let least = size * 2 + PADDING * 2;
    let share = column.map_or(0, |c| match c.width {
        ColumnWidth::Share(weight) => i64::from(weight.max(1)),
        ColumnWidth::Auto => 0,
    });
    let natural = widest(model, index, loose_width) + PADDING * 2;
    Wish {
        least,
        wanted: if share > 0 { least } else { natural.max(least) },
        share,
    }
}

impl SetTable {
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.within("w:tbl", &[], |xml| {
            self.properties(xml);
            if self.model.header {
                let titles: Vec<String> =
                    self.model.columns.iter().map(|c| c.title.clone()).collect();
                self.row(xml, &titles, None);
            }
            for (index, row) in self.model.rows.iter().enumerate() {
                self.row(xml, row, Some(index));
            }
            for spare in 0..self.spare {
                self.row(xml, &[], Some(self.model.rows.len() + spare));
            }
        });
    }

    fn properties(&self, xml: &mut Xml) {
        let total = twips(self.columns.iter().copied().sum()).to_string();
        xml.within("w:tblPr", &[], |xml| {
            xml.leaf("w:tblW", &[("w:w", &total), ("w:type", "dxa")]);
            xml.value("w:jc", "center");
            xml.within("w:tblBorders", &[], |xml| {
                for side in RULES {
                    let tag = format!("w:{side}");
                    let line = [("w:val", "single"), ("w:sz", "4"), ("w:color", "000000")];
                    xml.leaf(&tag, &line);
                }
            });
            // Else a word processor widens columns by what stands in them.
            xml.leaf("w:tblLayout", &[("w:type", "fixed")]);
            xml.within("w:tblCellMar", &[], |xml| {
                for (side, padding) in MARGINS {
                    let padding = twips(padding).to_string();
                    xml.leaf(side, &[("w:w", &padding), ("w:type", "dxa")]);
                }
            });
        });
        xml.within("w:tblGrid", &[], |xml| {
            for column in &self.columns {
                xml.leaf("w:gridCol", &[("w:w", &twips(*column).to_string())]);
            }
        });
    }

    /// A row of `cells`; `index` is `None` for the header.
    fn row(&self, xml: &mut Xml, cells: &[String], index: Option<usize>) {
        let least = twips(self.model.row_height_min.min(A4_HEIGHT)).to_string();
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| {
                xml.leaf("w:cantSplit", &[]);
                xml.leaf("w:trHeight", &[("w:val", &least), ("w:hRule", "atLeast")]);
                if index.is_none() && self.model.header_repeats {
                    xml.leaf("w:tblHeader", &[]);
                }
            });
            let mut column = 0;
            while column < self.columns.len() {
                // What a cell covers at its right is left out of a row; what it covers below has to
                // be there, and goes on with it.
                let span = index.and_then(|row| self.span_at(row, column));
                self.cell(xml, cells, index, column, span);
                column += span.map_or(1, |s| s.columns.max(1));
            }
        });
    }

    fn span_at(&self, row: usize, column: usize) -> Option<Span> {
        let rows = |s: &Span| (s.row..s.row.saturating_add(s.rows.max(1))).contains(&row);
        let span = self
            .model
            .spans
            .iter()
            .find(|s| rows(s) && s.column == column)?;
        Some(Span {
            columns: span.columns.clamp(1, self.columns.len() - column),
            ..*span
        })
    }

    fn cell(
        &self,
        xml: &mut Xml,
        cells: &[String],
        row: Option<usize>,
        column: usize,
        span: Option<Span>,
    ) {
        let covered = column..column + span.map_or(1, |s| s.columns);
        let width: Length = self
            .columns
            .get(covered)
            .unwrap_or_default()
            .iter()
            .copied()
            .sum();
        xml.within("w:tc", &[], |xml| {
            xml.within("w:tcPr", &[], |xml| {
                xml.leaf(
                    "w:tcW",
                    &[("w:w", &twips(width).to_string()), ("w:type", "dxa")],
                );
                if let Some(span) = span {
                    span_properties(xml, span, row);
                }
                xml.value("w:vAlign", "center");
            });
            let text = cells.get(column).map_or("", String::as_str);
            self.text(xml, text, row, column);
        });
    }

    /// Blank at the right of a right-aligned number, so that decimal points stand under each other.
    fn inset(&self, text: &str, column: usize) -> Option<Length> {
        let model = self.model.columns.get(column)?;
        let (_, own) = whole_part(text).filter(|_| model.align == Align::Right)?;
        let longest = self.after_point.get(column)?;
        Some(*longest - width(own, self.model.size.points()))
    }

    /// Whether `row` stays on one page with what comes after it.
    fn is_kept(&self, row: Option<usize>) -> bool {
        let rows = self.model.rows.len();
        let last = row == (rows + self.spare).checked_sub(1);
        let above_totals = self.model.totals && row.is_some() && row == rows.checked_sub(2);
        (self.keep_with_next && last) || above_totals
    }

    fn text(&self, xml: &mut Xml, text: &str, row: Option<usize>, column: usize) {
        let is_total = self.model.totals && row == self.model.rows.len().checked_sub(1);
        let emphasised = row.is_none() || is_total;
        let role = if emphasised { Role::Hei } else { Role::Fang };
        let size = self.model.size.points();
        let own = self
            .model
            .columns
            .get(column)
            .map_or(Align::Left, |c| c.align);
        let align = if row.is_none() { Align::Center } else { own };
        let paragraph = Paragraph {
            align: Some(align),
            right: self.inset(text, column).unwrap_or_default(),
            line: Some(size.scaled(3, 2)),
            keep_with_next: self.is_kept(row),
            ..Paragraph::of(vec![Run::new(role, size, text)])
        };
        paragraph.write(xml, None);
    }
}

fn span_properties(xml: &mut Xml, span: Span, row: Option<usize>) {
    if span.columns > 1 {
        xml.value("w:gridSpan", &span.columns.to_string());
    }
    if span.rows > 1 {
        let kind = if row == Some(span.row) {
            "restart"
        } else {
            "continue"
        };
        xml.value("w:vMerge", kind);
    }
}
