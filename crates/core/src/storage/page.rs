//! Lists come in pages, by the key after which the next page begins.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which page of a list is asked for.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Paging {
    /// `next` of the page before; none for the first.
    #[ts(optional)]
    pub after: Option<String>,
    /// Rows wanted, 1 to 500; 100 when not said.
    #[ts(optional)]
    pub limit: Option<i64>,
}

impl Paging {
    /// Rows wanted, within bounds.
    pub fn rows(&self) -> i64 {
        self.limit.unwrap_or(100).clamp(1, 500)
    }

    /// The sort value and key after which the page begins.
    pub(crate) fn start(&self) -> Option<(String, String)> {
        let (value, id) = self.after.as_deref()?.rsplit_once('|')?;
        Some((value.to_owned(), id.to_owned()))
    }
}

/// One page of a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// How many rows the whole list has under these filters.
    pub total: i64,
    /// What to ask the next page with; none at the end.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Makes a page of rows that were read with one more than wanted.
    pub(crate) fn cut(
        mut rows: Vec<T>,
        total: i64,
        want: i64,
        cursor: impl Fn(&T) -> String,
    ) -> Self {
        let want = usize::try_from(want).unwrap_or(usize::MAX);
        let more = rows.len() > want;
        rows.truncate(want);
        let next = if more { rows.last().map(cursor) } else { None };
        Self { rows, total, next }
    }
}
