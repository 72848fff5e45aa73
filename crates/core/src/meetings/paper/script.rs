use super::{agenda_title, plain};
use crate::meetings::{Dossier, ItemKind, MeetingItem, chinese_number, session};
use chrono::NaiveDateTime;
use gongwen::{Block, Document};

/// 主持词: what the chair says from opening to close, from the items and who speaks to them.
pub(crate) fn script(dossier: &Dossier, made: NaiveDateTime) -> Document {
    let count = dossier.items.len();
    let mut body = vec![
        Block::Line {
            align: gongwen::Align::Left,
            text: "同志们：".into(),
        },
        Block::paragraph(format!(
            "现在召开{}{}。",
            dossier.committee.name,
            session(&dossier.meeting)
        )),
    ];
    if count > 0 {
        let agenda: Vec<String> = dossier.items.iter().map(agenda_title).collect();
        let count = chinese_number(count);
        body.push(Block::paragraph(format!(
            "今天的会议有{count}项议程：{}。",
            agenda.join("；")
        )));
    }
    for (number, item) in (1..).zip(&dossier.items) {
        body.push(Block::paragraph(turn(number, item)));
    }
    body.push(Block::paragraph(
        "今天的议程已全部进行完毕。请各成员单位按照会议议定的事项抓好落实，按时反馈办理情况。散会。",
    ));
    Document {
        body,
        ..plain(dossier, "主持词", made)
    }
}

fn turn(number: usize, item: &MeetingItem) -> String {
    let begin = format!(
        "进行第{}项议程，{}。",
        chinese_number(number),
        agenda_title(item)
    );
    let who = if item.speaker.is_empty() {
        String::new()
    } else {
        format!("请{}", item.speaker)
    };
    let ask = match (item.kind, who.is_empty()) {
        (_, true) => String::new(),
        (ItemKind::Speech, _) => format!("{who}讲话。"),
        _ => format!("{who}汇报。"),
    };
    let discuss = if item.kind == ItemKind::Topic {
        "请大家充分发表意见。"
    } else {
        ""
    };
    format!("{begin}{ask}{discuss}")
}
