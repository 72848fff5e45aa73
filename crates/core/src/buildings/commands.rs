//! Commands on buildings (楼栋) and stairwells (单元).

use super::order::{building_name, stairwell_name};
use super::{
    Building, BuildingRow, BuildingView, Compound, ListBuildings, ListGrids, Post, SaveBuilding,
    SaveStairwell, Stairwell, building_in_reach, building_named, building_page,
    communities_in_reach, compound_in_reach, count, grids, natural_key, stairwells_in_use,
};
use crate::committees::Community;
use crate::office::Cx;
use ground::commands::{ById, RetireRecord};
use ground::error::{Error, Result};
use ground::text;
use storage::Page;

/// Stairwells of a building, at most.
pub(crate) const MOST_STAIRWELLS: i64 = 30;

/// `buildings.list`.
pub async fn list(cx: &mut Cx<'_>, args: ListBuildings) -> Result<Page<BuildingRow>> {
    let reach = communities_in_reach(cx).await?;
    let mut page = building_page(&mut cx.tx, &args, reach.as_deref()).await?;
    // Phones of residents are masked on every list: whole ones are shown one at a time, with a
    // line in the log.
    for row in &mut page.rows {
        row.building = row.building.clone().masked();
    }
    Ok(page)
}

/// `buildings.grids`: the 网格 to choose from.
pub async fn list_grids(cx: &mut Cx<'_>, args: ListGrids) -> Result<Vec<String>> {
    let reach = communities_in_reach(cx).await?;
    grids(&mut cx.tx, args.community_id.as_deref(), reach.as_deref()).await
}

/// `buildings.get`.
pub async fn get(cx: &mut Cx<'_>, args: ById) -> Result<BuildingView> {
    let (building, compound) = building_in_reach(cx, &args.id).await?;
    view(cx, building, compound).await
}

pub(super) async fn view(
    cx: &mut Cx<'_>,
    building: Building,
    compound: Compound,
) -> Result<BuildingView> {
    let community: Community = cx.tx.get(&compound.community_id).await?;
    Ok(BuildingView {
        stairwells: stairwells_in_use(&mut cx.tx, Some(&building.id)).await?,
        building: building.masked(),
        compound,
        community: community.name,
    })
}

/// `buildings.save`.
pub async fn save(cx: &mut Cx<'_>, args: SaveBuilding) -> Result<BuildingView> {
    let compound = compound_in_reach(cx, &args.compound_id).await?;
    if compound.retired {
        return Err(Error::invalid(
            "compound_id",
            "这个小区已停用，请先恢复使用，或选择其他小区。",
        ));
    }
    let before = match &args.id {
        Some(id) => Some(building_in_reach(cx, id).await?.0),
        None => None,
    };
    let building = written(cx, &args, before.as_ref())?;
    refuse_same_building(cx, &building).await?;
    let building = cx.tx.save(&building).await?;
    // Stairwells of a building that is kept have a command of their own.
    if before.is_none() {
        let stairwells = lacking_stairwells(cx, &building, args.stairwells).await?;
        cx.tx.insert_all(&stairwells).await?;
    }
    view(cx, building, compound).await
}

fn written(cx: &Cx<'_>, args: &SaveBuilding, before: Option<&Building>) -> Result<Building> {
    let name = building_name(&text::required("name", "楼栋名称", &args.name, 20)?);
    if !(0..=MOST_STAIRWELLS).contains(&args.stairwells) {
        let message = format!("单元数应为 0 到 {MOST_STAIRWELLS} 的整数。");
        return Err(Error::invalid("stairwells", message));
    }
    // Posts have a command of their own; to save a building leaves its holders.
    let posts = before
        .map(|building| building.posts.clone())
        .unwrap_or_default();
    Ok(Building {
        id: args.id.clone().unwrap_or_else(|| cx.new_id()),
        version: args.version,
        compound_id: args.compound_id.clone(),
        sort_key: natural_key(&name),
        name,
        grid: text::optional("grid", "网格", &args.grid, 40)?,
        households: count("households", "户数", args.households)?,
        party_members: count("party_members", "党员数", args.party_members)?,
        // Kept as bits beside them, so that the engine can filter a list by them.
        vacant: Post::vacant(&posts),
        posts,
        note: text::lines("note", "备注", &args.note, 500)?,
        position: args.position,
        retired: false,
    })
}

async fn refuse_same_building(cx: &mut Cx<'_>, building: &Building) -> Result<()> {
    if !building_named(&mut cx.tx, building).await? {
        return Ok(());
    }
    let message = format!(
        "本小区已有在用楼栋“{}”，请直接修改原记录，避免重复。",
        building.name
    );
    Err(Error::invalid("name", message))
}

/// 1单元, 2单元 and on, as far as they are missing, until there are so many.
pub(crate) async fn lacking_stairwells(
    cx: &mut Cx<'_>,
    building: &Building,
    wanted: i64,
) -> Result<Vec<Stairwell>> {
    let kept = match building.version {
        0 => Vec::new(),
        _ => stairwells_in_use(&mut cx.tx, Some(&building.id)).await?,
    };
    let lacking = usize::try_from(wanted)
        .unwrap_or_default()
        .saturating_sub(kept.len());
    let names = (1..).map(|number: i64| format!("{number}单元"));
    let free = names.filter(|name| kept.iter().all(|stairwell| stairwell.name != *name));
    let stairwell = |name: String| Stairwell {
        id: cx.new_id(),
        version: 0,
        building_id: building.id.clone(),
        sort_key: natural_key(&name),
        name,
        position: 0,
        retired: false,
    };
    Ok(free.take(lacking).map(stairwell).collect())
}

/// `buildings.retire`.
pub async fn retire(cx: &mut Cx<'_>, args: RetireRecord) -> Result<BuildingView> {
    let (building, compound) = building_in_reach(cx, &args.id).await?;
    if !args.retired {
        refuse_same_building(cx, &building).await?;
    }
    let building = Building {
        retired: args.retired,
        version: args.version,
        ..building
    };
    let building = cx.tx.update(&building).await?;
    view(cx, building, compound).await
}

/// `stairwells.save`: also retires one and takes it back into use.
pub async fn save_stairwell(cx: &mut Cx<'_>, args: SaveStairwell) -> Result<Stairwell> {
    building_in_reach(cx, &args.building_id).await?;
    if let Some(id) = &args.id {
        // Where it stands now counts too, or it could be taken out of a community beyond reach.
        let kept: Stairwell = cx.tx.get(id).await?;
        building_in_reach(cx, &kept.building_id).await?;
    }
    let name = stairwell_name(&text::required("name", "单元名称", &args.name, 20)?);
    let others = stairwells_in_use(&mut cx.tx, Some(&args.building_id)).await?;
    let others = others
        .iter()
        .filter(|other| Some(&other.id) != args.id.as_ref());
    if !args.retired && others.clone().any(|other| other.name == name) {
        let message = format!("本楼栋已有单元“{name}”，请换一个名称。");
        return Err(Error::invalid("name", message));
    }
    if args.id.is_none() && i64::try_from(others.count()).unwrap_or(i64::MAX) >= MOST_STAIRWELLS {
        return Err(Error::invalid(
            "name",
            format!("一栋楼最多 {MOST_STAIRWELLS} 个单元，请核对。"),
        ));
    }
    let stairwell = Stairwell {
        id: args.id.unwrap_or_else(|| cx.new_id()),
        version: args.version,
        building_id: args.building_id,
        sort_key: natural_key(&name),
        name,
        position: args.position,
        retired: args.retired,
    };
    cx.tx.save(&stairwell).await
}
