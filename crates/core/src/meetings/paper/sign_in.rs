use super::{labelled, plain, when};
use crate::meetings::Dossier;
use chrono::NaiveDateTime;
use gongwen::{Align, Block, Column, ColumnWidth, Document, Length, Table, TextSize};

/// Rows left for people who come without having been called, where the page has room for them.
const SPARE_ROWS: u16 = 3;

/// 签到表: everybody expected, in official order, without telephone numbers.
pub(crate) fn sign_in(dossier: &Dossier, made: NaiveDateTime) -> Document {
    let meeting = &dossier.meeting;
    let place = labelled("地点", &meeting.place);
    let time = labelled("时间", &when(meeting));
    let body = time
        .into_iter()
        .chain(place)
        .chain([Block::Table(table(dossier))])
        .collect();
    Document {
        body,
        ..plain(dossier, "签到表", made)
    }
}

fn table(dossier: &Dossier) -> Table {
    let column = |title: &str, width, align| Column {
        title: title.into(),
        width,
        align,
    };
    let people = (1..).zip(&dossier.people).map(|(number, person)| {
        let texts = [&person.unit_name, &person.person, &person.post].map(String::clone);
        std::iter::once(format!("{number}"))
            .chain(texts)
            .chain([String::new()])
            .collect()
    });
    Table {
        columns: vec![
            column("序号", ColumnWidth::Share(2), Align::Center),
            column("单位", ColumnWidth::Share(8), Align::Left),
            column("姓名", ColumnWidth::Share(4), Align::Center),
            column("职务", ColumnWidth::Share(6), Align::Left),
            column("签名", ColumnWidth::Share(5), Align::Center),
        ],
        rows: people.collect(),
        spare_rows: SPARE_ROWS,
        size: TextSize::Four,
        row_height_min: Length::mm(11),
        ..Table::default()
    }
}
