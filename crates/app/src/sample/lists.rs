//! The sample's three lists and agreements: some needs are met, some under way, some wait for a
//! unit; one agreement is about to end, and one report is late.

use super::CLERK;
use super::days::Days;
use super::texts::{AGREEMENT_TERMS, NEEDS, RESOURCES};
use chrono::{Days as Span, Months, NaiveDate};
use ground::calendar::Quarter;
use ground::error::Result;
use tongxin_core::agreements::{AgreementView, SaveAgreement, SaveReport};
use tongxin_core::committees::CommitteeLevel;
use tongxin_core::lists::{
    ClaimNeed, MatchNeed, Need, NeedView, Project, ProjectPlan, ProjectStep, Resource, SaveNeed,
    SaveResource, StepProject,
};
use tongxin_core::sampling::{Dice, Player, SEED};
use tongxin_core::units::SeatRow;
use tongxin_core::views::CommitteeView;

/// Committees whose lists are told.
const TOLD: usize = 5;
/// Resources and needs of each.
const LINES: usize = 4;

/// Fills the lists of the first communities and registers their agreements.
pub(super) async fn fill(
    player: &Player<'_>,
    committees: &[CommitteeView],
    days: &Days,
) -> Result<()> {
    let mut dice = Dice::new(SEED + 7);
    let communities = committees
        .iter()
        .filter(|view| view.committee.level == CommitteeLevel::Community);
    for (place, view) in communities.take(TOLD).enumerate() {
        for line in 0..LINES {
            let Some(seat) = view.seats.get(line) else {
                break;
            };
            let turn = (place + line * 2) % RESOURCES.len();
            let resource = offer(player, seat, turn, &mut dice).await?;
            let need = ask(player, view, turn, days, &mut dice).await?;
            answer(player, &need, &resource, line, days, &mut dice).await?;
        }
        for (line, seat) in view.seats.iter().take(2).enumerate() {
            agree(player, view, seat, place * 2 + line, days).await?;
        }
    }
    Ok(())
}

async fn offer(
    player: &Player<'_>,
    seat: &SeatRow,
    turn: usize,
    dice: &mut Dice,
) -> Result<Resource> {
    let (kind, title, content, available) = RESOURCES[turn];
    let resource = SaveResource {
        id: None,
        version: 0,
        unit_id: seat.seat.unit_id.clone(),
        committee_id: Some(seat.seat.committee_id.clone()),
        kind: kind.into(),
        title: title.into(),
        content: content.into(),
        available: available.into(),
        contact: dice.person(),
    };
    player.give("resources.save", resource).await
}

async fn ask(
    player: &Player<'_>,
    view: &CommitteeView,
    turn: usize,
    days: &Days,
    dice: &mut Dice,
) -> Result<Need> {
    let (kind, title, content) = NEEDS[turn];
    let need = SaveNeed {
        id: None,
        version: 0,
        committee_id: view.committee.id.clone(),
        unit_id: None,
        proposer: format!("居民{}", dice.person()),
        kind: kind.into(),
        title: title.into(),
        content: content.into(),
        raised_on: Some(days.before(days.today, 40 + turn)),
        wanted_by: Some(days.after(days.today, 10 + turn)),
    };
    player.give("needs.save", need).await
}

/// The first need of a committee is met, the second under way, the third claimed, the fourth open.
async fn answer(
    player: &Player<'_>,
    need: &Need,
    resource: &Resource,
    line: usize,
    days: &Days,
    dice: &mut Dice,
) -> Result<()> {
    let claim = ClaimNeed {
        need_id: need.id.clone(),
        unit_id: None,
        resource_id: Some(resource.id.clone()),
        by_name: dice.person(),
        claimed_on: Some(days.before(days.today, 25)),
        note: String::new(),
    };
    if line == 2 {
        return player
            .give::<NeedView>("needs.claim", claim)
            .await
            .map(drop);
    }
    if line > 2 {
        return Ok(());
    }
    let plan = ProjectPlan {
        started_on: Some(days.before(days.today, 20)),
        ..ProjectPlan::default()
    };
    let project: Project = player
        .give("needs.match", MatchNeed { claim, plan })
        .await?;
    let step = if line == 0 {
        ProjectStep::Finish {
            on: Some(days.before(days.today, 3)),
            result: "已按计划完成，居民反映良好。".into(),
            people_served: Some(60 + 5 * i64::from(days.month().number())),
        }
    } else {
        ProjectStep::Start
    };
    let step = StepProject {
        id: project.id,
        version: project.version,
        step,
    };
    player
        .give::<Project>("projects.step", step)
        .await
        .map(drop)
}

/// Agreements of two years; the first ends in three weeks, the last has no report yet.
async fn agree(
    player: &Player<'_>,
    view: &CommitteeView,
    seat: &SeatRow,
    place: usize,
    days: &Days,
) -> Result<()> {
    let ends_in = if place == 0 {
        20
    } else {
        90 + 30 * place as u64
    };
    let expires = days.today.checked_add_days(Span::new(ends_in));
    let expires = expires.unwrap_or(days.today);
    let starts = two_years_before(expires);
    let agreement = SaveAgreement {
        id: None,
        version: 0,
        committee_id: view.committee.id.clone(),
        unit_id: seat.seat.unit_id.clone(),
        title: String::new(),
        content: AGREEMENT_TERMS.into(),
        signed_on: Some(starts),
        starts_on: starts,
        expires_on: expires,
        signer: view.committee.secretary_name.clone(),
        unit_signer: seat.leader_name.clone(),
        reports_quarterly: None,
        renews_id: None,
    };
    let agreement: AgreementView = player.give("agreements.save", agreement).await?;
    if place + 1 == TOLD * 2 {
        return Ok(());
    }
    let report = SaveReport {
        agreement_id: agreement.row.agreement.id,
        quarter: Quarter::of(days.today).previous(),
        version: 0,
        reported_on: None,
        by_name: CLERK.into(),
        done: "开展共建活动2次，提供活动场地3次，参与志愿服务15人次。".into(),
        problems: "工作日白天人手不足。".into(),
        plans: "配合社区做好冬季安全排查和困难群众走访。".into(),
    };
    player
        .give::<AgreementView>("agreements.report", report)
        .await
        .map(drop)
}

fn two_years_before(expires: NaiveDate) -> NaiveDate {
    // A term ends on the day before the one it would begin on again.
    let day_after = expires.succ_opt().unwrap_or(expires);
    day_after
        .checked_sub_months(Months::new(24))
        .unwrap_or(expires)
}
