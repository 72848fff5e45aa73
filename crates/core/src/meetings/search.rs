//! What the search box finds of meetings.

use crate::search::{SearchPart, Within, hits};

const MEETINGS_HITS: &str =
    "SELECT 'meeting' AS kind, r.id, c.name AS title, CAST(r.date AS TEXT) AS note
    FROM meeting r JOIN committee c ON c.id = r.committee_id";

/// Meetings.
pub(super) static MEETINGS: SearchPart = SearchPart {
    place: 3,
    find: |cx, text| {
        let order = "ORDER BY r.date DESC, r.id";
        Box::pin(hits(
            cx,
            ("meeting", MEETINGS_HITS),
            text,
            order,
            Within::Committees("r.committee_id"),
        ))
    },
};
