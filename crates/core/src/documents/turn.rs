//! Papers of a month on duty: the notice to the unit, and its summary with the hand-over.

use super::commands::Paper;
use super::letter::{Sender, Tone, sender};
use super::{WordingKind, fill, info, page_options};
use crate::calendar::{chinese_date, chinese_weekday};
use crate::error::Result;
use crate::meetings::{Meeting, chinese_number, meeting_of_month, turns_in};
use crate::office::Cx;
use crate::rota::Turn;
use crate::units::{Unit, name_on};
use chrono::NaiveDateTime;
use gongwen::{Align, Block, Document, Format};

struct Duty {
    sender: Sender,
    turn: Turn,
    unit: String,
    next: Option<String>,
    meeting: Option<Meeting>,
}

async fn duty(cx: &mut Cx<'_>, id: &str) -> Result<Duty> {
    let turn: Turn = cx.tx.get(id).await?;
    let sender = sender(cx, &turn.committee_id).await?;
    let next = turns_in(&mut cx.tx, &turn.committee_id, turn.month.plus(1))
        .await?
        .into_iter()
        .next();
    Ok(Duty {
        unit: unit_name(cx, &turn).await?,
        next: match next {
            Some(next) => Some(unit_name(cx, &next).await?),
            None => None,
        },
        meeting: meeting_of_month(&mut cx.tx, &turn.committee_id, turn.month).await?,
        sender,
        turn,
    })
}

/// The unit's full name as it was in its month.
async fn unit_name(cx: &mut Cx<'_>, turn: &Turn) -> Result<String> {
    let unit: Unit = cx.tx.get(&turn.unit_id).await?;
    Ok(name_on(&mut cx.tx, &unit, turn.month.first_day()).await?.0)
}

/// 轮值通知: month, duties, theme, activities, and the day of the meeting.
pub(super) async fn turn_notice(cx: &mut Cx<'_>, id: &str, made: NaiveDateTime) -> Result<Paper> {
    let duty = duty(cx, id).await?;
    let month = duty.turn.month.chinese();
    let committee = &duty.sender.committee.name;
    let title = format!("关于做好{committee}{month}轮值工作的通知");
    let words = [
        ("大党委", committee.as_str()),
        ("单位", &duty.unit),
        ("月份", &month),
    ];
    let words = |kind| fill(&duty.sender.rules, kind, &words);
    let parts = [
        ("轮值职责", sentences(&words(WordingKind::TurnDuties))),
        ("轮值主题", sentences(&duty.turn.theme)),
        ("计划活动", sentences(&duty.turn.activities)),
        (
            "联席会议",
            duty.meeting.as_ref().map(meeting_day).into_iter().collect(),
        ),
    ];
    let mut body = vec![Block::paragraph(words(WordingKind::TurnOpening))];
    body.extend(sections(&parts));
    let letter = duty
        .sender
        .letter(title, &duty.unit, Tone::Equal, &duty.turn.id, made);
    Ok(Paper {
        name: format!("{month}{}轮值通知", duty.unit),
        document: Document { body, ..letter },
    })
}

fn meeting_day(meeting: &Meeting) -> String {
    let place = if meeting.place.is_empty() {
        String::new()
    } else {
        format!("，地点：{}", meeting.place)
    };
    let day = chinese_date(meeting.date);
    format!(
        "{day}（{}）{}{place}。",
        chinese_weekday(meeting.date),
        meeting.time
    )
}

/// 轮值小结 and 交接单 on one paper: what was done, and what the next unit takes over.
pub(super) async fn turn_summary(cx: &mut Cx<'_>, id: &str, made: NaiveDateTime) -> Result<Paper> {
    let duty = duty(cx, id).await?;
    let month = duty.turn.month.chinese();
    let title = format!("{}{month}轮值小结和交接单", duty.sender.committee.name);
    let parts = [
        ("轮值单位", sentences(&duty.unit)),
        ("轮值主题", sentences(&duty.turn.theme)),
        ("计划活动", sentences(&duty.turn.activities)),
        ("完成情况", sentences(&duty.turn.done)),
        ("轮值小结", sentences(&duty.turn.summary)),
        ("交接事项", sentences(&duty.turn.handover)),
        (
            "下月轮值单位",
            duty.next.as_deref().map(sentences).unwrap_or_default(),
        ),
    ];
    let line = |text: &str| Block::Line {
        align: Align::Left,
        text: text.into(),
    };
    let mut body = sections(&parts);
    body.push(Block::Blank);
    body.push(line("交出单位（签字）：　　　　　　　　接收单位（签字）："));
    body.push(line("日期：　　　　年　　月　　日"));
    let document = Document {
        format: Format::Plain,
        body,
        page: page_options(&duty.sender.rules),
        info: info(&title, &duty.sender.name(), "轮值小结", made, &duty.turn.id),
        title,
        ..Document::default()
    };
    Ok(Paper {
        name: format!("{month}{}轮值小结和交接单", duty.unit),
        document,
    })
}

/// The lines of a text, each a sentence.
fn sentences(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| format!("{}。", line.trim_end_matches(['。', '；'])))
        .collect()
}

/// Numbered sections; those without content are left out.
fn sections(parts: &[(&str, Vec<String>)]) -> Vec<Block> {
    let filled = parts.iter().filter(|(_, lines)| !lines.is_empty());
    let mut blocks = Vec::new();
    for (number, (name, lines)) in (1..).zip(filled) {
        let heading = format!("{}、{name}", chinese_number(number));
        if let [line] = lines.as_slice() {
            blocks.push(Block::RunIn {
                level: 1,
                lead: format!("{heading}："),
                text: line.clone(),
            });
            continue;
        }
        blocks.push(Block::heading(1, heading));
        blocks.extend(lines.iter().map(Block::paragraph));
    }
    blocks
}
