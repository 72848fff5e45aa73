//! 落实情况通报: the month's figures with their definitions, per committee and per unit, what is
//! overdue, and whom the office's rule praises.

mod body;

use super::ProgressReportPaper;
use crate::assignments::{AssignmentRow, AssignmentState, ListAssignments, page};
use crate::committees::{Committee, CommitteeLevel, Sender, issuing, sender};
use crate::documents::{Fields, Issuing, Paper, Tone, info, own, page_options};
use crate::office::Cx;
use crate::settings::{OFFICE_ID, OfficeProfile};
use chrono::NaiveDateTime;
use gongwen::{Attachment, Block, Document, Format};
use ground::calendar::Month;
use ground::error::{Error, Result};
use storage::{Paging, Select, code_of};

/// Stands for the whole street in the key of a report that went out.
const STREET: &str = "street";

/// What a report under a number is about: one committee's month, or the street's.
pub(super) async fn about(cx: &mut Cx<'_>, fields: Fields) -> Result<Option<String>> {
    let args: ProgressReportPaper = own(fields)?;
    let whose = args.committee_id.as_deref().unwrap_or(STREET);
    Ok(Some(format!("{whose}:{}", args.month(cx))))
}

/// In whose name a report goes out.
///
/// # Errors
/// `State` where the street has no committee of its own, and as of the committee.
pub(super) async fn whose(cx: &mut Cx<'_>, about: String) -> Result<Issuing> {
    let committee = match about.split(':').next() {
        Some(id) if id != STREET => id.to_owned(),
        _ => streets_own(cx).await?.ok_or_else(|| {
            Error::state(
                "还没有登记街道大工委，全街道的通报没有发文主体；请先登记，或选择一个大党委再发。",
            )
        })?,
    };
    issuing(cx, &committee).await
}

impl ProgressReportPaper {
    /// The month that is meant.
    fn month(&self, cx: &Cx<'_>) -> Month {
        self.month.unwrap_or_else(|| Month::of(cx.today()))
    }
}

/// The street's own committee, where it is within reach.
async fn streets_own(cx: &mut Cx<'_>) -> Result<Option<String>> {
    let mut select = Select::new("SELECT c.id FROM committee c")
        .and("c.level = ?", vec![code_of(CommitteeLevel::Street).into()])
        .and("c.retired = ?", vec![false.into()]);
    if !cx.session.committees.is_empty() {
        select = select.within("c.id", &cx.session.committees);
    }
    let rows: Vec<(String,)> = select.tail("ORDER BY c.id LIMIT 1").all(&mut cx.tx).await?;
    Ok(rows.into_iter().next().map(|(id,)| id))
}

/// Assignments due in a month, of one committee or of all within reach.
///
/// # Errors
/// `State` when nothing is due in the month.
pub(super) async fn progress_report(
    cx: &mut Cx<'_>,
    args: ProgressReportPaper,
    made: NaiveDateTime,
) -> Result<Paper> {
    let month = args.month(cx);
    let committee_id = args.committee_id;
    let office: OfficeProfile = cx.tx.get(OFFICE_ID).await?;
    let sender = match &committee_id {
        Some(id) => Some(sender(cx, id).await?),
        None => match streets_own(cx).await? {
            Some(id) => Some(sender(cx, &id).await?),
            None => None,
        },
    };
    let whose = match (&committee_id, &sender) {
        (Some(_), Some(sender)) => sender.committee.name.clone(),
        _ => format!("{}“大党委”", office.name),
    };
    let rows = due_in(cx, month, committee_id.clone()).await?;
    if rows.is_empty() {
        return Err(Error::state(format!(
            "{}没有到期的交办事项，不需要通报。",
            month.chinese()
        )));
    }
    let order = official_order(cx, committee_id.as_deref()).await?;
    let content = body::Report {
        rows: &rows,
        month,
        today: made.date(),
        by_committee: committee_id.is_none(),
        rules: &office.rules,
        order: &order,
    };
    let title = format!("关于{whose}{}议定事项落实情况的通报", month.chinese());
    let document = Document {
        body: content.body(),
        attachments: vec![Attachment {
            title: "议定事项办理情况明细表".into(),
            body: vec![Block::Table(content.details())],
            landscape: false,
        }],
        ..paper(sender.as_ref(), &office, title, made)
    };
    let name = format!("{whose}{}议定事项落实情况通报", month.chinese());
    Ok(Paper::new(name, document))
}

/// The form of the paper: to all member units, in the name of the issuing body where there is one.
fn paper(
    sender: Option<&Sender>,
    office: &OfficeProfile,
    title: String,
    made: NaiveDateTime,
) -> Document {
    let Some(sender) = sender else {
        return Document {
            format: Format::Plain,
            page: page_options(&office.rules),
            info: info(&title, &office.name, &title, made, "progress-report"),
            title,
            ..Document::default()
        };
    };
    let id = sender.committee.id.clone();
    let letter = sender
        .head
        .letter(title, "各成员单位", Tone::Directing, &id, made);
    Document {
        annotation: None,
        colophon: sender
            .head
            .colophon(copies(&sender.committee, office), made.date()),
        ..letter
    }
}

/// The street has a copy of what its communities send out.
fn copies(committee: &Committee, office: &OfficeProfile) -> Vec<String> {
    if committee.level == CommitteeLevel::Community {
        vec![format!("{}党工委", office.name)]
    } else {
        Vec::new()
    }
}

/// Short names of committees and full names of units, the street's own committee first.
async fn official_order(cx: &mut Cx<'_>, committee: Option<&str>) -> Result<Vec<String>> {
    const ORDER: &str = "ORDER BY CASE c.level WHEN 'street' THEN 0 ELSE 1 END, c.position, c.id";
    let committees = Select::new("SELECT c.short_name FROM committee c");
    let mut names: Vec<(String,)> = committees.tail(ORDER).all(&mut cx.tx).await?;
    let seats = Select::new(
        "SELECT u.name FROM membership s JOIN committee c ON c.id = s.committee_id
         JOIN member_unit u ON u.id = s.unit_id",
    )
    .and_some("s.committee_id = ?", committee);
    let units: Vec<(String,)> = seats
        .tail("ORDER BY CASE c.level WHEN 'street' THEN 0 ELSE 1 END, c.position, c.id, s.position, s.id")
        .all(&mut cx.tx)
        .await?;
    names.extend(units);
    Ok(names.into_iter().map(|(name,)| name).collect())
}

async fn due_in(
    cx: &mut Cx<'_>,
    month: Month,
    committee_id: Option<String>,
) -> Result<Vec<AssignmentRow>> {
    let today = cx.today();
    let mut args = ListAssignments {
        committee_id,
        due_month: Some(month),
        page: Paging {
            after: None,
            limit: Some(500),
        },
        ..ListAssignments::default()
    };
    let mut rows = Vec::new();
    loop {
        let page = page(&mut cx.tx, &args, &cx.session.committees, today).await?;
        rows.extend(page.rows);
        args.page.after = page.next;
        if args.page.after.is_none() {
            break;
        }
    }
    // The figures leave them out, and the details must not list more than those count.
    rows.retain(|row| row.assignment.state != AssignmentState::Withdrawn);
    Ok(rows)
}
