//! The .docx files, read by a word processor where one is installed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::io::{Cursor, Read};
use std::process::Command;

use gongwen::{Block, Document, render_docx};
use poppler::Pdf;
use zip::ZipArchive;

mod poppler;
mod samples;

fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// Text of all runs, in order.
fn text(file: &[u8]) -> String {
    let xml = part(file, "word/document.xml");
    let runs = xml.split("<w:t xml:space=\"preserve\">").skip(1);
    let text: String = runs.filter_map(|run| run.split("</w:t>").next()).collect();
    text.replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_text_is_that_of_the_pdf() {
    for document in [samples::minutes(), samples::letter(), samples::request()] {
        let file = render_docx(&document).unwrap();
        assert_eq!(bare(&text(&file)), Pdf::of(&document).text());
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = samples::notice();
    assert_eq!(
        render_docx(&document).unwrap(),
        render_docx(&document).unwrap()
    );
}

#[test]
fn page_and_lines_are_the_standards() {
    let xml = part(
        &render_docx(&samples::minutes()).unwrap(),
        "word/document.xml",
    );
    assert!(xml.contains(r#"<w:pgSz w:w="11906" w:h="16838"/>"#));
    assert!(xml.contains(r#"w:top="2098""#) && xml.contains(r#"w:left="1587""#));
    assert!(xml.contains(r#"<w:docGrid w:type="lines" w:linePitch="579"/>"#));
}

#[test]
fn a_letter_has_its_two_double_rules() {
    let file = render_docx(&samples::letter()).unwrap();
    assert!(part(&file, "word/document.xml").contains(r#"<w:bottom w:val="thickThinSmallGap""#));
    let foot = part(&file, "word/footer3.xml");
    assert!(foot.contains(r#"<w:top w:val="thinThickSmallGap""#));
    assert!(!foot.contains("PAGE"), "its first page is not numbered");
    let minutes = render_docx(&samples::minutes()).unwrap();
    assert!(!part(&minutes, "word/document.xml").contains("titlePg"));
}

#[test]
fn markup_in_text_is_text() {
    let document = Document {
        body: vec![Block::paragraph("甲<w:p>&\"乙\u{0}\u{FFFF}")],
        ..Document::default()
    };
    assert_eq!(text(&render_docx(&document).unwrap()), "甲<w:p>&\"乙");
}

#[test]
fn an_addressee_too_long_for_the_first_page_moves_to_the_colophon() {
    let mut document = samples::notice();
    document.attachments.clear();
    document.addressee = Some(vec!["某某某某单位"; 48].join("，"));
    let set = bare(&text(&render_docx(&document).unwrap()));
    assert!(set.contains("主送：某某某某单位，"));
    assert_eq!(set, Pdf::of(&document).text());
}

#[test]
fn listed_titles_and_annotations_are_those_of_the_pdf() {
    let mut document = samples::request();
    document.annotation = Some("联系人：刘静（党群办）".into());
    document.attachments = vec![gongwen::Attachment {
        title: "《听雨社区轮值工作办法（试行）》。".into(),
        ..gongwen::Attachment::default()
    }];
    let set = bare(&text(&render_docx(&document).unwrap()));
    assert!(set.contains("附件：《听雨社区轮值工作办法（试行）》听雨社区"));
    assert!(set.contains("（联系人：刘静（党群办））"));
    assert_eq!(set, Pdf::of(&document).text());
}

#[test]
fn kept_blocks_are_written_and_kept_with_the_paragraph_before() {
    let line = |text: &str| Block::Line {
        align: gongwen::Align::Left,
        text: text.into(),
    };
    let document = Document {
        format: gongwen::Format::Plain,
        body: vec![
            Block::paragraph("正文。"),
            Block::Blank,
            Block::closing(vec![line("主持人（签字）："), line("日期：")]),
        ],
        ..Document::default()
    };
    let file = render_docx(&document).unwrap();
    assert_eq!(text(&file), "正文。主持人（签字）：日期：");
    let xml = part(&file, "word/document.xml");
    assert_eq!(xml.matches("<w:keepNext/>").count(), 3);
}

/// What of `xml` precedes the paragraph with `text`, back to the one with `start`.
fn between<'x>(xml: &'x str, start: &str, text: &str) -> &'x str {
    let paragraph = |text: &str| xml[..xml.find(text).unwrap()].rfind("<w:p>").unwrap();
    &xml[paragraph(start)..paragraph(text)]
}

/// Whether every paragraph of `xml` stays with the one after it.
fn all_kept(xml: &str) -> bool {
    xml.matches("<w:p>").count() == xml.matches("<w:keepNext/>").count()
}

#[test]
fn a_list_of_attachments_stays_with_the_signature_and_the_text() {
    let document = samples::request();
    let attachment = |number: usize| gongwen::Attachment {
        title: format!("第{number}号附件"),
        ..gongwen::Attachment::default()
    };
    let of = |count: usize| {
        let document = Document {
            body: vec![Block::paragraph("甲。"), Block::paragraph("末段。")],
            attachments: (1..=count).map(attachment).collect(),
            ..document.clone()
        };
        part(&render_docx(&document).unwrap(), "word/document.xml")
    };
    let date = "年";
    let signed = of(3);
    assert!(all_kept(between(&signed, "末段。", date)));
    assert!(!all_kept(between(&signed, "甲。", "末段。")));
    let long = of(9);
    assert!(all_kept(between(&long, "第9号附件", date)));
    assert!(!all_kept(between(&long, "末段。", "第9号附件")));
}

#[test]
fn a_table_stays_with_the_signature_by_its_last_row() {
    let table = gongwen::Table {
        columns: vec![gongwen::Column::default(); 2],
        rows: vec![vec!["首行".into()], vec!["末行".into()]],
        ..gongwen::Table::default()
    };
    let closing = Block::closing(vec![Block::Line {
        align: gongwen::Align::Left,
        text: "签字：".into(),
    }]);
    let closed = Document {
        format: gongwen::Format::Plain,
        body: vec![Block::Table(table.clone()), Block::Blank, closing],
        ..Document::default()
    };
    let signed = Document {
        body: vec![Block::Table(table)],
        attachments: Vec::new(),
        ..samples::request()
    };
    for (document, last) in [(closed, "签字："), (signed, "年")] {
        let xml = part(&render_docx(&document).unwrap(), "word/document.xml");
        assert!(all_kept(between(&xml, "末行", last)), "{last}");
        assert!(!between(&xml, "首行", "末行").contains("keepNext"));
    }
}

#[test]
fn sums_stay_with_the_row_above_them() {
    let row = |text: &str| vec![text.to_owned()];
    let document = Document {
        body: vec![Block::Table(gongwen::Table {
            columns: vec![gongwen::Column::default()],
            rows: vec![row("首行"), row("末行"), row("合计")],
            totals: true,
            ..gongwen::Table::default()
        })],
        ..Document::default()
    };
    let xml = part(&render_docx(&document).unwrap(), "word/document.xml");
    assert!(!between(&xml, "首行", "末行").contains("keepNext"));
    assert!(all_kept(between(&xml, "末行", "合计")));
}

/// What a word processor makes of `documents`; nothing where none is installed.
fn converted(documents: &[Document]) -> Option<Vec<Pdf>> {
    if Command::new("soffice").arg("--version").output().is_err() {
        eprintln!("skipped: LibreOffice is not installed");
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        folder.path().display()
    );
    let named = |index: usize, kind: &str| folder.path().join(format!("{index}.{kind}"));
    for (index, document) in documents.iter().enumerate() {
        std::fs::write(named(index, "docx"), render_docx(document).unwrap()).unwrap();
    }
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .args((0..documents.len()).map(|index| named(index, "docx")))
        .output()
        .unwrap();
    assert!(output.status.success());
    let made = (0..documents.len()).map(|index| std::fs::read(named(index, "pdf")).unwrap());
    Some(made.map(Pdf::made_elsewhere).collect())
}

#[test]
fn a_word_processor_makes_as_many_pages_of_it() {
    let documents = [
        samples::minutes(),
        samples::notice(),
        samples::table(40),
        samples::table(1200),
    ];
    for (document, made) in documents
        .iter()
        .zip(converted(&documents).into_iter().flatten())
    {
        let pages = Pdf::of(document).rendered.pages;
        let off = made.rendered.pages.abs_diff(pages);
        assert!(off <= 1, "{}: {off} pages off", document.title);
    }
}

#[test]
fn a_word_processor_too_hangs_the_colophon_at_the_foot_of_the_last_page() {
    let filled = |lines: usize| Document {
        body: vec![Block::paragraph("正文的一行。"); lines],
        ..samples::minutes()
    };
    let mut documents: Vec<Document> = (1..=25).step_by(4).map(filled).collect();
    documents.extend([samples::minutes(), samples::notice(), samples::letter()]);
    for (document, made) in documents
        .iter()
        .zip(converted(&documents).into_iter().flatten())
    {
        let words = made.words();
        let label = match document.format {
            gongwen::Format::Minutes => "分送：",
            _ => "抄送：",
        };
        let of_colophon = |w: &&poppler::Word| w.text.contains(label) || w.text.contains("印发");
        let found: Vec<_> = words.iter().filter(of_colophon).collect();
        let last = found.last().unwrap();
        let about = format!("{} paragraphs: {found:?}", document.body.len());
        assert!((255.0..264.0).contains(&last.bottom), "{about}");
        assert!(
            found.iter().all(|w| w.page == made.rendered.pages as usize),
            "{about}"
        );
        let pages = Pdf::of(document).rendered.pages;
        assert!(made.rendered.pages.abs_diff(pages) <= 1, "{about}");
    }
}

#[test]
fn text_that_fills_its_pages_is_not_followed_by_a_blank_one() {
    let plain = |body: Vec<Block>| Document {
        format: gongwen::Format::Plain,
        body,
        ..Document::default()
    };
    let filled = |lines: usize| plain(vec![Block::paragraph("正文的一行。"); lines]);
    let mut documents: Vec<Document> = (43..=45).map(filled).collect();
    documents.push(plain(vec![Block::Table(gongwen::Table {
        columns: vec![gongwen::Column::default()],
        ..gongwen::Table::default()
    })]));
    for (document, made) in documents
        .iter()
        .zip(converted(&documents).into_iter().flatten())
    {
        let pages = Pdf::of(document).rendered.pages;
        assert_eq!(made.rendered.pages, pages, "{}", document.body.len());
    }
    for (document, closed) in documents.iter().zip([0, 0, 0, 1]) {
        let xml = part(&render_docx(document).unwrap(), "word/document.xml");
        let end = xml.find("<w:sectPr>").unwrap();
        let after_text = xml[..end].rsplit("</w:t>").next().unwrap();
        assert_eq!(after_text.matches("<w:p>").count(), closed);
    }
}
