//! The sample street, as it is loaded on the first start.

use ground::error::ErrorCode;
use serde_json::json;
use tongxin_tests::{Engine, House, Start, stories, tell};

stories! {
    House:
        loads_once_and_leaves_a_whole_street;
}

async fn loads_once_and_leaves_a_whole_street(house: &House) {
    let profile = house.ok("demo.load", json!({})).await;
    assert_eq!(profile["name"], "云溪街道");
    let state = house.ok("office.state", json!({})).await;
    let counts = &state["counts"];
    assert_eq!(counts["units"], 69);
    assert_eq!(counts["committees"], 18);
    assert_eq!(counts["memberships"], 164);
    assert_eq!(counts["meetings"], 34);
    assert_eq!(counts["late_assignments"], 1);
    let again = house.fails("demo.load", json!({})).await;
    assert_eq!(again.code, ErrorCode::State);
}

/// The first and the last day of a year, and a year whose holidays are not published.
#[tokio::test]
async fn loads_on_any_day() {
    for day in ["2026-01-01", "2026-12-31", "2027-02-28"] {
        tell(Engine::Sqlite, Start::House, async |house| {
            house.set_clock(day, 2);
            house.ok("demo.load", json!({})).await;
            let signed = json!({ "states": ["signed"], "month": &day[..7] });
            assert_eq!(house.ok("meetings.list", signed).await["total"], 1, "{day}");
            let counts = house.ok("office.state", json!({})).await["counts"].clone();
            assert_eq!(
                (&counts["meetings"], &counts["late_assignments"]),
                (&json!(34), &json!(1)),
                "{day}"
            );
        })
        .await;
    }
}
