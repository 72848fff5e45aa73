//! What the house on top hands the storage when a database is opened: its migrations and its records.

use super::table::Table;
use sqlx::migrate::Migrator;
use std::collections::HashMap;

/// Numbered SQL, in one text for both engines as far as both understand it.
#[derive(Debug)]
pub struct Migrations {
    /// What both engines understand.
    pub common: &'static Migrator,
    /// What only SQLite does.
    pub sqlite: &'static Migrator,
    /// What only PostgreSQL does.
    pub postgres: &'static Migrator,
}

/// The records of a house and the migrations that make their tables.
#[derive(Debug)]
pub struct Schema {
    tables: Vec<&'static Table>,
    by_name: HashMap<&'static str, &'static Table>,
    pub(crate) migrations: Migrations,
}

impl Schema {
    /// From the tables whose records the change log follows, registers first.
    #[must_use]
    pub fn new(tables: Vec<&'static Table>, migrations: Migrations) -> Self {
        Self {
            by_name: tables.iter().map(|table| (table.name, *table)).collect(),
            tables,
            migrations,
        }
    }

    /// All tables, in the order they were given.
    #[must_use]
    pub fn tables(&self) -> &[&'static Table] {
        &self.tables
    }

    /// The table of a name that stands in the log; none where an earlier version kept it.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&'static Table> {
        self.by_name.get(name).copied()
    }

    /// What a person calls records of a table that the log names; empty for one that is not known any more.
    #[must_use]
    pub fn chinese(&self, name: &str) -> &'static str {
        self.table(name).map_or("", |table| table.chinese)
    }

    fn migrator(&self, engine: &Migrator) -> Migrator {
        let all = self.migrations.common.migrations.iter();
        let mut all: Vec<_> = all.chain(engine.migrations.iter()).cloned().collect();
        all.sort_by_key(|migration| migration.version);
        Migrator::with_migrations(all)
    }

    /// All that the embedded engine goes through, in order.
    pub(crate) fn for_sqlite(&self) -> Migrator {
        self.migrator(self.migrations.sqlite)
    }

    /// All that a server goes through, in order.
    pub(crate) fn for_postgres(&self) -> Migrator {
        self.migrator(self.migrations.postgres)
    }
}
