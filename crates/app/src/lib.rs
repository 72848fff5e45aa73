//! The top of the house: the list of things, the migrations that make their tables, and the sample street.
//!
//! Whoever adds a thing adds one folder in the core, one line to [`THINGS`] and one numbered migration;
//! commands, TypeScript, search, history, undo and the log follow from what the thing declares.

pub mod sample;

use sqlx::migrate::Migrator;
use std::sync::LazyLock;
use storage::Migrations;
use tongxin_core::thing::{Catalog, Thing};
use tongxin_core::{
    agreements, assignments, buildings, committees, desk, documents, history, lists, meetings,
    opening, partners, ratings, registers, returns, rota, screen, search, settings, summary, todo,
    units, users,
};

/// Everything the office talks about, registers first: where records are told one by one, they come in this
/// order.
pub static THINGS: &[&Thing] = &[
    &users::THING,
    &settings::THING,
    &history::THING,
    &committees::THING,
    &buildings::THING,
    &units::THING,
    &rota::THING,
    &meetings::THING,
    &assignments::THING,
    &documents::THING,
    &ratings::THING,
    &lists::THING,
    &agreements::THING,
    &partners::THING,
    &registers::THING,
    &returns::THING,
    &opening::THING,
    &todo::THING,
    &desk::THING,
    &summary::THING,
    &search::THING,
    &screen::THING,
    &sample::THING,
];

static COMMON: Migrator = sqlx::migrate!("../../migrations");
static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// The migrations, as they were shipped: their numbers and bytes never change.
pub const MIGRATIONS: Migrations = Migrations {
    common: &COMMON,
    sqlite: &SQLITE,
    postgres: &POSTGRES,
};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::new(THINGS, MIGRATIONS));

/// The catalog of all things, with which an office is opened.
#[must_use]
pub fn catalog() -> &'static Catalog {
    &CATALOG
}
