//! 合伙人 of the sample street: a register taken in as a clerk would bring it, units that signed, and a
//! year of service records; some terms are about to end, some people are on their way in.

use super::CLERK;
use super::days::Days;
use super::importing::import;
use super::texts::{DEEDS, DISCOUNTS, FREE_TIMES};
use chrono::{Days as Span, Months, NaiveDate};
use ground::calendar::{FuzzyDate, Month};
use ground::error::Result;
use storage::{Page, Paging};
use tables::Properties;
use tongxin_core::committees::{CommitteeLevel, Community};
use tongxin_core::partners::{
    ListPartners, Partner, PartnerBegins, PartnerKind, PartnerRow, PartnerState, PartnerView,
    SavePartner, SaveService, SaveShare, ServiceView, write_partners,
};
use tongxin_core::registers::Names;
use tongxin_core::sampling::{Dice, Player, SEED};
use tongxin_core::units::SeatRow;
use tongxin_core::views::CommitteeView;

/// Communities whose partners are told.
const TOLD: usize = 6;
/// Their people and shops, by kind.
const MEMBERS: [(PartnerKind, usize); 4] = [
    (PartnerKind::Expert, 1),
    (PartnerKind::Resident, 1),
    (PartnerKind::Merchant, 1),
    (PartnerKind::Volunteer, 4),
];
/// Activities of the year until today.
const ACTIVITIES: usize = 60;

/// Brings partners in and tells what they did.
pub(super) async fn enlist(
    player: &Player<'_>,
    street: &str,
    committees: &[CommitteeView],
    days: &Days,
) -> Result<()> {
    let mut dice = Dice::new(SEED + 11);
    let mut communities: Vec<Community> = player
        .give("communities.list", ground::commands::NoArgs {})
        .await?;
    communities.truncate(TOLD);
    register(player, street, &communities, days, &mut dice).await?;
    for (place, community) in communities.iter().enumerate() {
        let of = committees.iter().find(|view| {
            view.committee.level == CommitteeLevel::Community
                && view.committee.community_id.as_ref() == Some(&community.id)
        });
        if let Some(seat) = of.and_then(|view| view.seats.first()) {
            sign(player, community, seat, place, days).await?;
        }
    }
    serve(player, &communities, days, &mut dice).await
}

/// The register as a clerk would bring it: previewed, then applied.
async fn register(
    player: &Player<'_>,
    street: &str,
    communities: &[Community],
    days: &Days,
    dice: &mut Dice,
) -> Result<()> {
    let properties = Properties {
        title: "合伙人登记表".into(),
        author: CLERK.into(),
        created: days.today.and_time(chrono::NaiveTime::MIN),
    };
    let short = street.trim_end_matches("街道");
    let mut lines = Vec::new();
    for community in communities {
        for (kind, count) in MEMBERS {
            for _ in 0..count {
                let mut partner = member(kind, lines.len(), short, days.month(), dice);
                partner.community_id = Some(community.id.clone());
                lines.push(partner);
            }
        }
    }
    let names = communities.iter().map(|c| (c.id.clone(), c.name.clone()));
    let bytes = write_partners(&properties, lines, Names::new(names), true)?;
    import(player, "partners", "合伙人登记表.xlsx", bytes).await
}

/// One line of the register. The first terms end this month; every eleventh person is only recruited.
fn member(kind: PartnerKind, line: usize, street: &str, month: Month, dice: &mut Dice) -> Partner {
    let mut partner = Partner::blank(String::new(), kind);
    let shop = kind == PartnerKind::Merchant;
    let person = dice.person();
    let (trade, discount) = DISCOUNTS[line % DISCOUNTS.len()];
    partner.name = if shop {
        format!("{}{trade}", person.chars().take(1).collect::<String>())
    } else {
        person
    };
    partner.phone = dice.phone();
    if shop {
        partner.contact_name = dice.person();
        partner.discount = discount.into();
    } else {
        let first = line % DEEDS.len();
        let mut skills = vec![DEEDS[first].0.to_owned()];
        if dice.below(3) == 0 {
            skills.push(DEEDS[(first + 3) % DEEDS.len()].0.to_owned());
        }
        partner.skills = skills.into();
        partner.times = vec![FREE_TIMES[line % FREE_TIMES.len()].to_owned()].into();
    }
    if line % 11 == 10 {
        return partner;
    }
    let ends = match line {
        0 | 9 => month,
        _ => month.plus(7 + i32::try_from(line % 3).unwrap_or_default() * 6),
    };
    // Two years, both of these months included.
    let begins = ends.minus(23);
    partner.state = PartnerState::Appointed;
    partner.term_from = Some(FuzzyDate::Month(begins));
    partner.term_to = Some(FuzzyDate::Month(ends));
    partner.number = format!("{street}合聘〔{}〕{}号", begins.year(), line + 1);
    partner
}

/// A member unit that is a 单位合伙人 for two years.
async fn sign(
    player: &Player<'_>,
    community: &Community,
    seat: &SeatRow,
    place: usize,
    days: &Days,
) -> Result<()> {
    let begins = days
        .month()
        .minus(i32::try_from(place * 3).unwrap_or_default() + 1);
    let partner = SavePartner {
        id: None,
        version: 0,
        kind: PartnerKind::Unit,
        name: seat.unit_name.clone(),
        community_id: Some(community.id.clone()),
        unit_id: Some(seat.seat.unit_id.clone()),
        contact_name: seat.seat.liaison_name.clone(),
        phone: seat.seat.liaison_phone.clone(),
        skills: vec![DEEDS[place % DEEDS.len()].0.to_owned()],
        services: "提供活动场地，每季度组织一次专场服务。".into(),
        discount: String::new(),
        times: vec!["工作日".into()],
        begins: Some(PartnerBegins {
            state: PartnerState::Appointed,
            date: FuzzyDate::Month(begins),
            term_from: Some(FuzzyDate::Month(begins)),
            term_to: Some(FuzzyDate::Month(begins.plus(23))),
        }),
        number: None,
        note: String::new(),
    };
    player
        .give::<PartnerView>("partners.save", partner)
        .await
        .map(drop)
}

/// Activities over the months until today, each by some of its community's partners.
async fn serve(
    player: &Player<'_>,
    communities: &[Community],
    days: &Days,
    dice: &mut Dice,
) -> Result<()> {
    let serving = ListPartners {
        states: vec![PartnerState::Appointed, PartnerState::Renewed],
        page: Paging {
            after: None,
            limit: Some(500),
        },
        ..ListPartners::default()
    };
    let page: Page<PartnerRow> = player.give("partners.list", serving).await?;
    let year_ago = days.today.checked_sub_months(Months::new(10));
    let begins = year_ago.unwrap_or(days.today);
    let span = (days.today - begins).num_days().unsigned_abs();
    for turn in 0..ACTIVITIES {
        let community = &communities[turn % communities.len()];
        let here: Vec<&Partner> = page
            .rows
            .iter()
            .map(|row| &row.partner)
            .filter(|partner| partner.community_id.as_ref() == Some(&community.id))
            .collect();
        let Some(lead) = here.get(turn / communities.len() % here.len().max(1)) else {
            continue;
        };
        let day = begins.checked_add_days(Span::new(span * turn as u64 / ACTIVITIES as u64));
        let service = activity(community, lead, &here, day.unwrap_or(begins), dice);
        let _: ServiceView = player.give("services.save", service).await?;
    }
    Ok(())
}

fn activity(
    community: &Community,
    lead: &Partner,
    here: &[&Partner],
    date: NaiveDate,
    dice: &mut Dice,
) -> SaveService {
    let skill = lead.skills.0.first().map_or("", String::as_str);
    let deed = DEEDS.iter().find(|(known, _)| *known == skill);
    let (_, content) = deed.unwrap_or(&("", "联合社区开展邻里活动，提供优惠和便民服务"));
    let helpers = here
        .iter()
        .filter(|partner| partner.id != lead.id)
        .skip(dice.below(here.len()))
        .take(dice.below(3));
    let minutes = 60 + 30 * i64::try_from(dice.below(4)).unwrap_or_default();
    let share = |partner: &&Partner| SaveShare {
        partner_id: partner.id.clone(),
        minutes,
    };
    let confirmed = dice.below(5) > 0;
    SaveService {
        id: None,
        version: 0,
        community_id: Some(community.id.clone()),
        date,
        place: ["党群服务中心", "小区广场", "二楼活动室"][dice.below(3)].into(),
        content: (*content).into(),
        shares: std::iter::once(&lead).chain(helpers).map(share).collect(),
        people_served: Some(12 + i64::try_from(dice.below(60)).unwrap_or_default()),
        satisfaction: Some(3 + i64::try_from(dice.below(3)).unwrap_or_default()),
        confirmed_by: if confirmed {
            dice.person()
        } else {
            String::new()
        },
        confirmed_on: confirmed.then_some(date),
        note: String::new(),
    }
}
