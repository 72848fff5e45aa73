//! Where things are in the working copy.

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// A working copy of the project and its build folder.
pub struct Project {
    /// The folder of the workspace's Cargo.toml.
    pub root: PathBuf,
    /// Cargo's target folder, `CARGO_TARGET_DIR` respected.
    pub target: PathBuf,
}

impl Project {
    /// Finds the working copy from the manifest Cargo ran this tool from.
    pub fn locate() -> Result<Self> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .context("run this tool through Cargo: cargo xtask <verb>")?;
        let root = Path::new(&manifest)
            .ancestors()
            .nth(2)
            .context("the tool does not lie in crates/xtask")?
            .to_path_buf();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            // An absolute path stays as it is when it is joined.
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// The Vue project.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// What `run` makes: git-ignored, never a person's data folder.
    pub fn output(&self) -> PathBuf {
        self.root.join("output")
    }

    /// What goes with the programs about others' licences.
    pub fn licences(&self) -> PathBuf {
        self.root.join("licences")
    }

    /// Where Cargo-installed tools live.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// A tool installed by `setup`.
    pub fn tool(&self, name: &str) -> PathBuf {
        self.tools().join("bin").join(format!("{name}{EXE_SUFFIX}"))
    }

    /// A program of the workspace, as built for development.
    pub fn program(&self, name: &str) -> PathBuf {
        self.target
            .join("debug")
            .join(format!("{name}{EXE_SUFFIX}"))
    }

    /// `cargo VERB` for everything but this tool, which runs, so that Windows could not replace it.
    /// One selection for all that builds: the dependencies are compiled once, with one set of features.
    pub fn cargo_all(&self, verb: &str) -> Command {
        let mut cargo = self.cargo(verb);
        cargo.args(["--workspace", "--exclude", "xtask", "--quiet"]);
        cargo
    }

    /// `cargo VERB` in the root. What Cargo told this tool about itself is taken away, for build
    /// scripts that watch those variables would run anew each time.
    pub fn cargo(&self, verb: &str) -> Command {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.arg(verb).current_dir(&self.root);
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
                cargo.env_remove(&name);
            }
        }
        cargo
    }

    /// `npm ARGS` in ui/.
    pub fn npm(&self, args: &[&str]) -> Command {
        let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        npm.args(args).current_dir(self.ui());
        npm.env("NO_COLOR", "1")
            .env("npm_config_fund", "false")
            .env("npm_config_audit", "false");
        npm
    }
}
