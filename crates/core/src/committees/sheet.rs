//! Communities with their 大党委, and 委员, as sheets; and the names that rows of any sheet use.

mod communities;
mod members;

use super::{all_committees, all_communities};
use crate::office::Cx;
use crate::registers::Names;
use crate::units::{all_units, former_names};
use ground::error::Result;

pub(crate) use communities::CommunitySheet;
pub(crate) use members::MemberSheet;

/// Committees by their names; short names and those of their communities find them too.
pub(crate) async fn committee_names(cx: &mut Cx<'_>) -> Result<Names> {
    let all = all_committees(&mut cx.tx).await?;
    let communities = all_communities(&mut cx.tx).await?;
    let mut names = Names::new(all.iter().map(|c| (c.id.clone(), c.name.clone())));
    for committee in &all {
        names.alias(&committee.short_name, &committee.id);
        let mut own = communities.iter();
        if let Some(own) = own.find(|c| Some(&c.id) == committee.community_id.as_ref()) {
            names.alias(&own.name, &committee.id);
        }
    }
    Ok(names)
}

/// Units in use by their names; short and former names find them too.
pub(crate) async fn unit_names(cx: &mut Cx<'_>) -> Result<Names> {
    let units = all_units(&mut cx.tx).await?;
    let former = former_names(&mut cx.tx, None).await?;
    let used: Vec<_> = units.into_iter().filter(|unit| !unit.retired).collect();
    let mut names = Names::new(used.iter().map(|u| (u.id.clone(), u.name.clone())));
    for unit in &used {
        names.alias(&unit.short_name, &unit.id);
    }
    for old in former {
        if used.iter().any(|unit| unit.id == old.unit_id) {
            names.alias(&old.name, &old.unit_id);
        }
    }
    Ok(names)
}
