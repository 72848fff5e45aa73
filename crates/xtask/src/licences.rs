//! `cargo xtask licences`: what others wrote in the programs, with the texts of their licences.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command;
use crate::project::Project;
use crate::ui;

/// The programs that are handed out.
const PROGRAMS: [&str; 2] = ["tongxin-desktop", "tongxin"];
/// How the names of such texts begin.
const NAMES: [&str; 6] = [
    "license",
    "licence",
    "copying",
    "notice",
    "copyright",
    "unlicense",
];
/// Folders of a crate whose texts say nothing about the programs: files for tests, and C sources that are
/// built only with features not chosen here (`vendor` of libdbus-sys, `sqlcipher` of libsqlite3-sys).
const ASIDE: [&str; 5] = ["tests", "examples", "benches", "vendor", "sqlcipher"];

const HEAD: &str = "\
Tongxin is made with the following parts of others. Each is named with its licence; the texts follow, each once, with
the parts it belongs to. SQLite, which libsqlite3-sys brings, is in the public domain. Fonts: see fonts/.
";

/// The text of a package that names this licence and brings no text.
const BSD: &str = "\
Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.

3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or promote products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS \"AS IS\" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.";

/// A part that somebody else wrote.
struct Part {
    name: String,
    version: String,
    licence: String,
    /// Who wrote it and where it comes from, for those that bring no text.
    authors: String,
    home: String,
    texts: Vec<String>,
}

/// Writes licences/THIRD-PARTY.txt for the programs of a system, this one where none is named; answers how
/// many parts it lists. A part without a text of its licence is an error: it may not be handed out so.
pub fn licences(project: &Project, target: Option<&str>) -> Result<usize> {
    ui::build(project)?;
    let target = match target {
        Some(target) => target.to_owned(),
        None => host(project)?,
    };
    let mut parts = vec![standard_library()];
    parts.extend(crates(project, &target)?);
    parts.extend(packages(project)?);
    for part in &mut parts {
        if part.texts.is_empty() {
            part.texts.push(usual_text(project, part)?);
        }
    }
    let file = project.licences().join("THIRD-PARTY.txt");
    let text = written(&parts);
    // Untouched where nothing changed: the installers' build watches it.
    if fs::read_to_string(&file).is_ok_and(|found| found == text) {
        println!("  {} is up to date", file.display());
    } else {
        fs::write(&file, text).with_context(|| file.display().to_string())?;
        println!("  {} lists {} parts", file.display(), parts.len());
    }
    Ok(parts.len())
}

/// The system that Cargo builds for.
fn host(project: &Project) -> Result<String> {
    let said = command::capture(project.cargo("version").arg("--verbose"))?;
    let line = said.lines().find_map(|line| line.strip_prefix("host: "));
    line.map(str::to_owned)
        .context("cargo does not say for what it builds")
}

/// The crates that end in the programs: neither what only builds them, nor macros, nor what only tests use.
fn crates(project: &Project, target: &str) -> Result<Vec<Part>> {
    let mut tree = project.cargo("tree");
    tree.args(["--locked", "--prefix", "none", "--format", "{p}"]);
    tree.args(["--edges", "normal,no-proc-macro", "--target", target]);
    tree.args(PROGRAMS.iter().flat_map(|name| ["--package", name]));
    let shipped = named(&command::capture(&mut tree)?);
    let mut metadata = project.cargo("metadata");
    metadata.args(["--locked", "--format-version", "1"]);
    metadata.args(["--filter-platform", target]);
    let metadata: Value = serde_json::from_str(&command::capture(&mut metadata)?)?;
    let mut parts = Vec::new();
    for package in list(&metadata, "packages") {
        let (name, version) = (text(package, "name"), text(package, "version"));
        if package["source"].is_null() || !shipped.contains(&(name.clone(), version.clone())) {
            continue;
        }
        let manifest = PathBuf::from(text(package, "manifest_path"));
        let folder = manifest.parent().context("a manifest without a folder")?;
        let authors = list(package, "authors")
            .iter()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join(", ");
        parts.push(Part {
            name,
            version,
            licence: text(package, "license"),
            authors,
            home: text(package, "repository"),
            texts: texts_below(folder, folder)?,
        });
    }
    Ok(parts)
}

/// Names and versions of the lines `name v1.2.3 …`.
fn named(tree: &str) -> BTreeSet<(String, String)> {
    let parts = tree.lines().filter_map(|line| {
        let mut words = line.split(' ');
        let (name, version) = (words.next()?, words.next()?);
        Some((name.to_owned(), version.strip_prefix('v')?.to_owned()))
    });
    parts.collect()
}

/// The npm packages that Vite put into the window, as it says, with all the texts in their folders.
fn packages(project: &Project) -> Result<Vec<Part>> {
    let bundled = project
        .ui()
        .join("dist")
        .join(".vite")
        .join("licences.json");
    let bundled = json(&bundled)?;
    let lock = json(&project.ui().join("package-lock.json"))?;
    let mut parts = Vec::new();
    for package in bundled.as_array().into_iter().flatten() {
        let (name, version) = (text(package, "name"), text(package, "version"));
        let ends = format!("node_modules/{name}");
        let installed = lock["packages"].as_object().into_iter().flatten();
        let folder = installed
            .filter(|(path, found)| path.ends_with(&ends) && text(found, "version") == version)
            .map(|(path, _)| project.ui().join(path))
            .next()
            .with_context(|| format!("{name} {version} does not stand in package-lock.json"))?;
        parts.push(Part {
            name,
            version,
            licence: text(package, "identifier"),
            authors: String::new(),
            home: "npm".to_owned(),
            texts: texts_in(&folder)?,
        });
    }
    if parts.is_empty() {
        bail!("Vite says that the window holds no package");
    }
    Ok(parts)
}

/// Rust's own library ends in every program. The toolchain keeps no plain text of its licence.
fn standard_library() -> Part {
    Part {
        name: "Rust standard library".to_owned(),
        version: String::new(),
        licence: "MIT OR Apache-2.0".to_owned(),
        authors: "The Rust Project Developers".to_owned(),
        home: "https://github.com/rust-lang/rust".to_owned(),
        texts: Vec::new(),
    }
}

/// The texts of a folder and of those below it: a crate may hold another's source.
fn texts_below(folder: &Path, top: &Path) -> Result<Vec<String>> {
    let mut texts = texts_in(folder)?;
    for entry in sorted(folder)? {
        let name = entry.file_name().unwrap_or_default().to_string_lossy();
        let aside = folder == top && ASIDE.contains(&&*name);
        if entry.is_dir() && !aside {
            texts.extend(texts_below(&entry, top)?);
        }
    }
    Ok(texts)
}

fn texts_in(folder: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for file in sorted(folder)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let name = name.to_lowercase();
        if file.is_file() && is_text(&name) {
            let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
            texts.push(plain(&String::from_utf8_lossy(&bytes)));
        }
    }
    Ok(texts)
}

/// Whether a file's name, in small letters, is that of a licence: a text, no source of a program.
fn is_text(name: &str) -> bool {
    let source = [".rs", ".js", ".ts", ".c", ".h", ".py", ".html"];
    NAMES.iter().any(|start| name.starts_with(start))
        && !source.iter().any(|end| name.ends_with(end))
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// Line ends of one kind and nothing around, so that equal texts are equal.
fn plain(text: &str) -> String {
    let lines = text.lines().map(str::trim_end).collect::<Vec<_>>();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// The usual text of a licence, for a part that names it and brings none.
fn usual_text(project: &Project, part: &Part) -> Result<String> {
    let Part {
        name,
        version,
        licence,
        authors,
        home,
        ..
    } = part;
    let any = |wanted: &str| {
        let names = licence.split(" OR ").flat_map(|names| names.split('/'));
        names.map(str::trim).any(|name| name == wanted)
    };
    let body = if any("MIT") {
        let own = fs::read_to_string(project.root.join("LICENSE-MIT"))?;
        let from = own
            .find("Permission is hereby granted")
            .context("LICENSE-MIT holds another text")?;
        own[from..].to_owned()
    } else if any("Apache-2.0") {
        fs::read_to_string(project.root.join("LICENSE-APACHE"))?
    } else if any("BSD-3-Clause") {
        BSD.to_owned()
    } else {
        bail!("{name} {version} ({licence}) brings no text of its licence");
    };
    let authors = if authors.is_empty() { name } else { authors };
    Ok(plain(&format!(
        "Copyright (c) {authors}, {home}\n\n{}",
        plain(&body)
    )))
}

fn written(parts: &[Part]) -> String {
    let mut out = HEAD.to_owned();
    let mut texts: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut lines = BTreeSet::new();
    for part in parts {
        let called = format!("{} {}", part.name, part.version).trim().to_owned();
        lines.insert(format!("{called}: {} ({})", part.licence, part.home));
        for text in &part.texts {
            texts.entry(text).or_default().insert(called.clone());
        }
    }
    out.push('\n');
    for line in lines {
        out.push_str(&line);
        out.push('\n');
    }
    // By the parts they belong to, which people look for.
    let mut texts: Vec<_> = texts.into_iter().map(|(text, of)| (of, text)).collect();
    texts.sort();
    for (of, text) in texts {
        let of = of.into_iter().collect::<Vec<_>>().join(", ");
        // Writing to a string does not fail.
        let _ = write!(out, "\n{}\n{of}\n\n{text}\n", "=".repeat(80));
    }
    out
}

fn json(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    serde_json::from_str(&text).with_context(|| file.display().to_string())
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, text: &str) -> Part {
        Part {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            authors: String::new(),
            home: "home".to_owned(),
            texts: vec![text.to_owned()],
        }
    }

    #[test]
    fn reads_names_and_versions_of_a_tree() {
        let tree = "tongxin v0.1.0 (/somewhere)\nanyhow v1.0.1\n\nanyhow v1.0.1 (*)\n";
        let wanted = [("anyhow", "1.0.1"), ("tongxin", "0.1.0")];
        let wanted = wanted.map(|(name, version)| (name.to_owned(), version.to_owned()));
        assert_eq!(named(tree), BTreeSet::from(wanted));
    }

    #[test]
    fn an_equal_text_stands_once_with_all_it_belongs_to() {
        let out = written(&[part("b", "granted to all"), part("a", "granted to all")]);
        assert_eq!(out.matches("granted to all").count(), 1);
        assert!(out.contains("\na 1.0.0, b 1.0.0\n\ngranted to all\n"));
    }

    #[test]
    fn knows_a_licence_by_its_name() {
        assert!(is_text("license-mit") && is_text("notice.txt") && is_text("copying"));
        assert!(!is_text("licenses.rs") && !is_text("readme.md"));
    }
}
