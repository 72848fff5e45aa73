//! Lines about agreements: those about to end, and reports that are due.

use super::{AgreementState, StoredAgreement, agreements_in_force, report_due};
use crate::office::Cx;
use crate::todo::{DeskPart, DeskScope, Todo, TodoKind, urgency};
use chrono::NaiveDate;
use ground::calendar::later;
use ground::error::Result;

/// 共建协议将到期: renew it or let it end.
const AGREEMENT_ENDING: &str = "agreement_ending";
/// 季度报告应交.
const REPORT_DUE: &str = "report_due";

/// Its lines of the desk.
pub(super) static LINES: DeskPart = DeskPart {
    place: 5,
    kinds: &[AGREEMENT_ENDING, REPORT_DUE],
    lines: |cx, scope| Box::pin(lines(cx, scope)),
};

async fn lines(cx: &mut Cx<'_>, scope: &DeskScope) -> Result<Vec<Todo>> {
    let (only, today, rules) = (scope.only.as_deref(), scope.today, &scope.rules);
    let agreements = agreements_in_force(&mut cx.tx, only, today).await?;
    let lines = |stored: &StoredAgreement| {
        let ending = ending_todo(stored, today, rules.expiry_days);
        let report = report_todo(stored, today, rules.report_days);
        ending.into_iter().chain(report)
    };
    Ok(agreements.iter().flat_map(lines).collect())
}

fn ending_todo(stored: &StoredAgreement, today: NaiveDate, ahead: i64) -> Option<Todo> {
    let agreement = &stored.agreement;
    let state = agreement.state(stored.renewed, today, ahead);
    (state == AgreementState::Ending).then(|| Todo {
        kind: TodoKind::new(AGREEMENT_ENDING),
        urgency: urgency(agreement.expires_on, today),
        date: Some(agreement.expires_on),
        title: format!("{} · 共建协议将到期", stored.committee),
        note: format!("{}，请商定续签或到期终止", agreement.unit_name),
        target: Some(agreement.id.clone()),
        committee_id: Some(agreement.committee_id.clone()),
    })
}

fn report_todo(stored: &StoredAgreement, today: NaiveDate, days: i64) -> Option<Todo> {
    let agreement = &stored.agreement;
    let quarter = report_due(stored, today)?;
    let due = later(quarter.last_day(), days);
    Some(Todo {
        kind: TodoKind::new(REPORT_DUE),
        urgency: urgency(due, today),
        date: Some(due),
        title: format!("{} · {}共建报告", stored.committee, quarter.chinese()),
        note: format!("{}，应于 {due} 前报送", agreement.unit_name),
        target: Some(agreement.id.clone()),
        committee_id: Some(agreement.committee_id.clone()),
    })
}
