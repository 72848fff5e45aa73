//! Lines about agreements: those about to end, and reports that are due.

use super::rules::urgency;
use super::{Todo, TodoKind};
use crate::agreements::{AgreementState, StoredAgreement, agreements_in_force, later, report_due};
use crate::office::Cx;
use crate::settings::Rules;
use chrono::NaiveDate;
use ground::error::Result;

pub(super) async fn agreement_todos(
    cx: &mut Cx<'_>,
    only: Option<&str>,
    rules: &Rules,
) -> Result<Vec<Todo>> {
    let today = cx.today();
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
        kind: TodoKind::AgreementEnding,
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
        kind: TodoKind::ReportDue,
        urgency: urgency(due, today),
        date: Some(due),
        title: format!("{} · {}共建报告", stored.committee, quarter.chinese()),
        note: format!("{}，应于 {due} 前报送", agreement.unit_name),
        target: Some(agreement.id.clone()),
        committee_id: Some(agreement.committee_id.clone()),
    })
}
