//! The sheet to fill in, made from a register's columns: notes on the headings, lists to choose
//! from, and either an example row that import passes over or rows that are known already.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Note, Worksheet};

use super::columns::{Column, Kind, RECORD};
use super::table::EXAMPLE_MARK;
use super::write::{Book, CellData, Properties, SheetPlace, SheetSpec, WriteColumn, WriteKind};
use super::{ExcelError, text};

/// Hidden sheet that holds the lists: inline ones end at 255 characters.
const LISTS: &str = "选项";
/// Rows drawn ready to fill in.
const DRAWN_ROWS: usize = 100;
/// Rows drawn below those that are filled in already.
const SPARE_ROWS: usize = 15;
/// Narrowest column to write sentences into, in digits.
const WRITING_WIDTH: usize = 36;
/// Rows that offer lists.
const OFFERED_ROWS: u32 = 5_000;

/// What a template is made from.
#[derive(Debug, Clone)]
pub struct TemplateSpec<'a> {
    /// Name of the sheet.
    pub sheet: &'a str,
    /// Line above the header.
    pub title: &'a str,
    /// How to fill it in.
    pub note: &'a str,
    /// The register's columns.
    pub columns: &'a [Column<'a>],
    /// Lists of the office's own, by column key, such as its communities.
    pub lists: &'a [(&'a str, Vec<String>)],
    /// Rows filled in already, in the order of the columns; with none there is an example row.
    pub rows: Option<&'a [Vec<CellData>]>,
}

impl WriteKind {
    /// How a declared kind is written.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Text | Kind::Lines | Kind::Words => Self::Long,
            Kind::Name => Self::Text,
            Kind::Integer => Self::Integer,
            Kind::Phone => Self::Code,
            Kind::Marks => Self::Decimal,
            Kind::FuzzyDate | Kind::Day => Self::Date,
            Kind::Choice(_) | Kind::Bool | Kind::Period => Self::Short,
        }
    }
}

impl From<&Column<'_>> for WriteColumn {
    fn from(column: &Column) -> Self {
        let group = column.group.map(str::to_owned);
        Self {
            group,
            ..Self::new(column.title, WriteKind::of(column.kind))
        }
    }
}

/// Writes templates into one workbook, a sheet for each.
///
/// # Errors
/// [`ExcelError::Write`].
pub fn write_templates(
    properties: &Properties,
    specs: &[TemplateSpec<'_>],
) -> Result<Vec<u8>, ExcelError> {
    let mut book = Book::new(properties)?;
    add_templates(&mut book, specs)?;
    book.save()
}

/// Adds templates to a workbook, and the hidden sheet of their lists.
///
/// # Errors
/// [`ExcelError::Write`].
pub fn add_templates(book: &mut Book, specs: &[TemplateSpec<'_>]) -> Result<(), ExcelError> {
    let mut lists: Vec<Vec<String>> = Vec::new();
    for spec in specs {
        let place = book.add_sheet(&sheet_spec(spec))?;
        let (worksheet, _) = book.sheet(spec.sheet)?;
        add_notes(worksheet, spec.columns, place)?;
        for (column, items) in offered_lists(spec) {
            offer(worksheet, place, column, lists.len(), items.len())?;
            lists.push(items);
        }
    }
    // Last, since one hidden sheet holds the lists of all the others.
    if !lists.is_empty() {
        write_lists(book, &lists)?;
    }
    Ok(())
}

fn sheet_spec(spec: &TemplateSpec<'_>) -> SheetSpec {
    let number = WriteColumn::new("序号", WriteKind::Short);
    let declared = spec.columns.iter().map(|column| {
        let star = if column.required { "*" } else { "" };
        let plain = WriteColumn::from(column);
        WriteColumn {
            title: format!("{star}{}", plain.title),
            width: width(column, spec.rows.is_some()),
            hidden: column.key == RECORD.key,
            ..plain
        }
    });
    let (mut rows, drawn) = match spec.rows {
        Some(rows) => (filled(rows), rows.len() + SPARE_ROWS),
        None => (vec![example(spec.columns)], DRAWN_ROWS),
    };
    rows.resize(drawn, Vec::new());
    SheetSpec {
        name: spec.sheet.to_owned(),
        title: Some(spec.title.to_owned()),
        note: Some(spec.note.to_owned()),
        columns: std::iter::once(number).chain(declared).collect(),
        rows,
        frozen_columns: 1,
        ..SheetSpec::default()
    }
}

/// Width of a column to fill in. Where rows are filled in already it follows from them, though
/// sentences that are written by hand need room.
fn width(column: &Column, is_filled: bool) -> Option<u16> {
    let width = text::width(column.example).max(text::width(column.title)) + 6;
    let width = match (is_filled, column.kind) {
        (true, Kind::Text | Kind::Lines | Kind::Words) => width.max(WRITING_WIDTH),
        (true, _) => return None,
        (false, _) => width,
    };
    Some(u16::try_from(width).unwrap_or(20))
}

fn filled(rows: &[Vec<CellData>]) -> Vec<Vec<CellData>> {
    let numbered = (1_i64..).zip(rows);
    numbered
        .map(|(number, cells)| {
            let number = std::iter::once(number.into());
            number.chain(cells.iter().cloned()).collect()
        })
        .collect()
}

fn example(columns: &[Column]) -> Vec<CellData> {
    let declared = columns.iter().map(|column| match column.kind {
        Kind::Integer => column.example.parse::<i64>().ok().into(),
        Kind::Marks => marks(column.example),
        _ => column.example.into(),
    });
    std::iter::once(EXAMPLE_MARK.into())
        .chain(declared)
        .collect()
}

fn marks(example: &str) -> CellData {
    let read = super::values::marks::of_text(example);
    read.map_or(CellData::Empty, CellData::Thousandths)
}

/// Declared columns follow the running number.
fn sheet_column(index: usize) -> u16 {
    u16::try_from(index + 1).unwrap_or(u16::MAX)
}

fn add_notes(
    worksheet: &mut Worksheet,
    columns: &[Column],
    place: SheetPlace,
) -> Result<(), ExcelError> {
    let grouped = columns.iter().any(|column| column.group.is_some());
    for (at, column) in columns
        .iter()
        .enumerate()
        .filter(|(_, column)| !column.hint.is_empty())
    {
        // A heading without a group is merged upwards, and a merged cell's note sits at its anchor.
        let merged_up = grouped && column.group.is_none();
        let row = place.header - u32::from(merged_up);
        let required = if column.required { "必填。" } else { "" };
        let note = Note::new(format!("{required}{}", column.hint)).add_author_prefix(false);
        worksheet.insert_note(row, sheet_column(at), &note)?;
    }
    Ok(())
}

/// Lists to choose from, by sheet column.
fn offered_lists(spec: &TemplateSpec<'_>) -> Vec<(u16, Vec<String>)> {
    let list = |(at, column): (usize, &Column)| {
        let own = spec.lists.iter().find(|(key, _)| *key == column.key);
        let items: Vec<String> = match (own, column.kind) {
            (Some((_, items)), _) => items.clone(),
            (None, Kind::Choice(choices)) => choices.iter().map(|c| c.value.to_owned()).collect(),
            (None, Kind::Bool) => vec!["是".to_owned(), "否".to_owned()],
            _ => Vec::new(),
        };
        (!items.is_empty()).then(|| (sheet_column(at), items))
    };
    spec.columns.iter().enumerate().filter_map(list).collect()
}

/// Offers the list in the hidden sheet's column `list`; other values are warned of, not refused,
/// since import reads synonyms and new names too.
fn offer(
    worksheet: &mut Worksheet,
    place: SheetPlace,
    column: u16,
    list: usize,
    items: usize,
) -> Result<(), ExcelError> {
    let letters = text::column_letters(u32::try_from(list).unwrap_or_default());
    let range = format!("={LISTS}!${letters}$1:${letters}${items}");
    let validation = DataValidation::new()
        .allow_list_formula(Formula::new(range))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("不在列表中")?
        .set_error_message("所填内容不在下拉列表中，确定要这样填吗？")?;
    worksheet.add_data_validation(place.first, column, OFFERED_ROWS, column, &validation)?;
    Ok(())
}

fn write_lists(book: &mut Book, lists: &[Vec<String>]) -> Result<(), ExcelError> {
    let (worksheet, _) = book.add_blank(LISTS)?;
    worksheet.set_hidden(true);
    for (at, items) in (0_u16..).zip(lists) {
        for (row, item) in (0_u32..).zip(items) {
            worksheet.write_string(row, at, item)?;
        }
    }
    Ok(())
}
