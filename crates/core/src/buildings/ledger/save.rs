use super::LedgerLine;
use crate::buildings::{Building, Compound, complete_stairwells, natural_key};
use crate::error::Result;
use crate::office::Cx;
use crate::storage::Select;

/// Writes a line: its compound where that is new or differs, the building, and the stairwells it lacks.
pub(super) async fn save(cx: &mut Cx<'_>, line: LedgerLine) -> Result<()> {
    let compound = compound(cx, &line).await?;
    let building = Building {
        compound_id: compound.id,
        ..line.building
    };
    let kept: Option<Building> = cx.tx.find(&building.id).await?;
    if kept.as_ref() != Some(&building) {
        cx.tx.save(&building).await?;
    }
    if line.stairwells > line.had {
        complete_stairwells(cx, &building.id, line.stairwells).await?;
    }
    Ok(())
}

/// The line's compound as it stands afterwards: rows before this one may have made or changed it.
async fn compound(cx: &mut Cx<'_>, line: &LedgerLine) -> Result<Compound> {
    let found: Vec<(String,)> = Select::new("SELECT id FROM compound")
        .and(
            "community_id = ? AND name = ? AND retired = FALSE",
            vec![(&line.community_id).into(), (&line.compound.name).into()],
        )
        .all(&mut cx.tx)
        .await?;
    let kept: Option<Compound> = match found.first() {
        Some((id,)) => Some(cx.tx.get(id).await?),
        None => None,
    };
    let new = || Compound {
        id: cx.new_id(),
        community_id: line.community_id.clone(),
        sort_key: natural_key(&line.compound.name),
        ..line.compound.clone()
    };
    let compound = line.facts.applied(kept.clone().unwrap_or_else(new));
    match kept {
        Some(kept) if kept == compound => Ok(kept),
        _ => cx.tx.save(&compound).await,
    }
}
