//! What the search box finds of units.

use crate::search::{SearchPart, Within, hits};

const UNITS_HITS: &str =
    "SELECT 'unit' AS kind, r.id, r.name AS title, r.nature AS note FROM member_unit r";

/// Units.
pub(super) static UNITS: SearchPart = SearchPart {
    place: 1,
    find: |cx, text| {
        let order = "ORDER BY r.retired, r.sort_key, r.id";
        Box::pin(hits(cx, ("unit", UNITS_HITS), text, order, Within::Office))
    },
};
