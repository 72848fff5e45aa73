//! 年度服务统计: the year's figures with their definitions, by kind, community and partner.

use super::super::figures::figures;
use super::super::{PartnerFigure, PartnerFigures, PartnerFiguresQuery, PartnerSum};
use super::{column, hours, office_name, plain, span_text};
use crate::office::Cx;
use crate::settings::rules;
use chrono::{NaiveDate, NaiveDateTime};
use gongwen::{Align, Block, Document, PageOptions, Table};
use ground::error::{Error, Result};
use ground::figures::Ratio;

/// The figures of a year, of one community or of all within reach.
///
/// # Errors
/// `Invalid` for a year that has not begun; `State` where nothing was recorded.
pub(crate) async fn year_figures(
    cx: &mut Cx<'_>,
    year: i64,
    community: Option<String>,
    made: NaiveDateTime,
) -> Result<(String, Document)> {
    let day = |month, date| {
        let year = i32::try_from(year).unwrap_or_default();
        NaiveDate::from_ymd_opt(year, month, date).unwrap_or_default()
    };
    // Not beyond the day it is made: the paper says which span it counts.
    let (from, to) = (day(1, 1), day(12, 31).min(made.date()));
    if from > to {
        return Err(Error::invalid("year", "这一年还没有开始，请核对年份。"));
    }
    let whose = match &community {
        Some(id) => super::community_names(cx).await?.remove(id),
        None => None,
    };
    let office = office_name(cx).await?;
    let whose = whose.unwrap_or_else(|| office.clone());
    let query = PartnerFiguresQuery {
        from: Some(from),
        to: Some(to),
        community_id: community,
    };
    let figures = figures(cx, query).await?;
    if figures.whole.services == 0 {
        return Err(Error::state(format!(
            "{whose}{year}年还没有服务记录，登记服务后才有统计。"
        )));
    }
    let title = format!("{whose}{year}年度合伙人服务统计");
    let document = plain(&rules(cx).await?, &office, &title, "partners", made);
    let page = PageOptions {
        landscape: true,
        ..document.page
    };
    let document = Document {
        body: body(&figures),
        page,
        ..document
    };
    Ok((title, document))
}

fn body(figures: &PartnerFigures) -> Vec<Block> {
    let mut blocks = vec![
        Block::paragraph(format!(
            "{}，{}；{}。",
            span_text(figures.from, figures.to),
            told(&figures.partners),
            told(&figures.volunteers)
        )),
        Block::heading(1, "一、按类别"),
        Block::Table(figure_table("类别", &figures.kinds, Some(&figures.whole))),
    ];
    if figures.communities.len() > 1 {
        blocks.push(Block::heading(1, "二、按社区"));
        blocks.push(Block::Table(figure_table(
            "社区",
            &figures.communities,
            None,
        )));
    }
    let number = if figures.communities.len() > 1 {
        "三"
    } else {
        "二"
    };
    blocks.push(Block::heading(1, format!("{number}、按合伙人")));
    blocks.push(Block::Table(sum_table(&figures.sums)));
    blocks.push(Block::paragraph(DEFINITIONS));
    blocks
}

const DEFINITIONS: &str = "统计口径：在聘为聘任、续聘中的；活跃率＝在聘中参加过服务的÷在聘；满意率＝评4分、5分的活动÷评过分的活动；确认率＝已确认的活动÷服务次数；几类合伙人、几个社区同参加一次活动的，各计一次，合计只计一次；服务时长为每位参加者时长之和。";

/// `合伙人参加服务32次，78.5小时，服务1571人次`.
fn told(figure: &PartnerFigure) -> String {
    format!(
        "{}在聘{}位（家），参加服务{}次、{}小时，服务群众{}人次",
        figure.label,
        figure.serving,
        figure.services,
        hours(figure.minutes),
        figure.people
    )
}

/// `75.0%（3/4）`; a dash of nothing.
fn rate(ratio: Ratio) -> String {
    if ratio.whole == 0 {
        return "—".into();
    }
    let tenths = (ratio.part * 2_000 + ratio.whole) / (ratio.whole * 2);
    format!(
        "{}.{}%（{}/{}）",
        tenths / 10,
        tenths % 10,
        ratio.part,
        ratio.whole
    )
}

fn figure_table(first: &str, figures: &[PartnerFigure], whole: Option<&PartnerFigure>) -> Table {
    let row = |figure: &PartnerFigure| {
        vec![
            figure.label.clone(),
            figure.serving.to_string(),
            rate(figure.active),
            figure.services.to_string(),
            hours(figure.minutes),
            figure.people.to_string(),
            rate(figure.satisfied),
            rate(figure.confirmed),
        ]
    };
    Table {
        columns: vec![
            column(first, 12, Align::Left),
            column("在聘", 4, Align::Right),
            column("活跃率", 10, Align::Right),
            column("服务次数", 5, Align::Right),
            column("时长（小时）", 7, Align::Right),
            column("服务人次", 5, Align::Right),
            column("满意率", 10, Align::Right),
            column("确认率", 10, Align::Right),
        ],
        rows: figures.iter().chain(whole).map(row).collect(),
        totals: whole.is_some(),
        ..Table::default()
    }
}

fn sum_table(sums: &[PartnerSum]) -> Table {
    let row = |(number, sum): (usize, &PartnerSum)| {
        vec![
            number.to_string(),
            sum.name.clone(),
            sum.kind.chinese().into(),
            sum.community.clone().unwrap_or_else(|| "全街道".into()),
            sum.services.to_string(),
            hours(sum.minutes),
            sum.people.to_string(),
        ]
    };
    Table {
        columns: vec![
            column("序号", 3, Align::Center),
            column("名称", 12, Align::Left),
            column("类别", 8, Align::Left),
            column("社区", 8, Align::Left),
            column("服务次数", 6, Align::Right),
            column("时长（小时）", 7, Align::Right),
            column("服务人次", 6, Align::Right),
        ],
        rows: (1..).zip(sums).map(row).collect(),
        ..Table::default()
    }
}
