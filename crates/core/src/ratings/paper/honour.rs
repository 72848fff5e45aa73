//! 光荣榜: the flags, the five-star buildings and the 优秀志愿者 of a published period, to put up.

use super::plain;
use crate::office::Cx;
use crate::ratings::period::{content, period_in_reach};
use crate::ratings::store::publication;
use crate::ratings::{Published, RowResult, ScopeResult};
use crate::settings::rules;
use chrono::NaiveDateTime;
use gongwen::{Align, Block, Document, PageNumbers, Role};
use ground::error::Result;

/// Points of the title.
const TITLE: u16 = 48;

/// The roll of a published period.
///
/// # Errors
/// `NotFound` while nothing is published.
pub(crate) async fn honour_roll(
    cx: &mut Cx<'_>,
    id: &str,
    revision: Option<i64>,
    made: NaiveDateTime,
) -> Result<(String, Document)> {
    let period = period_in_reach(cx, id).await?;
    let revision = revision.unwrap_or(period.revision);
    if revision == 0 {
        return Err(ground::error::Error::state(
            "这期考评还没有发布，发布后才有光荣榜。",
        ));
    }
    // From what was frozen: the wall must not tell other figures than the 通报.
    let kept = publication(&mut cx.tx, &period.id, revision).await?;
    let published = content(&kept)?;
    let office = rules(cx).await?;
    let name = format!("{}{}楼栋光荣榜", published.whose, published.month.chinese());
    let mut document = plain(String::new(), &office, &published.whose, &period.id, made);
    document.info.title.clone_from(&name);
    document.page.numbers = PageNumbers::None;
    document.body = body(&published);
    Ok((name, document))
}

fn body(published: &Published) -> Vec<Block> {
    let mut blocks = vec![
        Block::Display {
            text: "光 荣 榜".into(),
            role: Role::Title,
            points: TITLE,
            align: Align::Center,
        },
        centred(format!(
            "{}　{}",
            published.whose,
            published.month.chinese()
        )),
    ];
    let flags = scope_lines(published, |row| row.flag);
    let stars = scope_lines(published, |row| row.rank.is_some() && row.stars == 5);
    for (heading, lines) in [
        ("流动小红旗楼栋", flags),
        ("五星楼栋", stars),
        ("优秀志愿者", volunteers(published)),
    ] {
        if lines.is_empty() {
            continue;
        }
        blocks.push(Block::heading(1, heading));
        blocks.extend(lines.into_iter().map(Block::paragraph));
    }
    blocks
}

fn centred(text: String) -> Block {
    Block::Line {
        align: Align::Center,
        text,
    }
}

/// `听雨花园：3号楼（楼栋长李兰）、5号楼。`
fn scope_lines(published: &Published, wanted: impl Fn(&RowResult) -> bool) -> Vec<String> {
    let line = |scope: &ScopeResult| {
        let named: Vec<String> = scope
            .rows
            .iter()
            .filter(|row| wanted(row))
            .map(|row| match row.chief.as_str() {
                "" => row.label.clone(),
                chief => format!("{}（楼栋长{chief}）", row.label),
            })
            .collect();
        (!named.is_empty()).then(|| format!("{}：{}。", scope.name, named.join("、")))
    };
    published.scopes.iter().filter_map(line).collect()
}

fn volunteers(published: &Published) -> Vec<String> {
    let line = |volunteer: &crate::ratings::Volunteer| {
        let place = match volunteer.place.as_str() {
            "" => String::new(),
            place => format!("{place}　"),
        };
        let deed = match volunteer.deed.as_str() {
            "" => String::new(),
            deed => format!("：{deed}"),
        };
        format!("{place}{}{deed}。", volunteer.name)
    };
    published.volunteers.iter().map(line).collect()
}
