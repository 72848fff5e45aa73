//! The first page: cards, charts, what asks for attention, and every figure with its definition.

mod figures;

use tables::xlsx::{Format, FormatAlign, FormatBorder, FormatUnderline, Url, Worksheet};

use super::charts::{self, ChartPlaces};
use super::data::{Attention, AttentionLevel, SummaryData};
use super::{ASSIGNMENTS, MEETINGS, OVERVIEW};
use tables::write::{Styles, Tone, lines_of, row_height, set_up_print, sheet_link, style};
use tables::{Book, ExcelError};

/// Columns of the page's grid; a pair of them carries a card.
pub(super) const COLUMNS: u16 = 12;
pub(super) const LAST: u16 = COLUMNS - 1;
const WIDTHS: [u16; 2] = [10, 12];
const CHART_ROWS: u32 = 11;
const CHART_ROW_HEIGHT: u32 = 22;
/// Digits of the columns that carry what asks for attention.
const ATTENTION_WIDTH: usize = 76;
const GAP: f64 = 8.0;

/// Lays out the overview on the sheet added for it; `sheets` are the registers' and the first row of their
/// records.
///
/// # Errors
/// [`ExcelError::Write`].
pub fn write(
    book: &mut Book,
    data: &SummaryData,
    places: ChartPlaces,
    sheets: &[(&str, u32)],
) -> Result<(), ExcelError> {
    let (worksheet, styles) = book.sheet(OVERVIEW)?;
    let mut page = Page {
        worksheet,
        styles,
        sheets,
        row: 0,
    };
    page.set_up()?;
    page.titles(data)?;
    figures::cards(&mut page, &data.figures)?;
    page.charts(places)?;
    page.attention(&data.attention)?;
    figures::table(&mut page, &data.figures)?;
    page.worksheet
        .set_print_area(0, 0, page.row.saturating_sub(1), LAST)?;
    page.worksheet.set_active(true);
    Ok(())
}

/// Writes a link to the top of a sheet.
///
/// # Errors
/// [`ExcelError::Write`].
pub fn write_link(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    sheet: &str,
) -> Result<(), ExcelError> {
    let format = Format::new()
        .set_font_name(style::FONT)
        .set_font_size(9)
        .set_font_color(Tone::Doing.strong())
        .set_underline(FormatUnderline::Single)
        .set_align(FormatAlign::Right)
        .set_align(FormatAlign::VerticalCenter);
    let url = Url::new(sheet_link(sheet, 0, 0)).set_text(text);
    worksheet.write_url_with_format(row, column, url, &format)?;
    Ok(())
}

/// The page being laid out, from the top.
pub(super) struct Page<'a> {
    pub worksheet: &'a mut Worksheet,
    pub styles: &'a Styles,
    /// The registers' sheets and the first row of their records.
    sheets: &'a [(&'a str, u32)],
    /// Next free row.
    pub row: u32,
}

impl Page<'_> {
    fn set_up(&mut self) -> Result<(), ExcelError> {
        for column in 0..COLUMNS {
            self.worksheet
                .set_column_width(column, WIDTHS[usize::from(column % 2)])?;
        }
        // Leaders read it printed, and want the one page that says where things stand.
        set_up_print(self.worksheet);
        self.worksheet
            .set_print_fit_to_pages(1, 1)
            .set_margins(0.5, 0.5, 0.4, 0.55, 0.2, 0.25)
            .set_screen_gridlines(false)
            .set_tab_color(Tone::Brand.strong());
        Ok(())
    }

    fn titles(&mut self, data: &SummaryData) -> Result<(), ExcelError> {
        let title = self.styles.title.clone().set_font_size(20);
        let text = format!("{}“大党委”工作汇总", data.office);
        self.line(&text, &title, 36.0)?;
        // A running period counts up to the day of the figures, so the paper tells that day.
        let until = data.generated_at.format("%Y年%-m月%-d日 %H:%M");
        let note = self.styles.note.clone().set_font_size(10);
        self.line(
            &format!("{} · {} · 数据截至 {until}", data.period, data.scope),
            &note,
            20.0,
        )?;
        self.gap()
    }

    /// A line of text over the whole width.
    pub fn line(&mut self, text: &str, format: &Format, height: f64) -> Result<(), ExcelError> {
        self.worksheet
            .merge_range(self.row, 0, self.row, LAST, text, format)?;
        self.worksheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    pub fn gap(&mut self) -> Result<(), ExcelError> {
        self.worksheet.set_row_height(self.row, GAP)?;
        self.row += 1;
        Ok(())
    }

    /// A section's heading, underlined in the product's red.
    pub fn heading(&mut self, text: &str) -> Result<(), ExcelError> {
        let format = self
            .styles
            .base
            .clone()
            .set_bold()
            .set_font_size(12)
            .set_border_bottom(FormatBorder::Medium)
            .set_border_bottom_color(style::BRAND);
        self.line(text, &format, 24.0)
    }

    /// Rows as high as a chart; gives the first.
    fn chart_rows(&mut self) -> Result<u32, ExcelError> {
        let top = self.row;
        for row in top..top + CHART_ROWS {
            self.worksheet
                .set_row_height_pixels(row, CHART_ROW_HEIGHT)?;
        }
        self.row = top + CHART_ROWS;
        Ok(top)
    }

    fn charts(&mut self, places: ChartPlaces) -> Result<(), ExcelError> {
        let top = self.chart_rows()?;
        let half = COLUMNS / 2;
        match places.meetings {
            Some(rows) => self.chart(top, 0, 2, charts::meetings(rows))?,
            None => self.no_chart(top, 0, MEETINGS)?,
        }
        match places.assignments {
            Some(rows) => self.chart(top, half, 2, charts::assignments(rows))?,
            None => self.no_chart(top, half, ASSIGNMENTS)?,
        }
        let more = [
            places.partners.map(charts::partners),
            places.stars.map(charts::stars),
        ];
        match more {
            [None, None] => {}
            [Some(left), Some(right)] => {
                self.gap()?;
                let top = self.chart_rows()?;
                self.chart(top, 0, 2, left)?;
                self.chart(top, half, 2, right)?;
            }
            [Some(only), None] | [None, Some(only)] => {
                self.gap()?;
                let top = self.chart_rows()?;
                self.chart(top, 0, 1, only)?;
            }
        }
        self.gap()
    }

    /// Puts a chart over one of so many parts of the page.
    fn chart(
        &mut self,
        row: u32,
        column: u16,
        parts: u32,
        mut chart: tables::xlsx::Chart,
    ) -> Result<(), ExcelError> {
        // Columns are measured in digits, charts in pixels; Excel counts so many pixels to a
        // digit.
        const PIXELS_PER_DIGIT: u32 = 7;
        const PADDING: u32 = 5;
        let pair: u32 = WIDTHS
            .iter()
            .map(|w| u32::from(*w) * PIXELS_PER_DIGIT + PADDING)
            .sum();
        chart
            .set_width(pair * u32::from(COLUMNS) / (2 * parts) - 6)
            .set_height(CHART_ROWS * CHART_ROW_HEIGHT - 4);
        self.worksheet
            .insert_chart_with_offset(row, column, &chart, 2, 2)?;
        Ok(())
    }

    fn no_chart(&mut self, row: u32, column: u16, subject: &str) -> Result<(), ExcelError> {
        let format = self.styles.note.clone().set_align(FormatAlign::Center);
        let (bottom, right) = (row + CHART_ROWS - 1, column + COLUMNS / 2 - 1);
        let text = format!("{subject}：本期暂无数据");
        self.worksheet
            .merge_range(row, column, bottom, right, &text, &format)?;
        Ok(())
    }

    fn attention(&mut self, items: &[Attention]) -> Result<(), ExcelError> {
        self.heading(&format!("提请研究事项（{} 项）", items.len()))?;
        if items.is_empty() {
            let note = self.styles.note.clone().set_font_size(10);
            self.line("本期没有需要提请研究的事项。", &note, 20.0)?;
        }
        for item in items {
            self.attention_line(item)?;
        }
        self.gap()
    }

    fn attention_line(&mut self, item: &Attention) -> Result<(), ExcelError> {
        let (label, tone) = match item.level {
            AttentionLevel::Decide => ("请审定", Tone::Late),
            AttentionLevel::Watch => ("请关注", Tone::Soon),
        };
        let plain = ruled(&self.styles.base)
            .set_text_wrap()
            .set_align(FormatAlign::Left)
            .set_indent(1);
        let badge = ruled(&self.styles.base)
            .merge(&tone.highlight())
            .set_bold()
            .set_align(FormatAlign::Center);
        let row = self.row;
        self.worksheet
            .write_string_with_format(row, 0, label, &badge)?;
        self.worksheet.merge_range(
            row,
            1,
            row,
            7,
            &item.text,
            &style::typed(&plain, &item.text),
        )?;
        let soft = plain.set_font_color(style::INK_SOFT);
        self.worksheet
            .merge_range(row, 8, row, 10, &item.concerning, &soft)?;
        let sheet = item.sheet.as_deref();
        let records = |name| self.sheets.iter().find(|(sheet, _)| *sheet == name);
        let first = sheet.and_then(records).map_or(0, |(_, first)| *first);
        self.link_cell(row, sheet.map(|sheet| (sheet, first + item.row)))?;
        // Excel fits no row to the text of merged cells.
        let height = row_height(lines_of(&item.text, ATTENTION_WIDTH));
        self.worksheet.set_row_height(row, height.max(22.0))?;
        self.row += 1;
        Ok(())
    }

    /// The last column's link to the records on a sheet, or an empty cell with the same rule below.
    pub fn link_cell(&mut self, row: u32, to: Option<(&str, u32)>) -> Result<(), ExcelError> {
        let format = ruled(&self.styles.base).set_align(FormatAlign::Center);
        match to {
            Some((sheet, record)) => {
                let format = format
                    .set_font_color(Tone::Doing.strong())
                    .set_underline(FormatUnderline::Single);
                let url = Url::new(sheet_link(sheet, record, 0)).set_text("查看明细");
                self.worksheet
                    .write_url_with_format(row, LAST, url, &format)?;
            }
            None => {
                self.worksheet.write_blank(row, LAST, &format)?;
            }
        }
        Ok(())
    }
}

/// A format with a thin rule below.
pub(super) fn ruled(format: &Format) -> Format {
    format
        .clone()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(style::LINE)
}
