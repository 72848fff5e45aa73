//! `tongxin demo`: the sample street, loaded by playing commands, and one month's paper.

use crate::{DataArgs, call, open};
use clap::Args;
use ground::error::Result;
use serde_json::{Value, json};
use std::path::PathBuf;
use tongxin_core::api;
use tongxin_core::office::Office;
use tongxin_core::session::Session;
use tongxin_core::users::sign_in;

/// Arguments of `tongxin demo`.
#[derive(Args)]
pub struct DemoArgs {
    /// 材料存放的文件夹
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    data: DataArgs,
}

/// Loads the sample into an office that has not begun, and writes the newest signed meeting's paper
/// and the leaders' workbook.
pub async fn run(args: DemoArgs) -> anyhow::Result<()> {
    let (office, nobody) = open::office(&args.data).await?;
    let state = api::call(&office, &nobody, "office.state", json!({})).await?;
    if state["profile"].is_null() {
        api::call(&office, &nobody, "demo.load", json!({})).await?;
        println!("示例街道已建立。");
    } else {
        println!("这份数据里已有单位，直接用它生成材料。");
    }
    // The office has begun by now and has people, so commands are given by one of them.
    let session = sign_in(&office, args.data.user.as_deref(), "").await?;
    let files = papers(&office, &session).await?;
    call::save_files(&office, &files, &args.out)?;
    println!("材料已存到 {}", args.out.display());
    office.close().await;
    Ok(())
}

async fn papers(office: &Office, session: &Session) -> Result<Value> {
    let signed = json!({ "states": ["signed", "archived"], "page": { "limit": 1 } });
    let newest = api::call(office, session, "meetings.list", signed).await?;
    let mut files = vec![api::call(office, session, "summary.make", json!({})).await?];
    if let Some(meeting) = newest["rows"][0]["meeting"]["id"].as_str() {
        for kind in ["minutes", "notice", "sign_in", "record"] {
            let args = json!({ "kind": kind, "meeting_id": meeting });
            files.push(api::call(office, session, "documents.make", args).await?);
        }
    }
    Ok(Value::Array(files))
}
