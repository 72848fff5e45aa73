//! Streams the cells of an .ods file. Repeated rows and columns are counted, not laid out: a file of a
//! few bytes may repeat a cell a million times.

use std::io::{Cursor, Read};

use chrono::NaiveDate;
use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{Budget, Cells, text_value};
use crate::sheet::{CellValue, Merge, Sheet};
use crate::xml::attribute;
use crate::{ExcelError, limits};
use ground::calendar::{self, FuzzyDate};

const CONTENT: &str = "content.xml";
/// Rows of the largest sheet of any program.
const LAST_ROW: u32 = 1_048_576;

/// Reads every visible sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ExcelError> {
    let content = content(bytes)?;
    let mut parser = Parser {
        reader: Reader::from_str(&content),
        budget: Budget::default(),
        hidden: Vec::new(),
        sheets: Vec::new(),
    };
    parser.read()?;
    match parser.sheets.is_empty() {
        true => Err(ExcelError::NoSheet),
        false => Ok(parser.sheets),
    }
}

fn content(bytes: &[u8]) -> Result<String, ExcelError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(ExcelError::damaged)?;
    let entry = archive.by_name(CONTENT).map_err(ExcelError::damaged)?;
    let mut content = String::new();
    entry
        .take(limits::INFLATED_BYTES)
        .read_to_string(&mut content)
        .map_err(ExcelError::damaged)?;
    Ok(content)
}

struct Parser<'x> {
    reader: Reader<&'x [u8]>,
    budget: Budget,
    /// Styles of sheets that are not shown.
    hidden: Vec<String>,
    sheets: Vec<Sheet>,
}

/// A cell as the file tells it.
struct Cell {
    value: CellValue,
    repeated: u32,
    /// Rows and columns it reaches over.
    spans: (u32, u32),
}

impl<'x> Parser<'x> {
    fn next(&mut self) -> Result<Event<'x>, ExcelError> {
        self.reader.read_event().map_err(ExcelError::damaged)
    }

    fn read(&mut self) -> Result<(), ExcelError> {
        let mut style = String::new();
        loop {
            match self.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "style:style" => style = attribute(&start, "style:name")?.unwrap_or_default(),
                    "table:table" => self.table(&start)?,
                    _ => self.style(&start, &style)?,
                },
                Event::Empty(start) => self.style(&start, &style)?,
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// Notes the style of sheets that are not shown.
    fn style(&mut self, start: &BytesStart<'_>, style: &str) -> Result<(), ExcelError> {
        if start.name().as_ref() == "style:table-properties"
            && attribute(start, "table:display")?.as_deref() == Some("false")
        {
            self.hidden.push(style.to_owned());
        }
        Ok(())
    }

    fn table(&mut self, start: &BytesStart<'_>) -> Result<(), ExcelError> {
        let name = attribute(start, "table:name")?.unwrap_or_default();
        let style = attribute(start, "table:style-name")?.unwrap_or_default();
        let shown = !self.hidden.contains(&style);
        let mut budget = std::mem::take(&mut self.budget);
        let mut cells = Cells::new(&name, &mut budget);
        let mut merges = Vec::new();
        let mut row = 0_u32;
        loop {
            match self.next()? {
                Event::Start(start) if start.name().as_ref() == "table:table-row" => {
                    let repeated = number(&start, "table:number-rows-repeated")?;
                    self.row((row, repeated), &mut cells, &mut merges)?;
                    row = row.saturating_add(repeated);
                }
                Event::Empty(start) if start.name().as_ref() == "table:table-row" => {
                    let repeated = number(&start, "table:number-rows-repeated")?;
                    row = row.saturating_add(repeated);
                }
                Event::End(end) if end.name().as_ref() == "table:table" => break,
                Event::Eof => return Err(ExcelError::damaged("the table does not end")),
                _ => {}
            }
        }
        let rows = cells.finish();
        self.budget = budget;
        merges.sort_by_key(|merge: &Merge| (merge.left, merge.top));
        if shown {
            self.sheets.push(Sheet { name, rows, merges });
        }
        Ok(())
    }

    fn row(
        &mut self,
        (row, repeated): (u32, u32),
        cells: &mut Cells<'_>,
        merges: &mut Vec<Merge>,
    ) -> Result<(), ExcelError> {
        let mut found: Vec<(u32, CellValue)> = Vec::new();
        let mut column = 0_u32;
        loop {
            let cell = match self.next()? {
                Event::Start(start) if is_cell(&start) => self.cell(&start)?,
                Event::Empty(start) if is_cell(&start) => Cell {
                    value: typed(&start, String::new())?,
                    repeated: number(&start, "table:number-columns-repeated")?,
                    spans: spans(&start)?,
                },
                Event::End(end) if end.name().as_ref() == "table:table-row" => break,
                Event::Eof => return Err(ExcelError::damaged("the row does not end")),
                _ => continue,
            };
            if cell.value != CellValue::Empty {
                // One more than may be kept is enough to be refused.
                let told = cell.repeated.min(limits::COLUMNS + 1);
                found.extend((0..told).map(|at| (column.saturating_add(at), cell.value.clone())));
                if cell.spans != (1, 1) && merges.len() < limits::MERGES {
                    merges.push(Merge {
                        top: row,
                        left: column,
                        bottom: row.saturating_add(cell.spans.0 - 1),
                        right: column.saturating_add(cell.spans.1 - 1),
                    });
                }
            }
            column = column.saturating_add(cell.repeated);
        }
        // Programs fill a sheet up to its last row with one empty row, repeated.
        if found.is_empty() {
            return Ok(());
        }
        if row >= LAST_ROW {
            return Err(ExcelError::damaged("a row below the last"));
        }
        for at in row..row.saturating_add(repeated).min(LAST_ROW) {
            for (column, value) in &found {
                cells.push(at, *column, value.clone())?;
            }
        }
        Ok(())
    }

    fn cell(&mut self, start: &BytesStart<'_>) -> Result<Cell, ExcelError> {
        let written = self.paragraphs()?;
        Ok(Cell {
            value: typed(start, written)?,
            repeated: number(start, "table:number-columns-repeated")?,
            spans: spans(start)?,
        })
    }

    /// The text of a cell, up to its end; notes on it are passed over.
    fn paragraphs(&mut self) -> Result<String, ExcelError> {
        let mut text = String::new();
        let mut notes = 0_usize;
        loop {
            let event = self.next()?;
            match &event {
                // Notes hold paragraphs of their own.
                Event::Start(start) if start.name().as_ref() == "office:annotation" => notes += 1,
                Event::End(end) if end.name().as_ref() == "office:annotation" => notes -= 1,
                Event::End(end)
                    if matches!(
                        end.name().as_ref(),
                        "table:table-cell" | "table:covered-table-cell"
                    ) =>
                {
                    return Ok(text);
                }
                Event::Eof => return Err(ExcelError::damaged("the cell does not end")),
                _ if notes > 0 => {}
                Event::Start(start) if start.name().as_ref() == "text:p" && !text.is_empty() => {
                    text.push('\n');
                }
                Event::Empty(start) => match start.name().as_ref() {
                    "text:s" => {
                        // A few bytes may ask for millions of spaces.
                        let count = number(start, "text:c")?.min(100);
                        text.extend((0..count).map(|_| ' '));
                    }
                    "text:tab" | "text:line-break" => text.push(' '),
                    _ => {}
                },
                Event::Text(written) => text.push_str(&written.xml10_content()),
                Event::GeneralRef(entity) => {
                    let known = resolve_xml_entity(entity).map(str::to_owned);
                    let sign = entity.resolve_char_ref().map_err(ExcelError::damaged)?;
                    text.extend(known);
                    text.extend(sign);
                }
                _ => {}
            }
        }
    }
}

fn is_cell(start: &BytesStart<'_>) -> bool {
    matches!(
        start.name().as_ref(),
        "table:table-cell" | "table:covered-table-cell"
    )
}

/// The cell's value by the type it says it has.
fn typed(start: &BytesStart<'_>, written: String) -> Result<CellValue, ExcelError> {
    let kind = attribute(start, "office:value-type")?.unwrap_or_default();
    let number = || -> Result<Option<f64>, ExcelError> {
        let value = attribute(start, "office:value")?;
        Ok(value.and_then(|value| value.parse().ok()))
    };
    Ok(match kind.as_str() {
        "float" | "percentage" | "currency" => match number()? {
            Some(number) => CellValue::Number(number),
            None => text_value(&written),
        },
        "date" => date(attribute(start, "office:date-value")?.as_deref(), &written),
        "boolean" => {
            let flag = attribute(start, "office:boolean-value")?;
            CellValue::Bool(flag.as_deref() == Some("true"))
        }
        _ if written.starts_with("#") && written.ends_with(['!', '?', 'A']) => {
            CellValue::Error(written)
        }
        _ => text_value(&written),
    })
}

/// The date, as precise as it is shown: a cell shown as 2023年5月 names a month.
fn date(value: Option<&str>, shown: &str) -> CellValue {
    let day = value.and_then(|value| value.split('T').next()?.parse::<NaiveDate>().ok());
    let Some(day) = day else {
        return text_value(value.unwrap_or(shown));
    };
    let vaguer = calendar::parse_date(shown)
        .ok()
        .filter(|date| (date.first_day()..=date.last_day()).contains(&day));
    CellValue::Date(vaguer.unwrap_or(FuzzyDate::Day(day)))
}

fn spans(start: &BytesStart<'_>) -> Result<(u32, u32), ExcelError> {
    let rows = number(start, "table:number-rows-spanned")?;
    Ok((rows, number(start, "table:number-columns-spanned")?))
}

/// A count, 1 where it is not told.
fn number(start: &BytesStart<'_>, name: &str) -> Result<u32, ExcelError> {
    let value = attribute(start, name)?;
    let count = value.map(|value| value.parse::<u32>()).transpose();
    Ok(count.map_err(ExcelError::damaged)?.unwrap_or(1).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::archive;

    fn book(table: &str) -> Vec<u8> {
        let content = format!(
            r#"<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="off"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"#
        );
        archive(&[(CONTENT, content.into_bytes())])
    }

    fn first(table: &str) -> Result<Sheet, ExcelError> {
        read(&book(table)).map(|mut sheets| sheets.remove(0))
    }

    #[test]
    fn cells_are_read_by_their_type() {
        let sheet = first(
            r#"<table:table table:name="a&amp;b"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
               <table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>听雨&lt;社区<text:s text:c="2"/>甲</text:p><office:annotation><text:p>批注</text:p></office:annotation></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="12"><text:p>12人</text:p></table:table-cell>
               <table:table-cell office:value-type="date" office:date-value="2023-05-01"><text:p>2023年5月</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row></table:table>"#,
        )
        .unwrap();
        assert_eq!(sheet.name, "a&b");
        let row = sheet.row(2).unwrap();
        assert_eq!(row.cell(0), &CellValue::Text("听雨<社区  甲".to_owned()));
        assert_eq!(row.cell(2), &CellValue::Number(12.0));
        assert_eq!(row.cell(3).display(), "2023年5月");
        assert_eq!(row.cell(4), &CellValue::Bool(true));
        assert_eq!((sheet.merges[0].left, sheet.merges[0].right), (0, 1));
    }

    #[test]
    fn repetition_is_bounded() {
        let table = |rows: &str, columns: &str| {
            format!(
                r#"<table:table table:name="t"><table:table-row table:number-rows-repeated="{rows}"><table:table-cell office:value-type="string" table:number-columns-repeated="{columns}"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"#
            )
        };
        assert!(matches!(
            first(&table("1", "4000000000")),
            Err(ExcelError::TooWide { .. })
        ));
        assert!(matches!(
            first(&table("4000000000", "1")),
            Err(ExcelError::TooMuchContent)
        ));
        assert!(matches!(
            first(&table("x", "1")),
            Err(ExcelError::Damaged { .. })
        ));
        assert_eq!(first(&table("3", "2")).unwrap().rows.len(), 3);
    }

    #[test]
    fn sheets_that_are_not_shown_are_passed_over() {
        let hidden = r#"<table:table table:name="t" table:style-name="off"></table:table>"#;
        assert!(matches!(first(hidden), Err(ExcelError::NoSheet)));
    }
}
