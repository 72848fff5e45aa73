//! The buildings ledger: from an office's own sheet into the register, taken back whole, and out again.

use crate::places::street;
use serde_json::{Value as Json, json};
use tongxin_tests::{House, ledger, stories};

stories! {
    House:
        a_ledger_comes_in_as_offices_keep_it,
        what_is_exported_comes_back_unchanged,
        what_was_edited_comes_back_as_changes,
        every_wrong_row_is_told;
}

const HEAD: [&str; 9] = [
    "所属社区",
    "小区名称",
    "楼栋号",
    "单元数",
    "住户数",
    "楼栋长",
    "楼栋长联系电话",
    "物业模式",
    "业委会",
];

/// A workbook with a title, this header and these rows.
fn book(rows: &[[&str; 9]]) -> Vec<u8> {
    ledger("楼栋", "云溪街道小区楼栋台账", HEAD, rows)
}

const LEDGER: [[&str; 9]; 6] = [
    [
        "听雨社区",
        "听雨花园",
        "1",
        "3",
        "36户",
        "李兰",
        "13900006923",
        "红管家",
        "吴静（主任、党员）；郑龙",
    ],
    ["", "", "2#", "", "24", " 陈 强", "", "", ""],
    ["", "", "", "", "", "", "", "", ""],
    ["", "安居苑", "A座", "2", "", "", "", "专业物业", ""],
    [
        "望湖社区",
        "望湖里",
        "１０栋",
        "",
        "48",
        "欧阳玥",
        "0731-8888888",
        "",
        "",
    ],
    ["合计", "", "", "5", "108", "", "", "", ""],
];

async fn handed_in(house: &House, rows: &[[&str; 9]]) -> Json {
    json!(house.office.files().keep("楼栋台账.xlsx", book(rows)))
}

async fn previewed(house: &House, file: &Json) -> Json {
    let args = json!({ "register": "buildings", "file": file });
    house.ok("registers.importPreview", args).await
}

fn apply(file: &Json) -> Json {
    json!({ "register": "buildings", "file": file, "create_missing": true })
}

/// Names with their places, as the list shows them.
async fn listed(house: &House) -> Vec<String> {
    let page = house.ok("buildings.list", json!({})).await;
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| {
        let text = |value: &Json| value.as_str().unwrap().to_owned();
        let place = text(&row["community"]) + &text(&row["compound"]);
        format!(
            "{place}{} {}",
            text(&row["building"]["name"]),
            row["stairwells"]
        )
    })
    .collect()
}

async fn a_ledger_comes_in_as_offices_keep_it(house: &House) {
    house.found().await;
    let file = handed_in(house, &LEDGER).await;
    let preview = previewed(house, &file).await;
    assert_eq!(preview["faults"], json!([]));
    assert_eq!(preview["counts"][0]["count"]["created"], 4);
    assert_eq!(
        preview["missing"],
        json!([{ "thing": "社区", "names": ["听雨社区", "望湖社区"] }])
    );
    let asked = json!({ "register": "buildings", "file": file });
    let refused = house.fails("registers.importApply", asked).await;
    assert!(
        refused.message.contains("2 个社区（听雨社区、望湖社区）"),
        "{}",
        refused.message
    );
    assert!(listed(house).await.is_empty(), "nothing half-written");

    let outcome = house.ok("registers.importApply", apply(&file)).await;
    assert_eq!(outcome["counts"][0]["count"]["created"], 4);
    let expected = [
        "听雨社区安居苑A座 2",
        "听雨社区听雨花园1号楼 3",
        "听雨社区听雨花园2号楼 0",
        "望湖社区望湖里10栋 0",
    ];
    assert_eq!(listed(house).await, expected);
    let compounds = house
        .ok("compounds.list", json!({ "search": "听雨花园" }))
        .await;
    let garden = &compounds["rows"][0]["compound"];
    assert_eq!(garden["property_mode"], "红管家");
    let owners = json!([{ "name": "吴静", "post": "主任", "party": true }, { "name": "郑龙", "post": "委员", "party": false }]);
    assert_eq!(garden["owners_committee"], owners);
    let found = house
        .ok("buildings.list", json!({ "search": "陈强" }))
        .await;
    assert_eq!(found["total"], 1, "spaces that align a name are noise");

    let again = house.ok("registers.importApply", apply(&file)).await;
    assert_eq!(again["counts"][0]["count"]["unchanged"], 4);
    let sets = house.ok("changes.list", json!({})).await;
    let import = sets
        .as_array()
        .unwrap()
        .iter()
        .find(|set| set["command"] == "registers.importApply" && set["changes"] != 0)
        .unwrap();
    house
        .ok("changes.undo", json!({ "id": import["id"] }))
        .await;
    assert!(listed(house).await.is_empty());
    assert_eq!(house.ok("compounds.list", json!({})).await["total"], 0);
    assert_eq!(house.ok("communities.list", json!({})).await, json!([]));
}

async fn what_is_exported_comes_back_unchanged(house: &House) {
    street(house).await;
    for command in ["buildings.export", "registers.export"] {
        let file = house.ok(command, json!({ "register": "buildings" })).await;
        let preview = previewed(house, &file).await;
        assert_eq!(preview["faults"], json!([]), "{command}");
        let count = &preview["counts"][0]["count"];
        assert_eq!(
            (&count["unchanged"], &count["total"]),
            (&json!(3), &json!(3)),
            "{command}"
        );
    }
}

async fn what_was_edited_comes_back_as_changes(house: &House) {
    let ids = street(house).await;
    let rows = [
        [
            "听雨社区",
            "听雨花园",
            "1号楼",
            "4",
            "80",
            "欧阳玥",
            "139****6923",
            "专业物业",
            "",
        ],
        [
            "听雨社区",
            "听雨花园",
            "2号楼",
            "",
            "",
            "王敏",
            "13911112222",
            "",
            "",
        ],
    ];
    let file = handed_in(house, &rows).await;
    let preview = previewed(house, &file).await;
    let changes = |row: &Json| {
        let changes = row["changes"].as_array().unwrap().iter();
        changes
            .map(|change| {
                let text = |field: &str| change[field].as_str().unwrap().to_owned();
                format!("{} {}→{}", text("label"), text("old"), text("new"))
            })
            .collect::<Vec<_>>()
    };
    let first = ["单元数 3→4", "户数 72→80", "物业服务模式 红管家→专业物业"];
    assert_eq!(changes(&preview["rows"][0]), first);
    let second = ["楼栋长/姓名 →王敏", "楼栋长/电话 →139****2222"];
    assert_eq!(changes(&preview["rows"][1]), second);
    house.ok("registers.importApply", apply(&file)).await;
    let view = house
        .ok("buildings.get", json!({ "id": ids["first"] }))
        .await;
    assert_eq!(view["stairwells"].as_array().unwrap().len(), 4);
    assert_eq!(view["compound"]["property_mode"], "专业物业");
    let reveal = json!({ "id": ids["first"], "post": "building_leader" });
    let kept = house.ok("buildings.revealPhone", reveal).await;
    assert_eq!(
        kept["phone"], "13900006923",
        "a masked number means what is kept"
    );
}

async fn every_wrong_row_is_told(house: &House) {
    street(house).await;
    let rows = [
        ["听雨社区", "听雨花园", "1号楼", "2", "", "", "", "", ""],
        ["听雨社区", "听雨花园", "2号楼", "31", "", "", "", "", ""],
        [
            "听雨社区",
            "听雨花园",
            "3号楼",
            "",
            "",
            "",
            "13900000000",
            "",
            "",
        ],
        [
            "听雨社区",
            "听雨花园",
            "4号楼",
            "",
            "很多",
            "张三",
            "1390000692",
            "",
            "",
        ],
        [
            "听雨社区",
            "听雨花园",
            "5号楼",
            "",
            "",
            "张三",
            "139****0000",
            "",
            "",
        ],
        ["听雨社区", "听雨花园", "6号楼", "", "", "", "", "自治", ""],
        ["听雨社区", "新苑", "1号楼", "", "", "", "", "信托制", ""],
        ["听雨社区", "新苑", "2号楼", "", "", "", "", "红管家", ""],
        ["听雨社区", "新苑", "", "", "", "李四", "", "", ""],
    ];
    let file = handed_in(house, &rows).await;
    let preview = previewed(house, &file).await;
    let faults = preview["faults"].as_array().unwrap();
    let expected = [
        (3, "已登记 3 个单元，要减少请到“小区楼栋”里逐个停用。"),
        (4, "单元数应为 0 到 30 的整数。"),
        (5, "填了楼栋长的电话，请补填姓名。"),
        (6, "很多"),
        (6, "11 位"),
        (7, "*"),
        (
            8,
            "物业服务模式“自治”不在单位设定的范围内，请从列表中选择。",
        ),
        (10, "与前面的行对“新苑”写的不一样，请改成一致。"),
        (11, "楼栋未填"),
    ];
    assert_eq!(faults.len(), expected.len(), "{faults:?}");
    for (fault, (row, part)) in faults.iter().zip(expected) {
        let reason = fault["reason"].as_str().unwrap();
        assert!(fault["row"] == row && reason.contains(part), "{fault}");
    }
    let before = listed(house).await;
    let refused = house.fails("registers.importApply", apply(&file)).await;
    assert_eq!(refused.field.as_deref(), Some("skip_wrong"));
    assert_eq!(listed(house).await, before, "nothing half-written");
    let mut skip = apply(&file);
    skip["skip_wrong"] = json!(true);
    let outcome = house.ok("registers.importApply", skip).await;
    assert_eq!(outcome["counts"][0]["count"]["created"], 1);
}
