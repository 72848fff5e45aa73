//! Lists come in pages, by the key after which the next page begins.

use super::record::Row;
use super::select::Select;
use super::tx::Tx;
use super::value::{Kind, Value};
use ground::error::{Error, ErrorCode, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
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
    /// The same page of what is made of its rows.
    pub fn map<U>(self, made: impl FnMut(T) -> U) -> Page<U> {
        Page {
            rows: self.rows.into_iter().map(made).collect(),
            total: self.total,
            next: self.next,
        }
    }
}

/// The order of a list: columns that together give each row a place of its own, its key the last of them. A page
/// begins after the place of the last row before it, so that it costs the same wherever it is, and rows that come or
/// go meanwhile neither repeat nor hide others. Made by [`order!`](crate::order).
#[derive(Debug)]
pub struct Order {
    /// How the columns are stored.
    pub kinds: &'static [Kind],
    /// As it stands.
    pub up: Way,
    /// Turned around.
    pub down: Way,
}

/// An order in one direction.
#[derive(Debug)]
pub struct Way {
    /// Holds for rows after a place.
    pub after: &'static str,
    /// Puts rows in order.
    pub tail: &'static str,
}

/// The [`Order`] of a list by columns and their kinds: `order!("r.date" Date, "r.id" Text)`.
#[macro_export]
macro_rules! order {
    ($first:literal $kind:ident $(, $column:literal $other:ident)*) => {
        $crate::Order {
            kinds: &[$crate::Kind::$kind $(, $crate::Kind::$other)*],
            up: $crate::order!(@way " > ", "", $first $(, $column)*),
            down: $crate::order!(@way " < ", " DESC", $first $(, $column)*),
        }
    };
    (@way $beyond:literal, $way:literal, $first:literal $(, $column:literal)*) => {
        $crate::Way {
            after: concat!(
                "(", $first $(, ", ", $column)*, ")", $beyond, "(?" $(, $crate::order!(@mark $column))*, ")"
            ),
            tail: concat!("ORDER BY ", $first, $way $(, ", ", $column, $way)*),
        }
    };
    (@mark $column:literal) => { ", ?" };
}

/// A list as it is paged through.
#[derive(Debug, Clone, Copy)]
pub struct Listing<'o> {
    /// The page asked for.
    pub page: &'o Paging,
    /// Counts the whole list: everything before WHERE.
    pub counted: &'static str,
    /// Its order.
    pub order: &'o Order,
    /// What long lists are selected by instead, where it makes the engine read rows in their order.
    pub in_order: Option<&'static str>,
    /// Whether it runs the other way.
    pub descending: bool,
}

impl Listing<'_> {
    fn way(&self) -> &Way {
        match self.descending {
            true => &self.order.down,
            false => &self.order.up,
        }
    }

    /// The place after which the page begins.
    ///
    /// # Errors
    /// `Usage` for what was no `next` of this list.
    fn start(&self) -> Result<Option<Vec<Value>>> {
        let Some(next) = self.page.after.as_deref() else {
            return Ok(None);
        };
        let place: Vec<Json> = serde_json::from_str(next).map_err(|_| elsewhere())?;
        if place.len() != self.order.kinds.len() {
            return Err(elsewhere());
        }
        let values = self.order.kinds.iter().zip(place);
        let values = values.map(|(kind, json)| Value::from_json(*kind, json));
        let values: std::result::Result<_, _> = values.collect();
        values.map(Some).map_err(|_| elsewhere())
    }
}

fn elsewhere() -> Error {
    let message = "这一页接不上原来的列表，请刷新列表后再往下看。";
    Error::new(ErrorCode::Usage, message)
}

impl Select {
    /// One page of what is selected; `place` gives a row's values of the order's columns, as a JSON list.
    ///
    /// # Errors
    /// `Usage` for a page that is of another list; `Storage`.
    pub async fn page<T: Row>(
        self,
        tx: &mut Tx,
        listing: Listing<'_>,
        place: impl Fn(&T) -> Json,
    ) -> Result<Page<T>> {
        let counted = self.counted(listing.counted);
        self.page_of(tx, listing, counted, place).await
    }

    /// The same where the whole list is counted in another way than it is read.
    ///
    /// # Errors
    /// As [`Select::page`].
    pub async fn page_of<T: Row>(
        self,
        tx: &mut Tx,
        listing: Listing<'_>,
        counted: Select,
        place: impl Fn(&T) -> Json,
    ) -> Result<Page<T>> {
        // Counted first, since how many there are decides which way the page is read.
        let total = counted.count(tx).await?;
        let (want, way) = (listing.page.rows(), listing.way());
        let select = match listing.start()? {
            Some(start) => self.and(way.after, start),
            None => self,
        };
        // One more than wanted tells whether there is a page after this.
        let select = select.expecting(total, listing.in_order);
        let select = select.tail(way.tail).limit(want + 1);
        let mut rows: Vec<T> = select.all(tx).await?;
        let want = usize::try_from(want).unwrap_or(usize::MAX);
        let more = rows.len() > want;
        rows.truncate(want);
        let last = rows.last().filter(|_| more);
        Ok(Page {
            next: last.map(|row| place(row).to_string()),
            rows,
            total,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use serde_json::json;

    static BY_DAY: Order = order!("r.date" Date, "r.id" Text);

    fn listing(page: &Paging) -> Listing<'_> {
        Listing {
            page,
            counted: "",
            order: &BY_DAY,
            in_order: None,
            descending: true,
        }
    }

    #[test]
    fn an_order_is_written_for_both_ways() {
        assert_eq!(BY_DAY.up.after, "(r.date, r.id) > (?, ?)");
        assert_eq!(BY_DAY.up.tail, "ORDER BY r.date, r.id");
        assert_eq!(BY_DAY.down.after, "(r.date, r.id) < (?, ?)");
        assert_eq!(BY_DAY.down.tail, "ORDER BY r.date DESC, r.id DESC");
    }

    #[test]
    fn a_place_comes_back_as_values_and_nothing_else_is_taken_for_one() {
        let after = |next: &str| Paging {
            after: Some(next.to_owned()),
            limit: None,
        };
        let good = after(&json!(["2026-11-02", "a|b"]).to_string());
        let day: NaiveDate = "2026-11-02".parse().unwrap();
        let values = listing(&good).start().unwrap();
        assert_eq!(values, Some(vec![day.into(), "a|b".into()]));
        for bad in ["", "2026-11-02|a", "[\"a\"]", "[\"soon\",\"a\"]", "[1,2]"] {
            let refused = listing(&after(bad)).start().unwrap_err();
            assert_eq!(refused.code, ErrorCode::Usage, "{bad}");
        }
    }
}
