//! What is kept, as a ledger's names find it.

use super::super::{Membership, SeatRow, Unit, UnitName, all_seats, all_units, former_names};
use crate::committees::{Committee, all_committees, all_communities, communities_in_use};
use crate::office::Cx;
use crate::settings::rules;
use ground::error::Result;
use std::collections::HashMap;

/// What the name of a committee may end with, and a ledger leaves out.
const ENDING: &str = "“大党委”";

/// What is kept, looked up by the names a sheet uses.
pub(super) struct Kept {
    pub units: HashMap<String, Unit>,
    pub seats: HashMap<(String, String), Membership>,
    pub committees: HashMap<String, Committee>,
    pub last_position: HashMap<String, i64>,
    pub role: String,
}

impl Kept {
    pub async fn read(cx: &mut Cx<'_>) -> Result<Self> {
        let seats = all_seats(&mut cx.tx, &[]).await?;
        let mut last_position: HashMap<String, i64> = HashMap::new();
        for row in &seats {
            let last = last_position
                .entry(row.seat.committee_id.clone())
                .or_default();
            *last = (*last).max(row.seat.position);
        }
        let seats = seats.into_iter().map(|row| {
            (
                (row.seat.unit_id.clone(), row.seat.committee_id.clone()),
                row.seat,
            )
        });
        Ok(Self {
            units: units_by_name(
                all_units(&mut cx.tx).await?,
                former_names(&mut cx.tx, None).await?,
            ),
            seats: seats.collect(),
            committees: named_committees(cx).await?.into_iter().collect(),
            last_position,
            role: rules(cx)
                .await?
                .unit_roles
                .last()
                .cloned()
                .unwrap_or_default(),
        })
    }
}

/// Names in use come before former names and names of retired units.
pub(super) fn units_by_name(units: Vec<Unit>, former: Vec<UnitName>) -> HashMap<String, Unit> {
    let by_id: HashMap<&str, &Unit> = units.iter().map(|unit| (unit.id.as_str(), unit)).collect();
    let old = former
        .iter()
        .filter_map(|name| Some((&name.name, *by_id.get(name.unit_id.as_str())?)));
    let mut map: HashMap<String, Unit> = HashMap::new();
    for (name, unit) in units.iter().map(|unit| (&unit.name, unit)).chain(old) {
        map.entry(name.clone()).or_insert_with(|| unit.clone());
    }
    map
}

/// What a ledger calls the committees in use: each by its community, or by itself.
pub(super) struct LedgerNames(HashMap<String, String>);

impl LedgerNames {
    pub async fn read(cx: &mut Cx<'_>) -> Result<Self> {
        let named = named_committees(cx).await?.into_iter();
        Ok(Self(named.map(|(name, of)| (of.id, name)).collect()))
    }

    /// What it calls the committee of a seat.
    pub fn of<'a>(&'a self, seat: &'a SeatRow) -> &'a str {
        let name = self.0.get(&seat.seat.committee_id);
        name.unwrap_or(&seat.committee_name)
    }
}

/// What a ledger may call the committees there are and may be: the street's, then the communities.
pub(super) async fn names_to_offer(cx: &mut Cx<'_>) -> Result<Vec<String>> {
    let named = named_committees(cx).await?.into_iter();
    let street = named.filter(|(_, committee)| committee.community_id.is_none());
    let mut names: Vec<String> = street.map(|(name, _)| name).collect();
    names.extend(communities_in_use(cx).await?);
    Ok(names)
}

async fn named_committees(cx: &mut Cx<'_>) -> Result<Vec<(String, Committee)>> {
    let names: HashMap<String, String> = all_communities(&mut cx.tx)
        .await?
        .into_iter()
        .map(|c| (c.id, c.name))
        .collect();
    let committees = all_committees(&mut cx.tx).await?.into_iter();
    let named = |committee: Committee| {
        let community = committee.community_id.as_ref();
        let name = match community.and_then(|id| names.get(id)) {
            Some(community) => community.clone(),
            None => committee.name.trim_end_matches(ENDING).to_owned(),
        };
        (name, committee)
    };
    Ok(committees.map(named).collect())
}
