//! 共建协议书 in the office's words, and the form of its quarterly report.

use super::{Agreement, AgreementReport, agreement_within_reach, reports_of};
use crate::committees::{Sender, sender};
use crate::documents::{Paper, fill, info, named, page_options, signatures};
use crate::office::Cx;
use crate::papers;
use crate::wording::WordingKind;
use chrono::NaiveDateTime;
use gongwen::{Align, Block, Column, ColumnWidth, Document, Format, Length, Span, Table};
use ground::calendar::{Quarter, chinese_date};
use ground::error::Result;
use ground::numerals::chinese_number;
use serde::Deserialize;
use ts_rs::TS;

papers! {
    710 Paper "agreement" "共建协议书" "agreement" agreement(PaperOfAgreement);
    720 Paper "quarterly_report" "季度报告表" "agreement" quarterly_report(QuarterlyPaper);
}

/// What a 共建协议书 is made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaperOfAgreement {
    /// The agreement.
    #[ts(as = "String")]
    pub agreement_id: Option<String>,
}

/// What the form of a quarterly report is made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct QuarterlyPaper {
    /// The agreement.
    #[ts(as = "String")]
    pub agreement_id: Option<String>,
    /// The quarter; the last one that ended when not said.
    #[ts(optional)]
    pub quarter: Option<Quarter>,
}

struct Matter {
    sender: Sender,
    agreement: Agreement,
}

async fn matter(cx: &mut Cx<'_>, id: &str) -> Result<Matter> {
    let agreement = agreement_within_reach(cx, id).await?;
    let sender = sender(cx, &agreement.committee_id).await?;
    Ok(Matter { sender, agreement })
}

/// 共建协议书: parties, what both do, the term, and room for two signatures and two seals.
async fn agreement(cx: &mut Cx<'_>, args: PaperOfAgreement, made: NaiveDateTime) -> Result<Paper> {
    let matter = matter(cx, named("agreement_id", &args.agreement_id)?).await?;
    let agreement = &matter.agreement;
    let party = |label: &str, name: &str| Block::RunIn {
        level: 1,
        lead: format!("{label}："),
        text: name.into(),
    };
    let mut body = vec![
        party("甲方", &agreement.party_name),
        party("乙方", &agreement.unit_name),
    ];
    body.extend(lines(&matter.fill(WordingKind::AgreementOpening)));
    let sections = [
        ("共建内容", items(&agreement.content)),
        (
            "双方职责",
            items(&matter.fill(WordingKind::AgreementDuties)),
        ),
        (
            "协议期限及其他",
            lines(&matter.fill(WordingKind::AgreementClosing)),
        ),
    ];
    let filled = sections
        .into_iter()
        .filter(|(_, blocks)| !blocks.is_empty());
    for (number, (heading, blocks)) in (1..).zip(filled) {
        body.push(Block::heading(
            1,
            format!("{}、{heading}", chinese_number(number)),
        ));
        body.extend(blocks);
    }
    body.push(Block::Blank);
    body.push(Block::Table(signatures(
        [&agreement.party_name, &agreement.unit_name],
        agreement.signed_on.map(chinese_date),
    )));
    let mut document = matter.plain(&agreement.title, body, made);
    // Titles break by meaning: before the kind of paper, not inside a party's name.
    document.title = agreement.title.replace("共建协议书", "\n共建协议书");
    Ok(Paper::new(&agreement.title, document))
}

fn lines(text: &str) -> Vec<Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(Block::paragraph).collect()
}

/// Lines as numbered items, each a sentence.
fn items(text: &str) -> Vec<Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let item = |(number, line): (usize, &str)| {
        let line = line.trim_end_matches(['。', '；']);
        Block::paragraph(format!("{number}.{line}。"))
    };
    (1..).zip(lines).map(item).collect()
}

impl Matter {
    fn fill(&self, kind: WordingKind) -> String {
        let agreement = &self.agreement;
        let days = [agreement.starts_on, agreement.expires_on].map(chinese_date);
        let values = [
            ("甲方", agreement.party_name.as_str()),
            ("乙方", &agreement.unit_name),
            ("大党委", &self.sender.committee.name),
            ("起始", &days[0]),
            ("截止", &days[1]),
        ];
        fill(&self.sender.head.rules, kind, &values)
    }

    fn plain(&self, title: &str, body: Vec<Block>, made: NaiveDateTime) -> Document {
        Document {
            format: Format::Plain,
            body,
            page: page_options(&self.sender.head.rules),
            info: info(
                title,
                &self.sender.head.name(),
                title,
                made,
                &self.agreement.id,
            ),
            title: title.into(),
            ..Document::default()
        }
    }
}

/// 季度报告表: filled in where the report was registered, else blank to be filled in by hand.
async fn quarterly_report(
    cx: &mut Cx<'_>,
    args: QuarterlyPaper,
    made: NaiveDateTime,
) -> Result<Paper> {
    let id = named("agreement_id", &args.agreement_id)?;
    let matter = matter(cx, id).await?;
    let quarter = args
        .quarter
        .unwrap_or_else(|| Quarter::of(made.date()).previous());
    let reports = reports_of(&mut cx.tx, id).await?;
    let report = reports.iter().find(|report| report.quarter == quarter);
    let title = format!("{}共建工作报告表", quarter.chinese());
    let body = vec![Block::Table(form(&matter.agreement, quarter, report))];
    let name = format!("{}{title}", matter.agreement.unit_name);
    Ok(Paper::new(name, matter.plain(&title, body, made)))
}

fn form(agreement: &Agreement, quarter: Quarter, report: Option<&AgreementReport>) -> Table {
    let text = |part: fn(&AgreementReport) -> &str| report.map(part).unwrap_or_default().to_owned();
    let term = [agreement.starts_on, agreement.expires_on]
        .map(chinese_date)
        .join("至");
    let wide = |label: &str, content: String| vec![label.to_owned(), content];
    let reported = report.map(|report| chinese_date(report.reported_on));
    let rows = vec![
        wide("协议名称", agreement.title.clone()),
        wide("甲　　方", agreement.party_name.clone()),
        wide("乙　　方", agreement.unit_name.clone()),
        vec![
            "协议期限".into(),
            term,
            "报告季度".into(),
            quarter.chinese(),
        ],
        wide("工作开展情况", text(|report| &report.done) + "\n\n\n\n"),
        wide("存在的困难", text(|report| &report.problems) + "\n\n"),
        wide("下季度打算", text(|report| &report.plans) + "\n\n"),
        vec![
            "报 告 人".into(),
            text(|report| &report.by_name),
            "报告日期".into(),
            reported.unwrap_or_default(),
        ],
        wide(
            "乙方（盖章）",
            "\n\n　　　　　　　　　　　　　　年　　月　　日".into(),
        ),
    ];
    let spans = [0, 1, 2, 4, 5, 6, 8].map(|row| Span {
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
    Table {
        columns: vec![
            column(6, Align::Center),
            column(11, Align::Left),
            column(5, Align::Center),
            column(8, Align::Left),
        ],
        rows,
        spans: spans.to_vec(),
        header: false,
        row_height_min: Length::mm(11),
        ..Table::default()
    }
}
