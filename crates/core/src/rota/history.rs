//! 期初: who served before the program.

use super::planning::write;
use super::reconcile::{MonthSlots, Step, Wanted};
use super::store::turns_between;
use super::{AddHistory, PlanOutcome, ServedMonth, Turn, TurnOrigin};
use crate::calendar::Month;
use crate::committees::Committee;
use crate::error::{Error, Result};
use crate::office::Cx;
use crate::units::units_by_id;
use std::collections::{BTreeMap, BTreeSet};

/// The most months entered at once: far more than any order of turns looks back on.
const MOST_MONTHS: usize = 240;

/// `rota.addHistory`: makes the months given hold exactly the units given, so that entering them
/// again puts them right. Months with turns of this program are refused.
pub async fn add_history(cx: &mut Cx<'_>, args: AddHistory) -> Result<PlanOutcome> {
    cx.allow_committee(&args.committee_id)?;
    let committee: Committee = cx.tx.get(&args.committee_id).await?;
    let served = by_month(&args.served, Month::of(cx.today()))?;
    check_units(cx, &args.served).await?;
    let mut steps = Vec::new();
    for (month, units) in served {
        let free = turns_between(&mut cx.tx, month, month, Some(&committee.id)).await?;
        refuse_program_turns(&free)?;
        steps.extend(month_steps(cx, &committee.id, month, free, units));
    }
    write(&mut cx.tx, &steps).await?;
    cx.because(format!("登记{}期初轮值", committee.name));
    Ok(PlanOutcome::count(steps.iter().map(|step| step.fate)))
}

fn by_month(served: &[ServedMonth], now: Month) -> Result<BTreeMap<Month, BTreeSet<&str>>> {
    let mut months: BTreeMap<Month, BTreeSet<&str>> = BTreeMap::new();
    for turn in served {
        if turn.month > now {
            let message = format!(
                "{}还没有到，请用排轮值安排以后的月份。",
                turn.month.chinese()
            );
            return Err(Error::invalid("served", message));
        }
        months.entry(turn.month).or_default().insert(&turn.unit_id);
    }
    if months.len() > MOST_MONTHS {
        let message = format!("一次最多登记 {MOST_MONTHS} 个月，请分次登记。");
        return Err(Error::invalid("served", message));
    }
    Ok(months)
}

async fn check_units(cx: &mut Cx<'_>, served: &[ServedMonth]) -> Result<()> {
    let ids: BTreeSet<&String> = served.iter().map(|turn| &turn.unit_id).collect();
    let ids: Vec<String> = ids.into_iter().cloned().collect();
    if units_by_id(&mut cx.tx, &ids).await?.len() < ids.len() {
        return Err(Error::not_found("成员单位"));
    }
    Ok(())
}

fn refuse_program_turns(turns: &[Turn]) -> Result<()> {
    match turns.iter().find(|turn| turn.origin != TurnOrigin::Opening) {
        None => Ok(()),
        Some(turn) => {
            let message = format!("{}已有排定的轮值，不能再登记期初。", turn.month.chinese());
            Err(Error::state(message))
        }
    }
}

fn month_steps(
    cx: &Cx<'_>,
    committee_id: &str,
    month: Month,
    free: Vec<Turn>,
    units: BTreeSet<&str>,
) -> Vec<Step> {
    let want = |unit: &str| Wanted {
        unit_id: unit.to_owned(),
        makes_up: false,
        origin: TurnOrigin::Opening,
        reasons: Vec::new(),
    };
    let slots = MonthSlots {
        committee_id,
        month,
        free,
        taken: Vec::new(),
    };
    slots.reconcile(units.into_iter().map(want).collect(), || cx.new_id())
}
