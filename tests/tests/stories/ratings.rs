//! Building stars: from the offices' own workbook, or from a blank grid, to a published 通报 and the
//! year that comes of it.

use serde_json::{Value as Json, json};
use tongxin_core::api;
use tongxin_core::error::ErrorCode;
use tongxin_core::users::Role;
use tongxin_tests::{House, fixture, sheet, stories, text};

stories! {
    House:
        the_offices_workbook_comes_in_whole,
        an_import_of_scores_is_undone_as_a_batch,
        who_rates_whom_is_assigned_and_does_not_repeat,
        the_worked_example_is_shown_step_by_step,
        what_was_published_stays_and_a_correction_is_seen,
        flags_go_from_month_to_month,
        sheets_go_out_to_excel_and_come_back,
        months_make_a_year,
        the_best_are_chosen_by_one_result,
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
fn falling(number: usize) -> Vec<String> {
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

async fn report(house: &House, id: &str, revision: Option<i64>) -> Vec<u8> {
    let make = json!({ "kind": "rating_report", "rating_id": id, "revision": revision });
    let made = house.ok("documents.make", make).await;
    house.bytes(&made["file"])
}

async fn the_offices_workbook_comes_in_whole(house: &House) {
    house.found().await;
    let file = house.hand_in(&fixture("楼栋考评打分表.xlsx"));
    let preview = house
        .ok("ratings.previewScores", json!({ "file": file }))
        .await;
    assert_eq!(preview["faults"], json!([]));
    assert_eq!(preview["month"], "2026-10");
    let counts = [
        "buildings",
        "compounds",
        "small_scopes",
        "unfilled",
        "wrong_rows",
    ];
    let told = counts.map(|name| preview[name].as_i64().unwrap());
    assert_eq!(told, [331, 35, 9, 0, 0]);
    assert_eq!(preview["sheets"]["created"], 959);
    let lists = ["communities", "compounds", "buildings"];
    let unknown = lists.map(|name| {
        let list = &preview[format!("{name}_to_create")];
        list.as_array().unwrap().len()
    });
    assert_eq!(unknown, [17, 35, 331]);
    let refused = house
        .fails("ratings.importScores", json!({ "file": file }))
        .await;
    assert_eq!(refused.field.as_deref(), Some("create_places"));
    let args = json!({ "file": file, "create_places": true });
    let outcome = house.ok("ratings.importScores", args.clone()).await;
    assert_eq!(outcome["sheets"]["created"], 959);
    assert_eq!(outcome["buildings_created"], 331);
    let again = house.ok("ratings.importScores", args).await;
    assert_eq!(again["sheets"]["unchanged"], 959);
    assert_eq!(again["buildings_created"], 0);
    let id = outcome["period_id"].as_str().unwrap();
    let published = publish(house, id).await;
    assert_eq!(published["missing"], json!([]));
    assert_eq!(published["scopes"].as_array().unwrap().len(), 35);
    let small = |scope: &&Json| scope["judges"].as_i64() < Some(3);
    let small: Vec<&Json> = published["scopes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(small)
        .collect();
    assert_eq!(small.len(), 9);
    assert!(
        small
            .iter()
            .all(|scope| !scope["notes"].as_array().unwrap().is_empty())
    );
    let paper = text(&report(house, id, None).await);
    for said in ["听雨花园", "振兴里小区", "流动小红旗", "内容校验值"] {
        assert!(paper.contains(said), "{said} is missing");
    }
}

async fn an_import_of_scores_is_undone_as_a_batch(house: &House) {
    house.found().await;
    let file = house.hand_in(&fixture("楼栋考评打分表.xlsx"));
    let args = json!({ "file": file, "create_places": true });
    house.ok("ratings.importScores", args.clone()).await;
    let newest = house.ok("changes.list", json!({})).await[0].clone();
    assert_eq!(newest["command"], "ratings.importScores");
    house
        .ok("changes.undo", json!({ "id": newest["id"] }))
        .await;
    assert_eq!(house.ok("ratings.list", json!({})).await, json!([]));
    assert_eq!(house.ok("buildings.list", json!({})).await["total"], 0);
    let again = house.ok("ratings.importScores", args).await;
    assert_eq!(again["sheets"]["created"], 959);
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

async fn sheets_go_out_to_excel_and_come_back(house: &House) {
    compound(house, 5).await;
    let id = open(house, "2026-10").await;
    let blank = json!({ "kind": "score_sheets", "rating_id": id });
    let blank = house.ok("documents.make", blank).await;
    assert!(text(&house.bytes(&blank["file"])).contains("评分楼栋：1号楼"));
    let file = house.ok("ratings.sheet", json!({ "id": id })).await;
    let cells = sheet(&house.bytes(&file), "评分表");
    assert_eq!(cells[2][4], "安全（40分）");
    let args = json!({ "file": file, "period_id": id });
    let preview = house.ok("ratings.previewScores", args.clone()).await;
    assert_eq!(
        (&preview["unfilled"], &preview["sheets"]["total"]),
        (&json!(15), &json!(0))
    );
    fill(house, &id, falling).await;
    let file = house.ok("ratings.sheet", json!({ "id": id })).await;
    let args = json!({ "file": file, "period_id": id });
    let preview = house.ok("ratings.previewScores", args).await;
    assert_eq!(
        preview["sheets"]["unchanged"], 15,
        "{:?}",
        preview["faults"]
    );
    let filled = json!({ "kind": "score_sheets", "rating_id": id, "filled": true });
    let filled = house.ok("documents.make", filled).await;
    assert!(text(&house.bytes(&filled["file"])).contains("39"));
}

async fn months_make_a_year(house: &House) {
    let compound = compound(house, 5).await;
    for month in ["2026-01", "2026-02", "2026-04"] {
        let id = open(house, month).await;
        fill(house, &id, falling).await;
        publish(house, &id).await;
    }
    let year = house.ok("ratings.rollUp", json!({ "year": 2026 })).await;
    assert_eq!(year["months"], json!(["2026-01", "2026-02", "2026-04"]));
    let first = &year["scopes"][0]["rows"][0];
    assert_eq!(
        (&first["name"], &first["mean"]),
        (&json!("1号楼"), &json!(95_000))
    );
    assert_eq!((&first["flags"], &first["stars"]), (&json!(3), &json!(5)));
    let quarter = json!({ "year": 2026, "quarter": 1, "community_id": compound["community_id"] });
    let quarter = house.ok("ratings.rollUp", quarter).await;
    assert_eq!(quarter["period"], "2026年第一季度");
    assert_eq!(quarter["scopes"][0]["months"], 2);
    let none = house
        .fails("ratings.rollUp", json!({ "year": 2026, "quarter": 5 }))
        .await;
    assert_eq!(none.field.as_deref(), Some("quarter"));
    let trend = house.ok("ratings.trend", json!({})).await;
    assert_eq!(trend["months"][0]["point"]["rated"], 5);
    assert_eq!(trend["lines"][0]["means"], json!([93_000, 93_000, 93_000]));
    community_page(house, &compound["community_id"]).await;
    let table = house
        .ok(
            "documents.make",
            json!({ "kind": "rating_year", "year": 2026 }),
        )
        .await;
    let table = text(&house.bytes(&table["file"]));
    for said in ["年度楼栋星级表", "4月", "不足已公布月份一半"] {
        assert!(table.contains(said), "{said}: {table}");
    }
}

/// The newest of three published months beside the one before it.
async fn community_page(house: &House, community: &Json) {
    let asked = json!({ "community_id": community });
    let page = house.ok("ratings.community", asked).await;
    assert_eq!(
        (&page["month"], &page["before"]),
        (&json!("2026-04"), &json!("2026-02"))
    );
    let compound = &page["compounds"][0];
    assert_eq!(
        (&compound["rated"], &compound["mean"], &compound["before"]),
        (&json!(5), &json!(93_000), &json!(93_000))
    );
    assert_eq!(compound["flags"], json!(["1号楼", "2号楼", "3号楼"]));
    assert_eq!(page["items"].as_array().unwrap().len(), 3);
    assert_eq!(page["items"][0]["name"], "安全");
    assert_eq!(page["gains"], json!([]));
    assert_eq!(page["flags"][0]["month"], "2026-04");
    assert_eq!(page["trend"]["months"].as_array().unwrap().len(), 3);
    let early = json!({ "community_id": community, "until": "2025-12" });
    let early = house.ok("ratings.community", early).await;
    assert_eq!(
        (&early["month"], &early["compounds"]),
        (&Json::Null, &json!([]))
    );
}

async fn the_best_are_chosen_by_one_result(house: &House) {
    compound(house, 4).await;
    let id = open(house, "2026-10").await;
    fill(house, &id, falling).await;
    let view = publish(house, &id).await;
    let objects: Vec<Json> = view["scopes"][0]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["object_id"].clone())
        .collect();
    let save = json!({ "kind": "leaders", "year": 2026, "seats": 1 });
    let selection = house.ok("selections.save", save).await;
    assert_eq!(selection["title"], "2026年度“最美楼栋长”评选");
    let nominate = |place: usize, person: &str, votes: i64, review: &str| {
        json!({
            "selection_id": selection["id"], "object_id": objects[place], "person": person,
            "votes": votes, "review": review, "deeds": "带头清理楼道",
        })
    };
    let nameless = house
        .fails("selections.saveNominee", nominate(0, "", 1, "1"))
        .await;
    assert_eq!(nameless.field.as_deref(), Some("person"));
    house
        .ok("selections.saveNominee", nominate(0, "李兰", 60, "90"))
        .await;
    let twice = house
        .fails("selections.saveNominee", nominate(0, "李兰", 60, "90"))
        .await;
    assert_eq!(twice.field.as_deref(), Some("object_id"));
    let step = json!({ "id": selection["id"], "version": selection["version"] });
    house
        .ok("selections.saveNominee", nominate(1, "赵明", 100, ""))
        .await;
    let missing = house.fails("selections.decide", step.clone()).await;
    assert!(missing.message.contains("评审分"), "{}", missing.message);
    let shown = house
        .ok("selections.get", json!({ "id": selection["id"] }))
        .await;
    let nominee = &shown["nominees"][1];
    let mut again = nominate(1, "赵明", 100, "95");
    again["id"] = nominee["id"].clone();
    again["version"] = nominee["version"].clone();
    house.ok("selections.saveNominee", again).await;
    let decided = house.ok("selections.decide", step).await;
    assert_eq!(decided["selection"]["state"], "decided");
    let chosen = &decided["results"][0];
    assert_eq!(
        chosen["sum"],
        "94 × 50% + 100 ÷ 100 × 100 × 30% + 95 × 20% = 96"
    );
    let paper = json!({ "kind": "selection_result", "selection_id": selection["id"] });
    let paper = house.ok("documents.make", paper).await;
    let paper = text(&house.bytes(&paper["file"]));
    assert!(paper.contains("赵明") && paper.contains("入选"), "{paper}");
    let closed = house
        .fails("selections.saveNominee", nominate(2, "孙宇", 1, "1"))
        .await;
    assert_eq!(closed.code, ErrorCode::State);
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
