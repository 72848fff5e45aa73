//! The dated steps of a partner's way, for one partner or for many at once.

use super::args::{PartnerView, StepPartner, StepPartners, SteppedPartners};
use super::commands::{view, within_reach};
use super::{Partner, PartnerState, PartnerStep, number, rules};
use crate::office::Cx;
use chrono::Datelike;
use ground::calendar::FuzzyDate;
use ground::error::{Error, Result};
use ground::text;

/// Partners in one go, at most.
const MOST_AT_ONCE: usize = 500;
/// Years of a term that follows the last one, at most.
const MOST_YEARS: i64 = 10;
/// Names told of those who stand in the way.
const NAMES_TOLD: usize = 10;

/// What is registered, whoever it is registered for.
struct Request {
    state: PartnerState,
    date: FuzzyDate,
    term_from: Option<FuzzyDate>,
    term_to: Option<FuzzyDate>,
    /// Years of a term that begins when the last one ends.
    years: Option<i64>,
    give_number: Option<bool>,
    note: String,
}

impl Request {
    /// Checks what does not depend on the partner.
    fn check(&self, cx: &Cx<'_>) -> Result<()> {
        if self.date.first_day() > cx.today() {
            return Err(Error::invalid("date", "日期不能晚于今天，请核对。"));
        }
        if self.state == PartnerState::Left && self.note.is_empty() {
            return Err(Error::invalid("note", "请写明退出的原因。"));
        }
        match self.years {
            Some(years) if !(1..=MOST_YEARS).contains(&years) => Err(Error::invalid(
                "years",
                format!("顺延的年数应为 1 到 {MOST_YEARS}，请核对。"),
            )),
            _ => Ok(()),
        }
    }

    /// The step as this partner takes it, without a number yet.
    fn step(&self, partner: &Partner) -> Result<PartnerStep> {
        let (term_from, term_to) = match self.years {
            Some(years) => {
                let (from, to) = rules::following_term(partner, years)?;
                (Some(from), Some(to))
            }
            None => (self.term_from, self.term_to),
        };
        let serves = self.state.serves();
        Ok(PartnerStep {
            state: self.state,
            date: self.date,
            number: String::new(),
            // A term belongs to an appointment; what was typed for another step is dropped.
            term_from: term_from.filter(|_| serves),
            term_to: term_to.filter(|_| serves),
            note: self.note.clone(),
        })
    }
}

fn note(typed: &str) -> Result<String> {
    text::lines("note", "说明", typed, 200)
}

/// `partners.step`.
pub async fn step(cx: &mut Cx<'_>, args: StepPartner) -> Result<PartnerView> {
    let partner = within_reach(cx, &args.id).await?;
    let request = Request {
        state: args.state,
        date: args.date.unwrap_or(FuzzyDate::Day(cx.today())),
        term_from: args.term_from,
        term_to: args.term_to,
        years: None,
        give_number: args.give_number,
        note: note(&args.note)?,
    };
    // Which steps may follow is said before what is missing for one that may not.
    rules::check_step(&partner, &request.step(&partner)?)?;
    request.check(cx)?;
    let kept = take(cx, partner, args.version, &request).await?;
    view(cx, kept).await
}

/// `partners.stepMany`: the same step of several partners, all of them or none.
pub async fn step_many(cx: &mut Cx<'_>, args: StepPartners) -> Result<SteppedPartners> {
    if args.partners.is_empty() {
        return Err(Error::invalid("partners", "请先勾选合伙人。"));
    }
    if args.partners.len() > MOST_AT_ONCE {
        return Err(Error::invalid(
            "partners",
            format!("一次最多办理 {MOST_AT_ONCE} 位，请分几次办理。"),
        ));
    }
    let request = Request {
        state: args.state,
        date: args.date.unwrap_or(FuzzyDate::Day(cx.today())),
        term_from: args.term_from,
        term_to: args.term_to,
        years: args.years.filter(|_| args.state.serves()),
        give_number: args.give_number,
        note: note(&args.note)?,
    };
    let mut partners = Vec::with_capacity(args.partners.len());
    for seen in &args.partners {
        partners.push((within_reach(cx, &seen.id).await?, seen.version));
    }
    refuse_out_of_order(&request, partners.iter().map(|(partner, _)| partner))?;
    request.check(cx)?;
    let word = request.state.chinese();
    cx.because(format!("为 {} 位合伙人登记{word}", partners.len()));
    let mut count = 0;
    for (partner, version) in partners {
        let name = partner.name.clone();
        take(cx, partner, version, &request)
            .await
            .map_err(|error| about(error, &name))?;
        count += 1;
    }
    Ok(SteppedPartners { count })
}

/// Tells all who cannot take the step now, so that the clerk unticks them at once.
fn refuse_out_of_order<'p>(
    request: &Request,
    partners: impl Iterator<Item = &'p Partner>,
) -> Result<()> {
    let cannot: Vec<String> = partners
        .filter(|partner| !partner.state.next().contains(&request.state))
        .map(|partner| format!("{}（{}）", partner.name, partner.state.chinese()))
        .collect();
    if cannot.is_empty() {
        return Ok(());
    }
    let more = if cannot.len() > NAMES_TOLD { "等" } else { "" };
    let named = cannot[..cannot.len().min(NAMES_TOLD)].join("、");
    Err(Error::state(format!(
        "有 {} 位现在还不能登记{}：{named}{more}，请取消勾选后再办理。",
        cannot.len(),
        request.state.chinese(),
    )))
}

/// A refusal with the name of whom it is about.
fn about(error: Error, name: &str) -> Error {
    if error.message.contains(name) {
        return error;
    }
    Error {
        message: format!("{name}：{}", error.message),
        ..error
    }
}

/// Takes a step and keeps the partner as it stands then.
async fn take(
    cx: &mut Cx<'_>,
    partner: Partner,
    version: i64,
    request: &Request,
) -> Result<Partner> {
    let mut step = request.step(&partner)?;
    // Of many at once only the order of states was asked; terms and dates differ from one to the
    // next.
    rules::check_step(&partner, &step)?;
    if step.state.serves() {
        step.number = given_number(cx, &partner, &step, request.give_number).await?;
    }
    let mut partner = Partner { version, ..partner };
    // Whoever comes back begins anew; the former number and term stay with their step.
    if step.state == PartnerState::Recruited {
        partner.number.clear();
        (partner.term_from, partner.term_to, partner.ends_on) = (None, None, None);
    }
    cx.tx.update(&stepped(partner, step)).await
}

/// The partner after a step.
pub(super) fn stepped(mut partner: Partner, step: PartnerStep) -> Partner {
    partner.state = step.state;
    if step.state.serves() {
        partner.number.clone_from(&step.number);
        partner.term_from = step.term_from;
        partner.term_to = step.term_to;
        partner.ends_on = step.term_to.map(FuzzyDate::last_day);
    }
    partner.steps.push(step);
    partner
}

/// The number of an appointment: a new one where asked for or where there is none.
async fn given_number(
    cx: &mut Cx<'_>,
    partner: &Partner,
    step: &PartnerStep,
    asked: Option<bool>,
) -> Result<String> {
    if !asked.unwrap_or(partner.number.is_empty()) {
        return Ok(partner.number.clone());
    }
    number::next(cx, step.date.first_day().year()).await
}
