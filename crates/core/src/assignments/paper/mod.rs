//! The papers of assignments: to the lead, and the report on a month.

mod letter;
mod report;

use super::{Assignment, AssignmentState, paper, reminder_paper};
use crate::committees::issuing;
use crate::documents::{Fields, Issuing, Numbering, own};
use crate::office::Cx;
use crate::papers;
use crate::units::Relation;
use ground::calendar::Month;
use ground::error::{Error, Result};
use letter::{assignment, reminder};
use report::progress_report;
use serde::Deserialize;
use ts_rs::TS;

papers! {
    300 Paper "assignment" "交办单（任务认领单、协调函）" "assignment" assignment(PaperOfAssignment)
        [numbered(&ASSIGNMENT)];
    310 Paper "reminder" "催办单（工作提示、商请函）" "assignment" reminder(PaperOfAssignment) [numbered(&REMINDER)];
    320 Paper "progress_report" "落实情况通报" "month" progress_report(ProgressReportPaper) [numbered(&REPORT)];
}

/// What a paper to the lead of an assignment is made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaperOfAssignment {
    /// The assignment.
    #[ts(as = "String")]
    pub assignment_id: Option<String>,
}

/// What a report on a month is made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ProgressReportPaper {
    /// The month; this month when not said.
    #[ts(optional)]
    pub month: Option<Month>,
    /// The committee; all within reach when not said.
    #[ts(optional)]
    pub committee_id: Option<String>,
}

static ASSIGNMENT: Numbering =
    of_assignment().settled(|cx, id| Box::pin(async move { refuse_settled(cx, &id, paper).await }));

static REMINDER: Numbering = of_assignment()
    .settled(|cx, id| Box::pin(async move { refuse_settled(cx, &id, reminder_paper).await }))
    .daily();

static REPORT: Numbering = Numbering::new(
    |cx, fields| Box::pin(report::about(cx, fields)),
    |cx, about| Box::pin(report::whose(cx, about)),
);

const fn of_assignment() -> Numbering {
    Numbering::new(
        |_, fields| Box::pin(async move { about(fields) }),
        |cx, id| Box::pin(whose(cx, id)),
    )
}

fn about(fields: Fields) -> Result<Option<String>> {
    Ok(own::<PaperOfAssignment>(fields)?.assignment_id)
}

async fn whose(cx: &mut Cx<'_>, id: String) -> Result<Issuing> {
    let assignment: Assignment = cx.tx.get(&id).await?;
    issuing(cx, &assignment.committee_id).await
}

/// Refuses papers that ask for something to be done once it is done, or is not to be done.
async fn refuse_settled(
    cx: &mut Cx<'_>,
    id: &str,
    called: fn(Relation) -> &'static str,
) -> Result<()> {
    let assignment: Assignment = cx.tx.get(id).await?;
    if assignment.state.is_open() {
        return Ok(());
    }
    let settled = match assignment.state {
        AssignmentState::Withdrawn => "撤销",
        _ => "办结",
    };
    let paper = called(assignment.relation);
    Err(Error::state(format!(
        "这件事项已{settled}，不需要再发{paper}。"
    )))
}
