//! What became of the last meeting's decisions (上次议定事项落实情况): counted anew until held.

use super::{ItemSource, Meeting, MeetingItem, held_before};
use crate::assignments::{Assignment, AssignmentState, of_meeting};
use crate::office::Cx;
use crate::settings::rules;
use chrono::NaiveDate;
use ground::error::Result;
use ground::numerals::short_date;

/// The title of the item that every meeting begins with.
pub(super) const TITLE: &str = "上次议定事项落实情况";

/// Fills in the first item where no hand wrote one and the meeting still lies ahead.
pub(super) async fn follow_up(
    cx: &mut Cx<'_>,
    meeting: &Meeting,
    items: &mut [MeetingItem],
) -> Result<()> {
    let open =
        |item: &&mut MeetingItem| item.source == ItemSource::FollowUp && item.decision.is_empty();
    let Some(item) = items
        .iter_mut()
        .find(open)
        .filter(|_| meeting.state.is_ahead())
    else {
        return Ok(());
    };
    item.decision = account(cx, meeting).await?;
    Ok(())
}

/// The account as it stands today, or on the day of the meeting where that is past.
pub(super) async fn account(cx: &mut Cx<'_>, meeting: &Meeting) -> Result<String> {
    let Some(last) = held_before(&mut cx.tx, meeting).await? else {
        return Ok(String::new());
    };
    let rows = of_meeting(&mut cx.tx, &last.id).await?;
    let assignments: Vec<Assignment> = rows.into_iter().map(|row| row.assignment).collect();
    let day = cx.today().min(meeting.date);
    let named = rules(cx).await?.criticism;
    Ok(tell(&assignments, last.session_number, day, named))
}

/// Counts and names: `第10次会议议定事项3项，已办结1项，办理中2项。` and a line for each group. Late
/// matters are named as 逾期 only where the office has switched criticism on; their dates print anyway.
fn tell(
    assignments: &[Assignment],
    session: Option<i64>,
    day: NaiveDate,
    criticism: bool,
) -> String {
    let valid = assignments
        .iter()
        .filter(|a| a.state != AssignmentState::Withdrawn);
    let (closed, open): (Vec<_>, Vec<_>) = valid.partition(|a| a.state == AssignmentState::Closed);
    let (late, going): (Vec<_>, Vec<_>) =
        open.into_iter().partition(|a| criticism && a.due_on < day);
    let total = closed.len() + late.len() + going.len();
    if total == 0 {
        return String::new();
    }
    let last = session.map_or("上次会议".to_owned(), |number| {
        format!("第{number}次会议")
    });
    let groups = [("已办结", closed), ("办理中", going), ("逾期", late)];
    let groups: Vec<_> = groups
        .into_iter()
        .filter(|(_, list)| !list.is_empty())
        .collect();
    let counts: Vec<_> = groups
        .iter()
        .map(|(word, list)| format!("{word}{}项", list.len()))
        .collect();
    let mut lines = vec![format!("{last}议定事项{total}项，{}。", counts.join("，"))];
    for (word, list) in groups {
        let named: Vec<_> = list
            .iter()
            .map(|assignment| name(assignment, day))
            .collect();
        lines.push(format!("{word}：{}。", named.join("；")));
    }
    lines.join("\n")
}

fn name(assignment: &Assignment, day: NaiveDate) -> String {
    let content = assignment.content.trim_end_matches(['。', '；', '，']);
    let when = match (assignment.state, assignment.closed_on) {
        (AssignmentState::Closed, Some(on)) => format!("{}办结", short_date(on, day)),
        (AssignmentState::Closed, None) => "已办结".into(),
        _ => format!("时限{}", short_date(assignment.due_on, day)),
    };
    let lead = assignment.lead_name.as_str();
    if lead.is_empty() {
        format!("{content}（{when}）")
    } else {
        format!("{content}（{lead}主办，{when}）")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meetings::draft::tests::assignment;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn tells_counts_and_names() {
        let mut closed = assignment("加装充电箱6台", "安居物业", day(10, 30));
        closed.state = AssignmentState::Closed;
        closed.closed_on = Some(day(10, 28));
        let going = assignment("改造活动室。", "区财政局", day(11, 30));
        let late = assignment("维修地下车库", "恒信物业", day(11, 1));
        let all = [closed, going, late];
        assert_eq!(
            tell(&all, Some(10), day(11, 26), false),
            "第10次会议议定事项3项，已办结1项，办理中2项。\n\
             已办结：加装充电箱6台（安居物业主办，10月28日办结）。\n\
             办理中：改造活动室（区财政局主办，时限11月30日）；维修地下车库（恒信物业主办，时限11月1日）。"
        );
        assert_eq!(
            tell(&all, Some(10), day(11, 26), true),
            "第10次会议议定事项3项，已办结1项，办理中1项，逾期1项。\n\
             已办结：加装充电箱6台（安居物业主办，10月28日办结）。\n\
             办理中：改造活动室（区财政局主办，时限11月30日）。\n\
             逾期：维修地下车库（恒信物业主办，时限11月1日）。"
        );
    }

    #[test]
    fn says_nothing_when_nothing_was_decided() {
        assert_eq!(tell(&[], Some(1), day(11, 26), true), "");
    }
}
