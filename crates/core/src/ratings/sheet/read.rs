use super::{COLUMNS, COMMUNITY, COMPOUND, EXCLUSION, JUDGE, RATED};
use crate::ratings::rules::{Marks, SchemeItem, SchemeRules};
use crate::ratings::scores::read_mark;
use crate::registers::Reading;
use ground::calendar::Month;
use ground::error::{Error, ErrorCode, Result};
use ground::points::{parse, show};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tables::header::Header;
use tables::sheet::{CellValue, Row, Sheet};
use tables::table::{preamble, read_located};
use tables::text::column_letters;
use tables::{Fault, ReadRow, SkipReason, Table, Value};

/// A column of the file: its letters and heading, for faults.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileCell {
    pub column: String,
    pub heading: String,
}

/// A sheet of the file.
#[derive(Debug, Clone)]
pub struct FileSheet {
    pub name: String,
    /// The columns of [`COLUMNS`].
    cells: Vec<FileCell>,
}

/// One line of the file: who rated whom.
#[derive(Debug, Clone, PartialEq)]
pub struct FileRow {
    /// Its sheet, by its place in the file.
    pub sheet: usize,
    /// Row number as Excel shows it.
    pub row: u32,
    pub community: Option<String>,
    pub compound: String,
    pub rated: String,
    pub judge: String,
    pub marks: Marks,
    /// What stands under 一票否决.
    pub exclusion: Option<String>,
}

/// A file of score sheets as read.
#[derive(Debug, Clone, Default)]
pub struct ScoreFile {
    pub sheets: Vec<FileSheet>,
    /// The months named above the headers or on the tabs.
    pub months: BTreeSet<Month>,
    /// Sheets of a month that was not asked for.
    pub other_months: Vec<String>,
    pub rows: Vec<FileRow>,
    /// Rows that name a pair and have no mark.
    pub unfilled: i64,
    pub faults: Vec<Fault>,
    pub corrections: Vec<Fault>,
}

impl ScoreFile {
    /// What is to be said about a row, at a column of [`COLUMNS`].
    pub fn fault(&self, row: &FileRow, at: usize, reason: String) -> Fault {
        let sheet = &self.sheets[row.sheet];
        let cell = sheet.cells.get(at).cloned().unwrap_or_default();
        Fault {
            sheet: sheet.name.clone(),
            row: row.row,
            column: cell.column,
            heading: cell.heading,
            reason,
        }
    }

    /// Where a sheet of that name stands in the file.
    pub fn place_of(&self, sheet: &str) -> Option<usize> {
        self.sheets.iter().position(|own| own.name == sheet)
    }
}

/// Reads every score sheet that was located by the columns of a scheme and has those it needs; a sheet that
/// names another month than `month` is left out.
///
/// # Errors
/// `File` where the full marks of a heading are not the scheme's.
pub fn read_scores(
    reading: &Reading<'_>,
    rules: &SchemeRules,
    month: Option<Month>,
) -> Result<ScoreFile> {
    let mut file = ScoreFile::default();
    let named = reading.located().filter_map(month_of);
    file.months = named.collect();
    for (sheet, header) in reading.complete() {
        let other = month_of((sheet, header)).filter(|named| month.is_some_and(|m| m != *named));
        if other.is_some() {
            file.other_months.push(sheet.name.clone());
            continue;
        }
        let items = item_columns(header, rules)?;
        let table = read_located(sheet, COLUMNS, header.first(COLUMNS.len()));
        Reader::new(sheet, rules, &items, &table).read_into(&mut file, table.clone());
    }
    Ok(file)
}

/// The month named above a sheet's header, or on its tab.
fn month_of((sheet, header): (&Sheet, &Header)) -> Option<Month> {
    let lines = preamble(sheet, header);
    let mut named = lines.iter().chain([&sheet.name]).rev();
    named.find_map(|line| month_in(line))
}

/// The file's column of each marked item, by its place in the scheme.
fn item_columns(header: &Header, rules: &SchemeRules) -> Result<BTreeMap<usize, u32>> {
    let mut found = BTreeMap::new();
    for ((place, item), column) in rules.marked().zip(&header.places[COLUMNS.len()..]) {
        if let Some(column) = *column {
            refuse_other_full_marks(item, header.heading(column))?;
            found.insert(place, column);
        }
    }
    Ok(found)
}

/// A heading may carry its full marks: `安全（40分）`.
fn refuse_other_full_marks(item: &SchemeItem, heading: &str) -> Result<()> {
    // Marks out of 30 taken as out of 40 would be wrong without anybody seeing it.
    let inner = heading.split(['（', '(']).nth(1);
    let digits = inner.map(|inner| {
        let figure = |ch: &char| ch.is_ascii_digit() || *ch == '.';
        let digits: String = inner
            .chars()
            .filter(|ch| *ch != '满')
            .take_while(figure)
            .collect();
        digits
    });
    let full = digits.as_deref().and_then(parse);
    if full.is_none_or(|full| full == item.full) {
        return Ok(());
    }
    let message = format!(
        "表头“{heading}”的满分与考评方案的 {} 分不一致，请核对方案或改用本期的评分表。",
        show(item.full)
    );
    Err(Error::new(ErrorCode::File, message))
}

/// The first `2026年10月` of a text.
fn month_in(text: &str) -> Option<Month> {
    let digits = |text: &str| -> String { text.chars().take_while(char::is_ascii_digit).collect() };
    text.match_indices('年').find_map(|(at, _)| {
        let before: String = text[..at].chars().rev().take(4).collect();
        let year: i32 = before.chars().rev().collect::<String>().parse().ok()?;
        let rest = &text[at + '年'.len_utf8()..];
        let month: u32 = digits(rest).parse().ok()?;
        Month::new(year, month).ok().filter(|_| year >= 2000)
    })
}

struct Reader<'a> {
    sheet: &'a Sheet,
    rules: &'a SchemeRules,
    items: &'a BTreeMap<usize, u32>,
    header: &'a Header,
    rows: HashMap<u32, &'a Row>,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    fn new(
        sheet: &'a Sheet,
        rules: &'a SchemeRules,
        items: &'a BTreeMap<usize, u32>,
        table: &'a Table,
    ) -> Self {
        Self {
            sheet,
            rules,
            items,
            header: &table.header,
            rows: sheet.rows.iter().map(|row| (row.number(), row)).collect(),
            faults: table.faults.clone(),
        }
    }

    fn read_into(mut self, file: &mut ScoreFile, table: Table) {
        // Given up for their names; the marks are read all the same, to tell every fault in one
        // pass.
        let wrong: BTreeSet<u32> = table.faults.iter().map(|fault| fault.row).collect();
        for row in wrong {
            self.marks(row);
        }
        for skipped in table
            .skipped
            .iter()
            .filter(|s| s.reason == SkipReason::Blank)
        {
            self.refuse_nameless(skipped.row);
        }
        let place = file.sheets.len();
        for read in table.rows {
            match self.row(read, place) {
                Some(Some(row)) => file.rows.push(row),
                Some(None) => file.unfilled += 1,
                None => {}
            }
        }
        let cells = (0..COLUMNS.len()).map(|at| cell_of(self.header, at));
        file.sheets.push(FileSheet {
            name: table.sheet,
            cells: cells.collect(),
        });
        self.faults.sort_by_key(|fault| fault.row);
        file.faults.append(&mut self.faults);
        file.corrections.extend(table.corrections);
    }

    /// A row; `Some(None)` for one that has no marks, nothing for one at fault.
    fn row(&mut self, mut read: ReadRow, sheet: usize) -> Option<Option<FileRow>> {
        let mut text = |at| read.take(at).and_then(Value::into_text);
        let exclusion = text(EXCLUSION);
        let (community, compound) = (text(COMMUNITY), text(COMPOUND));
        let (rated, judge) = (text(RATED), text(JUDGE));
        if !self.has_marks(read.row) && exclusion.is_none() {
            return Some(None);
        }
        let marks = self.marks(read.row)?;
        Some(Some(FileRow {
            sheet,
            row: read.row,
            community,
            compound: compound.unwrap_or_default(),
            rated: rated.unwrap_or_default(),
            judge: judge.unwrap_or_default(),
            marks,
            exclusion,
        }))
    }

    fn cell(&self, row: u32, column: u32) -> &'a CellValue {
        match self.rows.get(&row) {
            Some(row) => self.sheet.spread_down(row, column),
            None => &CellValue::Empty,
        }
    }

    fn has_marks(&self, row: u32) -> bool {
        self.items
            .values()
            .any(|column| !self.cell(row, *column).is_blank())
    }

    /// The marks of a row; every one that cannot be read is told.
    fn marks(&mut self, row: u32) -> Option<Marks> {
        let mut marks: Marks = vec![None; self.rules.items.len()];
        let before = self.faults.len();
        let rules = self.rules;
        for (place, item) in rules.marked() {
            let Some(column) = self.items.get(&place).copied() else {
                continue;
            };
            match written(self.cell(row, column)).and_then(|text| read_mark(item, &text)) {
                Ok(mark) => marks[place] = mark,
                Err(reason) => self.fault(row, column, reason),
            }
        }
        (self.faults.len() == before).then_some(marks)
    }

    /// Marks without a building and a judge look like a blank row to the table.
    fn refuse_nameless(&mut self, row: u32) {
        let column = self
            .items
            .values()
            .copied()
            .find(|column| !self.cell(row, *column).is_blank());
        if let Some(column) = column {
            self.fault(
                row,
                column,
                "这一行有分数，没有写楼栋和考评楼栋，请补填。".into(),
            );
        }
    }

    fn fault(&mut self, row: u32, column: u32, reason: String) {
        self.faults.push(Fault {
            sheet: self.sheet.name.clone(),
            row,
            column: column_letters(column),
            heading: self.header.heading(column).to_owned(),
            reason,
        });
    }
}

fn cell_of(header: &Header, at: usize) -> FileCell {
    let place = header.places[at];
    FileCell {
        column: place.map(column_letters).unwrap_or_default(),
        heading: place.map_or_else(
            || COLUMNS[at].title.to_owned(),
            |column| header.heading(column).to_owned(),
        ),
    }
}

/// A cell as a person would write its mark.
fn written(cell: &CellValue) -> Result<String, String> {
    match cell {
        CellValue::Number(number) => decimal(*number),
        CellValue::Error(error) => Err(format!("公式出错（{error}），请改为分数。")),
        CellValue::Date(_) | CellValue::BadDate(_) | CellValue::Bool(_) => {
            Err("这里不是分数，请把单元格改为数字。".into())
        }
        other => Ok(other.display()),
    }
}

/// A spreadsheet's number as a decimal of at most three places; 21.3 is not quite 21.3 there.
fn decimal(number: f64) -> Result<String, String> {
    const MOST: f64 = 1e9;
    const NEAR: f64 = 1e-6;
    let thousandths = (number * 1000.0).round();
    if number.abs() > MOST || (number * 1000.0 - thousandths).abs() > NEAR {
        return Err(format!("{number} 的小数超过三位，请取三位小数以内。"));
    }
    Ok(show(thousandths as i64))
}
