//! Opening an office from a command line.

use crate::DataArgs;
use ground::environment::{Environment, SystemEnvironment, device_name};
use ground::error::{Error, ErrorCode, Result};
use std::sync::Arc;
use storage::{FILE_NAME, Location};
use tables::FileReader;
use tongxin_core::office::{Office, OfficeOptions, font_folders};
use tongxin_core::session::Session;
use tongxin_core::users::sign_in;

/// Sends the log to standard error; `RUST_LOG` sets how much, warnings when it is not set.
pub fn log_to_stderr() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if log.try_init().is_err() {
        eprintln!("a log is already set");
    }
}

/// Refuses a folder without data, where opening would begin a new office.
pub fn must_exist(args: &DataArgs) -> Result<()> {
    match Location::parse(&args.data) {
        Location::Folder(folder) if !folder.join(FILE_NAME).exists() => {
            let message = "这个文件夹里没有同心的数据，请检查路径，或先新建单位。";
            Err(Error::new(ErrorCode::Storage, message))
        }
        _ => Ok(()),
    }
}

/// Opens the office with the machine's clock and signs the person in.
pub async fn office(args: &DataArgs) -> Result<(Office, Session)> {
    office_at(args, Arc::new(SystemEnvironment)).await
}

/// Opens the office with the clock given.
pub async fn office_at(
    args: &DataArgs,
    environment: Arc<dyn Environment>,
) -> Result<(Office, Session)> {
    let office = Office::open(OfficeOptions {
        catalog: tongxin_app::catalog(),
        location: Location::parse(&args.data),
        device: device_name(),
        font_folders: font_folders(),
        installed_fonts: true,
        environment,
    })
    .await?
    .reading(FileReader::own());
    let session = sign_in(&office, args.user.as_deref(), &password(args)?).await?;
    Ok((office, session))
}

fn password(args: &DataArgs) -> Result<String> {
    match &args.password_file {
        None => Ok(String::new()),
        Some(path) => std::fs::read_to_string(path)
            // Editors end a file with a line break, which is no part of the password; a space may
            // be.
            .map(|text| text.trim_end_matches(['\r', '\n']).to_owned())
            .map_err(|_| Error::new(ErrorCode::File, "密码文件读不出来，请检查路径。")),
    }
}
