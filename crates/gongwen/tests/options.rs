//! Each option of an office, one by one: what it changes on the page, and that it changes it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use gongwen::{Block, Document, Format, Length, Margins, PageOptions};
use poppler::{Pdf, Word};

mod poppler;
mod samples;

const MM_PER_POINT: f64 = 25.4 / 72.0;

#[track_caller]
fn near(measured: f64, wanted: f64) {
    assert!(
        (measured - wanted).abs() <= 0.5,
        "measured {measured:.2} mm, wanted {wanted:.2} mm"
    );
}

/// Two full pages and a bit, with the standard's options but for what `change` does.
fn words(change: impl Fn(&mut PageOptions)) -> Vec<Word> {
    let mut page = PageOptions::default();
    change(&mut page);
    let text = "会议研究决定认真贯彻落实工作部署".repeat(90);
    Pdf::of(&Document {
        format: Format::Plain,
        body: vec![Block::paragraph(text)],
        page,
        ..Document::default()
    })
    .words()
}

/// The lines of the second page, without its number.
fn lines(words: &[Word]) -> Vec<&Word> {
    let body = |word: &&Word| word.page == 2 && word.text.len() > 40;
    words.iter().filter(body).collect()
}

fn number_of(words: &[Word], page: usize) -> &Word {
    let number = page.to_string();
    let found = words.iter().find(|w| w.page == page && w.text == number);
    found.unwrap()
}

#[test]
fn leading_moves_the_lines_apart() {
    let words = words(|page| page.leading = Some(Length::pt(26)));
    let lines = lines(&words);
    let apart = (lines[10].top - lines[0].top) / 10.0;
    assert!((apart - 26.0 * MM_PER_POINT).abs() < 0.05, "{apart} mm");
    assert_eq!(lines.len(), 24, "225 mm hold 24 lines of 26 pt");
}

#[test]
fn each_margin_moves_its_edge() {
    let margins = Margins {
        top: Length::mm(30),
        bottom: Length::mm(40),
        left: Length::mm(32),
        right: Length::mm(22),
    };
    let words = words(|page| page.margins = margins);
    let lines = lines(&words);
    let leading = (297.0 - 30.0 - 40.0) / 22.0;
    let blank = (leading - 16.0 * MM_PER_POINT) / 2.0;
    near(lines[0].top, 30.0 + blank);
    near(lines[21].bottom, 297.0 - 40.0 - blank);
    near(lines[0].left, 32.0);
    near(lines[0].right, 210.0 - 22.0);
}

#[test]
fn characters_in_a_line_set_the_pitch() {
    let words = words(|page| page.characters_per_line = 26);
    let lines = lines(&words);
    assert_eq!(lines[0].text.chars().count(), 26);
    near(lines[0].left, 28.0);
    near(lines[0].right, 184.0);
}

#[test]
fn one_sided_pages_are_all_numbered_at_the_right() {
    let right = |words: &[Word], page| {
        let dash = |w: &&Word| w.page == page && w.text == "—";
        words
            .iter()
            .filter(dash)
            .map(|w| w.right)
            .fold(0.0, f64::max)
    };
    let inset = 14.0 * MM_PER_POINT;
    let one_sided = words(|page| page.two_sided = false);
    near(right(&one_sided, 1), 184.0 - inset);
    near(right(&one_sided, 2), 184.0 - inset);
    let two_sided = words(|_| ());
    near(right(&two_sided, 1), 184.0 - inset);
    assert!(number_of(&two_sided, 2).right < 60.0);
}

#[test]
fn the_colophon_may_be_left_out() {
    let mut document = samples::minutes();
    assert!(Pdf::of(&document).text().contains("印发"));
    document.colophon = None;
    let pdf = Pdf::of(&document);
    assert!(!pdf.text().contains("印发"));
    let last = pdf.rendered.pages as usize;
    assert!(pdf.picture(last).dark_rules(150).is_empty());
}

#[test]
fn the_mark_is_the_offices_words() {
    let mut document = samples::notice();
    document.mark = Some("云溪街道工作委员会".into());
    let pdf = Pdf::of(&document);
    assert!(pdf.text().starts_with("云溪街道工作委员会"));
    assert_eq!(pdf.picture(1).red_rules(150).len(), 1);
}

#[test]
fn preprinted_paper_gets_everything_but_the_red_and_at_its_place() {
    for mut document in [samples::notice(), samples::letter(), samples::minutes()] {
        let mark = document.mark.clone().unwrap();
        let with = Pdf::of(&document);
        document.page.preprinted_head = true;
        let without = Pdf::of(&document);
        let title = |pdf: &Pdf| {
            let words = pdf.words();
            let title: String = document.title.chars().take(4).collect();
            let found = words
                .iter()
                .filter(|w| w.page == 1 && w.text.starts_with(&title));
            found.map(|w| w.top).fold(0.0, f64::max)
        };
        assert!(!without.text().starts_with(&mark));
        assert_eq!(with.text().replacen(&mark, "", 1), without.text());
        assert!(without.picture(1).red_rules(100).is_empty());
        near(title(&without), title(&with));
        let docx = gongwen::render_docx(&document).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
        for part in ["word/document.xml", "word/footer3.xml"] {
            let mut xml = String::new();
            let mut file = archive.by_name(part).unwrap();
            std::io::Read::read_to_string(&mut file, &mut xml).unwrap();
            assert!(!xml.contains("D90000"), "{part} still prints red");
        }
    }
}

#[test]
fn on_narrow_paper_the_printing_date_takes_its_own_line() {
    let mut document = samples::notice();
    document.attachments.clear();
    document.page.margins.left = Length::mm(60);
    document.page.margins.right = Length::mm(60);
    document.page.leading = Some(Length::pt(40));
    let pdf = Pdf::of(&document);
    let words = pdf.words();
    let last = pdf.rendered.pages as usize;
    let on_last = |text: &str| {
        words
            .iter()
            .rfind(|w| w.page == last && w.text.contains(text))
    };
    let (printer, date) = (
        on_last("中共听雨社区委员会").unwrap(),
        on_last("印发").unwrap(),
    );
    assert!(printer.bottom < date.top);
    near(date.right, 150.0 - 14.0 * MM_PER_POINT);
    // A mark may give up its blank half at the end of a line.
    let outside: Vec<&Word> = words
        .iter()
        .filter(|w| w.left < 59.5 || w.right > 153.5)
        .collect();
    assert!(outside.is_empty(), "{outside:?}");
    assert!(gongwen::render_docx(&document).is_ok());
}
