//! What goes out to Excel is what is kept, and comes back as what it was.

use serde_json::{Value as Json, json};
use tongxin_tests::{House, stories};

stories! {
    House:
        seats_come_back_whatever_their_committee_is_called;
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
