//! The clerk's own .xlsx with every fault coloured and explained. Only the cells at fault and the added column
//! are written: formats, formulas, other sheets and whatever else the file holds stay as they are.

mod rows;
mod styles;

use std::collections::HashMap;
use std::io::{Cursor, Read, Write};

use quick_xml::events::Event;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use self::rows::Marking;
use self::styles::Styles;
use super::FaultIndex;
use crate::sheet::Sheet;
use crate::xml::{Pieces, attribute};
use crate::{ExcelError, guard};

const BOOK: &str = "xl/workbook.xml";
const BOOK_RELATIONS: &str = "xl/_rels/workbook.xml.rels";
/// Largest part that is marked in place, in bytes; a street's largest ledger is a tenth of it.
const LARGEST: u64 = 64 * 1024 * 1024;
const CONTENT_TYPES: &str = "[Content_Types].xml";
/// What an .xlsx says it is; one with macros says something else.
const PLAIN: &str = "spreadsheetml.sheet.main+xml";

/// Marks the faults of each sheet in the file they were read from.
///
/// # Errors
/// `Damaged` where the file is no plain .xlsx or is written in a way that is not known here.
pub(super) fn mark(
    bytes: &[u8],
    sheets: &[Sheet],
    header: &impl Fn(&Sheet) -> Option<(u32, u32)>,
    faults: &HashMap<&str, FaultIndex<'_>>,
) -> Result<Vec<u8>, ExcelError> {
    if !matches!(guard::kind(bytes)?, guard::FileKind::Xlsx { .. }) {
        return Err(ExcelError::damaged("no .xlsx"));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(ExcelError::damaged)?;
    if !text(&mut archive, CONTENT_TYPES)?.contains(PLAIN) {
        return Err(ExcelError::damaged("no plain workbook"));
    }
    let parts = Parts::read(&mut archive)?;
    let mut styles = Styles::read(text(&mut archive, &parts.styles)?)?;
    let mut changed = HashMap::new();
    for sheet in sheets {
        let Some(faults) = faults.get(sheet.name.as_str()) else {
            continue;
        };
        let part = parts.sheet(&sheet.name)?;
        let marking = Marking::of(sheet, header(sheet), faults);
        let marked = marking.mark(&text(&mut archive, part)?, &mut styles)?;
        changed.insert(part.to_owned(), marked);
    }
    changed.insert(parts.styles, styles.written());
    repacked(archive, &changed)
}

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

fn text(archive: &mut Archive<'_>, part: &str) -> Result<String, ExcelError> {
    let entry = archive.by_name(part).map_err(ExcelError::damaged)?;
    if entry.size() > LARGEST {
        return Err(ExcelError::damaged("a part is too large to be marked"));
    }
    let mut text = String::new();
    // Bounded once more while it is read, since the size that an entry states is its own claim.
    let mut entry = entry.take(LARGEST);
    entry
        .read_to_string(&mut text)
        .map_err(ExcelError::damaged)?;
    Ok(text)
}

/// Every entry again, the changed ones with what they hold now.
fn repacked(
    mut archive: Archive<'_>,
    changed: &HashMap<String, String>,
) -> Result<Vec<u8>, ExcelError> {
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at).map_err(ExcelError::damaged)?;
        let name = entry.name().map_err(ExcelError::damaged)?.into_owned();
        match changed.get(&name) {
            Some(content) => {
                drop(entry);
                let options = SimpleFileOptions::default();
                copy.start_file(name, options)
                    .map_err(ExcelError::damaged)?;
                copy.write_all(content.as_bytes())
                    .map_err(ExcelError::damaged)?;
            }
            // Copied as it is compressed, so that nothing of it can change.
            None => copy.raw_copy_file(entry).map_err(ExcelError::damaged)?,
        }
    }
    let copy = copy.finish().map_err(ExcelError::damaged)?;
    Ok(copy.into_inner())
}

/// Which parts hold which sheet, and the styles.
struct Parts {
    sheets: HashMap<String, String>,
    styles: String,
}

impl Parts {
    fn read(archive: &mut Archive<'_>) -> Result<Self, ExcelError> {
        let (mut targets, mut styles) = (HashMap::new(), None);
        each(&text(archive, BOOK_RELATIONS)?, "Relationship", |of| {
            let target = of("Target").map(|target| part_of(&target));
            // By its end only: Strict OOXML has another address before it.
            if of("Type").is_some_and(|kind| kind.ends_with("/styles")) {
                styles.clone_from(&target);
            }
            targets.extend(of("Id").zip(target));
        })?;
        let mut sheets = HashMap::new();
        each(&text(archive, BOOK)?, "sheet", |of| {
            let target = of("r:id").and_then(|id| targets.get(&id).cloned());
            sheets.extend(of("name").zip(target));
        })?;
        let styles = styles.ok_or_else(|| ExcelError::damaged("no styles"))?;
        Ok(Self { sheets, styles })
    }

    fn sheet(&self, name: &str) -> Result<&str, ExcelError> {
        let part = self.sheets.get(name).map(String::as_str);
        part.ok_or_else(|| ExcelError::damaged("a sheet has no part"))
    }
}

/// Targets are told from the workbook's folder, or from the root.
fn part_of(target: &str) -> String {
    target
        .strip_prefix('/')
        .map_or_else(|| format!("xl/{target}"), str::to_owned)
}

/// Calls for the attributes of every element of a name.
fn each(
    source: &str,
    name: &str,
    mut call: impl FnMut(&dyn Fn(&str) -> Option<String>),
) -> Result<(), ExcelError> {
    let mut pieces = Pieces::of(source);
    while let Some((event, _)) = pieces.next()? {
        if let Event::Start(start) | Event::Empty(start) = event
            && start.name().as_ref() == name
        {
            call(&|key| attribute(&start, key).ok().flatten());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{Color, Format, Workbook};

    use super::*;
    use crate::annotate::{ERROR_HEADING, mark as mark_any};
    use crate::fixtures::workbook;
    use crate::read::read_workbook;
    use crate::{Fault, Properties};

    fn properties() -> Properties {
        Properties {
            title: "台账".to_owned(),
            author: "管理员".to_owned(),
            created: chrono::NaiveDateTime::default(),
        }
    }

    fn clerks_own() -> Vec<u8> {
        let mut book = Workbook::new();
        let green = Format::new().set_background_color(Color::RGB(0x00_FF_00));
        let sheet = book.add_worksheet().set_name("台账").unwrap();
        sheet.set_column_range_width(0, 9, 20).unwrap();
        sheet.merge_range(0, 0, 0, 3, "标题", &green).unwrap();
        sheet.write_row(1, 0, ["社区", "单位", "党员数"]).unwrap();
        sheet.write_row(2, 0, ["听雨社区", "区妇联"]).unwrap();
        sheet
            .write_formula_with_format(3, 2, "=1+2", &green)
            .unwrap();
        sheet.write_string(3, 0, "x").unwrap();
        let other = book.add_worksheet().set_name("公式").unwrap();
        other.write_formula(0, 0, "=台账!C4*2").unwrap();
        book.save_to_buffer().unwrap()
    }

    fn fault(row: u32, column: &str) -> Fault {
        Fault {
            sheet: "台账".to_owned(),
            row,
            column: column.to_owned(),
            heading: "党员数".to_owned(),
            reason: "未填 <1>，请补填。".to_owned(),
        }
    }

    fn marked(file: &[u8], faults: &[Fault]) -> Vec<u8> {
        let sheets = read_workbook(file).unwrap();
        let header = |_: &Sheet| Some((1, 1));
        mark_any(file, &sheets, header, faults, &properties()).unwrap()
    }

    fn part(file: &[u8], name: &str) -> String {
        text(&mut ZipArchive::new(Cursor::new(file)).unwrap(), name).unwrap()
    }

    #[test]
    fn the_clerks_own_file_gets_a_column_and_colours() {
        let own = clerks_own();
        let copy = marked(&own, &[fault(3, "C"), fault(4, "C")]);
        let other = "xl/worksheets/sheet2.xml";
        assert_eq!(part(&copy, other), part(&own, other));
        let sheet = part(&copy, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<f>1+2</f>"), "{sheet}");
        assert!(sheet.contains(r#"<c r="C3" s="#), "{sheet}");
        let read = read_workbook(&copy).unwrap();
        let said = |row: u32| read[0].row(row).unwrap().cell(4).display();
        assert_eq!(said(1), ERROR_HEADING);
        assert_eq!(said(2), "C 列“党员数”：未填 <1>，请补填。");
        let styles = part(&copy, "xl/styles.xml");
        assert!(
            styles.contains("FFFDECEC") && styles.contains("FF00FF00"),
            "{styles}"
        );
    }

    #[test]
    fn a_file_that_was_marked_before_keeps_one_column() {
        let once = marked(&clerks_own(), &[fault(3, "C"), fault(4, "C")]);
        let again = marked(&once, &[fault(4, "C")]);
        let read = read_workbook(&again).unwrap();
        assert_eq!(read[0].width(), 5);
        assert!(read[0].row(2).unwrap().cell(4).is_blank());
        assert!(!read[0].row(3).unwrap().cell(4).is_blank());
    }

    #[test]
    fn sheets_of_a_file_that_is_not_known_are_copied() {
        let row = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>"#;
        let own = workbook(&format!("<sheetData>{row}</sheetData>"), None);
        let sheets = read_workbook(&own).unwrap();
        let told = Fault {
            sheet: "表".to_owned(),
            ..fault(1, "A")
        };
        let header = |_: &Sheet| None;
        let copy = mark_any(&own, &sheets, header, &[told], &properties()).unwrap();
        assert_eq!(read_workbook(&copy).unwrap()[0].width(), 2);
    }
}
