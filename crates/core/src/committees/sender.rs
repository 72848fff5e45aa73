//! In whose name a committee's papers go out.

use super::{Committee, all_committees};
use crate::documents::{Issuing, Letterhead};
use crate::office::Cx;
use crate::settings::{IssuingBody, rules};
use ground::error::{Error, Result};

/// A committee in whose name a letter goes out, with what stands at the head and foot of it.
pub(crate) struct Sender {
    pub committee: Committee,
    pub head: Letterhead,
}

/// Reads a committee within this person's reach.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub(crate) async fn sender(cx: &mut Cx<'_>, committee: &str) -> Result<Sender> {
    let committee = within_reach(cx, committee).await?;
    let head = Letterhead {
        sender: committee.name.clone(),
        contact: committee.recorder_name.clone(),
        telephone: committee.contact.clone(),
        issuer: issuing_body(cx, &committee).await?,
        rules: rules(cx).await?,
    };
    Ok(Sender { committee, head })
}

async fn within_reach(cx: &mut Cx<'_>, committee: &str) -> Result<Committee> {
    cx.allow_committee(committee)?;
    cx.tx.get(committee).await
}

/// Who signs for a community, or for the street where none is named; none where that committee is
/// beyond this person's reach or not there.
///
/// # Errors
/// None of its own.
pub(crate) async fn sender_of_community(
    cx: &mut Cx<'_>,
    community: Option<&str>,
) -> Result<Option<Sender>> {
    let committees = all_committees(&mut cx.tx).await?;
    let of = committees
        .into_iter()
        .find(|committee| committee.community_id.as_deref() == community);
    match of {
        Some(committee) if cx.session.may_see(&committee.id) => {
            Ok(Some(sender(cx, &committee.id).await?))
        }
        _ => Ok(None),
    }
}

/// The body that signs a committee's papers; none while it has none.
pub(crate) async fn issuing_body(
    cx: &mut Cx<'_>,
    committee: &Committee,
) -> Result<Option<IssuingBody>> {
    match &committee.issuing_body_id {
        Some(id) => cx.tx.find(id).await,
        None => Ok(None),
    }
}

/// The body that signs a committee's papers.
///
/// # Errors
/// `State`, saying where to choose one.
pub(crate) async fn issuer(cx: &mut Cx<'_>, committee: &Committee) -> Result<IssuingBody> {
    issuing_body(cx, committee).await?.ok_or_else(|| {
        let name = &committee.name;
        Error::state(format!(
            "{name}还没有发文主体，请先在“设置”里登记发文主体，再到该大党委的信息里选定。"
        ))
    })
}

/// In whose name a numbered paper of a committee goes out.
///
/// # Errors
/// `NotFound`, `Forbidden`, and `State` for a committee without an issuing body.
pub(crate) async fn issuing(cx: &mut Cx<'_>, committee: &str) -> Result<Issuing> {
    let committee = within_reach(cx, committee).await?;
    let body = issuer(cx, &committee).await?;
    Ok(Issuing {
        committee_id: committee.id,
        body,
    })
}
