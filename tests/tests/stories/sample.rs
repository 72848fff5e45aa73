//! The sample street, as it is loaded on the first start.

use serde_json::json;
use tongxin_core::error::ErrorCode;
use tongxin_tests::story;

story! {
    async fn loads_once_and_leaves_a_whole_street(house: House) {
        let profile = house.ok("demo.load", json!({})).await;
        assert_eq!(profile["name"], "云溪街道");
        let state = house.ok("office.state", json!({})).await;
        let counts = &state["counts"];
        assert_eq!(counts["units"], 69);
        assert_eq!(counts["committees"], 18);
        assert_eq!(counts["memberships"], 164);
        assert_eq!(counts["meetings"], 23);
        assert_eq!(counts["late_assignments"], 1);
        let again = house.fails("demo.load", json!({})).await;
        assert_eq!(again.code, ErrorCode::State);
    }
}
