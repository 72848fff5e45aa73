//! What the desk says of committees: terms about to end.

use super::{Committee, all_committees};
use crate::office::Cx;
use crate::todo::{DeskPart, DeskScope, Todo, TodoKind, urgency};
use chrono::Days;
use ground::error::Result;

/// 任期将满.
const TERM_ENDING: &str = "term_ending";

/// Its lines of the desk.
pub(super) static LINES: DeskPart = DeskPart {
    place: 3,
    kinds: &[TERM_ENDING],
    lines: |cx, scope| Box::pin(lines(cx, scope)),
};

async fn lines(cx: &mut Cx<'_>, scope: &DeskScope) -> Result<Vec<Todo>> {
    let committees = on_desk(cx, scope.only.as_deref()).await?;
    Ok(committees
        .iter()
        .filter_map(|committee| line(scope, committee))
        .collect())
}

/// Committees within reach, or the one that is looked at.
pub(crate) async fn on_desk(cx: &mut Cx<'_>, only: Option<&str>) -> Result<Vec<Committee>> {
    let mut committees = all_committees(&mut cx.tx).await?;
    committees.retain(|c| cx.session.may_see(&c.id) && only.is_none_or(|only| only == c.id));
    Ok(committees)
}

fn line(scope: &DeskScope, committee: &Committee) -> Option<Todo> {
    // A term of which only the month is known lasts until its end.
    let end = committee.term_end?.last_day();
    let ahead = u64::try_from(scope.rules.expiry_days).unwrap_or_default();
    if end
        > scope
            .today
            .checked_add_days(Days::new(ahead))
            .unwrap_or(scope.today)
    {
        return None;
    }
    Some(Todo {
        kind: TodoKind::new(TERM_ENDING),
        urgency: urgency(end, scope.today),
        date: Some(end),
        title: format!("{} · 任期将满", committee.short_name),
        note: "请准备换届，并更新委员名单".into(),
        target: Some(committee.id.clone()),
        committee_id: Some(committee.id.clone()),
    })
}
