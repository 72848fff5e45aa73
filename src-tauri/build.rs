//! Embeds the configuration, the permissions and the built UI.

use std::error::Error;
use std::path::Path;

use tauri_build::{AppManifest, Attributes};

/// The commands of the shell. Declaring them makes each one refuse pages whose capability does not
/// name it.
const COMMANDS: &[&str] = &[
    "call",
    "progress",
    "cancel",
    "sign_in",
    "pick_file",
    "save_file",
    "open_file",
    "read_file",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=../ui/dist");
    if !Path::new("../ui/dist/index.html").exists() {
        return Err(
            "ui/dist is not built: run `cargo xtask run`, or `npm run build` in ui/".into(),
        );
    }
    let attributes = Attributes::new().app_manifest(AppManifest::new().commands(COMMANDS));
    Ok(tauri_build::try_build(attributes)?)
}
