//! 期初: who served before the program.

use super::planning::write;
use super::reconcile::{MonthSlots, Step, Wanted};
use super::store::turns_between;
use super::{AddHistory, PlanOutcome, Turn, TurnOrigin};
use crate::committees::Committee;
use crate::office::Cx;
use crate::units::units_by_id;
use ground::calendar::Month;
use ground::error::{Error, Result};
use std::collections::{BTreeMap, BTreeSet};

/// The most months entered at once: far more than any order of turns looks back on.
const MOST_MONTHS: usize = 240;

/// What each month shall hold: the units that served in it.
pub(crate) type History = BTreeMap<Month, BTreeSet<String>>;

/// `rota.addHistory`: makes the months given hold exactly the units given, so that entering them
/// again puts them right. Months with turns of this program are refused.
pub async fn add_history(cx: &mut Cx<'_>, args: AddHistory) -> Result<PlanOutcome> {
    cx.allow_committee(&args.committee_id)?;
    let committee: Committee = cx.tx.get(&args.committee_id).await?;
    let mut months = History::new();
    for turn in args.served {
        months.entry(turn.month).or_default().insert(turn.unit_id);
    }
    let outcome = hold_history(cx, &committee, months).await?;
    cx.because(format!("登记{}期初轮值", committee.name));
    Ok(outcome)
}

/// Makes months of a committee hold exactly the units given; a month without units holds none.
///
/// # Errors
/// `Invalid` for a month that is still to come or too many months; `State` for a month whose turns
/// the program keeps; `NotFound` for an unknown unit.
pub(crate) async fn hold_history(
    cx: &mut Cx<'_>,
    committee: &Committee,
    months: History,
) -> Result<PlanOutcome> {
    check_months(&months, Month::of(cx.today()))?;
    check_units(cx, &months).await?;
    let mut steps = Vec::new();
    for (month, units) in months {
        let free = turns_between(&mut cx.tx, month, month, Some(&committee.id)).await?;
        refuse_program_turns(&free)?;
        steps.extend(month_steps(cx, &committee.id, month, free, units));
    }
    write(&mut cx.tx, &steps).await?;
    Ok(PlanOutcome::count(steps.iter().map(|step| step.fate)))
}

fn check_months(months: &History, now: Month) -> Result<()> {
    if let Some(month) = months.keys().find(|month| **month > now) {
        let message = format!("{}还没有到，请用排轮值安排以后的月份。", month.chinese());
        return Err(Error::invalid("served", message));
    }
    if months.len() > MOST_MONTHS {
        let message = format!("一次最多登记 {MOST_MONTHS} 个月，请分次登记。");
        return Err(Error::invalid("served", message));
    }
    Ok(())
}

async fn check_units(cx: &mut Cx<'_>, months: &History) -> Result<()> {
    // Each unit once: counted twice, one that served twice would pass for unknown.
    let ids: BTreeSet<&String> = months.values().flatten().collect();
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
    units: BTreeSet<String>,
) -> Vec<Step> {
    let want = |unit_id: String| Wanted {
        unit_id,
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
