//! Marks to PDF operators.

use printpdf::{
    Color as PdfColor, CurTransMat, Greyscale, Line, LineCapStyle, LinePoint, Mm, Op,
    PdfFontHandle, PdfPage, Point, Pt, Rgb, TextItem, TextMatrix,
};

use super::fonts::{Embedded, Shown};
use crate::layout::{FinishedPage, Mark, Turn};
use crate::length::Length;
use crate::text::{Color, Placed, Style};

/// The red of marks and their rules.
const RED: (f32, f32, f32) = (0.86, 0.0, 0.0);
/// A pen further off than this is put right.
const PEN_TOLERANCE: Length = Length::um(8);

/// The operators of `page`.
pub(super) fn page(page: &FinishedPage, fonts: &Embedded) -> PdfPage {
    let (width, height) = match page.turn {
        Turn::Turned => (page.height, page.width),
        Turn::Portrait | Turn::Landscape => (page.width, page.height),
    };
    let mut ops = Vec::new();
    if page.turn == Turn::Turned {
        ops.push(Op::SaveGraphicsState);
        let shift = points(page.height);
        ops.push(Op::SetTransformationMatrix {
            matrix: CurTransMat::Raw([0.0, 1.0, -1.0, 0.0, shift, 0.0]),
        });
        marks(&page.marks, page.height, fonts, &mut ops);
        ops.push(Op::RestoreGraphicsState);
    } else {
        marks(&page.marks, page.height, fonts, &mut ops);
    }
    marks(&page.furniture, height, fonts, &mut ops);
    PdfPage::new(millimetres(width), millimetres(height), ops)
}

fn marks(marks: &[Mark], height: Length, fonts: &Embedded, ops: &mut Vec<Op>) {
    for mark in marks {
        match mark {
            Mark::Text { x, y, line, turned } => {
                let start = (*x, height - *y);
                for run in runs(&line.glyphs, fonts) {
                    run.show(start, *turned, fonts, ops);
                }
            }
            Mark::Rule {
                x,
                y,
                length,
                thickness,
                color,
                downwards,
            } => {
                let start = (*x, height - *y);
                let end = if *downwards {
                    (start.0, start.1 - *length)
                } else {
                    (start.0 + *length, start.1)
                };
                rule(start, end, *thickness, *color, ops);
            }
        }
    }
}

fn rule(
    start: (Length, Length),
    end: (Length, Length),
    thickness: Length,
    color: Color,
    ops: &mut Vec<Op>,
) {
    // The corners of a table close; a red rule is as long as it is told to be.
    let cap = match color {
        Color::Black => LineCapStyle::ProjectingSquare,
        Color::Red => LineCapStyle::Butt,
    };
    ops.push(Op::SetOutlineColor { col: ink(color) });
    ops.push(Op::SetOutlineThickness {
        pt: Pt(points(thickness)),
    });
    ops.push(Op::SetLineCapStyle { cap });
    let line = Line {
        points: vec![point(start), point(end)],
        is_closed: false,
    };
    ops.push(Op::DrawLine { line });
}

fn point((x, y): (Length, Length)) -> LinePoint {
    LinePoint {
        p: Point {
            x: Pt(points(x)),
            y: Pt(points(y)),
        },
        bezier: false,
    }
}

/// Glyphs of one font and style, shown in one go.
struct Run<'g> {
    glyphs: &'g [Placed],
    style: Style,
}

/// Cuts `glyphs` where the font or the style changes.
fn runs<'g>(glyphs: &'g [Placed], fonts: &Embedded) -> Vec<Run<'g>> {
    let same = |a: &Placed, b: &Placed| {
        let font = |placed| fonts.show(placed).map(|shown| shown.font);
        a.style.size == b.style.size
            && a.style.color == b.style.color
            && a.style.condense == b.style.condense
            && font(a) == font(b)
    };
    let chunks = glyphs.chunk_by(same);
    chunks
        .filter_map(|glyphs| {
            Some(Run {
                style: glyphs.first()?.style,
                glyphs,
            })
        })
        .collect()
}

impl Run<'_> {
    fn show(&self, (x, y): (Length, Length), turned: bool, fonts: &Embedded, ops: &mut Vec<Op>) {
        let Some((first, shown)) = self.glyphs.first().and_then(|g| Some((g, fonts.show(g)?)))
        else {
            return;
        };
        let spacing = self.common_spacing(fonts);
        ops.push(Op::StartTextSection);
        ops.push(Op::SetFillColor {
            col: ink(self.style.color),
        });
        ops.push(Op::SetFont {
            font: PdfFontHandle::External(shown.font.clone()),
            size: Pt(points(self.style.size)),
        });
        ops.push(Op::SetHorizontalScaling {
            percent: self.style.condense as f32,
        });
        // PDF scales the space between characters along with them.
        ops.push(Op::SetCharacterSpacing {
            multiplier: points(spacing) * 100.0 / self.style.condense as f32,
        });
        let (way, x) = if turned {
            (-1.0, x - first.x)
        } else {
            (1.0, x + first.x)
        };
        let matrix = TextMatrix::Raw([way, 0.0, 0.0, way, points(x), points(y)]);
        ops.push(Op::SetTextMatrix { matrix });
        ops.push(Op::ShowText {
            items: self.items(spacing, fonts),
        });
        ops.push(Op::EndTextSection);
    }

    fn natural_advance(&self, shown: Shown<'_>) -> Length {
        self.style
            .size
            .scaled(shown.advance * self.style.condense, 100_000)
    }

    /// Spacing after the first glyph, which most glyphs of a run share.
    fn common_spacing(&self, fonts: &Embedded) -> Length {
        let mut spacings: Vec<Length> = self
            .glyphs
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] => Some(b.x - a.x - self.natural_advance(fonts.show(a)?)),
                _ => None,
            })
            .collect();
        spacings.sort_unstable();
        spacings
            .get(spacings.len() / 2)
            .copied()
            .unwrap_or_default()
    }

    /// Text with corrections where the pen would leave a glyph's place.
    fn items(&self, spacing: Length, fonts: &Embedded) -> Vec<TextItem> {
        let mut items = Vec::new();
        let mut text = String::new();
        let mut pen = self.glyphs.first().map_or(Length::ZERO, |g| g.x);
        for placed in self.glyphs {
            let off = placed.x - pen;
            if off > PEN_TOLERANCE || off < -PEN_TOLERANCE {
                if !text.is_empty() {
                    items.push(TextItem::Text(std::mem::take(&mut text)));
                }
                items.push(TextItem::Offset(self.offset(off)));
                pen = placed.x;
            }
            text.push(placed.ch);
            let advance = fonts.show(placed).map(|shown| self.natural_advance(shown));
            pen += advance.unwrap_or_default() + spacing;
        }
        items.push(TextItem::Text(text));
        items
    }

    /// A move to the right by `length` as the operator wants it: thousandths, leftwards.
    fn offset(&self, length: Length) -> f32 {
        let size = self.style.size.as_um() * self.style.condense;
        let tenths = -length.as_um() * 100 * 10_000 / size.max(1);
        tenths as f32 / 10.0
    }
}

fn ink(color: Color) -> PdfColor {
    match color {
        Color::Black => PdfColor::Greyscale(Greyscale {
            percent: 0.0,
            icc_profile: None,
        }),
        Color::Red => PdfColor::Rgb(Rgb {
            r: RED.0,
            g: RED.1,
            b: RED.2,
            icc_profile: None,
        }),
    }
}

/// Points to three decimals, so that numbers stay short in the file.
fn points(length: Length) -> f32 {
    (length.to_points() * 1000.0).round() / 1000.0
}

fn millimetres(length: Length) -> Mm {
    Mm(length.as_um() as f32 / 1000.0)
}
