//! Reads PDF files back with poppler's tools, so that what is measured is what a reader sees.
#![allow(dead_code)]

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use gongwen::{Document, FontConfig, FontSet, Rendered, render_pdf};
use tempfile::TempDir;

pub fn fonts() -> &'static FontSet {
    static FONTS: OnceLock<FontSet> = OnceLock::new();
    FONTS.get_or_init(|| {
        let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts");
        FontSet::load(&FontConfig::bundled(directory)).unwrap()
    })
}

/// A rendered document in a file of its own.
pub struct Pdf {
    pub rendered: Rendered,
    folder: TempDir,
}

/// A word with its box in millimetres from the page's upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    pub page: usize,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub text: String,
}

/// A page as pixels, ten to the millimetre.
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pixels: Vec<u8>,
}

const PIXELS_PER_MM: usize = 10;

impl Pdf {
    pub fn of(document: &Document) -> Self {
        Self::from(render_pdf(document, fonts()).unwrap())
    }

    /// A file made by another program.
    pub fn made_elsewhere(bytes: Vec<u8>) -> Self {
        let pages = lopdf::Document::load_mem(&bytes).unwrap().get_pages().len();
        Self::from(Rendered {
            bytes,
            pages: pages as u32,
            substitutions: Vec::new(),
        })
    }

    fn from(rendered: Rendered) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("document.pdf"), &rendered.bytes).unwrap();
        Self { rendered, folder }
    }

    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("document.pdf")
    }

    /// Text in reading order, without white space and page numbers.
    pub fn text(&self) -> String {
        let raw = run(
            "pdftotext",
            &["-raw", "-enc", "UTF-8"],
            &self.path(),
            &["-"],
        );
        let is_number = |line: &str| {
            let inner = line.trim().trim_matches('\u{c}').trim();
            let digits = inner.strip_prefix('—').and_then(|s| s.strip_suffix('—'));
            digits.is_some_and(|d| d.trim().chars().all(|c| c.is_ascii_digit()))
        };
        let lines = raw.split(['\n', '\u{c}']).filter(|line| !is_number(line));
        lines
            .flat_map(str::chars)
            .filter(|c| !c.is_whitespace())
            .collect()
    }

    /// Lines of `pdffonts` below its head.
    pub fn fonts(&self) -> Vec<String> {
        let table = run("pdffonts", &[], &self.path(), &[]);
        table.lines().skip(2).map(str::to_owned).collect()
    }

    pub fn words(&self) -> Vec<Word> {
        let html = run("pdftotext", &["-bbox"], &self.path(), &["-"]);
        let mut page = 0;
        let mut words = Vec::new();
        for line in html.lines().map(str::trim) {
            if line.starts_with("<page ") {
                page += 1;
            } else if line.starts_with("<word ") {
                words.push(word(page, line));
            }
        }
        words
    }

    pub fn picture(&self, page: usize) -> Picture {
        let target = self.folder.path().join("page");
        let number = page.to_string();
        let resolution = (PIXELS_PER_MM * 254 / 10).to_string();
        let arguments = [
            "-r",
            &resolution,
            "-f",
            &number,
            "-l",
            &number,
            "-singlefile",
        ];
        let target_text = target.to_string_lossy().into_owned();
        run("pdftoppm", &arguments, &self.path(), &[&target_text]);
        picture(&std::fs::read(target.with_extension("ppm")).unwrap())
    }
}

fn run(program: &str, before: &[&str], file: &Path, after: &[&str]) -> String {
    let output = Command::new(program)
        .args(before)
        .arg(file)
        .args(after)
        .output()
        .unwrap_or_else(|e| panic!("{program} of poppler-utils: {e}"));
    assert!(
        output.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn word(page: usize, line: &str) -> Word {
    let value = |name: &str| {
        let from = line.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
        let points: f64 = line[from..].split('"').next().unwrap().parse().unwrap();
        points * 25.4 / 72.0
    };
    let text = line.split('>').nth(1).unwrap().trim_end_matches("</word");
    Word {
        page,
        left: value("xMin"),
        top: value("yMin"),
        right: value("xMax"),
        bottom: value("yMax"),
        text: text
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">"),
    }
}

fn picture(ppm: &[u8]) -> Picture {
    let mut fields = ppm.splitn(5, |b| b.is_ascii_whitespace());
    let mut number = || {
        std::str::from_utf8(fields.next().unwrap())
            .unwrap()
            .to_owned()
    };
    assert_eq!(number(), "P6");
    let (width, height) = (number().parse().unwrap(), number().parse().unwrap());
    assert_eq!(number(), "255");
    Picture {
        width,
        height,
        pixels: fields.next().unwrap().to_vec(),
    }
}

impl Picture {
    fn pixel(&self, x: usize, y: usize) -> [u8; 3] {
        let at = (y * self.width + x) * 3;
        [self.pixels[at], self.pixels[at + 1], self.pixels[at + 2]]
    }

    fn is_red(&self, x: usize, y: usize) -> bool {
        let [r, g, b] = self.pixel(x, y);
        r > 150 && g < 100 && b < 100
    }

    fn is_dark(&self, x: usize, y: usize) -> bool {
        self.pixel(x, y).iter().all(|c| *c < 128)
    }

    /// The dark pixels, and those of them that half a turn brings further than half a millimetre from
    /// any dark one.
    pub fn turned(&self) -> (usize, usize) {
        const NEAR: usize = PIXELS_PER_MM / 2;
        let (mut dark, mut alone) = (0, 0);
        for y in NEAR + 1..self.height - NEAR {
            for x in NEAR + 1..self.width - NEAR {
                if self.is_dark(x, y) {
                    let (left, top) = (self.width - x - NEAR, self.height - y - NEAR);
                    let near = |at: usize| at..(at + 2 * NEAR);
                    let any = near(top).any(|y| {
                        near(left).any(|x| x < self.width && y < self.height && self.is_dark(x, y))
                    });
                    dark += 1;
                    alone += usize::from(!any);
                }
            }
        }
        (dark, alone)
    }

    /// How dark the cells of `side` millimetres are, 0 to 15, row by row.
    pub fn darkness(&self, side: usize) -> Vec<Vec<u32>> {
        let step = side * PIXELS_PER_MM;
        let cells = |length: usize| length.div_ceil(step);
        let cell = |row: usize, column: usize| {
            let (mut sum, mut count) = (0_u32, 0_u32);
            for y in row * step..((row + 1) * step).min(self.height) {
                for x in column * step..((column + 1) * step).min(self.width) {
                    let [r, g, b] = self.pixel(x, y).map(u32::from);
                    sum += 255 - (r * 3 + g * 6 + b) / 10;
                    count += 1;
                }
            }
            // Text seldom covers more than half of a cell.
            (sum * 30 / (255 * count.max(1))).min(15)
        };
        let row = |row: usize| (0..cells(self.width)).map(|c| cell(row, c)).collect();
        (0..cells(self.height)).map(row).collect()
    }

    /// Millimetres from the top to the first row with red ink.
    pub fn red_top(&self) -> f64 {
        let row = (0..self.height).find(|&y| (0..self.width).any(|x| self.is_red(x, y)));
        row.unwrap() as f64 / PIXELS_PER_MM as f64
    }

    /// Centres of horizontal rules at least `length` mm long, in millimetres from the top.
    pub fn red_rules(&self, length: usize) -> Vec<f64> {
        self.rules(length, |x, y| self.is_red(x, y))
    }

    pub fn dark_rules(&self, length: usize) -> Vec<f64> {
        self.rules(length, |x, y| self.is_dark(x, y))
    }

    fn rules(&self, length: usize, ink: impl Fn(usize, usize) -> bool) -> Vec<f64> {
        let long = length * PIXELS_PER_MM;
        let full = |y: &usize| (0..self.width).filter(|&x| ink(x, *y)).count() >= long;
        let rows: Vec<usize> = (0..self.height).filter(full).collect();
        let groups = rows.chunk_by(|a, b| a + 1 == *b);
        groups
            .map(|rows| (rows[0] + rows[rows.len() - 1] + 1) as f64 / 2.0 / PIXELS_PER_MM as f64)
            .collect()
    }
}
