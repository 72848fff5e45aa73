//! 聘书 for people and 授牌 for units and shops: a landscape page with room for the seal.

use super::super::PartnerStep;
use super::matter;
use crate::office::Cx;
use crate::wording::WordingKind;
use chrono::NaiveDateTime;
use gongwen::{Align, Block, Document, Role};
use ground::calendar::{FuzzyDate, chinese_date};
use ground::error::Result;

/// 聘书 of a person who serves.
///
/// # Errors
/// `State` for a unit or shop, and for one who does not serve.
pub(crate) async fn certificate(
    cx: &mut Cx<'_>,
    id: &str,
    made: NaiveDateTime,
) -> Result<(String, Document)> {
    let matter = matter(cx, id).await?;
    matter.is_for(true, "授牌和合作协议")?;
    let date = signed_on(matter.appointment("聘书")?, made);
    let partner = &matter.partner;
    let mut body = vec![
        Block::Blank,
        display("聘　书", 52),
        centred(labelled("编号", &partner.number)),
        Block::Blank,
        Block::Line {
            align: Align::Left,
            text: format!("{}同志：", partner.name),
        },
    ];
    body.extend(paragraphs(&matter.fill(WordingKind::PartnerCertificate)));
    body.extend([
        Block::Blank,
        Block::Blank,
        right(&matter.body),
        right(&date),
    ]);
    let name = matter.file_name("聘书");
    let document = Document {
        body,
        ..matter.card("聘书", made)
    };
    Ok((name, document))
}

/// 授牌: the text of a plaque for a unit or shop that serves.
///
/// # Errors
/// `State` for a person, and for one that does not serve.
pub(crate) async fn plaque(
    cx: &mut Cx<'_>,
    id: &str,
    made: NaiveDateTime,
) -> Result<(String, Document)> {
    let matter = matter(cx, id).await?;
    matter.is_for(false, "聘书")?;
    let date = signed_on(matter.appointment("授牌")?, made);
    let name = &matter.partner.name;
    let body = vec![
        Block::Blank,
        centred(format!("授予　{name}")),
        Block::Blank,
        display(&matter.fill(WordingKind::PartnerPlaque), 60),
        centred(labelled("编号", &matter.partner.number)),
        centred(labelled("有效期", &matter.term())),
        Block::Blank,
        centred(matter.body.clone()),
        centred(date),
    ];
    let document = Document {
        body,
        ..matter.card("授牌", made)
    };
    Ok((matter.file_name("授牌"), document))
}

/// The day of the appointment; of one known by its month only, the day the paper is made.
fn signed_on(step: &PartnerStep, made: NaiveDateTime) -> String {
    let day = match step.date {
        FuzzyDate::Day(day) => day,
        FuzzyDate::Month(_) | FuzzyDate::Year(_) => made.date(),
    };
    chinese_date(day)
}

/// `编号：…`, with room to write where it is not known.
fn labelled(label: &str, text: &str) -> String {
    let text = if text.is_empty() {
        "　　　　　　　　"
    } else {
        text
    };
    format!("{label}：{text}")
}

fn display(text: &str, points: u16) -> Block {
    Block::Display {
        text: text.into(),
        role: Role::Title,
        points,
        align: Align::Center,
    }
}

fn centred(text: String) -> Block {
    Block::Line {
        align: Align::Center,
        text,
    }
}

/// Room for the seal is left on the right.
fn right(text: &str) -> Block {
    Block::Line {
        align: Align::Right,
        text: format!("{text}　　　　"),
    }
}

fn paragraphs(text: &str) -> impl Iterator<Item = Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(Block::paragraph)
}
