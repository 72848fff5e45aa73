use super::{agenda_title, chair_line, in_words, when};
use crate::documents::{fill, info, page_options};
use crate::meetings::{Dossier, Meeting, MeetingState};
use crate::wording::WordingKind;
use chrono::NaiveDateTime;
use gongwen::{
    Align, Attachment, Block, Column, ColumnWidth, Document, Format, Length, Signature, Table,
    TextSize,
};
use ground::numerals::chinese_number;

/// 会议通知 with 回执. Between equals a letter (`equals`), else in the form of a 公文.
pub(crate) fn notice(dossier: &Dossier, equals: bool, made: NaiveDateTime) -> Document {
    let meeting = &dossier.meeting;
    let title = format!("关于召开{}的通知", dossier.title());
    // No head without a body that issues: a 大党委 itself issues nothing.
    let format = match (&dossier.issuer, equals) {
        (None, _) => Format::Plain,
        (Some(_), true) => Format::Letter,
        (Some(_), false) => Format::Notice,
    };
    let mark = match format {
        Format::Notice => WordingKind::MarkNotice,
        _ => WordingKind::MarkLetter,
    };
    // A postponed meeting's next notice takes a number and a day of its own.
    let anew = meeting.state == MeetingState::Postponed;
    let sent = meeting.notified_on.filter(|_| !anew);
    let issuer = dossier.issuer.as_ref();
    let mark = issuer.map(|body| fill(&dossier.rules, mark, &[("发文机关", &body.full_name)]));
    Document {
        format,
        mark,
        number: meeting.notice_number.clone().filter(|_| !anew),
        addressee: Some(addressee(dossier)),
        body: body(dossier),
        signature: Some(Signature {
            body: dossier.author(),
            date: sent.unwrap_or_else(|| made.date()),
            sealed: dossier.issuer.is_some(),
        }),
        annotation: annotation(dossier),
        attachments: vec![Attachment {
            title: "回执".into(),
            body: reply(dossier),
            landscape: false,
        }],
        page: page_options(&dossier.rules),
        info: info(&title, &dossier.author(), "会议通知", made, &meeting.id),
        title,
        ..Document::default()
    }
}

/// The units called, in official order.
fn addressee(dossier: &Dossier) -> String {
    let mut units: Vec<&str> = Vec::new();
    for person in dossier
        .people
        .iter()
        .filter(|person| person.unit_id.is_some())
    {
        if !units.contains(&person.unit_name.as_str()) {
            units.push(&person.unit_name);
        }
    }
    if units.is_empty() {
        "各成员单位".into()
    } else {
        units.join("、")
    }
}

fn body(dossier: &Dossier) -> Vec<Block> {
    let meeting = &dossier.meeting;
    let opening = in_words(dossier, WordingKind::NoticeOpening);
    let mut blocks = vec![Block::paragraph(opening)];
    let agenda: Vec<String> = dossier.items.iter().map(agenda_title).collect();
    let parts = [
        ("时间", vec![format!("{}。", when(meeting))]),
        ("地点", filled(&meeting.place)),
        ("主持人", filled(&chair_line(meeting))),
        (
            "参会人员",
            lines_of(&in_words(dossier, WordingKind::NoticePeople)),
        ),
        ("会议议程", numbered(&agenda)),
        ("有关要求", requirements(dossier)),
    ];
    // Before they are numbered, or a part left out would leave a gap.
    let parts = parts.into_iter().filter(|(_, lines)| !lines.is_empty());
    for (number, (name, lines)) in (1..).zip(parts) {
        blocks.extend(section(number, name, &lines));
    }
    blocks
}

fn filled(text: &str) -> Vec<String> {
    if text.is_empty() {
        Vec::new()
    } else {
        vec![format!("{text}。")]
    }
}

fn numbered(lines: &[String]) -> Vec<String> {
    if let [line] = lines {
        return filled(line);
    }
    (1..)
        .zip(lines)
        .map(|(number, line)| format!("{number}.{line}。"))
        .collect()
}

/// What the office wrote, and always the reply slip.
fn requirements(dossier: &Dossier) -> Vec<String> {
    let mut lines = lines_of(&dossier.meeting.requirements);
    if lines.is_empty() {
        lines = lines_of(&in_words(dossier, WordingKind::NoticeRequirements));
    }
    lines.push("请填写回执，于会前报送。".into());
    lines
}

fn lines_of(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// One line runs in with its heading; several follow it.
fn section(number: usize, name: &str, lines: &[String]) -> Vec<Block> {
    let heading = format!("{}、{name}", chinese_number(number));
    match lines {
        [line] => vec![Block::RunIn {
            level: 1,
            lead: format!("{heading}："),
            text: line.clone(),
        }],
        lines => {
            let heading = Block::heading(1, heading);
            std::iter::once(heading)
                .chain(lines.iter().map(Block::paragraph))
                .collect()
        }
    }
}

fn annotation(dossier: &Dossier) -> Option<String> {
    let known = [
        ("联系人", &dossier.meeting.recorder_name),
        ("电话", &dossier.committee.contact),
    ];
    let known = known.into_iter().filter(|(_, text)| !text.is_empty());
    let parts: Vec<String> = known
        .map(|(label, text)| format!("{label}：{text}"))
        .collect();
    (!parts.is_empty()).then(|| parts.join("　"))
}

/// The reply slip: one table for the unit to fill in.
fn reply(dossier: &Dossier) -> Vec<Block> {
    let column = |title: &str, share| Column {
        title: title.into(),
        width: ColumnWidth::Share(share),
        align: Align::Center,
    };
    let table = Table {
        columns: vec![
            column("单位", 4),
            column("姓名", 2),
            column("职务", 3),
            column("参会、替会或请假", 3),
            column("联系电话", 3),
        ],
        rows: vec![vec![String::new(); 5]; 3],
        size: TextSize::Four,
        row_height_min: Length::mm(12),
        ..Table::default()
    };
    let caption = format!("会议：{}", dossier.title());
    let note = "请于会前将本回执报送联系人；替会的，请写明替会人姓名、职务。";
    vec![
        Block::Line {
            align: Align::Left,
            text: caption,
        },
        Block::Table(table),
        Block::Line {
            align: Align::Left,
            text: note.into(),
        },
    ]
}

/// A short text to copy into WeChat or SMS.
pub(crate) fn short_notice(dossier: &Dossier) -> String {
    let meeting = &dossier.meeting;
    let agenda: Vec<String> = (1..)
        .zip(&dossier.items)
        .map(|(n, item)| format!("{n}.{}", agenda_title(item)))
        .collect();
    let values = [
        ("会议", dossier.title()),
        ("大党委", dossier.committee.name.clone()),
        ("时间", when(meeting)),
        ("地点", meeting.place.clone()),
        ("主持人", chair(meeting)),
        ("议程", agenda.join("；")),
        ("联系方式", annotation(dossier).unwrap_or_default()),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    fill(&dossier.rules, WordingKind::NoticeShort, &values)
}

fn chair(meeting: &Meeting) -> String {
    if meeting.chair_name.is_empty() {
        return String::new();
    }
    format!("{}{}", meeting.chair_post, meeting.chair_name)
}
