//! Registers through Excel: a free sheet is read, put right, written, exported, edited and read again.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_tests::{House, book, converted, fixture, sheet, stories};

stories! {
    House:
        a_free_sheet_becomes_communities_with_their_committees,
        an_export_comes_back_as_changes_only,
        members_come_with_their_units_and_dated_steps,
        rows_that_disagree_are_chosen,
        headings_put_right_are_remembered,
        every_template_reads_back_as_nothing,
        the_ledger_is_one_of_the_registers,
        every_fault_is_told_in_the_clerks_own_sheet,
        what_is_no_table_is_refused,
        files_of_other_programs_are_read_alike,
        names_written_two_ways_are_offered_as_one,
        what_was_previewed_is_what_is_applied;
}

const FREE: &[&[&str]] = &[
    &["云溪街道各社区大党委基本情况"],
    &["填报时间：2026年10月"],
    &[
        "序号",
        "所在社区",
        "社区书记",
        "开会地点",
        "本届任期",
        "联系人及电话",
    ],
    &[
        "1",
        "听雨社区",
        "周 明",
        "二楼会议室",
        "2025.1-2029.12",
        "李敏 88886666",
    ],
    &["2", "望江社区", "陈昇", "", "2025年1月至2029年12月", ""],
    &["", "", "", "", "", ""],
    &["合计", "2", "", "", "", ""],
];

pub(crate) fn file(house: &House, name: &str, sheets: &[(&str, &[&[&str]])]) -> Json {
    json!(house.office.files().keep(name, book(sheets)))
}

pub(crate) async fn preview(house: &House, register: &str, file: &Json) -> Json {
    let args = json!({ "register": register, "file": file });
    house.ok("registers.importPreview", args).await
}

pub(crate) async fn apply(house: &House, register: &str, file: &Json) -> Json {
    let args = json!({ "register": register, "file": file, "create_missing": true });
    house.ok("registers.importApply", args).await
}

pub(crate) fn counts(count: &Json) -> [i64; 4] {
    ["total", "created", "changed", "unchanged"].map(|key| count["count"][key].as_i64().unwrap())
}

async fn communities(house: &House) {
    house.found().await;
    let free = file(house, "社区.xlsx", &[("社区", FREE)]);
    apply(house, "communities", &free).await;
}

async fn a_free_sheet_becomes_communities_with_their_committees(house: &House) {
    house.found().await;
    let free = file(house, "社区.xlsx", &[("社区", FREE)]);
    let told = preview(house, "communities", &free).await;
    assert_eq!(counts(&told["counts"][0]), [2, 2, 0, 0], "{told:#}");
    assert_eq!(told["wrong_rows"], 0);
    assert_eq!(house.ok("communities.list", json!({})).await, json!([]));
    let done = apply(house, "communities", &free).await;
    assert_eq!(counts(&done["counts"][0]), [2, 2, 0, 0]);
    let rows = house.ok("committees.list", json!({})).await;
    let first = &rows[0]["committee"];
    assert_eq!(first["name"], "听雨社区“大党委”");
    assert_eq!(first["secretary_name"], "周明");
    assert_eq!(first["term_start"], "2025-01");
    assert_eq!(rows[1]["committee"]["position"], 2);
    let again = apply(house, "communities", &free).await;
    assert_eq!(counts(&again["counts"][0]), [2, 0, 0, 2]);
    let newest = house.ok("changes.list", json!({})).await[0].clone();
    assert_eq!(newest["command"], "registers.importApply");
    house
        .ok("changes.undo", json!({ "id": newest["id"] }))
        .await;
    assert_eq!(house.ok("communities.list", json!({})).await, json!([]));
}

async fn an_export_comes_back_as_changes_only(house: &House) {
    communities(house).await;
    let export = house
        .ok("registers.export", json!({ "register": "communities" }))
        .await;
    let back = preview(house, "communities", &export).await;
    assert_eq!(counts(&back["counts"][0]), [2, 0, 0, 2], "{back:#}");
    let mut rows = sheet(&house.bytes(&export), "社区");
    let header = rows
        .iter()
        .position(|row| row.iter().any(|c| c == "社区名称"))
        .unwrap();
    rows[header + 1][0] = "听雨轩社区".to_owned();
    rows[header + 2][3] = "陈龑".to_owned();
    let edited: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let edited: Vec<&[&str]> = edited.iter().map(Vec::as_slice).collect();
    let edited = file(house, "改过的社区.xlsx", &[("社区", &edited)]);
    let back = preview(house, "communities", &edited).await;
    assert_eq!(counts(&back["counts"][0]), [2, 0, 2, 0], "{back:#}");
    let changes = &back["rows"][0]["changes"];
    assert_eq!(
        *changes,
        json!([{ "label": "社区名称", "old": "听雨社区", "new": "听雨轩社区" }])
    );
    apply(house, "communities", &edited).await;
    let rows = house.ok("committees.list", json!({})).await;
    assert_eq!(rows[0]["committee"]["name"], "听雨轩社区“大党委”");
    assert_eq!(rows[1]["committee"]["secretary_name"], "陈龑");
}

async fn members_come_with_their_units_and_dated_steps(house: &House) {
    house.found().await;
    let ledger = house.hand_in(&fixture("成员单位台账.xlsx"));
    apply(house, "units", &ledger).await;
    let rows: &[&[&str]] = &[
        &[
            "大党委",
            "姓名",
            "职务",
            "专兼职",
            "工作单位",
            "推荐",
            "聘任时间",
        ],
        &["听雨社区", "周明", "书记", "专职", "", "", ""],
        &[
            "",
            "孙玥",
            "委员",
            "",
            "区人民医院",
            "2026.3",
            "2026年5月6日",
        ],
        &["新建社区", "李堃", "委员", "专职", "", "", ""],
        &["听雨社区", "王芳", "委员", "兼职", "没有的单位", "", ""],
        &["听雨社区", "赵昇", "委员", "兼职", "", "", ""],
        &["听雨社区", "刘静", "委员", "专职", "区人民医院", "", ""],
    ];
    let members = file(house, "委员.xlsx", &[("委员名单", rows)]);
    let told = preview(house, "members", &members).await;
    assert_eq!(
        told["missing"],
        json!([{ "thing": "社区", "names": ["新建社区"] }])
    );
    assert_eq!(told["wrong_rows"], 2, "{told:#}");
    let reasons: Vec<&str> = told["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["reason"].as_str().unwrap())
        .collect();
    assert!(reasons[0].contains("没有“没有的单位”"), "{reasons:?}");
    assert!(reasons[1].contains("须写明所在单位"), "{reasons:?}");
    let args = json!({ "register": "members", "file": members, "skip_wrong": true });
    let error = house.fails("registers.importApply", args.clone()).await;
    assert_eq!(error.field.as_deref(), Some("create_missing"));
    let args = json!({ "register": "members", "file": members, "skip_wrong": true, "create_missing": true });
    let done = house.ok("registers.importApply", args).await;
    assert_eq!(
        (done["skipped_rows"].as_i64(), counts(&done["counts"][0])),
        (Some(2), [4, 4, 0, 0])
    );
    let rows = house.ok("committees.list", json!({})).await;
    let row = rows.as_array().unwrap().iter();
    let row = row
        .clone()
        .find(|row| row["community"] == "听雨社区")
        .unwrap();
    let view = house
        .ok("committees.get", json!({ "id": row["committee"]["id"] }))
        .await;
    // A person who came from a unit and works full time stays what the sheet says.
    let whole = view["members"].as_array().unwrap().iter();
    let whole = whole
        .clone()
        .find(|member| member["name"] == "刘静")
        .unwrap();
    assert_eq!(whole["duty"], "full_time");
    let member = &view["members"][1];
    assert_eq!(
        (&member["name"], &member["duty"]),
        (&json!("孙玥"), &json!("part_time"))
    );
    assert_eq!(member["stage"], "appointed");
    assert_eq!(
        member["stages"],
        json!([{ "stage": "recommended", "date": "2026-03" }, { "stage": "appointed", "date": "2026-05-06" }])
    );
}

async fn rows_that_disagree_are_chosen(house: &House) {
    house.found().await;
    let rows: &[&[&str]] = &[
        &["社区名称", "书记"],
        &["听雨社区", "周明"],
        &["望江社区", "陈昇"],
        &["听雨社区", "周鸣"],
        &["望江社区", "陈昇"],
    ];
    let twice = file(house, "两遍.xlsx", &[("社区", rows)]);
    let told = preview(house, "communities", &twice).await;
    assert_eq!(counts(&told["counts"][0]), [2, 2, 0, 0]);
    assert_eq!(told["conflicts"].as_array().unwrap().len(), 1);
    let conflict = &told["conflicts"][0];
    assert_eq!(
        (&conflict["name"], &conflict["label"]),
        (&json!("听雨社区"), &json!("书记"))
    );
    assert_eq!(told["corrections"].as_array().unwrap().len(), 1);
    let choose = |value: &str| {
        json!({ "register": "communities", "file": twice,
            "choices": [{ "key": conflict["key"], "value": value }] })
    };
    let error = house.fails("registers.importApply", choose("周铭")).await;
    assert_eq!(error.field.as_deref(), Some("choices"));
    house.ok("registers.importApply", choose("周鸣")).await;
    let rows = house.ok("committees.list", json!({})).await;
    assert_eq!(rows[0]["committee"]["secretary_name"], "周鸣");
}

async fn headings_put_right_are_remembered(house: &House) {
    house.found().await;
    let rows: &[&[&str]] = &[
        &["片区", "带头人"],
        &["听雨社区", "周明"],
        &["望江社区", "陈昇"],
    ];
    let odd = file(house, "怪表.xlsx", &[("表一", rows)]);
    let told = preview(house, "communities", &odd).await;
    assert_eq!(
        told["sheets"][0]["missing"],
        json!(["社区名称"]),
        "{told:#}"
    );
    assert_eq!(told["sheets"][0]["headings"], json!(["片区", "带头人"]));
    let args = json!({ "register": "communities", "file": odd });
    let error = house.fails("registers.importApply", args).await;
    assert_eq!(error.code, ErrorCode::File);
    let columns = json!([
        { "sheet": "表一", "column": "name", "heading": "片区" },
        { "sheet": "表一", "column": "secretary_name", "heading": "带头人" },
    ]);
    let args = json!({ "register": "communities", "file": odd, "columns": columns });
    let told = house.ok("registers.importPreview", args.clone()).await;
    assert_eq!(counts(&told["counts"][0]), [2, 2, 0, 0]);
    house.ok("registers.importApply", args).await;
    let rows: &[&[&str]] = &[&["带头人", "片区"], &["周鸣", "听雨社区"]];
    let later = file(house, "下个月.xlsx", &[("表二", rows)]);
    let told = preview(house, "communities", &later).await;
    assert_eq!(counts(&told["counts"][0]), [1, 0, 1, 0], "{told:#}");
    assert_eq!(told["sheets"][0]["columns"][0]["by"], "choice");
}

async fn every_template_reads_back_as_nothing(house: &House) {
    communities(house).await;
    for info in house
        .ok("registers.list", json!({}))
        .await
        .as_array()
        .unwrap()
    {
        let register = info["register"].as_str().unwrap();
        let of = json!({ "register": register });
        let template = house.ok("registers.template", of.clone()).await;
        let told = preview(house, register, &template).await;
        assert_eq!(counts(&told["counts"][0])[0], 0, "{register}");
        assert_eq!(told["wrong_rows"], 0, "{register}: {told:#}");
        if info["exports"] == true {
            let export = house.ok("registers.export", of).await;
            let told = preview(house, register, &export).await;
            let [total, created, changed, unchanged] = counts(&told["counts"][0]);
            assert_eq!(
                (created, changed, total),
                (0, 0, unchanged),
                "{register}: {told:#}"
            );
        }
    }
}

async fn the_ledger_is_one_of_the_registers(house: &House) {
    house.found().await;
    let ledger = house.hand_in(&fixture("成员单位台账.xlsx"));
    let told = preview(house, "units", &ledger).await;
    assert_eq!(counts(&told["counts"][0]), [158, 158, 0, 0]);
    assert_eq!(counts(&told["counts"][1]), [69, 69, 0, 0]);
    assert_eq!(
        told["facts"][0],
        "17 个社区、69 家单位，其中 46 家在多个大党委任职。"
    );
    assert_eq!(told["missing"][0]["names"].as_array().unwrap().len(), 17);
    let conflict = told["conflicts"][0].clone();
    assert_eq!(conflict["label"], "党员数");
    let args = json!({ "register": "units", "file": ledger, "create_missing": true,
        "choices": [{ "key": conflict["key"], "value": conflict["values"][1]["value"] }] });
    house.ok("registers.importApply", args).await;
    let unit = house.unit(conflict["name"].as_str().unwrap()).await;
    assert_eq!(
        unit["party_members"].to_string(),
        conflict["values"][1]["value"].as_str().unwrap()
    );
    let again = apply(house, "units", &ledger).await;
    assert_eq!(counts(&again["counts"][0]), [158, 0, 0, 158]);
}

async fn every_fault_is_told_in_the_clerks_own_sheet(house: &House) {
    house.found().await;
    let rows: &[&[&str]] = &[
        &["社区登记"],
        &["社区名称", "每月轮值单位数", "任期"],
        &["听雨社区", "几家", "2025.1-2029.12"],
        &["", "2", "长期"],
        &["望江社区", "8", ""],
        &["云溪社区", "2", ""],
    ];
    let wrong = file(house, "错.xlsx", &[("社区", rows)]);
    let told = preview(house, "communities", &wrong).await;
    assert_eq!(told["wrong_rows"], 3, "{told:#}");
    assert_eq!(told["faults"].as_array().unwrap().len(), 4);
    let copy = sheet(&house.bytes(&told["error_copy"]), "社区");
    assert!(copy[2][3].contains("不是整数"), "{copy:?}");
    assert!(
        copy[3][3].contains("未填") && copy[3][3].contains("起止时间"),
        "{copy:?}"
    );
    assert!(copy[4][3].contains("1 到 6"), "{copy:?}");
    let args = json!({ "register": "communities", "file": wrong });
    let error = house.fails("registers.importApply", args).await;
    assert_eq!(error.field.as_deref(), Some("skip_wrong"));
    let args = json!({ "register": "communities", "file": wrong, "skip_wrong": true });
    let done = house.ok("registers.importApply", args).await;
    assert_eq!(counts(&done["counts"][0]), [1, 1, 0, 0]);
}

async fn what_is_no_table_is_refused(house: &House) {
    house.found().await;
    let empty = file(house, "空.xlsx", &[("表", &[])]);
    let letter = file(
        house,
        "信.xlsx",
        &[("表", &[&["各社区："], &["现将有关事项通知如下。"]])],
    );
    for file in [empty, letter] {
        let args = json!({ "register": "communities", "file": file });
        let error = house.fails("registers.importPreview", args).await;
        assert_eq!(error.code, ErrorCode::File);
        assert!(error.message.contains("社区名称"), "{}", error.message);
    }
}

async fn files_of_other_programs_are_read_alike(house: &House) {
    house.found().await;
    let ledger = std::fs::read(fixture("成员单位台账.xlsx")).unwrap();
    for format in ["ods", "xls"] {
        let other = converted(&ledger, house.folder.path(), format);
        let other = json!(house.office.files().keep(format!("台账.{format}"), other));
        let told = preview(house, "units", &other).await;
        assert_eq!(counts(&told["counts"][0]), [158, 158, 0, 0], "{format}");
        assert_eq!(counts(&told["counts"][1]), [69, 69, 0, 0], "{format}");
        assert_eq!(told["conflicts"].as_array().unwrap().len(), 2, "{format}");
    }
    // 听雨社区,周明 in GBK, as Excel on Windows saves it.
    let mut gbk = b"\xc9\xe7\xc7\xf8\xc3\xfb\xb3\xc6,\xca\xe9\xbc\xc7\r\n".to_vec();
    gbk.extend(b"\xcc\xfd\xd3\xea\xc9\xe7\xc7\xf8,\xd6\xdc\xc3\xf7\r\n");
    let gbk = json!(house.office.files().keep("社区.csv", gbk));
    apply(house, "communities", &gbk).await;
    let rows = house.ok("committees.list", json!({})).await;
    assert_eq!(rows[0]["community"], "听雨社区");
    assert_eq!(rows[0]["committee"]["secretary_name"], "周明");
}

async fn names_written_two_ways_are_offered_as_one(house: &House) {
    house.found().await;
    let rows: &[&[&str]] = &[
        &["社区", "单位名称", "党员数"],
        &["听雨社区", "区教育局", "12"],
        &["望江社区", "区教育局机关", "12"],
    ];
    let ledger = file(house, "台账.xlsx", &[("台账", rows)]);
    let told = preview(house, "units", &ledger).await;
    let likely = &told["likely_one"][0];
    assert_eq!(
        likely["names"],
        json!(["区教育局", "区教育局机关"]),
        "{told:#}"
    );
    assert_eq!(counts(&told["counts"][1]), [2, 2, 0, 0]);
    let args = json!({ "register": "units", "file": ledger, "create_missing": true,
        "choices": [{ "key": likely["key"], "value": "区教育局" }] });
    let done = house.ok("registers.importApply", args).await;
    assert_eq!(counts(&done["counts"][1]), [1, 1, 0, 0]);
    assert_eq!(counts(&done["counts"][0]), [2, 2, 0, 0]);
}

async fn what_was_previewed_is_what_is_applied(house: &House) {
    house.found().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("社区.xlsx");
    let seen = book(&[("社区", FREE)]);
    std::fs::write(&path, &seen).unwrap();
    let picked = house.hand_in(&path);
    let told = preview(house, "communities", &picked).await;
    let args = json!({ "register": "communities", "file": picked, "file_hash": told["file_hash"] });
    // Somebody saves the workbook again between the preview and the import.
    let other: &[&[&str]] = &[&["所在社区", "社区书记"], &["滨河社区", "王堃"]];
    std::fs::write(&path, book(&[("社区", other)])).unwrap();
    let refused = house.fails("registers.importApply", args.clone()).await;
    assert_eq!(refused.code, ErrorCode::State);
    assert!(refused.message.contains("重新选择文件"), "{refused}");
    assert_eq!(house.ok("communities.list", json!({})).await, json!([]));
    std::fs::write(&path, &seen).unwrap();
    let done = house.ok("registers.importApply", args).await;
    assert_eq!(counts(&done["counts"][0]), [2, 2, 0, 0]);
}
