//! The one window: made hidden, shown when its page has something to see and names itself after it, so
//! that neither a white flash nor a half-filled page is seen.

use std::time::Duration;

use tauri::plugin::TauriPlugin;
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager, WebviewWindow, WebviewWindowBuilder, Wry};
use tauri_plugin_log::{RotationStrategy, Target, TargetKind, TimezoneStrategy};
use tauri_plugin_window_state::StateFlags;

use crate::options::Options;

/// The label the configuration gives the window.
const LABEL: &str = "main";
/// How long a loaded page may stay without a name before the window is shown all the same.
const PATIENCE: Duration = Duration::from_secs(1);
/// Size at which a new log file begins, in bytes; five older ones are kept.
const LOG_SIZE: u128 = 2_000_000;

/// Makes the window from the configuration.
///
/// # Errors
/// When the system's web view cannot be started.
pub fn open(app: &AppHandle, options: &Options) -> tauri::Result<()> {
    let Some(config) = app
        .config()
        .app
        .windows
        .iter()
        .find(|window| window.label == LABEL)
    else {
        return Err(tauri::Error::WindowNotFound);
    };
    let unnamed = config.title.clone();
    let mut builder = WebviewWindowBuilder::from_config(app, config)?;
    if let Some(folder) = options.folder() {
        builder = builder.data_directory(folder.join("webview"));
    }
    builder
        .on_navigation(|url| {
            // Windows serves the page under a host, other systems under a scheme.
            matches!(url.scheme(), "tauri" | "about") || url.host_str() == Some("tauri.localhost")
        })
        .on_document_title_changed(move |window, title| {
            if title != unnamed {
                show(&window);
            }
            if let Err(error) = window.set_title(&title) {
                log::warn!("window title: {error}");
            }
        })
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                tauri::async_runtime::spawn(async move {
                    tokio::time::sleep(PATIENCE).await;
                    show(&window);
                });
            }
        })
        .build()?;
    Ok(())
}

/// Shows the window once; showing it again would take the focus from other programs.
fn show(window: &WebviewWindow) {
    if window.is_visible().unwrap_or(false) {
        return;
    }
    if let Err(error) = window.show() {
        log::error!("window cannot be shown: {error}");
    }
}

/// Brings the window to the front, for a second start of the program.
pub fn raise(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // Each may be refused by the window manager; the person then clicks the window.
        window.unminimize().ok();
        window.set_focus().ok();
    }
}

/// Keeps position and size between starts, but not visibility: the page decides when to show.
pub fn state_plugin() -> TauriPlugin<Wry> {
    let flags = StateFlags::all() - StateFlags::VISIBLE;
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(flags)
        .build()
}

/// Begins the log: beside the data when that was named, else where the system keeps logs. Where no
/// file can be written the program still starts, to say so itself; then the log goes to the console.
pub fn begin_log(app: &AppHandle, options: &Options) {
    let file_name = Some("tongxin".to_owned());
    let file = match options.folder() {
        Some(folder) => TargetKind::Folder {
            path: folder.join("logs"),
            file_name,
        },
        None => TargetKind::LogDir { file_name },
    };
    let console = || Target::new(TargetKind::Stderr);
    if let Err(cause) = app.plugin(log_plugin(vec![Target::new(file), console()])) {
        eprintln!("no log file: {cause}");
        if let Err(cause) = app.plugin(log_plugin(vec![console()])) {
            eprintln!("no log: {cause}");
        }
    }
}

fn log_plugin(targets: Vec<Target>) -> TauriPlugin<Wry> {
    tauri_plugin_log::Builder::new()
        .targets(targets)
        .level(log::LevelFilter::Info)
        // One line for each SQL statement is too much.
        .level_for("sqlx", log::LevelFilter::Warn)
        .timezone_strategy(TimezoneStrategy::UseLocal)
        .max_file_size(LOG_SIZE)
        .rotation_strategy(RotationStrategy::KeepSome(5))
        .build()
}
