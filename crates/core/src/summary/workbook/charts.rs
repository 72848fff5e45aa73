//! The overview's charts, drawn from a sheet of their own so that their numbers can be checked.

use tables::xlsx::{
    Chart, ChartAxis, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill,
    ChartType, Color,
};

use super::data::SummaryData;
use super::partners::hours;
use super::{CHART_DATA, overview};
use tables::write::{Tone, style};
use tables::{Book, CellData, ExcelError, SheetSpec, WriteColumn, WriteKind};

const PLANNED: Color = Color::RGB(0x00C5_D3E8);

/// Rows of each chart's numbers on the data sheet, 0-based; `None` when there are none.
#[derive(Debug, Clone, Copy)]
pub struct ChartPlaces {
    /// First and last row of meetings by committee.
    pub meetings: Option<(u32, u32)>,
    /// First and last row of assignments by month.
    pub assignments: Option<(u32, u32)>,
    /// First and last row of partners' hours by month.
    pub partners: Option<(u32, u32)>,
    /// First and last row of buildings by stars and month.
    pub stars: Option<(u32, u32)>,
}

/// Writes the charts' numbers side by side onto one sheet.
pub fn write_data(book: &mut Book, data: &SummaryData) -> Result<ChartPlaces, ExcelError> {
    let place = book.add_sheet(&spec(data))?;
    let (worksheet, _) = book.sheet(CHART_DATA)?;
    overview::write_link(worksheet, (0, 6), "返回总览", super::OVERVIEW)?;
    let rows = |count: usize| {
        let count = u32::try_from(count).unwrap_or_default();
        (count > 0).then(|| (place.first, place.first + count - 1))
    };
    Ok(ChartPlaces {
        meetings: rows(data.meeting_counts.len()),
        assignments: rows(data.assignment_months.len()),
        partners: rows(data.partner_hours.len()),
        stars: rows(data.star_months.len()),
    })
}

fn spec(data: &SummaryData) -> SheetSpec {
    let meetings = "联席会议（今年累计，次）";
    let assignments = "交办事项（按应办结月份，项）";
    let columns = vec![
        WriteColumn::new("大党委", WriteKind::Text)
            .wide(18)
            .under(meetings),
        WriteColumn::new("计划", WriteKind::Integer)
            .wide(12)
            .under(meetings),
        WriteColumn::new("实际", WriteKind::Integer)
            .wide(12)
            .under(meetings),
        WriteColumn::new(" ", WriteKind::Text).wide(4),
        WriteColumn::new("月份", WriteKind::Text)
            .wide(14)
            .under(assignments),
        WriteColumn::new("办结", WriteKind::Integer)
            .wide(12)
            .under(assignments),
        WriteColumn::new("逾期", WriteKind::Integer)
            .wide(12)
            .under(assignments),
        WriteColumn::new("  ", WriteKind::Text).wide(4),
    ]
    .into_iter()
    .chain(star_columns())
    .chain(partner_columns())
    .collect();
    let lengths = [
        data.meeting_counts.len(),
        data.assignment_months.len(),
        data.star_months.len(),
        data.partner_hours.len(),
    ];
    let count = lengths.into_iter().max().unwrap_or_default();
    SheetSpec {
        name: CHART_DATA.to_owned(),
        title: Some("图表数据".to_owned()),
        note: Some("总览中各图的数据。".to_owned()),
        columns,
        rows: (0..count).map(|at| row(data, at)).collect(),
        unfiltered: true,
        tab: Some(Tone::Muted),
        ..SheetSpec::default()
    }
}

/// The names of stars, most first, with their place among the counts.
const STAR_NAMES: [(&str, usize); 6] = [
    ("五星", 5),
    ("四星", 4),
    ("三星", 3),
    ("二星", 2),
    ("一星", 1),
    ("不足一星", 0),
];
/// First column of the stars' numbers.
const STAR_COLUMN: u16 = 8;

fn star_columns() -> impl Iterator<Item = WriteColumn> {
    let group = "楼栋星级（按考评月份，栋）";
    let month = WriteColumn::new("考评月份", WriteKind::Text).wide(14);
    let stars = STAR_NAMES.map(|(name, _)| WriteColumn::new(name, WriteKind::Integer).wide(10));
    std::iter::once(month)
        .chain(stars)
        .map(move |column| column.under(group))
}

fn star_cells(data: &SummaryData, at: usize) -> Vec<CellData> {
    let month = data.star_months.get(at);
    let count = |place: usize| month.and_then(|month| month.counts.get(place).copied());
    std::iter::once(month.map(|month| month.month.as_str()).into())
        .chain(STAR_NAMES.map(|(_, place)| count(place).into()))
        .collect()
}

fn row(data: &SummaryData, at: usize) -> Vec<CellData> {
    let mut cells = first_cells(data, at);
    cells.push(CellData::Empty);
    cells.extend(star_cells(data, at));
    cells.push(CellData::Empty);
    cells.extend(partner_cells(data, at));
    cells
}

fn first_cells(data: &SummaryData, at: usize) -> Vec<CellData> {
    let meeting = data.meeting_counts.get(at);
    let month = data.assignment_months.get(at);
    vec![
        meeting.map(|meeting| meeting.committee.as_str()).into(),
        meeting.map(|meeting| meeting.planned).into(),
        meeting.map(|meeting| meeting.held).into(),
        CellData::Empty,
        month.map(|month| month.month.as_str()).into(),
        month.map(|month| month.closed).into(),
        month.map(|month| month.overdue).into(),
    ]
}

/// First column of the partners' numbers.
const PARTNER_COLUMN: u16 = 16;

fn partner_columns() -> [WriteColumn; 4] {
    let group = "合伙人服务（按月份，小时）";
    [
        WriteColumn::new("   ", WriteKind::Text).wide(4),
        WriteColumn::new("服务月份", WriteKind::Text)
            .wide(14)
            .under(group),
        WriteColumn::new("合伙人", WriteKind::Decimal)
            .wide(12)
            .under(group),
        WriteColumn::new("志愿者", WriteKind::Decimal)
            .wide(12)
            .under(group),
    ]
}

fn partner_cells(data: &SummaryData, at: usize) -> [CellData; 3] {
    let month = data.partner_hours.get(at);
    let cell = |minutes: Option<i64>| minutes.map_or(CellData::Empty, hours);
    [
        month.map(|month| month.month.as_str()).into(),
        cell(month.map(|month| month.partners)),
        cell(month.map(|month| month.volunteers)),
    ]
}

/// Hours of partners and volunteers, stacked for each month.
pub fn partners(rows: (u32, u32)) -> Chart {
    let mut chart = Chart::new(ChartType::ColumnStacked);
    let labels = PARTNER_COLUMN;
    add_series(
        &mut chart,
        "合伙人",
        rows,
        (labels, labels + 1),
        Tone::Doing.strong(),
    )
    .set_gap(80);
    add_series(
        &mut chart,
        "志愿者",
        rows,
        (labels, labels + 2),
        Tone::Done.strong(),
    );
    dress(&mut chart, "合伙人和志愿者服务时长（按月份，小时）");
    chart
}

/// Meetings planned and held, side by side for each committee.
pub fn meetings(rows: (u32, u32)) -> Chart {
    let mut chart = Chart::new(ChartType::Column);
    add_series(&mut chart, "计划", rows, (0, 1), PLANNED)
        .set_gap(60)
        .set_overlap(0);
    add_series(&mut chart, "实际", rows, (0, 2), Tone::Doing.strong());
    dress(&mut chart, "联席会议：计划与实际（今年累计，次）");
    chart
}

/// Assignments closed and overdue, stacked for each month.
pub fn assignments(rows: (u32, u32)) -> Chart {
    let mut chart = Chart::new(ChartType::ColumnStacked);
    add_series(&mut chart, "办结", rows, (4, 5), Tone::Done.strong()).set_gap(80);
    add_series(&mut chart, "逾期", rows, (4, 6), Tone::Late.strong());
    dress(&mut chart, "交办事项：办结与逾期（按应办结月份，项）");
    chart
}

/// Buildings by stars, stacked for each published month.
pub fn stars(rows: (u32, u32)) -> Chart {
    let tones = [
        Tone::Brand,
        Tone::Done,
        Tone::Doing,
        Tone::Soon,
        Tone::Late,
        Tone::Muted,
    ];
    let mut chart = Chart::new(ChartType::ColumnStacked);
    // A year that has just begun has few months: its bars shall not grow as wide as the page.
    let missing = u16::try_from(12_u32.saturating_sub(rows.1 - rows.0 + 1)).unwrap_or_default();
    let gap = 80 + missing * 35;
    for ((values, (name, _)), tone) in (STAR_COLUMN + 1..).zip(STAR_NAMES).zip(tones) {
        let place = (STAR_COLUMN, values);
        add_series(&mut chart, name, rows, place, tone.strong()).set_gap(gap);
    }
    dress(&mut chart, "楼栋星级分布（按考评月份，栋）");
    chart
}

fn add_series<'a>(
    chart: &'a mut Chart,
    name: &str,
    (first, last): (u32, u32),
    (labels, values): (u16, u16),
    colour: Color,
) -> &'a mut tables::xlsx::ChartSeries {
    chart
        .add_series()
        .set_name(name)
        .set_categories((CHART_DATA, first, labels, last, labels))
        .set_values((CHART_DATA, first, values, last, values))
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)))
}

fn dress(chart: &mut Chart, title: &str) {
    chart
        .title()
        .set_name(title)
        .set_font(&font(11, style::INK).set_bold().clone());
    chart
        .legend()
        .set_position(ChartLegendPosition::Top)
        .set_font(&font(9, style::INK_SOFT));
    dress_axis(chart.x_axis()).set_major_gridlines(false);
    let lines = ChartLine::new()
        .set_color(style::LINE)
        .set_width(0.5)
        .clone();
    dress_axis(chart.y_axis())
        .set_num_format("0")
        .set_major_gridlines_line(&lines)
        .set_min(0);
    let frame = ChartLine::new().set_color(style::LINE).clone();
    chart
        .chart_area()
        .set_format(ChartFormat::new().set_border(&frame));
}

fn dress_axis(axis: &mut ChartAxis) -> &mut ChartAxis {
    let line = ChartLine::new().set_color(style::LINE).clone();
    axis.set_font(&font(8, style::INK_SOFT))
        .set_format(ChartFormat::new().set_line(&line))
}

fn font(size: u8, colour: Color) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(style::FONT)
        .set_size(size)
        .set_color(colour)
        .unset_bold();
    font
}
