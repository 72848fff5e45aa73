//! The one search box (Ctrl+K): units, committees and their people, meetings,
//! assignments, the three lists, agreements, partners, compounds and buildings.

mod partners;
mod places;
mod thing;

pub use thing::THING;

use crate::office::Cx;
use ground::error::Result;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use storage::Select;
use ts_rs::TS;

/// Hits of one kind, at most.
const PER_KIND: i64 = 8;

/// Arguments of `search.find`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FindText {
    /// What was typed: characters, pinyin or initials.
    pub text: String,
}

/// What was found.
#[derive(Debug, Clone, Serialize, Deserialize, FromRow, TS)]
pub struct SearchHit {
    /// `unit`, `committee`, `meeting`, `assignment`, `resource`, `need`, `project`, `agreement`,
    /// `partner`, `compound` or `building`.
    pub kind: String,
    /// The record.
    pub id: String,
    /// Its name.
    pub title: String,
    /// A few words more.
    pub note: String,
}

const UNITS: &str =
    "SELECT 'unit' AS kind, r.id, r.name AS title, r.nature AS note FROM member_unit r";
const COMMITTEES: &str =
    "SELECT 'committee' AS kind, r.id, r.name AS title, r.secretary_name AS note FROM committee r";
const MEETINGS: &str =
    "SELECT 'meeting' AS kind, r.id, c.name AS title, CAST(r.date AS TEXT) AS note
    FROM meeting r JOIN committee c ON c.id = r.committee_id";
const ASSIGNMENTS: &str =
    "SELECT 'assignment' AS kind, r.id, r.content AS title, r.lead_name AS note
    FROM assignment r";
const RESOURCES: &str = "SELECT 'resource' AS kind, r.id, r.title, u.name AS note
    FROM resource r JOIN member_unit u ON u.id = r.unit_id";
const NEEDS: &str = "SELECT 'need' AS kind, r.id, r.title, c.name AS note
    FROM need r JOIN committee c ON c.id = r.committee_id";
const PROJECTS: &str =
    "SELECT 'project' AS kind, r.id, r.title, r.unit_name AS note FROM project r";
const AGREEMENTS: &str = "SELECT 'agreement' AS kind, r.id, r.title, CAST(r.expires_on AS TEXT) AS note FROM agreement r";

/// `search.find`: the best few of each kind.
pub async fn find(cx: &mut Cx<'_>, args: FindText) -> Result<Vec<SearchHit>> {
    let mut hits = Vec::new();
    if args.text.trim().is_empty() {
        return Ok(hits);
    }
    for (kind, head, order) in [
        ("unit", UNITS, "ORDER BY r.retired, r.sort_key, r.id"),
        (
            "committee",
            COMMITTEES,
            "ORDER BY r.retired, r.position, r.id",
        ),
        ("meeting", MEETINGS, "ORDER BY r.date DESC, r.id"),
        ("assignment", ASSIGNMENTS, "ORDER BY r.due_on DESC, r.id"),
        (
            "resource",
            RESOURCES,
            "ORDER BY r.retired, r.sort_key, r.id",
        ),
        ("need", NEEDS, "ORDER BY r.raised_on DESC, r.id"),
        ("project", PROJECTS, "ORDER BY r.started_on DESC, r.id"),
        ("agreement", AGREEMENTS, "ORDER BY r.expires_on DESC, r.id"),
    ] {
        let reach: &[String] = &cx.session.committees;
        let mut select = Select::new(head).found_by(kind, &args.text);
        if !reach.is_empty() && !matches!(kind, "unit" | "committee") {
            select = select.within(committee_of(kind), &with_all(kind, reach));
        }
        hits.extend(
            select
                .tail(order)
                .limit(PER_KIND)
                .all::<SearchHit>(&mut cx.tx)
                .await?,
        );
    }
    hits.extend(places::places(cx, &args.text).await?);
    hits.extend(partners::partners(cx, &args.text).await?);
    Ok(hits)
}

/// The column by which what a person may not see is left out.
fn committee_of(kind: &str) -> &'static str {
    match kind {
        "resource" => "COALESCE(r.committee_id, '')",
        _ => "r.committee_id",
    }
}

/// Committees within reach; a resource may be offered to all of them.
fn with_all(kind: &str, reach: &[String]) -> Vec<String> {
    let all = (kind == "resource").then(String::new);
    reach.iter().cloned().chain(all).collect()
}
