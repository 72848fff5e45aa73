//! Registers: units with their names, committees, search, order and pages.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_tests::{House, sheet, stories};

fn names(page: &Json) -> Vec<&str> {
    page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["unit"]["name"].as_str().unwrap())
        .collect()
}

async fn find(house: &House, search: &str) -> Vec<String> {
    let page = house.ok("units.list", json!({ "search": search })).await;
    names(&page).into_iter().map(str::to_owned).collect()
}

stories! {
    House:
        both_names_of_a_renamed_unit_find_it,
        a_wrong_name_is_put_right_without_a_former_name,
        a_name_is_taken_once,
        a_retired_unit_stays_readable,
        lists_are_in_the_order_of_pinyin,
        a_unit_sits_once_on_a_committee_in_official_order,
        the_stages_of_a_member_are_dated_in_order,
        members_go_out_committee_by_committee;
    Street:
        names_are_found_by_sound_initials_and_short_name,
        pages_follow_each_other_without_gaps_in_every_order,
        lists_are_narrowed,
        the_one_search_box_finds_every_kind;
}

async fn both_names_of_a_renamed_unit_find_it(house: &House) {
    house.found().await;
    let unit = house.unit("云溪农村信用合作社").await;
    let renamed = json!({
        "id": unit["id"], "version": unit["version"], "name": "临江农商银行云溪支行", "short_name": "农商银行",
        "nature": "金融", "renamed_after": "2026-07-31",
    });
    house.ok("units.save", renamed).await;
    for search in ["信用合作社", "农商银行", "nongshang", "yxncxyhzs"] {
        assert_eq!(
            find(house, search).await,
            ["临江农商银行云溪支行"],
            "{search}"
        );
    }
    let view = house.ok("units.get", json!({ "id": unit["id"] })).await;
    assert_eq!(view["former_names"][0]["name"], "云溪农村信用合作社");
    assert_eq!(view["former_names"][0]["until"], "2026-07-31");
}

async fn a_wrong_name_is_put_right_without_a_former_name(house: &House) {
    house.found().await;
    let unit = house.unit("区文化管").await;
    let right = json!({ "id": unit["id"], "version": 1, "name": "区文化馆", "nature": "事业单位" });
    house.ok("units.save", right).await;
    let view = house.ok("units.get", json!({ "id": unit["id"] })).await;
    assert_eq!(view["former_names"], json!([]));
    assert_eq!(find(house, "文化管").await, Vec::<String>::new());
}

async fn a_name_is_taken_once(house: &House) {
    house.found().await;
    let unit = house.unit("区教育局").await;
    let again = json!({ "name": "区教育局", "nature": "机关" });
    assert_eq!(
        house
            .fails("units.save", again.clone())
            .await
            .field
            .as_deref(),
        Some("name")
    );
    house
        .ok(
            "units.retire",
            json!({ "id": unit["id"], "version": 1, "retired": true }),
        )
        .await;
    house.ok("units.save", again).await;
    let back = json!({ "id": unit["id"], "version": 2, "retired": false });
    assert_eq!(
        house.fails("units.retire", back).await.code,
        ErrorCode::Invalid
    );
}

async fn a_retired_unit_stays_readable(house: &House) {
    house.found().await;
    let unit = house.unit("区教育局").await;
    house
        .ok(
            "units.retire",
            json!({ "id": unit["id"], "version": 1, "retired": true }),
        )
        .await;
    assert!(find(house, "教育局").await.is_empty());
    let all = house
        .ok("units.list", json!({ "search": "教育局", "retired": true }))
        .await;
    assert_eq!(names(&all), ["区教育局"]);
    assert_eq!(
        house.ok("units.get", json!({ "id": unit["id"] })).await["unit"]["retired"],
        true
    );
}

async fn names_are_found_by_sound_initials_and_short_name(house: &House) {
    for (search, expected) in [
        ("临江区教育局", "临江区教育局"),
        ("jiaoyuju", "临江区教育局"),
        ("ljqjyj", "临江区教育局"),
        ("一中", "临江第一中学"),
    ] {
        let found = find(house, search).await;
        assert!(
            found.iter().any(|name| name == expected),
            "{search}: {found:?}"
        );
    }
    assert!(find(house, "没有这个单位").await.is_empty());
    assert!(find(house, "%").await.is_empty());
    assert!(
        find(house, "'; DROP TABLE member_unit; --")
            .await
            .is_empty()
    );
}

async fn pages_follow_each_other_without_gaps_in_every_order(house: &House) {
    for sort in ["name", "nature", "party_members"] {
        for descending in [false, true] {
            let whole = house
                .ok(
                    "units.list",
                    json!({ "sort": sort, "descending": descending }),
                )
                .await;
            let mut paged: Vec<String> = Vec::new();
            let mut after = Json::Null;
            loop {
                let page = json!({ "limit": 7, "after": after });
                let page = house
                    .ok(
                        "units.list",
                        json!({ "sort": sort, "descending": descending, "page": page }),
                    )
                    .await;
                assert_eq!(page["total"], 69);
                paged.extend(names(&page).into_iter().map(str::to_owned));
                after = page["next"].clone();
                if after.is_null() {
                    break;
                }
            }
            assert_eq!(paged, names(&whole), "{sort} {descending}");
        }
    }
}

async fn lists_are_in_the_order_of_pinyin(house: &House) {
    house.found().await;
    for name in ["张江所", "安居物业", "晨光小学", "北门医院"] {
        house.unit(name).await;
    }
    let page = house.ok("units.list", json!({})).await;
    assert_eq!(names(&page), ["安居物业", "北门医院", "晨光小学", "张江所"]);
}

async fn lists_are_narrowed(house: &House) {
    let committee = house.committee("听雨").await;
    let here = house
        .ok("units.list", json!({ "committee_id": committee["id"] }))
        .await;
    let seats = house
        .ok("committees.get", json!({ "id": committee["id"] }))
        .await["seats"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(here["total"].as_u64(), u64::try_from(seats).ok());
    let schools = house.ok("units.list", json!({ "natures": ["学校"] })).await;
    assert_eq!(schools["total"], 6);
}

async fn the_one_search_box_finds_every_kind(house: &House) {
    let kinds = async |text: &str| -> Vec<String> {
        let hits = house.ok("search.find", json!({ "text": text })).await;
        let mut kinds: Vec<String> = hits
            .as_array()
            .unwrap()
            .iter()
            .map(|hit| hit["kind"].as_str().unwrap().to_owned())
            .collect();
        kinds.dedup();
        kinds
    };
    assert_eq!(kinds("区图书馆").await, ["unit"]);
    assert!(kinds("yingyesuo").await.contains(&"unit".to_owned()));
    assert!(kinds("听雨").await.contains(&"committee".to_owned()));
    assert!(kinds("").await.is_empty());
}

async fn a_unit_sits_once_on_a_committee_in_official_order(house: &House) {
    house.found().await;
    let committee = house
        .committee_with("听雨", &["区教育局", "区文化馆", "区图书馆"])
        .await;
    let unit = house.unit("区文化馆").await;
    let second = json!({ "unit_id": unit["id"], "committee_id": committee["id"] });
    assert_eq!(
        house.fails("units.saveSeat", second).await.field.as_deref(),
        Some("committee_id")
    );
    let view = house
        .ok("committees.get", json!({ "id": committee["id"] }))
        .await;
    let order: Vec<&str> = view["seats"]
        .as_array()
        .unwrap()
        .iter()
        .map(|seat| seat["unit_name"].as_str().unwrap())
        .collect();
    assert_eq!(order, ["区教育局", "区文化馆", "区图书馆"]);
}

async fn the_stages_of_a_member_are_dated_in_order(house: &House) {
    house.found().await;
    let committee = house.committee_with("听雨", &["区教育局"]).await;
    let unit = house.unit("区教育局").await;
    let member = |stages: Json| {
        json!({
            "id": "", "version": 0, "committee_id": committee["id"], "name": "孙玥", "post": "委员", "duty": "part_time",
            "unit_id": unit["id"], "stage": "approved", "stages": stages, "position": 1, "retired": false,
        })
    };
    let wrong = member(
        json!([{ "stage": "approved", "date": "2024-03" }, { "stage": "recommended", "date": "2024-02" }]),
    );
    assert_eq!(
        house
            .fails("committees.saveMember", wrong)
            .await
            .field
            .as_deref(),
        Some("stages")
    );
    let right = member(
        json!([{ "stage": "recommended", "date": "2024-02" }, { "stage": "approved", "date": "2024-03-01" }]),
    );
    house.ok("committees.saveMember", right).await;
}

async fn members_go_out_committee_by_committee(house: &House) {
    house.found().await;
    let committees = [
        house.committee_with("听雨", &[]).await,
        house.committee_with("听松", &[]).await,
    ];
    for (name, position, at) in [("乙", 2, 0), ("丁", 2, 1), ("丙", 1, 1), ("甲", 1, 0)] {
        let member = json!({
            "id": "", "version": 0, "committee_id": committees[at]["id"], "name": name, "post": "委员",
            "duty": "full_time", "unit_id": null, "stage": "appointed", "stages": [], "position": position,
            "retired": false,
        });
        house.ok("committees.saveMember", member).await;
    }
    let args = json!({ "register": "members" });
    let file = house.ok("registers.export", args).await;
    let rows = sheet(&house.bytes(&file), "委员");
    let names: Vec<&str> = rows.iter().skip(2).map(|row| row[1].as_str()).collect();
    assert_eq!(names, ["甲", "乙", "丙", "丁"]);
}
