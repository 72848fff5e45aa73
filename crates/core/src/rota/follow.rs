//! What follows the rota, such as meetings in preparation: declared by the things above it.

use crate::api::Answer;
use crate::office::Cx;
use ground::calendar::Month;
use ground::error::Result;
use std::any::Any;

/// What a follower took from the rota before it changed.
pub type Before = Box<dyn Any + Send>;

/// What is brought up to the rota when it changes; a thing declares it among its parts.
pub struct RotaFollower {
    /// Reads what it has from the rota between two months, before they change.
    pub before: for<'c, 'a> fn(&'c mut Cx<'a>, Month, Month) -> Answer<'c, Before>,
    /// Brings that up to the rota as it is now.
    pub after: for<'c, 'a> fn(&'c mut Cx<'a>, Before) -> Answer<'c, ()>,
}

/// Everything that follows the rota, as it was before a change.
pub(super) struct Following(Vec<(&'static RotaFollower, Before)>);

/// To be read before the rota changes between two months.
pub(super) async fn following(cx: &mut Cx<'_>, from: Month, to: Month) -> Result<Following> {
    let mut following = Vec::new();
    for follower in cx.office.catalog().parts::<RotaFollower>() {
        following.push((follower, (follower.before)(cx, from, to).await?));
    }
    Ok(Following(following))
}

impl Following {
    /// Brings all of it up to the changed rota.
    pub async fn follow(self, cx: &mut Cx<'_>) -> Result<()> {
        for (follower, before) in self.0 {
            (follower.after)(cx, before).await?;
        }
        Ok(())
    }
}
