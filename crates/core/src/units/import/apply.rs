use super::super::{Membership, Unit, sheet};
use super::compare::Planned;
use super::{ApplyLedger, Comparison, ImportOutcome, compare, wrong_rows};
use crate::committees::establish_all;
use crate::error::{Error, Result};
use crate::office::Cx;
use crate::progress::Stage;

/// `units.importApply`: one transaction, one change set, which `changes.undo` takes back whole.
pub async fn import_apply(cx: &mut Cx<'_>, args: ApplyLedger) -> Result<ImportOutcome> {
    let sheets = cx.read_tables(&args.file).await?;
    let ledger = sheet::parse_ledger(&sheets)?;
    let wrong = wrong_rows(&ledger.faults);
    if wrong > 0 && !args.skip_wrong {
        let message =
            format!("台账中有 {wrong} 行有错，请改正后重新选择文件，或勾选“跳过有错的行”。");
        return Err(Error::invalid("skip_wrong", message).with_detail(&ledger.faults));
    }
    let mut comparison = compare(cx, &ledger, &args.choices).await?;
    refuse_unknown(&comparison, args.create_communities)?;
    cx.because(format!("导入{}", args.file.name));
    let made = establish_all(cx, &comparison.unknown_communities).await?;
    if !made.is_empty() {
        comparison = compare(cx, &ledger, &args.choices).await?;
    }
    let outcome = ImportOutcome {
        memberships: comparison.seat_count(),
        units: comparison.unit_count(),
        communities_created: i64::try_from(made.len()).unwrap_or(i64::MAX),
        skipped_rows: wrong,
    };
    write(cx, comparison).await?;
    Ok(outcome)
}

fn refuse_unknown(comparison: &Comparison, create: bool) -> Result<()> {
    let unknown = &comparison.unknown_communities;
    if create || unknown.is_empty() {
        return Ok(());
    }
    let message = format!(
        "有 {} 个社区尚未建立（{}），请勾选“新建社区”后再导入。",
        unknown.len(),
        unknown.join("、")
    );
    Err(Error::invalid("create_communities", message).with_detail(unknown))
}

/// Writes what is new or differs.
pub(super) async fn write(cx: &mut Cx<'_>, comparison: Comparison) -> Result<()> {
    let units = comparison.units.into_iter();
    let units: Vec<Unit> = units.filter_map(Planned::into_written).collect();
    let seats = comparison.seats.into_iter();
    let seats: Vec<Membership> = seats.filter_map(|seat| seat.seat.into_written()).collect();
    cx.progress
        .enter(Stage::Writing, units.len() + seats.len())
        .await?;
    cx.save_all(&units).await?;
    cx.save_all(&seats).await
}
