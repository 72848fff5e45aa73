//! A new assignment, or another wording, lead or due date of one that is under way.

use super::commands::{view, within_reach};
use super::origin::{self, Source};
use super::store::{next_position, progress_of};
use super::{Assignment, AssignmentState, AssignmentView, Helper, SaveAssignment};
use crate::committees::Committee;
use crate::office::Cx;
use crate::settings::{rules, working_calendar};
use crate::units::{Relation, Unit};
use chrono::NaiveDate;
use ground::error::{Error, Result};
use ground::text;

/// The most 协办 one assignment has.
const MOST_HELPERS: usize = 20;
/// The longest time that is counted in working days.
const MOST_WORKING_DAYS: i64 = 250;

/// `assignments.save`.
pub async fn save(cx: &mut Cx<'_>, args: SaveAssignment) -> Result<AssignmentView> {
    let saved = match &args.id {
        Some(id) => edit(cx, id, &args).await?,
        None => begin(cx, &args).await?,
    };
    view(cx, saved).await
}

async fn begin(cx: &mut Cx<'_>, args: &SaveAssignment) -> Result<Assignment> {
    let source = source(cx, args).await?;
    let (lead_name, relation) = lead(cx, args).await?;
    let due_on = due_on(cx, args, source.day).await?;
    let position = match &source.meeting_id {
        Some(meeting) => next_position(&mut cx.tx, meeting).await?,
        None => 1,
    };
    let assignment = Assignment {
        committee_id: source.committee_id,
        meeting_id: source.meeting_id,
        item_id: args.item_id.clone(),
        position,
        content: content(args)?,
        lead_unit_id: args.lead_unit_id.clone(),
        lead_name,
        relation,
        helpers: helpers(cx, &args.helpers).await?.into(),
        assigned_on: source.day,
        due_on,
        first_due_on: due_on,
        ..Assignment::blank(cx.new_id())
    };
    cx.tx.insert(&assignment).await
}

async fn edit(cx: &mut Cx<'_>, id: &str, args: &SaveAssignment) -> Result<Assignment> {
    let old = within_reach(cx, id).await?;
    if old.state != AssignmentState::Open {
        let message = "这项交办已申请办结、办结或撤销，不能再修改；需要修改请先退回。";
        return Err(Error::state(message));
    }
    // A lead that stays keeps the name and relation it was given under: its paper may be out.
    let (lead_name, relation) = match args.lead_unit_id == old.lead_unit_id {
        true if old.lead_unit_id.is_some() => (old.lead_name.clone(), old.relation),
        _ => lead(cx, args).await?,
    };
    let due_on = match (args.due_on, args.working_days) {
        (None, None) => old.due_on,
        _ => due_on(cx, args, old.assigned_on).await?,
    };
    // Put right by hand, it never was another day; only an extension leaves the first one behind.
    let first_due_on = if due_on == old.due_on {
        old.first_due_on
    } else {
        due_on
    };
    if due_on != old.due_on {
        refuse_moving(cx, &old).await?;
    }
    let changed = Assignment {
        version: args.version,
        content: content(args)?,
        lead_unit_id: args.lead_unit_id.clone(),
        lead_name,
        relation,
        helpers: helpers(cx, &args.helpers).await?.into(),
        due_on,
        first_due_on,
        ..old
    };
    cx.tx.update(&changed).await
}

/// The due date is put right by hand only while the paper is in preparation; later it moves by an
/// extension that is asked for and granted.
async fn refuse_moving(cx: &mut Cx<'_>, assignment: &Assignment) -> Result<()> {
    if let Some(fixed) = origin::fixes_due(cx, assignment).await? {
        return Err(Error::invalid("due_on", fixed));
    }
    if !progress_of(&mut cx.tx, &assignment.id).await?.is_empty() {
        return Err(Error::invalid(
            "due_on",
            "已有办理记录，期限只能通过申请延期调整。",
        ));
    }
    Ok(())
}

async fn source(cx: &mut Cx<'_>, args: &SaveAssignment) -> Result<Source> {
    let source = match (&args.item_id, &args.committee_id) {
        (Some(item), _) => origin::of_item(cx, item).await?,
        (None, Some(committee)) => of_committee(cx, committee, args.assigned_on).await?,
        (None, None) => return Err(Error::invalid("committee_id", "请选择大党委或会议议题。")),
    };
    cx.allow_committee(&source.committee_id)?;
    Ok(source)
}

async fn of_committee(cx: &mut Cx<'_>, id: &str, day: Option<NaiveDate>) -> Result<Source> {
    let committee: Committee = cx.tx.get(id).await?;
    let today = cx.today();
    let day = day.unwrap_or(today);
    if day > today {
        return Err(Error::invalid("assigned_on", "交办日期不能晚于今天。"));
    }
    Ok(Source {
        committee_id: committee.id,
        meeting_id: None,
        day,
    })
}

fn content(args: &SaveAssignment) -> Result<String> {
    text::required("content", "交办内容", &args.content, 500)
}

/// Name and relation of the lead, as the register has them now.
async fn lead(cx: &mut Cx<'_>, args: &SaveAssignment) -> Result<(String, Relation)> {
    match &args.lead_unit_id {
        Some(id) => {
            let unit: Unit = cx.tx.get(id).await?;
            if unit.retired {
                let message = format!("{}已停用，请另选主办单位。", unit.name);
                return Err(Error::invalid("lead_unit_id", message));
            }
            Ok((unit.name, unit.relation))
        }
        None => {
            // Whom the register does not know the street may not direct.
            let name = text::required("lead_name", "主办单位", &args.lead_name, 60)?;
            Ok((name, args.relation.unwrap_or(Relation::External)))
        }
    }
}

async fn helpers(cx: &mut Cx<'_>, helpers: &[Helper]) -> Result<Vec<Helper>> {
    if helpers.len() > MOST_HELPERS {
        let message = format!("协办单位最多 {MOST_HELPERS} 家，请减少后再保存。");
        return Err(Error::invalid("helpers", message));
    }
    let mut known = Vec::with_capacity(helpers.len());
    for helper in helpers {
        known.push(match &helper.unit_id {
            Some(id) => {
                let unit: Unit = cx.tx.get(id).await?;
                Helper {
                    unit_id: Some(unit.id),
                    name: unit.name,
                    relation: unit.relation,
                }
            }
            None => {
                let name = text::required("helpers", "协办单位", &helper.name, 60)?;
                Helper {
                    name,
                    ..helper.clone()
                }
            }
        });
    }
    Ok(known)
}

/// The due date: the day said, else so many working days after `given`.
async fn due_on(cx: &mut Cx<'_>, args: &SaveAssignment, given: NaiveDate) -> Result<NaiveDate> {
    let due = match args.due_on {
        Some(due) => due,
        None => counted(cx, args.working_days, given).await?,
    };
    if due < given {
        return Err(Error::invalid(
            "due_on",
            "办结期限不能早于交办日期，请重新选择。",
        ));
    }
    Ok(due)
}

async fn counted(cx: &mut Cx<'_>, days: Option<i64>, given: NaiveDate) -> Result<NaiveDate> {
    let days = match days {
        Some(days) => days,
        None => rules(cx).await?.assignment_working_days,
    };
    if !(1..=MOST_WORKING_DAYS).contains(&days) {
        let message = format!("办理时限应为 1 到 {MOST_WORKING_DAYS} 个工作日。");
        return Err(Error::invalid("working_days", message));
    }
    let calendar = working_calendar(cx).await?;
    calendar.add_working_days(given, days).map_err(|unknown| {
        let year = unknown.year;
        let message = format!("{year}年节假日安排未公布，无法推算期限，请直接选择办结日期。");
        Error::invalid("due_on", message)
    })
}
