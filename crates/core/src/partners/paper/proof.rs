//! 服务记录证明: what a partner took part in within a span of days, for the partner to show.

use super::super::ServiceView;
use super::super::commands::year_of;
use super::super::services::between;
use super::{column, fill, hours, matter, span_text};
use crate::office::Cx;
use crate::wording::WordingKind;
use chrono::{NaiveDate, NaiveDateTime};
use gongwen::{Align, Block, Column, ColumnWidth, Document, Signature, Table};
use ground::calendar::chinese_date;
use ground::error::{Error, Result};

/// Records on one proof, at most.
const MOST: i64 = 1_000;

/// From and to; this year until today when not said.
pub(crate) type Span = (Option<NaiveDate>, Option<NaiveDate>);

/// The proof with its list of records, oldest first.
///
/// # Errors
/// `Invalid` for a span that ends before it begins; `State` where there are no records.
pub(crate) async fn proof(
    cx: &mut Cx<'_>,
    id: &str,
    (from, to): Span,
    made: NaiveDateTime,
) -> Result<(String, Document)> {
    let matter = matter(cx, id).await?;
    let to = to.unwrap_or(made.date());
    let from = from.unwrap_or(year_of(to).0);
    if from > to {
        return Err(Error::invalid("to", "证明的结束日期早于开始日期，请核对。"));
    }
    let mut services = between(cx, id, from, to, MOST).await?;
    services.reverse();
    let partner = &matter.partner;
    if services.is_empty() {
        return Err(Error::state(format!(
            "{}在{}没有服务记录，登记服务后才能开具证明。",
            partner.name,
            span_text(from, to)
        )));
    }
    let minutes: i64 = services.iter().map(|view| own(view, id)).sum();
    let people: i64 = services
        .iter()
        .filter_map(|view| view.service.people_served)
        .sum();
    let [count, time] = [services.len().to_string(), hours(minutes)];
    let served = match people {
        0 => String::new(),
        people => people.to_string(),
    };
    let values = [
        ("名称", partner.name.as_str()),
        ("类别", partner.kind.chinese()),
        ("社区", &matter.community),
        ("起止", &span_text(from, to)),
        ("次数", &count),
        ("时长", &time),
        ("人次", &served),
        ("单位", &matter.body),
    ];
    let text = fill(&matter.rules, WordingKind::PartnerProof, &values);
    let mut body: Vec<Block> = text.lines().map(Block::paragraph).collect();
    body.push(Block::Blank);
    body.push(Block::Table(table(&services, id)));
    let document = Document {
        body,
        signature: Some(Signature {
            body: matter.body.clone(),
            date: made.date(),
            sealed: true,
        }),
        ..matter.plain("服务记录证明", made)
    };
    Ok((matter.file_name("服务记录证明"), document))
}

fn own(view: &ServiceView, partner: &str) -> i64 {
    let own = view
        .shares
        .iter()
        .filter(|share| share.partner_id == partner);
    own.map(|share| share.minutes).sum()
}

/// A column as wide as its cells: what a day says is never broken.
fn narrow(title: &str) -> Column {
    Column {
        width: ColumnWidth::Auto,
        ..column(title, 0, Align::Center)
    }
}

fn table(services: &[ServiceView], partner: &str) -> Table {
    let row = |(number, view): (usize, &ServiceView)| {
        let service = &view.service;
        let served = service.people_served.map(|count| count.to_string());
        vec![
            number.to_string(),
            chinese_date(service.date),
            service.content.clone(),
            service.place.clone(),
            hours(own(view, partner)),
            served.unwrap_or_default(),
            service.confirmed_by.clone(),
        ]
    };
    Table {
        columns: vec![
            narrow("序号"),
            narrow("日期"),
            column("服务内容", 13, Align::Left),
            column("地点", 7, Align::Left),
            column("小时", 4, Align::Right),
            column("人次", 4, Align::Right),
            column("确认人", 5, Align::Center),
        ],
        rows: (1..).zip(services).map(row).collect(),
        ..Table::default()
    }
}
