//! The things that the core's own tests open an office with; the list of all stands on top of the house.

use crate::thing::{Catalog, Thing};
use crate::{assignments, committees, documents, meetings, rota, settings, units, users};
use sqlx::migrate::Migrator;
use std::sync::LazyLock;
use storage::Migrations;

static THINGS: &[&Thing] = &[
    &users::THING,
    &settings::THING,
    &committees::THING,
    &units::THING,
    &rota::THING,
    &meetings::THING,
    &assignments::THING,
    &documents::THING,
];

static COMMON: Migrator = sqlx::migrate!("../../migrations");
static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let migrations = Migrations {
        common: &COMMON,
        sqlite: &SQLITE,
        postgres: &POSTGRES,
    };
    Catalog::new(THINGS, migrations)
});

/// A catalog of the things that plan, meet and decide.
pub fn catalog() -> &'static Catalog {
    &CATALOG
}
