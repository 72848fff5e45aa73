//! Small files to begin from: sound ones of each kind, and hostile ones.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A file as its parts; one part without a name is the file itself.
pub type Parts = Vec<(&'static str, Vec<u8>)>;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const BOOK_RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;
const ROWS: &str = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>社区</t></is></c><c r="B1" t="inlineStr"><is><t>单位名称</t></is></c><c r="C1" t="inlineStr"><is><t>党员数</t></is></c><c r="D1" t="inlineStr"><is><t>加入时间</t></is></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>区文化馆</t></is></c><c r="C2"><v>12</v></c><c r="D2" s="1"><v>45052</v></c></row></sheetData>"#;
const STRINGS: &str = r#"<?xml version="1.0"?><sst uniqueCount="1"><si><t>听雨社区</t></si></sst>"#;
const SHEET_OF_OTHERS: &str = r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="台账"><table:table-row><table:table-cell office:value-type="string"><text:p>社区</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>单位名称</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>听雨社区</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;

/// Every seed by its name.
pub fn seeds() -> Vec<(&'static str, Parts)> {
    let corner = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>"#;
    let address = r#"<sheetData><row><c r="AAAAAAAAAAAAAAAAAAAA1"><v>1</v></c></row></sheetData>"#;
    let merged =
        format!("{ROWS}<mergeCells count=\"1\"><mergeCell ref=\"A2:A1048576\"/></mergeCells>");
    let many = r#"<?xml version="1.0"?><sst uniqueCount="99999999999"><si><t>甲</t></si></sst>"#;
    let older = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let repeated = SHEET_OF_OTHERS.replace("repeated=\"3\"", "repeated=\"1048576\"");
    let plain = |bytes: &[u8]| vec![("", bytes.to_vec())];
    vec![
        ("workbook", workbook(ROWS, STRINGS)),
        ("last-corner", workbook(corner, STRINGS)),
        ("long-address", workbook(address, STRINGS)),
        ("merged-to-the-end", workbook(&merged, STRINGS)),
        ("many-strings", workbook(ROWS, many)),
        ("open-document", open_document(SHEET_OF_OTHERS)),
        ("repeated-rows", open_document(&repeated)),
        (
            "commas",
            plain("社区,单位名称\n听雨社区,\"区,文化馆\"\n".as_bytes()),
        ),
        (
            "gbk",
            plain(b"\xc9\xe7\xc7\xf8,\xb5\xa5\xce\xbb\xc3\xfb\xb3\xc6\r\n"),
        ),
        ("older", plain(older)),
        ("nothing", plain(b"")),
    ]
}

fn workbook(sheet: &str, strings: &str) -> Parts {
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}</worksheet>"#
    );
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/sharedStrings.xml", strings),
    ];
    parts
        .map(|(name, text)| (name, text.as_bytes().to_vec()))
        .into()
}

fn open_document(content: &str) -> Parts {
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    vec![
        ("mimetype", kind.into()),
        ("content.xml", content.as_bytes().to_vec()),
    ]
}

/// The file of its parts.
pub fn file(parts: &[(&'static str, Vec<u8>)]) -> Vec<u8> {
    if let [("", bytes)] = parts {
        return bytes.clone();
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = SimpleFileOptions::default();
        let options = match *name {
            "mimetype" => options.compression_method(zip::CompressionMethod::Stored),
            _ => options,
        };
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
