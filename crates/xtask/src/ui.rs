//! The UI's packages and its build, both skipped when nothing they read has changed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command;
use crate::project::Project;

/// Installs ui/node_modules exactly as the lockfile says, unless that was done already.
pub fn packages(project: &Project) -> Result<()> {
    let ui = project.ui();
    // In the folder that `npm ci` removes first, so that one broken off leaves no stamp.
    let stamp = ui.join("node_modules").join(".tongxin-lock");
    let wanted = fingerprint(&[ui.join("package.json"), ui.join("package-lock.json")])?;
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        println!("  ui/node_modules is up to date");
        return Ok(());
    }
    command::run(&mut project.npm(&["ci"]))?;
    fs::write(&stamp, wanted).context("cannot write into ui/node_modules")
}

/// Builds ui/dist, unless it was made from the same sources. The stamp lies in ui/dist, which Vite
/// empties, so a build by hand never passes for ours.
pub fn build(project: &Project) -> Result<()> {
    let stamp = project.ui().join("dist").join(".sources");
    let wanted = fingerprint(&sources(&project.ui())?)?;
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        println!("  ui/dist is up to date");
        return Ok(());
    }
    command::run(&mut project.npm(&["run", "build"]))?;
    fs::write(&stamp, wanted).context("cannot write into ui/dist")
}

/// Every file the build may read, in a fixed order.
fn sources(ui: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![ui.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let entry = entry?;
            let name = entry.file_name();
            if entry.file_type()?.is_file() {
                files.push(entry.path());
            } else if name != "node_modules" && name != "dist" {
                folders.push(entry.path());
            }
        }
    }
    // Systems list a folder in different orders.
    files.sort();
    Ok(files)
}

/// A hash over names and contents, in hexadecimal.
fn fingerprint(files: &[PathBuf]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(file)
            .with_context(|| file.display().to_string())?
            .hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}
