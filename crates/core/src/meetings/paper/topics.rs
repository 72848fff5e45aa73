use super::plain;
use crate::meetings::{Dossier, ItemKind};
use chrono::NaiveDateTime;
use gongwen::{Align, Block, Column, ColumnWidth, Document, Length, PageOptions, Table};

const BLANK_ROWS: u16 = 6;

/// 议题征集表: topics known so far, and blank rows to fill in.
pub(crate) fn topic_sheet(dossier: &Dossier, made: NaiveDateTime) -> Document {
    let topics = dossier
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Topic);
    let known = (1..).zip(topics).map(|(number, item)| {
        vec![
            format!("{number}"),
            item.proposer.clone(),
            item.title.clone(),
            item.background.clone(),
            String::new(),
            String::new(),
        ]
    });
    let column = |title: &str, share, align| Column {
        title: title.into(),
        width: ColumnWidth::Share(share),
        align,
    };
    let table = Table {
        columns: vec![
            column("序号", 2, Align::Center),
            column("提出单位", 5, Align::Left),
            column("议题", 8, Align::Left),
            column("背景情况", 9, Align::Left),
            column("希望议定的事项", 8, Align::Left),
            column("提出人", 3, Align::Center),
        ],
        rows: known.collect(),
        spare_rows: BLANK_ROWS,
        row_height_min: Length::mm(14),
        ..Table::default()
    };
    let document = plain(dossier, "议题征集表", made);
    let page = PageOptions {
        landscape: true,
        ..document.page
    };
    Document {
        body: vec![Block::Table(table)],
        page,
        ..document
    }
}
