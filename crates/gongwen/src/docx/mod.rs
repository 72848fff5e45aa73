//! The same documents as .docx, for people who revise them in a word processor.

mod body;
mod colophon;
mod head;
mod measure;
mod package;
mod paragraph;
mod table;
mod xml;

use crate::error::Error;
use crate::fonts::Role;
use crate::layout::{Grid, SIZE_THREE, Turn};
use crate::length::Length;
use crate::model::{Attachment, Document, Format, PageNumbers};
use paragraph::{Paragraph, Run, twips};
use xml::Xml;

/// What the body of a Word document is made of.
#[derive(Debug, Clone)]
enum Element {
    Paragraph(Paragraph),
    Table(table::SetTable),
}

/// A part of the document on pages of one orientation.
struct Section {
    grid: Grid,
    elements: Vec<Element>,
}

/// From the paper's foot to the lower edge of the page number.
const FOOTER: Length = Length::um(25_500);

/// Lines of a last paragraph that stays with the signature. LibreOffice moves a kept paragraph as a
/// whole, and a longer one would leave too much of a page empty.
const LONGEST_KEPT: i64 = 8;

/// Writes `document` as a Word document.
pub(crate) fn write(document: &Document) -> Result<Vec<u8>, Error> {
    let turn = if document.page.landscape {
        Turn::Landscape
    } else {
        Turn::Portrait
    };
    let grid = Grid::new(&document.page, turn)?;
    let (sections, moved) = sections(document, grid)?;
    let mut xml = Xml::document();
    xml.within("w:document", &package::ROOT, |xml| {
        xml.within("w:body", &[], |xml| {
            write_sections(xml, document, &sections, moved)
        });
    });
    package::pack(xml.into_string(), &document.page, &document.info, &grid)
}

/// The document's sections, and the addressee if it goes to the 版记.
fn sections(document: &Document, grid: Grid) -> Result<(Vec<Section>, Option<&str>), Error> {
    let front = head::front(document, &grid)?;
    let body = body::elements(&document.body, &grid)?;
    let tail = body::tail(document, &grid);
    let moves = front.addressee_moves(&grid, &body, &tail.paragraphs);
    let mut elements = wrap(front.paragraphs(moves));
    elements.extend(body);
    if tail.kept {
        body::keep_end(&mut elements, |last| last.lines(&grid) <= LONGEST_KEPT);
    }
    elements.extend(wrap(tail.paragraphs));
    let mut sections = vec![Section { grid, elements }];
    let numbered = document.attachments.len() > 1;
    for (index, attachment) in document.attachments.iter().enumerate() {
        // Word turns a whole sheet, never only what stands on it.
        let turned = attachment.landscape || document.page.landscape;
        let turn = if turned {
            Turn::Landscape
        } else {
            Turn::Portrait
        };
        let grid = Grid::new(&document.page, turn)?;
        let number = numbered.then_some(index + 1);
        let elements = attachment_elements(attachment, number, &grid)?;
        match sections.last_mut() {
            Some(last) if last.grid == grid => last.elements.extend(elements),
            _ => sections.push(Section { grid, elements }),
        }
    }
    let ends_turned = sections.last().is_some_and(|s| s.grid != grid);
    let moved = document.addressee.as_deref().filter(|_| moves);
    if (document.colophon.is_some() || moves) && ends_turned {
        // LibreOffice takes a section that begins with a hanging table for the one before.
        sections.push(Section {
            grid,
            elements: vec![Element::Paragraph(Paragraph::hairline())],
        });
    }
    Ok((sections, moved))
}

fn wrap(paragraphs: Vec<Paragraph>) -> Vec<Element> {
    paragraphs.into_iter().map(Element::Paragraph).collect()
}

fn attachment_elements(
    attachment: &Attachment,
    number: Option<usize>,
    grid: &Grid,
) -> Result<Vec<Element>, Error> {
    let label = number.map_or_else(|| "附件".to_owned(), |n| format!("附件{n}"));
    let mut paragraphs = vec![
        Paragraph {
            starts_page: true,
            ..Paragraph::of(vec![Run::new(Role::Hei, SIZE_THREE, label)])
        },
        Paragraph::default(),
    ];
    paragraphs.extend(head::title(&attachment.title, grid, "附件标题")?);
    paragraphs.push(Paragraph::default());
    paragraphs.iter_mut().for_each(|p| p.keep_with_next = true);
    let mut elements = wrap(paragraphs);
    elements.extend(body::elements(&attachment.body, grid)?);
    Ok(elements)
}

fn write_sections(xml: &mut Xml, document: &Document, sections: &[Section], moved: Option<&str>) {
    let last = sections.len().saturating_sub(1);
    for (index, section) in sections.iter().enumerate() {
        let properties = |xml: &mut Xml| section_properties(xml, document, section, index);
        if index == last {
            section.elements.iter().for_each(|e| write_element(xml, e));
            // A paragraph after one that ends at the foot of the page would start a blank page.
            if colophon::write(xml, document, moved, &section.grid) || section.elements.is_empty() {
                Paragraph::hairline().write(xml, None);
            }
            properties(xml);
        } else {
            write_section(xml, &section.elements, &properties);
        }
    }
}

/// A section that is not the last: its last paragraph has its properties.
fn write_section(xml: &mut Xml, elements: &[Element], properties: &dyn Fn(&mut Xml)) {
    match elements.split_last() {
        Some((Element::Paragraph(last), before)) => {
            before
                .iter()
                .for_each(|element| write_element(xml, element));
            last.write(xml, Some(properties));
        }
        _ => {
            elements
                .iter()
                .for_each(|element| write_element(xml, element));
            // Only a paragraph can bear a section's properties.
            Paragraph::hairline().write(xml, Some(properties));
        }
    }
}

fn write_element(xml: &mut Xml, element: &Element) {
    match element {
        Element::Paragraph(paragraph) => paragraph.write(xml, None),
        Element::Table(table) => {
            table.write(xml);
            // Without it LibreOffice takes the heading of a next table for kept with this one's last
            // row, and draws that below the foot of the page.
            let hairline = Paragraph {
                keep_with_next: table.keep_with_next,
                ..Paragraph::hairline()
            };
            hairline.write(xml, None);
        }
    }
}

fn section_properties(xml: &mut Xml, document: &Document, section: &Section, index: usize) {
    let grid = &section.grid;
    let margins = [
        ("w:top", grid.top),
        ("w:right", grid.page_width - grid.left - grid.width),
        ("w:bottom", grid.page_height - grid.top - grid.height),
        ("w:left", grid.left),
        ("w:header", Length::mm(15).min(grid.top)),
        (
            "w:footer",
            FOOTER.min(grid.page_height - grid.top - grid.height),
        ),
        ("w:gutter", Length::ZERO),
    ];
    let margins: Vec<(&str, String)> = margins
        .iter()
        .map(|(name, length)| (*name, twips(*length).to_string()))
        .collect();
    let margins: Vec<(&str, &str)> = margins
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let (width, height) = (
        twips(grid.page_width).to_string(),
        twips(grid.page_height).to_string(),
    );
    let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
    if grid.turn != Turn::Portrait {
        size.push(("w:orient", "landscape"));
    }
    xml.within("w:sectPr", &[], |xml| {
        // An empty footer would still take its line from a page without margins.
        let is_letter = document.format == Format::Letter;
        if is_letter || document.page.numbers != PageNumbers::None {
            for (kind, id) in package::FOOTERS {
                xml.leaf("w:footerReference", &[("w:type", kind), ("r:id", id)]);
            }
        }
        xml.value("w:type", "nextPage");
        xml.leaf("w:pgSz", &size);
        xml.leaf("w:pgMar", &margins);
        if index == 0 && document.format == Format::Letter {
            xml.leaf("w:titlePg", &[]);
        }
        document_grid(xml, grid);
    });
}

/// The page's leading in twips, rounded down: a line too high by a hair would cost the page its last
/// line, and LibreOffice would set the lines that are left in the middle of the page.
fn exact_leading(grid: &Grid) -> String {
    (grid.leading().as_um() * 1440 / 25_400).to_string()
}

/// The standard's lines. Paragraphs have the same leading of their own and characters their pitch,
/// since word processors differ in how they snap to a grid of characters.
fn document_grid(xml: &mut Xml, grid: &Grid) {
    let line = exact_leading(grid);
    xml.leaf("w:docGrid", &[("w:type", "lines"), ("w:linePitch", &line)]);
}
