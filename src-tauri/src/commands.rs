//! What the page may ask of the shell; capabilities/main.json lists the same eight.

use std::future::Future;
use std::path::PathBuf;

use ground::error::{Error, ErrorCode, Result};
use ground::files::{FileRef, write_whole};
use ground::progress::Seen;
use serde_json::Value;
use tauri::ipc::Response;
use tauri::{AppHandle, State, WebviewWindow};
use tauri_plugin_opener::OpenerExt;
use tongxin_core::api::Envelope;
use tongxin_core::session::Session;

use crate::dialogs;
use crate::host::Opening;
use crate::open::plain_name;

/// Runs one command of the core's list.
#[tauri::command]
pub async fn call(
    opening: State<'_, Opening>,
    name: String,
    args: Value,
    work: Option<String>,
) -> Result<Envelope> {
    let host = opening.host().await?;
    guarded(async move { host.call(&name, args, work.as_deref()).await }).await
}

/// How far the work of a name has come; nothing where it has ended.
#[tauri::command]
pub async fn progress(opening: State<'_, Opening>, work: String) -> Result<Option<Seen>> {
    let host = opening.host().await?;
    Ok(host.works.find(&work).map(|progress| progress.seen()))
}

/// Asks the work of a name to end.
#[tauri::command]
pub async fn cancel(opening: State<'_, Opening>, work: String) -> Result<()> {
    let host = opening.host().await?;
    if let Some(progress) = host.works.find(&work) {
        progress.cancel();
    }
    Ok(())
}

/// Signs a person in, for offices whose people have passwords.
#[tauri::command]
pub async fn sign_in(
    opening: State<'_, Opening>,
    name: String,
    password: String,
) -> Result<Session> {
    let host = opening.host().await?;
    guarded(async move { host.sign_in(&name, &password).await }).await
}

/// Asks for a file with one of these extensions; nothing when the person changed their mind.
#[tauri::command]
pub async fn pick_file(
    window: WebviewWindow,
    opening: State<'_, Opening>,
    title: String,
    extensions: Vec<String>,
) -> Result<Option<FileRef>> {
    let Some(path) = dialogs::pick(&window, &title, &extensions).await else {
        return Ok(None);
    };
    let host = opening.host().await?;
    let file = host.office.files().pick(path.clone());
    host.places.remember(&file, path);
    Ok(Some(file))
}

/// Asks where to save a file and writes it there; answers the place to show, or nothing when the
/// person changed their mind.
#[tauri::command]
pub async fn save_file(
    window: WebviewWindow,
    opening: State<'_, Opening>,
    file: FileRef,
    suggested_name: String,
) -> Result<Option<String>> {
    let name = plain_name(&suggested_name);
    let Some(path) = dialogs::place(&window, &name).await else {
        return Ok(None);
    };
    let host = opening.host().await?;
    guarded_blocking(move || {
        let path = with_extension_of(path, &name)?;
        write_whole(&path, &host.office.files().read(&file)?)?;
        let label = path.display().to_string();
        host.places.remember(&file, path);
        Ok(Some(label))
    })
    .await
}

/// Shows a file in the program the system has for it.
#[tauri::command]
pub async fn open_file(app: AppHandle, opening: State<'_, Opening>, file: FileRef) -> Result<()> {
    let host = opening.host().await?;
    guarded_blocking(move || {
        let read = || host.office.files().read(&file).map(|bytes| bytes.to_vec());
        let path = host.places.openable(&file, read)?;
        app.opener()
            .open_path(path.to_string_lossy(), None::<&str>)
            .map_err(|cause| {
                log::error!("no program opens {}: {cause}", path.display());
                Error::new(
                    ErrorCode::File,
                    "电脑上没有能打开这种文件的程序；请先另存，再用其他程序打开。",
                )
            })
    })
    .await
}

/// The bytes of a file, for the preview.
#[tauri::command]
pub async fn read_file(opening: State<'_, Opening>, file: FileRef) -> Result<Response> {
    let host = opening.host().await?;
    let bytes = guarded_blocking(move || host.office.files().read(&file)).await?;
    Ok(Response::new(bytes.to_vec()))
}

/// GTK's dialog gives the name as typed. Its question about overwriting was asked for that name,
/// so a file under the completed one is not overwritten unasked.
fn with_extension_of(path: PathBuf, name: &str) -> Result<PathBuf> {
    let (None, Some((_, extension))) = (path.extension(), name.rsplit_once('.')) else {
        return Ok(path);
    };
    let path = path.with_extension(extension);
    if path.exists() {
        return Err(Error::new(
            ErrorCode::File,
            "那里已有同名文件，没有覆盖；请换个文件名再保存。",
        ));
    }
    Ok(path)
}

/// Work in a task of its own, so that a panic comes back as an error and never crosses IPC.
async fn guarded<T: Send + 'static>(
    work: impl Future<Output = Result<T>> + Send + 'static,
) -> Result<T> {
    let task = tauri::async_runtime::spawn(work);
    task.await
        .unwrap_or_else(|fault| Err(Error::internal("command", fault)))
}

/// The same for work that waits for disks.
async fn guarded_blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let task = tauri::async_runtime::spawn_blocking(work);
    task.await
        .unwrap_or_else(|fault| Err(Error::internal("file", fault)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error() {
        let panicking = guarded::<()>(async { panic!("rehearsed") });
        let answer = tauri::async_runtime::block_on(panicking);
        assert_eq!(answer.unwrap_err().code, ErrorCode::Internal);
    }

    #[test]
    fn the_extension_is_completed_but_nothing_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let typed = folder.path().join("纪要");
        let complete = with_extension_of(typed.clone(), "联席会议纪要.pdf").unwrap();
        assert_eq!(complete, folder.path().join("纪要.pdf"));
        std::fs::write(&complete, b"old").unwrap();
        assert_eq!(
            with_extension_of(typed, "a.pdf").unwrap_err().code,
            ErrorCode::File
        );
    }
}
