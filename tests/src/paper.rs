//! Documents looked at through other people's programs.

use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

fn run(program: &str, args: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    let mut command = Command::new(program);
    command.args(args).arg(&file);
    if program == "pdftotext" {
        command.arg("-");
    }
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(
        output.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// The text of a PDF, laid out, without spaces at the ends of lines and without blank lines.
pub fn text(pdf: &[u8]) -> String {
    let text = run("pdftotext", &["-layout"], pdf).replace('\u{c}', "\n");
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The fonts of a PDF: name, and whether it is embedded, a subset and can be searched.
pub fn fonts(pdf: &[u8]) -> Vec<(String, [bool; 3])> {
    let table = run("pdffonts", &[], pdf);
    table.lines().skip(2).map(font).collect()
}

fn font(line: &str) -> (String, [bool; 3]) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let flags: Vec<bool> = words
        .iter()
        .rev()
        .filter(|word| ["yes", "no"].contains(word))
        .map(|word| *word == "yes")
        .collect();
    let flag = |place: usize| flags.get(place).copied().unwrap_or_default();
    (
        words.first().copied().unwrap_or_default().to_owned(),
        [flag(2), flag(1), flag(0)],
    )
}

/// A workbook of texts, as somebody else's program writes one: sheets by name, rows from the top.
pub fn book(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (at, cells) in (0..).zip(*rows) {
            sheet.write_row(at, 0, cells.iter().copied()).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// A ledger as offices keep one: a title, a header row, then rows where numbers are numbers.
pub fn ledger<const N: usize>(
    name: &str,
    title: &str,
    head: [&str; N],
    rows: &[[&str; N]],
) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name(name).unwrap();
    sheet.write_string(0, 0, title).unwrap();
    sheet.write_row(1, 0, head).unwrap();
    for (row, cells) in (2..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, *cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

/// The names of a PDF's bookmarks, in order.
pub fn bookmarks(pdf: &[u8]) -> Vec<String> {
    let told = run("pdftohtml", &["-i", "-xml", "-stdout"], pdf);
    let item = |line: &str| {
        let (_, named) = line.trim().strip_prefix("<item")?.split_once('>')?;
        Some(named.strip_suffix("</item>")?.to_owned())
    };
    told.lines().filter_map(item).collect()
}

/// How many pages a PDF has.
pub fn pages(pdf: &[u8]) -> usize {
    let facts = run("pdfinfo", &[], pdf);
    let line = facts.lines().find_map(|line| line.strip_prefix("Pages:"));
    line.and_then(|count| count.trim().parse().ok()).unwrap()
}

/// The images of a PDF; official documents here have none.
pub fn images(pdf: &[u8]) -> usize {
    run("pdfimages", &["-list"], pdf).lines().skip(2).count()
}

/// The cells of a sheet as text, row by row.
pub fn sheet(workbook: &[u8], name: &str) -> Vec<Vec<String>> {
    let mut workbook = Xlsx::new(Cursor::new(workbook)).unwrap();
    let range = workbook.worksheet_range(name).unwrap();
    range
        .rows()
        .map(|row| row.iter().map(cell).collect())
        .collect()
}

fn cell(data: &Data) -> String {
    data.to_string()
}

/// Opens a workbook in LibreOffice and has it written as CSV; answers what it wrote of the first sheet.
pub fn through_office(workbook: &[u8], folder: &Path) -> String {
    let written = converted(workbook, folder, "csv:Text - txt - csv (StarCalc):44,34,76");
    String::from_utf8(written).unwrap()
}

/// A workbook as LibreOffice writes it in another format, such as `ods`.
pub fn converted(workbook: &[u8], folder: &Path, format: &str) -> Vec<u8> {
    let file = folder.join("book.xlsx");
    std::fs::write(&file, workbook).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let mut office = Command::new("soffice");
    office.args([&profile, "--headless", "--convert-to", format, "--outdir"]);
    let output = office
        .arg(folder)
        .arg(&file)
        .output()
        .unwrap_or_else(|error| panic!("soffice: {error}"));
    assert!(
        output.status.success(),
        "soffice: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let ending = format.split(':').next().unwrap();
    std::fs::read(folder.join("book").with_extension(ending)).unwrap()
}
