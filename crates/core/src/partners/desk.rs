//! What the desk says of partners: one line for all whose terms are about to end.

use super::ending_terms;
use crate::committees::on_desk;
use crate::office::Cx;
use crate::todo::{DeskPart, DeskScope, Todo, TodoKind, urgency};
use chrono::Days;
use ground::error::Result;

/// 合伙人聘期将满.
const PARTNER_TERM_ENDING: &str = "partner_term_ending";

/// Its lines of the desk.
pub(super) static LINES: DeskPart = DeskPart {
    place: 6,
    kinds: &[PARTNER_TERM_ENDING],
    lines: |cx, scope| Box::pin(lines(cx, scope)),
};

/// One line for all partners within reach whose terms are about to end or have ended.
async fn lines(cx: &mut Cx<'_>, scope: &DeskScope) -> Result<Vec<Todo>> {
    let only = scope.only.as_deref();
    let committees = on_desk(cx, only).await?;
    let days = Days::new(u64::try_from(scope.rules.expiry_days).unwrap_or_default());
    let until = scope.today.checked_add_days(days).unwrap_or(scope.today);
    let whole_street = only.is_none() && cx.session.committees.is_empty();
    let within = |community: Option<&str>| match community {
        None => whole_street,
        Some(id) => {
            committees
                .iter()
                .any(|c| c.community_id.as_deref() == Some(id))
                || whole_street
        }
    };
    let mut terms = ending_terms(&mut cx.tx, until).await?;
    terms.retain(|term| within(term.community_id.as_deref()));
    let partners: i64 = terms.iter().map(|term| term.partners).sum();
    let Some(first) = terms.iter().map(|term| term.first).min() else {
        return Ok(Vec::new());
    };
    let (title, target) = match terms.as_slice() {
        [only] if partners == 1 => (format!("{}聘期将满", only.name), Some(only.id.clone())),
        _ => (format!("{partners} 位合伙人聘期将满"), None),
    };
    Ok(vec![Todo {
        kind: TodoKind::new(PARTNER_TERM_ENDING),
        urgency: urgency(first, scope.today),
        date: Some(first),
        title,
        note: format!("最早 {first} 届满，请办理续聘或退出"),
        target,
        committee_id: only.map(str::to_owned),
    }])
}
