//! `tongxin check`, `tongxin backup` and `tongxin restore`.

use crate::{DataArgs, open};
use anyhow::Context;
use clap::Args;
use ground::environment::{Environment, SystemEnvironment};
use ground::error::Result;
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;
use storage::{Db, Location, LogCheck, Tx, backup, check_database, check_log};
use tongxin_core::api;

/// Arguments of `tongxin check`.
#[derive(Args)]
pub struct CheckArgs {
    #[command(flatten)]
    data: DataArgs,
}

/// Verifies database and change log; exit code 1 when either does not hold.
pub async fn run(args: CheckArgs) -> ExitCode {
    match verified(&args).await {
        Ok((
            LogCheck {
                sets,
                broken_at: None,
            },
            faults,
        )) if faults.is_empty() => {
            println!("数据完好；更改日志共 {sets} 条，前后衔接无误。");
            ExitCode::SUCCESS
        }
        Ok((log, faults)) => {
            faults.iter().for_each(|fault| println!("数据库：{fault}"));
            if let Some(place) = log.broken_at {
                println!("更改日志在第 {place} 条处不衔接，可能被改动过，请用备份核对。");
            }
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn verified(args: &CheckArgs) -> Result<(LogCheck, Vec<String>)> {
    open::must_exist(&args.data)?;
    let (office, _) = open::office(&args.data).await?;
    let faults = check_database(office.db()).await?;
    let mut tx = Tx::read(office.db()).await?;
    let log = check_log(&mut tx).await?;
    // Closing waits until every connection was given back.
    drop(tx);
    office.close().await;
    Ok((log, faults))
}

/// Makes a verified backup.
pub async fn make_backup(args: DataArgs) -> anyhow::Result<()> {
    open::must_exist(&args)?;
    let (office, session) = open::office(&args).await?;
    let made = api::call(&office, &session, "backup.make", json!({})).await?;
    office.close().await;
    let name = made["name"].as_str().context("backup without a name")?;
    println!("已备份：{name}");
    Ok(())
}

/// Arguments of `tongxin restore`.
#[derive(Args)]
pub struct RestoreArgs {
    /// 数据文件夹
    #[arg(long, env = "TONGXIN_DATA")]
    data: PathBuf,
    /// 备份的文件名；不填为最近一份完整的备份
    name: Option<String>,
}

/// Puts a backup in the database's place, also where the database cannot be opened any more; what
/// was there is kept among the backups.
pub async fn restore(args: RestoreArgs) -> anyhow::Result<()> {
    let now = SystemEnvironment.now();
    let name = match args.name {
        Some(name) => {
            backup::stage(&args.data, &name, now).await?;
            name
        }
        None => {
            let staged = backup::stage_newest(&args.data, now).await?;
            staged
                .context("没有找到完整的备份，请检查数据文件夹里的 backups。")?
                .name
        }
    };
    let data = Location::Folder(args.data);
    // Opened once, since that is what puts the staged file in place: what goes wrong is said now
    // and not at the next start.
    Db::open(&data, tongxin_app::catalog().schema())
        .await?
        .close()
        .await;
    println!("已恢复：{name}；原来的数据文件已移到 backups 里留存。");
    Ok(())
}
