//! What a thing the office talks about declares of itself, and the catalog that the house on top makes of all
//! of them. Kits read the catalog and know no thing.

use crate::api::Command;
use std::collections::HashMap;
use storage::{Migrations, Schema, Table};

/// A thing the office talks about: a folder with its records and what can be done with them.
#[derive(Debug, Clone, Copy)]
pub struct Thing {
    /// The folder's name.
    pub name: &'static str,
    /// Its records.
    pub records: &'static [&'static Table],
    /// Its commands.
    pub commands: &'static [Command],
}

impl Thing {
    /// A thing of which nothing is declared yet.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            records: &[],
            commands: &[],
        }
    }

    /// Its records, those that others refer to first.
    #[must_use]
    pub const fn records(mut self, records: &'static [&'static Table]) -> Self {
        self.records = records;
        self
    }

    /// Its commands.
    #[must_use]
    pub const fn commands(mut self, commands: &'static [Command]) -> Self {
        self.commands = commands;
        self
    }
}

/// All things of a house.
#[derive(Debug)]
pub struct Catalog {
    things: &'static [Thing],
    schema: Schema,
    commands: HashMap<&'static str, &'static Command>,
}

impl Catalog {
    /// From the list of things, registers first, and the migrations that make their tables.
    #[must_use]
    pub fn new(things: &'static [Thing], migrations: Migrations) -> Self {
        let tables = things.iter().flat_map(|thing| thing.records).copied();
        let commands = things.iter().flat_map(|thing| thing.commands);
        Self {
            schema: Schema::new(tables.collect(), migrations),
            commands: commands.map(|command| (command.name, command)).collect(),
            things,
        }
    }

    /// The things, in the order they were listed.
    #[must_use]
    pub fn things(&self) -> &'static [Thing] {
        self.things
    }

    /// What the storage has to know of them.
    #[must_use]
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Every command, thing by thing.
    pub fn commands(&self) -> impl Iterator<Item = &'static Command> {
        self.things.iter().flat_map(|thing| thing.commands)
    }

    /// The command of a name.
    #[must_use]
    pub fn command(&self, name: &str) -> Option<&'static Command> {
        self.commands.get(name).copied()
    }
}
