//! What people type by accident or on purpose: one clear sentence, and nothing already saved is lost.

use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use tongxin_core::api;
use tongxin_tests::{House, stories};

/// A long text of ordinary characters.
fn long() -> String {
    "长".repeat(10_000)
}

stories! {
    House:
        ten_thousand_characters_are_counted_out_loud,
        odd_characters_are_kept_or_dropped_and_never_break_anything,
        a_character_no_font_has_is_named_before_the_export_stops,
        the_register_that_holds_an_unprintable_name_is_told,
        dates_out_of_range_are_refused,
        a_meeting_without_units_is_refused_by_name,
        papers_need_their_issuing_body,
        what_does_not_exist_is_told_for_every_command,
        arguments_of_the_wrong_shape_never_get_through,
        before_the_office_begins_nothing_breaks;
}

async fn ten_thousand_characters_are_counted_out_loud(house: &House) {
    house.found().await;
    let committee = house.committee_with("听雨", &["区教育局"]).await;
    let meeting = house
        .ok(
            "meetings.open",
            json!({ "committee_id": committee["id"], "month": "2026-12", "date": "2026-12-10" }),
        )
        .await;
    let cases = [
        (
            "units.save",
            json!({ "name": long(), "nature": "机关" }),
            "name",
        ),
        (
            "units.save",
            json!({ "name": "甲局", "nature": "机关", "note": long() }),
            "note",
        ),
        (
            "meetings.saveItem",
            json!({ "meeting_id": meeting["id"], "kind": "topic", "title": long() }),
            "title",
        ),
        (
            "assignments.save",
            json!({ "committee_id": committee["id"], "lead_name": "甲", "content": long(), "working_days": 3 }),
            "content",
        ),
        (
            "office.found",
            json!({ "name": long(), "superior": "", "clerk": "甲" }),
            "",
        ),
    ];
    for (command, args, field) in cases {
        let error = house.fails(command, args).await;
        if !field.is_empty() {
            assert_eq!(
                (error.code, error.field.as_deref()),
                (ErrorCode::Invalid, Some(field)),
                "{command}"
            );
            assert!(error.message.contains("10000"), "{}", error.message);
        }
    }
    let discussion = json!({ "meeting_id": meeting["id"], "kind": "topic", "title": "长议题", "discussion": long() });
    assert_eq!(
        house.ok("meetings.saveItem", discussion).await["discussion"]
            .as_str()
            .unwrap()
            .chars()
            .count(),
        10_000
    );
}

async fn odd_characters_are_kept_or_dropped_and_never_break_anything(house: &House) {
    house.found().await;
    for (typed, kept) in [
        ("区教育局🎉", "区教育局🎉"),
        ("\u{202e}局育教\u{202c}", "局育教"),
        ("区\u{0}教\u{7}育\u{200b}局甲", "区教育局甲"),
        ("\u{3000}𬱖䶮堃昇祎玥局\u{3000}", "𬱖䶮堃昇祎玥局"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("=1+1", "=1+1"),
        (
            "O'Neil; DROP TABLE member_unit",
            "O'Neil; DROP TABLE member_unit",
        ),
    ] {
        let unit = house
            .ok("units.save", json!({ "name": typed, "nature": "机关" }))
            .await;
        assert_eq!(unit["name"], kept);
        let found = house.ok("units.list", json!({ "search": kept })).await;
        assert!(found["total"].as_i64() >= Some(1), "{kept} is not found");
    }
    let committee = house
        .committee_with("听雨", &["=1+1", "𬱖䶮堃昇祎玥局"])
        .await;
    assert!(!committee["id"].is_null());
    let file = house.ok("units.export", json!({})).await;
    let cells = tongxin_tests::sheet(&house.bytes(&file), "成员单位");
    assert!(
        cells.iter().flatten().any(|cell| cell == "=1+1"),
        "a formula was made of a name"
    );
    for nothing in ["", "   ", "\u{200b}\u{202e}"] {
        let error = house
            .fails("units.save", json!({ "name": nothing, "nature": "机关" }))
            .await;
        assert_eq!(error.field.as_deref(), Some("name"));
    }
}

async fn a_character_no_font_has_is_named_before_the_export_stops(house: &House) {
    house.found().await;
    let committee = house.committee_with("听雨", &["区教育局"]).await;
    let meeting = house
        .ok(
            "meetings.open",
            json!({ "committee_id": committee["id"], "month": "2026-12", "date": "2026-12-10" }),
        )
        .await;
    let item = json!({ "meeting_id": meeting["id"], "kind": "topic", "title": "关于🎉的议题" });
    house.ok("meetings.saveItem", item).await;
    let error = house
        .fails(
            "documents.make",
            json!({ "kind": "agenda", "meeting_id": meeting["id"] }),
        )
        .await;
    assert_eq!(error.code, ErrorCode::Typesetting);
    assert!(
        error.message.contains("“🎉”（U+1F389）")
            && error.message.contains("来自议题“关于🎉的议题”"),
        "{}",
        error.message
    );
    let detail = error.detail.unwrap();
    assert_eq!(detail["records"][0]["table"], "meeting_item");
}

async fn the_register_that_holds_an_unprintable_name_is_told(house: &House) {
    house.found().await;
    let committee = house
        .committee_with("听雨", &["区教育局", "区文化馆"])
        .await;
    let units = house.ok("units.list", json!({})).await;
    let rows = units["rows"].as_array().unwrap();
    let unit =
        |name: &str| rows.iter().find(|row| row["unit"]["name"] == name).unwrap()["unit"].clone();
    let mut wrong = unit("区教育局");
    wrong["leader_name"] = "林🎈".into();
    house.ok("units.save", wrong).await;
    // Holds the same character, yet stands in no paper of the meeting.
    let mut other = unit("区文化馆");
    other["note"] = "🎈气球".into();
    house.ok("units.save", other).await;
    let open = json!({ "committee_id": committee["id"], "month": "2026-12", "date": "2026-12-10" });
    let meeting = house.ok("meetings.open", open).await;
    for format in ["pdf", "docx"] {
        let args = json!({ "kind": "sign_in", "meeting_id": meeting["id"], "format": format });
        let error = house.fails("documents.make", args).await;
        assert_eq!(error.code, ErrorCode::Typesetting);
        let told = &error.message;
        assert!(told.contains("成员单位“区教育局”（林🎈）"), "{told}");
        assert!(!told.contains("区文化馆"), "{told}");
    }
}

async fn dates_out_of_range_are_refused(house: &House) {
    house.found().await;
    let committee = house.committee_with("听雨", &["区教育局"]).await;
    let open = |month: &str, date: &str| json!({ "committee_id": committee["id"], "month": month, "date": date });
    for (month, date) in [("1800-01", "1800-01-01"), ("9999-12", "9999-12-31")] {
        assert_eq!(
            house
                .fails("meetings.open", open(month, date))
                .await
                .field
                .as_deref(),
            Some("date")
        );
    }
    assert_eq!(
        house
            .fails("meetings.open", open("2026-11", "2026-12-01"))
            .await
            .field
            .as_deref(),
        Some("date")
    );
    for date in ["2026-02-30", "2026-13-01", "明天", ""] {
        let error = house.fails("meetings.open", open("2026-11", date)).await;
        assert_eq!(error.code, ErrorCode::Usage, "{date}");
    }
    for year in [i64::MIN, -1, 0, 10_000, i64::MAX] {
        assert_eq!(
            house
                .fails("rota.board", json!({ "year": year }))
                .await
                .field
                .as_deref(),
            Some("year")
        );
    }
}

async fn a_meeting_without_units_is_refused_by_name(house: &House) {
    house.found().await;
    let committee = house.committee_with("听雨", &[]).await;
    let error = house
        .fails(
            "meetings.open",
            json!({ "committee_id": committee["id"], "month": "2026-12", "date": "2026-12-10" }),
        )
        .await;
    assert_eq!(error.code, ErrorCode::State);
    assert!(error.message.contains("听雨"), "{}", error.message);
}

async fn papers_need_their_issuing_body(house: &House) {
    house.found().await;
    let mut committee = house.committee_with("听雨", &["区教育局"]).await;
    committee["issuing_body_id"] = Json::Null;
    house.ok("committees.save", committee.clone()).await;
    let meeting = house
        .ok(
            "meetings.open",
            json!({ "committee_id": committee["id"], "month": "2026-12", "date": "2026-12-10" }),
        )
        .await;
    let error = house
        .fails(
            "meetings.notify",
            json!({ "id": meeting["id"], "version": meeting["version"] }),
        )
        .await;
    assert!(error.message.contains("发文主体"), "{}", error.message);
}

async fn what_does_not_exist_is_told_for_every_command(house: &House) {
    house.found().await;
    for command in [
        "units.get",
        "committees.get",
        "meetings.get",
        "assignments.get",
        "rota.turn",
        "changes.undo",
    ] {
        let error = house
            .fails(
                command,
                json!({ "id": "018f0000-0000-7000-8000-000000000000" }),
            )
            .await;
        assert_eq!(error.code, ErrorCode::NotFound, "{command}");
    }
}

async fn arguments_of_the_wrong_shape_never_get_through(house: &House) {
    house.found().await;
    let clerk = house.clerk().await;
    for command in api::commands(tongxin_app::catalog()) {
        for args in [
            json!([]),
            json!(7),
            json!("文字"),
            json!({ "id": 7, "version": "x", "page": 1, "file": 2, "month": "x" }),
        ] {
            if let Err(error) = api::call(&house.office, &clerk, command.name, args).await {
                assert_ne!(
                    error.code,
                    ErrorCode::Internal,
                    "{}: {error:?}",
                    command.name
                );
            }
        }
    }
    assert_eq!(
        house.fails("没有.这个", json!({})).await.code,
        ErrorCode::Usage
    );
}

async fn before_the_office_begins_nothing_breaks(house: &House) {
    for command in [
        "office.state",
        "units.list",
        "committees.list",
        "desk.view",
        "meetings.list",
        "assignments.list",
        "search.find",
    ] {
        house.ok(command, json!({})).await;
    }
    house.ok("rota.board", json!({ "year": 2026 })).await;
}
