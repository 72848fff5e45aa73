//! Pages to a PDF file that is the same for the same input.

mod content;
mod fonts;

use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Document as File, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{
    CustomPdfConformance, PageAnnotId, PageAnnotation, PdfConformance, PdfDocument,
    PdfDocumentInfo, PdfFont, PdfSaveOptions,
};

use crate::error::Error;
use crate::fonts::FontSet;
use crate::layout::{FinishedPage, Turn};
use crate::model::Info;

/// PDF 1.7: the first with everything used here (fonts of OpenType kind are of 1.6).
const VERSION: &str = "1.7";

/// Writes `pages` with the fonts they use embedded; `bookmarks` name pages by index.
pub(crate) fn write(
    pages: &[FinishedPage],
    bookmarks: &[(String, usize)],
    info: &Info,
    set: &FontSet,
) -> Result<Vec<u8>, Error> {
    let embedded = fonts::Embedded::new(pages, set)?;
    let mut document = PdfDocument::new(&info.title);
    document.metadata.info = document_info(info);
    document.pages = pages
        .iter()
        .map(|page| content::page(page, &embedded))
        .collect();
    for (id, font) in embedded.fonts {
        document.resources.fonts.map.insert(id, PdfFont::new(font));
    }
    for (order, (name, page)) in bookmarks.iter().enumerate() {
        let annotation = PageAnnotation {
            name: name.clone(),
            // The library counts the pages of bookmarks from 1.
            page: page + 1,
        };
        let id = PageAnnotId(format!("{order:08}"));
        document.bookmarks.map.insert(id, annotation);
    }
    let mut file = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    // Given up first: both it and the file hold every font.
    drop(document);
    finish(&mut file, info)?;
    turn_pages(&mut file, pages)?;
    save(&mut file)
}

fn document_info(info: &Info) -> PdfDocumentInfo {
    PdfDocumentInfo {
        document_title: info.title.clone(),
        author: info.author.clone(),
        subject: info.subject.clone(),
        creator: "gongwen".into(),
        producer: "gongwen".into(),
        // XMP stays out: the library writes texts into it as they are, without escapes.
        conformance: PdfConformance::Custom(CustomPdfConformance {
            requires_icc_profile: false,
            requires_xmp_metadata: false,
            ..CustomPdfConformance::default()
        }),
        ..PdfDocumentInfo::default()
    }
}

/// Replaces what the PDF library takes from counters and clocks, and adds language and title bar.
fn finish(file: &mut File, info: &Info) -> Result<(), Error> {
    file.version = VERSION.into();
    let date = info.created.format("D:%Y%m%d%H%M%S+08'00'").to_string();
    let entries = file
        .trailer
        .get(b"Info")
        .and_then(Object::as_reference)
        .map_err(broken)?;
    let entries = file.get_dictionary_mut(entries).map_err(broken)?;
    for key in ["Trapped", "GTS_PDFXVersion", "Identifier", "Keywords"] {
        entries.remove(key.as_bytes());
    }
    entries.set("CreationDate", Object::string_literal(date.clone()));
    entries.set("ModDate", Object::string_literal(date));
    let catalog = file.catalog_mut().map_err(broken)?;
    if catalog.has(b"Outlines") {
        catalog.set("PageMode", "UseOutlines");
    }
    catalog.set("Lang", Object::string_literal("zh-CN"));
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    let id = Object::String(
        identifier(&info.identifier).to_vec(),
        StringFormat::Hexadecimal,
    );
    file.trailer.set("ID", vec![id.clone(), id]);
    Ok(())
}

/// Shows turned pages upright on screen; on paper their heads lie at the left edge.
fn turn_pages(file: &mut File, pages: &[FinishedPage]) -> Result<(), Error> {
    let ids: Vec<ObjectId> = file.page_iter().collect();
    for (id, page) in ids.into_iter().zip(pages) {
        if page.turn == Turn::Turned {
            file.get_dictionary_mut(id)
                .map_err(broken)?
                .set("Rotate", 90);
        }
    }
    Ok(())
}

fn save(file: &mut File) -> Result<Vec<u8>, Error> {
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object {
            deflate(stream).map_err(|e| Error::Pdf(e.to_string()))?;
        }
    }
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)
        .map_err(|e| Error::Pdf(e.to_string()))?;
    Ok(bytes)
}

/// Compresses `stream` at the usual level. The PDF library's own way takes the highest, which costs
/// more time than all the typesetting and saves about one byte in a hundred.
fn deflate(stream: &mut Stream) -> std::io::Result<()> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&stream.content)?;
    let deflated = encoder.finish()?;
    if deflated.len() < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(deflated);
    }
    Ok(())
}

fn broken(error: lopdf::Error) -> Error {
    Error::Pdf(error.to_string())
}

/// 16 bytes from `text`: its hexadecimal digits, or a hash of whatever else it is.
fn identifier(text: &str) -> [u8; 16] {
    let digits: String = text.chars().filter(|c| *c != '-').collect();
    u128::from_str_radix(&digits, 16)
        .unwrap_or_else(|_| hash(text))
        .to_be_bytes()
}

/// FNV-1a in 128 bits.
fn hash(text: &str) -> u128 {
    text.bytes()
        .fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, |hash, byte| {
            (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_hexadecimal_or_hashed() {
        assert_eq!(identifier("0f")[15], 15);
        assert_eq!(identifier("0190a5f2-7a3b-7c00-8000-000000000001")[0], 1);
        assert_ne!(identifier("会议纪要"), identifier("会议通知"));
        assert_ne!(identifier(&"f".repeat(64)), identifier(&"e".repeat(64)));
    }
}
