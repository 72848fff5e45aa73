//! A sample paper that shows how the office's options and words look before they are saved.

use super::{MadeDocument, fill, info, made_pdf, page_options, typeset};
use crate::office::Cx;
use crate::settings::Rules;
use crate::wording::WordingKind;
use chrono::NaiveDate;
use gongwen::{
    Align, Attachment, Block, Colophon, Column, ColumnWidth, Document, Format, Signature, Table,
};
use ground::environment::zone;
use ground::error::Result;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Arguments of `documents.sample`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SampleOptions {
    /// The rules as they would be saved.
    pub rules: Rules,
}

const ISSUER: &str = "中共听雨社区委员会";

/// `documents.sample`: two pages of a notice, with each element that options change.
///
/// # Errors
/// `Invalid` for options that no page can have; `Typesetting`.
pub async fn sample(cx: &mut Cx<'_>, args: SampleOptions) -> Result<MadeDocument> {
    args.rules.paper.check()?;
    let made = cx.now().with_timezone(&zone()).naive_local();
    let mut document = notice(&args.rules, made.date());
    document.info = info(&document.title, ISSUER, "版式示例", made, "sample");
    let rendered = typeset(cx, &document).await?;
    Ok(made_pdf(cx, "版式示例", rendered))
}

fn notice(rules: &Rules, date: NaiveDate) -> Document {
    let kinds = (WordingKind::MarkNotice, WordingKind::NoticeOpening);
    let meeting = "听雨社区“大党委”联席会议";
    let colophon = rules.colophon.then(|| Colophon {
        distribution_label: "抄送".into(),
        distribution: vec!["云溪街道党工委".into()],
        printer: ISSUER.into(),
        printed_on: date,
    });
    let mut body = vec![Block::paragraph(fill(rules, kinds.1, &[("会议", meeting)]))];
    body.extend(levels());
    Document {
        format: Format::Notice,
        mark: Some(fill(rules, kinds.0, &[("发文机关", ISSUER)])),
        number: Some("听雨社区党委〔2026〕5号".into()),
        title: format!("关于召开{meeting}的通知"),
        addressee: Some("各成员单位".into()),
        body,
        signature: Some(Signature {
            body: ISSUER.into(),
            date,
            sealed: true,
        }),
        annotation: Some("联系人：刘静　电话：0719-8880000".into()),
        attachments: vec![Attachment {
            title: "参会回执".into(),
            body: vec![Block::Table(reply())],
            landscape: false,
        }],
        colophon,
        page: page_options(rules),
        ..Document::default()
    }
}

/// A heading of each level with a sentence.
fn levels() -> Vec<Block> {
    let run_in = |level, lead: &str, text: &str| Block::RunIn {
        level,
        lead: lead.into(),
        text: text.into(),
    };
    vec![
        Block::heading(1, "一、会议议程"),
        run_in(2, "（一）听取汇报。", "听取上次议定事项落实情况的汇报。"),
        run_in(
            3,
            "1.研究议题。",
            "研究飞线充电整治、老旧小区加装电梯两项议题。",
        ),
        run_in(
            4,
            "（1）有关要求。",
            // Characters of names that many files of 仿宋 lack: what they are set from shows here.
            "请喆、堃、玥、昇等同志提前10分钟到会，因故不能参会的提前请假。",
        ),
    ]
}

fn reply() -> Table {
    let column = |title: &str| Column {
        title: title.into(),
        width: ColumnWidth::Share(1),
        align: Align::Center,
    };
    Table {
        columns: ["单位", "姓名", "职务", "签名"].map(column).to_vec(),
        rows: vec![vec![
            "农商银行".into(),
            "孙玥".into(),
            "行长".into(),
            String::new(),
        ]],
        spare_rows: 3,
        ..Table::default()
    }
}
