//! Whole documents: text, fonts, size, repeatability, and what is refused.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use gongwen::{
    Attachment, AttendanceLine, Block, Column, Document, Error, Format, Info, Part, Table,
    render_bundle, render_pdf,
};
use poppler::{Pdf, fonts};
use proptest::prelude::*;

mod poppler;
mod samples;

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Every text of a document without tables, in reading order.
fn source(document: &Document) -> String {
    let mut text = String::new();
    let mut add = |part: &str| text.push_str(&squeezed(part));
    document.mark.iter().for_each(|t| add(t));
    document.issue.iter().for_each(|t| add(t));
    if let Some(line) = &document.issuer_line {
        add(&line.issuer);
        add(&line.date);
    }
    add(&document.title);
    for block in &document.body {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text } => add(text),
            Block::RunIn { lead, text, .. } => {
                add(lead);
                add(text);
            }
            _ => {}
        }
    }
    for line in &document.attendance {
        add(&format!("{}：{}", line.label, line.text));
    }
    if let Some(colophon) = &document.colophon {
        let receivers = colophon.distribution.join("，");
        add(&format!("{}：{receivers}。", colophon.distribution_label));
        add(&colophon.printer);
        add("2026年11月26日印发");
    }
    text
}

#[test]
fn the_text_of_minutes_comes_back_whole() {
    let document = samples::minutes();
    assert_eq!(Pdf::of(&document).text(), source(&document));
}

#[test]
fn rare_characters_are_set_and_come_back() {
    let names = "喆堃玥昇祎龑垚䶮㛃𬱖𬭬𫖯𬀩\u{2CD9F}张三·买买提";
    let document = Document {
        format: Format::Plain,
        title: format!("{names}同志任职名单"),
        body: vec![
            Block::heading(1, names),
            Block::heading(2, names),
            Block::paragraph(names),
        ],
        attendance: vec![AttendanceLine {
            label: "出席".into(),
            text: names.into(),
        }],
        ..Document::default()
    };
    let pdf = Pdf::of(&document);
    assert_eq!(pdf.text(), source(&document));
    let lent = &pdf.rendered.substitutions;
    assert!(
        lent.iter()
            .any(|s| s.character == '𬱖' && s.font == "Tongxin Kai")
    );
}

#[test]
fn all_fonts_are_embedded_subsets_with_text() {
    for document in [samples::minutes(), samples::notice(), samples::letter()] {
        let fonts = Pdf::of(&document).fonts();
        assert!(!fonts.is_empty());
        for font in fonts {
            assert!(font.contains("yes yes yes"), "{font}");
        }
    }
}

#[test]
fn minutes_of_three_pages_stay_small() {
    let rendered = Pdf::of(&samples::minutes()).rendered;
    assert_eq!(rendered.pages, 3);
    assert!(
        rendered.bytes.len() < 150_000,
        "{} bytes",
        rendered.bytes.len()
    );
}

#[test]
fn characters_that_share_a_glyph_come_back_apart() {
    // In the bundled 仿宋 · • ・ are one glyph, and so are the ideograph 一 and the radical ⼀.
    let text = "买买提·阿卜杜拉•甲・乙，⼀一";
    let document = Document {
        format: Format::Plain,
        body: vec![Block::paragraph(text)],
        ..Document::default()
    };
    assert_eq!(Pdf::of(&document).text(), text);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = samples::notice();
    let json = serde_json::to_string(&document).unwrap();
    let frozen: Document = serde_json::from_str(&json).unwrap();
    assert_eq!(frozen, document);
    let first = render_pdf(&document, fonts()).unwrap();
    assert_eq!(first, render_pdf(&document, fonts()).unwrap());
    assert_eq!(first, render_pdf(&frozen, fonts()).unwrap());
}

#[test]
fn a_document_of_few_fields_can_be_read_from_json() {
    let document: Document =
        serde_json::from_str(r#"{"title":"通知","body":[{"kind":"paragraph","text":"正文"}]}"#)
            .unwrap();
    assert_eq!(Pdf::of(&document).rendered.pages, 1);
}

#[test]
fn a_missing_character_is_named_with_its_place() {
    let document = Document {
        title: "关于\u{1F600}的通知".into(),
        ..Document::default()
    };
    let error = render_pdf(&document, fonts()).unwrap_err();
    assert!(matches!(
        &error,
        Error::MissingGlyph {
            character: '\u{1F600}',
            ..
        }
    ));
    let message = error.to_string();
    assert!(message.contains("U+1F600") && message.contains("标题") && message.contains("关于"));
}

#[test]
fn too_long_a_title_or_mark_is_told() {
    let title = Document {
        title: "长".repeat(3000),
        ..Document::default()
    };
    assert!(matches!(
        render_pdf(&title, fonts()),
        Err(Error::TooLong {
            place: "标题", ..
        })
    ));
    let mark = Document {
        mark: Some("长".repeat(60)),
        ..Document::default()
    };
    assert!(matches!(
        render_pdf(&mark, fonts()),
        Err(Error::TooWide { .. })
    ));
}

#[test]
fn strange_text_neither_crashes_nor_gets_lost() {
    let text = "\u{0}\u{7}甲\u{202E}乙\u{FEFF}丙\r\n\r\n丁\t戊";
    let document = Document {
        format: Format::Plain,
        body: vec![
            Block::paragraph(text),
            Block::paragraph(""),
            Block::paragraph("字".repeat(10_000)),
            Block::paragraph("W".repeat(500)),
            Block::paragraph("，".repeat(200)),
            Block::paragraph("（".repeat(200)),
            Block::Table(Table::default()),
        ],
        ..Document::default()
    };
    assert!(matches!(
        render_pdf(&document, fonts()),
        Err(Error::TableTooWide { columns: 0 })
    ));
    let mut sound = document;
    sound.body.pop();
    let text = Pdf::of(&sound).text();
    assert!(text.starts_with("甲乙丙丁戊"));
    assert_eq!(text.matches('字').count(), 10_000);
    assert_eq!(text.matches('W').count(), 500);
}

#[test]
fn an_empty_document_is_one_empty_page() {
    let rendered = render_pdf(&Document::default(), fonts()).unwrap();
    assert_eq!(rendered.pages, 1);
}

#[test]
fn a_long_table_repeats_its_header_on_every_page() {
    let pdf = Pdf::of(&samples::table(1000));
    let words = pdf.words();
    let pages = pdf.rendered.pages as usize;
    assert!(pages >= 100, "{pages} pages");
    for page in 1..pages {
        let heads = words
            .iter()
            .filter(|w| w.page == page && w.text == "得分")
            .count();
        assert_eq!(heads, 1, "page {page}");
    }
    for row in 1..=1000 {
        let number = row.to_string();
        assert!(
            words.iter().any(|w| w.text == number && w.left < 45.0),
            "row {row}"
        );
    }
    assert!(words.iter().any(|w| w.text == "合计"));
}

#[test]
fn a_row_taller_than_a_page_goes_on_on_the_next() {
    let document = Document {
        format: Format::Plain,
        body: vec![Block::Table(Table {
            columns: vec![Column::default(), Column::default()],
            rows: vec![vec!["甲".into(), "情况".repeat(3000)]],
            ..Table::default()
        })],
        ..Document::default()
    };
    let pdf = Pdf::of(&document);
    assert!(pdf.rendered.pages > 3);
    assert_eq!(pdf.text().matches("情").count(), 3000);
    assert!(pdf.words().iter().all(|w| w.bottom < 275.0));
}

#[test]
fn a_row_with_too_many_cells_is_refused() {
    let document = Document {
        body: vec![Block::Table(Table {
            columns: vec![Column::default()],
            rows: vec![vec!["甲".into()], vec!["乙".into(), "丙".into()]],
            ..Table::default()
        })],
        ..Document::default()
    };
    let error = render_pdf(&document, fonts()).unwrap_err();
    assert!(matches!(
        error,
        Error::TableShape {
            row: 2,
            cells: 2,
            columns: 1
        }
    ));
}

#[test]
fn one_attachment_has_no_number_and_several_do() {
    let attachment = |title: &str| Attachment {
        title: title.into(),
        ..Attachment::default()
    };
    let mut document = Document {
        format: Format::Plain,
        body: vec![Block::paragraph("正文。")],
        attachments: vec![attachment("回执")],
        ..Document::default()
    };
    assert_eq!(Pdf::of(&document).text(), "正文。附件：回执附件回执");
    document.attachments.push(attachment("名单"));
    let pdf = Pdf::of(&document);
    assert_eq!(pdf.text(), "正文。附件：1.回执2.名单附件1回执附件2名单");
    assert_eq!(pdf.rendered.pages, 3);
}

#[test]
fn a_long_list_of_addressees_moves_to_the_colophon() {
    let mut document = samples::notice();
    document.addressee = Some("各成员单位党组织，".repeat(60));
    let pdf = Pdf::of(&document);
    let words = pdf.words();
    assert!(
        words
            .iter()
            .any(|w| w.page == 1 && w.text.contains("经研究"))
    );
    assert!(pdf.text().contains("主送：各成员单位党组织"));
}

#[test]
fn a_blank_page_before_the_colophon_carries_no_number() {
    let mut document = samples::request();
    document.page.colophon_on_even_page = true;
    let pdf = Pdf::of(&document);
    assert_eq!(pdf.rendered.pages, 2);
    let words = pdf.words();
    assert!(words.iter().any(|w| w.page == 2 && w.text.contains("印发")));
}

#[test]
fn several_documents_make_one_file_with_bookmarks() {
    let (minutes, letter) = (samples::minutes(), samples::letter());
    let part = |bookmark: &str, document| Part {
        bookmark: bookmark.into(),
        document,
    };
    let parts = [part("会议纪要", &minutes), part("商请函", &letter)];
    let bundle = render_bundle(&parts, &Info::default(), fonts()).unwrap();
    assert_eq!(bundle.pages, 4);
    assert_eq!(
        bundle,
        render_bundle(&parts, &Info::default(), fonts()).unwrap()
    );
    let file = lopdf::Document::load_mem(&bundle.bytes).unwrap();
    assert_eq!(file.get_toc().unwrap().toc.len(), 2);
}

#[test]
fn large_text_takes_its_lines_and_is_refused_beyond_the_page() {
    assert_eq!(Pdf::of(&samples::certificate()).rendered.pages, 1);
    let mut document = samples::certificate();
    document.body = vec![Block::Display {
        text: "大".into(),
        role: gongwen::Role::Hei,
        points: 900,
        align: gongwen::Align::Center,
    }];
    assert!(matches!(
        render_pdf(&document, fonts()),
        Err(Error::TooWide { .. })
    ));
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[会议研究，。“”（）—…·0-9a-zA-Z %]{0,200}",
        "\\PC{0,20}",
        any::<String>(),
    ]
}

fn any_block() -> impl Strategy<Value = Block> {
    prop_oneof![
        any_text().prop_map(Block::paragraph),
        (any::<u8>(), any_text()).prop_map(|(level, text)| Block::heading(level, text)),
        Just(Block::Blank),
        Just(Block::PageBreak),
        prop::collection::vec(prop::collection::vec(any_text(), 0..4), 0..5).prop_map(|rows| {
            Block::Table(Table {
                columns: vec![Column::default(); 3],
                rows,
                ..Table::default()
            })
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_document_brings_the_typesetter_down(
        title in any_text(),
        mark in proptest::option::of(any_text()),
        body in prop::collection::vec(any_block(), 0..8),
    ) {
        for format in [Format::Minutes, Format::Letter] {
            let document = Document {
                format,
                mark: mark.clone(),
                title: title.clone(),
                body: body.clone(),
                ..Document::default()
            };
            if let Ok(rendered) = render_pdf(&document, fonts()) {
                prop_assert!(rendered.pages >= 1);
            }
            let _ = gongwen::render_docx(&document);
        }
    }
}

#[test]
fn a_title_of_long_words_is_set_within_the_text_area() {
    for title in [
        "关于推进ABCDEFGHIJKLMNOPQRSTUVWXYZ0123平台建设使用管理工作的通知".to_owned(),
        format!("关于https://www.example.gov.cn/{}的通知", "abc/".repeat(12)),
        "关于召开 听雨社区 “大党委” 联席会议 暨党建工作协调会议 的通知".to_owned(),
    ] {
        let document = Document {
            format: Format::Plain,
            title: title.clone(),
            ..Document::default()
        };
        let pdf = Pdf::of(&document);
        assert_eq!(pdf.text(), squeezed(&title));
        assert_eq!(
            squeezed(&docx_text(&gongwen::render_docx(&document).unwrap())),
            squeezed(&title)
        );
        let words = pdf.words();
        let body = words.iter().filter(|w| w.top < 262.0);
        assert!(
            body.clone().all(|w| w.left > 27.9 && w.right < 184.1),
            "{title}"
        );
        // Each line is centred by what is printed of it.
        let mut lines: Vec<(f64, f64, f64)> = Vec::new();
        for word in body {
            match lines.last_mut() {
                Some((top, _, right)) if (*top - word.top).abs() < 2.0 => *right = word.right,
                _ => lines.push((word.top, word.left, word.right)),
            }
        }
        assert!(lines.len() > 1);
        for (_, left, right) in lines {
            let off = (left + right) / 2.0 - (28.0 + 78.0);
            assert!(off.abs() < 2.5, "{title}: {off} mm");
        }
    }
}

/// Text of the runs of a .docx.
fn docx_text(file: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut xml).unwrap();
    let runs = xml.split("<w:t xml:space=\"preserve\">").skip(1);
    runs.filter_map(|run| run.split("</w:t>").next()).collect()
}
