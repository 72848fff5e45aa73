//! 同心 on the desktop: one window over the core, and the dialogs a web page must not open itself.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod dialogs;
mod host;
mod open;
mod options;
mod window;

use std::process::ExitCode;

use tables::isolated;
use tauri::RunEvent;

use crate::options::Options;

/// Ledgers are many small texts, which the systems' own allocators are slow with.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Before all else: a helper reads its file, and has nothing to do with window, log or data.
    if std::env::args().nth(1).as_deref() == Some(isolated::HELPER) {
        return isolated::help();
    }
    let options = Options::read();
    match build(&options) {
        Ok(app) => {
            app.run(|handle, event| {
                if let RunEvent::Exit = event {
                    host::close(handle);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            // Without a window system there is nowhere else to say it.
            eprintln!(
                "同心打不开窗口：{error}。请在有桌面的环境中运行，或用 tongxin serve 在浏览器中使用。"
            );
            ExitCode::FAILURE
        }
    }
}

fn build(options: &Options) -> tauri::Result<tauri::App> {
    let mut builder = tauri::Builder::default();
    if !options.chosen() {
        // First of all plugins, so that a second start ends before it opens the data.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| {
            window::raise(app)
        }));
    }
    let options = options.clone();
    builder
        .plugin(window::state_plugin())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::progress,
            commands::cancel,
            commands::sign_in,
            commands::pick_file,
            commands::save_file,
            commands::open_file,
            commands::read_file,
        ])
        .manage(host::Opening::new())
        .setup(move |app| {
            window::begin_log(app.handle(), &options);
            host::start(app.handle(), &options);
            Ok(())
        })
        .build(tauri::generate_context!())
}
