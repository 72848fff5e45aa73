//! `cargo xtask package`: an optimised bundle that runs from its folder.

use std::env::consts::{ARCH, EXE_SUFFIX, OS};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command;
use crate::licences;
use crate::project::Project;
use crate::report::step;
use crate::setup::{self, For};
use crate::ui;

/// The programs of the bundle.
const PROGRAMS: [&str; 2] = ["tongxin-desktop", "tongxin"];
/// Texts that go with them.
const TEXTS: [&str; 5] = [
    "README.md",
    "README.zh-CN.md",
    "CHANGELOG.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
];

/// Builds target/package/tongxin-VERSION-OS-ARCH.
pub fn package(project: &Project) -> Result<()> {
    setup::setup(project, For::Run)?;
    step("build the UI", || ui::build(project))?;
    step("licences of others", || licences::licences(project, None))?;
    step("build the programs, optimised", || {
        let packages = PROGRAMS.iter().flat_map(|name| ["--package", name]);
        command::run(
            project
                .cargo("build")
                .args(["--release", "--quiet"])
                .args(packages),
        )
    })?;
    let name = format!("tongxin-{}-{OS}-{ARCH}", env!("CARGO_PKG_VERSION"));
    let folder = project.target.join("package").join(name);
    step("collect the bundle", || collect(project, &folder))?;
    println!("\nThe bundle is {}", folder.display());
    if cfg!(windows) {
        println!("For an installer: cargo install --locked tauri-cli@2, then cargo tauri build");
    }
    Ok(())
}

fn collect(project: &Project, folder: &Path) -> Result<()> {
    // What an earlier build left there would be handed out with this one.
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for name in PROGRAMS {
        let file = format!("{name}{EXE_SUFFIX}");
        copy(
            &project.target.join("release").join(&file),
            &folder.join(&file),
        )?;
    }
    for name in TEXTS {
        copy(&project.root.join(name), &folder.join(name))?;
    }
    copy_folder(&project.licences(), &folder.join("licences"))?;
    copy_folder(&project.root.join("fonts"), &folder.join("fonts"))
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            copy(&entry.path(), &target)?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}
