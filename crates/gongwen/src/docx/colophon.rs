//! 版记: a table that hangs at the foot of the last page.

use super::measure::width;
use super::paragraph::{Border, Paragraph, Run, twips, write_border};
use super::xml::Xml;
use crate::fonts::Role;
use crate::layout::{Grid, SIZE_FOUR, chinese_date};
use crate::length::Length;
use crate::model::{Align, Colophon, Document, Format};

const OUTER: Border = Border {
    kind: "single",
    eighths: 8,
    red: false,
    space: 0,
};
const INNER: Border = Border {
    eighths: 6,
    ..OUTER
};

/// What each line gives up for the rules, which a word processor adds to the height of the rows.
const SPARE: Length = Length::um(500);

/// Writes the document's 版记; a letter's has neither rules nor printer. An addressee `moved` from the
/// first page comes first (7.3.2). Says whether there is any.
pub(super) fn write(xml: &mut Xml, document: &Document, moved: Option<&str>, grid: &Grid) -> bool {
    let ruled = document.format != Format::Letter;
    let colophon = document.colophon.as_ref();
    let mut receivers = Vec::new();
    receivers.extend(moved.map(|addressee| list("主送", addressee, grid)));
    if let Some(colophon) = colophon.filter(|c| !c.distribution.is_empty()) {
        let text = colophon.distribution.join("，");
        receivers.push(list(&colophon.distribution_label, &text, grid));
    }
    let printed = colophon.filter(|c| ruled && !c.printer.is_empty());
    let mut rows: Vec<Vec<Paragraph>> = Vec::new();
    rows.extend(Some(receivers).filter(|r| !r.is_empty()));
    rows.extend(printed.map(|colophon| printer(colophon, grid)));
    if rows.is_empty() {
        return false;
    }
    let total = twips(grid.width).to_string();
    xml.within("w:tbl", &[], |xml| {
        properties(xml, grid, &total, ruled);
        rows.iter().for_each(|row| write_row(xml, row, &total));
        write_foot(xml, grid, &total, ruled);
    });
    true
}

fn write_row(xml: &mut Xml, row: &[Paragraph], width: &str) {
    xml.within("w:tr", &[], |xml| {
        xml.within("w:trPr", &[], |xml| xml.leaf("w:cantSplit", &[]));
        xml.within("w:tc", &[], |xml| {
            xml.within("w:tcPr", &[], |xml| {
                xml.leaf("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
            });
            row.iter().for_each(|paragraph| paragraph.write(xml, None));
        });
    });
}

/// An empty row as high as the bottom margin. The table hangs at the foot of the paper, the one place
/// where LibreOffice too lets it hang, and this row lifts its text onto the text area's last line.
fn write_foot(xml: &mut Xml, grid: &Grid, width: &str, ruled: bool) {
    let margin = grid.page_height - grid.top - grid.height;
    let height = twips(margin).to_string();
    xml.within("w:tr", &[], |xml| {
        xml.within("w:trPr", &[], |xml| {
            xml.leaf("w:cantSplit", &[]);
            xml.leaf("w:trHeight", &[("w:val", &height), ("w:hRule", "exact")]);
        });
        xml.within("w:tc", &[], |xml| {
            xml.within("w:tcPr", &[], |xml| {
                xml.leaf("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
                if ruled {
                    xml.within("w:tcBorders", &[], |xml| write_border(xml, "w:top", OUTER));
                }
            });
            // A cell has to hold a paragraph, which would be as high as a line.
            Paragraph::hairline().write(xml, None);
        });
    });
}

fn properties(xml: &mut Xml, grid: &Grid, total: &str, ruled: bool) {
    let left = twips(grid.left).to_string();
    let place = [
        ("w:vertAnchor", "page"),
        ("w:horzAnchor", "page"),
        ("w:tblpX", left.as_str()),
        ("w:tblpYSpec", "bottom"),
    ];
    xml.within("w:tblPr", &[], |xml| {
        xml.leaf("w:tblpPr", &place);
        xml.leaf("w:tblW", &[("w:w", total), ("w:type", "dxa")]);
        if ruled {
            xml.within("w:tblBorders", &[], |xml| {
                write_border(xml, "w:top", OUTER);
                write_border(xml, "w:insideH", INNER);
            });
        }
        xml.leaf("w:tblLayout", &[("w:type", "fixed")]);
        xml.within("w:tblCellMar", &[], |xml| {
            for side in ["w:left", "w:right"] {
                xml.leaf(side, &[("w:w", "0"), ("w:type", "dxa")]);
            }
        });
    });
    xml.within("w:tblGrid", &[], |xml| {
        xml.leaf("w:gridCol", &[("w:w", total)])
    });
}

fn run(text: String) -> Run {
    Run::new(Role::Fang, SIZE_FOUR, text)
}

/// `抄送：甲，乙。`, wrapped under the first character after the colon.
fn list(label: &str, text: &str, grid: &Grid) -> Paragraph {
    let label = format!("{}：", label.trim_end_matches(['：', ':']));
    let hang = width(&label, SIZE_FOUR);
    let text = text.trim_end_matches(['。', '，', '、', '：']);
    Paragraph {
        left: SIZE_FOUR + hang,
        first: -hang,
        right: SIZE_FOUR,
        line: Some(grid.leading() - SPARE),
        ..Paragraph::of(vec![run(format!("{label}{text}。"))])
    }
}

/// Printer and date on one line, or on one each where they do not fit.
fn printer(colophon: &Colophon, grid: &Grid) -> Vec<Paragraph> {
    let date = format!("{}印发", chinese_date(colophon.printed_on));
    let both = width(&colophon.printer, SIZE_FOUR) + width(&date, SIZE_FOUR);
    let line = |text: String| Paragraph {
        left: SIZE_FOUR,
        right: SIZE_FOUR,
        line: Some(grid.leading() - SPARE),
        ..Paragraph::of(vec![run(text)])
    };
    if both <= grid.width - SIZE_FOUR * 3 {
        return vec![Paragraph {
            right: Length::ZERO,
            right_tab: Some(grid.width - SIZE_FOUR),
            ..line(format!("{}\t{date}", colophon.printer))
        }];
    }
    let date = Paragraph {
        align: Some(Align::Right),
        ..line(date)
    };
    vec![line(colophon.printer.clone()), date]
}
