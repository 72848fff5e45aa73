//! What a table's records are, declared once beside the record: storage, history, undo, search, conflicts and
//! every screen read it from here.

use super::value::{Kind, Misfit, Value};
use ground::phone::mask;
use serde_json::{Map, Value as Json};
use std::fmt::Write;

/// A table as the storage sees it.
///
/// Parents name each other's tables through functions, since constants that name each other are a cycle.
#[derive(Debug)]
pub struct Table {
    /// The table's name.
    pub name: &'static str,
    /// What a person calls one of its records.
    pub chinese: &'static str,
    /// Column names with their kinds; the first two are `id` and `version`.
    pub columns: &'static [(&'static str, Kind)],
    /// Columns that say which record it is, the best first.
    pub names: &'static [&'static str],
    /// What its records belong to; their names stand for a record that has none.
    pub parents: &'static [Parent],
    /// What search finds of it.
    pub found: &'static [Found],
    /// Columns that hold numbers of residents and volunteers, masked wherever a record is shown.
    pub personal: &'static [Personal],
    /// Columns that never leave the core.
    pub secret: &'static [&'static str],
    /// Who may look at its records.
    pub reach: Reach,
    /// What became of its records for good, as undo has to know.
    pub standing: Standing,
}

/// A record that another belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Parent {
    /// The column that holds its key.
    pub column: &'static str,
    /// Its table.
    pub table: fn() -> &'static Table,
}

/// What of a table is found by search.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    /// What is found, such as `unit`; a former name finds its unit.
    pub kind: &'static str,
    /// The column that holds the key of the record found.
    pub record: &'static str,
    /// Columns whose texts find it: a text, a list of texts, or a list of people with their names.
    pub texts: &'static [&'static str],
    /// Each text is one term as it stands, as tags are.
    pub whole: bool,
}

impl Found {
    /// A record that is found by its own texts.
    pub const fn own(kind: &'static str, texts: &'static [&'static str]) -> Self {
        Self {
            kind,
            record: "id",
            texts,
            whole: false,
        }
    }

    /// A record whose texts find another, named by its column.
    pub const fn of(
        kind: &'static str,
        record: &'static str,
        texts: &'static [&'static str],
    ) -> Self {
        Self {
            record,
            ..Self::own(kind, texts)
        }
    }

    /// A record that is found by whole tags.
    pub const fn tags(kind: &'static str, texts: &'static [&'static str]) -> Self {
        Self {
            whole: true,
            ..Self::own(kind, texts)
        }
    }
}

/// A column with numbers of residents or volunteers.
#[derive(Debug, Clone, Copy)]
pub struct Personal {
    /// The column.
    pub column: &'static str,
    /// Where the column is a list: the member of each entry that holds the number.
    pub member: Option<&'static str>,
}

/// Who may look at a record. A table that declares none is for the 管理员 alone.
#[derive(Debug, Clone, Copy)]
pub enum Reach {
    /// The 管理员.
    Keeper,
    /// Everybody who works in the office.
    Office,
    /// It is what reach is counted in: a person sees it by its own key.
    Own,
    /// Whoever sees the first of these that the record names; one that names none is for `otherwise`.
    Through(&'static [Parent], Otherwise),
    /// Whoever sees a record of that table that names it in that column.
    Held(Parent),
}

/// Who may look at a record that belongs to nobody in particular.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Otherwise {
    /// Everybody: it is offered to the whole street.
    Office,
    /// Those whose reach is not held to some committees.
    Unbounded,
}

/// What became of a table's records for good.
#[derive(Debug, Clone, Copy, Default)]
pub struct Standing {
    /// They were published or sent, with what to do instead of undoing it.
    pub published: Option<&'static str>,
    /// They carry a running number, which is given once.
    pub numbered: bool,
    /// They are the running numbers.
    pub counters: bool,
    /// An import keeps them for itself, beside what it brings in.
    pub beside_imports: bool,
}

impl Table {
    /// A table of which nothing is declared but its columns.
    pub const fn new(
        name: &'static str,
        chinese: &'static str,
        columns: &'static [(&'static str, Kind)],
    ) -> Self {
        Self {
            name,
            chinese,
            columns,
            names: &[],
            parents: &[],
            found: &[],
            personal: &[],
            secret: &[],
            reach: Reach::Keeper,
            standing: Standing {
                published: None,
                numbered: false,
                counters: false,
                beside_imports: false,
            },
        }
    }

    /// Columns that say which record it is, the best first.
    #[must_use]
    pub const fn named(mut self, names: &'static [&'static str]) -> Self {
        self.names = names;
        self
    }

    /// What its records belong to.
    #[must_use]
    pub const fn of(mut self, parents: &'static [Parent]) -> Self {
        self.parents = parents;
        self
    }

    /// What search finds of it.
    #[must_use]
    pub const fn found(mut self, found: &'static [Found]) -> Self {
        self.found = found;
        self
    }

    /// Columns that hold numbers of residents and volunteers.
    #[must_use]
    pub const fn personal(mut self, personal: &'static [Personal]) -> Self {
        self.personal = personal;
        self
    }

    /// Columns that never leave the core.
    #[must_use]
    pub const fn secret(mut self, secret: &'static [&'static str]) -> Self {
        self.secret = secret;
        self
    }

    /// Who may look at its records.
    #[must_use]
    pub const fn seen_by(mut self, reach: Reach) -> Self {
        self.reach = reach;
        self
    }

    /// Its records were published or sent; `instead` says what to do where one wants them undone.
    #[must_use]
    pub const fn published(mut self, instead: &'static str) -> Self {
        self.standing.published = Some(instead);
        self
    }

    /// Its records carry a running number.
    #[must_use]
    pub const fn numbered(mut self) -> Self {
        self.standing.numbered = true;
        self
    }

    /// Its records are running numbers.
    #[must_use]
    pub const fn counters(mut self) -> Self {
        self.standing.counters = true;
        self
    }

    /// An import keeps its records for itself.
    #[must_use]
    pub const fn beside_imports(mut self) -> Self {
        self.standing.beside_imports = true;
        self
    }

    /// What a record calls itself; none where it has no name.
    #[must_use]
    pub fn own_name<'j>(&self, record: &'j Json) -> Option<&'j str> {
        let text = |column: &&str| record[*column].as_str().filter(|text| !text.is_empty());
        self.names.iter().find_map(text)
    }

    /// A record's JSON form with its personal numbers masked and without its secrets.
    #[must_use]
    pub fn masked(&self, mut record: Json) -> Json {
        if let Some(fields) = record.as_object_mut() {
            for column in self.secret {
                fields.remove(*column);
            }
        }
        for personal in self.personal {
            let Some(value) = record.get_mut(personal.column) else {
                continue;
            };
            match (personal.member, value) {
                (None, value) => mask_text(value),
                (Some(member), Json::Array(entries)) => entries
                    .iter_mut()
                    .filter_map(|entry| entry.get_mut(member))
                    .for_each(mask_text),
                _ => {}
            }
        }
        record
    }

    /// `INSERT` of all columns, before the values.
    pub(crate) fn insert_head(&self) -> String {
        format!("INSERT INTO {} ({}) VALUES ", self.name, self.column_list())
    }

    /// `INSERT` of all columns.
    pub(crate) fn insert_sql(&self) -> String {
        let marks: Vec<_> = (1..=self.columns.len()).map(|n| format!("${n}")).collect();
        format!("{}({})", self.insert_head(), marks.join(", "))
    }

    /// `UPDATE` of all columns where `id` is `$1` and the version seen is the last argument.
    pub(crate) fn update_sql(&self) -> String {
        let mut sql = format!("UPDATE {} SET ", self.name);
        // The key stands in the condition as `$1` and never changes.
        for (n, (name, _)) in self.columns.iter().enumerate().skip(1) {
            let comma = if n > 1 { ", " } else { "" };
            let _ = write!(sql, "{comma}{name} = ${}", n + 1);
        }
        let _ = write!(
            sql,
            " WHERE id = $1 AND version = ${}",
            self.columns.len() + 1
        );
        sql
    }

    /// `SELECT` of one record by its key.
    pub(crate) fn select_sql(&self) -> String {
        format!(
            "SELECT {} FROM {} WHERE id = $1",
            self.column_list(),
            self.name
        )
    }

    fn column_list(&self) -> String {
        let names: Vec<_> = self.columns.iter().map(|(name, _)| *name).collect();
        names.join(", ")
    }

    /// The values of a record's JSON form, which is given up for them, in the order of the columns.
    pub(crate) fn values(&self, mut json: Map<String, Json>) -> Result<Vec<Value>, Misfit> {
        let mut field = |name: &str| json.get_mut(name).map(Json::take).unwrap_or_default();
        let columns = self.columns.iter();
        columns
            .map(|(name, kind)| Value::from_json(*kind, field(name)))
            .collect()
    }
}

fn mask_text(value: &mut Json) {
    if let Json::String(text) = value {
        *text = mask(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_secret_never_leaves() {
        let users = Table::new("app_user", "使用者", &[]).secret(&["password_hash"]);
        let user = json!({ "name": "张三", "password_hash": "$argon2id$v=19$abc" });
        assert_eq!(users.masked(user), json!({ "name": "张三" }));
    }

    #[test]
    fn only_declared_columns_are_masked() {
        const PHONES: &[Personal] = &[Personal {
            column: "posts",
            member: Some("phone"),
        }];
        let record =
            json!({ "posts": [{ "name": "张三", "phone": "13900006923" }], "note": "13900006923" });
        let plain = Table::new("member_unit", "成员单位", &[]);
        assert_eq!(plain.masked(record.clone()), record);
        let shown = Table::new("building", "楼栋", &[])
            .personal(PHONES)
            .masked(record);
        assert_eq!(shown["posts"][0]["phone"], "139****6923");
        assert_eq!(shown["note"], "13900006923");
    }

    #[test]
    fn a_record_is_called_by_the_first_name_it_has() {
        let table = Table::new("need", "需求", &[]).named(&["title", "content"]);
        assert_eq!(
            table.own_name(&json!({ "title": "", "content": "乙" })),
            Some("乙")
        );
        assert_eq!(table.own_name(&json!({ "note": "丙" })), None);
    }
}
