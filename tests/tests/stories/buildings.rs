//! Buildings: compounds, buildings in natural order, stairwells, 两长三员 and their phones.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_core::api;
use tongxin_core::session::Role;
use tongxin_tests::{House, stories};

stories! {
    House:
        buildings_come_in_the_order_of_their_numbers,
        names_are_unique_within_their_parent,
        pages_of_buildings_follow_each_other_without_gaps,
        a_place_is_found_by_compound_and_building,
        posts_are_appointed_and_their_history_is_kept,
        phones_of_residents_are_shown_one_at_a_time,
        a_secretary_keeps_the_buildings_of_the_own_community,
        a_compound_takes_its_buildings_out_of_use_and_back;
}

/// An office with one community; gives the community's key.
pub(crate) async fn community(house: &House) -> Json {
    house.found().await;
    house.committee_with("听雨", &[]).await["community_id"].clone()
}

pub(crate) async fn compound(house: &House, community: &Json, name: &str) -> Json {
    let compound = json!({ "community_id": community, "name": name, "property_mode": "专业物业" });
    house.ok("compounds.save", compound).await
}

pub(crate) async fn building(house: &House, compound: &Json, name: &str) -> Json {
    let building = json!({ "compound_id": compound["id"], "name": name });
    house.ok("buildings.save", building).await["building"].clone()
}

fn names(page: &Json) -> Vec<String> {
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| row["building"]["name"].as_str().unwrap().to_owned())
        .collect()
}

async fn listed(house: &House, args: Json) -> Vec<String> {
    names(&house.ok("buildings.list", args).await)
}

async fn buildings_come_in_the_order_of_their_numbers(house: &House) {
    let community = community(house).await;
    let compound = compound(house, &community, "听雨花园").await;
    for name in ["10号楼", "2", "1#", "12号楼", "A座", "３号"] {
        building(house, &compound, name).await;
    }
    let order = ["1号楼", "2号楼", "3号楼", "10号楼", "12号楼", "A座"];
    assert_eq!(listed(house, json!({})).await, order);
    let mut back = order;
    back.reverse();
    assert_eq!(listed(house, json!({ "descending": true })).await, back);
    let view = house
        .ok("compounds.get", json!({ "id": compound["id"] }))
        .await;
    let shown: Vec<&Json> = view["buildings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["building"]["name"])
        .collect();
    assert_eq!(shown, order);
}

async fn names_are_unique_within_their_parent(house: &House) {
    let community = community(house).await;
    let garden = compound(house, &community, "听雨花园").await;
    let other = compound(house, &community, "安居苑").await;
    let again = json!({ "community_id": community, "name": "听雨花园" });
    let error = house.fails("compounds.save", again).await;
    assert_eq!(
        error.message,
        "本社区已有在用小区“听雨花园”，请直接修改原记录，避免重复。"
    );
    let first = building(house, &garden, "1号楼").await;
    building(house, &other, "1号楼").await;
    let error = house
        .fails(
            "buildings.save",
            json!({ "compound_id": garden["id"], "name": "1#" }),
        )
        .await;
    assert_eq!(
        error.message,
        "本小区已有在用楼栋“1号楼”，请直接修改原记录，避免重复。"
    );
    let retire = json!({ "id": first["id"], "version": 1, "retired": true });
    house.ok("buildings.retire", retire).await;
    building(house, &garden, "1号楼").await;
    let back = json!({ "id": first["id"], "version": 2, "retired": false });
    assert_eq!(
        house.fails("buildings.retire", back).await.field.as_deref(),
        Some("name")
    );
    let stairwell = json!({ "building_id": first["id"], "name": "1" });
    let kept = house.ok("stairwells.save", stairwell.clone()).await;
    assert_eq!(kept["name"], "1单元");
    let error = house.fails("stairwells.save", stairwell).await;
    assert_eq!(error.message, "本楼栋已有单元“1单元”，请换一个名称。");
}

async fn pages_of_buildings_follow_each_other_without_gaps(house: &House) {
    let community = community(house).await;
    for (name, number) in [("听雨花园", 7), ("安居苑", 3), ("翠湖里", 4)] {
        let compound = compound(house, &community, name).await;
        for n in 1..=number {
            let building = json!({
                "compound_id": compound["id"], "name": n.to_string(), "households": n % 3, "party_members": n % 2,
            });
            house.ok("buildings.save", building).await;
        }
    }
    for sort in ["place", "households", "party_members"] {
        for descending in [false, true] {
            let all = house
                .ok(
                    "buildings.list",
                    json!({ "sort": sort, "descending": descending }),
                )
                .await;
            let mut paged = Vec::new();
            let mut after = Json::Null;
            loop {
                let page = json!({ "limit": 4, "after": after });
                let page = house
                    .ok(
                        "buildings.list",
                        json!({ "sort": sort, "descending": descending, "page": page }),
                    )
                    .await;
                assert_eq!(page["total"], 14);
                paged.extend(page["rows"].as_array().unwrap().clone());
                after = page["next"].clone();
                if after.is_null() {
                    break;
                }
            }
            assert_eq!(json!(paged), all["rows"], "{sort} {descending}");
        }
    }
    let page = house
        .ok("compounds.list", json!({ "page": { "limit": 2 } }))
        .await;
    let next = house
        .ok(
            "compounds.list",
            json!({ "page": { "limit": 2, "after": page["next"] } }),
        )
        .await;
    let rows = [&page, &next]
        .map(|page| page["rows"].as_array().unwrap().clone())
        .concat();
    let compounds: Vec<&Json> = rows.iter().map(|row| &row["compound"]["name"]).collect();
    assert_eq!(compounds, ["安居苑", "翠湖里", "听雨花园"]);
    assert_eq!(rows[2]["buildings"], 7);
}

async fn a_place_is_found_by_compound_and_building(house: &House) {
    let community = community(house).await;
    let garden = compound(house, &community, "听雨花园").await;
    let other = compound(house, &community, "安居苑").await;
    let leader = building(house, &garden, "3号楼").await;
    building(house, &garden, "4号楼").await;
    building(house, &other, "3号楼").await;
    let posts = json!({ "id": leader["id"], "version": 1, "posts": [{ "post": "building_leader", "name": "欧阳玥" }] });
    house.ok("buildings.savePosts", posts).await;
    for (search, found) in [
        ("听雨花园3号楼", 1),
        ("tyhy", 2),
        ("tingyu 3", 1),
        ("3号楼", 2),
        ("安居苑 4", 0),
        ("欧阳玥", 1),
        ("oyy", 1),
        ("听雨花园 欧阳", 1),
    ] {
        let page = house
            .ok("buildings.list", json!({ "search": search }))
            .await;
        assert_eq!(page["total"], found, "{search}");
    }
    let vacant = |post: &str| json!({ "vacant": [post] });
    assert_eq!(
        house.ok("buildings.list", vacant("building_leader")).await["total"],
        2
    );
    assert_eq!(
        house.ok("buildings.list", vacant("safety")).await["total"],
        3
    );
}

pub(crate) fn holder(post: &str, name: &str, phone: &str) -> Json {
    json!({ "post": post, "name": name, "phone": phone, "since": "2025-03" })
}

async fn posts_are_appointed_and_their_history_is_kept(house: &House) {
    let community = community(house).await;
    let compound = compound(house, &community, "听雨花园").await;
    let building = building(house, &compound, "1号楼").await;
    assert_eq!(building["vacant"], 31);
    let posts = json!([
        holder("safety", "李四", ""),
        holder("party_leader", "张三", "139 0000 6923"),
        holder("health", "", "")
    ]);
    let view = house
        .ok(
            "buildings.savePosts",
            json!({ "id": building["id"], "version": 1, "posts": posts }),
        )
        .await;
    let kept = &view["building"];
    assert_eq!(kept["posts"][0]["post"], "party_leader");
    assert_eq!(kept["posts"][0]["phone"], "139****6923");
    assert_eq!(kept["posts"].as_array().unwrap().len(), 2);
    assert_eq!(kept["vacant"], 0b11010);
    let next = json!([holder("party_leader", "王五", "")]);
    house
        .ok(
            "buildings.savePosts",
            json!({ "id": building["id"], "version": 2, "posts": next }),
        )
        .await;
    let history = house
        .ok("changes.history", json!({ "id": building["id"] }))
        .await;
    assert_eq!(history[0]["before"]["posts"][0]["name"], "张三");
    assert_eq!(history[0]["after"]["posts"][0]["name"], "王五");
    assert!(!history.to_string().contains("13900006923"), "{history}");
    house
        .ok("changes.undo", json!({ "id": history[0]["set"]["id"] }))
        .await;
    let shown = house
        .ok(
            "buildings.revealPhone",
            json!({ "id": building["id"], "post": "party_leader" }),
        )
        .await;
    assert_eq!(shown, json!({ "name": "张三", "phone": "13900006923" }));
}

async fn phones_of_residents_are_shown_one_at_a_time(house: &House) {
    let community = community(house).await;
    let compound = compound(house, &community, "听雨花园").await;
    let building = building(house, &compound, "1号楼").await;
    let save = |version: i64, name: &str, phone: &str| json!({ "id": building["id"], "version": version, "posts": [holder("building_leader", name, phone)] });
    house
        .ok("buildings.savePosts", save(1, "张三", "13900006923"))
        .await;
    house
        .ok("buildings.savePosts", save(2, "张三", "139****6923"))
        .await;
    let ask = json!({ "id": building["id"], "post": "building_leader" });
    let shown = house.ok("buildings.revealPhone", ask.clone()).await;
    assert_eq!(shown["phone"], "13900006923");
    let log = house.ok("changes.list", json!({})).await;
    assert_eq!(log[0]["command"], "buildings.revealPhone");
    assert_eq!(log[0]["reason"], "查看听雨花园1号楼楼栋长张三的电话");
    assert_eq!(log[0]["changes"], 0);
    assert_eq!(
        house.ok("changes.check", json!({})).await["broken_at"],
        Json::Null
    );
    let error = house
        .fails("buildings.savePosts", save(2, "李四", "139****6923"))
        .await;
    assert_eq!(error.message, "楼栋长已换人，请填写新的电话，或清空。");
    let error = house
        .fails("buildings.savePosts", save(1, "张三", ""))
        .await;
    assert_eq!(error.code, ErrorCode::Conflict);
    let told = json!(error).to_string();
    assert!(
        told.contains("139****6923") && !told.contains("13900006923"),
        "{told}"
    );
    let leader = house.person(Role::Leader, &[]);
    assert_eq!(
        house
            .fails_as(&leader, "buildings.revealPhone", ask.clone())
            .await
            .code,
        ErrorCode::Forbidden
    );
    for (command, args) in [
        ("buildings.get", json!({ "id": building["id"] })),
        ("buildings.list", json!({})),
        ("compounds.get", json!({ "id": compound["id"] })),
    ] {
        let answer = api::call(&house.office, &leader, command, args)
            .await
            .unwrap()
            .to_string();
        assert!(
            answer.contains("139****6923") && !answer.contains("13900006923"),
            "{command}"
        );
    }
    let nobody = json!({ "id": building["id"], "post": "safety" });
    let error = house.fails("buildings.revealPhone", nobody).await;
    assert_eq!(error.message, "1号楼没有登记安全员的电话。");
}

async fn a_secretary_keeps_the_buildings_of_the_own_community(house: &House) {
    house.found().await;
    let own = house.committee_with("听雨", &[]).await;
    let other = house.committee_with("望湖", &[]).await;
    let here = compound(house, &own["community_id"], "听雨花园").await;
    let there = compound(house, &other["community_id"], "望湖里").await;
    let mine = building(house, &here, "1号楼").await;
    let theirs = building(house, &there, "1号楼").await;
    let secretary = house.person(Role::Secretary, &[own["id"].as_str().unwrap()]);
    let seen = api::call(&house.office, &secretary, "buildings.list", json!({}))
        .await
        .unwrap();
    assert_eq!(seen["total"], 1);
    let seen = api::call(&house.office, &secretary, "compounds.list", json!({}))
        .await
        .unwrap();
    assert_eq!(seen["total"], 1);
    let posts = |building: &Json| json!({ "id": building["id"], "version": 1, "posts": [holder("health", "赵六", "")] });
    api::call(
        &house.office,
        &secretary,
        "buildings.savePosts",
        posts(&mine),
    )
    .await
    .unwrap();
    for (command, args) in [
        ("buildings.get", json!({ "id": theirs["id"] })),
        ("buildings.savePosts", posts(&theirs)),
        (
            "buildings.save",
            json!({ "compound_id": there["id"], "name": "2号楼" }),
        ),
        (
            "buildings.save",
            json!({ "id": theirs["id"], "version": 1, "compound_id": here["id"], "name": "9号楼" }),
        ),
        (
            "compounds.save",
            json!({ "community_id": other["community_id"], "name": "新苑" }),
        ),
        (
            "stairwells.save",
            json!({ "building_id": theirs["id"], "name": "1单元" }),
        ),
    ] {
        let error = house.fails_as(&secretary, command, args).await;
        assert_eq!(
            error.message, "您没有这个社区的权限，请联系管理员。",
            "{command}"
        );
    }
    let leader = house.person(Role::Leader, &[]);
    assert_eq!(
        house
            .fails_as(&leader, "buildings.savePosts", posts(&theirs))
            .await
            .code,
        ErrorCode::Forbidden
    );
}

async fn a_compound_takes_its_buildings_out_of_use_and_back(house: &House) {
    let community = community(house).await;
    let compound = compound(house, &community, "听雨花园").await;
    building(house, &compound, "1号楼").await;
    let retire = |version: i64, retired: bool| json!({ "id": compound["id"], "version": version, "retired": retired });
    house.ok("compounds.retire", retire(1, true)).await;
    assert!(listed(house, json!({})).await.is_empty());
    assert_eq!(listed(house, json!({ "retired": true })).await, ["1号楼"]);
    let error = house
        .fails(
            "buildings.save",
            json!({ "compound_id": compound["id"], "name": "2号楼" }),
        )
        .await;
    assert_eq!(
        error.message,
        "这个小区已停用，请先恢复使用，或选择其他小区。"
    );
    house.ok("compounds.retire", retire(2, false)).await;
    assert_eq!(listed(house, json!({})).await, ["1号楼"]);
}
