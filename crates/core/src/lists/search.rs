//! What the search box finds of the three lists.

use crate::search::{SearchPart, Within, hits};

const RESOURCES_HITS: &str = "SELECT 'resource' AS kind, r.id, r.title, u.name AS note
    FROM resource r JOIN member_unit u ON u.id = r.unit_id";

/// Resources.
pub(super) static RESOURCES: SearchPart = SearchPart {
    place: 5,
    find: |cx, text| {
        let order = "ORDER BY r.retired, r.sort_key, r.id";
        Box::pin(hits(
            cx,
            ("resource", RESOURCES_HITS),
            text,
            order,
            Within::CommitteesOrAll("COALESCE(r.committee_id, '')"),
        ))
    },
};

const NEEDS_HITS: &str = "SELECT 'need' AS kind, r.id, r.title, c.name AS note
    FROM need r JOIN committee c ON c.id = r.committee_id";

/// Needs.
pub(super) static NEEDS: SearchPart = SearchPart {
    place: 6,
    find: |cx, text| {
        let order = "ORDER BY r.raised_on DESC, r.id";
        Box::pin(hits(
            cx,
            ("need", NEEDS_HITS),
            text,
            order,
            Within::Committees("r.committee_id"),
        ))
    },
};

const PROJECTS_HITS: &str =
    "SELECT 'project' AS kind, r.id, r.title, r.unit_name AS note FROM project r";

/// Projects.
pub(super) static PROJECTS: SearchPart = SearchPart {
    place: 7,
    find: |cx, text| {
        let order = "ORDER BY r.started_on DESC, r.id";
        Box::pin(hits(
            cx,
            ("project", PROJECTS_HITS),
            text,
            order,
            Within::Committees("r.committee_id"),
        ))
    },
};
