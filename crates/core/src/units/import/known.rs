//! Rows of an export, known again by the record number of their seat, and numbers of which an export
//! showed only parts.

use super::super::sheet::COLUMNS;
use super::super::{SeatRow, Unit, all_seats, all_units, former_names};
use super::kept::{LedgerNames, units_by_name};
use crate::office::Cx;
use ground::error::Result;
use ground::phone::mask;
use std::collections::HashMap;
use tables::{RECORD, ReadRow, Table, Value};

/// The name that a row of an export gives its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// The name that is kept.
    pub unit_name: String,
    /// The name that the row gives; the kept one where it gives one that the unit had.
    pub name: String,
    /// The row.
    pub row: u32,
}

/// Where a column stands among the ledger's.
fn place(key: &str) -> usize {
    let mut columns = COLUMNS.iter();
    columns
        .position(|column| column.key == key)
        .unwrap_or_default()
}

/// Puts the kept names into rows that are known by their record, and answers the names they gave. A row that cannot be is taken out and told as a fault of its table.
pub(super) async fn know_again(cx: &mut Cx<'_>, tables: &mut [Table]) -> Result<Vec<Named>> {
    let seats = all_seats(&mut cx.tx, &[]).await?;
    let former = former_names(&mut cx.tx, None).await?;
    let units = units_by_name(all_units(&mut cx.tx).await?, former);
    let names = LedgerNames::read(cx).await?;
    let known = Known {
        names: &names,
        seats: seats
            .iter()
            .map(|row| (row.seat.id.as_str(), row))
            .collect(),
        by_names: seats
            .iter()
            .map(|row| ((row.unit_name.as_str(), names.of(row)), row))
            .collect(),
        units,
    };
    let mut named = Vec::new();
    for table in tables {
        for mut row in std::mem::take(&mut table.rows) {
            match known.row(&mut row, &named) {
                Ok(name) => {
                    named.extend(name);
                    table.rows.push(row);
                }
                Err((column, reason)) => {
                    let at = place(column);
                    let fault = table.fault(row.row, at, &COLUMNS[at], reason);
                    table.faults.push(fault);
                }
            }
        }
        // Those of reading stand there already; a clerk mends a sheet from the top.
        table.faults.sort_by_key(|fault| fault.row);
    }
    Ok(named)
}

struct Known<'a> {
    names: &'a LedgerNames,
    seats: HashMap<&'a str, &'a SeatRow>,
    by_names: HashMap<(&'a str, &'a str), &'a SeatRow>,
    units: HashMap<String, Unit>,
}

/// The column at fault, and the sentence that says what to do.
type Wrong = (&'static str, String);

impl Known<'_> {
    fn row(&self, row: &mut ReadRow, named: &[Named]) -> Result<Option<Named>, Wrong> {
        let record = row.take(place(RECORD.key)).and_then(Value::into_text);
        let seat = record.and_then(|id| self.seats.get(id.as_str()).copied());
        let name = match seat {
            Some(seat) => Some(self.names(row, seat, named)?),
            None => None,
        };
        self.phone(row, seat)?;
        Ok(name)
    }

    /// Checks the names of a row against its seat's, and puts these in.
    fn names(&self, row: &mut ReadRow, seat: &SeatRow, named: &[Named]) -> Result<Named, Wrong> {
        let text = |row: &mut ReadRow, key| row.take(place(key)).and_then(Value::into_text);
        let community = self.names.of(seat);
        if let Some(written) = text(row, "community").filter(|written| written != community) {
            let reason = format!(
                "这一行是“{community}”的席位，不能改成“{written}”；参加别的社区请另起一行，社区改名请在“社区”里改。"
            );
            return Err(("community", reason));
        }
        let written = text(row, "unit_name");
        row.values[place("community")] = Some(Value::Text(community.to_owned()));
        row.values[place("unit_name")] = Some(Value::Text(seat.unit_name.clone()));
        // A name it had is its own too, or an old export would rename the unit back.
        let own = |name: &String| {
            let bearer = self.units.get(name);
            bearer.is_some_and(|unit| unit.id == seat.seat.unit_id)
        };
        let name = written.filter(|written| !own(written));
        let name = name.unwrap_or_else(|| seat.unit_name.clone());
        let used = |unit: &Unit| unit.id != seat.seat.unit_id && !unit.retired;
        let taken = |other: &Named| other.name == name && other.unit_name != seat.unit_name;
        if self.units.get(&name).is_some_and(used) || named.iter().any(taken) {
            let kept = &seat.unit_name;
            let reason = format!(
                "这一行是“{kept}”，而“{name}”是另一家单位；换单位请另起一行，改名请用没有登记过的名称。"
            );
            return Err(("unit_name", reason));
        }
        Ok(Named {
            unit_name: seat.unit_name.clone(),
            name,
            row: row.row,
        })
    }

    /// A number of which only parts are shown means the one that is kept.
    fn phone(&self, row: &mut ReadRow, seat: Option<&SeatRow>) -> Result<(), Wrong> {
        let at = place("liaison_phone");
        let Some(Value::Masked(shown)) = &row.values[at] else {
            return Ok(());
        };
        let name = |key| match &row.values[place(key)] {
            Some(Value::Text(text)) => text.as_str(),
            _ => "",
        };
        let named = self.by_names.get(&(name("unit_name"), name("community")));
        // An export that lost its column of record numbers is still known by its names.
        let seat = seat.or_else(|| named.copied());
        if seat.is_none_or(|seat| mask(&seat.seat.liaison_phone) != *shown) {
            let reason = "内容里有“*”：要更改请填写完整，不更改请保持原样。".to_owned();
            return Err(("liaison_phone", reason));
        }
        // As an empty cell, which changes nothing.
        row.values[at] = None;
        Ok(())
    }
}
