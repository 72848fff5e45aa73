use super::{agenda_title, chair_line, labelled, plain, when};
use crate::meetings::{Dossier, ItemKind, MeetingItem};
use chrono::NaiveDateTime;
use gongwen::{Block, Document};
use ground::numerals::chinese_number;

/// 议程: time, place, chair, and the items with who speaks to them.
pub(crate) fn agenda(dossier: &Dossier, made: NaiveDateTime) -> Document {
    let meeting = &dossier.meeting;
    let head = [
        labelled("时间", &when(meeting)),
        labelled("地点", &meeting.place),
        labelled("主持人", &chair_line(meeting)),
    ];
    let mut body: Vec<Block> = head.into_iter().flatten().chain([Block::Blank]).collect();
    for (number, item) in (1..).zip(&dossier.items) {
        let text = format!(
            "{}、{}{}",
            chinese_number(number),
            agenda_title(item),
            speaker(item)
        );
        body.push(Block::paragraph(text));
    }
    Document {
        body,
        ..plain(dossier, "议程", made)
    }
}

/// `（汇报：安居物业）`, `（提出：东园小学）`
fn speaker(item: &MeetingItem) -> String {
    let speaks = if item.kind == ItemKind::Speech {
        "讲话"
    } else {
        "汇报"
    };
    let known = [(speaks, &item.speaker), ("提出", &item.proposer)];
    let known = known.into_iter().filter(|(_, name)| !name.is_empty());
    let known: Vec<String> = known
        .map(|(label, name)| format!("{label}：{name}"))
        .collect();
    if known.is_empty() {
        String::new()
    } else {
        format!("（{}）", known.join("；"))
    }
}
