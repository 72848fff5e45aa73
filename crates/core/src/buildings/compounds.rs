//! Commands on compounds (小区).

use super::{
    Compound, CompoundRow, CompoundView, ListCompounds, OwnersMember, SaveCompound,
    allow_community, buildings_in_use, communities_in_reach, compound_in_reach, compound_page,
    natural_key,
};
use crate::committees::Community;
use crate::office::Cx;
use crate::settings::rules;
use ground::commands::{ById, RetireRecord};
use ground::error::{Error, Result};
use ground::text;
use storage::Page;

/// `compounds.list`.
pub async fn list_compounds(cx: &mut Cx<'_>, args: ListCompounds) -> Result<Page<CompoundRow>> {
    let reach = communities_in_reach(cx).await?;
    compound_page(&mut cx.tx, &args, reach.as_deref()).await
}

/// `compounds.get`.
pub async fn get_compound(cx: &mut Cx<'_>, args: ById) -> Result<CompoundView> {
    let compound = compound_in_reach(cx, &args.id).await?;
    let community: Community = cx.tx.get(&compound.community_id).await?;
    let mut buildings = buildings_in_use(&mut cx.tx, Some(&compound.id)).await?;
    for row in &mut buildings {
        row.building = row.building.clone().masked();
    }
    Ok(CompoundView {
        compound,
        community: community.name,
        buildings,
    })
}

/// `compounds.save`.
pub async fn save_compound(cx: &mut Cx<'_>, args: SaveCompound) -> Result<Compound> {
    // Where it lies now counts as much as where it goes.
    if let Some(id) = &args.id {
        compound_in_reach(cx, id).await?;
    }
    community_in_use(cx, &args.community_id).await?;
    let name = text::required("name", "小区名称", &args.name, 40)?;
    let compound = Compound {
        id: args.id.unwrap_or_else(|| cx.new_id()),
        version: args.version,
        community_id: args.community_id,
        sort_key: natural_key(&name),
        name,
        property_mode: property_mode(cx, &args.property_mode).await?,
        owner_unit: text::optional("owner_unit", "产权单位", &args.owner_unit, 60)?,
        property_company: text::optional(
            "property_company",
            "物业公司",
            &args.property_company,
            60,
        )?,
        party_branch: text::optional("party_branch", "小区党支部", &args.party_branch, 60)?,
        owners_committee: owners_committee(args.owners_committee)?.into(),
        households: count("households", "户数", args.households)?,
        note: text::lines("note", "备注", &args.note, 500)?,
        position: args.position,
        retired: false,
    };
    refuse_same_compound(cx, &compound).await?;
    cx.tx.save(&compound).await
}

async fn community_in_use(cx: &mut Cx<'_>, id: &str) -> Result<Community> {
    let community: Option<Community> = cx.tx.find(id).await?;
    match community.filter(|community| !community.retired) {
        Some(community) => {
            allow_community(cx, &community.id).await?;
            Ok(community)
        }
        None => Err(Error::invalid("community_id", "请选择小区所在的社区。")),
    }
}

/// A mode of the office's list, or none.
pub(crate) async fn property_mode(cx: &mut Cx<'_>, mode: &str) -> Result<String> {
    let mode = text::optional("property_mode", "物业服务模式", mode, 20)?;
    if mode.is_empty() || rules(cx).await?.property_modes.contains(&mode) {
        return Ok(mode);
    }
    let message = format!("物业服务模式“{mode}”不在单位设定的范围内，请从列表中选择。");
    Err(Error::invalid("property_mode", message))
}

fn owners_committee(members: Vec<OwnersMember>) -> Result<Vec<OwnersMember>> {
    const FIELD: &str = "owners_committee";
    const MOST: usize = 30;
    if members.len() > MOST {
        return Err(Error::invalid(
            FIELD,
            format!("业委会成员最多 {MOST} 人，请核对。"),
        ));
    }
    let mut checked: Vec<OwnersMember> = Vec::with_capacity(members.len());
    for member in members {
        let name = text::required(FIELD, "业委会成员姓名", &member.name, 40)?;
        if checked.iter().any(|other| other.name == name) {
            return Err(Error::invalid(
                FIELD,
                format!("业委会成员“{name}”填了两次，请保留一条。"),
            ));
        }
        let post = text::optional(FIELD, "业委会职务", &member.post, 20)?;
        checked.push(OwnersMember {
            name,
            post: if post.is_empty() {
                "委员".into()
            } else {
                post
            },
            party: member.party,
        });
    }
    Ok(checked)
}

/// A count of people or households within reason.
pub(crate) fn count(field: &str, name: &str, count: Option<i64>) -> Result<Option<i64>> {
    match count {
        Some(count) if !(0..=1_000_000).contains(&count) => Err(Error::invalid(
            field,
            format!("{name}应为 0 到 1000000 的整数。"),
        )),
        count => Ok(count),
    }
}

async fn refuse_same_compound(cx: &mut Cx<'_>, compound: &Compound) -> Result<()> {
    let sql = "SELECT COUNT(*) FROM compound
        WHERE community_id = $1 AND name = $2 AND retired = FALSE AND id <> $3";
    let values = vec![
        (&compound.community_id).into(),
        (&compound.name).into(),
        (&compound.id).into(),
    ];
    if cx.tx.number(sql, values).await? == 0 {
        return Ok(());
    }
    let message = format!(
        "本社区已有在用小区“{}”，请直接修改原记录，避免重复。",
        compound.name
    );
    Err(Error::invalid("name", message))
}

/// `compounds.retire`: its buildings go out of the lists with it and come back with it.
pub async fn retire_compound(cx: &mut Cx<'_>, args: RetireRecord) -> Result<Compound> {
    let compound = compound_in_reach(cx, &args.id).await?;
    if !args.retired {
        refuse_same_compound(cx, &compound).await?;
    }
    let compound = Compound {
        retired: args.retired,
        version: args.version,
        ..compound
    };
    cx.tx.update(&compound).await
}
