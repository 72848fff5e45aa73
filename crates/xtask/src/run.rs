//! `cargo xtask run`: from a fresh clone to the sample street in a window.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command;
use crate::project::Project;
use crate::report::step;
use crate::setup::{self, For};
use crate::ui;

/// Sets up, builds, makes the sample street and one month's paper under output/, and opens the
/// window where there is a display.
pub fn run(project: &Project) -> Result<()> {
    setup::setup(project, For::Run)?;
    step("build the UI", || ui::build(project))?;
    step("build the programs", || {
        let programs = ["--bin", "tongxin", "--bin", "tongxin-desktop"];
        command::run(project.cargo_all("build").args(programs))
    })?;
    let (data, paper) = (
        project.output().join("data"),
        project.output().join("paper"),
    );
    step("make the sample street", || {
        sample_street(project, &data, &paper)
    })?;
    say_what_is_there(&data, &paper)?;
    open_window(project, &data)
}

fn sample_street(project: &Project, data: &Path, paper: &Path) -> Result<()> {
    // Both are asked for: the work may have been broken off between them.
    if is_filled(data) && is_filled(paper) {
        println!(
            "  it is there already; delete {} to make it anew",
            project.output().display()
        );
        return Ok(());
    }
    fs::create_dir_all(project.output())?;
    let mut demo = Command::new(project.program("tongxin"));
    demo.arg("demo")
        .arg("--data")
        .arg(data)
        .arg("--out")
        .arg(paper);
    command::run(&mut demo)
}

fn is_filled(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

fn say_what_is_there(data: &Path, paper: &Path) -> Result<()> {
    println!("\nThe sample street is in {}", data.display());
    println!("One month's paper is in {}:", paper.display());
    let mut files: Vec<_> = fs::read_dir(paper)
        .with_context(|| format!("{} was not made", paper.display()))?
        .collect::<std::io::Result<_>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    for file in files {
        let size = file.metadata()?.len().div_ceil(1024);
        println!("  {} ({size} kB)", file.file_name().to_string_lossy());
    }
    Ok(())
}

fn open_window(project: &Project, data: &Path) -> Result<()> {
    if !has_display() {
        println!("\nThere is no display here, so no window is opened. All is made; this ends now.");
        return Ok(());
    }
    println!("\nOpening the window on the sample street; closing it ends this.");
    let mut desktop = Command::new(project.program("tongxin-desktop"));
    command::run(desktop.arg("--data").arg(data))
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
