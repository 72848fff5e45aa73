//! The text of the minutes as the record gives it. Pure: the same record gives the same text.
//!
//! An item without anything recorded has no section of its own; the opening still names it.

use super::{
    Dossier, ItemKind, MeetingItem, MinutesBlock, chair, part_of_day, session, subject, verb,
};
use crate::assignments::Assignment;
use crate::documents::fill;
use crate::wording::WordingKind;
use chrono::NaiveDate;
use ground::calendar::chinese_date;
use ground::numerals::short_date;

/// The blocks of the text in order: opening, then heading and text of each item.
pub(super) fn generate(dossier: &Dossier) -> Vec<MinutesBlock> {
    let mut blocks = vec![block("opening".into(), 0, opening(dossier))];
    for item in &dossier.items {
        let text = item_text(dossier, item);
        if text.is_empty() {
            continue;
        }
        blocks.push(block(format!("item:{}:heading", item.id), 1, heading(item)));
        blocks.push(block(format!("item:{}:text", item.id), 0, text));
    }
    blocks
}

fn block(key: String, level: u8, generated: String) -> MinutesBlock {
    MinutesBlock {
        key,
        level,
        generated,
        edited: None,
        edited_from: None,
        removed: false,
    }
}

/// `2026年11月26日下午，听雨社区“大党委”在社区二楼会议室召开2026年第11次联席会议，……现将会议议定事项纪要如下：`
fn opening(dossier: &Dossier) -> String {
    let meeting = &dossier.meeting;
    let when = format!(
        "{}{}",
        chinese_date(meeting.date),
        part_of_day(&meeting.time)
    );
    let topics = dossier.items.iter();
    // Without topics nothing was decided: the opening must not promise 议定事项.
    let topics = topics.filter(|item| item.kind == ItemKind::Topic).count();
    let values = [
        ("时间", when),
        ("大党委", dossier.committee.name.clone()),
        ("地点", meeting.place.clone()),
        ("会议", session(meeting)),
        ("主持人", chair(meeting)),
        ("议程", agenda(&dossier.items)),
        (
            "有议题",
            if topics > 0 {
                "是".into()
            } else {
                String::new()
            },
        ),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    fill(&dossier.rules, WordingKind::MinutesOpening, &values)
}

/// `传达学习了甲、乙，听取了丙，研究了丁等3项议题`
fn agenda(items: &[MeetingItem]) -> String {
    let kinds = [ItemKind::Study, ItemKind::Report, ItemKind::Topic];
    kinds
        .into_iter()
        .filter_map(|kind| named(items, kind))
        .collect::<Vec<_>>()
        .join("，")
}

fn named(items: &[MeetingItem], kind: ItemKind) -> Option<String> {
    let of_kind = items.iter().filter(|item| item.kind == kind);
    let titles: Vec<&str> = of_kind.map(|item| subject(kind, &item.title)).collect();
    let first = titles.first()?;
    let verb = verb(kind);
    // A title with 、 in it would run into the next one.
    let inner = titles.iter().any(|title| title.contains('、'));
    Some(match (kind, titles.len()) {
        (ItemKind::Topic, count @ 2..) => format!("{verb}{first}等{count}项议题"),
        _ => format!("{verb}{}", titles.join(if inner { "，" } else { "、" })),
    })
}

/// `会议研究了飞线充电整治`, `会议强调`; the numeral before it comes with the layout.
fn heading(item: &MeetingItem) -> String {
    match item.kind {
        ItemKind::Speech => "会议强调".into(),
        kind => format!("会议{}{}", verb(kind), subject(kind, &item.title)),
    }
}

fn item_text(dossier: &Dossier, item: &MeetingItem) -> String {
    // The discussion is never printed: it belongs to the internal 会议记录, minutes are public.
    match item.kind {
        ItemKind::Topic => topic(dossier, item),
        ItemKind::Report => item.decision.clone(),
        ItemKind::Study => begun(&item.decision, "会议指出，"),
        ItemKind::Speech => begun(&item.decision, &speech_lead(item)),
    }
}

fn speech_lead(item: &MeetingItem) -> String {
    match item.speaker.as_str() {
        "" => "会议强调，".into(),
        speaker => format!("{speaker}同志在讲话中指出，"),
    }
}

/// The text, begun with its lead where it does not name the meeting or a speaker itself.
fn begun(text: &str, lead: &str) -> String {
    let named = text.starts_with("会议")
        || text
            .lines()
            .next()
            .is_some_and(|line| line.contains("同志"));
    if text.is_empty() || named {
        text.to_owned()
    } else {
        format!("{lead}{text}")
    }
}

fn topic(dossier: &Dossier, item: &MeetingItem) -> String {
    let decision = item.decision.trim();
    let assigned: Vec<String> = dossier
        .assignments_of(&item.id)
        .map(|row| &row.assignment)
        // A decision and its assignments are one statement: who and by when is said only once.
        .filter(|assignment| !says(decision, assignment, dossier.meeting.date))
        .map(|assignment| sentence(assignment, dossier.meeting.date))
        .collect();
    match (decision.is_empty(), assigned.is_empty()) {
        (true, true) if item.carried_to.is_some() => "会议决定，该议题转下次会议继续研究。".into(),
        (true, true) => String::new(),
        (true, false) => format!("会议议定：{}。", assigned.join("；")),
        (false, true) => decided(decision),
        (false, false) => format!("{}\n{}。", decided(decision), assigned.join("；")),
    }
}

fn decided(decision: &str) -> String {
    let lead = if decision.contains('\n') {
        "会议议定："
    } else {
        "会议议定，"
    };
    let text = begun(decision, lead);
    if text.ends_with(['。', '！', '；', '：']) {
        text
    } else {
        format!("{text}。")
    }
}

/// Whether a decision already says who does it by when.
fn says(decision: &str, assignment: &Assignment, paper: NaiveDate) -> bool {
    !assignment.lead_name.is_empty()
        && decision.contains(&assignment.lead_name)
        && decision.contains(&short_date(assignment.due_on, paper))
}

/// `在北区加装充电箱6台，由安居物业牵头、云溪供电所配合，12月18日前完成`
fn sentence(assignment: &Assignment, paper: NaiveDate) -> String {
    let content = assignment.content.trim_end_matches(['。', '；', '，']);
    let helpers: Vec<&str> = assignment
        .helpers
        .iter()
        .map(|helper| helper.name.as_str())
        .collect();
    let who = match (assignment.lead_name.as_str(), helpers.is_empty()) {
        ("", _) => String::new(),
        (lead, true) => format!("，由{lead}负责"),
        (lead, false) => format!("，由{lead}牵头、{}配合", helpers.join("、")),
    };
    format!(
        "{content}{who}，{}前完成",
        short_date(assignment.due_on, paper)
    )
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::assignments::{AssignmentRow, Helper};
    use crate::committees::{Committee, CommitteeLevel};
    use crate::meetings::{ItemSource, Meeting, MeetingState};
    use crate::settings::Rules;
    use crate::units::Relation;

    pub(in crate::meetings) fn assignment(
        content: &str,
        lead: &str,
        due_on: NaiveDate,
    ) -> Assignment {
        Assignment {
            version: 1,
            committee_id: "c".into(),
            meeting_id: Some("m".into()),
            item_id: Some("i3".into()),
            content: content.into(),
            lead_name: lead.into(),
            relation: Relation::Partner,
            assigned_on: due_on,
            due_on,
            first_due_on: due_on,
            ..Assignment::blank("a".into())
        }
    }

    fn item(id: &str, kind: ItemKind, title: &str, decision: &str) -> MeetingItem {
        MeetingItem {
            id: id.into(),
            version: 1,
            meeting_id: "m".into(),
            position: 1,
            kind,
            title: title.into(),
            source: ItemSource::Office,
            proposer: String::new(),
            speaker: String::new(),
            background: String::new(),
            discussion: "安居物业：可以承担。".into(),
            decision: decision.into(),
            carried_to: None,
        }
    }

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    pub(in crate::meetings) fn meeting() -> Meeting {
        Meeting {
            id: "m".into(),
            version: 1,
            committee_id: "c".into(),
            kind: "联席会议".into(),
            extraordinary: false,
            month: "2026-11".parse().unwrap(),
            turn_id: None,
            state: MeetingState::Held,
            session_number: Some(11),
            issue_number: Some(11),
            notice_number: None,
            notified_on: None,
            date: day(11, 26),
            time: "14:30".into(),
            place: "社区二楼会议室".into(),
            chair_name: "孙玥".into(),
            chair_post: "农商银行云溪支行行长".into(),
            recorder_name: "刘静".into(),
            duty_unit: "农商银行云溪支行".into(),
            requirements: String::new(),
            state_reason: String::new(),
            attendance_taken: None,
        }
    }

    fn committee() -> Committee {
        Committee {
            id: "c".into(),
            version: 1,
            name: "听雨社区“大党委”".into(),
            short_name: "听雨".into(),
            level: CommitteeLevel::Community,
            community_id: None,
            issuing_body_id: None,
            secretary_name: "王堃".into(),
            secretary_post: "社区党委书记".into(),
            recorder_name: String::new(),
            meeting_place: String::new(),
            contact: String::new(),
            units_per_month: 1,
            term_start: None,
            term_end: None,
            position: 1,
            retired: false,
        }
    }

    pub(in crate::meetings) fn sample() -> Dossier {
        let mut install = assignment("在北区加装充电箱6台", "安居物业", day(12, 18));
        install.helpers.push(Helper {
            unit_id: None,
            name: "云溪供电所".into(),
            relation: Relation::Vertical,
        });
        Dossier {
            meeting: meeting(),
            committee: committee(),
            issuer: None,
            items: vec![
                item(
                    "i1",
                    ItemKind::Report,
                    "上次议定事项落实情况",
                    "第10次会议议定事项1项，已办结1项。",
                ),
                item(
                    "i2",
                    ItemKind::Study,
                    "《关于加强冬季消防工作的通知》",
                    "要压实责任。",
                ),
                item("i3", ItemKind::Topic, "关于飞线充电整治的议题", ""),
                item("i4", ItemKind::Topic, "合伙人聘任", ""),
            ],
            people: Vec::new(),
            assignments: vec![AssignmentRow {
                assignment: install,
                committee: "听雨".into(),
                met_on: None,
            }],
            street: "云溪街道".into(),
            rules: Rules::default(),
        }
    }

    fn texts(dossier: &Dossier) -> Vec<String> {
        generate(dossier)
            .into_iter()
            .map(|block| block.generated)
            .collect()
    }

    #[test]
    fn writes_the_text_from_the_record() {
        assert_eq!(
            texts(&sample()),
            [
                "2026年11月26日下午，听雨社区“大党委”在社区二楼会议室召开2026年第11次联席会议，\
                 轮值单位农商银行云溪支行行长孙玥同志主持会议。会议传达学习了《关于加强冬季消防工作的通知》，\
                 听取了上次议定事项落实情况，研究了飞线充电整治等2项议题。现将会议议定事项纪要如下：",
                "会议听取了上次议定事项落实情况",
                "第10次会议议定事项1项，已办结1项。",
                "会议传达学习了《关于加强冬季消防工作的通知》",
                "会议指出，要压实责任。",
                "会议研究了飞线充电整治",
                "会议议定：在北区加装充电箱6台，由安居物业牵头、云溪供电所配合，12月18日前完成。",
            ]
        );
    }

    #[test]
    fn says_who_does_it_only_once() {
        let mut dossier = sample();
        dossier.items[2].decision = "由安居物业牵头，12月18日前加装充电箱6台".into();
        assert_eq!(
            texts(&dossier)[6],
            "会议议定，由安居物业牵头，12月18日前加装充电箱6台。"
        );
    }

    #[test]
    fn prints_nothing_in_place_of_what_is_missing() {
        let mut dossier = sample();
        dossier.items.clear();
        dossier.meeting = Meeting {
            place: String::new(),
            chair_name: String::new(),
            time: String::new(),
            session_number: None,
            ..dossier.meeting
        };
        let expected =
            "2026年11月26日，听雨社区“大党委”召开2026年11月联席会议。现将会议情况纪要如下：";
        assert_eq!(texts(&dossier), [expected]);
    }

    #[test]
    fn never_prints_the_discussion() {
        assert!(!texts(&sample()).concat().contains("可以承担"));
    }
}
