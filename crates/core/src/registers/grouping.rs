//! Which record each row means: one that is kept, by its number or its natural key, or a new one. Pure.

use super::register::{Field, Rows};
use std::collections::HashMap;
use tables::{ReadRow, Value};

/// Where a row stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) table: usize,
    pub(super) row: u32,
}

/// What tells a record from others: the fields of its natural key, as they are shown.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Natural(pub(super) Vec<String>);

impl Natural {
    /// For the person.
    pub(super) fn told(&self) -> String {
        let given = self.0.iter().filter(|text| !text.is_empty());
        given.map(String::as_str).collect::<Vec<_>>().join(" · ")
    }
}

/// The record that rows mean: one that is kept, by its place among them, or a new one.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Meant {
    Kept(usize),
    New(Natural),
}

/// Rows that mean one record.
pub(super) struct Group {
    pub(super) meant: Meant,
    pub(super) rows: Vec<(Place, ReadRow)>,
}

impl Group {
    pub(super) fn kept<'k, I>(&self, kept: &'k [I]) -> Option<&'k I> {
        match self.meant {
            Meant::Kept(at) => kept.get(at),
            Meant::New(_) => None,
        }
    }
}

/// Puts the rows of all tables together that mean one record: by its number, else by the natural key.
pub(super) fn grouped<R: Rows>(
    tables: Vec<Vec<ReadRow>>,
    known: &R::Known,
    kept: &[R::Item],
) -> Vec<Group> {
    let count = tables.iter().map(Vec::len).sum();
    if count == 0 {
        return Vec::new();
    }
    let keys = key_fields::<R>();
    let mut by_id: HashMap<&str, usize> = HashMap::with_capacity(kept.len());
    let mut by_key: HashMap<Natural, usize> = HashMap::with_capacity(kept.len());
    for (at, item) in kept.iter().enumerate() {
        // Where two that are kept have one key the first is meant; by its number each can be.
        by_id.insert(R::id(item), at);
        by_key.entry(key_of::<R>(&keys, item, known)).or_insert(at);
    }
    let blank = R::begin(String::new(), known);
    let mut places: HashMap<Meant, usize> = HashMap::with_capacity(count);
    let mut groups: Vec<Group> = Vec::with_capacity(count);
    let rows = tables.into_iter().enumerate();
    for (table, mut row) in
        rows.flat_map(|(table, rows)| rows.into_iter().map(move |row| (table, row)))
    {
        let place = Place {
            table,
            row: row.row,
        };
        let record = row.take(R::fields().len()).and_then(Value::into_text);
        let natural = row_key::<R>(&keys, &row, &blank, known);
        let by_number = record.and_then(|id| by_id.get(id.as_str()).copied());
        // A number that is not known, such as one of another office's file, does not decide: the
        // key may.
        let found = by_number.or_else(|| by_key.get(&natural).copied());
        let meant = found.map_or_else(|| Meant::New(natural), Meant::Kept);
        let at = *places.entry(meant.clone()).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.rows.push((place, row)),
            None => groups.push(Group {
                meant,
                rows: vec![(place, row)],
            }),
        }
    }
    groups
}

type KeyField<R> = (usize, &'static Field<<R as Rows>::Item, <R as Rows>::Known>);

fn key_fields<R: Rows>() -> Vec<KeyField<R>> {
    let named = |field: &&Field<_, _>| R::KEY.contains(&field.column.key);
    R::fields()
        .iter()
        .enumerate()
        .filter(|(_, field)| named(field))
        .collect()
}

fn key_of<R: Rows>(keys: &[KeyField<R>], item: &R::Item, known: &R::Known) -> Natural {
    let shown = |field: &Field<_, _>| (field.get)(item, known).map(|value| value.display());
    Natural(
        keys.iter()
            .map(|(_, field)| shown(field).unwrap_or_default())
            .collect(),
    )
}

/// The key a row would have as a record; where a name is not known, as it is written.
fn row_key<R: Rows>(
    keys: &[KeyField<R>],
    row: &ReadRow,
    blank: &R::Item,
    known: &R::Known,
) -> Natural {
    let mut draft = blank.clone();
    let mut shown = |(at, field): &KeyField<R>| {
        let value = row.values.get(*at).cloned().flatten()?;
        let written = value.display();
        // Set and read back, so that 1 and 1号楼 are one key.
        let set = (field.set)(&mut draft, value, known).ok();
        let kept = set.and_then(|()| (field.get)(&draft, known));
        Some(kept.map_or(written, |kept| kept.display()))
    };
    Natural(
        keys.iter()
            .map(|key| shown(key).unwrap_or_default())
            .collect(),
    )
}
