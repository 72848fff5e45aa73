use super::plain;
use crate::meetings::{Dossier, Minutes};
use chrono::NaiveDateTime;
use gongwen::{Align, Block, Column, ColumnWidth, Document, Length, Span, Table, TextSize};

/// 发文稿纸: what is put before whoever signs the minutes. Everything to be signed stays blank.
pub(crate) fn approval(dossier: &Dossier, minutes: &Minutes, made: NaiveDateTime) -> Document {
    let issue = dossier
        .meeting
        .issue_number
        .map(|number| format!("第{number}期"))
        .unwrap_or_default();
    let copies = dossier
        .people
        .iter()
        .filter(|person| person.unit_id.is_some())
        .count();
    let document = plain(dossier, "纪要发文稿纸", made);
    let rows = [
        wide("文件标题", format!("{}纪要", dossier.title())),
        pair("发文机关", dossier.author(), "期　　号", issue),
        pair(
            "版　　次",
            format!("第{}版", minutes.revision),
            "份　　数",
            format!("{}", copies.max(1)),
        ),
        wide("分　　送", "各成员单位".into()),
        pair(
            "拟　　稿",
            dossier.meeting.recorder_name.clone(),
            "核　　稿",
            String::new(),
        ),
        // Blank: signing happens on paper and is only registered afterwards.
        wide("会　　签", String::new()),
        wide("签　　发", String::new()),
        wide("批　　示", String::new()),
        wide("备　　注", minutes.correction_reason.clone()),
    ];
    let spans = (0..rows.len())
        .filter(|row| rows[*row][3].is_none())
        .map(|row| Span {
            row,
            column: 1,
            rows: 1,
            columns: 3,
        });
    let column = |share, align| Column {
        title: String::new(),
        width: ColumnWidth::Share(share),
        align,
    };
    let table = Table {
        columns: vec![
            column(3, Align::Center),
            column(6, Align::Left),
            column(3, Align::Center),
            column(6, Align::Left),
        ],
        spans: spans.collect(),
        rows: rows
            .into_iter()
            .map(|row| row.map(Option::unwrap_or_default).to_vec())
            .collect(),
        header: false,
        size: TextSize::Four,
        row_height_min: Length::mm(18),
        ..Table::default()
    };
    Document {
        body: vec![Block::Table(table)],
        ..document
    }
}

/// A row whose text covers the other three cells.
fn wide(label: &str, text: String) -> [Option<String>; 4] {
    [Some(label.into()), Some(text), None, None]
}

fn pair(label: &str, text: String, other: &str, other_text: String) -> [Option<String>; 4] {
    [
        Some(label.into()),
        Some(text),
        Some(other.into()),
        Some(other_text),
    ]
}
