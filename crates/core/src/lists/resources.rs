use super::rules::{kind, unit_in_use};
use super::{ListResources, Resource, ResourceRow, SaveResource, resource_page};
use crate::committees::Committee;
use crate::office::Cx;
use ground::commands::RetireRecord;
use ground::error::{Error, Result};
use ground::text;
use storage::{Page, sort_key};

/// `resources.list`.
pub async fn list_resources(cx: &mut Cx<'_>, args: ListResources) -> Result<Page<ResourceRow>> {
    resource_page(&mut cx.tx, &args, &cx.session.committees).await
}

/// `resources.save`.
pub async fn save_resource(cx: &mut Cx<'_>, args: SaveResource) -> Result<Resource> {
    if let Some(id) = &args.id {
        within_reach(cx, id).await?;
    }
    allow(cx, args.committee_id.as_deref())?;
    if let Some(committee) = &args.committee_id {
        cx.tx.get::<Committee>(committee).await?;
    }
    let title = text::required("title", "资源名称", &args.title, 60)?;
    let resource = Resource {
        unit_id: unit_in_use(cx, &args.unit_id).await?.id,
        kind: kind(cx, &args.kind).await?,
        content: text::lines("content", "资源内容", &args.content, 500)?,
        available: text::optional("available", "可用时间", &args.available, 60)?,
        contact: text::optional("contact", "联系人", &args.contact, 60)?,
        id: args.id.unwrap_or_else(|| cx.new_id()),
        version: args.version,
        committee_id: args.committee_id,
        sort_key: sort_key(&title),
        title,
        retired: false,
    };
    cx.tx.save(&resource).await
}

/// Whoever keeps single committees only keeps what is offered to them.
fn allow(cx: &Cx<'_>, committee: Option<&str>) -> Result<()> {
    match committee {
        Some(committee) => cx.allow_committee(committee),
        None if cx.session.committees.is_empty() => Ok(()),
        None => Err(Error::invalid(
            "committee_id",
            "您只能登记提供给本大党委的资源，请选择大党委。",
        )),
    }
}

async fn within_reach(cx: &mut Cx<'_>, id: &str) -> Result<Resource> {
    let resource: Resource = cx.tx.get(id).await?;
    allow(cx, resource.committee_id.as_deref())?;
    Ok(resource)
}

/// `resources.retire`.
pub async fn retire_resource(cx: &mut Cx<'_>, args: RetireRecord) -> Result<Resource> {
    let resource = within_reach(cx, &args.id).await?;
    cx.tx
        .update(&Resource {
            retired: args.retired,
            version: args.version,
            ..resource
        })
        .await
}
