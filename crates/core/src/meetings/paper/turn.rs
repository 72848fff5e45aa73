//! Papers of a month on duty: the notice to the unit, and its summary with the hand-over.

use crate::committees::{Sender, issuing, sender};
use crate::documents::{
    Fields, Issuing, Numbering, Paper, Tone, fill, info, named, own, page_options,
};
use crate::meetings::{Meeting, meeting_of_month, turns_in};
use crate::office::Cx;
use crate::rota::{Turn, sees_meeting};
use crate::units::{Unit, name_on};
use crate::wording::WordingKind;
use chrono::NaiveDateTime;
use gongwen::{Align, Block, Column, ColumnWidth, Document, Format, Length, Span, Table};
use ground::calendar::{chinese_date, chinese_weekday};
use ground::error::Result;
use ground::numerals::chinese_number;
use serde::Deserialize;
use ts_rs::TS;

/// What a paper of a month on duty is made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaperOfTurn {
    /// The turn.
    #[ts(as = "String")]
    pub turn_id: Option<String>,
}

/// How the notice takes its number.
pub(super) static TURN_NOTICE: Numbering = Numbering::new(
    |_, fields| Box::pin(async move { about(fields) }),
    |cx, turn| Box::pin(whose(cx, turn)),
);

fn about(fields: Fields) -> Result<Option<String>> {
    Ok(own::<PaperOfTurn>(fields)?.turn_id)
}

async fn whose(cx: &mut Cx<'_>, turn: String) -> Result<Issuing> {
    let turn: Turn = cx.tx.get(&turn).await?;
    issuing(cx, &turn.committee_id).await
}

struct Duty {
    sender: Sender,
    turn: Turn,
    unit: String,
    /// How the unit is written to: the street's own are directed, others asked.
    tone: Tone,
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
        tone: tone(cx, &turn).await?,
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

async fn tone(cx: &mut Cx<'_>, turn: &Turn) -> Result<Tone> {
    let unit: Unit = cx.tx.get(&turn.unit_id).await?;
    Ok(unit.relation.tone())
}

/// 轮值通知: month, duties, theme, activities, and the day of the meeting.
pub(super) async fn turn_notice(
    cx: &mut Cx<'_>,
    args: PaperOfTurn,
    made: NaiveDateTime,
) -> Result<Paper> {
    let duty = duty(cx, named("turn_id", &args.turn_id)?).await?;
    let month = duty.turn.month.chinese();
    let committee = &duty.sender.committee.name;
    let title = format!("关于做好{committee}{month}轮值工作的通知");
    let words = [
        ("大党委", committee.as_str()),
        ("单位", &duty.unit),
        ("月份", &month),
    ];
    let words = |kind| fill(&duty.sender.head.rules, kind, &words);
    let parts = [
        ("轮值职责", sentences(&words(WordingKind::TurnDuties))),
        ("轮值主题", sentences(&duty.turn.theme)),
        ("计划活动", sentences(&duty.turn.activities)),
        ("联席会议", meeting_day(&duty)),
    ];
    let mut body = vec![Block::paragraph(words(WordingKind::TurnOpening))];
    body.extend(sections(&parts));
    let letter = duty
        .sender
        .head
        .letter(title, &duty.unit, duty.tone, &duty.turn.id, made);
    let name = format!("{month}{committee}{}轮值通知", duty.unit);
    Ok(Paper::new(name, Document { body, ..letter }))
}

/// When and where the month's meeting is; nothing in a month without one.
fn meeting_day(duty: &Duty) -> Vec<String> {
    let Some(meeting) = &duty.meeting else {
        // A month that needs no meeting must not promise one.
        let later = sees_meeting(duty.turn.month, &duty.sender.head.rules);
        let told = later.then(|| "会议时间另行通知。".to_owned());
        return told.into_iter().collect();
    };
    let place = if meeting.place.is_empty() {
        String::new()
    } else {
        format!("，地点：{}", meeting.place)
    };
    let day = chinese_date(meeting.date);
    vec![format!(
        "{day}（{}）{}{place}。",
        chinese_weekday(meeting.date),
        meeting.time
    )]
}

/// 轮值小结 and 交接单 on one form: what was done, and what the next unit takes over; what is not yet
/// entered stays blank, to be filled in by hand.
pub(super) async fn turn_summary(
    cx: &mut Cx<'_>,
    args: PaperOfTurn,
    made: NaiveDateTime,
) -> Result<Paper> {
    let duty = duty(cx, named("turn_id", &args.turn_id)?).await?;
    let month = duty.turn.month.chinese();
    let title = format!("{}{month}轮值小结和交接单", duty.sender.committee.name);
    let document = Document {
        format: Format::Plain,
        body: vec![Block::Table(summary_form(&duty, &month))],
        page: page_options(&duty.sender.head.rules),
        info: info(
            &title,
            &duty.sender.head.name(),
            "轮值小结",
            made,
            &duty.turn.id,
        ),
        title,
        ..Document::default()
    };
    let committee = &duty.sender.committee.name;
    let name = format!("{month}{committee}{}轮值小结和交接单", duty.unit);
    Ok(Paper::new(name, document))
}

/// Blank lines under a text that is filled in by hand.
const ROOM: &str = "\n\n\n";

fn summary_form(duty: &Duty, month: &str) -> Table {
    let turn = &duty.turn;
    let wide = |label: &str, text: String| vec![label.to_owned(), text];
    let roomy =
        |label: &str, text: &str| wide(label, format!("{}{ROOM}", sentences(text).join("\n")));
    // The narrow cell holds ten characters; a day to be written must not break before 日.
    let signed = "（签字）\n\n　　年　　月　　日";
    let rows = vec![
        vec![
            "轮值单位".into(),
            duty.unit.clone(),
            "轮值月份".into(),
            month.to_owned(),
        ],
        wide("轮值主题", sentences(&turn.theme).join("\n")),
        roomy("计划活动", &turn.activities),
        roomy("完成情况", &turn.done),
        roomy("轮值小结", &turn.summary),
        roomy("交接事项", &turn.handover),
        wide("下月轮值单位", duty.next.clone().unwrap_or_default()),
        vec![
            "交出单位".into(),
            signed.into(),
            "接收单位".into(),
            signed.into(),
        ],
    ];
    let wide_rows = 1..rows.len() - 1;
    let column = |share, align| Column {
        title: String::new(),
        width: ColumnWidth::Share(share),
        align,
    };
    Table {
        columns: vec![
            column(6, Align::Center),
            column(10, Align::Left),
            column(5, Align::Center),
            column(9, Align::Left),
        ],
        spans: wide_rows
            .map(|row| Span {
                row,
                column: 1,
                rows: 1,
                columns: 3,
            })
            .collect(),
        rows,
        header: false,
        row_height_min: Length::mm(12),
        ..Table::default()
    }
}

/// The lines of a text, each a sentence.
fn sentences(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| format!("{}。", line.trim_end_matches(['。', '；'])))
        .collect()
}

/// Sections, numbered where there are several; those without content are left out.
fn sections(parts: &[(&str, Vec<String>)]) -> Vec<Block> {
    let filled = || parts.iter().filter(|(_, lines)| !lines.is_empty());
    let alone = filled().count() == 1;
    let mut blocks = Vec::new();
    for (number, (name, lines)) in (1..).zip(filled()) {
        let heading = if alone {
            (*name).to_owned()
        } else {
            format!("{}、{name}", chinese_number(number))
        };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_point_has_no_number() {
        let duties = ("轮值职责", vec!["筹备会议。".to_owned()]);
        let theme = ("轮值主题", vec!["便民。".to_owned()]);
        let leads = |parts: &[(&str, Vec<String>)]| -> Vec<String> {
            let lead = |block| match block {
                Block::RunIn { lead, .. } => lead,
                other => panic!("{other:?}"),
            };
            sections(parts).into_iter().map(lead).collect()
        };
        let none = ("计划活动", Vec::new());
        assert_eq!(leads(&[duties.clone(), none]), ["轮值职责："]);
        assert_eq!(
            leads(&[duties, theme]),
            ["一、轮值职责：", "二、轮值主题："]
        );
    }
}
