//! The parts of a .docx file and their packing.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::paragraph::{Border, Run, twips, write_border};
use super::xml::Xml;
use crate::error::Error;
use crate::fonts::Role;
use crate::layout::{Grid, SIZE_FOUR, SIZE_THREE};
use crate::length::Length;
use crate::model::{Info, PageNumbers, PageOptions};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const CORE_RELATIONSHIP: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// Names of the footers of odd and even pages, and of a letter's first page.
pub(super) const FOOTERS: [(&str, &str); 3] = [
    ("default", "rIdOdd"),
    ("even", "rIdEven"),
    ("first", "rIdFirst"),
];

/// A letter's lower rule: 170 mm in the middle of the paper, 20 mm above its foot (10.1.3).
const LETTER_FOOT: (Length, Length, Length) = (Length::mm(20), Length::mm(277), Length::mm(170));
const LETTER_FOOT_RULE: Border = Border {
    kind: "thinThickSmallGap",
    eighths: 36,
    red: true,
    space: 0,
};

/// Packs `body`, the finished `word/document.xml`, with everything it refers to.
pub(super) fn pack(
    body: String,
    options: &PageOptions,
    info: &Info,
    grid: &Grid,
) -> Result<Vec<u8>, Error> {
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relationships()),
        ("docProps/core.xml", core_properties(info)),
        ("word/document.xml", body),
        ("word/styles.xml", styles(grid)),
        ("word/settings.xml", settings(options)),
        ("word/footer1.xml", footer(options, grid, false)),
        ("word/footer2.xml", footer(options, grid, true)),
        ("word/footer3.xml", letter_footer(options)),
        ("word/_rels/document.xml.rels", document_relationships()),
    ];
    zipped(&parts).map_err(|e| Error::Docx(e.to_string()))
}

fn zipped(parts: &[(&str, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        // Not the present, so that the same document makes the same file.
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        file.start_file(*name, options)?;
        file.write_all(text.as_bytes())?;
    }
    Ok(file.finish()?.into_inner())
}

/// Attributes of a WordprocessingML root.
pub(super) const ROOT: [(&str, &str); 2] = [("xmlns:w", W), ("xmlns:r", R)];

fn content_types() -> String {
    let mut xml = Xml::document();
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.within("Types", &[("xmlns", namespace)], |xml| {
        let relationships = "application/vnd.openxmlformats-package.relationships+xml";
        xml.leaf(
            "Default",
            &[("Extension", "rels"), ("ContentType", relationships)],
        );
        xml.leaf(
            "Default",
            &[("Extension", "xml"), ("ContentType", "application/xml")],
        );
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        xml.leaf(
            "Override",
            &[("PartName", "/docProps/core.xml"), ("ContentType", core)],
        );
        for (part, kind) in [
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("footer1", "footer"),
            ("footer2", "footer"),
            ("footer3", "footer"),
        ] {
            let (name, kind) = (format!("/word/{part}.xml"), format!("{WORD}.{kind}+xml"));
            xml.leaf("Override", &[("PartName", &name), ("ContentType", &kind)]);
        }
    });
    xml.into_string()
}

fn relationships(targets: &[(&str, &str, &str)]) -> String {
    let mut xml = Xml::document();
    xml.within("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        for (id, kind, target) in targets {
            xml.leaf(
                "Relationship",
                &[("Id", id), ("Type", kind), ("Target", target)],
            );
        }
    });
    xml.into_string()
}

fn package_relationships() -> String {
    let document = format!("{R}/officeDocument");
    relationships(&[
        ("rId1", &document, "word/document.xml"),
        ("rId2", CORE_RELATIONSHIP, "docProps/core.xml"),
    ])
}

fn document_relationships() -> String {
    let kind = |name: &str| format!("{R}/{name}");
    relationships(&[
        ("rIdStyles", &kind("styles"), "styles.xml"),
        ("rIdSettings", &kind("settings"), "settings.xml"),
        ("rIdOdd", &kind("footer"), "footer1.xml"),
        ("rIdEven", &kind("footer"), "footer2.xml"),
        ("rIdFirst", &kind("footer"), "footer3.xml"),
    ])
}

fn core_properties(info: &Info) -> String {
    let mut xml = Xml::document();
    let namespaces = [
        ("xmlns:cp", CORE),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let date = info.created.format("%Y-%m-%dT%H:%M:%S+08:00").to_string();
    xml.within("cp:coreProperties", &namespaces, |xml| {
        xml.within("dc:title", &[], |xml| xml.text(&info.title));
        xml.within("dc:subject", &[], |xml| xml.text(&info.subject));
        xml.within("dc:creator", &[], |xml| xml.text(&info.author));
        xml.within("dc:identifier", &[], |xml| xml.text(&info.identifier));
        for tag in ["dcterms:created", "dcterms:modified"] {
            xml.within(tag, &[("xsi:type", "dcterms:W3CDTF")], |xml| {
                xml.text(&date)
            });
        }
    });
    xml.into_string()
}

/// Defaults: 3号仿宋, exact leading, 避头尾, no space between Chinese and Latin.
fn styles(grid: &Grid) -> String {
    let mut xml = Xml::document();
    let leading = super::exact_leading(grid);
    xml.within("w:styles", &ROOT, |xml| {
        xml.within("w:docDefaults", &[], |xml| {
            xml.within("w:rPrDefault", &[], |xml| default_run(xml, grid));
            xml.within("w:pPrDefault", &[], |xml| {
                xml.within("w:pPr", &[], |xml| {
                    xml.value("w:widowControl", "0");
                    xml.value("w:kinsoku", "1");
                    xml.value("w:overflowPunct", "0");
                    xml.value("w:autoSpaceDE", "0");
                    xml.value("w:autoSpaceDN", "0");
                    xml.value("w:snapToGrid", "0");
                    let spacing = [
                        ("w:before", "0"),
                        ("w:after", "0"),
                        ("w:line", leading.as_str()),
                        ("w:lineRule", "exact"),
                    ];
                    xml.leaf("w:spacing", &spacing);
                    xml.value("w:jc", "both");
                });
            });
        });
        let normal = [
            ("w:type", "paragraph"),
            ("w:default", "1"),
            ("w:styleId", "a"),
        ];
        xml.within("w:style", &normal, |xml| xml.value("w:name", "Normal"));
    });
    xml.into_string()
}

/// 3号仿宋, each character as wide as a cell of the grid.
fn default_run(xml: &mut Xml, grid: &Grid) {
    let tracking = twips(grid.pitch - SIZE_THREE).to_string();
    let size = (twips(SIZE_THREE) / 10).to_string();
    xml.within("w:rPr", &[], |xml| {
        Run::new(Role::Fang, SIZE_THREE, "").fonts(xml);
        xml.value("w:spacing", &tracking);
        xml.value("w:sz", &size);
        xml.value("w:szCs", &size);
        xml.leaf("w:lang", &[("w:val", "en-US"), ("w:eastAsia", "zh-CN")]);
    });
}

fn settings(options: &PageOptions) -> String {
    let mut xml = Xml::document();
    xml.within("w:settings", &ROOT, |xml| {
        // Without it Word passes over the footer of even pages.
        if options.two_sided {
            xml.leaf("w:evenAndOddHeaders", &[]);
        }
        xml.value("w:characterSpacingControl", "compressPunctuation");
        xml.value("w:themeFontLang", "zh-CN");
    });
    xml.into_string()
}

/// `— 1 —` at the outer side.
fn footer(options: &PageOptions, grid: &Grid, even: bool) -> String {
    let mut xml = Xml::document();
    let side = match options.numbers {
        PageNumbers::Centered => "center",
        _ if even => "left",
        _ => "right",
    };
    let inset = twips(SIZE_FOUR).to_string();
    let line = twips(grid.leading().min(SIZE_FOUR)).to_string();
    xml.within("w:ftr", &ROOT, |xml| {
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| {
                xml.leaf("w:spacing", &[("w:line", &line), ("w:lineRule", "exact")]);
                xml.leaf("w:ind", &[("w:left", &inset), ("w:right", &inset)]);
                xml.value("w:jc", side);
            });
            if options.numbers != PageNumbers::None {
                page_field(xml);
            }
        });
    });
    xml.into_string()
}

/// The foot of a letter's first page: a frame that bears its lower double rule, and no number.
fn letter_footer(options: &PageOptions) -> String {
    let mut xml = Xml::document();
    let (x, y, width) = LETTER_FOOT;
    let [x, y, width] = [x, y, width].map(|length| twips(length).to_string());
    let frame = [
        ("w:w", width.as_str()),
        ("w:h", "20"),
        ("w:hRule", "exact"),
        ("w:wrap", "around"),
        ("w:vAnchor", "page"),
        ("w:hAnchor", "page"),
        ("w:x", &x),
        ("w:y", &y),
    ];
    xml.within("w:ftr", &ROOT, |xml| {
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| {
                xml.leaf("w:framePr", &frame);
                if !options.preprinted_head {
                    xml.within("w:pBdr", &[], |xml| {
                        write_border(xml, "w:top", LETTER_FOOT_RULE);
                    });
                }
                xml.leaf("w:spacing", &[("w:line", "20"), ("w:lineRule", "exact")]);
            });
        });
        xml.within("w:p", &[], |_| {});
    });
    xml.into_string()
}

fn page_field(xml: &mut Xml) {
    let run = Run::new(Role::Song, SIZE_FOUR, "");
    let mut piece = |content: &dyn Fn(&mut Xml)| {
        xml.within("w:r", &[], |xml| {
            run.properties(xml);
            content(xml);
        });
    };
    let text = |xml: &mut Xml, text: &str| {
        xml.within("w:t", &[("xml:space", "preserve")], |xml| xml.text(text));
    };
    piece(&|xml| text(xml, "— "));
    piece(&|xml| xml.leaf("w:fldChar", &[("w:fldCharType", "begin")]));
    piece(&|xml| xml.within("w:instrText", &[], |xml| xml.text("PAGE")));
    piece(&|xml| xml.leaf("w:fldChar", &[("w:fldCharType", "separate")]));
    // Stands there until the word processor counts.
    piece(&|xml| text(xml, "1"));
    piece(&|xml| xml.leaf("w:fldChar", &[("w:fldCharType", "end")]));
    piece(&|xml| text(xml, " —"));
}
