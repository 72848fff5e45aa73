//! The steps an assignment goes through, pure: what each asks for and what it changes.

use super::rules::reminder_paper;
use super::{Assignment, AssignmentState, AssignmentStep};
use crate::units::Relation;
use chrono::NaiveDate;
use ground::calendar::chinese_date;
use ground::error::{Error, Result};
use ground::text;

/// The highest level of reminders.
const LAST_LEVEL: i64 = 3;

/// An assignment after a step, and the line for its log.
pub(super) type Stepped = Result<(Assignment, String)>;

/// Takes a step.
///
/// # Errors
/// `State` where the assignment does not stand so that the step can be taken, `Invalid` for what
/// the step brings along.
pub(super) fn take(assignment: Assignment, step: AssignmentStep, today: NaiveDate) -> Stepped {
    match step {
        AssignmentStep::Progress { text } => progress(assignment, &text),
        AssignmentStep::Claim { result, on } => claim(assignment, &result, on, today),
        AssignmentStep::Approve {
            by,
            on,
            satisfaction,
        } => approve(assignment, &by, on.unwrap_or(today), satisfaction, today),
        AssignmentStep::Return { reason } => send_back(assignment, &reason),
        AssignmentStep::AskExtension { to, reason } => ask(assignment, to, &reason, today),
        AssignmentStep::AnswerExtension { granted, by } => answer(assignment, granted, &by),
        AssignmentStep::Remind => remind(assignment),
        AssignmentStep::Withdraw { reason } => withdraw(assignment, &reason),
        AssignmentStep::Rate { satisfaction } => rate(assignment, satisfaction),
    }
}

/// Lets a step go on only from some states; `what` completes the sentence 不能….
fn from(assignment: &Assignment, states: &[AssignmentState], what: &str) -> Result<()> {
    if states.contains(&assignment.state) {
        return Ok(());
    }
    let (now, hint) = match assignment.state {
        AssignmentState::Open => ("办理中", "须先由主办单位申请办结"),
        AssignmentState::Claimed => ("已申请办结", "请先登记同意办结或退回"),
        AssignmentState::Closed => ("已办结", "请核对是否选错事项"),
        AssignmentState::Withdrawn => ("已撤销", "请核对是否选错事项"),
    };
    Err(Error::state(format!("这项交办{now}，不能{what}，{hint}。")))
}

fn progress(assignment: Assignment, text: &str) -> Stepped {
    let states = [
        AssignmentState::Open,
        AssignmentState::Claimed,
        AssignmentState::Closed,
    ];
    from(&assignment, &states, "登记办理情况")?;
    let text = text::lines("text", "办理情况", text, 1000)?;
    if text.is_empty() {
        return Err(Error::invalid("text", "请填写办理情况。"));
    }
    Ok((assignment, text))
}

fn claim(assignment: Assignment, result: &str, on: Option<NaiveDate>, today: NaiveDate) -> Stepped {
    from(&assignment, &[AssignmentState::Open], "申请办结")?;
    if on.is_some_and(|on| on < assignment.assigned_on || on > today) {
        return Err(Error::invalid(
            "on",
            "办结的日期应在交办之后、今天以前，请核对。",
        ));
    }
    let result = text::lines("result", "办理结果", result, 1000)?;
    if result.is_empty() {
        return Err(Error::invalid("result", "请填写办理结果。"));
    }
    let line = claim_line(&result);
    let state = AssignmentState::Claimed;
    Ok((
        Assignment {
            state,
            claimed_on: Some(on.unwrap_or(today)),
            result,
            ..assignment
        },
        line,
    ))
}

/// What the log says of a claim.
pub(crate) fn claim_line(result: &str) -> String {
    format!("申请办结：{result}")
}

fn approve(
    assignment: Assignment,
    by: &str,
    on: NaiveDate,
    satisfaction: Option<i64>,
    today: NaiveDate,
) -> Stepped {
    from(&assignment, &[AssignmentState::Claimed], "登记同意办结")?;
    let closed_by = text::required("by", "同意办结的领导", by, 40)?;
    check_satisfaction(satisfaction)?;
    if on < assignment.assigned_on || on > today {
        return Err(Error::invalid(
            "on",
            "同意办结的日期应在交办之后、今天以前，请核对。",
        ));
    }
    let line = format!("{closed_by}于{}同意办结", chinese_date(on));
    let closed = Assignment {
        state: AssignmentState::Closed,
        // Approvals are registered after they were given: a claim typed later must not lie behind
        // its own approval.
        claimed_on: assignment.claimed_on.map(|claimed| claimed.min(on)),
        closed_on: Some(on),
        closed_by,
        satisfaction: satisfaction.or(assignment.satisfaction),
        // Nothing is left that an extension could move.
        extension_to: None,
        extension_asked_on: None,
        ..assignment
    };
    Ok((closed, line))
}

fn check_satisfaction(satisfaction: Option<i64>) -> Result<()> {
    if satisfaction.is_some_and(|stars| !(1..=5).contains(&stars)) {
        return Err(Error::invalid(
            "satisfaction",
            "满意度应为 1 到 5，请重新选择。",
        ));
    }
    Ok(())
}

fn send_back(assignment: Assignment, reason: &str) -> Stepped {
    from(&assignment, &[AssignmentState::Claimed], "退回")?;
    let reason = text::required("reason", "退回原因", reason, 500)?;
    let state = AssignmentState::Open;
    Ok((
        Assignment {
            state,
            claimed_on: None,
            ..assignment
        },
        format!("退回：{reason}"),
    ))
}

fn ask(assignment: Assignment, to: NaiveDate, reason: &str, today: NaiveDate) -> Stepped {
    from(&assignment, &[AssignmentState::Open], "申请延期")?;
    let reason = text::required("reason", "延期原因", reason, 500)?;
    if assignment.extension_to.is_some() {
        return Err(Error::state("已有一份延期申请等待答复，请先登记答复。"));
    }
    // The due day itself still counts. Afterwards it is too late, or 按时办结率 could be mended
    // when a matter is overdue.
    if today > assignment.due_on {
        let due = chinese_date(assignment.due_on);
        let message = format!("期限{due}已过，延期须在期限之前申请；请督促办结或按逾期处理。");
        return Err(Error::state(message));
    }
    if to <= assignment.due_on {
        let due = chinese_date(assignment.due_on);
        return Err(Error::invalid(
            "to",
            format!("延期后的日期应晚于现在的期限{due}。"),
        ));
    }
    let line = format!("申请延期至{}：{reason}", chinese_date(to));
    let (extension_to, extension_asked_on) = (Some(to), Some(today));
    Ok((
        Assignment {
            extension_to,
            extension_asked_on,
            ..assignment
        },
        line,
    ))
}

fn answer(assignment: Assignment, granted: bool, by: &str) -> Stepped {
    // A claim may be sent back, and then the due date matters again.
    let states = [AssignmentState::Open, AssignmentState::Claimed];
    from(&assignment, &states, "答复延期")?;
    let by = text::required("by", "答复延期的领导", by, 40)?;
    let Some(to) = assignment.extension_to else {
        return Err(Error::state("没有等待答复的延期申请，请先登记申请。"));
    };
    let day = chinese_date(to);
    let (due_on, line) = match granted {
        true => (to, format!("{by}同意延期至{day}")),
        false => (assignment.due_on, format!("{by}不同意延期至{day}")),
    };
    let (extension_to, extension_asked_on) = (None, None);
    Ok((
        Assignment {
            due_on,
            extension_to,
            extension_asked_on,
            ..assignment
        },
        line,
    ))
}

fn remind(assignment: Assignment) -> Stepped {
    // What is claimed waits for the office, not for the unit.
    from(&assignment, &[AssignmentState::Open], "催办")?;
    if assignment.reminded >= LAST_LEVEL {
        return Err(Error::state(
            "已经提醒到最高一级，请登记办理情况或提交会议研究。",
        ));
    }
    let reminded = assignment.reminded + 1;
    let line = reminder_line(assignment.relation, reminded);
    Ok((
        Assignment {
            reminded,
            ..assignment
        },
        line,
    ))
}

/// Whom a reminder of this level goes to (联络员 → 分管领导 → 主要领导). Who is not the street's to
/// direct is taken up by the street in the end.
fn reminder_line(relation: Relation, level: i64) -> String {
    let whom = match level {
        1 => "联络员",
        2 => "分管领导",
        _ => "主要领导",
    };
    let line = format!("向{whom}发出{}", reminder_paper(relation));
    match relation {
        Relation::Vertical | Relation::External if level == LAST_LEVEL => {
            format!("{line}，并提请街道协调")
        }
        _ => line,
    }
}

fn withdraw(assignment: Assignment, reason: &str) -> Stepped {
    let states = [AssignmentState::Open, AssignmentState::Claimed];
    from(&assignment, &states, "撤销")?;
    let reason = text::required("reason", "撤销原因", reason, 500)?;
    let withdrawn = Assignment {
        state: AssignmentState::Withdrawn,
        extension_to: None,
        extension_asked_on: None,
        ..assignment
    };
    Ok((withdrawn, format!("撤销：{reason}")))
}

fn rate(assignment: Assignment, satisfaction: i64) -> Stepped {
    from(&assignment, &[AssignmentState::Closed], "登记满意度")?;
    check_satisfaction(Some(satisfaction))?;
    let line = format!("满意度{satisfaction}分");
    Ok((
        Assignment {
            satisfaction: Some(satisfaction),
            ..assignment
        },
        line,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ground::error::ErrorCode;
    use proptest::prelude::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    /// Given on the 2nd, due on the 20th.
    fn open() -> Assignment {
        Assignment {
            version: 1,
            committee_id: "c".into(),
            content: "整治飞线充电".into(),
            lead_name: "安居物业".into(),
            relation: Relation::Partner,
            assigned_on: day(2),
            due_on: day(20),
            first_due_on: day(20),
            ..Assignment::blank("a".into())
        }
    }

    fn ask_for(to: u32) -> AssignmentStep {
        AssignmentStep::AskExtension {
            to: day(to),
            reason: "待招标".into(),
        }
    }

    fn granted() -> AssignmentStep {
        AssignmentStep::AnswerExtension {
            granted: true,
            by: "王堃".into(),
        }
    }

    fn approved(on: u32) -> AssignmentStep {
        AssignmentStep::Approve {
            by: "王堃".into(),
            on: Some(day(on)),
            satisfaction: Some(5),
        }
    }

    fn claimed() -> Assignment {
        let step = AssignmentStep::Claim {
            result: "已加装充电箱6台".into(),
            on: None,
        };
        take(open(), step, day(18)).unwrap().0
    }

    #[test]
    fn closed_only_by_approval_of_a_claim() {
        let error = take(open(), approved(18), day(18)).unwrap_err();
        assert_eq!(error.code, ErrorCode::State);
        assert_eq!(
            error.message,
            "这项交办办理中，不能登记同意办结，须先由主办单位申请办结。"
        );
        let (closed, line) = take(claimed(), approved(19), day(19)).unwrap();
        assert_eq!(
            (closed.state, closed.closed_on),
            (AssignmentState::Closed, Some(day(19)))
        );
        assert_eq!(line, "王堃于2026年11月19日同意办结");
    }

    #[test]
    fn an_approval_registered_later_keeps_its_own_day() {
        let (closed, _) = take(claimed(), approved(17), day(25)).unwrap();
        assert_eq!(
            (closed.claimed_on, closed.closed_on),
            (Some(day(17)), Some(day(17)))
        );
        assert!(take(claimed(), approved(26), day(25)).is_err());
        assert!(take(claimed(), approved(1), day(25)).is_err());
    }

    #[test]
    fn what_is_returned_is_open_again() {
        let step = AssignmentStep::Return {
            reason: "尚有2栋未完成".into(),
        };
        let (back, line) = take(claimed(), step, day(19)).unwrap();
        assert_eq!((back.state, back.claimed_on), (AssignmentState::Open, None));
        assert_eq!(line, "退回：尚有2栋未完成");
    }

    #[test]
    fn an_extension_is_asked_for_before_the_due_date() {
        assert!(take(open(), ask_for(30), day(20)).is_ok());
        let error = take(open(), ask_for(30), day(21)).unwrap_err();
        assert!(
            error.message.starts_with("期限2026年11月20日已过"),
            "{error}"
        );
        assert_eq!(
            take(open(), ask_for(20), day(5))
                .unwrap_err()
                .field
                .as_deref(),
            Some("to")
        );
    }

    #[test]
    fn an_extension_moves_the_due_date_and_keeps_the_first() {
        let (asked, _) = take(open(), ask_for(30), day(18)).unwrap();
        assert!(take(asked.clone(), ask_for(29), day(18)).is_err());
        let refused = AssignmentStep::AnswerExtension {
            granted: false,
            by: "王堃".into(),
        };
        let (stays, _) = take(asked.clone(), refused, day(19)).unwrap();
        assert_eq!((stays.due_on, stays.extension_to), (day(20), None));
        let (moved, line) = take(asked, granted(), day(19)).unwrap();
        assert_eq!((moved.due_on, moved.first_due_on), (day(30), day(20)));
        assert_eq!(line, "王堃同意延期至2026年11月30日");
        assert!(take(moved, granted(), day(19)).is_err());
    }

    #[test]
    fn reminders_rise_by_levels() {
        let mut assignment = open();
        assignment.relation = Relation::External;
        let mut lines = Vec::new();
        for _ in 0..3 {
            let (next, line) = take(assignment, AssignmentStep::Remind, day(19)).unwrap();
            assignment = next;
            lines.push(line);
        }
        let expected = [
            "向联络员发出商请函",
            "向分管领导发出商请函",
            "向主要领导发出商请函，并提请街道协调",
        ];
        assert_eq!(lines, expected);
        assert!(take(assignment, AssignmentStep::Remind, day(19)).is_err());
    }

    #[test]
    fn satisfaction_is_for_what_is_closed() {
        let rated = |assignment, satisfaction| {
            take(assignment, AssignmentStep::Rate { satisfaction }, day(25))
        };
        let (closed, _) = take(claimed(), approved(19), day(19)).unwrap();
        assert_eq!(rated(closed.clone(), 4).unwrap().0.satisfaction, Some(4));
        assert!(rated(closed, 6).is_err());
        assert!(rated(open(), 4).is_err());
    }

    fn any_step() -> impl Strategy<Value = AssignmentStep> {
        let text = || String::from("甲");
        prop_oneof![
            Just(AssignmentStep::Progress { text: text() }),
            Just(AssignmentStep::Claim {
                result: text(),
                on: None
            }),
            (1..28u32).prop_map(approved),
            Just(AssignmentStep::Return { reason: text() }),
            (1..30u32).prop_map(ask_for),
            any::<bool>().prop_map(|granted| AssignmentStep::AnswerExtension {
                granted,
                by: "王堃".into()
            }),
            Just(AssignmentStep::Remind),
            Just(AssignmentStep::Withdraw { reason: text() }),
            (1..=5i64).prop_map(|satisfaction| AssignmentStep::Rate { satisfaction }),
        ]
    }

    proptest! {
        #[test]
        fn no_way_through_the_steps_breaks_the_laws(
            steps in proptest::collection::vec((any_step(), 0..2u32), 1..30),
        ) {
            let (mut assignment, mut today) = (open(), 2);
            for (step, passed) in steps {
                today = (today + passed).min(28);
                let before = assignment.clone();
                let Ok((after, line)) = take(assignment.clone(), step, day(today)) else { continue };
                prop_assert!(!line.is_empty());
                prop_assert_eq!(after.first_due_on, day(20));
                prop_assert!(after.due_on >= before.due_on);
                prop_assert!(after.due_on == before.due_on || before.extension_to == Some(after.due_on));
                prop_assert_eq!(after.closed_on.is_some(), after.state == AssignmentState::Closed);
                let closes = after.state == AssignmentState::Closed && before.state != after.state;
                prop_assert!(!closes || before.state == AssignmentState::Claimed);
                prop_assert!(before.state.is_open() || after.state == before.state);
                assignment = after;
            }
        }
    }
}
