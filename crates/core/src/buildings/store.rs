use super::{
    Building, BuildingRow, BuildingSort, CompoundRow, ListBuildings, ListCompounds, Post, Stairwell,
};
use ground::error::Result;
use serde_json::{Value as Json, json};
use std::collections::HashMap;
use storage::{Listing, Order, Page, Select, Tx, order};

const COMPOUND: &str =
    "SELECT r.id, r.version, r.community_id, r.name, r.sort_key, r.property_mode, r.owner_unit,
    r.property_company, r.party_branch, r.owners_committee, r.households, r.note, r.position, r.retired,
    c.name AS community, c.position AS community_position,
    (SELECT COUNT(*) FROM building b WHERE b.compound_id = r.id AND b.retired = FALSE) AS buildings,
    (SELECT CAST(COALESCE(SUM(b.households), 0) AS BIGINT) FROM building b
        WHERE b.compound_id = r.id AND b.retired = FALSE) AS building_households,
    (SELECT COUNT(*) FROM building b
        WHERE b.compound_id = r.id AND b.retired = FALSE AND b.vacant <> 0) AS with_vacancy
    FROM compound r JOIN community c ON c.id = r.community_id";

macro_rules! building_columns {
    () => {
        "SELECT r.id, r.version, r.compound_id, r.name, r.sort_key, r.grid, r.households, r.party_members,
        r.posts, r.vacant, r.note, r.position, r.retired, k.name AS compound, k.community_id,
        c.name AS community, c.position AS community_position, k.position AS compound_position,
        k.sort_key AS compound_key FROM "
    };
}

const BUILDING: &str = concat!(
    building_columns!(),
    "building r JOIN compound k ON k.id = r.compound_id JOIN community c ON c.id = k.community_id"
);

/// For a list, which joins them by [`LINKED`].
const LISTED: &str = concat!(building_columns!(), "building r, compound k, community c");
/// From the communities down, which is the order of places: SQLite keeps to the order of a CROSS JOIN, and then sorts
/// no more than one community for a page.
const LISTED_IN_PLACE: &str = concat!(
    building_columns!(),
    "community c CROSS JOIN compound k CROSS JOIN building r"
);
const LINKED: &str = "k.id = r.compound_id AND c.id = k.community_id";
const COUNT_LISTED: &str = "SELECT COUNT(*) FROM building r, compound k, community c";

static COMPOUNDS: Order = order!(
    "c.position" Int, "r.community_id" Text, "r.position" Int, "r.sort_key" Text, "r.id" Text
);
static BY_PLACE: Order = order!(
    "c.position" Int, "k.position" Int, "k.sort_key" Text, "r.position" Int, "r.sort_key" Text, "r.id" Text
);
static BY_HOUSEHOLDS: Order = order!("COALESCE(r.households, -1)" Int, "r.id" Text);
static BY_MEMBERS: Order = order!("COALESCE(r.party_members, -1)" Int, "r.id" Text);

/// One page of compounds in official order, within reach.
pub(crate) async fn compound_page(
    tx: &mut Tx,
    args: &ListCompounds,
    reach: Option<&[String]>,
) -> Result<Page<CompoundRow>> {
    let mut select = Select::new(COMPOUND);
    if !args.retired {
        select = select.and("r.retired = FALSE", vec![]);
    }
    if let Some(reach) = reach {
        select = select.within("r.community_id", reach);
    }
    if !args.property_modes.is_empty() {
        select = select.within("r.property_mode", &args.property_modes);
    }
    select = select
        .and_some("r.community_id = ?", args.community_id.as_ref())
        .found_by("compound", &args.search);
    let listing = Listing {
        page: &args.page,
        counted: "SELECT COUNT(*) FROM compound r JOIN community c ON c.id = r.community_id",
        order: &COMPOUNDS,
        in_order: None,
        descending: false,
    };
    let place = |row: &CompoundRow| {
        let compound = &row.compound;
        json!([
            row.community_position,
            compound.community_id,
            compound.position,
            compound.sort_key,
            compound.id
        ])
    };
    select.page(tx, listing, place).await
}

/// One page of buildings under the filters of a list, within reach. Phones are as kept: mask them.
pub(crate) async fn building_page(
    tx: &mut Tx,
    args: &ListBuildings,
    reach: Option<&[String]>,
) -> Result<Page<BuildingRow>> {
    let sort = args.sort;
    let listing = Listing {
        page: &args.page,
        counted: COUNT_LISTED,
        order: match sort {
            BuildingSort::Place => &BY_PLACE,
            BuildingSort::Households => &BY_HOUSEHOLDS,
            BuildingSort::PartyMembers => &BY_MEMBERS,
        },
        in_order: (sort == BuildingSort::Place).then_some(LISTED_IN_PLACE),
        descending: args.descending,
    };
    let place = move |row: &BuildingRow| place_of(sort, row);
    let select = filtered(args, reach);
    let counted = match reach.is_none() && args.community_id.is_none() {
        true => anywhere(args),
        false => select.counted(COUNT_LISTED),
    };
    let mut page = select.page_of(tx, listing, counted, place).await?;
    let shown = ids(&page.rows);
    // For the page alone: within the list's own statement they would be counted for every
    // building.
    let counts = Select::new(STAIRWELLS)
        .and("r.retired = FALSE", vec![])
        .within("r.building_id", &shown);
    count_stairwells(tx, counts, &mut page.rows).await?;
    Ok(page)
}

fn place_of(sort: BuildingSort, row: &BuildingRow) -> Json {
    let building = &row.building;
    match sort {
        BuildingSort::Place => json!([
            row.community_position,
            row.compound_position,
            row.compound_key,
            building.position,
            building.sort_key,
            building.id
        ]),
        BuildingSort::Households => json!([building.households.unwrap_or(-1), building.id]),
        BuildingSort::PartyMembers => json!([building.party_members.unwrap_or(-1), building.id]),
    }
}

/// The filters of a list.
fn filtered(args: &ListBuildings, reach: Option<&[String]>) -> Select {
    let mut select = Select::new(LISTED).and(LINKED, vec![]);
    if !args.retired {
        select = select.and("r.retired = FALSE AND k.retired = FALSE", vec![]);
    }
    if let Some(reach) = reach {
        select = select.within("k.community_id", reach);
    }
    of_buildings(
        select.and_some("k.community_id = ?", args.community_id.as_ref()),
        args,
    )
}

/// Counts a list that is not held to communities: no other table has to be looked at for each building.
fn anywhere(args: &ListBuildings) -> Select {
    let mut select = Select::new("SELECT COUNT(*) FROM building r");
    if !args.retired {
        let used = "r.retired = FALSE
            AND r.compound_id NOT IN (SELECT id FROM compound WHERE retired = TRUE)";
        select = select.and(used, vec![]);
    }
    of_buildings(select, args)
}

/// The filters that buildings answer by themselves.
fn of_buildings(mut select: Select, args: &ListBuildings) -> Select {
    let vacant = args
        .vacant
        .iter()
        .fold(0, |bits, post: &Post| bits | post.bit());
    if vacant != 0 {
        select = select.and("(r.vacant & ?) <> 0", vec![vacant.into()]);
    }
    select
        .and_some("r.compound_id = ?", args.compound_id.as_ref())
        .and_some("r.grid = ?", args.grid.as_ref())
        .found_by_words(
            &[("building", "r.id"), ("compound", "r.compound_id")],
            &args.search,
        )
}

/// Every building in use, of one compound or of all, in order. Phones are as kept: mask them.
pub(crate) async fn buildings_in_use(
    tx: &mut Tx,
    compound: Option<&str>,
) -> Result<Vec<BuildingRow>> {
    let mut rows = Select::new(BUILDING)
        .and("r.retired = FALSE AND k.retired = FALSE", vec![])
        .and_some("r.compound_id = ?", compound)
        .tail(BY_PLACE.up.tail)
        .all(tx)
        .await?;
    let counts = Select::new(STAIRWELLS)
        .and("r.retired = FALSE", vec![])
        .and_some(
            "r.building_id IN (SELECT b.id FROM building b WHERE b.compound_id = ?)",
            compound,
        );
    count_stairwells(tx, counts, &mut rows).await?;
    Ok(rows)
}

/// How many stairwells buildings have; asked once the buildings are known, since those left out by a page
/// are many.
const STAIRWELLS: &str = "SELECT r.building_id, COUNT(*) FROM stairwell r";

fn ids(rows: &[BuildingRow]) -> Vec<String> {
    rows.iter().map(|row| row.building.id.clone()).collect()
}

async fn count_stairwells(tx: &mut Tx, counts: Select, rows: &mut [BuildingRow]) -> Result<()> {
    let counted: Vec<(String, i64)> = counts.tail("GROUP BY r.building_id").all(tx).await?;
    let counted: HashMap<String, i64> = counted.into_iter().collect();
    for row in rows {
        row.stairwells = counted.get(&row.building.id).copied().unwrap_or_default();
    }
    Ok(())
}

/// Stairwells in use, of one building or of all, in order.
pub(crate) async fn stairwells_in_use(
    tx: &mut Tx,
    building: Option<&str>,
) -> Result<Vec<Stairwell>> {
    Select::new("SELECT r.id, r.version, r.building_id, r.name, r.sort_key, r.position, r.retired FROM stairwell r")
        .and("r.retired = FALSE", vec![])
        .and_some("r.building_id = ?", building)
        .tail("ORDER BY r.building_id, r.position, r.sort_key, r.id")
        .all(tx)
        .await
}

/// Grids (网格) of buildings in use, by name.
pub(crate) async fn grids(
    tx: &mut Tx,
    community: Option<&str>,
    reach: Option<&[String]>,
) -> Result<Vec<String>> {
    let mut select = Select::new(
        "SELECT DISTINCT r.grid FROM building r JOIN compound k ON k.id = r.compound_id",
    )
    .and(
        "r.retired = FALSE AND k.retired = FALSE AND r.grid <> ''",
        vec![],
    )
    .and_some("k.community_id = ?", community);
    if let Some(reach) = reach {
        select = select.within("k.community_id", reach);
    }
    let rows: Vec<(String,)> = select.all(tx).await?;
    let mut grids: Vec<String> = rows.into_iter().map(|row| row.0).collect();
    grids.sort_by_key(|grid| super::natural_key(grid));
    Ok(grids)
}

/// Whether a name is taken by another building in use of the compound.
pub(crate) async fn building_named(tx: &mut Tx, building: &Building) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM building WHERE compound_id = $1 AND name = $2 AND retired = FALSE AND id <> $3";
    let values = vec![
        (&building.compound_id).into(),
        (&building.name).into(),
        (&building.id).into(),
    ];
    Ok(tx.number(sql, values).await? > 0)
}
