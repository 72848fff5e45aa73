//! Words that several papers of a meeting share. Pure.

use super::{Attendance, AttendanceState, ItemKind, Meeting};
use crate::committees::Committee;

/// 上午, 下午 or 晚上 of an hour such as `14:30`; empty when there is none.
pub(crate) fn part_of_day(time: &str) -> &'static str {
    match time
        .split(':')
        .next()
        .and_then(|hour| hour.parse::<u8>().ok())
    {
        Some(0..12) => "上午",
        Some(12..18) => "下午",
        Some(_) => "晚上",
        None => "",
    }
}

/// `2026年第11次联席会议`; before it has a number, `2026年11月联席会议`.
pub(crate) fn session(meeting: &Meeting) -> String {
    let Meeting { month, kind, .. } = meeting;
    let extra = if meeting.extraordinary { "临时" } else { "" };
    match meeting.session_number {
        Some(number) => format!("{}年第{number}次{extra}{kind}", month.year()),
        None => format!("{}{extra}{kind}", month.chinese()),
    }
}

/// `听雨社区“大党委”2026年第11次联席会议`.
pub(crate) fn title(meeting: &Meeting, committee: &Committee) -> String {
    format!("{}{}", committee.name, session(meeting))
}

/// A name for files: `2026年10月听雨社区大党委联席会议` and what the paper is.
pub(crate) fn file_stem(meeting: &Meeting, committee: &Committee) -> String {
    let name: String = committee
        .name
        .chars()
        .filter(|ch| !"“”\"'《》<>/\\|:*?".contains(*ch))
        .collect();
    let extra = if meeting.extraordinary { "临时" } else { "" };
    format!("{}{name}{extra}{}", meeting.month.chinese(), meeting.kind)
}

/// The verb a meeting uses for an item.
pub(crate) fn verb(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Study => "传达学习了",
        ItemKind::Report => "听取了",
        ItemKind::Topic => "研究了",
        ItemKind::Speech => "强调",
    }
}

/// What an agenda calls the kind.
pub(crate) fn kind_label(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Study => "传达学习",
        ItemKind::Report => "听取",
        ItemKind::Topic => "研究",
        ItemKind::Speech => "讲话",
    }
}

/// A title without the verb its kind brings along: `听取：上次落实情况` → `上次落实情况`,
/// `关于飞线充电整治的议题` → `飞线充电整治`.
pub(crate) fn subject(kind: ItemKind, title: &str) -> &str {
    let title = title.trim().trim_end_matches(['。', '；', '，']);
    let verb = verb(kind).trim_end_matches('了');
    let bare = [verb, kind_label(kind)]
        .iter()
        .find_map(|verb| title.strip_prefix(verb));
    let bare = bare
        .map(|rest| rest.trim_start_matches(['了', '：', ':', ' ']))
        .unwrap_or(title);
    // Of topics only: 关于…的通知 is the name of a document and stays whole.
    let about = (kind == ItemKind::Topic)
        .then(|| bare.strip_prefix("关于"))
        .flatten();
    let bare = about
        .map(|rest| rest.strip_suffix("的议题").unwrap_or(rest))
        .unwrap_or(bare);
    // A title of nothing but the verb stays: an empty heading would be worse.
    if bare.is_empty() { title } else { bare }
}

/// The person as minutes print them: 郭燕（代马祎）.
fn person(entry: &Attendance) -> String {
    match (entry.state, entry.stand_in.as_str(), entry.person.as_str()) {
        (AttendanceState::StandIn, stand_in, "") => stand_in.to_owned(),
        (AttendanceState::StandIn, stand_in, person) if !stand_in.is_empty() => {
            format!("{stand_in}（代{person}）")
        }
        (_, _, person) => person.to_owned(),
    }
}

/// `听雨社区王堃、刘静，农商银行孙玥`: units in the order in which they first appear, each with
/// its people. For papers only: names are tied, so that no line parts them.
pub(crate) fn named_by_unit<'a>(people: impl IntoIterator<Item = &'a Attendance>) -> String {
    let mut groups: Vec<(&str, Vec<String>)> = Vec::new();
    for entry in people {
        let name = person(entry);
        let unit = entry.unit_name.as_str();
        // People without a unit stand alone: put together they would pass for one unit's.
        let at = groups
            .iter()
            .position(|(known, _)| *known == unit && !unit.is_empty());
        match at.and_then(|at| groups.get_mut(at)) {
            Some((_, names)) => names.push(name),
            None => groups.push((unit, vec![name])),
        }
    }
    let text = |(unit, mut names): (&str, Vec<String>)| {
        names.retain(|name| !name.is_empty());
        let names: Vec<String> = names.iter().map(|name| gongwen::unbroken(name)).collect();
        format!("{unit}{}", names.join("、"))
    };
    groups
        .into_iter()
        .map(text)
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("，")
}

/// The chair with post, as the opening names them: `社区党委书记王堃`.
pub(crate) fn chair(meeting: &Meeting) -> String {
    if meeting.chair_name.is_empty() {
        return String::new();
    }
    // Where the 书记 chairs instead, the unit on duty must not be said to.
    let on_duty =
        !meeting.duty_unit.is_empty() && meeting.chair_post.starts_with(&meeting.duty_unit);
    let lead = if on_duty { "轮值单位" } else { "" };
    format!("{lead}{}{}", meeting.chair_post, meeting.chair_name)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn entry(unit: &str, person: &str, state: AttendanceState) -> Attendance {
        Attendance {
            id: String::new(),
            version: 1,
            meeting_id: String::new(),
            position: 1,
            unit_id: None,
            unit_name: unit.into(),
            person: person.into(),
            post: String::new(),
            state,
            stand_in: String::new(),
            reason: String::new(),
        }
    }

    #[test]
    fn knows_the_part_of_the_day() {
        assert_eq!(
            ["09:00", "12:00", "14:30", "19:00", ""].map(part_of_day),
            ["上午", "下午", "下午", "晚上", ""]
        );
    }

    #[test]
    fn leaves_out_what_the_verb_says() {
        assert_eq!(
            subject(ItemKind::Report, "听取：上次议定事项落实情况"),
            "上次议定事项落实情况"
        );
        assert_eq!(
            subject(ItemKind::Topic, "关于飞线充电整治的议题"),
            "飞线充电整治"
        );
        assert_eq!(subject(ItemKind::Topic, "研究"), "研究");
        assert_eq!(
            subject(ItemKind::Study, "关于加强冬季消防的通知"),
            "关于加强冬季消防的通知"
        );
    }

    #[test]
    fn groups_people_by_unit_and_names_who_came_instead() {
        let mut guo = entry("国药医院", "马祎", AttendanceState::StandIn);
        guo.stand_in = "郭燕".into();
        let people = [
            entry("听雨社区", "王堃", AttendanceState::Present),
            entry("农商银行", "孙玥", AttendanceState::Present),
            entry("听雨社区", "刘静", AttendanceState::Present),
            guo,
            entry("东风小学", "", AttendanceState::Present),
            entry("", "何垚", AttendanceState::Present),
        ];
        assert_eq!(
            named_by_unit(&people).replace('\u{2060}', ""),
            "听雨社区王堃、刘静，农商银行孙玥，国药医院郭燕（代马祎），东风小学，何垚"
        );
    }
}
