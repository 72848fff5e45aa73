//! A ledger against what is kept.

use super::super::sheet::{
    Conflict, ConflictValue, FactOf, Ledger, LedgerRow, LedgerUnit, SEAT_FACTS, gather,
};
use super::super::{Membership, Unit, usual_relation};
use super::kept::Kept;
use super::known::Named;
use crate::office::Cx;
use crate::registers::{FieldChange, ImportCount, ImportStatus, RegisterChoice, RegisterRow};
use ground::calendar::FuzzyDate;
use ground::error::{Error, Result};
use std::collections::{HashMap, HashSet};
use storage::sort_key;

/// The field of a unit's own name, as conflicts and the ledger's columns call it.
const UNIT_NAME: &str = "unit_name";

/// A record as it shall be, and how that differs from what is kept.
pub(crate) struct Planned<R> {
    pub record: R,
    pub status: ImportStatus,
    pub changes: Vec<FieldChange>,
}

impl<R> Planned<R> {
    /// The record, where it is new or differs.
    pub(super) fn into_written(self) -> Option<R> {
        (self.status != ImportStatus::Unchanged).then_some(self.record)
    }
}

/// A membership as it shall be. Its committee is not known yet where the community is new.
pub(crate) struct PlannedSeat {
    pub sheet: String,
    pub row: u32,
    pub community: String,
    pub unit_name: String,
    pub seat: Planned<Membership>,
}

/// The whole ledger against what is kept.
pub(crate) struct Comparison {
    pub units: Vec<Planned<Unit>>,
    pub seats: Vec<PlannedSeat>,
    pub conflicts: Vec<Conflict>,
    pub unknown_communities: Vec<String>,
    pub communities: i64,
    pub units_on_several: i64,
}

impl Comparison {
    pub(super) fn unit_count(&self) -> ImportCount {
        ImportCount::of(self.units.iter().map(|unit| unit.status))
    }

    pub(super) fn seat_count(&self) -> ImportCount {
        ImportCount::of(self.seats.iter().map(|seat| seat.seat.status))
    }

    /// The preview's lines; a unit's own changes stand at each of its rows.
    pub(super) fn rows(&self) -> Vec<RegisterRow> {
        let of_unit: HashMap<&str, &[FieldChange]> = self
            .units
            .iter()
            .map(|u| (u.record.id.as_str(), u.changes.as_slice()))
            .collect();
        let line = |planned: &PlannedSeat| {
            let unit = of_unit
                .get(planned.seat.record.unit_id.as_str())
                .copied()
                .unwrap_or_default();
            let changes: Vec<FieldChange> =
                unit.iter().chain(&planned.seat.changes).cloned().collect();
            let status = match planned.seat.status {
                ImportStatus::Unchanged if !changes.is_empty() => ImportStatus::Changed,
                status => status,
            };
            RegisterRow {
                sheet: planned.sheet.clone(),
                row: planned.row,
                name: planned.unit_name.clone(),
                place: planned.community.clone(),
                status,
                changes,
            }
        };
        self.seats.iter().map(line).collect()
    }
}

/// Compares a ledger with what is kept. Nothing is written.
pub(super) async fn compare(
    cx: &mut Cx<'_>,
    ledger: &Ledger,
    named: &[Named],
    choices: &[RegisterChoice],
) -> Result<Comparison> {
    let mut kept = Kept::read(cx).await?;
    let mut gathered = gather(ledger);
    gathered.conflicts.extend(names_to_choose(named));
    check_choices(&gathered.conflicts, choices)?;
    // Where rows disagree and nobody chose, what is kept stays, whichever row came first.
    let open: HashSet<(&str, &str)> = gathered
        .conflicts
        .iter()
        .map(|conflict| &conflict.fact)
        .filter(|fact| fact.community.is_none() && chosen(choices, fact).is_none())
        .map(|fact| (fact.unit.as_str(), fact.field))
        .collect();
    let mut units = Vec::with_capacity(gathered.units.len());
    for unit in &gathered.units {
        units.push(plan_unit(
            cx,
            kept.units.get(&unit.name),
            unit,
            choices,
            &open,
        ));
    }
    // Only now: until here rows and seats find their units by the names that are kept.
    for planned in &mut units {
        rename(planned, named, choices);
    }
    let keys: HashMap<&str, String> = gathered
        .units
        .iter()
        .zip(&units)
        .map(|(unit, planned)| (unit.name.as_str(), planned.record.id.clone()))
        .collect();
    let mut seats = Vec::with_capacity(gathered.seats.len());
    for rows in &gathered.seats {
        let Some(unit) = rows
            .first()
            .and_then(|row| keys.get(row.unit_name.as_str()))
        else {
            continue;
        };
        seats.push(plan_seat(cx, &mut kept, rows, unit, choices));
    }
    let unknown = gathered
        .communities
        .iter()
        .filter(|name| !kept.committees.contains_key(*name));
    Ok(Comparison {
        seats,
        units,
        unknown_communities: unknown.cloned().collect(),
        communities: count(gathered.communities.len()),
        units_on_several: count(
            gathered
                .units
                .iter()
                .filter(|unit| unit.communities.len() > 1)
                .count(),
        ),
        conflicts: gathered.conflicts,
    })
}

fn count(len: usize) -> i64 {
    i64::try_from(len).unwrap_or(i64::MAX)
}

fn chosen<'c>(choices: &'c [RegisterChoice], fact: &FactOf) -> Option<&'c str> {
    // Most ledgers agree: no key is then made for any of their facts.
    if choices.is_empty() {
        return None;
    }
    let key = fact.key();
    let choice = choices.iter().find(|choice| choice.key == key)?;
    Some(&choice.value)
}

fn check_choices(conflicts: &[Conflict], choices: &[RegisterChoice]) -> Result<()> {
    let offered = |choice: &RegisterChoice| {
        let mut about = conflicts.iter().filter(|one| one.fact.key() == choice.key);
        about.any(|one| one.values.iter().any(|given| given.value == choice.value))
    };
    match choices.iter().find(|choice| !offered(choice)) {
        Some(choice) => {
            let message = format!("没有可选的值“{}”，请重新预览后再选。", choice.value);
            Err(Error::invalid("choices", message))
        }
        None => Ok(()),
    }
}

/// Sets a text where the sheet gives one, and notes the difference.
fn set(changes: &mut Vec<FieldChange>, label: &str, field: &mut String, new: Option<&String>) {
    // An empty cell says nothing and takes nothing away; many ledgers leave out what another
    // holds.
    if let Some(new) = new.filter(|new| *new != field) {
        changes.push(FieldChange {
            label: label.into(),
            old: field.clone(),
            new: new.clone(),
        });
        field.clone_from(new);
    }
}

fn plan_unit(
    cx: &Cx<'_>,
    kept: Option<&Unit>,
    unit: &LedgerUnit,
    choices: &[RegisterChoice],
    open: &HashSet<(&str, &str)>,
) -> Planned<Unit> {
    let mut record = kept.cloned().unwrap_or_else(|| new_unit(cx, unit));
    let mut changes = Vec::new();
    let text = |field: &'static str, given: &Option<String>| -> Option<String> {
        if kept.is_some() && open.contains(&(unit.name.as_str(), field)) {
            return None;
        }
        chosen(choices, &FactOf::unit(&unit.name, field))
            .map(str::to_owned)
            .or_else(|| given.clone())
    };
    set(
        &mut changes,
        "单位性质",
        &mut record.nature,
        text("nature", &unit.nature).as_ref(),
    );
    set(
        &mut changes,
        "负责人",
        &mut record.leader_name,
        text("leader_name", &unit.leader_name).as_ref(),
    );
    set(
        &mut changes,
        "负责人职务",
        &mut record.leader_post,
        text("leader_post", &unit.leader_post).as_ref(),
    );
    let members = text("party_members", &unit.party_members.map(|n| n.to_string()));
    set_count(
        &mut changes,
        &mut record.party_members,
        members.and_then(|n| n.parse().ok()),
    );
    planned(record, kept.is_some(), changes)
}

/// Another name for a unit; where its rows give several these are chosen from, and without a choice it
/// keeps its own.
fn rename(planned: &mut Planned<Unit>, named: &[Named], choices: &[RegisterChoice]) {
    let unit = &mut planned.record;
    let given = names_given(named, &unit.name);
    let name = match given.as_slice() {
        [] => None,
        [(only, _)] => Some(*only),
        _ => chosen(choices, &FactOf::unit(&unit.name, UNIT_NAME)),
    };
    let Some(name) = name.filter(|name| *name != unit.name).map(str::to_owned) else {
        return;
    };
    // A 简称 that only repeated the name follows it; one of its own stays.
    if unit.short_name == unit.name {
        unit.short_name.clone_from(&name);
    }
    unit.sort_key = sort_key(&name);
    set(
        &mut planned.changes,
        "单位名称",
        &mut unit.name,
        Some(&name),
    );
    planned.status = ImportStatus::Changed;
}

/// The names that rows give a unit, each with its rows.
fn names_given<'r>(named: &'r [Named], unit: &str) -> Vec<(&'r str, Vec<u32>)> {
    let mut given: Vec<(&str, Vec<u32>)> = Vec::new();
    for other in named.iter().filter(|other| other.unit_name == unit) {
        match given.iter_mut().find(|(name, _)| *name == other.name) {
            Some((_, rows)) => rows.push(other.row),
            None => given.push((&other.name, vec![other.row])),
        }
    }
    given
}

fn names_to_choose(named: &[Named]) -> Vec<Conflict> {
    let mut seen = HashSet::new();
    let units = named.iter().map(|other| other.unit_name.as_str());
    let units = units.filter(|unit| seen.insert(*unit));
    units
        .map(|unit| (unit, names_given(named, unit)))
        .filter(|(_, given)| given.len() > 1)
        .map(|(unit, given)| Conflict {
            fact: FactOf::unit(unit, UNIT_NAME),
            values: given
                .into_iter()
                .map(|(name, rows)| ConflictValue {
                    value: name.to_owned(),
                    rows,
                })
                .collect(),
        })
        .collect()
}

fn set_count(changes: &mut Vec<FieldChange>, field: &mut Option<i64>, new: Option<i64>) {
    if new.is_some() && new != *field {
        let shown = |count: Option<i64>| count.map(|n| n.to_string()).unwrap_or_default();
        changes.push(FieldChange {
            label: "党员数".into(),
            old: shown(*field),
            new: shown(new),
        });
        *field = new;
    }
}

fn planned<R>(record: R, kept: bool, changes: Vec<FieldChange>) -> Planned<R> {
    let (status, changes) = match (kept, changes.is_empty()) {
        (false, _) => (ImportStatus::Created, Vec::new()),
        (true, true) => (ImportStatus::Unchanged, changes),
        (true, false) => (ImportStatus::Changed, changes),
    };
    Planned {
        record,
        status,
        changes,
    }
}

fn new_unit(cx: &Cx<'_>, unit: &LedgerUnit) -> Unit {
    let nature = unit.nature.clone().unwrap_or_else(|| "其他".into());
    Unit {
        id: cx.new_id(),
        version: 0,
        name: unit.name.clone(),
        short_name: unit.name.clone(),
        sort_key: sort_key(&unit.name),
        relation: usual_relation(&nature),
        nature,
        party_org: String::new(),
        party_members: None,
        leader_name: String::new(),
        leader_post: String::new(),
        note: String::new(),
        retired: false,
    }
}

/// One row for a seat: of each fact the value chosen; without a choice what is kept stays, and a new seat
/// takes the first that is given.
fn settled(rows: &[LedgerRow], is_kept: bool, choices: &[RegisterChoice]) -> LedgerRow {
    let mut row = rows.first().cloned().unwrap_or_default();
    for (field, read, take) in SEAT_FACTS {
        let fact = FactOf::seat(&row.unit_name, &row.community, field);
        let mut given = rows.iter().filter(|row| read(row).is_some());
        let wanted = chosen(choices, &fact);
        let first = given.clone().next();
        let agreed = given.clone().all(|row| read(row) == first.and_then(read));
        let taken = match wanted {
            Some(wanted) => given.find(|row| read(row).as_deref() == Some(wanted)),
            None => first.filter(|_| agreed || !is_kept),
        };
        take(&mut row, taken.unwrap_or(&LedgerRow::default()));
    }
    row
}

fn plan_seat(
    cx: &Cx<'_>,
    kept: &mut Kept,
    rows: &[LedgerRow],
    unit: &str,
    choices: &[RegisterChoice],
) -> PlannedSeat {
    let community = rows
        .first()
        .map(|row| row.community.clone())
        .unwrap_or_default();
    let committee = kept
        .committees
        .get(&community)
        .map(|c| c.id.clone())
        .unwrap_or_default();
    let known = kept
        .seats
        .get(&(unit.to_owned(), committee.clone()))
        .cloned();
    let is_kept = known.is_some();
    let row = &settled(rows, is_kept, choices);
    let mut seat = known.unwrap_or_else(|| new_seat(cx, kept, unit, &committee, &row.community));
    let mut changes = Vec::new();
    set(
        &mut changes,
        "联络员",
        &mut seat.liaison_name,
        row.liaison_name.as_ref(),
    );
    set(
        &mut changes,
        "联络员电话",
        &mut seat.liaison_phone,
        row.liaison_phone.as_ref(),
    );
    set(&mut changes, "备注", &mut seat.note, row.note.as_ref());
    set_date(&mut changes, &mut seat.joined, row.joined);
    PlannedSeat {
        sheet: row.sheet.clone(),
        row: row.row,
        community: row.community.clone(),
        unit_name: row.unit_name.clone(),
        seat: planned(seat, is_kept, changes),
    }
}

fn set_date(changes: &mut Vec<FieldChange>, field: &mut Option<FuzzyDate>, new: Option<FuzzyDate>) {
    if new.is_some() && new != *field {
        let shown = |date: Option<FuzzyDate>| date.map(|date| date.to_string()).unwrap_or_default();
        changes.push(FieldChange {
            label: "加入时间".into(),
            old: shown(*field),
            new: shown(new),
        });
        *field = new;
    }
}

fn new_seat(
    cx: &Cx<'_>,
    kept: &mut Kept,
    unit: &str,
    committee: &str,
    community: &str,
) -> Membership {
    // A community that is still to be made has no committee yet; its seats are counted by its
    // name.
    let counter = if committee.is_empty() {
        community
    } else {
        committee
    };
    let position = kept.last_position.entry(counter.to_owned()).or_default();
    *position += 1;
    Membership {
        id: cx.new_id(),
        version: 0,
        unit_id: unit.to_owned(),
        committee_id: committee.to_owned(),
        role: kept.role.clone(),
        liaison_name: String::new(),
        liaison_phone: String::new(),
        representative_name: String::new(),
        representative_post: String::new(),
        position: *position,
        in_rotation: true,
        blocked_months: Vec::new().into(),
        joined: None,
        left_on: None,
        note: String::new(),
        retired: false,
    }
}
