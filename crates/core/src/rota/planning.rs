use super::draft::{Draft, draft};
use super::follow::following;
use super::plan::Reason;
use super::reconcile::Step;
use super::{PlanOutcome, PlanRota, ProposedTurn, RotaPreview, TurnFate};
use crate::office::Cx;
use crate::units::units_by_id;
use ground::error::Result;
use std::collections::{BTreeSet, HashMap};
use storage::Tx;

/// `rota.preview`: the plan without writing it.
pub async fn preview(cx: &mut Cx<'_>, args: PlanRota) -> Result<RotaPreview> {
    let draft = draft(cx, &args).await?;
    let units = unit_shorts(&mut cx.tx, &draft.steps).await?;
    let mut turns: Vec<ProposedTurn> = draft
        .steps
        .iter()
        .map(|step| proposed(&draft, &units, step))
        .collect();
    turns.sort_by_cached_key(|turn| (turn.month, draft.place(&turn.committee_id), turn.position));
    Ok(RotaPreview {
        turns,
        outcome: draft.outcome(),
    })
}

fn proposed(draft: &Draft, units: &HashMap<String, String>, step: &Step) -> ProposedTurn {
    let name = |id: &String| units.get(id).cloned().unwrap_or_default();
    ProposedTurn {
        committee_id: step.turn.committee_id.clone(),
        committee: draft.short_name(&step.turn.committee_id),
        month: step.turn.month,
        position: step.turn.position,
        unit_id: step.turn.unit_id.clone(),
        unit: name(&step.turn.unit_id),
        before: step.before.as_ref().map(name),
        fate: step.fate,
        reasons: step.turn.reasons.iter().map(Reason::chinese).collect(),
    }
}

async fn unit_shorts(tx: &mut Tx, steps: &[Step]) -> Result<HashMap<String, String>> {
    let ids: BTreeSet<String> = steps
        .iter()
        .flat_map(|step| {
            step.before
                .iter()
                .chain(std::iter::once(&step.turn.unit_id))
        })
        .cloned()
        .collect();
    let units = units_by_id(tx, &ids.into_iter().collect::<Vec<_>>()).await?;
    Ok(units
        .into_iter()
        .map(|unit| (unit.id, unit.short_name))
        .collect())
}

/// `rota.plan`.
pub async fn plan_rota(cx: &mut Cx<'_>, args: PlanRota) -> Result<PlanOutcome> {
    let draft = draft(cx, &args).await?;
    // Read while the old rota stands: afterwards nothing tells what meetings had of it.
    let following = following(cx, args.from, args.to).await?;
    write(&mut cx.tx, &draft.steps).await?;
    following.follow(cx).await?;
    cx.because(format!(
        "排定{}至{}轮值",
        args.from.chinese(),
        args.to.chinese()
    ));
    Ok(draft.outcome())
}

/// Writes steps; a turn that is as it was stays at its version.
pub(super) async fn write(tx: &mut Tx, steps: &[Step]) -> Result<()> {
    for step in steps {
        match step.fate {
            TurnFate::Removed => tx.delete(&step.turn).await?,
            _ => drop(tx.save(&step.turn).await?),
        }
    }
    Ok(())
}
