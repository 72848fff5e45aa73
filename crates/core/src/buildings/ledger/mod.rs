//! The buildings ledger (小区楼栋台账) through Excel: one line a building, what belongs to its compound
//! beside it.

mod fields;
mod save;

use super::register::compounds;
use super::{
    Building, BuildingRow, Compound, ListBuildings, MOST_STAIRWELLS, OwnersMember, Post,
    PostHolder, buildings_in_use, communities_in_reach, every_building, natural_key,
};
use crate::committees::all_communities;
use crate::office::Cx;
use crate::registers::{Field, Names, Refusal, Register, RowFault, Rows, SheetInfo, sheet_of};
use crate::settings::rules;
use ground::error::Result;
use ground::files::FileRef;
use std::collections::HashMap;

use fields::FIELDS;

/// The register of buildings.
pub(crate) struct BuildingLedger;

/// What a sheet says of a compound; nothing where it says nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct CompoundFacts {
    property_mode: Option<String>,
    property_company: Option<String>,
    owner_unit: Option<String>,
    party_branch: Option<String>,
    owners_committee: Option<Vec<OwnersMember>>,
}

impl CompoundFacts {
    /// A compound as these facts make it.
    fn applied(&self, compound: Compound) -> Compound {
        let kept = compound.clone();
        let given = |fact: &Option<String>, kept: String| fact.clone().unwrap_or(kept);
        Compound {
            property_mode: given(&self.property_mode, kept.property_mode),
            property_company: given(&self.property_company, kept.property_company),
            owner_unit: given(&self.owner_unit, kept.owner_unit),
            party_branch: given(&self.party_branch, kept.party_branch),
            owners_committee: match &self.owners_committee {
                Some(owners) => owners.clone().into(),
                None => kept.owners_committee,
            },
            ..compound
        }
    }

    /// Takes up what another row says of the same compound; the column on which the two disagree.
    fn join(&mut self, other: &Self) -> Result<(), &'static str> {
        join(
            &mut self.property_mode,
            &other.property_mode,
            "property_mode",
        )?;
        join(
            &mut self.property_company,
            &other.property_company,
            "property_company",
        )?;
        join(&mut self.owner_unit, &other.owner_unit, "owner_unit")?;
        join(&mut self.party_branch, &other.party_branch, "party_branch")?;
        join(
            &mut self.owners_committee,
            &other.owners_committee,
            "owners_committee",
        )
    }
}

fn join<T: Clone + PartialEq>(
    mine: &mut Option<T>,
    theirs: &Option<T>,
    column: &'static str,
) -> Result<(), &'static str> {
    match (mine.as_ref(), theirs) {
        (Some(mine), Some(theirs)) if mine != theirs => return Err(column),
        (None, Some(theirs)) => *mine = Some(theirs.clone()),
        _ => {}
    }
    Ok(())
}

/// A line of the ledger: a building, and what is said of its compound.
#[derive(Debug, Clone)]
pub(crate) struct LedgerLine {
    building: Building,
    community_id: String,
    /// The compound as it is kept; a blank one where it is new.
    compound: Compound,
    facts: CompoundFacts,
    stairwells: i64,
    /// Stairwells that are kept.
    had: i64,
}

impl LedgerLine {
    fn of(row: BuildingRow, compound: Compound) -> Self {
        Self {
            building: row.building,
            community_id: row.community_id,
            compound,
            facts: CompoundFacts::default(),
            stairwells: row.stairwells,
            had: row.stairwells,
        }
    }

    fn holder_mut(&mut self, post: Post) -> Option<&mut PostHolder> {
        let mut holders = self.building.posts.iter_mut();
        holders.find(|holder| holder.post == post)
    }
}

/// What rows refer to.
pub(crate) struct Known {
    communities: Names,
    /// Compounds in use, by community and name.
    compounds: HashMap<(String, String), Compound>,
    modes: Vec<String>,
    /// Communities within reach; none where all are.
    reach: Option<Vec<String>>,
    /// What the rows so far said of a compound, and in which building's row first.
    said: HashMap<(String, String), CompoundFacts>,
    /// Buildings by community, compound and name.
    taken: HashMap<(String, String, String), String>,
}

impl Rows for BuildingLedger {
    type Item = LedgerLine;
    type Known = Known;

    const INFO: SheetInfo = SheetInfo {
        thing: "楼栋",
        title: "小区楼栋台账",
        note: "带 * 为必填；一栋楼一行，小区的情况写在本小区任意一行即可；首行示例导入时会跳过；\
               电话只用于本单位工作，请勿录入涉密信息。",
        frozen: 3,
        all_sheets: true,
        exports: true,
    };
    const KEY: &'static [&'static str] = &["community", "compound", "building"];

    fn fields() -> &'static [Field<LedgerLine, Known>] {
        FIELDS
    }

    fn id(line: &LedgerLine) -> &str {
        &line.building.id
    }

    fn begin(id: String, _: &Known) -> LedgerLine {
        LedgerLine {
            building: Building::blank(id),
            community_id: String::new(),
            compound: Compound::blank(),
            facts: CompoundFacts::default(),
            stairwells: 0,
            had: 0,
        }
    }

    fn name(line: &LedgerLine, known: &Known) -> (String, String) {
        let community = known.communities.name(&line.community_id);
        let name = format!("{}{}", line.compound.name, line.building.name);
        (name, community.cloned().unwrap_or_default())
    }

    fn settle(
        line: &mut LedgerLine,
        _: Option<&LedgerLine>,
        known: &mut Known,
    ) -> Result<(), RowFault> {
        let fault = |column: &'static str, reason: String| Err(RowFault { column, reason });
        line.building.vacant = Post::vacant(&line.building.posts);
        line.building.sort_key = natural_key(&line.building.name);
        if line.community_id.is_empty() {
            // The community is to be made first; the row is looked at again then.
            return Ok(());
        }
        if known
            .reach
            .as_ref()
            .is_some_and(|ids| !ids.contains(&line.community_id))
        {
            return fault(
                "community",
                "您没有这个社区的权限，请删去这一行。".to_owned(),
            );
        }
        let compound = (line.community_id.clone(), line.compound.name.clone());
        // Any line of a compound may tell of it, so those that do have to agree.
        let said = known.said.entry(compound.clone()).or_default();
        if let Err(column) = said.join(&line.facts) {
            let reason = format!("与前面的行对“{}”写的不一样，请改成一致。", compound.1);
            return fault(column, reason);
        }
        let place = (compound.0, compound.1, line.building.name.clone());
        // Those that are kept stand there already: a row known by its number may have been given
        // another's name.
        let holder = known
            .taken
            .entry(place)
            .or_insert_with(|| line.building.id.clone());
        if *holder != line.building.id {
            let reason = format!("本小区已有在用楼栋“{}”，请核对名称。", line.building.name);
            return fault("building", reason);
        }
        Ok(())
    }
}

impl Register for BuildingLedger {
    async fn known(cx: &mut Cx<'_>) -> Result<Known> {
        let communities = all_communities(&mut cx.tx).await?.into_iter();
        let communities = communities.filter(|community| !community.retired);
        let compounds = compounds(cx).await?.into_values();
        // The name of a compound out of use is free for a new one.
        let compounds = compounds.filter(|compound| !compound.retired);
        let place = |row: &BuildingRow| {
            let names = (
                row.community_id.clone(),
                row.compound.clone(),
                row.building.name.clone(),
            );
            (names, row.building.id.clone())
        };
        Ok(Known {
            communities: Names::new(communities.map(|community| (community.id, community.name))),
            compounds: compounds
                .map(|compound| {
                    (
                        (compound.community_id.clone(), compound.name.clone()),
                        compound,
                    )
                })
                .collect(),
            modes: rules(cx).await?.property_modes,
            reach: communities_in_reach(cx).await?,
            said: HashMap::new(),
            taken: buildings_in_use(&mut cx.tx, None)
                .await?
                .iter()
                .map(place)
                .collect(),
        })
    }

    async fn kept(cx: &mut Cx<'_>) -> Result<Vec<LedgerLine>> {
        let compounds = compounds(cx).await?;
        let reach = communities_in_reach(cx).await?;
        let rows = buildings_in_use(&mut cx.tx, None).await?.into_iter();
        let within = |row: &BuildingRow| {
            reach
                .as_ref()
                .is_none_or(|ids| ids.contains(&row.community_id))
        };
        let line = |row: BuildingRow| {
            let compound = compounds.get(&row.building.compound_id)?.clone();
            Some(LedgerLine::of(row, compound))
        };
        Ok(rows.filter(within).filter_map(line).collect())
    }

    fn lists(known: &Known) -> Vec<(&'static str, Vec<String>)> {
        vec![
            ("community", known.communities.all()),
            ("property_mode", known.modes.clone()),
        ]
    }

    async fn save_all(cx: &mut Cx<'_>, lines: Vec<LedgerLine>) -> Result<()> {
        save::save_all(cx, lines).await
    }
}

/// `buildings.export`: the buildings a list shows, in the ledger's columns; most of every phone hidden.
pub async fn export(cx: &mut Cx<'_>, args: ListBuildings) -> Result<FileRef> {
    let known = BuildingLedger::known(cx).await?;
    let compounds = compounds(cx).await?;
    let rows = every_building(cx, args).await?.into_iter();
    let line = |row: BuildingRow| {
        let compound = compounds.get(&row.building.compound_id)?.clone();
        Some(LedgerLine::of(row, compound))
    };
    let lines: Vec<LedgerLine> = rows.filter_map(line).collect();
    sheet_of::<BuildingLedger>(cx, &lines, &known).await
}

/// A number of stairwells that a building may have.
fn stairwells(number: i64, had: i64) -> Result<i64, Refusal> {
    match number {
        _ if number > MOST_STAIRWELLS => Err(Refusal::wrong(format!(
            "单元数应为 0 到 {MOST_STAIRWELLS} 的整数。"
        ))),
        // A smaller number does not say which of them are gone, and a stairwell that others refer
        // to is retired by name.
        _ if number < had => Err(Refusal::wrong(format!(
            "已登记 {had} 个单元，要减少请到“小区楼栋”里逐个停用。"
        ))),
        number => Ok(number),
    }
}
