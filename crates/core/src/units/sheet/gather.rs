//! From rows to units: one unit sits on several committees, and its rows should agree about it.

use super::{Ledger, LedgerRow};
use crate::registers::ChoiceKey;
use std::collections::HashMap;

/// The units of a ledger, and where its rows disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct LedgerUnits {
    /// Communities in the order they first appear.
    pub communities: Vec<String>,
    /// Units in the order they first appear.
    pub units: Vec<LedgerUnit>,
    /// Facts of a unit or a seat on which its rows disagree; missing values never do.
    pub conflicts: Vec<Conflict>,
    /// The rows of each seat, in the order they first appear; several where a unit stands twice for one
    /// community.
    pub seats: Vec<Vec<LedgerRow>>,
}

/// A member unit (成员单位) gathered from its rows: of each fact, the first value given.
#[derive(Debug, Clone, PartialEq)]
pub struct LedgerUnit {
    /// Full name.
    pub name: String,
    /// Nature, normalised.
    pub nature: Option<String>,
    /// Number of Party members.
    pub party_members: Option<i64>,
    /// Head of the unit.
    pub leader_name: Option<String>,
    /// The head's post.
    pub leader_post: Option<String>,
    /// Communities it sits in, in sheet order.
    pub communities: Vec<String>,
    /// Its rows, as Excel numbers them.
    pub rows: Vec<u32>,
}

/// A fact of a unit, or of its seat for one community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactOf {
    /// Name of the unit.
    pub unit: String,
    /// The community, where it is a fact of the seat.
    pub community: Option<String>,
    /// The column, by its key.
    pub field: &'static str,
}

impl FactOf {
    /// A fact of the unit itself.
    pub fn unit(unit: &str, field: &'static str) -> Self {
        Self {
            unit: unit.to_owned(),
            community: None,
            field,
        }
    }

    /// A fact of its seat for one community.
    pub fn seat(unit: &str, community: &str, field: &'static str) -> Self {
        Self {
            community: Some(community.to_owned()),
            ..Self::unit(unit, field)
        }
    }

    /// What a choice names it by.
    pub fn key(&self) -> ChoiceKey {
        let unit = self.unit.clone();
        match self.community.clone() {
            Some(community) => ChoiceKey::fact("席位", [unit, community], self.field),
            None => ChoiceKey::fact("单位", [unit], self.field),
        }
    }
}

/// A fact that rows give differently: for the clerk to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The fact.
    pub fact: FactOf,
    /// The values given, in sheet order.
    pub values: Vec<ConflictValue>,
}

/// One of the values in a [`Conflict`].
#[derive(Debug, Clone, PartialEq)]
pub struct ConflictValue {
    /// The value as text.
    pub value: String,
    /// Rows that give it.
    pub rows: Vec<u32>,
}

type Fact = (&'static str, fn(&LedgerRow) -> Option<String>);

/// Facts that belong to the unit rather than to its membership.
const FACTS: [Fact; 4] = [
    ("nature", |row| row.nature.clone()),
    ("party_members", |row| {
        row.party_members.map(|count| count.to_string())
    }),
    ("leader_name", |row| row.leader_name.clone()),
    ("leader_post", |row| row.leader_post.clone()),
];

/// A fact of a seat: its field, how a row tells it, and how a row takes over what another tells.
pub(in crate::units) type SeatFact = (
    &'static str,
    fn(&LedgerRow) -> Option<String>,
    fn(&mut LedgerRow, &LedgerRow),
);

pub(in crate::units) const SEAT_FACTS: [SeatFact; 4] = [
    (
        "liaison_name",
        |row| row.liaison_name.clone(),
        |row, other| row.liaison_name.clone_from(&other.liaison_name),
    ),
    (
        "liaison_phone",
        |row| row.liaison_phone.clone(),
        |row, other| row.liaison_phone.clone_from(&other.liaison_phone),
    ),
    (
        "joined",
        |row| row.joined.map(|joined| joined.to_string()),
        |row, other| row.joined = other.joined,
    ),
    (
        "note",
        |row| row.note.clone(),
        |row, other| row.note.clone_from(&other.note),
    ),
];

/// Gathers a ledger's rows by unit name.
#[must_use]
pub fn gather(ledger: &Ledger) -> LedgerUnits {
    let by_unit = grouped(ledger.rows.iter(), |row| &row.unit_name);
    LedgerUnits {
        communities: grouped(ledger.rows.iter(), |row| &row.community)
            .into_iter()
            .map(|(name, _)| name.to_owned())
            .collect(),
        units: by_unit
            .iter()
            .map(|(name, rows)| unit(name, rows))
            .collect(),
        conflicts: by_unit
            .iter()
            .flat_map(|(name, rows)| conflicts(name, rows))
            .collect(),
        seats: seats(ledger),
    }
}

fn seats(ledger: &Ledger) -> Vec<Vec<LedgerRow>> {
    let mut places: HashMap<(&str, &str), usize> = HashMap::new();
    let mut seats: Vec<Vec<LedgerRow>> = Vec::new();
    for row in &ledger.rows {
        let key = (row.unit_name.as_str(), row.community.as_str());
        let place = *places.entry(key).or_insert(seats.len());
        match seats.get_mut(place) {
            Some(rows) => rows.push(row.clone()),
            None => seats.push(vec![row.clone()]),
        }
    }
    seats
}

/// Rows by a key, both in the order of first appearance.
fn grouped<'a>(
    rows: impl Iterator<Item = &'a LedgerRow>,
    key: impl Fn(&'a LedgerRow) -> &'a str,
) -> Vec<(&'a str, Vec<&'a LedgerRow>)> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut groups: Vec<(&str, Vec<&LedgerRow>)> = Vec::new();
    for row in rows {
        let name = key(row);
        let place = *places.entry(name).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, members)) => members.push(row),
            None => groups.push((name, vec![row])),
        }
    }
    groups
}

fn unit(name: &str, rows: &[&LedgerRow]) -> LedgerUnit {
    LedgerUnit {
        name: name.to_owned(),
        nature: rows.iter().find_map(|row| row.nature.clone()),
        party_members: rows.iter().find_map(|row| row.party_members),
        leader_name: rows.iter().find_map(|row| row.leader_name.clone()),
        leader_post: rows.iter().find_map(|row| row.leader_post.clone()),
        communities: communities(rows)
            .into_iter()
            .map(|(name, _)| name.to_owned())
            .collect(),
        rows: rows.iter().map(|row| row.row).collect(),
    }
}

fn communities<'a>(rows: &[&'a LedgerRow]) -> Vec<(&'a str, Vec<&'a LedgerRow>)> {
    grouped(rows.iter().copied(), |row| &row.community)
}

fn conflicts(name: &str, rows: &[&LedgerRow]) -> Vec<Conflict> {
    let of_unit = FACTS
        .iter()
        .filter_map(|(field, read)| conflict(FactOf::unit(name, field), rows, *read));
    let of_seats = communities(rows).into_iter().flat_map(|(community, rows)| {
        let facts = SEAT_FACTS.iter();
        let conflicts = facts.filter_map(|(field, read, _)| {
            conflict(FactOf::seat(name, community, field), &rows, *read)
        });
        conflicts.collect::<Vec<_>>()
    });
    of_unit.chain(of_seats).collect()
}

fn conflict(
    fact: FactOf,
    rows: &[&LedgerRow],
    read: fn(&LedgerRow) -> Option<String>,
) -> Option<Conflict> {
    let values = values_given(rows, read);
    (values.len() > 1).then_some(Conflict { fact, values })
}

fn values_given(rows: &[&LedgerRow], read: fn(&LedgerRow) -> Option<String>) -> Vec<ConflictValue> {
    let mut values: Vec<ConflictValue> = Vec::new();
    for row in rows {
        let Some(value) = read(row) else { continue };
        match values.iter_mut().find(|given| given.value == value) {
            Some(given) => given.rows.push(row.row),
            None => values.push(ConflictValue {
                value,
                rows: vec![row.row],
            }),
        }
    }
    values
}
