//! A query put together from static pieces: filters that are on, an order, a page.

use super::record::Row;
use super::search::{asking_each, matching, words};
use super::tx::Tx;
use super::value::Value;
use ground::error::Result;
use std::fmt::Write;

/// A SELECT whose text is made of `&'static str` pieces only; what people typed is always bound.
/// In a piece, each `?` stands for the next of its values and becomes `$N`.
#[derive(Debug, Clone)]
pub struct Select {
    head: &'static str,
    filters: String,
    tail: String,
    values: Vec<Value>,
}

impl Select {
    /// Begins with everything before WHERE.
    pub fn new(head: &'static str) -> Self {
        Self {
            head,
            filters: String::new(),
            tail: String::new(),
            values: Vec::new(),
        }
    }

    /// Adds a condition.
    #[must_use]
    pub fn and(mut self, condition: &'static str, values: Vec<Value>) -> Self {
        self.filters.push_str(if self.filters.is_empty() {
            " WHERE ("
        } else {
            " AND ("
        });
        self.filters
            .push_str(&numbered(condition, self.values.len()));
        self.filters.push(')');
        self.values.extend(values);
        self
    }

    /// Adds a condition when there is a value for it.
    #[must_use]
    pub fn and_some<V: Into<Value>>(self, condition: &'static str, value: Option<V>) -> Self {
        match value {
            Some(value) => self.and(condition, vec![value.into()]),
            None => self,
        }
    }

    /// Keeps only the records that a search for what was typed finds; the table's alias is `r`.
    #[must_use]
    pub fn found_by(self, kind: &str, typed: &str) -> Self {
        let conditions = matching(kind, typed).unwrap_or_default();
        conditions
            .into_iter()
            .fold(self, |select, (condition, values)| {
                select.and(condition, values)
            })
    }

    /// Keeps only the records of which each word typed is found in one of these places: the kind
    /// searched, and the column that holds the key of what it finds.
    #[must_use]
    pub fn found_by_words(mut self, places: &[(&'static str, &'static str)], typed: &str) -> Self {
        for word in words(typed) {
            let mut ways = Vec::with_capacity(places.len());
            for (kind, column) in places {
                let mut all = Vec::new();
                for (condition, values) in matching(kind, &word).unwrap_or_default() {
                    let condition = numbered(condition, self.values.len());
                    all.push(condition.replacen("r.id", column, 1));
                    self.values.extend(values);
                }
                ways.push(all.join(" AND "));
            }
            self.filters.push_str(if self.filters.is_empty() {
                " WHERE ("
            } else {
                " AND ("
            });
            self.filters.push_str(&ways.join(" OR "));
            self.filters.push(')');
        }
        self
    }

    /// Adds `column IN (…)`; an empty list matches nothing.
    #[must_use]
    pub fn within(mut self, column: &'static str, values: &[String]) -> Self {
        self.filters.push_str(if self.filters.is_empty() {
            " WHERE "
        } else {
            " AND "
        });
        // PostgreSQL refuses `IN ()`.
        if values.is_empty() {
            self.filters.push_str("1 = 0");
            return self;
        }
        let from = self.values.len() + 1;
        let marks: Vec<_> = (from..from + values.len())
            .map(|n| format!("${n}"))
            .collect();
        let _ = write!(self.filters, "{column} IN ({})", marks.join(", "));
        self.values.extend(values.iter().map(Value::from));
        self
    }

    /// Keeps what belongs to committees within a person's reach; an empty reach is all of them.
    #[must_use]
    pub fn within_reach(self, column: &'static str, reach: &[String]) -> Self {
        if reach.is_empty() {
            return self;
        }
        self.within(column, reach)
    }

    /// Adds what follows WHERE: GROUP BY, ORDER BY.
    #[must_use]
    pub fn tail(mut self, tail: &'static str) -> Self {
        self.tail.push(' ');
        self.tail.push_str(tail);
        self
    }

    /// Adds a value to what follows WHERE.
    #[must_use]
    pub fn bound(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        let _ = write!(self.tail, " ${}", self.values.len());
        self
    }

    /// At most so many rows.
    #[must_use]
    pub fn limit(mut self, rows: i64) -> Self {
        self.values.push(rows.into());
        let _ = write!(self.tail, " LIMIT ${}", self.values.len());
        self
    }

    /// The same filters under another head, without order and limit: for counts.
    #[must_use]
    pub fn counted(&self, head: &'static str) -> Self {
        Self {
            head,
            tail: String::new(),
            ..self.clone()
        }
    }

    /// The same rows, read the faster way for a list of so many: of few, all that are found are sorted; of many,
    /// each is asked in the order of the list until the page is full. `in_order` is a head that reads them so.
    #[must_use]
    pub(super) fn expecting(self, total: i64, in_order: Option<&'static str>) -> Self {
        const MANY: i64 = 500;
        if total <= MANY {
            return self;
        }
        Self {
            head: in_order.unwrap_or(self.head),
            filters: asking_each(&self.filters),
            ..self
        }
    }

    /// Runs it.
    pub async fn all<T: Row>(self, tx: &mut Tx) -> Result<Vec<T>> {
        tx.all_built(
            format!("{}{}{}", self.head, self.filters, self.tail),
            self.values,
        )
        .await
    }

    /// Runs a `SELECT COUNT(*)`.
    pub async fn count(self, tx: &mut Tx) -> Result<i64> {
        let rows: Vec<(i64,)> = self.all(tx).await?;
        Ok(rows.first().map_or(0, |row| row.0))
    }
}

fn numbered(piece: &str, already: usize) -> String {
    let mut out = String::with_capacity(piece.len() + 8);
    let mut next = already;
    for ch in piece.chars() {
        if ch == '?' {
            next += 1;
            let _ = write!(out, "${next}");
        } else {
            out.push(ch);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_arguments_across_pieces() {
        let select = Select::new("SELECT 1 FROM t")
            .and("a = ? OR b = ?", vec![1_i64.into(), 2_i64.into()])
            .within("id", &["x".into(), "y".into()])
            .limit(5);
        assert_eq!(
            select.filters,
            " WHERE (a = $1 OR b = $2) AND id IN ($3, $4)"
        );
        assert_eq!(select.tail, " LIMIT $5");
    }

    #[test]
    fn an_empty_list_matches_nothing() {
        assert_eq!(Select::new("").within("id", &[]).filters, " WHERE 1 = 0");
    }
}
