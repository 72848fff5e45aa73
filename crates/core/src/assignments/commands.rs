use super::rules::{paper, reminder_paper};
use super::steps::take;
use super::store::{due_between, page, progress_of};
use super::{
    Assignment, AssignmentRow, AssignmentView, Figures, FiguresPeriod, ListAssignments, Progress,
    StepAssignment, origin,
};
use crate::committees::Committee;
use crate::office::Cx;
use crate::settings::working_calendar;
use ground::calendar::WorkingCalendar;
use ground::commands::ById;
use ground::error::{Error, Result};
use storage::Page;

/// `assignments.list`.
pub async fn list(cx: &mut Cx<'_>, args: ListAssignments) -> Result<Page<AssignmentRow>> {
    let today = cx.today();
    page(&mut cx.tx, &args, &cx.session.committees, today).await
}

/// `assignments.get`.
pub async fn get(cx: &mut Cx<'_>, args: ById) -> Result<AssignmentView> {
    let assignment = within_reach(cx, &args.id).await?;
    view(cx, assignment).await
}

/// An assignment within this person's reach.
pub(super) async fn within_reach(cx: &mut Cx<'_>, id: &str) -> Result<Assignment> {
    let assignment: Assignment = cx.tx.get(id).await?;
    cx.allow_committee(&assignment.committee_id)?;
    Ok(assignment)
}

pub(super) async fn view(cx: &mut Cx<'_>, assignment: Assignment) -> Result<AssignmentView> {
    let committee: Committee = cx.tx.get(&assignment.committee_id).await?;
    let origin = origin::told(cx, &assignment, &committee).await?;
    Ok(AssignmentView {
        meeting: origin.meeting,
        committee: committee.name,
        item: origin.item,
        progress: progress_of(&mut cx.tx, &assignment.id).await?,
        paper: paper(assignment.relation).into(),
        reminder_paper: reminder_paper(assignment.relation).into(),
        late: assignment.is_late(cx.today()),
        due_advice: due_advice(&working_calendar(cx).await?, &assignment),
        assignment,
    })
}

/// One sentence on a due date that is, or may be, a day off; none once nothing is left to do.
fn due_advice(calendar: &WorkingCalendar, assignment: &Assignment) -> Option<String> {
    if !assignment.state.is_open() {
        return None;
    }
    match calendar.adjust_due(assignment.due_on) {
        Ok(day_off) => day_off.map(|day_off| format!("{}。", day_off.chinese())),
        Err(unknown) => Some(format!(
            "{}年节假日安排未公布，请核对办结期限是否为工作日。",
            unknown.year
        )),
    }
}

/// `assignments.step`.
pub async fn step(cx: &mut Cx<'_>, args: StepAssignment) -> Result<AssignmentView> {
    let assignment = within_reach(cx, &args.id).await?;
    // The version the person saw: whoever was quicker must not be overwritten.
    let seen = Assignment {
        version: args.version,
        ..assignment
    };
    let (stepped, text) = take(seen, args.step, cx.today())?;
    let kept = cx.tx.update(&stepped).await?;
    let line = Progress {
        id: cx.new_id(),
        version: 0,
        assignment_id: kept.id.clone(),
        at: cx.now(),
        by_name: cx.session.name.clone(),
        text,
    };
    cx.tx.insert(&line).await?;
    view(cx, kept).await
}

/// `assignments.figures`.
pub async fn figures(cx: &mut Cx<'_>, args: FiguresPeriod) -> Result<Figures> {
    if args.to < args.from {
        return Err(Error::invalid("to", "结束月份早于开始月份，请重新选择。"));
    }
    let committees = match args.committee_id {
        Some(id) => {
            cx.allow_committee(&id)?;
            vec![id]
        }
        None => cx.session.committees.clone(),
    };
    let (from, to) = (args.from.first_day(), args.to.last_day());
    let due = due_between(&mut cx.tx, from, to, &committees).await?;
    Ok(Figures::of(&due, cx.today()))
}
