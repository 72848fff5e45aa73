//! The sample's registers: office, issuing bodies, units by their ledger, committees and people.

use super::days::Days;
use super::importing::import;
use super::street::Street;
use super::units::FORMER;
use super::{CLERK, SEED, people};
use ground::commands::{ById, NoArgs};
use ground::error::Result;
use std::collections::HashMap;
use storage::Page;
use tables::Properties;
use tongxin_core::committees::{Committee, CommitteeLevel, CommitteeRow};
use tongxin_core::founding::FoundOffice;
use tongxin_core::sampling::{Dice, Player};
use tongxin_core::settings::{IssuingBody, OfficeProfile};
use tongxin_core::units::sheet::write_units;
use tongxin_core::units::{ListUnits, Membership, SaveSeat, SaveUnit, SeatRow, Unit, UnitRow};
use tongxin_core::views::CommitteeView;

/// Begins the office.
pub(super) async fn found(player: &Player<'_>, street: &Street) -> Result<OfficeProfile> {
    let (name, superior) = (street.name.clone(), street.superior.clone());
    player
        .give(
            "office.found",
            FoundOffice {
                name,
                superior,
                clerk: CLERK.into(),
            },
        )
        .await
}

/// Fills the registers, and answers the committees with their seats, 街道大工委 first.
pub(super) async fn enter(
    player: &Player<'_>,
    street: &Street,
    days: &Days,
) -> Result<Vec<CommitteeView>> {
    ledger(player, street, days).await?;
    let units = complete_units(player, street, days).await?;
    let mut dice = Dice::new(SEED + 1);
    let mut views = vec![street_committee(player, street, &units, &mut dice).await?];
    let rows: Vec<CommitteeRow> = player.give("committees.list", NoArgs {}).await?;
    let rows = rows
        .into_iter()
        .filter(|row| row.committee.level == CommitteeLevel::Community);
    for (index, row) in rows.enumerate() {
        let issuer =
            community_issuer(player, row.community.as_deref().unwrap_or_default(), index).await?;
        let committee = with_people(row.committee, &issuer, &mut dice);
        let committee: Committee = player.give("committees.save", committee).await?;
        views.push(seated(player, &committee, &mut dice).await?);
    }
    Ok(views)
}

/// The ledger as a clerk would bring it: previewed, then applied.
async fn ledger(player: &Player<'_>, street: &Street, days: &Days) -> Result<()> {
    let properties = Properties {
        title: "成员单位台账".into(),
        author: CLERK.into(),
        created: days.today.and_time(chrono::NaiveTime::MIN),
    };
    let bytes = write_units(&properties, "云溪街道成员单位台账", &street.ledger())?;
    import(player, "units", "云溪街道成员单位台账.xlsx", bytes).await
}

/// What the ledger has no column for: 简称, Party organisation, relation, and the new name of the
/// unit that was renamed. Answers the units by their names now.
async fn complete_units(
    player: &Player<'_>,
    street: &Street,
    days: &Days,
) -> Result<HashMap<String, Unit>> {
    let mut list = ListUnits::default();
    // All on one page: the sample has fewer units than a page may hold.
    list.page.limit = Some(500);
    let page: Page<UnitRow> = player.give("units.list", list).await?;
    let mut kept: HashMap<String, Unit> = page
        .rows
        .into_iter()
        .map(|row| (row.unit.name.clone(), row.unit))
        .collect();
    let mut units = HashMap::new();
    for sample in &street.units {
        let in_ledger = if sample.name == street.units[FORMER.2].name {
            FORMER.0
        } else {
            sample.name.as_str()
        };
        let Some(unit) = kept.remove(in_ledger) else {
            continue;
        };
        let renamed = unit.name != sample.name;
        // Under its old short name first, so that the name it had is kept with it.
        if renamed {
            let old = SaveUnit {
                short_name: FORMER.1.into(),
                ..saved(&unit)
            };
            let _: Unit = player.give("units.save", old).await?;
        }
        let unit = SaveUnit {
            version: unit.version + i64::from(renamed),
            name: sample.name.clone(),
            short_name: sample.short_name.clone(),
            relation: sample.relation.or(Some(unit.relation)),
            party_org: sample.party_org.clone(),
            renamed_after: renamed.then(|| days.month().minus(2).last_day()),
            ..saved(&unit)
        };
        let unit: Unit = player.give("units.save", unit).await?;
        units.insert(unit.name.clone(), unit);
    }
    Ok(units)
}

fn saved(unit: &Unit) -> SaveUnit {
    SaveUnit {
        id: Some(unit.id.clone()),
        version: unit.version,
        name: unit.name.clone(),
        short_name: unit.short_name.clone(),
        nature: unit.nature.clone(),
        relation: Some(unit.relation),
        party_org: unit.party_org.clone(),
        party_members: unit.party_members,
        leader_name: unit.leader_name.clone(),
        leader_post: unit.leader_post.clone(),
        note: unit.note.clone(),
        renamed_after: None,
    }
}

/// 街道大工委 with the units that sit on it.
async fn street_committee(
    player: &Player<'_>,
    street: &Street,
    units: &HashMap<String, Unit>,
    dice: &mut Dice,
) -> Result<CommitteeView> {
    let issuer = street_issuers(player, street).await?;
    let committee = Committee {
        id: String::new(),
        version: 0,
        name: format!("{}“大工委”", street.name),
        short_name: "大工委".into(),
        level: CommitteeLevel::Street,
        community_id: None,
        issuing_body_id: Some(issuer.id.clone()),
        secretary_name: dice.person(),
        secretary_post: "街道党工委书记".into(),
        recorder_name: dice.person(),
        meeting_place: "街道办事处三楼会议室".into(),
        contact: dice.phone(),
        units_per_month: 1,
        term_start: None,
        term_end: None,
        position: 0,
        retired: false,
    };
    let committee: Committee = player.give("committees.save", committee).await?;
    for sample in street.units.iter().filter(|unit| unit.on_street) {
        let Some(unit) = units.get(&sample.name) else {
            continue;
        };
        let seat = SaveSeat {
            id: None,
            version: 0,
            liaison_name: dice.person(),
            liaison_phone: dice.phone(),
            ..seat_of(&unit.id, &committee.id)
        };
        let _: Membership = player.give("units.saveSeat", seat).await?;
    }
    seated(player, &committee, dice).await
}

fn seat_of(unit: &str, committee: &str) -> SaveSeat {
    SaveSeat {
        id: None,
        version: 0,
        unit_id: unit.to_owned(),
        committee_id: committee.to_owned(),
        role: String::new(),
        liaison_name: String::new(),
        liaison_phone: String::new(),
        representative_name: String::new(),
        representative_post: String::new(),
        position: None,
        in_rotation: None,
        blocked_months: Vec::new(),
        joined: None,
        left_on: None,
        note: String::new(),
    }
}

/// Schools keep their holidays free of turns, 委员 take office; answers the committee as it stands then.
async fn seated(
    player: &Player<'_>,
    committee: &Committee,
    dice: &mut Dice,
) -> Result<CommitteeView> {
    let view = read(player, committee).await?;
    for row in view.seats.iter().filter(|row| is_school(row)) {
        let seat = SaveSeat {
            id: Some(row.seat.id.clone()),
            version: row.seat.version,
            role: row.seat.role.clone(),
            liaison_name: row.seat.liaison_name.clone(),
            liaison_phone: row.seat.liaison_phone.clone(),
            position: Some(row.seat.position),
            blocked_months: vec![7, 8],
            joined: row.seat.joined,
            ..seat_of(&row.seat.unit_id, &committee.id)
        };
        let _: Membership = player.give("units.saveSeat", seat).await?;
    }
    people::appoint(player, &view, dice).await?;
    read(player, committee).await
}

fn is_school(row: &SeatRow) -> bool {
    ["小学", "中学", "学校", "幼儿园"]
        .iter()
        .any(|word| row.unit_name.contains(word))
}

async fn read(player: &Player<'_>, committee: &Committee) -> Result<CommitteeView> {
    player
        .give(
            "committees.get",
            ById {
                id: committee.id.clone(),
            },
        )
        .await
}

fn with_people(committee: Committee, issuer: &IssuingBody, dice: &mut Dice) -> Committee {
    Committee {
        issuing_body_id: Some(issuer.id.clone()),
        secretary_name: dice.person(),
        recorder_name: dice.person(),
        meeting_place: "社区二楼会议室".into(),
        contact: dice.phone(),
        ..committee
    }
}

/// The street's own issuing bodies; answers the one that signs for the 街道大工委.
async fn street_issuers(player: &Player<'_>, street: &Street) -> Result<IssuingBody> {
    let stem = street.name.trim_end_matches("道");
    let party = issuer(
        &format!("中共{}工作委员会", street.name),
        &format!("{stem}工委"),
        1,
    );
    let office = issuer(&format!("{}办事处", street.name), &format!("{stem}办"), 2);
    let party: IssuingBody = player.give("issuers.save", party).await?;
    let _: IssuingBody = player.give("issuers.save", office).await?;
    Ok(party)
}

async fn community_issuer(
    player: &Player<'_>,
    community: &str,
    index: usize,
) -> Result<IssuingBody> {
    let position = i64::try_from(index + 3).unwrap_or(i64::MAX);
    let body = issuer(
        &format!("中共{community}委员会"),
        &format!("{community}党委"),
        position,
    );
    player.give("issuers.save", body).await
}

fn issuer(full_name: &str, code: &str, position: i64) -> IssuingBody {
    IssuingBody {
        id: String::new(),
        version: 0,
        full_name: full_name.to_owned(),
        short_name: full_name.to_owned(),
        code: code.to_owned(),
        first_number: 1,
        position,
        retired: false,
    }
}
