//! What planning would write: gathers the record, asks the planner, and sets its answer against
//! what stands. `rota.preview` shows it, `rota.plan` writes it.

use super::plan::{
    self, CommitteeSeats, PlanError, PlanRequest, Seat, Served, TurnRecord, owed_after,
};
use super::reconcile::{MonthSlots, Step, Wanted};
use super::rules::{period_start, planner_seat, turn_months};
use super::store::{Standing, joint_meetings, standings, turns_between};
use super::{PlanOutcome, PlanRota, Turn, TurnOrigin};
use crate::committees::{Committee, all_committees};
use crate::office::Cx;
use crate::settings::{Rules, rules};
use crate::units::{SeatRow, all_seats};
use ground::calendar::Month;
use ground::error::{Error, ErrorCode, Result};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The longest span planned at once, months.
const LONGEST_SPAN: i32 = 60;

/// A plan set against what stands.
pub(super) struct Draft {
    /// What becomes of each turn, by month.
    pub steps: Vec<Step>,
    /// Past and kept turns of the span.
    pub kept: i64,
    /// Committees left out because no unit takes turns there.
    pub without_units: Vec<String>,
    /// Committees in official order.
    committees: Vec<Committee>,
}

impl Draft {
    /// A committee's place in official order.
    pub fn place(&self, committee: &str) -> Option<usize> {
        self.committees
            .iter()
            .position(|known| known.id == committee)
    }

    /// A committee's short name.
    pub fn short_name(&self, committee: &str) -> String {
        let place = self.place(committee);
        place
            .map(|place| self.committees[place].short_name.clone())
            .unwrap_or_default()
    }

    /// The draft in numbers.
    pub fn outcome(&self) -> PlanOutcome {
        let counted = PlanOutcome::count(self.steps.iter().map(|step| step.fate));
        PlanOutcome {
            kept: self.kept,
            without_units: self.without_units.clone(),
            ..counted
        }
    }
}

/// Drafts the plan that `args` ask for.
///
/// # Errors
/// `Invalid` for a span that is none, `State` where all of it is past, `NoPlan` with the collisions.
pub(super) async fn draft(cx: &mut Cx<'_>, args: &PlanRota) -> Result<Draft> {
    let now = Month::of(cx.today());
    check_span(args, now)?;
    let committees = all_committees(&mut cx.tx).await?;
    let asked = asked(cx, &committees, &args.committees)?;
    let record = Record::read(cx, args, now).await?;
    // One committee without units shall not keep the others from their plan; it is named instead.
    let (planned, without): (Vec<&Committee>, Vec<&Committee>) = asked
        .into_iter()
        .partition(|committee| record.seats.contains_key(&committee.id));
    let planned: HashSet<&str> = planned
        .iter()
        .map(|committee| committee.id.as_str())
        .collect();
    if planned.is_empty() {
        return Err(nobody(&without));
    }
    let (free, kept) = record.divide(&planned);
    let request = record.request(&committees, &planned, &free);
    let plan = plan::plan(&request).map_err(no_plan)?;
    let steps = record.steps(cx, &plan, &planned, free);
    Ok(Draft {
        steps,
        kept,
        without_units: without
            .into_iter()
            .map(|committee| committee.name.clone())
            .collect(),
        committees,
    })
}

fn check_span(args: &PlanRota, now: Month) -> Result<()> {
    if args.to < args.from {
        return Err(Error::invalid("to", "结束月份早于开始月份，请重新选择。"));
    }
    if args.to.months_since(args.from) >= LONGEST_SPAN {
        let message = format!("一次最多排 {LONGEST_SPAN} 个月，请缩短范围。");
        return Err(Error::invalid("to", message));
    }
    // Only the end is asked: a span that begins in the past is planned from this month on.
    if args.to < now {
        return Err(Error::state(
            "所选月份都已过去，轮值已冻结，请选择本月及以后的月份。",
        ));
    }
    Ok(())
}

/// The committees to plan, in official order.
fn asked<'c>(cx: &Cx<'_>, all: &'c [Committee], ids: &[String]) -> Result<Vec<&'c Committee>> {
    for id in ids {
        cx.allow_committee(id)?;
        if !all.iter().any(|committee| committee.id == *id) {
            return Err(Error::not_found("大党委"));
        }
    }
    let wanted = |committee: &&Committee| match ids {
        [] => cx.session.may_see(&committee.id),
        _ => ids.contains(&committee.id),
    };
    Ok(all.iter().filter(wanted).collect())
}

fn nobody(committees: &[&Committee]) -> Error {
    if committees.is_empty() {
        return Error::new(
            ErrorCode::NoPlan,
            "还没有可以排轮值的大党委，请先登记大党委和成员单位。",
        );
    }
    let named = |committee: &&Committee| plan::Named {
        id: committee.id.clone(),
        name: committee.name.clone(),
    };
    no_plan(PlanError::NoUnits {
        committees: committees.iter().map(named).collect(),
    })
}

fn no_plan(cause: PlanError) -> Error {
    let error = Error::new(ErrorCode::NoPlan, format!("{cause}。"));
    match cause {
        PlanError::NoUnits { committees } => error.with_detail(committees),
        PlanError::Collision(collisions) => error.with_detail(collisions),
    }
}

/// Everything a plan depends on.
struct Record {
    rules: Rules,
    months: Vec<Month>,
    /// Seats in rotation by committee.
    seats: HashMap<String, Vec<SeatRow>>,
    standings: Vec<Standing>,
    /// Turns of the span, past ones included.
    span: Vec<Turn>,
    /// Committee and month whose unit has been announced.
    fixed: HashSet<(String, Month)>,
    now: Month,
}

impl Record {
    async fn read(cx: &mut Cx<'_>, args: &PlanRota, now: Month) -> Result<Self> {
        let rules = rules(cx).await?;
        let length = rules.rotation_months;
        let (from, to) = (args.from.max(now), args.to);
        let mut seats: HashMap<String, Vec<SeatRow>> = HashMap::new();
        for row in all_seats(&mut cx.tx, &[])
            .await?
            .into_iter()
            .filter(|row| row.seat.in_rotation)
        {
            seats
                .entry(row.seat.committee_id.clone())
                .or_default()
                .push(row);
        }
        // A rotation period may reach eleven months beyond the span, and a meeting announced
        // there fixes a turn that begins within it.
        let meetings = joint_meetings(&mut cx.tx, from, to.plus(11), None).await?;
        let fixed = meetings
            .into_iter()
            .filter(|meeting| meeting.fixes_the_turn());
        Ok(Self {
            months: turn_months(from, to, length),
            seats,
            standings: standings(&mut cx.tx).await?,
            // Not from this month: past turns are counted among those kept.
            span: turns_between(&mut cx.tx, args.from, to, None).await?,
            fixed: fixed
                .map(|m| (m.committee_id, period_start(m.month, length)))
                .collect(),
            rules,
            now,
        })
    }

    /// The turns that planning may change, and how many of the span it may not.
    fn divide(&self, planned: &HashSet<&str>) -> (Vec<Turn>, i64) {
        let ours = self
            .span
            .iter()
            .filter(|turn| planned.contains(turn.committee_id.as_str()));
        let (free, kept): (Vec<&Turn>, Vec<&Turn>) = ours.partition(|turn| self.is_free(turn));
        (
            free.into_iter().cloned().collect(),
            i64::try_from(kept.len()).unwrap_or(i64::MAX),
        )
    }

    fn is_free(&self, turn: &Turn) -> bool {
        let period = period_start(turn.month, self.rules.rotation_months);
        // What a hand named or swapped, and what was before the program, is not the planner's to
        // change.
        turn.origin == TurnOrigin::Planned
            && turn.month >= self.now
            && !self.fixed.contains(&(turn.committee_id.clone(), period))
    }

    /// The request: committees that are not to be planned take part with their turns only, so
    /// that units they share are not called twice in a month.
    fn request(
        &self,
        committees: &[Committee],
        planned: &HashSet<&str>,
        free: &[Turn],
    ) -> PlanRequest {
        // Left out of the record: what is about to be planned anew must earn no claims.
        let free: HashSet<&str> = free.iter().map(|turn| turn.id.as_str()).collect();
        let mut standing: HashMap<&str, Vec<&Standing>> = HashMap::new();
        for turn in self
            .standings
            .iter()
            .filter(|turn| !free.contains(turn.id.as_str()))
        {
            standing.entry(&turn.committee_id).or_default().push(turn);
        }
        let seats = committees.iter().map(|committee| {
            let turns = standing.remove(committee.id.as_str()).unwrap_or_default();
            let places = match planned.contains(committee.id.as_str()) {
                true => u32::try_from(committee.units_per_month).unwrap_or(1),
                false => 0,
            };
            self.committee_seats(committee, &turns, places)
        });
        PlanRequest {
            months: self.months.clone(),
            per_month_limit: u32::try_from(self.rules.duties_per_month).unwrap_or(1),
            committees: seats.collect(),
        }
    }

    fn committee_seats(
        &self,
        committee: &Committee,
        turns: &[&Standing],
        units_per_month: u32,
    ) -> CommitteeSeats {
        // The whole record is summed up, 期初 included, so nothing is owed from before it.
        let owed = owed_after(&BTreeMap::new(), &records(turns));
        let rows = self
            .seats
            .get(&committee.id)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let seat = |row: &SeatRow| -> Seat {
            let owed = owed.get(&row.seat.unit_id).copied().unwrap_or_default();
            planner_seat(row, owed, self.rules.rotation_months)
        };
        let served = |turn: &&Standing| Served {
            month: turn.month,
            unit_id: turn.unit_id.clone(),
        };
        CommitteeSeats {
            committee_id: committee.id.clone(),
            committee_name: committee.name.clone(),
            units_per_month,
            seats: rows.iter().map(seat).collect(),
            // Kept turns are among these: the planner takes one that lies in a planned month as
            // kept.
            served: turns.iter().map(served).collect(),
            kept: Vec::new(),
        }
    }

    /// What becomes of each turn, month by month.
    fn steps(
        &self,
        cx: &Cx<'_>,
        plan: &plan::Plan,
        planned: &HashSet<&str>,
        free: Vec<Turn>,
    ) -> Vec<Step> {
        let mut slots: BTreeMap<(Month, &str), (MonthSlots<'_>, Vec<Wanted>)> = BTreeMap::new();
        for turn in &plan.turns {
            let key = (turn.month, turn.committee_id.as_str());
            slots
                .entry(key)
                .or_insert_with(|| empty(key))
                .1
                .push(Wanted {
                    unit_id: turn.unit_id.clone(),
                    makes_up: turn.makes_up(),
                    origin: TurnOrigin::Planned,
                    reasons: turn.reasons.clone(),
                });
        }
        let is_free: HashSet<String> = free.iter().map(|turn| turn.id.clone()).collect();
        let fast = self.span.iter().filter(|turn| !is_free.contains(&turn.id));
        // Their places are held, or a new turn of the month would get the same one.
        for turn in fast.filter(|turn| turn.month >= self.now) {
            if let Some((slot, _)) = slots.get_mut(&(turn.month, turn.committee_id.as_str())) {
                slot.taken.push(turn.position);
            }
        }
        // A month that the plan leaves out gets its slot here: its turns are then taken away.
        for turn in free {
            let committee = planned
                .get(turn.committee_id.as_str())
                .copied()
                .unwrap_or_default();
            let key = (turn.month, committee);
            slots
                .entry(key)
                .or_insert_with(|| empty(key))
                .0
                .free
                .push(turn);
        }
        let settled = slots.into_values();
        settled
            .flat_map(|(slot, wanted)| slot.reconcile(wanted, || cx.new_id()))
            .collect()
    }
}

fn empty<'a>((month, committee_id): (Month, &'a str)) -> (MonthSlots<'a>, Vec<Wanted>) {
    (
        MonthSlots {
            committee_id,
            month,
            free: Vec::new(),
            taken: Vec::new(),
        },
        Vec::new(),
    )
}

/// Plan and actual of a committee's turns, one record a turn.
fn records(turns: &[&Standing]) -> Vec<TurnRecord> {
    let record = |turn: &&Standing| TurnRecord {
        month: turn.month,
        planned: if turn.makes_up {
            Vec::new()
        } else {
            vec![turn.planned_unit_id.clone()]
        },
        standing: vec![turn.unit_id.clone()],
    };
    turns.iter().map(record).collect()
}
