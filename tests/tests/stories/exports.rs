//! What goes out to Excel is what is kept, and comes back as what it was.

use serde_json::{Value as Json, json};
use tongxin_tests::{House, Workbook, sheet, stories};

stories! {
    House:
        seats_come_back_whatever_their_committee_is_called;
    Street:
        registers_go_out_in_the_order_of_communities,
        meetings_are_due_as_the_board_says,
        a_summary_lists_units_in_official_order,
        a_community_nobody_knows_is_shown_by_its_name,
        a_name_that_is_taken_is_a_fault_of_its_row,
        a_template_offers_the_streets_committee_too,
        a_list_of_one_committee_goes_out_without_the_seats_on_others;
}

async fn preview(house: &House, register: &str, file: &Json) -> Json {
    let args = json!({ "register": register, "file": file });
    house.ok("registers.importPreview", args).await
}

/// How many rows there are, and how many say what is kept.
fn counted(told: &Json) -> [i64; 2] {
    let count = &told["counts"][0]["count"];
    ["total", "unchanged"].map(|key| count[key].as_i64().unwrap())
}

async fn seats_come_back_whatever_their_committee_is_called(house: &House) {
    house.found().await;
    let mut committee = house.committee_with("听雨", &["区教育局"]).await;
    committee["name"] = json!("听雨社区大党委");
    house.ok("committees.save", committee).await;
    let file = house.ok("units.export", json!({})).await;
    let told = preview(house, "units", &file).await;
    assert_eq!(counted(&told), [1, 1], "{told:#}");
    assert_eq!(told["missing"], json!([]));
}

/// Names without those that repeat the one before.
fn runs(names: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut runs: Vec<String> = names.into_iter().collect();
    runs.dedup();
    runs
}

async fn communities(house: &House) -> Vec<String> {
    let all = house.ok("communities.list", json!({})).await;
    let rows = all.as_array().unwrap().iter();
    rows.map(|row| row["name"].as_str().unwrap().to_owned())
        .collect()
}

async fn registers_go_out_in_the_order_of_communities(house: &House) {
    let communities = communities(house).await;
    let file = house.ok("registers.export", json!({ "register": "partners" }));
    let mut book = Workbook::open(&house.bytes(&file.await));
    let partners = runs(book.column("合伙人", "社区"));
    assert_eq!(partners, communities[..partners.len()]);
    let kinds = runs(book.column("合伙人", "类别"));
    assert!(kinds[..2] == ["单位合伙人", "专业人才合伙人"], "{kinds:?}");
    let rolled = house.ok("ratings.rollUp", json!({ "year": 2026 })).await;
    let places = rolled["scopes"].as_array().unwrap().iter().map(|scope| {
        let name = scope["name"].as_str().unwrap();
        let is_of = |community: &String| name.starts_with(community.trim_end_matches("社区"));
        communities.iter().position(is_of).unwrap()
    });
    assert!(places.is_sorted(), "{:#}", rolled["scopes"]);
    let file = house.ok("registers.export", json!({ "register": "flags" }));
    let mut book = Workbook::open(&house.bytes(&file.await));
    let flags = runs(book.column("流动小红旗", "社区"));
    assert_eq!(flags[..communities.len()], communities);
}

async fn meetings_are_due_as_the_board_says(house: &House) {
    let board = house.ok("rota.board", json!({ "year": 2026 })).await;
    let now = board["current"].as_str().unwrap();
    let view = house.ok("summary.view", json!({ "month": now })).await;
    let counts = view["meeting_counts"].as_array().unwrap();
    let rows = board["rows"].as_array().unwrap();
    assert_eq!(counts.len(), rows.len());
    let mut before = 0;
    for (count, row) in counts.iter().zip(rows) {
        let past = row["cells"].as_array().unwrap().iter();
        let past = past.filter(|cell| cell["month"].as_str().unwrap() <= now);
        let (opening, kept): (Vec<&Json>, Vec<&Json>) =
            past.partition(|cell| cell["state"] == "opening");
        let held = kept
            .iter()
            .filter(|cell| ["held", "unsigned"].contains(&cell["state"].as_str().unwrap()))
            .count();
        assert_eq!(count["planned"], kept.len(), "{row:#}");
        assert_eq!(count["held"], held, "{row:#}");
        before += opening.len();
    }
    assert!(before > 0, "the street brings months along");
}

async fn a_summary_lists_units_in_official_order(house: &House) {
    let committee = house.committee("听雨").await;
    let view = house.ok("committees.get", json!({ "id": committee["id"] }));
    let seats = view.await["seats"].clone();
    let seats = seats.as_array().unwrap().iter();
    let official: Vec<&str> = seats
        .map(|seat| seat["unit_name"].as_str().unwrap())
        .collect();
    let args = json!({ "committee_ids": [committee["id"]], "from": "2025-12", "month": "2026-02" });
    let file = house.ok("summary.make", args).await;
    let mut book = Workbook::open(&house.bytes(&file));
    assert_eq!(book.column("成员单位", "单位名称"), official);
    let before = book.column("轮值", "2025年12月");
    assert_eq!(before.len(), 1, "the board shows the months asked for");
}

async fn a_community_nobody_knows_is_shown_by_its_name(house: &House) {
    for register in ["services", "partners", "buildings"] {
        let file = house.ok("registers.export", json!({ "register": register }));
        let mut book = Workbook::open(&house.bytes(&file.await));
        let name = match register {
            "services" => "服务记录",
            "partners" => "合伙人",
            _ => "楼栋",
        };
        book.set(name, "听雨社区", "社区", "没有过的社区");
        let file = house.office.files().keep("改过.xlsx", book.save());
        let told = preview(house, register, &json!(file)).await;
        let rows = told["rows"].as_array().unwrap().iter();
        let mut changes = rows.filter_map(|row| row["changes"][0].as_object());
        let change = changes.next().unwrap();
        assert_eq!(change["new"], "没有过的社区", "{register}");
        assert!(changes.next().is_none());
    }
}

async fn a_name_that_is_taken_is_a_fault_of_its_row(house: &House) {
    let file = house.ok("registers.export", json!({ "register": "communities" }));
    let mut book = Workbook::open(&house.bytes(&file.await));
    book.set("社区", "听雨社区", "社区名称", "听松社区");
    let file = house.office.files().keep("改过.xlsx", book.save());
    let told = preview(house, "communities", &json!(file)).await;
    assert_eq!(told["wrong_rows"], 1);
    let reason = told["faults"][0]["reason"].as_str().unwrap();
    assert!(reason.contains("已有叫“听松社区”的社区"), "{reason}");
}

async fn a_template_offers_the_streets_committee_too(house: &House) {
    let file = house.ok("registers.template", json!({ "register": "units" }));
    let offered = sheet(&house.bytes(&file.await), "选项");
    assert_eq!(offered[0][0], "云溪街道“大工委”");
    assert_eq!(offered[1][0], "听雨社区");
}

async fn a_list_of_one_committee_goes_out_without_the_seats_on_others(house: &House) {
    let committee = house.committee("听雨").await;
    let args = json!({ "committee_id": committee["id"] });
    let file = house.ok("units.export", args).await;
    let mut book = Workbook::open(&house.bytes(&file));
    assert_eq!(runs(book.column("成员单位", "社区")), ["听雨社区"]);
}
