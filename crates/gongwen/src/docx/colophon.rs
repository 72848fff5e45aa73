//! 版记: a table that hangs at the foot of the last page.

use super::measure::width;
use super::paragraph::{Border, Paragraph, Run, twips, write_border};
use super::xml::Xml;
use crate::fonts::Role;
use crate::layout::{Grid, SIZE_FOUR, chinese_date};
use crate::model::{Colophon, Format};

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

/// Writes the 版记 of a document of `format`; a letter's has neither rules nor printer.
pub(super) fn write(xml: &mut Xml, colophon: &Colophon, format: Format, grid: &Grid) {
    let ruled = format != Format::Letter;
    let mut rows = Vec::new();
    if !colophon.distribution.is_empty() {
        rows.push(distribution(colophon));
    }
    if ruled && !colophon.printer.is_empty() {
        rows.push(printer(colophon, grid));
    }
    if rows.is_empty() {
        return;
    }
    let total = twips(grid.width).to_string();
    xml.within("w:tbl", &[], |xml| {
        properties(xml, &total, ruled);
        rows.iter().for_each(|row| write_row(xml, row, &total));
    });
}

fn write_row(xml: &mut Xml, row: &Paragraph, width: &str) {
    xml.within("w:tr", &[], |xml| {
        xml.within("w:trPr", &[], |xml| xml.leaf("w:cantSplit", &[]));
        xml.within("w:tc", &[], |xml| {
            xml.within("w:tcPr", &[], |xml| {
                xml.leaf("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
            });
            row.write(xml, None);
        });
    });
}

fn properties(xml: &mut Xml, total: &str, ruled: bool) {
    let place = [
        ("w:vertAnchor", "margin"),
        ("w:horzAnchor", "margin"),
        ("w:tblpXSpec", "center"),
        ("w:tblpYSpec", "bottom"),
    ];
    xml.within("w:tblPr", &[], |xml| {
        xml.leaf("w:tblpPr", &place);
        xml.leaf("w:tblW", &[("w:w", total), ("w:type", "dxa")]);
        if ruled {
            xml.within("w:tblBorders", &[], |xml| {
                write_border(xml, "w:top", OUTER);
                write_border(xml, "w:bottom", OUTER);
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
