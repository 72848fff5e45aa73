use crate::committees::CommitteeLevel;
use crate::documents::{fill, info, page_options};
use crate::meetings::{
    Attendance, AttendanceState, Dossier, Minutes, MinutesBlock, MinutesState, named_by_unit,
};
use crate::wording::WordingKind;
use chrono::NaiveDateTime;
use gongwen::{AttendanceLine, Block, Colophon, Document, Format, IssuerLine};
use ground::calendar::chinese_date;
use ground::numerals::chinese_number;

/// 会议纪要. What is not signed says so, and has no 版记.
pub(crate) fn minutes(dossier: &Dossier, minutes: &Minutes, made: NaiveDateTime) -> Document {
    let title = format!("{}纪要", dossier.title());
    Document {
        format: Format::Minutes,
        mark: Some(mark(dossier)),
        issue: issue(dossier, minutes),
        issuer_line: dossier.issuer.as_ref().map(|body| IssuerLine {
            issuer: body.full_name.clone(),
            date: date_or_state(minutes),
        }),
        body: body(minutes),
        attendance: attendance(&dossier.people),
        colophon: colophon(dossier, minutes),
        page: page_options(&dossier.rules),
        info: info(
            &title,
            &dossier.author(),
            "会议纪要",
            made,
            identifier(dossier, minutes),
        ),
        title,
        ..Document::default()
    }
}

fn mark(dossier: &Dossier) -> String {
    let values = [
        ("大党委", dossier.committee.name.as_str()),
        ("会议类型", &dossier.meeting.kind),
    ];
    fill(&dossier.rules, WordingKind::MarkMinutes, &values)
}

fn identifier<'a>(dossier: &'a Dossier, minutes: &'a Minutes) -> &'a str {
    // Not kept yet, it has no key of its own.
    if minutes.id.is_empty() {
        &dossier.meeting.id
    } else {
        &minutes.id
    }
}

fn issue(dossier: &Dossier, minutes: &Minutes) -> Option<String> {
    let number = dossier
        .meeting
        .issue_number
        .map(|number| format!("第{number}期"));
    let revised = if minutes.revision > 1 {
        "（更正）"
    } else {
        ""
    };
    number.map(|number| format!("{number}{revised}"))
}

/// The day of signing; before it, what the paper is.
fn date_or_state(minutes: &Minutes) -> String {
    match (minutes.state, minutes.signed_on) {
        (MinutesState::Signed, Some(day)) => chinese_date(day),
        (MinutesState::Submitted, _) => "（送签稿）".into(),
        (MinutesState::Review, _) => "（核稿）".into(),
        _ => "（草稿）".into(),
    }
}

fn body(minutes: &Minutes) -> Vec<Block> {
    let mut sections = 0;
    let shown = minutes
        .blocks
        .iter()
        .filter(|block| !block.removed && !block.text().trim().is_empty());
    let mut blocks: Vec<Block> = shown.map(|block| set(block, &mut sections)).collect();
    if minutes.revision > 1 {
        let (revision, reason) = (
            minutes.revision,
            minutes.correction_reason.trim_end_matches('。'),
        );
        blocks.push(Block::paragraph(format!(
            "注：本纪要为更正后的第{revision}版，更正事由：{reason}。"
        )));
    }
    blocks
}

/// A paragraph, or a heading; those of the first level are counted here, so that the count is right
/// whatever a hand added or left out.
fn set(block: &MinutesBlock, sections: &mut usize) -> Block {
    let text = block.text().trim();
    match block.level {
        0 => Block::paragraph(text),
        1 => {
            *sections += 1;
            Block::heading(
                1,
                format!("{}、{}", chinese_number(*sections), without_number(text)),
            )
        }
        level => Block::heading(level, text),
    }
}

/// A heading without the numeral that a hand may have typed: `三、其他` → `其他`.
fn without_number(heading: &str) -> &str {
    let rest = heading.trim_start_matches(|ch| "一二三四五六七八九十".contains(ch));
    if rest.len() == heading.len() {
        heading
    } else {
        rest.strip_prefix('、').unwrap_or(heading)
    }
}

/// 出席, 请假 and 列席; who was absent without leave is in the record only.
fn attendance(people: &[Attendance]) -> Vec<AttendanceLine> {
    use AttendanceState::{Excused, Observer, Present, StandIn};
    let lines: [(&str, &[AttendanceState]); 3] = [
        ("出席", &[Present, StandIn]),
        ("请假", &[Excused]),
        ("列席", &[Observer]),
    ];
    let line = |(label, states): (&str, &[AttendanceState])| AttendanceLine {
        label: label.into(),
        text: named_by_unit(
            people
                .iter()
                .filter(|person| states.contains(&person.state)),
        ),
    };
    lines
        .into_iter()
        .map(line)
        .filter(|line| !line.text.is_empty())
        .collect()
}

fn colophon(dossier: &Dossier, minutes: &Minutes) -> Option<Colophon> {
    let body = dossier.issuer.as_ref().filter(|_| dossier.rules.colophon)?;
    let printed_on = minutes
        .signed_on
        .filter(|_| minutes.state == MinutesState::Signed)?;
    let mut distribution = vec!["各成员单位".to_owned()];
    if dossier.committee.level == CommitteeLevel::Community && !dossier.street.is_empty() {
        distribution.push(format!("{}党工委", dossier.street));
    }
    Some(Colophon {
        // The standard knows 抄送 only; 分送 under minutes is custom.
        distribution_label: "分送".into(),
        distribution,
        printer: body.full_name.clone(),
        printed_on,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meetings::draft::tests::sample;
    use crate::meetings::minutes::unsaved;
    use crate::meetings::wording::tests::entry;

    fn made() -> NaiveDateTime {
        chrono::NaiveDate::from_ymd_opt(2026, 11, 30)
            .unwrap()
            .and_hms_opt(9, 0, 0)
            .unwrap()
    }

    #[test]
    fn a_draft_does_not_pretend_to_be_signed() {
        let mut dossier = sample();
        dossier.issuer = Some(crate::settings::IssuingBody {
            id: "b".into(),
            version: 1,
            full_name: "中共听雨社区委员会".into(),
            short_name: "听雨社区党委".into(),
            code: "听雨社区党委".into(),
            first_number: 1,
            position: 1,
            retired: false,
        });
        let mut kept = unsaved(&dossier);
        let draft = minutes(&dossier, &kept, made());
        assert_eq!(draft.issuer_line.unwrap().date, "（草稿）");
        assert!(draft.colophon.is_none());
        kept.state = MinutesState::Signed;
        kept.signed_on = dossier.meeting.date.succ_opt();
        let signed = minutes(&dossier, &kept, made());
        assert_eq!(signed.issuer_line.unwrap().date, "2026年11月27日");
        assert_eq!(signed.colophon.unwrap().printer, "中共听雨社区委员会");
    }

    #[test]
    fn headings_are_counted_as_they_stand() {
        let mut kept = unsaved(&sample());
        kept.blocks[1].removed = true;
        kept.blocks[2].removed = true;
        kept.blocks.push(MinutesBlock {
            key: "own:1".into(),
            level: 1,
            generated: String::new(),
            edited: Some("九、其他事项".into()),
            edited_from: Some(String::new()),
            removed: false,
        });
        let headings: Vec<String> = body(&kept)
            .into_iter()
            .filter_map(|block| match block {
                Block::Heading { text, .. } => Some(text),
                _ => None,
            })
            .collect();
        assert_eq!(
            headings,
            [
                "一、会议传达学习了《关于加强冬季消防工作的通知》",
                "二、会议研究了飞线充电整治",
                "三、其他事项"
            ]
        );
    }

    #[test]
    fn absentees_are_never_printed() {
        let people = [
            entry("安居物业", "罗强", AttendanceState::Absent),
            entry("农商银行", "孙玥", AttendanceState::Present),
        ];
        let lines = attendance(&people);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].text.replace('\u{2060}', ""), "农商银行孙玥");
    }
}
