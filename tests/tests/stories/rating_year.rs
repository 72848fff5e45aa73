//! Building stars over the months: the year, a community of its own, and the best chosen.

use crate::ratings::{compound, falling, fill, open, publish};
use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_tests::{House, stories, text};

stories! {
    House:
        months_make_a_year,
        the_best_are_chosen_by_one_result;
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
