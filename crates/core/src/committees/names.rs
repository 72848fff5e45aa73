//! The names by which rows of any sheet mean a committee.

use super::{all_committees, all_communities};
use crate::office::Cx;
use crate::registers::Names;
use ground::error::Result;

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
