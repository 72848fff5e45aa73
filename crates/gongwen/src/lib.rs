//! Typesets Chinese official documents (公文) to PDF and .docx after GB/T 9704-2012.
//!
//! A [`Document`] says what the document holds; [`render_pdf`] sets it on the standard's grid
//! (版心 156 × 225 mm, 22 lines of 28 characters of 3号仿宋) with the fonts of a [`FontSet`].
//! The same document and fonts give the same bytes.

mod docx;
mod error;
pub mod fonts;
mod layout;
mod length;
pub mod model;
mod pdf;
mod text;

pub use error::Error;
pub use fonts::{FontConfig, FontSet, FontSource, Role, RoleReport, check_font};
pub use length::Length;
pub use model::{
    Align, Attachment, AttendanceLine, Block, Colophon, Column, ColumnWidth, Document, Format,
    Info, IssuerLine, Margins, PageNumbers, PageOptions, Signature, Span, Table, TextSize,
};
pub use text::Substitution;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// A typeset document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The PDF file.
    pub bytes: Vec<u8>,
    pub pages: u32,
    /// Characters set from another font than their role's.
    pub substitutions: Vec<Substitution>,
}

/// Typesets `document`.
///
/// Characters that cannot be printed (controls, zero-width and direction marks, variation
/// selectors) are dropped; tabs count as spaces.
///
/// # Errors
/// [`Error::MissingGlyph`] for a character that no font has, [`Error::TooLong`] and
/// [`Error::TooWide`] for marks and titles beyond what a page takes, [`Error::TableShape`] and
/// [`Error::TableTooWide`] for tables that do not fit their columns or the page.
pub fn render_pdf(document: &Document, fonts: &FontSet) -> Result<Rendered, Error> {
    let part = Part {
        bookmark: String::new(),
        document,
    };
    render(&[part], &document.info, fonts)
}

/// A document within one file of several.
#[derive(Debug, Clone)]
pub struct Part<'d> {
    /// Its entry in the file's outline; empty for none.
    pub bookmark: String,
    pub document: &'d Document,
}

/// Typesets several documents into one file with a bookmark for each; every document keeps its own
/// page numbers. `info` describes the file.
///
/// # Errors
/// As [`render_pdf`], for the first document that fails.
pub fn render_bundle(parts: &[Part<'_>], info: &Info, fonts: &FontSet) -> Result<Rendered, Error> {
    render(parts, info, fonts)
}

/// Sets `parts`; where a character is missing, with one more installed font that has it.
fn render(parts: &[Part<'_>], info: &Info, fonts: &FontSet) -> Result<Rendered, Error> {
    let mut fonts = fonts.clone();
    loop {
        let done = set(parts, info, &fonts);
        // Each round adds a font that was not looked at before, so there are no more rounds than
        // fonts.
        let more = match &done {
            Err(Error::MissingGlyph { character, .. }) => fonts.lending(*character),
            _ => None,
        };
        match more {
            Some(more) => fonts = more,
            None => return done,
        }
    }
}

fn set(parts: &[Part<'_>], info: &Info, fonts: &FontSet) -> Result<Rendered, Error> {
    let mut shaper = text::Shaper::new(fonts);
    let mut pages = Vec::new();
    let mut bookmarks = Vec::new();
    for part in parts {
        if !part.bookmark.is_empty() {
            bookmarks.push((part.bookmark.clone(), pages.len()));
        }
        pages.extend(layout::compose(part.document, &mut shaper)?);
    }
    Ok(Rendered {
        bytes: pdf::write(&pages, &bookmarks, info, fonts)?,
        pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
        substitutions: shaper.into_substitutions(),
    })
}

/// `text` as something that no line parts, for names: its characters tied by word joiners (U+2060),
/// which are not printed. What is longer than a line is broken all the same.
pub fn unbroken(text: &str) -> String {
    let mut tied = String::with_capacity(text.len() * 2);
    for ch in text.chars() {
        if !tied.is_empty() {
            tied.push(text::WORD_JOINER);
        }
        tied.push(ch);
    }
    tied
}

/// Writes `document` as .docx with the same grid, sizes and places, for revision in a word processor.
/// Fonts are named, not embedded: 方正小标宋简体, 黑体, 楷体_GB2312, 仿宋_GB2312.
///
/// # Errors
/// [`Error::TooLong`] for a title beyond its lines, [`Error::TableShape`] and
/// [`Error::TableTooWide`] for tables that do not fit.
pub fn render_docx(document: &Document) -> Result<Vec<u8>, Error> {
    docx::write(document)
}
