//! Lists come in pages, by the key after which the next page begins.

use super::record::Row;
use super::select::Select;
use super::tx::Tx;
use chrono::NaiveDate;
use ground::error::Result;
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
    pub fn start(&self) -> Option<(String, String)> {
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
    pub fn cut(mut rows: Vec<T>, total: i64, want: i64, cursor: impl Fn(&T) -> String) -> Self {
        let want = usize::try_from(want).unwrap_or(usize::MAX);
        let more = rows.len() > want;
        rows.truncate(want);
        let next = if more { rows.last().map(cursor) } else { None };
        Self { rows, total, next }
    }
}

/// A list in the order of a day, and of keys where days are equal; made by [`day_order!`].
pub struct DayOrder {
    pub counted: &'static str,
    pub after: &'static str,
    pub tail: &'static str,
}

/// The [`DayOrder`] of a table, whose alias is `r`, by one of its columns: `>` goes up, `<` goes down.
#[macro_export]
macro_rules! day_order {
    ($table:literal, $column:literal >) => {
        $crate::day_order!($table, $column, ">", "")
    };
    ($table:literal, $column:literal <) => {
        $crate::day_order!($table, $column, "<", " DESC")
    };
    ($table:literal, $column:literal, $after:literal, $way:literal) => {
        &$crate::DayOrder {
            counted: concat!("SELECT COUNT(*) FROM ", $table, " r"),
            after: concat!(
                "r.",
                $column,
                " ",
                $after,
                " ? OR (r.",
                $column,
                " = ? AND r.id ",
                $after,
                " ?)"
            ),
            tail: concat!("ORDER BY r.", $column, $way, ", r.id", $way),
        }
    };
}

impl Select {
    /// One page of what is selected, in the order of a day; `place` tells a row's day and key.
    pub async fn page_by_day<T: Row>(
        self,
        tx: &mut Tx,
        paging: &Paging,
        order: &DayOrder,
        place: impl Fn(&T) -> (NaiveDate, &str),
    ) -> Result<Page<T>> {
        let total = self.counted(order.counted).count(tx).await?;
        let want = paging.rows();
        let start = paging.start();
        let start = start.and_then(|(day, id)| Some((day.parse::<NaiveDate>().ok()?, id)));
        let select = match start {
            Some((day, id)) => self.and(order.after, vec![day.into(), day.into(), id.into()]),
            None => self,
        };
        let select = select.expecting(total).tail(order.tail).limit(want + 1);
        let rows = select.all(tx).await?;
        Ok(Page::cut(rows, total, want, |row| {
            let (day, id) = place(row);
            format!("{day}|{id}")
        }))
    }
}
