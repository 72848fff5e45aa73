//! What the desk says of the calendar.

use super::{DeskPart, DeskScope, Todo, TodoKind, Urgency, year_to_plan};
use crate::office::Cx;
use ground::error::Result;

/// 节假日安排未录入.
const CALENDAR_MISSING: &str = "calendar_missing";

/// Its lines of the desk.
pub(super) static LINES: DeskPart = DeskPart {
    place: 9,
    kinds: &[CALENDAR_MISSING],
    lines: |cx, scope| Box::pin(lines(cx, scope)),
};

/// The holidays of the year to plan, where they are not known yet.
async fn lines(_: &mut Cx<'_>, scope: &DeskScope) -> Result<Vec<Todo>> {
    let year = year_to_plan(scope.today);
    let known = scope.calendar.years().any(|known| known == year);
    // Holidays are the office's; whoever looks at one committee is not asked for them.
    if scope.only.is_some() || !scope.begun || known {
        return Ok(Vec::new());
    }
    Ok(vec![Todo {
        kind: TodoKind::new(CALENDAR_MISSING),
        urgency: Urgency::Ahead,
        date: None,
        title: format!("{year} 年节假日安排未录入"),
        note: "国务院公布后请在设置中录入，工作日时限才能推算".into(),
        target: None,
        committee_id: None,
    }])
}
