//! `tongxin commands` and `tongxin call`.

use crate::{DataArgs, open};
use clap::Args;
use ground::error::{Error, ErrorCode, Result};
use ground::files::{FileRef, plain_name, write_whole};
use ground::progress::Progress;
use serde_json::Value as Json;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tongxin_core::api;
use tongxin_core::office::Office;

/// Arguments of `tongxin call`.
#[derive(Args)]
pub struct CallArgs {
    /// 命令名，如 units.list
    name: String,
    /// 参数：JSON、@文件，或 - 表示标准输入
    #[arg(default_value = "{}")]
    args: String,
    /// 送入的文件：参数名=路径，可多次
    #[arg(long = "file", value_name = "NAME=PATH")]
    files: Vec<String>,
    /// 连同这次更改的编号一起输出：{result, change_set}
    #[arg(long)]
    envelope: bool,
    /// 把结果中的文件存到这个文件夹
    #[arg(long, value_name = "DIR")]
    save: Option<PathBuf>,
    #[command(flatten)]
    data: DataArgs,
}

/// Lists the commands.
pub fn list(json: bool) -> anyhow::Result<()> {
    let commands = api::commands(tongxin_app::catalog());
    if json {
        println!("{}", serde_json::to_string_pretty(&commands)?);
    } else {
        for command in commands {
            println!(
                "{}({}) -> {}  {}",
                command.name, command.args, command.result, command.summary
            );
        }
    }
    Ok(())
}

/// Runs one command and prints its result (with its change set where `--envelope` asks for it), or its error with
/// exit code 1.
pub async fn run(args: CallArgs) -> ExitCode {
    let (json, code) = match answer(args).await {
        Ok(result) => (serde_json::to_string_pretty(&result), ExitCode::SUCCESS),
        Err(error) => (serde_json::to_string_pretty(&error), ExitCode::FAILURE),
    };
    match json {
        Ok(text) => println!("{text}"),
        Err(cause) => eprintln!("{cause}"),
    }
    code
}

async fn answer(args: CallArgs) -> Result<Json> {
    let mut json = read_args(&args.args)?;
    let (office, session) = open::office(&args.data).await?;
    for file in &args.files {
        put_file(&office, &mut json, file)?;
    }
    let progress = Progress::default();
    let answer = api::call_with(&office, &session, &args.name, json, &progress).await;
    if let (Ok(answer), Some(folder)) = (&answer, &args.save) {
        save_files(&office, &answer.result, folder)?;
    }
    // Closed after an error as well, so that the engine folds its log into the one file.
    office.close().await;
    match answer? {
        answer if args.envelope => Ok(serde_json::to_value(answer)?),
        answer => Ok(answer.result),
    }
}

fn usage(message: impl Into<String>) -> Error {
    Error::new(ErrorCode::Usage, message)
}

fn read_args(text: &str) -> Result<Json> {
    let text = match text.strip_prefix('@') {
        Some(path) => {
            std::fs::read_to_string(path).map_err(|_| usage("参数文件读不出来，请检查路径。"))?
        }
        None if text == "-" => {
            let mut input = String::new();
            std::io::stdin()
                .read_to_string(&mut input)
                .map_err(|_| usage("标准输入读不出来，请检查编码是否为 UTF-8。"))?;
            input
        }
        None => text.to_owned(),
    };
    serde_json::from_str(&text).map_err(|cause| usage(format!("参数不是正确的 JSON：{cause}。")))
}

fn put_file(office: &Office, args: &mut Json, file: &str) -> Result<()> {
    let (name, path) = file
        .split_once('=')
        .ok_or_else(|| usage("--file 应写作 参数名=路径。"))?;
    let picked = office.files().pick(PathBuf::from(path));
    let fields = args
        .as_object_mut()
        .ok_or_else(|| usage("带文件的命令，参数应为 JSON 对象。"))?;
    fields.insert(name.to_owned(), serde_json::to_value(picked)?);
    Ok(())
}

/// Saves every file that stands anywhere in a result.
pub fn save_files(office: &Office, result: &Json, folder: &Path) -> Result<()> {
    let file = result
        .is_object()
        .then(|| serde_json::from_value::<FileRef>(result.clone()));
    if let Some(Ok(file)) = file {
        let unwritable = |_| Error::new(ErrorCode::File, "保存文件夹无法建立，请换一个位置。");
        std::fs::create_dir_all(folder).map_err(unwritable)?;
        // Names come out of the data, and could lead out of the folder.
        let path = folder.join(plain_name(&file.name));
        write_whole(&path, &office.files().read(&file)?)?;
        // Standard output is for the result alone.
        eprintln!("已保存 {}", path.display());
        return Ok(());
    }
    match result {
        Json::Array(items) => items
            .iter()
            .try_for_each(|item| save_files(office, item, folder)),
        Json::Object(fields) => fields
            .values()
            .try_for_each(|item| save_files(office, item, folder)),
        _ => Ok(()),
    }
}
