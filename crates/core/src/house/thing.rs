//! What a thing the office talks about declares of itself, and the catalog that the house on top makes of all
//! of them. Kits read the catalog and know no thing.

use super::api::Command;
use std::any::Any;
use std::collections::HashMap;
use storage::{Migrations, Schema, Table};

/// A thing the office talks about: a folder with its records and what can be done with them.
pub struct Thing {
    /// The folder's name.
    pub name: &'static str,
    /// Its records.
    pub records: &'static [&'static Table],
    /// Its commands.
    pub commands: &'static [Command],
    /// What it declares to kits, each of a type of that kit's: registers through Excel, papers, lines of the
    /// desk, what search shows, what undo asks first. The house need not know the kits.
    pub parts: &'static [&'static Part],
}

/// What a thing declares to a kit; see [`Catalog::parts`].
pub type Part = dyn Any + Send + Sync;

impl Thing {
    /// A thing of which nothing is declared yet.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            records: &[],
            commands: &[],
            parts: &[],
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

    /// What it declares to kits.
    #[must_use]
    pub const fn parts(mut self, parts: &'static [&'static Part]) -> Self {
        self.parts = parts;
        self
    }
}

impl std::fmt::Debug for Thing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Thing").field(&self.name).finish()
    }
}

/// All things of a house.
#[derive(Debug)]
pub struct Catalog {
    things: &'static [&'static Thing],
    schema: Schema,
    commands: HashMap<&'static str, &'static Command>,
}

impl Catalog {
    /// From the list of things, registers first, and the migrations that make their tables.
    #[must_use]
    pub fn new(things: &'static [&'static Thing], migrations: Migrations) -> Self {
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
    pub fn things(&self) -> &'static [&'static Thing] {
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

    /// What things declare to a kit, thing by thing: everything of the kit's own type.
    pub fn parts<P: Any>(&self) -> impl Iterator<Item = &'static P> {
        let parts = self.things.iter().flat_map(|thing| thing.parts);
        parts.filter_map(|part| part.downcast_ref::<P>())
    }

    /// The command of a name.
    #[must_use]
    pub fn command(&self, name: &str) -> Option<&'static Command> {
        self.commands.get(name).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kit_finds_what_was_declared_to_it() {
        static SHOUT: u8 = 1;
        static WHISPER: &str = "2";
        static THING: Thing = Thing::new("thing").parts(&[&SHOUT, &WHISPER]);
        let parts = THING.parts.iter();
        let numbers: Vec<&u8> = parts.filter_map(|part| part.downcast_ref()).collect();
        assert_eq!(numbers, [&1]);
    }
}
