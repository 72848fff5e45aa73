//! Backups of the embedded database, and files that are damaged.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use std::path::Path;
use storage::backup;
use tongxin_core::api;
use tongxin_core::users::sign_in;
use tongxin_tests::{Engine, House, Start, assert_sentence, open_folder, stories, tell};

async fn units(folder: &Path) -> Json {
    let office = open_folder(folder).await.unwrap();
    let session = sign_in(&office, None, "").await.unwrap();
    let page = api::call(&office, &session, "units.list", json!({}))
        .await
        .unwrap();
    office.close().await;
    page["total"].clone()
}

#[tokio::test]
async fn a_backup_comes_back_and_that_step_too() {
    tell(Engine::Sqlite, Start::House, async |house| {
        house.found().await;
        house.unit("区教育局").await;
        let backup = house.ok("backup.make", json!({})).await;
        assert!(backup["bytes"].as_u64().unwrap() > 0);
        house.unit("区文化馆").await;
        house.set_clock("2026-11-21", 2);
        house
            .ok("backup.restore", json!({ "name": backup["name"] }))
            .await;
        assert_eq!(
            house.ok("units.list", json!({})).await["total"],
            2,
            "not before the office is opened again"
        );
        house.office.close().await;

        let folder = house.folder.path();
        assert_eq!(units(folder).await, 1);
        let office = open_folder(folder).await.unwrap();
        let session = sign_in(&office, None, "").await.unwrap();
        let kept = api::call(&office, &session, "backup.list", json!({}))
            .await
            .unwrap();
        let names: Vec<&Json> = kept
            .as_array()
            .unwrap()
            .iter()
            .map(|kept| &kept["name"])
            .collect();
        let before = names
            .into_iter()
            .find(|name| **name != backup["name"])
            .unwrap();
        api::call(
            &office,
            &session,
            "backup.restore",
            json!({ "name": before }),
        )
        .await
        .unwrap();
        office.close().await;
        assert_eq!(units(folder).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_damaged_backup_is_refused_and_nothing_is_lost() {
    tell(Engine::Sqlite, Start::House, async |house| {
        house.found().await;
        house.unit("区教育局").await;
        let backup = house.ok("backup.make", json!({})).await;
        let path = house
            .folder
            .path()
            .join("backups")
            .join(backup["name"].as_str().unwrap());
        let bytes = std::fs::read(&path).unwrap();
        std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        let error = house
            .fails("backup.restore", json!({ "name": backup["name"] }))
            .await;
        assert_eq!(error.code, ErrorCode::File);
        let picture = json!(
            house
                .office
                .files()
                .keep("照片.db", b"\x89PNG\r\n".to_vec())
        );
        assert_eq!(
            house
                .fails("backup.restoreFile", json!({ "file": picture }))
                .await
                .code,
            ErrorCode::File
        );
        assert_eq!(
            house
                .fails("backup.restore", json!({ "name": "没有.db" }))
                .await
                .code,
            ErrorCode::NotFound
        );
        house.office.close().await;
        assert_eq!(units(house.folder.path()).await, 1);
    })
    .await;
}

/// A backup is due when something was saved since, and only so often.
#[tokio::test]
async fn backups_make_themselves() {
    tell(Engine::Sqlite, Start::House, async |house| {
        let keep = async || house.ok("backup.keep", json!({})).await;
        assert_eq!(keep().await, json!(null), "nothing was saved yet");
        house.found().await;
        assert!(keep().await["bytes"].as_u64().unwrap() > 0);
        house.set_clock("2026-11-20", 5);
        house.unit("区教育局").await;
        assert_eq!(keep().await, json!(null), "too soon after the last");
        house.set_clock("2026-11-20", 6);
        assert!(keep().await["name"].is_string());
        house.set_clock("2026-11-25", 6);
        assert_eq!(keep().await, json!(null), "nothing new to keep");
        assert_eq!(
            house
                .ok("backup.list", json!({}))
                .await
                .as_array()
                .unwrap()
                .len(),
            2
        );
    })
    .await;
}

/// A file set aside while its log was not folded in comes back with what the log holds.
#[tokio::test]
async fn a_file_set_aside_comes_back_with_its_log() {
    tell(Engine::Sqlite, Start::House, async |house| {
        house.found().await;
        house.unit("区教育局").await;
        let (live, backups) = (house.folder.path(), house.folder.path().join("backups"));
        std::fs::create_dir_all(&backups).unwrap();
        for suffix in ["", "-wal"] {
            let kept = backups.join(format!("tongxin-20261101-080000.000.db{suffix}"));
            std::fs::copy(live.join(format!("tongxin.db{suffix}")), kept).unwrap();
        }
        let other = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(other.path().join("backups")).unwrap();
        for entry in std::fs::read_dir(&backups).unwrap().flatten() {
            let to = other.path().join("backups").join(entry.file_name());
            std::fs::copy(entry.path(), to).unwrap();
        }
        let now = house.office.now();
        let staged = backup::stage_newest(other.path(), now).await.unwrap();
        assert!(staged.is_some());
        assert_eq!(units(other.path()).await, 1);
    })
    .await;
}

/// Of a damaged database and two backups, one of them damaged too, the whole one is opened.
#[tokio::test]
async fn a_damaged_database_gives_way_to_the_newest_whole_backup() {
    tell(Engine::Sqlite, Start::House, async |house| {
        house.found().await;
        house.unit("区教育局").await;
        house.ok("backup.make", json!({})).await;
        house.office.close().await;
        let folder = house.folder.path();
        let half = b"SQLite format 3\0 and then nothing";
        std::fs::write(folder.join("backups/tongxin-20270101-080000.000.db"), half).unwrap();
        assert!(!backup::is_damaged(folder).await);
        std::fs::write(folder.join("tongxin.db"), half).unwrap();
        assert!(backup::is_damaged(folder).await);
        let staged = backup::stage_newest(folder, house.office.now())
            .await
            .unwrap();
        assert!(!staged.unwrap().name.contains("2027"));
        assert_eq!(units(folder).await, 1);
    })
    .await;
}

stories! {
    House:
        a_server_is_backed_up_by_its_keeper;
}

async fn a_server_is_backed_up_by_its_keeper(house: &House) {
    house.found().await;
    if house.engine == Engine::Postgres {
        assert_eq!(
            house.fails("backup.make", json!({})).await.code,
            ErrorCode::State
        );
    }
}

#[tokio::test]
async fn files_that_are_no_database_are_told_in_one_sentence() {
    for bytes in [
        b"not a database, only some text in a file".to_vec(),
        b"SQLite format 3\0 and then nothing".to_vec(),
        vec![0; 8192],
    ] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tongxin.db");
        std::fs::write(&file, &bytes).unwrap();
        let Err(error) = open_folder(folder.path()).await else {
            panic!("{} bytes were opened", bytes.len());
        };
        assert!(
            matches!(error.code, ErrorCode::Storage | ErrorCode::File),
            "{error:?}"
        );
        assert_sentence(&error.message);
        assert_eq!(std::fs::read(&file).unwrap(), bytes, "the file was touched");
    }
}

#[tokio::test]
async fn a_place_that_cannot_be_written_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("一个文件");
    std::fs::write(&file, "x").unwrap();
    let error = open_folder(&file.join("数据")).await.err().unwrap();
    assert_eq!(error.code, ErrorCode::Storage);
    assert_sentence(&error.message);
}

#[tokio::test]
async fn data_of_a_newer_program_is_left_alone() {
    tell(Engine::Sqlite, Start::House, async |house| {
        house.found().await;
        house
            .meddle("UPDATE _sqlx_migrations SET version = 9999 WHERE version = 1")
            .await
            .unwrap();
        house.office.close().await;
        let error = house.open_again().await.err().unwrap();
        assert_eq!(error.code, ErrorCode::Storage);
        assert!(error.message.contains("更新版本"), "{}", error.message);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_told() {
    use ground::environment::FixedEnvironment;
    use storage::Location;
    use tongxin_core::office::{Office, OfficeOptions};
    let options = OfficeOptions {
        catalog: tongxin_app::catalog(),
        location: Location::parse("postgres://nobody@127.0.0.1:1/none"),
        device: "测试机".into(),
        font_folders: Vec::new(),
        installed_fonts: false,
        environment: std::sync::Arc::new(FixedEnvironment::at(chrono::DateTime::UNIX_EPOCH)),
    };
    let error = Office::open(options).await.err().unwrap();
    assert_eq!(error.code, ErrorCode::Storage);
    assert_sentence(&error.message);
}
