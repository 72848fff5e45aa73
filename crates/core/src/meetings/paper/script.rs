use super::{agenda_title, in_words, plain};
use crate::documents::fill;
use crate::meetings::{Dossier, ItemKind, MeetingItem};
use crate::wording::WordingKind;
use chrono::NaiveDateTime;
use gongwen::{Block, Document};
use ground::numerals::chinese_number;

/// 主持词: what the chair says from opening to close, from the items and who speaks to them.
pub(crate) fn script(dossier: &Dossier, made: NaiveDateTime) -> Document {
    let count = dossier.items.len();
    let mut body = vec![
        Block::Line {
            align: gongwen::Align::Left,
            text: "同志们：".into(),
        },
        Block::paragraph(in_words(dossier, WordingKind::ScriptOpening)),
    ];
    if count > 0 {
        let agenda: Vec<String> = dossier.items.iter().map(agenda_title).collect();
        let count = chinese_number(count);
        let agenda = agenda.join("；");
        let values = [("项数", count.as_str()), ("议程", agenda.as_str())];
        let text = fill(&dossier.rules, WordingKind::ScriptAgenda, &values);
        body.push(Block::paragraph(text));
    }
    for (number, item) in (1..).zip(&dossier.items) {
        body.push(Block::paragraph(turn(number, item)));
    }
    let closing = in_words(dossier, WordingKind::ScriptClosing);
    body.extend(closing.lines().map(Block::paragraph));
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
