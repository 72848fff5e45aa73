use super::{agenda_title, chair_line, labelled, plain, when};
use crate::meetings::{Attendance, AttendanceState, Dossier, ItemKind, MeetingItem, named_by_unit};
use chrono::NaiveDateTime;
use gongwen::{Align, AttendanceLine, Block, Document};
use ground::calendar::chinese_date;
use ground::numerals::chinese_number;

/// 会议记录, internal: who said what, who was absent and why, and room for the signatures.
pub(crate) fn record(dossier: &Dossier, made: NaiveDateTime) -> Document {
    let meeting = &dossier.meeting;
    let mut body: Vec<Block> = vec![Block::Line {
        align: Align::Right,
        text: "内部资料　注意保存".into(),
    }];
    let head = [
        labelled("时间", &when(meeting)),
        labelled("地点", &meeting.place),
        labelled("主持人", &chair_line(meeting)),
        labelled("记录人", &meeting.recorder_name),
    ];
    body.extend(head.into_iter().flatten());
    body.extend(
        people(dossier)
            .into_iter()
            .filter_map(|line| labelled(&line.label, &line.text)),
    );
    for (number, item) in (1..).zip(&dossier.items) {
        body.extend(section(dossier, number, item));
    }
    body.push(signatures());
    Document {
        body,
        ..plain(dossier, "记录", made)
    }
}

fn people(dossier: &Dossier) -> Vec<AttendanceLine> {
    use AttendanceState::{Absent, Excused, Observer, Present, StandIn};
    let states = [Present, StandIn, Observer, Excused, Absent];
    let line = |state: AttendanceState| {
        let of_state = dossier.people.iter().filter(|person| person.state == state);
        let text = if matches!(state, Excused | Absent) {
            of_state.map(with_reason).collect::<Vec<_>>().join("，")
        } else {
            named_by_unit(of_state)
        };
        AttendanceLine {
            label: state.chinese().into(),
            text,
        }
    };
    states.into_iter().map(line).collect()
}

fn with_reason(person: &Attendance) -> String {
    let name = named_by_unit([person]);
    if person.reason.is_empty() {
        name
    } else {
        format!("{name}（{}）", person.reason)
    }
}

fn section(dossier: &Dossier, number: usize, item: &MeetingItem) -> Vec<Block> {
    let mut blocks = vec![Block::heading(
        1,
        format!("{}、{}", chinese_number(number), agenda_title(item)),
    )];
    let (speaks, decided) = labels(item.kind);
    let parts = [
        (speaks, &item.speaker),
        ("讨论情况", &item.discussion),
        (decided, &item.decision),
    ];
    for (lead, text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
        blocks.push(Block::RunIn {
            level: 2,
            lead: format!("{lead}："),
            text: text.clone(),
        });
    }
    let assigned: Vec<String> = dossier
        .assignments_of(&item.id)
        .map(|row| &row.assignment)
        .map(|a| {
            format!(
                "{}（{}，{}前）",
                a.content,
                a.lead_name,
                chinese_date(a.due_on)
            )
        })
        .collect();
    if !assigned.is_empty() {
        blocks.push(Block::RunIn {
            level: 2,
            lead: "交办：".into(),
            text: format!("{}。", assigned.join("；")),
        });
    }
    if item.carried_to.is_some() {
        blocks.push(Block::paragraph("本议题转下次会议继续研究。"));
    }
    // A bare heading would cling to what follows, and all of them together leave a page half empty.
    if blocks.len() == 1 {
        blocks.extend(vec![Block::Blank; ROOM]);
    }
    blocks
}

/// What the record calls the speaker of an item, and what was said or decided on it.
fn labels(kind: ItemKind) -> (&'static str, &'static str) {
    match kind {
        ItemKind::Study => ("传达", "传达内容"),
        ItemKind::Report => ("汇报", "汇报内容"),
        ItemKind::Topic => ("汇报", "议定事项"),
        ItemKind::Speech => ("讲话", "讲话要点"),
    }
}

/// Lines to write by hand under an item of which nothing is recorded.
const ROOM: usize = 2;

/// Lines to be signed, which never stand alone on a page.
fn signatures() -> Block {
    let line = |text: &str| Block::Line {
        align: Align::Left,
        text: text.into(),
    };
    Block::closing(vec![
        Block::Blank,
        line("主持人签名：　　　　　　　　　记录人签名："),
        line("日期：　　　　年　　月　　日"),
    ])
}
