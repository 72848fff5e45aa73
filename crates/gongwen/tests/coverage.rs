//! Every character that the bundled fonts have is set in every role and comes back from the file.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gongwen::{Align, Block, Document, Format, Role};
use poppler::Pdf;

mod poppler;
mod samples;

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts"))
}

/// Ideographs of all the blocks that GB 18030-2022 takes in.
fn is_ideograph(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

fn ideographs_of(font: &Path) -> BTreeSet<char> {
    let data = std::fs::read(font).unwrap();
    let face = ttf_parser::Face::parse(&data, 0).unwrap();
    let tables = face.tables().cmap.unwrap().subtables;
    let mut found = BTreeSet::new();
    for table in tables.into_iter().filter(|table| table.is_unicode()) {
        table.codepoints(|code| found.extend(char::from_u32(code).filter(|ch| is_ideograph(*ch))));
    }
    found
}

/// The same text in each role but that of page numbers.
fn in_every_role(text: &str) -> Document {
    Document {
        format: Format::Plain,
        body: vec![
            Block::Display {
                text: text.into(),
                role: Role::Title,
                points: 16,
                align: Align::Left,
            },
            Block::heading(1, text),
            Block::heading(2, text),
            Block::paragraph(text),
        ],
        ..Document::default()
    }
}

/// A line of the table: `3447`, or `39D0-39D1`.
fn range(line: &str) -> impl Iterator<Item = char> {
    let (first, last) = line.split_once('-').unwrap_or((line, line));
    let code = |text: &str| u32::from_str_radix(text.trim(), 16).unwrap();
    (code(first)..=code(last)).filter_map(char::from_u32)
}

#[track_caller]
fn comes_back_four_times(wanted: &BTreeSet<char>) {
    let text: String = wanted.iter().collect();
    let back = Pdf::of(&in_every_role(&text)).text();
    assert!(
        back == text.repeat(4),
        "some of {} characters are lost",
        wanted.len()
    );
}

#[test]
fn all_of_the_table_of_general_standard_characters_is_set() {
    let table = std::fs::read_to_string(folder().join("tongyong-guifan.txt")).unwrap();
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let wanted: BTreeSet<char> = lines.flat_map(range).collect();
    assert_eq!(wanted.len(), 8105);
    comes_back_four_times(&wanted);
}

#[test]
fn whatever_a_bundled_font_has_serves_every_role() {
    let mut wanted = BTreeSet::new();
    for role in Role::ALL {
        wanted.extend(ideographs_of(&folder().join(role.bundled_file())));
    }
    assert!(wanted.len() > 10_000, "{} ideographs", wanted.len());
    comes_back_four_times(&wanted);
}

/// Signs, units and letters of everyday documents beyond GB/T 2312.
#[test]
fn everyday_signs_are_set_in_every_role() {
    let signs = "㎡㎏㎜㎝㎞㎎⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳☐☑☒✓✔✗✘℉℃‰№−₁₂²³½¼ⅰⅱⅹ€£¥→☆★※〇㈠㊣";
    let letters = "NguyễnĐạtcaféñōêńňǹ";
    comes_back_four_times(&signs.chars().chain(letters.chars()).collect());
}

/// An accent typed by itself stands over the letter before it, in the middle of lines spread out too.
#[test]
fn combining_accents_are_set() {
    let text = "cafe\u{301}会议 n\u{303}研究";
    let document = Document {
        format: Format::Plain,
        body: vec![Block::paragraph(text.repeat(12))],
        ..Document::default()
    };
    let back = Pdf::of(&document).text();
    assert_eq!(back.matches("会议").count(), 12);
    assert_eq!(
        back.matches('é').count() + back.matches("e\u{301}").count(),
        12
    );
}

#[test]
fn each_bundled_font_has_its_licence_beside_it() {
    let readme = std::fs::read_to_string(folder().join("README.md")).unwrap();
    let licences = [
        (Role::Title, "NotoSerifSC-OFL.txt"),
        (Role::Song, "NotoSerifSC-OFL.txt"),
        (Role::Hei, "NotoSansHans-OFL.txt"),
        (Role::Kai, "LXGWWenKai-OFL.txt"),
        (Role::Fang, "Fandol-GPL.txt"),
    ];
    let mut fonts: BTreeSet<String> = BTreeSet::new();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".ttf") || name.ends_with(".otf") {
            fonts.insert(name);
        }
    }
    let mut total = 0;
    for (role, licence) in licences {
        let file = role.bundled_file();
        assert!(fonts.remove(file), "{file} is not there");
        assert!(readme.contains(file), "README.md says nothing of {file}");
        let text = std::fs::read_to_string(folder().join("licenses").join(licence)).unwrap();
        let names = ["SIL OPEN FONT LICENSE", "GNU GENERAL PUBLIC LICENSE"];
        let found = names.iter().any(|name| text.to_uppercase().contains(name));
        assert!(found, "{licence} is no licence");
        total += std::fs::metadata(folder().join(file)).unwrap().len();
    }
    assert!(fonts.is_empty(), "no licence known for {fonts:?}");
    assert!(total <= 20_000_000, "{total} bytes of fonts");
}
