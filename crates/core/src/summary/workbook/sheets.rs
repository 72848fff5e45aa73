//! The registers' sheets behind the overview.

use chrono::NaiveDate;

use super::data::{
    AssignmentRow, BoardCell, BoardRow, BoardState, MeetingRow, StarRow, SummaryData, UnitRow,
};
use super::{ASSIGNMENTS, BOARD, MEETINGS, STARS, UNITS};
use ground::calendar::FuzzyDate;
use tables::write::{Highlight, Tone};
use tables::{CellData, SheetSpec, WriteColumn, WriteKind};

const NOTHING: &str = "暂无记录";

pub fn units(data: &SummaryData) -> SheetSpec {
    let columns = vec![
        WriteColumn::new("单位名称", WriteKind::Text),
        WriteColumn::new("性质", WriteKind::Short),
        WriteColumn::new("关系", WriteKind::Short),
        WriteColumn::new("党员数", WriteKind::Integer),
        WriteColumn::new("姓名", WriteKind::Short).under("负责人"),
        WriteColumn::new("职务", WriteKind::Short).under("负责人"),
        WriteColumn::new("数量", WriteKind::Integer).under("参加的大党委"),
        WriteColumn::new("名称", WriteKind::Text)
            .wide(32)
            .under("参加的大党委"),
        WriteColumn::new("本年轮值", WriteKind::Text).wide(24),
        WriteColumn::new("应办结", WriteKind::Integer).under("交办事项"),
        WriteColumn::new("已办结", WriteKind::Integer).under("交办事项"),
        WriteColumn::new("办结率", WriteKind::Share).under("交办事项"),
    ];
    let rows = data.units.iter().map(unit).collect();
    sheet(
        data,
        UNITS,
        "成员单位",
        Tone::Doing,
        columns,
        rows,
        Vec::new(),
    )
}

fn unit(unit: &UnitRow) -> Vec<CellData> {
    let (part, whole) = (unit.assignments_closed, unit.assignments_due);
    vec![
        unit.name.as_str().into(),
        unit.nature.as_str().into(),
        unit.relation.as_str().into(),
        unit.party_members.into(),
        unit.leader.as_str().into(),
        unit.leader_post.as_str().into(),
        i64::try_from(unit.committees.len())
            .unwrap_or_default()
            .into(),
        unit.committees.join("、").into(),
        unit.duties.join("、").into(),
        whole.into(),
        part.into(),
        CellData::Share { part, whole },
    ]
}

pub fn board(data: &SummaryData) -> SheetSpec {
    let months = data.board_months.iter();
    let months = months.map(|month| WriteColumn::new(month, WriteKind::Short).wide(16));
    let committee = WriteColumn::new("大党委", WriteKind::Text);
    let columns: Vec<WriteColumn> = std::iter::once(committee).chain(months).collect();
    let highlights = (1..columns.len()).flat_map(board_highlights).collect();
    let rows = data.board.iter().map(board_row).collect();
    let mut spec = sheet(
        data,
        BOARD,
        "轮值安排",
        Tone::Done,
        columns,
        rows,
        highlights,
    );
    spec.note = Some(format!(
        "{} · {}　● 已完成　▲ 待召开　！纪要未签发　○ 计划　⇄ 变更过轮值单位",
        data.board_period, data.scope
    ));
    spec
}

fn board_highlights(column: usize) -> [Highlight; 3] {
    [("！", Tone::Late), ("▲", Tone::Soon), ("○", Tone::Muted)]
        .map(|(mark, tone)| highlight(column, mark, tone))
}

fn board_row(row: &BoardRow) -> Vec<CellData> {
    let cells = row
        .cells
        .iter()
        .map(|cell| cell.as_ref().map(board_cell).into());
    std::iter::once(row.committee.as_str().into())
        .chain(cells)
        .collect()
}

fn board_cell(cell: &BoardCell) -> String {
    let mark = match cell.state {
        BoardState::Planned => "○",
        BoardState::Waiting => "▲",
        BoardState::Unsigned => "！",
        BoardState::Done => "●",
    };
    let changed = if cell.changed { " ⇄" } else { "" };
    format!("{mark} {}{changed}", cell.unit)
}

pub fn meetings(data: &SummaryData) -> SheetSpec {
    let columns = vec![
        WriteColumn::new("大党委", WriteKind::Text),
        WriteColumn::new("次数", WriteKind::Short),
        WriteColumn::new("日期", WriteKind::Date),
        WriteColumn::new("类别", WriteKind::Short),
        WriteColumn::new("主题", WriteKind::Long).wide(34),
        WriteColumn::new("轮值单位", WriteKind::Text),
        WriteColumn::new("主持人", WriteKind::Short),
        WriteColumn::new("应到", WriteKind::Integer).under("到会（人）"),
        WriteColumn::new("实到", WriteKind::Integer).under("到会（人）"),
        WriteColumn::new("到会率", WriteKind::Share).under("到会（人）"),
        WriteColumn::new("议题", WriteKind::Integer),
        WriteColumn::new("交办", WriteKind::Integer),
        WriteColumn::new("状态", WriteKind::Short),
    ];
    let highlights = [
        ("取消", Tone::Muted),
        ("延期", Tone::Soon),
        ("已召开", Tone::Soon),
        ("已签发", Tone::Done),
        ("已归档", Tone::Done),
        ("已通知", Tone::Doing),
    ]
    .map(|(status, tone)| highlight(12, status, tone));
    let rows = data.meetings.iter().map(meeting).collect();
    sheet(
        data,
        MEETINGS,
        "联席会议",
        Tone::Doing,
        columns,
        rows,
        highlights.to_vec(),
    )
}

fn meeting(meeting: &MeetingRow) -> Vec<CellData> {
    vec![
        meeting.committee.as_str().into(),
        meeting.number.map(|number| format!("第{number}次")).into(),
        date(meeting.held_on),
        meeting.kind.as_str().into(),
        meeting.theme.as_str().into(),
        meeting.duty_unit.as_str().into(),
        meeting.chair.as_str().into(),
        meeting.invited.into(),
        meeting.attended.into(),
        meeting.attended.map_or(CellData::Empty, |part| {
            let whole = meeting.invited;
            CellData::Share { part, whole }
        }),
        meeting.topics.into(),
        meeting.decisions.into(),
        meeting.status.as_str().into(),
    ]
}

pub fn assignments(data: &SummaryData) -> SheetSpec {
    let columns = vec![
        WriteColumn::new("事项", WriteKind::Long).wide(36),
        WriteColumn::new("主办", WriteKind::Text),
        WriteColumn::new("协办", WriteKind::Text).wide(24),
        WriteColumn::new("来源", WriteKind::Text).wide(26),
        WriteColumn::new("交办日期", WriteKind::Date),
        WriteColumn::new("办结时限", WriteKind::Date),
        WriteColumn::new("办结日期", WriteKind::Date),
        WriteColumn::new("状态", WriteKind::Short),
        WriteColumn::new("逾期天数", WriteKind::Integer),
        WriteColumn::new("最新进展", WriteKind::Long).wide(32),
    ];
    let highlights = [
        ("逾期", Tone::Late),
        ("退回", Tone::Late),
        ("延期", Tone::Soon),
        ("待", Tone::Soon),
        ("办结", Tone::Done),
        ("办理中", Tone::Doing),
    ]
    .map(|(status, tone)| highlight(7, status, tone));
    let rows = data.assignments.iter().map(assignment).collect();
    sheet(
        data,
        ASSIGNMENTS,
        "交办事项",
        Tone::Late,
        columns,
        rows,
        highlights.to_vec(),
    )
}

fn assignment(assignment: &AssignmentRow) -> Vec<CellData> {
    vec![
        assignment.title.as_str().into(),
        assignment.lead.as_str().into(),
        assignment.support.join("、").into(),
        assignment.source.as_str().into(),
        date(assignment.assigned_on),
        date(assignment.due_on),
        date(assignment.closed_on),
        assignment.status.as_str().into(),
        assignment.days_overdue.into(),
        assignment.progress.as_str().into(),
    ]
}

pub fn stars(data: &SummaryData) -> SheetSpec {
    let columns = vec![
        WriteColumn::new("社区", WriteKind::Text),
        WriteColumn::new("排名范围", WriteKind::Text),
        WriteColumn::new("楼栋", WriteKind::Text),
        WriteColumn::new("楼栋长", WriteKind::Short),
        WriteColumn::new("名次", WriteKind::Integer),
        WriteColumn::new("平均得分", WriteKind::Decimal),
        WriteColumn::new("星级", WriteKind::Short),
        WriteColumn::new("流动小红旗", WriteKind::Integer),
        WriteColumn::new("参评月数", WriteKind::Integer),
    ];
    let rows = data.stars.iter().map(star).collect();
    let highlights = vec![highlight(6, "★★★★★", Tone::Done)];
    sheet(data, STARS, STARS, Tone::Soon, columns, rows, highlights)
}

fn star(row: &StarRow) -> Vec<CellData> {
    vec![
        row.community.as_str().into(),
        row.scope.as_str().into(),
        row.name.as_str().into(),
        row.chief.as_str().into(),
        row.rank.into(),
        row.mean.map_or(CellData::Empty, CellData::Thousandths),
        "★"
            .repeat(usize::try_from(row.stars).unwrap_or_default())
            .into(),
        row.flags.into(),
        row.months.into(),
    ]
}

fn date(day: Option<NaiveDate>) -> CellData {
    day.map(FuzzyDate::Day).into()
}

pub(super) fn highlight(column: usize, contains: &str, tone: Tone) -> Highlight {
    Highlight {
        column,
        contains: contains.to_owned(),
        tone,
        until: None,
    }
}

pub(super) fn sheet(
    data: &SummaryData,
    name: &str,
    title: &str,
    tab: Tone,
    columns: Vec<WriteColumn>,
    rows: Vec<Vec<CellData>>,
    highlights: Vec<Highlight>,
) -> SheetSpec {
    let rows = if rows.is_empty() {
        vec![vec![NOTHING.into()]]
    } else {
        rows
    };
    SheetSpec {
        name: name.to_owned(),
        title: Some(format!("{}{title}", data.office)),
        note: Some(format!("{} · {}", data.period, data.scope)),
        columns,
        rows,
        highlights,
        frozen_columns: 1,
        tab: Some(tab),
        ..SheetSpec::default()
    }
}
