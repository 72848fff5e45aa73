use super::follow_up::follow_up;
use super::{Attendance, Meeting, MeetingItem, items_of, people_of, title};
use crate::assignments::{AssignmentRow, of_meeting};
use crate::committees::Committee;
use crate::office::Cx;
use crate::settings::{IssuingBody, OFFICE_ID, OfficeProfile, Rules};
use ground::error::Result;

/// Everything a paper of a meeting is made from.
#[derive(Debug, Clone)]
pub(crate) struct Dossier {
    pub meeting: Meeting,
    pub committee: Committee,
    /// The body that signs; none while the committee has none.
    pub issuer: Option<IssuingBody>,
    pub items: Vec<MeetingItem>,
    pub people: Vec<Attendance>,
    pub assignments: Vec<AssignmentRow>,
    /// The street's name; empty before the office has begun.
    pub street: String,
    pub rules: Rules,
}

impl Dossier {
    /// The meeting's title as documents print it.
    pub fn title(&self) -> String {
        title(&self.meeting, &self.committee)
    }

    /// Whose name stands under a paper: the issuing body, else the committee.
    pub fn author(&self) -> String {
        self.issuer.as_ref().map_or_else(
            || self.committee.name.clone(),
            |body| body.full_name.clone(),
        )
    }

    /// Assignments that came from an item.
    pub fn assignments_of<'a>(&'a self, item: &'a str) -> impl Iterator<Item = &'a AssignmentRow> {
        self.assignments
            .iter()
            .filter(move |row| row.assignment.item_id.as_deref() == Some(item))
    }
}

/// A meeting within this person's reach.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub(super) async fn meeting(cx: &mut Cx<'_>, id: &str) -> Result<Meeting> {
    let meeting: Meeting = cx.tx.get(id).await?;
    cx.allow_committee(&meeting.committee_id)?;
    Ok(meeting)
}

/// Reads everything on a meeting; what became of the last meeting's decisions is as of today until
/// the meeting is held.
pub(crate) async fn dossier(cx: &mut Cx<'_>, id: &str) -> Result<Dossier> {
    let meeting = meeting(cx, id).await?;
    let committee: Committee = cx.tx.get(&meeting.committee_id).await?;
    let issuer = match &committee.issuing_body_id {
        Some(id) => cx.tx.find(id).await?,
        None => None,
    };
    let office: Option<OfficeProfile> = cx.tx.find(OFFICE_ID).await?;
    let (street, rules) = office
        .map(|office| (office.name, office.rules.0))
        .unwrap_or_default();
    let mut items = items_of(&mut cx.tx, id).await?;
    follow_up(cx, &meeting, &mut items).await?;
    Ok(Dossier {
        people: people_of(&mut cx.tx, id).await?,
        assignments: of_meeting(&mut cx.tx, id).await?,
        street,
        rules,
        meeting,
        committee,
        issuer,
        items,
    })
}
