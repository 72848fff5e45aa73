use crate::committees::{Committee, Community, advice};
use crate::members::{CommitteeMember, in_office, members};
use crate::office::Cx;
use crate::settings::rules;
use crate::units::{SeatRow, seats_of_committee, shown_to};
use ground::commands::ById;
use ground::error::Result;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A committee with its people.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CommitteeView {
    /// The committee.
    pub committee: Committee,
    /// Its community.
    pub community: Option<Community>,
    /// 委员 in official order.
    pub members: Vec<CommitteeMember>,
    /// Seats in official order.
    pub seats: Vec<SeatRow>,
    /// One sentence when the number of 委员 is outside the office's limits.
    pub advice: Option<String>,
}
/// `committees.get`.
pub async fn committee(cx: &mut Cx<'_>, args: ById) -> Result<CommitteeView> {
    cx.allow_committee(&args.id)?;
    let committee: Committee = cx.tx.get(&args.id).await?;
    let community = match &committee.community_id {
        Some(id) => cx.tx.find(id).await?,
        None => None,
    };
    let people = members(&mut cx.tx, Some(&args.id), None).await?;
    let seats = shown_to(cx.session, seats_of_committee(&mut cx.tx, &args.id).await?);
    // The limits are on 委员 in office; who is still on the way to 聘任 is none yet.
    let serving = people.iter().filter(|member| in_office(member)).count();
    let rules = rules(cx).await?;
    let advice = advice(&rules, i64::try_from(serving).unwrap_or(i64::MAX));
    Ok(CommitteeView {
        committee,
        community,
        members: people,
        seats,
        advice,
    })
}
