//! `tongxin`: the core without a window.

mod bindings;
mod call;
mod demo;
mod open;
mod serve;
mod ui;
mod upkeep;

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use tables::isolated;

/// Ledgers are many small texts, which the systems' own allocators are slow with.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// 同心：街道“大党委”工作台（命令行）
#[derive(Parser)]
#[command(name = "tongxin", version)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// 列出全部命令及其参数、结果类型
    Commands {
        /// 以 JSON 输出
        #[arg(long)]
        json: bool,
    },
    /// 执行一条命令，结果以 JSON 输出
    Call(call::CallArgs),
    /// 建立示例街道并生成一个月的材料
    Demo(demo::DemoArgs),
    /// 启动网页服务（只监听本机）
    Serve(serve::ServeArgs),
    /// 检查数据库和更改日志
    Check(upkeep::CheckArgs),
    /// 备份数据
    Backup(DataArgs),
    /// 用备份恢复数据
    Restore(upkeep::RestoreArgs),
    /// 输出界面用的 TypeScript 类型
    Bindings(bindings::BindingsArgs),
}

/// Where the office's data is and who gives the command.
#[derive(Args, Clone)]
pub struct DataArgs {
    /// 数据文件夹，或 postgres:// 地址
    #[arg(long, env = "TONGXIN_DATA")]
    data: String,
    /// 以谁的身份；不填为管理员
    #[arg(long)]
    user: Option<String>,
    /// 密码所在的文件；不填为无密码
    #[arg(long)]
    password_file: Option<PathBuf>,
}

fn main() -> ExitCode {
    // Before all else: a helper reads its file, and has nothing to do with arguments, log or data.
    if std::env::args().nth(1).as_deref() == Some(isolated::HELPER) {
        return isolated::help();
    }
    let cli = Cli::parse();
    open::log_to_stderr();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(cause) => {
            eprintln!("程序无法启动：{cause}");
            return ExitCode::FAILURE;
        }
    };
    runtime.block_on(run(cli.verb))
}

async fn run(verb: Verb) -> ExitCode {
    let done = match verb {
        Verb::Commands { json } => call::list(json),
        Verb::Call(args) => return call::run(args).await,
        Verb::Demo(args) => demo::run(args).await,
        Verb::Serve(args) => serve::run(args).await,
        Verb::Check(args) => return upkeep::run(args).await,
        Verb::Backup(args) => upkeep::make_backup(args).await,
        Verb::Restore(args) => upkeep::restore(args).await,
        Verb::Bindings(args) => bindings::run(args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("{cause:#}");
            ExitCode::FAILURE
        }
    }
}
