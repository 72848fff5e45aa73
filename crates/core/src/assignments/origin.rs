//! Where an assignment comes from: a meeting's item today, a resident's matter tomorrow. Whoever gives rise to
//! assignments declares it; assignments know only what they are told.

use super::Assignment;
use crate::api::Answer;
use crate::committees::Committee;
use crate::office::Cx;
use chrono::NaiveDate;
use ground::error::{Error, Result};

/// Where an assignment comes from.
#[derive(Debug, Clone)]
pub struct Source {
    /// The committee it belongs to.
    pub committee_id: String,
    /// The meeting, where it comes from one.
    pub meeting_id: Option<String>,
    /// The day it was given: the meeting's.
    pub day: NaiveDate,
}

/// What is told of where an assignment came from.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// The meeting by its title.
    pub meeting: Option<String>,
    /// The item by its title.
    pub item: Option<String>,
}

/// What gives rise to assignments; a thing declares it among its parts.
pub struct Origin {
    /// Where an assignment of this item comes from.
    pub source: for<'c, 'a> fn(&'c mut Cx<'a>, &'c str) -> Answer<'c, Source>,
    /// What is told of where an assignment came from.
    pub told: for<'c, 'a> fn(&'c mut Cx<'a>, &'c Assignment, &'c Committee) -> Answer<'c, Told>,
    /// Why its due date is not put right by hand any more; none while it may be.
    pub fixes_due:
        for<'c, 'a> fn(&'c mut Cx<'a>, &'c Assignment) -> Answer<'c, Option<&'static str>>,
}

fn declared(cx: &Cx<'_>) -> Result<&'static Origin> {
    let mut origins = cx.office.catalog().parts::<Origin>();
    let none = || Error::internal("assignments", "nothing gives rise to them");
    origins.next().ok_or_else(none)
}

pub(super) async fn of_item(cx: &mut Cx<'_>, item: &str) -> Result<Source> {
    (declared(cx)?.source)(cx, item).await
}

pub(super) async fn told(
    cx: &mut Cx<'_>,
    assignment: &Assignment,
    committee: &Committee,
) -> Result<Told> {
    if assignment.meeting_id.is_none() && assignment.item_id.is_none() {
        return Ok(Told::default());
    }
    (declared(cx)?.told)(cx, assignment, committee).await
}

pub(super) async fn fixes_due(
    cx: &mut Cx<'_>,
    assignment: &Assignment,
) -> Result<Option<&'static str>> {
    if assignment.meeting_id.is_none() {
        return Ok(None);
    }
    (declared(cx)?.fixes_due)(cx, assignment).await
}
