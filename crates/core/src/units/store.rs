use super::{ListUnits, SeatRow, Unit, UnitName, UnitSort, UnitTurn};
use ground::error::Result;
use sqlx::FromRow;
use storage::{Page, Select, Tx, code_of};

const UNIT: &str = "SELECT r.id, r.version, r.name, r.short_name, r.sort_key, r.nature, r.relation,
    r.party_org, r.party_members, r.leader_name, r.leader_post, r.note, r.retired FROM member_unit r";

const SEAT: &str = "SELECT m.id, m.version, m.unit_id, m.committee_id, m.role, m.liaison_name,
    m.liaison_phone, m.representative_name, m.representative_post, m.position, m.in_rotation,
    m.blocked_months, m.joined, m.left_on, m.note, m.retired, u.name AS unit_name,
    u.short_name AS unit_short, u.relation, u.leader_name, u.leader_post,
    c.name AS committee_name, c.short_name AS committee_short
    FROM membership m JOIN member_unit u ON u.id = m.unit_id JOIN committee c ON c.id = m.committee_id";

/// One page of units under the filters of a list.
pub(crate) async fn page(tx: &mut Tx, args: &ListUnits) -> Result<Page<Unit>> {
    let select = filtered(args);
    let total = select
        .counted("SELECT COUNT(*) FROM member_unit r")
        .count(tx)
        .await?;
    let want = args.page.rows();
    let rows = ordered(select, args)
        .expecting(total)
        .limit(want + 1)
        .all(tx)
        .await?;
    Ok(Page::cut(rows, total, want, |unit: &Unit| {
        cursor(args.sort, unit)
    }))
}

fn filtered(args: &ListUnits) -> Select {
    let mut select = Select::new(UNIT);
    if !args.retired {
        select = select.and("r.retired = FALSE", vec![]);
    }
    if !args.natures.is_empty() {
        select = select.within("r.nature", &args.natures);
    }
    if !args.relations.is_empty() {
        let codes: Vec<String> = args.relations.iter().map(code_of).collect();
        select = select.within("r.relation", &codes);
    }
    select
        .and_some(
            "r.id IN (SELECT unit_id FROM membership WHERE retired = FALSE AND committee_id = ?)",
            args.committee_id.as_ref(),
        )
        .found_by("unit", &args.search)
}

fn cursor(sort: UnitSort, unit: &Unit) -> String {
    match sort {
        UnitSort::Name => format!("{}|{}", unit.sort_key, unit.id),
        UnitSort::Nature => format!("{}\u{1f}{}|{}", unit.nature, unit.sort_key, unit.id),
        UnitSort::PartyMembers => format!("{}|{}", unit.party_members.unwrap_or(-1), unit.id),
    }
}

fn ordered(select: Select, args: &ListUnits) -> Select {
    let start = args.page.start();
    match (args.sort, args.descending) {
        (UnitSort::Name, false) => match start {
            Some((key, id)) => select.and(
                "r.sort_key > ? OR (r.sort_key = ? AND r.id > ?)",
                twice(key, id),
            ),
            None => select,
        }
        .tail("ORDER BY r.sort_key, r.id"),
        (UnitSort::Name, true) => match start {
            Some((key, id)) => select.and(
                "r.sort_key < ? OR (r.sort_key = ? AND r.id < ?)",
                twice(key, id),
            ),
            None => select,
        }
        .tail("ORDER BY r.sort_key DESC, r.id DESC"),
        (UnitSort::Nature, descending) => by_nature(select, start, descending),
        (UnitSort::PartyMembers, descending) => by_members(select, start, descending),
    }
}

fn twice<V: Clone + Into<storage::Value>>(key: V, id: String) -> Vec<storage::Value> {
    vec![key.clone().into(), key.into(), id.into()]
}

fn by_nature(select: Select, start: Option<(String, String)>, descending: bool) -> Select {
    let select = match start.as_ref().and_then(|(key, id)| key.split_once('\u{1f}').map(|k| (k, id))) {
        Some(((nature, key), id)) => select.and(
            if descending {
                "r.nature < ? OR (r.nature = ? AND (r.sort_key < ? OR (r.sort_key = ? AND r.id < ?)))"
            } else {
                "r.nature > ? OR (r.nature = ? AND (r.sort_key > ? OR (r.sort_key = ? AND r.id > ?)))"
            },
            vec![nature.into(), nature.into(), key.into(), key.into(), id.into()],
        ),
        None => select,
    };
    select.tail(if descending {
        "ORDER BY r.nature DESC, r.sort_key DESC, r.id DESC"
    } else {
        "ORDER BY r.nature, r.sort_key, r.id"
    })
}

fn by_members(select: Select, start: Option<(String, String)>, descending: bool) -> Select {
    let start = start.and_then(|(key, id)| Some((key.parse::<i64>().ok()?, id)));
    let select = match start {
        Some((key, id)) => select.and(
            if descending {
                "COALESCE(r.party_members, -1) < ? OR (COALESCE(r.party_members, -1) = ? AND r.id < ?)"
            } else {
                "COALESCE(r.party_members, -1) > ? OR (COALESCE(r.party_members, -1) = ? AND r.id > ?)"
            },
            twice(key, id),
        ),
        None => select,
    };
    select.tail(if descending {
        "ORDER BY COALESCE(r.party_members, -1) DESC, r.id DESC"
    } else {
        "ORDER BY COALESCE(r.party_members, -1), r.id"
    })
}

/// Every unit, in use or not: for an import, which compares with all of them.
pub(crate) async fn all_units(tx: &mut Tx) -> Result<Vec<Unit>> {
    Select::new(UNIT)
        .tail("ORDER BY r.retired, r.id")
        .all(tx)
        .await
}

/// The units of these keys.
pub(crate) async fn units_by_id(tx: &mut Tx, ids: &[String]) -> Result<Vec<Unit>> {
    Select::new(UNIT).within("r.id", ids).all(tx).await
}

/// Names units had, newest first; of one unit or of all.
pub(crate) async fn former_names(tx: &mut Tx, unit: Option<&str>) -> Result<Vec<UnitName>> {
    Select::new("SELECT id, version, unit_id, name, short_name, until FROM unit_name")
        .and_some("unit_id = ?", unit)
        .tail("ORDER BY until DESC, id DESC")
        .all(tx)
        .await
}

/// What a unit was called on a day: papers of that time keep it.
pub(crate) async fn name_on(
    tx: &mut Tx,
    unit: &Unit,
    day: chrono::NaiveDate,
) -> Result<(String, String)> {
    let names = former_names(tx, Some(&unit.id)).await?;
    let then = names
        .into_iter()
        .filter(|name| name.until >= day)
        .min_by_key(|name| name.until);
    Ok(match then {
        Some(name) => (name.name, name.short_name),
        None => (unit.name.clone(), unit.short_name.clone()),
    })
}

/// Seats of a committee in official order.
pub(crate) async fn seats_of_committee(tx: &mut Tx, committee: &str) -> Result<Vec<SeatRow>> {
    Select::new(SEAT)
        .and("m.retired = FALSE AND u.retired = FALSE", vec![])
        .and("m.committee_id = ?", vec![committee.into()])
        .tail("ORDER BY m.position, m.id")
        .all(tx)
        .await
}

/// Seats of these units within reach, in the committees' order.
pub(crate) async fn seats_of_units(
    tx: &mut Tx,
    units: &[String],
    reach: &[String],
) -> Result<Vec<SeatRow>> {
    Select::new(SEAT)
        .and("m.retired = FALSE", vec![])
        .within_reach("m.committee_id", reach)
        .within("m.unit_id", units)
        .tail("ORDER BY CASE c.level WHEN 'street' THEN 0 ELSE 1 END, c.position, m.position, m.id")
        .all(tx)
        .await
}

/// The committees a unit sits on, for lists.
#[derive(FromRow)]
pub(crate) struct SatOn {
    pub unit_id: String,
    pub committee_short: String,
}

/// Committees of these units, in the committees' order.
pub(crate) async fn committees_of_units(tx: &mut Tx, units: &[String]) -> Result<Vec<SatOn>> {
    sat_on().within("m.unit_id", units).all(tx).await
}

/// Committees within reach of every unit, in the committees' order.
pub(crate) async fn committees_of_all(tx: &mut Tx, reach: &[String]) -> Result<Vec<SatOn>> {
    sat_on().within_reach("m.committee_id", reach).all(tx).await
}

fn sat_on() -> Select {
    Select::new(
        "SELECT m.unit_id, c.short_name AS committee_short
         FROM membership m JOIN committee c ON c.id = m.committee_id",
    )
    .and("m.retired = FALSE", vec![])
    .tail("ORDER BY CASE c.level WHEN 'street' THEN 0 ELSE 1 END, c.position, m.position, m.id")
}

/// Every seat in use within reach, by committee and official order.
pub(crate) async fn all_seats(tx: &mut Tx, reach: &[String]) -> Result<Vec<SeatRow>> {
    Select::new(SEAT)
        .and("m.retired = FALSE AND u.retired = FALSE", vec![])
        .within_reach("m.committee_id", reach)
        .tail("ORDER BY CASE c.level WHEN 'street' THEN 0 ELSE 1 END, c.position, m.position, m.id")
        .all(tx)
        .await
}

/// Turns of these units from a month on, within reach, newest first.
pub(crate) async fn turns_of(
    tx: &mut Tx,
    units: &[String],
    from: &str,
    reach: &[String],
) -> Result<Vec<UnitTurn>> {
    Select::new(
        "SELECT t.unit_id, c.short_name AS committee, t.month
         FROM rota_turn t JOIN committee c ON c.id = t.committee_id",
    )
    .and("t.month >= ?", vec![from.into()])
    .within("t.unit_id", units)
    .within_reach("t.committee_id", reach)
    .tail("ORDER BY t.month DESC, c.position")
    .all(tx)
    .await
}

/// How often a unit was called to meetings and came.
#[derive(FromRow)]
pub(crate) struct AttendanceCount {
    pub unit_id: String,
    pub due: i64,
    pub came: i64,
}

/// Attendance of these units at meetings held in a year.
pub(crate) async fn attendance_of(
    tx: &mut Tx,
    units: &[String],
    year: i32,
) -> Result<Vec<AttendanceCount>> {
    Select::new(
        "SELECT a.unit_id, COUNT(*) AS due,
                CAST(SUM(CASE WHEN a.state IN ('present', 'stand_in') THEN 1 ELSE 0 END) AS BIGINT) AS came
         FROM attendance a JOIN meeting m ON m.id = a.meeting_id",
    )
    .and("m.state IN ('held', 'signed', 'archived')", vec![])
    .and("m.month >= ? AND m.month <= ?", vec![format!("{year}-01").into(), format!("{year}-12").into()])
    .within("a.unit_id", units)
    .tail("GROUP BY a.unit_id")
    .all(tx)
    .await
}
