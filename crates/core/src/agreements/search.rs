//! What the search box finds of agreements.

use crate::search::{SearchPart, Within, hits};

const AGREEMENTS_HITS: &str = "SELECT 'agreement' AS kind, r.id, r.title, CAST(r.expires_on AS TEXT) AS note FROM agreement r";

/// Agreements.
pub(super) static AGREEMENTS: SearchPart = SearchPart {
    place: 8,
    find: |cx, text| {
        let order = "ORDER BY r.expires_on DESC, r.id";
        Box::pin(hits(
            cx,
            ("agreement", AGREEMENTS_HITS),
            text,
            order,
            Within::Committees("r.committee_id"),
        ))
    },
};
