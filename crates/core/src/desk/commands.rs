use super::{DeskQuery, DeskView, MonthAssignments};
use crate::assignments::{AssignmentState, DueCount, Figures, due_between};
use crate::committees::on_desk;
use crate::meetings::{committee_months, under_way};
use crate::office::Cx;
use crate::settings::{rules, working_calendar};
use crate::todo::{DeskPart, DeskScope, Todo, Urgency, urgency};
use ground::calendar::Month;
use ground::error::Result;

/// `desk.view`.
pub async fn view(cx: &mut Cx<'_>, args: DeskQuery) -> Result<DeskView> {
    let (today, month) = (cx.today(), Month::of(cx.today()));
    let only = args.committee_id.as_deref();
    let committees = on_desk(cx, only).await?;
    let meetings = under_way(&mut cx.tx, only, &month.to_string()).await?;
    let months = committee_months(cx, &committees, &meetings, month).await?;
    let scope = DeskScope {
        only: args.committee_id.clone(),
        today,
        rules: rules(cx).await?,
        calendar: working_calendar(cx).await?,
        begun: !committees.is_empty(),
    };
    Ok(DeskView {
        today,
        month,
        todos: todos(cx, &scope).await?,
        committees: months,
        assignments: month_assignments(cx, only, month).await?,
    })
}

/// Every thing's lines within reach, most pressing first, then by day, lines without a day last.
async fn todos(cx: &mut Cx<'_>, scope: &DeskScope) -> Result<Vec<Todo>> {
    let mut parts: Vec<&DeskPart> = cx.office.catalog().parts().collect();
    parts.sort_by_key(|part| part.place);
    let mut todos = Vec::new();
    for part in parts {
        todos.extend((part.lines)(cx, scope).await?);
    }
    // Each thing keeps to reach by itself; asked here too, no line of a committee slips through.
    todos.retain(|todo| {
        let mut committee = todo.committee_id.iter();
        committee.all(|id| cx.session.may_see(id))
    });
    // A stable sort: what is equally pressing keeps the places of its things.
    todos.sort_by_key(|todo| (todo.urgency, todo.date.is_none(), todo.date));
    Ok(todos)
}

async fn month_assignments(
    cx: &mut Cx<'_>,
    only: Option<&str>,
    month: Month,
) -> Result<MonthAssignments> {
    let reach = only.map_or_else(
        || cx.session.committees.clone(),
        |only| vec![only.to_owned()],
    );
    let (first, last, today) = (month.first_day(), month.last_day(), cx.today());
    let due = due_between(&mut cx.tx, first, last, &reach).await?;
    let soon = |row: &&DueCount| {
        let open = matches!(row.state, AssignmentState::Open | AssignmentState::Claimed);
        open && matches!(urgency(row.due_on, today), Urgency::Today | Urgency::Soon)
    };
    Ok(MonthAssignments {
        soon: due.iter().filter(soon).map(|row| row.count).sum(),
        figures: Figures::of(&due, today),
    })
}
