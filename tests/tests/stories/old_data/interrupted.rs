//! A large office is brought up to date and the program is killed meanwhile, again and again.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use storage::FILE_NAME;
use tongxin_tests::old::{Dump, grow, lost, migrations, open_file};
use tongxin_tests::open_folder;

/// Set for the copy of this program that only opens a folder: which.
const FOLDER: &str = "TONGXIN_TEST_OLD_FOLDER";

/// Fewer than `cargo xtask bench -- old` has, which tells time and disk.
const UNITS: i64 = 6_000;

/// Not a test: what the next one starts as a program of its own, to be killed.
#[tokio::test]
#[ignore = "opens the folder that another test names"]
async fn opener() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    open_folder(Path::new(&folder)).await.unwrap().close().await;
}

fn opening(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["old_data::interrupted::opener", "--exact", "--ignored"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

/// The index is made anew in 0141 and again in 0150: the program is killed a moment after each of these has
/// begun, and a moment after the migration before them was kept.
#[tokio::test]
async fn killed_on_the_way_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let before = folder.path().join("before.db");
    let file = Dump::named("0132").write(folder.path()).await;
    grow(&file, UNITS).await;
    file.close().await;
    std::fs::copy(folder.path().join(FILE_NAME), &before).unwrap();
    for (after, moment) in [(132, 20), (140, 0), (140, 60), (141, 0), (141, 60)] {
        killed(folder.path(), after, Duration::from_millis(moment)).await;
    }
    let office = open_folder(folder.path()).await.unwrap();
    let mut tx = storage::Tx::read(office.db()).await.unwrap();
    let check = storage::check_log(&mut tx).await.unwrap();
    drop(tx);
    assert_eq!(check.broken_at, None);
    office.close().await;
    let file = open_file(folder.path()).await;
    assert_eq!(lost(&file, &before).await, []);
}

/// Opens a folder with a program of its own and kills it, a moment after it has kept a migration.
async fn killed(folder: &Path, after: i64, moment: Duration) {
    let mut child = opening(folder);
    let file = storage::Engine::Sqlite(open_file(folder).await);
    while !migrations(&file).await.contains(&after) {
        assert!(
            child.try_wait().unwrap().is_none(),
            "it ended before {after}"
        );
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    tokio::time::sleep(moment).await;
    child.kill().unwrap();
    child.wait().unwrap();
    println!("killed with {:?}", migrations(&file).await.last());
    file.close().await;
}
