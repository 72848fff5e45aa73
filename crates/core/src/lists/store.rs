use super::{
    Claim, ListNeeds, ListProjects, ListResources, Need, NeedRow, ProjectRow, ResourceRow,
};
use ground::error::Result;
use serde_json::json;
use storage::{Listing, Order, Page, Select, Tx, Value, code_of, order};

const RESOURCE: &str = "SELECT r.id, r.version, r.unit_id, r.committee_id, r.kind, r.title, r.content,
    r.available, r.contact, r.sort_key, r.retired, u.name AS unit, COALESCE(c.short_name, '') AS committee,
    (SELECT COUNT(*) FROM project p JOIN claim k ON k.id = p.claim_id WHERE k.resource_id = r.id) AS projects
    FROM resource r JOIN member_unit u ON u.id = r.unit_id LEFT JOIN committee c ON c.id = r.committee_id";

const NEED: &str = "SELECT r.id, r.version, r.committee_id, r.unit_id, r.proposer, r.kind, r.title,
    r.content, r.raised_on, r.wanted_by, r.state, r.state_reason, c.short_name AS committee,
    COALESCE(u.name, '') AS unit, COALESCE(u.name, y.name, c.short_name) AS source
    FROM need r JOIN committee c ON c.id = r.committee_id LEFT JOIN member_unit u ON u.id = r.unit_id
    LEFT JOIN community y ON y.id = c.community_id";

const PROJECT: &str = "SELECT r.id, r.version, r.committee_id, r.need_id, r.claim_id, r.unit_id,
    r.unit_name, r.need_title, r.resource_title, r.title, r.content, r.started_on, r.due_on, r.state,
    r.ended_on, r.people_served, r.result, c.short_name AS committee
    FROM project r JOIN committee c ON c.id = r.committee_id";

const CLAIM: &str =
    "SELECT id, version, need_id, unit_id, unit_name, resource_id, by_name, claimed_on,
    note, withdrawn_on, withdrawn_reason FROM claim";

/// Lines of one unit that its record shows, at most.
const OF_UNIT: i64 = 50;
/// Resources that are proposed for a need, at most.
const FITTING: i64 = 20;

/// What is offered to one of these committees, or to all of them.
fn offered_to(select: Select, committees: &[String]) -> Select {
    if committees.is_empty() {
        return select;
    }
    let mut reach = committees.to_vec();
    // The empty key stands for what is offered to all: no value equals NULL.
    reach.push(String::new());
    select.within("COALESCE(r.committee_id, '')", &reach)
}

fn within_some(select: Select, column: &'static str, values: &[String]) -> Select {
    match values {
        [] => select,
        _ => select.within(column, values),
    }
}

static BY_NAME: Order = order!("r.sort_key" Text, "r.id" Text);
static BY_RAISED: Order = order!("r.raised_on" Date, "r.id" Text);
static BY_STARTED: Order = order!("r.started_on" Date, "r.id" Text);

/// One page of resources, by the sound of their titles.
pub(crate) async fn resource_page(
    tx: &mut Tx,
    args: &ListResources,
    reach: &[String],
) -> Result<Page<ResourceRow>> {
    let mut select = Select::new(RESOURCE).and_some("r.unit_id = ?", args.unit_id.as_ref());
    if !args.retired {
        select = select.and("r.retired = FALSE", vec![]);
    }
    let select = offered_to(select, args.committee_id.as_slice());
    let select = within_some(offered_to(select, reach), "r.kind", &args.kinds)
        .found_by("resource", &args.search);
    let listing = Listing {
        page: &args.page,
        counted: "SELECT COUNT(*) FROM resource r",
        order: &BY_NAME,
        in_order: None,
        descending: false,
    };
    let place = |row: &ResourceRow| json!([row.resource.sort_key, row.resource.id]);
    select.page(tx, listing, place).await
}

/// Resources that could meet a need: of its kind, offered to its committee or to all, not its own.
pub(crate) async fn fitting(tx: &mut Tx, need: &Need) -> Result<Vec<ResourceRow>> {
    // A need that no unit raised keeps nobody out: no key is empty.
    let own: Value = need.unit_id.clone().unwrap_or_default().into();
    let select = Select::new(RESOURCE)
        .and("r.retired = FALSE AND u.retired = FALSE", vec![])
        .and("r.kind = ?", vec![(&need.kind).into()])
        .and("r.unit_id <> ?", vec![own]);
    // What is offered to this very committee comes before what is offered to all.
    offered_to(select, std::slice::from_ref(&need.committee_id))
        .tail("ORDER BY CASE WHEN r.committee_id IS NULL THEN 1 ELSE 0 END, r.sort_key, r.id")
        .limit(FITTING)
        .all(tx)
        .await
}

/// One page of needs, newest first.
pub(crate) async fn need_page(
    tx: &mut Tx,
    args: &ListNeeds,
    reach: &[String],
) -> Result<Page<NeedRow>> {
    let states: Vec<String> = args.states.iter().map(code_of).collect();
    let select = Select::new(NEED)
        .and_some("r.unit_id = ?", args.unit_id.as_ref())
        .and_some("r.committee_id = ?", args.committee_id.as_ref());
    let select = within_some(select, "r.committee_id", reach);
    let select = within_some(select, "r.kind", &args.kinds);
    let select = within_some(select, "r.state", &states).found_by("need", &args.search);
    let listing = Listing {
        page: &args.page,
        counted: "SELECT COUNT(*) FROM need r",
        order: &BY_RAISED,
        in_order: None,
        descending: true,
    };
    let place = |row: &NeedRow| json!([row.need.raised_on, row.need.id]);
    let mut page = select.page(tx, listing, place).await?;
    page.rows = with_claimers(tx, page.rows).await?;
    Ok(page)
}

async fn with_claimers(tx: &mut Tx, mut rows: Vec<NeedRow>) -> Result<Vec<NeedRow>> {
    let ids: Vec<String> = rows.iter().map(|row| row.need.id.clone()).collect();
    let claims: Vec<Claim> = Select::new(CLAIM)
        .and("withdrawn_on IS NULL", vec![])
        .within("need_id", &ids)
        .tail("ORDER BY claimed_on, id")
        .all(tx)
        .await?;
    for row in &mut rows {
        let of = claims.iter().filter(|claim| claim.need_id == row.need.id);
        let names: Vec<&str> = of.map(|claim| claim.unit_name.as_str()).collect();
        row.claimed_by = names.join("、");
    }
    Ok(rows)
}

/// One page of projects, newest first.
pub(crate) async fn project_page(
    tx: &mut Tx,
    args: &ListProjects,
    reach: &[String],
) -> Result<Page<ProjectRow>> {
    let states: Vec<String> = args.states.iter().map(code_of).collect();
    let select = Select::new(PROJECT)
        .and_some("r.unit_id = ?", args.unit_id.as_ref())
        .and_some("r.committee_id = ?", args.committee_id.as_ref());
    let select = within_some(select, "r.committee_id", reach);
    let select = within_some(select, "r.state", &states).found_by("project", &args.search);
    let listing = Listing {
        page: &args.page,
        counted: "SELECT COUNT(*) FROM project r",
        order: &BY_STARTED,
        in_order: None,
        descending: true,
    };
    let place = |row: &ProjectRow| json!([row.project.started_on, row.project.id]);
    select.page(tx, listing, place).await
}

/// Claims of a need, oldest first.
pub(crate) async fn claims_of(tx: &mut Tx, need: &str) -> Result<Vec<Claim>> {
    Select::new(CLAIM)
        .and("need_id = ?", vec![need.into()])
        .tail("ORDER BY claimed_on, id")
        .all(tx)
        .await
}

/// Projects of a need, newest first.
pub(crate) async fn projects_of(tx: &mut Tx, need: &str) -> Result<Vec<ProjectRow>> {
    Select::new(PROJECT)
        .and("r.need_id = ?", vec![need.into()])
        .tail("ORDER BY r.started_on DESC, r.id DESC")
        .all(tx)
        .await
}

/// A unit's three lists: its resources in use, its needs, and the projects it carries out.
#[derive(Debug, Default)]
pub(crate) struct UnitLists {
    pub resources: Vec<ResourceRow>,
    pub needs: Vec<NeedRow>,
    pub projects: Vec<ProjectRow>,
}

/// The three lists of a unit, so far as they are within reach.
pub(crate) async fn lists_of_unit(tx: &mut Tx, unit: &str, reach: &[String]) -> Result<UnitLists> {
    let unit_id = Some(unit.to_owned());
    let page = || storage::Paging {
        after: None,
        limit: Some(OF_UNIT),
    };
    let resources = ListResources {
        unit_id: unit_id.clone(),
        page: page(),
        ..ListResources::default()
    };
    let needs = ListNeeds {
        unit_id: unit_id.clone(),
        page: page(),
        ..ListNeeds::default()
    };
    let projects = ListProjects {
        unit_id,
        page: page(),
        ..ListProjects::default()
    };
    Ok(UnitLists {
        resources: resource_page(tx, &resources, reach).await?.rows,
        needs: need_page(tx, &needs, reach).await?.rows,
        projects: project_page(tx, &projects, reach).await?.rows,
    })
}
