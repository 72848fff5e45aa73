//! Import of a member-unit ledger (成员单位台账导入): compare first, write only when asked.
//!
//! Preview and apply work from the same [`compare`], so what was shown is what is done. A cell that
//! is empty in the sheet never empties what is kept.

mod commands;
mod compare;
mod kept;
mod known;
mod register;

use self::kept::LedgerNames;
use super::sheet::{self, LedgerRow};
use super::{ListUnits, SeatRow, all_seats, shown_to};
use crate::office::Cx;
use crate::registers::{self, FieldChange, ImportStatus, OfRegister, RegisterKind, properties};
use ground::commands::NoArgs;
use ground::error::Result;
use ground::files::FileRef;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use commands::*;
pub(crate) use register::UnitLedger;

/// The value chosen for a fact on which rows disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConflictChoice {
    /// The unit.
    pub unit_name: String,
    /// The field, as the conflict names it.
    pub field: String,
    /// The value, one of the conflict's.
    pub value: String,
}

/// A line of the preview: one membership of the sheet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportRow {
    /// Sheet.
    pub sheet: String,
    /// Row number as Excel shows it.
    pub row: u32,
    /// Community.
    pub community: String,
    /// Unit.
    pub unit_name: String,
    /// What it means for the seat.
    pub status: ImportStatus,
    /// Fields of seat and unit that differ.
    pub changes: Vec<FieldChange>,
}

/// `units.template`.
pub async fn template(cx: &mut Cx<'_>, _: NoArgs) -> Result<FileRef> {
    let register = RegisterKind("units".into());
    registers::register_template(cx, OfRegister { register }).await
}

/// `units.export`: the seats of the units a list shows, on the committee it is filtered by, in the ledger's own
/// columns.
pub async fn export(cx: &mut Cx<'_>, args: ListUnits) -> Result<FileRef> {
    let of = args.committee_id.clone();
    let wanted = every_unit(cx, args).await?;
    let mut seats = all_seats(&mut cx.tx, &cx.session.committees).await?;
    seats.retain(|row| of.as_ref().is_none_or(|of| row.seat.committee_id == *of));
    let seats = shown_to(cx.session, seats);
    let names = LedgerNames::read(cx).await?;
    let rows = seats.into_iter().enumerate().filter_map(|(place, seat)| {
        let unit = wanted.get(&seat.seat.unit_id)?;
        Some(ledger_row(place, names.of(&seat), &seat, unit))
    });
    let rows: Vec<LedgerRow> = rows.collect();
    let properties = properties(cx, "成员单位台账");
    let making = move || sheet::write_units(&properties, "成员单位台账", &rows);
    let bytes = cx.make(making).await??;
    Ok(cx.office.files().keep("成员单位台账.xlsx", bytes))
}

async fn every_unit(
    cx: &mut Cx<'_>,
    mut args: ListUnits,
) -> Result<std::collections::HashMap<String, super::Unit>> {
    let mut units = std::collections::HashMap::new();
    args.page.limit = Some(500);
    loop {
        let page = super::page(&mut cx.tx, &args).await?;
        units.extend(page.rows.into_iter().map(|unit| (unit.id.clone(), unit)));
        args.page.after = page.next;
        if args.page.after.is_none() {
            return Ok(units);
        }
    }
}

fn ledger_row(place: usize, community: &str, row: &SeatRow, unit: &super::Unit) -> LedgerRow {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    LedgerRow {
        sheet: String::new(),
        row: u32::try_from(place + 1).unwrap_or(u32::MAX),
        record: Some(row.seat.id.clone()),
        community: community.to_owned(),
        unit_name: unit.name.clone(),
        nature: some(&unit.nature),
        party_members: unit.party_members,
        leader_name: some(&unit.leader_name),
        leader_post: some(&unit.leader_post),
        liaison_name: some(&row.seat.liaison_name),
        liaison_phone: some(&row.seat.liaison_phone),
        joined: row.seat.joined,
        note: some(&row.seat.note),
    }
}
