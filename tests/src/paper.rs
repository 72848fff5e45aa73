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
    let file = folder.join("book.xlsx");
    std::fs::write(&file, workbook).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let mut office = Command::new("soffice");
    office.args([
        &profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
        "--outdir",
    ]);
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
    std::fs::read_to_string(folder.join("book.csv")).unwrap()
}
