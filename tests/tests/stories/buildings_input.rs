//! What is wrong with a compound or a building is told by field.

use crate::buildings::{building, community, compound, holder};
use serde_json::{Value as Json, json};
use tongxin_tests::{House, stories};

stories! {
    House:
        wrong_input_is_told_by_field;
}

async fn wrong_input_is_told_by_field(house: &House) {
    let community = community(house).await;
    let compound = compound(house, &community, "听雨花园").await;
    let id = building(house, &compound, "1号楼").await["id"].clone();
    let of_compound = |more: Json| with(json!({ "community_id": community, "name": "新苑" }), more);
    let of_building = |more: Json| {
        with(
            json!({ "compound_id": compound["id"], "name": "2号楼" }),
            more,
        )
    };
    let posts = |posts: Json| json!({ "id": id, "version": 1, "posts": posts });
    let twice = json!([{ "name": "张三", "post": "主任", "party": true }, { "name": "张三", "post": "", "party": false }]);
    let cases = [
        (
            "compounds.save",
            of_compound(json!({ "name": " " })),
            "请填写小区名称。",
        ),
        (
            "compounds.save",
            of_compound(json!({ "community_id": "nowhere" })),
            "请选择小区所在的社区。",
        ),
        (
            "compounds.save",
            of_compound(json!({ "property_mode": "自治" })),
            "物业服务模式“自治”不在单位设定的范围内，请从列表中选择。",
        ),
        (
            "compounds.save",
            of_compound(json!({ "households": -1 })),
            "户数应为 0 到 1000000 的整数。",
        ),
        (
            "compounds.save",
            of_compound(json!({ "owners_committee": twice })),
            "业委会成员“张三”填了两次，请保留一条。",
        ),
        (
            "compounds.save",
            of_compound(
                json!({ "owners_committee": [{ "name": "", "post": "主任", "party": false }] }),
            ),
            "请填写业委会成员姓名。",
        ),
        (
            "buildings.save",
            of_building(json!({ "name": "" })),
            "请填写楼栋名称。",
        ),
        (
            "buildings.save",
            of_building(json!({ "party_members": 2_000_000 })),
            "党员数应为 0 到 1000000 的整数。",
        ),
        (
            "buildings.save",
            of_building(json!({ "stairwells": 31 })),
            "单元数应为 0 到 30 的整数。",
        ),
        (
            "buildings.save",
            of_building(json!({ "compound_id": "nowhere" })),
            "没有找到这条小区记录，可能已被他人更改，请刷新后再试。",
        ),
        (
            "buildings.savePosts",
            posts(json!([
                holder("health", "张三", ""),
                holder("health", "李四", "")
            ])),
            "卫生员只能填一人，请删去多余的一行。",
        ),
        (
            "buildings.savePosts",
            posts(json!([holder("health", "", "13900006923")])),
            "填了卫生员的电话，请补填姓名。",
        ),
        (
            "buildings.savePosts",
            posts(json!([holder("health", "张三", "1390000692")])),
            "卫生员的手机号应为 11 位，“1390000692”有 10 位，请核对。",
        ),
        (
            "buildings.savePosts",
            posts(json!([{ "post": "health", "name": "张三", "phone": "", "since": "2027" }])),
            "卫生员的任职时间不能晚于今天。",
        ),
        (
            "stairwells.save",
            json!({ "building_id": id, "name": "" }),
            "请填写单元名称。",
        ),
    ];
    for (command, args, message) in cases {
        let error = house.fails(command, args).await;
        assert_eq!(error.message, message, "{command}");
    }
    assert_eq!(house.ok("buildings.list", json!({})).await["total"], 1);
}

fn with(mut base: Json, more: Json) -> Json {
    if let (Some(base), Json::Object(more)) = (base.as_object_mut(), more) {
        base.extend(more);
    }
    base
}
