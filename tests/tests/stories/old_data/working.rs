//! Work goes on over what an earlier version wrote: saves, search that follows, and undo.

use super::reading::{found, renamed};
use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use tongxin_tests::House;
use tongxin_tests::old::Old;

/// Saves over old records; what they were found by goes as it should, though another version wrote it.
pub(super) async fn goes_on(old: &Old) {
    let house = &old.house;
    let mut committee = house.committee("听雨").await;
    committee["secretary_name"] = json!("钱铎");
    house.ok("committees.save", committee).await;
    assert_eq!(
        found(house, "committee", "王堃").await,
        Vec::<String>::new()
    );
    assert_eq!(found(house, "committee", "qianduo").await.len(), 1);

    let unit = house.unit("云溪小学").await;
    assert_eq!(found(house, "unit", "yxxx").await, ["云溪小学"]);
    let newest = newest(house).await;
    house
        .ok("changes.undo", json!({ "id": newest["id"] }))
        .await;
    assert_eq!(found(house, "unit", "云溪小学").await, Vec::<String>::new());
    let gone = house.fails("units.get", json!({ "id": unit["id"] })).await;
    assert_eq!(gone.code, ErrorCode::NotFound);

    renaming_is_undone(house).await;
    assert_whole(house).await;
}

async fn newest(house: &House) -> Json {
    house.ok("changes.list", json!({})).await[0].clone()
}

/// Undoes the set of an earlier version in which a unit was renamed.
async fn renaming_is_undone(house: &House) {
    let unit = renamed(house).await;
    let history = house
        .ok("changes.history", json!({ "id": unit["id"] }))
        .await;
    let set = &history[0]["set"]["id"];
    house.ok("changes.undo", json!({ "id": set })).await;
    let view = house.ok("units.get", json!({ "id": unit["id"] })).await;
    assert_eq!(
        (&view["unit"]["name"], &view["unit"]["nature"]),
        (&json!("南桥所"), &json!("事业单位"))
    );
    assert_eq!(found(house, "unit", "云溪").await, Vec::<String>::new());
    assert_eq!(found(house, "unit", "nqs").await, ["南桥所"]);
}

async fn assert_whole(house: &House) {
    let check = house.ok("changes.check", json!({})).await;
    assert_eq!(check["broken_at"], Json::Null);
}

/// Commands of which sets can be undone when what came after them has been.
const TAKEN_BACK: [&str; 8] = [
    "units.save",
    "units.saveSeat",
    "assignments.step",
    "buildings.savePosts",
    "stairwells.save",
    "agreements.report",
    "services.save",
    "registers.importApply",
];

/// Undoes every change of the earlier version, newest first: each is taken back, or refused in a sentence
/// that gives a reason of the office's.
pub(super) async fn takes_back(old: &Old) {
    let house = &old.house;
    let sets = house.ok("changes.list", json!({ "limit": 200 })).await;
    let sets = sets.as_array().unwrap();
    assert_eq!(sets.len(), old.count("change_set"));
    let (mut given, mut undone) = (BTreeSet::new(), BTreeSet::new());
    for set in sets {
        let command = set["command"].as_str().unwrap();
        given.insert(command);
        match house.call("changes.undo", json!({ "id": set["id"] })).await {
            Ok(_) => {
                println!("{command} is undone");
                undone.insert(command);
            }
            Err(error) => {
                println!("{command} is refused: {}", error.message);
                let reasons = [ErrorCode::State, ErrorCode::Conflict, ErrorCode::Invalid];
                assert!(reasons.contains(&error.code), "{command}: {error:?}");
            }
        }
    }
    // What a numbered paper or signed minutes rest on stays, and some of these with it; not all of them.
    for command in TAKEN_BACK {
        assert!(
            !given.contains(command) || undone.contains(command),
            "{command}"
        );
    }
    assert_whole(house).await;
}
