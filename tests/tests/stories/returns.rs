//! 月度报送: a workbook goes out filled in ahead, comes back by whatever means, and counts once.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use std::io::{Cursor, Read};
use tongxin_core::api;
use tongxin_core::session::{Role, Session};
use tongxin_tests::{House, Workbook, stories};

stories! {
    House:
        a_return_goes_out_filled_in,
        what_comes_back_is_taken_over_once,
        a_return_of_another_month_community_or_office_is_refused,
        every_wrong_cell_is_told_and_the_rest_can_be_taken,
        one_undo_takes_a_whole_return_back,
        a_claim_that_was_sent_back_is_not_made_again_by_the_same_return,
        what_the_office_changed_meanwhile_is_no_fault_of_the_return,
        people_see_the_returns_of_their_own_committees,
        the_desk_says_whose_return_has_not_come;
    Street:
        what_was_signed_stays_and_is_told_at_its_row,
        every_committee_has_its_workbook;
}

const MONTH: &str = "2026-11";

/// A committee in November: its meeting notified, a topic, an assignment, its units on duty.
pub(super) async fn november(house: &House) -> Json {
    house.found().await;
    let committee = house
        .committee_with("听雨", &["区教育局", "区文化馆"])
        .await;
    let plan = json!({ "from": MONTH, "to": "2026-12" });
    house.ok("rota.plan", plan).await;
    let open = json!({ "committee_id": committee["id"], "month": MONTH, "date": "2026-11-19" });
    let meeting = house.ok("meetings.open", open).await;
    let topic = json!({ "meeting_id": meeting["id"], "kind": "topic", "title": "关于飞线充电整治的议题",
        "proposer": "安居物业", "source": "unit" });
    house.ok("meetings.saveItem", topic).await;
    let notify =
        json!({ "id": meeting["id"], "version": meeting["version"], "date": "2026-11-13" });
    house.ok("meetings.notify", notify).await;
    let matter = json!({ "committee_id": committee["id"], "content": "加装充电箱6台", "lead_name": "安居物业",
        "assigned_on": "2026-10-26", "due_on": "2026-12-18" });
    house.ok("assignments.save", matter).await;
    committee
}

pub(super) async fn made(house: &House, committee: &Json) -> Workbook {
    let args = json!({ "committee_id": committee["id"], "month": MONTH });
    let file = house.ok("returns.make", args).await;
    Workbook::open(&house.bytes(&file))
}

pub(super) fn handed(house: &House, book: &Workbook) -> Json {
    json!({ "file": house.office.files().keep("听雨报送.xlsx", book.save()), "month": MONTH })
}

pub(super) fn counts(of: &Json) -> [i64; 3] {
    ["created", "changed", "unchanged"].map(|key| of["counts"][0]["count"][key].as_i64().unwrap())
}

async fn meeting(house: &House) -> Json {
    let list = house.ok("meetings.list", json!({ "month": MONTH })).await;
    let id = &list["rows"][0]["meeting"]["id"];
    house.ok("meetings.get", json!({ "id": id })).await
}

async fn matter(house: &House) -> Json {
    let list = house.ok("assignments.list", json!({})).await;
    let id = &list["rows"][0]["assignment"]["id"];
    house.ok("assignments.get", json!({ "id": id })).await
}

async fn duty(house: &House) -> Json {
    let board = house.ok("rota.board", json!({ "year": 2026 })).await;
    let cells = board["rows"][0]["cells"].as_array().unwrap();
    let cell = cells.iter().find(|cell| cell["month"] == MONTH).unwrap();
    let view = house
        .ok("rota.turn", json!({ "id": cell["turn_id"] }))
        .await;
    view["turn"].clone()
}

/// What the community fills in.
fn fill_in(book: &mut Workbook) {
    book.set("出席情况", "王堃", "出席情况", "出席");
    book.set("出席情况", "区教育局", "出席情况", "替会");
    book.set("出席情况", "区教育局", "替会人", "郭燕");
    book.set("出席情况", "区文化馆", "出席情况", "请假");
    book.set("出席情况", "区文化馆", "请假缺席事由", "外出开会");
    book.add(
        "出席情况",
        &[("单位", "派出所"), ("姓名", "陈昇"), ("出席情况", "列席")],
    );
    book.add(
        "议题",
        &[("议题名称", "关于电梯加装的议题"), ("来源", "居民事项")],
    );
    book.set(
        "交办事项",
        "加装充电箱6台",
        "本月办理情况",
        "已加装4台，\n余下12月上旬完成",
    );
    book.set(
        "轮值活动",
        "区教育局",
        "完成情况",
        "送教上门2次，60人参加\n走访20户",
    );
    book.set("轮值活动", "区教育局", "轮值小结", "按计划完成。");
}

async fn a_return_goes_out_filled_in(house: &House) {
    let committee = november(house).await;
    let mut book = made(house, &committee).await;
    assert_eq!(
        book.column("出席情况", "单位"),
        ["听雨社区", "区教育局", "区文化馆"]
    );
    assert_eq!(book.column("出席情况", "姓名")[0], "王堃");
    assert_eq!(book.column("出席情况", "出席情况"), Vec::<String>::new());
    assert_eq!(book.column("议题", "议题名称"), ["关于飞线充电整治的议题"]);
    assert_eq!(book.column("交办事项", "交办事项"), ["加装充电箱6台"]);
    assert_eq!(book.column("交办事项", "主办单位"), ["安居物业"]);
    assert_eq!(book.column("轮值活动", "轮值单位").len(), 1);
    let untouched = handed(house, &book);
    let told = house.ok("returns.importPreview", untouched).await;
    let [created, changed, unchanged] = counts(&told);
    assert_eq!((created, changed, unchanged), (0, 0, 6), "{told:#}");
    assert_eq!(told["wrong_rows"], 0);
}

async fn what_comes_back_is_taken_over_once(house: &House) {
    let committee = november(house).await;
    let unit = duty(house).await["unit_id"].clone();
    let on_duty = house.ok("units.get", json!({ "id": unit })).await["unit"]["name"].clone();
    assert_eq!(on_duty, "区教育局");
    let mut book = made(house, &committee).await;
    fill_in(&mut book);
    let back = handed(house, &book);
    let told = house.ok("returns.importPreview", back.clone()).await;
    assert_eq!(counts(&told), [2, 5, 1], "{told:#}");
    assert_eq!(told["wrong_rows"], 0, "{told:#}");
    assert!(told["facts"][0].as_str().unwrap().contains("听雨社区"));
    assert!(meeting(house).await["meeting"]["attendance_taken"].is_null());

    house.ok("returns.importApply", back.clone()).await;
    let view = meeting(house).await;
    let states: Vec<(&str, &str)> = view["attendance"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| {
            (
                p["state"].as_str().unwrap(),
                p["stand_in"].as_str().unwrap(),
            )
        })
        .collect();
    let expected = [
        ("present", ""),
        ("stand_in", "郭燕"),
        ("excused", ""),
        ("observer", ""),
    ];
    assert_eq!(states, expected);
    assert!(!view["meeting"]["attendance_taken"].is_null());
    assert_eq!(duty(house).await["done"], "送教上门2次，60人参加\n走访20户");
    let progress = matter(house).await["progress"].clone();
    assert_eq!(progress[0]["text"], "已加装4台，\n余下12月上旬完成");

    let log = house.ok("changes.list", json!({})).await;
    let told = house.ok("returns.importPreview", back.clone()).await;
    assert_eq!(counts(&told), [0, 0, 8], "{told:#}");
    house.ok("returns.importApply", back).await;
    assert_eq!(house.ok("changes.list", json!({})).await, log);
    let rows = house.ok("returns.list", json!({ "month": MONTH })).await;
    assert_eq!(rows[0]["received"]["file_name"], "听雨报送.xlsx");
    assert_eq!(matter(house).await["progress"], progress);
}

async fn a_return_of_another_month_community_or_office_is_refused(house: &House) {
    let committee = november(house).await;
    let other = house.committee_with("望江", &["区图书馆"]).await;
    let book = made(house, &committee).await;
    let file = handed(house, &book)["file"].clone();
    let wrong_month = json!({ "file": file, "month": "2026-10" });
    let wrong_community = json!({ "file": file, "month": MONTH, "committee_id": other["id"] });
    let mut torn = made(house, &committee).await;
    torn.drop_sheet("说明");
    let no_return = handed(house, &torn);
    for (args, sentence) in [
        (
            wrong_month,
            "这是2026年11月的报送表，现在读入的是2026年10月",
        ),
        (
            wrong_community,
            "这是听雨社区“大党委”的报送表，不是望江社区“大党委”的",
        ),
        (no_return, "这不是月度报送表"),
    ] {
        for command in ["returns.importPreview", "returns.importApply"] {
            let error = house.fails(command, args.clone()).await;
            assert_eq!(error.code, ErrorCode::File);
            assert!(error.message.starts_with(sentence), "{}", error.message);
        }
    }
    let elsewhere = House::open(house.engine, tongxin_tests::Start::House).await;
    // Keys begin with the moment they were made: another office made its own at another time.
    elsewhere.set_clock("2026-11-21", 3);
    november(&elsewhere).await;
    let error = elsewhere
        .fails("returns.importPreview", handed(&elsewhere, &book))
        .await;
    assert!(
        error.message.contains("不是由本单位生成"),
        "{}",
        error.message
    );
    elsewhere.close().await;
}

async fn every_wrong_cell_is_told_and_the_rest_can_be_taken(house: &House) {
    let committee = november(house).await;
    let mut book = made(house, &committee).await;
    book.set("出席情况", "王堃", "出席情况", "到了");
    book.set("出席情况", "区教育局", "出席情况", "替会");
    book.set("出席情况", "区文化馆", "出席情况", "请假");
    book.add(
        "交办事项",
        &[("交办事项", "另外一件事"), ("本月办理情况", "已办")],
    );
    book.set("交办事项", "加装充电箱6台", "申请办结", "是");
    book.set("轮值活动", "区教育局", "完成情况", "送教上门2次");
    let back = handed(house, &book);
    let told = house.ok("returns.importPreview", back.clone()).await;
    let faults: Vec<(&str, &str)> = told["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| (f["sheet"].as_str().unwrap(), f["reason"].as_str().unwrap()))
        .collect();
    assert_eq!(faults.len(), 4, "{faults:#?}");
    assert!(faults[0].1.contains("没有“到了”这一项"), "{faults:?}");
    assert!(faults[1].1.contains("请写明替会人"), "{faults:?}");
    assert!(
        faults
            .iter()
            .any(|(sheet, reason)| *sheet == "交办事项" && reason.contains("没有这一项交办"))
    );
    assert!(
        faults
            .iter()
            .any(|(_, reason)| reason.contains("请写明办理情况"))
    );
    assert!(!told["error_copy"].is_null());

    let error = house.fails("returns.importApply", back.clone()).await;
    assert_eq!(error.field.as_deref(), Some("skip_wrong"));
    let mut skipping = back;
    skipping["skip_wrong"] = json!(true);
    let done = house.ok("returns.importApply", skipping).await;
    assert_eq!(done["skipped_rows"], 4);
    let view = meeting(house).await;
    assert_eq!(view["attendance"][2]["state"], "excused");
    assert_eq!(view["attendance"][0]["state"], "expected");
    assert_eq!(duty(house).await["done"], "送教上门2次");
}

async fn one_undo_takes_a_whole_return_back(house: &House) {
    let committee = november(house).await;
    let before = (meeting(house).await, matter(house).await, duty(house).await);
    let mut book = made(house, &committee).await;
    fill_in(&mut book);
    house.ok("returns.importApply", handed(house, &book)).await;
    let set = house.ok("changes.list", json!({})).await[0].clone();
    assert_eq!(set["command"], "returns.importApply");
    assert!(set["reason"].as_str().unwrap().contains("2026年11月报送"));
    house.ok("changes.undo", json!({ "id": set["id"] })).await;
    let (view, log, turn) = (meeting(house).await, matter(house).await, duty(house).await);
    let people = |view: &Json| -> Vec<Json> {
        let all = view["attendance"].as_array().unwrap().iter();
        all.map(|p| json!([p["person"], p["state"], p["stand_in"]]))
            .collect()
    };
    assert_eq!(people(&view), people(&before.0));
    assert!(view["meeting"]["attendance_taken"].is_null());
    assert_eq!(
        view["items"].as_array().unwrap().len(),
        before.0["items"].as_array().unwrap().len()
    );
    assert_eq!(
        (&log["progress"], &turn["done"]),
        (&before.1["progress"], &before.2["done"])
    );
    let rows = house.ok("returns.list", json!({ "month": MONTH })).await;
    assert!(rows[0]["received"].is_null());
}

async fn a_claim_that_was_sent_back_is_not_made_again_by_the_same_return(house: &House) {
    let committee = november(house).await;
    let mut book = made(house, &committee).await;
    book.set("交办事项", "加装充电箱6台", "本月办理情况", "6台全部装好");
    book.set("交办事项", "加装充电箱6台", "申请办结", "是");
    book.set("交办事项", "加装充电箱6台", "办完日期", "2026-11-18");
    let back = handed(house, &book);
    house.ok("returns.importApply", back.clone()).await;
    let claimed = matter(house).await["assignment"].clone();
    assert_eq!(
        (
            &claimed["state"],
            &claimed["claimed_on"],
            &claimed["result"]
        ),
        (
            &json!("claimed"),
            &json!("2026-11-18"),
            &json!("6台全部装好")
        )
    );
    let step = json!({ "id": claimed["id"], "version": claimed["version"],
        "step": { "step": "return", "reason": "尚有1台不能用" } });
    house.ok("assignments.step", step).await;
    let told = house.ok("returns.importPreview", back).await;
    assert_eq!(counts(&told)[..2], [0, 0], "{told:#}");
    assert_eq!(told["wrong_rows"], 0, "{told:#}");
}

async fn what_the_office_changed_meanwhile_is_no_fault_of_the_return(house: &House) {
    let committee = november(house).await;
    let book = made(house, &committee).await;
    let view = matter(house).await;
    let open = &view["assignment"];
    let step = json!({ "id": open["id"], "version": open["version"],
        "step": { "step": "ask_extension", "to": "2026-12-28", "reason": "待招标" } });
    let asked = house.ok("assignments.step", step).await["assignment"].clone();
    let step = json!({ "id": asked["id"], "version": asked["version"],
        "step": { "step": "answer_extension", "granted": true, "by": "王堃" } });
    house.ok("assignments.step", step).await;
    let told = house
        .ok("returns.importPreview", handed(house, &book))
        .await;
    assert_eq!(counts(&told), [0, 0, 6], "{told:#}");
    assert_eq!(told["wrong_rows"], 0, "{told:#}");
    assert_eq!(matter(house).await["assignment"]["due_on"], "2026-12-28");
}

async fn people_see_the_returns_of_their_own_committees(house: &House) {
    let committee = november(house).await;
    let other = house.committee_with("望江", &["区图书馆"]).await;
    let theirs = house.person(Role::Secretary, &[other["id"].as_str().unwrap()]);
    let args = json!({ "committee_id": committee["id"], "month": MONTH });
    let error = house.fails_as(&theirs, "returns.make", args).await;
    assert_eq!(error.code, ErrorCode::Forbidden);
    let book = made(house, &committee).await;
    let error = house
        .fails_as(&theirs, "returns.importPreview", handed(house, &book))
        .await;
    assert_eq!(error.code, ErrorCode::Forbidden);
    let month = json!({ "month": MONTH });
    let rows = api::call(&house.office, &theirs, "returns.list", month).await;
    let rows = rows.unwrap();
    assert_eq!(rows.as_array().unwrap().len(), 1);
    assert_eq!(rows[0]["committee"], "望江社区“大党委”");
}

/// What the desk says of returns: its title, whom it waits for, and how pressing that is.
async fn waited_for(house: &House, who: &Session, args: Json) -> Vec<[String; 3]> {
    let desk = api::call(&house.office, who, "desk.view", args).await;
    let desk = desk.unwrap();
    let todos = desk["todos"].as_array().unwrap().iter();
    todos
        .filter(|todo| todo["kind"] == "returns_missing")
        .map(|todo| {
            assert!(todo["title"].as_str().unwrap().contains("月度报送："));
            ["target", "note", "urgency"].map(|part| todo[part].as_str().unwrap().to_owned())
        })
        .collect()
}

async fn the_desk_says_whose_return_has_not_come(house: &House) {
    let committee = november(house).await;
    let other = house.committee_with("望江", &["区图书馆"]).await;
    house.committee_with("花溪", &["区档案馆"]).await;
    let clerk = house.clerk().await;
    let all = json!({});
    let book = made(house, &committee).await;
    house.set_clock("2026-12-03", 3);
    assert!(waited_for(house, &clerk, all.clone()).await.is_empty());
    house.set_clock("2026-11-20", 3);
    house.ok("returns.importApply", handed(house, &book)).await;
    assert!(waited_for(house, &clerk, all.clone()).await.is_empty());

    house.set_clock("2026-12-03", 3);
    let told = waited_for(house, &clerk, all.clone()).await;
    let note = "望江、花溪，应于 2026-12-05 前交齐";
    assert_eq!(told, [["2026-11", note, "soon"]]);
    let theirs = house.person(Role::Secretary, &[other["id"].as_str().unwrap()]);
    let told = waited_for(house, &theirs, all.clone()).await;
    assert_eq!(told, [["2026-11", "望江，应于 2026-12-05 前交齐", "soon"]]);
    let done = house.person(Role::Secretary, &[committee["id"].as_str().unwrap()]);
    assert!(waited_for(house, &done, all.clone()).await.is_empty());
    let one = json!({ "committee_id": committee["id"] });
    assert!(waited_for(house, &clerk, one).await.is_empty());

    let mut profile = house.ok("office.state", json!({})).await["profile"].clone();
    profile["rules"]["return_days"] = json!(2);
    house.ok("office.save", profile).await;
    let told = waited_for(house, &clerk, all.clone()).await;
    assert_eq!(told[0][2], "late");
    house.set_clock("2027-01-01", 3);
    let told = waited_for(house, &clerk, all.clone()).await;
    let months: Vec<&str> = told.iter().map(|line| line[0].as_str()).collect();
    assert_eq!(months, ["2026-11", "2026-12"]);
    assert!(told[1][1].starts_with("听雨、望江、花溪"), "{told:?}");
    house.set_clock("2027-04-02", 3);
    let told = waited_for(house, &clerk, all).await;
    assert_eq!(told[0][0], "2027-01", "old months are let go: {told:?}");
}

async fn what_was_signed_stays_and_is_told_at_its_row(house: &House) {
    let list = json!({ "states": ["signed"], "page": { "limit": 1 } });
    let signed = house.ok("meetings.list", list).await["rows"][0]["meeting"].clone();
    let id = json!({ "id": signed["id"] });
    let before = house.ok("meetings.get", id.clone()).await;
    let args = json!({ "committee_id": signed["committee_id"], "month": signed["month"] });
    let file = house.ok("returns.make", args).await;
    let mut book = Workbook::open(&house.bytes(&file));
    let people = book.column("出席情况", "姓名");
    book.set("出席情况", &people[1], "出席情况", "缺席");
    let file = house.office.files().keep("报送.xlsx", book.save());
    let mut back = json!({ "file": file, "month": signed["month"] });
    let told = house.ok("returns.importPreview", back.clone()).await;
    assert_eq!(told["wrong_rows"], 1, "{told:#}");
    assert_eq!(told["faults"][0]["sheet"], "出席情况");
    let reason = told["faults"][0]["reason"].as_str().unwrap();
    assert!(reason.contains("会议纪要已签发"), "{reason}");
    back["skip_wrong"] = json!(true);
    house.ok("returns.importApply", back).await;
    assert_eq!(house.ok("meetings.get", id).await, before);
}

async fn every_committee_has_its_workbook(house: &House) {
    let file = house.ok("returns.makeAll", json!({ "month": MONTH })).await;
    assert_eq!(file["name"], "2026年11月月度报送表.zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(house.bytes(&file))).unwrap();
    let rows = house.ok("returns.list", json!({ "month": MONTH })).await;
    assert_eq!(archive.len(), rows.as_array().unwrap().len());
    let mut bytes = Vec::new();
    let mut entry = archive
        .by_name("听雨社区“大党委”2026年11月月度报送表.xlsx")
        .unwrap();
    entry.read_to_end(&mut bytes).unwrap();
    let back = house.office.files().keep("听雨.xlsx", bytes);
    let told = house
        .ok(
            "returns.importPreview",
            json!({ "file": back, "month": MONTH }),
        )
        .await;
    let [created, changed, unchanged] = counts(&told);
    assert_eq!((created, changed), (0, 0), "{told:#}");
    assert!(unchanged > 8, "{told:#}");
    assert_eq!(told["wrong_rows"], 0);
}
