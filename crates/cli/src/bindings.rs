//! `tongxin bindings`: the TypeScript side of the command list.

use anyhow::{Context, bail};
use clap::Args;
use std::path::PathBuf;

/// Arguments of `tongxin bindings`.
#[derive(Args)]
pub struct BindingsArgs {
    /// 写入的文件；不填则输出到屏幕
    #[arg(long)]
    out: Option<PathBuf>,
    /// 只比较，不写；不一致时失败
    #[arg(long, requires = "out")]
    check: bool,
}

/// Prints, writes or compares the bindings.
pub fn run(args: BindingsArgs) -> anyhow::Result<()> {
    let made = tongxin_core::api::typescript(tongxin_app::catalog());
    let Some(path) = args.out else {
        print!("{made}");
        return Ok(());
    };
    if args.check {
        let kept = std::fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
        // On Windows the file may have been checked out with other line ends.
        if kept.replace("\r\n", "\n") != made {
            bail!(
                "{} 与命令清单不一致，请运行 cargo xtask bindings。",
                path.display()
            );
        }
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(&path, made).with_context(|| format!("{}", path.display()))
}
