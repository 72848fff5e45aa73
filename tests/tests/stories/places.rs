//! The register of buildings on its way out: the one search box, the workbook and the roster of posts.

use serde_json::{Value as Json, json};
use tongxin_core::api;
use tongxin_core::session::Role;
use tongxin_tests::{House, sheet, stories, text};

stories! {
    House:
        the_search_box_finds_compounds_and_buildings,
        a_secretary_finds_the_own_community_only,
        the_register_goes_out_as_a_workbook_without_phones,
        the_roster_names_every_post_and_no_phone,
        a_roster_of_nothing_says_what_to_do;
}

/// Two compounds of one community; the first has two buildings, one with posts.
pub async fn street(house: &House) -> Json {
    house.found().await;
    let community = house.committee_with("听雨", &[]).await["community_id"].clone();
    let owners = json!([{ "name": "吴静", "post": "主任", "party": true }, { "name": "郑龙", "post": "", "party": false }]);
    let garden = json!({ "community_id": community, "name": "听雨花园", "property_mode": "红管家", "property_company": "安居物业", "owners_committee": owners });
    let garden = house.ok("compounds.save", garden).await;
    let first = json!({ "compound_id": garden["id"], "name": "1", "stairwells": 3, "grid": "第一网格", "households": 72 });
    let first = house.ok("buildings.save", first).await["building"].clone();
    let second = json!({ "compound_id": garden["id"], "name": "2" });
    house.ok("buildings.save", second).await;
    let other = json!({ "community_id": community, "name": "安居苑" });
    let other = house.ok("compounds.save", other).await;
    let third = json!({ "compound_id": other["id"], "name": "1" });
    house.ok("buildings.save", third).await;
    let posts = json!([
        { "post": "building_leader", "name": "欧阳玥", "phone": "13900006923" },
        { "post": "party_leader", "name": "张䶮" },
    ]);
    let posts = json!({ "id": first["id"], "version": 1, "posts": posts });
    house.ok("buildings.savePosts", posts).await;
    json!({ "community": community, "garden": garden["id"], "first": first["id"] })
}

fn found(hits: &Json) -> Vec<String> {
    let hits = hits.as_array().unwrap().iter();
    hits.map(|hit| {
        format!(
            "{} {}",
            hit["kind"].as_str().unwrap(),
            hit["title"].as_str().unwrap()
        )
    })
    .collect()
}

async fn the_search_box_finds_compounds_and_buildings(house: &House) {
    street(house).await;
    for (typed, expected) in [
        ("安居苑", vec!["compound 安居苑", "building 安居苑1号楼"]),
        ("听雨花园2", vec!["building 听雨花园2号楼"]),
        ("oyy", vec!["building 听雨花园1号楼"]),
        (
            "吴静",
            vec![
                "compound 听雨花园",
                "building 听雨花园1号楼",
                "building 听雨花园2号楼",
            ],
        ),
    ] {
        let hits = house.ok("search.find", json!({ "text": typed })).await;
        assert_eq!(found(&hits), expected, "{typed}");
    }
}

async fn a_secretary_finds_the_own_community_only(house: &House) {
    street(house).await;
    let elsewhere = house.committee_with("望湖", &[]).await;
    let secretary = house.person(Role::Secretary, &[elsewhere["id"].as_str().unwrap()]);
    let hits = api::call(
        &house.office,
        &secretary,
        "search.find",
        json!({ "text": "1号楼" }),
    )
    .await;
    assert_eq!(found(&hits.unwrap()), Vec::<String>::new());
    let error = house
        .fails_as(
            &secretary,
            "documents.make",
            json!({ "kind": "post_roster" }),
        )
        .await;
    assert!(
        error.message.contains("还没有登记楼栋"),
        "{}",
        error.message
    );
}

async fn the_register_goes_out_as_a_workbook_without_phones(house: &House) {
    street(house).await;
    let file = house.ok("buildings.export", json!({})).await;
    assert_eq!(file["name"], "小区楼栋台账.xlsx");
    let rows = sheet(&house.bytes(&file), "楼栋");
    let header = rows
        .iter()
        .position(|row| row.first().is_some_and(|cell| cell == "社区"))
        .unwrap();
    let lines: Vec<&Vec<String>> = rows[header + 1..]
        .iter()
        .filter(|row| row[0] == "听雨社区")
        .collect();
    let names: Vec<String> = lines.iter().map(|row| row[1..3].concat()).collect();
    assert_eq!(names, ["安居苑1号楼", "听雨花园1号楼", "听雨花园2号楼"]);
    let line = lines[1].join("|");
    for part in [
        "|3|第一网格|72|",
        "张䶮",
        "欧阳玥|139****6923",
        "红管家|安居物业",
        "吴静（主任，党员）、郑龙（委员）",
    ] {
        assert!(line.contains(part), "{part} is missing in {line}");
    }
    let narrowed = json!({ "search": "安居苑" });
    let narrowed = house.ok("buildings.export", narrowed).await;
    let rows = sheet(&house.bytes(&narrowed), "楼栋");
    assert_eq!(rows.iter().filter(|row| row[0] == "听雨社区").count(), 1);
}

async fn the_roster_names_every_post_and_no_phone(house: &House) {
    let ids = street(house).await;
    for (place, buildings, title) in [
        (
            json!({}),
            "共3栋楼，应设岗位15个，已有2人，空缺13个。",
            "云溪街道楼栋“两长三员”名册",
        ),
        (
            json!({ "community_id": ids["community"] }),
            "共3栋楼，应设岗位15个",
            "听雨社区楼栋“两长三员”名册",
        ),
        (
            json!({ "compound_id": ids["garden"] }),
            "共2栋楼，应设岗位10个",
            "听雨花园楼栋“两长三员”名册",
        ),
    ] {
        let mut args = place;
        args["kind"] = json!("post_roster");
        let made = house.ok("documents.make", args).await;
        let paper = text(&house.bytes(&made["file"])).replace(['\n', ' '], "");
        for part in [
            title,
            buildings,
            "欧阳玥",
            "张䶮",
            "党小组长",
            "物管员",
            "（空缺）",
        ] {
            assert!(paper.contains(part), "{part} is missing in {paper}");
        }
        assert!(!paper.contains("139"), "{paper}");
        let name = title.replace(['“', '”'], "");
        assert_eq!(made["file"]["name"], format!("{name}.pdf"));
    }
}

async fn a_roster_of_nothing_says_what_to_do(house: &House) {
    house.found().await;
    let error = house
        .fails("documents.make", json!({ "kind": "post_roster" }))
        .await;
    assert_eq!(
        error.message,
        "云溪街道还没有登记楼栋，请先在“小区楼栋”里登记或导入。"
    );
}
