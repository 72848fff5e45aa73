//! The opened office behind the window.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;
use tauri::{App, AppHandle, Manager};
use tongxin_core::api;
use tongxin_core::error::{Error, ErrorCode, Result};
use tongxin_core::office::{Office, OfficeOptions, SystemEnvironment, device_name, font_folders};
use tongxin_core::users::{Session, SignedIn};

use crate::dialogs;
use crate::open::Places;
use crate::options::Options;
use crate::window;

/// What the shell's commands work on.
pub struct Host {
    pub office: Office,
    pub places: Places,
    signed_in: SignedIn,
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
        device: device_name(),
        font_folders: fonts(app),
        installed_fonts: true,
        environment: Arc::new(SystemEnvironment),
    })
    .await?;
    Ok(Host {
        office,
        places: Places::default(),
        signed_in: SignedIn::default(),
    })
}

impl Host {
    /// Runs one command of the core's list.
    ///
    /// # Errors
    /// Whatever the core answers; `SignIn` while nobody is signed in to an office with passwords.
    pub async fn call(&self, name: &str, args: Value) -> Result<Value> {
        let session = self.signed_in.current(&self.office).await?;
        api::call(&self.office, &session, name, args).await
    }

    /// Signs a person in; from then on commands are theirs.
    ///
    /// # Errors
    /// `SignIn` when the name is not known or the password is wrong.
    pub async fn sign_in(&self, name: &str, password: &str) -> Result<Session> {
        self.signed_in.sign_in(&self.office, name, password).await
    }
}

/// Folders the bundled fonts may stand in: where an installer puts them, or where the core looks.
fn fonts(app: &AppHandle) -> Vec<PathBuf> {
    let installed = app
        .path()
        .resource_dir()
        .ok()
        .map(|folder| folder.join("fonts"));
    installed.into_iter().chain(font_folders()).collect()
}
