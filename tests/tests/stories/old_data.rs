//! Databases of every schema so far: each opens, holds what was written into it, and is worked on.
//!
//! They lie in `tests/fixtures/old`, whose README.md says how each was made and how the next one is.

mod interrupted;
mod reading;
mod working;

use std::collections::BTreeSet;
use std::path::Path;
use storage::check_database;
use tongxin_tests::old::{Dump, Old, migrations};
use tongxin_tests::{Engine, House, Start};

/// The same story of each version's database, on both engines.
macro_rules! of_each_version {
    ($($name:ident: $story:path;)+) => {$(
        mod $name {
            use tongxin_tests::{Engine, old::Old};

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                Old::each(Engine::Sqlite, $story).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                Old::each(Engine::Postgres, $story).await;
            }
        }
    )+};
}

of_each_version! {
    opens_whole: super::whole;
    is_read_as_it_was_written: super::reading::as_written;
    is_worked_on: super::working::goes_on;
    takes_its_changes_back: super::working::takes_back;
}

async fn whole(old: &Old) {
    old.has_every_row().await;
    let check = old.house.ok("changes.check", serde_json::json!({})).await;
    assert_eq!(check["broken_at"], serde_json::Value::Null);
    assert_eq!(check["sets"], old.count("change_set"));
    let faults = check_database(old.house.office.db()).await.unwrap();
    assert_eq!(faults, Vec::<String>::new());
}

/// Brought up to date or made new, the tables are the same.
#[tokio::test]
async fn has_the_tables_of_a_new_database() {
    let new = House::open(Engine::Sqlite, Start::House).await;
    let expected = tables(&new).await;
    Old::each(Engine::Sqlite, async |old: &Old| {
        assert_eq!(tables(&old.house).await, expected, "{}", old.dump.name);
    })
    .await;
    new.close().await;
}

async fn tables(house: &House) -> BTreeSet<(String, String)> {
    let storage::Engine::Sqlite(file) = house.office.db().engine() else {
        return BTreeSet::new();
    };
    let made = "SELECT name, COALESCE(sql, '') FROM sqlite_master";
    let made: Vec<(String, String)> = sqlx::query_as(made).fetch_all(file).await.unwrap();
    made.into_iter().collect()
}

/// Whoever adds a migration leaves behind a database without it.
#[tokio::test]
async fn the_newest_schema_has_its_dump() {
    let mut ours = BTreeSet::new();
    for folder in ["../migrations", "../migrations/sqlite"] {
        ours.extend(numbers(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)));
    }
    let mut left = BTreeSet::new();
    for dump in Dump::all() {
        let folder = tempfile::tempdir().unwrap();
        let file = storage::Engine::Sqlite(dump.write(folder.path()).await);
        let had = migrations(&file).await;
        file.close().await;
        let name: i64 = dump.name.parse().unwrap();
        assert!(had.contains(&name), "{} lacks its own migration", dump.name);
        assert!(left.insert(had), "{} is there twice", dump.name);
    }
    let missing = ours.last().unwrap();
    assert!(
        left.contains(&ours),
        "no database in tests/fixtures/old has been through migration {missing:04} and all others: \
         add one as its README.md says"
    );
}

/// The numbers of the migrations in a folder.
fn numbers(folder: &Path) -> Vec<i64> {
    let files = std::fs::read_dir(folder).unwrap().flatten();
    let numbers = files.filter_map(|file| {
        let name = file.file_name().into_string().ok()?;
        name.strip_suffix(".sql")?.split('_').next()?.parse().ok()
    });
    numbers.collect()
}
