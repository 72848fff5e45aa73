//! The writing kit: a sheet is told as columns and rows, and comes out frozen, filtered, printable
//! and as wide as its Chinese text.

mod layout;
mod links;
mod naming;
pub mod style;
mod table;

use chrono::{NaiveDateTime, Timelike};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use super::{ExcelError, Value};
use ground::calendar::FuzzyDate;

pub use layout::{lines_of, row_height};
pub use links::sheet_link;
pub use naming::{sheet_name, sheet_names};
use style::excel_date;
pub use style::{Styles, Tone, excel_day};
pub use table::SheetPlace;

/// One cell to write.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum CellData {
    /// Nothing.
    #[default]
    Empty,
    /// Text; safe whatever it begins with.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number in thousandths, as marks are kept.
    Thousandths(i64),
    /// A part of a whole, written as a percentage; a whole of 0 is written as —.
    Share {
        /// Numerator.
        part: i64,
        /// Denominator.
        whole: i64,
    },
    /// A date: a real one when its day is known, else text such as 2023年5月.
    Date(FuzzyDate),
    /// Text that jumps to a place in the same workbook; make the target with [`sheet_link`].
    Link {
        /// What is shown.
        text: String,
        /// `internal:'表名'!A1`.
        target: String,
    },
}

impl From<&str> for CellData {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for CellData {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }
}

impl From<i64> for CellData {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<Value> for CellData {
    fn from(value: Value) -> Self {
        match value {
            Value::Integer(number) => Self::Integer(number),
            Value::Marks(thousandths) => Self::Thousandths(thousandths),
            Value::Date(date) => Self::Date(date),
            other => other.display().into(),
        }
    }
}

impl From<FuzzyDate> for CellData {
    fn from(date: FuzzyDate) -> Self {
        Self::Date(date)
    }
}

impl<T: Into<CellData>> From<Option<T>> for CellData {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// How a column's cells look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteKind {
    /// Text, from the left.
    Text,
    /// Text of any length, wrapped in a wide column.
    Long,
    /// Short text such as a state, centred.
    Short,
    /// Phone and ID numbers, kept as text when edited too.
    Code,
    /// Whole numbers.
    Integer,
    /// Numbers with up to three decimals.
    Decimal,
    /// Percentages.
    Share,
    /// Dates.
    Date,
}

/// One column to write.
#[derive(Debug, Clone, PartialEq)]
pub struct WriteColumn {
    /// Heading above this and its neighbours; equal neighbours are merged.
    pub group: Option<String>,
    /// Heading.
    pub title: String,
    /// How its cells look.
    pub kind: WriteKind,
    /// Width in digits; measured from the content when `None`.
    pub width: Option<u16>,
    /// Written but not shown, as record ids are.
    pub hidden: bool,
}

impl WriteColumn {
    /// A visible column as wide as its content.
    pub fn new(title: impl Into<String>, kind: WriteKind) -> Self {
        Self {
            group: None,
            title: title.into(),
            kind,
            width: None,
            hidden: false,
        }
    }

    /// The same under a common heading.
    #[must_use]
    pub fn under(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// The same with a fixed width in digits.
    #[must_use]
    pub fn wide(mut self, width: u16) -> Self {
        self.width = Some(width);
        self
    }
}

/// Colours a column's cells, or whole rows, where the column holds a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Highlight {
    /// Index of the column looked at.
    pub column: usize,
    /// The text looked for.
    pub contains: String,
    /// The colour.
    pub tone: Tone,
    /// Last column coloured; the column itself when `None`.
    pub until: Option<usize>,
}

/// A sheet told as a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SheetSpec {
    /// Name on the tab.
    pub name: String,
    /// Line above the header.
    pub title: Option<String>,
    /// Small line below the title.
    pub note: Option<String>,
    /// Columns from the left.
    pub columns: Vec<WriteColumn>,
    /// Rows from the top; a short row leaves its last cells empty.
    pub rows: Vec<Vec<CellData>>,
    /// Conditional formats, the first that applies wins.
    pub highlights: Vec<Highlight>,
    /// Without a filter in the header, as for tables that are no list.
    pub unfiltered: bool,
    /// Columns from the left that stay in view.
    pub frozen_columns: u16,
    /// Colour of the tab.
    pub tab: Option<Tone>,
}

/// What a file says about itself in Excel's properties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Properties {
    /// Title of the workbook.
    pub title: String,
    /// The office that made it.
    pub author: String,
    /// When it was made, in the office's zone; passed in so that equal data make equal files.
    pub created: NaiveDateTime,
}

/// The level at which Excel itself compresses: 5 % larger than the library's own, a third faster.
const LIKE_EXCEL: u8 = 3;

/// A workbook being written.
pub struct Book {
    workbook: Workbook,
    styles: Styles,
}

impl Book {
    /// An empty workbook in the product's look.
    ///
    /// # Errors
    /// [`ExcelError::Write`].
    pub fn new(properties: &Properties) -> Result<Self, ExcelError> {
        let styles = Styles::new();
        let mut workbook = Workbook::new();
        workbook.set_default_format(&styles.base, 20, 64)?;
        workbook.set_zip_compression_level(LIKE_EXCEL);
        let document = DocProperties::new()
            .set_title(&properties.title)
            .set_author(&properties.author)
            .set_company(&properties.author)
            .set_creation_datetime(&excel_time(properties.created)?);
        workbook.set_properties(&document);
        Ok(Self { workbook, styles })
    }

    /// The formats every sheet shares.
    #[must_use]
    pub fn styles(&self) -> &Styles {
        &self.styles
    }

    /// Adds a sheet for free layout, with the styles to lay it out.
    ///
    /// # Errors
    /// [`ExcelError::Write`] when the name is not allowed.
    pub fn add_blank(&mut self, name: &str) -> Result<(&mut Worksheet, &Styles), ExcelError> {
        let worksheet = self.workbook.add_worksheet();
        worksheet.set_name(name)?;
        Ok((worksheet, &self.styles))
    }

    /// The same for a large table, whose rows go to a temporary file as they are written: rows must come in
    /// order, none is written again.
    fn add_large(&mut self, name: &str) -> Result<(&mut Worksheet, &Styles), ExcelError> {
        let worksheet = self.workbook.add_worksheet_with_low_memory()?;
        worksheet.set_name(name)?;
        Ok((worksheet, &self.styles))
    }

    /// Adds a table sheet, ready to read, filter and print.
    ///
    /// # Errors
    /// [`ExcelError::Write`] when the name is not allowed or the rows do not fit a sheet.
    pub fn add_sheet(&mut self, spec: &SheetSpec) -> Result<SheetPlace, ExcelError> {
        let (worksheet, styles) = self.add_blank(&spec.name)?;
        table::write(worksheet, styles, spec)
    }

    /// Adds table sheets, filled side by side on as many threads.
    ///
    /// # Errors
    /// [`ExcelError::Write`] when a name is not allowed or the rows do not fit a sheet.
    pub fn add_sheets(&mut self, specs: &[SheetSpec]) -> Result<Vec<SheetPlace>, ExcelError> {
        let before = self.workbook.worksheets().len();
        for spec in specs {
            self.add_blank(&spec.name)?;
        }
        // Sheets are added before any is filled: adding needs the workbook, filling only one's own
        // sheet.
        let (added, styles) = (&mut self.workbook.worksheets_mut()[before..], &self.styles);
        std::thread::scope(|scope| {
            let fill =
                |(worksheet, spec)| scope.spawn(move || table::write(worksheet, styles, spec));
            let filling: Vec<_> = added.iter_mut().zip(specs).map(fill).collect();
            let placed = |thread: std::thread::ScopedJoinHandle<'_, _>| match thread.join() {
                Ok(place) => place,
                Err(panic) => std::panic::resume_unwind(panic),
            };
            filling.into_iter().map(placed).collect()
        })
    }

    /// A sheet already added.
    ///
    /// # Errors
    /// [`ExcelError::Write`] when there is none of that name.
    pub fn sheet(&mut self, name: &str) -> Result<(&mut Worksheet, &Styles), ExcelError> {
        Ok((self.workbook.worksheet_from_name(name)?, &self.styles))
    }

    /// The finished file.
    ///
    /// # Errors
    /// [`ExcelError::Write`].
    pub fn save(mut self) -> Result<Vec<u8>, ExcelError> {
        Ok(self.workbook.save_to_buffer()?)
    }
}

/// Rows from which on a table is not kept in memory while it is written.
const LARGE: usize = 10_000;

/// A workbook of one table: any list as seen on screen.
///
/// # Errors
/// [`ExcelError::Write`].
pub fn write_table(properties: &Properties, spec: SheetSpec) -> Result<Vec<u8>, ExcelError> {
    let mut book = Book::new(properties)?;
    // Common headings are merged over two rows, and such a file takes rows in order only.
    let is_large = spec.rows.len() >= LARGE && spec.columns.iter().all(|c| c.group.is_none());
    let (worksheet, styles) = match is_large {
        true => book.add_large(&spec.name)?,
        false => book.add_blank(&spec.name)?,
    };
    table::write_whole(worksheet, styles, spec)?;
    book.save()
}

/// Digits that a line of A4 landscape holds at full size.
const A4_DIGITS: usize = 146;

/// The same for a table of so many digits across: on A3 where A4 would print it at less than two thirds of its
/// size.
fn set_up_print_of(worksheet: &mut Worksheet, digits: usize) {
    const A3: u8 = 8;
    set_up_print(worksheet);
    if digits * 2 > A4_DIGITS * 3 {
        worksheet.set_paper_size(A3);
    }
}

/// A sheet's print set-up: A4 landscape, one page wide, page numbers at the foot.
pub fn set_up_print(worksheet: &mut Worksheet) {
    const A4: u8 = 9;
    worksheet
        .set_paper_size(A4)
        .set_landscape()
        // One page wide, and as many high as it takes.
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.35)
        .set_print_center_horizontally(true)
        .set_footer("&L&9&A&C&9第 &P 页 共 &N 页");
}

fn excel_time(time: NaiveDateTime) -> Result<ExcelDateTime, ExcelError> {
    let date = excel_date(time.date())?;
    let hour = u16::try_from(time.hour()).unwrap_or_default();
    let minute = u8::try_from(time.minute()).unwrap_or_default();
    Ok(date.and_hms(hour, minute, f64::from(time.second()))?)
}

/// Whether a spreadsheet would take the text for a formula once it is edited.
fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests;
