//! Long work: looked at while it goes on, and cancelled without leaving anything behind.

use ground::error::{Error, ErrorCode};
use ground::progress::{Progress, Stage};
use serde_json::{Value as Json, json};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use tongxin_core::api;
use tongxin_tests::{House, assert_sentence, book, stories};

stories! {
    House:
        a_cancelled_import_leaves_nothing,
        a_cancelled_preview_and_a_cancelled_export_only_end,
        a_command_cancelled_before_it_begins_writes_nothing,
        many_rows_are_kept_found_and_taken_back;
}

const COUNT: usize = 300;

/// A ledger of more rows than one statement takes.
fn ledger(house: &House) -> Json {
    let headings: &[&str] = &["社区", "单位名称", "单位性质", "党员数"];
    let rows: Vec<[String; 4]> = (1..=COUNT)
        .map(|n| {
            [
                format!("第{}社区", n % 7 + 1),
                format!("临江第{n}中学"),
                "学校".to_owned(),
                n.to_string(),
            ]
        })
        .collect();
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let rows: Vec<&[&str]> = std::iter::once(headings)
        .chain(rows.iter().map(Vec::as_slice))
        .collect();
    let bytes = book(&[("台账", &rows)]);
    json!(house.office.files().keep("台账.xlsx", bytes))
}

/// Gives a command and cancels it as soon as it waits in a stage.
async fn cancelled_in(house: &House, stage: Stage, name: &str, args: Json) -> Error {
    let (session, progress) = (house.clerk().await, Progress::default());
    let mut work = pin!(api::call_with(
        &house.office,
        &session,
        name,
        args,
        &progress
    ));
    let answer = poll_fn(|cx| {
        let polled = work.as_mut().poll(cx);
        if progress.seen().stage == stage {
            progress.cancel();
            cx.waker().wake_by_ref();
        }
        match polled {
            Poll::Ready(answer) => Poll::Ready(answer),
            Poll::Pending => Poll::Pending,
        }
    });
    let error = answer.await.unwrap_err();
    assert_eq!(error.code, ErrorCode::Cancelled, "{stage:?}: {error:?}");
    assert_sentence(&error.message);
    error
}

async fn kept(house: &House) -> [Json; 4] {
    let units = house.ok("units.list", json!({})).await["total"].clone();
    let found = house.ok("units.list", json!({ "search": "临江" })).await;
    [
        units,
        found["total"].clone(),
        house.ok("communities.list", json!({})).await,
        house.ok("changes.list", json!({})).await,
    ]
}

async fn a_cancelled_import_leaves_nothing(house: &House) {
    house.found().await;
    let before = kept(house).await;
    let args = json!({ "register": "units", "file": ledger(house), "create_missing": true });
    for stage in [Stage::Reading, Stage::Writing, Stage::Recording] {
        let command = "registers.importApply";
        let error = cancelled_in(house, stage, command, args.clone()).await;
        assert!(error.message.contains("没有写入任何内容"));
        assert_eq!(kept(house).await, before, "{stage:?}");
    }
    house.ok("registers.importApply", args).await;
    let check = house.ok("changes.check", json!({})).await;
    assert_eq!(check["broken_at"], Json::Null);
    assert_eq!(kept(house).await[0], COUNT);
}

async fn a_cancelled_preview_and_a_cancelled_export_only_end(house: &House) {
    house.found().await;
    let file = ledger(house);
    let preview = json!({ "register": "units", "file": file });
    cancelled_in(house, Stage::Reading, "registers.importPreview", preview).await;
    let apply = json!({ "register": "units", "file": file, "create_missing": true });
    house.ok("registers.importApply", apply).await;
    let export = json!({ "register": "communities" });
    for stage in [Stage::Gathering, Stage::Making] {
        cancelled_in(house, stage, "registers.export", export.clone()).await;
    }
    cancelled_in(house, Stage::Making, "units.export", json!({})).await;
    house.ok("registers.export", export).await;
}

async fn a_command_cancelled_before_it_begins_writes_nothing(house: &House) {
    house.found().await;
    let before = kept(house).await;
    let (session, progress) = (house.clerk().await, Progress::default());
    progress.cancel();
    let unit = json!({ "name": "区文化馆", "nature": "事业单位" });
    let answer = api::call_with(&house.office, &session, "units.save", unit, &progress).await;
    assert_eq!(answer.unwrap_err().code, ErrorCode::Cancelled);
    assert_eq!(kept(house).await, before);
}

async fn many_rows_are_kept_found_and_taken_back(house: &House) {
    house.found().await;
    let before = kept(house).await;
    let args = json!({ "register": "units", "file": ledger(house), "create_missing": true });
    house.ok("registers.importApply", args.clone()).await;
    let found = async |search: &str| {
        let page = house.ok("units.list", json!({ "search": search })).await;
        page["total"].as_i64().unwrap()
    };
    assert_eq!(found("临江").await, 300);
    assert_eq!(found("第300中学").await, 1);
    assert_eq!(found("linjiangdi30").await, 2);
    let newest = house.ok("changes.list", json!({})).await[0].clone();
    let lines = house
        .ok("changes.history", json!({ "id": unit_id(house).await }))
        .await;
    assert_eq!(lines[0]["set"]["id"], newest["id"]);
    house
        .ok("changes.undo", json!({ "id": newest["id"] }))
        .await;
    let after = kept(house).await;
    assert_eq!(after[..3], before[..3]);
    house.ok("registers.importApply", args).await;
    assert_eq!(found("临江").await, 300);
    let check = house.ok("changes.check", json!({})).await;
    assert_eq!(check["broken_at"], Json::Null);
}

async fn unit_id(house: &House) -> Json {
    let page = house.ok("units.list", json!({ "search": "第8中学" })).await;
    page["rows"][0]["unit"]["id"].clone()
}
