//! Typesets Chinese official documents (公文) to PDF after GB/T 9704-2012.
//!
//! A [`Document`] says what the document holds; [`render_pdf`] sets it on the standard's grid
//! (版心 156 × 225 mm, 22 lines of 28 characters of 3号仿宋) with the fonts of a [`FontSet`].
//! The same document and fonts give the same bytes.

mod error;
pub mod fonts;
mod layout;
mod length;
pub mod model;
mod pdf;
mod text;

pub use error::Error;
pub use fonts::{FontConfig, FontSet, FontSource, Role, RoleReport};
pub use length::Length;
pub use model::{
    Align, Attachment, AttendanceLine, Block, Colophon, Column, ColumnWidth, Document, Format,
    Info, IssuerLine, Margins, PageNumbers, PageOptions, Signature, Span, Table, TextSize,
};
pub use text::Substitution;

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
    let mut shaper = text::Shaper::new(fonts);
    let pages = layout::compose(document, &mut shaper)?;
    Ok(Rendered {
        bytes: pdf::write(&pages, &document.info, fonts)?,
        pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
        substitutions: shaper.into_substitutions(),
    })
}
