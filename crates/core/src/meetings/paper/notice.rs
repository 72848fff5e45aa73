use super::{agenda_title, chair_line, when};
use crate::documents::{info, page_options};
use crate::meetings::{Dossier, chinese_number};
use chrono::NaiveDateTime;
use gongwen::{
    Align, Attachment, Block, Column, ColumnWidth, Document, Format, Length, Signature, Table,
    TextSize,
};

/// 会议通知 with 回执. Between equals a letter (`equals`), else in the form of a 公文.
pub(crate) fn notice(dossier: &Dossier, equals: bool, made: NaiveDateTime) -> Document {
    let meeting = &dossier.meeting;
    let title = format!("关于召开{}的通知", dossier.title());
    let format = match (&dossier.issuer, equals) {
        (None, _) => Format::Plain,
        (Some(_), true) => Format::Letter,
        (Some(_), false) => Format::Notice,
    };
    let mark = dossier.issuer.as_ref().map(|body| match format {
        Format::Notice => format!("{}文件", body.full_name),
        _ => body.full_name.clone(),
    });
    Document {
        format,
        mark,
        number: meeting.notice_number.clone(),
        addressee: Some(addressee(dossier)),
        body: body(dossier),
        signature: Some(Signature {
            body: dossier.author(),
            date: meeting.notified_on.unwrap_or_else(|| made.date()),
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
    let opening = format!(
        "经研究，决定召开{}。现将有关事项通知如下：",
        dossier.title()
    );
    let mut blocks = vec![Block::paragraph(opening)];
    let agenda: Vec<String> = dossier.items.iter().map(agenda_title).collect();
    let who = "本大党委全体委员，各成员单位负责同志。";
    let parts = [
        ("时间", vec![format!("{}。", when(meeting))]),
        ("地点", filled(&meeting.place)),
        ("主持人", filled(&chair_line(meeting))),
        ("参会人员", vec![who.to_owned()]),
        ("会议议程", numbered(&agenda)),
        ("有关要求", requirements(dossier)),
    ];
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
        .map(|(number, line)| format!("{number}. {line}。"))
        .collect()
}

/// What the office wrote, and always the reply slip.
fn requirements(dossier: &Dossier) -> Vec<String> {
    let own = dossier.meeting.requirements.lines().map(str::trim);
    let own = own.filter(|line| !line.is_empty());
    let mut lines: Vec<String> = own.map(str::to_owned).collect();
    if lines.is_empty() {
        lines.push(
            "请参会人员准时到会；因故不能参会的，请提前请假，可安排其他负责同志替会。".into(),
        );
    }
    lines.push("请填写回执，于会前报送。".into());
    lines
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
    let place = if meeting.place.is_empty() {
        String::new()
    } else {
        format!("在{}", meeting.place)
    };
    let mut text = format!(
        "【会议通知】定于{}{place}召开{}",
        when(meeting),
        dossier.title()
    );
    if !meeting.chair_name.is_empty() {
        text.push_str(&format!(
            "，由{}{}主持",
            meeting.chair_post, meeting.chair_name
        ));
    }
    text.push('。');
    let agenda: Vec<String> = (1..)
        .zip(&dossier.items)
        .map(|(n, item)| format!("{n}.{}", agenda_title(item)))
        .collect();
    if !agenda.is_empty() {
        text.push_str(&format!("议程：{}。", agenda.join("；")));
    }
    text.push_str("请准时参会，因故不能参会的请提前告知，可安排他人替会。");
    if let Some(contact) = annotation(dossier) {
        text.push_str(&format!("{contact}。"));
    }
    text
}
