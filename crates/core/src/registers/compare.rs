//! Rows against what is kept. Pure: the same for every register.

use super::grouping::{Group, Meant, Place, grouped};
use super::model::{
    ChoiceKey, CountOf, FieldChange, ImportCount, ImportStatus, Missing, RegisterChoice,
    RegisterConflict, RegisterConflictValue, RegisterRow,
};
use super::plan::Planned;
use super::register::{Field, Refusal, Rows};
use ground::error::{Error, Result};
use ground::phone::{mask, phones};
use ground::progress::{CHUNK, Progress, Stage};
use std::collections::HashSet;
use tables::{Column, Fault, Kind, RECORD, ReadRow, Table, Value, text};

/// Compares what was read with what is kept.
///
/// # Errors
/// `Invalid` for a choice that is not offered; `Cancelled`.
pub(crate) fn compare<R: Rows>(
    mut tables: Vec<Table>,
    known: &mut R::Known,
    kept: &[R::Item],
    choices: &[RegisterChoice],
    new_id: &dyn Fn() -> String,
    progress: &Progress,
) -> Result<Planned<Vec<R::Item>>> {
    let taken = |from: fn(&mut Table) -> &mut Vec<ReadRow>, tables: &mut [Table]| {
        let tables = tables.iter_mut();
        tables.map(|table| std::mem::take(from(table))).collect()
    };
    // Rows leave their tables, which still tell where a fault stands: a large file is not kept
    // twice.
    let rows = taken(|table| &mut table.rows, &mut tables);
    let wrong = taken(|table| &mut table.wrong, &mut tables);
    let groups = grouped::<R>(rows, known, kept);
    let wrong = grouped::<R>(wrong, known, kept);
    let mut planner = Planner::<R> {
        tables: &tables,
        known,
        choices,
        used: HashSet::new(),
        planned: Planned::none(),
        count: ImportCount::default(),
        kinds: Vec::new(),
        write: Vec::new(),
    };
    progress.begin(Stage::Comparing, groups.len())?;
    for (at, group) in groups.into_iter().enumerate() {
        if at % CHUNK == CHUNK - 1 {
            progress.advance(CHUNK)?;
        }
        planner.plan(group, kept, new_id);
    }
    // All that is wrong is told in one pass, or a clerk would mend a file cell by cell, import by
    // import.
    planner.check_wrong(wrong, kept);
    // Every conflict has been met by now; a choice left over belongs to another preview.
    planner.check_choices()?;
    let (mut planned, write) = (planner.planned, planner.write);
    planned.counts.push(CountOf {
        thing: R::INFO.thing.to_owned(),
        count: planner.count,
    });
    planned.counts.extend(planner.kinds);
    for table in &mut tables {
        planned.faults.append(&mut table.faults);
        planned.corrections.append(&mut table.corrections);
    }
    let sheet = |name: &str| tables.iter().position(|table| table.sheet == name);
    let place = |fault: &Fault| {
        // By length first, or AA would stand before B.
        let column = (fault.column.len(), fault.column.clone());
        (sheet(&fault.sheet), fault.row, column)
    };
    planned.faults.sort_by_cached_key(place);
    Ok(planned.writing(write))
}

/// The record that conflicts of some rows are about.
struct About {
    /// What a choice names it by.
    record: Vec<String>,
    /// What a person calls it.
    told: String,
}

struct Planner<'a, R: Rows> {
    tables: &'a [Table],
    known: &'a mut R::Known,
    choices: &'a [RegisterChoice],
    /// Choices that met their conflict.
    used: HashSet<usize>,
    planned: Planned<()>,
    count: ImportCount,
    /// The same by what items are counted as as well.
    kinds: Vec<CountOf>,
    write: Vec<R::Item>,
}

impl<R: Rows> Planner<'_, R> {
    fn plan(&mut self, group: Group, kept: &[R::Item], new_id: &dyn Fn() -> String) {
        let kept = group.kept(kept);
        let place = match group.rows.first() {
            Some((place, _)) => *place,
            None => return,
        };
        let about = match (kept, &group.meant) {
            (Some(kept), _) => About {
                record: vec![R::id(kept).to_owned()],
                told: R::name(kept, self.known).0,
            },
            (None, Meant::New(natural)) => About {
                record: natural.0.clone(),
                told: natural.told(),
            },
            (None, Meant::Kept(_)) => return,
        };
        let values = self.merged(group, &about, kept.is_some());
        let mut item = match kept {
            Some(kept) => kept.clone(),
            None => R::begin(new_id(), self.known),
        };
        let before = self.planned.faults.len();
        let mut changes = Vec::new();
        for (at, (field, value)) in R::fields().iter().zip(values).enumerate() {
            if let Some(value) = value {
                self.set(
                    place,
                    at,
                    field,
                    &mut item,
                    value,
                    kept.is_some(),
                    &mut changes,
                );
            }
        }
        // A row at fault is left out whole and never written in part.
        if self.planned.faults.len() > before {
            return;
        }
        if let Err(fault) = R::settle(&mut item, kept, self.known) {
            let at = R::fields()
                .iter()
                .position(|field| field.column.key == fault.column);
            self.fault(place, at.unwrap_or_default(), fault.reason);
            return;
        }
        self.keep(place, item, kept.is_some(), changes);
    }

    /// Tells what else is wrong with rows of which a cell could not be read; what they name is not asked for.
    fn check_wrong(&mut self, groups: Vec<Group>, kept: &[R::Item]) {
        let missing = self.planned.missing.clone();
        for group in groups {
            let kept = group.kept(kept);
            // Each for itself, not merged: each is mended where it stands.
            for (place, row) in group.rows {
                let blank = || R::begin(String::new(), self.known);
                let mut item = kept.cloned().unwrap_or_else(blank);
                for (at, (field, value)) in R::fields().iter().zip(row.values).enumerate() {
                    if let Some(value) = value {
                        let is_kept = kept.is_some();
                        self.set(place, at, field, &mut item, value, is_kept, &mut Vec::new());
                    }
                }
            }
        }
        self.planned.missing = missing;
    }

    fn keep(&mut self, place: Place, item: R::Item, is_kept: bool, changes: Vec<FieldChange>) {
        let status = match (is_kept, changes.is_empty()) {
            (false, _) => ImportStatus::Created,
            (true, true) => ImportStatus::Unchanged,
            (true, false) => ImportStatus::Changed,
        };
        self.count.add(status);
        if let Some(kind) = R::counts_as(&item) {
            self.count_as(kind, status);
        }
        // The rest is counted only: the rows of a large file are not kept for a preview that
        // shows the first.
        if self.count.shows(status) {
            let (name, belongs) = R::name(&item, self.known);
            self.planned.rows.push(RegisterRow {
                sheet: self.tables[place.table].sheet.clone(),
                row: place.row,
                name,
                place: belongs,
                status,
                changes,
            });
        } else {
            self.planned.left_out += 1;
        }
        if status != ImportStatus::Unchanged {
            self.write.push(item);
        }
    }

    fn count_as(&mut self, kind: &str, status: ImportStatus) {
        let at = self.kinds.iter().position(|of| of.thing == kind);
        let at = at.unwrap_or_else(|| {
            self.kinds.push(CountOf {
                thing: kind.to_owned(),
                count: ImportCount::default(),
            });
            self.kinds.len() - 1
        });
        self.kinds[at].count.add(status);
    }

    #[allow(clippy::too_many_arguments, reason = "one cell and where it goes")]
    fn set(
        &mut self,
        place: Place,
        at: usize,
        field: &Field<R::Item, R::Known>,
        item: &mut R::Item,
        value: Value,
        is_kept: bool,
        changes: &mut Vec<FieldChange>,
    ) {
        let old = match is_kept || matches!(value, Value::Masked(_)) {
            true => (field.get)(item, self.known),
            false => None,
        };
        // Exports mask private numbers, and one that comes back as it went out means unchanged.
        // Stars over anything else would replace a number by its mask.
        if let Value::Masked(shown) = &value {
            if old
                .as_ref()
                .is_none_or(|old| mask(&old.display()) != *shown)
            {
                let reason = "内容里有“*”：要更改请填写完整，不更改请保持原样。".to_owned();
                self.fault(place, at, reason);
            }
            return;
        }
        if old
            .as_ref()
            .is_some_and(|old| same(field.column.kind, old, &value))
        {
            return;
        }
        let written = is_kept.then(|| value.display());
        let unknown = match (field.set)(item, value, self.known) {
            Ok(()) => false,
            Err(Refusal::Wrong(reason)) => {
                self.fault(place, at, reason);
                false
            }
            Err(Refusal::Unknown { thing, name }) => {
                self.miss(thing, name);
                true
            }
        };
        let Some(written) = written else {
            return;
        };
        // What is only written another way, such as 1 for 1号楼, is no change.
        let new = (field.get)(item, self.known).map(|new| new.display());
        let differs = new != old.as_ref().map(Value::display);
        if differs || unknown {
            // What does not exist yet cannot be read back; the preview shows it as it is written.
            let new = new.filter(|_| !unknown).unwrap_or(written);
            changes.push(change(&field.column, old.as_ref(), new));
        }
    }

    fn miss(&mut self, thing: &'static str, name: String) {
        let missing = &mut self.planned.missing;
        match missing.iter_mut().find(|missing| missing.thing == thing) {
            Some(missing) if missing.names.contains(&name) => {}
            Some(missing) => missing.names.push(name),
            None => missing.push(Missing {
                thing: thing.to_owned(),
                names: vec![name],
            }),
        }
    }

    fn fault(&mut self, place: Place, at: usize, reason: String) {
        let fault = self.said(place, at, reason);
        self.planned.faults.push(fault);
    }

    fn said(&self, place: Place, at: usize, reason: String) -> Fault {
        let column = R::fields().get(at).map_or(&RECORD, |field| &field.column);
        self.tables[place.table].fault(place.row, at, column, reason)
    }

    /// The values of a group's rows: of each field the one given, chosen where they differ.
    fn merged(&mut self, group: Group, about: &About, is_kept: bool) -> Vec<Option<Value>> {
        let mut rows = group.rows;
        let Some((first, mut row)) = (!rows.is_empty()).then(|| rows.remove(0)) else {
            return Vec::new();
        };
        if rows.is_empty() {
            return row.values;
        }
        let mut differ = false;
        for (at, field) in R::fields().iter().enumerate() {
            let given = given(at, (first, &row), &rows);
            // An empty cell contradicts nothing: one row may know the phone and the other the
            // post.
            if given.len() < 2 {
                row.values[at] = given.into_iter().next().map(|(value, _)| value);
                continue;
            }
            differ = true;
            row.values[at] = self.chosen(about, field, given, is_kept);
        }
        if !differ {
            let told = format!("与第 {} 行说的是同一条，内容一致，只导入一次。", first.row);
            for (place, _) in &rows {
                let said = self.said(*place, 0, told.clone());
                self.planned.corrections.push(said);
            }
        }
        row.values
    }

    /// The value chosen; without a choice what is kept stays, and a new record takes the first.
    fn chosen(
        &mut self,
        about: &About,
        field: &Field<R::Item, R::Known>,
        given: Vec<(Value, Vec<u32>)>,
        is_kept: bool,
    ) -> Option<Value> {
        let key = ChoiceKey::fact(R::INFO.thing, about.record.clone(), field.column.key);
        let choice = self.choices.iter().position(|choice| choice.key == key);
        let choice = choice.map(|at| (at, self.choices[at].value.as_str()));
        let taken = choice.and_then(|(at, wanted)| {
            let taken = given.iter().find(|(value, _)| value.display() == wanted)?;
            Some((at, taken.0.clone()))
        });
        self.planned.conflicts.push(RegisterConflict {
            key,
            name: about.told.clone(),
            label: field.column.full_title(),
            values: given.iter().map(offered).collect(),
        });
        match taken {
            Some((at, value)) => {
                self.used.insert(at);
                Some(value)
            }
            None if is_kept => None,
            None => given.into_iter().next().map(|(value, _)| value),
        }
    }

    fn check_choices(&self) -> Result<()> {
        let mut unmet = self.choices.iter().enumerate();
        match unmet.find(|(at, _)| !self.used.contains(at)) {
            Some((_, choice)) => {
                let message = format!("没有可选的值“{}”，请重新预览后再选。", choice.value);
                Err(Error::invalid("choices", message))
            }
            None => Ok(()),
        }
    }
}

fn offered((value, rows): &(Value, Vec<u32>)) -> RegisterConflictValue {
    let rows: Vec<String> = rows.iter().map(u32::to_string).collect();
    let value = value.display();
    RegisterConflictValue {
        label: format!("{value}（第 {} 行）", rows.join("、")),
        value,
    }
}

/// The different values that rows give to one field, with the rows of each.
fn given(at: usize, first: (Place, &ReadRow), rest: &[(Place, ReadRow)]) -> Vec<(Value, Vec<u32>)> {
    let mut given: Vec<(Value, Vec<u32>)> = Vec::new();
    let all = std::iter::once(first).chain(rest.iter().map(|(place, row)| (*place, row)));
    for (place, row) in all {
        let Some(value) = row.values.get(at).and_then(Option::as_ref) else {
            continue;
        };
        match given.iter_mut().find(|(known, _)| known == value) {
            Some((_, rows)) => rows.push(place.row),
            None => given.push((value.clone(), vec![place.row])),
        }
    }
    given
}

fn change(column: &Column, old: Option<&Value>, new: String) -> FieldChange {
    let hidden = |text: String| if column.private { mask(&text) } else { text };
    FieldChange {
        label: column.full_title(),
        old: hidden(old.map(Value::display).unwrap_or_default()),
        new: hidden(new),
    }
}

/// Whether a cell says what is kept. A sheet's cell has lost what reading tidies away.
fn same(kind: Kind, kept: &Value, read: &Value) -> bool {
    match (kept, read) {
        (Value::Words(kept), Value::Words(read)) => {
            // Words in one cell are a set; another order is no change.
            let set = |words: &[String]| words.iter().cloned().collect::<HashSet<_>>();
            kept == read || set(kept) == set(read)
        }
        (Value::Text(kept), Value::Text(read)) => kept == read || tidied(kind, kept) == *read,
        _ => kept == read,
    }
}

fn tidied(kind: Kind, kept: &str) -> String {
    let clean = text::clean(kept).0;
    match kind {
        Kind::Lines => text::clean_lines(kept).0,
        Kind::Name => text::close_up(&clean),
        Kind::Phone => phones(&clean).unwrap_or(clean),
        _ => clean,
    }
}
