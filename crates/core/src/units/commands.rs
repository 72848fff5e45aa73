use super::{
    ListUnits, Membership, Relation, SatOn, SaveSeat, SaveUnit, SeatRow, Unit, UnitName, UnitRow,
    UnitTurn, attendance_of, committees_of_units, page, seats_of_committee, turns_of,
};
use crate::office::Cx;
use crate::session::{Role, Session};
use crate::settings::rules;
use chrono::Datelike;
use ground::commands::RetireRecord;
use ground::error::{Error, Result};
use ground::{phone, text};
use std::collections::HashMap;
use storage::{Page, sort_key};

/// `units.list`.
pub async fn list(cx: &mut Cx<'_>, args: ListUnits) -> Result<Page<UnitRow>> {
    let page = page(&mut cx.tx, &args).await?;
    let rows = with_relations(cx, page.rows).await?;
    Ok(Page {
        rows,
        total: page.total,
        next: page.next,
    })
}

async fn with_relations(cx: &mut Cx<'_>, units: Vec<Unit>) -> Result<Vec<UnitRow>> {
    let ids: Vec<String> = units.iter().map(|unit| unit.id.clone()).collect();
    let year = cx.today().year();
    // Asked for the page as a whole; unit by unit a long page would ask the engine hundreds of
    // times.
    let seats = by_unit(committees_of_units(&mut cx.tx, &ids).await?, |seat| {
        &seat.unit_id
    });
    let turns = turns_of(
        &mut cx.tx,
        &ids,
        &format!("{year}-01"),
        &cx.session.committees,
    )
    .await?;
    let turns = by_unit(turns, |turn: &UnitTurn| &turn.unit_id);
    let counts = by_unit(attendance_of(&mut cx.tx, &ids, year).await?, |count| {
        &count.unit_id
    });
    let row = |unit: Unit| {
        let count = counts.get(&unit.id).and_then(|counts| counts.first());
        UnitRow {
            committees: seats
                .get(&unit.id)
                .map(|seats| shorts(seats))
                .unwrap_or_default(),
            turns: turns.get(&unit.id).cloned().unwrap_or_default(),
            meetings_due: count.map_or(0, |count| count.due),
            meetings_attended: count.map_or(0, |count| count.came),
            unit,
        }
    };
    Ok(units.into_iter().map(row).collect())
}

fn by_unit<T>(rows: Vec<T>, key: impl Fn(&T) -> &String) -> HashMap<String, Vec<T>> {
    let mut map: HashMap<String, Vec<T>> = HashMap::new();
    for row in rows {
        map.entry(key(&row).clone()).or_default().push(row);
    }
    map
}

fn shorts(seats: &[SatOn]) -> Vec<String> {
    seats
        .iter()
        .map(|seat| seat.committee_short.clone())
        .collect()
}

/// Seats as this person may see them: work phones are for those who call them, 管理员 and 书记.
pub(crate) fn shown_to(session: &Session, mut seats: Vec<SeatRow>) -> Vec<SeatRow> {
    if session.role == Role::Leader {
        for row in &mut seats {
            row.seat.liaison_phone = phone::mask(&row.seat.liaison_phone);
        }
    }
    seats
}

/// `units.save`.
pub async fn save(cx: &mut Cx<'_>, args: SaveUnit) -> Result<Unit> {
    let name = text::required("name", "单位名称", &args.name, 60)?;
    let nature = nature(cx, &args.nature).await?;
    refuse_same_name(cx, &name, args.id.as_deref()).await?;
    if args
        .party_members
        .is_some_and(|count| !(0..=1_000_000).contains(&count))
    {
        return Err(Error::invalid(
            "party_members",
            "党员数应为 0 到 1000000 的整数。",
        ));
    }
    let short = text::optional("short_name", "简称", &args.short_name, 30)?;
    let kept: Option<Unit> = match &args.id {
        Some(id) => Some(cx.tx.get(id).await?),
        None => None,
    };
    let unit = Unit {
        id: args.id.clone().unwrap_or_else(|| cx.new_id()),
        version: args.version,
        sort_key: sort_key(&name),
        short_name: if short.is_empty() {
            name.clone()
        } else {
            short
        },
        relation: args.relation.unwrap_or_else(|| usual_relation(&nature)),
        nature,
        name,
        party_org: text::optional("party_org", "党组织", &args.party_org, 60)?,
        party_members: args.party_members,
        leader_name: text::optional("leader_name", "负责人", &args.leader_name, 40)?,
        leader_post: text::optional("leader_post", "负责人职务", &args.leader_post, 40)?,
        note: text::lines("note", "备注", &args.note, 500)?,
        // To save is not to bring back into use, which has a command of its own.
        retired: kept.as_ref().is_some_and(|kept| kept.retired),
    };
    // Only where it was renamed: a slip that is put right was never its name.
    if let (Some(kept), Some(last_day)) = (kept, args.renamed_after) {
        keep_old_name(cx, kept, &unit.name, last_day).await?;
    }
    cx.tx.save(&unit).await
}

async fn nature(cx: &mut Cx<'_>, nature: &str) -> Result<String> {
    let nature = text::required("nature", "单位性质", nature, 20)?;
    let natures = rules(cx).await?.natures;
    if natures.contains(&nature) {
        return Ok(nature);
    }
    let message = format!("单位性质“{nature}”不在单位设定的范围内，请从列表中选择。");
    Err(Error::invalid("nature", message))
}

async fn refuse_same_name(cx: &mut Cx<'_>, name: &str, id: Option<&str>) -> Result<()> {
    let sql = "SELECT COUNT(*) FROM member_unit WHERE name = $1 AND retired = FALSE AND id <> $2";
    if cx
        .tx
        .number(sql, vec![name.into(), id.unwrap_or_default().into()])
        .await?
        == 0
    {
        return Ok(());
    }
    Err(Error::invalid(
        "name",
        format!("已有在册单位“{name}”，请直接修改原记录，避免重复。"),
    ))
}

async fn keep_old_name(
    cx: &mut Cx<'_>,
    old: Unit,
    new: &str,
    until: chrono::NaiveDate,
) -> Result<()> {
    if old.name == new {
        return Ok(());
    }
    if until > cx.today() {
        return Err(Error::invalid(
            "renamed_after",
            "旧名称的最后一天不能晚于今天。",
        ));
    }
    let name = UnitName {
        id: cx.new_id(),
        version: 0,
        unit_id: old.id,
        name: old.name,
        short_name: old.short_name,
        until,
    };
    cx.tx.insert(&name).await?;
    Ok(())
}

/// The relation a unit of a nature usually has to the street; the clerk can change it.
pub(crate) fn usual_relation(nature: &str) -> Relation {
    match nature {
        "垂管单位" => Relation::Vertical,
        "其他" => Relation::External,
        // Never 隶属 by itself, which is for what the issuer may direct: a wrong guess would order
        // an equal about.
        _ => Relation::Partner,
    }
}

/// `units.retire`.
pub async fn retire(cx: &mut Cx<'_>, args: RetireRecord) -> Result<Unit> {
    let unit: Unit = cx.tx.get(&args.id).await?;
    // While it was out of use another may have taken its name.
    if !args.retired {
        refuse_same_name(cx, &unit.name, Some(&unit.id)).await?;
    }
    cx.tx
        .update(&Unit {
            retired: args.retired,
            version: args.version,
            ..unit
        })
        .await
}

/// `units.saveSeat`.
pub async fn save_seat(cx: &mut Cx<'_>, args: SaveSeat) -> Result<Membership> {
    let roles = rules(cx).await?.unit_roles;
    let role = text::optional("role", "席位角色", &args.role, 20)?;
    let role = if role.is_empty() {
        roles.last().cloned().unwrap_or_default()
    } else {
        role
    };
    if !roles.contains(&role) {
        return Err(Error::invalid(
            "role",
            format!("“{role}”不在单位设定的角色范围内，请从列表中选择。"),
        ));
    }
    if args
        .blocked_months
        .iter()
        .any(|month| !(1..=12).contains(month))
    {
        return Err(Error::invalid("blocked_months", "不便月份应为 1 到 12。"));
    }
    let seats = seats_of_committee(&mut cx.tx, &args.committee_id).await?;
    refuse_second_seat(&seats, &args)?;
    let last = seats
        .iter()
        .map(|seat| seat.seat.position)
        .max()
        .unwrap_or(0);
    let kept: Option<Membership> = match &args.id {
        Some(id) => Some(cx.tx.get(id).await?),
        None => None,
    };
    let seat = Membership {
        id: args.id.clone().unwrap_or_else(|| cx.new_id()),
        version: args.version,
        unit_id: args.unit_id,
        committee_id: args.committee_id,
        role,
        liaison_name: text::optional("liaison_name", "联络员", &args.liaison_name, 40)?,
        liaison_phone: text::optional("liaison_phone", "联络员电话", &args.liaison_phone, 40)?,
        representative_name: text::optional(
            "representative_name",
            "代表",
            &args.representative_name,
            40,
        )?,
        representative_post: text::optional(
            "representative_post",
            "代表职务",
            &args.representative_post,
            40,
        )?,
        position: args.position.unwrap_or(last + 1),
        in_rotation: args.in_rotation.unwrap_or(true),
        blocked_months: args.blocked_months.into(),
        joined: args.joined,
        left_on: args.left_on,
        note: text::lines("note", "备注", &args.note, 500)?,
        retired: kept.is_some_and(|kept| kept.retired),
    };
    cx.tx.save(&seat).await
}

fn refuse_second_seat(seats: &[SeatRow], args: &SaveSeat) -> Result<()> {
    let same = |seat: &&SeatRow| {
        seat.seat.unit_id == args.unit_id && Some(&seat.seat.id) != args.id.as_ref()
    };
    match seats.iter().find(same) {
        Some(seat) => {
            let message = format!(
                "{}已在{}任职，请修改原席位。",
                seat.unit_name, seat.committee_name
            );
            Err(Error::invalid("committee_id", message))
        }
        None => Ok(()),
    }
}

/// `units.retireSeat`.
pub async fn retire_seat(cx: &mut Cx<'_>, args: RetireRecord) -> Result<Membership> {
    let seat: Membership = cx.tx.get(&args.id).await?;
    let left_on = args.retired.then(|| cx.today());
    cx.tx
        .update(&Membership {
            retired: args.retired,
            left_on,
            version: args.version,
            ..seat
        })
        .await
}
