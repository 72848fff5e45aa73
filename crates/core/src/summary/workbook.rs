//! The leaders' workbook (领导汇总): one page that says where things stand, then a sheet per register.
//! Pure: what it shows is handed in, and equal data make equal files.

mod charts;
mod data;
mod overview;
mod partners;
mod sheets;
#[cfg(test)]
mod tests;

pub use data::{
    AssignmentMonth, AssignmentRow, Attention, AttentionLevel, BoardCell, BoardRow, BoardState,
    Figure, MeetingCount, MeetingRow, PartnerHours, PartnerLine, StarMonth, StarRow, SummaryData,
    UnitRow,
};

use tables::{Book, ExcelError, Properties, SheetSpec};

const OVERVIEW: &str = "总览";
const UNITS: &str = "成员单位";
const BOARD: &str = "轮值";
const MEETINGS: &str = "联席会议";
const ASSIGNMENTS: &str = "交办事项";
const PARTNERS: &str = "合伙人";
const STARS: &str = "楼栋星级";
const CHART_DATA: &str = "图表数据";

/// Writes the leaders' workbook.
///
/// # Errors
/// [`ExcelError::Write`].
pub fn write_summary(data: &SummaryData) -> Result<Vec<u8>, ExcelError> {
    let mut book = Book::new(&Properties {
        title: format!("{}“大党委”工作汇总（{}）", data.office, data.period),
        author: data.office.clone(),
        created: data.generated_at,
    })?;
    // Added first, since it is the first page; written last, since its links need to know where
    // the records of the others begin.
    book.add_blank(OVERVIEW)?;
    let specs = specs(data);
    let sheets = book.add_sheets(&specs)?;
    for spec in &specs {
        link_back(&mut book, spec)?;
    }
    let places = charts::write_data(&mut book, data)?;
    let sheets: Vec<(&str, u32)> = std::iter::zip(&specs, sheets)
        .map(|(spec, place)| (spec.name.as_str(), place.first))
        .collect();
    overview::write(&mut book, data, places, &sheets)?;
    book.save()
}

fn specs(data: &SummaryData) -> [SheetSpec; 6] {
    [
        sheets::units(data),
        sheets::board(data),
        sheets::meetings(data),
        sheets::assignments(data),
        partners::partners(data),
        sheets::stars(data),
    ]
}

/// A way back from a register's sheet to the overview.
fn link_back(book: &mut Book, spec: &SheetSpec) -> Result<(), ExcelError> {
    let last = u16::try_from(spec.columns.len().saturating_sub(1)).unwrap_or_default();
    let (worksheet, _) = book.sheet(&spec.name)?;
    overview::write_link(worksheet, (0, last), "返回总览", OVERVIEW)
}
