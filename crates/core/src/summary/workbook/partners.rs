//! The sheet of partners.

use super::PARTNERS;
use super::data::{PartnerLine, SummaryData};
use super::sheets::{highlight, sheet};
use tables::write::Tone;
use tables::{CellData, SheetSpec, WriteColumn, WriteKind};

pub fn partners(data: &SummaryData) -> SheetSpec {
    let period = "本期服务";
    let columns = vec![
        WriteColumn::new("名称", WriteKind::Text),
        WriteColumn::new("类别", WriteKind::Short),
        WriteColumn::new("社区", WriteKind::Text),
        WriteColumn::new("特长", WriteKind::Text).wide(26),
        WriteColumn::new("状态", WriteKind::Short),
        WriteColumn::new("聘书编号", WriteKind::Text).wide(24),
        WriteColumn::new("聘期至", WriteKind::Date),
        WriteColumn::new("次数", WriteKind::Integer).under(period),
        WriteColumn::new("时长（小时）", WriteKind::Decimal).under(period),
        WriteColumn::new("服务人次", WriteKind::Integer).under(period),
    ];
    let rows = data.partners.iter().map(line).collect();
    let highlights = vec![
        highlight(4, "聘", Tone::Done),
        highlight(4, "退出", Tone::Muted),
    ];
    sheet(
        data,
        PARTNERS,
        PARTNERS,
        Tone::Done,
        columns,
        rows,
        highlights,
    )
}

fn line(line: &PartnerLine) -> Vec<CellData> {
    vec![
        line.name.as_str().into(),
        line.kind.as_str().into(),
        line.community.as_str().into(),
        line.skills.join("、").into(),
        line.state.as_str().into(),
        line.number.as_str().into(),
        line.term_to.into(),
        line.services.into(),
        hours(line.minutes),
        line.people.into(),
    ]
}

/// Minutes as hours.
pub(super) fn hours(minutes: i64) -> CellData {
    const TO_THOUSANDTHS: i64 = 1_000;
    const MINUTES: i64 = 60;
    CellData::Thousandths((minutes * TO_THOUSANDTHS + MINUTES / 2) / MINUTES)
}
