//! Building stars: what cannot be rated, and what is said of it.

use crate::ratings::{compound, fill, marks, open, publish};
use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_tests::{House, ledger, sheet, stories};

stories! {
    House:
        every_wrong_line_of_the_grid_is_told,
        every_wrong_row_of_a_workbook_is_told_in_a_copy,
        publishing_is_refused_with_the_list_of_what_is_missing,
        stars_are_withheld_only_with_a_basis,
        schemes_in_use_are_succeeded_and_never_edited,
        a_file_goes_only_where_it_belongs;
}

async fn every_wrong_line_of_the_grid_is_told(house: &House) {
    compound(house, 4).await;
    let id = open(house, "2026-10").await;
    let lines = house.ok("ratings.scores", json!({ "id": id })).await;
    let line = &lines[0];
    let row = |rated: &Json, judge: &Json, given: &str| json!({ "version": 1, "rated_id": rated, "judge_id": judge, "marks": marks(given) });
    let (rated, judge) = (&line["rated_id"], &line["judge_id"]);
    let other = lines
        .as_array()
        .unwrap()
        .iter()
        .find(|l| l["judge_id"] != *judge && l["rated_id"] == *rated);
    let other = &other.unwrap()["judge_id"];
    let unknown = json!("没有");
    let rows = json!([
        row(rated, judge, "41 -1 优 _ _"),
        row(rated, judge, "40 30 30 _ _"),
        row(rated, rated, "40 30 30 _ _"),
        row(&unknown, judge, "40 30 30 _ _"),
        row(rated, other, "40 _ 30 1.2345 _"),
    ]);
    let refused = house
        .fails("ratings.saveScores", json!({ "id": id, "rows": rows }))
        .await;
    assert_eq!(refused.field.as_deref(), Some("rows"));
    let faults = refused.detail.unwrap();
    let told: Vec<(i64, String)> = faults
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| {
            (
                fault["row"].as_i64().unwrap(),
                fault["reason"].as_str().unwrap().to_owned(),
            )
        })
        .collect();
    let expected = [
        (0, "超过满分 40"),
        (0, "负数"),
        (0, "不是分数"),
        (1, "打了两次分"),
        (2, "不能给自己打分"),
        (3, "不在本期考评里"),
        (4, "没有打分"),
        (4, "最多三位小数"),
    ];
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for ((row, reason), (at, part)) in told.iter().zip(expected) {
        assert!(*row == at && reason.contains(part), "{row}: {reason}");
    }
    let after = house.ok("ratings.scores", json!({ "id": id })).await;
    assert_eq!(after, lines, "nothing half-written");
}

/// A workbook of score sheets with these rows below its header.
fn book(rows: &[[&str; 9]]) -> Vec<u8> {
    let head = [
        "社区",
        "小区",
        "楼栋",
        "考评楼栋（评分人）",
        "安全",
        "卫生",
        "文明创建",
        "扣分",
        "一票否决",
    ];
    ledger("10月", "打分表（2026年10月）", head, rows)
}

const PLACE: [&str; 2] = ["听雨社区", "听雨花园"];

fn scored(rated: &'static str, judge: &'static str, rest: [&'static str; 5]) -> [&'static str; 9] {
    let [a, b, c, d, e] = rest;
    [PLACE[0], PLACE[1], rated, judge, a, b, c, d, e]
}

async fn every_wrong_row_of_a_workbook_is_told_in_a_copy(house: &House) {
    compound(house, 4).await;
    let fine = ["30", "20", "20", "", ""];
    let mut alone = scored("1号楼", "2号楼", fine);
    alone[1] = "独栋小区";
    let rows = [
        scored("1号楼", "2号楼", fine),
        scored("1号楼", "2", fine),
        scored("1号楼", "1号楼", fine),
        scored("1号楼", "99号楼", fine),
        scored("2号楼", "1号楼", ["50", "-1", "优", "", ""]),
        scored("2号楼", "", fine),
        alone,
        scored("3号楼", "1号楼", ["30", "20", "20", "", "是"]),
        scored("3号楼", "2号楼", fine),
    ];
    let file = json!(house.office.files().keep("错.xlsx", book(&rows)));
    let preview = house
        .ok("ratings.previewScores", json!({ "file": file }))
        .await;
    let faults = preview["faults"].as_array().unwrap();
    let expected = [
        (4, "在第 3 行已给1号楼打过分"),
        (5, "不能给自己打分"),
        (6, "“99号楼”不是本小区的楼栋"),
        (7, "超过满分 40"),
        (7, "负数"),
        (7, "不是分数"),
        (8, "考评楼栋未填"),
        (9, "无人可交叉考评"),
        (10, "没有启用不予评星情形"),
    ];
    assert_eq!(faults.len(), expected.len(), "{faults:?}");
    for (fault, (row, part)) in faults.iter().zip(expected) {
        let reason = fault["reason"].as_str().unwrap();
        assert!(fault["row"] == row && reason.contains(part), "{fault}");
    }
    assert_eq!(
        (&preview["wrong_rows"], &preview["sheets"]["created"]),
        (&json!(7), &json!(2))
    );
    let copy = sheet(&house.bytes(&preview["error_copy"]), "10月");
    assert!(
        copy[4].iter().any(|cell| cell.contains("不能给自己打分")),
        "{copy:?}"
    );
    let refused = house
        .fails("ratings.importScores", json!({ "file": file }))
        .await;
    assert_eq!(refused.field.as_deref(), Some("skip_wrong"));
    let skip = json!({ "file": file, "skip_wrong": true, "create_places": true });
    let outcome = house.ok("ratings.importScores", skip).await;
    assert_eq!(
        (&outcome["skipped_rows"], &outcome["sheets"]["created"]),
        (&json!(7), &json!(2))
    );
}

async fn publishing_is_refused_with_the_list_of_what_is_missing(house: &House) {
    compound(house, 4).await;
    let id = open(house, "2026-10").await;
    let view = house.ok("ratings.view", json!({ "id": id })).await;
    assert_eq!(view["missing"].as_array().unwrap().len(), 4);
    let step = json!({ "id": id, "version": view["period"]["version"] });
    let refused = house.fails("ratings.publish", step.clone()).await;
    assert_eq!(refused.code, ErrorCode::State);
    assert!(
        refused
            .message
            .contains("还有 4 个楼栋（单元）缺 12 份评分"),
        "{}",
        refused.message
    );
    let missing = refused.detail.unwrap();
    assert_eq!(missing[0]["judges"].as_array().unwrap().len(), 3);
    fill(house, &id, |number| match number {
        4 => marks("_ _ _"),
        _ => marks("30 20 20"),
    })
    .await;
    let refused = house.fails("ratings.publish", step.clone()).await;
    assert!(
        refused.message.contains("听雨花园4号楼"),
        "{}",
        refused.message
    );
    let entry = refused.detail.unwrap()[0]["entry_id"].clone();
    let silent = json!({ "entry_id": entry, "version": 1, "standing": "exempt" });
    let silent = house.fails("ratings.setStanding", silent).await;
    assert_eq!(silent.field.as_deref(), Some("basis"));
    let exempt =
        json!({ "entry_id": entry, "version": 1, "standing": "exempt", "basis": "外墙改造" });
    house.ok("ratings.setStanding", exempt).await;
    let published = publish(house, &id).await;
    let last = &published["scopes"][0]["rows"][3];
    assert_eq!(
        (&last["standing"], &last["rank"]),
        (&json!("exempt"), &Json::Null)
    );
    assert_eq!(
        house.fails("ratings.publish", step).await.code,
        ErrorCode::State
    );
}

async fn stars_are_withheld_only_with_a_basis(house: &House) {
    compound(house, 4).await;
    let id = open(house, "2026-10").await;
    let view = house.ok("ratings.view", json!({ "id": id })).await;
    let entry = view["scopes"][0]["rows"][0]["entry_id"].clone();
    let withhold = |basis: &str| json!({ "entry_id": entry, "version": 1, "standing": "excluded", "basis": basis });
    let off = house
        .fails("ratings.setStanding", withhold("发生火灾"))
        .await;
    assert!(
        off.message.contains("没有启用不予评星情形"),
        "{}",
        off.message
    );
    let scheme = &view["scheme"];
    let mut rules = scheme["rules"].clone();
    rules["items"][5]["on"] = json!(true);
    let mut succeed = json!({ "id": scheme["id"], "name": scheme["name"], "rules": rules, "note": "增加不予评星情形" });
    let bare = house.fails("schemes.succeed", succeed.clone()).await;
    assert!(bare.message.contains("须写明依据"), "{}", bare.message);
    succeed["rules"]["items"][5]["basis"] = json!("《小区管理规约》第九条");
    let next = house.ok("schemes.succeed", succeed).await;
    let november = house
        .ok(
            "ratings.open",
            json!({ "month": "2026-11", "scheme_id": next["id"] }),
        )
        .await;
    let id = november["id"].as_str().unwrap();
    let view = house.ok("ratings.view", json!({ "id": id })).await;
    let entry = view["scopes"][0]["rows"][0]["entry_id"].clone();
    let withhold = |basis: &str| json!({ "entry_id": entry, "version": 1, "standing": "excluded", "basis": basis });
    let yes = house.fails("ratings.setStanding", withhold("是")).await;
    assert_eq!(yes.field.as_deref(), Some("basis"));
    house
        .ok("ratings.setStanding", withhold("发生火灾（规约第九条）"))
        .await;
    fill(house, id, |_| marks("30 20 20")).await;
    let published = publish(house, id).await;
    let last = &published["scopes"][0]["rows"][3];
    assert_eq!((&last["rank"], &last["stars"]), (&Json::Null, &json!(0)));
}

async fn schemes_in_use_are_succeeded_and_never_edited(house: &House) {
    compound(house, 4).await;
    open(house, "2026-10").await;
    let schemes = house.ok("schemes.list", json!({})).await;
    let row = &schemes["schemes"][0];
    assert_eq!(
        (&row["periods"], &row["current"]),
        (&json!(1), &json!(true))
    );
    let scheme = &row["scheme"];
    let mut args = json!({ "id": scheme["id"], "version": scheme["version"], "name": scheme["name"], "rules": scheme["rules"], "note": "改比重" });
    let used = house.fails("schemes.save", args.clone()).await;
    assert!(used.message.contains("请用“修订”"), "{}", used.message);
    args["rules"]["items"][0]["weight"] = json!(35_000);
    let sum = house.fails("schemes.succeed", args.clone()).await;
    assert_eq!(sum.message, "基本项的权重合计为 95，应为 100，请调整。");
    args["rules"]["items"][0]["weight"] = json!(40_000);
    args["rules"]["items"][4]["name"] = json!("信 访 件数");
    let barred = house.fails("schemes.succeed", args.clone()).await;
    assert!(barred.message.contains("不得列为"), "{}", barred.message);
    args["rules"]["items"][4]["name"] = json!("扣分");
    let next = house.ok("schemes.succeed", args.clone()).await;
    assert_eq!(
        (&next["revision"], &next["series"]),
        (&json!(2), &scheme["series"])
    );
    let again = house.fails("schemes.succeed", args).await;
    assert!(
        again.message.contains("已有更新的一版"),
        "{}",
        again.message
    );
    let old = json!({ "month": "2026-11", "scheme_id": scheme["id"] });
    let old = house.fails("ratings.open", old).await;
    assert!(old.message.contains("已有新版"), "{}", old.message);
    let retire = json!({ "id": scheme["id"], "version": scheme["version"], "retired": true });
    let retire = house.fails("schemes.retire", retire).await;
    assert_eq!(retire.code, ErrorCode::State);
}

async fn a_file_goes_only_where_it_belongs(house: &House) {
    compound(house, 4).await;
    let id = open(house, "2026-09").await;
    let row = scored("1号楼", "2号楼", ["30", "20", "20", "", ""]);
    let file = json!(house.office.files().keep("表.xlsx", book(&[row])));
    let other = json!({ "file": file, "period_id": id });
    let other = house.fails("ratings.previewScores", other).await;
    assert_eq!(
        other.message,
        "表里写的是2026年10月，与所选的2026年9月考评不一致，请核对文件或另选期次。"
    );
    fill(house, &id, |_| marks("30 20 20")).await;
    publish(house, &id).await;
    let closed = house
        .fails(
            "ratings.previewScores",
            json!({ "file": file, "period_id": id }),
        )
        .await;
    assert_eq!(closed.code, ErrorCode::State);
    let photo = json!(house.office.files().keep("照片.xlsx", b"\x89PNG".to_vec()));
    let photo = house
        .fails("ratings.previewScores", json!({ "file": photo }))
        .await;
    assert_eq!(photo.code, ErrorCode::File);
}
