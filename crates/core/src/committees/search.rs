//! What the search box finds of committees.

use crate::search::{SearchPart, Within, hits};

const COMMITTEES_HITS: &str =
    "SELECT 'committee' AS kind, r.id, r.name AS title, r.secretary_name AS note FROM committee r";

/// Committees.
pub(super) static COMMITTEES: SearchPart = SearchPart {
    place: 2,
    find: |cx, text| {
        let order = "ORDER BY r.retired, r.position, r.id";
        Box::pin(hits(
            cx,
            ("committee", COMMITTEES_HITS),
            text,
            order,
            Within::Office,
        ))
    },
};
