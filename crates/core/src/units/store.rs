use super::{ListUnits, SeatRow, Unit, UnitName, UnitSort, UnitTurn};
use ground::error::Result;
use serde_json::json;
use sqlx::FromRow;
use storage::{Listing, Order, Page, Select, Tx, code_of, order};

const UNIT: &str = "SELECT r.id, r.version, r.name, r.short_name, r.sort_key, r.nature, r.relation,
    r.party_org, r.party_members, r.leader_name, r.leader_post, r.note, r.retired FROM member_unit r";

const SEAT: &str = "SELECT m.id, m.version, m.unit_id, m.committee_id, m.role, m.liaison_name,
    m.liaison_phone, m.representative_name, m.representative_post, m.position, m.in_rotation,
    m.blocked_months, m.joined, m.left_on, m.note, m.retired, u.name AS unit_name,
    u.short_name AS unit_short, u.relation, u.leader_name, u.leader_post,
    c.name AS committee_name, c.short_name AS committee_short
    FROM membership m JOIN member_unit u ON u.id = m.unit_id JOIN committee c ON c.id = m.committee_id";

static BY_NAME: Order = order!("r.sort_key" Text, "r.id" Text);
static BY_NATURE: Order = order!("r.nature" Text, "r.sort_key" Text, "r.id" Text);
static BY_MEMBERS: Order = order!("COALESCE(r.party_members, -1)" Int, "r.id" Text);

/// One page of units under the filters of a list.
pub(crate) async fn page(tx: &mut Tx, args: &ListUnits) -> Result<Page<Unit>> {
    let sort = args.sort;
    let listing = Listing {
        page: &args.page,
        counted: "SELECT COUNT(*) FROM member_unit r",
        order: match sort {
            UnitSort::Name => &BY_NAME,
            UnitSort::Nature => &BY_NATURE,
            UnitSort::PartyMembers => &BY_MEMBERS,
        },
        in_order: None,
        descending: args.descending,
    };
    let place = move |unit: &Unit| match sort {
        UnitSort::Name => json!([unit.sort_key, unit.id]),
        UnitSort::Nature => json!([unit.nature, unit.sort_key, unit.id]),
        // A count that is not known stands below all, as in the order above; the engines put NULL
        // at opposite ends.
        UnitSort::PartyMembers => json!([unit.party_members.unwrap_or(-1), unit.id]),
    };
    filtered(args).page(tx, listing, place).await
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
        // Of the names that had not ended by then, the first to end was the one in use.
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
    // People are listed from the notice on; only what was held counts.
    .and("m.state IN ('held', 'signed', 'archived')", vec![])
    .and("m.month >= ? AND m.month <= ?", vec![format!("{year}-01").into(), format!("{year}-12").into()])
    .within("a.unit_id", units)
    .tail("GROUP BY a.unit_id")
    .all(tx)
    .await
}
