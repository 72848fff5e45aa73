//! Import of a member-unit ledger (成员单位台账导入): compare first, write only when asked.
//!
//! Preview and apply work from the same [`compare`], so what was shown is what is done. A cell that
//! is empty in the sheet never empties what is kept.

mod compare;
mod kept;
mod known;
mod register;

use self::kept::LedgerNames;
use super::sheet::{self, LedgerRow};
use super::{ListUnits, SeatRow, all_seats, shown_to};
use crate::office::Cx;
use crate::registers::properties;
use ground::error::Result;
use ground::files::FileRef;

pub(crate) use register::UnitLedger;

/// `units.export`: the seats of the units a list shows, on the committee it is filtered by, in the ledger's own
/// columns.
pub async fn export(cx: &mut Cx<'_>, args: ListUnits) -> Result<FileRef> {
    let of = args.committee_id.clone();
    let wanted = every_unit(cx, args).await?;
    // The list of units is the office's, but their seats are not: only those within reach go out.
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
        // By its seat's record a row is known again, also after its unit was given another name.
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
