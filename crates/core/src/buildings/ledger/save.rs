use super::LedgerLine;
use crate::buildings::{Building, Compound, lacking_stairwells, natural_key};
use crate::office::Cx;
use ground::error::Result;
use std::collections::HashMap;
use storage::Select;

/// Writes lines: their compounds where those are new or differ, the buildings, and the stairwells these
/// lack.
pub(super) async fn save_all(cx: &mut Cx<'_>, lines: Vec<LedgerLine>) -> Result<()> {
    let compounds = compounds(cx, &lines).await?;
    let mut stairwells = Vec::new();
    let mut buildings = Vec::with_capacity(lines.len());
    for line in lines {
        let (wanted, had) = (line.stairwells, line.had);
        let compound_id = compounds.get(&place(&line)).cloned();
        let building = Building {
            compound_id: compound_id.unwrap_or_default(),
            ..line.building
        };
        if wanted > had {
            stairwells.append(&mut lacking_stairwells(cx, &building, wanted).await?);
        }
        buildings.push(building);
    }
    cx.tx.save_all(&buildings).await?;
    cx.tx.insert_all(&stairwells).await
}

/// A compound is known by its community and name.
fn place(line: &LedgerLine) -> (String, String) {
    (line.community_id.clone(), line.compound.name.clone())
}

/// The lines' compounds as they stand afterwards, by their places: lines before these may have made or
/// changed them.
async fn compounds(
    cx: &mut Cx<'_>,
    lines: &[LedgerLine],
) -> Result<HashMap<(String, String), String>> {
    let mut told: HashMap<(String, String), (Option<Compound>, Compound)> = HashMap::new();
    let mut order = Vec::new();
    for line in lines {
        let place = place(line);
        let (kept, compound) = match told.remove(&place) {
            Some(known) => known,
            None => {
                order.push(place.clone());
                let kept = kept(cx, line).await?;
                let compound = kept.clone().unwrap_or_else(|| new(cx, line));
                (kept, compound)
            }
        };
        told.insert(place, (kept, line.facts.applied(compound)));
    }
    let mut ids = HashMap::with_capacity(order.len());
    // In the order of the lines; that of a map would differ from run to run.
    for place in order {
        let Some((kept, compound)) = told.remove(&place) else {
            continue;
        };
        // Most lines say nothing new of their compound, which then keeps its version.
        let compound = match kept {
            Some(kept) if kept == compound => kept,
            _ => cx.tx.save(&compound).await?,
        };
        ids.insert(place, compound.id);
    }
    Ok(ids)
}

async fn kept(cx: &mut Cx<'_>, line: &LedgerLine) -> Result<Option<Compound>> {
    let found: Vec<(String,)> = Select::new("SELECT id FROM compound")
        .and(
            "community_id = ? AND name = ? AND retired = FALSE",
            vec![(&line.community_id).into(), (&line.compound.name).into()],
        )
        .all(&mut cx.tx)
        .await?;
    match found.first() {
        Some((id,)) => cx.tx.find(id).await,
        None => Ok(None),
    }
}

fn new(cx: &Cx<'_>, line: &LedgerLine) -> Compound {
    Compound {
        id: cx.new_id(),
        community_id: line.community_id.clone(),
        sort_key: natural_key(&line.compound.name),
        ..line.compound.clone()
    }
}
