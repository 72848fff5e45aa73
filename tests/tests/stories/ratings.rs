//! Building stars: from the offices' own workbook, or from a blank grid, to a published 通报 and the
//! year that comes of it.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_core::api;
use tongxin_core::session::Role;
use tongxin_tests::{House, stories, text};

stories! {
    House:
        who_rates_whom_is_assigned_and_does_not_repeat,
        the_worked_example_is_shown_step_by_step,
        what_was_published_stays_and_a_correction_is_seen,
        flags_go_from_month_to_month,
        secretaries_rate_their_own_community;
}

/// A community, a compound of it, and so many buildings.
pub(crate) async fn compound(house: &House, buildings: usize) -> Json {
    house.found().await;
    let committee = house.committee_with("听雨", &[]).await;
    compound_in(house, &committee["community_id"], "听雨花园", buildings).await
}

pub(crate) async fn compound_in(
    house: &House,
    community: &Json,
    name: &str,
    buildings: usize,
) -> Json {
    let compound = json!({ "community_id": community, "name": name });
    let compound = house.ok("compounds.save", compound).await;
    for number in 1..=buildings {
        let building = json!({ "compound_id": compound["id"], "name": format!("{number}号楼") });
        house.ok("buildings.save", building).await;
    }
    compound
}

pub(crate) async fn open(house: &House, month: &str) -> String {
    let period = house.ok("ratings.open", json!({ "month": month })).await;
    period["id"].as_str().unwrap().to_owned()
}

/// Fills in every sheet: building `n` gets `marks(n)` of everybody.
pub(crate) async fn fill(house: &House, id: &str, marks: impl Fn(usize) -> Vec<String>) {
    let lines = house.ok("ratings.scores", json!({ "id": id })).await;
    let rows: Vec<Json> = lines
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            let rated = line["rated"].as_str().unwrap();
            let number = rated.trim_end_matches("号楼").parse().unwrap();
            json!({
                "version": line["version"], "rated_id": line["rated_id"],
                "judge_id": line["judge_id"], "marks": marks(number),
            })
        })
        .collect();
    let save = json!({ "id": id, "rows": rows });
    house.ok("ratings.saveScores", save).await;
}

pub(crate) fn marks(text: &str) -> Vec<String> {
    text.split(' ').map(|mark| mark.replace('_', "")).collect()
}

/// 1号楼 gets the most, each next one point less.
pub(crate) fn falling(number: usize) -> Vec<String> {
    marks(&format!("{} 28 28", 40 - number))
}

pub(crate) async fn publish(house: &House, id: &str) -> Json {
    let seen = house.ok("ratings.view", json!({ "id": id })).await;
    let step = json!({ "id": id, "version": seen["period"]["version"] });
    house.ok("ratings.publish", step).await
}

/// A published month of four buildings and a selection among them, wherever a community is.
pub(crate) async fn published(house: &House) -> (String, Json) {
    let community = house.ok("communities.list", json!({})).await[0]["id"].clone();
    let compound = compound_in(house, &community, "考评花园", 4).await;
    let open = json!({ "month": "2026-08", "community_id": compound["community_id"] });
    let period = house.ok("ratings.open", open).await;
    let id = period["id"].as_str().unwrap().to_owned();
    fill(house, &id, falling).await;
    let view = publish(house, &id).await;
    let save = json!({ "kind": "buildings", "year": 2026 });
    let selection = house.ok("selections.save", save).await["id"].clone();
    let nominee = json!({ "selection_id": selection, "object_id": view["scopes"][0]["rows"][0]["object_id"] });
    house.ok("selections.saveNominee", nominee).await;
    (id, selection)
}

pub(crate) async fn report(house: &House, id: &str, revision: Option<i64>) -> Vec<u8> {
    let make = json!({ "kind": "rating_report", "rating_id": id, "revision": revision });
    let made = house.ok("documents.make", make).await;
    house.bytes(&made["file"])
}

async fn who_rates_whom_is_assigned_and_does_not_repeat(house: &House) {
    compound(house, 10).await;
    let mut seen = std::collections::HashSet::new();
    for month in ["2026-08", "2026-09", "2026-10"] {
        let id = open(house, month).await;
        let lines = house.ok("ratings.scores", json!({ "id": id })).await;
        let lines = lines.as_array().unwrap();
        assert_eq!(lines.len(), 30);
        for line in lines {
            assert_ne!(line["rated"], line["judge"]);
            let pair = (line["judge"].to_string(), line["rated"].to_string());
            assert!(seen.insert(pair), "{line} comes back");
        }
    }
    let again = house
        .fails("ratings.open", json!({ "month": "2026-10" }))
        .await;
    assert_eq!(again.code, ErrorCode::State);
}

/// The default scheme with a bonus capped at 3, as in the worked example.
async fn capped_at_three(house: &House) {
    let schemes = house.ok("schemes.list", json!({})).await;
    let row = &schemes["schemes"][0];
    let mut rules = row["scheme"]["rules"].clone();
    rules["items"][3]["cap"] = json!(3_000);
    let save = json!({
        "id": row["scheme"]["id"], "version": row["scheme"]["version"],
        "name": row["scheme"]["name"], "rules": rules,
    });
    house.ok("schemes.save", save).await;
}

async fn the_worked_example_is_shown_step_by_step(house: &House) {
    compound(house, 4).await;
    capped_at_three(house).await;
    let id = open(house, "2026-10").await;
    fill(house, &id, |number| {
        marks(&format!("{} 20 20", 30 - number))
    })
    .await;
    let lines = house.ok("ratings.scores", json!({ "id": id })).await;
    let of_first = lines
        .as_array()
        .unwrap()
        .iter()
        .filter(|l| l["rated"] == "1号楼");
    let given = ["36 27 24 5 2", "34 28 25.5 5 2", "38 26 27 5 2"];
    let rows: Vec<Json> = of_first
        .zip(given)
        .map(|(line, given)| {
            json!({
                "version": line["version"], "rated_id": line["rated_id"],
                "judge_id": line["judge_id"], "marks": marks(given),
            })
        })
        .collect();
    let entry = rows[0]["rated_id"].clone();
    let saved = house
        .ok("ratings.saveScores", json!({ "id": id, "rows": rows }))
        .await;
    assert_eq!(saved["changed"], 3);
    let told = house
        .ok("ratings.explain", json!({ "entry_id": entry }))
        .await;
    assert_eq!(told["sum"], "36 + 27 + 25.5 + 3 − 2 = 89.5");
    assert_eq!(told["row"]["total"], 89_500);
    assert_eq!(told["steps"][0]["mean"], "(36 + 34 + 38) ÷ 3 = 36");
    assert_eq!(told["steps"][3]["counted"], "5，封顶 3 = 3");
    assert_eq!(told["row"]["stars"], 4);
    publish(house, &id).await;
    let kept = house
        .ok(
            "ratings.explain",
            json!({ "entry_id": entry, "revision": 1 }),
        )
        .await;
    assert_eq!(kept["sum"], told["sum"]);
}

async fn what_was_published_stays_and_a_correction_is_seen(house: &House) {
    compound(house, 5).await;
    let id = open(house, "2026-10").await;
    fill(house, &id, falling).await;
    let view = house.ok("ratings.view", json!({ "id": id })).await;
    let volunteers = json!([{ "place": "听雨花园", "name": "张晓兰", "deed": "义务清扫楼道" }]);
    let save = json!({ "id": id, "version": view["period"]["version"], "volunteers": volunteers });
    house.ok("ratings.saveVolunteers", save).await;
    let first = publish(house, &id).await;
    let newest = house.ok("changes.list", json!({})).await[0].clone();
    let undo = json!({ "id": newest["id"] });
    let undo = house.fails("changes.undo", undo).await;
    assert!(undo.message.contains("不能撤销"), "{}", undo.message);
    let sets = house.ok("changes.list", json!({})).await;
    let mut sets = sets.as_array().unwrap().iter();
    let scores = sets.find(|set| set["command"] == "ratings.saveScores");
    let undo = json!({ "id": scores.unwrap()["id"] });
    let undo = house.fails("changes.undo", undo).await;
    assert!(undo.message.contains("更正"), "{}", undo.message);
    let paper = report(house, &id, None).await;
    let hash = first["publications"][0]["content_hash"].as_str().unwrap();
    let printed = text(&paper).replace([' ', '\n'], "");
    assert!(printed.contains(hash), "{printed}");
    assert!(printed.contains("张晓兰（义务清扫楼道）"));
    let lines = house.ok("ratings.scores", json!({ "id": id })).await[0].clone();
    let row = json!({ "version": lines["version"], "rated_id": lines["rated_id"], "judge_id": lines["judge_id"], "marks": marks("1 1 1") });
    let frozen = house
        .fails("ratings.saveScores", json!({ "id": id, "rows": [row] }))
        .await;
    assert!(frozen.message.contains("更正"), "{}", frozen.message);
    let correct =
        json!({ "id": id, "version": first["period"]["version"], "reason": "5号楼漏记加分" });
    house.ok("ratings.correct", correct).await;
    fill(house, &id, |number| match number {
        5 => marks("40 30 30"),
        number => falling(number),
    })
    .await;
    house.set_clock("2026-11-25", 2);
    let second = publish(house, &id).await;
    assert_eq!(second["period"]["revision"], 2);
    assert_eq!(second["scopes"][0]["rows"][0]["name"], "5号楼");
    assert_eq!(second["publications"][0]["reason"], "5号楼漏记加分");
    assert_eq!(
        report(house, &id, Some(1)).await,
        paper,
        "the old one prints as it did"
    );
    let corrected = text(&report(house, &id, None).await).replace('\n', "");
    assert!(corrected.contains("更正事由：5号楼漏记加分"), "{corrected}");
    let old = house
        .ok("ratings.view", json!({ "id": id, "revision": 1 }))
        .await;
    assert_eq!(old["scopes"][0]["rows"][0]["name"], "1号楼");
    let step = json!({ "id": id, "version": second["period"]["version"] });
    let archived = house.ok("ratings.archive", step).await;
    assert_eq!(archived["period"]["state"], "archived");
}

async fn flags_go_from_month_to_month(house: &House) {
    compound(house, 6).await;
    let september = open(house, "2026-09").await;
    fill(house, &september, falling).await;
    publish(house, &september).await;
    let october = open(house, "2026-10").await;
    fill(house, &october, |number| falling(7 - number)).await;
    let view = publish(house, &october).await;
    let first = &view["scopes"][0]["rows"][0];
    assert_eq!(
        (&first["name"], &first["previous"]["rank"]),
        (&json!("6号楼"), &json!(6))
    );
    let flags = house.ok("ratings.flags", json!({})).await;
    let told: Vec<(&str, &str, bool)> = flags
        .as_array()
        .unwrap()
        .iter()
        .map(|flag| {
            let text = |field: &str| flag[field].as_str().unwrap();
            (text("month"), text("name"), flag["taken_on"].is_null())
        })
        .collect();
    let hanging = ["6号楼", "5号楼", "4号楼"].map(|name| ("2026-10", name, true));
    let taken = ["1号楼", "2号楼", "3号楼"].map(|name| ("2026-09", name, false));
    assert_eq!(told, [hanging, taken].concat());
    let wrong = json!({ "id": flags[0]["id"], "version": 1, "hung_on": "2026-12-01" });
    let wrong = house.fails("ratings.saveFlag", wrong).await;
    assert_eq!(wrong.field.as_deref(), Some("hung_on"));
    let roll = json!({ "kind": "honour_roll", "rating_id": october });
    let roll = house.ok("documents.make", roll).await;
    assert!(text(&house.bytes(&roll["file"])).contains("6号楼、5号楼、4号楼"));
}

async fn secretaries_rate_their_own_community(house: &House) {
    let compound = compound(house, 3).await;
    let other = house.committee_with("安居", &[]).await;
    compound_in(house, &other["community_id"], "安居苑", 3).await;
    let own = json!({ "month": "2026-09", "community_id": compound["community_id"] });
    let own = house.ok("ratings.open", own).await;
    let id = open(house, "2026-10").await;
    let committee = house.committee("听雨").await;
    let secretary = house.person(Role::Secretary, &[committee["id"].as_str().unwrap()]);
    let ask = async |name: &str, args: Json| api::call(&house.office, &secretary, name, args).await;
    let view = ask("ratings.view", json!({ "id": id })).await.unwrap();
    let names: Vec<&str> = view["scopes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["听雨花园"]);
    assert_eq!(view["missing"].as_array().unwrap().len(), 3);
    let theirs = house
        .ok(
            "ratings.scores",
            json!({ "id": id, "scope": other_scope(house, &id).await }),
        )
        .await[0]
        .clone();
    let row = json!({ "version": theirs["version"], "rated_id": theirs["rated_id"], "judge_id": theirs["judge_id"], "marks": marks("30 20 20") });
    let refused = house
        .fails_as(
            &secretary,
            "ratings.saveScores",
            json!({ "id": id, "rows": [row] }),
        )
        .await;
    assert!(
        refused.message.contains("没有安居社区的权限"),
        "{}",
        refused.message
    );
    let step = json!({ "id": own["id"], "version": own["version"] });
    let publish = house.fails_as(&secretary, "ratings.publish", step).await;
    assert_eq!(publish.code, ErrorCode::Forbidden);
    let stranger = house.person(Role::Secretary, &[other["id"].as_str().unwrap()]);
    let beyond = house
        .fails_as(&stranger, "ratings.view", json!({ "id": own["id"] }))
        .await;
    assert_eq!(beyond.code, ErrorCode::Forbidden);
    let leader = house.person(Role::Leader, &[]);
    let only_looks = json!({ "id": id, "rows": [] });
    let only_looks = house
        .fails_as(&leader, "ratings.saveScores", only_looks)
        .await;
    assert_eq!(only_looks.code, ErrorCode::Forbidden);
}

/// The scope of the community that is not 听雨.
async fn other_scope(house: &House, id: &str) -> Json {
    let view = house.ok("ratings.view", json!({ "id": id })).await;
    let scopes = view["scopes"].as_array().unwrap();
    let other = scopes.iter().find(|scope| scope["name"] == "安居苑");
    other.unwrap()["key"].clone()
}
