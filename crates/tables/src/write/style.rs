//! The product's look in a spreadsheet: one palette and one set of formats.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline};

use super::{WriteKind, looks_like_formula};
use crate::ExcelError;
use ground::calendar::FuzzyDate;

/// Font of every cell; offices read on Windows, and other systems substitute it evenly.
pub const FONT: &str = "微软雅黑";
/// The product's red.
pub const BRAND: Color = Color::RGB(0x00B3_261E);
/// Text.
pub const INK: Color = Color::RGB(0x001D_2129);
/// Text of second rank.
pub const INK_SOFT: Color = Color::RGB(0x005B_6270);
/// Text of third rank.
pub const INK_FAINT: Color = Color::RGB(0x008A_919E);
/// Lines of a table.
pub const LINE: Color = Color::RGB(0x00D9_DDE3);
/// Ground of headers.
pub const GROUND: Color = Color::RGB(0x00F4_F5F7);

/// What a colour says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// The product's own.
    Brand,
    /// Not begun, or of no weight.
    Muted,
    /// Under way.
    Doing,
    /// Done.
    Done,
    /// To be watched.
    Soon,
    /// Overdue or wrong.
    Late,
}

impl Tone {
    /// Strong colour, for text, tabs and charts.
    #[must_use]
    pub fn strong(self) -> Color {
        Color::RGB(match self {
            Self::Brand => 0x00B3_261E,
            Self::Muted => 0x008A_919E,
            Self::Doing => 0x0024_57A6,
            Self::Done => 0x001E_7B4F,
            Self::Soon => 0x00A8_6200,
            Self::Late => 0x00C6_2828,
        })
    }

    /// Weak colour, for grounds.
    #[must_use]
    pub fn weak(self) -> Color {
        Color::RGB(self.weak_rgb())
    }

    /// The same as `RRGGBB`.
    #[must_use]
    pub fn weak_hex(self) -> String {
        format!("{:06X}", self.weak_rgb())
    }

    fn weak_rgb(self) -> u32 {
        match self {
            Self::Brand => 0x00FB_ECEB,
            Self::Muted => 0x00F0_F1F4,
            Self::Doing => 0x00EA_F1FB,
            Self::Done => 0x00E8_F5EE,
            Self::Soon => 0x00FD_F3E1,
            Self::Late => 0x00FD_ECEC,
        }
    }

    /// Format of a highlighted cell.
    #[must_use]
    pub fn highlight(self) -> Format {
        Format::new()
            .set_font_color(self.strong())
            .set_background_color(self.weak())
    }
}

/// A format, and the same for text that looks like a formula.
struct Pair {
    plain: Format,
    quoted: Format,
}

/// A format for a text that people typed: quoted where it looks like a formula.
#[must_use]
pub fn typed(format: &Format, text: &str) -> Format {
    match looks_like_formula(text) {
        true => format.clone().set_quote_prefix(),
        false => format.clone(),
    }
}

impl Pair {
    fn new(plain: Format) -> Self {
        Self {
            quoted: plain.clone().set_quote_prefix(),
            plain,
        }
    }
}

/// Formats shared by every sheet of a workbook.
pub struct Styles {
    /// The default of every cell.
    pub base: Format,
    /// Title of a sheet.
    pub title: Format,
    /// Line below the title.
    pub note: Format,
    /// Header of a table.
    pub header: Format,
    /// Link inside the workbook.
    pub link: Format,
    text: Pair,
    long: Pair,
    short: Pair,
    code: Pair,
    integer: Pair,
    decimal: Pair,
    share: Pair,
    date: Pair,
}

impl Styles {
    pub(super) fn new() -> Self {
        let base = base();
        let cell = base
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(LINE);
        let centred = cell.clone().set_align(FormatAlign::Center);
        let wrapped = cell
            .clone()
            .set_text_wrap()
            .set_align(FormatAlign::Left)
            .set_indent(1);
        let number = cell.clone().set_align(FormatAlign::Right).set_indent(1);
        Self {
            title: base
                .clone()
                .set_bold()
                .set_font_size(16)
                .set_font_color(BRAND),
            note: base.clone().set_font_size(9).set_font_color(INK_SOFT),
            header: centred
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_background_color(GROUND),
            link: cell
                .clone()
                .set_font_color(Tone::Doing.strong())
                .set_underline(FormatUnderline::Single),
            text: Pair::new(wrapped.clone()),
            long: Pair::new(wrapped),
            short: Pair::new(centred.clone().set_text_wrap()),
            code: Pair::new(centred.clone().set_num_format("@")),
            integer: Pair::new(number.clone().set_num_format("#,##0")),
            // General shows as many decimals as a number has.
            decimal: Pair::new(number.clone().set_num_format("General")),
            share: Pair::new(number.set_num_format("0.0%")),
            date: Pair::new(centred.set_num_format(r#"yyyy"年"m"月"d"日""#)),
            base,
        }
    }

    /// Format of a cell of a table.
    #[must_use]
    pub fn cell(&self, kind: WriteKind, text: &str) -> &Format {
        let pair = match kind {
            WriteKind::Text => &self.text,
            WriteKind::Long => &self.long,
            WriteKind::Short => &self.short,
            WriteKind::Code => &self.code,
            WriteKind::Integer => &self.integer,
            WriteKind::Decimal => &self.decimal,
            WriteKind::Share => &self.share,
            WriteKind::Date => &self.date,
        };
        if looks_like_formula(text) {
            &pair.quoted
        } else {
            &pair.plain
        }
    }
}

fn base() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(10)
        .set_font_color(INK)
        .set_align(FormatAlign::VerticalCenter)
}

/// A date as Excel counts it; none without a day, or before the first that Excel knows.
#[must_use]
pub fn excel_day(date: FuzzyDate) -> Option<ExcelDateTime> {
    match date {
        FuzzyDate::Day(day) => excel_date(day).ok(),
        _ => None,
    }
}

/// A day as Excel counts it.
///
/// # Errors
/// [`ExcelError::Write`] before 1900.
pub fn excel_date(day: NaiveDate) -> Result<ExcelDateTime, ExcelError> {
    let year = u16::try_from(day.year()).unwrap_or_default();
    let month = u8::try_from(day.month()).unwrap_or_default();
    let day = u8::try_from(day.day()).unwrap_or_default();
    Ok(ExcelDateTime::from_ymd(year, month, day)?)
}
