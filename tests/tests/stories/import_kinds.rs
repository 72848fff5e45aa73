//! Registers through Excel, kind by kind: holidays, assignments, service records, and an office brought in whole.

use crate::imports::{apply, counts, file, preview};
use serde_json::json;
use tongxin_tests::{House, fixture, stories};

stories! {
    House:
        holidays_come_from_the_yearly_notice,
        assignments_are_brought_along,
        services_name_their_partners,
        an_office_is_brought_in_at_mid_year;
}

async fn holidays_come_from_the_yearly_notice(house: &House) {
    house.found().await;
    let rows: &[&[&str]] = &[
        &["2027年部分节假日安排"],
        &["安排", "节日名称", "放假开始", "放假结束"],
        &["放假", "元旦", "2027年1月1日", "2027年1月3日"],
        &["放假", "春节", "2027.2.5", "2027.2.11"],
        &["上班", "", "2027年2月14日", ""],
        &["上班", "", "2027年2月6日", ""],
        &["上班", "", "2027年2月15日", ""],
    ];
    let notice = file(house, "节假日.xlsx", &[("2027", rows)]);
    let told = preview(house, "holidays", &notice).await;
    assert_eq!(told["wrong_rows"], 2, "{told:#}");
    let args = json!({ "register": "holidays", "file": notice, "skip_wrong": true });
    let done = house.ok("registers.importApply", args).await;
    assert_eq!(counts(&done["counts"][0]), [3, 3, 0, 0]);
    let years = house.ok("calendar.list", json!({})).await;
    let year = years
        .as_array()
        .unwrap()
        .iter()
        .find(|year| year["year"] == 2027);
    let pack = &year.unwrap()["pack"];
    assert_eq!(pack["off"].as_array().unwrap().len(), 2);
    assert_eq!(pack["working"], json!(["2027-02-14"]));
    let longer: &[&[&str]] = &[
        &["类别", "节日", "开始日期", "结束日期"],
        &["放假", "元旦", "2027年1月1日", "2027年1月2日"],
    ];
    let longer = file(house, "更正.xlsx", &[("2027", longer)]);
    let done = apply(house, "holidays", &longer).await;
    assert_eq!(counts(&done["counts"][0]), [1, 0, 1, 0]);
    let export = house
        .ok("registers.export", json!({ "register": "holidays" }))
        .await;
    let told = preview(house, "holidays", &export).await;
    let [total, created, changed, unchanged] = counts(&told["counts"][0]);
    assert_eq!((created, changed, unchanged), (0, 0, total), "{told:#}");
}

async fn assignments_are_brought_along(house: &House) {
    house.found().await;
    let ledger = house.hand_in(&fixture("成员单位台账.xlsx"));
    apply(house, "units", &ledger).await;
    let rows: &[&[&str]] = &[
        &[
            "社区",
            "事项",
            "责任单位",
            "协办",
            "交办时间",
            "完成时限",
            "状态",
            "办结时间",
        ],
        &[
            "听雨社区",
            "协调停车",
            "区人民医院",
            "区住建局、市政公司",
            "2026.9.1",
            "2026年9月30日",
            "",
            "",
        ],
        &[
            "听雨社区",
            "修路灯",
            "供电公司",
            "",
            "2026.8.1",
            "2026.8.20",
            "已办结",
            "2026.8.18",
        ],
        &[
            "听雨社区",
            "早于交办",
            "供电公司",
            "",
            "2026.8.1",
            "2026.7.20",
            "",
            "",
        ],
        &[
            "听雨社区",
            "没有日期",
            "供电公司",
            "",
            "2026.8.1",
            "2026.8.20",
            "已办结",
            "",
        ],
    ];
    let opening = file(house, "交办.xlsx", &[("交办", rows)]);
    let told = preview(house, "assignments", &opening).await;
    assert_eq!(told["wrong_rows"], 2, "{told:#}");
    let args = json!({ "register": "assignments", "file": opening, "skip_wrong": true });
    house.ok("registers.importApply", args).await;
    let rows = house.ok("assignments.list", json!({})).await;
    assert_eq!(rows["total"], 2);
    let open = rows["rows"].as_array().unwrap().iter();
    let open = open
        .clone()
        .find(|row| row["assignment"]["content"] == "协调停车")
        .unwrap();
    assert_eq!(open["assignment"]["state"], "open");
    assert_eq!(open["assignment"]["helpers"][1]["relation"], "external");
    assert!(open["assignment"]["lead_unit_id"].is_string());
    let export = house
        .ok("registers.export", json!({ "register": "assignments" }))
        .await;
    let told = preview(house, "assignments", &export).await;
    assert_eq!(counts(&told["counts"][0]), [2, 0, 0, 2], "{told:#}");
}

async fn services_name_their_partners(house: &House) {
    house.found().await;
    let register = house.hand_in(&fixture("合伙人登记表.xlsx"));
    let args = json!({ "register": "partners", "file": register, "create_missing": true });
    house.ok("registers.importApply", args).await;
    let found = house
        .ok("partners.list", json!({ "page": { "limit": 2 } }))
        .await;
    let name = |at: usize| {
        found["rows"][at]["partner"]["name"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let community = found["rows"][0]["community"]
        .as_str()
        .unwrap_or("全街道")
        .to_owned();
    let (one, both) = (name(0), format!("{}(1.5)、{}", name(0), name(1)));
    let rows: &[&[&str]] = &[
        &[
            "活动日期",
            "社区",
            "活动内容",
            "参加人员",
            "时长",
            "服务人数",
        ],
        &[
            "2026年9月12日",
            &community,
            "义务理发",
            &one,
            "2小时",
            "20人",
        ],
        &["2026.9.13", &community, "整理楼道", &both, "3", ""],
        &["2026.9.14", &community, "不知是谁", "查无此人", "3", ""],
        &["2026.9.15", &community, "没写时长", &one, "", ""],
    ];
    let services = file(house, "服务.xlsx", &[("服务", rows)]);
    let told = preview(house, "services", &services).await;
    assert_eq!(told["wrong_rows"], 2, "{:#}", told["faults"]);
    let args = json!({ "register": "services", "file": services, "skip_wrong": true });
    house.ok("registers.importApply", args).await;
    let kept = house.ok("services.list", json!({})).await;
    assert_eq!(kept["total"], 2);
    let minutes: Vec<i64> = kept["rows"][0]["shares"]
        .as_array()
        .unwrap()
        .iter()
        .map(|share| share["minutes"].as_i64().unwrap())
        .collect();
    assert_eq!(minutes, [90, 180]);
    let export = house
        .ok("registers.export", json!({ "register": "services" }))
        .await;
    let told = preview(house, "services", &export).await;
    assert_eq!(counts(&told["counts"][0]), [2, 0, 0, 2], "{told:#}");
}

async fn an_office_is_brought_in_at_mid_year(house: &House) {
    house.found().await;
    let set = house.ok("opening.template", json!({})).await;
    for register in [
        "units",
        "communities",
        "members",
        "opening",
        "assignments",
        "agreements",
        "flags",
    ] {
        let told = preview(house, register, &set).await;
        assert_eq!(counts(&told["counts"][0])[0], 0, "{register}");
        assert_eq!(told["wrong_rows"], 0, "{register}: {:#}", told["faults"]);
    }
    let ledger = house.hand_in(&fixture("成员单位台账.xlsx"));
    apply(house, "units", &ledger).await;
    let rows: &[&[&str]] = &[
        &[
            "大党委",
            "年份",
            "1月",
            "二月",
            "12月",
            "下一次会议第几次",
            "下一期纪要第几期",
        ],
        &["听雨社区", "2026", "区人民医院", "区住建局", "", "8", "9"],
        &["望江社区", "2026", "查无此单位", "", "", "", ""],
        &["云溪社区", "2027", "区人民医院", "", "", "", ""],
    ];
    let opening = file(house, "期初.xlsx", &[("期初", rows)]);
    let told = preview(house, "opening", &opening).await;
    assert!(
        told["wrong_rows"].as_i64().unwrap() >= 2,
        "{:#}",
        told["faults"]
    );
    let args = json!({ "register": "opening", "file": opening, "skip_wrong": true });
    house.ok("registers.importApply", args).await;
    let rows = house.ok("opening.view", json!({ "year": 2026 })).await;
    let row = rows.as_array().unwrap().iter();
    let row = row
        .clone()
        .find(|row| row["committee"] == "听雨社区“大党委”")
        .unwrap();
    assert_eq!(
        (row["next_session"].as_i64(), row["next_issue"].as_i64()),
        (Some(8), Some(9))
    );
    let months: Vec<&str> = row["served"]
        .as_array()
        .unwrap()
        .iter()
        .map(|turn| turn["month"].as_str().unwrap())
        .collect();
    assert_eq!(months, ["2026-01", "2026-02"]);
    let again = preview(house, "opening", &opening).await;
    assert_eq!(counts(&again["counts"][0]), [1, 0, 0, 1], "{again:#}");
}
