//! What the search box finds of assignments.

use crate::search::{SearchPart, Within, hits};

const ASSIGNMENTS_HITS: &str =
    "SELECT 'assignment' AS kind, r.id, r.content AS title, r.lead_name AS note
    FROM assignment r";

/// Assignments.
pub(super) static ASSIGNMENTS: SearchPart = SearchPart {
    place: 4,
    find: |cx, text| {
        let order = "ORDER BY r.due_on DESC, r.id";
        Box::pin(hits(
            cx,
            ("assignment", ASSIGNMENTS_HITS),
            text,
            order,
            Within::Committees("r.committee_id"),
        ))
    },
};
