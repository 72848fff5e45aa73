//! Paragraphs and runs of a Word document.

use super::measure::width;
use super::xml::Xml;
use crate::fonts::Role;
use crate::layout::{Grid, SIZE_THREE};
use crate::length::Length;
use crate::model::Align;
use crate::text::printable;

/// Twentieths of a point, Word's unit of length.
pub(super) fn twips(length: Length) -> i64 {
    length.scaled(1440, 25_400).as_um()
}

/// Text in one style.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub text: String,
    pub role: Role,
    pub size: Length,
    pub red: bool,
    /// Horizontal scale in percent.
    pub condense: i64,
}

impl Run {
    pub(super) fn new(role: Role, size: Length, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            role,
            size,
            red: false,
            condense: 100,
        }
    }

    fn write(&self, xml: &mut Xml) {
        // Parted first: what is printable has spaces for tabs and breaks.
        for (index, line) in self.text.split('\n').enumerate() {
            for (tab, part) in line.split('\t').enumerate() {
                xml.within("w:r", &[], |xml| {
                    self.properties(xml);
                    if index > 0 && tab == 0 {
                        xml.leaf("w:br", &[]);
                    }
                    if tab > 0 {
                        xml.leaf("w:tab", &[]);
                    }
                    let text: String = printable(part).collect();
                    xml.within("w:t", &[("xml:space", "preserve")], |xml| xml.text(&text));
                });
            }
        }
    }

    /// Its font for every script.
    pub(super) fn fonts(&self, xml: &mut Xml) {
        let font = font_name(self.role);
        let fonts = [
            ("w:ascii", font),
            ("w:hAnsi", font),
            ("w:eastAsia", font),
            ("w:cs", font),
            // Quotes and dashes are of both scripts; this makes Word set them as Chinese.
            ("w:hint", "eastAsia"),
        ];
        xml.leaf("w:rFonts", &fonts);
    }

    pub(super) fn properties(&self, xml: &mut Xml) {
        xml.within("w:rPr", &[], |xml| {
            self.fonts(xml);
            if self.red {
                xml.value("w:color", "D90000");
            }
            if self.size != SIZE_THREE {
                // The default narrows 3号 to the grid's pitch; other sizes keep their width.
                xml.value("w:spacing", "0");
            }
            if self.condense != 100 {
                xml.value("w:w", &self.condense.to_string());
            }
            let half_points = (twips(self.size) / 10).to_string();
            xml.value("w:sz", &half_points);
            xml.value("w:szCs", &half_points);
        });
    }
}

/// Families that offices have and the standard means.
fn font_name(role: Role) -> &'static str {
    match role {
        Role::Title => "方正小标宋简体",
        Role::Song => "宋体",
        Role::Hei => "黑体",
        Role::Kai => "楷体_GB2312",
        Role::Fang => "仿宋_GB2312",
    }
}

/// A ruled line under or over a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Border {
    /// Word's name for its kind, e.g. `single`.
    pub kind: &'static str,
    /// Eighths of a point.
    pub eighths: i64,
    pub red: bool,
    /// Points between it and the text.
    pub space: i64,
}

/// A paragraph. Lengths count from the text area's edges.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    pub runs: Vec<Run>,
    pub align: Option<Align>,
    pub left: Length,
    pub right: Length,
    /// Of the first line, from `left`; negative hangs.
    pub first: Length,
    pub before: Length,
    /// Height of its lines; `None` is the page's leading.
    pub line: Option<Length>,
    pub keep_with_next: bool,
    pub starts_page: bool,
    pub under: Option<Border>,
    /// Where a tab takes the text that ends there.
    pub right_tab: Option<Length>,
}

impl Paragraph {
    pub(super) fn of(runs: Vec<Run>) -> Self {
        Self {
            runs,
            ..Self::default()
        }
    }

    /// One of no height, for what must end or begin with a paragraph.
    pub(super) fn hairline() -> Self {
        Self {
            line: Some(Length::um(100)),
            ..Self::default()
        }
    }

    /// Lines it takes, its characters counted without their fonts.
    pub(super) fn lines(&self, grid: &Grid) -> i64 {
        let room = (grid.width - self.left - self.right).as_um().max(1);
        let text: String = self.runs.iter().map(|run| run.text.as_str()).collect();
        let first = self.runs.first();
        let size = first.map_or(SIZE_THREE, |run| run.size);
        let cell = if size == SIZE_THREE { grid.pitch } else { size };
        let cell = cell.scaled(first.map_or(100, |run| run.condense), 100);
        let lines = text.split('\n').map(|line| {
            let wide = width(line, cell) + self.first.max(Length::ZERO);
            ((wide.as_um() + room - 1) / room).max(1)
        });
        lines.sum()
    }

    /// Height it takes, with the rule under it.
    pub(super) fn height(&self, grid: &Grid) -> Length {
        let line = self.line.unwrap_or_else(|| grid.leading());
        let rule = self.under.map_or(Length::ZERO, |border| {
            Length::pt(border.space) + Length::pt(border.eighths) / 8
        });
        self.before + line * self.lines(grid) + rule
    }

    /// Writes it; `section` adds the properties of the section that ends with it.
    pub(super) fn write(&self, xml: &mut Xml, section: Option<&dyn Fn(&mut Xml)>) {
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| {
                self.properties(xml);
                if let Some(section) = section {
                    section(xml);
                }
            });
            self.runs.iter().for_each(|run| run.write(xml));
        });
    }

    /// In the order that the schema asks for.
    fn properties(&self, xml: &mut Xml) {
        if self.keep_with_next {
            xml.leaf("w:keepNext", &[]);
        }
        if self.starts_page {
            xml.leaf("w:pageBreakBefore", &[]);
        }
        if let Some(border) = self.under {
            xml.within("w:pBdr", &[], |xml| write_border(xml, "w:bottom", border));
        }
        if let Some(tab) = self.right_tab {
            let position = twips(tab).to_string();
            xml.within("w:tabs", &[], |xml| {
                xml.leaf("w:tab", &[("w:val", "right"), ("w:pos", &position)]);
            });
        }
        self.spacing(xml);
        self.indents(xml);
        if let Some(align) = self.align {
            xml.value("w:jc", alignment(align));
        }
    }

    fn spacing(&self, xml: &mut Xml) {
        let before = twips(self.before).to_string();
        let line = self.line.map(|line| twips(line).to_string());
        let mut attributes = vec![("w:before", before.as_str())];
        if let Some(line) = &line {
            attributes.extend([("w:line", line.as_str()), ("w:lineRule", "exact")]);
        }
        if self.before != Length::ZERO || line.is_some() {
            xml.leaf("w:spacing", &attributes);
        }
    }

    fn indents(&self, xml: &mut Xml) {
        let (left, right) = (twips(self.left).to_string(), twips(self.right).to_string());
        let first = twips(self.first);
        let amount = first.abs().to_string();
        let kind = if first < 0 {
            "w:hanging"
        } else {
            "w:firstLine"
        };
        if self.left != Length::ZERO || self.right != Length::ZERO || first != 0 {
            xml.leaf(
                "w:ind",
                &[("w:left", &left), ("w:right", &right), (kind, &amount)],
            );
        }
    }
}

fn alignment(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}

pub(super) fn write_border(xml: &mut Xml, side: &str, border: Border) {
    let (size, space) = (border.eighths.to_string(), border.space.to_string());
    let attributes = [
        ("w:val", border.kind),
        ("w:sz", size.as_str()),
        ("w:space", space.as_str()),
        ("w:color", if border.red { "D90000" } else { "000000" }),
    ];
    xml.leaf(side, &attributes);
}
