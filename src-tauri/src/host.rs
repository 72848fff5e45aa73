//! The opened office behind the window.

use std::path::PathBuf;
use std::sync::Arc;

use ground::environment::{Environment, SystemEnvironment, device_name};
use ground::error::{Error, ErrorCode, Result};
use ground::progress::Works;
use serde_json::Value;
use storage::{Location, backup};
use tables::FileReader;
use tauri::{AppHandle, Manager};
use tokio::sync::watch;
use tongxin_core::api::{self, Envelope};
use tongxin_core::office::{Office, OfficeOptions, font_folders};
use tongxin_core::session::Session;
use tongxin_core::users::SignedIn;

use crate::dialogs;
use crate::open::Places;
use crate::options::Options;
use crate::window;

/// What the shell's commands work on.
pub struct Host {
    pub office: Office,
    pub places: Places,
    pub works: Works,
    signed_in: SignedIn,
}

/// The office on its way: the window is made while the data is opened, and its first question waits.
pub struct Opening(watch::Sender<Option<Arc<Host>>>);

impl Opening {
    /// Nothing opened yet.
    pub fn new() -> Self {
        Self(watch::Sender::new(None))
    }

    /// The opened office, waited for.
    ///
    /// # Errors
    /// `Storage` when it will not be opened any more, as while the program ends.
    pub async fn host(&self) -> Result<Arc<Host>> {
        let mut opened = self.0.subscribe();
        let host = opened.wait_for(Option::is_some).await;
        host.ok()
            .and_then(|host| host.clone())
            .ok_or_else(|| Error::new(ErrorCode::Storage, "数据没有打开，请重新启动同心。"))
    }
}

/// Makes the window and opens the office behind it; what stands in the way is said in a dialog. A
/// damaged database can be exchanged for the newest backup there.
pub fn start(handle: &AppHandle, options: &Options) {
    if let Err(error) = window::open(handle, options) {
        log::error!("window: {error}");
        dialogs::fatal(
            handle,
            "窗口打不开：系统的网页组件（WebView）缺失或损坏，请重新安装后再试。",
        );
    }
    open_behind(handle.clone(), options.clone());
}

fn open_behind(handle: AppHandle, options: Options) {
    tauri::async_runtime::spawn(async move {
        match open(&handle, &options).await {
            Ok(host) => {
                let opening = handle.state::<Opening>();
                opening.0.send_replace(Some(Arc::new(host)));
            }
            Err(error) => refused(handle, options, &error).await,
        }
    });
}

async fn refused(handle: AppHandle, options: Options, error: &Error) {
    let Some(folder) = recoverable(&handle, &options).await else {
        return dialogs::fatal(&handle, &error.message);
    };
    let app = handle.clone();
    dialogs::offer_backup(&handle, &error.message, move || {
        tauri::async_runtime::spawn(async move {
            match backup::stage_newest(&folder, SystemEnvironment.now()).await {
                Ok(Some(_)) => open_behind(app, options),
                Ok(None) => {
                    dialogs::fatal(&app, "备份也都不完整，请联系技术人员，不要删除数据文件夹。")
                }
                Err(error) => dialogs::fatal(&app, &error.message),
            }
        });
    });
}

/// The data folder, where its database is damaged and there are backups.
async fn recoverable(handle: &AppHandle, options: &Options) -> Option<PathBuf> {
    let Location::Folder(folder) = options.location(handle).ok()? else {
        return None;
    };
    let damaged = backup::is_damaged(&folder).await;
    (damaged && !backup::list(&folder).is_empty()).then_some(folder)
}

/// Closes the office and removes the copies made for other programs.
pub fn close(app: &AppHandle) {
    let opened = app.try_state::<Opening>();
    if let Some(host) = opened.and_then(|opening| opening.0.borrow().clone()) {
        // Waited for, since the engine folds its log into the one file as it closes.
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
        catalog: tongxin_app::catalog(),
        location,
        device: device_name(),
        font_folders: fonts(app),
        installed_fonts: true,
        environment: Arc::new(SystemEnvironment),
    })
    .await?
    .reading(FileReader::own());
    Ok(Host {
        office,
        places: Places::default(),
        works: Works::default(),
        signed_in: SignedIn::default(),
    })
}

impl Host {
    /// Runs one command of the core's list; work that is given a name can be looked at and cancelled.
    ///
    /// # Errors
    /// Whatever the core answers; `SignIn` while nobody is signed in to an office with passwords.
    pub async fn call(&self, name: &str, args: Value, work: Option<&str>) -> Result<Envelope> {
        let session = self.signed_in.current(&self.office).await?;
        let work = self.works.begin(work);
        api::call_with(&self.office, &session, name, args, &work.progress).await
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
