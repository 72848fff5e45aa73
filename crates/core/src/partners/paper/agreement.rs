//! 合作协议 with a unit or shop, in the office's words.

use super::matter;
use crate::documents::signatures;
use crate::office::Cx;
use crate::wording::WordingKind;
use chrono::NaiveDateTime;
use gongwen::{Block, Document};
use ground::calendar::{FuzzyDate, chinese_date};
use ground::error::Result;

/// 合作协议: parties, terms, and room for two signatures and two seals.
///
/// # Errors
/// `State` for a person, who gets a 聘书, and for one that does not serve.
pub(crate) async fn agreement(
    cx: &mut Cx<'_>,
    id: &str,
    made: NaiveDateTime,
) -> Result<(String, Document)> {
    let matter = matter(cx, id).await?;
    matter.is_for(false, "聘书")?;
    let signed = match matter.appointment("合作协议")?.date {
        FuzzyDate::Day(day) => Some(chinese_date(day)),
        // A month is no day to sign on: the line is left to be filled in by hand.
        FuzzyDate::Month(_) | FuzzyDate::Year(_) => None,
    };
    let parties = [matter.body.as_str(), &matter.partner.name];
    let mut body = vec![party("甲方", parties[0]), party("乙方", parties[1])];
    body.extend(terms(&matter.fill(WordingKind::PartnerAgreement)));
    body.push(Block::Blank);
    body.push(Block::Table(signatures(parties, signed)));
    let document = Document {
        body,
        ..matter.plain("合作协议", made)
    };
    Ok((matter.file_name("合作协议"), document))
}

fn party(label: &str, name: &str) -> Block {
    Block::RunIn {
        level: 1,
        lead: format!("{label}："),
        text: name.into(),
    }
}

/// Lines as paragraphs; what stands before the first full stop of a numbered one is its heading.
fn terms(text: &str) -> Vec<Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(term).collect()
}

fn term(line: &str) -> Block {
    let numbered = line
        .split_once('、')
        .is_some_and(|(number, _)| number.chars().all(|ch| NUMBERS.contains(ch)));
    match line.split_once('。').filter(|_| numbered) {
        Some((lead, text)) => Block::RunIn {
            level: 1,
            lead: format!("{lead}。"),
            text: text.into(),
        },
        None => Block::paragraph(line),
    }
}

const NUMBERS: &str = "一二三四五六七八九十";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_terms_have_their_heading_run_in() {
        let blocks = terms("前言，双方自愿。\n一、合作内容。乙方提供书法。每周一次。\n\n其他");
        let lead = |block: &Block| match block {
            Block::RunIn { lead, text, .. } => format!("{lead}|{text}"),
            Block::Paragraph { text } => text.clone(),
            other => format!("{other:?}"),
        };
        let told: Vec<String> = blocks.iter().map(lead).collect();
        assert_eq!(
            told,
            [
                "前言，双方自愿。",
                "一、合作内容。|乙方提供书法。每周一次。",
                "其他"
            ]
        );
    }
}
