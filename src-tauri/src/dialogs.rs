//! What only the person at the screen decides: which file to read, and where to write one.

use std::path::PathBuf;

use tauri::{AppHandle, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, FilePath, MessageDialogButtons, MessageDialogKind};
use tokio::sync::oneshot;

/// The file the person picked, or `None` when they changed their mind.
pub async fn pick(window: &WebviewWindow, title: &str, extensions: &[String]) -> Option<PathBuf> {
    if let Some(path) = rehearsal::picked() {
        return Some(path);
    }
    let mut dialog = window.dialog().file().set_parent(window).set_title(title);
    if !extensions.is_empty() {
        let extensions: Vec<&str> = extensions.iter().map(String::as_str).collect();
        dialog = dialog.add_filter(label(&extensions), &extensions);
    }
    let (answer, answered) = oneshot::channel();
    dialog.pick_file(move |path| drop(answer.send(path)));
    path_of(answered.await.ok()?)
}

/// The place the person chose for a file, or `None` when they changed their mind.
pub async fn place(window: &WebviewWindow, name: &str) -> Option<PathBuf> {
    if let Some(path) = rehearsal::placed(name) {
        return Some(path);
    }
    let mut dialog = window
        .dialog()
        .file()
        .set_parent(window)
        .set_file_name(name);
    if let Some((_, extension)) = name.rsplit_once('.') {
        dialog = dialog.add_filter(label(&[extension]), &[extension]);
    }
    let (answer, answered) = oneshot::channel();
    dialog.save_file(move |path| drop(answer.send(path)));
    path_of(answered.await.ok()?)
}

/// Says why the program cannot go on, then ends it.
pub fn fatal(app: &AppHandle, message: &str) {
    log::error!("cannot start: {message}");
    let handle = app.clone();
    app.dialog()
        .message(message)
        .title("同心")
        .kind(MessageDialogKind::Error)
        .buttons(MessageDialogButtons::OkCustom("退出".to_owned()))
        .show(move |_| handle.exit(1));
}

/// Says that the data cannot be opened and offers the newest backup; `restore` runs when the person
/// takes it, else the program ends.
pub fn offer_backup(app: &AppHandle, message: &str, restore: impl FnOnce() + Send + 'static) {
    log::error!("cannot open the data: {message}");
    let handle = app.clone();
    let text = format!(
        "{message}\n\n可以改用最近一份完整的备份打开；现在的数据文件会移到备份文件夹里留存，不会删除。"
    );
    let buttons = MessageDialogButtons::OkCancelCustom("用备份打开".to_owned(), "退出".to_owned());
    app.dialog()
        .message(text)
        .title("同心")
        .kind(MessageDialogKind::Error)
        .buttons(buttons)
        .show(move |agreed| if agreed { restore() } else { handle.exit(1) });
}

fn path_of(chosen: Option<FilePath>) -> Option<PathBuf> {
    chosen?.into_path().ok()
}

fn label(extensions: &[&str]) -> String {
    extensions
        .iter()
        .map(|extension| format!("*.{extension}"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Tests cannot drive the system's dialogs. In debug builds `TONGXIN_TEST_PICK` names the file that
/// every opening dialog answers; saving ones answer a place beside it.
#[cfg(debug_assertions)]
mod rehearsal {
    use std::path::PathBuf;

    pub fn picked() -> Option<PathBuf> {
        std::env::var_os("TONGXIN_TEST_PICK").map(PathBuf::from)
    }

    pub fn placed(name: &str) -> Option<PathBuf> {
        Some(picked()?.with_file_name(name))
    }
}

#[cfg(not(debug_assertions))]
mod rehearsal {
    use std::path::PathBuf;

    pub fn picked() -> Option<PathBuf> {
        None
    }

    pub fn placed(_: &str) -> Option<PathBuf> {
        None
    }
}
