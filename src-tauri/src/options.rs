//! Where the data is: `--data`, else `TONGXIN_DATA`, else the folder the system gives this program.

use std::path::PathBuf;

use clap::Parser;
use storage::Location;
use tauri::{AppHandle, Manager};

#[derive(Parser)]
#[command(
    name = "tongxin-desktop",
    version,
    about = "同心：社区大党委的轮值、联席会议与交办事项"
)]
struct Arguments {
    /// 数据文件夹，或 postgres://用户:口令@主机/库
    #[arg(long, value_name = "DIR|URL")]
    data: Option<String>,
}

/// How the program was started.
#[derive(Debug, Clone)]
pub struct Options {
    data: Option<Location>,
}

impl Options {
    /// From the command line and the environment.
    pub fn read() -> Self {
        let given = Arguments::parse()
            .data
            .or_else(|| std::env::var("TONGXIN_DATA").ok());
        Self {
            data: given
                .filter(|text| !text.is_empty())
                .map(|text| Location::parse(&text)),
        }
    }

    /// Whether the data was named, as for the sample street and in tests. Then another window may
    /// be open on a person's own data, and nothing of this run goes into that person's folders.
    pub fn chosen(&self) -> bool {
        self.data.is_some()
    }

    /// The folder named, when the data is in one.
    pub fn folder(&self) -> Option<PathBuf> {
        match &self.data {
            Some(Location::Folder(folder)) => Some(folder.clone()),
            _ => None,
        }
    }

    /// Where the data is.
    ///
    /// # Errors
    /// When the system names no folder for programs' data.
    pub fn location(&self, app: &AppHandle) -> tauri::Result<Location> {
        match &self.data {
            Some(location) => Ok(location.clone()),
            None => Ok(Location::Folder(app.path().app_data_dir()?)),
        }
    }
}
